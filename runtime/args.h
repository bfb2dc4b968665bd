// args.h: the arguments of the Go program: what os.Args shows. Set once before it runs.
#ifndef RUNTIME_ARGS_H
#define RUNTIME_ARGS_H

extern int program_argc;
extern const char *const *program_argv; // [0]: the program's name; the texts live for ever

void program_set_args(int argc, const char *const *argv);
#endif

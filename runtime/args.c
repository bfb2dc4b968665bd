// args.c: the arguments of the Go program.
#include "runtime/args.h"

int program_argc;
const char *const *program_argv;

void program_set_args(int argc, const char *const *argv)
{
    program_argc = argc;
    program_argv = argv;
}

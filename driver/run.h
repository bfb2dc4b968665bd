// run.h: compiles and runs a checked program.
#ifndef DRIVER_RUN_H
#define DRIVER_RUN_H
#include "driver/load.h"

struct Remains;

typedef struct RunOptions {
    const char *name;      // os.Args[0]
    char *const *args;     // the others
    int n_args;
    bool gc_stress, sched_stress, trace;
    enum { STATS_NONE, STATS_TEXT, STATS_JSON } stats; // what it cost, on stderr after it
    bool dump_compiled;    // shows each function when it is compiled, on stderr
    uint64_t max_memory;   // bytes; 0: no limit
} RunOptions;

// The steps of run_program, for sessions that are fed piece by piece: os.Args; collector and scheduler; the compiler
// (remains NULL: nothing is ever given back).
void run_set_args(const RunOptions *options, Session *s);
void run_setup(const RunOptions *options);
struct Compiler *run_compiler(Session *s, const RunOptions *options, struct Remains *remains);

// Runs the program to its end; gives the exit status. The process is to end right afterwards.
int run_program(Session *s, UserPackage *main, const RunOptions *options);

// Compiles every function of the program's own packages and shows it.
void run_compile_all(Session *s, UserPackage *main, FILE *out);
#endif

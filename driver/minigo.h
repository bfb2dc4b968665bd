// minigo.h: minigo as a library: the embedding API.
// Way: minigo_new; minigo_load a program, which compiles it; minigo_run it once. A process has one program.
// Threads: all calls from one thread, the one that called minigo_new. The program runs on threads of its own.
#ifndef DRIVER_MINIGO_H
#define DRIVER_MINIGO_H
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#define MINIGO_API __attribute__((visibility("default")))

typedef struct Minigo Minigo;

// NULL: the process has one already.
MINIGO_API Minigo *minigo_new(void);

typedef struct MinigoOptions {
    FILE *errors;            // where compile errors are printed; NULL: stderr
    bool all_errors;         // no limit of ten
    bool gc_stress, sched_stress;
    unsigned long long max_memory_bytes; // 0: no limit
} MinigoOptions;

// Loads Go files of one folder, or one folder, and checks them. false: what is wrong was printed, and nothing more can be loaded.
MINIGO_API bool minigo_load(Minigo *m, char *const *names, int n, const MinigoOptions *options);
// The same for a text; name is what messages call it.
MINIGO_API bool minigo_load_text(Minigo *m, const char *name, const char *text, size_t len, const MinigoOptions *options);

// Runs main.main with these arguments (os.Args[1:]); gives the exit status. Goroutines that it left behind go on running.
MINIGO_API int minigo_run(Minigo *m, const char *program_name, char *const *args, int n_args);
#endif

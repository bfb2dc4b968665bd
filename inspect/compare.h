// compare.h: the same program run in several ways: interpreted by minigo, by `go run`, compiled by `go build`, its twins in other
// languages; what each costs.
#ifndef INSPECT_COMPARE_H
#define INSPECT_COMPARE_H
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum { COMPARE_MAX_RUNS = 25, COMPARE_MAX_WAYS = 8 };

typedef struct Way {
    const char *name;                     // "go run (warm)"
    double seconds[COMPARE_MAX_RUNS];     // of the whole command, sorted
    int n_runs;
    double start;                         // of an empty program, in the same way; < 0: not known
    double compile;                       // before the program runs; < 0: not known apart
    long peak_kb;                         // the largest process of any run
    int status;                           // of the last run
    bool same_output;                     // as the first way's, but for the order of bytes
    const char *note;                     // why there are no runs, or what is special; NULL: nothing
} Way;

typedef struct Comparison {
    const char *program;
    Way ways[COMPARE_MAX_WAYS];
    int n;
    int interpreted, built; // indices; -1: none
} Comparison;

typedef struct CompareOptions {
    const char *minigo;     // path of the executable to run
    const char *program;    // FILE.go
    char *const *args;
    int n_args, n_runs;     // of each way but the cold one
    double max_seconds;     // of each way: what runs long runs less often
} CompareOptions;

// Runs all ways there are. Each run reads this process's standard input from its beginning (nothing, if that is a terminal); output is kept
// aside. On a terminal standard error shows what runs. false: *error says why nothing could be compared.
bool compare_run(const CompareOptions *options, Comparison *out, const char **error);

double way_median(const Way *w);
// Seconds of running per call at which compile + run of the built program beats minigo, assuming that the ratio of the two running
// times stays. < 0: never, or not known. *calls: how often this very program must be run until building has paid; 0: never.
double compare_pays_from(const Comparison *c, double *calls);

void compare_print(const Comparison *c, FILE *out);
void compare_print_json(const Comparison *c, FILE *out);
void compare_print_html(const Comparison *c, FILE *out); // one self-contained page
#endif

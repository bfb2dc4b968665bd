// build.h: loads and checks a program, and says what is wrong with it.
#ifndef DRIVER_BUILD_H
#define DRIVER_BUILD_H
#include "driver/load.h"

typedef struct BuildOptions {
    bool all_errors;  // no limit of ten, and what is wrong with imports is reported along with the rest
    bool need_main;   // the package must be a program
    bool excerpts;    // source line and caret below each message
    bool color;
} BuildOptions;

// The program's package, checked; NULL: what is wrong was printed to `out`.
UserPackage *build_program(Session *s, char *const *names, int n, BuildOptions options, FILE *out);
UserPackage *build_text(Session *s, const char *name, Str text, BuildOptions options, FILE *out);
#endif

// stats.h: what a program has cost (--stats).
#ifndef DRIVER_STATS_H
#define DRIVER_STATS_H
#include <stdio.h>

#include "compiler/compile.h"
#include "driver/session.h"

// Prints it, as one screen or as one line of JSON. run_ns: from the program's start to its end, with what was compiled meanwhile.
// Called when the program has ended; goroutines that it left behind may still run. Instructions are counted only while
// vm_set_counting is on.
void stats_print(Session *s, Compiler *c, int64_t run_ns, bool json, FILE *out);
#endif

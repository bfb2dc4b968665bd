// check.c: the two ways in which minigo itself gives up.
#include "base/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void check_failed(const char *file, int line, const char *what)
{
    fprintf(stderr, "minigo: internal error: %s:%d: %s\n", file, line, what);
    abort();
}

void out_of_memory(void)
{
    static const char text[] = "fatal error: runtime: out of memory\n";
    ssize_t n = write(2, text, sizeof text - 1);
    (void)n;
    _exit(2);
}

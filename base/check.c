// check.c: the ways in which minigo itself gives up.
#include "base/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

void check_failed(const char *file, int line, const char *what)
{
    fprintf(stderr, "minigo: internal error: %s:%d: %s\n", file, line, what);
    abort();
}

void fatal_error(const char *text)
{
    static const char head[] = "fatal error: ";
    struct iovec parts[] = {{(void *)head, sizeof head - 1}, {(void *)text, strlen(text)}, {(void *)"\n", 1}};
    ssize_t n = writev(2, parts, 3);
    (void)n;
    _exit(2);
}

void out_of_memory(void)
{
    fatal_error("runtime: out of memory");
}

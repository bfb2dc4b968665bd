// diag.c: collects messages.
#include "source/diag.h"

#include <string.h>

#include "base/check.h"

void diag_init(DiagSink *sink, FileSet *files)
{
    memset(sink, 0, sizeof *sink);
    sink->files = files;
    arena_init(&sink->arena);
}

void diag_done(DiagSink *sink)
{
    arena_done(&sink->arena);
    memset(sink, 0, sizeof *sink);
}

bool diag_is_syntax_error(const Diag *d)
{
    return strncmp(d->text, "syntax error", 12) == 0;
}

void diag_verror(DiagSink *sink, Pos pos, const char *fmt, va_list ap)
{
    va_list again;
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, fmt, ap);
    CHECK(n >= 0);
    char *text = arena_alloc(&sink->arena, (size_t)n + 1);
    vsnprintf(text, (size_t)n + 1, fmt, again);
    va_end(again);
    Diag d = {.pos = pos, .text = text, .order = sink->list.n};
    vec_push(&sink->list, &sink->arena, d);
    sink->errors++;
    sink->syntax_errors += diag_is_syntax_error(&d);
}

void diag_drop(DiagSink *sink, int keep)
{
    for (; sink->list.n > keep; sink->list.n--) {
        sink->errors--;
        sink->syntax_errors -= diag_is_syntax_error(&vec_last(&sink->list));
    }
    enum { KEEP_BYTES = 64 << 10 };
    if (keep == 0 && sink->arena.total_bytes > KEEP_BYTES) {
        memset(&sink->list, 0, sizeof sink->list);
        arena_done(&sink->arena);
    }
}

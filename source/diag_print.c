// diag_print.c: prints messages as cmd/compile does.
// The reference filters as messages come in (a syntax error only if the one before was on another
// line; others only if the one before was not the same on the same line), stops at ten, sorts what
// it has by place, and drops equal neighbours.
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "base/columns.h"
#include "base/utf8.h"
#include "source/diag.h"

enum { EXCERPT_COLUMNS = 76 };

typedef struct Shown {
    const Diag *diag;
    Place place;
    Place real;
} Shown;

static bool same_line(const Shown *a, const Shown *b)
{
    return a->place.line == b->place.line && a->real.line == b->real.line &&
           a->place.file == b->place.file;
}

static int by_place(const void *pa, const void *pb)
{
    const Shown *a = pa, *b = pb;
    if (a->diag->pos != b->diag->pos)
        return a->diag->pos < b->diag->pos ? -1 : 1;
    return a->diag->order < b->diag->order ? -1 : a->diag->order > b->diag->order;
}

static void print_place(FILE *out, const Place *at)
{
    enum {
        NO_COLUMN = 255
    }; // the reference keeps columns in a byte; there and further right it shows the line alone
    if (at->line > 0 && at->column > 0 && at->column < NO_COLUMN)
        fprintf(out, "%s:%d:%d: ", at->file, at->line, at->column);
    else if (at->line > 0)
        fprintf(out, "%s:%d: ", at->file, at->line);
}

// The columns of a line from `left` on, as many as an excerpt has. More is cut on either side.
static void print_part(FILE *out, Str line, int left)
{
    int column = 0, width;
    for (size_t i = 0; i < line.len && column < left + EXCERPT_COLUMNS; i += (size_t)width) {
        char bytes[16];
        size_t n;
        int w = rune_picture(utf8_decode(line.ptr + i, line.len - i, &width), column, bytes, &n);
        if (column >= left)
            fwrite(bytes, 1, n, out);
        column += w;
    }
    fputc('\n', out);
}

// The source line with a caret below it; under_text: the line itself stands above already, from that column on.
static void print_excerpt(DiagSink *sink, FILE *out, const Shown *s, bool color, int under_text)
{
    Str line = fileset_line_text(sink->files, s->diag->pos);
    size_t before = s->real.column > 0 ? (size_t)s->real.column - 1 : 0;
    if (s->real.line == 0 || line.len == 0)
        return;
    int column = text_columns((Str){line.ptr, before < line.len ? before : line.len}), left = 0;
    int margin = under_text ? under_text : 4;
    if (!under_text) {
        if (column > EXCERPT_COLUMNS - 10)
            left = column - EXCERPT_COLUMNS / 2;
        fprintf(out, "%*s", margin, left ? "... " : "");
        print_part(out, line, left);
    }
    fprintf(out, "%*s", margin + column - left, "");
    fputs(color ? "\033[31m^\033[0m\n" : "^\n", out);
}

static void print_one(DiagSink *sink, FILE *out, const Shown *s, DiagStyle style)
{
    if (style.input)
        print_excerpt(sink, out, s, style.color, style.under_text);
    if (style.color)
        fputs("\033[1m", out);
    if (!style.input)
        print_place(out, &s->place);
    if (style.color)
        fputs("\033[0m\033[31m", out);
    fputs(s->diag->text, out);
    fputs(style.color ? "\033[0m\n" : "\n", out);
    if (style.excerpt && !style.input)
        print_excerpt(sink, out, s, style.color, 0);
}

// Takes what the reference would take, in order of reporting. *last: the message at which it gave
// up, or NULL.
static int select_shown(DiagSink *sink, Shown *shown, int limit, const Shown **last)
{
    int n = 0;
    Shown last_syntax = {0}, last_other = {0};
    *last = NULL;
    for (int i = 0; i < sink->list.n; i++) {
        const Diag *d = &sink->list.at[i];
        Shown s = {d, fileset_place(sink->files, d->pos), fileset_real_place(sink->files, d->pos)};
        if (diag_is_syntax_error(d)) {
            if (last_syntax.diag && same_line(&last_syntax, &s))
                continue;
            last_syntax = s;
        } else {
            if (last_other.diag && same_line(&last_other, &s) &&
                !strcmp(last_other.diag->text, d->text))
                continue;
            last_other = s;
        }
        shown[n++] = s;
        if (limit > 0 && n == limit) {
            *last = &shown[n - 1];
            break;
        }
    }
    return n;
}

void diag_print(DiagSink *sink, FILE *out, DiagStyle style)
{
    if (sink->list.n == 0)
        return;
    Shown *shown = malloc(sizeof *shown * (size_t)sink->list.n);
    if (!shown)
        out_of_memory();
    const Shown *last;
    int n = select_shown(sink, shown, style.limit, &last);
    Place last_place = last ? last->place : (Place){0};
    qsort(shown, (size_t)n, sizeof *shown, by_place);
    for (int i = 0; i < n; i++) {
        bool same_as_before = i > 0 && shown[i].diag->pos == shown[i - 1].diag->pos &&
                              !strcmp(shown[i].diag->text, shown[i - 1].diag->text);
        if (!same_as_before)
            print_one(sink, out, &shown[i], style);
    }
    if (last) {
        if (!style.input)
            print_place(out, &last_place);
        fputs("too many errors\n", out);
    }
    free(shown);
}

// pos.c: from a position to the file, line and column that a reader sees.
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "source/source.h"

File *fileset_file(const FileSet *set, Pos pos)
{
    if (pos == NO_POS || set->files.n == 0 || pos >= set->next_base)
        return NULL;
    int low = 0, high = set->files.n;
    while (high - low > 1) {
        int mid = low + (high - low) / 2;
        if (set->files.at[mid]->base <= pos)
            low = mid;
        else
            high = mid;
    }
    return set->files.at[low];
}

static void make_lines(File *f)
{
    const char *end = f->text + f->len;
    int n = 1;
    for (const char *p = f->text; p < end && (p = memchr(p, '\n', (size_t)(end - p))); p++)
        n++;
    f->lines = malloc((size_t)n * sizeof *f->lines);
    if (!f->lines)
        out_of_memory();
    f->lines[0] = 0;
    f->n_lines = 1;
    for (const char *p = f->text; p < end && (p = memchr(p, '\n', (size_t)(end - p))); p++)
        f->lines[f->n_lines++] = (uint32_t)(p - f->text) + 1;
}

// The index of the line that holds the offset.
static int line_index(File *f, uint32_t offset)
{
    if (f->n_lines == 0)
        make_lines(f);
    int low = 0, high = f->n_lines;
    while (high - low > 1) {
        int mid = low + (high - low) / 2;
        if (f->lines[mid] <= offset)
            low = mid;
        else
            high = mid;
    }
    return low;
}

static Place real_place(File *f, uint32_t offset)
{
    int line = line_index(f, offset);
    return (Place){f->name, line + 1, (int)(offset - f->lines[line]) + 1};
}

Place fileset_real_place(FileSet *set, Pos pos)
{
    File *f = fileset_file(set, pos);
    return f ? real_place(f, pos - f->base) : (Place){"", 0, 0};
}

Place fileset_place(FileSet *set, Pos pos)
{
    File *f = fileset_file(set, pos);
    if (!f)
        return (Place){"", 0, 0};
    uint32_t offset = pos - f->base;
    Place at = real_place(f, offset);
    int low = 0, high = f->directives.n; // how many directives begin at or before the offset
    while (low < high) {
        int mid = low + (high - low) / 2;
        if (f->directives.at[mid].offset <= offset)
            low = mid + 1;
        else
            high = mid;
    }
    if (low == 0)
        return at;
    const LineDirective *d = &f->directives.at[low - 1];
    Place from = real_place(f, d->offset);
    int column = at.column;
    if (d->column == 0)
        column = 0;
    else if (at.line == from.line)
        column = d->column + (at.column - from.column);
    return (Place){d->file, d->line + (at.line - from.line), column};
}

Str fileset_line_text(FileSet *set, Pos pos)
{
    File *f = fileset_file(set, pos);
    if (!f)
        return STR("");
    int line = line_index(f, pos - f->base);
    const char *start = f->text + f->lines[line], *limit = f->text + f->len;
    const char *end = memchr(start, '\n', (size_t)(limit - start));
    if (!end)
        end = limit;
    if (end > start && end[-1] == '\r')
        end--;
    return (Str){start, (size_t)(end - start)};
}

void file_add_directive(File *f, LineDirective d)
{
    ASSERT(f->directives.n == 0 || vec_last(&f->directives).offset <= d.offset);
    vec_push(&f->directives, f->arena, d);
}

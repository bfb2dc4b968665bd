// pos.c: from a position to the file, line and column that a reader sees.
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

static void make_lines(FileSet *set, File *f)
{
    vec_push(&f->lines, &set->arena, 0);
    const char *p = f->text, *end = f->text + f->len;
    while (p < end && (p = memchr(p, '\n', (size_t)(end - p)))) {
        p++;
        vec_push(&f->lines, &set->arena, (uint32_t)(p - f->text));
    }
}

// The index of the line that holds the offset.
static int line_index(FileSet *set, File *f, uint32_t offset)
{
    if (f->lines.n == 0)
        make_lines(set, f);
    int low = 0, high = f->lines.n;
    while (high - low > 1) {
        int mid = low + (high - low) / 2;
        if (f->lines.at[mid] <= offset)
            low = mid;
        else
            high = mid;
    }
    return low;
}

static Place real_place(FileSet *set, File *f, uint32_t offset)
{
    int line = line_index(set, f, offset);
    return (Place){f->name, line + 1, (int)(offset - f->lines.at[line]) + 1};
}

Place fileset_real_place(FileSet *set, Pos pos)
{
    File *f = fileset_file(set, pos);
    return f ? real_place(set, f, pos - f->base) : (Place){"", 0, 0};
}

Place fileset_place(FileSet *set, Pos pos)
{
    File *f = fileset_file(set, pos);
    if (!f)
        return (Place){"", 0, 0};
    uint32_t offset = pos - f->base;
    Place at = real_place(set, f, offset);
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
    Place from = real_place(set, f, d->offset);
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
    int line = line_index(set, f, pos - f->base);
    const char *start = f->text + f->lines.at[line], *limit = f->text + f->len;
    const char *end = memchr(start, '\n', (size_t)(limit - start));
    if (!end)
        end = limit;
    if (end > start && end[-1] == '\r')
        end--;
    return (Str){start, (size_t)(end - start)};
}

void file_add_directive(FileSet *set, File *f, LineDirective d)
{
    ASSERT(f->directives.n == 0 || vec_last(&f->directives).offset <= d.offset);
    vec_push(&f->directives, &set->arena, d);
}

// layout.c: makes the rows.
#include "repl/layout.h"

#include <stdlib.h>

#include "base/check.h"
#include "base/columns.h"
#include "base/utf8.h"
#include "repl/scan.h"

typedef struct Rows {
    Layout *l;
    Buf bytes;
    size_t *starts; // of each row in bytes
    int n, cap;
    int column;
    const char *color; // in force, NULL: none
    int cursor_row, cursor_column;
    size_t cursor_byte;
} Rows;

// Colours of the fixed part of the 256, half as bright as white: they can be read on black and on white, whatever the terminal's theme
// makes of the first sixteen.
#define PURPLE "\033[38;5;133m"
#define TEAL "\033[38;5;30m"
#define GREEN "\033[38;5;28m"
#define GREY "\033[38;5;244m"
#define BOLD_BLUE "\033[1;38;5;32m"

static const char *const colors[] = {[TEXT_KEYWORD] = PURPLE, [TEXT_BUILTIN] = TEAL, [TEXT_NUMBER] = TEAL,
                                     [TEXT_STRING] = GREEN,   [TEXT_COMMENT] = GREY};

static void begin_row(Rows *r)
{
    if (r->n == r->cap) {
        r->cap = r->cap ? r->cap * 2 : 32;
        r->starts = realloc(r->starts, sizeof *r->starts * (size_t)r->cap);
        if (!r->starts)
            out_of_memory();
    }
    r->starts[r->n++] = r->bytes.len;
    r->column = 0;
}

static void set_color(Rows *r, const char *color)
{
    if (!r->l->color || color == r->color)
        return;
    buf_add_text(&r->bytes, "\033[0m");
    if (color)
        buf_add_text(&r->bytes, color);
    r->color = color;
}

// Every row carries its own colours, so that rows can be left out.
static void end_row(Rows *r)
{
    if (r->color)
        buf_add_text(&r->bytes, "\033[0m");
    if (r->column < r->l->columns)
        buf_add_text(&r->bytes, "\033[K");
}

static void new_row(Rows *r)
{
    const char *color = r->color;
    end_row(r);
    begin_row(r);
    r->color = NULL;
    set_color(r, color);
}

static void add_prompt(Rows *r, const char *prompt)
{
    set_color(r, BOLD_BLUE);
    buf_add_text(&r->bytes, prompt);
    set_color(r, NULL);
    r->column = PROMPT_COLUMNS;
}

static void add_text(Rows *r, Str text, const uint8_t *classes, size_t cursor)
{
    int in_line = 0, width;
    for (size_t i = 0;; i += (size_t)width) {
        if (i == cursor) {
            if (r->column >= r->l->columns)
                new_row(r);
            r->cursor_row = r->n - 1;
            r->cursor_column = r->column;
            r->cursor_byte = r->bytes.len;
        }
        if (i >= text.len)
            return;
        int rune = utf8_decode(text.ptr + i, text.len - i, &width);
        if (rune == '\n') {
            new_row(r);
            add_prompt(r, PROMPT_MORE);
            in_line = 0;
            continue;
        }
        char bytes[16];
        size_t n;
        int w = rune_picture(rune, in_line, bytes, &n);
        if (r->column + w > r->l->columns)
            new_row(r);
        set_color(r, classes ? colors[classes[i]] : NULL);
        buf_add(&r->bytes, bytes, n);
        r->column += w;
        in_line += w;
    }
}

// A hint's lines are cut and not wrapped.
static void add_hint(Rows *r, Str hint)
{
    int width;
    bool fresh = true;
    for (size_t i = 0; i < hint.len; i += (size_t)width) {
        if (fresh) {
            new_row(r);
            set_color(r, GREY);
        }
        fresh = false;
        int rune = utf8_decode(hint.ptr + i, hint.len - i, &width);
        if (rune == '\n') {
            fresh = true;
            continue;
        }
        char bytes[16];
        size_t n;
        int w = rune_picture(rune, r->column, bytes, &n);
        if (r->column + w >= r->l->columns)
            continue;
        buf_add(&r->bytes, bytes, n);
        r->column += w;
    }
}

ScreenArea layout_area(Layout *l)
{
    Rows r = {.l = l};
    uint8_t *classes = NULL;
    if (l->color && l->text.len > 0 && l->text.ptr[0] != ':') {
        classes = calloc(l->text.len, 1);
        if (!classes)
            out_of_memory();
        Scan s = {.classes = classes};
        scan_text(&s, l->text);
    }
    begin_row(&r);
    add_prompt(&r, PROMPT);
    add_text(&r, l->text, classes, l->cursor);
    set_color(&r, NULL);
    int text_rows = r.n;
    add_hint(&r, l->hint);
    end_row(&r);
    free(classes);

    // What does not fit: hints first, then rows far from the cursor.
    int first = 0, last = r.n;
    if (last > l->rows) {
        first = (int)l->top;
        if (r.cursor_row < first)
            first = r.cursor_row;
        if (r.cursor_row >= first + l->rows)
            first = r.cursor_row - l->rows + 1;
        if (first + l->rows > r.n)
            first = r.n - l->rows;
        if (first > r.cursor_row)
            first = r.cursor_row;
        last = first + l->rows;
        if (text_rows <= l->rows && first > 0 && last > text_rows)
            first = 0, last = l->rows;
    }
    l->top = (size_t)first;
    ScreenArea area = {.n_rows = last - first, .cursor_row = r.cursor_row - first, .cursor_column = r.cursor_column};
    size_t row = r.starts[r.cursor_row];
    for (size_t i = row; i < r.cursor_byte; i++)
        if (r.bytes.ptr[i] & 0x80) {
            buf_add(&area.before_cursor, r.bytes.ptr + row, r.cursor_byte - row);
            if (l->color)
                buf_add_text(&area.before_cursor, "\033[0m");
            break;
        }
    for (int i = first; i < last; i++) {
        size_t from = r.starts[i], to = i + 1 < r.n ? r.starts[i + 1] : r.bytes.len;
        if (i > first)
            buf_add_text(&area.bytes, "\r\n");
        buf_add(&area.bytes, r.bytes.ptr + from, to - from);
    }
    free(r.starts);
    buf_done(&r.bytes);
    return area;
}

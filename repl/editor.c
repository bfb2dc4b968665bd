// editor.c: the keys' meanings.
#include "repl/editor.h"

#include <stdlib.h>

#include "base/columns.h"
#include "base/utf8.h"
#include "repl/layout.h"
#include "repl/scan.h"

void editor_init(Editor *e, Screen *s, History *h, EditorHooks hooks)
{
    *e = (Editor){.screen = s, .history = h, .hooks = hooks};
    e->keys = (KeyReader){.fd = s->in, .wake_fd = screen_wake_fd()};
}

// ---------------------------------------------------------------- text

static void insert(Editor *e, size_t at, Str s)
{
    size_t rest = e->text.len - at;
    for (size_t i = 0; i < s.len; i++)
        buf_add_char(&e->text, 0);
    if (s.len == 0)
        return;
    memmove(e->text.ptr + at + s.len, e->text.ptr + at, rest);
    memcpy(e->text.ptr + at, s.ptr, s.len);
    if (e->cursor >= at)
        e->cursor += s.len;
}

static void erase(Editor *e, size_t from, size_t to)
{
    if (from >= to)
        return;
    memmove(e->text.ptr + from, e->text.ptr + to, e->text.len - to);
    e->text.len -= to - from;
    if (e->cursor >= to)
        e->cursor -= to - from;
    else if (e->cursor > from)
        e->cursor = from;
}

static void set_text(Editor *e, Str s)
{
    e->text.len = 0;
    buf_add_str(&e->text, s);
    e->cursor = e->text.len;
}

// The whole character with the marks that stand over it.
static size_t next_char(const Editor *e, size_t at)
{
    if (at >= e->text.len)
        return at;
    bool first = true;
    while (at < e->text.len) {
        int width, r = utf8_decode(e->text.ptr + at, e->text.len - at, &width);
        if (!first && (r < 0x300 || rune_columns(r) > 0))
            break;
        at += (size_t)width;
        first = false;
    }
    return at;
}

static size_t previous_char(const Editor *e, size_t at)
{
    while (at > 0) {
        do
            at--;
        while (at > 0 && ((unsigned char)e->text.ptr[at] & 0xC0) == 0x80);
        int width, r = utf8_decode(e->text.ptr + at, e->text.len - at, &width);
        if (r < 0x300 || rune_columns(r) > 0)
            break;
    }
    return at;
}

static size_t line_start(const Editor *e, size_t at)
{
    while (at > 0 && e->text.ptr[at - 1] != '\n')
        at--;
    return at;
}

static size_t line_end(const Editor *e, size_t at)
{
    while (at < e->text.len && e->text.ptr[at] != '\n')
        at++;
    return at;
}

static size_t word_left(const Editor *e, size_t at)
{
    while (at > 0 && !is_word_byte(e->text.ptr[at - 1]))
        at--;
    while (at > 0 && is_word_byte(e->text.ptr[at - 1]))
        at--;
    return at;
}

static size_t word_right(const Editor *e, size_t at)
{
    while (at < e->text.len && !is_word_byte(e->text.ptr[at]))
        at++;
    while (at < e->text.len && is_word_byte(e->text.ptr[at]))
        at++;
    return at;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

static size_t blank_word_left(const Editor *e, size_t at)
{
    while (at > 0 && is_blank(e->text.ptr[at - 1]))
        at--;
    while (at > 0 && !is_blank(e->text.ptr[at - 1]))
        at--;
    return at;
}

// Takes text away for Ctrl-Y; what is killed in a row is kept as one.
static void kill_text(Editor *e, size_t from, size_t to, bool again)
{
    if (from >= to)
        return;
    Buf b = {0};
    Str piece = {e->text.ptr + from, to - from};
    bool before = to == e->cursor && from < e->cursor;
    if (again && !before)
        buf_add_str(&b, buf_str(&e->killed));
    buf_add_str(&b, piece);
    if (again && before)
        buf_add_str(&b, buf_str(&e->killed));
    buf_done(&e->killed);
    e->killed = b;
    erase(e, from, to);
    e->kill_again = true;
}

// ---------------------------------------------------------------- lines and history

static void use_history(Editor *e, int index)
{
    if (index < 0 || index > e->history->n || index == e->history_index)
        return;
    if (e->history_index >= e->history->n) {
        e->draft.len = 0;
        buf_add_str(&e->draft, buf_str(&e->text));
    }
    e->history_index = index;
    if (index == e->history->n)
        set_text(e, buf_str(&e->draft));
    else
        set_text(e, (Str){e->history->at[index].text, e->history->at[index].len});
}

static void move_line(Editor *e, int goal, int by)
{
    size_t start = line_start(e, e->cursor);
    if (goal < 0)
        goal = text_columns((Str){e->text.ptr + start, e->cursor - start});
    if (by < 0 && start == 0) {
        use_history(e, e->history_index - 1);
        return;
    }
    size_t end = line_end(e, e->cursor);
    if (by > 0 && end == e->text.len) {
        use_history(e, e->history_index + 1);
        if (e->text.len > 0)
            e->cursor = line_end(e, 0);
        return;
    }
    size_t to = by < 0 ? line_start(e, start - 1) : end + 1;
    size_t stop = line_end(e, to);
    e->cursor = to;
    while (e->cursor < stop && text_columns((Str){e->text.ptr + to, next_char(e, e->cursor) - to}) <= goal)
        e->cursor = next_char(e, e->cursor);
    e->goal_column = goal;
}

static int depth_before(const Editor *e, size_t at)
{
    Scan s = {0};
    scan_text(&s, (Str){e->text.ptr ? e->text.ptr : "", at});
    return s.at_end == TEXT_PLAIN ? s.depth : -1;
}

static void insert_newline(Editor *e)
{
    int next = keys_peek(&e->keys);
    if (next == ' ' || next == '\t' || next == '\r' || next == '\n') { // a paste without brackets around it: it is indented already
        insert(e, e->cursor, STR("\n"));
        return;
    }
    int depth = depth_before(e, e->cursor);
    bool closes = e->cursor < e->text.len && strchr(")]}", e->text.ptr[e->cursor]);
    insert(e, e->cursor, STR("\n"));
    for (int i = 0; i < depth; i++)
        insert(e, e->cursor, STR("\t"));
    if (!closes || depth <= 0)
        return;
    size_t here = e->cursor; // `{|}`: the bracket goes onto a line of its own
    insert(e, e->cursor, STR("\n"));
    for (int i = 0; i + 1 < depth; i++)
        insert(e, e->cursor, STR("\t"));
    e->cursor = here;
}

// Takes the line's indentation one step back from that of the brackets around it, if it has no less already.
static void indent_as_label(Editor *e, size_t start)
{
    int depth = depth_before(e, start);
    size_t end = start;
    while (end < e->text.len && e->text.ptr[end] == '\t')
        end++;
    if (depth > 0 && (int)(end - start) == depth)
        erase(e, start, start + 1);
}

// `case x:` and `default:` stand where their switch or select stands.
static void outdent_case(Editor *e)
{
    size_t start = line_start(e, e->cursor), word = start;
    while (word < e->cursor && e->text.ptr[word] == '\t')
        word++;
    Str line = {e->text.ptr + word, e->cursor - word};
    if (str_has_prefix(line, STR("case ")) || str_is(line, "default"))
        indent_as_label(e, start);
}

// A closing bracket that begins its line goes one step to the left.
static void outdent(Editor *e)
{
    size_t start = line_start(e, e->cursor);
    for (size_t i = start; i < e->cursor; i++)
        if (e->text.ptr[i] != '\t')
            return;
    int depth = depth_before(e, e->cursor);
    while (depth > 0 && e->cursor > start && (int)(e->cursor - start) >= depth)
        erase(e, e->cursor - 1, e->cursor);
}

// ---------------------------------------------------------------- completion

static size_t common_prefix(const Completions *c)
{
    size_t n = strlen(c->list.at[0].text);
    for (int i = 1; i < c->list.n; i++)
        for (size_t j = 0; j < n; j++)
            if (c->list.at[i].text[j] != c->list.at[0].text[j]) {
                n = j;
                break;
            }
    while (n > 0 && ((unsigned char)c->list.at[0].text[n] & 0xC0) == 0x80)
        n--;
    return n;
}

static void list_candidates(Editor *e, const Completions *c)
{
    int rows = e->screen->rows > 8 ? e->screen->rows * 2 / 3 : 4, widest = 0;
    for (int i = 0; i < c->list.n; i++) {
        int w = text_columns(str_of(c->list.at[i].text));
        widest = w > widest ? w : widest;
    }
    int shown = 0;
    if (c->list.n <= rows) {
        for (; shown < c->list.n; shown++) {
            const Candidate *k = &c->list.at[shown];
            buf_printf(&e->hint, "%s%s", shown ? "\n" : "", k->text);
            if (k->detail[0])
                buf_printf(&e->hint, "%*s%s", widest - text_columns(str_of(k->text)) + 2, "", k->detail);
        }
        return;
    }
    int across = e->screen->columns / (widest + 2);
    across = across < 1 ? 1 : across;
    int down = (c->list.n + across - 1) / across;
    bool cut = down > rows;
    down = cut ? rows : down;
    for (int row = 0; row < down; row++) {
        buf_add_text(&e->hint, row ? "\n" : "");
        for (int column = 0; column < across; column++) {
            int i = cut ? row * across + column : column * down + row;
            if (i >= c->list.n)
                break;
            buf_printf(&e->hint, "%s%*s", c->list.at[i].text, widest + 2 - text_columns(str_of(c->list.at[i].text)), "");
            shown++;
        }
    }
    if (cut)
        buf_printf(&e->hint, "\n\xe2\x80\xa6 %d more", c->list.n - shown);
}

static void complete(Editor *e, bool second)
{
    size_t start = line_start(e, e->cursor);
    bool indents = true;
    for (size_t i = start; i < e->cursor; i++)
        indents &= e->text.ptr[i] == '\t' || e->text.ptr[i] == ' ';
    bool names = e->cursor > 0 && (is_word_byte(e->text.ptr[e->cursor - 1]) || e->text.ptr[e->cursor - 1] == '.');
    if ((indents && e->text.len > 0) || (!names && keys_peek(&e->keys) > ' ')) { // the latter is in the middle of a paste
        insert(e, e->cursor, STR("\t"));
        return;
    }
    Completions c = {0};
    e->hooks.complete(e->hooks.data, buf_str(&e->text), e->cursor, &c);
    if (c.list.n > 0) {
        size_t n = common_prefix(&c), typed = e->cursor - c.start;
        if (n > typed || (c.list.n == 1 && n >= typed)) {
            erase(e, c.start, e->cursor);
            insert(e, c.start, (Str){c.list.at[0].text, n});
            if (c.list.n == 1 && c.list.at[0].detail[0])
                buf_printf(&e->hint, "%s  %s", c.list.at[0].text, c.list.at[0].detail);
            e->completed = c.list.n > 1;
        } else if (second) {
            list_candidates(e, &c);
        } else {
            e->completed = true;
        }
    }
    completions_done(&c);
}

// ---------------------------------------------------------------- drawing

static void draw(Editor *e)
{
    Buf title = {0};
    Layout l = {.columns = e->screen->columns,
                .rows = e->screen->rows - 1,
                .color = e->screen->color,
                .text = buf_str(&e->text),
                .cursor = e->cursor,
                .hint = buf_str(&e->hint),
                .top = e->top};
    if (e->searching) {
        buf_printf(&title, "(search%s) %.*s", e->found < 0 && e->query.len > 0 ? ": nothing" : "", STR_ARG(buf_str(&e->query)));
        l.hint = buf_str(&title);
    }
    ScreenArea area = layout_area(&l);
    e->top = l.top;
    screen_draw(e->screen, area);
    buf_done(&title);
}

static void draw_final(Editor *e)
{
    e->hint.len = 0;
    e->searching = false;
    e->cursor = e->text.len;
    draw(e);
    screen_leave_area(e->screen);
    e->top = 0;
}

// ---------------------------------------------------------------- search

static void search_from(Editor *e, int before)
{
    int at = history_search(e->history, buf_str(&e->query), before);
    if (at < 0 && before < e->history->n && e->found >= 0)
        return; // the oldest one stays
    e->found = at;
    if (at < 0)
        return;
    set_text(e, (Str){e->history->at[at].text, e->history->at[at].len});
    const char *where = e->query.len ? memmem(e->text.ptr, e->text.len, e->query.ptr, e->query.len) : NULL;
    if (where)
        e->cursor = (size_t)(where - e->text.ptr);
}

static void begin_search(Editor *e)
{
    e->draft.len = 0;
    buf_add_str(&e->draft, buf_str(&e->text));
    e->searching = true;
    e->query.len = 0;
    e->found = -1;
}

// false: the key ends the search and is to be taken as usual.
static bool search_key(Editor *e, Key k)
{
    switch (k.kind) {
    case KEY_RUNE:
        buf_add_rune(&e->query, k.rune);
        search_from(e, e->history->n);
        return true;
    case KEY_BACKSPACE:
        while (e->query.len > 0 && ((unsigned char)e->query.ptr[--e->query.len] & 0xC0) == 0x80) {
        }
        search_from(e, e->history->n);
        return true;
    case KEY_WAKE:
    case KEY_UNKNOWN:
        return true;
    case KEY_CTRL:
        if (k.rune == 'r') {
            search_from(e, e->found >= 0 ? e->found : e->history->n);
            return true;
        }
        if (k.rune == 'c' || k.rune == 'g') {
            e->searching = false;
            set_text(e, buf_str(&e->draft));
            return true;
        }
        break;
    default:
        break;
    }
    e->searching = false;
    if (e->found >= 0)
        e->history_index = e->found;
    return k.kind == KEY_ESCAPE;
}

// ---------------------------------------------------------------- keys

static void ctrl_key(Editor *e, int letter, bool kill_again)
{
    switch (letter) {
    case 'a': e->cursor = line_start(e, e->cursor); break;
    case 'e': e->cursor = line_end(e, e->cursor); break;
    case 'b': e->cursor = previous_char(e, e->cursor); break;
    case 'f': e->cursor = next_char(e, e->cursor); break;
    case 'd': erase(e, e->cursor, next_char(e, e->cursor)); break;
    case 'k': {
        size_t end = line_end(e, e->cursor);
        kill_text(e, e->cursor, end == e->cursor && end < e->text.len ? end + 1 : end, kill_again);
        break;
    }
    case 'u': kill_text(e, line_start(e, e->cursor), e->cursor, kill_again); break;
    case 'w': kill_text(e, blank_word_left(e, e->cursor), e->cursor, kill_again); break;
    case 'y': insert(e, e->cursor, buf_str(&e->killed)); break;
    case 'p': use_history(e, e->history_index - 1); break;
    case 'n': use_history(e, e->history_index + 1); break;
    case 't': {
        size_t b = e->cursor == line_end(e, e->cursor) ? previous_char(e, e->cursor) : e->cursor;
        size_t a = previous_char(e, b), end = next_char(e, b);
        if (b > line_start(e, b)) {
            Buf moved = {0};
            buf_add(&moved, e->text.ptr + b, end - b);
            e->cursor = end;
            erase(e, b, end);
            insert(e, a, buf_str(&moved));
            e->cursor = end;
            buf_done(&moved);
        }
        break;
    }
    case 'r': begin_search(e); break;
    case 'l': screen_clear(e->screen); break;
    case 'z': screen_suspend(e->screen); break;
    }
}

static void alt_key(Editor *e, int letter, bool kill_again)
{
    switch (letter) {
    case 'b': e->cursor = word_left(e, e->cursor); break;
    case 'f': e->cursor = word_right(e, e->cursor); break;
    case 'd': kill_text(e, e->cursor, word_right(e, e->cursor), kill_again); break;
    case '<': use_history(e, 0); break;
    case '>': use_history(e, e->history->n); break;
    }
}

static void rune_key(Editor *e, int rune)
{
    char bytes[4];
    if (rune == '}' || rune == ')' || rune == ']')
        outdent(e);
    if (rune == ':')
        outdent_case(e);
    insert(e, e->cursor, (Str){bytes, (size_t)utf8_encode(bytes, rune)});
    if ((rune == '(' || rune == ',') && !keys_pending(&e->keys))
        e->hooks.signature(e->hooks.data, buf_str(&e->text), e->cursor, &e->hint);
}

static void edit_key(Editor *e, Key k)
{
    bool kill_again = e->kill_again, second = e->completed;
    int goal = e->goal_column;
    e->kill_again = e->completed = false;
    e->goal_column = -1;
    e->hint.len = 0;
    switch (k.kind) {
    case KEY_RUNE: rune_key(e, k.rune); break;
    case KEY_CTRL: ctrl_key(e, k.rune, kill_again); break;
    case KEY_ALT: alt_key(e, k.rune, kill_again); break;
    case KEY_PASTE: insert(e, e->cursor, buf_str(&e->keys.paste)); break;
    case KEY_ALT_ENTER: insert_newline(e); break;
    case KEY_TAB: complete(e, second); break;
    case KEY_BACK_TAB: {
        size_t start = line_start(e, e->cursor);
        if (start < e->text.len && e->text.ptr[start] == '\t')
            erase(e, start, start + 1);
        break;
    }
    case KEY_BACKSPACE: erase(e, previous_char(e, e->cursor), e->cursor); break;
    case KEY_ALT_BACKSPACE: kill_text(e, word_left(e, e->cursor), e->cursor, kill_again); break;
    case KEY_DELETE: erase(e, e->cursor, next_char(e, e->cursor)); break;
    case KEY_UP: move_line(e, goal, -1); break;
    case KEY_DOWN: move_line(e, goal, 1); break;
    case KEY_LEFT: e->cursor = previous_char(e, e->cursor); break;
    case KEY_RIGHT: e->cursor = next_char(e, e->cursor); break;
    case KEY_WORD_LEFT: e->cursor = word_left(e, e->cursor); break;
    case KEY_WORD_RIGHT: e->cursor = word_right(e, e->cursor); break;
    case KEY_HOME: e->cursor = line_start(e, e->cursor); break;
    case KEY_END: e->cursor = line_end(e, e->cursor); break;
    case KEY_WAKE:
        if (k.continued)
            screen_begin_edit(e->screen);
        screen_measure(e->screen);
        break;
    case KEY_ENTER: case KEY_ESCAPE: case KEY_GONE: case KEY_UNKNOWN: break;
    }
}

// Enter on a blank last line asks for an evaluation, people think; what is open says why there is none.
static void explain_unfinished(Editor *e)
{
    size_t start = line_start(e, e->cursor);
    for (size_t i = start; i < e->text.len; i++)
        if (!is_blank(e->text.ptr[i]))
            return;
    if (start == 0 || keys_pending(&e->keys))
        return;
    Scan s = {0};
    scan_text(&s, buf_str(&e->text));
    if (s.at_end == TEXT_STRING)
        buf_add_text(&e->hint, "a string is open; Ctrl-C drops the input");
    else if (s.at_end == TEXT_COMMENT)
        buf_add_text(&e->hint, "a comment is open; Ctrl-C drops the input");
    else if (s.depth > 0 && s.depth <= SCAN_MAX_OPEN)
        buf_printf(&e->hint, "%c is open; Ctrl-C drops the input", s.open[s.depth - 1]);
    else
        buf_add_text(&e->hint, "not complete; Ctrl-C drops the input");
}

static bool is_ctrl(Key k, int letter)
{
    return k.kind == KEY_CTRL && k.rune == letter;
}

EditResult editor_read(Editor *e, Str *text)
{
    history_refresh(e->history);
    e->text.len = e->cursor = e->hint.len = e->top = 0;
    e->kill_again = e->completed = e->searching = false;
    e->goal_column = -1;
    e->history_index = e->history->n;
    screen_measure(e->screen);
    screen_begin_edit(e->screen);
    EditResult result = EDIT_INPUT;
    for (;;) {
        if (!keys_pending(&e->keys))
            draw(e);
        Key k = keys_next(&e->keys);
        if (e->searching && search_key(e, k))
            continue;
        if (k.kind == KEY_GONE || (is_ctrl(k, 'd') && e->text.len == 0)) {
            result = EDIT_END;
            break;
        }
        if (is_ctrl(k, 'c')) {
            result = EDIT_DROPPED;
            break;
        }
        if (k.kind == KEY_ENTER) {
            if (e->hooks.is_complete(e->hooks.data, buf_str(&e->text)))
                break;
            e->hint.len = 0;
            explain_unfinished(e);
            insert_newline(e);
            continue;
        }
        edit_key(e, k);
    }
    draw_final(e);
    screen_end_edit(e->screen);
    *text = buf_str(&e->text);
    return result;
}

// message.c: how the checker reports, and the texts that messages are made of.
#include "base/check.h"
#include "types/checker.h"

// The reference drops messages that only repeat an earlier mistake: those that quote an operand or type known to be wrong, in what is
// not another place's line of the message.
static bool is_follow_on(const char *text)
{
    const char *end = text;
    while (*end && !(end[0] == '\n' && end[1] == '\t' && end[2] != '\t'))
        end++;
    static const char *const marks[] = {"invalid operand", "invalid type"};
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        const char *at = memmem(text, (size_t)(end - text), marks[i], strlen(marks[i]));
        if (at && at > text)
            return true;
    }
    return false;
}

static void report(Checker *c, Pos pos, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
static void report(Checker *c, Pos pos, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    diag_verror(c->diags, pos, fmt, ap);
    va_end(ap);
}

// Where a language version was asked for, the message says who set the version that is in force.
static void add_version_hint(Checker *c, Buf *text)
{
    const char *at = strstr(text->ptr, "requires go1.");
    if (!at || !strstr(at, " or later"))
        return;
    if (c->env.pkg && c->env.version == c->env.pkg->lang)
        buf_printf(text, " (-lang was set to go1.%d; check go.mod)", c->env.version);
    else
        buf_printf(text, " (file declares //go:build go1.%d)", c->env.version);
}

static void check_verror(Checker *c, Pos pos, const char *fmt, va_list ap) __attribute__((format(printf, 3, 0)));
static void check_verror(Checker *c, Pos pos, const char *fmt, va_list ap)
{
    Buf text = {0};
    buf_vprintf(&text, fmt, ap);
    if (c->env.version)
        add_version_hint(c, &text);
    if (!is_follow_on(text.ptr)) {
        c->reported = true;
        // An inherited constant expression stands elsewhere; its mistakes are those of the constant that inherits it.
        report(c, c->env.err_pos ? c->env.err_pos : pos, "%s", text.ptr);
    }
    buf_done(&text);
}

void check_error(Checker *c, Pos pos, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    check_verror(c, pos, fmt, ap);
    va_end(ap);
}

Pos error_pos(Node *n)
{
    return n ? node_start(n) : NO_POS;
}

const char *type_text(Checker *c, Type *t)
{
    Buf b = {0};
    type_print(&b, t, c->env.pkg);
    const char *text = arena_copy_text(c->arena, b.ptr ? b.ptr : "", b.len);
    buf_done(&b);
    return text;
}

const char *expr_text(Checker *c, Node *e)
{
    Buf b = {0};
    if (e)
        node_print_expr(&b, e);
    const char *text = arena_copy_text(c->arena, b.ptr ? b.ptr : "", b.len);
    buf_done(&b);
    return text;
}

static const char *place_text(Checker *c, Place p)
{
    if (p.column)
        return text_printf(c, "%s:%d:%d", p.file, p.line, p.column);
    return text_printf(c, "%s:%d", p.file, p.line);
}

const char *pos_text(Checker *c, Pos pos)
{
    const char *shown = place_text(c, fileset_place(c->cfg.files, pos));
    const char *real = place_text(c, fileset_real_place(c->cfg.files, pos));
    return strcmp(shown, real) == 0 ? shown : text_printf(c, "%s[%s]", shown, real);
}

const char *text_printf(Checker *c, const char *fmt, ...)
{
    Buf b = {0};
    va_list ap;
    va_start(ap, fmt);
    buf_vprintf(&b, fmt, ap);
    va_end(ap);
    const char *text = arena_copy_text(c->arena, b.ptr ? b.ptr : "", b.len);
    buf_done(&b);
    return text;
}

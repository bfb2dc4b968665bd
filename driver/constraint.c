// constraint.c: build constraints.
// Sources: `go help buildconstraint`.
#include "driver/constraint.h"

#include <ctype.h>
#include <stdlib.h>

static const char *const systems[] = {"aix",    "android", "darwin", "dragonfly", "freebsd", "hurd",   "illumos", "ios",     "js",
                                      "linux",  "nacl",    "netbsd", "openbsd",   "plan9",   "solaris", "wasip1",  "windows", "zos"};
static const char *const machines[] = {"386",    "amd64",   "amd64p32", "arm",     "armbe",   "arm64",  "arm64be", "loong64", "mips",
                                       "mipsle", "mips64",  "mips64le", "mips64p32", "mips64p32le", "ppc", "ppc64", "ppc64le", "riscv",
                                       "riscv64", "s390",   "s390x",    "sparc",   "sparc64", "wasm"};
static bool listed(Str word, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_is(word, list[i]))
            return true;
    return false;
}

static bool tag_holds(Str tag, int go_minor)
{
    if (str_is(tag, "linux") || str_is(tag, "amd64") || str_is(tag, "unix") || str_is(tag, "gc"))
        return true;
    if (str_has_prefix(tag, STR("go1."))) {
        int minor = 0;
        for (size_t i = 4; i < tag.len; i++) {
            if (!isdigit((unsigned char)tag.ptr[i]) || minor > 1000)
                return false;
            minor = minor * 10 + (tag.ptr[i] - '0');
        }
        return tag.len > 4 && minor >= 1 && minor <= go_minor;
    }
    return false;
}

bool constraint_name_is_go(const char *file_name)
{
    return str_has_suffix(str_of(file_name), STR(".go")) && file_name[0] != '_' && file_name[0] != '.';
}

bool constraint_name_is_test(const char *file_name)
{
    return str_has_suffix(str_of(file_name), STR("_test.go"));
}

bool constraint_name_matches(const char *file_name)
{
    if (!constraint_name_is_go(file_name) || constraint_name_is_test(file_name))
        return false;
    Str name = str_of(file_name);
    name.len -= 3;
    // What stands before the first '_' is never a tag.
    Str words[2] = {{"", 0}, {"", 0}}; // last, the one before
    int n = 0;
    const char *first = memchr(name.ptr, '_', name.len);
    if (!first)
        return true;
    const char *end = name.ptr + name.len;
    while (n < 2 && end > first) {
        const char *p = end;
        while (p > first && p[-1] != '_')
            p--;
        words[n++] = (Str){p, (size_t)(end - p)};
        end = p - 1;
    }
    if (n == 2 && listed(words[1], systems, sizeof systems / sizeof *systems) &&
        listed(words[0], machines, sizeof machines / sizeof *machines))
        return tag_holds(words[1], GO_MINOR) && tag_holds(words[0], GO_MINOR);
    if (n >= 1 && (listed(words[0], systems, sizeof systems / sizeof *systems) ||
                   listed(words[0], machines, sizeof machines / sizeof *machines)))
        return tag_holds(words[0], GO_MINOR);
    return true;
}

typedef struct ExprReader {
    const char *at, *end;
    Str token; // empty at the end
    bool is_tag;
    int go_minor; // the language version that is asked about
    int size;
    const char *error; // what is wrong with the expression, and
    Str about;         // the text that belongs behind it
} ExprReader;

enum { MAX_SIZE = 1000 };

static bool read_or(ExprReader *r);

static bool fail(ExprReader *r, const char *error, Str about)
{
    if (!r->error) {
        r->error = error;
        r->about = about;
    }
    r->token = (Str){r->end, 0};
    r->at = r->end;
    r->is_tag = false;
    return false;
}

static void next_token(ExprReader *r)
{
    r->is_tag = false;
    while (r->at < r->end && (*r->at == ' ' || *r->at == '\t'))
        r->at++;
    const char *from = r->at;
    if (from == r->end) {
        r->token = (Str){from, 0};
        return;
    }
    if (strchr("()!", *from)) {
        r->at++;
    } else if (*from == '&' || *from == '|') {
        if (r->end - from < 2 || from[1] != *from) {
            fail(r, "invalid syntax at ", (Str){from, 1});
            return;
        }
        r->at += 2;
    } else {
        while (r->at < r->end && (isalnum((unsigned char)*r->at) || *r->at == '_' || *r->at == '.' || (*r->at & 0x80)))
            r->at++;
        if (r->at == from) {
            fail(r, "invalid syntax at ", (Str){from, 1});
            return;
        }
        r->is_tag = true;
    }
    r->token = (Str){from, (size_t)(r->at - from)};
}

static bool read_atom(ExprReader *r)
{
    bool value;
    if (str_is(r->token, "(")) {
        value = read_or(r);
        if (r->error && strcmp(r->error, "unexpected end of expression") == 0)
            r->error = "missing close paren";
        if (!str_is(r->token, ")"))
            return fail(r, "missing close paren", STR(""));
    } else {
        if (!r->is_tag)
            return r->token.len ? fail(r, "unexpected token ", r->token) : fail(r, "unexpected end of expression", STR(""));
        value = tag_holds(r->token, r->go_minor);
    }
    next_token(r);
    return value;
}

static bool read_unary(ExprReader *r)
{
    if (r->error || ++r->size > MAX_SIZE)
        return fail(r, "build expression too large", STR(""));
    next_token(r);
    if (!str_is(r->token, "!"))
        return read_atom(r);
    next_token(r);
    if (str_is(r->token, "!"))
        return fail(r, "double negation not allowed", STR(""));
    return !read_atom(r);
}

static bool read_and(ExprReader *r)
{
    bool value = read_unary(r);
    while (str_is(r->token, "&&"))
        value = read_unary(r) && value;
    return value;
}

static bool read_or(ExprReader *r)
{
    bool value = read_and(r);
    while (str_is(r->token, "||"))
        value = read_and(r) || value;
    return value;
}

// `// +build a,b c`: one of the words, all tags of it.
static bool old_line_holds(Str line)
{
    bool any = false;
    for (size_t i = 0; i < line.len;) {
        while (i < line.len && isspace((unsigned char)line.ptr[i]))
            i++;
        bool all = true, some = false;
        while (i < line.len && !isspace((unsigned char)line.ptr[i])) {
            size_t from = i;
            while (i < line.len && !isspace((unsigned char)line.ptr[i]) && line.ptr[i] != ',')
                i++;
            Str tag = {line.ptr + from, i - from};
            bool not = str_has_prefix(tag, STR("!"));
            if (not)
                tag = (Str){tag.ptr + 1, tag.len - 1};
            all = all && tag_holds(tag, GO_MINOR) != not;
            some = true;
            if (i < line.len && line.ptr[i] == ',')
                i++;
        }
        any = any || (some && all);
    }
    return any;
}

// What the lines before the package clause say.
typedef struct Constraint {
    Str expr; // of the //go:build line; ptr NULL: there is none
    bool old_holds; // all // +build lines
} Constraint;

static Constraint find_constraint(Str text)
{
    Constraint found = {.old_holds = true};
    for (size_t at = 0; at < text.len;) {
        size_t end = at;
        while (end < text.len && text.ptr[end] != '\n')
            end++;
        Str line = {text.ptr + at, end - at};
        while (line.len > 0 && isspace((unsigned char)line.ptr[0]))
            line = (Str){line.ptr + 1, line.len - 1};
        while (line.len > 0 && isspace((unsigned char)line.ptr[line.len - 1]))
            line.len--;
        if (str_has_prefix(line, STR("//go:build "))) {
            found.expr = (Str){line.ptr + 11, line.len - 11};
            return found;
        }
        if (str_has_prefix(line, STR("// +build ")))
            found.old_holds = found.old_holds && old_line_holds((Str){line.ptr + 10, line.len - 10});
        else if (str_has_prefix(line, STR("//+build ")))
            found.old_holds = found.old_holds && old_line_holds((Str){line.ptr + 9, line.len - 9});
        if (str_has_prefix(line, STR("/*"))) {
            const char *close = memmem(line.ptr, (size_t)(text.ptr + text.len - line.ptr), "*/", 2);
            if (!close)
                break;
            at = (size_t)(close + 2 - text.ptr);
            continue;
        }
        if (line.len > 0 && !str_has_prefix(line, STR("//")))
            break;
        at = end + 1;
    }
    return found;
}

static bool expr_holds(Str expr, int go_minor, Buf *error)
{
    ExprReader r = {.at = expr.ptr, .end = expr.ptr + expr.len, .go_minor = go_minor};
    bool value = read_or(&r);
    if (r.token.len)
        fail(&r, "unexpected token ", r.token);
    if (r.error && error)
        buf_printf(error, "%s%.*s", r.error, STR_ARG(r.about));
    return value && !r.error;
}

bool constraint_text_matches(Str text, Buf *error)
{
    Constraint c = find_constraint(text);
    return c.expr.ptr ? expr_holds(c.expr, GO_MINOR, error) : c.old_holds;
}

int constraint_go_version(Str text)
{
    Constraint c = find_constraint(text);
    if (!c.expr.ptr || expr_holds(c.expr, 0, NULL) || !expr_holds(c.expr, GO_MINOR, NULL))
        return 0;
    int minor = 1;
    while (!expr_holds(c.expr, minor, NULL))
        minor++;
    return minor;
}

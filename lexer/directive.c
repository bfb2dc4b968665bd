// directive.c: comments that say something to the compiler: //line, and //go: before declarations.
#include <limits.h>
#include <string.h>

#include "base/check.h"
#include "lexer/scan.h"

// -- //line

// The number behind the last colon of text; *start is where it begins, 0 if there is no colon.
static bool trailing_digits(Str text, size_t *start, unsigned long long *value)
{
    size_t i = text.len;
    while (i > 0 && text.ptr[i - 1] != ':')
        i--;
    *start = i;
    *value = 0;
    if (i == 0 || i == text.len)
        return false;
    for (size_t k = i; k < text.len; k++) {
        if (text.ptr[k] < '0' || text.ptr[k] > '9' || *value > ULLONG_MAX / 10 - 10)
            return false;
        *value = *value * 10 + (unsigned)(text.ptr[k] - '0');
    }
    return true;
}

// path without ".", ".." where they can go, and doubled slashes, as Go's filepath.Clean.
static const char *clean_path(Arena *arena, const char *path)
{
    size_t n = strlen(path), r = 0, w = 0, dotdot = 0;
    char *out = arena_alloc(arena, n + 2);
    bool rooted = n > 0 && path[0] == '/';
    if (rooted) {
        out[w++] = '/';
        r = dotdot = 1;
    }
    while (r < n) {
        size_t end = r;
        while (end < n && path[end] != '/')
            end++;
        size_t len = end - r;
        if (len == 2 && path[r] == '.' && path[r + 1] == '.') {
            if (w > dotdot) {
                for (w--; w > dotdot && out[w] != '/'; w--)
                    ;
            } else if (!rooted) {
                if (w > 0)
                    out[w++] = '/';
                out[w++] = '.';
                out[w++] = '.';
                dotdot = w;
            }
        } else if (len > 0 && !(len == 1 && path[r] == '.')) {
            if ((rooted && w != 1) || (!rooted && w != 0))
                out[w++] = '/';
            memcpy(out + w, path + r, len);
            w += len;
        }
        r = end + 1;
    }
    if (w == 0)
        out[w++] = '.';
    out[w] = 0;
    return out;
}

// Relative names are relative to the folder of the file that has the directive.
static const char *directive_file(Lexer *lx, Str name)
{
    Arena *arena = &lx->files->arena;
    const char *path = clean_path(arena, arena_copy_text(arena, name.ptr, name.len));
    const char *slash = strrchr(lx->file->name, '/');
    if (path[0] == '/' || !slash)
        return path;
    int folder = (int)(slash - lx->file->name);
    return clean_path(arena, arena_printf(arena, "%.*s/%s", folder, lx->file->name, path));
}

// text is what stands behind "line "; `behind` is where the new numbering begins.
void scan_line_directive(Lexer *lx, Str text, const unsigned char *behind)
{
    enum { LARGEST = 1 << 30 };
    const unsigned char *at = (const unsigned char *)text.ptr;
    size_t i, i2;
    unsigned long long line, column = 0, number;
    bool ok = trailing_digits(text, &i, &line);
    if (i == 0)
        return;
    if (!ok) {
        scan_error(lx, at + i, "invalid line number: %.*s", (int)(text.len - i), text.ptr + i);
        return;
    }
    Str name = {text.ptr, i - 1};
    bool has_column = trailing_digits(name, &i2, &number);
    if (has_column) {
        column = line;
        line = number;
        if (column == 0 || column > LARGEST) {
            scan_error(lx, at + i, "invalid column number: %.*s", (int)(text.len - i),
                       text.ptr + i);
            return;
        }
        size_t swap = i;
        i = i2;
        i2 = swap;
        text.len = i2 - 1;
        name.len = i - 1;
    }
    if (line == 0 || line > LARGEST) {
        scan_error(lx, at + i, "invalid line number: %.*s", (int)(text.len - i), text.ptr + i);
        return;
    }
    LineDirective d = {
        .offset = (uint32_t)(behind - lx->text), .line = (int)line, .column = (int)column};
    if (name.len == 0 && has_column)
        d.file = lx->file->directives.n ? vec_last(&lx->file->directives).file : lx->file->name;
    else
        d.file = name.len ? directive_file(lx, name) : "";
    // A text that is read a second time (after a syntax error) finds its directives again.
    if (lx->file->directives.n == 0 || vec_last(&lx->file->directives).offset < d.offset)
        file_add_directive(lx->file, d);
}

// -- //go:

// What a directive may stand before.
typedef enum DirectiveUse {
    USE_ANYTHING, // not known to the compiler, or checked elsewhere
    USE_PACKAGE,
    USE_FUNCTION,
} DirectiveUse;

static DirectiveUse use_of(Str text)
{
    static const char *const for_functions[] = {
        "noescape",           "norace",          "nosplit",          "noinline",
        "nocheckptr",         "systemstack",     "nowritebarrier",   "nowritebarrierrec",
        "yeswritebarrierrec", "cgo_unsafe_args", "uintptrkeepalive", "uintptrescapes",
        "registerparams",
    };
    const char *space = memchr(text.ptr, ' ', text.len);
    Str verb = {text.ptr + 3, (space ? (size_t)(space - text.ptr) : text.len) - 3};
    if (str_is(verb, "build"))
        return USE_PACKAGE;
    for (size_t i = 0; i < COUNT_OF(for_functions); i++) {
        if (str_is(verb, for_functions[i]))
            return USE_FUNCTION;
    }
    return USE_ANYTHING;
}

// What only the reference's own library may say.
static void check_allowed(Lexer *lx, const unsigned char *at, Str text)
{
    static const char *const for_runtime[] = {
        "go:systemstack", "go:nowritebarrier", "go:nowritebarrierrec", "go:yeswritebarrierrec"};
    const char *space = memchr(text.ptr, ' ', text.len);
    Str verb = {text.ptr, space ? (size_t)(space - text.ptr) : text.len};
    for (size_t i = 0; i < COUNT_OF(for_runtime); i++) {
        if (!str_is(verb, for_runtime[i]))
            continue;
        scan_error(lx, at, "//%s only allowed in runtime", for_runtime[i]);
        lx->directive_errors++;
    }
    if (str_is(verb, "go:uintptrkeepalive")) {
        scan_error(lx, at, "//go:uintptrkeepalive is only allowed in the standard library");
        lx->directive_errors++;
    }
    if (str_has_prefix(verb, STR("go:cgo_")) && !str_is(verb, "go:cgo_import_dynamic")) {
        scan_error(lx, at, "//%.*s only allowed in cgo-generated code", STR_ARG(text));
        lx->directive_errors++;
    }
}

static void report_misplaced(Lexer *lx, uint32_t offset)
{
    scan_error(lx, lx->text + offset, "misplaced compiler directive");
    lx->directive_errors++;
}

void scan_go_directive(Lexer *lx, const unsigned char *comment, Str text)
{
    Arena *arena = &lx->files->arena;
    uint32_t offset = (uint32_t)(comment - lx->text) + 2;
    const unsigned char *before = comment;
    while (before > lx->text && (before[-1] == ' ' || before[-1] == '\t' || before[-1] == '\r'))
        before--;
    if (before > lx->text && before[-1] != '\n') {
        report_misplaced(lx, offset);
        return;
    }
    check_allowed(lx, lx->text + offset, text);
    vec_push(&lx->go_directives, arena, ((GoDirective){offset, (unsigned char)use_of(text)}));
    if (lx->pragma)
        lx->pragma = arena_printf(arena, "%s\n%.*s", lx->pragma, STR_ARG(text));
    else
        lx->pragma = arena_copy_text(arena, text.ptr, text.len);
}

// Before declarations, they are complained about in programs that are right otherwise only.
static void note_misplaced(Lexer *lx, uint32_t offset)
{
    File *f = lx->file;
    if (f->misplaced.n == 0 || vec_last(&f->misplaced) < offset)
        vec_push(&f->misplaced, f->arena, offset);
}

static bool begins_declaration(TokenKind kind)
{
    return kind == TOK_IMPORT || kind == TOK_CONST || kind == TOK_TYPE || kind == TOK_VAR ||
           kind == TOK_FUNC || kind == TOK_PACKAGE || kind == TOK_EOF;
}

void scan_settle_directives(Lexer *lx, TokenKind kind)
{
    // Where a declaration should stand but something else does, the parser skips up to one; the
    // directives are then its.
    bool opens = kind == TOK_LBRACE || kind == TOK_LPAREN || kind == TOK_LBRACK;
    bool was_held = lx->directives_held;
    lx->directives_held =
        !begins_declaration(kind) &&
        (was_held ||
         (kind != TOK_RPAREN && lx->depth - opens == 0 && lx->after_semi == true));
    if (lx->directives_held)
        return;
    bool is_func = kind == TOK_FUNC && (was_held || (lx->depth == 0 && lx->after_semi));
    const unsigned char *next = lx->cursor;
    while (*next == ' ' || *next == '\t')
        next++;
    // What stands before a whole group is no spec's.
    bool is_decl =
        is_func || (lx->brackets[lx->depth] == GROUP_BRACKET && kind != TOK_RPAREN) ||
        (begins_declaration(kind) && kind != TOK_FUNC && kind != TOK_EOF && *next != '(');
    for (int i = 0; i < lx->go_directives.n; i++) {
        DirectiveUse use = (DirectiveUse)lx->go_directives.at[i].use;
        bool fits = use == USE_ANYTHING || (use == USE_PACKAGE && kind == TOK_PACKAGE) ||
                    (use == USE_FUNCTION && is_func);
        // Without a package clause that alone is wrong with a file.
        bool lone = lx->after_semi == AT_START && kind != TOK_PACKAGE;
        if (!fits && !lone && is_decl)
            note_misplaced(lx, lx->go_directives.at[i].offset);
        else if (!fits && !lone)
            report_misplaced(lx, lx->go_directives.at[i].offset);
    }
    lx->go_directives.n = 0;
    lx->func_pragma = is_func ? lx->pragma : NULL;
    lx->pragma = NULL;
}

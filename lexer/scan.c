// scan.c: brackets, comments, identifiers and characters: the lexer's slow half but literals.
#include "lexer/scan.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "base/rune.h"
#include "base/utf8.h"

enum {
    BYTE_ORDER_MARK = 0xFEFF,
    MAX_BAD_REPORTS = 1000, // of one file: more is a binary file, and would only fill memory
};

void lexer_init(Lexer *lx, FileSet *files, File *file, Interner *names, DiagSink *diags,
                uint32_t start, uint32_t end)
{
    memset(lx, 0, sizeof *lx);
    lx->files = files;
    lx->file = file;
    lx->names = names;
    lx->diags = diags;
    lx->text = (const unsigned char *)file->text;
    lx->cursor = lx->text + start;
    lx->limit = lx->text + end;
    lx->after_semi = AT_START;
    lx->cap = 64;
    lx->brackets = calloc((size_t)lx->cap, 1);
    lx->headers = calloc((size_t)lx->cap, sizeof *lx->headers);
    if (!lx->brackets || !lx->headers)
        out_of_memory();
    lx->next_bad = scan_find_bad(lx, start);
}

void lexer_done(Lexer *lx)
{
    free(lx->brackets);
    free(lx->headers);
    memset(lx, 0, sizeof *lx);
}

void scan_error(Lexer *lx, const unsigned char *at, const char *fmt, ...)
{
    if (!lx->diags)
        return;
    va_list ap;
    va_start(ap, fmt);
    diag_verror(lx->diags, file_pos(lx->file, (uint32_t)(at - lx->text)), fmt, ap);
    va_end(ap);
}

// -- brackets

static void open_bracket(Lexer *lx, char bracket)
{
    if (lx->depth + 1 == lx->cap) {
        lx->cap *= 2;
        lx->brackets = realloc(lx->brackets, (size_t)lx->cap);
        lx->headers = realloc(lx->headers, (size_t)lx->cap * sizeof *lx->headers);
        if (!lx->brackets || !lx->headers)
            out_of_memory();
    }
    lx->depth++;
    lx->brackets[lx->depth] = bracket;
    lx->headers[lx->depth] = false;
}

// A closing bracket without its opening one changes nothing, but a '}' also closes what was left
// open inside its braces.
static void close_bracket(Lexer *lx, char bracket)
{
    int depth = lx->depth;
    while (bracket == '{' && depth > 0 && lx->brackets[depth] != '{')
        depth--;
    bool same = lx->brackets[depth] == bracket ||
                (bracket == '(' && lx->brackets[depth] == GROUP_BRACKET);
    if (depth > 0 && same)
        lx->depth = depth - 1;
}

// Whether the last token is `import`, `const`, `type` or `var`.
static bool follows_decl_keyword(const Lexer *lx)
{
    static const char *const keywords[] = {"import", "const", "type", "var"};
    const char *end = (const char *)lx->cursor, *text = (const char *)lx->text;
    for (size_t i = 0; i < COUNT_OF(keywords); i++) {
        size_t n = strlen(keywords[i]);
        if ((size_t)(end - text) < n || memcmp(end - n, keywords[i], n) != 0)
            continue;
        unsigned char before = (size_t)(end - text) > n ? (unsigned char)end[-(ptrdiff_t)n - 1] : ' ';
        return !isalnum(before) && before != '_' && before < 0x80;
    }
    return false;
}

TokenKind scan_level(Lexer *lx, TokenKind kind)
{
    switch (kind) {
    case TOK_LPAREN:
        open_bracket(lx, follows_decl_keyword(lx) ? GROUP_BRACKET : '(');
        break;
    case TOK_LBRACK:
        open_bracket(lx, '[');
        break;
    case TOK_LBRACE: {
        bool in_header = lx->headers[lx->depth];
        open_bracket(lx, '{');
        return in_header ? TOK_LBODY : TOK_LBRACE;
    }
    case TOK_RPAREN:
        close_bracket(lx, '(');
        break;
    case TOK_RBRACK:
        close_bracket(lx, '[');
        break;
    case TOK_RBRACE:
        close_bracket(lx, '{');
        break;
    case TOK_IF:
    case TOK_FOR:
    case TOK_SWITCH:
        lx->headers[lx->depth] = true;
        break;
    default:
        break;
    }
    return kind;
}

void lexer_end_header(Lexer *lx)
{
    if (lx->depth > 0)
        lx->headers[lx->depth - 1] = false;
}

static LexerMark mark_of(const Lexer *lx)
{
    return (LexerMark){lx->depth, lx->headers[lx->depth]};
}

void lexer_next_marked(Lexer *lx, Token *token, LexerMark *mark)
{
    *mark = mark_of(lx);
    lexer_next(lx, token);
}

void lexer_skip(Lexer *lx, const LexerMark *mark)
{
    lx->depth = mark->depth;
    lx->headers[lx->depth] = mark->header;
}

TokenKind lexer_insert(Lexer *lx, Token *token, LexerMark *mark, TokenKind kind)
{
    bool again = lexer_changes_level(token->kind);
    if (again)
        lexer_skip(lx, mark);
    if (kind == TOK_LBODY) {
        lx->headers[lx->depth] = false;
        open_bracket(lx, '{');
    } else if (lexer_changes_level(kind)) {
        kind = scan_level(lx, kind);
    }
    *mark = mark_of(lx);
    if (again) {
        lx->cursor = lx->text + (token->pos - lx->file->base);
        lexer_next(lx, token);
    }
    return kind;
}

// -- comments

const unsigned char *scan_line_comment(Lexer *lx, const unsigned char *start)
{
    const unsigned char *end = memchr(start, '\n', (size_t)(lx->limit - start));
    if (!end)
        end = lx->limit;
    if (LIKELY(start[2] != 'l' && start[2] != 'g'))
        return end;
    Str text = {(const char *)start + 2, (size_t)(end - start) - 2};
    if (text.len > 0 && text.ptr[text.len - 1] == '\r')
        text.len--;
    bool at_line_start = start == lx->text || start[-1] == '\n';
    if (at_line_start && str_has_prefix(text, STR("line ")))
        scan_line_directive(lx, (Str){text.ptr + 5, text.len - 5}, end < lx->limit ? end + 1 : end);
    else if (str_has_prefix(text, STR("go:")))
        scan_go_directive(lx, start, text);
    return end;
}

const unsigned char *scan_comment(Lexer *lx, const unsigned char *start, bool *has_newline)
{
    const unsigned char *p = start + 2;
    while (p < lx->limit && (p = memchr(p, '*', (size_t)(lx->limit - p))) && p[1] != '/')
        p++;
    bool ended = p && p < lx->limit;
    const unsigned char *end = ended ? p + 2 : lx->limit;
    *has_newline = memchr(start, '\n', (size_t)(end - start)) != NULL;
    if (!ended) {
        lx->cut_off = true;
        scan_error(lx, start, "comment not terminated");
    } else if (start[2] == 'l') {
        Str text = {(const char *)start + 2, (size_t)(end - start) - 4};
        if (str_has_prefix(text, STR("line ")) && !*has_newline)
            scan_line_directive(lx, (Str){text.ptr + 5, text.len - 5}, end);
    }
    return end;
}

// -- identifiers and characters

// As %#U of Go's fmt: U+0023 '#'.
static const char *show_rune(char out[32], int r)
{
    char text[5] = {0};
    if (!rune_is_print(r)) {
        snprintf(out, 32, "U+%04X", (unsigned)r);
        return out;
    }
    text[utf8_encode(text, r)] = 0;
    snprintf(out, 32, "U+%04X '%s'", (unsigned)r, text);
    return out;
}

// The character at p; one that no source may have (reported elsewhere) gives -1.
static int read_rune(const Lexer *lx, const unsigned char *p, int *width)
{
    int r = utf8_decode((const char *)p, (size_t)(lx->limit - p), width);
    bool bad = r == 0 || r == BYTE_ORDER_MARK || (r == RUNE_ERROR && *width == 1);
    return bad ? -1 : r;
}

// Takes a character beyond ASCII as part of an identifier, whatever it is, but complains about
// most.
static void check_identifier_rune(Lexer *lx, const unsigned char *at, int r, bool first)
{
    char shown[32];
    if (r < 0 || rune_is(r, RUNE_LETTER))
        return;
    if (!rune_is(r, RUNE_DIGIT))
        scan_error(lx, at, "invalid character %s in identifier", show_rune(shown, r));
    else if (first)
        scan_error(lx, at, "identifier cannot begin with digit %s", show_rune(shown, r));
}

bool scan_identifier_start(Lexer *lx, const unsigned char **p)
{
    int width, r = read_rune(lx, *p, &width);
    check_identifier_rune(lx, *p, r, true);
    *p += width;
    return r >= 0;
}

const unsigned char *scan_identifier(Lexer *lx, const unsigned char *p)
{
    while (p < lx->limit) {
        unsigned char c = *p;
        if (((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_' || (c >= '0' && c <= '9')) {
            p++;
            continue;
        }
        if (c != 0 && c < 0x80)
            break;
        int width, r = read_rune(lx, p, &width);
        check_identifier_rune(lx, p, r, false);
        p += width;
    }
    return p;
}

void scan_bad_character(Lexer *lx, const unsigned char *p)
{
    char shown[32];
    if (*p != 0)
        scan_error(lx, p, "invalid character %s", show_rune(shown, *p));
}

// The same one character after the other: used behind the first bad one, so that a file full of
// them costs one pass.
static uint32_t find_next_bad(const Lexer *lx, const unsigned char *p)
{
    while (p < lx->limit) {
        int width;
        if (read_rune(lx, p, &width) < 0)
            return (uint32_t)(p - lx->text);
        p += width;
    }
    return UINT32_MAX;
}

uint32_t scan_find_bad(const Lexer *lx, uint32_t from)
{
    const unsigned char *p = lx->text + from, *end = lx->limit;
    if (p >= end)
        return UINT32_MAX;
    const unsigned char *bad = p + utf8_valid_prefix((const char *)p, (size_t)(end - p));
    const unsigned char *nul = memchr(p, 0, (size_t)(bad - p));
    if (nul)
        bad = nul;
    // A mark at the very start is what it is for.
    const unsigned char *mark = p == lx->text ? p + (bad > p) : p;
    while (mark < bad && (mark = memchr(mark, 0xEF, (size_t)(bad - mark)))) {
        if (mark[1] == 0xBB && mark[2] == 0xBF)
            bad = mark;
        mark++;
    }
    return bad < end ? (uint32_t)(bad - lx->text) : UINT32_MAX;
}

void scan_report_bad(Lexer *lx)
{
    uint32_t cursor = (uint32_t)(lx->cursor - lx->text);
    for (int n = 0; lx->next_bad <= cursor && lx->next_bad != UINT32_MAX; n++) {
        const unsigned char *p = lx->text + lx->next_bad;
        int width = 1;
        if (lx->diags && lx->diags->errors > MAX_BAD_REPORTS) {
            lx->next_bad = UINT32_MAX;
            return;
        }
        if (*p == 0)
            scan_error(lx, p, "invalid NUL character");
        else if (*p == 0xEF && p[1] == 0xBB && p[2] == 0xBF)
            scan_error(lx, p, "invalid BOM in the middle of the file");
        else
            scan_error(lx, p, "invalid UTF-8 encoding");
        if (*p)
            utf8_decode((const char *)p, (size_t)(lx->limit - p), &width);
        lx->next_bad = find_next_bad(lx, p + width);
    }
}

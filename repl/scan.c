// scan.c: classes of text for colours, indentation and completion. The lexer is not asked: it wants a file, and reports.
#include "repl/scan.h"

#include "base/intern.h"
#include "lexer/token.h"

bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80);
}

static bool is_keyword(Str word)
{
    for (int k = 0; k < TOK_COUNT; k++)
        if (token_is_keyword((TokenKind)k) && str_is(word, token_spelling((TokenKind)k)))
            return true;
    return false;
}

static bool is_predeclared(Str word)
{
    static const char *const words[] = {
#define BUILTIN(ID, name, min, variadic, kind) name,
#include "types/builtins.def"
#undef BUILTIN
        "true", "false", "nil", "iota"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i][0] >= 'a' && str_is(word, words[i]))
            return true;
    return false;
}

static void mark(Scan *s, size_t from, size_t to, TextClass class)
{
    if (s->classes)
        memset(s->classes + from, class, to - from);
}

static size_t skip_quoted(Str text, size_t i, bool *closed)
{
    char quote = text.ptr[i++];
    for (; i < text.len; i++) {
        if (text.ptr[i] == '\\' && quote != '`')
            i++;
        else if (text.ptr[i] == '\n' && quote != '`')
            break;
        else if (text.ptr[i] == quote) {
            *closed = true;
            return i + 1;
        }
    }
    *closed = i < text.len; // a newline ends it, wrongly
    return i < text.len ? i : text.len;
}

void scan_text(Scan *s, Str text)
{
    s->depth = 0;
    s->at_end = TEXT_PLAIN;
    size_t i = 0;
    while (i < text.len) {
        size_t start = i;
        char c = text.ptr[i];
        if (c == '/' && i + 1 < text.len && text.ptr[i + 1] == '/') {
            while (i < text.len && text.ptr[i] != '\n')
                i++;
            mark(s, start, i, TEXT_COMMENT);
            s->at_end = i == text.len ? TEXT_COMMENT : TEXT_PLAIN;
        } else if (c == '/' && i + 1 < text.len && text.ptr[i + 1] == '*') {
            const char *end = memmem(text.ptr + i + 2, text.len - i - 2, "*/", 2);
            i = end ? (size_t)(end - text.ptr) + 2 : text.len;
            mark(s, start, i, TEXT_COMMENT);
            s->at_end = end ? TEXT_PLAIN : TEXT_COMMENT;
        } else if (c == '"' || c == '`' || c == '\'') {
            bool closed = false;
            i = skip_quoted(text, i, &closed);
            mark(s, start, i, TEXT_STRING);
            if (!closed) {
                s->at_end = TEXT_STRING;
                s->string_start = start;
            }
        } else if (c >= '0' && c <= '9') {
            while (i < text.len && (is_word_byte(text.ptr[i]) || text.ptr[i] == '.' ||
                                    ((text.ptr[i] == '+' || text.ptr[i] == '-') && (text.ptr[i - 1] | 32) == 'e')))
                i++;
            mark(s, start, i, TEXT_NUMBER);
        } else if (is_word_byte(c)) {
            while (i < text.len && is_word_byte(text.ptr[i]))
                i++;
            Str word = {text.ptr + start, i - start};
            mark(s, start, i, is_keyword(word) ? TEXT_KEYWORD : is_predeclared(word) ? TEXT_BUILTIN : TEXT_PLAIN);
        } else {
            if (c == '(' || c == '[' || c == '{') {
                if (s->depth < SCAN_MAX_OPEN)
                    s->open[s->depth] = c;
                s->depth++;
            } else if ((c == ')' || c == ']' || c == '}') && s->depth > 0) {
                s->depth--;
            }
            i++;
            mark(s, start, i, TEXT_PLAIN);
        }
    }
}

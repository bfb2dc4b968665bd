// lexer.h: text to tokens, one at a time.
// Tokens come with Go's automatic semicolons and, in the header of an if, for or switch statement
// outside brackets, with LBODY for every '{'. The lexer keeps count of brackets itself, so that
// mistakes in a text cannot put it out of step for longer than to the next brace; the parser tells
// it only where a statement's body begins. Errors: malformed literals, comments and characters go
// to the sink, with the reference's words; a token comes anyway. Memory: names in the interner; the
// stack of brackets is the lexer's own, freed by lexer_done.
#ifndef LEXER_LEXER_H
#define LEXER_LEXER_H
#include "base/buf.h"
#include "lexer/token.h"
#include "source/diag.h"

typedef struct GoDirective { // a //go: comment
    uint32_t offset;
    unsigned char use; // what it may stand before
} GoDirective;

enum { AT_START = 2, GROUP_BRACKET = 'G' };

typedef struct Lexer {
    FileSet *files;
    File *file;
    Interner *names;
    DiagSink *diags;             // NULL: errors are not reported
    const unsigned char *text;   // of the file
    const unsigned char *cursor; // behind the last token
    const unsigned char *limit;  // end of what is read
    bool ends_statement;         // the last token lets a newline be a semicolon
    uint32_t next_bad; // offset of the next character that no source may have, UINT32_MAX if none
    // The brackets that are open, innermost last, level 0 below them all (the parenthesis of grouped
    // declarations is GROUP_BRACKET); `headers` says which levels are in a header.
    char *brackets;
    bool *headers;
    int depth, cap;
    bool cut_off;                   // the text ends inside a comment or raw string
    VEC(GoDirective) go_directives; // since the last token
    bool directives_held;           // they stand before what is no declaration, and wait for one
    int directive_errors;           // reported; no errors of the text to the parser
    const char *pragma;             // their text, a line each; NULL: none
    const char *func_pragma; // the text of those before the last `func` that began a declaration
    unsigned char after_semi; // the last token was a semicolon; AT_START: there was none
} Lexer;

// Reads file from byte start to byte end. All is borrowed.
void lexer_init(Lexer *lx, FileSet *files, File *file, Interner *names, DiagSink *diags,
                uint32_t start, uint32_t end);
void lexer_done(Lexer *lx);

// The next token; after the last one EOF, again and again.
void lexer_next(Lexer *lx, Token *token);

// Says that the '{' that was read last begins the body of an if, for or switch statement: its
// header is over.
void lexer_end_header(Lexer *lx);

// For a reader that changes the text as it reads: skips tokens, and thinks others before the one
// that was read last.
typedef struct LexerMark { // the lexer as it was before a token
    int depth;
    bool header;
} LexerMark;

// The next token, and how things were before it.
void lexer_next_marked(Lexer *lx, Token *token, LexerMark *mark);
// Counts the brackets as if that token had not been there.
void lexer_skip(Lexer *lx, const LexerMark *mark);
// Counts the brackets as if a token of that kind stood before the one that was read last, and gives
// its kind there (LBRACE or LBODY; LBODY is a body, and ends its header). The token is read again
// where that may change it.
TokenKind lexer_insert(Lexer *lx, Token *token, LexerMark *mark, TokenKind kind);

// A line of --dump=tokens: place, kind, text.
void token_print(Buf *out, FileSet *files, const Token *token);
#endif

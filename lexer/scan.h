// scan.h: the lexer's slow half: what the rules of lexer.re leave to be looked at character by
// character. Each scan function gets the start of a token (or where to go on), reports what is
// malformed with the reference's words, and gives the place behind the token.
#ifndef LEXER_SCAN_H
#define LEXER_SCAN_H
#include "lexer/lexer.h"

const unsigned char *scan_line_comment(Lexer *lx, const unsigned char *start);
// *has_newline: the comment reaches over lines, and so may end a statement.
const unsigned char *scan_comment(Lexer *lx, const unsigned char *start, bool *has_newline);

// //line: text is what stands behind "line ", `behind` where the new numbering begins.
void scan_line_directive(Lexer *lx, Str text, const unsigned char *behind);
// //go: is kept until the next token, which says whether it may stand there.
void scan_go_directive(Lexer *lx, const unsigned char *comment, Str text);
void scan_settle_directives(Lexer *lx, TokenKind kind);

// Does a character beyond ASCII at *p start an identifier? If not, *p is moved behind it.
bool scan_identifier_start(Lexer *lx, const unsigned char **p);
const unsigned char *scan_identifier(Lexer *lx, const unsigned char *p);
// An ASCII character that starts no token.
void scan_bad_character(Lexer *lx, const unsigned char *p);

bool scan_continues_number(unsigned char c);
const unsigned char *scan_number(Lexer *lx, const unsigned char *start, TokenKind *kind, bool *bad);
const unsigned char *scan_rune(Lexer *lx, const unsigned char *start, bool *bad);
const unsigned char *scan_string(Lexer *lx, const unsigned char *start, bool *bad);
const unsigned char *scan_raw_string(Lexer *lx, const unsigned char *start, bool *bad);

// Does a token of that kind count for scan_level?
bool lexer_changes_level(TokenKind kind);
// Keeps count of brackets and headers; gives the kind back, or LBODY for an LBRACE in a header.
TokenKind scan_level(Lexer *lx, TokenKind kind);
// Reports the characters up to the cursor that no source may have.
void scan_report_bad(Lexer *lx);
// The first such character at or behind `from`; UINT32_MAX if none.
uint32_t scan_find_bad(const Lexer *lx, uint32_t from);
void scan_error(Lexer *lx, const unsigned char *at, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
#endif

// token.h: the kinds of token and what is known of each, from tokens.def.
#ifndef LEXER_TOKEN_H
#define LEXER_TOKEN_H
#include <stdbool.h>

#include "base/intern.h"
#include "source/pos.h"

typedef enum TokenKind {
#define TOKEN(kind, class, precedence, spelling) TOK_##kind,
#include "lexer/tokens.def"
#undef TOKEN
    TOK_COUNT
} TokenKind;

typedef struct Token {
    TokenKind kind;
    Pos pos;
    Pos end;   // behind the last byte
    Name name; // NAME: the identifier. Literals: the source text. Else NULL.
    bool bad;  // a malformed literal, reported already
} Token;

const char *token_spelling(TokenKind kind);
int token_precedence(TokenKind kind);
bool token_is_keyword(TokenKind kind);
bool token_is_comparison(TokenKind kind);
// The binary operator of an assignment operator (TOK_ADD for TOK_ADD_ASSIGN); TOK_EOF for others.
TokenKind token_assign_operator(TokenKind kind);
#endif

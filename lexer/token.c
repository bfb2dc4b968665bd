// token.c: what is known of each kind of token.
#include "lexer/token.h"

#include "base/check.h"

enum { SPECIAL, OPERATOR, KEYWORD };

typedef struct TokenInfo {
    const char *spelling;
    unsigned char class, precedence;
} TokenInfo;

static const TokenInfo infos[TOK_COUNT] = {
#define TOKEN(kind, class, precedence, spelling) {spelling, class, precedence},
#include "lexer/tokens.def"
#undef TOKEN
};

const char *token_spelling(TokenKind kind)
{
    ASSERT(kind < TOK_COUNT);
    return infos[kind].spelling;
}

int token_precedence(TokenKind kind)
{
    ASSERT(kind < TOK_COUNT);
    return infos[kind].precedence;
}

bool token_is_keyword(TokenKind kind)
{
    ASSERT(kind < TOK_COUNT);
    return infos[kind].class == KEYWORD;
}

TokenKind token_assign_operator(TokenKind kind)
{
    switch (kind) {
    case TOK_ADD_ASSIGN:
        return TOK_ADD;
    case TOK_SUB_ASSIGN:
        return TOK_SUB;
    case TOK_OR_ASSIGN:
        return TOK_OR;
    case TOK_XOR_ASSIGN:
        return TOK_XOR;
    case TOK_MUL_ASSIGN:
        return TOK_MUL;
    case TOK_QUO_ASSIGN:
        return TOK_QUO;
    case TOK_REM_ASSIGN:
        return TOK_REM;
    case TOK_AND_ASSIGN:
        return TOK_AND;
    case TOK_AND_NOT_ASSIGN:
        return TOK_AND_NOT;
    case TOK_SHL_ASSIGN:
        return TOK_SHL;
    case TOK_SHR_ASSIGN:
        return TOK_SHR;
    default:
        return TOK_EOF;
    }
}

bool token_is_comparison(TokenKind kind)
{
    return kind == TOK_EQL || kind == TOK_NEQ || kind == TOK_LSS || kind == TOK_LEQ || kind == TOK_GTR || kind == TOK_GEQ;
}

// lexer.re: text to tokens. Made into C by re2c, with the rules of tokens.def.
// The whole text lies in memory and ends in NULs, so that no rule asks for more input. Well-formed tokens are matched
// by the rules alone; whatever could be malformed, or has characters beyond ASCII, goes to scan.c.
#include "base/check.h"
#include "lexer/scan.h"

#define OPERATOR(k)                                                                                \
    do {                                                                                           \
        kind = TOK_##k;                                                                            \
        goto found;                                                                                \
    } while (0)
#define KEYWORD(k)                                                                                 \
    do {                                                                                           \
        kind = TOK_##k;                                                                            \
        goto found_keyword;                                                                        \
    } while (0)
#define LITERAL(k)                                                                                 \
    do {                                                                                           \
        kind = TOK_##k;                                                                            \
        goto found_literal;                                                                        \
    } while (0)

enum { ENDS_STATEMENT = 1, CHANGES_LEVEL = 2 };

static const unsigned char flags[TOK_COUNT] = {
    [TOK_NAME] = ENDS_STATEMENT,
    [TOK_INT] = ENDS_STATEMENT,
    [TOK_FLOAT] = ENDS_STATEMENT,
    [TOK_IMAG] = ENDS_STATEMENT,
    [TOK_RUNE] = ENDS_STATEMENT,
    [TOK_STRING] = ENDS_STATEMENT,
    [TOK_BREAK] = ENDS_STATEMENT,
    [TOK_CONTINUE] = ENDS_STATEMENT,
    [TOK_FALLTHROUGH] = ENDS_STATEMENT,
    [TOK_RETURN] = ENDS_STATEMENT,
    [TOK_INC] = ENDS_STATEMENT,
    [TOK_DEC] = ENDS_STATEMENT,
    [TOK_RPAREN] = ENDS_STATEMENT | CHANGES_LEVEL,
    [TOK_RBRACK] = ENDS_STATEMENT | CHANGES_LEVEL,
    [TOK_RBRACE] = ENDS_STATEMENT | CHANGES_LEVEL,
    [TOK_LPAREN] = CHANGES_LEVEL,
    [TOK_LBRACK] = CHANGES_LEVEL,
    [TOK_LBRACE] = CHANGES_LEVEL,
    [TOK_IF] = CHANGES_LEVEL,
    [TOK_FOR] = CHANGES_LEVEL,
    [TOK_SWITCH] = CHANGES_LEVEL,
};

bool lexer_changes_level(TokenKind kind)
{
    return flags[kind == TOK_LBODY ? TOK_LBRACE : kind] & CHANGES_LEVEL;
}

void lexer_next(Lexer *lx, Token *token)
{
    const unsigned char *p = lx->cursor, *marker, *start;
    bool newline_ends = lx->ends_statement;
    TokenKind kind = TOK_EOF;
    token->name = NULL;
    token->bad = false;
    lx->ends_statement = false;

again:
    start = p;
    if (UNLIKELY(start >= lx->limit)) {
        p = start = lx->limit;
        kind = newline_ends ? TOK_EOF_SEMI : TOK_EOF;
        goto done;
    }
/*!re2c
    re2c:define:YYCTYPE = "unsigned char";
    re2c:define:YYCURSOR = p;
    re2c:define:YYMARKER = marker;
    re2c:yyfill:enable = 0;
    re2c:indent:top = 1;

    decimal  = [0-9] ("_"? [0-9])*;
    natural  = "0" | [1-9] ("_"? [0-9])*;
    octal    = "0" ("_"? [0-7])+ | "0" [oO] ("_"? [0-7])+;
    binary   = "0" [bB] ("_"? [01])+;
    hex      = [0-9a-fA-F] ("_"? [0-9a-fA-F])*;
    exponent = [eE] [+-]? decimal;
    power    = [pP] [+-]? decimal;
    integer  = natural | octal | binary | "0" [xX] "_"? hex;
    float    = decimal "." decimal? exponent? | decimal exponent | "." decimal exponent?
             | "0" [xX] "_"? hex "."? power | "0" [xX] ("_"? hex)? "." hex power;

    * {
        scan_bad_character(lx, start);
        goto again;
    }
    [\x80-\xff] {
        p = start;
        if (!scan_identifier_start(lx, &p))
            goto again;
        p = scan_identifier(lx, p);
        kind = TOK_NAME;
        goto named;
    }

    [ \t\r]+ { goto again; }
    "\n" [ \t\r\n]* {
        if (!newline_ends)
            goto again;
        p = start + 1;
        kind = TOK_AUTO_SEMI;
        goto done;
    }
    "//" {
        p = scan_line_comment(lx, start);
        goto again;
    }
    "/" "*" {
        bool has_newline = false;
        p = scan_comment(lx, start, &has_newline);
        if (has_newline && newline_ends) {
            kind = TOK_AUTO_SEMI;
            goto done;
        }
        goto again;
    }

    !include "tokens.re";
    [a-zA-Z_] [a-zA-Z0-9_]* { goto identifier; }

    integer { LITERAL(INT); }
    float { LITERAL(FLOAT); }
    (integer | decimal | float) "i" { LITERAL(IMAG); }

    "'" ([^'\\\n\x00\x80-\xff] | "\\" [abfnrtv\\']) "'" {
        kind = TOK_RUNE;
        goto named;
    }
    "'" {
        p = scan_rune(lx, start, &token->bad);
        kind = TOK_RUNE;
        goto named;
    }
    "\"" ([^"\\\n\x00] | "\\" [abfnrtv\\"])* "\"" {
        kind = TOK_STRING;
        goto named;
    }
    "\"" {
        p = scan_string(lx, start, &token->bad);
        kind = TOK_STRING;
        goto named;
    }
    "`" {
        p = scan_raw_string(lx, start, &token->bad);
        kind = TOK_STRING;
        goto named;
    }
*/

found_literal:
    // A literal that runs into more letters, digits or points is malformed, or shorter than the rules thought.
    if (UNLIKELY(scan_continues_number(*p)))
        p = scan_number(lx, start, &kind, &token->bad);
    goto named;

found_keyword:
    if (LIKELY(*p < 0x80 && (*p != 0 || p >= lx->limit)))
        goto found;
identifier:
    if (UNLIKELY(*p >= 0x80 || *p == 0))
        p = scan_identifier(lx, p);
    kind = TOK_NAME;
named:
    token->name = intern(lx->names, (Str){(const char *)start, (size_t)(p - start)});
found:
    lx->ends_statement = flags[kind] & ENDS_STATEMENT;
    if (flags[kind] & CHANGES_LEVEL)
        kind = scan_level(lx, kind);
done:
    lx->cursor = p;
    if (UNLIKELY(lx->go_directives.n > 0) && kind != TOK_AUTO_SEMI && kind != TOK_EOF_SEMI)
        scan_settle_directives(lx, kind);
    else if (kind == TOK_FUNC)
        lx->func_pragma = lx->depth == 0 ? NULL : lx->func_pragma;
    lx->after_semi = kind == TOK_AUTO_SEMI || kind == TOK_SEMI || kind == TOK_EOF_SEMI;
    if (UNLIKELY(lx->next_bad <= (uint32_t)(p - lx->text)))
        scan_report_bad(lx);
    token->kind = kind;
    token->pos = file_pos(lx->file, (uint32_t)(start - lx->text));
    token->end = file_pos(lx->file, (uint32_t)(p - lx->text));
}

// parser.c: runs the grammar over a text.
// Way: a text is first parsed straight through. If the grammar does not accept it, all messages of
// that pass are forgotten and the text is read again, repaired on the way (repair.c), which finds
// the same messages and more.
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "base/stack.h"
#include "parser/build.h"
#include "parser/go.tab.h"
#include "parser/repair.h"

_Static_assert((int)T_NAME == TOK_NAME + 2 && (int)T_VAR == TOK_VAR + 2,
               "tokens are numbered as Bison does");

void parser_init(Parser *p, ParseContext *cx, File *file, uint32_t start, uint32_t end,
                 int first_token)
{
    memset(p, 0, sizeof *p);
    p->cx = cx;
    p->arena = cx->arena;
    p->first_token = first_token;
    size_t levels = stack_room() / AST_LEVEL_BYTES;
    p->max_depth = levels < AST_MAX_DEPTH ? (uint32_t)levels : AST_MAX_DEPTH;
    lexer_init(&p->lexer, cx->files, file, cx->names, cx->diags, start, end);
    p->token.pos = file_pos(file, start);
}

void parser_done(Parser *p)
{
    lexer_done(&p->lexer);
    free(p->list);
}

void parser_error(Parser *p, Pos pos, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    diag_verror(p->cx->diags, pos, fmt, ap);
    va_end(ap);
}

void parser_too_deep(Parser *p, Pos pos)
{
    if (!p->too_deep)
        parser_error(p, pos, "syntax error: exceeded max nesting depth");
    p->too_deep = true;
}

int parser_token_code(const Token *token)
{
    if (token->kind == TOK_AUTO_SEMI || token->kind == TOK_EOF_SEMI)
        return T_SEMI;
    return token->kind == TOK_EOF ? T_YYEOF : (int)token->kind + 2;
}

TokenValue parser_token_value(const Token *token)
{
    return (TokenValue){
        .name = token->name, .pos = token->pos, .kind = (uint8_t)token->kind, .bad = token->bad};
}

int parser_next_token(union Value *value, Parser *p)
{
    if (UNLIKELY(p->first_token)) {
        int code = p->first_token;
        p->first_token = 0;
        return code;
    }
    if (UNLIKELY(p->too_deep))
        return T_YYEOF;
    lexer_next(&p->lexer, &p->token);
    value->token = parser_token_value(&p->token);
    return parser_token_code(&p->token);
}

void parser_end_header(Parser *p, const TokenValue *brace)
{
    if (!brace->inserted)
        lexer_end_header(&p->lexer);
}

void parser_check_import(Parser *p, Pos pos)
{
    if (p->after_decl)
        parser_error(p, pos, "syntax error: imports must appear before other declarations");
}

// Parses straight through. false: the grammar did not accept the text.
static bool parse_through(Parser *p)
{
    int status = grammar_parse(p);
    if (status == 2)
        parser_too_deep(p, p->token.pos);
    return p->too_deep || (status == 0 && !p->misread);
}

// The same, with repairs where needed.
static void parse_text(Parser *p, ParseContext *cx, File *file, uint32_t start, uint32_t end,
                       int first_token)
{
    int mark = diag_mark(cx->diags);
    parser_init(p, cx, file, start, end, first_token);
    if (parse_through(p))
        return;
    parser_done(p);
    diag_drop(cx->diags, mark);
    parser_init(p, cx, file, start, end, first_token);
    repair_parse(p);
}

AstFile *parse_file(ParseContext *cx, File *file)
{
    Parser p;
    parse_text(&p, cx, file, 0, file->len, T_START_FILE);
    AstFile *f = p.file;
    if (!f) {
        f = NEW_NODE(&p, AstFile, FILE, file_pos(file, 0));
        f->start = f->node.pos;
        f->package_name = build_name(&p, f->node.pos, "_");
        f->eof = file_pos(file, file->len);
    }
    parser_done(&p);
    return f;
}

void parse_declaration(ParseContext *cx, File *file, uint32_t start, uint32_t end, NodeList *out)
{
    Parser p;
    parse_text(&p, cx, file, start, end, T_START_DECL);
    NodeList more = list_copy(&p, 0, p.list_n);
    if (out->n == 0) {
        *out = more;
    } else if (more.n > 0) {
        size_t old_bytes = sizeof *out->at * (size_t)out->n,
               more_bytes = sizeof *out->at * (size_t)more.n;
        out->at = arena_grow(cx->arena, out->at, old_bytes, old_bytes + more_bytes);
        memcpy(out->at + out->n, more.at, more_bytes);
        out->n += more.n;
    }
    parser_done(&p);
}

BlockStmt *parse_body(ParseContext *cx, File *file, uint32_t start, uint32_t end)
{
    Parser p;
    parse_text(&p, cx, file, start, end, T_START_BODY);
    BlockStmt *body = AS(BlockStmt, BLOCK_STMT, p.list[0]);
    parser_done(&p);
    return body;
}

// token_dump.c: tokens for people.
#include "base/check.h"
#include "lexer/lexer.h"

void token_print(Buf *out, FileSet *files, const Token *token)
{
    Place at = fileset_real_place(files, token->pos);
    buf_printf(out, "%d:%d\t", at.line, at.column);
    switch (token->kind) {
    case TOK_AUTO_SEMI:
        buf_add_text(out, ";\tnewline\n");
        return;
    case TOK_EOF_SEMI:
        buf_add_text(out, ";\tend of file\n");
        return;
    case TOK_LBODY:
        buf_add_text(out, "{\tbegins a body or a literal of a literal type\n");
        return;
    default:
        break;
    }
    buf_add_text(out, token_spelling(token->kind));
    if (token->name) {
        buf_add_char(out, '\t');
        buf_add_str(out, name_str(token->name));
    }
    buf_add_text(out, token->bad ? "\tmalformed\n" : "\n");
}

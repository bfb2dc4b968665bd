// repair.c: parsing of a text that has syntax errors.
#include "parser/repair.h"

void repair_parse(Parser *p)
{
    parser_error(p, p->token.pos, "syntax error");
}

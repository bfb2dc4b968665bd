// repair.h: parsing of a text that has syntax errors.
#ifndef PARSER_REPAIR_H
#define PARSER_REPAIR_H
#include "parser/build.h"

// Reads p's text to its end, reporting each syntax error with the words and at the place of the
// reference compiler's parser, and going on as that parser does. What was understood is in p as
// after a text without errors.
void repair_parse(Parser *p);
#endif

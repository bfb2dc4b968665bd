// parser.h: text to tree.
// Syntax errors go to the sink with the reference compiler's words and places. A tree is returned
// even after errors.
#ifndef PARSER_PARSER_H
#define PARSER_PARSER_H
#include "parser/ast.h"
#include "source/diag.h"

typedef struct AstIds {
    uint32_t next; // id of the next node; starts at 1
} AstIds;

typedef struct ParseContext {
    Arena *arena;    // nodes
    Interner *names; // identifiers and literal texts
    FileSet *files;
    DiagSink *diags;
    AstIds *ids;
} ParseContext;

// A whole file. Never NULL.
AstFile *parse_file(ParseContext *cx, File *file);

// One top-level declaration of a file that is known to be right: the bytes start .. end hold
// exactly it, e.g. `func f() {…}`, `var x = 1`, or, for a member of a group, a spec after `keyword`
// (TOK_CONST, TOK_TYPE, TOK_VAR) was put before it by the index. Appends to *out: for the embedded
// library, whose declarations are read when first used.
void parse_declaration(ParseContext *cx, File *file, uint32_t start, uint32_t end, NodeList *out);

// The body of a function: the bytes start .. end hold exactly it, `{ … }`. For the embedded library too.
BlockStmt *parse_body(ParseContext *cx, File *file, uint32_t start, uint32_t end);

// Feeding a text of top-level statements and declarations as the REPL and scripts read it.
typedef enum ParseState {
    PARSE_COMPLETE,   // a whole input
    PARSE_UNFINISHED, // right so far: more text could complete it
    PARSE_WRONG       // no continuation could help; the sink has the message
} ParseState;

// Parses file as a list of statements and declarations (imports too) into *out.
ParseState parse_input(ParseContext *cx, File *file, NodeList *out);
#endif

// dump.h: every stage of the way shown as text, the source line beside it.
#ifndef DRIVER_DUMP_H
#define DRIVER_DUMP_H
#include "bytecode/code.h"
#include "driver/load.h"

typedef enum Stage {
    STAGE_NONE,
#define STAGE(ID, name, words, print) STAGE_##ID,
#include "driver/stages.def"
#undef STAGE
    STAGE_COUNT
} Stage;

Stage stage_find(const char *name); // STAGE_NONE: no such stage
const char *stage_name(Stage s);
const char *stage_words(Stage s);

// Shows the stage of the program's own packages. TOKENS and AST need parsed packages, the others checked ones. BYTECODE compiles every
// function.
void stage_print(Session *s, Stage stage, UserPackage *main, FILE *out);
// The stage of one input of a session: TOKENS, AST, or TYPES (of checked nodes).
void dump_input(Session *s, Stage stage, Package *pkg, File *file, NodeList nodes, FILE *out);
// One function, for those that are compiled while the program runs.
void dump_func(Session *s, const Func *f, FILE *out);
#endif

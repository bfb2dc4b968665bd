// input.h: checking what is typed into a session: declarations and statements that build on earlier inputs.
// Each input has a scope inside the one before, so that it may declare anew what is there; what was checked before keeps the
// objects that it saw. An input that is wrong leaves the session as it was.
#ifndef TYPES_INPUT_H
#define TYPES_INPUT_H
#include "parser/parser.h"
#include "types/check.h"

typedef struct CheckedInput {
    Object *func;             // OBJ_FUNC without parameters and results that does what the input says, in order; NULL: it only declares
    VEC(Object *) declared;   // constants, types, variables, functions, imported packages, in order
    VEC(Object *) methods;    // added to types, earlier ones too
    VEC(Object *) replaced;   // methods of earlier inputs that `methods` stand in place of
    VEC(Type *) changed;      // types of earlier inputs whose methods changed
} CheckedInput;

// nodes: as parse_input gives them. ids: for nodes made on the way. false: messages are in the sink, and nothing changed.
bool check_input(Checker *c, Package *pkg, NodeList nodes, AstIds *ids, CheckedInput *out);

// Puts an imported package's name into a scope of the session: packages that are found by their names.
Object *check_auto_import(Checker *c, Package *pkg, Scope *s, Package *imported);

// A variable that no declaration made, for the session itself.
Object *check_new_variable(Checker *c, Package *pkg, Name name, Type *type);

// Forgets the declarations of the newest input that has any (:undo).
bool check_undo(Checker *c, Package *pkg);
#endif

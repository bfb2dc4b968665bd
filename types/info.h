// info.h: what the checker found out about each node: side tables by Node.id.
// Memory: arena, the index of the pages apart; pages stay where they are. Written under the front end's lock; a node's entries are constant once the
// function or declaration that holds it was checked.
#ifndef TYPES_INFO_H
#define TYPES_INFO_H
#include "types/object.h"

typedef enum ValueMode {
    MODE_NONE,    // not an expression, or not checked
    MODE_INVALID, // reported
    MODE_NO_VALUE, // call of a function without results
    MODE_BUILTIN,
    MODE_TYPE,
    MODE_CONST,
    MODE_VAR,      // addressable
    MODE_MAP_INDEX, // assignable, not addressable; may be ", ok"
    MODE_VALUE,
    MODE_NIL,
    MODE_COMMA_OK, // may be used with ", ok"
    MODE_CGO_FUNC
} ValueMode;
const char *value_mode_words(ValueMode mode); // "variable", "map index expression", ...: as messages name it

typedef struct TypeAndValue {
    uint8_t mode; // ValueMode
    uint8_t pending; // checker's: the type is untyped and may still change (types/expr.c)
    bool comma_ok; // used as a pair: v, ok := x (type is then the tuple (T, bool))
    Type *type;   // final: untyped expressions have got their default or the context's type. Constants too.
    Const *value; // MODE_CONST
} TypeAndValue;

typedef enum SelectionKind { SEL_FIELD, SEL_METHOD_VALUE, SEL_METHOD_EXPR } SelectionKind;

typedef struct Selection { // x.sel; not for qualified identifiers
    uint8_t kind; // SelectionKind
    Type *recv;   // type of x
    Object *obj;  // the field or method
    Type *type;   // of the whole expression
    int *path;    // field indices from recv through embedded fields; the last one is the field's, or the method's index
    int n_path;
    bool indirect; // a pointer was followed on the way
} Selection;

typedef struct Instance { // an identifier that names a generic function or type, instantiated
    TypeList args;
    Type *type;
} Instance;

typedef struct Info Info;

Info *info_new(Arena *a);
void info_free(Info *info); // what is not in the arena
// Makes the pages of the nodes from .. to - 1 that have none yet, where the arena allocates now, so that what is known of nodes lies where
// they do; the first id that shares no page with them.
uint32_t info_complete(Info *info, uint32_t from, uint32_t to);
// Forgets the pages that lie in parcels that go; the first id behind those that stay.
uint32_t info_sweep(Info *info, const Parcels *parcels);
TypeAndValue info_type(const Info *info, const Node *expr); // mode MODE_NONE if nothing is known
// The object that an identifier defines or uses; NULL for _ where nothing is declared, for a type switch's symbolic name
// (see info_implicit), and where the name was not found.
Object *info_object(const Info *info, const Node *ident);
// Whether this identifier is the place of declaration (of := too: true only for the new variables).
bool info_is_def(const Info *info, const Node *ident);
// What is declared without a name of its own at the node: the variable of a type switch's CASE_CLAUSE; the package name of an
// IMPORT_DECL; an anonymous parameter of a FIELD; the named parameter objects too.
Object *info_implicit(const Info *info, const Node *n);
const Selection *info_selection(const Info *info, const Node *selector); // NULL: qualified identifier
const Instance *info_instance(const Info *info, const Node *ident);

// For the checker.
TypeAndValue *info_type_at(Info *info, const Node *expr);
void info_set_object(Info *info, const Node *ident, Object *o, bool is_def);
void info_set_implicit(Info *info, const Node *n, Object *o);
void info_set_selection(Info *info, const Node *selector, Selection *s);
void info_set_instance(Info *info, const Node *ident, Instance *i);
#endif

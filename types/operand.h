// operand.h: what the files that check expressions share about operands.
#ifndef TYPES_OPERAND_H
#define TYPES_OPERAND_H
#include "types/checker.h"

extern const char *const builtin_words[]; // names by BuiltinId

void operand_invalidate(Operand *x);
const char *const_text(Checker *c, const Const *v); // arena
// Whether v is a value of the basic type; then *rounded gets it as that type has it (else an integer may stand there all the same).
bool const_representable(Checker *c, const Const *v, Type *basic, Const **rounded);

// Marks e, if it is of untyped type and not final, as left operand of a shift that is not constant: its type must be an integer's.
void mark_shifted(Checker *c, Node *e);

// The checks behind operators, by file.
void check_unary(Checker *c, Operand *x, Node *e);
void check_shift(Checker *c, Operand *x, Operand *y, Node *e, TokenKind op);
// Index expressions. true: x is a generic function, still to be instantiated.
bool check_index_expr(Checker *c, Operand *x, Node *e);
void check_slice_expr(Checker *c, Operand *x, Node *e);
// Whether x is an integer usable as an index; converts it to int if untyped. what: for the message.
bool check_valid_index(Checker *c, Operand *x, const char *what, bool allow_negative);
// The type of the index expression (invalid: reported) and its constant value or -1. max < 0: no bound.
Type *check_index(Checker *c, Node *index, int64_t max, int64_t *value);
void check_basic_lit(Checker *c, Operand *x, Node *e);
void check_func_lit(Checker *c, Operand *x, Node *e);
void check_composite_lit(Checker *c, Operand *x, Node *e, Type *hint);
bool check_builtin(Checker *c, Operand *x, Node *call, int id);
// Expressions as operands (arena); a single call may give several.
Operand *check_expr_list(Checker *c, NodeList list, int *n);
void check_arguments(Checker *c, Node *call, Type *sig, Operand *args, int n);
// Like check_expr, but generic functions are let through.
void check_generic_expr(Checker *c, Operand *x, Node *e, Type *hint);
// Reports x if its mode is in the set of 1 << ValueMode: of MODE_NO_VALUE, MODE_BUILTIN, MODE_TYPE.
void check_exclude(Checker *c, Operand *x, unsigned modes);
void check_non_generic(Checker *c, Operand *x);
// Why `sel` is not found in t, other (may be NULL) being what has nearly that name.
const char *lookup_error_text(Checker *c, Type *t, Name sel, Object *other, bool struct_lit);
Pos operator_pos(Node *e); // of the operator, if e is an operation, else its start
#endif

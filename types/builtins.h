// builtins.h: the check functions of the predeclared functions, shared by the builtins*.c files.
#ifndef TYPES_BUILTINS_H
#define TYPES_BUILTINS_H
#include "types/operand.h"

typedef struct BuiltinCall {
    CallExpr *call;
    int id;        // BuiltinId
    Operand *args; // evaluated; NULL where the function does it itself (make, new, Offsetof)
    int n;         // arguments
} BuiltinCall;

// x holds the first argument, if there is one, and gets the result. false: reported.
typedef bool (*BuiltinCheck)(Checker *c, Operand *x, BuiltinCall *b);

bool check_append(Checker *c, Operand *x, BuiltinCall *b);
bool check_len(Checker *c, Operand *x, BuiltinCall *b); // cap too
bool check_clear(Checker *c, Operand *x, BuiltinCall *b);
bool check_close(Checker *c, Operand *x, BuiltinCall *b);
bool check_complex(Checker *c, Operand *x, BuiltinCall *b);
bool check_copy(Checker *c, Operand *x, BuiltinCall *b);
bool check_delete(Checker *c, Operand *x, BuiltinCall *b);
bool check_make(Checker *c, Operand *x, BuiltinCall *b);
bool check_max(Checker *c, Operand *x, BuiltinCall *b); // min too
bool check_new(Checker *c, Operand *x, BuiltinCall *b);
bool check_panic(Checker *c, Operand *x, BuiltinCall *b);
bool check_print(Checker *c, Operand *x, BuiltinCall *b); // println too
bool check_real(Checker *c, Operand *x, BuiltinCall *b);  // imag too
bool check_recover(Checker *c, Operand *x, BuiltinCall *b);
bool check_unsafe_add(Checker *c, Operand *x, BuiltinCall *b);
bool check_unsafe_alignof(Checker *c, Operand *x, BuiltinCall *b);
bool check_unsafe_offsetof(Checker *c, Operand *x, BuiltinCall *b);
bool check_unsafe_sizeof(Checker *c, Operand *x, BuiltinCall *b);
bool check_unsafe_slice(Checker *c, Operand *x, BuiltinCall *b);
bool check_unsafe_slice_data(Checker *c, Operand *x, BuiltinCall *b);
bool check_unsafe_string(Checker *c, Operand *x, BuiltinCall *b);
bool check_unsafe_string_data(Checker *c, Operand *x, BuiltinCall *b);
#endif

// kept.h: the values that inputs of a session showed last, under names: `_` is the newest, `_12` that of input 12.
// Way: internal/show keeps each value in a table as it shows it. A name gets a variable, of the type that the value has, when an input
//   first asks for it: inputs that ask for none leave nothing behind.
// Threads: under the compile lock.
#ifndef DRIVER_KEPT_H
#define DRIVER_KEPT_H
#include "compiler/compile.h"
#include "driver/session.h"

enum { KEPT_VALUES = 100 }; // as in internal/show

typedef struct Kept {
    Session *session;
    Compiler *compiler;
    Package *pkg;
    struct KeptValue *values; // internal/show's table; NULL: nothing was shown yet
    int64_t *input;           // its number of the running input
    bool asked;               // set: an input has used one of these names, or would have if there were one
    struct {
        int64_t input;
        Object *variable;
    } named[KEPT_VALUES];
} Kept;

// The next value shown is that of this input.
void kept_begin(Kept *k, int input);
// The variable of a name; NULL: it is none of these names, or nothing is kept under it.
Object *kept_find(Kept *k, Name name);
// Of the i-th kept value its input and type; false: there is none.
bool kept_describe(Kept *k, int i, int64_t *input, Type **type);
#endif

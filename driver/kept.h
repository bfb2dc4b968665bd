// kept.h: the values that inputs of a session showed last, under names: `_` is the newest, `_12` that of input 12.
// Way: internal/show keeps each value in a table as it shows it. A name gets a variable, of the type that the value has, when an input
//   first asks for it: inputs that ask for none leave nothing behind.
// Threads: under the compile lock.
#ifndef DRIVER_KEPT_H
#define DRIVER_KEPT_H
#include "compiler/compile.h"
#include "driver/session.h"

enum { KEPT_VALUES = 100 }; // as in internal/show

struct Remains;

typedef struct KeptName { // that an input has asked for
    int64_t input; // whose value that is
    Type *type;    // of a run-time type: it stays
    bool newest;   // asked for as `_`
} KeptName;

typedef struct Kept {
    Session *session;
    Compiler *compiler;
    Package *pkg;
    struct Remains *remains;
    struct KeptValue *values; // internal/show's table; NULL: nothing was shown yet
    int64_t *input;           // its number of the running input
    VEC(KeptName) asked;      // by the newest input
    const KeptName *remembered; // an earlier input is read again: what it asked for
    int n_remembered;
    struct {
        int64_t input;
        Object *variable;
    } named[KEPT_VALUES];
} Kept;

// The next value shown is that of this input.
void kept_begin(Kept *k, int input);
// A new input: nothing was asked for.
void kept_forget_asked(Kept *k);
// From now on names are what an earlier input saw under them; n 0: what they are.
void kept_remember(Kept *k, const KeptName *names, int n);
// The variable of a name; NULL: it is none of these names, or nothing is kept under it.
Object *kept_find(Kept *k, Name name);
// Of the i-th kept value its input and type; false: there is none.
bool kept_describe(Kept *k, int i, int64_t *input, Type **type);
#endif

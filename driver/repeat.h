// repeat.h: inputs of a session that come again: what was checked and compiled of them serves once more, so that they leave nothing behind.
// Way: an input is known by its text as long as no name means anything else than it did: whatever is declared forgets all.
// Memory: its own arena; trees, positions and functions stay where they are.
// Threads: under the compile lock.
#ifndef DRIVER_REPEAT_H
#define DRIVER_REPEAT_H
#include "bytecode/code.h"
#include "parser/ast.h"
#include "source/diag.h"
#include "base/hashmap.h"

typedef struct Repeat {
    const File *file;
    char *name;     // of the file, "input 12": that of the newest input with this text
    NodeList nodes;
    Func *func;     // what it does; NULL: it is wrong
    bool shows;     // the value of its last expression
    const Diag *wrong;
    int n_wrong;
    struct Repeat *next; // whose text has the same hash
} Repeat;

typedef struct Repeats {
    Arena arena;
    HashMap by_hash;
} Repeats;

enum { REPEAT_NAME_BYTES = 32 };

// May an input be evaluated by what is there of an earlier one? Not if it declares what is another thing each time, or if parts of it
// may run on behind its end.
bool repeat_is_possible(NodeList nodes);
// Names the input: whatever has the name of its file sees the new one.
void repeat_set_name(char name[REPEAT_NAME_BYTES], int number);
// NULL: there was no such text.
Repeat *repeats_find(const Repeats *all, Str text);
// *r but for `next` and the messages, which are those that the sink has, if it is wrong.
void repeats_add(Repeats *all, const Repeat *r, const DiagSink *diags);
// Reports again what is wrong with it.
void repeat_report(const Repeat *r, DiagSink *diags);
// Names have other meanings from now on.
void repeats_forget(Repeats *all);
#endif

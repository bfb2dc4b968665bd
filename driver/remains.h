// remains.h: what inputs of a session leave in memory, and how it is given back.
// Way: whatever is made between remains_begin and remains_end - text, trees, types, constants, functions, code - lies in a parcel
//   (base/parcels.h). When parcels have grown to a limit, remains_begin looks for what refers to them: the session's own memory, the
//   run-time types', all that the program can reach (gc_look_through), and the compiler's weak maps. The others are given back. What an
//   input declared is kept.
// Weak are the tables that only find things: names, files, pages of the checker's results, functions by their code, and what the
//   compiler knows by node or object.
// Threads: under the compile lock.
#ifndef DRIVER_REMAINS_H
#define DRIVER_REMAINS_H
#include "base/parcels.h"
#include "driver/session.h"

struct Compiler;

typedef struct Remains {
    Session *session;
    struct Compiler *compiler;
    Parcels parcels;
    size_t limit;        // bytes of parcels from which on it is worth while to look
    bool eager;          // looks at each chance: --gc-stress
    uint32_t first_id;   // of the nodes made since the last parcel began or ended
    struct HoldList *holds; // collected objects that parcels need
} Remains;

// Nothing is given back yet.
void remains_init(Remains *r, Session *s, struct Compiler *c);
// From now on what is made is given back, but not what was made before.
void remains_start(Remains *r, bool eager);
// false: another parcel is open, and the caller is not to end it. may_collect: nothing is in use that was made since, but what
// the session, the program or a weak table can tell of.
bool remains_begin(Remains *r, bool may_collect);
void remains_end(Remains *r, bool lasts); // lasts: it is never given back
// Memory for what code refers to: a collected object that the parcel which is open holds, or the session's for good (CompileConfig.literal).
void *remains_literal(void *remains, size_t bytes, bool has_pointers);
// A collected object lives as long as the parcel that is open.
void remains_hold(Remains *r, void *object);
#endif

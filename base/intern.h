// intern.h: names as unique pointers: two Names are the same text exactly when the pointers are equal.
// Threads: one interner belongs to one thread at a time (the front end runs under the compile lock).
#ifndef BASE_INTERN_H
#define BASE_INTERN_H
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/parcels.h"
#include "base/str.h"

typedef struct NameText {
    uint32_t hash;
    uint32_t len;
    char text[]; // NUL-terminated
} NameText;
typedef const NameText *Name; // NULL: no name

typedef struct Interner {
    Arena *texts; // its own, or another
    Arena own;
    Name *slots; // open addressing, a power of two
    uint32_t n, cap;
} Interner;

void intern_init(Interner *t);
// The names lie in that arena.
void intern_init_in(Interner *t, Arena *texts);
// Forgets the names that lie in parcels that go.
void intern_sweep(Interner *t, const Parcels *parcels);
void intern_done(Interner *t);
Name intern(Interner *t, Str text);

static inline Name intern_text(Interner *t, const char *text)
{
    return intern(t, str_of(text));
}

static inline Str name_str(Name n)
{
    return n ? (Str){n->text, n->len} : (Str){"", 0};
}

static inline bool name_is(Name n, const char *text)
{
    return n && str_is(name_str(n), text);
}

// FNV-1a with a final mix; also what hashmap.h uses for text.
uint32_t hash_text(const char *text, size_t n);
#endif

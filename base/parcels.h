// parcels.h: an arena's memory in parcels, each of which is given back when nothing refers to it any more.
// Way: between parcels_begin and parcels_end whatever the arena hands out belongs to a new parcel; before and behind, it lasts. Now and
//   then the owner says what lasts (parcels_mark_range), parcels that this refers to are followed (parcels_follow), and the others go
//   (parcels_release). Any aligned word that holds an address in a parcel refers to all of it: nobody has to say what points where.
// Tables that must not keep what they name are weak: hidden from the marking (an arena or memory of their own), and swept with
//   parcels_is_dead before the release (WeakMap, or the owner's own loop).
// Memory: chunks of one reserved range of addresses, so that an address says its parcel. In debug builds what was given back is filled
//   with PARCEL_POISON (address sanitizer: poisoned) and is used again late.
// Threads: one at a time, as the arena; parcels_mark_range allocates nothing and takes no lock: it may run with the world stopped.
#ifndef BASE_PARCELS_H
#define BASE_PARCELS_H
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/hashmap.h"

enum { PARCEL_POISON = 0xDB, PARCEL_CHUNK_SHIFT = 13 };

typedef struct Parcel {
    ArenaBlock *blocks;
    bool used, marked;
    bool lasts; // it is never given back
} Parcel;

typedef struct Parcels {
    ArenaSource source; // of the arena, while a parcel is being made
    Arena *arena;       // NULL: not set up
    Arena lasting;      // what the arena has for good, meanwhile
    uint32_t open;      // the parcel being made; 0: none
    // chunks
    uintptr_t base;
    size_t bytes;        // from there on: of all chunks that were ever used
    uint32_t *parcel_of; // by chunk; 0: free
    uint32_t n_chunks, cursor;
    // parcels by number; 0 is none
    Parcel *at;
    uint32_t *free, *work; // numbers: not in use; marked, not yet followed
    uint32_t n, cap, n_free, n_work;
    size_t held_bytes; // of all parcels
} Parcels;

// a must not be in use by a parcel of others. false: no range of addresses is to be had; then nothing is ever given back.
bool parcels_init(Parcels *p, Arena *a);
// false: one is being made already (or there are none at all): what follows belongs to that.
bool parcels_begin(Parcels *p);
void parcels_end(Parcels *p, bool lasts);

// -- finding out what may go, while no parcel is being made
void parcels_unmark(Parcels *p);
// What lies there lasts.
void parcels_mark_range(Parcels *p, const void *from, const void *to);
void parcels_mark_arena(Parcels *p, const Arena *a);
// Marks what marked parcels refer to. false: there was nothing to do.
bool parcels_follow(Parcels *p);
// Gives back the parcels that were not marked; how many.
int parcels_release(Parcels *p);

// Between marking and release: p lies in a parcel that goes.
static inline bool parcels_is_dead(const Parcels *p, const void *at)
{
    size_t offset = (uintptr_t)at - p->base;
    return offset < p->bytes && p->parcel_of[offset >> PARCEL_CHUNK_SHIFT] &&
           !p->at[p->parcel_of[offset >> PARCEL_CHUNK_SHIFT]].marked;
}

// A map that keeps neither its keys nor, once the key is gone, its values. Lies in an arena of its own. {0} is an empty one.
typedef struct WeakMap {
    HashMap map;
    Arena arena;
} WeakMap;

static inline void *weakmap_get(const WeakMap *m, const void *key)
{
    return hashmap_get(&m->map, key);
}
static inline void **weakmap_at(WeakMap *m, const void *key)
{
    return hashmap_at(&m->map, &m->arena, key);
}
static inline void weakmap_set(WeakMap *m, const void *key, void *value)
{
    *weakmap_at(m, key) = value;
}
// Marks the values of keys that stay.
void weakmap_mark(const WeakMap *m, Parcels *p);
// Drops the entries whose keys go.
void weakmap_sweep(WeakMap *m, const Parcels *p);
#endif

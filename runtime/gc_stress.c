// gc_stress.c: the stress switch: a marking step at every allocation, freed objects poisoned, and at each final stop a walk over
// the heap: no marked object may point to an unmarked one. Such a pointer is a store whose write barrier was forgotten.
// (Collecting every few allocations does not find them: a full collection needs no barrier.)
// The table of objects is on malloc: it must not keep anything alive. It is changed only with the collector's lock held.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/gc_internal.h"

typedef struct Note {
    uintptr_t base; // 0: free
    size_t bytes;
    bool scanned;
} Note;

bool gc_stress_on;
static struct {
    Note *notes;
    size_t n, cap;
    uint64_t n_alive; // A: at the last stop
} table;

void gc_stress_start(void)
{
    table.cap = 1 << 16;
    table.notes = calloc(table.cap, sizeof(Note));
    if (!table.notes)
        out_of_memory();
    gc_stress_on = true;
}

uint64_t gc_stress_objects(void)
{
    return __atomic_load_n(&table.n_alive, __ATOMIC_RELAXED);
}

static void insert(Note note)
{
    size_t i = (note.base >> 4) * 0x9E3779B97F4A7C15u & (table.cap - 1);
    while (table.notes[i].base && table.notes[i].base != note.base)
        i = (i + 1) & (table.cap - 1);
    table.n += !table.notes[i].base;
    table.notes[i] = note;
}

static void grow(void)
{
    Note *old = table.notes;
    size_t old_cap = table.cap, kept = 0;
    for (size_t i = 0; i < old_cap; i++)
        kept += old[i].bytes != 0;
    if (kept * 2 > old_cap)
        table.cap *= 2;
    table.notes = calloc(table.cap, sizeof(Note));
    if (!table.notes)
        out_of_memory();
    table.n = 0;
    for (size_t i = 0; i < old_cap; i++)
        if (old[i].bytes)
            insert(old[i]);
    free(old);
}

void gc_stress_note(void *object, size_t bytes, bool scanned)
{
    if (table.n * 2 >= table.cap)
        grow();
    insert((Note){(uintptr_t)object, bytes, scanned});
}

__attribute__((no_sanitize("thread", "address"))) static void check(const Note *note)
{
    void **words = (void **)note->base;
    for (size_t i = 0; i < note->bytes / sizeof(void *); i++) {
        void *base = words[i] ? gc_base(words[i], NULL) : NULL;
        if (!base || gc_is_marked(base))
            continue;
        fprintf(stderr, "gc-stress: the object at %p (%zu bytes) points at its byte %zu to %p, which is not marked: a missing write barrier\n",
                (void *)note->base, note->bytes, i * sizeof(void *), words[i]);
        abort();
    }
}

__attribute__((no_sanitize("thread", "address"))) void gc_stress_mark_end(void)
{
    uint64_t n_alive = 0;
    for (size_t i = 0; i < table.cap; i++) {
        Note *note = &table.notes[i];
        if (!note->bytes)
            continue;
        if (gc_is_marked((void *)note->base)) {
            if (note->scanned)
                check(note);
            n_alive++;
            continue;
        }
        // Finalizers bring objects back after this stop; without them what is not marked is garbage.
        if (__atomic_load_n(&gc_n_finalizers, __ATOMIC_RELAXED) == 0)
            memset((void *)note->base, 0xDB, note->bytes);
        note->bytes = 0; // the entry stays as a tombstone until the table grows
    }
    __atomic_store_n(&table.n_alive, n_alive, __ATOMIC_RELAXED);
}

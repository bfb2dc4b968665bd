// intern.c: an open-addressing table of unique names.
#include "base/intern.h"

#include <stdlib.h>
#include <string.h>

#include "base/check.h"

uint32_t hash_text(const char *text, size_t n)
{
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < n; i++)
        h = (h ^ (unsigned char)text[i]) * 16777619u;
    h ^= h >> 15;
    h *= 0x2c1b3c6du;
    return h ^ (h >> 12);
}

void intern_init(Interner *t)
{
    intern_init_in(t, &t->own);
}

void intern_init_in(Interner *t, Arena *texts)
{
    memset(t, 0, sizeof *t);
    t->texts = texts;
}

void intern_done(Interner *t)
{
    arena_done(&t->own);
    free(t->slots);
    memset(t, 0, sizeof *t);
}

// Enters the names, but those in parcels that go (parcels may be NULL), into a new table.
static void rebuild(Interner *t, uint32_t cap, const Parcels *parcels)
{
    Name *slots = calloc(cap, sizeof *slots);
    if (!slots)
        out_of_memory();
    t->n = 0;
    for (uint32_t i = 0; i < t->cap; i++) {
        if (!t->slots[i] || (parcels && parcels_is_dead(parcels, t->slots[i])))
            continue;
        t->n++;
        uint32_t j = t->slots[i]->hash & (cap - 1);
        while (slots[j])
            j = (j + 1) & (cap - 1);
        slots[j] = t->slots[i];
    }
    free(t->slots);
    t->slots = slots;
    t->cap = cap;
}

void intern_sweep(Interner *t, const Parcels *parcels)
{
    rebuild(t, t->cap ? t->cap : 1024, parcels);
}

Name intern(Interner *t, Str s)
{
    if (t->n * 2 >= t->cap)
        rebuild(t, t->cap ? t->cap * 2 : 1024, NULL);
    uint32_t h = hash_text(s.ptr, s.len), i = h & (t->cap - 1);
    for (; t->slots[i]; i = (i + 1) & (t->cap - 1)) {
        Name n = t->slots[i];
        if (n->hash == h && n->len == s.len && memcmp(n->text, s.ptr, s.len) == 0)
            return n;
    }
    NameText *n = arena_alloc(t->texts, sizeof *n + s.len + 1);
    n->hash = h;
    n->len = (uint32_t)s.len;
    if (s.len)
        memcpy(n->text, s.ptr, s.len);
    t->slots[i] = n;
    t->n++;
    return n;
}

// deep.h: walking nested values (structs, arrays, interfaces in them) without recursion: how deep they are nested is up to the program.
#ifndef RUNTIME_DEEP_H
#define RUNTIME_DEEP_H
#include <string.h>

#include "runtime/gc.h"

enum { DEEP_FEW = 16 };

typedef struct DeepFrame { // a struct or array whose parts from `next` on are still to be visited
    const RType *type;
    const char *a, *b;
    int64_t next;
} DeepFrame;

typedef struct DeepWalk {
    DeepFrame *frames; // few, or collected memory
    int64_t n, cap;
    DeepFrame few[DEEP_FEW];
} DeepWalk;

static inline void deep_begin(DeepWalk *w)
{
    w->frames = w->few;
    w->n = 0;
    w->cap = DEEP_FEW;
}

static inline void deep_push(DeepWalk *w, const RType *type, const void *a, const void *b)
{
    if (w->n == w->cap) {
        DeepFrame *more = gc_alloc_kind((size_t)w->cap * 2 * sizeof *more, GC_SCAN);
        memcpy(more, w->frames, (size_t)w->n * sizeof *more);
        gc_dirty(more);
        w->frames = more;
        w->cap *= 2;
    }
    w->frames[w->n++] = (DeepFrame){type, a, b, 0};
    if (w->frames != w->few)
        gc_dirty(&w->frames[w->n - 1]);
}

// The next part of the innermost value that has one left; false: all were visited. A frame is dropped before its last part is visited, so that
// lists linked by their last field need no room. Blank fields are left out.
static inline bool deep_next(DeepWalk *w, const RType **type, const void **a, const void **b)
{
    while (w->n > 0) {
        DeepFrame *f = &w->frames[w->n - 1];
        const RType *t = f->type;
        int64_t i = f->next++;
        if (t->kind == KIND_ARRAY) {
            if (i >= t->len) {
                w->n--;
                continue;
            }
            *type = t->elem;
            *a = f->a + i * t->elem->size;
            *b = f->b + i * t->elem->size;
            if (i == t->len - 1)
                w->n--;
            return true;
        }
        if (i >= t->n_fields) {
            w->n--;
            continue;
        }
        const RField *field = &t->fields[i];
        if (field->name.len == 1 && field->name.ptr[0] == '_')
            continue;
        *type = field->type;
        *a = f->a + field->offset;
        *b = f->b + field->offset;
        if (i == t->n_fields - 1)
            w->n--;
        return true;
    }
    return false;
}
#endif

// vec.h: growable arrays in an arena, typed by macro: VEC(int) v = {0}; vec_push(&v, arena, 7); v.at[0].
#ifndef BASE_VEC_H
#define BASE_VEC_H
#include <stddef.h>

#include "base/arena.h"

#define VEC(T)                                                                                     \
    struct {                                                                                       \
        T *at;                                                                                     \
        int n, cap;                                                                                \
    }

// Makes room for one more element; for the macros below.
void vec_grow(void **at, int n, int *cap, size_t elem_bytes, Arena *a);

#define vec_push(v, arena, value)                                                                  \
    do {                                                                                           \
        if ((v)->n == (v)->cap)                                                                    \
            vec_grow((void **)&(v)->at, (v)->n, &(v)->cap, sizeof *(v)->at, (arena));              \
        (v)->at[(v)->n++] = (value);                                                               \
    } while (0)

#define vec_last(v) ((v)->at[(v)->n - 1])
#define vec_pop(v) ((v)->at[--(v)->n])
#endif

// value.h: the bytes of Go's values, as Go lays them out. Everything else in memory is packed like C structs.
#ifndef RUNTIME_VALUE_H
#define RUNTIME_VALUE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint64_t Slot; // of a frame: integers and floats in the low bytes, narrow integers extended to 64 bits

typedef struct RType RType;
typedef struct Func Func; // bytecode/code.h; the runtime only passes it on

typedef struct String {
    const char *ptr; // NULL only with len 0
    int64_t len;
} String;

typedef struct Slice {
    void *ptr;
    int64_t len, cap;
} Slice;

// A function value is a pointer to one; NULL is nil. Compiled code reads what it has captured behind it.
typedef struct Closure {
    Func *func;
    Slot captured[];
} Closure;

typedef struct Itab { // one per pair of (interface with methods, dynamic type); lives for ever
    const RType *iface, *type;
    uint32_t hash; // of type, for type switches
    int n;
    Func *methods[]; // in the order of the interface's methods: take the data word as receiver
} Itab;

// An interface with methods: {Itab, data}; without: {RType, data}. The first word NULL: nil interface.
// data is the value itself if the type is pointer-shaped (RTYPE_DIRECT), else a pointer to an immutable copy.
typedef struct Iface {
    const void *tab;
    void *data;
} Iface;

#define STRING(literal) ((String){"" literal, sizeof(literal) - 1})
#endif

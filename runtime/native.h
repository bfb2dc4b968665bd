// native.h: all that the C half of a standard package sees.
// A native is a Go function declared without body; C holds
//     NATIVE(strings, IndexByte, { int64_t ret; String s; uint64_t c; })
//     {
//         a->ret = …;
//         return STATUS_OK;
//     }
// The struct is the frame: results first, then the receiver and parameters, each aligned to 8 bytes, narrow values extended to 64
// bits (write results so: int64_t for int8 too; bool as uint64_t 0 or 1; float32 by its bits in a uint64_t). Structs and arrays
// stand in their memory layout. `g` is the running goroutine. Collected pointers may be kept in C locals (the C stack is scanned).
// Rules: never call back into Go. Short: long work returns STATUS_YIELD between bounded pieces, keeping its place in the
// frame's parameters. What may block in the kernel stands between sched_block_enter and sched_block_exit.
// Method natives: NATIVE(pkg, Type_Method, …) for `func (t Type) Method()` and `func (t *Type) Method()`.
// '/' in an import path is written '_': NATIVE(internal_rt, TypeOf, …).
#ifndef RUNTIME_NATIVE_H
#define RUNTIME_NATIVE_H
#include "runtime/g.h"
#include "runtime/gc.h"
#include "runtime/rtype.h"

typedef Status (*NativeFn)(G *g, void *frame);

typedef struct Native {
    const char *name; // "strings.IndexByte" with the import path as C spells it: "internal_rt.TypeOf"
    NativeFn fn;
    int frame_bytes;  // checked against the Go signature when bound
} Native;

#define NATIVE_UNPACK(...) __VA_ARGS__
#define NATIVE(pkg, Name, ...)                                                                     \
    typedef struct __VA_ARGS__ native_frame_##pkg##_##Name;                                        \
    static Status native_body_##pkg##_##Name(G *g, native_frame_##pkg##_##Name *a);                \
    const int native_bytes_##pkg##_##Name = (int)sizeof(native_frame_##pkg##_##Name);              \
    Status native_##pkg##_##Name(G *g, void *frame);                                               \
    Status native_##pkg##_##Name(G *g, void *frame)                                                \
    {                                                                                              \
        return native_body_##pkg##_##Name(g, frame);                                               \
    }                                                                                              \
    static Status native_body_##pkg##_##Name(G *g __attribute__((unused)),                         \
                                             native_frame_##pkg##_##Name *a __attribute__((unused)))

// The generated table of all natives (gen/stdlib/natives.def), sorted by name; NULL if absent.
const Native *native_find(const char *name);
// The name of the native whose function that is (searches all: for dumps); NULL: of none.
const char *native_find_name(const void *fn);

static inline uint64_t float32_slot(float f)
{
    uint32_t bits;
    memcpy(&bits, &f, sizeof bits);
    return bits;
}
static inline float slot_float32(uint64_t s)
{
    float f;
    uint32_t bits = (uint32_t)s;
    memcpy(&f, &bits, sizeof f);
    return f;
}

// A collected string holding a copy of n bytes.
String string_new(const char *bytes, int64_t n);
#endif

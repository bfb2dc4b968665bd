// rtype.h: run-time types: one object per distinct Go type, so that identical types have equal pointers.
// Memory: outside the collector's heap, for ever. Threads: constant once published, but for what `methods_ready` guards.
// Natives of fmt and reflect read these structs, and so does Go code of internal/rt through unsafe: keep the
// two in step (tests/unit checks offsets).
#ifndef RUNTIME_RTYPE_H
#define RUNTIME_RTYPE_H
#include "base/kind.h"
#include "runtime/value.h"

enum RTypeFlags {
    RTYPE_POINTERS = 1,     // holds pointers: the collector scans it
    RTYPE_DIRECT = 2,       // pointer-shaped: stored in an interface's data word itself
    RTYPE_COMPARABLE = 4,   // == is allowed (it may still panic inside interfaces)
    RTYPE_PLAIN_EQUAL = 8,  // == compares bytes, and hashing may hash bytes (no floats, strings, interfaces, padding)
    RTYPE_NAMED = 16,       // has a name: defined or predeclared
    RTYPE_VARIADIC = 32,    // of functions
    RTYPE_EXACT_FULL = 64   // every word is a pointer
};

typedef struct RField {
    String name, pkg_path; // pkg_path: of unexported names, else empty
    const RType *type;
    int64_t offset;
    String tag;
    bool embedded;
} RField;

typedef struct RMethod { // of a concrete type's method set; sorted: exported ones first, then by name, then by pkg_path
    String name, pkg_path; // pkg_path: of unexported names, else empty
    const RType *type;     // func type without receiver
    Func *func;            // takes the receiver as an interface's data word holds it
} RMethod;

typedef struct RIMethod { // of an interface type, sorted alike
    String name, pkg_path;
    const RType *type;
} RIMethod;

struct RType {
    int64_t size;
    uint32_t hash;
    uint8_t kind, align, flags, chan_dir; // Kind, bytes, RTypeFlags, 1 recv 2 send 3 both (as reflect)
    String string;   // as reflect.Type.String: "main.T", "[]int", "map[string]int"
    String name;     // of a named type, else empty
    String pkg_path; // import path of a defined type, else empty
    const RType *elem, *key; // array chan map pointer slice; map
    int64_t len;             // of an array
    RField *fields;          // struct
    int64_t n_fields;
    const RType **in, **out; // func
    int64_t n_in, n_out;
    RIMethod *imethods; // interface
    int64_t n_imethods;
    RMethod *methods; // concrete named types and pointers to them, structs with embedded fields; see rtype_methods
    int64_t n_methods;
    uint32_t methods_ready; // atomic; 0: ask the hook
    const RType *ptr_to;    // atomic; the pointer type to this one, once made
    const RType *slice_of;  // atomic
    void *map_layout;       // runtime/map.c: bucket layout of a map type, made when first used
    void *compiler;         // the checker's Type
};

// What the compiler provides to the runtime. Set once at start.
typedef struct RTypeHooks {
    void (*fill_methods)(RType *t);             // sets methods, n_methods, then methods_ready (release)
    const RType *(*pointer_to)(const RType *t); // canonical *T
    const RType *(*slice_of)(const RType *t);   // canonical []T
    const RType *(*map_of)(const RType *key, const RType *elem);
} RTypeHooks;
extern RTypeHooks rtype_hooks;

// The method set, complete.
const RMethod *rtype_methods(const RType *t, int64_t *n);

// itab.c: the table for that pair, or NULL if type does not implement iface; *missing (may be NULL) gets the first missing method's name.
const Itab *itab_find(const RType *iface, const RType *type, String *missing);
// For the compiler, which knows that type implements iface and need not make type's whole method table for it: the table if there is one
// (NULL: not yet), and entering one with these functions, in the order of the interface's methods.
const Itab *itab_known(const RType *iface, const RType *type);
const Itab *itab_enter(const RType *iface, const RType *type, Func *const *methods);
// Forgets which pairs did not fit: a session's type got methods.
void itab_forget_missing(void);
static inline const RType *iface_type(const RType *static_iface, Iface v)
{
    if (!v.tab)
        return NULL;
    return static_iface->n_imethods ? ((const Itab *)v.tab)->type : (const RType *)v.tab;
}

// equal.c, hash.c. value_equal: PANIC through *bad (the uncomparable dynamic type) set non-NULL.
bool value_equal(const RType *t, const void *a, const void *b, const RType **bad);
bool iface_equal(const RType *ta, void *da, const RType *tb, void *db, const RType **bad); // dynamic types and data words
uint64_t value_hash(const RType *t, const void *v, uint64_t seed, const RType **bad);
#endif

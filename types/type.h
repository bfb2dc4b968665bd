// type.h: Go types as the checker knows them.
// Invariants: a type is complete once its `state` says so; identity is types_identical, not the pointer (but basic types,
// Named and TypeParam are unique objects). Memory: arena of the Session. Threads: under the front end's lock.
// Sources: Go specification, "Types", "Properties of types and values".
#ifndef TYPES_TYPE_H
#define TYPES_TYPE_H
#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/intern.h"
#include "base/kind.h"
#include "parser/ast.h"

typedef struct Type Type;
typedef struct Object Object;
typedef struct Package Package;
typedef struct Scope Scope;
struct Checker;

typedef enum TypeKind {
    TYPE_INVALID, // of something that was reported already: accepted everywhere in silence
    TYPE_BASIC,
    TYPE_ARRAY,
    TYPE_SLICE,
    TYPE_STRUCT,
    TYPE_POINTER,
    TYPE_TUPLE, // parameter lists, results; never a value's type but of calls
    TYPE_SIGNATURE,
    TYPE_UNION, // in constraints
    TYPE_INTERFACE,
    TYPE_MAP,
    TYPE_CHAN,
    TYPE_NAMED,
    TYPE_TYPE_PARAM,
    TYPE_ALIAS
} TypeKind;

// Basic kinds beyond base/kind.h: those of untyped constants.
typedef enum UntypedKind {
    UNTYPED_NOT,
    UNTYPED_BOOL,
    UNTYPED_INT,
    UNTYPED_RUNE,
    UNTYPED_FLOAT,
    UNTYPED_COMPLEX,
    UNTYPED_STRING,
    UNTYPED_NIL
} UntypedKind;

typedef struct BasicInfo { // TYPE_BASIC
    Kind kind;            // KIND_INVALID for untyped ones
    UntypedKind untyped;
    const char *name;     // byte and rune are TYPE_BASIC objects of their own, identical to uint8 and int32
} BasicInfo;

typedef struct ArrayInfo {
    Type *elem;
    int64_t len; // -1: unknown because of an error
} ArrayInfo;

typedef struct StructInfo {
    Object **fields; // OBJ_VAR with is_field
    Str *tags;       // NULL: none has one
    int n;
} StructInfo;

typedef struct TupleInfo {
    Object **vars;
    int n;
} TupleInfo;

typedef struct TypeList {
    Type **at;
    int n;
} TypeList;

typedef struct SignatureInfo {
    Object *recv;         // NULL: a function
    Type *params;         // TYPE_TUPLE, never NULL
    Type *results;        // TYPE_TUPLE, never NULL
    bool variadic;        // the last parameter's type is a slice then
    TypeList type_params; // TYPE_TYPE_PARAM each
    TypeList recv_type_params;
    Scope *scope; // of a declared function or literal: holds its parameters, and the body's declarations
} SignatureInfo;

typedef struct UnionTerm {
    Type *type;
    bool tilde;
} UnionTerm;

typedef struct UnionInfo {
    UnionTerm *terms;
    int n;
} UnionInfo;

typedef struct TypeSet TypeSet; // types/typeset.c
typedef struct InterfaceInfo {
    Object **methods; // declared here: OBJ_FUNC
    int n_methods;
    Type **embedded;
    Pos *embedded_pos;
    int n_embedded;
    bool implicit; // made from a constraint literal such as ~int
    bool complete;
    TypeSet *set; // made when first asked: all methods, sorted by unique name
    struct Checker *owner; // who makes it
} InterfaceInfo;

typedef struct MapInfo {
    Type *key, *elem;
} MapInfo;

typedef struct ChanInfo {
    Type *elem;
    ChanDir dir;
} ChanInfo;

typedef struct NamedInfo {
    Object *obj;          // OBJ_TYPE_NAME
    Type *from_rhs;       // the type on the right of the declaration; NULL while that is being made; the invalid type after a cycle
    Type *underlying;     // never NAMED or ALIAS; NULL until type_under first walked from_rhs (through names and aliases) to its end
    Object **methods;     // declared methods: OBJ_FUNC, in source order
    int n_methods, cap_methods;
    Type *origin;         // generic type this is an instance of; itself if none
    TypeList type_params; // of the generic type
    TypeList type_args;   // of an instance
    bool valid;           // no infinitely large type: checked
    uint8_t var_size;     // 0: not yet known; 1: fixed; 2: no size, because of a cycle
} NamedInfo;

typedef struct TypeParamInfo {
    Object *obj;
    int index;
    Type *bound;
    uint32_t id;
} TypeParamInfo;

typedef struct AliasInfo {
    Object *obj;
    Type *actual; // the right side, may be an alias again; NULL while it is being made
    TypeList type_params, type_args;
} AliasInfo;

struct Type {
    uint8_t kind; // TypeKind
    uint32_t id;  // unique, from 1
    int64_t size_bytes, align_bytes; // filled by types/sizes.c; size -1: not yet known
    uint8_t pointers; // of types/sizes.c: 0 not yet known, 1 holds none, 2 holds some
    void *rtype;  // compiler's: the run-time type, once made
    union {
        BasicInfo basic;
        ArrayInfo array;
        Type *elem; // TYPE_SLICE, TYPE_POINTER
        StructInfo strct;
        TupleInfo tuple;
        SignatureInfo sig;
        UnionInfo union_;
        InterfaceInfo iface;
        MapInfo map;
        ChanInfo chan;
        NamedInfo named;
        TypeParamInfo type_param;
        AliasInfo alias;
    };
};

// Removes aliases only; then, for type_under, names too: the underlying type. Never NULL.
Type *type_unalias(Type *t);
Type *type_under(Type *t);

// Predicates on the underlying type (of type parameters: all types of the set).
bool type_is_boolean(Type *t);
bool type_is_integer(Type *t);
bool type_is_unsigned(Type *t);
bool type_is_float(Type *t);
bool type_is_complex(Type *t);
bool type_is_numeric(Type *t);
bool type_is_string(Type *t);
bool type_is_ordered(Type *t);
bool type_is_const_type(Type *t); // boolean, numeric, string
bool type_is_untyped(Type *t);
bool type_is_typed(Type *t);
bool type_is_pointer(Type *t);        // NULL: no
bool type_is_aggregate(Type *t);      // a struct or an array
bool type_is_interface(Type *t);      // not a type parameter
bool type_is_named(Type *t);          // predeclared, defined or type parameter
bool type_is_valid(Type *t);
bool type_is_bytes_or_runes(Type *t); // []byte or []rune by underlying types
bool type_has_nil(Type *t);
bool type_is_unsafe_pointer(Type *t);
bool type_is_generic(Type *t);
// The Kind of the underlying type; untyped and type parameters: KIND_INVALID.
Kind type_kind(Type *t);
Type *type_deref(Type *t, bool *was_pointer); // *T to T, else t itself
// Those of a defined type of the embedded library are read when they are asked for: afterwards named.methods has the one of that name, or all (NULL).
void type_read_methods(Type *named, Name name);

bool types_identical(Type *a, Type *b);
bool types_identical_ignore_tags(Type *a, Type *b);
// Whether values of t can be compared with ==; strictly: never panicking. *why (arena text or NULL) says why not.
bool type_comparable(struct Checker *c, Type *t, const char **why);

// As messages show it: with package names where ambiguous, relative to the package `from` (may be NULL).
void type_print(Buf *out, Type *t, Package *from);

// Go's layout on amd64.
int64_t type_size(Type *t);
int64_t type_align(Type *t);
int64_t type_field_offset(Type *strct, int field);
// Whether values hold any pointer the collector must see.
bool type_has_pointers(Type *t);
#endif

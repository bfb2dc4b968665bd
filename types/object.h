// object.h: what names stand for, and the scopes that hold them.
#ifndef TYPES_OBJECT_H
#define TYPES_OBJECT_H
#include "base/hashmap.h"
#include "types/constant.h"
#include "types/type.h"

typedef enum ObjectKind {
    OBJ_PKG_NAME,
    OBJ_CONST,
    OBJ_TYPE_NAME,
    OBJ_VAR,
    OBJ_FUNC, // function, method, or method of an interface
    OBJ_LABEL,
    OBJ_BUILTIN,
    OBJ_NIL
} ObjectKind;

typedef enum ObjectState { OBJ_UNRESOLVED, OBJ_RESOLVING, OBJ_RESOLVED } ObjectState;

typedef struct DeclInfo DeclInfo; // types/checker.h: where and how a package-level object is declared

struct Object {
    uint8_t kind;  // ObjectKind
    uint8_t state; // ObjectState, of package-level objects
    Name name;
    Type *type; // NULL until resolved
    Package *pkg; // NULL: universe
    Pos pos;
    Scope *parent; // scope it is declared in; NULL for fields and methods
    Pos scope_pos; // visible from here on (local objects)
    uint32_t order; // of declaration, for package-level objects: initialization order and cycle reports
    bool used;      // VAR, PKG_NAME, LABEL
    DeclInfo *decl; // package-level objects
    union {
        Const *value;             // CONST
        int builtin;              // BUILTIN: index into builtins.def
        struct {                  // PKG_NAME
            Package *imported;
        } pkg_name;
        struct { // VAR
            bool is_field, embedded, is_param, is_result, is_recv, is_global;
            int index;           // of a field in its struct, of a parameter in its tuple
            int64_t offset;      // of a field, in bytes: by type_field_offset
            Object *origin;      // of an instantiated field
            struct GlobalVar *global; // compiler's: storage of a package-level variable
            void *local;         // compiler's: what is known of a local variable
        } var;
        struct { // FUNC
            Node *node;          // FUNC_DECL with its body, or FIELD of an interface; NULL for universe's error.Error
            bool has_ptr_recv;   // method with a pointer receiver
            bool is_interface_method;
            Object *origin;      // of an instantiated method
            bool body_checked;
            void *func;          // compiler's: its Func
        } func;
        struct { // TYPE_NAME
            bool is_alias;
        } type_name;
    };
};

struct Scope {
    Scope *parent; // NULL: universe
    HashMap names; // Name -> Object *
    VEC(Object *) list; // in order of insertion
    VEC(Scope *) children; // of scopes inside functions only, in source order
    bool is_func;  // outermost scope of a function
    Object *(*find_lazy)(Scope *s, Name name); // NULL, or asked for names not yet in the table (embedded library)
    Name (*other_case)(Scope *s, Name name); // with find_lazy, or NULL: an exported name of the library that differs in case alone
    void *lazy;
};

Scope *scope_new(Arena *a, Scope *parent);
// The object of that name in this scope only.
Object *scope_find(Scope *s, Name name);
// Up the parents; *where (may be NULL) gets the scope. Local objects declared behind pos are passed over (NO_POS: none is).
Object *scope_lookup(Scope *s, Name name, Pos pos, Scope **where);
// Inserts; the object already there instead, if there is one (then nothing changes).
Object *scope_insert(Arena *a, Scope *s, Object *o);

struct Package {
    const char *path; // import path; "main" for the program
    Name name;
    Scope *scope;
    VEC(AstFile *) files;
    VEC(Scope *) file_scopes;
    VEC(Package *) imports; // direct, in source order, once each
    bool is_std;      // of the embedded library: declarations are read, checked, compiled and initialised when first used
    bool is_unsafe;
    bool branches_checked; // labels and branches of its functions were looked at ahead of all else
    bool bodies_elsewhere; // functions without bodies are no errors, as if there were assembly files
    int lang;         // language version 1.N of its module (go.mod); 0: the newest. A file's //go:build line may set another.
    bool is_session;  // of a REPL or script: inputs add to it, each with a scope of its own inside the one before (types/input.c)
    bool checked;     // all declarations resolved (user packages)
    bool failed;
    void *lazy;       // driver's index of an embedded package
    // Of an embedded package, for what is read when it is first asked for. Declares the methods of that name, or all (NULL), of one of its types.
    void (*read_methods)(Package *p, Name type, Name method);
    void (*read_body)(Package *p, FuncDecl *d); // d->body is an empty block where the body stands, until then
    VEC(struct InitOrder *) init_order; // of package-level variables with initialisers
    VEC(Object *) init_funcs;           // func init, in source order (OBJ_FUNC, not in scope)
    VEC(struct Object *) blank_funcs;   // func _ and methods of no name: checked, never called
    VEC(Object *) objects;              // of user packages: all package-level objects and methods, in source order
    VEC(Object *) orphans;              // of embedded packages: methods whose type was not read yet
    int n_objects;
};

// One package-level `var lhs = rhs` to be run.
typedef struct InitOrder {
    Object **lhs; // OBJ_VAR; blank ones too
    int n;
    Node *rhs;
} InitOrder;

bool name_is_exported(Name n);
// Fully qualified for messages: pkg.Name or the name alone.
void object_print_name(Buf *out, Object *o, Package *from);
#endif

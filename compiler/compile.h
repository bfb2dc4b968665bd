// compile.h: the compiler as others see it: a session that turns checked packages into functions.
// Threads: all but compile_hooks' own entry points are called before the program runs, or under the compile lock.
#ifndef COMPILER_COMPILE_H
#define COMPILER_COMPILE_H
#include "bytecode/code.h"

#include "types/check.h"

struct Compiler;
typedef struct Compiler Compiler;

typedef struct CompileConfig {
    Arena *arena; // of the session
    // Sessions: functions and code lie in the arena too, parts of which may be given back (compile_sweep). Gives memory for bytes that
    // the code compiled now refers to, and that live on where the program has them; NULL: all lasts.
    void *(*literal)(void *literal_data, size_t bytes, bool has_pointers);
    void *literal_data;
    Checker *checker;
    Info *info;
    FileSet *files;
    Interner *names;
    DiagSink *diags;      // where errors in embedded packages land (bugs of the library)
    const char *cwd;      // absolute; what relative file names in tracebacks are below
    // Called after each function was compiled, under the lock; may be NULL.
    void (*on_compiled)(const Func *f, void *data);
    void *data;
    // Reads what an embedded package's func init are, into pkg->init_funcs.
    void (*read_inits)(void *data, Package *pkg);
    // A package of the library by import path; NULL: there is none.
    Package *(*std_package)(void *data, const char *path);
} CompileConfig;

// One per process: sets compile_hooks and rtype_hooks.
Compiler *compiler_new(const CompileConfig *cfg);

// The function that runs a program: packages' initialisation (each behind those that it imports), then main.main. NULL: there is no
// func main.
Func *compile_entry(Compiler *c, Package **packages, int n, Package *main);

// What initialises the package's variables and calls its func init; NULL: nothing to do.
Func *compile_package_init(Compiler *c, Package *pkg);

// The function of a declared func (compiled when first called).
Func *compile_func(Compiler *c, Object *func);
// The function of a FUNC_LIT; NULL if the function around it has not been compiled.
Func *compile_literal(Compiler *c, const Node *func_lit);
// What compiling has cost so far. Under the compile lock, or when nothing compiles any more.
typedef struct CompileCosts {
    int64_t compile_ns, check_ns; // check_ns: bodies of the library, which are checked when they are first called
    uint64_t n_funcs, n_insns;
} CompileCosts;
CompileCosts compile_costs(const Compiler *c);

// Compiles f now. false: *message says why not.
bool compile_now(Func *f, const char **message);
// Appends the name of the package variable at p (`main.x`, `main.x+8`). false: no variable is there.
bool compile_name_variable(const void *p, Buf *out);
// Calls run where there is stack for the deepest trees: on another thread, which has the collector and the compile lock as this one.
void compile_call_deep(void (*run)(void *data), void *data);


// -- sessions, under the compile lock: what may be given back (base/parcels.h).
// Marks what the compiler knows of what stays.
void compile_mark(Compiler *c, Parcels *parcels);
// Forgets what goes.
void compile_sweep(Compiler *c, const Parcels *parcels);

// -- sessions, under the compile lock: what a new input declares in place of what an earlier one did.
// Earlier callers of `old` call `new_` from now on: functions or methods of identical signatures.
void compile_redirect(Compiler *c, Object *old, Object *new_);
// Calls of func panic with that text (arena) from now on.
void compile_make_stale(Compiler *c, Object *func, const char *why);
// The two variables, of identical types, share one memory.
void compile_share_variable(Compiler *c, Object *old, Object *new_);
// Where the variable lies.
void *compile_variable_memory(Compiler *c, Object *var);
// The variable, which has no memory yet, lies there.
void compile_place_variable(Compiler *c, Object *var, void *memory);
// The type got methods, or other ones: tables made for interfaces are made anew when next needed.
void compile_methods_changed(Compiler *c, Type *named);
#endif

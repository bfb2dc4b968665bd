// wrappers.h: what rtypes.c, wrappers.c, globals.c and compile.c share beyond compiler.h.
#ifndef COMPILER_WRAPPERS_H
#define COMPILER_WRAPPERS_H
#include "compiler/compiler.h"

// What an interface's method table holds for method m of a t: takes the data word as receiver. path as in MethodSetEntry: embedded
// fields to follow, then the method's index.
Func *wrapper_for_iface(Compiler *c, Type *t, Object *m, const int *path, int n_path);

// The object of a FUNC_DECL for which func_of was called; NULL: none.
Object *wrappers_declared(Compiler *c, const Node *func_decl);

void rtypes_init(Compiler *c);

// The package's path as function names show it: "main", "test/a".
const char *package_prefix(Compiler *c, Package *pkg);
// The function that runs the package's initialisers and its func init.
Func *package_init_func(Compiler *c, Package *pkg);
// The embedded package's func init as something that functions of that package need; NULL: it has none.
LazyVar *package_lazy_init(Compiler *c, Package *pkg);
void compile_read_inits(Compiler *c, Package *pkg);
// Why a declaration without body cannot be called.
const char *compile_missing_body(Compiler *c, Func *f, Object *func);

// The position as tracebacks show it: the file's absolute name, //line comments applied.
Place compile_place(Compiler *c, Package *pkg, Pos pos);

// What compile.c was made with.
const struct CompileConfig *compile_config(Compiler *c);
#endif

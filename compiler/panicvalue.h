// panicvalue.h: what the runtime raises, as a Go value.
#ifndef COMPILER_PANICVALUE_H
#define COMPILER_PANICVALUE_H
#include "compiler/compiler.h"

// An `any` holding the runtime.Error for r (the value itself for PANIC_VALUE). The types are those of stdlib/runtime/error.go.
Iface panic_value_make(Compiler *c, const Raised *r);

// The declaration of that name in an embedded package, resolved; NULL: there is none.
Object *compile_std_object(Compiler *c, const char *path, const char *name);
#endif

// builtin.h: the builtin functions of builtins.def as numbers.
#ifndef TYPES_BUILTIN_H
#define TYPES_BUILTIN_H

typedef enum BuiltinId {
#define BUILTIN(ID, name, min_args, variadic, kind) BUILTIN_##ID,
#include "types/builtins.def"
#undef BUILTIN
    BUILTIN_COUNT
} BuiltinId;
#endif

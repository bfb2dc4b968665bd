// kind.h: the kinds of kinds.def, numbered as reflect.Kind numbers them.
#ifndef BASE_KIND_H
#define BASE_KIND_H

typedef enum Kind {
    KIND_INVALID,
#define BASIC(KIND, name, bytes, class) KIND_##KIND,
#define COMPOSITE(KIND, name) KIND_##KIND,
#include "base/kinds.def"
#undef BASIC
#undef COMPOSITE
    KIND_COUNT
} Kind;
#endif

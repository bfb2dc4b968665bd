// typestring.h: printing types with the choices that only some messages need.
#ifndef TYPES_TYPESTRING_H
#define TYPES_TYPESTRING_H
#include "base/buf.h"
#include "types/object.h"

typedef struct TypeOnWay { // types being printed further out
    Type *type;
    const struct TypeOnWay *outer;
} TypeOnWay;

typedef struct TypePrinter {
    Buf *out;
    const Package *from; // NULL: packages are shown by their whole paths
    bool param_names;    // print parameters' names
    bool package_info;   // show the package of the first unexported struct field
    const TypeOnWay *way;
} TypePrinter;

void type_printer_type(TypePrinter *w, Type *t);
// The part behind `func`.
void type_printer_signature(TypePrinter *w, const SignatureInfo *s);
#endif

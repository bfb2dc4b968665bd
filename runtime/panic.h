// panic.h: raising panics from C. The VM turns what is raised into a Go value of package runtime when a deferred call or the
// traceback needs it.
#ifndef RUNTIME_PANIC_H
#define RUNTIME_PANIC_H
#include "base/buf.h"
#include "runtime/status.h"
#include "runtime/value.h"

typedef enum PanicCode {
#define PANIC(CODE, class, text) PANIC_##CODE,
#include "runtime/panics.def"
#undef PANIC
    PANIC_COUNT
} PanicCode;

typedef enum PanicClass { PANIC_CLASS_ERROR, PANIC_CLASS_BOUNDS, PANIC_CLASS_PLAIN, PANIC_CLASS_ASSERT, PANIC_CLASS_FATAL, PANIC_CLASS_VALUE } PanicClass;

typedef struct Raised { // a panic on its way from C to the VM
    PanicCode code;
    int64_t x, y;       // BOUNDS
    bool x_unsigned;
    const RType *type;  // UNHASHABLE, UNCOMPARABLE
    String text;        // *_TEXT (gc or static)
    Iface value;        // VALUE: an `any`
    // TYPE_ASSERT: interface type, dynamic type (NULL: nil), wanted type, missing method (empty: types differ)
    const RType *assert_iface, *assert_have, *assert_want;
    String assert_method;
} Raised;

struct G;
PanicClass panic_class(PanicCode code);
const char *panic_text(PanicCode code);
// Each fills g->raised and returns STATUS_PANIC.
Status panic_raise(struct G *g, PanicCode code);
Status panic_bounds(struct G *g, PanicCode code, int64_t x, int64_t y, bool x_unsigned);
Status panic_type(struct G *g, PanicCode code, const RType *t);
Status panic_value(struct G *g, Iface any);
Status panic_text_error(struct G *g, PanicCode code, String text); // ERROR_TEXT, PLAIN_TEXT, FATAL_TEXT
// Appends the text, without "runtime error: "; not of VALUE.
void raised_add_text(Buf *out, const Raised *r);
#endif

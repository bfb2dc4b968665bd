// panic.c: filling G.raised. The VM makes a Go value of it when one is needed.
#include "runtime/panic.h"

#include "runtime/g.h"

static const struct {
    PanicClass class;
    const char *text;
} panics[] = {
#define PANIC(CODE, class, text) {PANIC_CLASS_##class, text},
#include "runtime/panics.def"
#undef PANIC
};

PanicClass panic_class(PanicCode code)
{
    return panics[code].class;
}

const char *panic_text(PanicCode code)
{
    return panics[code].text;
}

Status panic_raise(G *g, PanicCode code)
{
    g->raised = (Raised){.code = code};
    return STATUS_PANIC;
}

Status panic_bounds(G *g, PanicCode code, int64_t x, int64_t y, bool x_unsigned)
{
    g->raised = (Raised){.code = code, .x = x, .y = y, .x_unsigned = x_unsigned};
    return STATUS_PANIC;
}

Status panic_type(G *g, PanicCode code, const RType *t)
{
    g->raised = (Raised){.code = code, .type = t};
    return STATUS_PANIC;
}

Status panic_value(G *g, Iface any)
{
    g->raised = (Raised){.code = PANIC_VALUE, .value = any};
    return STATUS_PANIC;
}

Status panic_text_error(G *g, PanicCode code, String text)
{
    g->raised = (Raised){.code = code, .text = text};
    return STATUS_PANIC;
}

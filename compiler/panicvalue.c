// panicvalue.c: what the runtime raises, as a Go value of package runtime.
// Sources: the texts of the reference's runtime errors.
#include "compiler/panicvalue.h"

#include "runtime/gc.h"

static String raised_text(const Raised *r)
{
    Buf b = {0};
    raised_add_text(&b, r);
    char *copy = gc_alloc_bytes(b.len + 1);
    if (b.len > 0)
        memcpy(copy, b.ptr, b.len);
    String s = {copy, (int64_t)b.len};
    buf_done(&b);
    return s;
}

static const char *type_name_of(const Raised *r)
{
    if (r->code == PANIC_NIL_PANIC)
        return "PanicNilError";
    switch (panic_class(r->code)) {
    case PANIC_CLASS_BOUNDS:
        return "boundsError";
    case PANIC_CLASS_ASSERT:
        return "TypeAssertionError";
    case PANIC_CLASS_PLAIN:
        return "plainError";
    default:
        return "errorString";
    }
}

Iface panic_value_make(Compiler *c, const Raised *r)
{
    if (r->code == PANIC_VALUE)
        return r->value;
    const char *name = type_name_of(r);
    Object *o = compile_std_object(c, "runtime", name);
    String text = raised_text(r);
    Type *t = o ? o->type : basic_type(c->checker, KIND_STRING);
    const RType *rt = rtype_of(c, t);
    if (r->code == PANIC_NIL_PANIC || (o && panic_class(r->code) == PANIC_CLASS_ASSERT)) {
        // A pointer to a struct; of TypeAssertionError its only field is the text.
        void *p = gc_alloc(rt);
        if (rt->size >= (int64_t)sizeof text) {
            *(String *)p = text;
            gc_dirty(p);
        }
        return (Iface){rtype_of(c, type_new_pointer(c->checker, t)), p};
    }
    String *box = gc_alloc_kind(sizeof *box, GC_SCAN);
    *box = text;
    gc_dirty(box);
    return (Iface){rt, box};
}

// raised_text.c: the texts of what the runtime raises.
// Sources: the texts of the reference's runtime errors.
#include <inttypes.h>

#include "runtime/panic.h"
#include "runtime/rtype.h"

// Which of panics.def's texts hold when an index or bound is negative: they leave the length out.
static const char *negative_text(PanicCode code)
{
    switch (code) {
    case PANIC_INDEX:
        return "index out of range [%x]";
    case PANIC_SLICE_ALEN:
    case PANIC_SLICE_ACAP:
        return "slice bounds out of range [:%x]";
    case PANIC_SLICE_B:
        return "slice bounds out of range [%x:]";
    case PANIC_SLICE3_ALEN:
    case PANIC_SLICE3_ACAP:
        return "slice bounds out of range [::%x]";
    case PANIC_SLICE3_B:
        return "slice bounds out of range [:%x:]";
    case PANIC_SLICE3_C:
        return "slice bounds out of range [%x::]";
    default:
        return NULL;
    }
}

static void add_bounds(Buf *b, const Raised *r)
{
    const char *text = panic_text(r->code);
    if (!r->x_unsigned && r->x < 0 && negative_text(r->code))
        text = negative_text(r->code);
    for (const char *p = text; *p; p++) {
        if (p[0] != '%') {
            buf_add_char(b, *p);
            continue;
        }
        p++;
        if (*p == 'x' && r->x_unsigned)
            buf_printf(b, "%" PRIu64, (uint64_t)r->x);
        else
            buf_printf(b, "%" PRId64, *p == 'x' ? r->x : r->y);
    }
}

// The package that a type belongs to: its own, or that of an unexported field.
static String type_package(const RType *t)
{
    for (int64_t i = 0; t->pkg_path.len == 0 && i < t->n_fields; i++)
        if (t->fields[i].pkg_path.len > 0)
            return t->fields[i].pkg_path;
    return t->pkg_path;
}

static void add_assert(Buf *b, const Raised *r)
{
    String want = r->assert_want ? r->assert_want->string : STRING("?");
    String iface = r->assert_iface ? r->assert_iface->string : STRING("interface");
    buf_add_text(b, "interface conversion: ");
    if (!r->assert_have) {
        // To an interface type the reference does not name the one it comes from.
        bool to_iface = r->assert_want && r->assert_want->kind == KIND_INTERFACE;
        if (to_iface)
            iface = STRING("interface");
        buf_printf(b, "%.*s is nil, not %.*s", (int)iface.len, iface.ptr, (int)want.len, want.ptr);
        return;
    }
    String have = r->assert_have->string;
    if (r->assert_method.len > 0) {
        buf_printf(b, "%.*s is not %.*s: missing method %.*s", (int)have.len, have.ptr, (int)want.len, want.ptr,
                   (int)r->assert_method.len, r->assert_method.ptr);
        return;
    }
    buf_printf(b, "%.*s is %.*s, not %.*s", (int)iface.len, iface.ptr, (int)have.len, have.ptr, (int)want.len, want.ptr);
    if (have.len == want.len && memcmp(have.ptr, want.ptr, (size_t)have.len) == 0) {
        String p = type_package(r->assert_have), q = type_package(r->assert_want);
        bool same = p.len == q.len && (p.len == 0 || memcmp(p.ptr, q.ptr, (size_t)p.len) == 0);
        buf_add_text(b, same ? " (types from different scopes)" : " (types from different packages)");
    }
}

void raised_add_text(Buf *b, const Raised *r)
{
    switch (panic_class(r->code)) {
    case PANIC_CLASS_BOUNDS:
        add_bounds(b, r);
        return;
    case PANIC_CLASS_ASSERT:
        add_assert(b, r);
        return;
    case PANIC_CLASS_ERROR:
    case PANIC_CLASS_PLAIN:
    case PANIC_CLASS_FATAL:
    case PANIC_CLASS_VALUE:
        break;
    }
    const char *text = panic_text(r->code);
    const char *hole = strstr(text, "%s");
    String with = r->type ? r->type->string : r->text;
    if (hole)
        buf_printf(b, "%.*s%.*s%s", (int)(hole - text), text, (int)with.len, with.ptr ? with.ptr : "", hole + 2);
    else
        buf_add_text(b, text);
}

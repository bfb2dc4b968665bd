// panictext.c: how an uncaught panic shows a value that is neither an error nor a Stringer.
// Sources: measured at the reference: predeclared types as print shows them, defined ones as main.T(…), all others (T) address.
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "runtime/native.h"

// The fewest digits that read back as v; an exponent below -4 or from 6 on is written as one (the builtin print does so too).
static void add_float(Buf *b, double v, bool is_float32)
{
    if (isnan(v)) {
        buf_add_text(b, "NaN");
        return;
    }
    if (isinf(v)) {
        buf_add_text(b, v > 0 ? "+Inf" : "-Inf");
        return;
    }
    char text[40];
    for (int digits = 0; digits < 17; digits++) {
        snprintf(text, sizeof text, "%.*e", digits, v);
        if (is_float32 ? strtof(text, NULL) == (float)v : strtod(text, NULL) == v)
            break;
    }
    char *e = strchr(text, 'e');
    int exponent = (int)strtol(e + 1, NULL, 10);
    if (exponent < -4 || exponent >= 6) {
        *e = 0;
        buf_printf(b, "%se%c%02d", text, exponent < 0 ? '-' : '+', exponent < 0 ? -exponent : exponent);
        return;
    }
    int fraction = (int)(e - text) - 2 - (text[0] == '-') - exponent;
    buf_printf(b, "%.*f", fraction > 0 ? fraction : 0, v);
}

static void add_scalar(Buf *b, const RType *t, const void *p)
{
    switch ((Kind)t->kind) {
    case KIND_BOOL:
        buf_add_text(b, *(const bool *)p ? "true" : "false");
        return;
    case KIND_INT8:
        buf_printf(b, "%d", *(const int8_t *)p);
        return;
    case KIND_INT16:
        buf_printf(b, "%d", *(const int16_t *)p);
        return;
    case KIND_INT32:
        buf_printf(b, "%" PRId32, *(const int32_t *)p);
        return;
    case KIND_INT:
    case KIND_INT64:
        buf_printf(b, "%" PRId64, *(const int64_t *)p);
        return;
    case KIND_UINT8:
        buf_printf(b, "%u", *(const uint8_t *)p);
        return;
    case KIND_UINT16:
        buf_printf(b, "%u", *(const uint16_t *)p);
        return;
    case KIND_UINT32:
        buf_printf(b, "%" PRIu32, *(const uint32_t *)p);
        return;
    case KIND_UINT:
    case KIND_UINT64:
    case KIND_UINTPTR:
        buf_printf(b, "%" PRIu64, *(const uint64_t *)p);
        return;
    case KIND_FLOAT32:
        add_float(b, *(const float *)p, true);
        return;
    case KIND_FLOAT64:
        add_float(b, *(const double *)p, false);
        return;
    case KIND_COMPLEX64:
    case KIND_COMPLEX128: {
        double re = t->kind == KIND_COMPLEX64 ? ((const float *)p)[0] : ((const double *)p)[0];
        double im = t->kind == KIND_COMPLEX64 ? ((const float *)p)[1] : ((const double *)p)[1];
        buf_add_char(b, '(');
        add_float(b, re, t->kind == KIND_COMPLEX64);
        if (!signbit(im) && !isnan(im) && !isinf(im))
            buf_add_char(b, '+');
        add_float(b, im, t->kind == KIND_COMPLEX64);
        buf_add_text(b, "i)");
        return;
    }
    default:
        return;
    }
}

static bool is_scalar(Kind k)
{
    return (k >= KIND_BOOL && k <= KIND_COMPLEX128);
}

NATIVE(runtime, panicText, { String ret; Iface v; })
{
    const RType *t = a->v.tab;
    Buf b = {0};
    if (!t) {
        buf_add_text(&b, "nil");
    } else if (t->kind == KIND_STRING) {
        String s = *(const String *)a->v.data;
        if (t->pkg_path.len > 0)
            buf_printf(&b, "%.*s(\"%.*s\")", (int)t->string.len, t->string.ptr, (int)s.len, s.ptr);
        else
            buf_add(&b, s.ptr ? s.ptr : "", (size_t)s.len);
    } else if (is_scalar(t->kind)) {
        if (t->pkg_path.len > 0)
            buf_printf(&b, "%.*s(", (int)t->string.len, t->string.ptr);
        add_scalar(&b, t, a->v.data);
        if (t->pkg_path.len > 0)
            buf_add_char(&b, ')');
    } else {
        buf_printf(&b, "(%.*s) 0x%" PRIxPTR, (int)t->string.len, t->string.ptr, (uintptr_t)a->v.data);
    }
    a->ret = string_new(b.ptr ? b.ptr : "", (int64_t)b.len);
    buf_done(&b);
    return STATUS_OK;
}

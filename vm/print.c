// print.c: the builtins print and println, and panic values, as the reference's runtime prints them.
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/write.h"
#include "vm/frame.h"

// Appends the shortest decimal that reads back as v (as a float32 if single); with an exponent below 1e-4 and from 1e6 on.
static void add_float(Buf *out, double v, bool single, bool plus)
{
    if (isnan(v)) {
        buf_add_text(out, plus ? "+NaN" : "NaN");
        return;
    }
    if (isinf(v)) {
        buf_add_text(out, v > 0 ? "+Inf" : "-Inf");
        return;
    }
    if (plus && !signbit(v))
        buf_add_char(out, '+');
    char text[40];
    int digits = 1;
    for (;; digits++) {
        snprintf(text, sizeof text, "%.*e", digits - 1, v);
        if (digits == 17 || (single ? strtof(text, NULL) == (float)v : strtod(text, NULL) == v))
            break;
    }
    int exponent = atoi(strchr(text, 'e') + 1);
    if (exponent < -4 || exponent >= 6) {
        buf_add_text(out, text);
        return;
    }
    int decimals = digits - 1 - exponent;
    buf_printf(out, "%.*f", decimals > 0 ? decimals : 0, v);
}

void print_float(Buf *out, double v)
{
    add_float(out, v, false, false);
}

static void add_complex(Buf *out, double re, double im, bool single)
{
    buf_add_char(out, '(');
    add_float(out, re, single, false);
    add_float(out, im, single, true);
    buf_add_text(out, "i)");
}

void vm_print(PrintKind kind, const Slot *v)
{
    Buf out = {0};
    switch (kind) {
    case PRINT_BOOL:
        buf_add_text(&out, v[0] ? "true" : "false");
        break;
    case PRINT_INT:
        buf_printf(&out, "%" PRId64, (int64_t)v[0]);
        break;
    case PRINT_UINT:
        buf_printf(&out, "%" PRIu64, v[0]);
        break;
    case PRINT_FLOAT:
        print_float(&out, *(const double *)v);
        break;
    case PRINT_FLOAT32:
        add_float(&out, slot_float32(v[0]), true, false);
        break;
    case PRINT_COMPLEX:
        add_complex(&out, ((const double *)v)[0], ((const double *)v)[1], false);
        break;
    case PRINT_COMPLEX64:
        add_complex(&out, slot_float32(v[0]), slot_float32(v[0] >> 32), true);
        break;
    case PRINT_STRING:
        write_whole(STDERR_FILENO, ((const String *)v)->ptr, (size_t)((const String *)v)->len);
        return;
    case PRINT_POINTER:
    case PRINT_HEX:
        buf_printf(&out, "0x%" PRIx64, v[0]);
        break;
    case PRINT_SLICE:
        buf_printf(&out, "[%" PRId64 "/%" PRId64 "]0x%" PRIx64, (int64_t)v[1], (int64_t)v[2], v[0]);
        break;
    case PRINT_IFACE:
        buf_printf(&out, "(0x%" PRIx64 ",0x%" PRIx64 ")", v[0], v[1]);
        break;
    case PRINT_SPACE:
        buf_add_char(&out, ' ');
        break;
    case PRINT_NEWLINE:
        buf_add_char(&out, '\n');
        break;
    }
    write_whole(STDERR_FILENO, out.ptr, out.len);
    buf_done(&out);
}

void print_indented(Buf *out, String s)
{
    for (int64_t i = 0; i < s.len; i++) {
        buf_add_char(out, s.ptr[i]);
        if (s.ptr[i] == '\n')
            buf_add_char(out, '\t');
    }
}

static void add_string(Buf *out, String s)
{
    buf_add(out, s.ptr, (size_t)s.len);
}

// A basic kind's value; false: t is of another kind.
static bool add_basic(Buf *out, const RType *t, const void *data)
{
    Slot v[2] = {0, 0};
    if (t->kind <= KIND_COMPLEX128 && t->kind != KIND_INVALID)
        vm_load(t, v, data);
    switch ((Kind)t->kind) {
    case KIND_BOOL:
        buf_add_text(out, v[0] ? "true" : "false");
        return true;
    case KIND_INT:
    case KIND_INT8:
    case KIND_INT16:
    case KIND_INT32:
    case KIND_INT64:
        buf_printf(out, "%" PRId64, (int64_t)v[0]);
        return true;
    case KIND_UINT:
    case KIND_UINT8:
    case KIND_UINT16:
    case KIND_UINT32:
    case KIND_UINT64:
    case KIND_UINTPTR:
        buf_printf(out, "%" PRIu64, v[0]);
        return true;
    case KIND_FLOAT32:
        add_float(out, slot_float32(v[0]), true, false);
        return true;
    case KIND_FLOAT64:
        print_float(out, *(double *)v);
        return true;
    case KIND_COMPLEX64:
        add_complex(out, slot_float32(v[0]), slot_float32(v[0] >> 32), true);
        return true;
    case KIND_COMPLEX128:
        add_complex(out, ((double *)v)[0], ((double *)v)[1], false);
        return true;
    default:
        return false;
    }
}

void print_panic_value(Buf *out, Iface any)
{
    const RType *t = any.tab;
    if (!t) {
        buf_add_text(out, "nil");
        return;
    }
    bool predeclared = t->pkg_path.len == 0 && t->name.len > 0;
    bool is_complex = t->kind == KIND_COMPLEX64 || t->kind == KIND_COMPLEX128;
    if (t->kind == KIND_STRING) {
        if (!predeclared) {
            add_string(out, t->string);
            buf_add_text(out, "(\"");
        }
        print_indented(out, *(const String *)any.data);
        if (!predeclared)
            buf_add_text(out, "\")");
        return;
    }
    if (t->kind <= KIND_COMPLEX128) {
        if (!predeclared) {
            add_string(out, t->string);
            if (!is_complex)
                buf_add_char(out, '(');
        }
        (void)add_basic(out, t, any.data);
        if (!predeclared && !is_complex)
            buf_add_char(out, ')');
        return;
    }
    buf_add_char(out, '(');
    add_string(out, t->string);
    buf_printf(out, ") 0x%" PRIx64, (uint64_t)(uintptr_t)any.data);
}

void print_raised(Buf *out, const Raised *r)
{
    PanicClass class = panic_class(r->code);
    if (class == PANIC_CLASS_VALUE) {
        print_panic_value(out, r->value);
        return;
    }
    if (class == PANIC_CLASS_BOUNDS || class == PANIC_CLASS_ERROR)
        buf_add_text(out, "runtime error: ");
    raised_add_text(out, r);
}

// native.c: the C half of fmt: format strings, and arguments that need no method calls.
// Way: Go calls `next` (Printf) or `plain` (Print, Println); each goes as far as it can and returns at the first argument that Go must
// print: one with methods, or made of other values, or with a verb that does not fit.
#include <math.h>

#include "base/utf8.h"
#include "stdlib/fmt/printer.h"

enum { TOO_LARGE = 1000000, ELEMENTS_PIECE = 1 << 14 };

static void put(Printer *p, const char *text)
{
    append_bytes(&p->buf, text, (int64_t)strlen(text));
}

static void put_rune(Printer *p, int32_t rune)
{
    char text[4];
    append_bytes(&p->buf, text, utf8_encode(text, rune));
}

// -- directives

// A decimal number at s[*at], before `end`. Too large a number swallows everything up to end.
static bool read_number(String s, int64_t *at, int64_t end, int64_t *value)
{
    bool any = false;
    *value = 0;
    while (*at < end && s.ptr[*at] >= '0' && s.ptr[*at] <= '9') {
        if (*value > TOO_LARGE) {
            *value = 0;
            *at = end;
            return false;
        }
        *value = *value * 10 + (s.ptr[(*at)++] - '0');
        any = true;
    }
    return any;
}

// An explicit argument index, "[3]", at p->at. *good is cleared if it does not name an argument. true: there was one, well formed.
static bool read_index(Printer *p, String format, int64_t n_args, bool *good)
{
    if (p->at >= format.len || format.ptr[p->at] != '[')
        return false;
    p->reordered = 1;
    int64_t at = p->at + 1, n = 0;
    const char *close = memchr(format.ptr + at, ']', (size_t)(format.len - at));
    bool ok = false;
    if (close && format.len - p->at >= 3) {
        int64_t end = close - format.ptr;
        ok = read_number(format, &at, end, &n) && at == end;
        p->at = end + 1;
    } else {
        p->at++;
    }
    if (ok && n >= 1 && n <= n_args)
        p->arg = n - 1;
    else
        *good = false;
    return ok;
}

static int64_t any_integer(const Iface *v, bool *ok)
{
    const RType *t = v->tab;
    *ok = t != NULL;
    switch (t ? t->kind : KIND_INVALID) {
    case KIND_INT:
    case KIND_INT64:
        return *(int64_t *)v->data;
    case KIND_INT8:
        return *(int8_t *)v->data;
    case KIND_INT16:
        return *(int16_t *)v->data;
    case KIND_INT32:
        return *(int32_t *)v->data;
    case KIND_UINT:
    case KIND_UINT64:
    case KIND_UINTPTR:
        *ok = *(int64_t *)v->data >= 0;
        return *(int64_t *)v->data;
    case KIND_UINT8:
        return *(uint8_t *)v->data;
    case KIND_UINT16:
        return *(uint16_t *)v->data;
    case KIND_UINT32:
        return *(uint32_t *)v->data;
    default:
        *ok = false;
        return 0;
    }
}

// The next argument as width or precision ('*').
static bool take_integer(Printer *p, Slice args, int64_t *value)
{
    *value = 0;
    if (p->arg >= args.len)
        return false;
    bool ok;
    int64_t n = any_integer((Iface *)args.ptr + p->arg++, &ok);
    if (!ok || n > TOO_LARGE || n < -TOO_LARGE)
        return false;
    *value = n;
    return true;
}

static uint64_t flag_of(char c)
{
    switch (c) {
    case '#':
        return P_SHARP;
    case '0':
        return P_ZERO;
    case '+':
        return P_PLUS;
    case '-':
        return P_MINUS;
    case ' ':
        return P_SPACE;
    }
    return 0;
}

static bool read_width(Printer *p, String format, Slice args, bool after_index, bool *good)
{
    if (p->at < format.len && format.ptr[p->at] == '*') {
        p->at++;
        if (take_integer(p, args, &p->width))
            p->flags |= P_WIDTH;
        else
            put(p, "%!(BADWIDTH)");
        if (p->width < 0) {
            p->width = -p->width;
            p->flags = (p->flags | P_MINUS) & ~(uint64_t)P_ZERO;
        }
        return false;
    }
    if (read_number(format, &p->at, format.len, &p->width)) {
        p->flags |= P_WIDTH;
        if (after_index) // "%[3]2d"
            *good = false;
    }
    return after_index;
}

static bool read_precision(Printer *p, String format, Slice args, bool after_index, bool *good)
{
    if (p->at + 1 >= format.len || format.ptr[p->at] != '.')
        return after_index;
    p->at++;
    if (after_index) // "%[3].2d"
        *good = false;
    after_index = read_index(p, format, args.len, good);
    if (p->at < format.len && format.ptr[p->at] == '*') {
        p->at++;
        bool ok = take_integer(p, args, &p->prec);
        if (p->prec < 0) {
            p->prec = 0;
            ok = false;
        }
        if (ok)
            p->flags |= P_PREC;
        else
            put(p, "%!(BADPREC)");
        return false;
    }
    read_number(format, &p->at, format.len, &p->prec);
    p->flags |= P_PREC; // "%.d" is "%.0d"
    return after_index;
}

// Reads the directive behind a '%'. Returns its verb if an argument (p->arg) is to be printed with it, else 0: all is done.
static int32_t directive(Printer *p, String format, Slice args)
{
    p->flags = 0;
    p->width = p->prec = 0;
    uint64_t flag;
    while (p->at < format.len && (flag = flag_of(format.ptr[p->at]))) {
        p->flags |= flag;
        p->at++;
    }
    char c = p->at < format.len ? format.ptr[p->at] : 0;
    if (c >= 'a' && c <= 'z' && p->arg < args.len) {
        p->at++;
        return c;
    }
    bool good = true;
    bool after_index = read_index(p, format, args.len, &good);
    after_index = read_width(p, format, args, after_index, &good);
    after_index = read_precision(p, format, args, after_index, &good);
    if (!after_index)
        read_index(p, format, args.len, &good);
    if (p->at >= format.len) {
        put(p, "%!(NOVERB)");
        return 0;
    }
    int width;
    int32_t verb = utf8_decode(format.ptr + p->at, (size_t)(format.len - p->at), &width);
    p->at += width;
    if (verb == '%') {
        append_byte(&p->buf, '%');
        return 0;
    }
    if (good && p->arg < args.len)
        return verb;
    put(p, "%!");
    put_rune(p, verb);
    put(p, good ? "(MISSING)" : "(BADINDEX)");
    return 0;
}

// One argument, if C can do it.
static bool print_argument(Printer *p, const Iface *v, int32_t verb)
{
    const RType *t = v->tab;
    if (!t) {
        if (verb != 'v' && verb != 'T')
            return false;
        printer_pad(p, "<nil>", 5);
        return true;
    }
    if (verb == 'T') {
        printer_text(p, t->string);
        return true;
    }
    return t->kind != KIND_INTERFACE && !(t->flags & RTYPE_DIRECT) && printer_plain(p, t, v->data, verb);
}

// func (p *printer) next(format string, args []any) (verb rune)
// Prints from p.at on; stops behind a directive whose argument, args[p.arg-1], is for Go to print. -1: the format is done.
NATIVE(fmt, printer_next, { int64_t verb; Printer *p; String format; Slice args; })
{
    Printer *p = a->p;
    String format = a->format;
    a->verb = -1;
    while (p->at < format.len) {
        const char *from = format.ptr + p->at;
        const char *percent = memchr(from, '%', (size_t)(format.len - p->at));
        int64_t plain = percent ? percent - from : format.len - p->at;
        if (plain)
            append_bytes(&p->buf, from, plain);
        p->at += plain;
        if (!percent)
            break;
        p->at++;
        int32_t verb = directive(p, format, a->args);
        if (verb == 0)
            continue;
        if (verb == 'v' || verb == 'w') {
            // %#v and %+v are formats of their own: their flags do not reach the values inside.
            if (p->flags & P_SHARP)
                p->flags = (p->flags & ~(uint64_t)P_SHARP) | P_SHARP_V;
            if (p->flags & P_PLUS)
                p->flags = (p->flags & ~(uint64_t)P_PLUS) | P_PLUS_V;
        }
        const Iface *arg = (const Iface *)a->args.ptr + p->arg++;
        if (verb == 'w' || !print_argument(p, arg, verb)) {
            a->verb = verb;
            break;
        }
    }
    return STATUS_OK;
}

// func (p *printer) plain(args []any, spaces bool) bool
// Prints args from p.arg on as %v, with spaces between all (Println) or between two that are not strings (Print). true: all
// are done; false: args[p.arg] is for Go to print (its space is there already).
NATIVE(fmt, printer_plain, { uint64_t done; Printer *p; Slice args; uint64_t spaces; })
{
    Printer *p = a->p;
    const Iface *v = a->args.ptr;
    a->done = 1;
    for (; p->arg < a->args.len; p->arg++) {
        int64_t i = p->arg;
        if (i > 0) {
            bool text = (v[i].tab && ((const RType *)v[i].tab)->kind == KIND_STRING) ||
                        (v[i - 1].tab && ((const RType *)v[i - 1].tab)->kind == KIND_STRING);
            if (a->spaces || !text)
                append_byte(&p->buf, ' ');
        }
        if (!print_argument(p, &v[i], 'v')) {
            a->done = 0;
            break;
        }
    }
    return STATUS_OK;
}

// func (p *walker) elements(t *rt.Type, data unsafe.Pointer, n, from int, verb rune) int
// The elements [from, n) of an array of plain values, separated. Returns how far it came: n, or the first that Go must print.
NATIVE(fmt, walker_elements, { int64_t ret; Printer *p; const RType *t; const char *data; int64_t n; int64_t from; int64_t verb; })
{
    Printer *p = a->p;
    a->ret = a->from;
    if (!printer_is_plain(a->t))
        return STATUS_OK;
    bool go_syntax = p->flags & P_SHARP_V;
    int64_t end = a->n - a->from > ELEMENTS_PIECE ? a->from + ELEMENTS_PIECE : a->n;
    int64_t i = a->from;
    for (; i < end; i++) {
        int64_t before = p->buf.len;
        if (i > 0)
            append_bytes(&p->buf, ", " + !go_syntax, go_syntax ? 2 : 1);
        if (!printer_plain(p, a->t, a->data + i * a->t->size, (int32_t)a->verb)) {
            p->buf.len = before;
            break;
        }
    }
    a->ret = a->from = i;
    return i == end && i < a->n ? STATUS_YIELD : STATUS_OK;
}

// -- single values, for Go's half. Each reports whether the verb fits.

// func (p *walker) boolean(v bool, verb rune) bool
NATIVE(fmt, walker_boolean, { uint64_t ok; Printer *p; uint64_t v; int64_t verb; })
{
    a->ok = printer_boolean(a->p, a->v, (int32_t)a->verb);
    return STATUS_OK;
}

// func (p *walker) integer(v uint64, signed bool, verb rune) bool
NATIVE(fmt, walker_integer, { uint64_t ok; Printer *p; uint64_t v; uint64_t is_signed; int64_t verb; })
{
    a->ok = printer_integer(a->p, a->v, a->is_signed, (int32_t)a->verb);
    return STATUS_OK;
}

// func (p *walker) float(v float64, bits int, verb rune) bool
NATIVE(fmt, walker_float, { uint64_t ok; Printer *p; double v; int64_t bits; int64_t verb; })
{
    a->ok = printer_float(a->p, a->v, (int)a->bits, (int32_t)a->verb);
    return STATUS_OK;
}

// func (p *walker) complex(re, im float64, bits int, verb rune) bool
NATIVE(fmt, walker_complex, { uint64_t ok; Printer *p; double re; double im; int64_t bits; int64_t verb; })
{
    a->ok = printer_complex(a->p, a->re, a->im, (int)a->bits, (int32_t)a->verb);
    return STATUS_OK;
}

// func (p *walker) text(s string, verb rune) bool
NATIVE(fmt, walker_text, { uint64_t ok; Printer *p; String s; int64_t verb; })
{
    a->ok = printer_string(a->p, a->s, (int32_t)a->verb);
    return STATUS_OK;
}

// func (p *walker) bytes(b []byte, typeName string, verb rune) bool
NATIVE(fmt, walker_bytes, { uint64_t ok; Printer *p; Slice b; String type; int64_t verb; })
{
    a->ok = printer_bytes(a->p, a->b, a->type, (int32_t)a->verb);
    return STATUS_OK;
}

// func (p *walker) hex(v uint64, leading0x bool)
NATIVE(fmt, walker_hex, { Printer *p; uint64_t v; uint64_t leading; })
{
    printer_hex(a->p, a->v, a->leading);
    return STATUS_OK;
}

// func (p *walker) pad(s string)
NATIVE(fmt, walker_pad, { Printer *p; String s; })
{
    printer_pad(a->p, a->s.ptr, a->s.len);
    return STATUS_OK;
}

// func (p *walker) cutPad(s string): as %s
NATIVE(fmt, walker_cutPad, { Printer *p; String s; })
{
    printer_text(a->p, a->s);
    return STATUS_OK;
}

// func scaled(f float64, exp int) float64
NATIVE(fmt, scaled, { double ret; double f; int64_t exp; })
{
    int64_t exp = a->exp < -10000 ? -10000 : a->exp > 10000 ? 10000 : a->exp;
    a->ret = scalbn(a->f, (int)exp);
    return STATUS_OK;
}

// -- quick scanning

static bool is_ascii_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// The bounds of the ASCII word at the start of data, behind spaces; false: none, or its end cannot be told.
static bool first_word(Slice data, bool newline, bool final, int64_t *start, int64_t *end)
{
    const char *p = data.ptr;
    int64_t i = 0;
    while (i < data.len && is_ascii_space(p[i])) {
        if (!newline && (p[i] == '\n' || p[i] == '\r'))
            return false;
        i++;
    }
    *start = i;
    while (i < data.len && !is_ascii_space(p[i])) {
        if ((unsigned char)p[i] >= 0x80)
            return false;
        i++;
    }
    *end = i;
    return i > *start && (i < data.len || final);
}

NATIVE(fmt, quickWord, { int64_t start; int64_t end; Slice data; uint64_t newline; uint64_t final; })
{
    if (!first_word(a->data, a->newline, a->final, &a->start, &a->end))
        a->start = a->end = 0;
    return STATUS_OK;
}

NATIVE(fmt, quickInt, { int64_t value; int64_t used; Slice data; uint64_t newline; uint64_t final; })
{
    int64_t start, end, v = 0;
    a->value = a->used = 0;
    if (!first_word(a->data, a->newline, a->final, &start, &end))
        return STATUS_OK;
    const char *p = (const char *)a->data.ptr + start, *stop = (const char *)a->data.ptr + end;
    bool negative = *p == '-';
    if (negative || *p == '+')
        p++;
    if (p == stop || (*p == '0' && stop - p > 1) || stop - p > 18)
        return STATUS_OK;
    for (; p < stop; p++) {
        if (*p < '0' || *p > '9')
            return STATUS_OK;
        v = v * 10 + (*p - '0');
    }
    a->value = negative ? -v : v;
    a->used = end;
    return STATUS_OK;
}

// func has(set string, r rune) bool
NATIVE(fmt, has, { uint64_t ret; String set; int64_t r; })
{
    a->ret = a->r >= 0 && a->r < 0x80 && a->set.len > 0 && memchr(a->set.ptr, (int)a->r, (size_t)a->set.len);
    return STATUS_OK;
}

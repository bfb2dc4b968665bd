// printer.h: the C view of fmt's printer, and the formatting of single values.
// Invariants: Printer is the head of the Go struct `printer` (print.go); keep the two in step.
#ifndef STDLIB_FMT_PRINTER_H
#define STDLIB_FMT_PRINTER_H
#include "stdlib/strconv/append.h"

enum PrinterFlags { // as in print.go
    P_WIDTH = 1,    // width is set
    P_PREC = 2,     // precision is set
    P_MINUS = 4,
    P_PLUS = 8,
    P_SHARP = 16,
    P_SPACE = 32,
    P_ZERO = 64,
    P_PLUS_V = 128, // %+v
    P_SHARP_V = 256 // %#v
};

typedef struct Printer {
    Slice buf;           // what has been printed (gc)
    uint64_t flags;      // PrinterFlags of the directive being worked on
    int64_t width, prec; // 0 unless set
    int64_t at, arg;     // Printf: index behind what is done of the format; index of the next argument
    uint64_t reordered;  // Printf: an explicit argument index was seen
} Printer;

// Each appends one value for a verb; false: the verb does not fit the kind, nothing is appended.
bool printer_boolean(Printer *p, bool v, int32_t verb);
bool printer_integer(Printer *p, uint64_t v, bool is_signed, int32_t verb);
bool printer_float(Printer *p, double v, int bits, int32_t verb);
bool printer_complex(Printer *p, double re, double im, int bits, int32_t verb); // bits: of one part
bool printer_string(Printer *p, String s, int32_t verb);
// false also for the verbs that print bytes as any other slice's elements.
bool printer_bytes(Printer *p, Slice bytes, String type, int32_t verb);

void printer_pad(Printer *p, const char *text, int64_t n); // padded to the width
void printer_hex(Printer *p, uint64_t v, bool leading_0x);
void printer_text(Printer *p, String s);                   // %s: cut to the precision, padded

// Values that need no method calls: basic kinds without methods, and []byte. false: Go must print it.
bool printer_plain(Printer *p, const RType *t, const void *value, int32_t verb);
// Whether printer_plain can do values of that type (with a fitting verb). []byte is not counted.
bool printer_is_plain(const RType *t);
#endif

// asm.c: text → code, for tests.
// One instruction a line: NAME operand, operand ... ; slots as numbers with or without a letter before them (s3, w4, 3), immediates as
// numbers, jumps as labels, words as numbers, floats with a point (their bits), or @name for what `lookup` knows. A label: "name:".
// Directives: .results N  .params N  .frame N  .flags N  .recover LABEL  .line N. Comments run from ; to the end of the line.
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "bytecode/operand.h"

enum { MAX_WORDS = 4096, MAX_LABELS = 128, MAX_FIXES = 512, MAX_LINES = 512, NAME_BYTES = 64 };

typedef struct Label {
    char name[NAME_BYTES];
    uint32_t at;
} Label;

typedef struct Fix { // a jump to a label
    char name[NAME_BYTES];
    uint32_t insn, behind; // recover_at: behind 0
    bool wide;
} Fix;

typedef struct Asm {
    Func *f;
    Insn words[MAX_WORDS];
    uint32_t n;
    Label labels[MAX_LABELS];
    int n_labels;
    Fix fixes[MAX_FIXES];
    int n_fixes;
    LineEntry lines[MAX_LINES];
    uint32_t n_lines;
    uint64_t (*lookup)(const char *name, void *data);
    void *data;
    char error[160];
} Asm;

static bool fail(Asm *a, const char *what, const char *name)
{
    snprintf(a->error, sizeof a->error, "%s: %s", what, name);
    return false;
}

// The next word of the line into name; false at its end.
static bool next_word(const char **p, char name[NAME_BYTES])
{
    while (**p == ' ' || **p == '\t' || **p == ',')
        (*p)++;
    int n = 0;
    while (**p && !strchr(" \t,;\n", **p)) {
        if (n < NAME_BYTES - 1)
            name[n++] = **p;
        (*p)++;
    }
    name[n] = 0;
    return n > 0;
}

static bool number(Asm *a, const char *text, int64_t *v)
{
    if (*text == '@') {
        *v = a->lookup ? (int64_t)a->lookup(text + 1, a->data) : 0;
        return *v ? true : fail(a, "not known", text);
    }
    if (isalpha((unsigned char)*text))
        text++;
    char *end;
    if (strchr(text, '.')) {
        double d = strtod(text, &end);
        memcpy(v, &d, sizeof d);
    } else {
        *v = (int64_t)strtoull(text, &end, 0);
        if (*text == '-')
            *v = strtoll(text, &end, 0);
    }
    return *end == 0 && end != text ? true : fail(a, "no number", text);
}

static bool add_fix(Asm *a, const char *name, uint32_t insn, uint32_t behind, bool wide)
{
    if (a->n_fixes == MAX_FIXES)
        return fail(a, "too many jumps", name);
    Fix *fix = &a->fixes[a->n_fixes++];
    *fix = (Fix){.insn = insn, .behind = behind, .wide = wide};
    snprintf(fix->name, sizeof fix->name, "%s", name);
    return true;
}

static bool directive(Asm *a, const char *name, const char *p)
{
    char arg[NAME_BYTES];
    int64_t v = 0;
    if (!next_word(&p, arg))
        return fail(a, "directive without a value", name);
    if (strcmp(name, ".recover") == 0)
        return add_fix(a, arg, 0, 0, false);
    if (!number(a, arg, &v))
        return false;
    if (strcmp(name, ".results") == 0)
        a->f->result_slots = (uint32_t)v;
    else if (strcmp(name, ".params") == 0)
        a->f->param_slots = (uint32_t)v;
    else if (strcmp(name, ".frame") == 0)
        a->f->frame_slots = (uint32_t)v;
    else if (strcmp(name, ".flags") == 0)
        a->f->flags = (uint32_t)v;
    else if (strcmp(name, ".line") == 0 && a->n_lines < MAX_LINES)
        a->lines[a->n_lines++] = (LineEntry){.at = a->n, .line = (uint32_t)v & INT32_MAX};
    else
        return fail(a, "no such directive", name);
    return true;
}

static bool find_op(const char *name, Op *op)
{
    for (int i = 0; i < OP_COUNT; i++)
        if (strcmp(op_info[i].name, name) == 0) {
            *op = (Op)i;
            return true;
        }
    return false;
}

static bool instruction(Asm *a, const char *name, const char *p)
{
    Op op;
    if (!find_op(name, &op))
        return fail(a, "no such instruction", name);
    uint32_t at = a->n, behind = at + 1 + op_info[op].n_words;
    if (behind > MAX_WORDS)
        return fail(a, "too much code", name);
    a->n = behind;
    a->words[at] = (Insn)op;
    Operand operands[MAX_OPERANDS];
    int n = op_operands(op, operands);
    for (int i = 0; i < n; i++) {
        const Operand *o = &operands[i];
        char text[NAME_BYTES];
        int64_t v;
        if (!next_word(&p, text))
            return fail(a, "operand missing", name);
        if (operand_is_jump(o)) {
            if (!add_fix(a, text, at, behind, o->kind == OPERAND_WIDE_JUMP))
                return false;
            continue;
        }
        if (!number(a, text, &v))
            return false;
        if (o->at >= 3)
            a->words[at + (uint32_t)o->at - 2] = (Insn)v;
        else if (o->kind == OPERAND_WIDE)
            a->words[at] |= (uint64_t)(uint32_t)v << 32;
        else
            a->words[at] |= (uint64_t)(uint16_t)v << (16 + 16 * o->at);
    }
    return next_word(&p, a->error) ? fail(a, "too many operands", name) : true;
}

static bool line(Asm *a, const char *p)
{
    char name[NAME_BYTES];
    if (!next_word(&p, name))
        return true;
    size_t n = strlen(name);
    if (name[n - 1] == ':') {
        if (a->n_labels == MAX_LABELS)
            return fail(a, "too many labels", name);
        Label *l = &a->labels[a->n_labels++];
        l->at = a->n;
        memcpy(l->name, name, n - 1);
        l->name[n - 1] = 0;
        return line(a, p);
    }
    return *name == '.' ? directive(a, name, p) : instruction(a, name, p);
}

static bool fix_jumps(Asm *a)
{
    for (int i = 0; i < a->n_fixes; i++) {
        const Fix *fix = &a->fixes[i];
        const Label *l = NULL;
        for (int k = 0; k < a->n_labels; k++)
            if (strcmp(a->labels[k].name, fix->name) == 0)
                l = &a->labels[k];
        if (!l)
            return fail(a, "no such label", fix->name);
        if (!fix->behind) {
            a->f->recover_at = l->at;
            continue;
        }
        int64_t offset = (int64_t)l->at - fix->behind;
        if (fix->wide)
            a->words[fix->insn] |= (uint64_t)(uint32_t)offset << 32;
        else
            a->words[fix->insn] |= (uint64_t)(uint16_t)offset << 48;
    }
    return true;
}

Func *asm_func(const char *name, const char *text, uint64_t (*lookup)(const char *name, void *data), void *data, const char **message)
{
    static char error[200];
    Asm *a = calloc(1, sizeof *a);
    if (!a)
        out_of_memory();
    Func *f = func_new(NULL, name);
    a->f = f;
    a->lookup = lookup;
    a->data = data;
    bool ok = true;
    for (const char *p = text; ok && *p;) {
        char one[200];
        size_t n = strcspn(p, "\n");
        snprintf(one, sizeof one, "%.*s", (int)(n < sizeof one ? n : sizeof one - 1), p);
        ok = line(a, one);
        p += n + (p[n] == '\n');
    }
    ok = ok && fix_jumps(a);
    if (ok) {
        Insn *code = code_alloc(NULL, a->n);
        memcpy(code, a->words, a->n * sizeof *code);
        f->code = code;
        f->code_words = a->n;
        f->lines = calloc(a->n_lines + 1, sizeof *f->lines);
        if (!f->lines)
            out_of_memory();
        memcpy(f->lines, a->lines, a->n_lines * sizeof *f->lines);
        f->n_lines = a->n_lines;
        f->file = "test.go";
        const char *bad = verify_func(f);
        if (bad)
            ok = fail(a, "verifier", bad);
    }
    if (ok)
        code_register(f);
    snprintf(error, sizeof error, "%s", a->error);
    free(a);
    *message = ok ? NULL : error;
    return ok ? f : NULL;
}

// disasm.c: code as text, for people: the source line above its instructions, operands by what they are.
#include <inttypes.h>

#include "base/quote.h"
#include "bytecode/operand.h"

static void add_slots(Buf *out, int64_t at, int n)
{
    if (n <= 1)
        buf_printf(out, "s%" PRId64, at);
    else
        buf_printf(out, "s%" PRId64 "..%" PRId64, at, at + n - 1);
}

static void add_desc(Buf *out, Op op, const void *desc)
{
    switch (op) {
    case OP_GO:
    case OP_DEFER: {
        const CallDesc *d = desc;
        if (d->kind == CALL_STATIC)
            buf_printf(out, "%s/%d", d->func->name, d->n_params);
        else if (d->kind == CALL_CLOSURE)
            buf_printf(out, "closure s%u/%d", d->slot, d->n_params);
        else
            buf_printf(out, "interface s%u method %u/%d", d->slot, d->method, d->n_params);
        return;
    }
    case OP_SELECT: {
        const SelectDesc *d = desc;
        buf_add_char(out, '{');
        for (int i = 0; i < d->n; i++) {
            const SelectDescCase *c = &d->cases[i];
            buf_printf(out, "%s%s +%d", i ? ", " : "", c->is_send ? "send" : "receive", c->chan);
            if (c->value >= 0)
                buf_printf(out, " value +%d", c->value);
            if (c->ok >= 0)
                buf_printf(out, " ok +%d", c->ok);
        }
        buf_add_text(out, d->has_default ? ", default}" : "}");
        return;
    }
    default:
        buf_printf(out, "%p", desc);
    }
}

static void add_table(Buf *out, const JumpTable *t, int64_t behind)
{
    buf_printf(out, "from %" PRId64 " {", t->low);
    for (int32_t i = 0; i < t->n; i++)
        buf_printf(out, "%s%" PRId64, i ? " " : "", behind + t->offsets[i]);
    buf_printf(out, "} else %" PRId64, behind + t->other);
}

// A string constant's beginning, quoted.
static void add_text(Buf *out, const char *text, int64_t len)
{
    enum { SHOWN = 40 };
    quote_add_string(out, (Str){text, (size_t)(len < SHOWN ? len : SHOWN)});
    if (len > SHOWN)
        buf_add_text(out, "...");
}

// The first word of the interface that MKIFACE makes: the type that follows it, or the table for an interface with methods.
static void add_iface_word(Buf *out, const Insn *pc)
{
    const void *word = (const void *)pc[1];
    if (word == (const void *)pc[2])
        buf_add_text(out, "any");
    else
        buf_printf(out, "%.*s", (int)((const Itab *)word)->iface->string.len, ((const Itab *)word)->iface->string.ptr);
}

static void add_operand(Buf *out, Op op, const Operand *o, const Insn *pc, int64_t behind, const DisasmWords *words)
{
    int64_t v = operand_value(o, pc);
    switch (o->kind) {
    case OPERAND_SOURCE:
    case OPERAND_DEST:
        add_slots(out, v, o->n_slots);
        return;
    case OPERAND_FRAME:
        buf_printf(out, "[s%" PRId64 "]", v);
        return;
    case OPERAND_WINDOW:
        buf_printf(out, "w%" PRId64, v);
        return;
    case OPERAND_JUMP:
    case OPERAND_WIDE_JUMP:
        buf_printf(out, "->%" PRId64, behind + v);
        return;
    case OPERAND_TYPE: {
        const RType *t = (const RType *)v;
        buf_printf(out, "<%.*s>", (int)t->string.len, t->string.ptr);
        return;
    }
    case OPERAND_FUNC:
        buf_add_text(out, ((const Func *)v)->name);
        return;
    case OPERAND_DESC:
        if (op == OP_TABLE)
            add_table(out, (const JumpTable *)v, behind);
        else
            add_desc(out, op, (const void *)v);
        return;
    case OPERAND_POINTER:
        if (op == OP_MKIFACE)
            add_iface_word(out, pc);
        else if (!words || !words->pointer || !words->pointer((const void *)v, out, words->data))
            buf_printf(out, "0x%" PRIx64, (uint64_t)v);
        return;
    case OPERAND_INDEX:
        add_slots(out, (uint32_t)v, 1);
        if (v >> 32)
            buf_printf(out, "%+d", (int)(v >> 32));
        return;
    case OPERAND_CONST:
        if (v > -(1 << 30) && v < 1 << 30)
            buf_printf(out, "#%" PRId64, v);
        else
            buf_printf(out, "#0x%" PRIx64, (uint64_t)v);
        return;
    case OPERAND_SIGNED:
    case OPERAND_UNSIGNED:
    case OPERAND_WIDE:
        buf_printf(out, "#%" PRId64, v);
        return;
    }
}

static uint32_t add_instruction(Buf *out, const Func *f, uint32_t at, const DisasmWords *words)
{
    const Insn *pc = f->code + at;
    Op op = insn_op(*pc);
    if (op >= OP_COUNT) {
        buf_printf(out, "%6u  ?%u\n", at, (unsigned)op);
        return 1;
    }
    uint32_t n_words = 1u + op_info[op].n_words;
    Operand operands[MAX_OPERANDS];
    int n = op_operands(op, operands);
    buf_printf(out, n ? "%6u  %-10s" : "%6u  %s", at, op_info[op].name);
    if (op == OP_LDSTR) {
        buf_add_char(out, ' ');
        add_slots(out, insn_a(*pc), 2);
        buf_add_text(out, ", ");
        add_text(out, (const char *)pc[1], (int64_t)pc[2]);
    } else {
        for (int i = 0; i < n; i++) {
            if (op == OP_TABLE && operands[i].kind == OPERAND_CONST) // names the table too
                continue;
            buf_add_text(out, i ? ", " : " ");
            add_operand(out, op, &operands[i], pc, (int64_t)at + n_words, words);
        }
    }
    buf_add_char(out, '\n');
    return n_words;
}

void disasm_func(Buf *out, const Func *f, const DisasmWords *words)
{
    buf_printf(out, "%s: %u slots, %u of results, %u of parameters", f->name, f->frame_slots, f->result_slots, f->param_slots);
    if (f->flags & FUNC_WRAPPER)
        buf_add_text(out, ", wrapper");
    if (f->flags & FUNC_DEFERS)
        buf_printf(out, ", recovers at %u", f->recover_at);
    buf_add_char(out, '\n');
    if (!f->code) {
        buf_add_text(out, "        not compiled\n");
        return;
    }
    uint32_t entry = 0;
    int32_t shown = -1;
    for (uint32_t at = 0; at < f->code_words;) {
        int32_t line = -1;
        for (; entry < f->n_lines && f->lines[entry].at <= at; entry++)
            line = (int)f->lines[entry].line;
        if (line >= 0 && line != shown) {
            shown = line;
            const char *text = words && words->line ? words->line(line, words->data) : NULL;
            buf_printf(out, "%4d:", line);
            if (text) {
                while (*text == ' ' || *text == '\t')
                    text++;
                buf_printf(out, " %s", text);
            }
            buf_add_char(out, '\n');
        }
        at += add_instruction(out, f, at, words);
    }
}

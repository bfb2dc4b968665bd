// verify.c: whether code is well-formed: run on every function in debug builds, before it first runs.
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "bytecode/operand.h"

static __thread char wrong[256];

static const char *complain(const Func *f, uint32_t at, const char *what, ...) __attribute__((format(printf, 3, 4)));
static const char *complain(const Func *f, uint32_t at, const char *what, ...)
{
    int n = snprintf(wrong, sizeof wrong, "%s: word %u: %s: ", f->name, at, at < f->code_words && insn_op(f->code[at]) < OP_COUNT ? op_info[insn_op(f->code[at])].name : "?");
    va_list ap;
    va_start(ap, what);
    if (n > 0 && (size_t)n < sizeof wrong)
        vsnprintf(wrong + n, sizeof wrong - (size_t)n, what, ap);
    va_end(ap);
    return wrong;
}

static uint32_t type_slots(const RType *t)
{
    return (uint32_t)((t->size + 7) / 8);
}

// How many slots an operand takes whose row says it in words; the type or the count is another operand.
static uint32_t counted_slots(Op op, const Insn *pc, int at)
{
    switch (op) {
    case OP_MOVN:
        return insn_c(*pc);
    case OP_MOVW:
        return (uint32_t)pc[1];
    case OP_ZERON:
        return (uint32_t)insn_bc(*pc);
    case OP_STRCATN:
        return 2 * insn_c(*pc);
    case OP_CLOSURE:
    case OP_LDCAPN:
        return insn_c(*pc);
    case OP_ASSERT:
    case OP_ASSERT2:
        return type_slots((const RType *)pc[1]);
    case OP_MAPGET:
    case OP_MAPGET2:
        return type_slots(((const RType *)pc[1])->elem);
    case OP_LDN:
        return at == 0 ? (uint32_t)((pc[1] + 7) / 8) : 1;
    default:
        return 0;
    }
}

static bool stub_only(Op op)
{
    return op == OP_COMPILE || op == OP_STACKRET || op == OP_GOEND || op == OP_RESUME || op == OP_UNWIND;
}

static const char *verify_operands(const Func *f, uint32_t at, const uint8_t *starts)
{
    const Insn *pc = f->code + at;
    Op op = insn_op(*pc);
    Operand operands[MAX_OPERANDS];
    int n = op_operands(op, operands);
    for (int i = 0; i < n; i++) {
        const Operand *o = &operands[i];
        int64_t v = operand_value(o, pc);
        switch (o->kind) {
        case OPERAND_TYPE:
        case OPERAND_FUNC:
        case OPERAND_POINTER:
            if (!v)
                return complain(f, at, "operand %d is NULL", i);
            break;
        case OPERAND_WINDOW:
            if (v < 2 || v > f->frame_slots)
                return complain(f, at, "window %d outside the frame of %u slots", (int)v, f->frame_slots);
            break;
        case OPERAND_INDEX:
            if ((uint32_t)v >= f->frame_slots)
                return complain(f, at, "slot %u, in a frame of %u", (uint32_t)v, f->frame_slots);
            break;
        default:
            break;
        }
        if (operand_is_jump(o)) {
            int64_t to = (int64_t)at + 1 + op_info[op].n_words + v;
            if (to < 0 || to >= f->code_words || !starts[to])
                return complain(f, at, "jump to word %lld", (long long)to);
        }
    }
    // Types were checked above: counts that depend on them may be asked for now.
    for (int i = 0; i < n; i++) {
        const Operand *o = &operands[i];
        if (!operand_is_slot(o) || o->kind == OPERAND_WINDOW)
            continue;
        uint32_t width = o->kind == OPERAND_FRAME && o->n_slots ? 0 : o->n_slots ? (uint32_t)o->n_slots : counted_slots(op, pc, o->at);
        if ((uint64_t)operand_value(o, pc) + width > f->frame_slots)
            return complain(f, at, "slot %d of %u, in a frame of %u", (int)operand_value(o, pc), width, f->frame_slots);
    }
    if (op == OP_CALL) {
        const Func *callee = (const Func *)pc[1];
        if ((uint64_t)insn_a(*pc) + callee->result_slots + callee->param_slots > f->frame_slots)
            return complain(f, at, "window %u for %s does not fit the frame", insn_a(*pc), callee->name);
    }
    if (op == OP_TABLE) {
        const JumpTable *t = (const JumpTable *)pc[2];
        if (!t)
            return complain(f, at, "no table");
        for (int32_t i = -1; i < t->n; i++) {
            int64_t to = (int64_t)at + 3 + (i < 0 ? t->other : t->offsets[i]);
            if (to < 0 || to >= f->code_words || !starts[to])
                return complain(f, at, "table entry %d to word %lld", i, (long long)to);
        }
    }
    return NULL;
}

// Marks the words that begin an instruction.
static const char *find_starts(const Func *f, uint8_t *starts, uint32_t *last)
{
    for (uint32_t at = 0; at < f->code_words;) {
        Op op = insn_op(f->code[at]);
        if (op >= OP_COUNT)
            return complain(f, at, "no such instruction: %u", (unsigned)op);
        if (stub_only(op))
            return complain(f, at, "only stubs may hold it");
        starts[at] = 1;
        *last = at;
        if (f->code_words - at < 1u + op_info[op].n_words)
            return complain(f, at, "cut off");
        at += 1u + op_info[op].n_words;
    }
    return NULL;
}

const char *verify_func(const Func *f)
{
    if (!f->code || f->code_words == 0)
        return complain(f, 0, "no code");
    if ((uint64_t)f->result_slots + f->param_slots > f->frame_slots)
        return complain(f, 0, "frame of %u slots for %u results and %u parameters", f->frame_slots, f->result_slots, f->param_slots);
    uint8_t *starts = calloc(f->code_words, 1);
    if (!starts)
        out_of_memory();
    uint32_t last = 0;
    const char *bad = find_starts(f, starts, &last);
    for (uint32_t at = 0; !bad && at < f->code_words; at++)
        if (starts[at])
            bad = verify_operands(f, at, starts);
    if (!bad && !op_ends_block(insn_op(f->code[last])))
        bad = complain(f, last, "code runs off its end");
    if (!bad && (f->flags & FUNC_DEFERS)) {
        if (f->recover_at >= f->code_words || !starts[f->recover_at])
            bad = complain(f, f->recover_at, "recover_at is no instruction");
        else if (insn_op(f->code[f->recover_at]) != OP_RETD && insn_op(f->code[f->recover_at]) != OP_RUNDEFERS)
            bad = complain(f, f->recover_at, "recover_at runs no deferred calls");
    }
    for (uint32_t i = 1; !bad && i < f->n_lines; i++)
        if (f->lines[i].at < f->lines[i - 1].at)
            bad = complain(f, f->lines[i].at, "line table not sorted");
    free(starts);
    return bad;
}

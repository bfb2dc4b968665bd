// place_fuse.c: elements and fields that are reached through a pointer or slice wanted for nothing else: the instruction that fetched that
// is dropped, and its operands go into the one that reads or writes the value.
#include "bytecode/operand.h"
#include "compiler/lower.h"

int place_maker(FuncState *fs, int slot, int mark)
{
    int last = fs->code.n;
    if (slot < mark || last == 0 || fs->last_bound == last)
        return 0;
    const Instr *in = &fs->code.at[last - 1];
    return !in->is_dead && in->a == slot ? last : 0;
}

static bool overlap(int a, int n, int b, int m)
{
    return a < b + m && b < a + n;
}

// Whether the instruction `maker`, whose operands b and c stand for n and 1 slots (0: none), may as well happen after all that follow it:
// they have no effects, but that they may find a pointer nil as it does, and write none of its operands.
static bool can_sink(const FuncState *fs, int maker, int n_b, int n_c)
{
    const Instr *in = &fs->code.at[maker - 1];
    bool is_load = in->op == OP_LD64 || in->op == OP_LD2 || in->op == OP_LEAF;
    if (in->is_dead || fs->last_bound >= maker)
        return false;
    for (int i = maker; i < fs->code.n; i++) {
        const Instr *next = &fs->code.at[i];
        if (next->is_dead)
            continue;
        bool is_harmless = op_info[next->op].effects == EFFECT_PURE || (is_load && next->op >= OP_LD8U && next->op <= OP_LD3);
        if (!is_harmless)
            return false;
        Operand operands[MAX_OPERANDS];
        int n = op_operands((Op)next->op, operands);
        for (int k = 0; k < n; k++) {
            const Operand *o = &operands[k];
            if (o->kind == OPERAND_FRAME || (o->kind == OPERAND_DEST && o->n_slots == 0))
                return false;
            if (o->kind == OPERAND_DEST && (overlap(next->a, o->n_slots, in->b, n_b) || overlap(next->a, o->n_slots, in->c, n_c)))
                return false;
        }
    }
    return true;
}

static bool fits31(int64_t v)
{
    return v >= 0 && v <= INT32_MAX;
}

void place_fuse(FuncState *fs, Spot *p, bool is_written)
{
    if (!p->maker)
        return;
    Rep r = rep_of(p->type);
    Instr *in = &fs->code.at[p->maker - 1];
    bool is_word = is_written ? place_store_step(&r) >= 0 : place_load_step(&r) >= 0;
    bool is_field_read = !is_written && (r.slots == 2 || r.slots == 3) && r.size == 8 * r.slots;
    if (p->unsigned_index || in->unsigned_index)
        return;
    Spot to = *p;
    to.slot = in->b;
    to.maker = 0;
    int n_b = 1;
    int n_c = 0;
    if (p->kind == PLACE_SLICE && in->op == OP_LD2 && is_word) {
        to.kind = PLACE_FIELD_SLICE;
        to.offset = in->c;
    } else if (p->kind == PLACE_SLICE && in->op == OP_SLD3 && is_word) {
        to.kind = PLACE_ROW;
        to.row = in->c;
        n_b = 2;
        n_c = 1;
    } else if (p->kind == PLACE_MEMORY && in->op == OP_SLEA && (is_word || is_field_read)) {
        to.kind = PLACE_SLICE_FIELD;
        to.index = in->c;
        to.len = (int64_t)fs->words.at[in->words];
        if (!fits31(to.len) || !fits31(p->offset))
            return;
        n_b = 2;
        n_c = 1;
    } else if (p->kind == PLACE_MEMORY && in->op == OP_LD64 && !is_written && place_load_step(&r) == 6) {
        to.kind = PLACE_PATH;
        to.len = in->c;
    } else if (p->kind == PLACE_ARRAY && in->op == OP_LEAF && is_word && p->index_offset == 0 && fits31(p->len)) {
        to.offset = in->c;
    } else {
        return;
    }
    if (!can_sink(fs, p->maker, n_b, n_c))
        return;
    in->is_dead = true;
    *p = to;
}

static uint64_t pair(int64_t low, int64_t high)
{
    return (uint64_t)(uint32_t)low | (uint64_t)high << 32;
}

void place_load_fused(FuncState *fs, const Spot *p, const Rep *r, int dst)
{
    int step = place_load_step(r);
    switch ((PlaceKind)p->kind) {
    case PLACE_FIELD_SLICE:
        emit_word(fs, (Op)(OP_FSLD8U + step), dst, p->slot, p->index, pair(p->offset, p->index_offset));
        break;
    case PLACE_ROW:
        emit_word(fs, (Op)(OP_SSLD8U + step), dst, p->slot, p->row, pair(p->index, p->index_offset));
        break;
    case PLACE_SLICE_FIELD: {
        Op op = step >= 0 ? (Op)(OP_SFLD8U + step) : r->slots == 2 ? OP_SFLD2 : OP_SFLD3;
        emit_word(fs, op, dst, p->slot, p->index, pair(p->len, p->offset));
        break;
    }
    case PLACE_PATH:
        emit_word(fs, OP_LDLD64, dst, p->slot, (int)p->len, (uint64_t)p->offset);
        break;
    default:
        UNREACHABLE();
    }
}

void place_store_fused(FuncState *fs, const Spot *p, const Rep *r, int src)
{
    int step = place_store_step(r);
    switch ((PlaceKind)p->kind) {
    case PLACE_FIELD_SLICE:
        emit_word(fs, (Op)(OP_FSST8 + step), p->slot, p->index, src, pair(p->offset, p->index_offset));
        break;
    case PLACE_ROW:
        emit_word(fs, (Op)(OP_SSST8 + step), p->slot, p->row, src, pair(p->index, p->index_offset));
        break;
    case PLACE_SLICE_FIELD:
        emit_word(fs, (Op)(OP_SFST8 + step), p->slot, p->index, src, pair(p->len, p->offset));
        break;
    default:
        UNREACHABLE();
    }
}

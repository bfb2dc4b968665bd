// intrinsic.c: standard functions that are single instructions.
#include "compiler/lower.h"

typedef struct Intrinsic {
    const char *package, *name;
    uint8_t n_args;
    Op op, op_const; // op_const: the second argument is a constant, in c
    int c;           // operand c of functions with one argument
} Intrinsic;

// OP_MOV: the value in its slot is the result already.
static const Intrinsic intrinsics[] = {
    {"math", "Sqrt", 1, OP_FSQRT, OP_FSQRT, 0},
    {"math", "Abs", 1, OP_FABS, OP_FABS, 0},
    {"math", "Floor", 1, OP_FFLOOR, OP_FFLOOR, 0},
    {"math", "Ceil", 1, OP_FCEIL, OP_FCEIL, 0},
    {"math", "Trunc", 1, OP_FTRUNC, OP_FTRUNC, 0},
    {"math", "Float64bits", 1, OP_MOV, OP_MOV, 0},
    {"math", "Float64frombits", 1, OP_MOV, OP_MOV, 0},
    {"math", "Float32bits", 1, OP_MOV, OP_MOV, 0},
    {"math", "Float32frombits", 1, OP_MOV, OP_MOV, 0},
    {"math/bits", "RotateLeft", 2, OP_ROTL64, OP_ROTL64I, 0},
    {"math/bits", "RotateLeft64", 2, OP_ROTL64, OP_ROTL64I, 0},
    {"math/bits", "RotateLeft32", 2, OP_ROTL32, OP_ROTL32I, 0},
    {"math/bits", "LeadingZeros", 1, OP_CLZ, OP_CLZ, 64},
    {"math/bits", "LeadingZeros64", 1, OP_CLZ, OP_CLZ, 64},
    {"math/bits", "LeadingZeros32", 1, OP_CLZ, OP_CLZ, 32},
    {"math/bits", "LeadingZeros16", 1, OP_CLZ, OP_CLZ, 16},
    {"math/bits", "LeadingZeros8", 1, OP_CLZ, OP_CLZ, 8},
    {"math/bits", "TrailingZeros", 1, OP_CTZ, OP_CTZ, 64},
    {"math/bits", "TrailingZeros64", 1, OP_CTZ, OP_CTZ, 64},
    {"math/bits", "TrailingZeros32", 1, OP_CTZ, OP_CTZ, 32},
    {"math/bits", "TrailingZeros16", 1, OP_CTZ, OP_CTZ, 16},
    {"math/bits", "TrailingZeros8", 1, OP_CTZ, OP_CTZ, 8},
    {"math/bits", "Len", 1, OP_BITLEN, OP_BITLEN, 0},
    {"math/bits", "Len64", 1, OP_BITLEN, OP_BITLEN, 0},
    {"math/bits", "Len32", 1, OP_BITLEN, OP_BITLEN, 0},
    {"math/bits", "Len16", 1, OP_BITLEN, OP_BITLEN, 0},
    {"math/bits", "Len8", 1, OP_BITLEN, OP_BITLEN, 0},
    {"math/bits", "OnesCount", 1, OP_POPCNT, OP_POPCNT, 0},
    {"math/bits", "OnesCount64", 1, OP_POPCNT, OP_POPCNT, 0},
    {"math/bits", "OnesCount32", 1, OP_POPCNT, OP_POPCNT, 0},
    {"math/bits", "OnesCount16", 1, OP_POPCNT, OP_POPCNT, 0},
    {"math/bits", "OnesCount8", 1, OP_POPCNT, OP_POPCNT, 0},
    {"math/bits", "ReverseBytes", 1, OP_BSWAP, OP_BSWAP, 64},
    {"math/bits", "ReverseBytes64", 1, OP_BSWAP, OP_BSWAP, 64},
    {"math/bits", "ReverseBytes32", 1, OP_BSWAP, OP_BSWAP, 32},
    {"math/bits", "ReverseBytes16", 1, OP_BSWAP, OP_BSWAP, 16},
    {"sync/atomic", "LoadInt32", 1, OP_ALD32S, OP_ALD32S, 0},
    {"sync/atomic", "LoadUint32", 1, OP_ALD32U, OP_ALD32U, 0},
    {"sync/atomic", "LoadInt64", 1, OP_ALD64, OP_ALD64, 0},
    {"sync/atomic", "LoadUint64", 1, OP_ALD64, OP_ALD64, 0},
    {"sync/atomic", "LoadUintptr", 1, OP_ALD64, OP_ALD64, 0},
    {"sync/atomic", "LoadPointer", 1, OP_ALD64, OP_ALD64, 0},
};

// The row for the function that e calls by its name; NULL: none.
static const Intrinsic *find(FuncState *fs, CallExpr *e)
{
    Node *fun = node_unparen(e->fun);
    if (e->has_dots)
        return NULL;
    if (node_is(fun, NODE_SELECTOR_EXPR) && !info_selection(fs->c->info, fun))
        fun = AS(SelectorExpr, SELECTOR_EXPR, fun)->sel;
    if (!node_is(fun, NODE_IDENT))
        return NULL;
    Object *o = info_object(fs->c->info, fun);
    if (!o || o->kind != OBJ_FUNC || !o->pkg || !o->pkg->is_std)
        return NULL;
    if (strncmp(o->pkg->path, "math", 4) != 0 && strcmp(o->pkg->path, "sync/atomic") != 0)
        return NULL;
    for (size_t i = 0; i < COUNT_OF(intrinsics); i++)
        if (strcmp(o->pkg->path, intrinsics[i].package) == 0 && name_is(o->name, intrinsics[i].name))
            return e->args.n == intrinsics[i].n_args ? &intrinsics[i] : NULL;
    return NULL;
}

bool intrinsic_is_pure(FuncState *fs, CallExpr *e)
{
    const Intrinsic *in = find(fs, e);
    return in && op_info[in->op].effects == EFFECT_PURE;
}

bool intrinsic_rotation(FuncState *fs, CallExpr *e, Node **x, int *bits, int *count)
{
    const Intrinsic *in = find(fs, e);
    uint64_t n;
    if (!in || in->n_args != 2)
        return false;
    const Const *by = const_of(fs, e->args.at[1]);
    if (!by || const_of(fs, e->args.at[0]) || !const_word(by, type_of(fs, e->args.at[1]), &n))
        return false;
    *x = e->args.at[0];
    *bits = in->op == OP_ROTL32 ? 32 : 64;
    *count = (int)(n & (uint64_t)(*bits - 1));
    return true;
}

bool intrinsic_value(FuncState *fs, CallExpr *e, int want, int *slot)
{
    const Intrinsic *in = find(fs, e);
    if (!in || type_of(fs, e->args.at[0])->kind == TYPE_TUPLE)
        return false;
    if (in->op == OP_MOV) {
        *slot = expr(fs, e->args.at[0], want);
        return true;
    }
    int mark = slots_mark(fs);
    Op op = in->op;
    int a, b = in->c;
    uint64_t count;
    const Const *known = in->n_args == 2 ? const_of(fs, e->args.at[1]) : NULL;
    if (in->n_args == 1) {
        a = expr(fs, e->args.at[0], ANYWHERE);
    } else if (known && const_word(known, type_of(fs, e->args.at[1]), &count)) {
        op = in->op_const;
        a = expr(fs, e->args.at[0], ANYWHERE);
        b = (int)(count & 63);
    } else {
        int begin = order_begin(fs);
        order_list(fs, e->args.at, 2);
        a = expr(fs, e->args.at[0], ANYWHERE);
        b = expr(fs, e->args.at[1], ANYWHERE);
        order_end(fs, begin);
    }
    slots_release(fs, mark);
    *slot = mat(fs, want, 1);
    emit_at(fs, e->node.pos);
    emit(fs, op, *slot, a, b);
    return true;
}

// site.c: memory in the frame for new values that do not outlive it: &T{}, new, make, slice literals, closures, the slices of variadic
// calls. escape.c says which may stay.
// Way: each place in the text that makes such a value has slots of its own from the function's beginning on, so that no other value comes
//   to lie there while it lives. A place is passed once at most in each iteration of the loop around it, and its value does not outlive
//   that iteration.
// Rejected: slots at the time of making: they would be free again at the end of the statement.
#include "compiler/lower.h"
#include "compiler/rangefunc.h"

enum { SITE_SLOTS = 64, ALL_SITES_SLOTS = 160 }; // larger frames would make goroutines dear

typedef struct Sites {
    FuncState *fs;
    int64_t used;
} Sites;

static void reserve(Sites *s, Node *n, int64_t bytes)
{
    if (bytes <= 0 || bytes > 8 * SITE_SLOTS || node_escapes(s->fs->c, n))
        return;
    int64_t slots = (bytes + 7) / 8;
    if (s->used + slots > ALL_SITES_SLOTS)
        return;
    s->used += slots;
    int at = slots_alloc(s->fs, slots);
    hashmap_set(&s->fs->sites, &s->fs->arena, n, (void *)(uintptr_t)(at + 1));
}

static void reserve_closure(Sites *s, Node *literal)
{
    int64_t slots = closure_slots(s->fs, literal);
    if (slots > 1)
        reserve(s, literal, 8 * slots);
}

// Bytes of the array behind a slice literal; 0: it has constant elements only, which are better copied from a table, or keys.
static int64_t slice_literal_bytes(FuncState *fs, CompositeLit *e)
{
    Type *u = type_under(type_of(fs, &e->node));
    for (int i = 0; i < e->elems.n; i++)
        if (node_is(e->elems.at[i], NODE_KEY_VALUE))
            return 0;
    return u->kind == TYPE_SLICE && e->elems.n <= SITE_SLOTS * 8 ? type_size(u->elem) * e->elems.n : 0;
}

static int64_t made_bytes(FuncState *fs, CallExpr *e)
{
    Type *u = type_under(type_of(fs, &e->node));
    if (u->kind != TYPE_SLICE || e->args.n < 2)
        return 0;
    const Const *cap = const_of(fs, node_unparen(e->args.at[e->args.n - 1]));
    const Const *len = const_of(fs, node_unparen(e->args.at[1]));
    int64_t n, m;
    if (!cap || !len || !const_int64_value(const_to_int(fs->c->consts, cap), &n) ||
        !const_int64_value(const_to_int(fs->c->consts, len), &m) || n < 0 || n > SITE_SLOTS * 8)
        return 0;
    return type_size(u->elem) * n;
}

static void call_site(Sites *s, CallExpr *e)
{
    FuncState *fs = s->fs;
    Node *fun = node_unparen(e->fun);
    int id = builtin_id(fs, fun);
    if (id == BUILTIN_MAKE) {
        reserve(s, &e->node, made_bytes(fs, e));
    } else if (id == BUILTIN_NEW) {
        reserve(s, &e->node, type_size(type_under(type_of(fs, &e->node))->elem));
    } else if (id < 0 && !expr_is_type(fs, fun)) {
        Type *sig = type_under(type_of(fs, fun));
        if (sig->kind != TYPE_SIGNATURE || !sig->sig.variadic || e->has_dots)
            return;
        int n = e->args.n - (sig->sig.params->tuple.n - 1);
        Type *slice = type_under(sig->sig.params->tuple.vars[sig->sig.params->tuple.n - 1]->type);
        if (n > 0 && n <= SITE_SLOTS * 8 && slice->kind == TYPE_SLICE)
            reserve(s, &e->node, type_size(slice->elem) * n);
    }
}

static bool visit(Node *n, void *data)
{
    Sites *s = data;
    FuncState *fs = s->fs;
    switch ((NodeKind)n->kind) {
    case NODE_FUNC_LIT:
        reserve_closure(s, n);
        return false;
    case NODE_RANGE_STMT:
        if (!rangefunc_is(fs->c, n))
            return true;
        reserve_closure(s, n);
        rangefunc_walk_head(n, visit, s);
        return false;
    case NODE_CALL_EXPR:
        call_site(s, AS(CallExpr, CALL_EXPR, n));
        return true;
    case NODE_UNARY_EXPR: {
        UnaryExpr *u = AS(UnaryExpr, UNARY_EXPR, n);
        Node *x = node_unparen(u->x);
        if (u->op == TOK_AND && node_is(x, NODE_COMPOSITE_LIT) && type_is_aggregate(type_of(fs, x)))
            reserve(s, n, type_size(type_of(fs, x)));
        return true;
    }
    case NODE_COMPOSITE_LIT:
        if (type_under(type_of(fs, n))->kind == TYPE_SLICE)
            reserve(s, n, slice_literal_bytes(fs, AS(CompositeLit, COMPOSITE_LIT, n)));
        return true;
    default:
        return true;
    }
}

void sites_reserve(FuncState *fs, Node *body)
{
    Sites s = {.fs = fs};
    node_walk(body, visit, &s);
}

int site_slot(FuncState *fs, Node *n)
{
    return (int)(uintptr_t)hashmap_get(&fs->sites, n) - 1;
}

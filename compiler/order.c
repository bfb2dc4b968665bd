// order.c: the order of evaluation. The specification orders calls and receives only; the reference runs all of them that a statement
// holds first, each into a temporary, and what else there is (variables, elements, divisions, their panics) behind them. So
// does this: calls inside operands are evaluated ahead ("bound" to slots), then the operands from left to right.
#include "base/stack.h"
#include "compiler/lower.h"

enum { LIST_MAX = 64 }; // longer lists of elements are evaluated one after the other

bool order_is_bound(FuncState *fs, Node *e)
{
    return fs->n_bound > 0 && hashmap_get(&fs->bound, e) != NULL;
}

int order_bound_slot(FuncState *fs, Node *e)
{
    return fs->n_bound > 0 ? (int)(uintptr_t)hashmap_get(&fs->bound, e) - 1 : -1;
}

void order_bind(FuncState *fs, Node *e, int slot)
{
    hashmap_set(&fs->bound, &fs->arena, e, (void *)(uintptr_t)(slot + 1));
    fs->n_bound++;
}

// ---------------------------------------------------------------- what is ordered

typedef struct CallSearch {
    FuncState *fs;
    bool found;
} CallSearch;

// A variable that only this function's own assignments change.
static bool is_private(FuncState *fs, Node *x)
{
    return var_plain_slot(fs, x) >= 0 && var_storage(info_object(fs->c->info, x)) == VAR_FRAME;
}

// Whether no call can change e's value, nor see when it is evaluated.
static bool is_unaffected(FuncState *fs, Node *e)
{
    e = node_unparen(e);
    if (const_of(fs, e))
        return true;
    switch (e->kind) {
    case NODE_IDENT:
        return is_private(fs, e);
    case NODE_UNARY_EXPR: {
        TokenKind op = AS(UnaryExpr, UNARY_EXPR, e)->op;
        return (op == TOK_SUB || op == TOK_XOR) && is_unaffected(fs, AS(UnaryExpr, UNARY_EXPR, e)->x);
    }
    case NODE_BINARY_EXPR: {
        BinaryExpr *b = AS(BinaryExpr, BINARY_EXPR, e);
        bool is_quiet = b->op == TOK_ADD || b->op == TOK_SUB || b->op == TOK_MUL || b->op == TOK_XOR || b->op == TOK_AND || b->op == TOK_OR;
        return is_quiet && rep_of(type_of(fs, e)).kind != REP_STRING && is_unaffected(fs, b->x) && is_unaffected(fs, b->y);
    }
    default:
        return false;
    }
}

// A function that is an instruction, of operands that no call can change.
static bool is_quiet_intrinsic(FuncState *fs, CallExpr *e)
{
    if (!intrinsic_is_pure(fs, e))
        return false;
    for (int i = 0; i < e->args.n; i++)
        if (!is_unaffected(fs, e->args.at[i]))
            return false;
    return true;
}

// Builtins that do nothing, and whose operands no call can change, need no place in the order.
static bool is_quiet_builtin(FuncState *fs, CallExpr *e)
{
    switch (builtin_id(fs, e->fun)) {
    case BUILTIN_LEN:
    case BUILTIN_CAP:
    case BUILTIN_REAL:
    case BUILTIN_IMAG:
    case BUILTIN_COMPLEX:
        for (int i = 0; i < e->args.n; i++) {
            Node *x = node_unparen(e->args.at[i]);
            TypeAndValue tv = info_type(fs->c->info, x);
            if (!tv.value && (!is_private(fs, x) || rep_of(tv.type).kind == REP_POINTER)) // maps and channels change
                return false;
        }
        return true;
    case BUILTIN_MIN:
    case BUILTIN_MAX:
    case BUILTIN_UNSAFE_ADD:
    case BUILTIN_UNSAFE_SLICE_DATA:
    case BUILTIN_UNSAFE_STRING_DATA:
        return true;
    default:
        return false;
    }
}

// What has a place in the order: calls, receives, and what the reference makes calls of.
static bool is_ordered(FuncState *fs, Node *n)
{
    switch (n->kind) {
    case NODE_CALL_EXPR: {
        CallExpr *e = AS(CallExpr, CALL_EXPR, n);
        return !const_of(fs, n) && !expr_is_type(fs, e->fun) && !is_quiet_builtin(fs, e) && !is_quiet_intrinsic(fs, e);
    }
    case NODE_UNARY_EXPR:
        return AS(UnaryExpr, UNARY_EXPR, n)->op == TOK_ARROW;
    case NODE_INDEX_EXPR: {
        TypeAndValue x = info_type(fs->c->info, node_unparen(AS(IndexExpr, INDEX_EXPR, n)->x));
        return x.type && x.mode != MODE_TYPE && type_under(x.type)->kind == TYPE_MAP;
    }
    case NODE_ASSERT_EXPR:
        return true;
    default:
        return false;
    }
}

static bool visit_for_call(Node *n, void *data)
{
    CallSearch *s = data;
    if (s->found || order_is_bound(s->fs, n))
        return false;
    switch (n->kind) {
    case NODE_FUNC_LIT:
    case NODE_ARRAY_TYPE:
    case NODE_STRUCT_TYPE:
    case NODE_FUNC_TYPE:
    case NODE_INTERFACE_TYPE:
        return false;
    case NODE_CALL_EXPR:
        if (const_of(s->fs, n))
            return false;
        s->found = is_ordered(s->fs, n);
        break;
    default:
        s->found = is_ordered(s->fs, n);
    }
    return !s->found;
}

bool expr_has_call(FuncState *fs, Node *e)
{
    if (!e)
        return false;
    // Long chains of operators are deep on the left: no recursion there, and the near operands first.
    for (e = node_unparen(e); node_is(e, NODE_BINARY_EXPR); e = node_unparen(AS(BinaryExpr, BINARY_EXPR, e)->x)) {
        if (order_is_bound(fs, e))
            return false;
        if (expr_has_call(fs, AS(BinaryExpr, BINARY_EXPR, e)->y))
            return true;
    }
    if (node_is(e, NODE_IDENT) || node_is(e, NODE_BASIC_LIT))
        return false;
    CallSearch s = {.fs = fs};
    node_walk(e, visit_for_call, &s);
    return s.found;
}

// ---------------------------------------------------------------- evaluating ahead

static void ahead_list(FuncState *fs, NodeList list)
{
    for (int i = 0; i < list.n; i++)
        order_ahead(fs, list.at[i]);
}

static void evaluate_ahead(FuncState *fs, Node *e)
{
    int mark = slots_mark(fs);
    int slot = expr(fs, e, ANYWHERE);
    int n = type_slots(type_of(fs, e));
    if (slot < mark) { // a variable's own slots may change before they are read
        int copy = slots_alloc(fs, n);
        move_slots(fs, copy, slot, n);
        slot = copy;
    }
    order_bind(fs, e, slot);
    vec_push(&fs->hoisted, &fs->arena, e);
}

void order_operands(FuncState *fs, Node *e)
{
    e = node_unparen(e);
    switch (e->kind) {
    case NODE_SELECTOR_EXPR:
        if (info_selection(fs->c->info, e))
            order_ahead(fs, AS(SelectorExpr, SELECTOR_EXPR, e)->x);
        return;
    case NODE_INDEX_EXPR:
        order_ahead(fs, AS(IndexExpr, INDEX_EXPR, e)->x);
        ahead_list(fs, AS(IndexExpr, INDEX_EXPR, e)->indices);
        return;
    case NODE_SLICE_EXPR: {
        SliceExpr *s = AS(SliceExpr, SLICE_EXPR, e);
        order_ahead(fs, s->x);
        order_ahead(fs, s->low);
        order_ahead(fs, s->high);
        order_ahead(fs, s->max);
        return;
    }
    case NODE_UNARY_EXPR: {
        UnaryExpr *u = AS(UnaryExpr, UNARY_EXPR, e);
        if (u->op == TOK_AND && !node_is(node_unparen(u->x), NODE_COMPOSITE_LIT)) // what has an address is no temporary
            order_operands(fs, u->x);
        else
            order_ahead(fs, u->x);
        return;
    }
    case NODE_BINARY_EXPR:
        order_ahead(fs, AS(BinaryExpr, BINARY_EXPR, e)->x);
        order_ahead(fs, AS(BinaryExpr, BINARY_EXPR, e)->y);
        return;
    case NODE_CALL_EXPR: // a conversion or a quiet builtin
        ahead_list(fs, AS(CallExpr, CALL_EXPR, e)->args);
        return;
    case NODE_KEY_VALUE:
        order_ahead(fs, AS(KeyValue, KEY_VALUE, e)->value);
        return;
    case NODE_COMPOSITE_LIT:
        ahead_list(fs, AS(CompositeLit, COMPOSITE_LIT, e)->elems);
        return;
    default:
        return;
    }
}

// Composite literals that are made piece by piece in memory of their own, or are long, are units.
static bool is_unit(FuncState *fs, Node *e)
{
    if (is_ordered(fs, e))
        return true;
    if (node_is(e, NODE_BINARY_EXPR)) {
        TokenKind op = AS(BinaryExpr, BINARY_EXPR, e)->op;
        return op == TOK_ANDAND || op == TOK_OROR;
    }
    if (!node_is(e, NODE_COMPOSITE_LIT))
        return false;
    return AS(CompositeLit, COMPOSITE_LIT, e)->elems.n > LIST_MAX || type_under(type_of(fs, e))->kind == TYPE_MAP;
}

void order_ahead(FuncState *fs, Node *e)
{
    if (!e || fs->c->error || fs->overflow)
        return;
    e = node_unparen(e);
    if (order_is_bound(fs, e) || !expr_has_call(fs, e))
        return;
    if (stack_is_low())
        compile_fail(fs, e->pos, "expression is nested too deeply");
    else if (is_unit(fs, e))
        evaluate_ahead(fs, e);
    else
        order_operands(fs, e);
}

bool order_is_direct(FuncState *fs, Node *e)
{
    e = node_unparen(e);
    return is_ordered(fs, e) && !order_is_bound(fs, e);
}

int order_begin(FuncState *fs)
{
    return fs->hoisted.n;
}

void order_list(FuncState *fs, Node *const *e, int n)
{
    int last = n > LIST_MAX ? 0 : n - 1;
    while (last > 0 && !expr_has_call(fs, e[last]))
        last--;
    for (int i = 0; last > 0 && i <= last; i++)
        order_ahead(fs, e[i]);
}

void order_end(FuncState *fs, int begin)
{
    while (fs->hoisted.n > begin) {
        hashmap_set(&fs->bound, &fs->arena, vec_pop(&fs->hoisted), NULL);
        fs->n_bound--;
    }
}

// closure.c: function values: literals with what they capture, functions as values, method values.
#include "compiler/lower.h"
#include "compiler/rangefunc.h"

int func_value(FuncState *fs, Func *f, int want)
{
    if (want < 0)
        return const_word_slot(fs, word_of(f->closure));
    load_word(fs, want, f->closure);
    return want;
}

// ---------------------------------------------------------------- literals

typedef struct Naming {
    FuncState *fs;
    FuncSource *outer;
} Naming;

static Type *signature_of(Naming *n, Node *literal)
{
    if (node_is(literal, NODE_FUNC_LIT))
        return type_of(n->fs, literal);
    Type *sig = type_under(type_of(n->fs, node_unparen(AS(RangeStmt, RANGE_STMT, literal)->x)));
    return type_under(sig->sig.params->tuple.vars[0]->type);
}

static void make_literal(Naming *n, Node *literal)
{
    Compiler *c = n->fs->c;
    if (weakmap_get(c->literals, literal))
        return;
    FuncSource *outer = n->outer;
    FuncSource *src = ARENA_NEW(c->arena, FuncSource);
    src->kind = node_is(literal, NODE_FUNC_LIT) ? SOURCE_LIT : SOURCE_RANGE;
    src->pkg = outer->pkg;
    src->sig = signature_of(n, literal);
    src->node = literal;
    src->outer = outer;
    src->captures = literal_captures(c, literal);
    const char *name;
    if (src->kind == SOURCE_RANGE) {
        src->range = rangefunc_of(c, literal);
        name = arena_printf(c->arena, "%s-range%d", outer->func->name, ++outer->n_ranges);
    } else {
        bool in_literal = outer->kind == SOURCE_LIT || outer->kind == SOURCE_RANGE;
        name = arena_printf(c->arena, "%s%s%d", outer->func->name, in_literal ? "." : ".func", ++outer->n_lits);
    }
    weakmap_set(c->literals, literal, func_new_from(c, src, name, literal->pos));
}

static bool visit_literal(Node *node, void *data)
{
    Naming *n = data;
    if (node->kind == NODE_FUNC_LIT) {
        make_literal(n, node);
        return false;
    }
    if (rangefunc_is(n->fs->c, node)) {
        make_literal(n, node);
        rangefunc_walk_head(node, visit_literal, n);
        return false;
    }
    return true;
}

// All literals of a function get their names when the first is met: by source order, which emission does not keep.
Func *literal_func(FuncState *fs, Node *literal)
{
    WeakMap *table = fs->c->literals;
    Func *f = weakmap_get(table, literal);
    if (f)
        return f;
    Naming n = {fs, fs->src};
    n.outer->func = fs->func;
    if (fs->src->kind == SOURCE_DECL && AS(FuncDecl, FUNC_DECL, fs->src->node)->body)
        node_walk(AS(FuncDecl, FUNC_DECL, fs->src->node)->body, visit_literal, &n);
    else if (fs->src->kind == SOURCE_LIT)
        node_walk(AS(FuncLit, FUNC_LIT, fs->src->node)->body, visit_literal, &n);
    else if (fs->src->kind == SOURCE_RANGE)
        node_walk(AS(RangeStmt, RANGE_STMT, fs->src->node)->body, visit_literal, &n);
    for (int i = 0; fs->src->kind == SOURCE_INIT && i < fs->src->n_orders; i++)
        node_walk(fs->src->orders[i]->rhs, visit_literal, &n);
    f = weakmap_get(table, literal);
    if (!f) {
        make_literal(&n, literal);
        f = weakmap_get(table, literal);
    }
    return f;
}

static int capture_slots(const Object *var)
{
    return var_by_value(var) ? type_slots(var->type) : 1;
}

int64_t closure_slots(FuncState *fs, Node *literal)
{
    const Captures *caps = literal_captures(fs->c, literal);
    int64_t n = 1;
    for (int i = 0; i < caps->n; i++)
        n += capture_slots(caps->vars[i]);
    return n;
}

// What the literal captures, to slots from `to` on.
static void capture(FuncState *fs, const Captures *caps, int to)
{
    for (int i = 0; i < caps->n; i++) {
        Object *var = caps->vars[i];
        Spot p = var_place(fs, var);
        if (var_by_value(var))
            place_load(fs, &p, to);
        else
            place_address(fs, &p, to);
        to += capture_slots(var);
    }
}

int closure_value(FuncState *fs, Node *literal, int want)
{
    Func *f = literal_func(fs, literal);
    const Captures *caps = ((FuncSource *)f->source)->captures;
    int n = (int)closure_slots(fs, literal) - 1;
    if (n == 0)
        return func_value(fs, f, want);
    int site = site_slot(fs, literal);
    if (site >= 0) {
        load_word(fs, site, f);
        capture(fs, caps, site + 1);
        int dst = mat(fs, want, 1);
        emit(fs, OP_LEA, dst, site, 0);
        return dst;
    }
    int mark = slots_mark(fs);
    int dst = mat(fs, want, 1);
    int keep = want < 0 ? dst + 1 : mark;
    int at = slots_alloc(fs, n);
    capture(fs, caps, at);
    if (n == 1 && fs->code.n > 0 && fs->last_bound != fs->code.n) { // one variable that is a slot already needs no copy
        Instr *last = &vec_last(&fs->code);
        if (last->op == OP_MOV && last->a == at && !last->is_dead) {
            at = last->b;
            fs->code.n--;
        }
    }
    emit_at(fs, literal->pos);
    emit_word(fs, OP_CLOSURE, dst, at, n, word_of(f));
    slots_release(fs, keep);
    return dst;
}

static void load_captured(FuncState *fs, int slot, int from, int n)
{
    if (n == 1)
        emit(fs, OP_LDCAP, slot, from, 0);
    else
        emit(fs, OP_LDCAPN, slot, from, n);
}

// Captured variables get slots of their own when the literal begins to run.
void closure_prologue(FuncState *fs)
{
    const Captures *caps = fs->src->captures;
    int k = 0;
    int first = slots_mark(fs);
    for (int i = 0; caps && i < caps->n; i++) {
        Object *var = caps->vars[i];
        int n = capture_slots(var);
        int slot = slots_alloc(fs, n);
        k += n;
        Spot *p = ARENA_NEW(&fs->arena, Spot);
        *p = var_by_value(var) ? place_slots(slot, var->type) : place_memory(slot, 0, var->type);
        hashmap_set(&fs->vars, &fs->arena, var, p);
    }
    for (int i = 0; i < k; i += UINT16_MAX)
        load_captured(fs, first + i, i, k - i < UINT16_MAX ? k - i : UINT16_MAX);
}

// ---------------------------------------------------------------- method values

static bool is_interface_method(const Selection *s)
{
    return s->obj->func.is_interface_method;
}

int method_value(FuncState *fs, SelectorExpr *e, const Selection *s, int want)
{
    int mark = slots_mark(fs);
    int dst = mat(fs, want, 1);
    int keep = want < 0 ? dst + 1 : mark;
    if (is_interface_method(s)) {
        Spot p = receiver_place(fs, e->x, s);
        int recv = place_slot(fs, &p);
        emit_at(fs, e->node.pos);
        emit_word(fs, OP_METHVAL, dst, recv, method_index(fs->c, p.type, s->obj),
                  word_of(bound_iface_func(fs->c, type_of(fs, &e->node))));
        slots_release(fs, keep);
        return dst;
    }
    Type *recv_type = type_under(s->obj->type)->sig.recv->type;
    int n = type_slots(recv_type);
    int at = slots_alloc(fs, n);
    receiver_value(fs, e->x, s, at);
    emit_at(fs, e->node.pos);
    emit_word(fs, OP_CLOSURE, dst, at, n, word_of(bound_method_func(fs->c, s->obj)));
    slots_release(fs, keep);
    return dst;
}

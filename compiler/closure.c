// closure.c: function values: literals with what they capture, functions as values, method values.
#include "compiler/lower.h"

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

static void make_literal(Naming *n, FuncLit *e)
{
    Compiler *c = n->fs->c;
    if (hashmap_get(&c->tables, e))
        return;
    FuncSource *outer = n->outer;
    FuncSource *src = ARENA_NEW(c->arena, FuncSource);
    src->kind = SOURCE_LIT;
    src->pkg = outer->pkg;
    src->sig = type_of(n->fs, &e->node);
    src->node = &e->node;
    src->outer = outer;
    src->captures = literal_captures(c, &e->node);
    outer->n_lits++;
    const char *name = outer->kind == SOURCE_LIT ? arena_printf(c->arena, "%s.%d", outer->func->name, outer->n_lits)
                                                 : arena_printf(c->arena, "%s.func%d", outer->func->name, outer->n_lits);
    hashmap_set(&c->tables, c->arena, e, func_new_from(c, src, name, e->node.pos));
}

static bool visit_literal(Node *node, void *data)
{
    if (node->kind != NODE_FUNC_LIT)
        return true;
    make_literal(data, AS(FuncLit, FUNC_LIT, node));
    return false;
}

// All literals of a function get their names when the first is met: by source order, which emission does not keep.
Func *literal_func(FuncState *fs, FuncLit *e)
{
    HashMap *table = &fs->c->tables;
    Func *f = hashmap_get(table, e);
    if (f)
        return f;
    Naming n = {fs, fs->src};
    n.outer->func = fs->func;
    if (fs->src->kind == SOURCE_DECL && AS(FuncDecl, FUNC_DECL, fs->src->node)->body)
        node_walk(AS(FuncDecl, FUNC_DECL, fs->src->node)->body, visit_literal, &n);
    else if (fs->src->kind == SOURCE_LIT)
        node_walk(AS(FuncLit, FUNC_LIT, fs->src->node)->body, visit_literal, &n);
    for (int i = 0; fs->src->kind == SOURCE_INIT && i < fs->src->n_orders; i++)
        node_walk(fs->src->orders[i]->rhs, visit_literal, &n);
    f = hashmap_get(table, e);
    if (!f) {
        make_literal(&n, e);
        f = hashmap_get(table, e);
    }
    return f;
}

static int capture_slots(const Object *var)
{
    return var_by_value(var) ? type_slots(var->type) : 1;
}

int64_t closure_slots(FuncState *fs, FuncLit *e)
{
    const Captures *caps = literal_captures(fs->c, &e->node);
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

int closure_value(FuncState *fs, FuncLit *e, int want)
{
    Func *f = literal_func(fs, e);
    const Captures *caps = ((FuncSource *)f->source)->captures;
    int n = (int)closure_slots(fs, e) - 1;
    if (n == 0)
        return func_value(fs, f, want);
    int site = site_slot(fs, &e->node);
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
    emit_at(fs, e->node.pos);
    emit_word(fs, OP_CLOSURE, dst, at, n, word_of(f));
    slots_release(fs, keep);
    return dst;
}

// Captured variables get slots of their own when the literal begins to run.
void closure_prologue(FuncState *fs)
{
    const Captures *caps = fs->src->captures;
    int k = 0;
    for (int i = 0; caps && i < caps->n; i++) {
        Object *var = caps->vars[i];
        int n = capture_slots(var);
        int slot = slots_alloc(fs, n);
        for (int j = 0; j < n; j++)
            emit(fs, OP_LDCAP, slot + j, k + j, 0);
        k += n;
        Spot *p = ARENA_NEW(&fs->arena, Spot);
        *p = var_by_value(var) ? place_slots(slot, var->type) : place_memory(slot, 0, var->type);
        hashmap_set(&fs->vars, &fs->arena, var, p);
    }
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

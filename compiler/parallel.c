// parallel.c: assignments and definitions of several variables at once: lists, results of a call, `v, ok`.
#include "compiler/lower.h"

typedef struct Pending { // a left side
    Spot place;
    Object *new_var;
    bool blank;
    int src;         // slots with its value, not yet converted
    Type *src_type;
} Pending;

static bool overlaps(int a, int64_t n, int b, int64_t m)
{
    return a < b + m && b < a + n;
}

// Slots that operands of place i use and that an earlier assignment of the same statement would change are copied.
static void protect_places(FuncState *fs, Pending *p, int n)
{
    for (int i = 0; i < n; i++) {
        Spot *q = &p[i].place;
        if (p[i].blank || p[i].new_var || q->kind == PLACE_SLOTS || q->kind == PLACE_FRAME || q->kind == PLACE_NONE || q->kind == PLACE_GLOBAL)
            continue;
        int64_t base_slots = q->kind == PLACE_SLICE ? 3 : 1;
        bool uses_base = q->kind != PLACE_FRAME_ARRAY;
        bool uses_index = q->kind != PLACE_MEMORY;
        int64_t index_slots = q->kind == PLACE_MAP ? type_slots(type_under(q->container)->map.key) : 1;
        for (int j = 0; j < i; j++) {
            if (p[j].blank || p[j].new_var || p[j].place.kind != PLACE_SLOTS)
                continue;
            int64_t m = type_slots(p[j].place.type);
            if (uses_base && overlaps(q->slot, base_slots, p[j].place.slot, m)) {
                int t = slots_alloc(fs, base_slots);
                move_slots(fs, t, q->slot, base_slots);
                q->slot = t;
            }
            if (uses_index && overlaps(q->index, index_slots, p[j].place.slot, m)) {
                int t = slots_alloc(fs, index_slots);
                move_slots(fs, t, q->index, index_slots);
                q->index = t;
            }
        }
    }
}

static void prepare_lhs(FuncState *fs, NodeList lhs, Pending *p)
{
    for (int i = 0; i < lhs.n; i++) {
        p[i].blank = is_blank(lhs.at[i]);
        p[i].new_var = defined_var(fs, lhs.at[i]);
        if (!p[i].blank && !p[i].new_var)
            p[i].place = place_of(fs, lhs.at[i]);
    }
    protect_places(fs, p, lhs.n);
}

static Type *target_type(const Pending *p)
{
    return p->new_var ? p->new_var->type : p->place.type;
}

// Whether e stands in frame slots that stores through pointers can change.
static bool is_aliased(FuncState *fs, Node *e)
{
    e = node_unparen(e);
    while (node_is(e, NODE_SELECTOR_EXPR))
        e = node_unparen(AS(SelectorExpr, SELECTOR_EXPR, e)->x);
    if (const_of(fs, e))
        return false;
    Object *o = node_is(e, NODE_IDENT) ? info_object(fs->c->info, e) : NULL;
    return !o || o->kind != OBJ_VAR || o->var.is_global || var_storage(o) == VAR_MEMORY;
}

static bool stores_through_pointer(const Pending *p, int n)
{
    for (int j = 0; j < n; j++)
        if (!p[j].blank && !p[j].new_var && p[j].place.kind >= PLACE_MEMORY)
            return true;
    return false;
}

// Whether the value at src (not a temporary of ours) is changed by an assignment before number i.
static bool is_clobbered(const Pending *p, int i, int src, int64_t n)
{
    for (int j = 0; j < i; j++)
        if (!p[j].blank && !p[j].new_var && (p[j].place.kind == PLACE_SLOTS || p[j].place.kind == PLACE_FRAME) &&
            overlaps(p[j].place.slot, type_slots(p[j].place.type) + 1, src, n))
            return true;
    return false;
}

static void evaluate_rhs(FuncState *fs, Pending *p, int i, Node *rhs)
{
    if (p[i].blank) {
        expr_drop(fs, rhs);
        return;
    }
    Type *t = target_type(&p[i]);
    int64_t n = type_slots(t);
    int mark = slots_mark(fs);
    int src = expr_as(fs, rhs, t, ANYWHERE);
    if (src < mark && (is_clobbered(p, i, src, n) || (stores_through_pointer(p, i) && is_aliased(fs, rhs)))) {
        int copy = slots_alloc(fs, n);
        move_slots(fs, copy, src, n);
        src = copy;
    }
    p[i].src = src;
    p[i].src_type = t;
}

static bool all_new(FuncState *fs, NodeList lhs)
{
    for (int i = 0; i < lhs.n; i++)
        if (!is_blank(lhs.at[i]) && !defined_var(fs, lhs.at[i]))
            return false;
    return true;
}

static void complete_from(FuncState *fs, Object *var, int reserved, int src, Type *src_type)
{
    int mark = slots_mark(fs);
    int v = assign_convert(fs, src, src_type, var->type, ANYWHERE);
    var_complete(fs, var, reserved, v);
    slots_release(fs, mark);
}

// a, b := x, y: no right side can see the new variables, so the values go straight to their slots.
static void define_all(FuncState *fs, NodeList lhs, NodeList rhs, Object **vars, const int *reserved)
{
    int n = lhs.n;
    int *from = ARENA_ARRAY(&fs->arena, int, n + 1);
    uint8_t *done = ARENA_ARRAY(&fs->arena, uint8_t, n + 1);
    for (int i = 0; i < n; i++)
        if (vars[i])
            from[i] = var_is_plain(fs, vars[i]) ? reserved[i] : slots_alloc(fs, type_slots(vars[i]->type));
    int begin = order_begin(fs);
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < n; i++) {
            bool direct = order_is_direct(fs, rhs.at[i]);
            if (pass == 0 && !direct) {
                order_ahead(fs, rhs.at[i]);
                continue;
            }
            if (done[i])
                continue;
            done[i] = 1;
            int m = slots_mark(fs);
            if (vars[i])
                expr_as(fs, rhs.at[i], vars[i]->type, from[i]);
            else
                expr_drop(fs, rhs.at[i]);
            slots_release(fs, m);
        }
    }
    order_end(fs, begin);
    for (int i = 0; i < n; i++)
        if (vars[i])
            var_complete(fs, vars[i], reserved[i], from[i]);
}

typedef struct Mention {
    FuncState *fs;
    Object *var;
    bool found;
} Mention;

static bool visit_mention(Node *n, void *data)
{
    Mention *m = data;
    if (node_is(n, NODE_IDENT) && info_object(m->fs->c->info, n) == m->var)
        m->found = true;
    return !m->found;
}

static bool mentions(FuncState *fs, Node *e, Object *var)
{
    Mention m = {fs, var, false};
    node_walk(e, visit_mention, &m);
    return m.found;
}

enum { PLAIN_MAX = 8 };

typedef struct PlainTarget {
    Object *var;
    int slot, n; // its slots
    int src;
    bool direct; // the value goes straight to the variable: no later right side reads it
} PlainTarget;

static bool find_plain_targets(FuncState *fs, NodeList lhs, NodeList rhs, PlainTarget *t)
{
    for (int i = 0; i < lhs.n; i++) {
        t[i].slot = is_blank(lhs.at[i]) || defined_var(fs, lhs.at[i]) ? -1 : var_plain_slot(fs, lhs.at[i]);
        if (t[i].slot < 0 || expr_has_call(fs, rhs.at[i]) || expr_is_piecewise(rhs.at[i]))
            return false;
        t[i].var = info_object(fs->c->info, node_unparen(lhs.at[i]));
        t[i].n = type_slots(t[i].var->type);
        if (var_storage(t[i].var) != VAR_FRAME)
            return false;
        for (int j = 0; j < i; j++)
            if (t[j].var == t[i].var)
                return false;
    }
    for (int i = 0; i < lhs.n; i++) {
        t[i].direct = true;
        for (int k = i + 1; k < lhs.n; k++)
            t[i].direct &= !mentions(fs, rhs.at[k], t[i].var);
    }
    return true;
}

// The value waits until all right sides are evaluated: in place, unless another assignment of the statement goes there.
static void evaluate_waiting(FuncState *fs, PlainTarget *t, int n, int i, Node *rhs)
{
    int mark = slots_mark(fs);
    t[i].src = expr_as(fs, rhs, t[i].var->type, ANYWHERE);
    for (int k = 0; k < n; k++) {
        if (k == i || t[i].src >= mark || !overlaps(t[k].slot, t[k].n, t[i].src, t[i].n))
            continue;
        int copy = slots_alloc(fs, t[i].n);
        move_slots(fs, copy, t[i].src, t[i].n);
        t[i].src = copy;
    }
}

// i, j = i+1, j-1 with variables in plain slots. False: it is another statement, and nothing was done.
static bool assign_plain(FuncState *fs, NodeList lhs, NodeList rhs)
{
    PlainTarget t[PLAIN_MAX];
    int n = lhs.n;
    if (fs->has_defer || n > PLAIN_MAX || !find_plain_targets(fs, lhs, rhs, t))
        return false;
    for (int i = 0; i < n; i++) {
        if (!t[i].direct) {
            evaluate_waiting(fs, t, n, i, rhs.at[i]);
            continue;
        }
        int mark = slots_mark(fs);
        expr_as(fs, rhs.at[i], t[i].var->type, t[i].slot);
        slots_release(fs, mark);
    }
    for (int i = 0; i < n; i++)
        if (!t[i].direct)
            move_slots(fs, t[i].slot, t[i].src, t[i].n);
    return true;
}

void assign_parallel(FuncState *fs, NodeList lhs, NodeList rhs)
{
    int n = lhs.n;
    if (assign_plain(fs, lhs, rhs))
        return;
    Object **vars = ARENA_ARRAY(&fs->arena, Object *, n + 1);
    int *reserved = ARENA_ARRAY(&fs->arena, int, n + 1);
    for (int i = 0; i < n; i++) {
        vars[i] = is_blank(lhs.at[i]) ? NULL : defined_var(fs, lhs.at[i]);
        reserved[i] = vars[i] ? var_reserve(fs, vars[i]) : ANYWHERE;
    }
    int mark = slots_mark(fs);
    if (all_new(fs, lhs)) {
        define_all(fs, lhs, rhs, vars, reserved);
        slots_release(fs, mark);
        return;
    }
    Pending *p = ARENA_ARRAY(&fs->arena, Pending, n + 1);
    int begin = order_begin(fs);
    for (int i = 0; i < n; i++)
        order_operands(fs, lhs.at[i]);
    for (int i = 0; i < n; i++)
        order_ahead(fs, rhs.at[i]);
    prepare_lhs(fs, lhs, p);
    for (int i = 0; i < n; i++)
        evaluate_rhs(fs, p, i, rhs.at[i]);
    order_end(fs, begin);
    emit_at(fs, lhs.at[0]->pos);
    for (int i = 0; i < n; i++)
        if (!p[i].blank && !p[i].new_var)
            assign_place(fs, &p[i].place, p[i].src, p[i].src_type);
    for (int i = 0; i < n; i++)
        if (p[i].new_var)
            complete_from(fs, p[i].new_var, reserved[i], p[i].src, p[i].src_type);
    slots_release(fs, mark);
}

// a, b = f()
void assign_results(FuncState *fs, NodeList lhs, Object **vars, Node *call)
{
    int n = lhs.n;
    Pending *p = ARENA_ARRAY(&fs->arena, Pending, n + 1);
    int mark = slots_mark(fs);
    int begin = order_begin(fs);
    for (int i = 0; !vars && i < n; i++)
        order_operands(fs, lhs.at[i]);
    Layout lay;
    int w = call_window(fs, AS(CallExpr, CALL_EXPR, node_unparen(call)), &lay);
    bool keeps = false;
    int keep_top = w + lay.n_results;
    if (!vars)
        prepare_lhs(fs, lhs, p);
    order_end(fs, begin);
    emit_at(fs, call->pos);
    for (int i = 0; i < n; i++) {
        Object *var = vars ? vars[i] : p[i].new_var;
        if (vars && (!var || name_is(var->name, "_")))
            continue;
        if (var) {
            keeps = true;
            int src = w + lay.result_at[i];
            Type *t = lay.result_types[i];
            if (types_identical(t, var->type)) {
                var_declare(fs, var, src, true);
            } else {
                int v = assign_convert(fs, src, t, var->type, ANYWHERE);
                var_declare(fs, var, v, true);
            }
            keep_top = fs->top;
        } else if (!p[i].blank) {
            assign_place(fs, &p[i].place, w + lay.result_at[i], lay.result_types[i]);
        }
    }
    slots_release(fs, keeps ? keep_top : mark);
}

// v, ok = x.(T), m[k], <-ch. `vars`: of a var declaration (then lhs are only names).
void assign_pair(FuncState *fs, NodeList lhs, Object **vars, Node *rhs)
{
    rhs = node_unparen(rhs);
    Pending p[2];
    memset(p, 0, sizeof p);
    Object *nv[2];
    for (int i = 0; i < 2; i++) {
        p[i].blank = vars ? !vars[i] || name_is(vars[i]->name, "_") : is_blank(lhs.at[i]);
        nv[i] = p[i].blank ? NULL : vars ? vars[i] : defined_var(fs, lhs.at[i]);
    }
    Type *tuple = type_of(fs, rhs);
    Type *value_type = tuple->kind == TYPE_TUPLE ? tuple->tuple.vars[0]->type : tuple;
    Type *ok_type = basic_type(fs->c->checker, KIND_BOOL);
    int reserved[2] = {-1, -1};
    for (int i = 0; i < 2; i++)
        if (nv[i])
            reserved[i] = var_reserve(fs, nv[i]);
    int mark = slots_mark(fs);
    int begin = order_begin(fs);
    for (int i = 0; !vars && i < 2; i++)
        order_operands(fs, lhs.at[i]);
    bool direct = nv[0] && var_is_plain(fs, nv[0]) && types_identical(nv[0]->type, value_type);
    int value = direct ? reserved[0] : slots_alloc(fs, type_slots(value_type));
    bool direct_ok = nv[1] && var_is_plain(fs, nv[1]) && !type_is_interface(nv[1]->type);
    int ok = direct_ok ? reserved[1] : slots_alloc(fs, 1);
    expr_pair(fs, rhs, value, ok, !p[0].blank);
    if (!vars) {
        Pending q[2];
        memset(q, 0, sizeof q);
        prepare_lhs(fs, lhs, q);
        for (int i = 0; i < 2; i++)
            if (!p[i].blank && !nv[i])
                p[i].place = q[i].place;
    }
    order_end(fs, begin);
    emit_at(fs, rhs->pos);
    int srcs[2] = {value, ok};
    Type *types[2] = {value_type, ok_type};
    for (int i = 0; i < 2; i++) {
        if (p[i].blank)
            continue;
        if (nv[i]) {
            if (type_is_interface(nv[i]->type) || i == 0)
                complete_from(fs, nv[i], reserved[i], srcs[i], types[i]);
            else
                complete_from(fs, nv[i], reserved[i], srcs[i], nv[i]->type);
        } else {
            assign_place(fs, &p[i].place, srcs[i], type_is_interface(p[i].place.type) ? types[i] : p[i].place.type);
        }
    }
    slots_release(fs, mark);
}

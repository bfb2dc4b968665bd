// assign.c: assignments, declarations of variables, x op= y, x++.
// Order: operands of index expressions and pointer indirections on the left, then the right sides, then the assignments from left to
// right. What has no calls is read as late as possible, as the reference reads it.
#include "compiler/lower.h"

void store_expr(FuncState *fs, const Spot *p, Node *rhs)
{
    if (p->kind != PLACE_SLOTS && p->kind != PLACE_FRAME && is_in_memory(fs, rhs)) {
        copy_from_memory(fs, p, rhs);
        return;
    }
    if (p->kind == PLACE_SLOTS) {
        expr_as(fs, rhs, p->type, p->slot);
        return;
    }
    int src = expr_as(fs, rhs, p->type, ANYWHERE);
    emit_at(fs, rhs->pos);
    place_store(fs, p, src);
}

void assign_place(FuncState *fs, const Spot *p, int src, Type *src_type)
{
    if (p->kind == PLACE_NONE)
        return;
    int mark = slots_mark(fs);
    if (type_is_interface(p->type) && !types_identical(p->type, src_type))
        src = convert_to_iface(fs, src, src_type, p->type, ANYWHERE);
    place_store(fs, p, src);
    slots_release(fs, mark);
}

static Object *defined(FuncState *fs, Node *lhs) // the new variable that := makes here, or NULL
{
    return node_is(lhs, NODE_IDENT) && info_is_def(fs->c->info, lhs) ? info_object(fs->c->info, lhs) : NULL;
}

static bool is_pair_form(Node *e)
{
    e = node_unparen(e);
    return !node_is(e, NODE_CALL_EXPR);
}

// ---------------------------------------------------------------- one variable

// Values that are put together piece by piece must not be built in a variable that they may mention.
static bool is_piecewise(Node *e)
{
    e = node_unparen(e);
    if (node_is(e, NODE_CALL_EXPR) && AS(CallExpr, CALL_EXPR, e)->args.n == 1)
        return is_piecewise(AS(CallExpr, CALL_EXPR, e)->args.at[0]); // perhaps a conversion
    return node_is(e, NODE_COMPOSITE_LIT);
}

static void assign_slots(FuncState *fs, const Spot *p, Node *rhs)
{
    if (!is_piecewise(rhs)) {
        expr_as(fs, rhs, p->type, p->slot);
        return;
    }
    int src = expr_as(fs, rhs, p->type, ANYWHERE);
    move_slots(fs, p->slot, src, type_slots(p->type));
}

// Whether lhs is whole slots of the frame: a variable there, or a field of one.
static bool frame_place(FuncState *fs, Node *lhs, Spot *p)
{
    lhs = node_unparen(lhs);
    if (var_plain_slot(fs, lhs) >= 0) {
        *p = place_of(fs, lhs);
        return true;
    }
    if (!node_is(lhs, NODE_SELECTOR_EXPR))
        return false;
    const Selection *s = info_selection(fs->c->info, lhs);
    if (!s || s->kind != SEL_FIELD || s->indirect || !frame_place(fs, AS(SelectorExpr, SELECTOR_EXPR, lhs)->x, p))
        return false;
    *p = place_follow(fs, *p, s->path, s->n_path);
    return p->kind == PLACE_SLOTS;
}

enum { LARGE_BYTES = 1024 };

static bool is_large(FuncState *fs, Node *e)
{
    Rep r = rep_of(type_of(fs, node_unparen(e)));
    return r.kind == REP_MEMORY && r.size > LARGE_BYTES;
}

// A large struct or array: from memory to memory; a literal is made in memory of its own first.
static void assign_large(FuncState *fs, Node *lhs, Node *rhs)
{
    Spot from;
    if (is_in_memory(fs, rhs)) {
        from = place_of(fs, rhs);
    } else {
        Type *t = type_of(fs, node_unparen(lhs));
        int cell = slots_alloc(fs, 1);
        emit_word(fs, OP_NEW, cell, 0, 0, word_of(rtype_of(fs->c, t)));
        from = place_memory(cell, 0, t);
        if (!complit_into(fs, rhs, &from))
            store_expr(fs, &from, rhs);
    }
    int pointers = slots_alloc(fs, 2);
    place_address(fs, &from, pointers);
    Spot to = place_of(fs, lhs);
    emit_at(fs, lhs->pos);
    place_address(fs, &to, pointers + 1);
    emit_word(fs, OP_COPY, pointers + 1, pointers, 0, (uint64_t)type_size(to.type));
}

static void assign_one(FuncState *fs, Node *lhs, Node *rhs)
{
    if (is_blank(lhs)) {
        expr_drop(fs, rhs);
        return;
    }
    Spot frame;
    if (frame_place(fs, lhs, &frame)) {
        assign_slots(fs, &frame, rhs);
        return;
    }
    if (is_large(fs, lhs)) {
        assign_large(fs, lhs, rhs);
        return;
    }
    int begin = order_begin(fs);
    order_operands(fs, lhs);
    int src = expr_as(fs, rhs, type_of(fs, node_unparen(lhs)), ANYWHERE);
    Spot p = place_of(fs, lhs);
    order_end(fs, begin);
    emit_at(fs, lhs->pos);
    place_store(fs, &p, src);
}

static bool is_real_call(FuncState *fs, Node *e)
{
    if (!node_is(e, NODE_CALL_EXPR) || const_of(fs, e))
        return false;
    Node *fun = AS(CallExpr, CALL_EXPR, e)->fun;
    return !expr_is_type(fs, fun) && builtin_id(fs, fun) < 0;
}

// `v := rhs` and `var v T = rhs`
static void declare_one(FuncState *fs, Object *var, Node *rhs)
{
    Node *e = node_unparen(rhs);
    int n = type_slots(var->type);
    int mark = slots_mark(fs);
    if (var_is_plain(fs, var) && is_real_call(fs, e) && types_identical(type_of(fs, e), var->type)) {
        int w = expr(fs, e, ANYWHERE); // the call's result becomes the variable
        if (w < mark) {
            var_declare(fs, var, w, false);
            return;
        }
        slots_release(fs, w + n);
        var_bind_slots(fs, var, w);
        return;
    }
    int reserved = var_reserve(fs, var);
    int keep = slots_mark(fs);
    if (type_size(var->type) > LARGE_BYTES && var_storage(fs, var) == VAR_HEAP && (is_in_memory(fs, rhs) || node_is(e, NODE_COMPOSITE_LIT))) {
        // the variable itself is bound afterwards: the right side may name another one of the same name
        Spot to = place_memory(reserved, 0, var->type);
        emit_word(fs, OP_NEW, reserved, 0, 0, word_of(rtype_of(fs->c, var->type)));
        if (!complit_into(fs, rhs, &to))
            store_expr(fs, &to, rhs);
        var_bind_cell(fs, var, reserved);
        slots_release(fs, keep);
        return;
    }
    int src = expr_as(fs, rhs, var->type, var_is_plain(fs, var) ? reserved : ANYWHERE);
    var_complete(fs, var, reserved, src);
    slots_release(fs, keep);
}

// ---------------------------------------------------------------- several at once

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
        p[i].new_var = defined(fs, lhs.at[i]);
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
    return !o || o->kind != OBJ_VAR || o->var.is_global || var_storage(fs, o) == VAR_MEMORY;
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
        if (!is_blank(lhs.at[i]) && !defined(fs, lhs.at[i]))
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
        t[i].slot = is_blank(lhs.at[i]) || defined(fs, lhs.at[i]) ? -1 : var_plain_slot(fs, lhs.at[i]);
        if (t[i].slot < 0 || expr_has_call(fs, rhs.at[i]) || is_piecewise(rhs.at[i]))
            return false;
        t[i].var = info_object(fs->c->info, node_unparen(lhs.at[i]));
        t[i].n = type_slots(t[i].var->type);
        if (var_storage(fs, t[i].var) != VAR_FRAME)
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

static void assign_parallel(FuncState *fs, NodeList lhs, NodeList rhs)
{
    int n = lhs.n;
    if (assign_plain(fs, lhs, rhs))
        return;
    Object **vars = ARENA_ARRAY(&fs->arena, Object *, n + 1);
    int *reserved = ARENA_ARRAY(&fs->arena, int, n + 1);
    for (int i = 0; i < n; i++) {
        vars[i] = is_blank(lhs.at[i]) ? NULL : defined(fs, lhs.at[i]);
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
static void assign_results(FuncState *fs, NodeList lhs, Object **vars, Node *call)
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
static void assign_pair(FuncState *fs, NodeList lhs, Object **vars, Node *rhs)
{
    rhs = node_unparen(rhs);
    Pending p[2];
    memset(p, 0, sizeof p);
    Object *nv[2];
    for (int i = 0; i < 2; i++) {
        p[i].blank = vars ? !vars[i] || name_is(vars[i]->name, "_") : is_blank(lhs.at[i]);
        nv[i] = p[i].blank ? NULL : vars ? vars[i] : defined(fs, lhs.at[i]);
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

// ---------------------------------------------------------------- op=

// x += y * z for float64 variables in slots.
static bool fused_multiply(FuncState *fs, const Spot *p, TokenKind op, Node *rhs)
{
    rhs = node_unparen(rhs);
    if (op != TOK_ADD || p->kind != PLACE_SLOTS || rep_of(p->type).kind != REP_F64 || const_of(fs, rhs))
        return false;
    if (!node_is(rhs, NODE_BINARY_EXPR) || AS(BinaryExpr, BINARY_EXPR, rhs)->op != TOK_MUL)
        return false;
    BinaryExpr *m = AS(BinaryExpr, BINARY_EXPR, rhs);
    int begin = order_begin(fs);
    order_list(fs, (Node *[]){m->x, m->y}, 2);
    int a = expr(fs, m->x, ANYWHERE);
    int b = expr(fs, m->y, ANYWHERE);
    order_end(fs, begin);
    emit_at(fs, rhs->pos);
    emit(fs, OP_FMA, p->slot, a, b);
    return true;
}

// Whether the operation may panic when the place was already touched.
static bool op_may_panic(TokenKind op)
{
    return op == TOK_QUO || op == TOK_REM || op == TOK_SHL || op == TOK_SHR;
}

static void op_assign(FuncState *fs, Node *lhs, TokenKind op, Node *rhs, const Const *one)
{
    const Const *y = rhs ? const_of(fs, node_unparen(rhs)) : one;
    int begin = order_begin(fs);
    order_operands(fs, lhs);
    if (rhs && var_plain_slot(fs, lhs) < 0)
        order_ahead(fs, rhs);
    Spot p = place_of(fs, lhs);
    if (rhs && fused_multiply(fs, &p, op, rhs)) {
        order_end(fs, begin);
        return;
    }
    int b = -1;
    if (p.kind == PLACE_SLOTS || p.kind == PLACE_MAP) { // a panic on the right must leave the map as it is
        if (!y)
            b = expr(fs, rhs, ANYWHERE);
        emit_at(fs, lhs->pos);
    }
    if (p.kind == PLACE_SLOTS) {
        arith(fs, op, p.type, p.slot, p.slot, b, y, rhs);
        order_end(fs, begin);
        return;
    }
    if (p.kind == PLACE_MAP && !op_may_panic(op)) {
        int pointer = slots_alloc(fs, 1);
        place_address(fs, &p, pointer);
        p = place_memory(pointer, 0, p.type);
    } else if (p.kind == PLACE_SLICE || p.kind == PLACE_ARRAY || p.kind == PLACE_FRAME_ARRAY) {
        Rep r = rep_of(p.type);
        if (r.slots > 1) { // one check of the bounds
            int pointer = slots_alloc(fs, 1);
            place_address(fs, &p, pointer);
            p = place_memory(pointer, 0, p.type);
        }
    }
    int t = slots_alloc(fs, type_slots(p.type));
    emit_at(fs, lhs->pos);
    place_load(fs, &p, t);
    if (!y && b < 0)
        b = expr(fs, rhs, ANYWHERE);
    order_end(fs, begin);
    emit_at(fs, lhs->pos);
    arith(fs, op, p.type, t, t, b, y, rhs);
    place_store(fs, &p, t);
}

// ---------------------------------------------------------------- statements

void assign_stmt(FuncState *fs, AssignStmt *s)
{
    emit_at(fs, s->node.pos);
    int mark = slots_mark(fs);
    switch (s->op) {
    case TOK_ASSIGN:
        if (s->lhs.n == 1 && s->rhs.n == 1)
            assign_one(fs, s->lhs.at[0], s->rhs.at[0]);
        else if (s->lhs.n == s->rhs.n)
            assign_parallel(fs, s->lhs, s->rhs);
        else if (is_pair_form(s->rhs.at[0]))
            assign_pair(fs, s->lhs, NULL, s->rhs.at[0]);
        else
            assign_results(fs, s->lhs, NULL, s->rhs.at[0]);
        slots_release(fs, mark);
        return;
    case TOK_DEFINE: // the new variables stay
        if (s->lhs.n == 1 && s->rhs.n == 1) {
            Object *var = defined(fs, s->lhs.at[0]);
            if (var && !is_blank(s->lhs.at[0]))
                declare_one(fs, var, s->rhs.at[0]);
            else
                assign_one(fs, s->lhs.at[0], s->rhs.at[0]);
        } else if (s->lhs.n == s->rhs.n) {
            assign_parallel(fs, s->lhs, s->rhs);
        } else if (is_pair_form(s->rhs.at[0])) {
            assign_pair(fs, s->lhs, NULL, s->rhs.at[0]);
        } else {
            assign_results(fs, s->lhs, NULL, s->rhs.at[0]);
        }
        return;
    case TOK_INC:
    case TOK_DEC:
        op_assign(fs, s->lhs.at[0], s->op == TOK_INC ? TOK_ADD : TOK_SUB, NULL, const_int64(fs->c->consts, 1));
        slots_release(fs, mark);
        return;
    default:
        op_assign(fs, s->lhs.at[0], s->op, s->rhs.at[0], NULL);
        slots_release(fs, mark);
    }
}

static void init_global(FuncState *fs, Object *var, int src, Type *src_type)
{
    if (!var || name_is(var->name, "_"))
        return;
    Spot p = var_place(fs, var);
    assign_place(fs, &p, src, src_type);
}

// Variables of a session are package variables whose declaration is a statement. One declared anew has the memory of the one before it,
// so all values are there before the first is stored, and nothing may rely on zeros.
static void session_var_decl(FuncState *fs, VarDecl *d, Object **vars)
{
    int n = d->names.n;
    if (d->values.n == 0) {
        for (int i = 0; i < n; i++) {
            if (!vars[i] || type_size(vars[i]->type) == 0)
                continue;
            Spot p = var_place(fs, vars[i]);
            int at = slots_alloc(fs, 1);
            emit_word(fs, OP_LDK, at, 0, 0, word_of(p.address));
            emit_word(fs, OP_ZEROMEM, at, 0, 0, (uint64_t)type_size(vars[i]->type));
        }
        return;
    }
    if (d->values.n < n) {
        InitOrder order = {.lhs = vars, .n = n, .rhs = d->values.at[0]};
        init_order_run(fs, &order);
        return;
    }
    int *at = ARENA_ARRAY(&fs->arena, int, n);
    for (int i = 0; i < n; i++) {
        Type *t = vars[i] && vars[i]->type ? vars[i]->type : type_of(fs, d->values.at[i]);
        at[i] = slots_alloc(fs, type_slots(t));
        expr_as(fs, d->values.at[i], t, at[i]);
    }
    for (int i = 0; i < n; i++)
        init_global(fs, vars[i], at[i], vars[i] ? vars[i]->type : NULL);
}

void var_decl(FuncState *fs, VarDecl *d)
{
    emit_at(fs, d->node.pos);
    int n = d->names.n;
    Object **vars = ARENA_ARRAY(&fs->arena, Object *, n + 1);
    for (int i = 0; i < n; i++)
        vars[i] = info_object(fs->c->info, d->names.at[i]);
    for (int i = 0; i < n; i++)
        if (vars[i] && vars[i]->var.is_global) {
            int mark = slots_mark(fs);
            session_var_decl(fs, d, vars);
            slots_release(fs, mark);
            return;
        }
    if (d->values.n == 0) {
        for (int i = 0; i < n; i++)
            if (vars[i] && !is_blank(d->names.at[i]))
                var_declare(fs, vars[i], ANYWHERE, false);
        return;
    }
    if (n == 1) {
        if (is_blank(d->names.at[0])) {
            int mark = slots_mark(fs);
            if (vars[0] && type_is_interface(vars[0]->type))
                expr_as(fs, d->values.at[0], vars[0]->type, ANYWHERE);
            else
                expr_drop(fs, d->values.at[0]);
            slots_release(fs, mark);
        } else {
            declare_one(fs, vars[0], d->values.at[0]);
        }
        return;
    }
    if (d->values.n == n)
        assign_parallel(fs, d->names, d->values);
    else if (is_pair_form(d->values.at[0]))
        assign_pair(fs, d->names, vars, d->values.at[0]);
    else
        assign_results(fs, d->names, vars, d->values.at[0]);
}

// ---------------------------------------------------------------- package variables


void init_order_run(FuncState *fs, InitOrder *o)
{
    if (!o || !o->rhs)
        return;
    emit_at(fs, o->rhs->pos);
    if (o->n == 1) {
        Object *var = o->lhs[0];
        if (!var || name_is(var->name, "_")) {
            expr_drop(fs, o->rhs);
            return;
        }
        Spot p = var_place(fs, var);
        if (!complit_into(fs, o->rhs, &p))
            store_expr(fs, &p, o->rhs);
        return;
    }
    if (is_pair_form(o->rhs)) {
        Node *rhs = node_unparen(o->rhs);
        Type *tuple = type_of(fs, rhs);
        Type *t = tuple->kind == TYPE_TUPLE ? tuple->tuple.vars[0]->type : tuple;
        int value = slots_alloc(fs, type_slots(t));
        int ok = slots_alloc(fs, 1);
        expr_pair(fs, rhs, value, ok, true);
        init_global(fs, o->lhs[0], value, t);
        Type *ok_type = o->lhs[1] ? o->lhs[1]->type : NULL;
        init_global(fs, o->lhs[1], ok, ok_type && !type_is_interface(ok_type) ? ok_type : basic_type(fs->c->checker, KIND_BOOL));
        return;
    }
    Layout lay;
    int w = call_window(fs, AS(CallExpr, CALL_EXPR, node_unparen(o->rhs)), &lay);
    for (int i = 0; i < o->n; i++)
        init_global(fs, o->lhs[i], w + lay.result_at[i], lay.result_types[i]);
}

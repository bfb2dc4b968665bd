// assign.c: assignments and definitions of one variable, declarations of variables.
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

Object *defined_var(FuncState *fs, Node *lhs)
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
bool expr_is_piecewise(Node *e)
{
    e = node_unparen(e);
    if (node_is(e, NODE_CALL_EXPR) && AS(CallExpr, CALL_EXPR, e)->args.n == 1)
        return expr_is_piecewise(AS(CallExpr, CALL_EXPR, e)->args.at[0]); // perhaps a conversion
    return node_is(e, NODE_COMPOSITE_LIT);
}

static void assign_slots(FuncState *fs, const Spot *p, Node *rhs)
{
    if (!expr_is_piecewise(rhs)) {
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

static bool is_zero_literal(Node *e)
{
    e = node_unparen(e);
    return node_is(e, NODE_COMPOSITE_LIT) && AS(CompositeLit, COMPOSITE_LIT, e)->elems.n == 0;
}

// A large struct or array: from memory to memory; a literal is made in memory of its own first.
static void assign_large(FuncState *fs, Node *lhs, Node *rhs)
{
    if (is_zero_literal(rhs)) {
        Spot p = place_of(fs, lhs);
        int pointer = slots_alloc(fs, 1);
        emit_at(fs, lhs->pos);
        place_address(fs, &p, pointer);
        emit_word(fs, OP_ZEROMEM, pointer, 0, 0, (uint64_t)type_size(p.type));
        return;
    }
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
    place_fuse(fs, &p, true);
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
    if (type_size(var->type) > LARGE_BYTES && var_storage(var) == VAR_HEAP && (is_in_memory(fs, rhs) || node_is(e, NODE_COMPOSITE_LIT))) {
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
            Object *var = defined_var(fs, s->lhs.at[0]);
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

// switch.c: expression switches (jump tables, binary search, chains of comparisons) and type switches.
#include <stdlib.h>

#include "compiler/lower.h"

enum { TABLE_MIN = 4, SEARCH_MIN = 8 };

typedef struct Case {
    int64_t value;
    int label; // of the body
} Case;

static int case_order(const void *a, const void *b)
{
    int64_t x = ((const Case *)a)->value;
    int64_t y = ((const Case *)b)->value;
    return (x > y) - (x < y);
}

static CaseClause *clause(NodeList cases, int i)
{
    return AS(CaseClause, CASE_CLAUSE, cases.at[i]);
}

static bool ends_in_fallthrough(CaseClause *c)
{
    if (c->body.n == 0)
        return false;
    Node *last = c->body.at[c->body.n - 1];
    while (node_is(last, NODE_LABELED_STMT))
        last = AS(LabeledStmt, LABELED_STMT, last)->stmt;
    return node_is(last, NODE_BRANCH_STMT) && AS(BranchStmt, BRANCH_STMT, last)->op == TOK_FALLTHROUGH;
}

// A body but for the fallthrough at its end.
static void case_body(FuncState *fs, CaseClause *c)
{
    NodeList body = c->body;
    Node *last = NULL;
    if (ends_in_fallthrough(c))
        last = body.at[--body.n];
    block(fs, body);
    while (node_is(last, NODE_LABELED_STMT)) { // its label may be a goto's
        LabeledStmt *l = AS(LabeledStmt, LABELED_STMT, last);
        LabeledStmt bare = *l;
        bare.stmt = NULL;
        stmt(fs, &bare.node);
        last = l->stmt;
    }
}

// ---------------------------------------------------------------- integers

// All cases as constant integers; NULL: some are not.
static Case *constant_cases(FuncState *fs, NodeList cases, Type *tag_type, const int *labels, int *n)
{
    Rep r = rep_of(tag_type);
    if (r.kind != REP_INT || type_is_boolean(tag_type))
        return NULL;
    int total = 0;
    for (int i = 0; i < cases.n; i++)
        total += clause(cases, i)->exprs.n;
    Case *all = ARENA_ARRAY(&fs->arena, Case, total + 1);
    *n = 0;
    for (int i = 0; i < cases.n; i++) {
        CaseClause *c = clause(cases, i);
        for (int k = 0; k < c->exprs.n; k++) {
            const Const *v = const_of(fs, node_unparen(c->exprs.at[k]));
            uint64_t w;
            if (v)
                v = const_to_int(fs->c->consts, v);
            if (!v || const_kind(v) != CONST_INT || !const_word(v, tag_type, &w))
                return NULL;
            if (r.bytes == 8 && !r.is_signed && (int64_t)w < 0)
                return NULL; // tables and searches compare with sign
            all[(*n)++] = (Case){(int64_t)w, labels[i]};
        }
    }
    qsort(all, (size_t)*n, sizeof *all, case_order);
    return all;
}

static void jump_table(FuncState *fs, const Case *all, int n, int tag, int other)
{
    int64_t low = all[0].value;
    int64_t len = all[n - 1].value - low + 1;
    JumpTable *t = arena_alloc(fs->c->arena, sizeof *t + (size_t)len * sizeof *t->offsets);
    int *labels = ARENA_ARRAY(&fs->arena, int, len);
    t->low = low;
    t->n = (int32_t)len;
    for (int64_t i = 0; i < len; i++)
        labels[i] = other;
    for (int i = 0; i < n; i++)
        labels[all[i].value - low] = all[i].label;
    emit_table(fs, tag, t, labels, other);
}

static void branch_on_value(FuncState *fs, Op imm, Op reg, bool swap, int tag, int64_t v, int label)
{
    if (v >= INT16_MIN && v <= INT16_MAX) {
        emit_branch(fs, imm, tag, (int)v, label);
        return;
    }
    int mark = slots_mark(fs);
    int k = const_word_slot(fs, (uint64_t)v);
    emit_branch(fs, reg, swap ? k : tag, swap ? tag : k, label);
    slots_release(fs, mark);
}

static void search(FuncState *fs, const Case *all, int n, int tag, int other)
{
    if (n < SEARCH_MIN) {
        for (int i = 0; i < n; i++)
            branch_on_value(fs, OP_JEQI, OP_JEQ, false, tag, all[i].value, all[i].label);
        emit_jump(fs, other);
        return;
    }
    int64_t span = all[n - 1].value - all[0].value;
    if (span >= 0 && span < 4 * (int64_t)n) {
        jump_table(fs, all, n, tag, other);
        return;
    }
    int middle = n / 2;
    int low = label_new(fs);
    branch_on_value(fs, OP_JLTI, OP_JLT, false, tag, all[middle].value, low);
    search(fs, all + middle, n - middle, tag, other);
    label_bind(fs, low);
    search(fs, all, middle, tag, other);
}

static bool integer_switch(FuncState *fs, NodeList cases, int tag, Type *tag_type, const int *labels, int other)
{
    int n;
    Case *all = constant_cases(fs, cases, tag_type, labels, &n);
    if (!all || n < TABLE_MIN)
        return false;
    int64_t span = (int64_t)((uint64_t)all[n - 1].value - (uint64_t)all[0].value);
    if (span >= 0 && span < 4 * (int64_t)n)
        jump_table(fs, all, n, tag, other);
    else if (n >= SEARCH_MIN)
        search(fs, all, n, tag, other);
    else
        return false;
    return true;
}

// ---------------------------------------------------------------- expression switches

static void test_cases(FuncState *fs, NodeList cases, int tag, Type *tag_type, const int *labels)
{
    for (int i = 0; i < cases.n; i++) {
        CaseClause *c = clause(cases, i);
        for (int k = 0; k < c->exprs.n; k++) {
            emit_at(fs, c->exprs.at[k]->pos);
            int mark = slots_mark(fs);
            if (tag_type)
                branch_equal(fs, tag, tag_type, c->exprs.at[k], true, labels[i]);
            else
                branch_if(fs, c->exprs.at[k], true, labels[i]);
            slots_release(fs, mark);
        }
    }
}

static bool all_constant(FuncState *fs, NodeList cases)
{
    for (int i = 0; i < cases.n; i++) {
        CaseClause *c = clause(cases, i);
        for (int k = 0; k < c->exprs.n; k++)
            if (!const_of(fs, node_unparen(c->exprs.at[k])))
                return false;
    }
    return true;
}

// A label for each case; *other becomes that of the default case, if there is one.
static int *case_labels(FuncState *fs, NodeList cases, int *other)
{
    int *labels = ARENA_ARRAY(&fs->arena, int, cases.n + 1);
    for (int i = 0; i < cases.n; i++) {
        labels[i] = label_new(fs);
        if (clause(cases, i)->is_default)
            *other = labels[i];
    }
    return labels;
}

static void expr_switch(FuncState *fs, SwitchStmt *s, Name label)
{
    int n = s->cases.n;
    int end = label_new(fs);
    int other = end;
    int *labels = case_labels(fs, s->cases, &other);
    int tag = 0;
    Type *tag_type = NULL;
    if (s->tag) {
        tag_type = type_of(fs, node_unparen(s->tag));
        if (all_constant(fs, s->cases)) {
            tag = expr(fs, s->tag, ANYWHERE);
        } else {
            tag = slots_alloc(fs, type_slots(tag_type));
            int mark = slots_mark(fs);
            expr(fs, s->tag, tag);
            slots_release(fs, mark);
        }
        emit_at(fs, s->node.pos);
    }
    if (!tag_type || !integer_switch(fs, s->cases, tag, tag_type, labels, other)) {
        test_cases(fs, s->cases, tag, tag_type, labels);
        emit_jump(fs, other);
    }
    Target t;
    target_open(fs, &t, label, end, -1);
    for (int i = 0; i < n; i++) {
        label_bind(fs, labels[i]);
        CaseClause *c = clause(s->cases, i);
        case_body(fs, c);
        if (!ends_in_fallthrough(c) && emit_is_reachable(fs))
            emit_jump(fs, end);
    }
    target_close(fs);
    label_bind(fs, end);
}

// ---------------------------------------------------------------- type switches

typedef struct TypeSwitch {
    Type *type; // static type of the operand
    int x;      // its slots
    int tab;    // slot of the dynamic type's word
} TypeSwitch;

static void test_type(FuncState *fs, const TypeSwitch *sw, Node *e, int label)
{
    if (expr_is_nil(fs, e)) {
        emit_branch(fs, OP_JEQI, sw->x, 0, label);
        return;
    }
    Type *t = type_of(fs, node_unparen(e));
    if (!type_is_interface(t)) {
        int i = emit_word(fs, OP_JEQK, sw->tab, 0, 0, word_of(rtype_of(fs->c, t)));
        fs->code.at[i].label = label;
        return;
    }
    int mark = slots_mark(fs);
    int v = slots_alloc(fs, 2);
    int ok = slots_alloc(fs, 1);
    emit_words3(fs, OP_ASSERTI2, v, sw->x, 0, word_of(rtype_of(fs->c, t)), word_of(rtype_of(fs->c, sw->type)), (uint64_t)ok);
    emit_branch(fs, OP_JT, ok, 0, label);
    slots_release(fs, mark);
}

// The variable of a clause: the operand itself, or what it holds when the clause names one type.
static void bind_symbol(FuncState *fs, const TypeSwitch *sw, CaseClause *c)
{
    Object *var = info_implicit(fs->c->info, &c->node);
    if (!var)
        return;
    emit_at(fs, c->node.pos);
    int reserved = var_reserve(fs, var);
    int mark = slots_mark(fs);
    int src = sw->x;
    if (c->exprs.n == 1 && !expr_is_nil(fs, c->exprs.at[0])) {
        Type *t = type_of(fs, node_unparen(c->exprs.at[0]));
        int dst = var_is_plain(fs, var) ? reserved : slots_alloc(fs, type_slots(t));
        src = dst;
        if (type_is_interface(t)) {
            if (rtype_of(fs->c, type_under(t)) == rtype_of(fs->c, type_under(sw->type)))
                src = sw->x;
            else
                emit_words(fs, OP_ASSERTI, dst, sw->x, 0, word_of(rtype_of(fs->c, t)), word_of(rtype_of(fs->c, sw->type)));
        } else if (type_is_direct(t)) {
            src = sw->x + 1;
        } else if (type_slots(t) > 0) {
            Spot p = place_memory(sw->x + 1, 0, t);
            place_load(fs, &p, dst);
        }
    }
    var_complete(fs, var, reserved, src);
    slots_release(fs, mark);
}

static void type_switch(FuncState *fs, SwitchStmt *s, Name label)
{
    TypeSwitchGuard *guard = AS(TypeSwitchGuard, TYPE_SWITCH_GUARD, s->tag);
    int n = s->cases.n;
    int end = label_new(fs);
    int other = end;
    int *labels = case_labels(fs, s->cases, &other);
    TypeSwitch sw = {.type = type_of(fs, node_unparen(guard->x))};
    sw.x = slots_alloc(fs, 2);
    int mark = slots_mark(fs);
    expr(fs, guard->x, sw.x);
    slots_release(fs, mark);
    emit_at(fs, s->node.pos);
    int n_methods;
    interface_methods(fs->c->checker, sw.type, &n_methods);
    sw.tab = sw.x;
    if (n_methods > 0) {
        sw.tab = slots_alloc(fs, 1);
        emit(fs, OP_ITAB2TYPE, sw.tab, sw.x, 0);
    }
    for (int i = 0; i < n; i++) {
        CaseClause *c = clause(s->cases, i);
        for (int k = 0; k < c->exprs.n; k++) {
            emit_at(fs, c->exprs.at[k]->pos);
            test_type(fs, &sw, c->exprs.at[k], labels[i]);
        }
    }
    emit_jump(fs, other);
    Target t;
    target_open(fs, &t, label, end, -1);
    for (int i = 0; i < n; i++) {
        CaseClause *c = clause(s->cases, i);
        label_bind(fs, labels[i]);
        int m = slots_mark(fs);
        bind_symbol(fs, &sw, c);
        block(fs, c->body);
        slots_release(fs, m);
        if (emit_is_reachable(fs))
            emit_jump(fs, end);
    }
    target_close(fs);
    label_bind(fs, end);
}

void switch_stmt(FuncState *fs, SwitchStmt *s, Name label)
{
    int mark = slots_mark(fs);
    if (s->init)
        stmt(fs, s->init);
    if (node_is(s->tag, NODE_TYPE_SWITCH_GUARD))
        type_switch(fs, s, label);
    else
        expr_switch(fs, s, label);
    slots_release(fs, mark);
}

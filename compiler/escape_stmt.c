// escape_stmt.c: escape analysis of statements: what assignments, ranges, returns make flow where.
#include "base/check.h"
#include "base/stack.h"
#include "compiler/escape.h"
#include "compiler/rangefunc.h"

static void stmt(Escape *e, Node *n);
static void stmts(Escape *e, NodeList list);

static Type *type_of(Escape *e, const Node *n)
{
    return info_type(e->c->info, n).type;
}

static bool is_blank(const Node *n)
{
    return node_is(n, NODE_IDENT) && name_is(AS(Ident, IDENT, n)->name, "_");
}

// ---------------------------------------------------------------- functions

static void declare_param(Escape *e, Object *o, int index)
{
    Loc *l = escape_declare(e, o);
    l->is_param = true;
    l->param_index = index;
}

void escape_enter_func(Escape *e, EscapeFunc *f, Type *sig)
{
    f->deferred = escape_loc_new(e);
    if (!sig || sig->kind != TYPE_SIGNATURE)
        return;
    int index = 0;
    if (!f->literal && sig->sig.recv)
        declare_param(e, sig->sig.recv, index++);
    for (int i = 0; i < sig->sig.params->tuple.n; i++)
        declare_param(e, sig->sig.params->tuple.vars[i], index++);
    f->n_results = sig->sig.results->tuple.n;
    f->results = ARENA_ARRAY(&e->arena, Loc *, f->n_results + 1);
    for (int i = 0; i < f->n_results; i++) {
        Object *o = sig->sig.results->tuple.vars[i];
        Loc *l = escape_declare(e, o);
        l->is_result = true;
        l->result_index = i;
        l->info->assigned = true; // by every return
        f->results[i] = l;
    }
}

// ---------------------------------------------------------------- assignments

static void note_assigned(Loc *l)
{
    if (!l || !l->info)
        return;
    l->info->assigned = true;
}

// Where what is assigned to lhs goes. Evaluates the parts of lhs.
static Loc *assign_target(Escape *e, Node *lhs)
{
    lhs = node_unparen(lhs);
    if (is_blank(lhs))
        return &e->nowhere;
    Loc *base = escape_base_var(e, lhs);
    note_assigned(base);
    if (base) {
        for (Node *x = lhs;;) { // indices on the way
            x = node_unparen(x);
            if (node_is(x, NODE_INDEX_EXPR)) {
                escape_expr(e, &e->nowhere, 0, AS(IndexExpr, INDEX_EXPR, x)->indices.at[0]);
                x = AS(IndexExpr, INDEX_EXPR, x)->x;
            } else if (node_is(x, NODE_SELECTOR_EXPR)) {
                x = AS(SelectorExpr, SELECTOR_EXPR, x)->x;
            } else {
                break;
            }
        }
        return base;
    }
    if (node_is(lhs, NODE_INDEX_EXPR)) {
        IndexExpr *x = AS(IndexExpr, INDEX_EXPR, lhs);
        Type *t = type_of(e, x->x);
        bool is_map = t && type_under(t)->kind == TYPE_MAP;
        escape_expr(e, is_map ? &e->heap : &e->nowhere, 0, x->indices.at[0]);
        escape_expr(e, &e->nowhere, 0, x->x);
    } else if (!node_is(lhs, NODE_IDENT)) {
        escape_expr(e, &e->nowhere, 0, lhs);
    }
    return &e->heap;
}

// The target of a lhs of := or of a range clause with define.
static Loc *define_target(Escape *e, Node *lhs)
{
    if (is_blank(lhs))
        return &e->nowhere;
    Object *o = info_object(e->c->info, lhs);
    if (o && info_is_def(e->c->info, lhs) && o->kind == OBJ_VAR)
        return escape_declare(e, o);
    return assign_target(e, lhs);
}

// values to targets, one each or one call for all.
static void assign_values(Escape *e, Loc **targets, int n, NodeList values)
{
    if (values.n == n) {
        for (int i = 0; i < n; i++)
            escape_expr(e, targets[i], 0, values.at[i]);
    } else if (values.n == 1) {
        escape_call(e, targets, n, values.at[0], CALL_PLAIN);
    }
}

static void assign(Escape *e, Node *n)
{
    AssignStmt *s = AS(AssignStmt, ASSIGN_STMT, n);
    if (s->op != TOK_ASSIGN && s->op != TOK_DEFINE) { // x op= y, x++
        for (int i = 0; i < s->lhs.n; i++)
            assign_target(e, s->lhs.at[i]);
        for (int i = 0; i < s->rhs.n; i++)
            escape_expr(e, &e->nowhere, 0, s->rhs.at[i]);
        return;
    }
    Loc **targets = ARENA_ARRAY(&e->arena, Loc *, s->lhs.n + 1);
    bool define = s->op == TOK_DEFINE;
    for (int i = 0; i < s->lhs.n; i++)
        targets[i] = define && !info_is_def(e->c->info, s->lhs.at[i]) ? assign_target(e, s->lhs.at[i]) : NULL;
    // New variables are declared behind the values, which cannot see them; their locations are made first all the same.
    for (int i = 0; i < s->lhs.n; i++)
        if (!targets[i])
            targets[i] = define ? define_target(e, s->lhs.at[i]) : assign_target(e, s->lhs.at[i]);
    assign_values(e, targets, s->lhs.n, s->rhs);
}

static void declare_vars(Escape *e, Node *n)
{
    VarDecl *d = AS(VarDecl, VAR_DECL, n);
    Loc **targets = ARENA_ARRAY(&e->arena, Loc *, d->names.n + 1);
    for (int i = 0; i < d->names.n; i++) {
        Object *o = info_object(e->c->info, d->names.at[i]);
        targets[i] = o && o->kind == OBJ_VAR && o->var.is_global ? &e->heap // of a session
                     : o && o->kind == OBJ_VAR && !is_blank(d->names.at[i]) ? escape_declare(e, o) : &e->nowhere;
    }
    if (d->values.n > 0)
        assign_values(e, targets, d->names.n, d->values);
}

// ---------------------------------------------------------------- statements

// A variable that the loop shares with its body.
static void share(Escape *e, Object *var)
{
    note_assigned(escape_declare(e, var));
}

// The loop's own variables are the parameters of its body.
static void range_params(Escape *e, RangeStmt *s)
{
    for (int i = 0; i < s->lhs.n; i++) {
        Object *o = s->define ? info_object(e->c->info, s->lhs.at[i]) : NULL;
        if (o && o->kind == OBJ_VAR && !is_blank(s->lhs.at[i]))
            escape_declare(e, o)->is_param = true;
        else if (!s->define)
            assign_target(e, s->lhs.at[i]);
    }
}

static void range_func(Escape *e, RangeStmt *s)
{
    Hole k = escape_range_operand(e, s->x);
    RangeFunc *r = rangefunc_new(e->c, s, e->func->range);
    share(e, r->state);
    if (!r->outer) {
        share(e, r->exit);
        share(e, r->defers);
    }
    EscapeFunc *f = escape_literal(e, k.dst, k.derefs, &s->node);
    f->range = r;
    EscapeFunc *around = e->func;
    int loop_depth = e->loop_depth;
    e->func = f;
    e->loop_depth = 1;
    escape_enter_func(e, f, NULL);
    bool may_leave = r->returns || r->branches.n > 0;
    escape_use(e, r->state);
    if (may_leave)
        escape_use(e, r->exit);
    for (RangeFunc *o = r->outer; may_leave && o; o = o->outer)
        escape_use(e, o->state);
    if (r->is_deferring)
        escape_use(e, r->defers);
    range_params(e, s);
    escape_block(e, s->body);
    e->func = around;
    e->loop_depth = loop_depth;
}

static void range(Escape *e, Node *n)
{
    RangeStmt *s = AS(RangeStmt, RANGE_STMT, n);
    if (rangefunc_is(e->c, n)) {
        range_func(e, s);
        return;
    }
    Type *t = type_of(e, s->x);
    Type *u = t ? type_under(t) : NULL;
    // The operand is evaluated once, outside the loop.
    Loc *operand = escape_loc_new(e);
    escape_expr(e, operand, 0, s->x);
    e->loop_depth++;
    for (int i = 0; i < s->lhs.n; i++) {
        Loc *target = s->define ? define_target(e, s->lhs.at[i]) : assign_target(e, s->lhs.at[i]);
        if (!u || (u->kind != TYPE_ARRAY && u->kind != TYPE_SLICE && u->kind != TYPE_POINTER)) {
            continue; // maps, channels, strings, integers: nothing that is in a frame
        }
        if (i == 1) {
            int derefs = u->kind == TYPE_ARRAY ? 0 : 1;
            escape_flow(e, target, operand, derefs);
        }
    }
    stmt(e, s->body);
    e->loop_depth--;
}

static void case_clauses(Escape *e, NodeList cases, Node *guard)
{
    for (int i = 0; i < cases.n; i++) {
        CaseClause *c = AS(CaseClause, CASE_CLAUSE, cases.at[i]);
        if (guard) {
            Object *o = info_implicit(e->c->info, cases.at[i]);
            if (o && o->kind == OBJ_VAR)
                escape_expr(e, escape_declare(e, o), 0, guard);
        } else {
            for (int j = 0; j < c->exprs.n; j++)
                escape_expr(e, &e->nowhere, 0, c->exprs.at[j]);
        }
        stmts(e, c->body);
    }
}

static void return_values(Escape *e, Node *n)
{
    ReturnStmt *s = AS(ReturnStmt, RETURN_STMT, n);
    if (s->results.n == 0)
        return;
    EscapeFunc *f = e->func;
    while (f->range) // the body of a loop over a function returns from the function around it
        f = f->outer;
    for (int i = 0; f != e->func && i < f->n_results; i++)
        escape_use(e, f->results[i]->var);
    if (s->results.n == f->n_results) {
        for (int i = 0; i < s->results.n; i++)
            escape_expr(e, f->results[i], 0, s->results.at[i]);
    } else {
        escape_call(e, f->results, f->n_results, s->results.at[0], CALL_PLAIN);
    }
}

static void comm_clauses(Escape *e, NodeList cases)
{
    for (int i = 0; i < cases.n; i++) {
        CommClause *c = AS(CommClause, COMM_CLAUSE, cases.at[i]);
        if (c->comm)
            stmt(e, c->comm);
        stmts(e, c->body);
    }
}

// Each iteration's variable takes over what that of the one before held.
static void note_carried(Escape *e, Node *init)
{
    if (!node_is(init, NODE_ASSIGN_STMT) || AS(AssignStmt, ASSIGN_STMT, init)->op != TOK_DEFINE)
        return;
    NodeList lhs = AS(AssignStmt, ASSIGN_STMT, init)->lhs;
    for (int i = 0; i < lhs.n; i++) {
        Object *o = info_object(e->c->info, lhs.at[i]);
        if (o && o->kind == OBJ_VAR && !is_blank(lhs.at[i]))
            escape_declare(e, o)->holder_depth = e->loop_depth - 1;
    }
}

static void for_loop(Escape *e, ForStmt *s)
{
    // Each iteration has its own copy of the variables that init declares, so they belong to the loop's depth.
    e->loop_depth++;
    if (s->init) {
        stmt(e, s->init);
        note_carried(e, s->init);
    }
    if (s->cond)
        escape_expr(e, &e->nowhere, 0, s->cond);
    if (s->post)
        stmt(e, s->post);
    stmt(e, s->body);
    e->loop_depth--;
}

static void stmt(Escape *e, Node *n)
{
    if (!n)
        return;
    if (stack_is_low()) {
        e->too_deep = true;
        return;
    }
    switch ((NodeKind)n->kind) {
    case NODE_BLOCK_STMT:
        stmts(e, AS(BlockStmt, BLOCK_STMT, n)->stmts);
        break;
    case NODE_LABELED_STMT:
        if (hashmap_get(&e->loop_labels, n))
            e->loop_depth++; // until the end of the list it stands in: see stmts
        stmt(e, AS(LabeledStmt, LABELED_STMT, n)->stmt);
        break;
    case NODE_EXPR_STMT:
        escape_expr(e, &e->nowhere, 0, AS(ExprStmt, EXPR_STMT, n)->x);
        break;
    case NODE_SEND_STMT:
        escape_expr(e, &e->nowhere, 0, AS(SendStmt, SEND_STMT, n)->chan);
        escape_expr(e, &e->heap, 0, AS(SendStmt, SEND_STMT, n)->value);
        break;
    case NODE_DECL_STMT: {
        NodeList decls = AS(DeclStmt, DECL_STMT, n)->decls;
        for (int i = 0; i < decls.n; i++)
            if (node_is(decls.at[i], NODE_VAR_DECL))
                declare_vars(e, decls.at[i]);
        break;
    }
    case NODE_ASSIGN_STMT:
        assign(e, n);
        break;
    case NODE_CALL_STMT: {
        CallStmt *s = AS(CallStmt, CALL_STMT, n);
        bool in_loop = e->loop_depth > 1 || e->func->range;
        CallMode mode = s->op == TOK_GO || in_loop ? CALL_GO : CALL_DEFER;
        escape_call(e, NULL, 0, s->call, mode);
        break;
    }
    case NODE_RETURN_STMT:
        return_values(e, n);
        break;
    case NODE_IF_STMT: {
        IfStmt *s = AS(IfStmt, IF_STMT, n);
        stmt(e, s->init);
        escape_expr(e, &e->nowhere, 0, s->cond);
        stmt(e, s->then);
        stmt(e, s->else_);
        break;
    }
    case NODE_FOR_STMT:
        for_loop(e, AS(ForStmt, FOR_STMT, n));
        break;
    case NODE_RANGE_STMT:
        range(e, n);
        break;
    case NODE_SWITCH_STMT: {
        SwitchStmt *s = AS(SwitchStmt, SWITCH_STMT, n);
        stmt(e, s->init);
        if (node_is(s->tag, NODE_TYPE_SWITCH_GUARD)) {
            Node *x = AS(TypeSwitchGuard, TYPE_SWITCH_GUARD, s->tag)->x;
            escape_expr(e, &e->nowhere, 0, x);
            case_clauses(e, s->cases, x);
        } else {
            if (s->tag)
                escape_expr(e, &e->nowhere, 0, s->tag);
            case_clauses(e, s->cases, NULL);
        }
        break;
    }
    case NODE_SELECT_STMT:
        comm_clauses(e, AS(SelectStmt, SELECT_STMT, n)->cases);
        break;
    default:
        break;
    }
}

static void stmts(Escape *e, NodeList list)
{
    int depth = e->loop_depth;
    for (int i = 0; i < list.n; i++)
        stmt(e, list.at[i]);
    e->loop_depth = depth;
}

// ---------------------------------------------------------------- labels that goto jumps back to

typedef struct LabelSearch {
    Escape *e;
    HashMap seen; // Name -> LABELED_STMT met before
} LabelSearch;

static bool search_labels(Node *n, void *data)
{
    LabelSearch *s = data;
    if (node_is(n, NODE_LABELED_STMT)) {
        Node *label = AS(LabeledStmt, LABELED_STMT, n)->label;
        if (node_is(label, NODE_IDENT) && AS(Ident, IDENT, label)->name)
            hashmap_set(&s->seen, &s->e->arena, AS(Ident, IDENT, label)->name, n);
    } else if (node_is(n, NODE_BRANCH_STMT)) {
        BranchStmt *b = AS(BranchStmt, BRANCH_STMT, n);
        if (b->op == TOK_GOTO && node_is(b->label, NODE_IDENT)) {
            void *target = hashmap_get(&s->seen, AS(Ident, IDENT, b->label)->name);
            if (target)
                hashmap_set(&s->e->loop_labels, &s->e->arena, target, target);
        }
    }
    return true;
}

void escape_block(Escape *e, Node *block)
{
    if (!block)
        return;
    LabelSearch s = {.e = e};
    if (e->func == e->outermost) // literals' labels are found along with it
        node_walk(block, search_labels, &s);
    stmt(e, block);
}

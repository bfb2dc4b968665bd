// stmt.c: statements and function bodies. Branches and labels: labels.c; switches: switch.c; range: range.c; missing return: return.c.
// Invariants: a statement leaves the scope as it found it, and leaves no delayed work of its own.
// Sources: Go specification, "Statements".
#include "types/checker.h"

Scope *open_scope(Checker *c, Node *n)
{
    (void)n;
    Scope *s = scope_new(c->arena, c->env.scope);
    vec_push(&c->env.scope->children, c->arena, s);
    c->env.scope = s;
    return s;
}

void close_scope(Checker *c)
{
    c->env.scope = c->env.scope->parent;
}

void check_func_body(Checker *c, DeclInfo *decl, const char *name, Type *sig, Node *body, Const *iota)
{
    (void)name;
    Environment saved = c->env;
    c->env = (Environment){.pkg = saved.pkg,
                           .decl = decl,
                           .scope = sig->sig.scope,
                           .version = saved.version,
                           .iota = iota,
                           .sig = sig,
                           .panics = ARENA_NEW(c->arena, HashMap)};
    BlockStmt *b = AS(BlockStmt, BLOCK_STMT, body);
    if (!saved.pkg || !saved.pkg->branches_checked)
        check_labels(c, body);
    check_stmt_list(c, b->stmts);
    if (sig->sig.results->tuple.n > 0 && !is_terminating(c, body, NULL))
        check_error(c, b->rbrace, "missing return");
    if (!c->cfg.allow_unused)
        check_usage(c, sig->sig.scope);
    c->env = saved;
}

void check_stmt_list(Checker *c, NodeList list)
{
    for (int i = 0; i < list.n; i++)
        check_stmt(c, list.at[i]);
}

static void expr_stmt(Checker *c, ExprStmt *s)
{
    Operand x = {0};
    ExprKind kind = check_raw_expr_kind(c, NULL, &x, s->x, NULL, false);
    const char *what = "is not used";
    if (x.mode == MODE_BUILTIN)
        what = "must be called";
    else if (x.mode == MODE_TYPE)
        what = "is not an expression";
    else if (kind == EXPR_STATEMENT || x.mode == MODE_INVALID)
        return;
    check_error(c, operand_pos(&x), "%s %s", operand_text(c, &x), what);
}

static void send_stmt(Checker *c, SendStmt *s)
{
    Operand ch = {0}, value = {0};
    check_expr(c, NULL, &ch, s->chan);
    check_expr(c, NULL, &value, s->value);
    if (ch.mode == MODE_INVALID || value.mode == MODE_INVALID)
        return;
    Type *elem = check_chan_elem(c, error_pos(&s->node), &ch, false);
    if (elem)
        check_assignment(c, &value, elem, "send");
}

static void inc_dec(Checker *c, AssignStmt *s)
{
    Node *lhs = s->lhs.at[0];
    Operand x = {0};
    check_expr(c, NULL, &x, lhs);
    if (x.mode == MODE_INVALID)
        return;
    if (!type_is_numeric(x.type)) {
        check_error(c, error_pos(lhs), "invalid operation: %s%s (non-numeric type %s)", expr_text(c, lhs), s->op == TOK_INC ? "++" : "--",
                    type_text(c, x.type));
        return;
    }
    check_assign_var(c, lhs, NULL, &x, "assignment");
}

static void assign_stmt(Checker *c, AssignStmt *s)
{
    if (s->rhs.n == 0) {
        if (s->lhs.n)
            inc_dec(c, s);
        return;
    }
    switch ((int)s->op) {
    case TOK_ASSIGN:
        check_assign_vars(c, s->lhs, s->rhs);
        return;
    case TOK_DEFINE:
        check_short_var_decl(c, s->node.pos, s->lhs, s->rhs);
        return;
    default:
        break;
    }
    if (s->lhs.n != 1 || s->rhs.n != 1) {
        check_error(c, error_pos(&s->node), "assignment operation %s requires single-valued expressions", token_spelling(s->op));
        return;
    }
    Operand x = {0};
    check_binary(c, &x, NULL, s->lhs.at[0], s->rhs.at[0], s->op);
    check_assign_var(c, s->lhs.at[0], NULL, &x, "assignment");
}

static void call_stmt(Checker *c, CallStmt *s)
{
    const char *keyword = s->op == TOK_DEFER ? "defer" : "go";
    if (!node_is(s->call, NODE_CALL_EXPR)) {
        if (!node_is(s->call, NODE_BAD_EXPR))
            check_error(c, error_pos(s->call), "expression in %s must be function call", keyword);
        check_use(c, (NodeList){&s->call, 1});
        return;
    }
    Operand x = {0};
    const char *what;
    switch (check_raw_expr_kind(c, NULL, &x, s->call, NULL, false)) {
    case EXPR_CONVERSION:
        what = "requires function call, not conversion";
        break;
    case EXPR_EXPRESSION:
        what = "discards result of";
        break;
    default:
        return;
    }
    check_error(c, operand_pos(&x), "%s %s %s", keyword, what, operand_text(c, &x));
}

static void return_stmt(Checker *c, ReturnStmt *s)
{
    TupleInfo *results = &c->env.sig->sig.results->tuple;
    if (s->results.n > 0 || results->n == 0 || results->vars[0]->name->len == 0) {
        if (results->n > 0 || s->results.n > 0)
            check_init_vars(c, results->vars, results->n, s->results, &s->node);
        return;
    }
    // A bare return gives the named results, which must be what their names mean here.
    for (int i = 0; i < results->n; i++) {
        Object *o = results->vars[i];
        Object *other = check_lookup(c, o->name, NULL);
        if (other && other != o)
            check_error(c, error_pos(&s->node), "result parameter %s not in scope at return\n\t%s: inner declaration of %s", o->name->text,
                        pos_text(c, other->pos), object_text(c, o));
    }
}

static void check_condition(Checker *c, Node *cond, const char *where)
{
    Operand x = {0};
    if (!cond)
        return;
    check_expr(c, NULL, &x, cond);
    if (x.mode != MODE_INVALID && !type_is_boolean(x.type))
        check_error(c, error_pos(cond), "non-boolean condition in %s statement", where);
}

static void optional_stmt(Checker *c, Node *s)
{
    if (s)
        check_stmt(c, s);
}

static void block_stmt(Checker *c, Node *n)
{
    open_scope(c, n);
    check_stmt_list(c, AS(BlockStmt, BLOCK_STMT, n)->stmts);
    close_scope(c);
}

static void if_stmt(Checker *c, IfStmt *s)
{
    open_scope(c, &s->node);
    optional_stmt(c, s->init);
    check_condition(c, s->cond, "if");
    optional_stmt(c, s->then);
    optional_stmt(c, s->else_);
    close_scope(c);
}

static void for_stmt(Checker *c, ForStmt *s)
{
    open_scope(c, &s->node);
    optional_stmt(c, s->init);
    check_condition(c, s->cond, "for");
    optional_stmt(c, s->post);
    optional_stmt(c, s->body);
    close_scope(c);
}

static bool is_receive(Node *e)
{
    e = e ? node_unparen(e) : NULL;
    return node_is(e, NODE_UNARY_EXPR) && AS(UnaryExpr, UNARY_EXPR, e)->op == TOK_ARROW;
}

static bool is_comm(Node *n)
{
    if (!n || n->kind == NODE_SEND_STMT)
        return true;
    if (n->kind == NODE_EXPR_STMT)
        return is_receive(AS(ExprStmt, EXPR_STMT, n)->x);
    if (n->kind == NODE_ASSIGN_STMT)
        return AS(AssignStmt, ASSIGN_STMT, n)->rhs.n == 1 && is_receive(AS(AssignStmt, ASSIGN_STMT, n)->rhs.at[0]);
    return false;
}

static void select_stmt(Checker *c, SelectStmt *s)
{
    Node *first = NULL;
    for (int i = 0; i < s->cases.n; i++) {
        CommClause *k = AS(CommClause, COMM_CLAUSE, s->cases.at[i]);
        if (k->comm)
            continue;
        if (first)
            check_error(c, k->node.pos, "multiple defaults (first at %s)", pos_text(c, first->pos));
        else
            first = &k->node;
    }
    for (int i = 0; i < s->cases.n; i++) {
        CommClause *k = AS(CommClause, COMM_CLAUSE, s->cases.at[i]);
        if (!is_comm(k->comm)) {
            check_error(c, error_pos(k->comm), "select case must be send or receive (possibly with assignment)");
            continue;
        }
        open_scope(c, &k->node);
        optional_stmt(c, k->comm);
        check_stmt_list(c, k->body);
        close_scope(c);
    }
}

static void stmt_by_kind(Checker *c, Node *n)
{
    switch (n->kind) {
    case NODE_DECL_STMT:
        check_decl_stmt(c, AS(DeclStmt, DECL_STMT, n)->decls);
        break;
    case NODE_LABELED_STMT:
        optional_stmt(c, AS(LabeledStmt, LABELED_STMT, n)->stmt);
        break;
    case NODE_EXPR_STMT:
        expr_stmt(c, AS(ExprStmt, EXPR_STMT, n));
        break;
    case NODE_SEND_STMT:
        send_stmt(c, AS(SendStmt, SEND_STMT, n));
        break;
    case NODE_ASSIGN_STMT:
        assign_stmt(c, AS(AssignStmt, ASSIGN_STMT, n));
        break;
    case NODE_CALL_STMT:
        call_stmt(c, AS(CallStmt, CALL_STMT, n));
        break;
    case NODE_RETURN_STMT:
        return_stmt(c, AS(ReturnStmt, RETURN_STMT, n));
        break;
    case NODE_BLOCK_STMT:
        block_stmt(c, n);
        break;
    case NODE_IF_STMT:
        if_stmt(c, AS(IfStmt, IF_STMT, n));
        break;
    case NODE_FOR_STMT:
        for_stmt(c, AS(ForStmt, FOR_STMT, n));
        break;
    case NODE_RANGE_STMT:
        check_range(c, n);
        break;
    case NODE_SWITCH_STMT: {
        SwitchStmt *s = AS(SwitchStmt, SWITCH_STMT, n);
        open_scope(c, n);
        optional_stmt(c, s->init);
        if (node_is(s->tag, NODE_TYPE_SWITCH_GUARD))
            check_type_switch(c, n);
        else
            check_switch(c, n);
        close_scope(c);
        break;
    }
    case NODE_SELECT_STMT:
        select_stmt(c, AS(SelectStmt, SELECT_STMT, n));
        break;
    default: // empty statements; branches are checked with the labels
        break;
    }
}

void check_stmt(Checker *c, Node *n)
{
    if (!n || !check_room(c, n->pos))
        return;
    int from = c->delayed.n;
    stmt_by_kind(c, n);
    // Function literals are checked before the scope changes.
    check_process_delayed(c, from);
}

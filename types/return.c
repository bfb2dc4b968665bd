// return.c: whether a statement ends the function it stands in, so that no return is missing behind it.
// Sources: Go specification, "Terminating statements".
#include "types/checker.h"

static bool has_break(Checker *c, Node *n, Name label, bool implicit);

static bool list_has_break(Checker *c, NodeList list, Name label, bool implicit)
{
    for (int i = 0; i < list.n; i++)
        if (has_break(c, list.at[i], label, implicit))
            return true;
    return false;
}

static NodeList clause_body(Node *clause)
{
    return clause->kind == NODE_CASE_CLAUSE ? AS(CaseClause, CASE_CLAUSE, clause)->body : AS(CommClause, COMM_CLAUSE, clause)->body;
}

static bool clauses_have_break(Checker *c, NodeList cases, Name label)
{
    for (int i = 0; label && i < cases.n; i++)
        if (list_has_break(c, clause_body(cases.at[i]), label, false))
            return true;
    return false;
}

// Whether n holds a break to the statement of that label, or, if implicit, one without a label that leaves the nearest statement.
static bool find_break(Checker *c, Node *n, Name label, bool implicit)
{
    switch (n->kind) {
    case NODE_LABELED_STMT:
        return has_break(c, AS(LabeledStmt, LABELED_STMT, n)->stmt, label, implicit);
    case NODE_BRANCH_STMT: {
        BranchStmt *b = AS(BranchStmt, BRANCH_STMT, n);
        if (b->op != TOK_BREAK)
            return false;
        return b->label ? AS(Ident, IDENT, b->label)->name == label : implicit;
    }
    case NODE_BLOCK_STMT:
        return list_has_break(c, AS(BlockStmt, BLOCK_STMT, n)->stmts, label, implicit);
    case NODE_IF_STMT: {
        IfStmt *s = AS(IfStmt, IF_STMT, n);
        return has_break(c, s->then, label, implicit) || has_break(c, s->else_, label, implicit);
    }
    case NODE_SWITCH_STMT:
        return clauses_have_break(c, AS(SwitchStmt, SWITCH_STMT, n)->cases, label);
    case NODE_SELECT_STMT:
        return clauses_have_break(c, AS(SelectStmt, SELECT_STMT, n)->cases, label);
    case NODE_FOR_STMT:
        return label && has_break(c, AS(ForStmt, FOR_STMT, n)->body, label, false);
    case NODE_RANGE_STMT:
        return label && has_break(c, AS(RangeStmt, RANGE_STMT, n)->body, label, false);
    default:
        return false;
    }
}

static bool has_break(Checker *c, Node *n, Name label, bool implicit)
{
    if (!n || !check_room(c, n->pos))
        return false;
    bool found = find_break(c, n, label, implicit);
    return found;
}

static bool list_terminates(Checker *c, NodeList list)
{
    for (int i = list.n - 1; i >= 0; i--)
        if (!node_is(list.at[i], NODE_EMPTY_STMT))
            return is_terminating(c, list.at[i], NULL);
    return false;
}

static bool clauses_terminate(Checker *c, NodeList cases, Name label)
{
    for (int i = 0; i < cases.n; i++) {
        NodeList body = clause_body(cases.at[i]);
        if (!list_terminates(c, body) || list_has_break(c, body, label, true))
            return false;
    }
    return true;
}

static bool switch_terminates(Checker *c, NodeList cases, Name label)
{
    bool has_default = false;
    for (int i = 0; i < cases.n; i++)
        has_default |= AS(CaseClause, CASE_CLAUSE, cases.at[i])->is_default;
    return has_default && clauses_terminate(c, cases, label);
}

static bool terminates(Checker *c, Node *n, Name label)
{
    switch (n->kind) {
    case NODE_LABELED_STMT: {
        LabeledStmt *s = AS(LabeledStmt, LABELED_STMT, n);
        return is_terminating(c, s->stmt, AS(Ident, IDENT, s->label)->name);
    }
    case NODE_EXPR_STMT: {
        Node *call = node_unparen(AS(ExprStmt, EXPR_STMT, n)->x);
        return node_is(call, NODE_CALL_EXPR) && c->env.panics && hashmap_get(c->env.panics, call);
    }
    case NODE_RETURN_STMT:
        return true;
    case NODE_BRANCH_STMT: {
        TokenKind op = AS(BranchStmt, BRANCH_STMT, n)->op;
        return op == TOK_GOTO || op == TOK_FALLTHROUGH;
    }
    case NODE_BLOCK_STMT:
        return list_terminates(c, AS(BlockStmt, BLOCK_STMT, n)->stmts);
    case NODE_IF_STMT: {
        IfStmt *s = AS(IfStmt, IF_STMT, n);
        return s->else_ && is_terminating(c, s->then, NULL) && is_terminating(c, s->else_, NULL);
    }
    case NODE_SWITCH_STMT:
        return switch_terminates(c, AS(SwitchStmt, SWITCH_STMT, n)->cases, label);
    case NODE_SELECT_STMT:
        return clauses_terminate(c, AS(SelectStmt, SELECT_STMT, n)->cases, label);
    case NODE_FOR_STMT: {
        ForStmt *s = AS(ForStmt, FOR_STMT, n);
        return !s->cond && !has_break(c, s->body, label, true);
    }
    default:
        return false;
    }
}

bool is_terminating(Checker *c, Node *n, Name label)
{
    if (!n || !check_room(c, n->pos))
        return false;
    bool result = terminates(c, n, label);
    return result;
}

// build_stmt.c: makers of statements.
#include "base/check.h"
#include "parser/build.h"

Node *build_empty(Parser *p, Pos pos)
{
    return &NEW_NODE(p, EmptyStmt, EMPTY_STMT, pos)->node;
}

Node *build_block(Parser *p, const TokenValue *open, ListValue stmts, Node *last,
                  const TokenValue *close)
{
    if (last)
        list_push(p, last);
    BlockStmt *n = NEW_NODE(p, BlockStmt, BLOCK_STMT, open->pos);
    n->stmts = list_take(p, stmts);
    n->rbrace = close->pos;
    build_deepen_by(p, &n->node, n->stmts);
    return &n->node;
}

Node *build_decl_stmt(Parser *p, ListValue decls)
{
    DeclStmt *n = NEW_NODE(p, DeclStmt, DECL_STMT, decls.pos);
    n->decls = list_take(p, decls);
    build_deepen_by(p, &n->node, n->decls);
    return &n->node;
}

Node *build_call_stmt(Parser *p, const TokenValue *keyword, Node *call)
{
    CallStmt *n = NEW_NODE(p, CallStmt, CALL_STMT, keyword->pos);
    n->op = (TokenKind)keyword->kind;
    if (call->kind == NODE_PAREN_EXPR) {
        parser_error(p, call->pos, "expression in %s must not be parenthesized",
                     token_spelling(n->op));
        call = node_unparen(call);
    }
    n->call = call;
    build_deepen(p, &n->node, call);
    return &n->node;
}

Node *build_return(Parser *p, const TokenValue *keyword, ListValue results)
{
    ReturnStmt *n = NEW_NODE(p, ReturnStmt, RETURN_STMT, keyword->pos);
    n->results = list_take(p, results);
    build_deepen_by(p, &n->node, n->results);
    return &n->node;
}

Node *build_branch(Parser *p, const TokenValue *keyword, const TokenValue *label)
{
    BranchStmt *n = NEW_NODE(p, BranchStmt, BRANCH_STMT, keyword->pos);
    n->op = (TokenKind)keyword->kind;
    if (label)
        n->label = build_ident(p, label);
    return &n->node;
}

Node *build_labeled(Parser *p, const TokenValue *label, const TokenValue *colon, Node *stmt)
{
    LabeledStmt *n = NEW_NODE(p, LabeledStmt, LABELED_STMT, colon->pos);
    n->label = build_ident(p, label);
    n->stmt = stmt;
    build_deepen(p, &n->node, stmt);
    return &n->node;
}

Node *build_expr_stmt(Parser *p, Node *x)
{
    ExprStmt *n = NEW_NODE(p, ExprStmt, EXPR_STMT, x->pos);
    n->x = x;
    build_deepen(p, &n->node, x);
    return &n->node;
}

static NodeList list_of(Parser *p, Node *x)
{
    NodeList list = {ARENA_ARRAY(p->arena, Node *, 1), 1};
    list.at[0] = x;
    return list;
}

Node *build_inc_dec(Parser *p, Node *x, const TokenValue *op)
{
    AssignStmt *n = NEW_NODE(p, AssignStmt, ASSIGN_STMT, op->pos);
    n->op = (TokenKind)op->kind;
    n->lhs = list_of(p, x);
    build_deepen(p, &n->node, x);
    return &n->node;
}

Node *build_send(Parser *p, Node *chan, const TokenValue *op, Node *value)
{
    SendStmt *n = NEW_NODE(p, SendStmt, SEND_STMT, op->pos);
    n->chan = chan;
    n->value = value;
    build_deepen(p, &n->node, chan);
    build_deepen(p, &n->node, value);
    return &n->node;
}

Node *build_op_assign(Parser *p, Node *lhs, const TokenValue *op, Node *rhs)
{
    AssignStmt *n = NEW_NODE(p, AssignStmt, ASSIGN_STMT, op->pos);
    n->op = token_assign_operator((TokenKind)op->kind);
    n->lhs = list_of(p, lhs);
    n->rhs = list_of(p, rhs);
    build_deepen(p, &n->node, lhs);
    build_deepen(p, &n->node, rhs);
    return &n->node;
}

Node *build_assign(Parser *p, ListValue lhs, const TokenValue *op, ListValue rhs)
{
    if (op->inserted) { // `a, b` without assignment was complained about: the first is what remains
        Node *first = p->list[lhs.start];
        p->list_n = lhs.start;
        return build_expr_stmt(p, first);
    }
    AssignStmt *n = NEW_NODE(p, AssignStmt, ASSIGN_STMT, op->pos);
    n->op = (TokenKind)op->kind;
    n->rhs = list_take(p, rhs);
    n->lhs = list_take(p, lhs);
    build_deepen_by(p, &n->node, n->lhs);
    build_deepen_by(p, &n->node, n->rhs);
    return &n->node;
}

// -- headers

// One side of a mistaken `=`, in parentheses if it is a binary expression, so that the = is seen.
static void print_side(Buf *out, const NodeList *side)
{
    bool parens = side->n == 1 && side->at[0]->kind == NODE_BINARY_EXPR;
    if (parens)
        buf_add_char(out, '(');
    for (int i = 0; i < side->n; i++) {
        if (i > 0)
            buf_add_text(out, ", ");
        node_print_expr(out, side->at[i]);
    }
    if (parens)
        buf_add_char(out, ')');
}

// The expression of a condition. Other statements are no conditions.
static Node *condition(Parser *p, Node *stmt)
{
    if (!stmt)
        return NULL;
    if (stmt->kind == NODE_EXPR_STMT)
        return AS(ExprStmt, EXPR_STMT, stmt)->x;
    Buf text = {0};
    if (stmt->kind == NODE_ASSIGN_STMT && AS(AssignStmt, ASSIGN_STMT, stmt)->op == TOK_ASSIGN) {
        AssignStmt *a = AS(AssignStmt, ASSIGN_STMT, stmt);
        buf_add_text(&text, "assignment ");
        print_side(&text, &a->lhs);
        buf_add_text(&text, " = ");
        print_side(&text, &a->rhs);
    } else {
        node_print_expr(&text, stmt);
    }
    parser_error(p, stmt->pos, "syntax error: cannot use %.*s as value", STR_ARG(buf_str(&text)));
    buf_done(&text);
    return build_bad(p, stmt->pos);
}

// `x := y.(type)` in a switch's header is a guard with a name, not a declaration.
static Node *name_guard(Parser *p, Node *stmt)
{
    if (!node_is(stmt, NODE_ASSIGN_STMT))
        return stmt;
    AssignStmt *a = AS(AssignStmt, ASSIGN_STMT, stmt);
    bool named = a->op == TOK_DEFINE && a->lhs.n == 1 && a->rhs.n == 1 &&
                 a->lhs.at[0]->kind == NODE_IDENT && a->rhs.at[0]->kind == NODE_TYPE_SWITCH_GUARD;
    if (!named)
        return stmt;
    AS(TypeSwitchGuard, TYPE_SWITCH_GUARD, a->rhs.at[0])->lhs = a->lhs.at[0];
    return build_expr_stmt(p, a->rhs.at[0]);
}

// The condition of an if statement that has none. A semicolon that repairs put there was complained
// about already.
static Node *missing_condition(Parser *p, const TokenValue *semi)
{
    Pos pos = semi ? semi->pos : p->token.pos;
    if (!semi || semi->kind == TOK_SEMI) {
        if (!semi || !semi->inserted)
            parser_error(p, pos, "syntax error: missing condition in if statement");
    } else {
        parser_error(p, pos, "syntax error: unexpected %s, expected { after if clause",
                     semi->kind == TOK_EOF_SEMI ? "EOF" : "newline");
    }
    return build_bad(p, pos);
}

Header *build_header(Parser *p, int keyword, Node *init, const TokenValue *semi, Node *cond)
{
    Header *h = ARENA_NEW(p->arena, Header);
    bool is_switch = keyword == TOK_SWITCH;
    h->init = is_switch ? name_guard(p, init) : init;
    h->cond = condition(p, is_switch ? name_guard(p, cond) : cond);
    if (keyword == TOK_IF && !cond)
        h->cond = missing_condition(p, semi);
    return h;
}

Header *build_for_header(Parser *p, Node *init, Node *cond, Node *post)
{
    Header *h = ARENA_NEW(p->arena, Header);
    if (node_is(post, NODE_ASSIGN_STMT) && AS(AssignStmt, ASSIGN_STMT, post)->op == TOK_DEFINE)
        parser_error(p, post->pos, "syntax error: cannot declare in post statement of for loop");
    h->init = init;
    h->cond = condition(p, cond);
    h->post = post;
    return h;
}

Header *build_range(Parser *p, const ListValue *lhs, const TokenValue *op,
                    const TokenValue *keyword, Node *x)
{
    Header *h = ARENA_NEW(p->arena, Header);
    h->cond = x;
    h->is_range = true;
    h->range_pos = keyword->pos;
    if (lhs) {
        h->lhs = list_take(p, *lhs);
        h->define = op->kind == TOK_DEFINE;
    }
    return h;
}

Node *build_if(Parser *p, const TokenValue *keyword, Header *h, Node *then, Node *else_)
{
    IfStmt *n = NEW_NODE(p, IfStmt, IF_STMT, keyword->pos);
    n->init = h->init;
    n->cond = h->cond;
    n->then = then;
    n->else_ = else_;
    build_deepen(p, &n->node, n->init);
    build_deepen(p, &n->node, n->cond);
    build_deepen(p, &n->node, then);
    build_deepen(p, &n->node, else_);
    return &n->node;
}

Node *build_for(Parser *p, const TokenValue *keyword, Header *h, Node *body)
{
    if (h->is_range) {
        RangeStmt *r = NEW_NODE(p, RangeStmt, RANGE_STMT, keyword->pos);
        r->lhs = h->lhs;
        r->define = h->define;
        r->range_pos = h->range_pos;
        r->x = h->cond;
        r->body = body;
        build_deepen_by(p, &r->node, r->lhs);
        build_deepen(p, &r->node, r->x);
        build_deepen(p, &r->node, body);
        return &r->node;
    }
    ForStmt *n = NEW_NODE(p, ForStmt, FOR_STMT, keyword->pos);
    n->init = h->init;
    n->cond = h->cond;
    n->post = h->post;
    n->body = body;
    build_deepen(p, &n->node, n->init);
    build_deepen(p, &n->node, n->cond);
    build_deepen(p, &n->node, n->post);
    build_deepen(p, &n->node, body);
    return &n->node;
}

Node *build_switch(Parser *p, const TokenValue *keyword, Header *h, ListValue clauses,
                   const TokenValue *close)
{
    SwitchStmt *n = NEW_NODE(p, SwitchStmt, SWITCH_STMT, keyword->pos);
    n->init = h->init;
    n->tag = h->cond;
    n->cases = list_take(p, clauses);
    n->rbrace = close->pos;
    build_deepen(p, &n->node, n->init);
    build_deepen(p, &n->node, n->tag);
    build_deepen_by(p, &n->node, n->cases);
    return &n->node;
}

Node *build_select(Parser *p, const TokenValue *keyword, ListValue clauses, const TokenValue *close)
{
    SelectStmt *n = NEW_NODE(p, SelectStmt, SELECT_STMT, keyword->pos);
    n->cases = list_take(p, clauses);
    n->rbrace = close->pos;
    build_deepen_by(p, &n->node, n->cases);
    return &n->node;
}

Node *build_case_head(Parser *p, const TokenValue *keyword, ListValue exprs,
                      const TokenValue *colon)
{
    CaseClause *n = NEW_NODE(p, CaseClause, CASE_CLAUSE, keyword->pos);
    n->exprs = list_take(p, exprs);
    n->is_default = keyword->kind == TOK_DEFAULT;
    n->colon = colon->pos;
    build_deepen_by(p, &n->node, n->exprs);
    return &n->node;
}

Node *build_comm_head(Parser *p, const TokenValue *keyword, Node *comm, const TokenValue *colon)
{
    CommClause *n = NEW_NODE(p, CommClause, COMM_CLAUSE, keyword->pos);
    n->comm = comm;
    n->colon = colon->pos;
    build_deepen(p, &n->node, comm);
    return &n->node;
}

ListValue build_clause(Parser *p, ListValue clauses, Node *clause, ListValue stmts, Node *last)
{
    if (last)
        list_push(p, last);
    NodeList body = list_take(p, stmts);
    if (clause->kind == NODE_CASE_CLAUSE)
        AS(CaseClause, CASE_CLAUSE, clause)->body = body;
    else
        AS(CommClause, COMM_CLAUSE, clause)->body = body;
    build_deepen_by(p, clause, body);
    return list_add(p, clauses, clause);
}

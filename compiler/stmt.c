// stmt.c: statements in general: blocks, conditionals, loops with three clauses, branches, labels, return.
#include "base/stack.h"
#include "compiler/lower.h"
#include "compiler/rangefunc.h"

// ---------------------------------------------------------------- targets of break and continue

void target_open(FuncState *fs, Target *t, Name label, int break_label, int continue_label)
{
    *t = (Target){fs->targets, label, break_label, continue_label};
    fs->targets = t;
}

void target_close(FuncState *fs)
{
    fs->targets = fs->targets->outer;
}

static int goto_label(FuncState *fs, Name name)
{
    void **at = hashmap_at(&fs->goto_labels, &fs->arena, name);
    if (!*at)
        *at = (void *)(uintptr_t)(label_new(fs) + 1);
    return (int)(uintptr_t)*at - 1;
}

static Name label_name(Node *label)
{
    return label ? AS(Ident, IDENT, label)->name : NULL;
}

void branch_to(FuncState *fs, TokenKind op, Name label)
{
    const RangeFunc *body = fs->src->range;
    if (op == TOK_GOTO && (!body || range_has_label(body, label))) {
        emit_jump(fs, goto_label(fs, label));
        return;
    }
    for (Target *t = fs->targets; op != TOK_GOTO && t; t = t->outer) {
        if (label && t->label != label)
            continue;
        if (op == TOK_BREAK) {
            emit_jump(fs, t->break_label);
            return;
        }
        if (op == TOK_CONTINUE && t->continue_label >= 0) {
            emit_jump(fs, t->continue_label);
            return;
        }
    }
    if (body)
        range_leave(fs, op, label);
    else
        compile_fail(fs, fs->pos, "internal error: branch without target");
}

// fallthrough is seen to by switch.c.
static void branch_stmt(FuncState *fs, BranchStmt *s)
{
    emit_at(fs, s->node.pos);
    branch_to(fs, s->op, label_name(s->label));
}

static void labeled_stmt(FuncState *fs, LabeledStmt *s)
{
    Name name = label_name(s->label);
    if (!name_is(name, "_")) // nothing can name it, and there may be several
        label_bind(fs, goto_label(fs, name));
    switch (s->stmt ? s->stmt->kind : NODE_EMPTY_STMT) {
    case NODE_FOR_STMT:
        for_stmt(fs, AS(ForStmt, FOR_STMT, s->stmt), name);
        return;
    case NODE_RANGE_STMT:
        range_stmt(fs, AS(RangeStmt, RANGE_STMT, s->stmt), name);
        return;
    case NODE_SWITCH_STMT:
        switch_stmt(fs, AS(SwitchStmt, SWITCH_STMT, s->stmt), name);
        return;
    case NODE_SELECT_STMT:
        select_stmt(fs, AS(SelectStmt, SELECT_STMT, s->stmt), name);
        return;
    default:
        if (s->stmt)
            stmt(fs, s->stmt);
    }
}

// ---------------------------------------------------------------- blocks and conditions

void stmts(FuncState *fs, NodeList list)
{
    for (int i = 0; i < list.n && !fs->c->error && !fs->overflow; i++)
        stmt(fs, list.at[i]);
}

void block(FuncState *fs, NodeList list)
{
    int mark = slots_mark(fs);
    stmts(fs, list);
    slots_release(fs, mark);
}

static void if_stmt(FuncState *fs, IfStmt *s)
{
    int mark = slots_mark(fs);
    int end = label_new(fs);
    for (;;) { // a chain of else-ifs, without recursion
        if (s->init)
            stmt(fs, s->init);
        emit_at(fs, s->cond->pos);
        int no = s->else_ ? label_new(fs) : end;
        branch_if(fs, s->cond, false, no);
        block(fs, AS(BlockStmt, BLOCK_STMT, s->then)->stmts);
        if (!s->else_)
            break;
        if (emit_is_reachable(fs))
            emit_jump(fs, end);
        label_bind(fs, no);
        if (!node_is(s->else_, NODE_IF_STMT)) {
            stmt(fs, s->else_);
            break;
        }
        s = AS(IfStmt, IF_STMT, s->else_);
    }
    label_bind(fs, end);
    slots_release(fs, mark);
}

// ---------------------------------------------------------------- loops

void renew_cells(FuncState *fs, Object **vars, int n)
{
    for (int i = 0; i < n; i++) {
        if (!vars[i] || var_storage(vars[i]) != VAR_HEAP)
            continue;
        int mark = slots_mark(fs);
        Spot p = var_place(fs, vars[i]);
        int slots = type_slots(vars[i]->type);
        uint64_t t = word_of(rtype_of(fs->c, vars[i]->type));
        if (slots == 0) {
            emit_word(fs, OP_NEW, p.slot, 0, 0, t);
        } else if (type_size(vars[i]->type) <= BIG_VARIABLE_BYTES) {
            int v = slots_alloc(fs, slots);
            place_load(fs, &p, v);
            emit_word(fs, OP_NEWK, p.slot, v, 0, t);
        } else {
            int cell = slots_alloc(fs, 1);
            emit_word(fs, OP_NEW, cell, 0, 0, t);
            emit_word(fs, OP_COPY, cell, p.slot, 0, (uint64_t)type_size(vars[i]->type));
            move_slots(fs, p.slot, cell, 1);
        }
        slots_release(fs, mark);
    }
}

// The variables that the loop's first clause defines.
static Object **loop_vars(FuncState *fs, Node *init, int *n)
{
    *n = 0;
    if (!node_is(init, NODE_ASSIGN_STMT) || AS(AssignStmt, ASSIGN_STMT, init)->op != TOK_DEFINE)
        return NULL;
    AssignStmt *s = AS(AssignStmt, ASSIGN_STMT, init);
    Object **vars = ARENA_ARRAY(&fs->arena, Object *, s->lhs.n + 1);
    for (int i = 0; i < s->lhs.n; i++)
        if (!is_blank(s->lhs.at[i]))
            vars[(*n)++] = info_object(fs->c->info, s->lhs.at[i]);
    return vars;
}

static bool is_int64(Type *t)
{
    Rep r = rep_of(t);
    return r.kind == REP_INT && r.bytes == 8 && r.is_signed;
}

// `i++` on a plain variable of 64 bits: its slot, or -1.
static int counted_slot(FuncState *fs, Node *post)
{
    if (!node_is(post, NODE_ASSIGN_STMT))
        return -1;
    AssignStmt *s = AS(AssignStmt, ASSIGN_STMT, post);
    if (s->op != TOK_INC || !is_int64(type_of(fs, node_unparen(s->lhs.at[0]))))
        return -1;
    return var_plain_slot(fs, s->lhs.at[0]);
}

// The slot that holds the limit of `i < limit` for as long as the loop runs, read anew each time round; -1: none.
static int limit_slot(FuncState *fs, Node *e)
{
    e = node_unparen(e);
    int slot = var_plain_slot(fs, e);
    if (slot >= 0)
        return slot;
    if (!node_is(e, NODE_CALL_EXPR) || builtin_id(fs, AS(CallExpr, CALL_EXPR, e)->fun) != BUILTIN_LEN)
        return -1;
    Node *x = AS(CallExpr, CALL_EXPR, e)->args.at[0];
    Rep r = rep_of(type_of(fs, node_unparen(x)));
    slot = var_plain_slot(fs, x);
    return slot >= 0 && (r.kind == REP_SLICE || r.kind == REP_STRING) ? slot + 1 : -1;
}

// `for ...; i < limit; i++`: LOOP. False: the loop is another one.
static bool counted_loop_end(FuncState *fs, ForStmt *s, int top)
{
    Node *cond = node_unparen(s->cond);
    int i = counted_slot(fs, s->post);
    if (i < 0 || !node_is(cond, NODE_BINARY_EXPR))
        return false;
    BinaryExpr *c = AS(BinaryExpr, BINARY_EXPR, cond);
    if ((c->op != TOK_LSS && c->op != TOK_LEQ) || var_plain_slot(fs, c->x) != i)
        return false;
    const Const *v = const_of(fs, node_unparen(c->y));
    int64_t limit;
    if (v) {
        if (!const_int64_value(const_to_int(fs->c->consts, v), &limit) || limit == INT64_MAX)
            return false;
        limit += c->op == TOK_LEQ;
        emit_at(fs, s->post->pos);
        if (limit >= INT16_MIN && limit <= INT16_MAX)
            emit_branch(fs, OP_LOOPI, i, (int)limit, top);
        else
            emit_branch(fs, OP_LOOP, i, const_word_slot(fs, (uint64_t)limit), top);
        return true;
    }
    int slot = limit_slot(fs, c->y);
    if (slot < 0 || c->op != TOK_LSS)
        return false;
    emit_at(fs, s->post->pos);
    emit_branch(fs, OP_LOOP, i, slot, top);
    return true;
}

static bool is_simple_operand(FuncState *fs, Node *e)
{
    e = node_unparen(e);
    if (const_of(fs, e) || node_is(e, NODE_IDENT))
        return true;
    if (node_is(e, NODE_SELECTOR_EXPR))
        return is_simple_operand(fs, AS(SelectorExpr, SELECTOR_EXPR, e)->x);
    if (!node_is(e, NODE_CALL_EXPR))
        return false;
    CallExpr *c = AS(CallExpr, CALL_EXPR, e);
    int id = builtin_id(fs, c->fun);
    return (id == BUILTIN_LEN || id == BUILTIN_CAP) && is_simple_operand(fs, c->args.at[0]);
}

// Conditions that may stand twice, in front of the loop and at its end.
static bool is_simple_condition(FuncState *fs, Node *e)
{
    e = node_unparen(e);
    if (node_is(e, NODE_IDENT))
        return true;
    if (!node_is(e, NODE_BINARY_EXPR))
        return false;
    BinaryExpr *b = AS(BinaryExpr, BINARY_EXPR, e);
    return b->op != TOK_ANDAND && b->op != TOK_OROR && is_simple_operand(fs, b->x) && is_simple_operand(fs, b->y);
}

// for i := 0; i < 10: no need to ask at first.
static bool begins_true(FuncState *fs, ForStmt *s)
{
    Node *cond = node_unparen(s->cond);
    if (!node_is(s->init, NODE_ASSIGN_STMT) || !node_is(cond, NODE_BINARY_EXPR))
        return false;
    AssignStmt *init = AS(AssignStmt, ASSIGN_STMT, s->init);
    BinaryExpr *c = AS(BinaryExpr, BINARY_EXPR, cond);
    if (init->lhs.n != 1 || init->rhs.n != 1 || (init->op != TOK_DEFINE && init->op != TOK_ASSIGN))
        return false;
    int slot = var_plain_slot(fs, init->lhs.at[0]);
    const Const *first = const_of(fs, node_unparen(init->rhs.at[0]));
    const Const *limit = const_of(fs, node_unparen(c->y));
    if (slot < 0 || var_plain_slot(fs, c->x) != slot || !first || !limit || const_kind(first) != CONST_INT || const_kind(limit) != CONST_INT)
        return false;
    return token_is_comparison(c->op) && const_compare(fs->c->consts, first, c->op, limit);
}

void for_stmt(FuncState *fs, ForStmt *s, Name label)
{
    int mark = slots_mark(fs);
    if (s->init)
        stmt(fs, s->init);
    int n_vars;
    Object **vars = loop_vars(fs, s->init, &n_vars);
    int top = label_new(fs);
    int test = label_new(fs);
    int next = label_new(fs);
    int end = label_new(fs);
    ConstCache cache;
    cache_open(fs, &cache);
    bool twice = s->cond && is_simple_condition(fs, s->cond);
    if (twice && begins_true(fs, s)) {
        emit_at(fs, s->cond->pos);
    } else if (twice) {
        emit_at(fs, s->cond->pos);
        branch_if(fs, s->cond, false, end);
    } else if (s->cond) {
        emit_jump(fs, test);
    }
    label_bind(fs, top);
    Target t;
    target_open(fs, &t, label, end, next);
    block(fs, AS(BlockStmt, BLOCK_STMT, s->body)->stmts);
    target_close(fs);
    label_bind(fs, next);
    renew_cells(fs, vars, n_vars);
    if (twice && s->post && counted_loop_end(fs, s, top)) {
        label_bind(fs, test);
    } else {
        if (s->post)
            stmt(fs, s->post);
        label_bind(fs, test);
        if (s->cond) {
            emit_at(fs, s->cond->pos);
            branch_if(fs, s->cond, true, top);
        } else {
            emit_jump(fs, top);
        }
    }
    cache_close(fs);
    label_bind(fs, end);
    slots_release(fs, mark);
}

// ---------------------------------------------------------------- return

// Whether a result stands in its own slot, which another result's expression might read.
static bool results_are_variables(FuncState *fs)
{
    for (int i = 0; i < fs->layout.n_result_vars; i++)
        if (fs->results[i])
            return true;
    return false;
}

static void store_result(FuncState *fs, int i, int src, Type *src_type)
{
    Object *o = fs->results[i];
    Spot p = o ? var_place(fs, o) : place_slots(fs->layout.result_at[i], fs->layout.result_types[i]);
    assign_place(fs, &p, src, src_type);
}

static void return_call(FuncState *fs, Node *call)
{
    Layout lay;
    int w = call_window(fs, AS(CallExpr, CALL_EXPR, node_unparen(call)), &lay);
    for (int i = 0; i < lay.n_result_vars; i++)
        store_result(fs, i, w + lay.result_at[i], lay.result_types[i]);
}

// Straight into the result slots: nothing can see them before the return.
static void return_values(FuncState *fs, NodeList results)
{
    const Layout *lay = &fs->layout;
    uint8_t *done = ARENA_ARRAY(&fs->arena, uint8_t, results.n);
    int begin = order_begin(fs);
    for (int i = 0; results.n > 1 && i < results.n; i++) {
        done[i] = order_is_direct(fs, results.at[i]);
        if (!done[i]) {
            order_ahead(fs, results.at[i]);
            continue;
        }
        int mark = slots_mark(fs);
        expr_as(fs, results.at[i], lay->result_types[i], lay->result_at[i]);
        slots_release(fs, mark);
    }
    for (int i = 0; i < results.n; i++) {
        int mark = slots_mark(fs);
        if (!done[i])
            expr_as(fs, results.at[i], lay->result_types[i], lay->result_at[i]);
        slots_release(fs, mark);
    }
    order_end(fs, begin);
}

static void assign_result(FuncState *fs, Node *e)
{
    Spot p = var_place(fs, fs->results[0]);
    int src = expr_as(fs, e, p.type, p.kind == PLACE_SLOTS && !node_is(node_unparen(e), NODE_COMPOSITE_LIT) ? p.slot : ANYWHERE);
    place_store(fs, &p, src);
}

void return_stmt(FuncState *fs, ReturnStmt *s)
{
    emit_at(fs, s->node.pos);
    if (fs->src->kind == SOURCE_RANGE) {
        range_return(fs, s);
        return;
    }
    int mark = slots_mark(fs);
    int n = s->results.n;
    const Layout *lay = &fs->layout;
    if (n == 1 && lay->n_result_vars != 1) {
        return_call(fs, s->results.at[0]);
    } else if (n > 0 && !results_are_variables(fs) && !fs->has_defer) {
        return_values(fs, s->results);
    } else if (n == 1 && fs->results[0]) { // as an assignment to the variable
        assign_result(fs, s->results.at[0]);
    } else if (n > 0) {
        int *src = ARENA_ARRAY(&fs->arena, int, n);
        int begin = order_begin(fs);
        order_list(fs, s->results.at, n);
        for (int i = 0; i < n; i++) {
            int before = slots_mark(fs);
            if (const_of(fs, node_unparen(s->results.at[i])))
                continue; // loaded where it belongs
            src[i] = expr_as(fs, s->results.at[i], lay->result_types[i], ANYWHERE);
            int slots = type_slots(lay->result_types[i]);
            // a result variable named by another result must be read before it is overwritten
            if (n > 1 && src[i] < before && src[i] < lay->n_results && src[i] != lay->result_at[i]) {
                int copy = slots_alloc(fs, slots);
                move_slots(fs, copy, src[i], slots);
                src[i] = copy;
            }
        }
        order_end(fs, begin);
        for (int i = 0; i < n; i++) {
            if (const_of(fs, node_unparen(s->results.at[i]))) {
                Object *o = fs->results[i];
                Spot p = o ? var_place(fs, o) : place_slots(lay->result_at[i], lay->result_types[i]);
                store_expr(fs, &p, s->results.at[i]);
            } else {
                store_result(fs, i, src[i], lay->result_types[i]);
            }
        }
    }
    slots_release(fs, mark);
    compile_return(fs, s->node.pos);
}

// ---------------------------------------------------------------- all

static void send_stmt(FuncState *fs, SendStmt *s)
{
    int mark = slots_mark(fs);
    Type *elem = type_under(type_of(fs, node_unparen(s->chan)))->chan.elem;
    int begin = order_begin(fs);
    order_list(fs, (Node *[]){s->chan, s->value}, 2);
    int ch = expr(fs, s->chan, ANYWHERE);
    int v = expr_as(fs, s->value, elem, ANYWHERE);
    order_end(fs, begin);
    emit_at(fs, s->node.pos);
    emit(fs, OP_SEND, ch, v, 0);
    slots_release(fs, mark);
}

static void decl_stmt(FuncState *fs, DeclStmt *s)
{
    for (int i = 0; i < s->decls.n; i++)
        if (node_is(s->decls.at[i], NODE_VAR_DECL))
            var_decl(fs, AS(VarDecl, VAR_DECL, s->decls.at[i]));
}

static void stmt_by_kind(FuncState *fs, Node *s)
{
    switch (s->kind) {
    case NODE_EMPTY_STMT:
        return;
    case NODE_LABELED_STMT:
        labeled_stmt(fs, AS(LabeledStmt, LABELED_STMT, s));
        return;
    case NODE_BLOCK_STMT:
        block(fs, AS(BlockStmt, BLOCK_STMT, s)->stmts);
        return;
    case NODE_EXPR_STMT:
        expr_drop(fs, AS(ExprStmt, EXPR_STMT, s)->x);
        return;
    case NODE_SEND_STMT:
        send_stmt(fs, AS(SendStmt, SEND_STMT, s));
        return;
    case NODE_DECL_STMT:
        decl_stmt(fs, AS(DeclStmt, DECL_STMT, s));
        return;
    case NODE_ASSIGN_STMT:
        assign_stmt(fs, AS(AssignStmt, ASSIGN_STMT, s));
        return;
    case NODE_BRANCH_STMT:
        branch_stmt(fs, AS(BranchStmt, BRANCH_STMT, s));
        return;
    case NODE_CALL_STMT:
        call_stmt(fs, AS(CallStmt, CALL_STMT, s));
        return;
    case NODE_RETURN_STMT:
        return_stmt(fs, AS(ReturnStmt, RETURN_STMT, s));
        return;
    case NODE_IF_STMT:
        if_stmt(fs, AS(IfStmt, IF_STMT, s));
        return;
    case NODE_FOR_STMT:
        for_stmt(fs, AS(ForStmt, FOR_STMT, s), NULL);
        return;
    case NODE_RANGE_STMT:
        range_stmt(fs, AS(RangeStmt, RANGE_STMT, s), NULL);
        return;
    case NODE_SWITCH_STMT:
        switch_stmt(fs, AS(SwitchStmt, SWITCH_STMT, s), NULL);
        return;
    case NODE_SELECT_STMT:
        select_stmt(fs, AS(SelectStmt, SELECT_STMT, s), NULL);
        return;
    default:
        compile_fail(fs, s->pos, "internal error: %s as a statement", node_words((NodeKind)s->kind));
    }
}

void stmt(FuncState *fs, Node *s)
{
    if (!s)
        return;
    emit_at(fs, s->pos);
    if (stack_is_low())
        compile_fail(fs, s->pos, "statements are nested too deeply");
    else
        stmt_by_kind(fs, s);
}

// rangefunc.c: loops over functions. `for x := range f { body }` calls f with a function made of the body, that returns whether to go on.
// Way: leaving the body by anything but its end or continue sets variables that the function around it looks at when f has returned: which
//   statement was met is a number (RangeExit); a loop between passes it on. return puts the results in their places first.
//   Deferred calls of the body go to the outermost function through the record that it made for them (DEFERHEAD, DEFERTO).
// Invariants: the state says whether the body may be called; f cannot call it when it has returned false, has panicked, or when f is over.
// Sources: Go specification, "For statements with range clause"; the states are those of the reference, as its panics tell them apart.
#include "compiler/lower.h"
#include "compiler/rangefunc.h"
#include "runtime/panic.h"

// ---------------------------------------------------------------- what escape analysis and compilation share

bool rangefunc_is(const Compiler *c, const Node *n)
{
    if (!node_is(n, NODE_RANGE_STMT))
        return false;
    Type *t = info_type(c->info, node_unparen(AS(RangeStmt, RANGE_STMT, (Node *)n)->x)).type;
    return t && type_under(t)->kind == TYPE_SIGNATURE;
}

void rangefunc_walk_head(Node *range_stmt, bool (*visit)(Node *, void *), void *data)
{
    RangeStmt *s = AS(RangeStmt, RANGE_STMT, range_stmt);
    for (int i = 0; i < s->lhs.n; i++)
        if (s->lhs.at[i])
            node_walk(s->lhs.at[i], visit, data);
    node_walk(s->x, visit, data);
}

typedef struct BodyWalk {
    RangeFunc *r;
    Arena *arena;
} BodyWalk;

static int find_branch(const RangeFunc *r, TokenKind op, Name label)
{
    for (int i = 0; i < r->branches.n; i++)
        if (r->branches.at[i].op == op && r->branches.at[i].label == label)
            return i;
    return -1;
}

static bool visit_body(Node *n, void *data)
{
    BodyWalk *w = data;
    RangeFunc *r = w->r;
    if (n->kind == NODE_RETURN_STMT) {
        r->returns = true;
    } else if (n->kind == NODE_CALL_STMT) {
        r->is_deferring |= AS(CallStmt, CALL_STMT, n)->op == TOK_DEFER;
    } else if (n->kind == NODE_BRANCH_STMT) {
        BranchStmt *b = AS(BranchStmt, BRANCH_STMT, n);
        Name label = b->label ? AS(Ident, IDENT, b->label)->name : NULL;
        if (label && find_branch(r, b->op, label) < 0)
            vec_push(&r->branches, w->arena, ((RangeBranch){b->op, label}));
    }
    return n->kind != NODE_FUNC_LIT;
}

static Object *new_variable(Compiler *c, Kind kind, Pos pos, const char *name)
{
    Object *o = ARENA_NEW(c->arena, Object);
    o->kind = OBJ_VAR;
    o->state = OBJ_RESOLVED;
    o->used = true;
    o->pos = pos;
    o->name = intern_text(c->names, name);
    o->type = basic_type(c->checker, kind);
    return o;
}

RangeFunc *rangefunc_new(Compiler *c, RangeStmt *s, RangeFunc *outer)
{
    RangeFunc *r = ARENA_NEW(c->arena, RangeFunc);
    r->stmt = s;
    r->outer = outer;
    node_walk(s->body, visit_body, &(BodyWalk){r, c->arena});
    r->state = new_variable(c, KIND_INT, s->node.pos, ".state");
    r->exit = outer ? outer->exit : new_variable(c, KIND_INT, s->node.pos, ".exit");
    r->defers = outer ? outer->defers : new_variable(c, KIND_UNSAFE_POINTER, s->node.pos, ".defers");
    weakmap_set(c->loops, s, r);
    return r;
}

RangeFunc *rangefunc_of(Compiler *c, const Node *range_stmt)
{
    return weakmap_get(c->loops, range_stmt);
}

// ---------------------------------------------------------------- the shared variables

static int get(FuncState *fs, Object *var)
{
    Spot p = var_place(fs, var);
    return place_slot(fs, &p);
}

static void set(FuncState *fs, Object *var, int value)
{
    int mark = slots_mark(fs);
    Spot p = var_place(fs, var);
    int v = slots_alloc(fs, 1);
    load_int(fs, v, value);
    place_store(fs, &p, v);
    slots_release(fs, mark);
}

static void declare(FuncState *fs, Object *var, int value)
{
    int v = slots_alloc(fs, 1);
    load_int(fs, v, value);
    var_declare(fs, var, v, true);
}

static void branch_unless(FuncState *fs, int slot, int value, int label)
{
    if (fits16(value))
        emit_branch(fs, OP_JNEI, slot, value, label);
    else
        emit_branch(fs, OP_JNE, slot, const_word_slot(fs, (uint64_t)value), label);
}

static void panic_if(FuncState *fs, int state_slot, RangeState state, PanicCode code)
{
    int otherwise = label_new(fs);
    branch_unless(fs, state_slot, state, otherwise);
    emit(fs, OP_FATAL, (int)code, 0, 0);
    label_bind(fs, otherwise);
}

// ---------------------------------------------------------------- leaving the body

typedef struct LabelSearch {
    Name label;
    bool found;
} LabelSearch;

static bool visit_for_label(Node *n, void *data)
{
    LabelSearch *s = data;
    if (n->kind == NODE_LABELED_STMT) {
        Node *label = AS(LabeledStmt, LABELED_STMT, n)->label;
        s->found |= node_is(label, NODE_IDENT) && AS(Ident, IDENT, label)->name == s->label;
    }
    return !s->found && n->kind != NODE_FUNC_LIT;
}

bool range_has_label(const RangeFunc *r, Name label)
{
    LabelSearch s = {label, false};
    node_walk(r->stmt->body, visit_for_label, &s);
    return s.found;
}

static void return_bool(FuncState *fs, bool go_on)
{
    load_int(fs, 0, go_on);
    emit(fs, OP_RET, 0, 0, 0);
}

void range_leave(FuncState *fs, TokenKind op, Name label)
{
    RangeFunc *outermost = fs->src->range;
    while (outermost->outer)
        outermost = outermost->outer;
    int exit = op == TOK_RETURN ? RANGE_EXIT_RETURN : RANGE_EXIT_BRANCH + find_branch(outermost, op, label);
    set(fs, outermost->exit, exit);
    for (RangeFunc *r = fs->src->range; r; r = r->outer) { // the loops that end
        bool is_target = label && r->label == label && op != TOK_GOTO;
        if (is_target && op == TOK_CONTINUE)
            break;
        set(fs, r->state, RANGE_DONE);
        if (is_target || (label && r->outer && range_has_label(r->outer, label)))
            break;
    }
    return_bool(fs, false);
}

// The results of the function around all loops, which the body captured.
void range_return(FuncState *fs, ReturnStmt *s)
{
    FuncSource *src = fs->src;
    while (src->kind == SOURCE_RANGE)
        src = src->outer;
    TupleInfo *results = &type_under(src->sig)->sig.results->tuple;
    int mark = slots_mark(fs);
    if (s->results.n == 1 && results->n > 1) {
        Layout lay;
        int w = call_window(fs, AS(CallExpr, CALL_EXPR, node_unparen(s->results.at[0])), &lay);
        for (int i = 0; i < results->n; i++) {
            Spot p = var_place(fs, results->vars[i]);
            assign_place(fs, &p, w + lay.result_at[i], lay.result_types[i]);
        }
    } else if (s->results.n > 0) {
        int *values = ARENA_ARRAY(&fs->arena, int, s->results.n);
        int begin = order_begin(fs);
        order_list(fs, s->results.at, s->results.n);
        for (int i = 0; i < s->results.n; i++)
            values[i] = expr_as(fs, s->results.at[i], results->vars[i]->type, ANYWHERE);
        order_end(fs, begin);
        for (int i = 0; i < s->results.n; i++) {
            Spot p = var_place(fs, results->vars[i]);
            place_store(fs, &p, values[i]);
        }
    }
    slots_release(fs, mark);
    emit_at(fs, s->node.pos);
    range_leave(fs, TOK_RETURN, NULL);
}

// ---------------------------------------------------------------- the body

static void bind_variables(FuncState *fs, RangeStmt *s)
{
    for (int i = 0; i < s->lhs.n; i++) {
        Node *lhs = s->lhs.at[i];
        if (!lhs || is_blank(lhs))
            continue;
        emit_at(fs, lhs->pos);
        int slot = fs->layout.param_at[i];
        Object *var = s->define ? info_object(fs->c->info, lhs) : NULL;
        if (!var) { // one after the other, other than in assignments
            int mark = slots_mark(fs);
            Spot p = place_of(fs, lhs);
            assign_place(fs, &p, slot, fs->layout.param_types[i]);
            slots_release(fs, mark);
        } else if (var_storage(var) == VAR_HEAP) {
            var_make_cell(fs, var, slots_alloc(fs, 1), slot);
        } else {
            var_bind_slots(fs, var, slot);
        }
    }
}

void range_body(FuncState *fs)
{
    RangeFunc *r = fs->src->range;
    RangeStmt *s = r->stmt;
    emit_at(fs, s->node.pos);
    int mark = slots_mark(fs);
    int state = get(fs, r->state);
    int ready = label_new(fs);
    emit_branch(fs, OP_JEQI, state, RANGE_READY, ready);
    panic_if(fs, state, RANGE_RUNNING, PANIC_RANGE_PANICKED);
    panic_if(fs, state, RANGE_DONE, PANIC_RANGE_DONE);
    emit(fs, OP_FATAL, PANIC_RANGE_EXHAUSTED, 0, 0);
    label_bind(fs, ready);
    slots_release(fs, mark);
    set(fs, r->state, RANGE_RUNNING);
    bind_variables(fs, s);
    int next = label_new(fs), end = label_new(fs);
    Target t;
    target_open(fs, &t, r->label, end, next);
    block(fs, AS(BlockStmt, BLOCK_STMT, s->body)->stmts);
    target_close(fs);
    label_bind(fs, next);
    emit_at(fs, AS(BlockStmt, BLOCK_STMT, s->body)->rbrace);
    set(fs, r->state, RANGE_READY);
    return_bool(fs, true);
    label_bind(fs, end);
    set(fs, r->state, RANGE_DONE);
    return_bool(fs, false);
}

// ---------------------------------------------------------------- the function around it

// Behind the loop: goes on where the statement that left the body leads to.
static void go_on(FuncState *fs, RangeFunc *r, Pos pos)
{
    int mark = slots_mark(fs);
    if (!r->returns && r->branches.n == 0)
        return;
    int exit = get(fs, r->exit);
    const RangeFunc *outermost = r;
    while (outermost->outer)
        outermost = outermost->outer;
    if (r->returns) {
        int otherwise = label_new(fs);
        branch_unless(fs, exit, RANGE_EXIT_RETURN, otherwise);
        if (fs->src->kind == SOURCE_RANGE)
            range_leave(fs, TOK_RETURN, NULL);
        else
            compile_return(fs, pos);
        label_bind(fs, otherwise);
    }
    for (int i = 0; i < r->branches.n; i++) {
        RangeBranch b = r->branches.at[i];
        if (range_has_label(r, b.label) || (b.label == r->label && b.op != TOK_GOTO))
            continue;
        int otherwise = label_new(fs);
        branch_unless(fs, exit, RANGE_EXIT_BRANCH + find_branch(outermost, b.op, b.label), otherwise);
        set(fs, r->exit, RANGE_EXIT_NONE);
        branch_to(fs, b.op, b.label);
        label_bind(fs, otherwise);
    }
    slots_release(fs, mark);
}

void range_func(FuncState *fs, RangeStmt *s, Name label)
{
    RangeFunc *r = rangefunc_of(fs->c, &s->node);
    r->label = label;
    int fun = expr(fs, s->x, ANYWHERE);
    emit_at(fs, s->node.pos);
    declare(fs, r->state, RANGE_READY);
    if (!r->outer && (r->returns || r->branches.n > 0))
        declare(fs, r->exit, RANGE_EXIT_NONE);
    if (!r->outer && r->is_deferring) {
        int head = slots_alloc(fs, 1);
        emit(fs, OP_DEFERHEAD, head, 0, 0);
        var_declare(fs, r->defers, head, true);
    }
    int mark = slots_mark(fs);
    int w = window_open(fs, 0, 1);
    closure_value(fs, &s->node, w);
    emit_at(fs, s->node.pos);
    emit_call_closure(fs, w, fun);
    window_close(fs, w, 0);
    slots_release(fs, mark);
    panic_if(fs, get(fs, r->state), RANGE_RUNNING, PANIC_RANGE_SWALLOWED);
    slots_release(fs, mark);
    set(fs, r->state, RANGE_EXHAUSTED);
    go_on(fs, r, s->node.pos);
}

int range_defers(FuncState *fs)
{
    return get(fs, fs->src->range->defers);
}

// defer.c: go and defer statements. Builtins become functions of their own whose parameters are the arguments.
#include "compiler/lower.h"

static void emit_later(FuncState *fs, TokenKind op, int window, CallDesc desc)
{
    CallDesc *d = ARENA_NEW(fs->c->arena, CallDesc);
    *d = desc;
    if (op == TOK_DEFER && fs->src->kind == SOURCE_RANGE)
        emit_word(fs, OP_DEFERTO, window, range_defers(fs), 0, word_of(d));
    else
        emit_word(fs, op == TOK_GO ? OP_GO : OP_DEFER, window, 0, 0, word_of(d));
}

static void builtin_later(FuncState *fs, CallStmt *s, CallExpr *e)
{
    Compiler *c = fs->c;
    FuncSource *src = ARENA_NEW(c->arena, FuncSource);
    src->kind = SOURCE_BUILTIN;
    src->pkg = fs->src->pkg;
    src->node = &e->node;
    src->outer = fs->src;
    src->arg_types = ARENA_ARRAY(c->arena, Type *, e->args.n + 1);
    for (int i = 0; i < e->args.n; i++) {
        Node *x = node_unparen(e->args.at[i]);
        if (const_of(fs, x) || expr_is_nil(fs, x) || expr_is_type(fs, x))
            continue;
        src->arg_types[i] = type_of(fs, x);
        src->n_params += type_slots(src->arg_types[i]);
    }
    const char *name = arena_printf(c->arena, "%s.%swrap%d", fs->func->name, s->op == TOK_GO ? "go" : "defer", ++fs->src->n_wraps);
    Func *f = func_new_from(c, src, name, e->node.pos);
    f->flags |= FUNC_WRAPPER;
    int w = window_open(fs, 0, src->n_params);
    int at = w;
    for (int i = 0; i < e->args.n; i++) {
        if (!src->arg_types[i])
            continue;
        int mark = slots_mark(fs);
        expr(fs, e->args.at[i], at);
        slots_release(fs, mark);
        at += type_slots(src->arg_types[i]);
    }
    emit_at(fs, s->node.pos);
    emit_later(fs, s->op, w, (CallDesc){.kind = CALL_STATIC, .func = f, .n_params = src->n_params});
}

void call_stmt(FuncState *fs, CallStmt *s)
{
    int mark = slots_mark(fs);
    Node *call = node_unparen(s->call);
    if (!node_is(call, NODE_CALL_EXPR)) {
        compile_fail(fs, s->node.pos, "internal error: go or defer of what is no call");
        return;
    }
    CallExpr *e = AS(CallExpr, CALL_EXPR, call);
    if (expr_is_type(fs, e->fun)) { // a conversion, for its effects only
        expr_drop(fs, call);
    } else if (builtin_id(fs, e->fun) >= 0) {
        builtin_later(fs, s, e);
    } else {
        Callee c;
        call_prepare(fs, e, &c);
        if (c.lay.n_params > 0 || c.lay.n_results > 0)
            fs->src->n_wraps++; // the reference has a function for it
        emit_at(fs, s->node.pos);
        CallDesc d = {.kind = c.kind, .slot = (uint16_t)c.slot, .method = (uint16_t)c.method, .func = c.func};
        d.n_params = c.lay.n_params;
        d.n_results = c.lay.n_results;
        emit_later(fs, s->op, c.window, d);
    }
    slots_release(fs, mark);
}

void builtin_body(FuncState *fs)
{
    CallExpr *e = AS(CallExpr, CALL_EXPR, fs->src->node);
    int at = 0;
    for (int i = 0; i < e->args.n; i++) {
        if (!fs->src->arg_types[i])
            continue;
        order_bind(fs, node_unparen(e->args.at[i]), at);
        at += type_slots(fs->src->arg_types[i]);
    }
    int mark = slots_mark(fs);
    builtin_value(fs, e, builtin_id(fs, e->fun), ANYWHERE);
    slots_release(fs, mark);
    emit(fs, OP_RET, 0, 0, 0);
}

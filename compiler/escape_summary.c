// escape_summary.c: escape analysis of whole functions, on demand, and what callers may know of them.
// Way: a call of a declared function asks for its summary; it is made once by analysing that function, at most MAX_NESTING calls
//   deep, and not for large functions of embedded packages, whose bodies would have to be read only for that. A function that is being
//   analysed, or is not known, lets all its parameters escape.
#include "base/check.h"
#include "base/stack.h"
#include "compiler/escape.h"
#include "compiler/wrappers.h"

enum {
    MAX_NESTING = 60,
    MAX_STD_NESTING = 2,
    MAX_STD_BYTES = 1200, // of source text
    LEVEL_BYTES = 2 << 10, // of stack for a level of a callee's tree; what is too deep to be looked at now will be when it is compiled
    ROOM_BYTES = 32 << 10,
};

typedef struct EscapeState { // Compiler.escape
    WeakMap *done;      // outermost node -> itself
    WeakMap *summaries; // Object -> Summary
    WeakMap *in_frame;  // node of a site that may stay in the frame
    WeakMap *captures;  // FUNC_LIT -> Captures
    int nesting, std_nesting;
} EscapeState;

static EscapeState *state_get(Compiler *c)
{
    if (!c->escape) {
        EscapeState *st = ARENA_NEW(c->arena, EscapeState);
        st->done = compile_weak_map(c);
        st->summaries = compile_weak_map(c);
        st->in_frame = compile_weak_map(c);
        st->captures = compile_weak_map(c);
        c->escape = st;
    }
    return c->escape;
}

void summary_set_unknown(Summary *s)
{
    for (int i = 0; i < s->n; i++) {
        s->params[i].heap = 0;
        memset(s->params[i].result, 0, sizeof s->params[i].result);
    }
}

static Summary *summary_new(Compiler *c, Type *sig)
{
    Summary *s = ARENA_NEW(c->arena, Summary);
    s->n = sig->sig.params->tuple.n + (sig->sig.recv != NULL);
    s->params = ARENA_ARRAY(c->arena, ParamLeak, s->n + 1);
    for (int i = 0; i < s->n; i++) {
        s->params[i].heap = -1;
        memset(s->params[i].result, -1, sizeof s->params[i].result);
    }
    return s;
}

static void analyze(Compiler *c, Summary *summary, Type *sig, Node *body, Node *initialiser)
{
    EscapeState *st = state_get(c);
    Escape e = {.c = c, .summary = summary, .loop_depth = 1};
    arena_init(&e.arena);
    EscapeFunc *f = ARENA_NEW(&e.arena, EscapeFunc);
    e.outermost = e.func = f;
    e.heap.escapes = true;
    escape_enter_func(&e, f, sig);
    if (body)
        escape_block(&e, body);
    if (initialiser)
        escape_expr(&e, &e.heap, 0, initialiser);
    escape_solve(&e);
    escape_publish(&e, st->in_frame, st->captures);
    arena_done(&e.arena);
}

static void analyze_func(Compiler *c, Object *func)
{
    EscapeState *st = state_get(c);
    FuncDecl *d = AS(FuncDecl, FUNC_DECL, func->func.node);
    void **at = weakmap_at(st->done, d);
    if (*at)
        return;
    *at = d;
    Summary *s = summary_new(c, func->type);
    weakmap_set(st->summaries, func, s);
    analyze(c, s, func->type, d->body, NULL);
    s->done = true;
}

static bool pragma_has(const FuncDecl *d, const char *word)
{
    return d->pragma && strstr(d->pragma, word);
}

const Summary *escape_summary(Escape *e, Object *callee)
{
    Compiler *c = e->c;
    EscapeState *st = state_get(c);
    Summary *known = weakmap_get(st->summaries, callee);
    if (known)
        return known->done ? known : NULL;
    if (!callee->func.node || callee->func.node->kind != NODE_FUNC_DECL)
        return NULL;
    check_resolve(c->checker, callee);
    if (!callee->type || callee->type->kind != TYPE_SIGNATURE || callee->type->sig.type_params.n > 0 ||
        callee->type->sig.recv_type_params.n > 0)
        return NULL;
    FuncDecl *d = AS(FuncDecl, FUNC_DECL, callee->func.node);
    if (!d->body) {
        if (!pragma_has(d, "go:noescape"))
            return NULL;
        Summary *s = summary_new(c, callee->type);
        s->done = true;
        weakmap_set(st->summaries, callee, s);
        return s;
    }
    bool is_std = callee->pkg && callee->pkg->is_std;
    if (callee->pkg && callee->pkg->is_session) // may be declared anew, with a body that lets more escape
        return NULL;
    if (st->nesting >= MAX_NESTING || stack_room() < ROOM_BYTES + (size_t)d->node.depth * LEVEL_BYTES)
        return NULL;
    if (is_std && (st->std_nesting >= MAX_STD_NESTING || node_end(&d->node) - node_start(&d->node) > MAX_STD_BYTES))
        return NULL;
    if (is_std && !check_body(c->checker, callee))
        return NULL;
    st->nesting++;
    st->std_nesting += is_std;
    analyze_func(c, callee);
    st->nesting--;
    st->std_nesting -= is_std;
    known = weakmap_get(st->summaries, callee);
    return known && known->done ? known : NULL;
}

void escape_analyze(Compiler *c, Node *outermost)
{
    EscapeState *st = state_get(c);
    if (weakmap_get(st->done, outermost))
        return;
    if (node_is(outermost, NODE_FUNC_DECL)) {
        Object *func = wrappers_declared(c, outermost);
        if (func)
            analyze_func(c, func);
        return;
    }
    weakmap_set(st->done, outermost, outermost);
    analyze(c, NULL, NULL, NULL, outermost);
}

const VarInfo *var_info(const Object *var)
{
    static const VarInfo in_frame = {.storage = VAR_FRAME, .assigned = true};
    return var->var.local ? var->var.local : &in_frame;
}

bool node_escapes(Compiler *c, Node *n)
{
    return !weakmap_get(state_get(c)->in_frame, n);
}

const Captures *literal_captures(Compiler *c, Node *func_lit)
{
    static const Captures none;
    const Captures *found = weakmap_get(state_get(c)->captures, func_lit);
    return found ? found : &none;
}

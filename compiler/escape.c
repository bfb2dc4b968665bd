// escape.c: escape analysis: which variables and new values may stay in the frame, and how literals capture variables.
// Way: a function with all literals in it becomes a graph: a location for each variable, each place that makes a value
//   (&T{}, new, make, slice literals, function literals, implicit slices of variadic calls), each result and the heap; an edge
//   dst <- src says that src flows to dst, with how often it is dereferenced on the way (-1: its address). From each location the
//   edges are walked backwards (escape_solve.c), keeping the smallest number of dereferences: what reaches a location that outlives it by its
//   address escapes. Assignments through pointers, slices and maps count as flow to the heap. Calls of known functions use
//   the callee's summary (made on demand, escape_summary.c): which parameters flow to the heap or to which result.
// Invariants: what is not known escapes; a variable may be in the frame only if nothing that outlives the function or the loop
//   iteration can hold its address.
// Memory: the graph in an arena of its own, VarInfo and results in the session's. Threads: under the compile lock.
// Sources: the idea of the reference compiler's escape package: flow graphs with dereference counts and loop depths.
#include "base/check.h"
#include "base/stack.h"
#include "compiler/escape.h"

enum {
    FRAME_VAR_BYTES = 64 << 10,   // larger variables live on the heap
    FRAME_VALUE_BYTES = 4 << 10,  // larger new values do
};

// ---------------------------------------------------------------- locations

Loc *escape_loc_new(Escape *e)
{
    Loc *l = ARENA_NEW(&e->arena, Loc);
    l->func = e->func;
    l->loop_depth = l->holder_depth = e->loop_depth;
    vec_push(&e->locs, &e->arena, l);
    return l;
}

void escape_flow(Escape *e, Loc *dst, Loc *src, int derefs)
{
    if (!dst || !src || dst == &e->nowhere || (dst == src && derefs >= 0))
        return;
    if (dst == &e->heap && derefs < 0) {
        src->escapes = true;
        return;
    }
    Edge *edge = ARENA_NEW(&e->arena, Edge);
    *edge = (Edge){.src = src, .derefs = derefs, .next = dst->edges};
    dst->edges = edge;
}

// A location for a value made at node n.
static Loc *alloc_site(Escape *e, const Node *n, int64_t bytes)
{
    Loc *l = escape_loc_new(e);
    l->site = n;
    if (bytes > FRAME_VALUE_BYTES)
        l->escapes = true;
    return l;
}

Loc *escape_declare(Escape *e, Object *var)
{
    void **at = hashmap_at(&e->vars, &e->arena, var);
    if (*at)
        return *at;
    Loc *l = escape_loc_new(e);
    l->var = var;
    *at = l;
    VarInfo *info = var->var.local;
    if (!info) {
        info = ARENA_NEW(e->c->arena, VarInfo);
        var->var.local = info;
    }
    l->info = info;
    if (var->type && type_size(var->type) > FRAME_VAR_BYTES)
        l->escapes = true;
    return l;
}

// Notes that literals between the use and the variable's own function capture it.
static void note_capture(Escape *e, Loc *l)
{
    for (EscapeFunc *f = e->func; f && f != l->func; f = f->outer) {
        if (!f->literal)
            return;
        bool seen = false;
        for (int i = 0; i < f->captures.n && !seen; i++)
            seen = f->captures.at[i] == l;
        if (!seen)
            vec_push(&f->captures, &e->arena, l);
        l->info->captured = true;
    }
}

static bool is_local(const Object *o)
{
    return o && o->kind == OBJ_VAR && !o->var.is_global && !o->var.is_field;
}

// The location of a local variable that is used here; NULL: no local variable.
static Loc *use_var(Escape *e, Object *o)
{
    if (!is_local(o))
        return NULL;
    Loc *l = escape_declare(e, o);
    if (l->func != e->func)
        note_capture(e, l);
    return l;
}

// ---------------------------------------------------------------- helpers on types and trees

static bool has_pointers(Type *t)
{
    if (!t || t->kind == TYPE_INVALID || t->kind == TYPE_TYPE_PARAM)
        return true;
    if (t->kind == TYPE_TUPLE) {
        for (int i = 0; i < t->tuple.n; i++)
            if (has_pointers(t->tuple.vars[i]->type))
                return true;
        return false;
    }
    if (t->kind == TYPE_BASIC && t->basic.untyped != UNTYPED_NOT)
        return false;
    return type_has_pointers(t);
}

static Type *type_of(Escape *e, const Node *n)
{
    return info_type(e->c->info, n).type;
}

static Hole to(Loc *dst)
{
    return (Hole){dst, 0};
}

static Hole heap(Escape *e)
{
    return (Hole){&e->heap, 0};
}

static Hole nowhere(Escape *e)
{
    return (Hole){&e->nowhere, 0};
}

static Hole deref(Hole k)
{
    return (Hole){k.dst, k.derefs + 1};
}

static Hole address(Hole k)
{
    return (Hole){k.dst, k.derefs - 1};
}

static void flow(Escape *e, Hole k, Loc *src)
{
    escape_flow(e, k.dst, src, k.derefs);
}

// A location between: what flows into it can be passed on to several others.
static Loc *joint(Escape *e)
{
    return escape_loc_new(e);
}

static void address_taken(Loc *l)
{
    if (l && l->info) {
        l->info->assigned = true;
        l->address_taken = true;
    }
}

// ---------------------------------------------------------------- expressions

static void expr(Escape *e, Hole k, Node *n);
static void discard(Escape *e, Node *n);
static void calls(Escape *e, Hole *results, int n_results, Node *call_node, CallMode mode);

static void discard(Escape *e, Node *n)
{
    expr(e, nowhere(e), n);
}

// The variable whose own memory x denotes (x, x.f, x[i] of an array, without a pointer on the way); NULL: none.
static Loc *base_var(Escape *e, Node *x)
{
    x = node_unparen(x);
    if (node_is(x, NODE_IDENT)) {
        Object *o = info_object(e->c->info, x);
        return is_local(o) ? use_var(e, o) : NULL;
    }
    if (node_is(x, NODE_SELECTOR_EXPR)) {
        const Selection *s = info_selection(e->c->info, x);
        if (!s || s->kind != SEL_FIELD || s->indirect || type_is_pointer(s->recv))
            return NULL;
        return base_var(e, AS(SelectorExpr, SELECTOR_EXPR, x)->x);
    }
    if (node_is(x, NODE_INDEX_EXPR)) {
        Node *base = AS(IndexExpr, INDEX_EXPR, x)->x;
        Type *t = type_of(e, base);
        return t && type_under(t)->kind == TYPE_ARRAY ? base_var(e, base) : NULL;
    }
    return NULL;
}

// &x where x is no composite literal, or an address that the language takes by itself.
static void address_of(Escape *e, Hole k, Node *x)
{
    address_taken(base_var(e, x));
    expr(e, address(k), x);
}

// How many pointers are followed to get at the field: the receiver's own, and those of embedded fields.
static int selection_derefs(const Selection *s)
{
    int derefs = 0;
    Type *t = s->recv;
    for (int i = 0; i < s->n_path; i++) {
        if (type_is_pointer(t)) {
            derefs++;
            t = type_under(t)->elem;
        }
        Type *u = type_under(t);
        if (s->kind != SEL_FIELD && i == s->n_path - 1)
            break;
        if (u->kind != TYPE_STRUCT || s->path[i] < 0 || s->path[i] >= u->strct.n)
            break;
        t = u->strct.fields[s->path[i]]->type;
    }
    return derefs;
}

static void selector(Escape *e, Hole k, Node *n)
{
    SelectorExpr *x = AS(SelectorExpr, SELECTOR_EXPR, n);
    const Selection *s = info_selection(e->c->info, n);
    if (!s)
        return; // of a package: a global
    if (s->kind == SEL_FIELD) {
        k.derefs += selection_derefs(s);
        expr(e, k, x->x);
    } else if (s->kind == SEL_METHOD_VALUE) {
        // The receiver is kept in a closure of which nobody knows who calls it.
        Loc *site = alloc_site(e, n, type_size(s->recv));
        flow(e, address(k), site);
        bool takes_address = s->obj->func.has_ptr_recv && !s->obj->func.is_interface_method && !type_is_pointer(type_of(e, x->x));
        if (takes_address)
            address_of(e, heap(e), x->x);
        else
            expr(e, heap(e), x->x);
    }
}

static void composite(Escape *e, Hole k, Node *n)
{
    CompositeLit *lit = AS(CompositeLit, COMPOSITE_LIT, n);
    Type *t = type_of(e, n);
    Type *u = t ? type_under(t) : NULL;
    if (u && u->kind == TYPE_POINTER) { // an element &T{…} whose type was left out
        Loc *site = alloc_site(e, n, type_size(u->elem));
        flow(e, address(k), site);
        k = to(site);
        u = type_under(u->elem);
    }
    Hole elem = k;
    if (u && u->kind == TYPE_SLICE) {
        int64_t n_elems = lit->elems.n;
        for (int i = 0; i < lit->elems.n; i++) {
            if (!node_is(lit->elems.at[i], NODE_KEY_VALUE))
                continue;
            TypeAndValue key = info_type(e->c->info, AS(KeyValue, KEY_VALUE, lit->elems.at[i])->key);
            int64_t index;
            if (key.value && const_int64_value(key.value, &index) && index >= n_elems)
                n_elems = index + 1;
        }
        int64_t size = type_size(u->elem);
        Loc *site = alloc_site(e, n, size > 0 && n_elems > FRAME_VALUE_BYTES ? INT64_MAX : size * n_elems);
        flow(e, address(k), site);
        elem = to(site);
    } else if (u && u->kind == TYPE_MAP) {
        elem = heap(e);
    }
    for (int i = 0; i < lit->elems.n; i++) {
        Node *x = lit->elems.at[i];
        if (node_is(x, NODE_KEY_VALUE)) {
            KeyValue *kv = AS(KeyValue, KEY_VALUE, x);
            if (u && u->kind == TYPE_MAP)
                expr(e, heap(e), kv->key);
            else if (u && u->kind != TYPE_STRUCT)
                discard(e, kv->key);
            x = kv->value;
        }
        expr(e, elem, x);
    }
}

static void literal_body(Escape *e, EscapeFunc *f, Node *lit);

static EscapeFunc *open_literal(Escape *e, Hole k, Node *n)
{
    EscapeFunc *f = ARENA_NEW(&e->arena, EscapeFunc);
    f->outer = e->func;
    f->literal = n;
    f->site = alloc_site(e, n, 0);
    flow(e, address(k), f->site);
    vec_push(&e->literals, &e->arena, f);
    return f;
}

static EscapeFunc *func_literal(Escape *e, Hole k, Node *n)
{
    EscapeFunc *f = open_literal(e, k, n);
    literal_body(e, f, n);
    return f;
}

static void unary(Escape *e, Hole k, Node *n)
{
    UnaryExpr *u = AS(UnaryExpr, UNARY_EXPR, n);
    Node *x = node_unparen(u->x);
    if (u->op == TOK_AND) {
        if (node_is(x, NODE_COMPOSITE_LIT)) {
            Type *t = type_of(e, x);
            Loc *site = alloc_site(e, n, t ? type_size(t) : INT64_MAX);
            flow(e, address(k), site);
            composite(e, to(site), x);
        } else {
            address_of(e, k, x);
        }
    } else if (u->op == TOK_MUL) {
        expr(e, deref(k), x);
    } else {
        discard(e, x);
    }
}

static void expr(Escape *e, Hole k, Node *n)
{
    n = node_unparen(n);
    if (!n)
        return;
    if (stack_is_low()) {
        e->too_deep = true;
        return;
    }
    TypeAndValue tv = info_type(e->c->info, n);
    if (tv.mode == MODE_CONST || tv.mode == MODE_TYPE || tv.mode == MODE_NIL) {
        return;
    }
    // Values without pointers carry nothing on; but a variable whose address is wanted does.
    if (k.derefs >= 0 && tv.type && !has_pointers(tv.type))
        k = nowhere(e);
    switch ((NodeKind)n->kind) {
    case NODE_IDENT: {
        Loc *l = use_var(e, info_object(e->c->info, n));
        if (l)
            flow(e, k, l);
        break;
    }
    case NODE_SELECTOR_EXPR:
        selector(e, k, n);
        break;
    case NODE_COMPOSITE_LIT:
        composite(e, k, n);
        break;
    case NODE_FUNC_LIT:
        func_literal(e, k, n);
        break;
    case NODE_INDEX_EXPR: {
        IndexExpr *x = AS(IndexExpr, INDEX_EXPR, n);
        Type *t = type_of(e, x->x);
        Type *u = t ? type_under(t) : NULL;
        for (int i = 0; i < x->indices.n; i++)
            discard(e, x->indices.at[i]);
        if (u && u->kind == TYPE_MAP)
            discard(e, x->x); // what a map holds is on the heap
        else if (u && u->kind == TYPE_ARRAY)
            expr(e, k, x->x);
        else
            expr(e, deref(k), x->x);
        break;
    }
    case NODE_SLICE_EXPR: {
        SliceExpr *x = AS(SliceExpr, SLICE_EXPR, n);
        Type *t = type_of(e, x->x);
        if (x->low)
            discard(e, x->low);
        if (x->high)
            discard(e, x->high);
        if (x->max)
            discard(e, x->max);
        if (t && type_under(t)->kind == TYPE_ARRAY)
            address_of(e, k, x->x);
        else
            expr(e, k, x->x);
        break;
    }
    case NODE_ASSERT_EXPR:
        expr(e, k, AS(AssertExpr, ASSERT_EXPR, n)->x);
        break;
    case NODE_TYPE_SWITCH_GUARD:
        expr(e, k, AS(TypeSwitchGuard, TYPE_SWITCH_GUARD, n)->x);
        break;
    case NODE_UNARY_EXPR:
        unary(e, k, n);
        break;
    case NODE_BINARY_EXPR:
        discard(e, AS(BinaryExpr, BINARY_EXPR, n)->x);
        discard(e, AS(BinaryExpr, BINARY_EXPR, n)->y);
        break;
    case NODE_CALL_EXPR:
        calls(e, &k, 1, n, CALL_PLAIN);
        break;
    case NODE_KEY_VALUE:
        discard(e, AS(KeyValue, KEY_VALUE, n)->key);
        expr(e, k, AS(KeyValue, KEY_VALUE, n)->value);
        break;
    default:
        break;
    }
}

// ---------------------------------------------------------------- calls

// Where a call's results go: k is the hole of each; only the first is known for an expression's single value.
typedef struct Results {
    Hole *at;
    int n;
} Results;

static void builtin_append(Escape *e, Hole k, CallExpr *call)
{
    Type *t = type_of(e, call->args.at[0]);
    Type *u = t ? type_under(t) : NULL;
    bool elems = !u || u->kind != TYPE_SLICE || has_pointers(u->elem);
    // What was in the slice may move to a new array on the heap.
    Loc *old = joint(e);
    expr(e, to(old), call->args.at[0]);
    flow(e, k, old);
    if (elems)
        escape_flow(e, &e->heap, old, 1);
    for (int i = 1; i < call->args.n; i++) {
        if (!elems)
            discard(e, call->args.at[i]);
        else if (call->has_dots)
            expr(e, deref(heap(e)), call->args.at[i]);
        else
            expr(e, heap(e), call->args.at[i]);
    }
}

static void builtin_make(Escape *e, Hole k, Node *n)
{
    CallExpr *call = AS(CallExpr, CALL_EXPR, n);
    Type *t = type_of(e, n);
    Type *u = t ? type_under(t) : NULL;
    for (int i = 1; i < call->args.n; i++)
        discard(e, call->args.at[i]);
    if (!u || u->kind != TYPE_SLICE || call->args.n < 2)
        return; // maps and channels are on the heap
    TypeAndValue cap = info_type(e->c->info, call->args.at[call->args.n - 1]);
    int64_t n_elems, size = type_size(u->elem);
    Loc *site = alloc_site(e, n, 0);
    if (!cap.value || !const_int64_value(cap.value, &n_elems) || n_elems < 0 || n_elems > FRAME_VALUE_BYTES ||
        size > FRAME_VALUE_BYTES || n_elems * size > FRAME_VALUE_BYTES)
        site->escapes = true;
    flow(e, address(k), site);
}

static void builtin_new(Escape *e, Hole k, Node *n)
{
    CallExpr *call = AS(CallExpr, CALL_EXPR, n);
    Type *t = type_of(e, n);
    Type *u = t ? type_under(t) : NULL;
    Loc *site = alloc_site(e, n, u && u->kind == TYPE_POINTER ? type_size(u->elem) : INT64_MAX);
    flow(e, address(k), site);
    if (call->args.n > 0)
        expr(e, to(site), call->args.at[0]);
}

static void builtin(Escape *e, Hole k, Node *n, int id)
{
    CallExpr *call = AS(CallExpr, CALL_EXPR, n);
    switch ((BuiltinId)id) {
    case BUILTIN_APPEND:
        if (call->args.n > 0)
            builtin_append(e, k, call);
        return;
    case BUILTIN_MAKE:
        builtin_make(e, k, n);
        return;
    case BUILTIN_NEW:
        builtin_new(e, k, n);
        return;
    case BUILTIN_COPY:
        if (call->args.n == 2) {
            Type *t = type_of(e, call->args.at[1]);
            Type *u = t ? type_under(t) : NULL;
            bool elems = u && u->kind == TYPE_SLICE && has_pointers(u->elem);
            discard(e, call->args.at[0]);
            expr(e, elems ? deref(heap(e)) : nowhere(e), call->args.at[1]);
        }
        return;
    case BUILTIN_PANIC:
        if (call->args.n > 0)
            expr(e, heap(e), call->args.at[0]);
        return;
    case BUILTIN_MIN:
    case BUILTIN_MAX:
    case BUILTIN_UNSAFE_ADD:
    case BUILTIN_UNSAFE_SLICE:
    case BUILTIN_UNSAFE_SLICE_DATA:
    case BUILTIN_UNSAFE_STRING:
    case BUILTIN_UNSAFE_STRING_DATA:
        for (int i = 0; i < call->args.n; i++)
            expr(e, k, call->args.at[i]);
        return;
    default:
        for (int i = 0; i < call->args.n; i++)
            discard(e, call->args.at[i]);
        return;
    }
}

// A conversion T(x).
static void conversion(Escape *e, Hole k, Node *n)
{
    CallExpr *call = AS(CallExpr, CALL_EXPR, n);
    Type *to_type = type_of(e, n);
    for (int i = 0; i < call->args.n; i++) {
        Node *x = call->args.at[i];
        Type *from = type_of(e, x);
        bool hides = from && type_is_unsafe_pointer(from) && to_type && !has_pointers(to_type); // uintptr(p)
        bool copies = from && to_type && type_is_string(from) != type_is_string(to_type) && type_under(to_type)->kind != TYPE_INTERFACE;
        if (hides)
            expr(e, heap(e), x);
        else if (copies)
            discard(e, x);
        else
            expr(e, k, x);
    }
}

// The declared function that a call's fun names, directly or as a method of a known type; NULL: not known. *selection for methods.
static Object *static_callee(Escape *e, Node *fun, const Selection **selection)
{
    *selection = NULL;
    Object *o = NULL;
    if (node_is(fun, NODE_IDENT)) {
        o = info_object(e->c->info, fun);
    } else if (node_is(fun, NODE_SELECTOR_EXPR)) {
        const Selection *s = info_selection(e->c->info, fun);
        if (!s) {
            o = info_object(e->c->info, AS(SelectorExpr, SELECTOR_EXPR, fun)->sel);
        } else if (s->kind == SEL_METHOD_VALUE && s->obj->kind == OBJ_FUNC && !s->obj->func.is_interface_method) {
            o = s->obj;
            *selection = s;
        }
    }
    return o && o->kind == OBJ_FUNC ? o : NULL;
}

// An argument for parameter number i (the receiver is 0 of a method): where it may flow to.
static Hole argument_hole(Escape *e, const Summary *sum, int i, const Results *results, CallMode mode)
{
    if (!sum || mode == CALL_GO || i >= sum->n)
        return heap(e);
    const ParamLeak *leak = &sum->params[i];
    Loc *j = joint(e);
    if (mode == CALL_DEFER)
        escape_flow(e, e->func->deferred, j, 0);
    if (leak->heap >= 0)
        escape_flow(e, &e->heap, j, leak->heap);
    for (int r = 0; r < SUMMARY_RESULTS; r++) {
        if (leak->result[r] < 0)
            continue;
        if (r < results->n)
            escape_flow(e, results->at[r].dst, j, results->at[r].derefs + leak->result[r]);
    }
    return to(j);
}

// Arguments for a signature; `first` is the number of the first parameter in the summary (1 behind a receiver).
static void arguments(Escape *e, Node *n, Type *sig, const Summary *sum, int first, const Results *results, CallMode mode)
{
    CallExpr *call = AS(CallExpr, CALL_EXPR, n);
    int n_params = sig->sig.params->tuple.n;
    // f(g()) where g has several results.
    Type *only = call->args.n == 1 ? type_of(e, call->args.at[0]) : NULL;
    if (only && only->kind == TYPE_TUPLE && !info_type(e->c->info, call->args.at[0]).comma_ok) {
        Hole *holes = ARENA_ARRAY(&e->arena, Hole, only->tuple.n + 1);
        for (int i = 0; i < only->tuple.n; i++)
            holes[i] = sig->sig.variadic && i >= n_params - 1 ? heap(e) : argument_hole(e, sum, first + i, results, mode);
        calls(e, holes, only->tuple.n, node_unparen(call->args.at[0]), CALL_PLAIN);
        if (sig->sig.variadic)
            alloc_site(e, n, INT64_MAX);
        return;
    }
    int n_fixed = sig->sig.variadic && !call->has_dots ? n_params - 1 : n_params;
    for (int i = 0; i < call->args.n && i < n_fixed; i++)
        expr(e, argument_hole(e, sum, first + i, results, mode), call->args.at[i]);
    if (n_fixed == n_params || call->args.n <= n_fixed)
        return;
    // The slice that the language makes for the rest: a site of its own, known by the call.
    Type *slice = type_under(sig->sig.params->tuple.vars[n_params - 1]->type);
    int64_t size = slice->kind == TYPE_SLICE ? type_size(slice->elem) : 0;
    int64_t n_rest = call->args.n - n_fixed;
    Loc *site = alloc_site(e, n, n_rest > FRAME_VALUE_BYTES ? INT64_MAX : size * n_rest);
    flow(e, address(argument_hole(e, sum, first + n_params - 1, results, mode)), site);
    for (int i = n_fixed; i < call->args.n; i++)
        expr(e, to(site), call->args.at[i]);
}

// func(…) {…}(…): parameters and results are known.
static void call_literal(Escape *e, Node *n, Node *lit, const Results *results)
{
    CallExpr *call = AS(CallExpr, CALL_EXPR, n);
    Type *sig = type_of(e, lit);
    EscapeFunc *f = func_literal(e, nowhere(e), lit);
    if (!sig || sig->kind != TYPE_SIGNATURE || sig->sig.variadic || call->args.n != sig->sig.params->tuple.n) {
        for (int i = 0; i < call->args.n; i++)
            expr(e, heap(e), call->args.at[i]);
        return;
    }
    for (int i = 0; i < call->args.n; i++)
        expr(e, to(escape_declare(e, sig->sig.params->tuple.vars[i])), call->args.at[i]);
    for (int i = 0; i < f->n_results && i < results->n; i++)
        flow(e, results->at[i], f->results[i]);
}

static void receiver(Escape *e, Node *fun, const Selection *s, const Summary *sum, const Results *results, CallMode mode)
{
    Node *x = AS(SelectorExpr, SELECTOR_EXPR, fun)->x;
    Hole k = argument_hole(e, sum, 0, results, mode);
    int derefs = selection_derefs(s);
    if (s->obj->func.has_ptr_recv) {
        // derefs counts the pointer that is itself the receiver, if it is one.
        Type *t = s->recv;
        for (int i = 0; i + 1 < s->n_path; i++) {
            Type *u = type_under(type_is_pointer(t) ? type_under(t)->elem : t);
            if (u->kind != TYPE_STRUCT || s->path[i] < 0 || s->path[i] >= u->strct.n)
                break;
            t = u->strct.fields[s->path[i]]->type;
        }
        if (type_is_pointer(t)) {
            k.derefs += derefs - 1;
            expr(e, k, x);
        } else if (derefs > 0) {
            k.derefs += derefs - 1; // the address of a field of what a pointer points to
            expr(e, k, x);
        } else {
            address_of(e, k, x);
        }
        return;
    }
    k.derefs += derefs;
    expr(e, k, x);
}

static void calls(Escape *e, Hole *holes, int n_holes, Node *n, CallMode mode)
{
    Results results = {holes, n_holes};
    if (!node_is(n, NODE_CALL_EXPR)) {
        // v, ok := m[k], <-c, x.(T): only the first carries pointers
        expr(e, n_holes > 0 ? holes[0] : nowhere(e), n);
        return;
    }
    CallExpr *call = AS(CallExpr, CALL_EXPR, n);
    Node *fun = node_unparen(call->fun);
    TypeAndValue tv = info_type(e->c->info, fun);
    Hole first = n_holes > 0 ? holes[0] : nowhere(e);
    if (tv.mode == MODE_TYPE) {
        conversion(e, first, n);
        return;
    }
    if (tv.mode == MODE_BUILTIN) {
        Object *o = NULL;
        if (node_is(fun, NODE_IDENT))
            o = info_object(e->c->info, fun);
        else if (node_is(fun, NODE_SELECTOR_EXPR))
            o = info_object(e->c->info, AS(SelectorExpr, SELECTOR_EXPR, fun)->sel);
        if (mode != CALL_PLAIN) {
            for (int i = 0; i < call->args.n; i++)
                expr(e, heap(e), call->args.at[i]);
        } else if (o && o->kind == OBJ_BUILTIN) {
            builtin(e, first, n, o->builtin);
        }
        return;
    }
    Type *sig = tv.type ? type_under(tv.type) : NULL;
    if (!sig || sig->kind != TYPE_SIGNATURE) {
        for (int i = 0; i < call->args.n; i++)
            expr(e, heap(e), call->args.at[i]);
        return;
    }
    if (node_is(fun, NODE_FUNC_LIT)) {
        if (mode == CALL_PLAIN) {
            call_literal(e, n, fun, &results);
            return;
        }
        func_literal(e, mode == CALL_GO ? heap(e) : to(e->func->deferred), fun);
        arguments(e, n, sig, NULL, 0, &results, mode);
        return;
    }
    const Selection *s;
    Object *callee = static_callee(e, fun, &s);
    if (callee) {
        const Summary *sum = escape_summary(e, callee);
        if (s)
            receiver(e, fun, s, sum, &results, mode);
        arguments(e, n, sig, sum, s ? 1 : 0, &results, mode);
        return;
    }
    const Selection *method = node_is(fun, NODE_SELECTOR_EXPR) ? info_selection(e->c->info, fun) : NULL;
    if (method && method->kind == SEL_METHOD_VALUE)
        expr(e, heap(e), AS(SelectorExpr, SELECTOR_EXPR, fun)->x); // of an interface
    else
        expr(e, mode == CALL_GO ? heap(e) : mode == CALL_DEFER ? to(e->func->deferred) : nowhere(e), fun);
    arguments(e, n, sig, NULL, 0, &results, mode);
}

// ---------------------------------------------------------------- what statements use (escape_stmt.c)

EscapeFunc *escape_literal(Escape *e, Loc *dst, int derefs, Node *literal)
{
    return open_literal(e, (Hole){dst, derefs}, literal);
}

Hole escape_range_operand(Escape *e, Node *fun)
{
    fun = node_unparen(fun);
    Results none = {0};
    const Selection *s;
    Object *callee = static_callee(e, fun, &s);
    if (callee) {
        const Summary *sum = escape_summary(e, callee);
        if (s) // the receiver of a method value is kept in a closure
            expr(e, nowhere(e), fun);
        return argument_hole(e, sum, s ? 1 : 0, &none, CALL_PLAIN);
    }
    if (node_is(fun, NODE_FUNC_LIT)) {
        func_literal(e, nowhere(e), fun);
        return to(escape_declare(e, type_under(type_of(e, fun))->sig.params->tuple.vars[0]));
    }
    expr(e, nowhere(e), fun);
    return heap(e);
}

void escape_use(Escape *e, Object *var)
{
    use_var(e, var);
}

void escape_expr(Escape *e, Loc *dst, int derefs, Node *n)
{
    expr(e, (Hole){dst, derefs}, n);
}

void escape_call(Escape *e, Loc **dsts, int n, Node *call, CallMode mode)
{
    Hole *holes = ARENA_ARRAY(&e->arena, Hole, n + 1);
    for (int i = 0; i < n; i++)
        holes[i] = to(dsts[i]);
    calls(e, holes, n, node_unparen(call), mode);
}

Loc *escape_base_var(Escape *e, Node *x)
{
    return base_var(e, x);
}

static void literal_body(Escape *e, EscapeFunc *f, Node *lit)
{
    int loop_depth = e->loop_depth;
    FuncLit *l = AS(FuncLit, FUNC_LIT, lit);
    Type *sig = type_of(e, lit);
    EscapeFunc *outer = e->func;
    e->func = f;
    e->loop_depth = 1;
    escape_enter_func(e, f, sig ? type_under(sig) : NULL);
    escape_block(e, l->body);
    e->func = outer;
    e->loop_depth = loop_depth;
    // What the body captured flows into the closure, which is decided once all assignments are known (escape_solve).
}

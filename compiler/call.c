// call.c: calls: windows, receivers, arguments in the order the reference evaluates them, variadic packing.
#include "compiler/lower.h"

// ---------------------------------------------------------------- windows

int window_open(FuncState *fs, int n_results, int n_params)
{
    slots_alloc(fs, STACK_HEADER_SLOTS);
    return slots_alloc(fs, (int64_t)n_results + n_params);
}

void window_close(FuncState *fs, int window, int n_results)
{
    slots_release(fs, window + n_results);
}

void emit_call(FuncState *fs, int window, Func *f)
{
    if (f->native)
        emit_word(fs, OP_CALLN, window, 0, 0, (uint64_t)(uintptr_t)f->native);
    else
        emit_word(fs, OP_CALL, window, 0, 0, word_of(f));
}

void emit_call_closure(FuncState *fs, int window, int closure_slot)
{
    emit_word(fs, OP_CALLC, window, closure_slot, 0, 0);
}

void emit_call_method(FuncState *fs, int window, int iface_slot, int method)
{
    emit_word(fs, OP_CALLI, window, iface_slot, method, 0);
}

int method_index(Compiler *c, Type *iface, Object *method)
{
    int n;
    Object **all = interface_methods(c->checker, iface, &n);
    for (int i = 0; i < n; i++)
        if (all[i] == method)
            return i;
    for (int i = 0; i < n; i++) // the same method declared in another interface
        if (all[i]->name == method->name && (name_is_exported(method->name) || all[i]->pkg == method->pkg))
            return i;
    return 0;
}

// ---------------------------------------------------------------- receivers

Spot receiver_place(FuncState *fs, Node *x, const Selection *s)
{
    Spot p = place_follow(fs, place_of(fs, x), s->path, s->n_path - 1);
    if (s->obj->func.is_interface_method && type_under(p.type)->kind == TYPE_POINTER && !type_is_interface(p.type))
        p = place_memory(place_slot(fs, &p), 0, type_under(p.type)->elem);
    return p;
}

// The receiver at p as the method wants it.
static int receiver_from(FuncState *fs, Spot p, Object *method, int want)
{
    Type *recv = type_under(method->type)->sig.recv->type;
    int n = type_slots(recv);
    if (type_is_pointer(recv)) {
        if (type_is_pointer(p.type)) {
            if (want < 0)
                return place_slot(fs, &p);
            place_load(fs, &p, want);
            return want;
        }
        if (p.kind == PLACE_MEMORY && p.offset == 0 && want < 0)
            return p.slot;
        want = mat(fs, want, 1);
        place_address(fs, &p, want);
        return want;
    }
    if (type_is_pointer(p.type))
        p = place_memory(place_slot(fs, &p), 0, type_under(p.type)->elem);
    if (want < 0)
        return place_slot(fs, &p);
    if (n > 0 || p.kind == PLACE_MEMORY)
        place_load(fs, &p, want);
    return want;
}

int receiver_value(FuncState *fs, Node *x, const Selection *s, int want)
{
    int mark = slots_mark(fs);
    int n = type_slots(type_under(s->obj->type)->sig.recv->type);
    int dst = mat(fs, want, n);
    int keep = want < 0 ? dst + n : mark;
    Spot p = receiver_place(fs, x, s);
    // A pointer that was followed to no offset has not been checked yet.
    bool is_variable = node_is(node_unparen(x), NODE_IDENT) && s->n_path == 1;
    if (p.kind == PLACE_MEMORY && p.offset == 0 && !is_variable && !type_is_pointer(p.type)) {
        emit_at(fs, x->pos);
        emit(fs, OP_NILCHK, p.slot, 0, 0);
    }
    receiver_from(fs, p, s->obj, dst);
    slots_release(fs, keep);
    return dst;
}

// ---------------------------------------------------------------- who is called

static void callee_closure(Callee *c, Node *fun)
{
    c->kind = CALL_CLOSURE;
    c->fun = fun;
}

static void resolve_object(FuncState *fs, Callee *c, Node *fun, Object *o)
{
    if (o && o->kind == OBJ_FUNC) {
        c->kind = CALL_STATIC;
        c->func = func_of(fs->c, o);
    } else {
        callee_closure(c, fun);
    }
}

static void resolve_selector(FuncState *fs, Callee *c, SelectorExpr *e, const Selection **recv)
{
    const Selection *s = info_selection(fs->c->info, &e->node);
    if (!s) {
        resolve_object(fs, c, &e->node, info_object(fs->c->info, e->sel));
    } else if (s->kind == SEL_FIELD) {
        callee_closure(c, &e->node);
    } else if (s->kind == SEL_METHOD_EXPR) {
        c->kind = CALL_STATIC;
        c->func = method_expr_func(fs->c, s);
    } else {
        *recv = s;
        c->has_recv = true;
        c->fun = e->x;
        if (s->obj->func.is_interface_method) {
            c->kind = CALL_IFACE;
        } else {
            c->kind = CALL_STATIC;
            c->func = func_of(fs->c, s->obj);
        }
    }
}

static void resolve(FuncState *fs, Node *fun, Callee *c, const Selection **recv)
{
    fun = node_unparen(fun);
    switch (fun->kind) {
    case NODE_IDENT:
        resolve_object(fs, c, fun, info_object(fs->c->info, fun));
        if (info_instance(fs->c->info, fun))
            compile_fail(fs, fun->pos, "generic functions are not supported yet");
        break;
    case NODE_SELECTOR_EXPR:
        resolve_selector(fs, c, AS(SelectorExpr, SELECTOR_EXPR, fun), recv);
        break;
    case NODE_FUNC_LIT: {
        const Captures *caps = literal_captures(fs->c, fun);
        if (!caps || caps->n == 0) {
            c->kind = CALL_STATIC;
            c->func = literal_func(fs, fun);
        } else {
            callee_closure(c, fun);
        }
        break;
    }
    default:
        callee_closure(c, fun);
    }
}

// ---------------------------------------------------------------- arguments

typedef struct Args {
    CallExpr *e;
    const Layout *lay;
    int window, first;  // first: number of the first declared parameter in lay (1 behind a receiver)
    int n_fixed;        // declared parameters before the variadic one
    Type *variadic;     // type of the variadic slice to be packed, or NULL
} Args;

static int param_slot(const Args *a, int i)
{
    return a->window + a->lay->param_at[a->first + i];
}

static Type *param_type(const Args *a, int i)
{
    return a->lay->param_types[a->first + i];
}

static void one_arg(FuncState *fs, const Args *a, int i)
{
    int mark = slots_mark(fs);
    expr_as(fs, a->e->args.at[i], param_type(a, i), param_slot(a, i));
    slots_release(fs, mark);
}

static void pack_rest(FuncState *fs, const Args *a)
{
    int mark = slots_mark(fs);
    elements_to_slice(fs, a->e->args.at + a->n_fixed, a->e->args.n - a->n_fixed, a->variadic, param_slot(a, a->n_fixed),
                      site_slot(fs, &a->e->node));
    slots_release(fs, mark);
}

// f(g()): the results of one call are the arguments of the other.
static void spread_results(FuncState *fs, const Args *a)
{
    int mark = slots_mark(fs);
    Layout lay;
    int w = call_window(fs, AS(CallExpr, CALL_EXPR, node_unparen(a->e->args.at[0])), &lay);
    int n = a->variadic ? a->n_fixed : lay.n_result_vars;
    for (int i = 0; i < n && i < lay.n_result_vars; i++)
        assign_convert(fs, w + lay.result_at[i], lay.result_types[i], param_type(a, i), param_slot(a, i));
    if (a->variadic) {
        int slice = param_slot(a, a->n_fixed);
        int rest = lay.n_result_vars - n;
        Type *elem = type_under(a->variadic)->elem;
        if (rest <= 0) {
            zero_slots(fs, slice, 3);
        } else {
            emit_word(fs, OP_MAKESLICE, slice, const_word_slot(fs, (uint64_t)rest), const_word_slot(fs, (uint64_t)rest),
                      word_of(rtype_of(fs->c, elem)));
            for (int i = 0; i < rest; i++) {
                Spot p = place_memory(slice, i * type_size(elem), elem);
                assign_place(fs, &p, w + lay.result_at[n + i], lay.result_types[n + i]);
            }
        }
    }
    slots_release(fs, mark);
}

static bool is_tuple(FuncState *fs, Node *e)
{
    Type *t = info_type(fs->c->info, node_unparen(e)).type;
    return t && t->kind == TYPE_TUPLE;
}

static bool args_have_call(FuncState *fs, CallExpr *e)
{
    for (int i = 0; i < e->args.n; i++)
        if (expr_has_call(fs, e->args.at[i]))
            return true;
    return false;
}

enum { REST_MAX = 32 }; // more variadic arguments than that are evaluated one after the other
enum { NESTED_AT = 4000 }; // slots in use from which on windows are no longer opened in one another

// Calls among the arguments first, in order: one that is an argument itself puts its result where it belongs. Then the rest.
static void fill_args(FuncState *fs, const Args *a, const Selection *recv, const Callee *c)
{
    bool spreads = a->e->args.n == 1 && is_tuple(fs, a->e->args.at[0]);
    int n = spreads ? 0 : a->variadic ? a->n_fixed : a->e->args.n;
    uint8_t *done = ARENA_ARRAY(&fs->arena, uint8_t, n + 1);
    if (spreads) {
        spread_results(fs, a);
    } else if (args_have_call(fs, a->e)) {
        for (int i = 0; i < n; i++) {
            done[i] = order_is_direct(fs, a->e->args.at[i]);
            if (done[i])
                one_arg(fs, a, i);
            else
                order_ahead(fs, a->e->args.at[i]);
        }
        for (int i = n; a->variadic && a->e->args.n - n <= REST_MAX && i < a->e->args.n; i++)
            order_ahead(fs, a->e->args.at[i]);
    }
    if (c->has_recv && c->kind == CALL_STATIC)
        receiver_value(fs, c->fun, recv, a->window + a->lay->param_at[0]);
    for (int i = 0; i < n; i++)
        if (!done[i])
            one_arg(fs, a, i);
    if (a->variadic && !spreads)
        pack_rest(fs, a);
}

// The closure or interface that is called: in place if it stands in slots of its own.
static void evaluate_callee(FuncState *fs, Callee *c, const Selection *recv)
{
    if (c->kind == CALL_CLOSURE) {
        c->slot = expr(fs, c->fun, ANYWHERE);
    } else if (c->kind == CALL_IFACE) {
        Spot p = receiver_place(fs, c->fun, recv);
        c->slot = place_slot(fs, &p);
        c->method = method_index(fs->c, p.type, recv->obj);
    }
}

static Type *receiver_type(FuncState *fs, const Callee *c, const Selection *recv)
{
    if (!c->has_recv)
        return NULL;
    if (c->kind == CALL_IFACE) // the data word
        return basic_type(fs->c->checker, KIND_UNSAFE_POINTER);
    return type_under(recv->obj->type)->sig.recv->type;
}

void call_prepare(FuncState *fs, CallExpr *e, Callee *c)
{
    memset(c, 0, sizeof *c);
    const Selection *recv = NULL;
    resolve(fs, e->fun, c, &recv);
    Type *sig = type_under(type_of(fs, node_unparen(e->fun)));
    if (sig->kind != TYPE_SIGNATURE) {
        compile_fail(fs, e->node.pos, "internal error: call of what is no function");
        return;
    }
    c->lay = layout_of(fs->c, sig, receiver_type(fs, c, recv));
    bool late = args_have_call(fs, e);
    int begin = order_begin(fs);
    if (!late)
        evaluate_callee(fs, c, recv);
    else if (c->fun)
        order_ahead(fs, c->fun);
    c->nested = late && fs->top > NESTED_AT && e->args.n <= REST_MAX && !(e->args.n == 1 && is_tuple(fs, e->args.at[0]));
    for (int i = 0; c->nested && i < e->args.n; i++)
        order_ahead(fs, e->args.at[i]);
    c->window = window_open(fs, c->lay.n_results, c->lay.n_params);
    Args a = {.e = e, .lay = &c->lay, .window = c->window, .first = c->has_recv};
    a.n_fixed = sig->sig.params->tuple.n;
    if (sig->sig.variadic && !e->has_dots) {
        a.n_fixed--;
        a.variadic = c->lay.param_types[a.first + a.n_fixed];
    }
    fill_args(fs, &a, recv, c);
    if (late)
        evaluate_callee(fs, c, recv);
    order_end(fs, begin);
}

int call_window(FuncState *fs, CallExpr *e, Layout *lay)
{
    Callee c;
    int mark = slots_mark(fs);
    call_prepare(fs, e, &c);
    emit_at(fs, e->node.pos);
    if (c.kind == CALL_STATIC && c.func)
        emit_call(fs, c.window, c.func);
    else if (c.kind == CALL_IFACE)
        emit_call_method(fs, c.window, c.slot, c.method);
    else
        emit_call_closure(fs, c.window, c.slot);
    window_close(fs, c.window, c.lay.n_results);
    *lay = c.lay;
    if (!c.nested)
        return c.window;
    move_slots(fs, mark, c.window, c.lay.n_results); // what was evaluated ahead is not needed any more
    slots_release(fs, mark + c.lay.n_results);
    return mark;
}

int call_value(FuncState *fs, CallExpr *e, int want)
{
    int slot;
    if (expr_is_type(fs, e->fun)) {
        emit_at(fs, e->node.pos);
        return convert_value(fs, e->args.at[0], type_of(fs, &e->node), want);
    }
    int id = builtin_id(fs, e->fun);
    if (id >= 0)
        return builtin_value(fs, e, id, want);
    if (intrinsic_value(fs, e, want, &slot))
        return slot;
    Layout lay;
    int mark = slots_mark(fs);
    int w = call_window(fs, e, &lay);
    if (want < 0)
        return w;
    move_slots(fs, want, w, lay.n_results);
    slots_release(fs, mark);
    return want;
}

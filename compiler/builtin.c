// builtin.c: the predeclared functions; those on numbers and those of package unsafe stand in files of their own.
#include "compiler/lower.h"

int builtin_id(FuncState *fs, Node *fun)
{
    fun = node_unparen(fun);
    Node *name = node_is(fun, NODE_SELECTOR_EXPR) ? AS(SelectorExpr, SELECTOR_EXPR, fun)->sel : fun;
    if (!node_is(name, NODE_IDENT) || (fun != name && info_selection(fs->c->info, fun)))
        return -1;
    Object *o = info_object(fs->c->info, name);
    return o && o->kind == OBJ_BUILTIN ? o->builtin : -1;
}

Node *builtin_arg(CallExpr *e, int i)
{
    return node_unparen(e->args.at[i]);
}

static uint64_t rtype_word(FuncState *fs, Type *t)
{
    return word_of(rtype_of(fs->c, t));
}

static Type *int_type(FuncState *fs)
{
    return basic_type(fs->c->checker, KIND_INT);
}

int builtin_count(FuncState *fs, Node *e, int want)
{
    const Const *v = const_of(fs, node_unparen(e));
    if (v)
        return const_slot(fs, const_to_int(fs->c->consts, v), int_type(fs), want);
    return expr(fs, e, want);
}

// ---------------------------------------------------------------- slices

// Elements into the backing array that `slice` (slots) has.
static void store_elements(FuncState *fs, Node **elems, int n, Type *elem, int slice)
{
    int64_t size = type_size(elem);
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < n; i++) {
            if (expr_has_call(fs, elems[i]) != (pass == 0))
                continue;
            int mark = slots_mark(fs);
            Spot p = place_memory(slice, i * size, elem);
            if (size > 0)
                store_expr(fs, &p, elems[i]);
            else
                expr_drop(fs, elems[i]);
            slots_release(fs, mark);
        }
    }
}

// A slice over frame memory at slot `at`, filled with the elements.
static void slice_over_frame(FuncState *fs, Node **elems, int n, Type *elem, int slice, int at)
{
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < n; i++) {
            if (expr_has_call(fs, elems[i]) != (pass == 0))
                continue;
            int mark = slots_mark(fs);
            Spot p = place_frame(at, i * type_size(elem), elem);
            store_expr(fs, &p, elems[i]);
            slots_release(fs, mark);
        }
    }
    emit(fs, OP_LEA, slice, at, 0);
    load_int(fs, slice + 1, n);
    load_int(fs, slice + 2, n);
}

void elements_to_slice(FuncState *fs, Node **elems, int n, Type *slice, int dst, int site)
{
    if (n == 0) {
        zero_slots(fs, dst, 3);
        return;
    }
    Type *elem = type_under(slice)->elem;
    if (site >= 0) {
        slice_over_frame(fs, elems, n, elem, dst, site);
        return;
    }
    int count = const_word_slot(fs, (uint64_t)n);
    emit_word(fs, OP_MAKESLICE, dst, count, count, rtype_word(fs, elem));
    store_elements(fs, elems, n, elem, dst);
}

enum { APPEND_FRAME_SLOTS = 64 };

// The elements as a slice over frame memory: nothing is allocated for them.
static int elements_in_frame(FuncState *fs, Node **elems, int n, Type *elem)
{
    Rep r = rep_of(elem);
    int64_t bytes = r.size * n;
    int slice = slots_alloc(fs, 3);
    if (r.size == 0 || bytes / 8 >= APPEND_FRAME_SLOTS) {
        int count = const_word_slot(fs, (uint64_t)n);
        emit_word(fs, OP_MAKESLICE, slice, count, count, rtype_word(fs, elem));
        store_elements(fs, elems, n, elem, slice);
        return slice;
    }
    slice_over_frame(fs, elems, n, elem, slice, slots_alloc(fs, (bytes + 7) / 8));
    return slice;
}

static int append_value(FuncState *fs, CallExpr *e, int want)
{
    Type *t = type_of(fs, &e->node);
    Type *elem = type_under(t)->elem;
    int n = e->args.n - 1;
    if (n == 0)
        return expr(fs, builtin_arg(e, 0), want);
    int mark = slots_mark(fs);
    int dst = mat(fs, want, 3);
    int keep = want < 0 ? dst + 3 : mark;
    int begin = order_begin(fs);
    order_list(fs, e->args.at, e->args.n);
    int s = expr(fs, builtin_arg(e, 0), ANYWHERE);
    int more;
    Op op = OP_APPEND;
    if (e->has_dots) {
        more = expr(fs, builtin_arg(e, 1), ANYWHERE);
        if (type_kind(type_of(fs, builtin_arg(e, 1))) == KIND_STRING)
            op = OP_APPENDSTR;
    } else if (n == 1) {
        op = OP_APPEND1;
        more = expr_as(fs, builtin_arg(e, 1), elem, ANYWHERE);
    } else {
        more = elements_in_frame(fs, e->args.at + 1, n, elem);
    }
    order_end(fs, begin);
    emit_at(fs, e->node.pos);
    if (op == OP_APPENDSTR)
        emit(fs, op, dst, s, more);
    else
        emit_word(fs, op, dst, s, more, rtype_word(fs, elem));
    slots_release(fs, keep);
    return dst;
}

static int copy_value(FuncState *fs, CallExpr *e, int want)
{
    int mark = slots_mark(fs);
    int dst = mat(fs, want, 1);
    int keep = want < 0 ? dst + 1 : mark;
    int begin = order_begin(fs);
    order_list(fs, e->args.at, 2);
    int to = expr(fs, builtin_arg(e, 0), ANYWHERE);
    int from = expr(fs, builtin_arg(e, 1), ANYWHERE);
    order_end(fs, begin);
    emit_at(fs, e->node.pos);
    if (type_kind(type_of(fs, builtin_arg(e, 1))) == KIND_STRING)
        emit(fs, OP_COPYSTR, dst, to, from);
    else
        emit_word(fs, OP_COPYSLICE, dst, to, from, rtype_word(fs, type_under(type_of(fs, builtin_arg(e, 0)))->elem));
    slots_release(fs, keep);
    return dst;
}

static int make_value(FuncState *fs, CallExpr *e, int want)
{
    Type *t = type_of(fs, &e->node);
    Type *u = type_under(t);
    int n = type_slots(t);
    int mark = slots_mark(fs);
    int dst = mat(fs, want, n);
    int keep = want < 0 ? dst + n : mark;
    int begin = order_begin(fs);
    if (e->args.n > 2)
        order_list(fs, e->args.at + 1, 2);
    int site = site_slot(fs, &e->node);
    if (u->kind == TYPE_SLICE && site >= 0) {
        const Const *cap = const_of(fs, node_unparen(builtin_arg(e, e->args.n - 1)));
        int64_t n_cap = 0;
        const_int64_value(const_to_int(fs->c->consts, cap), &n_cap);
        zero_slots(fs, site, (n_cap * type_size(u->elem) + 7) / 8);
        builtin_count(fs, builtin_arg(e, 1), dst + 1);
        load_int(fs, dst + 2, n_cap);
        emit(fs, OP_LEA, dst, site, 0);
    } else if (u->kind == TYPE_SLICE) {
        int len = builtin_count(fs, builtin_arg(e, 1), ANYWHERE);
        int cap = e->args.n > 2 ? builtin_count(fs, builtin_arg(e, 2), ANYWHERE) : len;
        emit_at(fs, e->node.pos);
        emit_word(fs, OP_MAKESLICE, dst, len, cap, rtype_word(fs, u->elem));
    } else {
        int size = e->args.n > 1 ? builtin_count(fs, builtin_arg(e, 1), ANYWHERE) : const_word_slot(fs, 0);
        emit_at(fs, e->node.pos);
        emit_word(fs, u->kind == TYPE_MAP ? OP_MAKEMAP : OP_MAKECHAN, dst, size, 0, rtype_word(fs, t));
    }
    order_end(fs, begin);
    slots_release(fs, keep);
    return dst;
}

// ---------------------------------------------------------------- len, cap

// Length (word 1) or capacity (word 2) of a string or slice, reading no more than that from memory.
static int header_word(FuncState *fs, Node *x, int word, int want)
{
    Spot p = place_of(fs, x);
    if (p.kind == PLACE_MEMORY || p.kind == PLACE_GLOBAL) {
        p.offset += 8 * word;
        p.type = int_type(fs);
        if (want >= 0) {
            place_load(fs, &p, want);
            return want;
        }
        return place_slot(fs, &p);
    }
    int slot = place_slot(fs, &p) + word;
    if (want < 0)
        return slot;
    move_slots(fs, want, slot, 1);
    return want;
}

static int length_value(FuncState *fs, CallExpr *e, int id, int want)
{
    Node *x = builtin_arg(e, 0);
    Type *u = type_under(type_of(fs, x));
    Type *array = u->kind == TYPE_POINTER ? type_under(u->elem) : u;
    if (array->kind == TYPE_ARRAY) { // not constant: x has calls
        expr_drop(fs, x);
        want = mat(fs, want, 1);
        load_int(fs, want, array->array.len);
        return want;
    }
    const Const *v = const_of(fs, x);
    if (v) {
        want = mat(fs, want, 1);
        load_int(fs, want, const_string_len(v));
        return want;
    }
    if (u->kind == TYPE_SLICE || type_kind(u) == KIND_STRING) {
        emit_at(fs, e->node.pos);
        int mark = slots_mark(fs);
        int slot = header_word(fs, x, id == BUILTIN_CAP ? 2 : 1, want);
        if (want >= 0)
            slots_release(fs, mark);
        return slot;
    }
    int mark = slots_mark(fs);
    int m = expr(fs, x, ANYWHERE);
    slots_release(fs, mark);
    want = mat(fs, want, 1);
    emit_at(fs, e->node.pos);
    emit(fs, u->kind == TYPE_MAP ? OP_MAPLEN : id == BUILTIN_CAP ? OP_CHANCAP : OP_CHANLEN, want, m, 0);
    return want;
}

// ---------------------------------------------------------------- new, panic, print

static int new_value(FuncState *fs, CallExpr *e, int want)
{
    Type *t = type_under(type_of(fs, &e->node))->elem;
    int mark = slots_mark(fs);
    int dst = mat(fs, want, 1);
    int keep = want < 0 ? dst + 1 : mark;
    int site = site_slot(fs, &e->node);
    if (site >= 0) {
        if (expr_is_type(fs, builtin_arg(e, 0))) {
            zero_slots(fs, site, type_slots(t));
        } else {
            Spot p = place_frame(site, 0, t);
            store_expr(fs, &p, builtin_arg(e, 0));
        }
        emit(fs, OP_LEA, dst, site, 0);
    } else if (expr_is_type(fs, builtin_arg(e, 0))) {
        emit_at(fs, e->node.pos);
        emit_word(fs, OP_NEW, dst, 0, 0, rtype_word(fs, t));
    } else { // new(value)
        const Const *v = const_of(fs, builtin_arg(e, 0));
        int x = v && !type_is_interface(t) ? const_slot(fs, v, t, ANYWHERE) : expr_as(fs, builtin_arg(e, 0), t, ANYWHERE);
        emit_at(fs, e->node.pos);
        if (type_slots(t) == 0)
            emit_word(fs, OP_NEW, dst, 0, 0, rtype_word(fs, t));
        else
            emit_word(fs, OP_NEWK, dst, x, 0, rtype_word(fs, t));
    }
    slots_release(fs, keep);
    return dst;
}

static void panic_stmt(FuncState *fs, CallExpr *e)
{
    int x = expr_as(fs, builtin_arg(e, 0), type_any(fs->c->checker), ANYWHERE);
    emit_at(fs, e->node.pos);
    emit(fs, OP_PANIC, x, 0, 0);
}

static PrintKind print_kind(Type *t)
{
    Rep r = rep_of(t);
    switch ((RepKind)r.kind) {
    case REP_INT:
        return type_is_boolean(t) ? PRINT_BOOL : r.is_signed ? PRINT_INT : PRINT_UINT;
    case REP_F64:
        return PRINT_FLOAT;
    case REP_F32:
        return PRINT_FLOAT32;
    case REP_C128:
        return PRINT_COMPLEX;
    case REP_C64:
        return PRINT_COMPLEX64;
    case REP_STRING:
        return PRINT_STRING;
    case REP_IFACE:
        return PRINT_IFACE;
    case REP_SLICE:
        return PRINT_SLICE;
    default:
        return PRINT_POINTER;
    }
}

static void print_one(FuncState *fs, Node *x)
{
    int mark = slots_mark(fs);
    Type *t = type_of(fs, x);
    int slot = expr(fs, x, ANYWHERE);
    emit(fs, OP_PRINT, slot, print_kind(t), 0);
    slots_release(fs, mark);
}

static void print_stmt(FuncState *fs, CallExpr *e, bool line)
{
    // Values first: an argument that is a call may print itself.
    int begin = order_begin(fs);
    for (int i = 0; i < e->args.n; i++)
        order_ahead(fs, builtin_arg(e, i));
    emit_at(fs, e->node.pos);
    for (int i = 0; i < e->args.n; i++) {
        if (line && i > 0)
            emit(fs, OP_PRINT, 0, PRINT_SPACE, 0);
        print_one(fs, builtin_arg(e, i));
    }
    order_end(fs, begin);
    if (line)
        emit(fs, OP_PRINT, 0, PRINT_NEWLINE, 0);
}

// ---------------------------------------------------------------- maps

static void delete_stmt(FuncState *fs, CallExpr *e)
{
    Type *t = type_of(fs, builtin_arg(e, 0));
    int begin = order_begin(fs);
    order_list(fs, e->args.at, 2);
    int m = expr(fs, builtin_arg(e, 0), ANYWHERE);
    int key = expr_as(fs, builtin_arg(e, 1), type_under(t)->map.key, ANYWHERE);
    order_end(fs, begin);
    emit_at(fs, e->node.pos);
    emit_word(fs, OP_MAPDEL, m, key, 0, rtype_word(fs, t));
}

static void clear_stmt(FuncState *fs, CallExpr *e)
{
    Type *t = type_of(fs, builtin_arg(e, 0));
    int x = expr(fs, builtin_arg(e, 0), ANYWHERE);
    emit_at(fs, e->node.pos);
    if (type_under(t)->kind == TYPE_MAP)
        emit_word(fs, OP_MAPCLEAR, x, 0, 0, rtype_word(fs, t));
    else
        emit_word(fs, OP_CLEARSLICE, x, 0, 0, rtype_word(fs, type_under(t)->elem));
}

// ---------------------------------------------------------------- all of them

static int statement(FuncState *fs, CallExpr *e, int id, int want)
{
    int mark = slots_mark(fs);
    switch (id) {
    case BUILTIN_CLEAR:
        clear_stmt(fs, e);
        break;
    case BUILTIN_CLOSE: {
        int ch = expr(fs, builtin_arg(e, 0), ANYWHERE);
        emit_at(fs, e->node.pos);
        emit(fs, OP_CLOSE, ch, 0, 0);
        break;
    }
    case BUILTIN_DELETE:
        delete_stmt(fs, e);
        break;
    case BUILTIN_PANIC:
        panic_stmt(fs, e);
        break;
    case BUILTIN_PRINT:
    case BUILTIN_PRINTLN:
        print_stmt(fs, e, id == BUILTIN_PRINTLN);
        break;
    default:
        UNREACHABLE();
    }
    slots_release(fs, mark);
    return want < 0 ? mark : want;
}

// copy(f()) and its like: the results of one call are the arguments. They are bound to nodes that stand for them.
static int spread_call(FuncState *fs, CallExpr *e, int id, int want)
{
    Layout lay;
    int n = type_slots(type_of(fs, &e->node));
    bool has_value = want < 0 && info_type(fs->c->info, &e->node).mode != MODE_NO_VALUE && type_of(fs, &e->node)->kind != TYPE_TUPLE;
    int dst = has_value ? slots_alloc(fs, n) : want;
    int mark = slots_mark(fs);
    int w = call_window(fs, AS(CallExpr, CALL_EXPR, builtin_arg(e, 0)), &lay);
    CallExpr *spread = ARENA_NEW(&fs->arena, CallExpr);
    *spread = *e;
    spread->args.n = lay.n_result_vars;
    spread->args.at = ARENA_ARRAY(&fs->arena, Node *, lay.n_result_vars);
    for (int i = 0; i < lay.n_result_vars; i++) {
        BadExpr *x = ARENA_NEW(&fs->arena, BadExpr);
        x->node.kind = NODE_BAD_EXPR;
        x->node.pos = e->node.pos;
        spread->args.at[i] = &x->node;
        order_bind(fs, &x->node, w + lay.result_at[i]);
        hashmap_set(&fs->bound_types, &fs->arena, x, lay.result_types[i]);
    }
    hashmap_set(&fs->bound_types, &fs->arena, spread, type_of(fs, &e->node));
    builtin_value(fs, spread, id, dst);
    slots_release(fs, mark);
    return dst < 0 ? mark : dst;
}

int builtin_value(FuncState *fs, CallExpr *e, int id, int want)
{
    emit_at(fs, e->node.pos);
    if (e->args.n == 1 && node_is(builtin_arg(e, 0), NODE_CALL_EXPR)) {
        Type *t = info_type(fs->c->info, builtin_arg(e, 0)).type;
        if (t && t->kind == TYPE_TUPLE && t->tuple.n > 0)
            return spread_call(fs, e, id, want);
    }
    switch (id) {
    case BUILTIN_APPEND:
        return append_value(fs, e, want);
    case BUILTIN_CAP:
    case BUILTIN_LEN:
        return length_value(fs, e, id, want);
    case BUILTIN_CLEAR:
    case BUILTIN_CLOSE:
    case BUILTIN_DELETE:
    case BUILTIN_PANIC:
    case BUILTIN_PRINT:
    case BUILTIN_PRINTLN:
        return statement(fs, e, id, want);
    case BUILTIN_COMPLEX:
        return builtin_complex(fs, e, want);
    case BUILTIN_COPY:
        return copy_value(fs, e, want);
    case BUILTIN_IMAG:
    case BUILTIN_REAL:
        return builtin_part(fs, e, id, want);
    case BUILTIN_MAKE:
        return make_value(fs, e, want);
    case BUILTIN_MAX:
    case BUILTIN_MIN:
        return builtin_min_max(fs, e, id, want);
    case BUILTIN_NEW:
        return new_value(fs, e, want);
    case BUILTIN_RECOVER:
        want = mat(fs, want, 2);
        emit(fs, OP_RECOVER, want, 0, 0);
        return want;
    case BUILTIN_UNSAFE_ADD:
        return builtin_unsafe_add(fs, e, want);
    case BUILTIN_UNSAFE_SLICE:
    case BUILTIN_UNSAFE_STRING:
        return builtin_unsafe_slice(fs, e, id, want);
    case BUILTIN_UNSAFE_SLICE_DATA:
    case BUILTIN_UNSAFE_STRING_DATA: {
        int slot = expr(fs, builtin_arg(e, 0), ANYWHERE);
        if (want < 0)
            return slot;
        move_slots(fs, want, slot, 1);
        return want;
    }
    default:
        compile_fail(fs, e->node.pos, "internal error: builtin that is no constant");
        return mat(fs, want, 1);
    }
}

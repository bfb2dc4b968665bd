// range.c: range loops over integers, slices, arrays, strings, maps and channels; rangefunc.c has those over functions.
// The range expression is evaluated once. A variable that the loop defines is a new one each time round: in a new cell if it needs one.
#include "base/check.h"
#include "compiler/lower.h"
#include "runtime/map.h"

typedef struct Range {
    RangeStmt *s;
    Name label;
    Node *lhs[2];    // key, value; NULL: absent or blank
    Object *vars[2]; // defined by the loop
    int reserved[2];
    int top, next, end;
    ConstCache cache;
} Range;

static void open_range(FuncState *fs, Range *r, RangeStmt *s, Name label)
{
    memset(r, 0, sizeof *r);
    r->s = s;
    r->label = label;
    for (int i = 0; i < 2; i++) {
        r->reserved[i] = ANYWHERE;
        if (i >= s->lhs.n || !s->lhs.at[i] || is_blank(s->lhs.at[i]))
            continue;
        r->lhs[i] = s->lhs.at[i];
        if (s->define)
            r->vars[i] = info_object(fs->c->info, r->lhs[i]);
        if (r->vars[i])
            r->reserved[i] = var_reserve(fs, r->vars[i]);
    }
    r->top = label_new(fs);
    r->next = label_new(fs);
    r->end = label_new(fs);
}

// The slots where the value of that variable may be computed: its own, or a temporary's.
static int value_slots(FuncState *fs, Range *r, int i, Type *t)
{
    if (r->vars[i] && var_is_plain(fs, r->vars[i]) && types_identical(r->vars[i]->type, t))
        return r->reserved[i];
    return slots_alloc(fs, type_slots(t));
}

// Assigns to both variables, which are no new ones: where they are is found before either changes.
static void set_both(FuncState *fs, Range *r, int key, Type *key_type, int value, Type *value_type)
{
    int mark = slots_mark(fs);
    emit_at(fs, r->lhs[0]->pos);
    Spot p[2];
    for (int i = 0; i < 2; i++) {
        p[i] = place_of(fs, r->lhs[i]);
        if (p[i].kind > PLACE_GLOBAL && i == 1) { // its index may be the key
            int pointer = slots_alloc(fs, 1);
            if (p[i].kind == PLACE_MAP) {
                int index = slots_alloc(fs, type_slots(type_under(p[i].container)->map.key));
                move_slots(fs, index, p[i].index, type_slots(type_under(p[i].container)->map.key));
                p[i].index = index;
                continue;
            }
            place_address(fs, &p[i], pointer);
            p[i] = place_memory(pointer, 0, p[i].type);
        }
    }
    assign_place(fs, &p[0], key, key_type);
    assign_place(fs, &p[1], value, value_type);
    slots_release(fs, mark);
}

static bool assigns_both(const Range *r)
{
    return r->lhs[0] && r->lhs[1] && !r->vars[0] && !r->vars[1];
}

// Gives variable i its value for this time round.
static void set_value(FuncState *fs, Range *r, int i, int src, Type *t)
{
    if (!r->lhs[i])
        return;
    int mark = slots_mark(fs);
    emit_at(fs, r->lhs[i]->pos);
    if (r->vars[i]) {
        int v = assign_convert(fs, src, t, r->vars[i]->type, ANYWHERE);
        var_complete(fs, r->vars[i], r->reserved[i], v);
    } else {
        Spot p = place_of(fs, r->lhs[i]);
        assign_place(fs, &p, src, t);
    }
    slots_release(fs, mark);
}

static void body(FuncState *fs, Range *r)
{
    Target t;
    target_open(fs, &t, r->label, r->end, r->next);
    block(fs, AS(BlockStmt, BLOCK_STMT, r->s->body)->stmts);
    target_close(fs);
    label_bind(fs, r->next);
    emit_at(fs, r->s->node.pos);
}

// Whether the loop's own counter may be the key variable: nobody else changes it.
static bool key_is_counter(FuncState *fs, const Range *r, Type *t)
{
    Object *var = r->vars[0];
    if (!var || !var_is_plain(fs, var) || !types_identical(var->type, t))
        return false;
    const VarInfo *info = var_info(var);
    Rep rep = rep_of(t);
    return !info->assigned && info->storage == VAR_FRAME && rep.kind == REP_INT && rep.bytes == 8;
}

static int open_counter(FuncState *fs, Range *r, Type *t, bool *is_key)
{
    *is_key = key_is_counter(fs, r, t);
    int counter = *is_key ? r->reserved[0] : slots_alloc(fs, 1);
    load_int(fs, counter, 0);
    if (*is_key)
        var_bind_slots(fs, r->vars[0], counter);
    return counter;
}

// A local variable that nothing assigns to can be read in place all through the loop.
static bool is_stable(FuncState *fs, Node *x)
{
    x = node_unparen(x);
    if (!node_is(x, NODE_IDENT))
        return false;
    Object *o = info_object(fs->c->info, x);
    if (!o || o->kind != OBJ_VAR || o->var.is_global || var_plain_slot(fs, x) < 0)
        return false;
    const VarInfo *info = var_info(o);
    return !info->assigned && info->storage == VAR_FRAME;
}

static int stable_value(FuncState *fs, Node *x, int64_t n)
{
    if (is_stable(fs, x))
        return var_plain_slot(fs, x);
    int slot = slots_alloc(fs, n);
    int mark = slots_mark(fs);
    expr(fs, x, slot);
    slots_release(fs, mark);
    return slot;
}

// ---------------------------------------------------------------- integers

static void range_int(FuncState *fs, Range *r, Type *t)
{
    Node *x = node_unparen(r->s->x);
    Rep rep = rep_of(t);
    bool is_u = rep.bytes == 8 && !rep.is_signed;
    const Const *v = const_of(fs, x);
    int64_t limit = 0;
    bool has_limit = v && const_int64_value(const_to_int(fs->c->consts, v), &limit);
    int n = -1;
    if (!has_limit || limit < INT16_MIN || limit > INT16_MAX) {
        n = slots_alloc(fs, 1);
        if (v)
            const_load(fs, v, t, n);
        else if (is_stable(fs, x))
            n = var_plain_slot(fs, x);
        else
            expr(fs, x, n);
    }
    bool is_key;
    int i = open_counter(fs, r, t, &is_key);
    cache_open(fs, &r->cache);
    if (n < 0 && limit <= 0)
        emit_jump(fs, r->end);
    else if (n >= 0)
        emit_branch(fs, is_u ? OP_JLEU : OP_JLE, n, i, r->end);
    label_bind(fs, r->top);
    if (!is_key)
        set_value(fs, r, 0, i, t);
    body(fs, r);
    if (n < 0) {
        emit_branch(fs, OP_LOOPI, i, (int)limit, r->top);
    } else if (is_u) {
        emit(fs, OP_ADDI, i, i, 1);
        emit_branch(fs, OP_JLTU, i, n, r->top);
    } else {
        emit_branch(fs, OP_LOOP, i, n, r->top);
    }
    cache_close(fs);
}

// ---------------------------------------------------------------- slices and arrays

// Runs the loop over n elements (slot n, or constant len when n < 0) of a place whose index is the counter.
static void range_elements(FuncState *fs, Range *r, Spot elems, int n, int64_t len)
{
    Type *int_type = basic_type(fs->c->checker, KIND_INT);
    bool is_key;
    int i = open_counter(fs, r, int_type, &is_key);
    int limit = n;
    if (n < 0 && len > INT16_MAX) {
        limit = slots_alloc(fs, 1);
        load_int(fs, limit, len);
    }
    int value = r->lhs[1] ? value_slots(fs, r, 1, elems.type) : -1;
    cache_open(fs, &r->cache);
    if (n >= 0)
        emit_branch(fs, OP_JLE, n, i, r->end);
    else if (len <= 0)
        emit_jump(fs, r->end);
    label_bind(fs, r->top);
    if (!is_key && !assigns_both(r))
        set_value(fs, r, 0, i, int_type);
    if (r->lhs[1]) {
        elems.index = i;
        emit_at(fs, r->lhs[1]->pos);
        place_load(fs, &elems, value);
        if (assigns_both(r))
            set_both(fs, r, i, int_type, value, elems.type);
        else
            set_value(fs, r, 1, value, elems.type);
    }
    body(fs, r);
    if (limit >= 0)
        emit_branch(fs, OP_LOOP, i, limit, r->top);
    else
        emit_branch(fs, OP_LOOPI, i, (int)len, r->top);
    cache_close(fs);
}

// The end of such a loop counts and fetches the next element at once: its head is one jump there. at: slots of pointer, length, index.
static void range_values(FuncState *fs, Range *r, Op op, int at, int start, Type *t)
{
    int value = value_slots(fs, r, 1, t);
    cache_open(fs, &r->cache);
    load_int(fs, at + 2, start);
    emit_jump(fs, r->next);
    label_bind(fs, r->top);
    set_value(fs, r, 1, value, t);
    body(fs, r);
    emit_branch(fs, op, value, at, r->top);
    cache_close(fs);
}

static void range_slice(FuncState *fs, Range *r, Type *u)
{
    Node *x = node_unparen(r->s->x);
    Op op = place_range_op(u->elem);
    if (r->lhs[1] && !r->lhs[0] && op != OP_COUNT) {
        int at = slots_alloc(fs, 3);
        int mark = slots_mark(fs);
        expr(fs, x, at);
        slots_release(fs, mark);
        range_values(fs, r, op, at, -1, u->elem);
        return;
    }
    int slice;
    if (is_stable(fs, x)) {
        slice = var_plain_slot(fs, x);
    } else {
        slice = slots_alloc(fs, 3);
        int mark = slots_mark(fs);
        expr(fs, x, slice);
        slots_release(fs, mark);
    }
    Spot p = {.kind = PLACE_SLICE, .slot = slice, .type = u->elem};
    range_elements(fs, r, p, slice + 1, 0);
}

enum { RANGE_FRAME_BYTES = 1024 };

static void range_array(FuncState *fs, Range *r, Type *array)
{
    Node *x = node_unparen(r->s->x);
    Spot p = {.kind = PLACE_FRAME_ARRAY, .type = array->array.elem, .len = array->array.len};
    if (!r->lhs[1]) {
        if (expr_has_call(fs, x))
            expr_drop(fs, x);
    } else if (is_stable(fs, x)) {
        p.slot = var_plain_slot(fs, x);
    } else if (type_size(array) <= RANGE_FRAME_BYTES || !is_in_memory(fs, x)) {
        p.slot = slots_alloc(fs, type_slots(array));
        int mark = slots_mark(fs);
        expr(fs, x, p.slot);
        slots_release(fs, mark);
    } else { // a copy on the heap
        p.kind = PLACE_ARRAY;
        p.slot = slots_alloc(fs, 1);
        int mark = slots_mark(fs);
        Spot from = place_of(fs, x);
        int at = slots_alloc(fs, 1);
        place_address(fs, &from, at);
        emit_word(fs, OP_NEW, p.slot, 0, 0, word_of(rtype_of(fs->c, array)));
        emit_word(fs, OP_COPY, p.slot, at, 0, (uint64_t)type_size(array));
        slots_release(fs, mark);
    }
    range_elements(fs, r, p, -1, array->array.len);
}

static void range_array_pointer(FuncState *fs, Range *r, Type *array)
{
    Node *x = node_unparen(r->s->x);
    Spot p = {.kind = PLACE_ARRAY, .type = array->array.elem, .len = array->array.len};
    if (r->lhs[1])
        p.slot = stable_value(fs, x, 1);
    else if (expr_has_call(fs, x))
        expr_drop(fs, x);
    range_elements(fs, r, p, -1, array->array.len);
}

// ---------------------------------------------------------------- strings

static void range_string(FuncState *fs, Range *r)
{
    Type *int_type = basic_type(fs->c->checker, KIND_INT);
    Type *rune_type = basic_type(fs->c->checker, KIND_INT32);
    if (r->lhs[1] && !r->lhs[0]) {
        int at = slots_alloc(fs, 3);
        int mark = slots_mark(fs);
        expr(fs, r->s->x, at);
        slots_release(fs, mark);
        range_values(fs, r, OP_RANGESTR, at, 0, rune_type);
        return;
    }
    int s = stable_value(fs, r->s->x, 2);
    bool is_key;
    int i = open_counter(fs, r, int_type, &is_key);
    int step = slots_alloc(fs, 2); // index behind the rune, the rune
    cache_open(fs, &r->cache);
    emit_branch(fs, OP_JLEI, s + 1, 0, r->end);
    label_bind(fs, r->top);
    emit(fs, OP_STRNEXT, step, s, i);
    if (assigns_both(r)) {
        set_both(fs, r, i, int_type, step + 1, rune_type);
    } else {
        if (!is_key)
            set_value(fs, r, 0, i, int_type);
        if (r->vars[1] && var_is_plain(fs, r->vars[1]) && types_identical(r->vars[1]->type, rune_type))
            var_bind_slots(fs, r->vars[1], step + 1);
        else
            set_value(fs, r, 1, step + 1, rune_type);
    }
    body(fs, r);
    emit(fs, OP_MOV, i, step, 0);
    emit_branch(fs, OP_JLT, i, s + 1, r->top);
    cache_close(fs);
}

// ---------------------------------------------------------------- maps and channels

static void range_map(FuncState *fs, Range *r, Type *t)
{
    Type *u = type_under(t);
    Type *types[2] = {u->map.key, u->map.elem};
    int it = slots_alloc(fs, MAP_ITER_SLOTS);
    int mark = slots_mark(fs);
    int m = expr(fs, r->s->x, ANYWHERE);
    emit_at(fs, r->s->node.pos);
    emit_word(fs, OP_MAPITER, it, m, 0, word_of(rtype_of(fs->c, t)));
    slots_release(fs, mark);
    int values[2] = {-1, -1};
    for (int i = 0; i < 2; i++)
        if (r->lhs[i])
            values[i] = value_slots(fs, r, i, types[i]);
    cache_open(fs, &r->cache);
    label_bind(fs, r->top);
    emit_branch(fs, OP_MAPNEXT, it, 0, r->end);
    for (int i = 0; i < 2; i++) {
        if (!r->lhs[i])
            continue;
        Spot p = place_memory(it + i, 0, types[i]);
        if (type_size(types[i]) > 0)
            place_load(fs, &p, values[i]);
        if (!assigns_both(r))
            set_value(fs, r, i, values[i], types[i]);
    }
    if (assigns_both(r))
        set_both(fs, r, values[0], types[0], values[1], types[1]);
    body(fs, r);
    emit_jump(fs, r->top);
    cache_close(fs);
}

static void range_chan(FuncState *fs, Range *r, Type *u)
{
    Type *elem = u->chan.elem;
    int ch = stable_value(fs, r->s->x, 1);
    int ok = slots_alloc(fs, 1);
    int value = value_slots(fs, r, 0, elem);
    cache_open(fs, &r->cache);
    label_bind(fs, r->top);
    emit_at(fs, r->s->node.pos);
    emit(fs, OP_RECV2, value, ch, ok);
    emit_branch(fs, OP_JF, ok, 0, r->end);
    if (r->lhs[0]) {
        extend(fs, value, elem);
        set_value(fs, r, 0, value, elem);
    }
    body(fs, r);
    emit_jump(fs, r->top);
    cache_close(fs);
}

void range_stmt(FuncState *fs, RangeStmt *s, Name label)
{
    int mark = slots_mark(fs);
    Type *t = type_of(fs, node_unparen(s->x));
    Type *u = type_under(t);
    if (u->kind == TYPE_SIGNATURE) {
        range_func(fs, s, label);
        slots_release(fs, mark);
        return;
    }
    Range r;
    open_range(fs, &r, s, label);
    emit_at(fs, s->node.pos);
    switch (u->kind) {
    case TYPE_BASIC:
        if (type_kind(t) == KIND_STRING || u->basic.untyped == UNTYPED_STRING)
            range_string(fs, &r);
        else
            range_int(fs, &r, type_is_untyped(t) && r.vars[0] ? r.vars[0]->type : t);
        break;
    case TYPE_SLICE:
        range_slice(fs, &r, u);
        break;
    case TYPE_ARRAY:
        range_array(fs, &r, u);
        break;
    case TYPE_POINTER:
        range_array_pointer(fs, &r, type_under(u->elem));
        break;
    case TYPE_MAP:
        range_map(fs, &r, t);
        break;
    case TYPE_CHAN:
        range_chan(fs, &r, u);
        break;
    default:
        UNREACHABLE();
    }
    label_bind(fs, r.end);
    slots_release(fs, mark);
}

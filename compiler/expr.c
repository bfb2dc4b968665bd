// expr.c: expressions: values into slots, places of what can be assigned or addressed.
#include "base/stack.h"
#include "compiler/lower.h"

// ---------------------------------------------------------------- questions

bool is_blank(Node *e)
{
    e = node_unparen(e);
    return node_is(e, NODE_IDENT) && name_is(AS(Ident, IDENT, e)->name, "_");
}

bool expr_is_nil(FuncState *fs, Node *e)
{
    e = node_unparen(e);
    if (info_type(fs->c->info, e).mode == MODE_NIL)
        return true;
    if (!node_is(e, NODE_IDENT))
        return false;
    Object *o = info_object(fs->c->info, e);
    return o && o->kind == OBJ_NIL;
}

bool expr_is_type(FuncState *fs, Node *e)
{
    return info_type(fs->c->info, node_unparen(e)).mode == MODE_TYPE;
}

// ---------------------------------------------------------------- places

static int place_value(FuncState *fs, const Spot *p, int want)
{
    if (want < 0)
        return place_slot(fs, p);
    place_load(fs, p, want);
    return want;
}

Spot place_of_deref(FuncState *fs, Node *pointer)
{
    Type *t = type_under(type_of(fs, pointer));
    return place_memory(expr(fs, pointer, ANYWHERE), 0, t->elem);
}

// Slices in memory: an access to an element needs two of their words only.
static int slice_header(FuncState *fs, const Spot *p, int *maker)
{
    Spot h = *p;
    int slot = slots_mark(fs);
    if (p->kind != PLACE_MEMORY && p->kind != PLACE_GLOBAL) {
        int at = place_slot(fs, p);
        *maker = place_maker(fs, at, slot);
        return at;
    }
    h.type = basic_type(fs->c->checker, KIND_STRING);
    slots_alloc(fs, 3);
    place_load(fs, &h, slot);
    *maker = place_maker(fs, slot, slot);
    return slot;
}

static Spot const_element(const Spot *base, Type *array, int64_t i)
{
    Spot p = *base;
    p.type = array->array.elem;
    int64_t offset = i * type_size(p.type);
    if (p.kind == PLACE_SLOTS || p.kind == PLACE_FRAME)
        return place_frame(p.slot, p.offset + offset, p.type);
    p.offset += offset;
    return p;
}

// The element at slot `index` (or constant `*known`) of the array at base.
static Spot array_element(FuncState *fs, Spot base, Type *array, int index, const int64_t *known)
{
    if (base.kind == PLACE_SLICE || base.kind == PLACE_ARRAY || base.kind == PLACE_FRAME_ARRAY) {
        int pointer = slots_alloc(fs, 1);
        place_address(fs, &base, pointer);
        base = place_memory(pointer, 0, base.type);
    } else if (base.kind == PLACE_MAP) {
        base = place_slots(place_slot(fs, &base), base.type);
    }
    if (known && base.kind != PLACE_NONE)
        return const_element(&base, array, *known);
    Spot p = {.type = array->array.elem, .len = array->array.len, .index = index};
    if (base.kind == PLACE_SLOTS) {
        p.kind = PLACE_FRAME_ARRAY;
        p.slot = base.slot;
        return p;
    }
    p.kind = PLACE_ARRAY;
    if (base.kind == PLACE_MEMORY && base.offset == 0) {
        p.slot = base.slot;
    } else if (base.kind == PLACE_GLOBAL) {
        p.slot = const_word_slot(fs, word_of(base.address + base.offset));
    } else {
        p.slot = slots_alloc(fs, 1);
        place_address(fs, &base, p.slot);
        p.maker = place_maker(fs, p.slot, p.slot);
    }
    return p;
}

// Whether an index may be too large for an int.
static bool is_unsigned_word(FuncState *fs, Node *index)
{
    Rep r = rep_of(type_of(fs, index));
    return r.kind == REP_INT && !r.is_signed && r.size == 8;
}

// Splits `x + constant`, an index, into x and the constant. Only where the instruction that reads or writes the element takes both.
static Node *split_index(FuncState *fs, Node *index, int64_t len, Type *elem, int32_t *offset)
{
    Node *e = node_unparen(index);
    Rep of = rep_of(elem);
    if (!node_is(e, NODE_BINARY_EXPR) || order_is_bound(fs, e) || of.has_pointers || len > INT32_MAX ||
        !(of.kind == REP_INT || of.kind == REP_F64 || of.kind == REP_F32))
        return index;
    BinaryExpr *b = AS(BinaryExpr, BINARY_EXPR, e);
    Rep r = rep_of(type_of(fs, e));
    if ((b->op != TOK_ADD && b->op != TOK_SUB) || r.kind != REP_INT || r.bytes != 8)
        return index;
    const Const *y = const_of(fs, node_unparen(b->y));
    int64_t v;
    if (!y || const_of(fs, node_unparen(b->x)) || !const_int64_value(const_to_int(fs->c->consts, y), &v) || !fits16(v) || !fits16(-v))
        return index;
    *offset = (int32_t)(b->op == TOK_ADD ? v : -v);
    return b->x;
}

static Spot place_of_index(FuncState *fs, IndexExpr *e)
{
    Node *index = e->indices.at[0];
    Type *tx = type_of(fs, node_unparen(e->x));
    Type *u = type_under(tx);
    int begin = order_begin(fs);
    order_list(fs, (Node *[]){e->x, index}, 2);
    if (u->kind == TYPE_MAP) {
        Spot p = {.kind = PLACE_MAP, .type = u->map.elem, .container = tx};
        p.slot = expr(fs, e->x, ANYWHERE);
        p.index = expr_as(fs, index, u->map.key, ANYWHERE);
        order_end(fs, begin);
        return p;
    }
    int64_t known = -1;
    const Const *v = const_of(fs, index);
    if (v && !const_int64_value(const_to_int(fs->c->consts, v), &known))
        known = -1;
    Spot base = place_of(fs, e->x);
    if (u->kind == TYPE_POINTER) {
        u = type_under(u->elem);
        base = place_memory(place_slot(fs, &base), 0, u);
    }
    if (u->kind == TYPE_ARRAY && known >= 0) {
        order_end(fs, begin);
        return array_element(fs, base, u, -1, &known);
    }
    int maker = 0;
    int header = u->kind == TYPE_SLICE ? slice_header(fs, &base, &maker) : -1;
    int32_t offset = 0;
    Node *variable = index;
    if (known < 0)
        variable = split_index(fs, index, u->kind == TYPE_ARRAY ? u->array.len : 0, u->kind == TYPE_ARRAY ? u->array.elem : u->elem, &offset);
    int at = known >= 0 ? const_word_slot(fs, (uint64_t)known) : expr(fs, variable, ANYWHERE);
    order_end(fs, begin);
    Spot p = u->kind == TYPE_ARRAY ? array_element(fs, base, u, at, NULL)
                                   : (Spot){.kind = PLACE_SLICE, .slot = header, .maker = maker, .index = at, .type = u->elem};
    p.unsigned_index = known < 0 && is_unsigned_word(fs, index);
    p.index_offset = offset;
    return p;
}

static Spot place_of_selector(FuncState *fs, SelectorExpr *e)
{
    const Selection *s = info_selection(fs->c->info, &e->node);
    if (!s) { // pkg.Var
        Object *o = info_object(fs->c->info, e->sel);
        if (o && o->kind == OBJ_VAR)
            return var_place(fs, o);
        return place_slots(expr(fs, &e->node, ANYWHERE), type_of(fs, &e->node));
    }
    if (s->kind != SEL_FIELD)
        return place_slots(expr(fs, &e->node, ANYWHERE), type_of(fs, &e->node));
    return place_follow(fs, place_of(fs, e->x), s->path, s->n_path);
}

Spot place_of(FuncState *fs, Node *e)
{
    e = node_unparen(e);
    if (order_is_bound(fs, e))
        return place_slots(expr(fs, e, ANYWHERE), type_of(fs, e));
    switch (e->kind) {
    case NODE_IDENT: {
        Object *o = info_object(fs->c->info, e);
        if (o && o->kind == OBJ_VAR)
            return var_place(fs, o);
        break;
    }
    case NODE_SELECTOR_EXPR:
        return place_of_selector(fs, AS(SelectorExpr, SELECTOR_EXPR, e));
    case NODE_INDEX_EXPR: {
        IndexExpr *x = AS(IndexExpr, INDEX_EXPR, e);
        if (!info_instance(fs->c->info, node_unparen(x->x)) && type_kind(type_of(fs, node_unparen(x->x))) != KIND_STRING) {
            Spot p = place_of_index(fs, x);
            emit_at(fs, e->pos);
            return p;
        }
        break;
    }
    case NODE_UNARY_EXPR:
        if (AS(UnaryExpr, UNARY_EXPR, e)->op == TOK_MUL) {
            Spot p = place_of_deref(fs, AS(UnaryExpr, UNARY_EXPR, e)->x);
            emit_at(fs, e->pos);
            return p;
        }
        break;
    default:
        break;
    }
    return place_slots(expr(fs, e, ANYWHERE), type_of(fs, e));
}

// ---------------------------------------------------------------- kinds of expression

static int ident_value(FuncState *fs, Node *e, int want)
{
    Object *o = info_object(fs->c->info, e);
    if (o && o->kind == OBJ_VAR) {
        Spot p = var_place(fs, o);
        return place_value(fs, &p, want);
    }
    if (o && o->kind == OBJ_FUNC) {
        if (info_instance(fs->c->info, e)) {
            compile_fail(fs, e->pos, "generic functions are not supported yet");
            return mat(fs, want, 1);
        }
        return func_value(fs, func_of(fs->c, o), want);
    }
    if (o && o->kind == OBJ_NIL) {
        int n = type_slots(type_of(fs, e));
        want = mat(fs, want, n);
        zero_slots(fs, want, n);
        return want;
    }
    compile_fail(fs, e->pos, "internal error: name without a value");
    return mat(fs, want, 1);
}

static int selector_value(FuncState *fs, SelectorExpr *e, int want)
{
    const Selection *s = info_selection(fs->c->info, &e->node);
    if (!s)
        return ident_value(fs, e->sel, want);
    if (s->kind == SEL_METHOD_VALUE)
        return method_value(fs, e, s, want);
    if (s->kind == SEL_METHOD_EXPR)
        return func_value(fs, method_expr_func(fs->c, s), want);
    Spot p = place_of_selector(fs, e);
    emit_at(fs, e->node.pos);
    place_fuse(fs, &p, false);
    return place_value(fs, &p, want);
}

static int index_value(FuncState *fs, IndexExpr *e, int want)
{
    if (info_type(fs->c->info, node_unparen(e->x)).mode != MODE_TYPE &&
        type_under(type_of(fs, node_unparen(e->x)))->kind == TYPE_SIGNATURE) {
        compile_fail(fs, e->node.pos, "generic functions are not supported yet");
        return mat(fs, want, 1);
    }
    if (type_kind(type_of(fs, node_unparen(e->x))) == KIND_STRING) {
        int mark = slots_mark(fs);
        Node *index = e->indices.at[0];
        int begin = order_begin(fs);
        order_list(fs, (Node *[]){e->x, index}, 2);
        int s = expr(fs, e->x, ANYWHERE);
        int32_t offset = 0;
        int i = expr(fs, split_index(fs, index, 0, type_of(fs, &e->node), &offset), ANYWHERE);
        order_end(fs, begin);
        slots_release(fs, mark);
        want = mat(fs, want, 1);
        emit_at(fs, e->node.pos);
        fs->unsigned_index = is_unsigned_word(fs, index);
        if (offset)
            emit_word(fs, OP_STRIDXX, want, s, i, (uint64_t)offset);
        else
            emit(fs, OP_STRIDX, want, s, i);
        fs->unsigned_index = false;
        return want;
    }
    int mark = slots_mark(fs);
    int n = type_slots(type_of(fs, &e->node));
    Spot p = place_of_index(fs, e);
    emit_at(fs, e->node.pos);
    place_fuse(fs, &p, false);
    if (want < 0 && p.kind != PLACE_SLOTS && n <= 1) {
        // the element may take the place of the temporaries that led to it
        slots_release(fs, mark);
        want = slots_alloc(fs, n);
    }
    return place_value(fs, &p, want);
}

// Bounds into consecutive slots; gives the flags of SLICE.
static uint64_t slice_bounds(FuncState *fs, SliceExpr *e, int at)
{
    uint64_t flags = 0;
    Node *bounds[3] = {e->low, e->high, e->max};
    for (int i = 0; i < 3; i++) {
        if (!bounds[i])
            continue;
        flags |= 1ULL << (32 + i);
        if (is_unsigned_word(fs, bounds[i]))
            flags |= 1ULL << (35 + i);
        expr(fs, bounds[i], at + i);
    }
    return flags;
}

static int slice_value(FuncState *fs, SliceExpr *e, int want)
{
    Node *x = node_unparen(e->x);
    Type *u = type_under(type_of(fs, x));
    int n = type_slots(type_of(fs, &e->node));
    int mark = slots_mark(fs);
    int dst = mat(fs, want, n);
    int keep = want < 0 ? dst + n : mark;
    int begin = order_begin(fs);
    order_list(fs, (Node *[]){x, e->low, e->high, e->max}, 4);
    if (type_kind(u) == KIND_STRING) {
        int s = expr(fs, x, ANYWHERE);
        int at = slots_alloc(fs, 2);
        uint64_t flags = slice_bounds(fs, e, at);
        emit_at(fs, e->node.pos);
        emit_word(fs, OP_SLICESTR, dst, s, at, flags);
    } else if (u->kind == TYPE_SLICE) {
        int s = expr(fs, x, ANYWHERE);
        int at = slots_alloc(fs, 3);
        uint64_t flags = slice_bounds(fs, e, at);
        emit_at(fs, e->node.pos);
        emit_word(fs, OP_SLICE, dst, s, at, (uint64_t)type_size(u->elem) | flags);
    } else {
        int pointer = slots_alloc(fs, 1);
        Type *array = u->kind == TYPE_POINTER ? type_under(u->elem) : u;
        if (u->kind == TYPE_POINTER) {
            expr(fs, x, pointer);
            emit_at(fs, e->node.pos);
            emit(fs, OP_NILCHK, pointer, 0, 0);
        } else {
            Spot p = place_of(fs, x);
            place_address(fs, &p, pointer);
        }
        int at = slots_alloc(fs, 3);
        uint64_t flags = slice_bounds(fs, e, at);
        emit_at(fs, e->node.pos);
        emit_words(fs, OP_SLICEA, dst, pointer, at, (uint64_t)type_size(array->array.elem) | flags,
                   (uint64_t)array->array.len);
    }
    order_end(fs, begin);
    slots_release(fs, keep);
    return dst;
}

static int assert_value(FuncState *fs, AssertExpr *e, int want)
{
    Type *from = type_of(fs, node_unparen(e->x));
    Type *to = type_of(fs, e->type);
    int mark = slots_mark(fs);
    int n = type_slots(to);
    int dst = mat(fs, want, n);
    int keep = want < 0 ? dst + n : mark;
    int x = expr(fs, e->x, ANYWHERE);
    emit_at(fs, e->node.pos);
    Op op = type_is_interface(to) ? OP_ASSERTI : OP_ASSERT;
    emit_words(fs, op, dst, x, 0, word_of(rtype_of(fs->c, to)), word_of(rtype_of(fs->c, from)));
    if (op == OP_ASSERT)
        extend(fs, dst, to);
    slots_release(fs, keep);
    return dst;
}

static int expr_by_kind(FuncState *fs, Node *e, int want)
{
    switch (e->kind) {
    case NODE_IDENT:
        return ident_value(fs, e, want);
    case NODE_FUNC_LIT:
        return closure_value(fs, e, want);
    case NODE_COMPOSITE_LIT:
        return complit_value(fs, AS(CompositeLit, COMPOSITE_LIT, e), type_of(fs, e), want);
    case NODE_SELECTOR_EXPR:
        return selector_value(fs, AS(SelectorExpr, SELECTOR_EXPR, e), want);
    case NODE_INDEX_EXPR:
        return index_value(fs, AS(IndexExpr, INDEX_EXPR, e), want);
    case NODE_SLICE_EXPR:
        return slice_value(fs, AS(SliceExpr, SLICE_EXPR, e), want);
    case NODE_ASSERT_EXPR:
        return assert_value(fs, AS(AssertExpr, ASSERT_EXPR, e), want);
    case NODE_UNARY_EXPR:
        return unary_value(fs, AS(UnaryExpr, UNARY_EXPR, e), want);
    case NODE_BINARY_EXPR:
        return binary_value(fs, AS(BinaryExpr, BINARY_EXPR, e), want);
    case NODE_CALL_EXPR:
        return call_value(fs, AS(CallExpr, CALL_EXPR, e), want);
    default:
        compile_fail(fs, e->pos, "internal error: %s as a value", node_words((NodeKind)e->kind));
        return mat(fs, want, 1);
    }
}

int expr(FuncState *fs, Node *e, int want)
{
    e = node_unparen(e);
    int bound = order_bound_slot(fs, e);
    if (bound >= 0) {
        if (want < 0)
            return bound;
        move_slots(fs, want, bound, type_slots(type_of(fs, e)));
        return want;
    }
    TypeAndValue tv = info_type(fs->c->info, e);
    if (tv.mode == MODE_CONST && tv.value)
        return const_slot(fs, tv.value, type_of(fs, e), want);
    if (tv.mode == MODE_NIL) {
        int n = type_slots(type_of(fs, e));
        want = mat(fs, want, n);
        zero_slots(fs, want, n);
        return want;
    }
    if (stack_is_low())
        compile_fail(fs, e->pos, "expression is nested too deeply");
    if (fs->c->error || fs->overflow)
        return mat(fs, want, 1);
    return expr_by_kind(fs, e, want);
}

int expr_as(FuncState *fs, Node *e, Type *t, int want)
{
    e = node_unparen(e);
    if (!type_is_interface(t))
        return expr(fs, e, want);
    if (expr_is_nil(fs, e)) {
        want = mat(fs, want, 2);
        zero_slots(fs, want, 2);
        return want;
    }
    Type *from = type_of(fs, e);
    if (type_is_interface(from)) {
        if (rtype_of(fs->c, type_under(from)) == rtype_of(fs->c, type_under(t)))
            return expr(fs, e, want);
        int mark = slots_mark(fs);
        int dst = mat(fs, want, 2);
        int keep = want < 0 ? dst + 2 : mark;
        int src = expr(fs, e, ANYWHERE);
        emit_at(fs, e->pos);
        dst = convert_to_iface(fs, src, from, t, dst);
        slots_release(fs, keep);
        return dst;
    }
    const Const *v = const_of(fs, e);
    Rep r = rep_of(from);
    if (v && r.size > 0) { // boxed once and for all
        char box[16] = {0};
        const_to_memory(fs, v, from, box);
        const char *data = static_bytes(fs, box, (size_t)r.size, r.has_pointers);
        uint64_t tab = word_of(iface_tab(fs->c, t, from));
        if (want < 0)
            return const_words_slot(fs, OP_LDK2, tab, word_of(data));
        emit_words(fs, OP_LDK2, want, 0, 0, tab, word_of(data));
        return want;
    }
    int mark = slots_mark(fs);
    int dst = mat(fs, want, 2);
    int keep = want < 0 ? dst + 2 : mark;
    if (is_in_memory(fs, e)) {
        int box = slots_alloc(fs, 1);
        emit_word(fs, OP_NEW, box, 0, 0, word_of(rtype_of(fs->c, from)));
        Spot to = place_memory(box, 0, from);
        copy_from_memory(fs, &to, e);
        load_word(fs, dst, iface_tab(fs->c, t, from));
        move_slots(fs, dst + 1, box, 1);
    } else {
        int src = expr(fs, e, ANYWHERE);
        convert_to_iface(fs, src, from, t, dst);
    }
    slots_release(fs, keep);
    return dst;
}

void expr_drop(FuncState *fs, Node *e)
{
    e = node_unparen(e);
    if (const_of(fs, e) || expr_is_nil(fs, e))
        return;
    int mark = slots_mark(fs);
    if (is_in_memory(fs, e)) { // only its address can fail
        Spot p = place_of(fs, e);
        emit_at(fs, e->pos);
        if (p.kind == PLACE_MEMORY)
            emit(fs, OP_NILCHK, p.slot, 0, 0);
        else
            place_address(fs, &p, slots_alloc(fs, 1));
    } else {
        expr(fs, e, ANYWHERE);
    }
    slots_release(fs, mark);
}

// ---------------------------------------------------------------- v, ok

void expr_pair(FuncState *fs, Node *e, int want_value, int want_ok, bool value_needed)
{
    e = node_unparen(e);
    int mark = slots_mark(fs);
    switch (e->kind) {
    case NODE_INDEX_EXPR: {
        Spot p = place_of_index(fs, AS(IndexExpr, INDEX_EXPR, e));
        emit_at(fs, e->pos);
        uint64_t t = word_of(rtype_of(fs->c, p.container));
        if (value_needed)
            emit_words(fs, OP_MAPGET2, want_value, p.slot, p.index, t, (uint64_t)want_ok);
        else
            emit_word(fs, OP_MAPHAS, want_ok, p.slot, p.index, t);
        break;
    }
    case NODE_ASSERT_EXPR: {
        AssertExpr *a = AS(AssertExpr, ASSERT_EXPR, e);
        Type *from = type_of(fs, node_unparen(a->x));
        Type *to = type_of(fs, a->type);
        int dst = value_needed ? want_value : slots_alloc(fs, type_slots(to));
        int x = expr(fs, a->x, ANYWHERE);
        emit_at(fs, e->pos);
        Op op = type_is_interface(to) ? OP_ASSERTI2 : OP_ASSERT2;
        emit_words3(fs, op, dst, x, 0, word_of(rtype_of(fs->c, to)), word_of(rtype_of(fs->c, from)), (uint64_t)want_ok);
        if (op == OP_ASSERT2)
            extend(fs, dst, to);
        break;
    }
    default: { // <-ch
        UnaryExpr *u = AS(UnaryExpr, UNARY_EXPR, e);
        Type *elem = type_under(type_of(fs, node_unparen(u->x)))->chan.elem;
        int dst = value_needed ? want_value : slots_alloc(fs, type_slots(elem));
        int ch = expr(fs, u->x, ANYWHERE);
        emit_at(fs, e->pos);
        emit(fs, OP_RECV2, dst, ch, want_ok);
        extend(fs, dst, elem);
    }
    }
    slots_release(fs, mark);
}

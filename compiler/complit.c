// complit.c: composite literals: built in the frame, or straight in the memory they are for.
#include "compiler/lower.h"

enum { FRAME_LITERAL_SLOTS = 16, STATIC_ELEMS = 8 };

static CompositeLit *as_literal(Node *e)
{
    e = node_unparen(e);
    return node_is(e, NODE_COMPOSITE_LIT) ? AS(CompositeLit, COMPOSITE_LIT, e) : NULL;
}

static Node *element_value(Node *elem)
{
    return node_is(elem, NODE_KEY_VALUE) ? AS(KeyValue, KEY_VALUE, elem)->value : elem;
}

static void fill(FuncState *fs, CompositeLit *e, Type *t, const Spot *to, bool zeroed);

static bool is_zero_const(FuncState *fs, Node *e)
{
    const Const *v = const_of(fs, node_unparen(e));
    if (expr_is_nil(fs, e))
        return true;
    if (!v)
        return false;
    switch (const_kind(v)) {
    case CONST_BOOL:
        return !const_bool_value(v);
    case CONST_STRING:
        return const_string_len(v) == 0;
    case CONST_INT:
        return const_sign(v) == 0;
    default:
        return false; // -0 is not zero
    }
}

// One element or field. zeroed: its place holds zeros.
static void fill_one(FuncState *fs, Node *value, const Spot *p, bool zeroed)
{
    int mark = slots_mark(fs);
    CompositeLit *inner = as_literal(value);
    if (inner && type_is_aggregate(p->type) && type_is_aggregate(type_of(fs, &inner->node)))
        fill(fs, inner, p->type, p, zeroed);
    else if (!zeroed || !is_zero_const(fs, value) || type_is_interface(p->type))
        store_expr(fs, p, value);
    slots_release(fs, mark);
}

static int field_index(FuncState *fs, Type *strct, Node *key)
{
    Object *o = info_object(fs->c->info, key);
    Name name = node_is(key, NODE_IDENT) ? AS(Ident, IDENT, key)->name : NULL;
    for (int i = 0; i < strct->strct.n; i++)
        if (strct->strct.fields[i] == o || (name && strct->strct.fields[i]->name == name))
            return i;
    compile_fail(fs, key->pos, "internal error: unknown field");
    return 0;
}

// Whether some key is a field of an embedded struct.
static bool names_promoted(FuncState *fs, CompositeLit *e)
{
    for (int i = 0; i < e->elems.n; i++)
        if (info_selection(fs->c->info, AS(KeyValue, KEY_VALUE, e->elems.at[i])->key))
            return true;
    return false;
}

static Spot named_field(FuncState *fs, Type *strct, Node *key, const Spot *to)
{
    const Selection *s = info_selection(fs->c->info, key);
    if (s)
        return place_follow(fs, *to, s->path, s->n_path);
    return place_field(fs, to, field_index(fs, strct, key));
}

static void zero_place(FuncState *fs, const Spot *p)
{
    Rep r = rep_of(p->type);
    if (r.kind == REP_NONE)
        return;
    if (p->kind == PLACE_SLOTS) {
        zero_slots(fs, p->slot, r.slots);
        return;
    }
    int mark = slots_mark(fs);
    if ((p->kind == PLACE_MEMORY || p->kind == PLACE_GLOBAL) && r.slots > 3) {
        int pointer = slots_alloc(fs, 1);
        place_address(fs, p, pointer);
        emit_word(fs, OP_ZEROMEM, pointer, 0, 0, (uint64_t)r.size);
    } else {
        int zero = slots_alloc(fs, r.slots);
        zero_slots(fs, zero, r.slots);
        place_store(fs, p, zero);
    }
    slots_release(fs, mark);
}

static void fill_struct(FuncState *fs, CompositeLit *e, Type *strct, const Spot *to, bool zeroed)
{
    int n = strct->strct.n;
    bool keyed = e->elems.n > 0 && node_is(e->elems.at[0], NODE_KEY_VALUE);
    if (!zeroed && (e->elems.n < n || (keyed && names_promoted(fs, e)))) {
        zero_place(fs, to);
        zeroed = true;
    }
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < e->elems.n; i++) {
            Node *elem = e->elems.at[i];
            Node *value = element_value(elem);
            if (expr_has_call(fs, value) != (pass == 0))
                continue;
            int mark = slots_mark(fs);
            Spot p = keyed ? named_field(fs, strct, AS(KeyValue, KEY_VALUE, elem)->key, to) : place_field(fs, to, i);
            if (type_size(p.type) == 0)
                expr_drop(fs, value);
            else
                fill_one(fs, value, &p, zeroed);
            slots_release(fs, mark);
        }
    }
}

// Index of each element, and the length a slice of them has.
static int64_t element_indices(FuncState *fs, CompositeLit *e, int64_t *at)
{
    int64_t next = 0;
    int64_t len = 0;
    for (int i = 0; i < e->elems.n; i++) {
        if (node_is(e->elems.at[i], NODE_KEY_VALUE)) {
            const Const *v = const_of(fs, node_unparen(AS(KeyValue, KEY_VALUE, e->elems.at[i])->key));
            int64_t k;
            if (v && const_int64_value(const_to_int(fs->c->consts, v), &k))
                next = k;
        }
        at[i] = next++;
        if (next > len)
            len = next;
    }
    return len;
}

static Spot element_place(FuncState *fs, const Spot *array, Type *elem, int64_t i)
{
    Spot p = *array;
    p.type = elem;
    int64_t offset = i * type_size(elem);
    if (p.kind == PLACE_SLOTS || p.kind == PLACE_FRAME)
        return place_frame(p.slot, p.offset + offset, elem);
    if (p.kind == PLACE_MEMORY || p.kind == PLACE_GLOBAL) {
        p.offset += offset;
        return p;
    }
    int pointer = slots_alloc(fs, 1);
    place_address(fs, array, pointer);
    return place_memory(pointer, offset, elem);
}

static void fill_elements(FuncState *fs, CompositeLit *e, Type *elem, const Spot *to, const int64_t *at, bool zeroed)
{
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < e->elems.n; i++) {
            Node *value = element_value(e->elems.at[i]);
            if (expr_has_call(fs, value) != (pass == 0))
                continue;
            int mark = slots_mark(fs);
            if (type_size(elem) == 0) {
                expr_drop(fs, value);
            } else {
                Spot p = element_place(fs, to, elem, at[i]);
                fill_one(fs, value, &p, zeroed);
            }
            slots_release(fs, mark);
        }
    }
}

// Whether all elements are constants whose bytes can lie in a table.
static bool is_static(FuncState *fs, CompositeLit *e, Type *elem)
{
    if (e->elems.n < STATIC_ELEMS || type_under(elem)->kind != TYPE_BASIC)
        return false;
    for (int i = 0; i < e->elems.n; i++)
        if (!const_of(fs, node_unparen(element_value(e->elems.at[i]))))
            return false;
    return true;
}

// Copies a table of the constants to the memory at `pointer`.
static void fill_static(FuncState *fs, CompositeLit *e, Type *elem, int pointer, const int64_t *at, int64_t len)
{
    int64_t size = type_size(elem);
    char *table = arena_alloc(fs->c->arena, (size_t)(size * len));
    for (int i = 0; i < e->elems.n; i++)
        const_to_memory(fs, const_of(fs, node_unparen(element_value(e->elems.at[i]))), elem, table + at[i] * size);
    int mark = slots_mark(fs);
    emit_word(fs, OP_COPY, pointer, const_word_slot(fs, word_of(table)), 0, (uint64_t)(size * len));
    slots_release(fs, mark);
}

enum { STATIC_BYTES_LIMIT = 1 << 24 };

static void fill_array(FuncState *fs, CompositeLit *e, Type *array, const Spot *to, bool zeroed)
{
    int64_t *at = ARENA_ARRAY(&fs->arena, int64_t, e->elems.n + 1);
    int64_t len = element_indices(fs, e, at);
    Type *elem = array->array.elem;
    if (is_static(fs, e, elem) && type_size(elem) * len < STATIC_BYTES_LIMIT && to->kind != PLACE_NONE) {
        if (!zeroed && len < array->array.len)
            zero_place(fs, to);
        int mark = slots_mark(fs);
        int pointer = slots_alloc(fs, 1);
        place_address(fs, to, pointer);
        fill_static(fs, e, elem, pointer, at, len);
        slots_release(fs, mark);
        return;
    }
    if (!zeroed && e->elems.n < array->array.len) {
        zero_place(fs, to);
        zeroed = true;
    }
    fill_elements(fs, e, elem, to, at, zeroed);
}

static void fill(FuncState *fs, CompositeLit *e, Type *t, const Spot *to, bool zeroed)
{
    Type *u = type_under(t);
    emit_at(fs, e->node.pos);
    if (u->kind == TYPE_STRUCT)
        fill_struct(fs, e, u, to, zeroed);
    else
        fill_array(fs, e, u, to, zeroed);
}

bool complit_into(FuncState *fs, Node *e, const Spot *to)
{
    CompositeLit *lit = as_literal(e);
    if (!lit || !type_is_aggregate(to->type) || !type_is_aggregate(type_of(fs, &lit->node)))
        return false;
    fill(fs, lit, to->type, to, true);
    return true;
}

// ---------------------------------------------------------------- slices and maps

static int slice_literal(FuncState *fs, CompositeLit *e, Type *t, int want)
{
    Type *elem = type_under(t)->elem;
    int64_t *at = ARENA_ARRAY(&fs->arena, int64_t, e->elems.n + 1);
    int64_t len = element_indices(fs, e, at);
    int mark = slots_mark(fs);
    int dst = mat(fs, want, 3);
    int keep = want < 0 ? dst + 3 : mark;
    int site = site_slot(fs, &e->node);
    if (site >= 0) {
        Spot array = place_frame(site, 0, elem);
        fill_elements(fs, e, elem, &array, at, false);
        emit_at(fs, e->node.pos);
        emit(fs, OP_LEA, dst, site, 0);
        load_int(fs, dst + 1, len);
        load_int(fs, dst + 2, len);
        slots_release(fs, keep);
        return dst;
    }
    int n = const_word_slot(fs, (uint64_t)len);
    emit_at(fs, e->node.pos);
    emit_word(fs, OP_MAKESLICE, dst, n, n, word_of(rtype_of(fs->c, elem)));
    if (is_static(fs, e, elem) && type_size(elem) * len < STATIC_BYTES_LIMIT) {
        fill_static(fs, e, elem, dst, at, len);
    } else {
        Spot p = place_memory(dst, 0, elem);
        fill_elements(fs, e, elem, &p, at, true);
    }
    slots_release(fs, keep);
    return dst;
}

static int map_literal(FuncState *fs, CompositeLit *e, Type *t, int want)
{
    Type *u = type_under(t);
    int mark = slots_mark(fs);
    int dst = mat(fs, want, 1);
    int keep = want < 0 ? dst + 1 : mark;
    uint64_t rt = word_of(rtype_of(fs->c, t));
    emit_at(fs, e->node.pos);
    emit_word(fs, OP_MAKEMAP, dst, const_word_slot(fs, (uint64_t)e->elems.n), 0, rt);
    for (int i = 0; i < e->elems.n; i++) {
        int m = slots_mark(fs);
        KeyValue *kv = AS(KeyValue, KEY_VALUE, e->elems.at[i]);
        int key = expr_as(fs, kv->key, u->map.key, ANYWHERE);
        int value = expr_as(fs, kv->value, u->map.elem, ANYWHERE);
        emit_at(fs, kv->node.pos);
        emit_word(fs, OP_MAPSET, dst, key, value, rt);
        slots_release(fs, m);
    }
    slots_release(fs, keep);
    return dst;
}

// ---------------------------------------------------------------- values

int complit_value(FuncState *fs, CompositeLit *e, Type *t, int want)
{
    Type *u = type_under(t);
    if (u->kind == TYPE_POINTER) // &T{...} with the & left out
        return complit_pointer(fs, e, u->elem, want, ANYWHERE);
    if (u->kind == TYPE_SLICE)
        return slice_literal(fs, e, t, want);
    if (u->kind == TYPE_MAP)
        return map_literal(fs, e, t, want);
    int n = type_slots(t);
    int dst = mat(fs, want, n);
    int mark = slots_mark(fs);
    if (dst >= mark)
        slots_alloc(fs, dst + n - mark);
    Spot p = place_slots(dst, t);
    fill(fs, e, t, &p, false);
    slots_release(fs, mark);
    return dst;
}

int complit_pointer(FuncState *fs, CompositeLit *e, Type *t, int want, int site)
{
    int mark = slots_mark(fs);
    int dst = mat(fs, want, 1);
    if (site >= 0) {
        Spot p = place_slots(site, t);
        fill(fs, e, t, &p, false);
        emit_at(fs, e->node.pos);
        emit(fs, OP_LEA, dst, site, 0);
        slots_release(fs, want < 0 ? dst + 1 : mark);
        return dst;
    }
    int keep = want < 0 ? dst + 1 : mark;
    uint64_t rt = word_of(rtype_of(fs->c, t));
    Rep r = rep_of(t);
    if (!type_is_aggregate(t)) { // &[]int{...}, &map...
        int x = complit_value(fs, e, t, ANYWHERE);
        emit_word(fs, OP_NEWK, dst, x, 0, rt);
    } else if (e->elems.n > 0 && r.slots <= FRAME_LITERAL_SLOTS && r.size > 0) { // made in the frame, then copied by the allocation
        int x = slots_alloc(fs, r.slots);
        Spot p = place_slots(x, t);
        fill(fs, e, t, &p, false);
        emit_at(fs, e->node.pos);
        emit_word(fs, OP_NEWK, dst, x, 0, rt);
    } else {
        // dst may be a variable that the elements still read
        int pointer = slots_alloc(fs, 1);
        emit_at(fs, e->node.pos);
        emit_word(fs, OP_NEW, pointer, 0, 0, rt);
        Spot p = place_memory(pointer, 0, t);
        fill(fs, e, t, &p, true);
        move_slots(fs, dst, pointer, 1);
    }
    slots_release(fs, keep);
    return dst;
}

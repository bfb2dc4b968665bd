// place.c: places: how variables, elements and fields are read, written and addressed.
#include "compiler/lower.h"

static bool fits_u16(int64_t v)
{
    return v >= 0 && v <= UINT16_MAX;
}

// ---------------------------------------------------------------- making places

Spot place_slots(int slot, Type *t)
{
    return (Spot){.kind = PLACE_SLOTS, .slot = slot, .type = t};
}

Spot place_memory(int pointer_slot, int64_t offset, Type *t)
{
    return (Spot){.kind = PLACE_MEMORY, .slot = pointer_slot, .offset = offset, .type = t};
}

// Whether values of t, at a place of whole aligned slots in the frame, are slots as operands use them.
static bool is_slot_shaped(const Rep *r)
{
    switch (r->kind) {
    case REP_INT:
    case REP_F32:
        return r->bytes == 8;
    case REP_MEMORY:
        return r->size % 8 == 0;
    default:
        return true;
    }
}

Spot place_frame(int slot, int64_t offset, Type *t)
{
    slot += (int)(offset / 8);
    offset %= 8;
    Rep r = rep_of(t);
    if (offset == 0 && is_slot_shaped(&r))
        return place_slots(slot, t);
    return (Spot){.kind = PLACE_FRAME, .slot = slot, .offset = offset, .type = t};
}

Spot place_field(FuncState *fs, const Spot *p, int field)
{
    Type *strct = type_under(p->type);
    Type *t = strct->strct.fields[field]->type;
    int64_t offset = type_field_offset(strct, field);
    Spot r = *p;
    r.type = t;
    switch ((PlaceKind)p->kind) {
    case PLACE_NONE:
        return r;
    case PLACE_SLOTS:
    case PLACE_FRAME:
        return place_frame(p->slot, p->offset + offset, t);
    case PLACE_MEMORY:
    case PLACE_GLOBAL:
        r.offset += offset;
        return r;
    case PLACE_SLICE:
    case PLACE_ARRAY:
    case PLACE_FRAME_ARRAY: {
        int pointer = slots_alloc(fs, 1);
        place_address(fs, p, pointer);
        r = place_memory(pointer, offset, t);
        r.maker = place_maker(fs, pointer, pointer);
        return r;
    }
    case PLACE_MAP: {
        int slot = place_slot(fs, p);
        return place_frame(slot, offset, t);
    }
    case PLACE_FIELD_SLICE:
    case PLACE_ROW:
    case PLACE_SLICE_FIELD:
    case PLACE_PATH:
        break;
    }
    UNREACHABLE();
}

Spot place_follow(FuncState *fs, Spot p, const int *path, int n)
{
    for (int i = 0; i < n; i++) {
        Type *u = type_under(p.type);
        if (u->kind == TYPE_POINTER) {
            int mark = slots_mark(fs);
            int pointer = place_slot(fs, &p);
            p = place_memory(pointer, 0, u->elem);
            p.maker = place_maker(fs, pointer, mark);
        }
        p = place_field(fs, &p, path[i]);
    }
    return p;
}

// ---------------------------------------------------------------- choosing instructions

// Memory of 1, 2, 4 bytes or 1 to 3 words goes through registers of that shape; 0: byte copies.
typedef struct Shape {
    int words;  // 1 to 3, or 0
    int bytes;  // 1 2 4 8 when words is 1
    bool is_signed, has_pointers;
} Shape;

static Shape shape_of(const Rep *r)
{
    Shape s = {.has_pointers = r->has_pointers};
    switch ((RepKind)r->kind) {
    case REP_NONE:
        return s;
    case REP_INT:
    case REP_F32:
    case REP_F64:
    case REP_C64:
    case REP_POINTER:
        s.words = 1;
        s.bytes = r->bytes;
        s.is_signed = r->is_signed;
        return s;
    case REP_C128:
    case REP_STRING:
    case REP_IFACE:
    case REP_SLICE:
        s.words = (int)r->slots;
        s.bytes = 8;
        return s;
    case REP_MEMORY:
        if (r->size == 8 || r->size == 16 || r->size == 24) {
            s.words = (int)(r->size / 8);
            s.bytes = 8;
        } else if (r->size == 1 || r->size == 2 || r->size == 4) {
            s.words = 1;
            s.bytes = (int)r->size;
        }
        return s;
    }
    UNREACHABLE();
}

// 8U 8S 16U 16S 32U 32S 64 stand in this order in each family of loads, 8 16 32 64 in each of stores.
static int load_step(const Shape *s)
{
    int step = s->bytes == 1 ? 0 : s->bytes == 2 ? 2 : s->bytes == 4 ? 4 : 6;
    return s->bytes == 8 ? 6 : step + s->is_signed;
}

Op place_range_op(Type *elem)
{
    Rep r = rep_of(elem);
    Shape s = shape_of(&r);
    if (s.words == 2)
        return OP_RANGE2;
    return s.words == 1 ? (Op)(OP_RANGE8U + load_step(&s)) : OP_COUNT;
}

int place_load_step(const Rep *r)
{
    Shape s = shape_of(r);
    return s.words == 1 ? load_step(&s) : -1;
}

static int store_step(const Shape *s)
{
    return s->bytes == 1 ? 0 : s->bytes == 2 ? 1 : s->bytes == 4 ? 2 : 3;
}

int place_store_step(const Rep *r)
{
    Shape s = shape_of(r);
    return s.words != 1 ? -1 : s.has_pointers ? 4 : store_step(&s);
}

// A slot for an intermediate value that is none of those still to be read (operands may lie above the frame's top).
static int fresh_slot(FuncState *fs, int keep1, int keep2)
{
    int slot = slots_alloc(fs, 1);
    while ((slot == keep1 || slot == keep2) && !fs->overflow)
        slot = slots_alloc(fs, 1);
    return slot;
}

// Makes an offset that fits an instruction: a farther one is added to the pointer first (checked for nil before).
static int reach(FuncState *fs, int pointer, int64_t *offset)
{
    if (fits_u16(*offset))
        return pointer;
    int far = fresh_slot(fs, pointer, pointer);
    emit(fs, OP_NILCHK, pointer, 0, 0);
    load_int(fs, far, *offset);
    emit(fs, OP_ADD, far, far, pointer);
    *offset = 0;
    return far;
}

static void load_memory(FuncState *fs, int pointer, int64_t offset, const Rep *r, int dst)
{
    int mark = slots_mark(fs);
    if (!fits_u16(offset) && fs->top < dst + r->slots)
        slots_alloc(fs, dst + r->slots - fs->top);
    pointer = reach(fs, pointer, &offset);
    Shape s = shape_of(r);
    if (r->kind == REP_NONE)
        emit(fs, OP_NILCHK, pointer, 0, 0);
    else if (s.words == 1)
        emit(fs, (Op)(OP_LD8U + load_step(&s)), dst, pointer, (int)offset);
    else if (s.words == 2)
        emit(fs, OP_LD2, dst, pointer, (int)offset);
    else if (s.words == 3)
        emit(fs, OP_LD3, dst, pointer, (int)offset);
    else
        emit_word(fs, OP_LDN, dst, pointer, (int)offset, (uint64_t)r->size);
    slots_release(fs, mark);
}

static void store_memory(FuncState *fs, int pointer, int64_t offset, const Rep *r, int src)
{
    int mark = slots_mark(fs);
    pointer = reach(fs, pointer, &offset);
    Shape s = shape_of(r);
    if (r->kind == REP_NONE)
        emit(fs, OP_NILCHK, pointer, 0, 0);
    else if (s.words == 1 && s.has_pointers)
        emit(fs, OP_STP, pointer, src, (int)offset);
    else if (s.words == 1)
        emit(fs, (Op)(OP_ST8 + store_step(&s)), pointer, src, (int)offset);
    else if (s.words == 2)
        emit(fs, s.has_pointers ? OP_ST2P : OP_ST2, pointer, src, (int)offset);
    else if (s.words == 3 && s.has_pointers)
        emit(fs, OP_ST3P, pointer, src, (int)offset);
    else
        emit_word(fs, s.has_pointers ? OP_STNP : OP_STN, pointer, src, (int)offset, (uint64_t)r->size);
    slots_release(fs, mark);
}

static void load_global(FuncState *fs, const char *address, const Rep *r, int dst)
{
    Shape s = shape_of(r);
    uint64_t w = word_of(address);
    if (r->kind == REP_NONE)
        return;
    if (s.words == 1)
        emit_word(fs, (Op)(OP_GLD8U + load_step(&s)), dst, 0, 0, w);
    else if (s.words == 2)
        emit_word(fs, OP_GLD2, dst, 0, 0, w);
    else if (s.words == 3)
        emit_word(fs, OP_GLD3, dst, 0, 0, w);
    else
        emit_word(fs, OP_LDN, dst, const_word_slot(fs, w), 0, (uint64_t)r->size);
}

static void store_global(FuncState *fs, const char *address, const Rep *r, int src)
{
    Shape s = shape_of(r);
    uint64_t w = word_of(address);
    if (r->kind == REP_NONE)
        return;
    if (s.words == 1)
        emit_word(fs, (Op)(OP_GST8 + store_step(&s)), src, 0, 0, w);
    else if (s.words == 2)
        emit_word(fs, OP_GST2, src, 0, 0, w);
    else if (s.words == 3)
        emit_word(fs, OP_GST3, src, 0, 0, w);
    else
        emit_word(fs, OP_STN, const_word_slot(fs, w), src, 0, (uint64_t)r->size); // a root: no barrier
}

static uint64_t fcopy_word(int64_t bytes, int64_t to_byte, int64_t from_byte)
{
    return (uint64_t)bytes | (uint64_t)to_byte << 32 | (uint64_t)from_byte << 48;
}

static void load_frame(FuncState *fs, const Spot *p, const Rep *r, int dst)
{
    Shape s = shape_of(r);
    if (r->kind == REP_NONE)
        return;
    if (s.words == 1 && s.bytes < 8)
        emit(fs, (Op)(OP_FLD8U + load_step(&s)), dst, p->slot, (int)p->offset);
    else
        emit_word(fs, OP_FCOPY, dst, p->slot, 0, fcopy_word(r->size, 0, p->offset));
}

static void store_frame(FuncState *fs, const Spot *p, const Rep *r, int src)
{
    Shape s = shape_of(r);
    if (r->kind == REP_NONE)
        return;
    if (s.words == 1 && s.bytes < 8)
        emit(fs, (Op)(OP_FST8 + store_step(&s)), p->slot, src, (int)p->offset);
    else
        emit_word(fs, OP_FCOPY, p->slot, src, 0, fcopy_word(r->size, p->offset, 0));
}

static uint64_t array_word(int64_t len, int64_t elem_size)
{
    return (uint64_t)(uint32_t)len | (uint64_t)elem_size << 32;
}

// The index as a slot.
static int index_slot(FuncState *fs, const Spot *p)
{
    if (p->index_offset == 0)
        return p->index;
    int t = slots_alloc(fs, 1);
    while ((t == p->index || (t >= p->slot && t < p->slot + 3)) && !fs->overflow)
        t = slots_alloc(fs, 1);
    emit(fs, OP_ADDI, t, p->index, p->index_offset);
    return t;
}

// Arrays and elements beyond 32 bits are addressed by arithmetic.
static void far_element(FuncState *fs, const Spot *p, int64_t size, int dst)
{
    int index = index_slot(fs, p);
    int t = fresh_slot(fs, index, p->slot);
    emit_word(fs, OP_BOUNDS, index, 0, 0, (uint64_t)p->len);
    emit(fs, OP_NILCHK, p->slot, 0, 0);
    load_int(fs, t, size);
    emit(fs, OP_MUL, t, t, index);
    emit(fs, OP_ADD, dst, p->slot, t);
}

void place_address(FuncState *fs, const Spot *p, int dst)
{
    int mark = slots_mark(fs);
    int64_t size = type_size(p->type);
    fs->unsigned_index = p->unsigned_index;
    switch ((PlaceKind)p->kind) {
    case PLACE_NONE:
        load_int(fs, dst, 0);
        break;
    case PLACE_SLOTS:
    case PLACE_FRAME:
        emit(fs, OP_LEA, dst, p->slot, (int)p->offset);
        break;
    case PLACE_MEMORY:
        if (p->offset == 0) {
            move_slots(fs, dst, p->slot, 1);
        } else if (fits16(p->offset)) {
            emit(fs, OP_LEAF, dst, p->slot, (int)p->offset);
        } else {
            int t = fresh_slot(fs, p->slot, dst);
            emit(fs, OP_NILCHK, p->slot, 0, 0);
            load_int(fs, t, p->offset);
            emit(fs, OP_ADD, dst, p->slot, t);
        }
        break;
    case PLACE_GLOBAL:
        load_word(fs, dst, p->address + p->offset);
        break;
    case PLACE_SLICE:
        emit_word(fs, OP_SLEA, dst, p->slot, index_slot(fs, p), (uint64_t)size);
        break;
    case PLACE_ARRAY:
        if (p->len > INT32_MAX || size > INT32_MAX)
            far_element(fs, p, size, dst);
        else
            emit_word(fs, OP_PALEA, dst, p->slot, index_slot(fs, p), array_word(p->len, size));
        break;
    case PLACE_FRAME_ARRAY:
        emit_word(fs, OP_FALEA, dst, p->slot, index_slot(fs, p), array_word(p->len, size));
        break;
    case PLACE_MAP:
        emit_word(fs, OP_MAPADDR, dst, p->slot, p->index, word_of(rtype_of(fs->c, p->container)));
        break;
    case PLACE_FIELD_SLICE:
    case PLACE_ROW:
    case PLACE_SLICE_FIELD:
    case PLACE_PATH:
        UNREACHABLE();
    }
    fs->unsigned_index = false;
    slots_release(fs, mark);
}

// Length and offset as the instructions on arrays want them: all of the length for those without an offset. Behind a pointer it is the
// array's (place_fuse) or the index's.
static uint64_t length_word(const Spot *p)
{
    return (uint64_t)p->len | (uint64_t)(uint32_t)(p->index_offset ? p->index_offset : p->kind == PLACE_ARRAY ? p->offset : 0) << 32;
}

static void load_element(FuncState *fs, const Spot *p, const Rep *r, int dst)
{
    Shape s = shape_of(r);
    int step = load_step(&s);
    bool is_slice = p->kind == PLACE_SLICE;
    if (is_slice && s.words == 1) {
        if (p->index_offset)
            emit_word(fs, (Op)(OP_SLDX8U + step), dst, p->slot, p->index, (uint64_t)p->index_offset);
        else
            emit(fs, (Op)(OP_SLD8U + step), dst, p->slot, p->index);
        return;
    }
    if (is_slice && s.words >= 2) {
        emit(fs, s.words == 2 ? OP_SLD2 : OP_SLD3, dst, p->slot, index_slot(fs, p));
        return;
    }
    if (!is_slice && s.words == 1 && p->len <= INT32_MAX) {
        Op op = p->kind == PLACE_ARRAY ? (p->index_offset ? OP_PALDX8U : OP_PALD8U) : p->index_offset ? OP_FALDX8U : OP_FALD8U;
        emit_word(fs, (Op)(op + step), dst, p->slot, p->index, length_word(p));
        return;
    }
    int pointer = slots_alloc(fs, 1);
    place_address(fs, p, pointer);
    if (r->kind != REP_NONE)
        load_memory(fs, pointer, 0, r, dst);
}

static void store_element(FuncState *fs, const Spot *p, const Rep *r, int src)
{
    Shape s = shape_of(r);
    int step = s.has_pointers ? 4 : store_step(&s); // ..P follows the four sizes
    bool is_slice = p->kind == PLACE_SLICE;
    if (is_slice && s.words == 1) {
        if (p->index_offset && !s.has_pointers)
            emit_word(fs, (Op)(OP_SSTX8 + step), p->slot, p->index, src, (uint64_t)p->index_offset);
        else
            emit(fs, (Op)(OP_SST8 + step), p->slot, index_slot(fs, p), src);
        return;
    }
    if (is_slice && s.words >= 2 && s.has_pointers) {
        emit(fs, s.words == 2 ? OP_SST2P : OP_SST3P, p->slot, index_slot(fs, p), src);
        return;
    }
    if (p->kind == PLACE_ARRAY && s.words == 1 && p->len <= INT32_MAX) {
        if (p->index_offset && !s.has_pointers)
            emit_word(fs, (Op)(OP_PASTX8 + step), p->slot, p->index, src, length_word(p));
        else
            emit_word(fs, (Op)(OP_PAST8 + step), p->slot, index_slot(fs, p), src, (uint64_t)p->len | (uint64_t)p->offset << 32);
        return;
    }
    if (p->kind == PLACE_FRAME_ARRAY && s.words == 1) {
        Op op = p->index_offset ? OP_FASTX8 : OP_FAST8;
        emit_word(fs, (Op)(op + store_step(&s)), p->slot, p->index, src, length_word(p));
        return;
    }
    int pointer = slots_alloc(fs, 1);
    place_address(fs, p, pointer);
    if (r->kind != REP_NONE)
        store_memory(fs, pointer, 0, r, src);
}

// ---------------------------------------------------------------- reading and writing

// Temporaries for reading must not lie in dst, which may be on top of the frame without being allocated.
static int above(FuncState *fs, int dst, int64_t n)
{
    int mark = slots_mark(fs);
    if (dst >= mark)
        slots_alloc(fs, dst + n - mark);
    return mark;
}

void place_load(FuncState *fs, const Spot *p, int dst)
{
    Rep r = rep_of(p->type);
    int mark = above(fs, dst, r.slots);
    fs->unsigned_index = p->unsigned_index;
    switch ((PlaceKind)p->kind) {
    case PLACE_NONE:
        zero_slots(fs, dst, r.slots);
        break;
    case PLACE_SLOTS:
        move_slots(fs, dst, p->slot, r.slots);
        break;
    case PLACE_FRAME:
        load_frame(fs, p, &r, dst);
        break;
    case PLACE_MEMORY:
        load_memory(fs, p->slot, p->offset, &r, dst);
        break;
    case PLACE_GLOBAL:
        load_global(fs, p->address + p->offset, &r, dst);
        break;
    case PLACE_SLICE:
    case PLACE_ARRAY:
    case PLACE_FRAME_ARRAY:
        load_element(fs, p, &r, dst);
        break;
    case PLACE_MAP:
        emit_word(fs, OP_MAPGET, dst, p->slot, p->index, word_of(rtype_of(fs->c, p->container)));
        break;
    case PLACE_FIELD_SLICE:
    case PLACE_ROW:
    case PLACE_SLICE_FIELD:
    case PLACE_PATH:
        place_load_fused(fs, p, &r, dst);
        break;
    }
    fs->unsigned_index = false;
    slots_release(fs, mark);
}

int place_slot(FuncState *fs, const Spot *p)
{
    if (p->kind == PLACE_SLOTS)
        return p->slot;
    Rep r = rep_of(p->type);
    if (p->kind == PLACE_FRAME && p->offset == 0 && r.kind == REP_MEMORY)
        return p->slot; // padding behind it is nobody's business when it is only read
    int dst = slots_alloc(fs, r.slots);
    place_load(fs, p, dst);
    return dst;
}

void place_store(FuncState *fs, const Spot *p, int src)
{
    Rep r = rep_of(p->type);
    int mark = above(fs, src, r.slots);
    fs->unsigned_index = p->unsigned_index;
    switch ((PlaceKind)p->kind) {
    case PLACE_NONE:
        break;
    case PLACE_SLOTS:
        move_slots(fs, p->slot, src, r.slots);
        break;
    case PLACE_FRAME:
        store_frame(fs, p, &r, src);
        break;
    case PLACE_MEMORY:
        store_memory(fs, p->slot, p->offset, &r, src);
        break;
    case PLACE_GLOBAL:
        store_global(fs, p->address + p->offset, &r, src);
        break;
    case PLACE_SLICE:
    case PLACE_ARRAY:
    case PLACE_FRAME_ARRAY:
        store_element(fs, p, &r, src);
        break;
    case PLACE_MAP:
        emit_word(fs, OP_MAPSET, p->slot, p->index, src, word_of(rtype_of(fs->c, p->container)));
        break;
    case PLACE_FIELD_SLICE:
    case PLACE_ROW:
    case PLACE_SLICE_FIELD:
    case PLACE_PATH:
        place_store_fused(fs, p, &r, src);
        break;
    }
    fs->unsigned_index = false;
    slots_release(fs, mark);
}

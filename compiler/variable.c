// variable.c: where local variables live: slots of the frame, cells on the heap, the block of a function with too many of them.
#include "compiler/lower.h"

bool var_by_value(const Object *var)
{
    const VarInfo *info = var_info(var);
    return info->captured && info->by_value && type_slots(var->type) <= 4;
}

uint8_t var_storage(const Object *var)
{
    const VarInfo *info = var_info(var);
    if (info->storage == VAR_HEAP)
        return VAR_HEAP;
    if (type_size(var->type) > BIG_VARIABLE_BYTES)
        return VAR_HEAP;
    return info->storage;
}

static void bind(FuncState *fs, Object *var, Spot place)
{
    Spot *p = ARENA_NEW(&fs->arena, Spot);
    *p = place;
    p->type = var->type;
    hashmap_set(&fs->vars, &fs->arena, var, p);
}

Spot var_place(FuncState *fs, Object *var)
{
    Spot *p = hashmap_get(&fs->vars, var);
    if (p)
        return *p;
    if (var->var.is_global) {
        Spot g = {.kind = PLACE_GLOBAL, .type = var->type};
        g.address = global_address(fs, var);
        return g;
    }
    compile_fail(fs, fs->pos, "internal error: variable %.*s has no place", STR_ARG(name_str(var->name)));
    return place_slots(0, var->type);
}

static Spot frame_place(int slot, Type *t, bool is_memory)
{
    Rep r = rep_of(t);
    Spot p = place_slots(slot, t);
    if (is_memory && (r.kind == REP_INT || r.kind == REP_F32) && r.bytes < 8)
        p.kind = PLACE_FRAME;
    return p;
}

void var_bind_slots(FuncState *fs, Object *var, int slot)
{
    bind(fs, var, frame_place(slot, var->type, var_storage(var) == VAR_MEMORY));
}

static bool goes_to_extension(FuncState *fs)
{
    return fs->extend && fs->top > EXTEND_AT;
}

void var_bind_cell(FuncState *fs, Object *var, int cell)
{
    bind(fs, var, place_memory(cell, 0, var->type));
}

bool var_is_plain(FuncState *fs, Object *var)
{
    return var_storage(var) != VAR_HEAP && !goes_to_extension(fs);
}

int var_reserve(FuncState *fs, Object *var)
{
    if (var_storage(var) == VAR_HEAP)
        return slots_alloc(fs, 1);
    if (goes_to_extension(fs))
        return ANYWHERE;
    return slots_alloc(fs, rep_of(var->type).slots);
}

void var_make_cell(FuncState *fs, Object *var, int cell, int from)
{
    uint64_t t = word_of(rtype_of(fs->c, var->type));
    if (from < 0 || type_slots(var->type) == 0)
        emit_word(fs, OP_NEW, cell, 0, 0, t);
    else
        emit_word(fs, OP_NEWK, cell, from, 0, t);
    bind(fs, var, place_memory(cell, 0, var->type));
}

static void declare_in_extension(FuncState *fs, Object *var, int from)
{
    Spot p = place_memory(fs->extension, fs->extension_slots * 8, var->type);
    Rep r = rep_of(var->type);
    fs->extension_slots += r.slots;
    bind(fs, var, p);
    if (from >= 0) {
        place_store(fs, &p, from);
        return;
    }
    int mark = slots_mark(fs);
    int zero = slots_alloc(fs, r.slots);
    zero_slots(fs, zero, r.slots);
    place_store(fs, &p, zero);
    slots_release(fs, mark);
}

void var_complete(FuncState *fs, Object *var, int reserved, int from)
{
    if (var_storage(var) == VAR_HEAP) {
        var_make_cell(fs, var, reserved, from);
    } else if (reserved < 0) {
        declare_in_extension(fs, var, from);
    } else {
        int64_t n = rep_of(var->type).slots;
        if (from < 0)
            zero_slots(fs, reserved, n);
        else
            move_slots(fs, reserved, from, n);
        var_bind_slots(fs, var, reserved);
    }
}

void var_declare(FuncState *fs, Object *var, int from, bool adopt)
{
    if (from >= 0 && adopt && var_is_plain(fs, var))
        var_bind_slots(fs, var, from);
    else
        var_complete(fs, var, var_reserve(fs, var), from);
}

int var_plain_slot(FuncState *fs, Node *e)
{
    e = node_unparen(e);
    if (!node_is(e, NODE_IDENT))
        return -1;
    Object *o = info_object(fs->c->info, e);
    if (!o || o->kind != OBJ_VAR || o->var.is_global)
        return -1;
    Spot *p = hashmap_get(&fs->vars, o);
    return p && p->kind == PLACE_SLOTS ? p->slot : -1;
}

// memcopy.c: large structs and arrays: copied from memory to memory, never through the frame.
#include "compiler/lower.h"

enum { IN_PLACE_BYTES = 256 };

// Whether evaluating e only finds a place in memory.
static bool names_memory(FuncState *fs, Node *e)
{
    e = node_unparen(e);
    if (order_is_bound(fs, e))
        return false;
    switch (e->kind) {
    case NODE_IDENT: {
        Object *o = info_object(fs->c->info, e);
        return o && o->kind == OBJ_VAR && var_plain_slot(fs, e) < 0;
    }
    case NODE_SELECTOR_EXPR: {
        const Selection *s = info_selection(fs->c->info, e);
        Node *x = AS(SelectorExpr, SELECTOR_EXPR, e)->x;
        if (!s)
            return true;
        return s->kind == SEL_FIELD && (s->indirect || type_under(type_of(fs, node_unparen(x)))->kind == TYPE_POINTER || names_memory(fs, x));
    }
    case NODE_INDEX_EXPR: {
        Node *x = AS(IndexExpr, INDEX_EXPR, e)->x;
        Type *u = type_under(type_of(fs, node_unparen(x)));
        return u->kind == TYPE_SLICE || u->kind == TYPE_POINTER || (u->kind == TYPE_ARRAY && names_memory(fs, x));
    }
    case NODE_UNARY_EXPR:
        return AS(UnaryExpr, UNARY_EXPR, e)->op == TOK_MUL;
    default:
        return false;
    }
}

bool is_in_memory(FuncState *fs, Node *e)
{
    TypeAndValue tv = info_type(fs->c->info, node_unparen(e));
    if (!tv.type || tv.mode == MODE_CONST)
        return false;
    Rep r = rep_of(tv.type);
    return r.kind == REP_MEMORY && r.size > IN_PLACE_BYTES && names_memory(fs, e);
}

void copy_from_memory(FuncState *fs, const Spot *to, Node *e)
{
    int mark = slots_mark(fs);
    Spot from = place_of(fs, e);
    int pointers = slots_alloc(fs, 2);
    place_address(fs, &from, pointers);
    place_address(fs, to, pointers + 1);
    emit_at(fs, e->pos);
    emit_word(fs, OP_COPY, pointers + 1, pointers, 0, (uint64_t)type_size(to->type));
    slots_release(fs, mark);
}

// rep.c: how values of each type stand in frames and memory.
#include "compiler/compiler.h"

static void set(Rep *r, RepKind kind, int bytes, int slots)
{
    r->kind = (uint8_t)kind;
    r->bytes = (uint8_t)bytes;
    r->size = kind == REP_C64 ? 8 : slots > 1 ? 8 * slots : bytes;
    r->slots = slots;
}

static Rep rep_basic(Type *u)
{
    Rep r = {0};
    switch (u->basic.kind) {
    case KIND_BOOL:
    case KIND_UINT8:
        set(&r, REP_INT, 1, 1);
        break;
    case KIND_UINT16:
        set(&r, REP_INT, 2, 1);
        break;
    case KIND_UINT32:
        set(&r, REP_INT, 4, 1);
        break;
    case KIND_UINT:
    case KIND_UINT64:
    case KIND_UINTPTR:
        set(&r, REP_INT, 8, 1);
        break;
    case KIND_INT8:
    case KIND_INT16:
    case KIND_INT32:
    case KIND_INT64:
    case KIND_INT:
        set(&r, REP_INT, (int)type_size(u), 1);
        r.is_signed = true;
        break;
    case KIND_FLOAT32:
        set(&r, REP_F32, 4, 1);
        break;
    case KIND_FLOAT64:
        set(&r, REP_F64, 8, 1);
        break;
    case KIND_COMPLEX64:
        set(&r, REP_C64, 8, 1);
        break;
    case KIND_COMPLEX128:
        set(&r, REP_C128, 8, 2);
        break;
    case KIND_STRING:
        set(&r, REP_STRING, 8, 2);
        r.has_pointers = true;
        break;
    case KIND_UNSAFE_POINTER:
        set(&r, REP_POINTER, 8, 1);
        r.has_pointers = true;
        break;
    case KIND_INVALID:
        switch (u->basic.untyped) { // only where a value is dropped or its type never mattered
        case UNTYPED_BOOL:
            set(&r, REP_INT, 1, 1);
            break;
        case UNTYPED_FLOAT:
            set(&r, REP_F64, 8, 1);
            break;
        case UNTYPED_COMPLEX:
            set(&r, REP_C128, 8, 2);
            break;
        case UNTYPED_STRING:
            set(&r, REP_STRING, 8, 2);
            break;
        default:
            set(&r, u->basic.untyped == UNTYPED_NIL ? REP_POINTER : REP_INT, 8, 1);
            r.is_signed = true;
        }
        break;
    case KIND_ARRAY:
    case KIND_CHAN:
    case KIND_FUNC:
    case KIND_INTERFACE:
    case KIND_MAP:
    case KIND_POINTER:
    case KIND_SLICE:
    case KIND_STRUCT:
    case KIND_COUNT:
        UNREACHABLE();
    }
    return r;
}

Rep rep_of(Type *t)
{
    Type *u = type_under(t);
    Rep r = {0};
    switch (u->kind) {
    case TYPE_BASIC:
        return rep_basic(u);
    case TYPE_POINTER:
    case TYPE_SIGNATURE:
    case TYPE_MAP:
    case TYPE_CHAN:
        set(&r, REP_POINTER, 8, 1);
        r.has_pointers = true;
        return r;
    case TYPE_SLICE:
        set(&r, REP_SLICE, 8, 3);
        r.has_pointers = true;
        return r;
    case TYPE_INTERFACE:
        set(&r, REP_IFACE, 8, 2);
        r.has_pointers = true;
        return r;
    case TYPE_ARRAY:
    case TYPE_STRUCT:
        r.size = type_size(u);
        if (r.size <= 0) {
            r.size = 0;
            r.kind = REP_NONE;
            return r;
        }
        r.kind = REP_MEMORY;
        r.slots = r.size / 8 + (r.size % 8 != 0);
        r.has_pointers = type_has_pointers(u);
        return r;
    default: // tuples have no representation of their own; others were reported by the checker
        return r;
    }
}

int type_slots(Type *t)
{
    int64_t n = rep_of(t).slots;
    return n > INT32_MAX / 2 ? INT32_MAX / 2 : (int)n;
}

Layout layout_of(Compiler *c, Type *sig, Type *recv)
{
    SignatureInfo *s = &type_under(sig)->sig;
    Layout l = {0};
    l.n_result_vars = s->results->tuple.n;
    l.n_param_vars = s->params->tuple.n + (recv != NULL);
    l.result_at = ARENA_ARRAY(c->arena, int, l.n_result_vars + 1);
    l.result_types = ARENA_ARRAY(c->arena, Type *, l.n_result_vars + 1);
    l.param_at = ARENA_ARRAY(c->arena, int, l.n_param_vars + 1);
    l.param_types = ARENA_ARRAY(c->arena, Type *, l.n_param_vars + 1);
    int64_t at = 0;
    for (int i = 0; i < l.n_result_vars; i++) {
        l.result_types[i] = s->results->tuple.vars[i]->type;
        l.result_at[i] = (int)at;
        at += type_slots(l.result_types[i]);
        at = at > INT32_MAX / 2 ? INT32_MAX / 2 : at;
    }
    l.n_results = (int)at;
    for (int i = 0; i < l.n_param_vars; i++) {
        int k = i - (recv != NULL);
        l.param_types[i] = k < 0 ? recv : s->params->tuple.vars[k]->type;
        l.param_at[i] = (int)at;
        at += type_slots(l.param_types[i]);
        at = at > INT32_MAX / 2 ? INT32_MAX / 2 : at;
    }
    l.n_params = (int)at - l.n_results;
    return l;
}

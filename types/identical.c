// identical.c: whether two types are the same.
// Sources: Go specification, "Type identity".
#include <string.h>

#include "types/checker.h"

typedef struct InterfacePair { // interfaces being compared further out: cycles go through method signatures only
    Type *x, *y;
    const struct InterfacePair *outer;
} InterfacePair;

typedef struct Identity {
    bool ignore_tags;
    int depth;
} Identity;

// Deeper types than any declaration can nest are taken for different: recursion stays bounded.
enum { DEEPEST = 1000 };

static bool identical(Identity *id, Type *x, Type *y, const InterfacePair *pairs);

static bool same_tag(const StructInfo *x, const StructInfo *y, int i)
{
    Str none = {"", 0};
    return str_equal(x->tags ? x->tags[i] : none, y->tags ? y->tags[i] : none);
}

static bool structs(Identity *id, const StructInfo *x, const StructInfo *y, const InterfacePair *pairs)
{
    if (x->n != y->n)
        return false;
    for (int i = 0; i < x->n; i++) {
        Object *f = x->fields[i], *g = y->fields[i];
        if (f->var.embedded != g->var.embedded || !object_same_id(f, g->pkg, g->name, false) ||
            (!id->ignore_tags && !same_tag(x, y, i)) || !identical(id, f->type, g->type, pairs))
            return false;
    }
    return true;
}

static bool tuples(Identity *id, const TupleInfo *x, const TupleInfo *y, const InterfacePair *pairs)
{
    if (x->n != y->n)
        return false;
    for (int i = 0; i < x->n; i++)
        if (!identical(id, x->vars[i]->type, y->vars[i]->type, pairs))
            return false;
    return true;
}

static bool signatures(Identity *id, const SignatureInfo *x, const SignatureInfo *y, const InterfacePair *pairs)
{
    return x->type_params.n == y->type_params.n && x->variadic == y->variadic &&
           identical(id, x->params, y->params, pairs) && identical(id, x->results, y->results, pairs);
}

static bool interfaces(Identity *id, Type *x, Type *y, const InterfacePair *pairs)
{
    TypeSet *a = type_set(x->iface.owner, x, NO_POS), *b = type_set(y->iface.owner, y, NO_POS);
    if (typeset_n_methods(a) != typeset_n_methods(b) || typeset_is_method_set(a) != typeset_is_method_set(b) ||
        typeset_is_comparable(a) != typeset_is_comparable(b))
        return false;
    for (const InterfacePair *p = pairs; p; p = p->outer)
        if ((p->x == x && p->y == y) || (p->x == y && p->y == x))
            return true; // compared further out: equal unless that comparison fails
    InterfacePair pair = {x, y, pairs};
    for (int i = 0; i < typeset_n_methods(a); i++) {
        Object *f = typeset_method(a, i), *g = typeset_method(b, i);
        if (!object_same_id(f, g->pkg, g->name, false) || !f->type || !g->type || !identical(id, f->type, g->type, &pair))
            return false;
    }
    return true;
}

static bool named(const NamedInfo *x, const NamedInfo *y)
{
    if (x->type_args.n != y->type_args.n || x->origin->named.obj != y->origin->named.obj)
        return false;
    for (int i = 0; i < x->type_args.n; i++)
        if (!types_identical(x->type_args.at[i], y->type_args.at[i]))
            return false;
    return true;
}

static bool unions(const UnionInfo *x, const UnionInfo *y)
{
    if (x->n != y->n)
        return false;
    for (int i = 0; i < x->n; i++)
        if (x->terms[i].tilde != y->terms[i].tilde || !types_identical(x->terms[i].type, y->terms[i].type))
            return false;
    return true;
}

static bool structure(Identity *id, Type *x, Type *y, const InterfacePair *pairs)
{
    switch ((TypeKind)x->kind) {
    case TYPE_BASIC:
        return x->basic.kind == y->basic.kind && x->basic.untyped == y->basic.untyped;
    case TYPE_STRUCT:
        return structs(id, &x->strct, &y->strct, pairs);
    case TYPE_TUPLE:
        return tuples(id, &x->tuple, &y->tuple, pairs);
    case TYPE_SIGNATURE:
        return signatures(id, &x->sig, &y->sig, pairs);
    case TYPE_UNION:
        return unions(&x->union_, &y->union_);
    case TYPE_INTERFACE:
        return interfaces(id, x, y, pairs);
    case TYPE_NAMED:
        return named(&x->named, &y->named);
    case TYPE_INVALID:
        return true;
    case TYPE_ARRAY:
    case TYPE_SLICE:
    case TYPE_POINTER:
    case TYPE_MAP:
    case TYPE_CHAN: // by the caller's loop
    case TYPE_TYPE_PARAM:
    case TYPE_ALIAS:
        break;
    }
    return false;
}

static bool identical(Identity *id, Type *x, Type *y, const InterfacePair *pairs)
{
    if (id->depth > DEEPEST)
        return false;
    id->depth++;
    bool result = false;
    for (;;) {
        x = type_unalias(x);
        y = type_unalias(y);
        result = x == y;
        if (result || x->kind != y->kind)
            break;
        if (x->kind == TYPE_ARRAY) {
            // A length that is not known because of a mistake equals any.
            if (x->array.len >= 0 && y->array.len >= 0 && x->array.len != y->array.len)
                break;
            x = x->array.elem;
            y = y->array.elem;
        } else if (x->kind == TYPE_SLICE || x->kind == TYPE_POINTER) {
            x = x->elem;
            y = y->elem;
        } else if (x->kind == TYPE_CHAN) {
            if (x->chan.dir != y->chan.dir)
                break;
            x = x->chan.elem;
            y = y->chan.elem;
        } else if (x->kind == TYPE_MAP) {
            if (!identical(id, x->map.key, y->map.key, pairs))
                break;
            x = x->map.elem;
            y = y->map.elem;
        } else {
            result = structure(id, x, y, pairs);
            break;
        }
    }
    id->depth--;
    return result;
}

bool types_identical(Type *a, Type *b)
{
    Identity id = {0};
    return a == b || identical(&id, a, b, NULL);
}

bool types_identical_ignore_tags(Type *a, Type *b)
{
    Identity id = {.ignore_tags = true};
    return a == b || identical(&id, a, b, NULL);
}

// selector.c: x.f: qualified identifiers, fields, methods, method values and method expressions.
// Sources: Go specification, "Selectors", "Method values", "Method expressions", "Qualified identifiers".
#include <string.h>

#include "base/utf8.h"
#include "types/operand.h"

// -- qualified identifiers

// An exported name of the package that differs in case alone.
static Object *other_case(Package *pkg, Name name)
{
    if (pkg->scope->other_case) {
        Name other = pkg->scope->other_case(pkg->scope, name);
        return other ? scope_find(pkg->scope, other) : NULL;
    }
    for (int i = 0; i < pkg->scope->list.n; i++) {
        Object *o = pkg->scope->list.at[i];
        if (o->name != name && name_is_exported(o->name) && object_same_id(o, pkg, name, true))
            return o;
    }
    return NULL;
}

static void report_undefined(Checker *c, SelectorExpr *e, Package *pkg, Name name)
{
    if (pkg->failed)
        return;
    Object *other = other_case(pkg, name);
    if (other)
        check_error(c, error_pos(e->sel), "undefined: %s (but have %s)", expr_text(c, &e->node), other->name->text);
    else
        check_error(c, error_pos(e->sel), "undefined: %s", expr_text(c, &e->node));
}

static void take_object(Checker *c, Operand *x, Object *o)
{
    x->type = o->type;
    switch ((ObjectKind)o->kind) {
    case OBJ_CONST:
        x->mode = MODE_CONST;
        x->value = o->value;
        break;
    case OBJ_TYPE_NAME:
        x->mode = MODE_TYPE;
        break;
    case OBJ_VAR:
        x->mode = MODE_VAR;
        break;
    case OBJ_FUNC:
        x->mode = MODE_VALUE;
        break;
    case OBJ_BUILTIN:
        x->mode = MODE_BUILTIN;
        x->builtin = o->builtin;
        return;
    case OBJ_PKG_NAME:
    case OBJ_LABEL:
    case OBJ_NIL:
        operand_invalidate(x);
        return;
    }
    if (!type_is_valid(o->type) || (o->kind == OBJ_CONST && !o->value))
        operand_invalidate(x);
    (void)c;
}

static void check_qualified(Checker *c, Operand *x, SelectorExpr *e, Object *pkg_name)
{
    Package *pkg = pkg_name->pkg_name.imported;
    Name name = AS(Ident, IDENT, e->sel)->name;
    record_use(c, e->x, pkg_name);
    pkg_name->used = true;
    // What other packages do not export is not there: the reference reads packages as they were compiled.
    Object *o = pkg && name_is_exported(name) ? scope_find(pkg->scope, name) : NULL;
    if (!o) {
        if (pkg)
            report_undefined(c, e, pkg, name);
        operand_invalidate(x);
        return;
    }
    ensure_resolved(c, o);
    record_use(c, e->sel, o);
    take_object(c, x, o);
}

// -- what went wrong

static Str tail(Name n)
{
    int width = 1;
    if (n->len)
        utf8_decode(n->text, n->len, &width);
    return (Str){n->text + width, n->len > (uint32_t)width ? n->len - (uint32_t)width : 0};
}

typedef enum LookupFailure { MISSING, MISSPELLED, UNEXPORTED, INACCESSIBLE } LookupFailure;

static LookupFailure failure_of(Checker *c, Name sel, const Object *other)
{
    if (!other)
        return MISSING;
    bool same_tail = str_equal(tail(sel), tail(other->name)), other_exported = name_is_exported(other->name);
    if (other->pkg == c->env.pkg)
        return MISSPELLED;
    if (name_is_exported(sel))
        return other_exported ? MISSPELLED : same_tail ? UNEXPORTED : MISSING;
    if (other_exported)
        return same_tail ? MISSPELLED : MISSING;
    return sel == other->name ? INACCESSIBLE : MISSING;
}

const char *lookup_error_text(Checker *c, Type *t, Name sel, Object *other, bool struct_lit)
{
    LookupFailure failure = failure_of(c, sel, other);
    const char *type = type_text(c, t), *name = sel->text, *alt = other ? other->name->text : "";
    const char *what = other && other->kind == OBJ_VAR ? "field" : "method";
    if (failure == INACCESSIBLE)
        return struct_lit ? text_printf(c, "cannot refer to unexported field %s in struct literal of type %s", alt, type)
                          : text_printf(c, "cannot refer to unexported %s %s", what, alt);
    const char *but = "";
    if (failure != MISSING)
        but = text_printf(c, ", but does have %s%s%s%s", failure == UNEXPORTED ? "unexported " : "", struct_lit ? "" : what,
                          struct_lit ? "" : " ", alt);
    if (struct_lit)
        return text_printf(c, "unknown field %s in struct literal of type %s%s", name, type, but);
    return text_printf(c, "type %s has no field or method %s%s", type, name, but);
}

static void report_not_found(Checker *c, Operand *x, SelectorExpr *e, Name sel, const Found *f)
{
    if (!type_is_valid(type_under(x->type)) && x->mode != MODE_NIL)
        return;
    Pos pos = error_pos(e->sel);
    const char *type = type_text(c, x->type);
    if (f->n_path) {
        check_error(c, pos, "ambiguous selector %s.%s", expr_text(c, x->expr), sel->text);
        return;
    }
    if (f->indirect && x->mode == MODE_TYPE) {
        check_error(c, pos, "invalid method expression %s.%s (needs pointer receiver (*%s).%s)", type, sel->text, type, sel->text);
        return;
    }
    if (f->indirect) {
        check_error(c, pos, "cannot call pointer method %s on %s", sel->text, type);
        return;
    }
    const char *why = interface_pointer_cause(c, x->type);
    if (!why) {
        Found other = lookup_member(c, x->type, x->mode == MODE_VAR, c->env.pkg, sel, true);
        why = lookup_error_text(c, x->type, sel, other.obj, false);
    }
    check_error(c, pos, "%s.%s undefined (%s)", expr_text(c, x->expr), sel->text, why);
}

// -- fields and methods

static void record_selection(Checker *c, SelectorExpr *e, SelectionKind kind, Type *recv, const Found *f, Type *type)
{
    Selection *s = ARENA_NEW(c->arena, Selection);
    *s = (Selection){(uint8_t)kind, recv, f->obj, type, f->path, f->n_path, f->indirect};
    info_set_selection(c->info, &e->node, s);
    record_use(c, e->sel, f->obj);
}

// The method's function with the receiver as first parameter.
static Type *method_expr_type(Checker *c, const SignatureInfo *sig, Type *recv)
{
    const TupleInfo *params = &sig->params->tuple;
    Object **vars = ARENA_ARRAY(c->arena, Object *, params->n + 1);
    Name name = NULL; // named if the other parameters are
    if (params->n && params->vars[0]->name && params->vars[0]->name->len)
        name = sig->recv->name && sig->recv->name->len ? sig->recv->name : c->blank;
    vars[0] = object_new(c, OBJ_VAR, sig->recv->pos, sig->recv->pkg, name, recv);
    vars[0]->var.is_param = true;
    for (int i = 0; i < params->n; i++)
        vars[i + 1] = params->vars[i];
    return type_new_signature(c, NULL, type_new_tuple(c, vars, params->n + 1), sig->results, sig->variadic);
}

static void take_method(Checker *c, Operand *x, SelectorExpr *e, const Found *f)
{
    ensure_resolved(c, f->obj);
    add_dependency(c, f->obj);
    Type *recv = x->type, *t = f->obj->type;
    if (!t || t->kind != TYPE_SIGNATURE) {
        operand_invalidate(x);
        return;
    }
    if (x->mode == MODE_TYPE) {
        if (!t->sig.recv) {
            check_error(c, error_pos(&e->node), "illegal cycle in method declaration");
            operand_invalidate(x);
            return;
        }
        x->type = method_expr_type(c, &t->sig, recv);
        record_selection(c, e, SEL_METHOD_EXPR, recv, f, x->type);
    } else {
        x->type = type_new_signature(c, NULL, t->sig.params, t->sig.results, t->sig.variadic);
        x->type->sig.type_params = t->sig.type_params;
        record_selection(c, e, SEL_METHOD_VALUE, recv, f, x->type);
    }
    x->mode = MODE_VALUE;
}

static void take_field(Checker *c, Operand *x, SelectorExpr *e, const Found *f)
{
    if (x->mode == MODE_TYPE) {
        check_error(c, error_pos(e->x), "operand for field selector %s must be value of type %s", f->obj->name->text,
                    type_text(c, x->type));
        operand_invalidate(x);
        return;
    }
    record_selection(c, e, SEL_FIELD, x->type, f, f->obj->type);
    x->mode = x->mode == MODE_VAR || f->indirect ? MODE_VAR : MODE_VALUE;
    x->type = f->obj->type ? f->obj->type : c->invalid;
}

// Whether x, and what a pointer x points to, is completely declared.
static bool operand_is_complete(Checker *c, Operand *x)
{
    Type *u = type_under(x->type);
    return u->kind != TYPE_POINTER || check_is_complete(c, u->elem);
}

static void check_member(Checker *c, Operand *x, SelectorExpr *e, bool want_type)
{
    check_expr_or_type(c, x, e->x, false);
    if (x->mode == MODE_BUILTIN) {
        check_error(c, e->node.pos, "invalid use of %s in selector expression", operand_text(c, x));
        operand_invalidate(x);
    }
    if (x->mode == MODE_INVALID)
        return;
    if (!check_is_complete(c, x->type)) {
        operand_invalidate(x);
        return;
    }
    if (want_type) {
        check_error(c, error_pos(e->sel), "%s is not a type", expr_text(c, &e->node));
        operand_invalidate(x);
        return;
    }
    if (!operand_is_complete(c, x)) {
        operand_invalidate(x);
        return;
    }
    Name sel = AS(Ident, IDENT, e->sel)->name;
    Found f = lookup_member(c, x->type, x->mode == MODE_VAR, c->env.pkg, sel, false);
    if (!f.obj) {
        report_not_found(c, x, e, sel, &f);
        operand_invalidate(x);
    } else if (f.obj->kind == OBJ_VAR) {
        take_field(c, x, e, &f);
    } else {
        take_method(c, x, e, &f);
    }
}

void check_selector(Checker *c, Operand *x, Node *selector, bool want_type)
{
    SelectorExpr *e = AS(SelectorExpr, SELECTOR_EXPR, selector);
    Object *o = node_is(e->x, NODE_IDENT) ? check_lookup(c, AS(Ident, IDENT, e->x)->name, NULL) : NULL;
    if (o && o->kind == OBJ_PKG_NAME)
        check_qualified(c, x, e, o);
    else
        check_member(c, x, e, want_type);
    if (x->mode == MODE_INVALID)
        x->type = c->invalid;
    x->expr = selector;
}

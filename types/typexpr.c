// typexpr.c: names, and expressions that stand for types.
// Sources: Go specification, "Types", "Identifiers".
#include "base/check.h"
#include "types/checker.h"

// -- names

static void use_variable(Checker *c, Object *o)
{
    // Those of other packages are shared and not asked for.
    if (o->pkg == c->env.pkg)
        o->used = true;
}

void check_ident(Checker *c, Operand *x, Node *ident, bool want_type)
{
    *x = (Operand){.mode = MODE_INVALID, .expr = ident, .type = c->invalid};
    Name name = AS(Ident, IDENT, ident)->name;
    Scope *where;
    Object *o = check_lookup(c, name, &where);
    if (!o) {
        if (name == c->blank)
            check_error(c, ident->pos, "cannot use _ as value or type");
        else if (name)
            check_error(c, ident->pos, "undefined: %s", name->text);
        return;
    }
    record_use(c, ident, o);
    bool is_type = o->kind == OBJ_TYPE_NAME;
    if (want_type && !is_type) {
        if (o->kind != OBJ_FUNC || !o->decl || !o->decl->generic)
            check_error(c, ident->pos, "%s (%s) is not a type", o->name->text, object_kind_words(o));
        if (o->kind == OBJ_VAR)
            use_variable(c, o);
        return;
    }
    // A type of this package is asked for again even if it has a type by now: it may be in progress, which closes a cycle.
    if (!o->type || (is_type && want_type && o->pkg == c->env.pkg))
        resolve_object(c, o);
    Type *t = o->type;
    Object *dot = where ? check_dot_import(c, where, o) : NULL;
    if (dot)
        dot->used = true;

    switch ((ObjectKind)o->kind) {
    case OBJ_PKG_NAME:
        check_error(c, ident->pos, "use of package %s not in selector", name->text);
        return;
    case OBJ_CONST:
        add_dependency(c, o);
        if (!type_is_valid(t))
            return;
        if (o == c->iota_obj) {
            if (!c->env.iota) {
                check_error(c, ident->pos, "cannot use iota outside constant declaration");
                return;
            }
            x->value = c->env.iota;
        } else {
            x->value = o->value;
        }
        x->mode = MODE_CONST;
        break;
    case OBJ_TYPE_NAME:
        x->mode = MODE_TYPE;
        break;
    case OBJ_VAR:
        use_variable(c, o);
        add_dependency(c, o);
        if (!type_is_valid(t))
            return;
        x->mode = MODE_VAR;
        break;
    case OBJ_FUNC:
        add_dependency(c, o);
        if (!type_is_valid(t)) // generic: reported
            return;
        x->mode = MODE_VALUE;
        break;
    case OBJ_BUILTIN:
        x->builtin = o->builtin;
        x->mode = MODE_BUILTIN;
        break;
    case OBJ_NIL:
        x->mode = MODE_NIL;
        break;
    case OBJ_LABEL:
        return;
    }
    x->type = t;
}

// -- types

typedef struct VarTypeCheck {
    Node *expr;
    Type *type;
} VarTypeCheck;

static void run_var_type(Checker *c, void *data)
{
    VarTypeCheck *v = data;
    Type *t = type_under(v->type);
    if (t->kind != TYPE_INTERFACE)
        return;
    Pos pos = error_pos(v->expr);
    TypeSet *s = type_set(c, t, pos);
    if (typeset_is_method_set(s))
        return;
    check_error(c, pos, "cannot use type %s outside a type constraint: interface %s", type_text(c, v->type),
                     typeset_embeds_comparable(s) ? "is (or embeds) comparable" : "contains type constraints");
}

void check_valid_var_type(Checker *c, Node *e, Type *t)
{
    // Only interfaces can be wrong; what is not complete yet may become one.
    Type *u = type_unalias(t);
    if (u->kind != TYPE_INTERFACE && u->kind != TYPE_NAMED && u->kind != TYPE_ALIAS)
        return;
    if (u->kind == TYPE_NAMED && u->named.underlying && u->named.underlying->kind != TYPE_INTERFACE)
        return;
    VarTypeCheck *v = ARENA_NEW(c->arena, VarTypeCheck);
    v->expr = e;
    v->type = t;
    check_later(c, run_var_type, v);
}

Type *check_type(Checker *c, Node *e)
{
    return check_declared_type(c, e, NULL);
}

Type *check_var_type(Checker *c, Node *e)
{
    Type *t = check_declared_type(c, e, NULL);
    check_valid_var_type(c, e, t);
    return t;
}

// The array's length, or -1: reported.
static int64_t array_length(Checker *c, Node *e)
{
    // A lone name may be meant as a type parameter: say something that fits both.
    if (node_is(e, NODE_IDENT)) {
        Name name = AS(Ident, IDENT, e)->name;
        Object *o = check_lookup(c, name, NULL);
        if (!o) {
            check_error(c, e->pos, "undefined array length %s or missing type constraint", name->text);
            return -1;
        }
        if (o->kind != OBJ_CONST) {
            check_error(c, e->pos, "invalid array length %s", name->text);
            return -1;
        }
    }
    Operand x = {0};
    check_expr(c, NULL, &x, e);
    if (x.mode == MODE_INVALID)
        return -1;
    if (x.mode != MODE_CONST) {
        check_error(c, operand_pos(&x), "array length %s must be constant", operand_text(c, &x));
        return -1;
    }
    if (type_is_untyped(x.type) || type_is_integer(x.type)) {
        Const *v = const_to_int(c->consts, x.value);
        int64_t n;
        if (const_kind(v) == CONST_INT && const_int64_value(v, &n) && n >= 0)
            return n;
    }
    check_error(c, operand_pos(&x), type_is_integer(x.type) ? "invalid array length %s" : "array length %s must be integer",
                operand_text(c, &x));
    return -1;
}

static Type *named_type(Checker *c, Node *e)
{
    Operand x = {0};
    if (e->kind == NODE_IDENT)
        check_ident(c, &x, e, true);
    else
        check_selector(c, &x, e, true);
    switch ((ValueMode)x.mode) {
    case MODE_TYPE:
        return x.type;
    case MODE_INVALID:
        break;
    case MODE_NO_VALUE:
        check_error(c, operand_pos(&x), "%s used as type", operand_text(c, &x));
        break;
    default:
        check_error(c, operand_pos(&x), "%s is not a type", operand_text(c, &x));
        break;
    }
    return c->invalid;
}

// T[A]: nothing is generic yet that was not reported where it is declared.
static Type *instantiated_type(Checker *c, IndexExpr *e)
{
    const char *cause = NULL;
    Type *t = check_generic_type(c, e->x, &cause);
    if (cause) {
        Buf list = {0};
        for (int i = 0; i < e->indices.n; i++)
            buf_printf(&list, "%s%s", i ? ", " : "", expr_text(c, e->indices.at[i]));
        check_error(c, error_pos(e->x), "invalid operation: %s[%s] (%s)", expr_text(c, e->x), list.ptr ? list.ptr : "", cause);
        buf_done(&list);
    } else if (type_is_valid(t)) {
        check_error(c, error_pos(e->x), "type parameters are not supported yet");
        for (int i = 0; i < e->indices.n; i++)
            check_var_type(c, e->indices.at[i]);
    }
    return c->invalid;
}

static void run_map_key(Checker *c, void *data)
{
    MapTypeExpr *e = data;
    Type *t = info_type(c->info, &e->node).type;
    if (t && t->kind == TYPE_MAP && !type_comparable(c, t->map.key, NULL))
        check_error(c, error_pos(e->key), "invalid map key type %s", type_text(c, t->map.key));
}

static Type *pointer_type(Checker *c, UnaryExpr *e)
{
    Type *t = type_new(c, TYPE_POINTER);
    t->elem = c->invalid; // while a recursive declaration is in progress
    t->elem = check_var_type(c, e->x);
    // A pointer to something wrong helps nobody.
    return type_is_valid(t->elem) ? t : c->invalid;
}

static Type *not_a_type(Checker *c, Node *e)
{
    check_error(c, error_pos(e), "%s is not a type", expr_text(c, e));
    check_use(c, (NodeList){&e, 1});
    return c->invalid;
}

static Type *type_of_expr(Checker *c, Node *e, Object *def)
{
    switch (e->kind) {
    case NODE_BAD_EXPR:
        return c->invalid;
    case NODE_IDENT:
    case NODE_SELECTOR_EXPR:
        return named_type(c, e);
    case NODE_INDEX_EXPR:
        return instantiated_type(c, AS(IndexExpr, INDEX_EXPR, e));
    case NODE_PAREN_EXPR:
        return check_declared_type(c, AS(ParenExpr, PAREN_EXPR, e)->x, def);
    case NODE_ARRAY_TYPE: {
        ArrayTypeExpr *a = AS(ArrayTypeExpr, ARRAY_TYPE, e);
        int64_t len = -1;
        if (a->len)
            len = array_length(c, a->len);
        else
            check_error(c, error_pos(e), "invalid use of [...] array (outside a composite literal)");
        Type *elem = check_var_type(c, a->elem);
        if (len > 1 << 16)
            vec_push(&c->big_types, c->arena, e);
        return len >= 0 ? type_new_array(c, elem, len) : c->invalid;
    }
    case NODE_SLICE_TYPE: {
        Type *t = type_new(c, TYPE_SLICE);
        t->elem = c->invalid;
        t->elem = check_var_type(c, AS(SliceTypeExpr, SLICE_TYPE, e)->elem);
        return t;
    }
    case NODE_DOTS_TYPE:
        check_error(c, error_pos(e), "invalid use of ...");
        return c->invalid;
    case NODE_STRUCT_TYPE:
        return check_struct_type(c, e);
    case NODE_UNARY_EXPR:
        if (AS(UnaryExpr, UNARY_EXPR, e)->op == TOK_MUL)
            return pointer_type(c, AS(UnaryExpr, UNARY_EXPR, e));
        return not_a_type(c, e);
    case NODE_FUNC_TYPE: {
        Type *t = type_new(c, TYPE_SIGNATURE);
        t->sig.params = t->sig.results = c->empty_tuple;
        check_func_type(c, t, NULL, e);
        return t;
    }
    case NODE_INTERFACE_TYPE:
        return check_interface_type(c, e, def);
    case NODE_MAP_TYPE: {
        MapTypeExpr *m = AS(MapTypeExpr, MAP_TYPE, e);
        Type *t = type_new(c, TYPE_MAP);
        t->map.key = t->map.elem = c->invalid;
        t->map.key = check_var_type(c, m->key);
        t->map.elem = check_var_type(c, m->elem);
        check_later(c, run_map_key, m); // needs a complete key type
        if (t->map.key->kind != TYPE_BASIC || t->map.elem->kind != TYPE_BASIC)
            vec_push(&c->big_types, c->arena, e);
        return t;
    }
    case NODE_CHAN_TYPE: {
        ChanTypeExpr *ch = AS(ChanTypeExpr, CHAN_TYPE, e);
        Type *t = type_new(c, TYPE_CHAN);
        t->chan.dir = ch->dir;
        t->chan.elem = c->invalid;
        t->chan.elem = check_var_type(c, ch->elem);
        if (t->chan.elem->kind != TYPE_BASIC)
            vec_push(&c->big_types, c->arena, e);
        return t;
    }
    default:
        return not_a_type(c, e);
    }
}

static Type *type_at_depth(Checker *c, Node *e, Object *def)
{
    if (!e || !check_room(c, e->pos))
        return c->invalid;
    Type *t = type_of_expr(c, e, def);
    return t;
}

Type *check_declared_type(Checker *c, Node *e, Object *def)
{
    Type *t = type_at_depth(c, e, def);
    if (type_is_generic(t)) {
        check_error(c, error_pos(e), "cannot use generic type %s without instantiation", type_text(c, t));
        t = c->invalid;
    }
    record_type(c, e, MODE_TYPE, t, NULL);
    return t;
}

Type *check_generic_type(Checker *c, Node *e, const char **cause)
{
    Type *t = type_at_depth(c, e, NULL);
    if (type_is_valid(t) && !type_is_generic(t)) {
        if (cause)
            *cause = text_printf(c, "%s is not a generic type", type_text(c, t));
        t = c->invalid;
    }
    record_type(c, e, MODE_TYPE, t, NULL);
    return t;
}

// builtins_unsafe.c: the functions of package unsafe.
// Sources: Go specification, "Package unsafe".
#include "types/builtin.h"
#include "types/builtins.h"

bool check_unsafe_add(Checker *c, Operand *x, BuiltinCall *b)
{
    check_verify_version(c, error_pos(b->call->fun), 17, "unsafe.Add");
    check_assignment(c, x, c->basic[KIND_UNSAFE_POINTER], "argument to unsafe.Add");
    if (x->mode == MODE_INVALID || !check_valid_index(c, &b->args[1], "length", true))
        return false;
    x->mode = MODE_VALUE;
    x->type = c->basic[KIND_UNSAFE_POINTER];
    return true;
}

// The constant result, or a value where the type's size is not known.
static bool give_size(Checker *c, Operand *x, bool known, int64_t size)
{
    if (known && size < 0) {
        check_error(c, operand_pos(x), "%s is too large", operand_text(c, x));
        return false;
    }
    x->mode = known ? MODE_CONST : MODE_VALUE;
    x->value = known ? const_int64(c->consts, size) : NULL;
    x->type = c->basic[KIND_UINTPTR];
    return true;
}

bool check_unsafe_alignof(Checker *c, Operand *x, BuiltinCall *b)
{
    (void)b;
    check_assignment(c, x, NULL, "argument to unsafe.Alignof");
    if (x->mode == MODE_INVALID)
        return false;
    bool known = !check_has_var_size(c, x->type);
    return give_size(c, x, known, known ? type_align(x->type) : 0);
}

bool check_unsafe_sizeof(Checker *c, Operand *x, BuiltinCall *b)
{
    (void)b;
    check_assignment(c, x, NULL, "argument to unsafe.Sizeof");
    if (x->mode == MODE_INVALID)
        return false;
    bool known = !check_has_var_size(c, x->type);
    return give_size(c, x, known, known ? type_size(x->type) : 0);
}

static int64_t path_offset(Type *t, const int *path, int n)
{
    int64_t offset = 0;
    for (int i = 0; i < n; i++) {
        Type *u = type_under(t);
        int64_t at = type_field_offset(u, path[i]);
        if (at < 0 || __builtin_add_overflow(offset, at, &offset))
            return -1;
        t = u->strct.fields[path[i]]->type;
    }
    return offset;
}

static void record_field(Checker *c, Operand *x, Node *selector, Type *base, const Found *f)
{
    Selection *s = ARENA_NEW(c->arena, Selection);
    *s = (Selection){.kind = SEL_FIELD, .recv = base, .obj = f->obj, .type = f->obj->type, .path = f->path, .n_path = f->n_path};
    info_set_selection(c->info, selector, s);
    record_use(c, AS(SelectorExpr, SELECTOR_EXPR, selector)->sel, f->obj);
    Operand field = {.mode = x->mode == MODE_VAR ? MODE_VAR : MODE_VALUE, .expr = selector, .type = f->obj->type};
    record_operand(c, &field);
}

bool check_unsafe_offsetof(Checker *c, Operand *x, BuiltinCall *b)
{
    Node *arg = b->call->args.at[0], *selector = node_unparen(arg);
    if (!node_is(selector, NODE_SELECTOR_EXPR)) {
        check_error(c, error_pos(arg), "invalid argument: %s is not a selector expression", expr_text(c, arg));
        check_use(c, b->call->args);
        return false;
    }
    SelectorExpr *e = AS(SelectorExpr, SELECTOR_EXPR, selector);
    check_expr(c, NULL, x, e->x);
    if (x->mode == MODE_INVALID)
        return false;
    Type *base = x->type, *u = type_under(base);
    if (u->kind == TYPE_POINTER && type_under(u->elem)->kind == TYPE_STRUCT)
        base = u->elem;
    Name sel = AS(Ident, IDENT, e->sel)->name;
    Found f = lookup_member(c, base, false, c->env.pkg, sel, false);
    if (!f.obj) {
        check_error(c, operand_pos(x), "invalid argument: %s has no single field %s", type_text(c, base), sel->text);
        return false;
    }
    if (f.obj->kind == OBJ_FUNC) {
        check_error(c, error_pos(arg), "invalid argument: %s is a method value", expr_text(c, arg));
        return false;
    }
    if (f.indirect) {
        check_error(c, operand_pos(x), "invalid argument: field %s is embedded via a pointer in %s", sel->text, type_text(c, base));
        return false;
    }
    record_field(c, x, selector, base, &f);
    bool known = !check_has_var_size(c, base);
    return give_size(c, x, known, known ? path_offset(base, f.path, f.n_path) : 0);
}

bool check_unsafe_slice(Checker *c, Operand *x, BuiltinCall *b)
{
    check_verify_version(c, error_pos(b->call->fun), 17, "unsafe.Slice");
    Type *u = type_under(x->type);
    if (u->kind != TYPE_POINTER || x->mode == MODE_NIL) {
        check_error(c, operand_pos(x), "invalid argument: %s is not a pointer", operand_text(c, x));
        return false;
    }
    if (!check_valid_index(c, &b->args[1], "length", false))
        return false;
    x->mode = MODE_VALUE;
    x->type = type_new_slice(c, u->elem);
    return true;
}

bool check_unsafe_slice_data(Checker *c, Operand *x, BuiltinCall *b)
{
    check_verify_version(c, error_pos(b->call->fun), 20, "unsafe.SliceData");
    Type *u = type_under(x->type);
    if (u->kind != TYPE_SLICE || x->mode == MODE_NIL) {
        check_error(c, operand_pos(x), "invalid argument: %s is not a slice", operand_text(c, x));
        return false;
    }
    x->mode = MODE_VALUE;
    x->type = type_new_pointer(c, u->elem);
    return true;
}

bool check_unsafe_string(Checker *c, Operand *x, BuiltinCall *b)
{
    check_verify_version(c, error_pos(b->call->fun), 20, "unsafe.String");
    check_assignment(c, x, type_new_pointer(c, c->byte_type), "argument to unsafe.String");
    if (x->mode == MODE_INVALID || !check_valid_index(c, &b->args[1], "length", false))
        return false;
    x->mode = MODE_VALUE;
    x->type = c->basic[KIND_STRING];
    return true;
}

bool check_unsafe_string_data(Checker *c, Operand *x, BuiltinCall *b)
{
    check_verify_version(c, error_pos(b->call->fun), 20, "unsafe.StringData");
    check_assignment(c, x, c->basic[KIND_STRING], "argument to unsafe.StringData");
    if (x->mode == MODE_INVALID)
        return false;
    x->mode = MODE_VALUE;
    x->type = type_new_pointer(c, c->byte_type);
    return true;
}

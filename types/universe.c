// universe.c: the predeclared types, constants and functions, and package unsafe.
#include "types/builtin.h"
#include "types/checker.h"

static Type *new_basic(Checker *c, Kind kind, UntypedKind untyped, const char *name)
{
    Type *t = type_new(c, TYPE_BASIC);
    t->basic = (BasicInfo){kind, untyped, name};
    return t;
}

static Object *define(Checker *c, ObjectKind kind, const char *name, Type *type)
{
    Object *o = object_new(c, kind, NO_POS, NULL, intern_text(c->names, name), type);
    o->state = OBJ_RESOLVED;
    scope_insert(c->arena, c->universe, o);
    return o;
}

static void define_basic_types(Checker *c)
{
    static const struct {
        Kind kind;
        const char *name;
    } basics[] = {
#define BASIC(KIND, name, bytes, class) {KIND_##KIND, name},
#define COMPOSITE(KIND, name)
#include "base/kinds.def"
#undef BASIC
#undef COMPOSITE
    };
    static const char *const untyped_names[] = {
        [UNTYPED_BOOL] = "untyped bool",   [UNTYPED_INT] = "untyped int",         [UNTYPED_RUNE] = "untyped rune",
        [UNTYPED_FLOAT] = "untyped float", [UNTYPED_COMPLEX] = "untyped complex", [UNTYPED_STRING] = "untyped string",
        [UNTYPED_NIL] = "untyped nil"};
    c->invalid = type_new(c, TYPE_INVALID);
    for (size_t i = 0; i < sizeof basics / sizeof basics[0]; i++) {
        c->basic[basics[i].kind] = new_basic(c, basics[i].kind, UNTYPED_NOT, basics[i].name);
        if (basics[i].kind != KIND_UNSAFE_POINTER)
            define(c, OBJ_TYPE_NAME, basics[i].name, c->basic[basics[i].kind]);
    }
    for (int i = UNTYPED_BOOL; i <= UNTYPED_NIL; i++)
        c->untyped[i] = new_basic(c, KIND_INVALID, (UntypedKind)i, untyped_names[i]);
    c->byte_type = new_basic(c, KIND_UINT8, UNTYPED_NOT, "byte");
    c->rune_type = new_basic(c, KIND_INT32, UNTYPED_NOT, "rune");
    define(c, OBJ_TYPE_NAME, "byte", c->byte_type)->type_name.is_alias = true;
    define(c, OBJ_TYPE_NAME, "rune", c->rune_type)->type_name.is_alias = true;
}

static Type *define_named(Checker *c, const char *name, Type *underlying)
{
    Object *o = define(c, OBJ_TYPE_NAME, name, NULL);
    Type *t = type_new_named(c, o, underlying);
    return t;
}

// type error interface { Error() string }
static void define_error(Checker *c)
{
    Object *method = object_new(c, OBJ_FUNC, NO_POS, NULL, intern_text(c->names, "Error"), NULL);
    method->state = OBJ_RESOLVED;
    method->func.is_interface_method = true;
    Object **methods = ARENA_ARRAY(c->arena, Object *, 1);
    methods[0] = method;
    Type *iface = type_new_interface(c, methods, 1, NULL, NULL, 0);
    c->error_type = define_named(c, "error", iface);
    Object *recv = object_new(c, OBJ_VAR, NO_POS, NULL, NULL, c->error_type);
    recv->var.is_recv = true;
    Object **results = ARENA_ARRAY(c->arena, Object *, 1);
    results[0] = object_new(c, OBJ_VAR, NO_POS, NULL, NULL, c->basic[KIND_STRING]);
    results[0]->var.is_result = true;
    method->type = type_new_signature(c, recv, NULL, type_new_tuple(c, results, 1), false);
}

static void define_any_and_comparable(Checker *c)
{
    Object *any = define(c, OBJ_TYPE_NAME, "any", NULL);
    any->type_name.is_alias = true;
    c->any_type = any->type = type_new(c, TYPE_ALIAS);
    c->any_type->alias.obj = any;
    c->any_type->alias.actual = type_new_interface(c, NULL, 0, NULL, NULL, 0);
    c->comparable_type = define_named(c, "comparable", type_new_interface(c, NULL, 0, NULL, NULL, 0));
}

static void define_constants(Checker *c)
{
    define(c, OBJ_CONST, "true", c->untyped[UNTYPED_BOOL])->value = const_bool(c->consts, true);
    define(c, OBJ_CONST, "false", c->untyped[UNTYPED_BOOL])->value = const_bool(c->consts, false);
    c->iota_obj = define(c, OBJ_CONST, "iota", c->untyped[UNTYPED_INT]);
    c->iota_obj->value = const_int64(c->consts, 0);
    define(c, OBJ_NIL, "nil", c->untyped[UNTYPED_NIL]);
}

static const char *const builtin_names[] = {
#define BUILTIN(ID, name, min_args, variadic, kind) name,
#include "types/builtins.def"
#undef BUILTIN
};

static void define_in_unsafe(Checker *c, Object *o)
{
    o->pkg = c->unsafe_pkg;
    o->state = OBJ_RESOLVED;
    scope_insert(c->arena, c->unsafe_pkg->scope, o);
}

static void define_builtins(Checker *c)
{
    for (int id = 0; id < BUILTIN_COUNT; id++) {
        Name name = intern_text(c->names, builtin_names[id]);
        Object *o = object_new(c, OBJ_BUILTIN, NO_POS, NULL, name, c->invalid);
        o->state = OBJ_RESOLVED;
        o->builtin = id;
        if (name_is_exported(name))
            define_in_unsafe(c, o);
        else
            scope_insert(c->arena, c->universe, o);
    }
    Name pointer = intern_text(c->names, "Pointer");
    define_in_unsafe(c, object_new(c, OBJ_TYPE_NAME, NO_POS, NULL, pointer, c->basic[KIND_UNSAFE_POINTER]));
}

void universe_init(Checker *c)
{
    c->universe = scope_new(c->arena, NULL);
    c->empty_tuple = type_new_tuple(c, NULL, 0);
    define_basic_types(c);
    define_error(c);
    define_any_and_comparable(c);
    define_constants(c);
    c->unsafe_pkg = package_new(c, "unsafe", intern_text(c->names, "unsafe"));
    c->unsafe_pkg->is_unsafe = c->unsafe_pkg->checked = true;
    define_builtins(c);
}

Type *basic_type(Checker *c, Kind kind)
{
    return c->basic[kind];
}

Type *type_error(Checker *c)
{
    return c->error_type;
}

Type *type_any(Checker *c)
{
    return c->any_type;
}

Package *unsafe_package(Checker *c)
{
    return c->unsafe_pkg;
}

// typestring.c: types and objects as messages show them.
// Invariants: the texts are the reference compiler's, to the blank.
#include <stdio.h>
#include <string.h>

#include "base/quote.h"
#include "types/checker.h"
#include "types/typestring.h"

enum { DEEPEST = 200 };

// -- package names

typedef struct PackageWalk {
    const Package *seen[512];
    int n;
} PackageWalk;

// Whether a package of p's name but another path is among what root imports, directly or not.
static bool is_ambiguous(PackageWalk *w, const Package *at, const Package *p)
{
    for (int i = 0; i < w->n; i++)
        if (w->seen[i] == at)
            return false;
    if (w->n == (int)(sizeof w->seen / sizeof w->seen[0]))
        return false;
    w->seen[w->n++] = at;
    if (at->name == p->name && at != p && strcmp(at->path, p->path) != 0)
        return true;
    for (int i = 0; i < at->imports.n; i++)
        if (is_ambiguous(w, at->imports.at[i], p))
            return true;
    return false;
}

static void print_package(Buf *out, const Package *p, const Package *from)
{
    if (!p || p == from)
        return;
    if (!from) {
        buf_printf(out, "%s.", p->path);
        return;
    }
    PackageWalk walk;
    walk.n = 0;
    if (is_ambiguous(&walk, from, p))
        buf_printf(out, "\"%s\".", p->path);
    else
        buf_printf(out, "%.*s.", STR_ARG(name_str(p->name)));
}

static void print_name(TypePrinter *w, const Object *o)
{
    print_package(w->out, o->pkg, w->from);
    buf_add_str(w->out, name_str(o->name));
}

void object_print_name(Buf *out, Object *o, Package *from)
{
    // Only what a package's scope holds is named through the package.
    if (o->pkg && o->pkg->scope && o->parent == o->pkg->scope)
        print_package(out, o->pkg, from);
    buf_add_str(out, name_str(o->name));
}

// -- parts of types

static void print_list(TypePrinter *w, TypeList list)
{
    buf_add_char(w->out, '[');
    for (int i = 0; i < list.n; i++) {
        if (i)
            buf_add_text(w->out, ", ");
        type_printer_type(w, list.at[i]);
    }
    buf_add_char(w->out, ']');
}

// [P, Q any, R C]: a constraint stands behind the last parameter that has it.
static void print_type_params(TypePrinter *w, TypeList list)
{
    buf_add_char(w->out, '[');
    for (int i = 0; i < list.n; i++) {
        Type *bound = list.at[i]->type_param.bound;
        Type *next = i + 1 < list.n ? list.at[i + 1]->type_param.bound : NULL;
        if (i)
            buf_add_text(w->out, ", ");
        type_printer_type(w, list.at[i]);
        if (bound && bound != next) {
            buf_add_char(w->out, ' ');
            type_printer_type(w, bound);
        }
    }
    buf_add_char(w->out, ']');
}

static void print_tuple(TypePrinter *w, const TupleInfo *t, bool variadic)
{
    buf_add_char(w->out, '(');
    for (int i = 0; i < t->n; i++) {
        Object *v = t->vars[i];
        if (i)
            buf_add_text(w->out, ", ");
        if (v->name && v->name->len && w->param_names)
            buf_printf(w->out, "%.*s ", STR_ARG(name_str(v->name)));
        bool dots = variadic && i == t->n - 1;
        if (dots && v->type && v->type->kind == TYPE_SLICE) {
            buf_add_text(w->out, "...");
            type_printer_type(w, v->type->elem);
        } else {
            type_printer_type(w, v->type);
            if (dots) // append([]byte, string...)
                buf_add_text(w->out, "...");
        }
    }
    buf_add_char(w->out, ')');
}

void type_printer_signature(TypePrinter *w, const SignatureInfo *s)
{
    if (s->type_params.n)
        print_type_params(w, s->type_params);
    print_tuple(w, &s->params->tuple, s->variadic);
    const TupleInfo *results = &s->results->tuple;
    if (!results->n)
        return;
    buf_add_char(w->out, ' ');
    if (results->n == 1 && !(results->vars[0]->name && results->vars[0]->name->len))
        type_printer_type(w, results->vars[0]->type);
    else
        print_tuple(w, results, false);
}

static void print_struct(TypePrinter *w, const StructInfo *s)
{
    buf_add_text(w->out, "struct{");
    for (int i = 0; i < s->n; i++) {
        Object *f = s->fields[i];
        if (i)
            buf_add_text(w->out, "; ");
        // To tell two structs apart, the first unexported field names its package.
        bool annotate = w->package_info && !w->from && f->pkg && !name_is_exported(f->name);
        if (annotate)
            w->package_info = false;
        if (!f->var.embedded)
            buf_printf(w->out, "%.*s ", STR_ARG(name_str(f->name)));
        type_printer_type(w, f->type);
        if (annotate)
            buf_printf(w->out, " /* package %s */ ", f->pkg->path);
        if (s->tags && s->tags[i].len) {
            buf_add_char(w->out, ' ');
            quote_add_string(w->out, s->tags[i]);
        }
    }
    buf_add_char(w->out, '}');
}

static void print_union(TypePrinter *w, const UnionInfo *u)
{
    for (int i = 0; i < u->n; i++) {
        if (i)
            buf_add_text(w->out, " | ");
        if (u->terms[i].tilde)
            buf_add_char(w->out, '~');
        type_printer_type(w, u->terms[i].type);
    }
}

static void print_interface(TypePrinter *w, Type *t)
{
    const InterfaceInfo *f = &t->iface;
    if (f->owner && f->owner->comparable_type && f->owner->comparable_type->named.underlying == t) {
        buf_add_text(w->out, "interface{comparable}");
        return;
    }
    if (f->implicit && f->n_methods == 0 && f->n_embedded == 1) {
        type_printer_type(w, f->embedded[0]);
        return;
    }
    buf_add_text(w->out, "interface{");
    for (int i = 0; i < f->n_methods; i++) {
        if (i)
            buf_add_text(w->out, "; ");
        buf_add_str(w->out, name_str(f->methods[i]->name));
        if (f->methods[i]->type && f->methods[i]->type->kind == TYPE_SIGNATURE)
            type_printer_signature(w, &f->methods[i]->type->sig);
    }
    for (int i = 0; i < f->n_embedded; i++) {
        if (i || f->n_methods)
            buf_add_text(w->out, "; ");
        type_printer_type(w, f->embedded[i]);
    }
    buf_add_char(w->out, '}');
}

static void print_chan(TypePrinter *w, const ChanInfo *ch)
{
    static const char *const words[] = {"chan ", "chan<- ", "<-chan "};
    buf_add_text(w->out, words[ch->dir]);
    bool parens = ch->dir == CHAN_BOTH && ch->elem && ch->elem->kind == TYPE_CHAN && ch->elem->chan.dir == CHAN_RECV_ONLY;
    if (parens)
        buf_add_char(w->out, '(');
    type_printer_type(w, ch->elem);
    if (parens)
        buf_add_char(w->out, ')');
}

static const char *kind_words(const Type *t)
{
    static const char *const words[] = {"Basic",     "Basic", "Array",     "Slice", "Struct", "Pointer", "Tuple",
                                        "Signature", "Union", "Interface", "Map",   "Chan",   "Named",   "TypeParam",
                                        "Alias"};
    return words[t->kind];
}

static void print_plain(TypePrinter *w, Type *t)
{
    Buf *out = w->out;
    switch ((TypeKind)t->kind) {
    case TYPE_INVALID:
        buf_add_text(out, "invalid type");
        break;
    case TYPE_BASIC:
        buf_add_text(out, t->basic.name);
        break;
    case TYPE_ARRAY:
        buf_printf(out, "[%lld]", (long long)t->array.len);
        type_printer_type(w, t->array.elem);
        break;
    case TYPE_SLICE:
        buf_add_text(out, "[]");
        type_printer_type(w, t->elem);
        break;
    case TYPE_STRUCT:
        print_struct(w, &t->strct);
        break;
    case TYPE_POINTER:
        buf_add_char(out, '*');
        type_printer_type(w, t->elem);
        break;
    case TYPE_TUPLE:
        print_tuple(w, &t->tuple, false);
        break;
    case TYPE_SIGNATURE:
        buf_add_text(out, "func");
        type_printer_signature(w, &t->sig);
        break;
    case TYPE_UNION:
        print_union(w, &t->union_);
        break;
    case TYPE_INTERFACE:
        print_interface(w, t);
        break;
    case TYPE_MAP:
        buf_add_text(out, "map[");
        type_printer_type(w, t->map.key);
        buf_add_char(out, ']');
        type_printer_type(w, t->map.elem);
        break;
    case TYPE_CHAN:
        print_chan(w, &t->chan);
        break;
    case TYPE_NAMED:
        print_name(w, t->named.obj);
        if (t->named.type_args.n)
            print_list(w, t->named.type_args);
        else if (t->named.type_params.n)
            print_type_params(w, t->named.type_params);
        break;
    case TYPE_TYPE_PARAM:
        buf_add_str(out, name_str(t->type_param.obj->name));
        break;
    case TYPE_ALIAS:
        print_name(w, t->alias.obj);
        if (t->alias.type_args.n)
            print_list(w, t->alias.type_args);
        else if (t->alias.type_params.n)
            print_type_params(w, t->alias.type_params);
        break;
    }
}

void type_printer_type(TypePrinter *w, Type *t)
{
    if (!t) {
        buf_add_text(w->out, "<nil>");
        return;
    }
    int depth = 0;
    for (const TypeOnWay *o = w->way; o; o = o->outer, depth++) {
        if (o->type == t) {
            buf_printf(w->out, "<cycle to *%s>", kind_words(t));
            return;
        }
    }
    if (depth > DEEPEST) {
        buf_add_text(w->out, "…");
        return;
    }
    TypeOnWay here = {t, w->way};
    w->way = &here;
    print_plain(w, t);
    w->way = here.outer;
}

void type_print(Buf *out, Type *t, Package *from)
{
    TypePrinter w = {.out = out, .from = from, .param_names = true};
    type_printer_type(&w, t);
}

// -- objects

static void print_func_name(TypePrinter *w, const Object *f)
{
    const Object *recv = f->type && f->type->kind == TYPE_SIGNATURE ? f->type->sig.recv : NULL;
    if (recv) {
        buf_add_char(w->out, '(');
        if (recv->type && recv->type->kind == TYPE_INTERFACE)
            buf_add_text(w->out, "interface");
        else
            type_printer_type(w, recv->type);
        buf_add_text(w->out, ").");
    } else if (f->type) {
        print_package(w->out, f->pkg, w->from);
    }
    buf_add_str(w->out, name_str(f->name));
}

static void print_type_name_rest(TypePrinter *w, const Object *o)
{
    Type *t = o->type;
    if (t->kind == TYPE_BASIC)
        return;
    if (t->kind == TYPE_NAMED && t->named.type_params.n)
        print_type_params(w, t->named.type_params);
    if (o->type_name.is_alias) {
        buf_add_text(w->out, " =");
        if (t->kind == TYPE_ALIAS)
            t = t->alias.actual;
    } else if (t->kind == TYPE_TYPE_PARAM) {
        t = t->type_param.bound;
    } else {
        t = type_under(t);
    }
    buf_add_char(w->out, ' ');
    type_printer_type(w, t);
}

static void print_object(TypePrinter *w, Object *o)
{
    static const char *const words[] = {[OBJ_CONST] = "const", [OBJ_TYPE_NAME] = "type",    [OBJ_VAR] = "var",
                                        [OBJ_LABEL] = "label", [OBJ_BUILTIN] = "builtin"};
    Buf *out = w->out;
    switch ((ObjectKind)o->kind) {
    case OBJ_PKG_NAME: {
        Str name = name_str(o->name);
        const char *path = o->pkg_name.imported ? o->pkg_name.imported->path : "";
        buf_printf(out, "package %.*s", STR_ARG(name));
        if (*path && !str_is(name, path))
            buf_printf(out, " (\"%s\")", path);
        return;
    }
    case OBJ_FUNC:
        buf_add_text(out, "func ");
        print_func_name(w, o);
        if (o->type && o->type->kind == TYPE_SIGNATURE)
            type_printer_signature(w, &o->type->sig);
        return;
    case OBJ_NIL:
        buf_add_text(out, "nil");
        return;
    case OBJ_CONST:
    case OBJ_TYPE_NAME:
    case OBJ_VAR:
    case OBJ_LABEL:
    case OBJ_BUILTIN:
        break;
    }
    buf_add_text(out, o->kind == OBJ_VAR && o->var.is_field ? "field" : words[o->kind]);
    if (o->kind == OBJ_TYPE_NAME && o->type && type_is_type_param(o->type))
        buf_add_text(out, " parameter");
    buf_add_char(out, ' ');
    object_print_name(out, o, (Package *)w->from);
    if (!o->type || o->kind == OBJ_LABEL || o->kind == OBJ_BUILTIN)
        return;
    if (o->kind == OBJ_TYPE_NAME) {
        print_type_name_rest(w, o);
        return;
    }
    buf_add_char(out, ' ');
    type_printer_type(w, o->type);
}

const char *object_text(Checker *c, Object *o)
{
    Buf out = {0};
    TypePrinter w = {.out = &out, .from = c->env.pkg, .param_names = true};
    print_object(&w, o);
    Str s = buf_str(&out);
    const char *text = arena_copy_text(c->arena, s.ptr, s.len);
    buf_done(&out);
    return text;
}

const char *object_kind_words(const Object *o)
{
    switch ((ObjectKind)o->kind) {
    case OBJ_PKG_NAME:
        return "package name";
    case OBJ_CONST:
        return "constant";
    case OBJ_TYPE_NAME:
        if (o->type_name.is_alias)
            return "type alias";
        return o->type && o->type->kind == TYPE_TYPE_PARAM ? "type parameter" : "defined type";
    case OBJ_VAR:
        if (o->var.is_field)
            return "struct field";
        if (o->var.is_recv)
            return "receiver";
        if (o->var.is_result)
            return "result variable";
        if (o->var.is_param)
            return "parameter";
        return o->var.is_global ? "package-level variable" : "local variable";
    case OBJ_FUNC:
        return o->func.is_interface_method || (o->type && o->type->kind == TYPE_SIGNATURE && o->type->sig.recv) ? "method"
                                                                                                                : "function";
    case OBJ_LABEL:
        return "label";
    case OBJ_BUILTIN:
        return "built-in function";
    case OBJ_NIL:
        return "untyped nil";
    }
    return "unknown symbol";
}

const char *types_summary(Checker *c, Type **types, int n, bool variadic, bool has_dots)
{
    Buf out = {0};
    buf_add_char(&out, '(');
    for (int i = 0; i < n; i++) {
        Type *t = types[i];
        bool last = i == n - 1;
        if (i)
            buf_add_text(&out, ", ");
        if (last && variadic) {
            buf_add_text(&out, "...");
            if (t && t->kind == TYPE_SLICE)
                t = t->elem;
        }
        if (!type_is_valid(t))
            buf_add_text(&out, "unknown type");
        else if (type_is_untyped(t))
            buf_add_text(&out, type_is_numeric(t) ? "number" : t->basic.name + strlen("untyped "));
        else
            buf_add_text(&out, type_text(c, t));
        if (last && has_dots)
            buf_add_text(&out, "...");
    }
    buf_add_char(&out, ')');
    Str s = buf_str(&out);
    const char *text = arena_copy_text(c->arena, s.ptr, s.len);
    buf_done(&out);
    return text;
}

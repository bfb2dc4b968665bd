// resolve.c: collects what the files of a package declare, without looking at any type: scopes, imports, and which method belongs to
// which type.
// Way: collect_objects for whole packages; check_file_scope and check_add_declaration for the declarations of embedded packages, one at
//   a time. decl.c resolves what is collected here.
// Sources: Go specification, "Declarations and scope", "Import declarations", "Program initialization and execution".
#include "base/utf8.h"
#include "types/checker.h"

typedef struct MethodInfo { // a method whose receiver names a type
    Object *obj;
    bool ptr;
    Name recv;
} MethodInfo;

typedef struct Collector {
    Checker *c;
    Package *pkg;
    Scope *file_scope;
    int version;
    VEC(MethodInfo) methods;
    MethodChanges *changes; // of a session's input; else NULL
} Collector;

typedef struct DotImports { // what find_dot_imported looks through: Scope.lazy of a file's scope
    VEC(Object *) names;    // PKG_NAMEs
} DotImports;

// -- imports

static Object *find_dot_imported(Scope *s, Name name)
{
    DotImports *dots = s->lazy;
    if (!name_is_exported(name))
        return NULL;
    for (int i = 0; i < dots->names.n; i++) {
        Object *o = scope_find(dots->names.at[i]->pkg_name.imported->scope, name);
        if (o)
            return o;
    }
    return NULL;
}

Object *check_dot_import(Checker *c, Scope *scope, Object *o)
{
    (void)c;
    if (!scope || scope->find_lazy != find_dot_imported)
        return NULL;
    DotImports *dots = scope->lazy;
    for (int i = 0; i < dots->names.n; i++)
        if (dots->names.at[i]->pkg_name.imported == o->pkg)
            return dots->names.at[i];
    return NULL;
}

// NULL: the path is fine; else why not.
static const char *import_path_error(Checker *c, Str path)
{
    if (path.len == 0)
        return "empty string";
    for (size_t i = 0; i < path.len;) {
        int width;
        int r = utf8_decode(path.ptr + i, path.len - i, &width);
        bool space = r <= ' ' || r == 0x7F || r == 0x85 || r == 0xA0 || r == 0x1680 || (r >= 0x2000 && r <= 0x200F) || r == 0x2028 ||
                     r == 0x2029 || r == 0x202F || r == 0x205F || r == 0x3000 || r == 0xFEFF || (r > 0x7F && r < 0xA0);
        if (space || r == RUNE_ERROR || (r < 0x80 && strchr("!\"#$%&'()*,:;<=>?[\\]^{|}`", r))) {
            if (r < ' ' || r == 0x7F || (space && r != ' '))
                return text_printf(c, "invalid character U+%04X", (unsigned)r);
            return text_printf(c, "invalid character U+%04X '%.*s'", (unsigned)r, width, r == RUNE_ERROR ? "\xEF\xBF\xBD" : path.ptr + i);
        }
        i += (size_t)width;
    }
    return NULL;
}

// A stand-in for a package that was not found, so that its uses are not reported as well.
static Package *fake_package(Checker *c, Str path)
{
    size_t start = path.len;
    while (start > 0 && path.ptr[start - 1] != '/')
        start--;
    Str name = {path.ptr + start, path.len - start};
    Package *p = package_new(c, arena_copy_text(c->arena, path.ptr, path.len), intern(c->names, name));
    p->failed = p->checked = true;
    return p;
}

static Package *import_package(Collector *k, Pos pos, Str path)
{
    Checker *c = k->c;
    if (str_is(path, "unsafe"))
        return c->unsafe_pkg;
    const char *text = arena_copy_text(c->arena, path.ptr, path.len);
    const char *error = NULL;
    Package *p = c->cfg.importer ? c->cfg.importer->import(c->cfg.importer, text, k->pkg, pos, &error) : NULL;
    if (p)
        return p;
    if (error)
        check_error(c, pos, "%s", error);
    else
        check_error(c, pos, "could not import %s", text);
    return fake_package(c, path);
}

static void add_import(Package *pkg, Package *imported, Arena *arena)
{
    for (int i = 0; i < pkg->imports.n; i++)
        if (pkg->imports.at[i] == imported)
            return;
    vec_push(&pkg->imports, arena, imported);
}

static void dot_import(Collector *k, Object *pkg_name, Node *ident)
{
    Checker *c = k->c;
    Scope *s = k->file_scope;
    if (s->find_lazy != find_dot_imported) {
        s->lazy = ARENA_NEW(c->arena, DotImports);
        s->find_lazy = find_dot_imported;
    }
    DotImports *dots = s->lazy;
    Package *imported = pkg_name->pkg_name.imported;
    for (int i = 0; i < imported->scope->list.n; i++) {
        Object *o = imported->scope->list.at[i];
        Object *other = name_is_exported(o->name) ? scope_find(s, o->name) : NULL;
        if (other && other->pos)
            check_error(c, ident->pos, "%s redeclared in this block\n\t%s: other declaration of %s", o->name->text,
                        pos_text(c, other->pos), o->name->text);
    }
    vec_push(&dots->names, c->arena, pkg_name);
}

static void collect_import(Collector *k, ImportDecl *d)
{
    Checker *c = k->c;
    if (!node_is(d->path, NODE_BASIC_LIT) || AS(BasicLit, BASIC_LIT, d->path)->bad)
        return;
    BasicLit *lit = AS(BasicLit, BASIC_LIT, d->path);
    Const *value = const_literal(c->consts, TOK_STRING, name_str(lit->text));
    if (const_kind(value) != CONST_STRING)
        return;
    Str path = const_string_value(value);
    const char *error = import_path_error(c, path);
    if (error) {
        check_error(c, d->path->pos, "invalid import path (%s)", error);
        return;
    }
    Package *imported = import_package(k, d->path->pos, path);
    Name name = imported->name;
    if (d->name)
        name = AS(Ident, IDENT, d->name)->name;
    if (name == c->init_name) {
        check_error(c, error_pos(&d->node), "cannot import package as init - init must be a func");
        return;
    }
    add_import(k->pkg, imported, c->arena);
    Object *o = object_new(c, OBJ_PKG_NAME, d->node.pos, k->pkg, name, c->invalid);
    o->pkg_name.imported = imported;
    if (d->name)
        record_def(c, d->name, o);
    else
        info_set_implicit(c->info, &d->node, o);
    if (imported->failed)
        o->used = true;
    vec_push(&c->imports, c->arena, o);
    if (name == c->dot)
        dot_import(k, o, d->name);
    else
        declare(c, k->file_scope, NULL, o, NO_POS);
}

// -- declarations

static void add_object(Collector *k, Object *o, DeclInfo *d)
{
    o->decl = d;
    o->order = ++k->c->next_order;
    d->file_scope = k->file_scope;
    d->version = k->version;
    k->pkg->n_objects++;
    if (!k->pkg->is_std)
        vec_push(&k->pkg->objects, k->c->arena, o);
}

static Object *new_object(Collector *k, ObjectKind kind, Node *ident)
{
    return object_new(k->c, kind, ident->pos, k->pkg, AS(Ident, IDENT, ident)->name, NULL);
}

// Constants, types, variables.
static void declare_object(Collector *k, Node *ident, Object *o, DeclInfo *d)
{
    Checker *c = k->c;
    if (o->name == c->init_name) {
        check_error(c, ident->pos, "cannot declare init - must be func");
        return;
    }
    if (o->name == c->main_name && k->pkg->name == c->main_name) {
        check_error(c, ident->pos, "cannot declare main - must be func");
        return;
    }
    declare(c, k->pkg->scope, ident, o, NO_POS);
    add_object(k, o, d);
}

static void collect_const(Collector *k, ConstDecl *d, ConstDecl *last, bool inherited)
{
    Checker *c = k->c;
    NodeList values = last ? last->values : (NodeList){0};
    for (int i = 0; i < d->names.n; i++) {
        DeclInfo *info = ARENA_NEW(c->arena, DeclInfo);
        info->node = &d->node;
        info->type_expr = last ? last->type : NULL;
        info->init = i < values.n ? values.at[i] : NULL;
        info->iota = d->iota;
        info->inherited = inherited;
        declare_object(k, d->names.at[i], new_object(k, OBJ_CONST, d->names.at[i]), info);
    }
    check_arity(c, d->node.pos, d->names, values, true, inherited);
}

static void collect_var(Collector *k, VarDecl *d)
{
    Checker *c = k->c;
    int n = d->names.n;
    DeclInfo *shared = NULL;
    if (d->values.n <= 1) {
        // One initialiser for all: each variable depends on what it depends on.
        shared = ARENA_NEW(c->arena, DeclInfo);
        shared->node = &d->node;
        shared->type_expr = d->type;
        shared->init = d->values.n ? d->values.at[0] : NULL;
        shared->lhs = ARENA_ARRAY(c->arena, Object *, n);
        shared->n_lhs = n;
    }
    for (int i = 0; i < n; i++) {
        Object *o = new_object(k, OBJ_VAR, d->names.at[i]);
        o->var.is_global = true;
        DeclInfo *info = shared;
        if (shared) {
            shared->lhs[i] = o;
        } else {
            info = ARENA_NEW(c->arena, DeclInfo);
            info->node = &d->node;
            info->type_expr = d->type;
            info->init = i < d->values.n ? d->values.at[i] : NULL;
        }
        declare_object(k, d->names.at[i], o, info);
    }
    if (!d->type || d->values.n > 0)
        check_arity(c, d->node.pos, d->names, d->values, false, false);
}

Node *unpack_receiver(Node *type, bool *ptr, bool *generic)
{
    *ptr = *generic = false;
    Node *base = node_unparen(type);
    if (node_is(base, NODE_UNARY_EXPR) && AS(UnaryExpr, UNARY_EXPR, base)->op == TOK_MUL) {
        *ptr = true;
        base = node_unparen(AS(UnaryExpr, UNARY_EXPR, base)->x);
    }
    if (node_is(base, NODE_INDEX_EXPR)) {
        *generic = true;
        base = AS(IndexExpr, INDEX_EXPR, base)->x;
    }
    return base;
}

// main and init are called by nobody: no parameters, no results.
static void check_main_or_init(Collector *k, FuncDecl *d, Object *o, DeclInfo *info)
{
    Checker *c = k->c;
    if (d->type_params.n > 0) {
        check_error(c, error_pos(d->type_params.at[0]), "func %s must have no type parameters", o->name->text);
        info->generic = true;
    }
    FuncTypeExpr *t = AS(FuncTypeExpr, FUNC_TYPE, d->type);
    if (t->params.n || t->results.n)
        check_error(c, d->name->pos, "func %s must have no arguments and no return values", o->name->text);
}

static void collect_func(Collector *k, FuncDecl *d)
{
    Checker *c = k->c;
    Object *o = new_object(k, OBJ_FUNC, d->name);
    o->func.node = &d->node;
    DeclInfo *info = ARENA_NEW(c->arena, DeclInfo);
    info->node = &d->node;
    if (!d->recv) {
        bool is_init = o->name == c->init_name;
        if (is_init || (o->name == c->main_name && k->pkg->name == c->main_name))
            check_main_or_init(k, d, o, info);
        if (is_init) {
            o->parent = k->pkg->scope;
            record_def(c, d->name, o);
            if (!d->body)
                check_error(c, o->pos, "func init must have a body");
            vec_push(&k->pkg->init_funcs, c->arena, o);
        } else {
            declare(c, k->pkg->scope, d->name, o, NO_POS);
            if (o->name == c->blank)
                vec_push(&k->pkg->blank_funcs, c->arena, o);
        }
    } else {
        bool generic;
        MethodInfo m = {.obj = o};
        Node *base = unpack_receiver(AS(Field, FIELD, d->recv)->type, &m.ptr, &generic);
        o->func.has_ptr_recv = m.ptr;
        if (o->name == c->blank)
            vec_push(&k->pkg->blank_funcs, c->arena, o);
        else if (node_is(base, NODE_IDENT)) {
            m.recv = AS(Ident, IDENT, base)->name;
            vec_push(&k->methods, c->arena, m);
        }
        record_def(c, d->name, o);
    }
    add_object(k, o, info);
}

// The type that a receiver's name means, through aliases that are not generic; NULL: none of this package. *ptr: a pointer was
// passed on the way.
static Object *base_type_name(Collector *k, bool *ptr, Name name)
{
    for (int steps = 0; name && steps < 10000; steps++) {
        Object *o = k->changes ? scope_lookup(k->pkg->scope, name, NO_POS, NULL) : scope_find(k->pkg->scope, name);
        if (!o || o->kind != OBJ_TYPE_NAME || !o->decl || o->pkg != k->pkg)
            return NULL;
        TypeDecl *d = AS(TypeDecl, TYPE_DECL, o->decl->node);
        if (!d->is_alias)
            return o;
        if (d->type_params.n > 0)
            return NULL;
        Node *type = node_unparen(d->type);
        if (node_is(type, NODE_UNARY_EXPR) && AS(UnaryExpr, UNARY_EXPR, type)->op == TOK_MUL) {
            if (*ptr)
                return NULL;
            *ptr = true;
            type = node_unparen(AS(UnaryExpr, UNARY_EXPR, type)->x);
        }
        name = node_is(type, NODE_IDENT) ? AS(Ident, IDENT, type)->name : NULL;
    }
    return NULL;
}

// Adds the method to a type that earlier inputs of the session have declared, in place of one of the same name.
static void change_method(Collector *k, Type *t, Object *method)
{
    MethodChange change = {.named = t, .index = t->named.n_methods};
    for (int i = 0; i < t->named.n_methods; i++)
        if (t->named.methods[i]->name == method->name)
            change = (MethodChange){t, i, t->named.methods[i]};
    if (change.before)
        t->named.methods[change.index] = method;
    else
        add_method(k->c, t, method);
    vec_push(k->changes, k->c->arena, change);
}

static void associate_methods(Collector *k)
{
    Checker *c = k->c;
    for (int i = 0; i < k->methods.n; i++) {
        MethodInfo *m = &k->methods.at[i];
        bool ptr = m->ptr;
        Object *base = base_type_name(k, &ptr, m->recv);
        if (!base) {
            if (k->pkg->is_std) // its type may come later
                vec_push(&k->pkg->orphans, c->arena, m->obj);
            continue;
        }
        m->obj->func.has_ptr_recv = ptr;
        if (k->changes && base->state == OBJ_RESOLVED) {
            Type *t = type_unalias(base->type);
            if (t->kind == TYPE_NAMED)
                change_method(k, t, m->obj);
            continue;
        }
        vec_push(&base->decl->methods, c->arena, m->obj);
        // A type of an embedded package may have been resolved before this method was read.
        if (base->type && base->state == OBJ_RESOLVED) {
            Type *t = type_unalias(base->type);
            if (t->kind == TYPE_NAMED && t->named.obj == base)
                add_method(c, t, m->obj);
        }
    }
    k->methods.n = 0;
}

// Methods that were read before their type are looked at again, once a type was added.
static void adopt_orphans(Collector *k)
{
    int n = k->pkg->orphans.n;
    k->pkg->orphans.n = 0;
    for (int i = 0; i < n; i++) {
        bool generic;
        MethodInfo m = {.obj = k->pkg->orphans.at[i]};
        FuncDecl *d = AS(FuncDecl, FUNC_DECL, m.obj->decl->node);
        Node *base = unpack_receiver(AS(Field, FIELD, d->recv)->type, &m.ptr, &generic);
        m.recv = AS(Ident, IDENT, base)->name;
        vec_push(&k->methods, k->c->arena, m);
    }
}

static void collect_decl(Collector *k, Node *decl, ConstDecl **last)
{
    switch (decl->kind) {
    case NODE_IMPORT_DECL:
        collect_import(k, AS(ImportDecl, IMPORT_DECL, decl));
        break;
    case NODE_CONST_DECL: {
        ConstDecl *d = AS(ConstDecl, CONST_DECL, decl);
        bool inherited = true;
        if (d->iota == 0 || (*last && (*last)->group != d->group))
            *last = NULL;
        if (d->type || d->values.n > 0) {
            *last = d;
            inherited = false;
        } else if (!*last) {
            inherited = false;
        }
        collect_const(k, d, *last, inherited);
        break;
    }
    case NODE_VAR_DECL:
        collect_var(k, AS(VarDecl, VAR_DECL, decl));
        break;
    case NODE_TYPE_DECL: {
        TypeDecl *d = AS(TypeDecl, TYPE_DECL, decl);
        DeclInfo *info = ARENA_NEW(k->c->arena, DeclInfo);
        info->node = decl;
        Object *o = new_object(k, OBJ_TYPE_NAME, d->name);
        o->type_name.is_alias = d->is_alias;
        declare_object(k, d->name, o, info);
        break;
    }
    case NODE_FUNC_DECL:
        collect_func(k, AS(FuncDecl, FUNC_DECL, decl));
        break;
    default:
        break;
    }
}

// -- whole packages

// go1.N of a //go:build line as N, not below 21; 0: none.
static int file_version(AstFile *f)
{
    Str s = name_str(f->go_version);
    if (!str_has_prefix(s, STR("go1.")))
        return 0;
    int minor = 0;
    for (size_t i = 4; i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9' && minor < 10000; i++)
        minor = minor * 10 + (s.ptr[i] - '0');
    return minor < 21 ? 21 : minor;
}

static Scope *new_file_scope(Checker *c, Package *pkg)
{
    Scope *s = scope_new(c->arena, pkg->scope);
    vec_push(&pkg->file_scopes, c->arena, s);
    return s;
}

static void check_clashes(Checker *c, Package *pkg, Scope *file_scope)
{
    for (int i = 0; i < file_scope->list.n; i++) {
        Object *o = file_scope->list.at[i];
        Object *other = scope_find(pkg->scope, o->name);
        if (!other || o->kind != OBJ_PKG_NAME)
            continue;
        Package *imported = o->pkg_name.imported;
        check_error(c, other->pos, "%s already declared through import of package %s (\"%s\")\n\t%s: other declaration of %s",
                    other->name->text, imported->name->text, imported->path, pos_text(c, o->pos), o->name->text);
    }
    if (file_scope->find_lazy != find_dot_imported)
        return;
    for (int i = 0; i < pkg->scope->list.n; i++) {
        Object *o = pkg->scope->list.at[i];
        Object *other = name_is_exported(o->name) ? find_dot_imported(file_scope, o->name) : NULL;
        if (!other)
            continue;
        const char *where = other->pos ? text_printf(c, "\n\t%s: other declaration of %s", pos_text(c, other->pos), o->name->text) : "";
        check_error(c, o->pos, "%s already declared through dot-import of package %s (\"%s\")%s", o->name->text,
                    other->pkg->name->text, other->pkg->path, where);
    }
}

void collect_objects(Checker *c, Package *pkg)
{
    Collector k = {.c = c, .pkg = pkg};
    int first_scope = pkg->file_scopes.n;
    for (int i = 0; i < pkg->files.n; i++) {
        AstFile *f = pkg->files.at[i];
        k.file_scope = new_file_scope(c, pkg);
        k.version = file_version(f);
        if (!k.version)
            k.version = pkg->lang;
        c->env.version = k.version;
        ConstDecl *last = NULL;
        for (int d = 0; d < f->decls.n; d++)
            collect_decl(&k, f->decls.at[d], &last);
    }
    c->env.version = 0;
    for (int i = first_scope; i < pkg->file_scopes.n; i++)
        check_clashes(c, pkg, pkg->file_scopes.at[i]);
    associate_methods(&k);
}

// -- inputs of a session

void collect_input(Checker *c, Package *pkg, NodeList decls, MethodChanges *changes)
{
    Collector k = {.c = c, .pkg = pkg, .file_scope = pkg->scope, .changes = changes};
    ConstDecl *last = NULL;
    for (int i = 0; i < decls.n; i++)
        collect_decl(&k, decls.at[i], &last);
    associate_methods(&k);
}

// -- single declarations of embedded packages

Scope *check_file_scope(Checker *c, Package *pkg, AstFile *file)
{
    int imports = c->imports.n;
    Collector k = {.c = c, .pkg = pkg, .file_scope = new_file_scope(c, pkg)};
    Environment saved = c->env;
    c->env = (Environment){.pkg = pkg};
    for (int i = 0; i < file->decls.n; i++)
        if (node_is(file->decls.at[i], NODE_IMPORT_DECL))
            collect_import(&k, AS(ImportDecl, IMPORT_DECL, file->decls.at[i]));
    c->env = saved;
    c->imports.n = imports; // nobody asks whether they are used
    return k.file_scope;
}

void check_add_declaration(Checker *c, Package *pkg, Scope *file_scope, Node *decl)
{
    Collector k = {.c = c, .pkg = pkg, .file_scope = file_scope};
    Environment saved = c->env;
    c->env = (Environment){.pkg = pkg};
    ConstDecl *last = c->const_spec ? AS(ConstDecl, CONST_DECL, c->const_spec) : NULL;
    collect_decl(&k, decl, &last);
    if (node_is(decl, NODE_CONST_DECL))
        c->const_spec = last ? &last->node : NULL;
    if (node_is(decl, NODE_TYPE_DECL))
        adopt_orphans(&k);
    associate_methods(&k);
    c->env = saved;
}

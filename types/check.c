// check.c: drives the checker: whole packages, single declarations of embedded packages, and what waits until declarations stand.
// Way: check_package: collect (resolve.c), direct cycles (cycles.c), every declaration (decl.c), the queue of delayed work
//   (all bodies, and checks that need complete types), initialization order, unused imports, late checks.
//   Embedded packages: check_add_declaration brings a declaration in; it is resolved when somebody asks for its type, and its body
//   or initialiser is checked when the compiler asks.
// Invariants: the queue is a stack of segments: whoever adds work inside a statement or local declaration runs it before the scope
//   changes, so that function literals see the names as they stood.
#include "base/check.h"
#include "base/stack.h"
#include "types/checker.h"

enum {
    CHAN_ELEM_MAX = 1 << 16,
};
static const int64_t MAP_PART_MAX = ((int64_t)1 << 31) - 1;
static const int64_t TYPE_SIZE_MAX = ((int64_t)1 << 50) - 1;

Checker *checker_new(const CheckConfig *cfg)
{
    Checker *c = ARENA_NEW(cfg->arena, Checker);
    c->cfg = *cfg;
    c->arena = cfg->arena;
    c->names = cfg->names;
    c->diags = cfg->diags;
    c->info = cfg->info;
    c->consts = const_pool_new(cfg->arena);
    c->blank = intern_text(c->names, "_");
    c->init_name = intern_text(c->names, "init");
    c->main_name = intern_text(c->names, "main");
    c->dot = intern_text(c->names, ".");
    universe_init(c);
    return c;
}

void checker_allow_unused(Checker *c)
{
    c->cfg.allow_unused = true;
}

void checker_free(Checker *c)
{
    info_free(c->info);
    buf_done(&c->scratch);
}

Package *package_new(Checker *c, const char *path, Name name)
{
    Package *p = ARENA_NEW(c->arena, Package);
    p->path = arena_copy_text(c->arena, path, strlen(path));
    p->name = name;
    p->scope = scope_new(c->arena, c->universe);
    return p;
}

// -- depth

bool check_room(Checker *c, Pos pos)
{
    if (LIKELY(!stack_is_low()))
        return true;
    if (!c->too_deep) {
        c->too_deep = true;
        check_error(c, pos, "program is nested too deeply");
    }
    return false;
}

// -- delayed work

void check_later(Checker *c, void (*run)(Checker *c, void *data), void *data)
{
    Delayed d = {.run = run, .data = data, .env = c->env};
    d.env.err_pos = NO_POS;
    d.env.iota = NULL;
    d.env.in_interface = false;
    vec_push(&c->delayed, c->arena, d);
}

void check_process_delayed(Checker *c, int from)
{
    if (c->delayed.n == from)
        return;
    Environment saved = c->env;
    for (int i = from; i < c->delayed.n; i++) {
        Delayed d = c->delayed.at[i]; // running may move the queue
        c->env = d.env;
        d.run(c, d.data);
    }
    c->delayed.n = from;
    c->env = saved;
}

// -- records

void record_type(Checker *c, Node *e, ValueMode mode, Type *t, Const *v)
{
    if (mode == MODE_INVALID || !e)
        return;
    TypeAndValue *tv = info_type_at(c->info, e);
    tv->mode = (uint8_t)mode;
    tv->type = t;
    tv->value = v;
}

void record_def(Checker *c, Node *ident, Object *o)
{
    info_set_object(c->info, ident, o, true);
}

void record_use(Checker *c, Node *ident, Object *o)
{
    info_set_object(c->info, ident, o, false);
}

void add_dependency(Checker *c, Object *o)
{
    DeclInfo *from = c->env.decl;
    if (!from || !o->decl || o->pkg != c->env.pkg)
        return;
    void **at = hashmap_at(&from->deps, c->arena, o);
    if (!*at) {
        *at = o;
        vec_push(&from->dep_list, c->arena, o);
    }
}

Object **check_dependencies(Object *o, int *n)
{
    *n = o->decl ? o->decl->dep_list.n : 0;
    return o->decl ? o->decl->dep_list.at : NULL;
}

Object *check_lookup(Checker *c, Name name, Scope **where)
{
    return scope_lookup(c->env.scope, name, NO_POS, where);
}

// -- language versions

bool check_allow_version(Checker *c, int minor)
{
    return c->env.version == 0 || c->env.version >= minor;
}

bool check_verify_version(Checker *c, Pos pos, int minor, const char *what)
{
    if (check_allow_version(c, minor))
        return true;
    check_error(c, pos, "%s requires go1.%d or later", what, minor);
    return false;
}

// -- whole packages

CheckRun check_run_begin(Checker *c, Package *pkg)
{
    if (!c->reported)
        c->parse_diags = c->diags->list.n;
    CheckRun r = {.env = c->env,
             .pending = c->pending.n,
             .pending_from = c->pending_from,
             .delayed = c->delayed.n,
             .path = c->path.n,
             .path_at = c->path.at,
             .path_cap = c->path.cap,
             .imports = c->imports.n,
             .interfaces = c->interfaces.n,
             .big_types = c->big_types.n};
    c->env = (Environment){.pkg = pkg};
    c->pending_from = c->pending.n;
    // A path of its own: objects of the interrupted run are no part of this one's cycles.
    c->path.at = NULL;
    c->path.n = c->path.cap = 0;
    return r;
}

void check_run_end(Checker *c, const CheckRun *r)
{
    c->env = r->env;
    c->pending.n = r->pending;
    c->pending_from = r->pending_from;
    c->delayed.n = r->delayed;
    c->path.at = r->path_at;
    c->path.n = r->path;
    c->path.cap = r->path_cap;
    c->imports.n = r->imports;
    c->interfaces.n = r->interfaces;
    c->big_types.n = r->big_types;
}

// Drops files of another package name, with a message each.
static void check_package_names(Checker *c, Package *pkg)
{
    int n = 0;
    for (int i = 0; i < pkg->files.n; i++) {
        AstFile *f = pkg->files.at[i];
        Name name = f->package_name ? AS(Ident, IDENT, f->package_name)->name : NULL;
        if (!name)
            continue;
        if (!pkg->name)
            pkg->name = name;
        if (name == c->blank && i == 0 && c->parse_diags == 0) // a missing clause counts as _ too, and was reported
            check_error(c, error_pos(f->package_name), "invalid package name _");
        if (name != pkg->name) {
            check_error(c, node_start(&f->node), "package %s; expected package %s", name->text, pkg->name->text);
            continue;
        }
        pkg->files.at[n++] = f;
    }
    pkg->files.n = n;
}

// Types that are no aliases first, then aliases, then the rest: so the type of an alias is mostly there when needed.
static void check_objects(Checker *c, Package *pkg)
{
    for (int phase = 0; phase < 3; phase++)
        for (int i = 0; i < pkg->objects.n; i++) {
            Object *o = pkg->objects.at[i];
            int of = o->kind != OBJ_TYPE_NAME ? 2 : AS(TypeDecl, TYPE_DECL, o->decl->node)->is_alias ? 1 : 0;
            if (of == phase)
                resolve_object(c, o);
        }
}

// Functions that the program declares but nobody defines, and those whose directives say that somebody else does: found by the
// reference only after checking, so only reported if all else is right.
static void check_bodies(Checker *c, Package *pkg)
{
    for (int i = 0; i < pkg->objects.n; i++) {
        Object *o = pkg->objects.at[i];
        if (o->kind != OBJ_FUNC || o->name == c->blank)
            continue;
        FuncDecl *d = AS(FuncDecl, FUNC_DECL, o->decl->node);
        if (d->body && d->pragma && strstr(d->pragma, "go:noescape"))
            check_error(c, d->node.pos, "can only use //go:noescape with external func implementations");
        if (!d->body && !pkg->bodies_elsewhere && !(d->pragma && strstr(d->pragma, "go:linkname")))
            check_error(c, d->node.pos, "missing function body");
    }
}

static void check_directives(Checker *c, Package *pkg)
{
    for (int i = 0; i < pkg->files.n; i++) {
        const File *f = fileset_file(c->cfg.files, pkg->files.at[i]->start);
        for (int k = 0; f && k < f->misplaced.n; k++)
            check_error(c, file_pos(f, f->misplaced.at[k]), "misplaced compiler directive");
    }
}

// Types that are right but that no machine holds: refused by the reference's back end.
static void check_sizes(Checker *c, int from)
{
    for (int i = from; i < c->big_types.n; i++) {
        Node *n = c->big_types.at[i];
        Type *t = info_type(c->info, n).type;
        if (t && t->kind == TYPE_CHAN && type_size(t->chan.elem) >= CHAN_ELEM_MAX)
            check_error(c, n->pos, "channel element type too large (>64kB)");
        else if (t && t->kind == TYPE_MAP && type_size(t->map.elem) > MAP_PART_MAX)
            check_error(c, n->pos, "map element type too large");
        else if (t && t->kind == TYPE_MAP && type_size(t->map.key) > MAP_PART_MAX)
            check_error(c, n->pos, "map key type too large");
        else if (t && t->kind == TYPE_ARRAY && type_size(t->array.elem) > 0 && t->array.len > TYPE_SIZE_MAX / type_size(t->array.elem))
            check_error(c, n->pos, "type %s larger than address space", type_text(c, t));
    }
}

static bool check_node_branches(Node *n, void *data)
{
    Node *body = n->kind == NODE_FUNC_DECL ? AS(FuncDecl, FUNC_DECL, n)->body : n->kind == NODE_FUNC_LIT ? AS(FuncLit, FUNC_LIT, n)->body : NULL;
    if (body)
        check_labels(data, body);
    return true;
}

void check_branches(Checker *c, AstFile *file)
{
    if (!c->reported)
        c->parse_diags = c->diags->list.n;
    node_walk(&file->node, check_node_branches, c);
}

bool check_package(Checker *c, Package *pkg)
{
    if (pkg->checked)
        return !pkg->failed;
    CheckRun run = check_run_begin(c, pkg);
    int errors = c->diags->errors;
    for (int i = 0; !pkg->is_std && i < pkg->files.n; i++) // the reference's parser does it
        check_branches(c, pkg->files.at[i]);
    pkg->branches_checked = !pkg->is_std;
    check_package_names(c, pkg);
    collect_objects(c, pkg);
    check_direct_cycles(c, pkg);
    check_objects(c, pkg);
    check_process_delayed(c, run.delayed);
    check_init_order(c, pkg);
    if (!c->cfg.allow_unused)
        check_unused_imports(c, run.imports);
    check_untyped_rest(c);
    // The reference's later stages are not reached after any error.
    if (c->diags->errors == 0)
        check_anonymous_cycles(c, run.interfaces);
    if (c->diags->errors == 0)
        check_sizes(c, run.big_types);
    if (c->diags->errors == 0 && !pkg->is_std) {
        check_directives(c, pkg);
        check_bodies(c, pkg);
    }
    pkg->checked = true;
    pkg->failed = c->diags->errors != errors;
    check_run_end(c, &run);
    return !pkg->failed;
}

// -- single declarations

void check_resolve(Checker *c, Object *o)
{
    if (o->type && check_path_index(c, o) < 0)
        return;
    CheckRun run = check_run_begin(c, o->pkg);
    resolve_object(c, o);
    check_process_delayed(c, run.delayed);
    check_untyped_rest(c);
    check_run_end(c, &run);
}

bool check_body(Checker *c, Object *f)
{
    if (f->kind != OBJ_FUNC || f->func.body_checked)
        return true;
    f->func.body_checked = true;
    if (!f->decl)
        return true;
    int errors = c->diags->errors;
    CheckRun run = check_run_begin(c, f->pkg);
    resolve_object(c, f);
    FuncDecl *d = AS(FuncDecl, FUNC_DECL, f->decl->node);
    if (d->body && f->pkg->read_body)
        f->pkg->read_body(f->pkg, d);
    if (d->body && f->type->kind == TYPE_SIGNATURE) {
        c->env.version = f->decl->version;
        check_func_body(c, f->decl, f->name->text, f->type, d->body, NULL);
    }
    check_process_delayed(c, run.delayed);
    check_untyped_rest(c);
    check_run_end(c, &run);
    return c->diags->errors == errors;
}

bool check_var_init(Checker *c, Object *var, InitOrder **order)
{
    *order = NULL;
    DeclInfo *d = var->decl;
    if (!d)
        return true;
    int errors = c->diags->errors;
    CheckRun run = check_run_begin(c, var->pkg);
    resolve_object(c, var);
    if (d->init && !d->init_checked) {
        // The type was given, so that resolving it left the initialiser alone.
        d->init_checked = true;
        c->env = (Environment){.pkg = var->pkg, .scope = d->file_scope, .version = d->version, .decl = d};
        if (d->n_lhs > 1) {
            for (int i = 0; i < d->n_lhs; i++)
                if (!d->lhs[i]->type)
                    d->lhs[i]->type = var->type;
            check_init_vars(c, d->lhs, d->n_lhs, (NodeList){&d->init, 1}, NULL);
        } else {
            Operand x = {0};
            check_expr(c, var->type, &x, d->init);
            check_init_var(c, var, &x, "variable declaration");
        }
    }
    check_process_delayed(c, run.delayed);
    check_untyped_rest(c);
    check_run_end(c, &run);
    if (d->init && !d->order) {
        d->order = ARENA_NEW(c->arena, InitOrder);
        d->order->rhs = d->init;
        d->order->n = d->lhs ? d->n_lhs : 1;
        d->order->lhs = d->lhs;
        if (!d->lhs) {
            d->order->lhs = ARENA_ARRAY(c->arena, Object *, 1);
            d->order->lhs[0] = var;
        }
    }
    *order = d->order;
    return c->diags->errors == errors;
}

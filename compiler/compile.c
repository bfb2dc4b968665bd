// compile.c: the compiler's session: what others call, the VM's hooks, the entry function.
// Threads: the hooks are called under the compile lock (VM) or take it (rtypes.c).
#include <stdlib.h>

#include "base/check.h"
#include "base/clock.h"
#include "compiler/compiler.h"
#include "compiler/compile.h"
#include "compiler/panicvalue.h"
#include "compiler/wrappers.h"

typedef struct Session {
    Compiler compiler;
    CompileConfig cfg;
    DiagSink *diags;
    CompileCosts costs;
} Session;

static Session *the_session; // for the VM's hooks, which have no context; set once

const CompileConfig *compile_config(Compiler *c)
{
    return &((Session *)c)->cfg;
}

void compile_read_inits(Compiler *c, Package *pkg)
{
    const CompileConfig *cfg = compile_config(c);
    if (cfg->read_inits && pkg->is_std)
        cfg->read_inits(cfg->data, pkg);
}

Object *compile_std_object(Compiler *c, const char *path, const char *name)
{
    const CompileConfig *cfg = compile_config(c);
    Package *pkg = cfg->std_package ? cfg->std_package(cfg->data, path) : NULL;
    Object *o = pkg ? scope_find(pkg->scope, intern_text(c->names, name)) : NULL;
    if (o)
        check_resolve(c->checker, o);
    return o;
}

// ---------------------------------------------------------------- compiling

// What an embedded package's functions rest on beyond the variables they name: its func init.
static void add_package_init(Compiler *c, Func *f)
{
    FuncSource *src = f->source;
    if (!src || !src->pkg || !src->pkg->is_std)
        return;
    LazyVar *lazy = package_lazy_init(c, src->pkg);
    if (!lazy || src->lazy == lazy || __atomic_load_n(&lazy->state, __ATOMIC_ACQUIRE) == 2)
        return;
    LazyVar **needs = ARENA_ARRAY(c->arena, LazyVar *, f->n_needs + 1);
    if (f->n_needs > 0)
        memcpy(needs, f->needs, sizeof *needs * f->n_needs);
    needs[f->n_needs++] = lazy;
    f->needs = needs;
}

// The first message in the sink since it had `from`.
static const char *first_message(Compiler *c, int from)
{
    DiagSink *sink = compile_config(c)->diags;
    if (sink->list.n <= from)
        return NULL;
    const Diag *d = &sink->list.at[from];
    Place at = fileset_place(c->files, d->pos);
    return arena_printf(c->arena, "%s:%d:%d: %s", at.file, at.line, at.column, d->text);
}

static bool compile_measured(Func *f, const char **message)
{
    Compiler *c = &the_session->compiler;
    FuncSource *src = f->source;
    *message = NULL;
    int reported = compile_config(c)->diags->list.n;
    if (!src) {
        *message = arena_printf(c->arena, "%s has no source", f->name);
        return false;
    }
    if (src->kind == SOURCE_DECL) {
        if (!AS(FuncDecl, FUNC_DECL, src->node)->body) {
            *message = compile_missing_body(c, f, src->object);
            return false;
        }
        int64_t began = clock_ns();
        bool good = !src->pkg->is_std || check_body(c->checker, src->object);
        the_session->costs.check_ns += clock_ns() - began;
        if (!good) {
            *message = first_message(c, reported);
            if (!*message)
                *message = arena_printf(c->arena, "%s is wrong", f->name);
            return false;
        }
    }
    c->error = NULL;
    c->error_pos = NO_POS;
    bool ok = compile_function(c, f);
    if (ok && !c->error) {
        add_package_init(c, f);
        const CompileConfig *cfg = compile_config(c);
        if (cfg->on_compiled)
            cfg->on_compiled(f, cfg->data);
        return true;
    }
    *message = first_message(c, reported);
    if (!*message) {
        Place at = c->error_pos ? fileset_place(c->files, c->error_pos) : (Place){0};
        const char *why = c->error ? c->error : "cannot be compiled";
        *message = at.line ? arena_printf(c->arena, "%s:%d:%d: %s", at.file, at.line, at.column, why)
                           : arena_printf(c->arena, "%s: %s", f->name, why);
    }
    return false;
}

static bool compile(Func *f, const char **message)
{
    CompileCosts *costs = &the_session->costs;
    int64_t began = clock_ns(), checked = costs->check_ns;
    bool ok = compile_measured(f, message);
    costs->compile_ns += clock_ns() - began - (costs->check_ns - checked);
    costs->n_funcs += ok;
    for (uint32_t at = 0; f->code && at < f->code_words; at += 1 + op_info[insn_op(f->code[at])].n_words)
        costs->n_insns++;
    return ok;
}

bool compile_name_variable(const void *p, Buf *out)
{
    return global_name(&the_session->compiler, p, out);
}

bool compile_now(Func *f, const char **message)
{
    compile_lock();
    *message = NULL;
    bool ok = f->code || compile(f, message);
    compile_unlock();
    return ok;
}

CompileCosts compile_costs(const Compiler *c)
{
    return ((const Session *)c)->costs;
}

Func *compile_func(Compiler *c, Object *func)
{
    return func_of(c, func);
}

Func *compile_package_init(Compiler *c, Package *pkg)
{
    return package_init_func(c, pkg);
}

Func *compile_literal(Compiler *c, const Node *func_lit)
{
    return weakmap_get(c->literals, func_lit);
}

// ---------------------------------------------------------------- the entry function

typedef struct Entry {
    Func **inits;
    int n_inits;
    Func *main;
    LazyVar **needs;
    int n_needs;
} Entry;

static void emit_entry(FuncState *fs, void *data)
{
    const Entry *e = data;
    for (int i = 0; i < e->n_needs; i++)
        vec_push(&fs->needs, fs->c->arena, e->needs[i]);
    int window = window_open(fs, 0, 0);
    for (int i = 0; i < e->n_inits; i++)
        emit_call(fs, window, e->inits[i]);
    emit_call(fs, window, e->main);
    window_close(fs, window, 0);
    emit(fs, OP_RET, 0, 0, 0);
}

// The func init of embedded packages that the program imports, itself or through others that were read.
static void collect_inits(Compiler *c, Package *pkg, HashMap *seen, Entry *e)
{
    void **at = hashmap_at(seen, c->arena, pkg);
    if (*at)
        return;
    *at = pkg;
    for (int i = 0; i < pkg->imports.n; i++)
        collect_inits(c, pkg->imports.at[i], seen, e);
    if (!pkg->is_std || pkg->is_unsafe)
        return;
    LazyVar *lazy = package_lazy_init(c, pkg);
    if (!lazy)
        return;
    LazyVar **needs = ARENA_ARRAY(c->arena, LazyVar *, e->n_needs + 1);
    if (e->n_needs > 0)
        memcpy(needs, e->needs, sizeof *needs * (size_t)e->n_needs);
    needs[e->n_needs++] = lazy;
    e->needs = needs;
}

static int compare_paths(const void *a, const void *b)
{
    return strcmp((*(Package *const *)a)->path, (*(Package *const *)b)->path);
}

// Go's order since 1.21: sorted by import path, always the first one of which all imports are initialised.
static void sort_packages(Compiler *c, Package **packages, int n)
{
    Package **left = ARENA_ARRAY(c->arena, Package *, n + 1);
    memcpy(left, packages, sizeof *left * (size_t)n);
    if (n > 1)
        qsort(left, (size_t)n, sizeof *left, compare_paths);
    HashMap done = {0};
    for (int i = 0; i < n; i++) {
        int next = 0;
        for (; next < n; next++) {
            bool ready = left[next] != NULL;
            for (int j = 0; ready && j < left[next]->imports.n; j++) {
                Package *p = left[next]->imports.at[j];
                ready = p->is_std || p->is_unsafe || hashmap_get(&done, p);
            }
            if (ready)
                break;
        }
        if (next == n)
            return; // a cycle: cannot be
        packages[i] = left[next];
        hashmap_set(&done, c->arena, left[next], left[next]);
        left[next] = NULL;
    }
}

Func *compile_entry(Compiler *c, Package **packages, int n, Package *main)
{
    Object *func = scope_find(main->scope, intern_text(c->names, "main"));
    if (!func || func->kind != OBJ_FUNC)
        return NULL;
    Entry *e = ARENA_NEW(c->arena, Entry);
    e->inits = ARENA_ARRAY(c->arena, Func *, n + 1);
    HashMap seen = {0};
    sort_packages(c, packages, n);
    for (int i = 0; i < n; i++) {
        collect_inits(c, packages[i], &seen, e);
        Func *init = package_init_func(c, packages[i]);
        if (init)
            e->inits[e->n_inits++] = init;
    }
    e->main = func_of(c, func);
    FuncSource *src = ARENA_NEW(c->arena, FuncSource);
    src->kind = SOURCE_EMIT;
    src->emit = emit_entry;
    src->data = e;
    Func *f = func_new_from(c, src, "runtime.main", NO_POS);
    f->flags |= FUNC_RUNTIME;
    return f;
}

// ---------------------------------------------------------------- what a session declares anew

WeakMap *compile_weak_map(Compiler *c)
{
    WeakMap *m = ARENA_NEW(c->arena, WeakMap);
    vec_push(&c->weak, c->arena, m);
    return m;
}

void compile_mark(Compiler *c, Parcels *parcels)
{
    for (int i = 0; i < c->weak.n; i++)
        weakmap_mark(c->weak.at[i], parcels);
}

void compile_sweep(Compiler *c, const Parcels *parcels)
{
    for (int i = 0; i < c->weak.n; i++)
        weakmap_sweep(c->weak.at[i], parcels);
    code_sweep(parcels);
}

void compile_redirect(Compiler *c, Object *old, Object *new_)
{
    func_redirect(func_of(c, old), func_of(c, new_));
}

void compile_make_stale(Compiler *c, Object *func, const char *why)
{
    func_make_stale(func_of(c, func), why);
}

void compile_methods_changed(Compiler *c, Type *named)
{
    // Made, if they were not yet, so that only two types need be looked at; types that embed this one keep the methods they had.
    const RType *t = rtype_of(c, named);
    const RType *p = rtype_of(c, type_new_pointer(c->checker, named));
    __atomic_store_n(&((RType *)(uintptr_t)t)->methods_ready, 0, __ATOMIC_RELEASE);
    __atomic_store_n(&((RType *)(uintptr_t)p)->methods_ready, 0, __ATOMIC_RELEASE);
    itab_forget_missing();
}

// ---------------------------------------------------------------- the session

static Iface panic_value_of(G *g, const Raised *r)
{
    (void)g;
    compile_lock();
    Iface v = panic_value_make(&the_session->compiler, r);
    compile_unlock();
    return v;
}

Compiler *compiler_new(const CompileConfig *cfg)
{
    Session *s = ARENA_NEW(cfg->arena, Session);
    s->cfg = *cfg;
    s->compiler.arena = cfg->arena;
    s->compiler.code_arena = cfg->literal ? cfg->arena : NULL;
    s->compiler.literals = compile_weak_map(&s->compiler);
    s->compiler.loops = compile_weak_map(&s->compiler);
    s->compiler.checker = cfg->checker;
    s->compiler.info = cfg->info;
    s->compiler.files = cfg->files;
    s->compiler.names = cfg->names;
    s->compiler.consts = const_pool_new(cfg->arena);
    the_session = s;
    compile_hooks = (CompileHooks){.compile = compile, .panic_value = panic_value_of};
    rtypes_init(&s->compiler);
    return &s->compiler;
}

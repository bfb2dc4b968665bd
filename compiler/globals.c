// globals.c: where package variables lie, and when those of embedded packages are initialised.
// Way: a variable gets its memory when code that names it is compiled. Variables of the program are initialised by its entry
//   function; one of an embedded package has a LazyVar, which every function that names the variable needs.
// Memory: variables with pointers in permanent blocks that are roots of the collector; the others in the session's arena.
// Threads: under the compile lock.
#include "base/check.h"
#include "compiler/wrappers.h"

#include "compiler/compile.h"
#include "runtime/gc.h"

typedef struct GlobalVar { // Object.var.global
    void *address;
    LazyVar *lazy;         // NULL: no initialiser, or one of the program's own packages
} GlobalVar;

typedef struct Globals {
    char *next, *end;     // free part of the newest block of roots
    HashMap lazy_by_init; // Node of an initialiser -> LazyVar: `var a, b = f()` has one for both
    HashMap inits;        // Package -> LazyVar or Func of its initialisation
    WeakMap *all;         // those that have their memory: Object -> itself
} Globals;

enum { ROOT_BLOCK_BYTES = 16 << 10, OWN_BLOCK_BYTES = 4 << 10 };

static Globals *globals_get(Compiler *c)
{
    if (!c->globals) {
        Globals *g = ARENA_NEW(c->arena, Globals);
        g->all = compile_weak_map(c);
        c->globals = g;
    }
    return c->globals;
}

static void *variable_memory(Compiler *c, Type *t)
{
    Globals *g = globals_get(c);
    size_t bytes = ((size_t)type_size(t) + 15) & ~(size_t)15;
    if (bytes == 0) // where all values of size 0 are
        return gc_alloc_slow(0, GC_ATOMIC);
    if (!type_has_pointers(t))
        return arena_alloc(c->arena, bytes);
    if (bytes >= OWN_BLOCK_BYTES)
        return gc_alloc_permanent(bytes);
    if ((size_t)(g->end - g->next) < bytes) {
        g->next = gc_alloc_permanent(ROOT_BLOCK_BYTES);
        g->end = g->next + ROOT_BLOCK_BYTES;
    }
    void *p = g->next;
    g->next += bytes;
    return p;
}

static LazyVar *lazy_new(Compiler *c, Package *pkg, InitOrder *order, const char *what, Pos pos)
{
    LazyVar *lazy = ARENA_NEW(c->arena, LazyVar);
    FuncSource *src = ARENA_NEW(c->arena, FuncSource);
    src->kind = SOURCE_INIT;
    src->pkg = pkg;
    src->lazy = lazy;
    if (order) {
        src->orders = ARENA_NEW(c->arena, InitOrder *);
        src->orders[0] = order;
        src->n_orders = 1;
    }
    lazy->name = arena_printf(c->arena, "%s.%s", package_prefix(c, pkg), what);
    lazy->init = func_new_from(c, src, arena_printf(c->arena, "%s.init", package_prefix(c, pkg)), pos);
    return lazy;
}

void compile_place_variable(Compiler *c, Object *var, void *memory)
{
    GlobalVar *g = ARENA_NEW(c->arena, GlobalVar);
    g->address = memory;
    var->var.global = g;
    weakmap_set(globals_get(c)->all, var, var);
}

// The variable with its memory, which it gets here; *fresh: just now.
static GlobalVar *variable_get(Compiler *c, Object *var, bool *fresh)
{
    *fresh = !var->var.global;
    if (*fresh) {
        check_resolve(c->checker, var);
        compile_place_variable(c, var, variable_memory(c, var->type));
    }
    return var->var.global;
}

static GlobalVar *global_get(FuncState *fs, Object *var)
{
    Compiler *c = fs->c;
    bool fresh;
    GlobalVar *g = variable_get(c, var, &fresh);
    if (!fresh)
        return g;
    if (!var->pkg || !var->pkg->is_std)
        return g;
    InitOrder *order = NULL;
    if (!check_var_init(c->checker, var, &order)) {
        compile_fail(fs, var->pos, "the initialiser of %s.%s is wrong", var->pkg->path, var->name->text);
        return g;
    }
    if (!order)
        return g;
    void **at = hashmap_at(&globals_get(c)->lazy_by_init, c->arena, order->rhs);
    if (!*at) {
        *at = lazy_new(c, var->pkg, order, var->name->text, var->pos);
    }
    g->lazy = *at;
    return g;
}

static void need(FuncState *fs, LazyVar *lazy)
{
    if (!lazy || lazy == fs->src->lazy || __atomic_load_n(&lazy->state, __ATOMIC_ACQUIRE) == 2)
        return;
    for (int i = 0; i < fs->needs.n; i++)
        if (fs->needs.at[i] == lazy)
            return;
    vec_push(&fs->needs, fs->c->arena, lazy);
}

void *global_address(FuncState *fs, Object *var)
{
    GlobalVar *g = global_get(fs, var);
    need(fs, g->lazy);
    return g->address;
}

void *compile_variable_memory(Compiler *c, Object *var)
{
    bool fresh;
    return variable_get(c, var, &fresh)->address;
}

bool global_name(Compiler *c, const void *p, Buf *out)
{
    const HashMap *all = &globals_get(c)->all->map;
    for (uint32_t i = 0; i < all->cap; i++) {
        Object *var = all->slots[i].value;
        if (!var)
            continue;
        const char *at = ((GlobalVar *)var->var.global)->address;
        if ((const char *)p < at || (const char *)p >= at + type_size(var->type))
            continue;
        buf_printf(out, "%s.%s", var->pkg->name->text, var->name->text);
        if (p != at)
            buf_printf(out, "+%d", (int)((const char *)p - at));
        return true;
    }
    return false;
}

void compile_share_variable(Compiler *c, Object *old, Object *new_)
{
    compile_variable_memory(c, old);
    new_->var.global = old->var.global;
}

LazyVar *package_lazy_init(Compiler *c, Package *pkg)
{
    void **at = hashmap_at(&globals_get(c)->inits, c->arena, pkg);
    if (*at)
        return *at;
    compile_read_inits(c, pkg);
    if (pkg->init_funcs.n == 0)
        return NULL;
    LazyVar *lazy = lazy_new(c, pkg, NULL, "init", pkg->init_funcs.at[0]->pos);
    lazy->init->flags |= FUNC_WRAPPER;
    FuncSource *src = lazy->init->source;
    src->n_inits = pkg->init_funcs.n;
    src->inits = ARENA_ARRAY(c->arena, Func *, src->n_inits);
    for (int i = 0; i < src->n_inits; i++)
        src->inits[i] = func_of(c, pkg->init_funcs.at[i]);
    at = hashmap_at(&globals_get(c)->inits, c->arena, pkg);
    *at = lazy;
    return lazy;
}

Func *package_init_func(Compiler *c, Package *pkg)
{
    if (pkg->init_order.n == 0 && pkg->init_funcs.n == 0)
        return NULL;
    const char *name = arena_printf(c->arena, "%s.init", package_prefix(c, pkg));
    Func *variables = NULL;
    if (pkg->init_order.n > 0) {
        FuncSource *src = ARENA_NEW(c->arena, FuncSource);
        src->kind = SOURCE_INIT;
        src->pkg = pkg;
        src->orders = pkg->init_order.at;
        src->n_orders = pkg->init_order.n;
        variables = func_new_from(c, src, name, node_start(src->orders[0]->rhs));
        if (pkg->init_funcs.n == 0)
            return variables;
    }
    // What calls each func init is in no traceback.
    FuncSource *src = ARENA_NEW(c->arena, FuncSource);
    src->kind = SOURCE_INIT;
    src->pkg = pkg;
    src->inits = ARENA_ARRAY(c->arena, Func *, pkg->init_funcs.n + 1);
    if (variables)
        src->inits[src->n_inits++] = variables;
    for (int i = 0; i < pkg->init_funcs.n; i++)
        src->inits[src->n_inits++] = func_of(c, pkg->init_funcs.at[i]);
    Func *f = func_new_from(c, src, name, pkg->init_funcs.at[0]->pos);
    f->flags |= FUNC_WRAPPER;
    return f;
}

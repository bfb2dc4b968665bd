// initorder.c: in which order a package's variables are initialised, and variables that depend on themselves.
// Way: a graph of constants and variables, an edge where one names the other, itself or by way of functions that it names: those are
//   walked through from each; then always the node with the fewest open dependencies, the earliest one among them.
// Sources: Go specification, "Package initialization".
#include <stdlib.h>

#include "types/checker.h"

typedef struct InitNode InitNode;
typedef VEC(InitNode *) InitNodes;

struct InitNode {
    Object *obj;
    InitNodes names;   // what its declaration names
    InitNodes pred;    // constants and variables that depend on it
    int index;        // in the heap
    int n_open;       // dependencies not initialised yet
    InitNode *seen;   // by the walk that began there
};

typedef struct Graph {
    Checker *c;
    HashMap nodes; // Object * -> InitNode *
    InitNodes all, heap;
} Graph;

// -- the graph

static void add_nodes(Graph *g, Package *pkg)
{
    Checker *c = g->c;
    for (int i = 0; i < pkg->objects.n; i++) {
        Object *o = pkg->objects.at[i];
        if (o->kind != OBJ_CONST && o->kind != OBJ_VAR && o->kind != OBJ_FUNC)
            continue;
        InitNode *n = ARENA_NEW(c->arena, InitNode);
        n->obj = o;
        hashmap_set(&g->nodes, c->arena, o, n);
        vec_push(&g->all, c->arena, n);
    }
    for (int i = 0; i < g->all.n; i++) {
        InitNode *n = g->all.at[i];
        DeclInfo *d = n->obj->decl;
        for (int k = 0; k < d->dep_list.n; k++) {
            InitNode *s = hashmap_get(&g->nodes, d->dep_list.at[k]);
            if (s)
                vec_push(&n->names, c->arena, s);
        }
    }
}

// Finds what n depends on, through functions.
static void add_dependencies(Graph *g, InitNode *n, InitNodes *walk)
{
    walk->n = 0;
    vec_push(walk, g->c->arena, n);
    while (walk->n > 0) {
        InitNode *at = vec_pop(walk);
        for (int i = 0; i < at->names.n; i++) {
            InitNode *s = at->names.at[i];
            if (s->seen == n)
                continue;
            s->seen = n;
            if (s->obj->kind == OBJ_FUNC) {
                vec_push(walk, g->c->arena, s);
            } else {
                vec_push(&s->pred, g->c->arena, n);
                n->n_open++;
            }
        }
    }
}

// -- the heap

static bool before(const InitNode *x, const InitNode *y)
{
    bool cx = x->obj->kind == OBJ_CONST, cy = y->obj->kind == OBJ_CONST;
    if (cx != cy)
        return cx;
    return x->n_open != y->n_open ? x->n_open < y->n_open : x->obj->order < y->obj->order;
}

static void heap_put(Graph *g, int i, InitNode *n)
{
    g->heap.at[i] = n;
    n->index = i;
}

static void heap_up(Graph *g, int i)
{
    InitNode *n = g->heap.at[i];
    while (i > 0 && before(n, g->heap.at[(i - 1) / 2])) {
        heap_put(g, i, g->heap.at[(i - 1) / 2]);
        i = (i - 1) / 2;
    }
    heap_put(g, i, n);
}

static void heap_down(Graph *g, int i)
{
    InitNode *n = g->heap.at[i];
    for (;;) {
        int child = 2 * i + 1;
        if (child >= g->heap.n)
            break;
        if (child + 1 < g->heap.n && before(g->heap.at[child + 1], g->heap.at[child]))
            child++;
        if (!before(g->heap.at[child], n))
            break;
        heap_put(g, i, g->heap.at[child]);
        i = child;
    }
    heap_put(g, i, n);
}

static InitNode *heap_pop(Graph *g)
{
    InitNode *top = g->heap.at[0], *last = vec_pop(&g->heap);
    top->index = -1;
    if (g->heap.n > 0) {
        heap_put(g, 0, last);
        heap_down(g, 0);
    }
    return top;
}

// -- cycles

static int by_order(const void *a, const void *b)
{
    const Object *x = *(Object *const *)a, *y = *(Object *const *)b;
    return x->order < y->order ? -1 : x->order > y->order;
}

typedef VEC(Object *) Path;

// Appends the objects of a way of dependencies from `from` to `to`, the last one first.
static bool find_path(Checker *c, Object *from, Object *to, HashMap *seen, Path *path)
{
    if (hashmap_get(seen, from) || !check_room(c, from->pos))
        return false;
    hashmap_set(seen, c->arena, from, from);
    int n = from->decl->dep_list.n;
    Object **deps = ARENA_ARRAY(c->arena, Object *, n);
    if (n)
        memcpy(deps, from->decl->dep_list.at, sizeof(Object *) * (size_t)n);
    if (n > 1)
        qsort(deps, (size_t)n, sizeof *deps, by_order);
    bool found = false;
    for (int i = 0; i < n && !found; i++) {
        found = deps[i] == to || find_path(c, deps[i], to, seen, path);
        if (found)
            vec_push(path, c->arena, deps[i]);
    }
    return found;
}

static void report_init_cycle(Checker *c, Path *cycle)
{
    Object *o = cycle->at[0];
    if (cycle->n == 1) {
        check_error(c, o->pos, "initialization cycle: %s refers to itself", o->name->text);
        return;
    }
    Pos pos = o->pos;
    Buf text = {0};
    buf_printf(&text, "initialization cycle for %s", o->name->text);
    for (int i = cycle->n - 1; i >= 0; i--) {
        Object *next = cycle->at[i];
        buf_printf(&text, "\n\t%s: %s refers to %s", pos_text(c, o->pos), o->name->text, next->name->text);
        o = next;
    }
    check_error(c, pos, "%s", text.ptr);
    buf_done(&text);
}

// -- the order

static void emit(Checker *c, Package *pkg, Object *v, HashMap *emitted)
{
    DeclInfo *d = v->decl;
    if (!d->init || hashmap_get(emitted, d))
        return;
    hashmap_set(emitted, c->arena, d, d); // of `a, b = f()` once
    InitOrder *o = ARENA_NEW(c->arena, InitOrder);
    o->rhs = d->init;
    if (d->lhs) {
        o->lhs = d->lhs;
        o->n = d->n_lhs;
    } else {
        o->lhs = ARENA_ARRAY(c->arena, Object *, 1);
        o->lhs[0] = v;
        o->n = 1;
    }
    d->order = o;
    vec_push(&pkg->init_order, c->arena, o);
}

void check_init_order(Checker *c, Package *pkg)
{
    Graph g = {.c = c};
    add_nodes(&g, pkg);
    InitNodes walk = {0};
    for (int i = 0; i < g.all.n; i++) {
        InitNode *n = g.all.at[i];
        if (n->obj->kind == OBJ_FUNC)
            continue;
        add_dependencies(&g, n, &walk);
        vec_push(&g.heap, c->arena, n);
        heap_up(&g, g.heap.n - 1);
    }
    HashMap emitted = {0};
    while (g.heap.n > 0) {
        InitNode *n = heap_pop(&g);
        if (n->n_open > 0) {
            HashMap seen = {0};
            Path cycle = {0};
            // A node that only leads into a cycle is passed; the cycle is reported when its turn comes.
            if (find_path(c, n->obj, n->obj, &seen, &cycle))
                report_init_cycle(c, &cycle);
        }
        for (int i = 0; i < n->pred.n; i++) {
            InitNode *p = n->pred.at[i];
            p->n_open--;
            if (p->index >= 0 && p != n)
                heap_up(&g, p->index);
        }
        if (n->obj->kind == OBJ_VAR)
            emit(c, pkg, n->obj, &emitted);
    }
}

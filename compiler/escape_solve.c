// escape_solve.c: the end of escape analysis: walks through the finished graph, and what they say of each variable and value.
#include "base/check.h"
#include "compiler/escape.h"

enum {
    BY_VALUE_BYTES = 32,    // larger variables are captured by reference
    SLOW_LOCATIONS = 30000, // functions with more are not analysed: all addresses escape
};

// Whether `root` may be alive, and hold an address, when `other` is gone.
static bool outlives(const Loc *root, const Loc *other)
{
    if (root->escapes || root->is_result)
        return true;
    if (root->func == other->func)
        return root->holder_depth < other->loop_depth;
    // A variable of a function around the literal that `other` belongs to.
    for (const EscapeFunc *f = other->func->outer; f; f = f->outer)
        if (f == root->func)
            return true;
    return false;
}

static void leak_param(Escape *e, Loc *param, const Loc *root, int derefs)
{
    if (!e->summary || param->param_index < 0 || param->func != e->outermost)
        return;
    ParamLeak *leak = &e->summary->params[param->param_index];
    int8_t d = (int8_t)(derefs > 100 ? 100 : derefs);
    if (!root->escapes && root->is_result && root->func == e->outermost && root->result_index < SUMMARY_RESULTS) {
        int8_t *at = &leak->result[root->result_index];
        if (*at < 0 || d < *at)
            *at = d;
        return;
    }
    if (leak->heap < 0 || d < leak->heap)
        leak->heap = d;
}

static void enqueue(Escape *e, Loc *l)
{
    if (l->queued)
        return;
    l->queued = true;
    vec_push(&e->queue, &e->arena, l);
}

// Walks the edges backwards from root, smallest number of dereferences first found wins again (Bellman-Ford).
static void walk_from(Escape *e, Loc *root)
{
    e->generation++;
    root->seen = e->generation;
    root->distance = 0;
    e->walk.n = 0;
    vec_push(&e->walk, &e->arena, root);
    for (int i = 0; i < e->walk.n; i++) {
        Loc *l = e->walk.at[i];
        l->walking = false;
        int distance = l->distance;
        bool by_address = distance < 0;
        if (by_address)
            distance = 0; // root = &l; l = x: x itself does not flow to root by its address
        if (outlives(root, l)) {
            if (l->is_param)
                leak_param(e, l, root, distance);
            if (by_address && !l->escapes) {
                l->escapes = true;
                enqueue(e, l);
                continue;
            }
        }
        for (Edge *edge = l->edges; edge; edge = edge->next) {
            Loc *src = edge->src;
            if (src->escapes)
                continue;
            int d = distance + edge->derefs;
            if (src->seen == e->generation && src->distance <= d)
                continue;
            src->seen = e->generation;
            src->distance = d;
            if (!src->walking) {
                src->walking = true;
                vec_push(&e->walk, &e->arena, src);
            }
        }
    }
}

void escape_solve(Escape *e)
{
    // How literals capture: a copy if the variable never changes behind its declaration.
    for (int i = 0; i < e->literals.n; i++) {
        EscapeFunc *f = e->literals.at[i];
        for (int j = 0; j < f->captures.n; j++) {
            Loc *l = f->captures.at[j];
            l->info->by_value = !l->info->assigned && !l->is_result && type_size(l->var->type) <= BY_VALUE_BYTES;
            if (!l->info->by_value)
                l->address_taken = true;
            escape_flow(e, f->site, l, l->info->by_value ? 0 : -1);
        }
    }
    if (e->locs.n > SLOW_LOCATIONS || e->too_deep) {
        for (int i = 0; i < e->locs.n; i++) {
            Loc *l = e->locs.at[i];
            if (l->site || l->address_taken)
                l->escapes = true;
        }
        if (e->summary)
            summary_set_unknown(e->summary);
        return;
    }
    e->heap.escapes = true;
    for (int i = 0; i < e->locs.n; i++)
        enqueue(e, e->locs.at[i]);
    enqueue(e, &e->heap);
    for (int i = 0; i < e->queue.n; i++) {
        Loc *l = e->queue.at[i];
        l->queued = false;
        walk_from(e, l);
    }
}

// Writes what was found into VarInfos, and the sites that may stay in the frame.
void escape_publish(Escape *e, WeakMap *in_frame, WeakMap *captures)
{
    Compiler *c = e->c;
    for (int i = 0; i < e->locs.n; i++) {
        Loc *l = e->locs.at[i];
        if (l->info) {
            l->info->storage = l->escapes ? VAR_HEAP : l->address_taken ? VAR_MEMORY : VAR_FRAME;
            if (l->escapes)
                l->info->by_value = l->info->by_value && !l->address_taken;
        }
        if (l->site && !l->escapes)
            weakmap_set(in_frame, l->site, (void *)l->site);
    }
    for (int i = 0; i < e->locs.n; i++) // a node may make two values: both or none
        if (e->locs.at[i]->site && e->locs.at[i]->escapes)
            weakmap_set(in_frame, e->locs.at[i]->site, NULL);
    for (int i = 0; i < e->literals.n; i++) {
        EscapeFunc *f = e->literals.at[i];
        Captures *list = ARENA_NEW(c->arena, Captures);
        list->n = f->captures.n;
        list->vars = ARENA_ARRAY(c->arena, Object *, f->captures.n + 1);
        for (int j = 0; j < f->captures.n; j++)
            list->vars[j] = f->captures.at[j]->var;
        weakmap_set(captures, f->literal, list);
    }
}

// unused.c: variables and imports that the program declares and never uses.
// Sources: Go specification, "Variable declarations", "Import declarations".
#include <stdlib.h>

#include "types/checker.h"

static int by_position(const void *a, const void *b)
{
    const Object *x = *(Object *const *)a, *y = *(Object *const *)b;
    return x->pos < y->pos ? -1 : x->pos > y->pos;
}

void check_usage(Checker *c, Scope *scope)
{
    VEC(Object *) unused = {0};
    for (int i = 0; i < scope->list.n; i++) {
        Object *o = scope->list.at[i];
        bool local = o->kind == OBJ_VAR && !o->var.is_param && !o->var.is_result && !o->var.is_recv;
        if (local && !o->used)
            vec_push(&unused, c->arena, o);
    }
    if (unused.n > 1)
        qsort(unused.at, (size_t)unused.n, sizeof *unused.at, by_position);
    for (int i = 0; i < unused.n; i++)
        check_error(c, unused.at[i]->pos, "declared and not used: %s", unused.at[i]->name->text);
    // Function literals look after their own scopes.
    for (int i = 0; i < scope->children.n; i++)
        if (!scope->children.at[i]->is_func && check_room(c, NO_POS)) {
            check_usage(c, scope->children.at[i]);
        }
}

void check_unused_imports(Checker *c, int from)
{
    for (int i = from; i < c->imports.n; i++) {
        Object *o = c->imports.at[i];
        if (o->used || o->name == c->blank)
            continue;
        const char *path = o->pkg_name.imported->path;
        const char *slash = strrchr(path, '/');
        const char *elem = slash ? slash + 1 : path;
        // The name is shown where the path does not show it.
        if (o->name == c->dot || name_is(o->name, elem))
            check_error(c, o->pos, "\"%s\" imported and not used", path);
        else
            check_error(c, o->pos, "\"%s\" imported as %s and not used", path, o->name->text);
    }
}

typedef struct MarkImports {
    Checker *c;
    Scope *file_scope;
} MarkImports;

static bool mark_import(Node *n, void *data)
{
    MarkImports *m = data;
    if (node_is(n, NODE_SELECTOR_EXPR)) {
        SelectorExpr *s = AS(SelectorExpr, SELECTOR_EXPR, n);
        if (node_is(s->x, NODE_IDENT)) {
            Object *o = scope_find(m->file_scope, AS(Ident, IDENT, s->x)->name);
            if (o && o->kind == OBJ_PKG_NAME)
                o->used = true;
        }
    } else if (node_is(n, NODE_IDENT) && m->file_scope->find_lazy) {
        Object *o = scope_find(m->file_scope, AS(Ident, IDENT, n)->name);
        Object *dot = o ? check_dot_import(m->c, m->file_scope, o) : NULL;
        if (dot)
            dot->used = true;
    }
    return true;
}

void mark_imports_used(Checker *c, Scope *file_scope, Node *n)
{
    MarkImports m = {c, file_scope};
    if (file_scope)
        node_walk(n, mark_import, &m);
}

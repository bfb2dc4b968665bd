// input.c: checks one input of a session. See input.h.
// Way: `x := e` at top level is made `var x = e`; declarations are collected into a new scope and resolved as a package's
//   are; the statements become the body of a function, in which the initialisers of variables stand in their places.
#include "types/input.h"

#include "types/checker.h"

typedef struct InputCheck {
    Checker *c;
    Package *pkg;
    AstIds *ids;
    VEC(Node *) decls;  // for the collector
    VEC(Node *) stmts;  // for the checker: all but variables' declarations
    VEC(Node *) body;   // for the compiler: in source order
    HashMap names;      // declared so far by := in this input
} InputCheck;

#define NEW_NODE_AT(k, Struct, KIND, p)                                                                                        \
    ({                                                                                                                         \
        Struct *new_node = ARENA_NEW((k)->c->arena, Struct);                                                                   \
        new_node->node = (Node){.kind = NODE_##KIND, .pos = (p), .id = (k)->ids->next++};                                      \
        new_node;                                                                                                              \
    })

static void add_stmt(InputCheck *k, Node *s)
{
    vec_push(&k->stmts, k->c->arena, s);
    vec_push(&k->body, k->c->arena, s);
}

static void add_var(InputCheck *k, VarDecl *d)
{
    vec_push(&k->decls, k->c->arena, &d->node);
    DeclStmt *s = NEW_NODE_AT(k, DeclStmt, DECL_STMT, d->node.pos);
    s->decls.at = ARENA_NEW(k->c->arena, Node *);
    s->decls.at[0] = &d->node;
    s->decls.n = 1;
    vec_push(&k->body, k->c->arena, &s->node);
    for (int i = 0; i < d->names.n; i++) {
        Name name = AS(Ident, IDENT, d->names.at[i])->name;
        hashmap_set(&k->names, k->c->arena, name, d->names.at[i]);
    }
}

static VarDecl *new_var(InputCheck *k, Pos pos, NodeList names, NodeList values)
{
    VarDecl *d = NEW_NODE_AT(k, VarDecl, VAR_DECL, pos);
    d->names = names;
    d->values = values;
    return d;
}

static NodeList one(InputCheck *k, Node *n)
{
    NodeList l = {ARENA_NEW(k->c->arena, Node *), 1};
    l.at[0] = n;
    return l;
}

// a, b := f() where this input has declared a already: var tmp..., b = f() would lose a's identity, so b is declared with what the
// call gives for it through a variable without a name, and a is assigned to.
static void define_some(InputCheck *k, AssignStmt *s)
{
    Arena *a = k->c->arena;
    NodeList old_lhs = {ARENA_ARRAY(a, Node *, s->lhs.n), 0}, old_rhs = {ARENA_ARRAY(a, Node *, s->lhs.n), 0};
    if (s->lhs.n == s->rhs.n) { // new variables first: none of the values can name them
        for (int i = 0; i < s->lhs.n; i++) {
            if (hashmap_get(&k->names, AS(Ident, IDENT, s->lhs.at[i])->name)) {
                old_lhs.at[old_lhs.n++] = s->lhs.at[i];
                old_rhs.at[old_rhs.n++] = s->rhs.at[i];
            } else {
                add_var(k, new_var(k, s->node.pos, one(k, s->lhs.at[i]), one(k, s->rhs.at[i])));
            }
        }
    } else {
        NodeList names = {ARENA_ARRAY(a, Node *, s->lhs.n), s->lhs.n};
        for (int i = 0; i < s->lhs.n; i++) {
            Node *n = s->lhs.at[i];
            names.at[i] = n;
            if (!hashmap_get(&k->names, AS(Ident, IDENT, n)->name))
                continue;
            // A variable that no program can name carries the value over.
            Ident *carrier = NEW_NODE_AT(k, Ident, IDENT, n->pos), *use = NEW_NODE_AT(k, Ident, IDENT, n->pos);
            carrier->name = use->name = intern_text(k->c->names, arena_printf(a, "%s at %u", AS(Ident, IDENT, n)->name->text, n->id));
            names.at[i] = &carrier->node;
            old_lhs.at[old_lhs.n++] = n;
            old_rhs.at[old_rhs.n++] = &use->node;
        }
        add_var(k, new_var(k, s->node.pos, names, s->rhs));
    }
    AssignStmt *assign = NEW_NODE_AT(k, AssignStmt, ASSIGN_STMT, s->node.pos);
    assign->op = TOK_ASSIGN;
    assign->lhs = old_lhs;
    assign->rhs = old_rhs;
    add_stmt(k, &assign->node);
}

static void define(InputCheck *k, AssignStmt *s)
{
    int fresh = 0, seen = 0;
    for (int i = 0; i < s->lhs.n; i++) {
        Node *n = s->lhs.at[i];
        if (!node_is(n, NODE_IDENT)) {
            check_error(k->c, error_pos(n), "non-name %s on left side of :=", expr_text(k->c, n));
            return;
        }
        Name name = AS(Ident, IDENT, n)->name;
        for (int j = 0; j < i; j++)
            if (name != k->c->blank && AS(Ident, IDENT, s->lhs.at[j])->name == name) {
                check_error(k->c, n->pos, "%s repeated on left side of :=", name->text);
                return;
            }
        if (hashmap_get(&k->names, name))
            seen++;
        else
            fresh += name != k->c->blank;
    }
    if (fresh == 0) {
        check_error(k->c, s->node.pos, "no new variables on left side of :=");
        return;
    }
    if (seen)
        define_some(k, s);
    else
        add_var(k, new_var(k, s->node.pos, s->lhs, s->rhs));
}

static void sort_node(InputCheck *k, Node *n)
{
    switch ((NodeKind)n->kind) {
    case NODE_DECL_STMT: {
        NodeList decls = AS(DeclStmt, DECL_STMT, n)->decls;
        for (int i = 0; i < decls.n; i++)
            sort_node(k, decls.at[i]);
        return;
    }
    case NODE_VAR_DECL:
        add_var(k, AS(VarDecl, VAR_DECL, n));
        return;
    case NODE_IMPORT_DECL:
    case NODE_CONST_DECL:
    case NODE_TYPE_DECL:
    case NODE_FUNC_DECL:
        vec_push(&k->decls, k->c->arena, n);
        return;
    case NODE_ASSIGN_STMT:
        if (AS(AssignStmt, ASSIGN_STMT, n)->op == TOK_DEFINE) {
            define(k, AS(AssignStmt, ASSIGN_STMT, n));
            return;
        }
        break;
    default:
        break;
    }
    add_stmt(k, n);
}

// The function that does what the input says.
static Object *input_func(InputCheck *k)
{
    Checker *c = k->c;
    Pos pos = k->body.at[0]->pos;
    FuncDecl *d = NEW_NODE_AT(k, FuncDecl, FUNC_DECL, pos);
    Ident *name = NEW_NODE_AT(k, Ident, IDENT, pos);
    name->name = intern_text(c->names, "main");
    FuncTypeExpr *type = NEW_NODE_AT(k, FuncTypeExpr, FUNC_TYPE, pos);
    BlockStmt *checked = NEW_NODE_AT(k, BlockStmt, BLOCK_STMT, pos), *whole = NEW_NODE_AT(k, BlockStmt, BLOCK_STMT, pos);
    checked->stmts = (NodeList){k->stmts.at, k->stmts.n};
    whole->stmts = (NodeList){k->body.at, k->body.n};
    checked->rbrace = whole->rbrace = node_end(k->body.at[k->body.n - 1]);
    d->name = &name->node;
    d->type = &type->node;
    d->body = &whole->node;
    Object *o = object_new(c, OBJ_FUNC, pos, k->pkg, name->name, NULL);
    o->func.node = &d->node;
    o->func.body_checked = true;
    o->state = OBJ_RESOLVED;
    Type *sig = type_new_signature(c, NULL, c->empty_tuple, c->empty_tuple, false);
    sig->sig.scope = scope_new(c->arena, k->pkg->scope);
    sig->sig.scope->is_func = true;
    o->type = sig;
    o->decl = ARENA_NEW(c->arena, DeclInfo);
    o->decl->node = &d->node;
    o->decl->file_scope = k->pkg->scope;
    record_def(c, d->name, o);
    check_func_body(c, o->decl, "main", sig, &checked->node, NULL);
    return o;
}

// The initialiser of a variable that stands in place of an earlier one sees the earlier one: `x := x + 1`.
static void look_back(InputCheck *k, Object *o, Scope *before)
{
    Checker *c = k->c;
    DeclInfo *d = o->decl;
    if (o->kind != OBJ_VAR || !d || d->file_scope != k->pkg->scope)
        return;
    NodeList names = AS(VarDecl, VAR_DECL, d->node)->names;
    Scope *s = NULL;
    for (int i = 0; i < names.n; i++) {
        Name name = AS(Ident, IDENT, names.at[i])->name;
        Object *old = name == c->blank ? NULL : scope_lookup(before, name, NO_POS, NULL);
        if (!old)
            continue;
        if (!s)
            s = scope_new(c->arena, k->pkg->scope);
        hashmap_set(&s->names, c->arena, name, old);
    }
    if (s)
        d->file_scope = s;
}

static void undo_methods(MethodChanges *changes)
{
    for (int i = changes->n; i-- > 0;) {
        MethodChange *m = &changes->at[i];
        if (m->before)
            m->named->named.methods[m->index] = m->before;
        else
            m->named->named.n_methods = m->index;
    }
}

static void note_methods(CheckedInput *out, Checker *c, const MethodChanges *changes)
{
    for (int i = 0; i < changes->n; i++) {
        MethodChange *m = &changes->at[i];
        vec_push(&out->methods, c->arena, m->named->named.methods[m->index]);
        if (m->before)
            vec_push(&out->replaced, c->arena, m->before);
        bool seen = false;
        for (int j = 0; j < out->changed.n; j++)
            seen |= out->changed.at[j] == m->named;
        if (!seen)
            vec_push(&out->changed, c->arena, m->named);
    }
}

bool check_input(Checker *c, Package *pkg, NodeList nodes, AstIds *ids, CheckedInput *out)
{
    *out = (CheckedInput){0};
    CheckRun run = check_run_begin(c, pkg);
    int errors = c->diags->errors;
    InputCheck k = {.c = c, .pkg = pkg, .ids = ids};
    Scope *before = pkg->scope;
    int objects = pkg->objects.n, inits = pkg->init_funcs.n, blanks = pkg->blank_funcs.n;
    pkg->scope = scope_new(c->arena, before);
    MethodChanges changes = {0};
    for (int i = 0; i < nodes.n; i++)
        sort_node(&k, nodes.at[i]);
    bool ok = c->diags->errors == errors;
    if (ok) {
        collect_input(c, pkg, (NodeList){k.decls.at, k.decls.n}, &changes);
        for (int i = objects; i < pkg->objects.n; i++)
            look_back(&k, pkg->objects.at[i], before);
        check_direct_cycles(c, pkg);
        for (int i = objects; i < pkg->objects.n; i++)
            if (pkg->objects.at[i]->kind == OBJ_TYPE_NAME)
                resolve_object(c, pkg->objects.at[i]);
        for (int i = objects; i < pkg->objects.n; i++)
            resolve_object(c, pkg->objects.at[i]);
        check_process_delayed(c, run.delayed);
        if (k.body.n > 0)
            out->func = input_func(&k);
        check_process_delayed(c, run.delayed);
        check_untyped_rest(c);
        ok = c->diags->errors == errors;
    }
    if (ok) {
        for (int i = 0; i < pkg->scope->list.n; i++)
            vec_push(&out->declared, c->arena, pkg->scope->list.at[i]);
        note_methods(out, c, &changes);
        if (pkg->scope->list.n == 0 && !pkg->scope->find_lazy)
            pkg->scope = before;
    } else {
        undo_methods(&changes);
        pkg->scope = before;
        pkg->objects.n = objects;
        pkg->init_funcs.n = inits;
        pkg->blank_funcs.n = blanks;
    }
    check_run_end(c, &run);
    return ok;
}

Object *check_auto_import(Checker *c, Package *pkg, Scope *s, Package *imported)
{
    Object *o = object_new(c, OBJ_PKG_NAME, NO_POS, pkg, imported->name, c->invalid);
    o->pkg_name.imported = imported;
    o->used = true;
    Object *there = scope_insert(c->arena, s, o);
    return there ? there : o;
}

Object *check_new_variable(Checker *c, Package *pkg, Name name, Type *type)
{
    Object *o = object_new(c, OBJ_VAR, NO_POS, pkg, name, type);
    o->state = OBJ_RESOLVED;
    o->used = true;
    o->var.is_global = true;
    return o;
}

bool check_undo(Checker *c, Package *pkg)
{
    Scope *s = pkg->scope;
    if (!s->parent || s->parent == c->universe || s->parent->parent == c->universe)
        return false;
    pkg->scope = s->parent;
    return true;
}

// decl.c: what a declaration makes of its object: type, value, methods. Package-level ones when first asked for, local ones in place.
// Way: resolve_object is the one door; it notes the object on c->path, so that whoever asks for it again meanwhile has a cycle.
// Sources: Go specification, "Declarations and scope".
#include "types/checker.h"

void declare(Checker *c, Scope *scope, Node *ident, Object *o, Pos scope_pos)
{
    if (o->name != c->blank) {
        Object *other = scope_insert(c->arena, scope, o);
        if (other) {
            if (other->pos)
                check_error(c, o->pos, "%s redeclared in this block\n\t%s: other declaration of %s", o->name->text,
                            pos_text(c, other->pos), other->name->text);
            else
                check_error(c, o->pos, "%s redeclared in this block", o->name->text);
            return;
        }
        if (!o->parent)
            o->parent = scope;
        o->scope_pos = scope_pos;
    }
    if (ident)
        record_def(c, ident, o);
}

// -- constants and variables

void check_const_decl(Checker *c, Object *o, Node *type, Node *init, bool inherited)
{
    Const *saved_iota = c->env.iota;
    Pos saved_err_pos = c->env.err_pos;
    c->env.iota = o->value;
    c->env.err_pos = NO_POS;
    o->value = const_unknown(c->consts);
    if (type) {
        Type *t = check_type(c, type);
        if (!type_is_const_type(t)) {
            if (type_is_valid(type_under(t)))
                check_error(c, error_pos(type), "invalid constant type %s", type_text(c, t));
            o->type = c->invalid;
            goto done;
        }
        o->type = t;
    }
    Operand x = {0};
    if (init) {
        if (inherited)
            c->env.err_pos = o->pos;
        check_expr(c, NULL, &x, init);
    } else {
        x.mode = MODE_INVALID;
    }
    check_init_const(c, o, &x);
done:
    c->env.iota = saved_iota;
    c->env.err_pos = saved_err_pos;
}

void check_var_decl(Checker *c, Object *o, Object **lhs, int n, Node *type, Node *init)
{
    if (type)
        o->type = check_var_type(c, type);
    if (!init) {
        if (!type)
            o->type = c->invalid; // reported as a missing initialiser
        return;
    }
    if (o->decl) {
        // In an embedded package an initialiser is only looked at when the variable is used, or for its type.
        if (type && o->pkg->is_std)
            return;
        o->decl->init_checked = true;
    }
    if (n <= 1) {
        Operand x = {0};
        check_expr(c, o->type, &x, init);
        check_init_var(c, o, &x, "variable declaration");
        return;
    }
    if (type)
        for (int i = 0; i < n; i++)
            lhs[i]->type = o->type;
    check_init_vars(c, lhs, n, (NodeList){&init, 1}, NULL);
}

void check_arity(Checker *c, Pos pos, NodeList names, NodeList values, bool is_const, bool inherited)
{
    if (names.n < values.n) {
        Node *extra = values.at[names.n];
        if (inherited)
            check_error(c, pos, "extra init expr at %s", pos_text(c, extra->pos));
        else
            check_error(c, error_pos(extra), "extra init expr %s", expr_text(c, extra));
    } else if (names.n > values.n && (is_const || values.n != 1)) {
        Node *name = names.at[values.n];
        check_error(c, error_pos(name), "missing init expr for %s", AS(Ident, IDENT, name)->name->text);
    }
}

// -- types

static void run_valid_type(Checker *c, void *data)
{
    Object *o = data;
    Type *t = o->type ? type_unalias(o->type) : NULL;
    if (t && t->kind == TYPE_NAMED)
        check_valid_type(c, t);
}

// A type parameter list: not supported yet. One message, and then the declaration stays silent.
static void refuse_type_params(Checker *c, Node *decl, NodeList type_params, DeclInfo *info)
{
    check_error(c, error_pos(type_params.at[0]), "type parameters are not supported yet");
    Scope *file_scope = c->env.scope;
    while (file_scope && file_scope->parent && file_scope->parent->parent != c->universe)
        file_scope = file_scope->parent;
    mark_imports_used(c, info ? info->file_scope : file_scope, decl);
    if (info)
        info->generic = true;
}

void check_type_decl(Checker *c, Object *o, Node *type_decl)
{
    TypeDecl *d = AS(TypeDecl, TYPE_DECL, type_decl);
    if (d->type_params.n > 0) {
        o->type = c->invalid;
        refuse_type_params(c, type_decl, d->type_params, o->decl);
        return;
    }
    check_later(c, run_valid_type, o);
    if (d->is_alias) {
        Type *alias = type_new(c, TYPE_ALIAS);
        alias->alias.obj = o;
        o->type_name.is_alias = true;
        o->type = alias;
        Type *rhs = check_declared_type(c, d->type, o);
        // A cycle report has given it a type already.
        if (!alias->alias.actual)
            alias->alias.actual = rhs;
        return;
    }
    Type *named = type_new_named(c, o, NULL);
    o->type = named;
    named->named.obj = o;
    Type *rhs = check_declared_type(c, d->type, o);
    if (!named->named.from_rhs)
        named->named.from_rhs = rhs;
}

// -- methods

static void run_field_uniqueness(Checker *c, void *data)
{
    Type *named = data;
    Type *t = type_under(named);
    if (t->kind != TYPE_STRUCT)
        return;
    HashMap methods = {0};
    for (int i = 0; i < named->named.n_methods; i++)
        hashmap_set(&methods, c->arena, named->named.methods[i]->name, named->named.methods[i]);
    for (int i = 0; i < t->strct.n; i++) {
        Object *field = t->strct.fields[i];
        if (field->name == c->blank)
            continue;
        Object *method = hashmap_get(&methods, field->name);
        if (method)
            check_error(c, method->pos, "field and method with the same name %s\n\t%s: other declaration of %s", field->name->text,
                        pos_text(c, field->pos), field->name->text);
    }
}

void add_method(Checker *c, Type *named, Object *method)
{
    NamedInfo *n = &named->named;
    if (n->n_methods == n->cap_methods) {
        int cap = n->cap_methods ? n->cap_methods * 2 : 4;
        n->methods = arena_grow(c->arena, n->methods, sizeof(Object *) * (size_t)n->n_methods, sizeof(Object *) * (size_t)cap);
        n->cap_methods = cap;
    }
    n->methods[n->n_methods++] = method;
}

void collect_methods(Checker *c, Object *o)
{
    DeclInfo *d = o->decl;
    if (!d || d->methods.n == 0)
        return;
    Type *base = type_unalias(o->type);
    if (base->kind == TYPE_NAMED)
        check_later(c, run_field_uniqueness, base);
    HashMap seen = {0};
    for (int i = 0; i < d->methods.n; i++) {
        Object *m = d->methods.at[i];
        void **at = hashmap_at(&seen, c->arena, m->name);
        if (*at) {
            check_error(c, m->pos, "method %s.%s already declared at %s", o->name->text, m->name->text, pos_text(c, ((Object *)*at)->pos));
            continue;
        }
        *at = m;
        if (base->kind == TYPE_NAMED)
            add_method(c, base, m);
    }
}

// -- functions

static void run_body(Checker *c, void *data)
{
    Object *o = data;
    FuncDecl *d = AS(FuncDecl, FUNC_DECL, o->decl->node);
    o->func.body_checked = true;
    check_func_body(c, o->decl, o->name->text, o->type, d->body, NULL);
}

// `func (r T[P]) m()`: fine where T is generic (and was reported); else the reference's complaint.
static void refuse_generic_receiver(Checker *c, Object *o, FuncDecl *d)
{
    bool ptr, generic;
    Node *base = unpack_receiver(AS(Field, FIELD, d->recv)->type, &ptr, &generic);
    o->type = c->invalid;
    o->decl->generic = true;
    const char *cause = NULL;
    check_generic_type(c, base, &cause);
    if (cause)
        check_error(c, error_pos(base), "%s", cause);
    mark_imports_used(c, o->decl->file_scope, &d->node);
}

static void check_func_decl(Checker *c, Object *o)
{
    FuncDecl *d = AS(FuncDecl, FUNC_DECL, o->decl->node);
    bool ptr, generic = false;
    if (d->recv)
        unpack_receiver(AS(Field, FIELD, d->recv)->type, &ptr, &generic);
    if (d->type_params.n > 0) {
        o->type = c->invalid;
        // Of main and init the resolver said so already.
        if (!o->decl->generic)
            refuse_type_params(c, &d->node, d->type_params, o->decl);
        return;
    }
    if (generic) {
        refuse_generic_receiver(c, o, d);
        return;
    }
    Type *sig = type_new(c, TYPE_SIGNATURE);
    sig->sig.params = sig->sig.results = c->empty_tuple;
    o->type = sig; // a cycle finds the empty signature
    check_func_type(c, sig, d->recv, d->type);
    if (sig->sig.recv) {
        bool is_ptr;
        type_deref(sig->sig.recv->type, &is_ptr);
        o->func.has_ptr_recv = is_ptr;
        // A method of a generic type: that was reported, and this is its consequence.
        Object *base = NULL;
        Node *name = unpack_receiver(AS(Field, FIELD, d->recv)->type, &ptr, &generic);
        if (node_is(name, NODE_IDENT))
            base = scope_find(o->pkg->scope, AS(Ident, IDENT, name)->name);
        if (base && base->decl && base->decl->generic) {
            mark_imports_used(c, o->decl->file_scope, &d->node);
            return;
        }
    }
    if (d->body && !o->pkg->is_std)
        check_later(c, run_body, o);
}

// -- the door

static void resolve_on_path(Checker *c, Object *o)
{
    bool valid = check_valid_cycle(c, o);
    switch ((ObjectKind)o->kind) {
    case OBJ_CONST:
    case OBJ_VAR:
        if (!valid || !o->type)
            o->type = c->invalid;
        break;
    case OBJ_TYPE_NAME:
        if (!valid)
            o->type = c->invalid;
        break;
    default: // a function keeps the empty signature
        break;
    }
    if (!o->type)
        o->type = c->invalid;
}

void resolve_object(Checker *c, Object *o)
{
    if (o->state == OBJ_RESOLVING) {
        resolve_on_path(c, o);
        return;
    }
    if (o->type)
        return;
    DeclInfo *d = o->decl;
    if (!d || !check_room(c, o->pos)) {
        o->type = c->invalid;
        return;
    }
    Environment saved = c->env;
    c->env = (Environment){.pkg = o->pkg, .scope = d->file_scope, .version = d->version};
    o->state = OBJ_RESOLVING;
    vec_push(&c->path, c->arena, o);
    switch ((ObjectKind)o->kind) {
    case OBJ_CONST:
        c->env.decl = d;
        o->value = const_int64(c->consts, d->iota);
        check_const_decl(c, o, d->type_expr, d->init, d->inherited);
        break;
    case OBJ_VAR:
        c->env.decl = d;
        check_var_decl(c, o, d->lhs, d->n_lhs, d->type_expr, d->init);
        break;
    case OBJ_TYPE_NAME:
        check_type_decl(c, o, d->node);
        collect_methods(c, o);
        break;
    default:
        check_func_decl(c, o);
        break;
    }
    if (!o->type)
        o->type = c->invalid;
    (void)vec_pop(&c->path);
    o->state = OBJ_RESOLVED;
    c->env = saved;
}

// -- local declarations

static void local_const(Checker *c, ConstDecl *d, ConstDecl *last, bool inherited)
{
    int from = c->delayed.n;
    Object **lhs = ARENA_ARRAY(c->arena, Object *, d->names.n);
    NodeList values = last ? last->values : (NodeList){0};
    for (int i = 0; i < d->names.n; i++) {
        Node *name = d->names.at[i];
        Object *o = object_new(c, OBJ_CONST, name->pos, c->env.pkg, AS(Ident, IDENT, name)->name, NULL);
        o->value = const_int64(c->consts, d->iota);
        lhs[i] = o;
        check_const_decl(c, o, last ? last->type : NULL, i < values.n ? values.at[i] : NULL, inherited);
    }
    check_arity(c, d->node.pos, d->names, values, true, inherited);
    check_process_delayed(c, from);
    Pos scope_pos = node_end(&d->node);
    for (int i = 0; i < d->names.n; i++)
        declare(c, c->env.scope, d->names.at[i], lhs[i], scope_pos);
}

static void local_var(Checker *c, VarDecl *d)
{
    int from = c->delayed.n, n = d->names.n;
    Object **lhs = ARENA_ARRAY(c->arena, Object *, n);
    for (int i = 0; i < n; i++) {
        Node *name = d->names.at[i];
        lhs[i] = object_new(c, OBJ_VAR, name->pos, c->env.pkg, AS(Ident, IDENT, name)->name, NULL);
    }
    for (int i = 0; i < n; i++) {
        if (d->values.n == n) {
            check_var_decl(c, lhs[i], NULL, 0, d->type, d->values.at[i]);
        } else if (d->values.n == 1) {
            check_var_decl(c, lhs[i], lhs, n, d->type, d->values.at[0]);
            break; // it gave all of them their types
        } else if (i > 0 && d->values.n == 0 && d->type) {
            lhs[i]->type = lhs[0]->type;
        } else {
            check_var_decl(c, lhs[i], NULL, 0, d->type, i < d->values.n ? d->values.at[i] : NULL);
        }
    }
    if (!d->type || d->values.n > 0)
        check_arity(c, d->node.pos, d->names, d->values, false, false);
    check_process_delayed(c, from);
    Pos scope_pos = node_end(&d->node);
    for (int i = 0; i < n; i++) {
        if (!lhs[i]->type)
            lhs[i]->type = c->invalid;
        declare(c, c->env.scope, d->names.at[i], lhs[i], scope_pos);
    }
}

static void local_type(Checker *c, TypeDecl *d)
{
    Object *o = object_new(c, OBJ_TYPE_NAME, d->name->pos, c->env.pkg, AS(Ident, IDENT, d->name)->name, NULL);
    o->type_name.is_alias = d->is_alias;
    // Its scope begins at its own name: it may refer to itself.
    declare(c, c->env.scope, d->name, o, d->name->pos);
    vec_push(&c->path, c->arena, o);
    o->state = OBJ_RESOLVING;
    check_type_decl(c, o, &d->node);
    o->state = OBJ_RESOLVED;
    (void)vec_pop(&c->path);
}

void check_decl_stmt(Checker *c, NodeList decls)
{
    ConstDecl *last = NULL; // the spec whose type and values the following ones of its group inherit
    for (int i = 0; i < decls.n; i++) {
        Node *n = decls.at[i];
        switch (n->kind) {
        case NODE_CONST_DECL: {
            ConstDecl *d = AS(ConstDecl, CONST_DECL, n);
            bool inherited = true;
            if (d->iota == 0 || (last && last->group != d->group))
                last = NULL;
            if (d->type || d->values.n > 0) {
                last = d;
                inherited = false;
            } else if (!last) {
                inherited = false;
            }
            local_const(c, d, last, inherited);
            break;
        }
        case NODE_VAR_DECL:
            local_var(c, AS(VarDecl, VAR_DECL, n));
            break;
        case NODE_TYPE_DECL:
            local_type(c, AS(TypeDecl, TYPE_DECL, n));
            break;
        default:
            break;
        }
    }
}

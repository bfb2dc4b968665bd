// save.c: a session as a program.
// Way: functions, types and constants stand at top level; so do variables, whose values are given in main, in the order of the
//   inputs. What was declared anew with another type or signature keeps a name of its own (x_1), so that earlier inputs mean what they meant.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/check.h"
#include "bytecode/code.h"
#include "repl/commands.h"
#include "repl/extent.h"
#include "repl/scan.h"

typedef struct SavedName {
    Object *object;
    struct SavedName *first; // of those that are one thing in the program: variables of a type, functions of a signature
    Name name;     // in the program; of the first one
    Name before;   // in the session
    bool dropped;  // a function in whose place another one stands
    bool declared; // of the first one: a variable that has its declaration
} SavedName;

typedef struct Edit {
    uint32_t offset, len;
    const char *text;
} Edit;

typedef struct Saver {
    Session *s;
    Package *pkg;
    Arena arena;
    HashMap by_object; // Object -> SavedName
    HashMap by_name;   // Name -> the newest SavedName
    VEC(SavedName *) names;
    VEC(Object *) methods; // newest of each base type and name
    VEC(Package *) imports;
    VEC(const char *) import_names; // NULL: its own
    VEC(Edit) edits;
    File *file; // of the node being written
    Buf top, body;
} Saver;

// ---------------------------------------------------------------- names

static Name free_name(Saver *v, Name name)
{
    for (int i = 1;; i++) {
        Name n = intern_text(&v->s->names, arena_printf(&v->arena, "%s_%d", name->text, i));
        if (!hashmap_get(&v->by_name, n))
            return n;
    }
}

static void add_name(Saver *v, Node *ident)
{
    Object *o = node_is(ident, NODE_IDENT) ? info_object(v->s->info, ident) : NULL;
    if (!o || o->kind == OBJ_PKG_NAME || !o->type || hashmap_get(&v->by_object, o))
        return;
    SavedName *n = ARENA_NEW(&v->arena, SavedName), *old = hashmap_get(&v->by_name, o->name);
    *n = (SavedName){.object = o, .first = n, .name = o->name, .before = o->name};
    bool one = old && old->object->kind == o->kind && (o->kind == OBJ_FUNC || o->kind == OBJ_VAR) &&
               types_identical(old->object->type, o->type);
    if (one) {
        n->first = old->first;
        old->dropped = o->kind == OBJ_FUNC;
    } else if (old) {
        old->first->name = free_name(v, o->name);
    }
    hashmap_set(&v->by_object, &v->arena, o, n);
    hashmap_set(&v->by_name, &v->arena, o->name, n);
    vec_push(&v->names, &v->arena, n);
}

static Type *base_of(Object *method)
{
    bool pointer;
    return method->type && method->type->sig.recv ? type_deref(method->type->sig.recv->type, &pointer) : NULL;
}

static void add_method(Saver *v, Node *ident)
{
    Object *m = info_object(v->s->info, ident);
    if (!m || m->kind != OBJ_FUNC)
        return;
    for (int i = 0; i < v->methods.n; i++)
        if (v->methods.at[i]->name == m->name && base_of(v->methods.at[i]) == base_of(m)) {
            v->methods.at[i] = m;
            return;
        }
    vec_push(&v->methods, &v->arena, m);
}

static void collect(Saver *v, Node *n)
{
    NodeList names = {0};
    switch ((NodeKind)n->kind) {
    case NODE_DECL_STMT: {
        NodeList decls = AS(DeclStmt, DECL_STMT, n)->decls;
        for (int i = 0; i < decls.n; i++)
            collect(v, decls.at[i]);
        return;
    }
    case NODE_FUNC_DECL:
        if (AS(FuncDecl, FUNC_DECL, n)->recv)
            add_method(v, AS(FuncDecl, FUNC_DECL, n)->name);
        else
            add_name(v, AS(FuncDecl, FUNC_DECL, n)->name);
        return;
    case NODE_TYPE_DECL:
        add_name(v, AS(TypeDecl, TYPE_DECL, n)->name);
        return;
    case NODE_CONST_DECL:
        names = AS(ConstDecl, CONST_DECL, n)->names;
        break;
    case NODE_VAR_DECL:
        names = AS(VarDecl, VAR_DECL, n)->names;
        break;
    case NODE_ASSIGN_STMT:
        if (AS(AssignStmt, ASSIGN_STMT, n)->op == TOK_DEFINE)
            names = AS(AssignStmt, ASSIGN_STMT, n)->lhs;
        break;
    default:
        return;
    }
    for (int i = 0; i < names.n; i++)
        add_name(v, names.at[i]);
}

// ---------------------------------------------------------------- text

static void add_import(Saver *v, Package *p, const char *name)
{
    for (int i = 0; i < v->imports.n; i++)
        if (v->imports.at[i] == p && v->import_names.at[i] == name)
            return;
    vec_push(&v->imports, &v->arena, p);
    vec_push(&v->import_names, &v->arena, name);
}

static bool note_ident(Node *n, void *data)
{
    Saver *v = data;
    if (!node_is(n, NODE_IDENT))
        return true;
    Object *o = info_object(v->s->info, n);
    if (!o || fileset_file(&v->s->files, n->pos) != v->file)
        return true;
    if (o->kind == OBJ_PKG_NAME && o->pkg_name.imported) {
        add_import(v, o->pkg_name.imported, o->name == o->pkg_name.imported->name ? NULL : o->name->text); // names are unique pointers
        return true;
    }
    SavedName *name = hashmap_get(&v->by_object, o);
    Name shown = AS(Ident, IDENT, n)->name;
    if (name && shown && name->first->name != shown)
        vec_push(&v->edits, &v->arena, ((Edit){n->pos - v->file->base, shown->len, name->first->name->text}));
    return true;
}

static int by_offset(const void *a, const void *b)
{
    const Edit *x = a, *y = b;
    return x->offset < y->offset ? -1 : x->offset > y->offset;
}

// A piece of source text with the program's names in it; `in` is what it is the text of.
static void add_source(Saver *v, Buf *out, Extent e, NodeList in)
{
    if (!e.file)
        return;
    v->file = e.file;
    v->edits.n = 0;
    for (int i = 0; i < in.n; i++)
        node_walk(in.at[i], note_ident, v);
    if (v->edits.n > 0)
        qsort(v->edits.at, (size_t)v->edits.n, sizeof *v->edits.at, by_offset);
    uint32_t at = e.start;
    for (int i = 0; i < v->edits.n; i++) {
        Edit *d = &v->edits.at[i];
        if (d->offset < at || d->offset + d->len > e.end)
            continue;
        buf_add(out, e.file->text + at, d->offset - at);
        buf_add_text(out, d->text);
        at = d->offset + d->len;
    }
    buf_add(out, e.file->text + at, e.end - at);
}

// A statement of main, one step to the right; the lines of raw strings stay where they are.
static void add_statement(Saver *v, Str text)
{
    uint8_t *classes = calloc(text.len + 1, 1);
    if (!classes)
        out_of_memory();
    Scan s = {.classes = classes};
    scan_text(&s, text);
    buf_add_char(&v->body, '\t');
    for (size_t i = 0; i < text.len; i++) {
        buf_add_char(&v->body, text.ptr[i]);
        if (text.ptr[i] == '\n' && classes[i] != TEXT_STRING)
            buf_add_char(&v->body, '\t');
    }
    buf_add_char(&v->body, '\n');
    free(classes);
}

// Packages that a type's text names.
static void import_types(Saver *v, Type *t, int depth)
{
    if (!t || depth > 20)
        return;
    switch ((TypeKind)t->kind) {
    case TYPE_NAMED:
        if (t->named.obj->pkg && t->named.obj->pkg != v->pkg)
            add_import(v, t->named.obj->pkg, NULL);
        for (int i = 0; i < t->named.type_args.n; i++)
            import_types(v, t->named.type_args.at[i], depth + 1);
        break;
    case TYPE_ALIAS:
        if (t->alias.obj->pkg && t->alias.obj->pkg != v->pkg)
            add_import(v, t->alias.obj->pkg, NULL);
        break;
    case TYPE_ARRAY:
        import_types(v, t->array.elem, depth + 1);
        break;
    case TYPE_SLICE:
    case TYPE_POINTER:
        import_types(v, t->elem, depth + 1);
        break;
    case TYPE_CHAN:
        import_types(v, t->chan.elem, depth + 1);
        break;
    case TYPE_MAP:
        import_types(v, t->map.key, depth + 1);
        import_types(v, t->map.elem, depth + 1);
        break;
    case TYPE_TUPLE:
        for (int i = 0; i < t->tuple.n; i++)
            import_types(v, t->tuple.vars[i]->type, depth + 1);
        break;
    case TYPE_SIGNATURE:
        import_types(v, t->sig.params, depth + 1);
        import_types(v, t->sig.results, depth + 1);
        break;
    case TYPE_STRUCT:
        for (int i = 0; i < t->strct.n; i++)
            import_types(v, t->strct.fields[i]->type, depth + 1);
        break;
    default:
        break;
    }
}

// ---------------------------------------------------------------- declarations and statements

static void save_vars(Saver *v, NodeList names, NodeList values, bool failed)
{
    Buf b = {0};
    for (int i = 0; i < names.n; i++) {
        Object *o = info_object(v->s->info, names.at[i]);
        SavedName *n = o ? hashmap_get(&v->by_object, o) : NULL;
        n = n ? n->first : NULL;
        buf_printf(&b, "%s%s", i ? ", " : "", n ? n->name->text : "_");
        if (n && !n->declared) {
            buf_printf(&v->top, "var %s ", n->name->text);
            type_print(&v->top, o->type, v->pkg);
            buf_add_char(&v->top, '\n');
            import_types(v, o->type, 0);
            n->declared = true;
        } else if (n && values.n == 0 && !failed) { // declared once more: zero again
            Buf zero = {0};
            buf_printf(&zero, "%s = *new(", n->name->text);
            type_print(&zero, o->type, v->pkg);
            buf_add_char(&zero, ')');
            add_statement(v, buf_str(&zero));
            buf_done(&zero);
        }
    }
    if (values.n > 0 && !failed) {
        buf_add_text(&b, " = ");
        add_source(v, &b, extent_of_values(v->s, names.at[names.n - 1]->pos), values);
        add_statement(v, buf_str(&b));
    }
    buf_done(&b);
}

static bool is_shown(Node *n)
{
    if (!node_is(n, NODE_EXPR_STMT) || !node_is(AS(ExprStmt, EXPR_STMT, n)->x, NODE_CALL_EXPR))
        return false;
    Node *fun = AS(CallExpr, CALL_EXPR, AS(ExprStmt, EXPR_STMT, n)->x)->fun;
    return node_is(fun, NODE_IDENT) && strchr(AS(Ident, IDENT, fun)->name->text, ' ');
}

static void save_statement(Saver *v, Node *n, Extent e)
{
    Buf b = {0};
    if (is_shown(n)) { // the session has printed it
        Package *fmt = NULL;
        const char *error;
        fmt = v->s->importer.import(&v->s->importer, "fmt", v->pkg, NO_POS, &error);
        if (fmt)
            add_import(v, fmt, NULL);
        buf_add_text(&b, "fmt.Println(");
        add_source(v, &b, e, (NodeList){&n, 1});
        buf_add_char(&b, ')');
    } else {
        add_source(v, &b, e, (NodeList){&n, 1});
    }
    add_statement(v, buf_str(&b));
    buf_done(&b);
}

static void save_function(Saver *v, Node *n, Extent e)
{
    FuncDecl *d = AS(FuncDecl, FUNC_DECL, n);
    Object *o = info_object(v->s->info, d->name);
    if (d->recv) {
        bool newest = false;
        for (int i = 0; i < v->methods.n; i++)
            newest |= v->methods.at[i] == o;
        if (!newest)
            return;
    } else {
        SavedName *name = o ? hashmap_get(&v->by_object, o) : NULL;
        if (!name || name->dropped)
            return;
    }
    buf_add_char(&v->top, '\n');
    add_source(v, &v->top, e, (NodeList){&n, 1});
    buf_add_char(&v->top, '\n');
}

static bool declares_only(NodeList decls, NodeKind kind)
{
    return decls.n > 0 && node_is(decls.at[0], kind);
}

static void save_node(Saver *v, Node *n, Extent e, bool failed)
{
    switch ((NodeKind)n->kind) {
    case NODE_DECL_STMT: {
        NodeList decls = AS(DeclStmt, DECL_STMT, n)->decls;
        if (declares_only(decls, NODE_CONST_DECL) || declares_only(decls, NODE_TYPE_DECL)) {
            buf_add_char(&v->top, '\n');
            add_source(v, &v->top, e, (NodeList){&n, 1});
            buf_add_char(&v->top, '\n');
            return;
        }
        for (int i = 0; i < decls.n; i++)
            save_node(v, decls.at[i], e, failed);
        return;
    }
    case NODE_IMPORT_DECL:
        return; // those that are used are found by their uses
    case NODE_FUNC_DECL:
        save_function(v, n, e);
        return;
    case NODE_VAR_DECL:
        save_vars(v, AS(VarDecl, VAR_DECL, n)->names, AS(VarDecl, VAR_DECL, n)->values, failed);
        return;
    case NODE_ASSIGN_STMT:
        if (AS(AssignStmt, ASSIGN_STMT, n)->op == TOK_DEFINE) {
            save_vars(v, AS(AssignStmt, ASSIGN_STMT, n)->lhs, AS(AssignStmt, ASSIGN_STMT, n)->rhs, failed);
            return;
        }
        break;
    default:
        break;
    }
    if (!failed)
        save_statement(v, n, e);
}

static int by_path(const void *a, const void *b)
{
    return strcmp((*(Package *const *)a)->path, (*(Package *const *)b)->path);
}

static bool write_program(Saver *v, const char *path)
{
    FILE *f = fopen(path, "w");
    if (!f)
        return false;
    fprintf(f, "package main\n\n");
    bool plain = true;
    for (int i = 0; i < v->imports.n; i++)
        plain &= v->import_names.at[i] == NULL;
    if (plain && v->imports.n > 0)
        qsort(v->imports.at, (size_t)v->imports.n, sizeof *v->imports.at, by_path);
    if (v->imports.n > 0) {
        fprintf(f, "import (\n");
        for (int i = 0; i < v->imports.n; i++)
            fprintf(f, "\t%s%s\"%s\"\n", v->import_names.at[i] ? v->import_names.at[i] : "", v->import_names.at[i] ? " " : "",
                    v->imports.at[i]->path);
        fprintf(f, ")\n");
    }
    fprintf(f, "%.*s\nfunc main() {\n%.*s}\n", STR_ARG(buf_str(&v->top)), STR_ARG(buf_str(&v->body)));
    bool ok = !ferror(f);
    return fclose(f) == 0 && ok;
}

static void use_program_names(Saver *v, bool on)
{
    for (int i = 0; i < v->names.n; i++)
        if (v->names.at[i]->object->kind == OBJ_TYPE_NAME)
            v->names.at[i]->object->name = on ? v->names.at[i]->name : v->names.at[i]->before;
}

bool repl_save(Repl *r, const char *path, const char **error)
{
    Saver v = {.s = interactive_session(r->it), .pkg = interactive_package(r->it)};
    arena_init(&v.arena);
    compile_lock();
    for (int i = 0; i < r->kept.n; i++)
        for (int j = 0; j < r->kept.at[i].nodes.n; j++)
            collect(&v, r->kept.at[i].nodes.at[j]);
    for (int i = 0; i < v.names.n; i++) { // func main is the program's own
        SavedName *n = v.names.at[i];
        if (n == n->first && n->object->kind == OBJ_FUNC && (name_is(n->name, "main") || name_is(n->name, "init")))
            n->name = free_name(&v, n->name);
    }
    use_program_names(&v, true);
    for (int i = 0; i < r->kept.n; i++)
        for (int j = 0; j < r->kept.at[i].nodes.n; j++)
            save_node(&v, r->kept.at[i].nodes.at[j], extent_of_node(v.s, r->kept.at[i].nodes, j), r->kept.at[i].failed);
    use_program_names(&v, false);
    compile_unlock();
    bool ok = write_program(&v, path);
    if (!ok)
        *error = strerror(errno);
    buf_done(&v.top);
    buf_done(&v.body);
    arena_done(&v.arena);
    return ok;
}

// save.c: a session as a program.
// Way: functions, types and constants stand at top level; so do variables, whose values are given in main, in the order of the
//   inputs. What was declared anew with another type or signature keeps a name of its own (x_1), so that earlier inputs mean what they meant.
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

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
    HashMap kept;    // number of an input -> Type: of its value, which later ones use by its names `_` and `_12`
    VEC(SavedName *) names;
    VEC(Object *) methods; // newest of each base type and name
    VEC(Package *) imports;
    VEC(const char *) import_names; // NULL: its own
    VEC(Edit) edits;
    File *file; // of the node being written
    Buf top, body;
    bool after_var; // the last declaration of top is a variable's
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

static bool is_kept_value(Saver *v, Object *o)
{
    return o && o->kind == OBJ_VAR && o->var.is_global && o->pkg == v->pkg && !o->decl && o->name->text[0] == '_';
}

static const void *kept_key(int number)
{
    return (const void *)(uintptr_t)number;
}

static bool note_kept_value(Node *n, void *data)
{
    Saver *v = data;
    Object *o = node_is(n, NODE_IDENT) ? info_object(v->s->info, n) : NULL;
    if (is_kept_value(v, o))
        hashmap_set(&v->kept, &v->arena, kept_key(atoi(o->name->text + 1)), o->type);
    return true;
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
    if (is_kept_value(v, o) && shown != o->name)
        vec_push(&v->edits, &v->arena, ((Edit){n->pos - v->file->base, shown->len, o->name->text}));
    else if (name && shown && name->first->name != shown)
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

// Steps of indentation: brackets that one line has opened count as one.
static int open_steps(const int *lines, int depth)
{
    int steps = 0;
    for (int i = 0; i < depth && i < SCAN_MAX_OPEN; i++)
        steps += i == 0 || lines[i] != lines[i - 1];
    return steps;
}

// Does it stand one step to the left of the statements around it: a case, a label?
static bool is_label(Str line)
{
    size_t n = 0;
    while (n < line.len && is_word_byte(line.ptr[n]))
        n++;
    bool named = n > 0 && n < line.len && line.ptr[n] == ':' && (n + 1 == line.len || line.ptr[n + 1] == ' ');
    return named || str_has_prefix(line, STR("case "));
}

// Text whose lines are indented as their brackets ask for, and `steps` more; lines of raw strings and comments stay as they are.
static void add_indented(Buf *out, Str text, int steps)
{
    uint8_t *classes = calloc(text.len + 1, 1);
    if (!classes)
        out_of_memory();
    Scan s = {.classes = classes};
    scan_text(&s, text);
    int opened_in[SCAN_MAX_OPEN], depth = 0, n_lines = 0;
    for (size_t i = 0; i < text.len;) {
        bool inside = i > 0 && classes[i - 1] != TEXT_PLAIN && classes[i - 1] == classes[i]; // its newline belongs to something longer
        while (!inside && i < text.len && (text.ptr[i] == ' ' || text.ptr[i] == '\t'))
            i++;
        Str line = {text.ptr + i, 0};
        while (i + line.len < text.len && line.ptr[line.len] != '\n')
            line.len++;
        int closed = 0;
        while ((size_t)closed < line.len && closed < depth && line.ptr[closed] && strchr(")]}", line.ptr[closed]))
            closed++;
        int rest = depth - closed; // `}(` closes the step of its line, though a bracket of that line may be open still
        bool shares = closed > 0 && rest > 0 && rest < SCAN_MAX_OPEN && opened_in[rest - 1] == opened_in[rest];
        int indent = steps + open_steps(opened_in, rest) - shares - is_label(line);
        for (int n = inside || line.len == 0 ? 0 : indent; n > 0; n--)
            buf_add_char(out, '\t');
        buf_add_str(out, line);
        buf_add_char(out, '\n');
        for (size_t j = 0; j < line.len; j++) {
            char c = classes[i + j] == TEXT_PLAIN ? line.ptr[j] : ' ';
            if (c == '(' || c == '[' || c == '{') {
                if (depth < SCAN_MAX_OPEN)
                    opened_in[depth] = n_lines;
                depth++;
            } else if ((c == ')' || c == ']' || c == '}') && depth > 0) {
                depth--;
            }
        }
        n_lines++;
        i += line.len + 1;
    }
    free(classes);
}

static void add_statement(Saver *v, Str text)
{
    add_indented(&v->body, text, 1);
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

static void add_var(Saver *v, const char *name, Type *type)
{
    if (!v->after_var)
        buf_add_char(&v->top, '\n');
    v->after_var = true;
    buf_printf(&v->top, "var %s ", name);
    type_print(&v->top, type, v->pkg);
    buf_add_char(&v->top, '\n');
    import_types(v, type, 0);
}

static void add_declaration(Saver *v, Node *n, Extent e)
{
    Buf b = {0};
    add_source(v, &b, e, (NodeList){&n, 1});
    buf_add_char(&v->top, '\n');
    add_indented(&v->top, buf_str(&b), 0);
    buf_done(&b);
    v->after_var = false;
}

static void save_vars(Saver *v, NodeList names, NodeList values, bool failed)
{
    Buf b = {0};
    for (int i = 0; i < names.n; i++) {
        Object *o = info_object(v->s->info, names.at[i]);
        SavedName *n = o ? hashmap_get(&v->by_object, o) : NULL;
        n = n ? n->first : NULL;
        buf_printf(&b, "%s%s", i ? ", " : "", n ? n->name->text : "_");
        if (n && !n->declared) {
            add_var(v, n->name->text, o->type);
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

// Can the program spell the type?
static bool can_spell_type(Saver *v, Type *t)
{
    bool pointer;
    t = type_unalias(type_deref(t, &pointer));
    return t->kind != TYPE_NAMED || !t->named.obj->pkg || t->named.obj->pkg == v->pkg || name_is_exported(t->named.obj->name);
}

// The value shown has a name that a later input uses.
static void save_kept_value(Saver *v, const char *name, Type *type, Node *x, Extent e)
{
    Type *t = info_type(v->s->info, x).type;
    int n = t && t->kind == TYPE_TUPLE ? t->tuple.n : 1;
    Type *first = n > 1 ? t->tuple.vars[0]->type : t;
    if (!can_spell_type(v, type))
        type = first;
    bool convert = first && !types_identical(first, type) && type_under(first)->kind == TYPE_INTERFACE;
    add_var(v, name, type);
    Buf b = {0};
    if (n > 1)
        buf_add_text(&b, "{\n\tv");
    else
        buf_printf(&b, "%s = %s", name, convert ? "any(" : "");
    for (int i = 1; i < n; i++)
        buf_add_text(&b, ", _");
    buf_add_text(&b, n > 1 ? " := " : "");
    add_source(v, &b, e, (NodeList){&x, 1});
    if (n > 1)
        buf_printf(&b, "\n\t%s = %s", name, convert ? "any(v" : "v");
    if (convert) {
        buf_add_text(&b, ").(");
        type_print(&b, type, v->pkg);
        buf_add_char(&b, ')');
    }
    buf_add_text(&b, n > 1 ? "\n}" : "");
    add_statement(v, buf_str(&b));
    buf_done(&b);
}

static bool find_defer(Node *n, void *data)
{
    bool *found = data;
    if (node_is(n, NODE_CALL_STMT) && AS(CallStmt, CALL_STMT, n)->op == TOK_DEFER)
        *found = true;
    return !node_is(n, NODE_FUNC_LIT);
}

static void save_statement(Saver *v, Node *n, Extent e, int number)
{
    Buf b = {0};
    bool defers = false;
    node_walk(n, find_defer, &defers);
    Node *shown = node_is(n, NODE_EXPR_STMT) ? extent_shown(AS(ExprStmt, EXPR_STMT, n)->x) : NULL;
    if (shown) { // the session has printed it
        Package *fmt = NULL;
        const char *error;
        fmt = v->s->importer.import(&v->s->importer, "fmt", v->pkg, NO_POS, &error);
        if (fmt)
            add_import(v, fmt, NULL);
        Type *kept = hashmap_get(&v->kept, kept_key(number));
        char name[16];
        snprintf(name, sizeof name, "_%d", number);
        if (kept)
            save_kept_value(v, name, kept, shown, e);
        buf_add_text(&b, "fmt.Println(");
        if (kept)
            buf_add_text(&b, name);
        else
            add_source(v, &b, e, (NodeList){&n, 1});
        buf_add_char(&b, ')');
    } else if (defers) { // deferred calls run at the end of their input
        buf_add_text(&b, "func() {\n\t");
        add_source(v, &b, e, (NodeList){&n, 1});
        buf_add_text(&b, "\n}()");
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
    add_declaration(v, n, e);
}

static bool declares_only(NodeList decls, NodeKind kind)
{
    return decls.n > 0 && node_is(decls.at[0], kind);
}

static void save_node(Saver *v, Node *n, Extent e, const JournalEntry *run)
{
    switch ((NodeKind)n->kind) {
    case NODE_DECL_STMT: {
        NodeList decls = AS(DeclStmt, DECL_STMT, n)->decls;
        if (declares_only(decls, NODE_CONST_DECL) || declares_only(decls, NODE_TYPE_DECL)) {
            add_declaration(v, n, e);
            return;
        }
        for (int i = 0; i < decls.n; i++)
            save_node(v, decls.at[i], e, run);
        return;
    }
    case NODE_IMPORT_DECL:
        return; // those that are used are found by their uses
    case NODE_FUNC_DECL:
        save_function(v, n, e);
        return;
    case NODE_VAR_DECL:
        save_vars(v, AS(VarDecl, VAR_DECL, n)->names, AS(VarDecl, VAR_DECL, n)->values, run->failed);
        return;
    case NODE_ASSIGN_STMT:
        if (AS(AssignStmt, ASSIGN_STMT, n)->op == TOK_DEFINE) {
            save_vars(v, AS(AssignStmt, ASSIGN_STMT, n)->lhs, AS(AssignStmt, ASSIGN_STMT, n)->rhs, run->failed);
            return;
        }
        break;
    default:
        break;
    }
    if (!run->failed)
        save_statement(v, n, e, (int)run->number);
}

static int by_path(const void *a, const void *b)
{
    return strcmp((*(Package *const *)a)->path, (*(Package *const *)b)->path);
}

// gofmt does the rest, where it is installed.
static void format_program(const char *path)
{
    const char *const args[] = {"gofmt", "-w", path, NULL};
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    for (int fd = 0; fd < 3; fd++)
        posix_spawn_file_actions_addopen(&files, fd, "/dev/null", O_RDWR, 0);
    pid_t pid;
    if (posix_spawnp(&pid, args[0], &files, NULL, (char *const *)args, environ) == 0)
        while (waitpid(pid, NULL, 0) < 0 && errno == EINTR) {
        }
    posix_spawn_file_actions_destroy(&files);
}

static bool write_program(Saver *v, const char *path)
{
    FILE *f = fopen(path, "w");
    if (!f)
        return false;
    fprintf(f, "package main\n");
    bool plain = true;
    for (int i = 0; i < v->imports.n; i++)
        plain &= v->import_names.at[i] == NULL;
    if (plain && v->imports.n > 0)
        qsort(v->imports.at, (size_t)v->imports.n, sizeof *v->imports.at, by_path);
    if (v->imports.n > 0) {
        fprintf(f, "\nimport (\n");
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

// One input after the other: those that are kept as texts become trees for the time of the call.
typedef struct Pass {
    Saver *v;
    void (*look)(Saver *v, NodeList nodes, const JournalEntry *entry);
    JournalEntry entry;
} Pass;

static void look_at(NodeList nodes, void *data)
{
    Pass *pass = data;
    pass->look(pass->v, nodes, &pass->entry);
}

static void go_through(Repl *r, Saver *v, void (*look)(Saver *v, NodeList nodes, const JournalEntry *entry))
{
    Pass pass = {.v = v, .look = look};
    for (uint64_t at = 0; journal_read(&r->journal, &at, &pass.entry);) {
        if (pass.entry.tree != JOURNAL_NO_TREE)
            look_at(r->inputs.at[pass.entry.tree].nodes, &pass);
        else
            interactive_read_again(r->it, pass.entry.text, &pass.entry.seen, look_at, &pass);
    }
}

static void collect_all(Saver *v, NodeList nodes, const JournalEntry *entry)
{
    for (int i = 0; i < nodes.n; i++) {
        if (entry->tree != JOURNAL_NO_TREE)
            collect(v, nodes.at[i]);
        node_walk(nodes.at[i], note_kept_value, v);
    }
}

static void save_all(Saver *v, NodeList nodes, const JournalEntry *entry)
{
    for (int i = 0; i < nodes.n; i++)
        save_node(v, nodes.at[i], extent_of_node(v->s, nodes, i), entry);
}

bool repl_save(Repl *r, const char *path, const char **error)
{
    Saver v = {.s = interactive_session(r->it), .pkg = interactive_package(r->it)};
    arena_init(&v.arena);
    compile_lock();
    go_through(r, &v, collect_all);
    for (int i = 0; i < v.names.n; i++) { // func main is the program's own
        SavedName *n = v.names.at[i];
        if (n == n->first && n->object->kind == OBJ_FUNC && (name_is(n->name, "main") || name_is(n->name, "init")))
            n->name = free_name(&v, n->name);
    }
    use_program_names(&v, true);
    go_through(r, &v, save_all);
    use_program_names(&v, false);
    compile_unlock();
    bool ok = journal_is_whole(&r->journal) && write_program(&v, path);
    if (!ok)
        *error = journal_is_whole(&r->journal) ? strerror(errno) : "not all of what was typed could be kept: the disk is full";
    else
        format_program(path);
    buf_done(&v.top);
    buf_done(&v.body);
    arena_done(&v.arena);
    return ok;
}

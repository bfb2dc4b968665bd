// interactive.c: runs a session input by input.
// Way: text -> parse_input -> check_input -> what is declared anew takes the place of what it replaces -> the input's function runs as
//   a goroutine (sched_main), which the feeding thread waits for.
// What an input made is given back when nothing refers to it any more (remains.h).
// A last expression is shown by a call of internal/show.Values put around it; a call that gives no value fails to check so, and is then
// taken as it stands.
#include "base/clock.h"
#include "compiler/compile.h"
#include "driver/interactive_state.h"
#include "driver/stats.h"
#include "driver/std.h"
#include "runtime/gc.h"
#include "runtime/sched.h"
#include "stdlib/embed.h"
#include "vm/vm.h"

static const char show_text[] = "show values", show_line_text[] = "show line";

Object *interactive_std_object(Interactive *it, const char *path, const char *name)
{
    Package *pkg = std_package(&it->session, path);
    return pkg ? scope_find(pkg->scope, intern_text(&it->session.names, name)) : NULL;
}

// Where several packages have the name, the one that people mean by it.
static const EmbedPackage *package_by_name(const char *name)
{
    static const char *const preferred[] = {"math/rand", "text/template", "crypto/rand"};
    const EmbedPackage *found = embed_find_package(name);
    for (size_t i = 0; !found && i < COUNT_OF(preferred); i++)
        if (strcmp(strrchr(preferred[i], '/') + 1, name) == 0)
            found = embed_find_package(preferred[i]);
    for (int i = 0; !found && i < embed_n_packages; i++)
        if (strcmp(embed_packages[i].name, name) == 0 && !embed_is_internal(&embed_packages[i]))
            found = &embed_packages[i];
    return found;
}

static Object *find_by_name(Scope *scope, Name name)
{
    Interactive *it = scope->lazy;
    Object *kept = kept_find(&it->kept, name);
    if (kept)
        return kept;
    if (name == it->show_name || name == it->show_line_name)
        return interactive_std_object(it, "internal/show", name == it->show_name ? "Values" : "Line");
    const EmbedPackage *p = package_by_name(name->text);
    if (!p || embed_is_internal(p))
        return NULL;
    return check_auto_import(it->session.checker, it->pkg, scope, std_package(&it->session, p->path));
}

Interactive *interactive_new(const InteractiveOptions *options)
{
    static Interactive the_one; // collected pointers of its scheduler live as long as the process
    Interactive *it = &the_one;
    it->options = *options;
    session_init(&it->session);
    if (!options->strict_names)
        checker_allow_unused(it->session.checker);
    run_set_args(&it->options.run, &it->session);
    run_setup(&it->options.run);
    it->compiler = run_compiler(&it->session, &it->options.run, &it->remains);
    Session *s = &it->session;
    remains_init(&it->remains, s, it->compiler);
    it->show_name = intern_text(&s->names, show_text);
    it->show_line_name = intern_text(&s->names, show_line_text);
    it->pkg = package_new(s->checker, "main", intern_text(&s->names, "main"));
    it->pkg->is_session = true;
    Scope *root = scope_new(&s->arena, it->pkg->scope->parent);
    root->find_lazy = find_by_name;
    root->lazy = it;
    it->pkg->scope = scope_new(&s->arena, root);
    it->kept = (Kept){.session = s, .compiler = it->compiler, .pkg = it->pkg, .remains = &it->remains};
    return it;
}

Session *interactive_session(Interactive *it)
{
    return &it->session;
}

void interactive_forget_messages(Interactive *it)
{
    diag_drop(&it->session.diags, 0);
    it->session.diags.errors = 0;
}

void interactive_set_name(char name[INPUT_NAME_BYTES], int number)
{
    snprintf(name, INPUT_NAME_BYTES, "input %d", number);
}

int interactive_number(const Interactive *it)
{
    return it->number + 1;
}

Kept *interactive_kept(Interactive *it)
{
    return &it->kept;
}

Package *interactive_package(Interactive *it)
{
    return it->pkg;
}

// ---------------------------------------------------------------- replacing

static void note_stale(Interactive *it, Object *func, Object *because)
{
    Session *s = &it->session;
    const char *why = arena_printf(&s->arena, "%s is stale: it uses %s, which was declared anew with another %s", func->name->text,
                                   because->name->text, because->kind == OBJ_FUNC ? "signature" : "type");
    compile_make_stale(it->compiler, func, why);
    vec_push(&it->notes, &s->arena, why);
}

// Functions checked before that name `old` cannot use what stands in its place now.
static void make_users_stale(Interactive *it, Object *old, int n_before)
{
    for (int i = 0; i < n_before; i++) {
        Object *o = it->pkg->objects.at[i];
        if (o->kind != OBJ_FUNC)
            continue;
        int n;
        Object **deps = check_dependencies(o, &n);
        for (int j = 0; j < n; j++)
            if (deps[j] == old) {
                note_stale(it, o, old);
                break;
            }
    }
}

static void replace_object(Interactive *it, Object *old, Object *fresh, int n_before)
{
    if (!old || old->pkg != it->pkg || old->kind != fresh->kind || !old->type || !fresh->type)
        return;
    bool same = types_identical(old->type, fresh->type);
    if (fresh->kind == OBJ_FUNC && same)
        compile_redirect(it->compiler, old, fresh);
    else if (fresh->kind == OBJ_VAR && same)
        compile_share_variable(it->compiler, old, fresh);
    else if (fresh->kind == OBJ_FUNC || fresh->kind == OBJ_VAR)
        make_users_stale(it, old, n_before);
}

static Type *receiver_base(Object *method)
{
    bool pointer;
    return type_deref(method->type->sig.recv->type, &pointer);
}

static void replace_all(Interactive *it, Scope *before, int n_before)
{
    CheckedInput *in = &it->input;
    for (int i = 0; i < in->declared.n; i++) {
        Object *fresh = in->declared.at[i];
        if (fresh->name->text[0] != '_' || fresh->name->len > 1)
            replace_object(it, scope_lookup(before, fresh->name, NO_POS, NULL), fresh, n_before);
    }
    for (int i = 0; i < in->replaced.n; i++)
        for (int j = 0; j < in->methods.n; j++) {
            Object *old = in->replaced.at[i], *fresh = in->methods.at[j];
            if (old->name == fresh->name && old->type && old->type->sig.recv && fresh->type->sig.recv &&
                types_identical(receiver_base(old), receiver_base(fresh))) {
                if (types_identical(old->type, fresh->type) && old->func.has_ptr_recv == fresh->func.has_ptr_recv)
                    compile_redirect(it->compiler, old, fresh);
                else
                    make_users_stale(it, old, n_before);
            }
        }
    for (int i = 0; i < in->changed.n; i++)
        compile_methods_changed(it->compiler, in->changed.at[i]);
}

// ---------------------------------------------------------------- evaluating

static __attribute__((format(printf, 2, 3))) void report(DiagSink *diags, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    diag_verror(diags, NO_POS, fmt, ap);
    va_end(ap);
}

// Calls of fmt's functions that print: their results are nobody's interest.
static bool is_printing(Interactive *it, Node *x)
{
    x = node_unparen(x);
    if (!node_is(x, NODE_CALL_EXPR) || !node_is(AS(CallExpr, CALL_EXPR, x)->fun, NODE_SELECTOR_EXPR))
        return false;
    SelectorExpr *f = AS(SelectorExpr, SELECTOR_EXPR, AS(CallExpr, CALL_EXPR, x)->fun);
    if (!node_is(f->x, NODE_IDENT) || !node_is(f->sel, NODE_IDENT))
        return false;
    Name name = AS(Ident, IDENT, f->sel)->name;
    if (!str_has_prefix(name_str(name), STR("Print")) && !str_has_prefix(name_str(name), STR("Fprint")))
        return false;
    Object *pkg = scope_lookup(it->pkg->scope, AS(Ident, IDENT, f->x)->name, NO_POS, NULL);
    return pkg && pkg->kind == OBJ_PKG_NAME && strcmp(pkg->pkg_name.imported->path, "fmt") == 0;
}

Node *interactive_new_name(Interactive *it, Pos pos, Name name)
{
    Session *s = &it->session;
    Ident *n = ARENA_NEW(&s->arena, Ident);
    n->node = (Node){.kind = NODE_IDENT, .pos = pos, .id = s->ids.next++};
    n->name = name;
    return &n->node;
}

Node *interactive_show_call(Interactive *it, Name function, Node *x, Node *y)
{
    Session *s = &it->session;
    CallExpr *call = ARENA_NEW(&s->arena, CallExpr);
    call->node = (Node){.kind = NODE_CALL_EXPR, .pos = x->pos, .id = s->ids.next++};
    call->fun = interactive_new_name(it, x->pos, function);
    call->args = (NodeList){ARENA_ARRAY(&s->arena, Node *, 2), y ? 2 : 1};
    call->args.at[0] = x;
    call->args.at[1] = y;
    call->rparen = node_end(x);
    ExprStmt *shown = ARENA_NEW(&s->arena, ExprStmt);
    shown->node = (Node){.kind = NODE_EXPR_STMT, .pos = x->pos, .id = s->ids.next++};
    shown->x = &call->node;
    return &shown->node;
}

// The last node, if it is an expression whose value can be shown: the call around it.
static bool wrap_last(Interactive *it, NodeList *nodes)
{
    if (nodes->n == 0 || !node_is(nodes->at[nodes->n - 1], NODE_EXPR_STMT))
        return false;
    ExprStmt *stmt = AS(ExprStmt, EXPR_STMT, nodes->at[nodes->n - 1]);
    Node *x = stmt->x;
    if (is_printing(it, x))
        return false;
    nodes->at[nodes->n - 1] = interactive_show_call(it, it->show_name, x, NULL);
    return true;
}

File *interactive_add_text(Interactive *it, const char *name, Str text)
{
    Session *s = &it->session;
    File *file = fileset_add_in(&s->files, &s->arena, name, text);
    if (!file)
        report(&s->diags, "the session has no places left for a text of %zu bytes", text.len);
    return file;
}

bool interactive_check(Interactive *it, File *file, bool show, EvalResult *r, bool *shows)
{
    Session *s = &it->session;
    NodeList nodes = {0};
    int64_t began = clock_ns();
    ParseState state = file ? parse_input(&s->parse, file, &nodes) : PARSE_WRONG;
    s->spent.parse += clock_ns() - began;
    switch (state) {
    case PARSE_UNFINISHED:
        r->status = EVAL_UNFINISHED;
        return false;
    case PARSE_WRONG:
        r->status = EVAL_WRONG;
        return false;
    case PARSE_COMPLETE:
        break;
    }
    if (nodes.n == 0) {
        r->status = EVAL_EMPTY;
        return false;
    }
    r->nodes = nodes;
    bool is_call = node_is(nodes.at[nodes.n - 1], NODE_EXPR_STMT) &&
                   node_is(node_unparen(AS(ExprStmt, EXPR_STMT, nodes.at[nodes.n - 1])->x), NODE_CALL_EXPR);
    bool wrapped = show && wrap_last(it, &nodes);
    if (shows)
        *shows = wrapped;
    int messages = diag_mark(&s->diags);
    began = clock_ns();
    r->status = check_input(s->checker, it->pkg, nodes, &s->ids, &it->input) ? EVAL_DONE : EVAL_WRONG;
    s->spent.check += clock_ns() - began;
    if (r->status == EVAL_DONE)
        return true;
    if (!wrapped || !is_call)
        return false;
    diag_drop(&s->diags, messages); // perhaps only because the call gives no value
    return interactive_check(it, file, false, r, shows);
}

// A constant that fits no type's values is shown by what the checker knows of it. false: the text is none.
static bool show_constant(Interactive *it, Str text)
{
    Session *s = &it->session;
    if (s->diags.list.n != 1 || !strstr(s->diags.list.at[0].text, show_text))
        return false;
    while (text.len > 0 && strchr(" \t\n;", text.ptr[text.len - 1]))
        text.len--;
    TypeAndValue tv = interactive_type_at(it, text, 0, text.len, NULL);
    if (tv.mode != MODE_CONST || !tv.value)
        return false;
    Buf b = {0};
    compile_lock();
    const_print(&b, tv.value);
    buf_add_text(&b, " (untyped ");
    type_print(&b, tv.type, it->pkg);
    compile_unlock();
    printf("%.*s constant)\n", STR_ARG(buf_str(&b)));
    buf_done(&b);
    return true;
}

static void run_func(Interactive *it, Func *f, EvalResult *r)
{
    Session *s = &it->session;
    r->exit_status = sched_main(f->closure);
    if (r->exit_status != 0)
        r->status = EVAL_FAILED;
    Pos at = vm_take_interrupted_at();
    if (at && r->exit_status == INTERRUPTED_STATUS) {
        compile_lock();
        r->interrupted_at = fileset_place(&s->files, at);
        compile_unlock();
    }
}

static void print_stats(Interactive *it, int64_t began)
{
    if (it->options.run.stats)
        stats_print(&it->session, it->compiler, clock_ns() - began, it->options.run.stats == STATS_JSON, stderr);
}

// What an input declared lasts.
typedef struct Extents {
    Scope *scope;
    int objects, inits, blanks;
} Extents;

static Extents extents_of(const Package *pkg)
{
    return (Extents){pkg->scope, pkg->objects.n, pkg->init_funcs.n, pkg->blank_funcs.n};
}

static bool declares(Interactive *it, const Extents *before)
{
    Extents now = extents_of(it->pkg);
    return now.scope != before->scope || now.objects != before->objects || now.inits != before->inits || now.blanks != before->blanks ||
           it->input.methods.n > 0;
}

// Runs the functions that it is made of.
static void run_input(Interactive *it, Func *const *funcs, int n, EvalResult *r)
{
    int64_t began = clock_ns();
    for (int i = 0; i < n && r->status == EVAL_DONE; i++)
        run_func(it, funcs[i], r);
    print_stats(it, began);
}

EvalResult interactive_eval(Interactive *it, const char *name, Str text)
{
    Session *s = &it->session;
    EvalResult r = {.status = EVAL_DONE, .input = &it->input};
    compile_lock();
    interactive_forget_messages(it);
    memset(&it->notes, 0, sizeof it->notes);
    it->input = (CheckedInput){0};
    kept_forget_asked(&it->kept);
    bool parcel = remains_begin(&it->remains, true);
    r.number = ++it->number;
    char numbered[INPUT_NAME_BYTES];
    interactive_set_name(numbered, it->number);
    Extents before = extents_of(it->pkg);
    bool shows;
    bool ok = interactive_check(it, interactive_add_text(it, name ? name : numbered, text), it->options.show_values, &r, &shows);
    VEC(Func *) run = {0};
    bool lasts = false;
    if (ok) {
        if (shows && it->keeps_going)
            kept_begin(&it->kept, it->number);
        replace_all(it, before.scope, before.objects);
        if (it->input.func)
            vec_push(&run, &s->arena, compile_func(it->compiler, it->input.func));
        for (int i = before.inits; i < it->pkg->init_funcs.n; i++)
            vec_push(&run, &s->arena, compile_func(it->compiler, it->pkg->init_funcs.at[i]));
        lasts = r.declares = declares(it, &before);
        r.notes = it->notes.at;
        r.n_notes = it->notes.n;
        r.seen = (InputSeen){it->pkg->scope, it->kept.asked.at, it->kept.asked.n};
    }
    compile_unlock();
    if (ok) {
        run_input(it, run.at, run.n, &r);
    } else if (r.status == EVAL_WRONG && it->options.show_values && show_constant(it, text)) {
        it->input = (CheckedInput){0};
        r.status = EVAL_DONE;
    }
    if (parcel) {
        compile_lock();
        remains_end(&it->remains, lasts);
        compile_unlock();
    }
    return r;
}

bool interactive_undo(Interactive *it)
{
    compile_lock();
    bool done = check_undo(it->session.checker, it->pkg);
    compile_unlock();
    return done;
}

void interactive_keep_going(Interactive *it)
{
    it->keeps_going = true;
    sched_set_session();
    compile_lock();
    remains_start(&it->remains, it->options.run.gc_stress);
    compile_unlock();
}


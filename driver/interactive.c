// interactive.c: runs a session input by input.
// Way: text -> parse_input -> check_input -> what is declared anew takes the place of what it replaces -> the input's function runs as
//   a goroutine (sched_main), which the feeding thread waits for.
// An input that an earlier one was already, word for word, runs what was made of that one (repeat.h).
// A last expression is shown by a call of internal/show.Values put around it; a call that gives no value fails to check so, and is then
// taken as it stands.
#include "driver/interactive.h"

#include "base/clock.h"
#include "compiler/compile.h"
#include "driver/repeat.h"
#include "driver/stats.h"
#include "driver/std.h"
#include "runtime/args.h"
#include "runtime/gc.h"
#include "runtime/sched.h"
#include "stdlib/embed.h"
#include "vm/vm.h"

struct Interactive {
    InteractiveOptions options;
    Session session;
    Compiler *compiler;
    Package *pkg;
    Name show_name, show_line_name;
    CheckedInput input;
    VEC(const char *) notes;
    Kept kept;
    Repeats repeats;
    int number; // of the newest input
    bool keeps_going; // a session of people, not a script
    File *dropped; // of the last input, if that was no Go: forgotten with its messages
};

// The names by which calls that show values find their functions: no program can spell them.
static const char show_text[] = "show values", show_line_text[] = "show line";

static Object *std_object(Session *s, const char *path, const char *name)
{
    Package *pkg = std_package(s, path);
    return pkg ? scope_find(pkg->scope, intern_text(&s->names, name)) : NULL;
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
        return std_object(&it->session, "internal/show", name == it->show_name ? "Values" : "Line");
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
    it->compiler = run_compiler(&it->session, &it->options.run);
    Session *s = &it->session;
    it->show_name = intern_text(&s->names, show_text);
    it->show_line_name = intern_text(&s->names, show_line_text);
    it->pkg = package_new(s->checker, "main", intern_text(&s->names, "main"));
    it->pkg->is_session = true;
    Scope *root = scope_new(&s->arena, it->pkg->scope->parent);
    root->find_lazy = find_by_name;
    root->lazy = it;
    it->pkg->scope = scope_new(&s->arena, root);
    it->kept = (Kept){.session = s, .compiler = it->compiler, .pkg = it->pkg};
    return it;
}

Session *interactive_session(Interactive *it)
{
    return &it->session;
}

static void forget_messages(Session *s)
{
    diag_drop(&s->diags, 0);
    s->diags.errors = 0;
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

static Node *new_name(Session *s, Pos pos, Name name)
{
    Ident *n = ARENA_NEW(&s->arena, Ident);
    n->node = (Node){.kind = NODE_IDENT, .pos = pos, .id = s->ids.next++};
    n->name = name;
    return &n->node;
}

// The statement `function(x)` or `function(x, y)`.
static Node *show_call(Interactive *it, Name function, Node *x, Node *y)
{
    Session *s = &it->session;
    CallExpr *call = ARENA_NEW(&s->arena, CallExpr);
    call->node = (Node){.kind = NODE_CALL_EXPR, .pos = x->pos, .id = s->ids.next++};
    call->fun = new_name(s, x->pos, function);
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
    nodes->at[nodes->n - 1] = show_call(it, it->show_name, x, NULL);
    return true;
}

// The name of a file that is known by its input's number, in memory where it can be changed.
static char *new_input_name(Interactive *it, File *file)
{
    char *name = ARENA_ARRAY(&it->session.arena, char, REPEAT_NAME_BYTES);
    repeat_set_name(name, it->number);
    file->name = name;
    return name;
}

// *again gets what the input leaves for others like it; its name is NULL if it has a name of its own.
static bool parse_and_check(Interactive *it, File *file, bool show, EvalResult *r, Repeat *again)
{
    Session *s = &it->session;
    NodeList nodes = {0};
    int64_t began = clock_ns();
    ArenaMark mark = arena_mark(&s->arena);
    ParseState state = parse_input(&s->parse, file, &nodes);
    s->spent.parse += clock_ns() - began;
    if (state != PARSE_COMPLETE || nodes.n == 0) { // nobody knows what there is of the tree
        arena_rewind(&s->arena, mark);
        it->dropped = file;
    }
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
    again->nodes = nodes;
    if (again->name)
        again->name = new_input_name(it, file);
    bool is_call = node_is(nodes.at[nodes.n - 1], NODE_EXPR_STMT) &&
                   node_is(node_unparen(AS(ExprStmt, EXPR_STMT, nodes.at[nodes.n - 1])->x), NODE_CALL_EXPR);
    bool wrapped = show && wrap_last(it, &nodes);
    again->shows = wrapped && it->keeps_going;
    if (again->shows)
        kept_begin(&it->kept, it->number);
    int messages = diag_mark(&s->diags);
    began = clock_ns();
    r->status = check_input(s->checker, it->pkg, nodes, &s->ids, &it->input) ? EVAL_DONE : EVAL_WRONG;
    s->spent.check += clock_ns() - began;
    if (r->status == EVAL_DONE)
        return true;
    if (!wrapped || !is_call)
        return false;
    diag_drop(&s->diags, messages); // perhaps only because the call gives no value
    return parse_and_check(it, file, false, r, again);
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

static EvalResult eval_again(Interactive *it, const Repeat *again)
{
    EvalResult r = {.status = again->func ? EVAL_DONE : EVAL_WRONG, .number = it->number, .nodes = again->nodes, .input = &it->input};
    repeat_set_name(again->name, it->number);
    it->input = (CheckedInput){0};
    if (again->shows)
        kept_begin(&it->kept, it->number);
    repeat_report(again, &it->session.diags);
    compile_unlock();
    if (again->func) {
        int64_t began = clock_ns();
        run_func(it, again->func, &r);
        print_stats(it, began);
    }
    return r;
}

EvalResult interactive_eval(Interactive *it, const char *name, Str text)
{
    Session *s = &it->session;
    EvalResult r = {.status = EVAL_DONE};
    it->notes.n = 0;
    compile_lock();
    forget_messages(s);
    if (it->dropped) // its messages are gone now
        fileset_forget(&s->files, it->dropped);
    it->dropped = NULL;
    r.number = ++it->number;
    const Repeat *known = name ? NULL : repeats_find(&it->repeats, text);
    if (known)
        return eval_again(it, known);
    char numbered[REPEAT_NAME_BYTES];
    repeat_set_name(numbered, it->number);
    File *file = fileset_add(&s->files, name ? name : numbered, text);
    Repeat again = {.file = file, .name = name ? NULL : numbered};
    Scope *before = it->pkg->scope;
    int n_before = it->pkg->objects.n, inits = it->pkg->init_funcs.n;
    it->kept.asked = false;
    bool ok = parse_and_check(it, file, it->options.show_values, &r, &again);
    VEC(Func *) run = {0};
    bool repeats = again.name && it->keeps_going && !it->kept.asked && repeat_is_possible(again.nodes);
    if (ok) {
        replace_all(it, before, n_before);
        if (it->input.func)
            vec_push(&run, &s->arena, compile_func(it->compiler, it->input.func));
        for (int i = inits; i < it->pkg->init_funcs.n; i++)
            vec_push(&run, &s->arena, compile_func(it->compiler, it->pkg->init_funcs.at[i]));
        if (it->pkg->scope != before || it->pkg->objects.n != n_before || it->input.methods.n > 0) {
            repeats_forget(&it->repeats);
        } else if (repeats && run.n == 1) {
            again.func = run.at[0];
            repeats_add(&it->repeats, &again, &s->diags);
        }
    }
    compile_unlock();
    if (!ok && r.status == EVAL_WRONG && it->options.show_values && show_constant(it, text)) {
        it->input = (CheckedInput){0};
        r.status = EVAL_DONE;
    } else if (!ok) {
        if (r.status == EVAL_WRONG && repeats && again.nodes.n > 0) {
            compile_lock();
            repeats_add(&it->repeats, &again, &s->diags);
            compile_unlock();
        }
        return r;
    }
    r.input = &it->input;
    r.notes = it->notes.at;
    r.n_notes = it->notes.n;
    int64_t began = clock_ns();
    for (int i = 0; i < run.n && r.status == EVAL_DONE; i++)
        run_func(it, run.at[i], &r);
    print_stats(it, began);
    return r;
}

EvalStatus interactive_probe(Interactive *it, Str text)
{
    // All of its own but the names: it is asked at each line.
    Arena arena;
    FileSet files;
    DiagSink diags;
    AstIds ids = {.next = 1};
    arena_init(&arena);
    fileset_init(&files);
    diag_init(&diags, &files);
    ParseContext context = {.arena = &arena, .names = &it->session.names, .files = &files, .diags = &diags, .ids = &ids};
    NodeList nodes = {0};
    compile_lock();
    ParseState state = parse_input(&context, fileset_add(&files, "input", text), &nodes);
    compile_unlock();
    diag_done(&diags);
    fileset_done(&files);
    arena_done(&arena);
    if (state == PARSE_UNFINISHED)
        return EVAL_UNFINISHED;
    if (state == PARSE_WRONG)
        return EVAL_WRONG;
    return nodes.n == 0 ? EVAL_EMPTY : EVAL_DONE;
}

void interactive_show_all(Interactive *it)
{
    compile_lock();
    Object *all = std_object(&it->session, "internal/show", "All");
    Func *f = all ? compile_func(it->compiler, all) : NULL;
    compile_unlock();
    if (f)
        sched_main(f->closure);
}

void interactive_show_variable(Interactive *it, Object *var, int used)
{
    Session *s = &it->session;
    CheckedInput input;
    compile_lock();
    forget_messages(s);
    BasicLit *columns = ARENA_NEW(&s->arena, BasicLit);
    columns->node = (Node){.kind = NODE_BASIC_LIT, .pos = var->pos, .id = s->ids.next++};
    columns->kind = TOK_INT;
    columns->text = intern_text(&s->names, arena_printf(&s->arena, "%d", used));
    Node *call = show_call(it, it->show_line_name, new_name(s, var->pos, var->name), &columns->node);
    Func *f = NULL;
    if (check_input(s->checker, it->pkg, (NodeList){&call, 1}, &s->ids, &input))
        f = compile_func(it->compiler, input.func);
    forget_messages(s);
    compile_unlock();
    if (f)
        sched_main(f->closure);
}

bool interactive_undo(Interactive *it)
{
    compile_lock();
    bool done = check_undo(it->session.checker, it->pkg);
    repeats_forget(&it->repeats);
    compile_unlock();
    return done;
}

// ---------------------------------------------------------------- looking

typedef struct ExprSearch {
    const Info *info;
    Pos start, end;
    Node *found;
} ExprSearch;

// A node's end may be that of its last bracket's beginning: the outermost one that does not go further is meant.
static bool find_expr(Node *n, void *data)
{
    ExprSearch *s = data;
    bool is_expr = n->kind >= NODE_IDENT && n->kind <= NODE_CHAN_TYPE && n->kind != NODE_KEY_VALUE && n->kind != NODE_TYPE_SWITCH_GUARD &&
                   n->kind != NODE_FIELD;
    if (!s->found && is_expr && node_start(n) == s->start && node_end(n) <= s->end)
        s->found = n; // right or wrong: a part of what was asked about is no answer
    return !s->found;
}

TypeAndValue interactive_type_at(Interactive *it, Str text, size_t start, size_t end, Node **expr)
{
    Session *s = &it->session;
    TypeAndValue tv = {0};
    Buf b = {0};
    buf_add_str(&b, text);
    // A mistake at the end: whatever else the text says is taken back.
    buf_add_text(&b, "\nvar _ = undefined_\u01c3\n");
    compile_lock();
    forget_messages(s);
    File *file = fileset_add(&s->files, "input", buf_str(&b));
    NodeList nodes = {0};
    if (file && parse_input(&s->parse, file, &nodes) == PARSE_COMPLETE) {
        CheckedInput ignored;
        check_input(s->checker, it->pkg, nodes, &s->ids, &ignored);
        ExprSearch search = {.info = s->info, .start = file_pos(file, (uint32_t)start), .end = file_pos(file, (uint32_t)end)};
        for (int i = 0; i < nodes.n && !search.found; i++)
            node_walk(nodes.at[i], find_expr, &search);
        if (search.found)
            tv = info_type(s->info, search.found);
        if (tv.mode == MODE_INVALID)
            tv = (TypeAndValue){0};
        if (expr)
            *expr = search.found;
    }
    forget_messages(s);
    compile_unlock();
    buf_done(&b);
    return tv;
}

static Object *named_func(Interactive *it, NodeList nodes)
{
    if (nodes.n != 1 || !node_is(nodes.at[0], NODE_EXPR_STMT) || !node_is(AS(ExprStmt, EXPR_STMT, nodes.at[0])->x, NODE_IDENT))
        return NULL;
    Object *o = scope_lookup(it->pkg->scope, AS(Ident, IDENT, AS(ExprStmt, EXPR_STMT, nodes.at[0])->x)->name, NO_POS, NULL);
    return o && o->kind == OBJ_FUNC && o->func.node && o->type && o->type->sig.type_params.n == 0 ? o : NULL;
}

// A last expression is looked at as `_ = x`, so that it may stand alone.
static void use_last(Interactive *it, NodeList *nodes)
{
    Session *s = &it->session;
    if (nodes->n == 0 || !node_is(nodes->at[nodes->n - 1], NODE_EXPR_STMT))
        return;
    Node *x = AS(ExprStmt, EXPR_STMT, nodes->at[nodes->n - 1])->x;
    if (node_is(node_unparen(x), NODE_CALL_EXPR))
        return;
    AssignStmt *assign = ARENA_NEW(&s->arena, AssignStmt);
    assign->node = (Node){.kind = NODE_ASSIGN_STMT, .pos = x->pos, .id = s->ids.next++};
    assign->op = TOK_ASSIGN;
    assign->lhs = (NodeList){ARENA_NEW(&s->arena, Node *), 1};
    assign->lhs.at[0] = new_name(s, x->pos, intern_text(&s->names, "_"));
    assign->rhs = (NodeList){ARENA_NEW(&s->arena, Node *), 1};
    assign->rhs.at[0] = x;
    nodes->at[nodes->n - 1] = &assign->node;
}

static bool dump_parsed(Interactive *it, Stage stage, File *file, NodeList nodes, FILE *out)
{
    Session *s = &it->session;
    Object *func = stage == STAGE_BYTECODE ? named_func(it, nodes) : NULL;
    Scope *before = it->pkg->scope;
    if (!func && (stage == STAGE_TYPES || stage == STAGE_BYTECODE)) {
        use_last(it, &nodes);
        if (!check_input(s->checker, it->pkg, nodes, &s->ids, &it->input))
            return false;
        func = it->input.func;
        for (int i = 0; !func && i < it->input.declared.n; i++)
            func = it->input.declared.at[i]->kind == OBJ_FUNC ? it->input.declared.at[i] : NULL;
    }
    if (stage != STAGE_BYTECODE) {
        dump_input(s, stage, it->pkg, file, nodes, out);
    } else if (func) {
        Func *f = compile_func(it->compiler, func);
        const char *message;
        if (compile_now(f, &message))
            dump_func(s, f, out);
        else
            fprintf(out, "%s\n", message);
    }
    if (it->pkg->scope != before)
        check_undo(s->checker, it->pkg);
    repeats_forget(&it->repeats);
    return true;
}

bool interactive_dump(Interactive *it, Stage stage, Str text, FILE *out)
{
    Session *s = &it->session;
    compile_lock();
    forget_messages(s);
    File *file = fileset_add(&s->files, "input", text);
    NodeList nodes = {0};
    bool ok = file && (parse_input(&s->parse, file, &nodes) == PARSE_COMPLETE || stage == STAGE_TOKENS);
    ok = ok && dump_parsed(it, stage, file, nodes, out);
    compile_unlock();
    return ok;
}

void interactive_keep_going(Interactive *it)
{
    it->keeps_going = true;
    sched_set_session();
}

// The end of the text is what is wrong with it: a function body around it makes the parser say so.
void interactive_report_unfinished(Interactive *it, const char *name, Str text)
{
    Session *s = &it->session;
    Buf whole = {0};
    buf_add_text(&whole, "package main; func main() {\n"); // a line of its own: carets count columns
    size_t before = whole.len;
    buf_add_str(&whole, text);
    diag_drop(&s->diags, 0);
    File *file = fileset_add(&s->files, name, buf_str(&whole));
    file_add_directive(&s->files, file, (LineDirective){.offset = (uint32_t)before, .file = name, .line = 1, .column = 1});
    parse_file(&s->parse, file);
    buf_done(&whole);
}

// look.c: what a session is asked between its inputs: types, stages, values; nothing of it stays.
#include "base/check.h"
#include "compiler/compile.h"
#include "driver/interactive_state.h"
#include "runtime/sched.h"

// What is made to look at something is given back with the inputs. false: a parcel was open, the input's that asks. may_collect: see
// remains_begin.
static bool begin_looking(Interactive *it, bool may_collect)
{
    compile_lock();
    interactive_forget_messages(it);
    return remains_begin(&it->remains, may_collect);
}

static void end_looking(Interactive *it, bool parcel)
{
    if (parcel)
        remains_end(&it->remains, false);
    compile_unlock();
}

EvalStatus interactive_probe(Str text)
{
    // All of its own: it is asked at each line.
    Arena arena;
    FileSet files;
    DiagSink diags;
    Interner names;
    AstIds ids = {.next = 1};
    arena_init(&arena);
    fileset_init(&files);
    diag_init(&diags, &files);
    intern_init_in(&names, &arena);
    ParseContext context = {.arena = &arena, .names = &names, .files = &files, .diags = &diags, .ids = &ids};
    NodeList nodes = {0};
    ParseState state = parse_input(&context, fileset_add(&files, "input", text), &nodes);
    intern_done(&names);
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
    Object *all = interactive_std_object(it, "internal/show", "All");
    Func *f = all ? compile_func(it->compiler, all) : NULL;
    compile_unlock();
    if (f)
        sched_main(f->closure);
}

void interactive_show_variable(Interactive *it, Object *var, int used)
{
    Session *s = &it->session;
    CheckedInput input;
    bool parcel = begin_looking(it, false);
    BasicLit *columns = ARENA_NEW(&s->arena, BasicLit);
    columns->node = (Node){.kind = NODE_BASIC_LIT, .pos = var->pos, .id = s->ids.next++};
    columns->kind = TOK_INT;
    columns->text = intern_text(&s->names, arena_printf(&s->arena, "%d", used));
    Node *call = interactive_show_call(it, it->show_line_name, interactive_new_name(it, var->pos, var->name), &columns->node);
    Func *f = NULL;
    if (check_input(s->checker, it->pkg, (NodeList){&call, 1}, &s->ids, &input))
        f = compile_func(it->compiler, input.func);
    interactive_forget_messages(it);
    compile_unlock();
    if (f)
        sched_main(f->closure);
    compile_lock();
    end_looking(it, parcel);
}

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
    bool parcel = begin_looking(it, false);
    File *file = interactive_add_text(it, "input", buf_str(&b));
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
    interactive_forget_messages(it);
    end_looking(it, parcel);
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
    assign->lhs.at[0] = interactive_new_name(it, x->pos, intern_text(&s->names, "_"));
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
    return true;
}

bool interactive_dump(Interactive *it, Stage stage, Str text, FILE *out)
{
    Session *s = &it->session;
    bool parcel = begin_looking(it, false);
    File *file = interactive_add_text(it, "input", text);
    NodeList nodes = {0};
    bool ok = file && (parse_input(&s->parse, file, &nodes) == PARSE_COMPLETE || stage == STAGE_TOKENS);
    ok = ok && dump_parsed(it, stage, file, nodes, out);
    it->input = (CheckedInput){0};
    end_looking(it, parcel);
    return ok;
}

// The end of the text is what is wrong with it: a function body around it makes the parser say so.
void interactive_report_unfinished(Interactive *it, const char *name, Str text)
{
    Buf whole = {0};
    buf_add_text(&whole, "package main; func main() {\n"); // a line of its own: carets count columns
    size_t before = whole.len;
    buf_add_str(&whole, text);
    bool parcel = begin_looking(it, false);
    File *file = interactive_add_text(it, name, buf_str(&whole));
    if (file) {
        const char *shown = arena_copy_text(file->arena, name, strlen(name));
        file_add_directive(file, (LineDirective){.offset = (uint32_t)before, .file = shown, .line = 1, .column = 1});
        parse_file(&it->session.parse, file);
    }
    end_looking(it, parcel);
    buf_done(&whole);
}

bool interactive_read_again(Interactive *it, Str text, const InputSeen *seen, void (*use)(NodeList nodes, void *data), void *data)
{
    bool parcel = begin_looking(it, true); // a session may have millions
    Scope *now = it->pkg->scope;
    it->pkg->scope = seen->scope;
    kept_remember(&it->kept, seen->asked, seen->n_asked);
    EvalResult r = {0};
    interactive_check(it, interactive_add_text(it, "input", text), it->options.show_values, &r, NULL);
    kept_remember(&it->kept, NULL, 0);
    it->pkg->scope = now;
    it->input = (CheckedInput){0};
    interactive_forget_messages(it);
    use(r.nodes, data);
    end_looking(it, parcel);
    return r.nodes.n > 0;
}

// func.c: compiles one function: its variables, its beginning, its ends.
// Way: compile_function makes a FuncState, lays out the frame, binds parameters and captured variables, compiles the body by what
// kind of source it has, and hands the list to finish.c. A function with too many slots is compiled a second time with
// `extend`: then most variables live in a block on the heap.
#include <stdarg.h>

#include "base/stack.h"
#include "compiler/compile.h"
#include "compiler/lower.h"
#include "runtime/gc.h"

void compile_fail(FuncState *fs, Pos pos, const char *fmt, ...)
{
    if (fs->c->error)
        return;
    va_list ap;
    va_start(ap, fmt);
    char text[512];
    vsnprintf(text, sizeof text, fmt, ap);
    va_end(ap);
    fs->c->error = arena_copy_text(fs->c->arena, text, strlen(text));
    fs->c->error_pos = pos ? pos : fs->pos;
}

// ---------------------------------------------------------------- what the checker knows

// Every question about the type of an expression goes through here: instances of generic functions will substitute in it.
Type *type_of(FuncState *fs, Node *e)
{
    if (fs->bound_types.n) {
        Type *t = hashmap_get(&fs->bound_types, e);
        if (t)
            return t;
    }
    TypeAndValue tv = info_type(fs->c->info, e);
    if (tv.type)
        return tv.type;
    if (e->kind == NODE_IDENT) { // of identifiers that only declare, the object knows
        Object *o = info_object(fs->c->info, e);
        if (o && o->type)
            return o->type;
    }
    compile_fail(fs, e->pos, "internal error: no type for %s", node_words((NodeKind)e->kind));
    return basic_type(fs->c->checker, KIND_INT);
}

const Const *const_of(FuncState *fs, Node *e)
{
    TypeAndValue tv = info_type(fs->c->info, e);
    return tv.mode == MODE_CONST ? tv.value : NULL;
}

// ---------------------------------------------------------------- beginning

static bool is_named(Object *o)
{
    return o->name && o->name->len > 0 && !name_is(o->name, "_");
}

static void bind_param(FuncState *fs, Object *o, int slot)
{
    if (!is_named(o))
        return;
    fs->pos = o->pos ? o->pos : fs->pos;
    if (var_storage(o) == VAR_HEAP)
        var_make_cell(fs, o, slots_alloc(fs, 1), slot);
    else
        var_bind_slots(fs, o, slot);
}

static void bind_params(FuncState *fs)
{
    SignatureInfo *s = &type_under(fs->src->sig)->sig;
    Object *recv = fs->src->kind == SOURCE_DECL ? s->recv : NULL;
    int k = 0;
    if (recv)
        bind_param(fs, recv, fs->layout.param_at[k++]);
    for (int i = 0; i < s->params->tuple.n; i++)
        bind_param(fs, s->params->tuple.vars[i], fs->layout.param_at[k++]);
}

static void bind_results(FuncState *fs)
{
    SignatureInfo *s = &type_under(fs->src->sig)->sig;
    int n = s->results->tuple.n;
    fs->results = ARENA_ARRAY(&fs->arena, Object *, n + 1);
    bool in_variables = false; // or captured by the bodies of loops over functions
    for (int i = 0; i < n; i++) {
        Object *o = s->results->tuple.vars[i];
        in_variables |= o->name && o->name->len > 0;
        fs->results[i] = is_named(o) || var_info(o)->captured ? o : NULL;
        in_variables |= fs->results[i] != NULL;
    }
    if (in_variables || fs->has_defer)
        zero_slots(fs, 0, fs->layout.n_results);
    for (int i = 0; i < n; i++) {
        Object *o = fs->results[i];
        if (!o)
            continue;
        if (var_storage(o) == VAR_HEAP) {
            var_make_cell(fs, o, slots_alloc(fs, 1), ANYWHERE);
            fs->results_in_cells = true;
        } else {
            var_bind_slots(fs, o, fs->layout.result_at[i]);
        }
    }
}

// ---------------------------------------------------------------- ends

static void copy_result_cells(FuncState *fs)
{
    for (int i = 0; i < fs->layout.n_result_vars; i++) {
        Object *o = fs->results[i];
        if (!o)
            continue;
        Spot p = var_place(fs, o);
        if (p.kind != PLACE_SLOTS || p.slot != fs->layout.result_at[i])
            place_load(fs, &p, fs->layout.result_at[i]);
    }
}

void compile_return(FuncState *fs, Pos pos)
{
    emit_at(fs, pos);
    if (fs->has_defer && fs->results_in_cells) {
        emit_jump(fs, fs->epilogue);
    } else if (fs->has_defer) {
        emit(fs, OP_RETD, 0, 0, 0);
    } else {
        if (fs->results_in_cells)
            copy_result_cells(fs);
        emit(fs, OP_RET, 0, 0, 0);
    }
}

// The end that all returns of a function with defers share when results live in cells, and where recovered panics go on.
static int write_epilogue(FuncState *fs, Pos end)
{
    if (!fs->has_defer)
        return -1;
    emit_at(fs, end);
    label_bind(fs, fs->epilogue);
    if (fs->results_in_cells) {
        emit(fs, OP_RUNDEFERS, 0, 0, 0);
        copy_result_cells(fs);
        emit(fs, OP_RET, 0, 0, 0);
    } else {
        emit(fs, OP_RETD, 0, 0, 0);
    }
    return fs->epilogue;
}

// ---------------------------------------------------------------- bodies

static bool visit_for_defer(Node *n, void *data)
{
    bool *found = data;
    if (n->kind == NODE_CALL_STMT && AS(CallStmt, CALL_STMT, n)->op == TOK_DEFER)
        *found = true;
    return n->kind != NODE_FUNC_LIT;
}

static bool function_defers(Node *body)
{
    bool found = false;
    node_walk(body, visit_for_defer, &found);
    return found;
}

static Pos body_end(Node *body)
{
    return node_is(body, NODE_BLOCK_STMT) ? AS(BlockStmt, BLOCK_STMT, body)->rbrace : NO_POS;
}

static void native_body(FuncState *fs)
{
    if (!fs->func->native) {
        compile_fail(fs, fs->src->node ? fs->src->node->pos : NO_POS, "missing function body of %s", fs->func->name);
        return;
    }
    emit_word(fs, OP_NATIVE, 0, 0, 0, (uint64_t)(uintptr_t)fs->func->native);
    emit(fs, OP_RET, 0, 0, 0);
}

// The block of variables that did not fit the frame: a slice whose length is known when all are compiled.
static void open_extension(FuncState *fs)
{
    if (!fs->extend)
        return;
    int n = slots_alloc(fs, 1);
    fs->extension = slots_alloc(fs, 3);
    fs->extension_insn = emit_placeholder(fs);
    Type *pointer = basic_type(fs->c->checker, KIND_UNSAFE_POINTER);
    emit_word(fs, OP_MAKESLICE, fs->extension, n, n, word_of(rtype_of(fs->c, pointer)));
}

static void close_extension(FuncState *fs)
{
    if (!fs->extend)
        return;
    uint64_t n = (uint64_t)fs->extension_slots + 1;
    emit_fill_words(fs, fs->extension_insn, OP_LDK, fs->extension - 1, 0, 0, 1, &n);
}

static int compile_body(FuncState *fs, Node *body)
{
    if (!body) {
        native_body(fs);
        return -1;
    }
    bool is_range = fs->src->kind == SOURCE_RANGE;
    fs->has_defer = !is_range && function_defers(body);
    if (fs->has_defer) {
        fs->func->flags |= FUNC_DEFERS;
        fs->epilogue = label_new(fs);
    }
    fs->pos = body->pos;
    open_extension(fs);
    closure_prologue(fs);
    if (!is_range) {
        bind_params(fs);
        bind_results(fs);
    }
    fs->pos = body->pos;
    sites_reserve(fs, body);
    if (is_range) {
        range_body(fs);
    } else {
        stmts(fs, AS(BlockStmt, BLOCK_STMT, body)->stmts);
        if (emit_is_reachable(fs))
            compile_return(fs, body_end(body));
    }
    close_extension(fs);
    return write_epilogue(fs, body_end(body));
}

static void compile_inits(FuncState *fs)
{
    FuncSource *src = fs->src;
    for (int i = 0; i < src->n_orders; i++) {
        int mark = slots_mark(fs);
        init_order_run(fs, src->orders[i]);
        slots_release(fs, mark);
    }
    for (int i = 0; i < src->n_inits; i++) {
        int mark = slots_mark(fs);
        emit_call(fs, window_open(fs, 0, 0), src->inits[i]);
        slots_release(fs, mark);
    }
    if (src->lazy)
        emit_word(fs, OP_INITDONE, 0, 0, 0, word_of(src->lazy));
    emit(fs, OP_RET, 0, 0, 0);
}

static Node *outermost_node(FuncSource *src)
{
    while (src->outer)
        src = src->outer;
    return src->node;
}

static void set_layout(FuncState *fs)
{
    FuncSource *src = fs->src;
    if (src->kind == SOURCE_EMIT || !src->sig) {
        fs->layout.n_results = src->n_results;
        fs->layout.n_params = src->n_params;
    } else if (src->kind == SOURCE_BUILTIN) {
        fs->layout.n_params = (int)fs->func->param_slots;
    } else {
        SignatureInfo *s = &type_under(src->sig)->sig;
        fs->layout = layout_of(fs->c, src->sig, src->kind == SOURCE_DECL && s->recv ? s->recv->type : NULL);
    }
    // The same as when the function was made, mostly; a worker that starts a goroutine with it reads them without the lock.
    if (fs->func->result_slots != (uint32_t)fs->layout.n_results)
        fs->func->result_slots = (uint32_t)fs->layout.n_results;
    if (fs->func->param_slots != (uint32_t)fs->layout.n_params)
        fs->func->param_slots = (uint32_t)fs->layout.n_params;
    slots_alloc(fs, (int64_t)fs->layout.n_results + fs->layout.n_params);
}

static int compile_source(FuncState *fs)
{
    FuncSource *src = fs->src;
    switch ((SourceKind)src->kind) {
    case SOURCE_DECL:
        return compile_body(fs, AS(FuncDecl, FUNC_DECL, src->node)->body);
    case SOURCE_LIT:
        return compile_body(fs, AS(FuncLit, FUNC_LIT, src->node)->body);
    case SOURCE_RANGE:
        return compile_body(fs, AS(RangeStmt, RANGE_STMT, src->node)->body);
    case SOURCE_INIT:
        compile_inits(fs);
        return -1;
    case SOURCE_BUILTIN:
        builtin_body(fs);
        return -1;
    case SOURCE_EMIT:
        src->emit(fs, src->data);
        return -1;
    }
    UNREACHABLE();
}

static void analyze_escapes(FuncState *fs)
{
    FuncSource *src = fs->src;
    if (src->kind == SOURCE_INIT) {
        for (int i = 0; i < src->n_orders; i++)
            if (src->orders[i])
                escape_analyze(fs->c, src->orders[i]->rhs);
    } else if (src->kind != SOURCE_EMIT) {
        Node *n = outermost_node(src);
        if (n)
            escape_analyze(fs->c, n);
    }
}

static void try_compile(FuncState *fs, Compiler *c, Func *f, bool extend)
{
    memset(fs, 0, sizeof *fs);
    arena_init(&fs->arena);
    fs->c = c;
    fs->func = f;
    fs->src = f->source;
    fs->extend = extend;
    fs->epilogue = -1;
    fs->last_bound = -1;
    if (fs->src->node)
        fs->pos = fs->src->node->pos;
    analyze_escapes(fs);
    set_layout(fs);
    int recover_label = compile_source(fs);
    if (!c->error && !fs->overflow)
        code_finish(fs, recover_label);
}

static bool compile_here(Compiler *c, Func *f)
{
    FuncState fs;
    c->error = NULL;
    FuncSource *src = f->source;
    int n_lits = src->n_lits, n_ranges = src->n_ranges, n_wraps = src->n_wraps;
    try_compile(&fs, c, f, false);
    if (fs.overflow && !c->error) {
        arena_done(&fs.arena);
        src->n_lits = n_lits;
        src->n_ranges = n_ranges;
        src->n_wraps = n_wraps;
        try_compile(&fs, c, f, true);
        if (fs.overflow)
            compile_fail(&fs, fs.pos, "function %s needs too large a frame", f->name);
    }
    if (!c->error && fs.needs.n > 0) {
        f->needs = ARENA_ARRAY(c->arena, LazyVar *, fs.needs.n);
        memcpy(f->needs, fs.needs.at, (size_t)fs.needs.n * sizeof *f->needs);
        f->n_needs = (uint32_t)fs.needs.n;
    }
    arena_done(&fs.arena);
    if (!c->error && c->on_compiled)
        c->on_compiled(c, f);
    return c->error == NULL;
}

// ---------------------------------------------------------------- deep trees

// Trees deeper than this are compiled on a stack of their own; workers' stacks are small.
enum { DEEP = 200 };

typedef struct Job {
    Compiler *c;
    Func *f;
    bool ok;
} Job;

static void run_job(void *data)
{
    Job *job = data;
    job->ok = compile_here(job->c, job->f);
}

typedef struct DeepCall {
    void (*run)(void *data);
    void *data;
} DeepCall;

static void run_attached(void *data)
{
    DeepCall *call = data;
    gc_thread_attach();
    compile_lock_borrow();
    call->run(call->data);
    gc_thread_detach();
}

void compile_call_deep(void (*run)(void *data), void *data)
{
    DeepCall call = {run, data};
    if (!stack_call_deep(run_attached, &call))
        run(data);
}

static int source_depth(const FuncSource *src)
{
    int depth = 0;
    for (; src; src = src->outer) { // the analysis begins at the outermost function
        if (src->node && src->node->depth > depth)
            depth = src->node->depth;
        for (int i = 0; i < src->n_orders; i++)
            if (src->orders[i] && src->orders[i]->rhs && src->orders[i]->rhs->depth > depth)
                depth = src->orders[i]->rhs->depth;
    }
    return depth;
}

bool compile_function(Compiler *c, Func *f)
{
    CHECK(f->source);
    if (source_depth(f->source) <= DEEP)
        return compile_here(c, f);
    Job job = {c, f, false};
    compile_call_deep(run_job, &job);
    return job.ok;
}

// run.c: compiles and runs a checked program.
#include "driver/run.h"

#include <signal.h>

#include <unistd.h>

#include "base/clock.h"
#include "compiler/compile.h"
#include "driver/dump.h"
#include "driver/remains.h"
#include "driver/stats.h"
#include "driver/std.h"
#include "runtime/args.h"
#include "runtime/gc.h"
#include "runtime/sched.h"
#include "vm/vm.h"

static Package *find_std(void *data, const char *path)
{
    return std_package(data, path);
}

static void read_inits(void *data, Package *pkg)
{
    if (pkg->lazy)
        std_read_inits(data, pkg);
}

static void show_compiled(const Func *f, void *data)
{
    dump_func(data, f, stderr);
}

static Compiler *compiler_for(Session *s, struct Remains *remains, void (*on_compiled)(const Func *f, void *data))
{
    CompileConfig cfg = {.arena = &s->arena,
                         .literal = remains ? remains_literal : NULL,
                         .literal_data = remains,
                         .checker = s->checker,
                         .info = s->info,
                         .files = &s->files,
                         .names = &s->names,
                         .diags = &s->diags,
                         .cwd = s->cwd,
                         .on_compiled = on_compiled,
                         .data = s,
                         .read_inits = read_inits,
                         .std_package = find_std};
    return compiler_new(&cfg);
}

static Func *entry_of(Session *s, Compiler *c, UserPackage *main)
{
    Package **packages = ARENA_ARRAY(&s->arena, Package *, s->packages.n + 1);
    for (int i = 0; i < s->packages.n; i++)
        packages[i] = s->packages.at[i]->pkg;
    return compile_entry(c, packages, s->packages.n, main->pkg);
}

void run_set_args(const RunOptions *options, Session *s)
{
    const char **argv = ARENA_ARRAY(&s->arena, const char *, options->n_args + 2);
    argv[0] = options->name;
    for (int i = 0; i < options->n_args; i++)
        argv[i + 1] = options->args[i];
    program_set_args(options->n_args + 1, argv);
}

void run_setup(const RunOptions *options)
{
    gc_init();
    if (options->max_memory)
        gc_set_max_heap(options->max_memory);
    if (options->gc_stress)
        gc_set_stress(true);
    if (options->stats)
        vm_set_counting(true);
    if (options->trace)
        vm_set_tracing(true);
    SchedConfig sched = {.stress = options->sched_stress, .run = vm_run, .start = vm_start, .on_deadlock = vm_on_deadlock, .on_quit = vm_on_quit};
    sched_init(&sched);
    vm_install_callers();
}

Compiler *run_compiler(Session *s, const RunOptions *options, struct Remains *remains)
{
    return compiler_for(s, remains, options->dump_compiled ? show_compiled : NULL);
}

static void on_sigquit(int sig)
{
    (void)sig;
    sched_request_quit();
}

int run_program(Session *s, UserPackage *main, const RunOptions *options)
{
    run_set_args(options, s);
    run_setup(options);
    Compiler *compiler = run_compiler(s, options, NULL);
    Func *entry = entry_of(s, compiler, main);
    if (!entry)
        return 1;
    struct sigaction quit = {.sa_handler = on_sigquit}; // no SA_RESTART: the wait in sched_main ends
    sigemptyset(&quit.sa_mask);
    sigaction(SIGQUIT, &quit, NULL);
    if (!options->stats)
        return sched_main(entry->closure);
    int64_t began = clock_ns();
    int status = sched_main(entry->closure);
    stats_print(s, compiler, clock_ns() - began, options->stats == STATS_JSON, stderr);
    return status;
}

// ---------------------------------------------------------------- --dump=bytecode

typedef struct ShowAll {
    Session *s;
    Compiler *compiler;
    FILE *out;
    int n_shown;
} ShowAll;

static void show_one(ShowAll *show, Func *f)
{
    const char *message = NULL;
    if (show->n_shown++ > 0)
        fputc('\n', show->out);
    if (compile_now(f, &message))
        dump_func(show->s, f, show->out);
    else
        fprintf(show->out, "%s: %s\n", f->name, message);
}

// Literals in a function that was shown; those inside them come right behind each.
static bool show_literal(Node *n, void *data)
{
    ShowAll *show = data;
    if (node_is(n, NODE_FUNC_LIT) || node_is(n, NODE_RANGE_STMT)) {
        Func *f = compile_literal(show->compiler, n);
        if (f)
            show_one(show, f);
    }
    return true;
}

static void show_func(ShowAll *show, Object *o)
{
    if (o->kind != OBJ_FUNC || !o->func.node || !node_is(o->func.node, NODE_FUNC_DECL) || name_is(o->name, "_"))
        return;
    Func *f = compile_func(show->compiler, o);
    if (f->native)
        return;
    show_one(show, f);
    node_walk(o->func.node, show_literal, show);
}

static void show_all(void *data)
{
    ShowAll *show = data;
    for (int i = 0; i < show->s->packages.n; i++) {
        Package *p = show->s->packages.at[i]->pkg;
        Func *init = compile_package_init(show->compiler, p);
        if (init)
            show_one(show, init);
        for (int j = 0; init && j < p->init_order.n; j++)
            node_walk(p->init_order.at[j]->rhs, show_literal, show);
        for (int j = 0; j < p->objects.n; j++)
            show_func(show, p->objects.at[j]);
    }
}

void run_compile_all(Session *s, UserPackage *main, FILE *out)
{
    (void)main;
    gc_init();
    ShowAll show = {s, compiler_for(s, NULL, NULL), out, 0};
    compile_call_deep(show_all, &show);
}

// minigo.c: the embedding API over session, build and run.
#include "driver/minigo.h"

#include "driver/build.h"
#include "driver/run.h"

struct Minigo {
    Session session;
    UserPackage *main;
    MinigoOptions options;
};

static Minigo the_program; // the runtime has one scheduler and one heap
static bool in_use;

Minigo *minigo_new(void)
{
    if (in_use)
        return NULL;
    in_use = true;
    session_init(&the_program.session);
    return &the_program;
}

static FILE *errors_of(const Minigo *m)
{
    return m->options.errors ? m->options.errors : stderr;
}

static BuildOptions build_options(const Minigo *m)
{
    return (BuildOptions){.all_errors = m->options.all_errors, .need_main = true};
}

bool minigo_load(Minigo *m, char *const *names, int n, const MinigoOptions *options)
{
    m->options = options ? *options : (MinigoOptions){0};
    m->main = build_program(&m->session, names, n, build_options(m), errors_of(m));
    return m->main != NULL;
}

bool minigo_load_text(Minigo *m, const char *name, const char *text, size_t len, const MinigoOptions *options)
{
    m->options = options ? *options : (MinigoOptions){0};
    m->main = build_text(&m->session, name, (Str){text, len}, build_options(m), errors_of(m));
    return m->main != NULL;
}

int minigo_run(Minigo *m, const char *program_name, char *const *args, int n_args)
{
    if (!m->main)
        return 1;
    RunOptions run = {.name = program_name,
                      .args = args,
                      .n_args = n_args,
                      .gc_stress = m->options.gc_stress,
                      .sched_stress = m->options.sched_stress,
                      .max_memory = m->options.max_memory_bytes};
    return run_program(&m->session, m->main, &run);
}

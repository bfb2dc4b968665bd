// session.c: makes and ends a session.
#include "driver/session.h"

#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include "driver/load.h"
#include "driver/std.h"

void session_init(Session *s)
{
    *s = (Session){0};
    arena_init(&s->arena);
    intern_init_in(&s->names, &s->arena);
    fileset_init(&s->files);
    diag_init(&s->diags, &s->files);
    s->ids.next = 1;
    s->parse = (ParseContext){
        .arena = &s->arena, .names = &s->names, .files = &s->files, .diags = &s->diags, .ids = &s->ids};
    s->info = info_new(&s->arena);
    s->importer.import = load_import;
    CheckConfig cfg = {.arena = &s->arena,
                       .names = &s->names,
                       .files = &s->files,
                       .diags = &s->diags,
                       .importer = &s->importer,
                       .info = s->info};
    s->checker = checker_new(&cfg);
    std_init(s);
    char cwd[PATH_MAX];
    s->cwd = getcwd(cwd, sizeof cwd) ? arena_copy_text(&s->arena, cwd, strlen(cwd)) : "";
}

// check_tool.c: the front end alone, for tests: checks files as one package and prints what the compiler would print.
// Usage: check_tool [-e] [-map FILE] [-lazy] [-time] file.go...
//   -e     all errors, not ten
//   -map   packages that may be imported: a line each, `import/path file.go file.go ...`
//   -lazy  such packages are treated as embedded ones: their declarations are checked when used
//   -bodies  with -lazy: the bodies and initialisers of the imported packages are checked too
//   -p     checks each package of the map, in place of files
// Exit status: 0 right, 1 errors, 2 wrong usage.
#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "parser/parser.h"
#include "types/check.h"

typedef struct MapEntry {
    const char *path;
    VEC(const char *) files;
    Package *pkg;
    bool loading;
} MapEntry;

typedef struct Tool {
    Importer importer; // first: the checker hands it back
    Arena arena;
    Interner names;
    FileSet files;
    DiagSink diags;
    AstIds ids;
    ParseContext parse;
    Checker *checker;
    VEC(MapEntry *) map;
    bool lazy, bodies;
} Tool;

static MapEntry *find_entry(Tool *t, const char *path)
{
    for (int i = 0; i < t->map.n; i++)
        if (strcmp(t->map.at[i]->path, path) == 0)
            return t->map.at[i];
    return NULL;
}

static bool add_file(Tool *t, Package *pkg, const char *path)
{
    const char *error;
    File *f = fileset_read(&t->files, path, path, &error);
    if (!f) {
        fprintf(stderr, "%s\n", error);
        return false;
    }
    AstFile *tree = parse_file(&t->parse, f);
    vec_push(&pkg->files, &t->arena, tree);
    return true;
}

static void check_all_bodies(Tool *t, Package *pkg)
{
    for (int i = 0; i < pkg->scope->list.n; i++) {
        Object *o = pkg->scope->list.at[i];
        check_resolve(t->checker, o);
        if (o->kind == OBJ_FUNC)
            check_body(t->checker, o);
        if (o->kind == OBJ_VAR) {
            InitOrder *order;
            check_var_init(t->checker, o, &order);
        }
        if (o->kind == OBJ_TYPE_NAME && o->type->kind == TYPE_NAMED) {
            type_read_methods(o->type, NULL);
            for (int k = 0; k < o->type->named.n_methods; k++)
                check_body(t->checker, o->type->named.methods[k]);
        }
    }
}

static Package *load(Tool *t, MapEntry *e)
{
    Package *pkg = package_new(t->checker, e->path, NULL);
    e->pkg = pkg;
    e->loading = true;
    pkg->is_std = t->lazy;
    for (int i = 0; i < e->files.n; i++)
        add_file(t, pkg, e->files.at[i]);
    if (t->lazy) {
        for (int i = 0; i < pkg->files.n; i++) {
            AstFile *f = pkg->files.at[i];
            pkg->name = AS(Ident, IDENT, f->package_name)->name;
            Scope *scope = check_file_scope(t->checker, pkg, f);
            for (int d = 0; d < f->decls.n; d++)
                if (!node_is(f->decls.at[d], NODE_IMPORT_DECL))
                    check_add_declaration(t->checker, pkg, scope, f->decls.at[d]);
        }
        if (t->bodies)
            check_all_bodies(t, pkg);
    } else {
        check_package(t->checker, pkg);
        pkg->failed = false; // its messages were seen; what it exports may be used
    }
    e->loading = false;
    return pkg;
}

static Package *import(Importer *imp, const char *path, Package *importer, Pos pos, const char **error)
{
    Tool *t = (Tool *)imp;
    (void)importer;
    (void)pos;
    MapEntry *e = find_entry(t, path);
    if (!e)
        e = find_entry(t, arena_printf(&t->arena, "vendor/%s", path));
    if (e && e->pkg && !e->loading)
        return e->pkg;
    if (e && !e->loading)
        return load(t, e);
    *error = e ? "import cycle not allowed" : arena_printf(&t->arena, "could not import %s (file not found)", path);
    return NULL;
}

static bool read_map(Tool *t, const char *path)
{
    FILE *f = fopen(path, "r");
    if (!f)
        return false;
    char *line = NULL;
    size_t cap = 0;
    while (getline(&line, &cap, f) > 0) {
        char *text = arena_copy_text(&t->arena, line, strlen(line)), *save = NULL;
        MapEntry *e = ARENA_NEW(&t->arena, MapEntry);
        e->path = strtok_r(text, " \n", &save);
        for (char *word; e->path && (word = strtok_r(NULL, " \n", &save));)
            vec_push(&e->files, &t->arena, word);
        if (e->path)
            vec_push(&t->map, &t->arena, e);
    }
    free(line);
    fclose(f);
    return true;
}

static void tool_init(Tool *t)
{
    arena_init(&t->arena);
    intern_init(&t->names);
    fileset_init(&t->files);
    diag_init(&t->diags, &t->files);
    t->ids.next = 1;
    t->importer.import = import;
    t->parse = (ParseContext){&t->arena, &t->names, &t->files, &t->diags, &t->ids};
    CheckConfig cfg = {.arena = &t->arena,
                       .names = &t->names,
                       .files = &t->files,
                       .diags = &t->diags,
                       .importer = &t->importer,
                       .info = info_new(&t->arena)};
    t->checker = checker_new(&cfg);
}

static void tool_done(Tool *t)
{
    checker_free(t->checker);
    diag_done(&t->diags);
    fileset_done(&t->files);
    intern_done(&t->names);
    arena_done(&t->arena);
}

int main(int argc, char **argv)
{
    Tool t = {0};
    tool_init(&t);
    DiagStyle style = {.limit = 10};
    bool timed = false, whole_map = false;
    int i = 1;
    for (; i < argc && argv[i][0] == '-'; i++) {
        if (strcmp(argv[i], "-e") == 0)
            style.limit = 0;
        else if (strcmp(argv[i], "-lazy") == 0)
            t.lazy = true;
        else if (strcmp(argv[i], "-bodies") == 0)
            t.bodies = true;
        else if (strcmp(argv[i], "-time") == 0)
            timed = true;
        else if (strcmp(argv[i], "-p") == 0)
            whole_map = true;
        else if (strcmp(argv[i], "-map") == 0 && i + 1 < argc && read_map(&t, argv[i + 1]))
            i++;
        else
            return 2;
    }
    if (i >= argc && !whole_map)
        return 2;
    int64_t start = clock_ns();
    int64_t parsed = start;
    if (whole_map) {
        for (int k = 0; k < t.map.n; k++)
            if (!t.map.at[k]->pkg)
                load(&t, t.map.at[k]);
    } else {
        Package *pkg = package_new(t.checker, "main", NULL);
        bool read = true;
        for (; i < argc; i++)
            read &= add_file(&t, pkg, argv[i]);
        parsed = clock_ns();
        if (!read)
            return 1;
        if (t.diags.syntax_errors == 0)
            check_package(t.checker, pkg);
        else
            for (int k = 0; k < pkg->files.n; k++)
                check_branches(t.checker, pkg->files.at[k]);
    }
    int64_t end = clock_ns();
    diag_print(&t.diags, stdout, style);
    if (timed)
        fprintf(stderr, "parse %.2f ms, check %.2f ms, %.1f MB\n", (double)(parsed - start) / 1e6, (double)(end - parsed) / 1e6,
                (double)t.arena.total_bytes / 1e6);
    int status = t.diags.errors ? 1 : 0;
    tool_done(&t);
    return status;
}

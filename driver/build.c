// build.c: loads and checks a program, and says what is wrong with it as `go run` does.
#include "driver/build.h"

#include <sys/stat.h>

#include "base/clock.h"
#include "base/stack.h"
#include "driver/script.h"

enum { ERROR_LIMIT = 10 };

static bool has_errors(Session *s)
{
    return s->diags.errors > 0;
}

// Branches and labels are still looked at in files with syntax errors.
static void report_branches(void *data)
{
    Session *s = data;
    for (int i = 0; i < s->packages.n; i++)
        for (int k = 0; s->packages.at[i]->pkg && k < s->packages.at[i]->pkg->files.n; k++)
            check_branches(s->checker, s->packages.at[i]->pkg->files.at[k]);
}

static void print_errors(Session *s, BuildOptions options, FILE *out)
{
    diag_print(&s->diags, out,
               (DiagStyle){.limit = options.all_errors ? 0 : ERROR_LIMIT, .color = options.color, .excerpt = options.excerpts});
}

// And a file without a package clause, and an import without a path.
static bool report_unlisted(Session *s, FILE *out)
{
    const Diag *first = s->diags.list.n > 0 ? &s->diags.list.at[0] : NULL;
    File *f = first ? fileset_file(&s->files, first->pos) : NULL;
    if (!f)
        return false;
    Place at = fileset_place(&s->files, first->pos);
    const char *name = path_bare(at.file);
    if (strcmp(first->text, "syntax error: missing import path") == 0) {
        fprintf(out, "%s:%d:%d: missing import path\n", name, at.line, at.column);
        return true;
    }
    if (strcmp(first->text, "syntax error: package statement must be first") != 0)
        return false;
    fprintf(out, "%s:%d:%d: expected 'package', found %s\n", name, at.line, at.column,
            script_first_token(&s->arena, (Str){f->text, f->len}));
    return true;
}

// go/build finds an empty file before the compiler does.
static bool report_empty(Session *s, FILE *out)
{
    bool any = false;
    for (int i = 0; i < s->files.files.n; i++) {
        const File *f = s->files.files.at[i];
        if (f->len == 0) {
            fprintf(out, "%s:1:1: expected 'package', found 'EOF'\n", path_bare(f->name));
            any = true;
        }
    }
    return any;
}

typedef struct Checking {
    Session *s;
    Package *pkg;
} Checking;

static void check_here(void *data)
{
    Checking *c = data;
    check_package(c->s->checker, c->pkg);
}

static void check(Session *s, Package *pkg)
{
    int64_t began = clock_ns();
    uint32_t depth = 0;
    for (int i = 0; i < pkg->files.n; i++)
        for (int k = 0; k < pkg->files.at[i]->decls.n; k++)
            if (pkg->files.at[i]->decls.at[k]->depth > depth)
                depth = pkg->files.at[i]->decls.at[k]->depth;
    Checking c = {s, pkg};
    stack_call_with(ast_stack_bytes(depth), check_here, &c);
    s->spent.check += clock_ns() - began;
}

static UserPackage *build_loaded(Session *s, LoadResult r, BuildOptions options, FILE *out)
{
    UserPackage *main = r.main;
    bool failed = !main;
    if (r.errors.len > 0 && (!options.all_errors || !main)) {
        fwrite(r.errors.ptr, 1, r.errors.len, out);
        buf_done(&r.errors);
        return NULL;
    }
    buf_done(&r.errors);
    if (has_errors(s) && (failed || s->diags.syntax_errors > 0)) {
        if (!report_empty(s, out) && !report_unlisted(s, out)) {
            stack_call_with(ast_stack_bytes(AST_MAX_DEPTH), report_branches, s);
            print_errors(s, options, out);
        }
        return NULL;
    }
    if (failed)
        return NULL;
    if (options.need_main && !name_is(main->pkg->name, "main") && !name_is(main->pkg->name, "_")) {
        if (has_errors(s)) { // in a token that takes the rest of the file with it
            print_errors(s, options, out);
            return NULL;
        }
        fprintf(out, "package %s is not a main package\n", main->shown);
        return NULL;
    }
    for (int i = 0; i < s->packages.n; i++) {
        UserPackage *p = s->packages.at[i];
        int before = s->diags.errors;
        p->pkg->bodies_elsewhere = !options.need_main;
        check(s, p->pkg);
        if (s->diags.errors > before || (has_errors(s) && i + 1 == s->packages.n)) {
            print_errors(s, options, out);
            return NULL;
        }
    }
    if (options.need_main) {
        Object *o = scope_find(main->pkg->scope, intern_text(&s->names, "main"));
        if (!o || o->kind != OBJ_FUNC) {
            fprintf(out, "runtime.main_main·f: function main is undeclared in the main package\n");
            return NULL;
        }
    }
    return main;
}

typedef struct Build {
    Session *s;
    char *const *names; // NULL: the text
    int n;
    const char *name;
    Str text;
    BuildOptions options;
    FILE *out;
    UserPackage *main;
} Build;

static void build_here(void *data)
{
    Build *b = data;
    LoadResult r = b->names ? load_program(b->s, b->names, b->n) : load_text(b->s, b->name, b->text);
    b->main = build_loaded(b->s, r, b->options, b->out);
}

// All that is named; a folder may hold much.
static size_t source_bytes(const Build *b)
{
    size_t bytes = b->text.len;
    for (int i = 0; i < b->n; i++) {
        struct stat st;
        if (stat(b->names[i], &st) == 0)
            bytes += S_ISREG(st.st_mode) ? (size_t)st.st_size : AST_MAX_DEPTH;
    }
    return bytes;
}

static UserPackage *build(Build *b)
{
    stack_call_with(ast_stack_bytes(source_bytes(b)), build_here, b);
    return b->main;
}

UserPackage *build_program(Session *s, char *const *names, int n, BuildOptions options, FILE *out)
{
    Build b = {.s = s, .names = names, .n = n, .options = options, .out = out};
    return build(&b);
}

UserPackage *build_text(Session *s, const char *name, Str text, BuildOptions options, FILE *out)
{
    Build b = {.s = s, .name = name, .text = text, .options = options, .out = out};
    return build(&b);
}

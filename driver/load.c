// load.c: from files and folders to packages.
// Way: the files of the first package are read and parsed, then those of the packages they import, depth first, so that
//   s->packages has every package behind what it imports. Embedded packages are only looked up. The checker's importer finds all
//   answers ready.
// Sources: `go help packages`, `go help gopath`, the modules reference; words as `go run` prints them.
#include "driver/load.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/clock.h"
#include "base/stack.h"
#include "driver/constraint.h"
#include "driver/std.h"
#include "stdlib/embed.h"

typedef struct Loader {
    Session *s;
    Buf *errors;
} Loader;

enum { MAX_FILE_BYTES = 1 << 30 };

// ---------------------------------------------------------------- files

// As Go words an errno: "no such file or directory".
static const char *errno_text(Session *s, int error)
{
    char *text = arena_printf(&s->arena, "%s", strerror(error));
    if (text[0] >= 'A' && text[0] <= 'Z' && !(text[1] >= 'A' && text[1] <= 'Z'))
        text[0] = (char)(text[0] + ('a' - 'A'));
    return text;
}

static bool read_stream(FILE *f, Buf *out)
{
    char chunk[1 << 16];
    size_t n;
    while ((n = fread(chunk, 1, sizeof chunk, f)) > 0) {
        if (out->len + n > MAX_FILE_BYTES)
            return false;
        buf_add(out, chunk, n);
    }
    return !ferror(f);
}

// What begins like an executable, an archive or the like is no source text.
static bool looks_binary(Str text)
{
    if (text.len < 4)
        return false;
    static const char *const magics[] = {"\x7f" "ELF", "\x1f\x8b", "PK\x03\x04", "\x89PNG", "\xca\xfe\xba\xbe", "!<arch>\n"};
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
        if (str_has_prefix(text, str_of(magics[i])))
            return true;
    size_t zeros = 0, n = text.len < 512 ? text.len : 512;
    for (size_t i = 0; i < n; i++)
        zeros += text.ptr[i] == 0;
    return zeros * 10 > n;
}

// Reads a file into the session. name: as messages show it. NULL: the reason was added to the errors.
static File *read_file_now(Loader *l, const char *path, const char *name)
{
    Session *s = l->s;
    Buf text = {0};
    File *file = NULL;
    bool is_stdin = strcmp(path, "-") == 0;
    FILE *f = is_stdin ? stdin : fopen(path, "rb");
    struct stat st;
    if (!f)
        buf_printf(l->errors, "open %s: %s\n", name, errno_text(s, errno));
    else if (fstat(fileno(f), &st) == 0 && S_ISDIR(st.st_mode))
        buf_printf(l->errors, "read %s: is a directory\n", name);
    else if (!read_stream(f, &text))
        buf_printf(l->errors, "read %s: %s\n", name, ferror(f) ? errno_text(s, errno) : "file too large");
    else if (looks_binary(buf_str(&text)))
        buf_printf(l->errors, "%s: a binary file, not Go source\n", name);
    else {
        if (text.len >= 2 && text.ptr[0] == '#' && text.ptr[1] == '!')
            memcpy(text.ptr, "//", 2); // the first line of a script
        file = fileset_add(&s->files, name, buf_str(&text));
    }
    buf_done(&text);
    if (f && !is_stdin)
        fclose(f);
    return file;
}

static File *read_file(Loader *l, const char *path, const char *name)
{
    int64_t began = clock_ns();
    File *f = read_file_now(l, path, name);
    l->s->spent.read += clock_ns() - began;
    return f;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

// ---------------------------------------------------------------- packages

typedef struct FileList {
    File **at;
    int n, cap;
} FileList;

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

typedef enum FolderState {
    FOLDER_READ,
    FOLDER_WRONG,    // a file of it, and that was reported
    FOLDER_EMPTY,    // there is none, or no Go file in it
    FOLDER_TESTS,    // nothing but tests
    FOLDER_EXCLUDED, // nothing for this system
} FolderState;

// The Go files of a folder that belong to the build.
static FolderState read_folder(Loader *l, const char *dir, FileList *out)
{
    Session *s = l->s;
    DIR *d = opendir(dir);
    if (!d)
        return FOLDER_EMPTY;
    VEC(const char *) names = {0};
    int n_tests = 0, n_excluded = 0;
    for (struct dirent *e; (e = readdir(d));) {
        if (constraint_name_matches(e->d_name))
            vec_push(&names, &s->arena, arena_printf(&s->arena, "%s", e->d_name));
        else if (constraint_name_is_go(e->d_name) && constraint_name_is_test(e->d_name))
            n_tests++;
        else if (constraint_name_is_go(e->d_name))
            n_excluded++;
    }
    closedir(d);
    if (names.n > 0)
        qsort(names.at, (size_t)names.n, sizeof *names.at, compare_names);
    for (int i = 0; i < names.n; i++) {
        const char *path = arena_printf(&s->arena, "%s/%s", dir, names.at[i]);
        if (path_is_dir(path))
            continue;
        File *f = read_file(l, path, path_display(s, path));
        if (!f)
            return FOLDER_WRONG;
        Buf error = {0};
        if (constraint_text_matches((Str){f->text, f->len}, &error))
            vec_push(out, &s->arena, f);
        else
            n_excluded++;
        bool wrong = error.len > 0;
        if (wrong)
            buf_printf(l->errors, "%s: parsing //go:build line: %.*s\n", path_bare(f->name), STR_ARG(buf_str(&error)));
        buf_done(&error);
        if (wrong)
            return FOLDER_WRONG;
    }
    return out->n > 0 ? FOLDER_READ : n_excluded > 0 ? FOLDER_EXCLUDED : n_tests > 0 ? FOLDER_TESTS : FOLDER_EMPTY;
}

static Name package_name_of(const AstFile *f)
{
    return node_is(f->package_name, NODE_IDENT) ? AS(Ident, IDENT, f->package_name)->name : NULL;
}

// ---------------------------------------------------------------- import paths

// Whether a package at `path` may be imported from `from`: the part before "internal" must be a part of it.
static bool internal_allowed(const char *path, const char *from)
{
    const char *at = NULL;
    for (const char *p = path; (p = strstr(p, "internal")); p += 8)
        if ((p == path || p[-1] == '/') && (p[8] == 0 || p[8] == '/'))
            at = p;
    if (!at)
        return true;
    size_t n = (size_t)(at - path);
    if (n == 0)
        return false; // of the standard library
    while (n > 0 && path[n - 1] == '/')
        n--;
    return strncmp(from, path, n) == 0 && (from[n] == 0 || from[n] == '/');
}

// vendor/PATH in a folder from dir upwards, as far as the module's root.
static const char *vendor_folder(Session *s, const UserPackage *p, const char *path)
{
    char *dir = arena_printf(&s->arena, "%s", p->dir);
    for (;;) {
        const char *candidate = arena_printf(&s->arena, "%s/vendor/%s", dir[1] ? dir : "", path);
        if (path_is_dir(candidate))
            return candidate;
        char *slash = strrchr(dir, '/');
        if (!slash || !dir[1] || (p->module && strcmp(p->module->root, dir) == 0))
            return NULL;
        slash[slash == dir ? 1 : 0] = 0;
    }
}

static const char *not_found(Session *s, const UserPackage *p, const char *path)
{
    size_t first = strcspn(path, "/");
    if (!memchr(path, '.', first))
        return arena_printf(&s->arena, "package %s is not in std", path);
    if (!p->module)
        return arena_printf(&s->arena,
                            "no required module provides package %s: go.mod file not found in current directory or any parent "
                            "directory; see 'go help modules'",
                            path);
    return arena_printf(&s->arena, "no required module provides package %s; to add it:\n\tgo get %s", path, path);
}

static const char *cycle_text(Session *s, UserPackage *from, UserPackage *back, const char *file)
{
    // From the program down to where the circle closes.
    VEC(UserPackage *) chain = {0};
    for (UserPackage *p = from; p; p = p->importer)
        vec_push(&chain, &s->arena, p);
    Buf b = {0};
    buf_printf(&b, "package %s\n", chain.at[chain.n - 1]->shown);
    for (int i = chain.n - 2; i >= 0; i--)
        buf_printf(&b, "\timports %s from %s\n", chain.at[i]->shown, chain.at[i]->import_file);
    buf_printf(&b, "\timports %s from %s: import cycle not allowed", back->shown, file);
    const char *text = arena_copy_text(&s->arena, b.ptr, b.len);
    buf_done(&b);
    return text;
}

// The chain of imports from the program down to a package none of whose files belong to the build.
static const char *excluded_text(Session *s, UserPackage *from, const char *path, const char *dir)
{
    VEC(UserPackage *) chain = {0};
    for (UserPackage *p = from; p; p = p->importer)
        vec_push(&chain, &s->arena, p);
    Buf b = {0};
    for (int i = chain.n - 1; i >= 0; i--)
        buf_printf(&b, i == chain.n - 1 ? "package %s\n" : "\timports %s\n", chain.at[i]->shown);
    buf_printf(&b, "\timports %s: build constraints exclude all Go files in %s", path, dir);
    const char *text = arena_copy_text(&s->arena, b.ptr, b.len);
    buf_done(&b);
    return text;
}

static UserPackage *find_loaded(Session *s, const char *dir)
{
    for (int i = 0; i < s->packages.n; i++)
        if (strcmp(s->packages.at[i]->dir, dir) == 0 && s->packages.at[i]->pkg->name != NULL)
            return s->packages.at[i];
    return NULL;
}

static UserPackage *parse_package(Loader *l, const char *dir, const char *path, const char *shown, FileList *files, const char **error);
static void load_imports(Loader *l, UserPackage *p);

// The package in a folder, for an import of p.
static void import_folder(Loader *l, UserPackage *p, const char *dir, const char *path, const char *file, ImportEntry *entry)
{
    Session *s = l->s;
    UserPackage *found = find_loaded(s, dir);
    for (UserPackage *up = p; up && !found; up = up->importer)
        if (strcmp(up->dir, dir) == 0)
            found = up;
    if (found && found->loading) {
        entry->error = "import cycle not allowed";
        entry->error_line = cycle_text(s, p, found, file);
        return;
    }
    if (!found) {
        FileList files = {0};
        FolderState state = read_folder(l, dir, &files);
        if (state != FOLDER_READ) {
            entry->error = state == FOLDER_WRONG ? "" : not_found(s, p, path);
            if (state == FOLDER_TESTS)
                entry->error_line = arena_printf(&s->arena, "%s: no non-test Go files in %s", path, dir);
            else if (state == FOLDER_EXCLUDED)
                entry->error_line = excluded_text(s, p, path, dir);
            return;
        }
        found = parse_package(l, dir, path, path, &files, &entry->error);
        if (!found)
            return;
        found->importer = p;
        found->import_file = base_name(file);
        load_imports(l, found);
    }
    if (name_is(found->pkg->name, "main")) {
        entry->error = arena_printf(&s->arena, "import \"%s\" is a program, not an importable package", path);
        return;
    }
    entry->pkg = found->pkg;
}

// Without empty, "." and ".." elements.
static const char *canonical_path(Session *s, const char *path)
{
    const char *clean = path_clean(s, "/", path);
    return path[0] == '/' ? clean : clean + 1;
}

static void resolve_import(Loader *l, UserPackage *p, const char *path, const char *file, ImportEntry *entry)
{
    Session *s = l->s;
    if (strcmp(path, "unsafe") == 0) {
        entry->pkg = unsafe_package(s->checker);
        return;
    }
    if (strcmp(path, "C") == 0) {
        entry->error = "cgo is not supported";
        return;
    }
    if (strncmp(path, "./", 2) == 0 || strncmp(path, "../", 3) == 0 || strcmp(path, ".") == 0 || strcmp(path, "..") == 0) {
        const char *dir = path_clean(s, p->dir, path);
        if (!path_is_dir(dir)) {
            entry->error = arena_printf(&s->arena, "package %s is not in std", path);
            return;
        }
        import_folder(l, p, dir, arena_printf(&s->arena, "_%s", dir), file, entry);
        return;
    }
    const char *clean = canonical_path(s, path);
    if (strcmp(clean, path) != 0) {
        entry->error = arena_printf(&s->arena, "non-canonical import path \"%s\" (should be \"%s\")", path, clean);
        return;
    }
    if (path[0] == '/') {
        entry->error = "import path cannot be absolute path";
        return;
    }
    const char *vendored = vendor_folder(s, p, path);
    if (vendored) {
        import_folder(l, p, vendored, path, file, entry);
        return;
    }
    const char *folder = p->module ? module_folder(s, p->module, path) : NULL;
    if (folder && (path_is_dir(folder) || !embed_find_package(path))) {
        if (!internal_allowed(path, p->shown[0] == 'c' && !strcmp(p->shown, "command-line-arguments") && p->module
                                        ? arena_printf(&s->arena, "%s%s", p->module->path, p->dir + strlen(p->module->root))
                                        : p->shown)) {
            entry->error = arena_printf(&s->arena, "use of internal package %s not allowed", path);
            entry->error_line = "";
            return;
        }
        if (path_is_dir(folder))
            import_folder(l, p, path_clean(s, "/", folder), path, file, entry);
        else
            entry->error = not_found(s, p, path);
        return;
    }
    if (!internal_allowed(path, p->shown)) {
        entry->error = arena_printf(&s->arena, "use of internal package %s not allowed", path);
        entry->error_line = "";
        return;
    }
    entry->pkg = std_package(s, path);
    if (!entry->pkg)
        entry->error = not_found(s, p, path);
}

static void report(Loader *l, UserPackage *p, const ImportEntry *entry, Pos pos)
{
    Session *s = l->s;
    Place at = fileset_real_place(&s->files, pos);
    const char *file = path_bare(at.file);
    if (entry->error_line && entry->error_line[0])
        buf_printf(l->errors, "%s\n", entry->error_line);
    else if (entry->error_line && entry->error[0])
        buf_printf(l->errors, "package %s\n\t%s:%d:%d: %s\n", p->shown, file, at.line, at.column, entry->error);
    else if (entry->error[0])
        buf_printf(l->errors, "%s:%d:%d: %s\n", file, at.line, at.column, entry->error);
}

// The value of a well-formed import path literal; NULL: leave it to the checker.
static const char *import_path(Session *s, const Node *path)
{
    if (!node_is(path, NODE_BASIC_LIT) || AS(BasicLit, BASIC_LIT, path)->bad)
        return NULL;
    Str text = name_str(AS(BasicLit, BASIC_LIT, path)->text);
    if (text.len < 3 || (text.ptr[0] != '"' && text.ptr[0] != '`') || memchr(text.ptr, '\\', text.len))
        return NULL;
    for (size_t i = 1; i + 1 < text.len; i++)
        if ((unsigned char)text.ptr[i] <= ' ' || strchr("!\"#$%&'()*,:;<=>?[]^{|}`", text.ptr[i]))
            return NULL;
    return arena_copy_text(&s->arena, text.ptr + 1, text.len - 2);
}

static void load_imports(Loader *l, UserPackage *p)
{
    Session *s = l->s;
    p->loading = true;
    for (int i = 0; i < p->pkg->files.n; i++) {
        AstFile *f = p->pkg->files.at[i];
        for (int j = 0; j < f->decls.n; j++) {
            if (!node_is(f->decls.at[j], NODE_IMPORT_DECL))
                continue;
            Node *path_node = AS(ImportDecl, IMPORT_DECL, f->decls.at[j])->path;
            const char *path = import_path(s, path_node);
            if (!path)
                continue;
            void **at = hashmap_at(&p->imports, &s->arena, intern_text(&s->names, path));
            if (*at)
                continue;
            ImportEntry *entry = ARENA_NEW(&s->arena, ImportEntry);
            *at = entry;
            resolve_import(l, p, path, base_name(fileset_file(&s->files, path_node->pos)->name), entry);
            if (!entry->pkg)
                report(l, p, entry, f->decls.at[j]->pos);
        }
    }
    p->loading = false;
    vec_push(&s->packages, &s->arena, p);
}

typedef struct Parsing {
    Session *s;
    File *file;
    AstFile *tree;
} Parsing;

static void parse_here(void *data)
{
    Parsing *p = data;
    p->tree = parse_file(&p->s->parse, p->file);
}

static AstFile *parse(Session *s, File *file)
{
    int64_t began = clock_ns();
    Parsing p = {s, file, NULL};
    stack_call_with(ast_stack_bytes(file->len), parse_here, &p);
    s->spent.parse += clock_ns() - began;
    return p.tree;
}

// NULL: *error says why; it is empty if messages are in the sink.
static UserPackage *parse_package(Loader *l, const char *dir, const char *path, const char *shown, FileList *files, const char **error)
{
    Session *s = l->s;
    UserPackage *p = ARENA_NEW(&s->arena, UserPackage);
    p->dir = dir;
    p->shown = shown;
    p->module = module_find(s, dir);
    AstFile *first = NULL;
    for (int i = 0; i < files->n; i++) {
        AstFile *f = parse(s, files->at[i]);
        Name name = package_name_of(f);
        if (!name || (name_is(name, "_") && files->at[i]->len == 0))
            continue; // reported
        if (!p->pkg) {
            first = f;
            p->pkg = package_new(s->checker, path ? path : name->text, name);
        } else if (name != p->pkg->name) {
            *error = arena_printf(&s->arena, "found packages %s (%s) and %s (%s) in %s", p->pkg->name->text,
                                  base_name(fileset_file(&s->files, first->package_name->pos)->name), name->text,
                                  base_name(files->at[i]->name), dir);
            return NULL;
        }
        int minor = constraint_go_version((Str){files->at[i]->text, files->at[i]->len});
        if (minor)
            f->go_version = intern_text(&s->names, arena_printf(&s->arena, "go1.%d", minor));
        p->pkg->lang = p->module ? p->module->go_minor : 0;
        vec_push(&p->pkg->files, &s->arena, f);
    }
    *error = "";
    return p->pkg ? p : NULL;
}

Package *load_import(Importer *imp, const char *path, Package *importer, Pos pos, const char **error)
{
    (void)pos;
    Session *s = (Session *)((char *)imp - offsetof(Session, importer));
    *error = NULL;
    if (importer->is_std)
        return std_package(s, path);
    if (importer->is_session) {
        Package *pkg = std_package(s, path);
        if (!pkg)
            *error = arena_printf(&s->arena, "package %s is not in std", path);
        return pkg;
    }
    for (int i = 0; i < s->packages.n; i++) {
        UserPackage *p = s->packages.at[i];
        if (p->pkg != importer)
            continue;
        const ImportEntry *entry = hashmap_get(&p->imports, intern_text(&s->names, path));
        if (!entry)
            break;
        *error = entry->error;
        return entry->pkg;
    }
    return NULL;
}

// ---------------------------------------------------------------- the program

static const char *parent_folder(Session *s, const char *absolute)
{
    const char *slash = strrchr(absolute, '/');
    if (!slash || slash == absolute)
        return "/";
    return arena_copy_text(&s->arena, absolute, (size_t)(slash - absolute));
}

static const char *folder_import_path(Session *s, const char *dir)
{
    Module *m = module_find(s, dir);
    if (!m || !m->path[0])
        return arena_printf(&s->arena, "_%s", dir);
    return arena_printf(&s->arena, "%s%s", m->path, dir + strlen(m->root));
}

static UserPackage *parse_first(Loader *l, const char *dir, const char *shown, FileList *files)
{
    const char *error;
    UserPackage *p = parse_package(l, dir, NULL, shown, files, &error);
    if (!p && error[0])
        buf_printf(l->errors, "%s\n", error);
    if (p && p->module && p->module->error) {
        buf_printf(l->errors, "%s\n", p->module->error);
        return NULL;
    }
    return p;
}

static UserPackage *load_folder(Loader *l, const char *name)
{
    Session *s = l->s;
    const char *dir = path_clean(s, s->cwd, name);
    FileList files = {0};
    const char *path = folder_import_path(s, dir);
    switch (read_folder(l, dir, &files)) {
    case FOLDER_READ:
        return parse_first(l, dir, path, &files);
    case FOLDER_WRONG:
        break;
    case FOLDER_EMPTY:
        buf_printf(l->errors, "no Go files in %s\n", dir);
        break;
    case FOLDER_TESTS:
        buf_printf(l->errors, "%s: no non-test Go files in %s\n", path, dir);
        break;
    case FOLDER_EXCLUDED:
        buf_printf(l->errors, "package %s: build constraints exclude all Go files in %s\n", path, dir);
        break;
    }
    return NULL;
}

static UserPackage *load_files(Loader *l, char *const *names, int n)
{
    Session *s = l->s;
    FileList files = {0};
    const char *dir = NULL;
    for (int i = 0; i < n; i++) {
        bool is_stdin = strcmp(names[i], "-") == 0;
        const char *path = path_clean(s, s->cwd, is_stdin ? "stdin.go" : names[i]);
        const char *folder = parent_folder(s, path);
        if (dir && strcmp(dir, folder) != 0) {
            buf_printf(l->errors, "named files must all be in one directory; have %s and %s\n",
                       path_bare(path_display(s, dir)), path_bare(path_display(s, folder)));
            return NULL;
        }
        dir = folder;
        struct stat st;
        if (!is_stdin && stat(names[i], &st) != 0) {
            bool is_file = strlen(names[i]) > 3 && strcmp(names[i] + strlen(names[i]) - 3, ".go") == 0;
            if (errno == ENOENT && !is_file && strchr(names[i], '/'))
                buf_printf(l->errors, "stat %s: directory not found\n", path);
            else
                buf_printf(l->errors, "stat %s: %s\n", names[i], errno_text(s, errno));
            continue;
        }
        File *f = read_file(l, is_stdin ? "-" : path, is_stdin ? "stdin" : path_display(s, path));
        if (f)
            vec_push(&files, &s->arena, f);
    }
    return files.n == n ? parse_first(l, dir, "command-line-arguments", &files) : NULL;
}

LoadResult load_program(Session *s, char *const *names, int n)
{
    LoadResult r = {0};
    Loader l = {s, &r.errors};
    bool is_folder = n == 1 && path_is_dir(names[0]);
    UserPackage *p = is_folder ? load_folder(&l, names[0]) : load_files(&l, names, n);
    if (p) {
        load_imports(&l, p);
        r.main = p;
    }
    return r;
}

LoadResult load_text(Session *s, const char *name, Str text)
{
    LoadResult r = {0};
    Loader l = {s, &r.errors};
    FileList files = {0};
    vec_push(&files, &s->arena, fileset_add(&s->files, name, text));
    r.main = parse_first(&l, s->cwd, "command-line-arguments", &files);
    if (r.main)
        load_imports(&l, r.main);
    return r;
}

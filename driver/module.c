// module.c: go.mod files and paths.
// Sources: the Go modules reference, "go.mod files"; what is read here is module, go, require, replace.
#include "driver/module.h"

#include <ctype.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "driver/constraint.h"

bool path_is_dir(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool path_is_file(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && !S_ISDIR(st.st_mode);
}

const char *path_clean(Session *s, const char *dir, const char *path)
{
    char *joined = path[0] == '/' ? arena_printf(&s->arena, "%s", path) : arena_printf(&s->arena, "%s/%s", dir, path);
    char *out = arena_alloc(&s->arena, strlen(joined) + 2);
    size_t len = 0;
    for (const char *p = joined; *p;) {
        while (*p == '/')
            p++;
        size_t n = strcspn(p, "/");
        if (n == 0)
            break;
        if (n == 2 && p[0] == '.' && p[1] == '.') {
            while (len > 0 && out[--len] != '/') {
            }
        } else if (!(n == 1 && p[0] == '.')) {
            out[len++] = '/';
            memcpy(out + len, p, n);
            len += n;
        }
        p += n;
    }
    if (len == 0)
        out[len++] = '/';
    out[len] = 0;
    return out;
}

const char *path_bare(const char *shown)
{
    return strncmp(shown, "./", 2) == 0 ? shown + 2 : shown;
}

const char *path_display(Session *s, const char *absolute)
{
    const char *from = s->cwd;
    if (!from[0])
        return absolute;
    // The common folders, then a ".." for each one of `from` that is left.
    size_t i = 0, common = 0;
    while (from[i] && from[i] == absolute[i]) {
        i++;
        if ((from[i] == '/' || !from[i]) && (absolute[i] == '/' || !absolute[i]))
            common = i;
    }
    const char *rest = absolute + common;
    while (*rest == '/')
        rest++;
    Buf out = {0};
    for (const char *p = from + common; *p; p++)
        if (*p == '/' && p[1])
            buf_add_text(&out, "../");
    buf_add_text(&out, *rest ? rest : ".");
    const char *shown = absolute;
    if (out.len < strlen(absolute)) {
        bool bare = !strchr(out.ptr, '/');
        shown = arena_printf(&s->arena, "%s%s", bare ? "./" : "", out.ptr);
    }
    buf_done(&out);
    return shown;
}

typedef struct ModReader {
    Session *s;
    Module *m;
    char block[16]; // keyword of the block being read; "": none
    const char *file; // as messages show it
    int line;
} ModReader;

static bool is_verb(const char *word)
{
    static const char *const verbs[] = {"module",  "go",      "toolchain", "godebug", "require",
                                        "exclude", "replace", "retract",   "tool",    "ignore"};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (strcmp(verbs[i], word) == 0)
            return true;
    return false;
}

static void read_line(ModReader *r, char **words, int n)
{
    Arena *a = &r->s->arena;
    Module *m = r->m;
    const char *verb = r->block[0] ? r->block : words[0];
    if (!r->block[0] && !is_verb(words[0])) {
        const char *before = m->error ? m->error : "go: errors parsing go.mod:";
        m->error = arena_printf(a, "%s\n%s:%d: unknown directive: %s", before, r->file, r->line, words[0]);
        return;
    }
    if (!r->block[0]) {
        if (n == 2 && strcmp(words[1], "(") == 0 && strlen(words[0]) < sizeof r->block) {
            strcpy(r->block, words[0]);
            return;
        }
        words++;
        n--;
    } else if (n == 1 && strcmp(words[0], ")") == 0) {
        r->block[0] = 0;
        return;
    }
    if (strcmp(verb, "module") == 0 && n >= 1) {
        m->path = words[0];
    } else if (strcmp(verb, "go") == 0 && n >= 1) {
        if (strncmp(words[0], "1.", 2) == 0)
            m->go_minor = atoi(words[0] + 2);
        if (m->go_minor > GO_MINOR && !m->error)
            m->error = arena_printf(a, "go: %s requires go >= %s (running go 1.%d)", r->file, words[0], GO_MINOR);
    } else if (strcmp(verb, "require") == 0 && n >= 2) {
        vec_push(&m->requires, a, ((ModuleRequire){words[0], words[1]}));
    } else if (strcmp(verb, "replace") == 0) {
        int arrow = 0;
        while (arrow < n && strcmp(words[arrow], "=>") != 0)
            arrow++;
        if (arrow >= 1 && arrow + 1 < n) {
            const char *to = words[arrow + 1];
            if (to[0] == '.' || to[0] == '/')
                to = path_clean(r->s, m->root, to);
            vec_push(&m->replaces, a, ((ModuleReplace){words[0], to, arrow + 2 < n ? words[arrow + 2] : ""}));
        }
    }
}

static void read_mod(Session *s, Module *m, const char *text, size_t len)
{
    const char *shown = path_display(s, arena_printf(&s->arena, "%s/go.mod", m->root[1] ? m->root : ""));
    ModReader r = {.s = s, .m = m, .file = path_bare(shown)};
    size_t at = 0;
    while (at < len) {
        size_t end = at;
        while (end < len && text[end] != '\n')
            end++;
        r.line++;
        char *words[16];
        int n = 0;
        for (size_t i = at; i < end && n < 16;) {
            while (i < end && isspace((unsigned char)text[i]))
                i++;
            if (i == end || (text[i] == '/' && i + 1 < end && text[i + 1] == '/'))
                break;
            size_t from = i;
            if (text[i] == '"' || text[i] == '`') {
                char quote = text[i];
                from = ++i;
                while (i < end && text[i] != quote)
                    i++;
                words[n++] = arena_copy_text(&s->arena, text + from, i - from);
                i++;
                continue;
            }
            while (i < end && !isspace((unsigned char)text[i]))
                i++;
            words[n++] = arena_copy_text(&s->arena, text + from, i - from);
        }
        if (n > 0)
            read_line(&r, words, n);
        at = end + 1;
    }
    if (!m->path[0] && !m->error)
        m->error = arena_printf(&s->arena,
                                "go: error reading %s: missing module declaration. To specify the module path:\n"
                                "\tgo mod edit -module=example.com/mod",
                                r.file);
}

Module *module_find(Session *s, const char *dir)
{
    char *at = arena_printf(&s->arena, "%s", dir);
    for (;;) {
        for (int i = 0; i < s->modules.n; i++)
            if (strcmp(s->modules.at[i]->root, at) == 0)
                return s->modules.at[i];
        const char *file = arena_printf(&s->arena, "%s/go.mod", at[1] ? at : "");
        if (path_is_file(file)) {
            FILE *f = fopen(file, "rb");
            if (f) {
                Buf text = {0};
                char chunk[4096];
                size_t n;
                while ((n = fread(chunk, 1, sizeof chunk, f)) > 0 && text.len < 16u << 20)
                    buf_add(&text, chunk, n);
                fclose(f);
                Module *m = ARENA_NEW(&s->arena, Module);
                m->root = arena_printf(&s->arena, "%s", at);
                m->path = "";
                read_mod(s, m, text.ptr ? text.ptr : "", text.len);
                buf_done(&text);
                vec_push(&s->modules, &s->arena, m);
                return m;
            }
        }
        char *slash = strrchr(at, '/');
        if (!slash || !at[1])
            return NULL;
        slash[slash == at ? 1 : 0] = 0;
    }
}

// The rest of an import path behind a module's path; NULL: it is not in that module.
static const char *inside(const char *import_path, const char *module_path)
{
    size_t n = strlen(module_path);
    if (n == 0 || strncmp(import_path, module_path, n) != 0)
        return NULL;
    return import_path[n] == '/' ? import_path + n + 1 : import_path[n] == 0 ? import_path + n : NULL;
}

// A module path as the module cache spells folders: upper case letters as '!' and the lower case one.
static const char *escape_path(Session *s, const char *path)
{
    Buf b = {0};
    for (; *path; path++) {
        if (isupper((unsigned char)*path))
            buf_add_char(&b, '!');
        buf_add_char(&b, (char)tolower((unsigned char)*path));
    }
    const char *out = arena_copy_text(&s->arena, b.ptr ? b.ptr : "", b.len);
    buf_done(&b);
    return out;
}

static const char *cache_folder(Session *s, const char *path, const char *version, const char *rest)
{
    const char *cache = getenv("GOMODCACHE");
    if (!cache || !*cache) {
        const char *gopath = getenv("GOPATH"), *home = getenv("HOME");
        if (gopath && *gopath)
            cache = arena_printf(&s->arena, "%s/pkg/mod", gopath);
        else
            cache = arena_printf(&s->arena, "%s/go/pkg/mod", home ? home : "");
    }
    return arena_printf(&s->arena, "%s/%s@%s/%s", cache, escape_path(s, path), escape_path(s, version), rest);
}

const char *module_folder(Session *s, const Module *m, const char *import_path)
{
    const char *rest = inside(import_path, m->path);
    const char *folder = NULL;
    size_t longest = 0;
    if (rest) {
        folder = arena_printf(&s->arena, "%s/%s", m->root, rest);
        longest = strlen(m->path);
    }
    for (int i = 0; i < m->requires.n; i++) {
        const ModuleRequire *q = &m->requires.at[i];
        rest = inside(import_path, q->path);
        if (!rest || strlen(q->path) <= longest)
            continue;
        longest = strlen(q->path);
        folder = cache_folder(s, q->path, q->version, rest);
        for (int j = 0; j < m->replaces.n; j++) {
            const ModuleReplace *r = &m->replaces.at[j];
            if (strcmp(r->path, q->path) == 0)
                folder = r->to[0] == '/' ? arena_printf(&s->arena, "%s/%s", r->to, rest)
                                         : cache_folder(s, r->to, r->version, rest);
        }
    }
    return folder;
}

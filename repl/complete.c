// complete.c: finds what the session, the library and the file system have for the word at the cursor.
#include "repl/complete.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "bytecode/code.h"
#include "driver/std.h"
#include "lexer/lexer.h"
#include "repl/commands.h"
#include "repl/scan.h"
#include "stdlib/embed.h"

enum { FROM_PACKAGE = 8 };

typedef struct Completer {
    Interactive *it;
    Session *session;
    Str text;      // up to the cursor
    Str word;      // being typed
    Completions *out;
} Completer;

void completions_done(Completions *c)
{
    arena_done(&c->arena);
}

static void add(Completer *k, const char *text, const char *detail)
{
    size_t n = strlen(text);
    if (n < k->word.len || memcmp(text, k->word.ptr, k->word.len) != 0)
        return;
    Arena *a = &k->out->arena;
    Candidate c = {.text = arena_copy_text(a, text, n), .detail = detail ? arena_copy_text(a, detail, strlen(detail)) : ""};
    vec_push(&k->out->list, a, c);
}

static int by_text(const void *a, const void *b)
{
    const Candidate *x = a, *y = b;
    int order = strcmp(x->text, y->text);
    return order ? order : (y->detail[0] != 0) - (x->detail[0] != 0);
}

static void sort_once(Completions *c)
{
    if (c->list.n == 0)
        return;
    qsort(c->list.at, (size_t)c->list.n, sizeof *c->list.at, by_text);
    int n = 1;
    for (int i = 1; i < c->list.n; i++)
        if (strcmp(c->list.at[i].text, c->list.at[n - 1].text) != 0)
            c->list.at[n++] = c->list.at[i];
    c->list.n = n;
}

// ---------------------------------------------------------------- names

static bool shows(Str name)
{
    for (size_t i = 0; i < name.len; i++)
        if (!is_word_byte(name.ptr[i]))
            return false; // a name that no program can spell
    return name.len > 0 && !str_is(name, "_");
}

static void describe(Completer *k, Object *o, Buf *b)
{
    b->len = 0;
    Package *from = interactive_package(k->it);
    switch ((ObjectKind)o->kind) {
    case OBJ_PKG_NAME:
        buf_printf(b, "package %s", o->pkg_name.imported->path);
        break;
    case OBJ_TYPE_NAME:
        buf_add_text(b, "type");
        break;
    case OBJ_CONST:
        buf_add_text(b, "const ");
        if (o->type)
            type_print(b, o->type, from);
        break;
    case OBJ_BUILTIN:
        buf_add_text(b, "built-in");
        break;
    default:
        if (o->type)
            type_print(b, o->type, from);
        break;
    }
    buf_add_char(b, 0);
}

static void add_scope(Completer *k, Scope *s)
{
    Buf b = {0};
    for (int i = 0; i < s->list.n; i++) {
        Object *o = s->list.at[i];
        Str name = name_str(o->name);
        if (!str_has_prefix(name, k->word) || !shows(name))
            continue;
        describe(k, o, &b);
        add(k, name.ptr, b.ptr);
    }
    buf_done(&b);
}

// Names that the text being typed declares or uses: what is local to it.
static void add_words_of_text(Completer *k)
{
    size_t end = k->text.len - k->word.len;
    char name[128];
    for (size_t i = 0; i < end;) {
        size_t start = i;
        while (i < end && is_word_byte(k->text.ptr[i]))
            i++;
        size_t n = i - start;
        bool digit = n > 0 && k->text.ptr[start] >= '0' && k->text.ptr[start] <= '9';
        if (n > 1 && !digit && n < sizeof name && (start == 0 || k->text.ptr[start - 1] != '.')) {
            memcpy(name, k->text.ptr + start, n);
            name[n] = 0;
            add(k, name, "");
        }
        if (i == start)
            i++;
    }
}

// The last values: asked for by an underscore, they are in nobody's way.
static void add_kept_values(Completer *k)
{
    int64_t input;
    Type *type;
    Buf b = {0};
    compile_lock();
    for (int i = 0; kept_describe(interactive_kept(k->it), i, &input, &type); i++) {
        char name[32];
        if (!type)
            continue;
        b.len = 0;
        type_print(&b, type, interactive_package(k->it));
        buf_add_char(&b, 0);
        snprintf(name, sizeof name, "_%lld", (long long)input);
        add(k, name, b.ptr);
    }
    compile_unlock();
    buf_done(&b);
}

static void add_names(Completer *k)
{
    if (k->word.len > 0)
        add_words_of_text(k);
    if (k->word.len > 0 && k->word.ptr[0] == '_')
        add_kept_values(k);
    for (Scope *s = interactive_package(k->it)->scope; s; s = s->parent)
        add_scope(k, s);
    for (int t = 0; t < TOK_COUNT; t++)
        if (token_is_keyword((TokenKind)t))
            add(k, token_spelling((TokenKind)t), "keyword");
    for (int i = 0; i < embed_n_packages; i++)
        if (!embed_is_internal(&embed_packages[i])) {
            char detail[256];
            snprintf(detail, sizeof detail, "package %s", embed_packages[i].path);
            add(k, embed_packages[i].name, detail);
        }
}

// ---------------------------------------------------------------- members

static void add_std_members(Completer *k, const EmbedPackage *p)
{
    Package *pkg = std_package(k->session, p->path);
    Buf b = {0};
    int n = 0;
    for (uint32_t i = 0; i < p->n_decls; i++) // few enough to say more about each
        n += str_has_prefix(str_of(embed_decl_name(&embed_decls[p->first_decl + i])), k->word);
    for (uint32_t i = 0; i < p->n_decls; i++) {
        const EmbedDecl *d = &embed_decls[p->first_decl + i];
        const char *name = embed_decl_name(d);
        if (!embed_decl_is_exported(d) || !str_has_prefix(str_of(name), k->word))
            continue;
        Object *o = n <= FROM_PACKAGE && pkg ? scope_find(pkg->scope, intern_text(&k->session->names, name)) : NULL;
        if (o && o->state == OBJ_UNRESOLVED)
            check_resolve(k->session->checker, o);
        if (o)
            describe(k, o, &b);
        add(k, name, o ? b.ptr : "");
    }
    buf_done(&b);
}

static void add_package_members(Completer *k, Package *pkg)
{
    const EmbedPackage *p = embed_find_package(pkg->path);
    if (p && pkg->is_std) {
        add_std_members(k, p);
        return;
    }
    Buf b = {0};
    for (int i = 0; i < pkg->scope->list.n; i++) {
        Object *o = pkg->scope->list.at[i];
        if (!name_is_exported(o->name))
            continue;
        describe(k, o, &b);
        add(k, o->name->text, b.ptr);
    }
    buf_done(&b);
}

static void add_fields(Completer *k, Type *t, int depth)
{
    bool pointer;
    t = type_under(type_deref(t, &pointer));
    if (t->kind != TYPE_STRUCT || depth > 6)
        return;
    Buf b = {0};
    for (int i = 0; i < t->strct.n; i++) {
        Object *f = t->strct.fields[i];
        if (name_is_exported(f->name) || f->pkg == interactive_package(k->it)) {
            describe(k, f, &b);
            add(k, f->name->text, b.ptr);
        }
        if (f->var.embedded)
            add_fields(k, f->type, depth + 1);
    }
    buf_done(&b);
}

static void add_members(Completer *k, Type *t, bool is_type)
{
    Checker *c = k->session->checker;
    if (!is_type)
        add_fields(k, t, 0);
    Type *under = type_under(t);
    Type *of = under->kind == TYPE_INTERFACE || under->kind == TYPE_POINTER ? t : type_new_pointer(c, t);
    int n;
    MethodSetEntry *methods = method_set(c, of, &n);
    Buf b = {0};
    for (int i = 0; i < n; i++) {
        Object *m = methods[i].obj;
        if (!name_is_exported(m->name) && m->pkg != interactive_package(k->it))
            continue;
        if (!m->type)
            check_resolve(c, m);
        describe(k, m, &b);
        add(k, m->name->text, b.ptr);
    }
    buf_done(&b);
}

// Where the operand that ends at byte `end` begins: names, dots, calls and indices.
static size_t operand_start(Str text, size_t end)
{
    size_t i = end;
    while (i > 0) {
        char c = text.ptr[i - 1];
        if (is_word_byte(c) || c == '.') {
            i--;
        } else if (c == ')' || c == ']' || c == '}') {
            int depth = 0;
            size_t j = i;
            while (j > 0) {
                c = text.ptr[--j];
                depth += c == ')' || c == ']' || c == '}';
                depth -= c == '(' || c == '[' || c == '{';
                if (depth == 0)
                    break;
            }
            if (depth != 0)
                return i;
            i = j;
        } else if (c == '"' || c == '`') {
            size_t j = i - 1;
            while (j > 0 && text.ptr[j - 1] != c)
                j--;
            return j > 0 ? j - 1 : i;
        } else {
            break;
        }
    }
    while (i < end && text.ptr[i] == '.')
        i++;
    return i;
}

// What the checker says of the operand, in the unfinished text if that can be, else alone.
static TypeAndValue type_of_operand(Interactive *it, Str text, size_t start, size_t end)
{
    Scan s = {0};
    scan_text(&s, (Str){text.ptr, end});
    TypeAndValue tv = {0};
    if (start > 0 && s.depth <= SCAN_MAX_OPEN) {
        for (int body = 0; body < 2 && tv.mode == MODE_NONE; body++) {
            Buf b = {0};
            buf_add(&b, text.ptr, end);
            if (body)
                buf_add_text(&b, " {}");
            for (int i = s.depth - 1; i >= 0; i--)
                buf_add_text(&b, s.open[i] == '(' ? ")" : s.open[i] == '[' ? "]" : "\n}");
            tv = interactive_type_at(it, buf_str(&b), start, end, NULL);
            buf_done(&b);
        }
    }
    if (tv.mode == MODE_NONE)
        tv = interactive_type_at(it, (Str){text.ptr + start, end - start}, 0, end - start, NULL);
    return tv;
}

static void complete_members(Completer *k, size_t dot)
{
    size_t start = operand_start(k->text, dot);
    if (start >= dot)
        return;
    Str operand = {k->text.ptr + start, dot - start};
    bool word = true;
    for (size_t i = 0; i < operand.len; i++)
        word &= is_word_byte(operand.ptr[i]);
    if (word) {
        compile_lock();
        Object *o = scope_lookup(interactive_package(k->it)->scope, intern(&k->session->names, operand), NO_POS, NULL);
        if (o && o->kind == OBJ_PKG_NAME)
            add_package_members(k, o->pkg_name.imported);
        compile_unlock();
        if (o && o->kind == OBJ_PKG_NAME)
            return;
    }
    TypeAndValue tv = type_of_operand(k->it, k->text, start, dot);
    if (tv.mode == MODE_NONE || !tv.type || tv.type->kind == TYPE_TUPLE || !type_is_valid(tv.type))
        return;
    compile_lock();
    add_members(k, tv.type, tv.mode == MODE_TYPE);
    compile_unlock();
}

// ---------------------------------------------------------------- paths

static void add_import_paths(Completer *k)
{
    for (int i = 0; i < embed_n_packages; i++)
        if (!embed_is_internal(&embed_packages[i]))
            add(k, embed_packages[i].path, "");
}

static void add_files(Completer *k)
{
    char folder[1024] = ".";
    size_t slash = k->word.len;
    while (slash > 0 && k->word.ptr[slash - 1] != '/')
        slash--;
    if (slash >= sizeof folder)
        return;
    if (slash > 0) {
        memcpy(folder, k->word.ptr, slash);
        folder[slash] = 0;
    }
    DIR *d = opendir(folder);
    if (!d)
        return;
    for (struct dirent *e; (e = readdir(d));) {
        if (e->d_name[0] == '.' && (slash == k->word.len || k->word.ptr[slash] != '.'))
            continue;
        Buf b = {0};
        buf_add(&b, k->word.ptr, slash);
        buf_add_text(&b, e->d_name);
        struct stat st;
        if (stat(b.ptr, &st) == 0 && S_ISDIR(st.st_mode))
            buf_add_char(&b, '/');
        add(k, b.ptr, "");
        buf_done(&b);
    }
    closedir(d);
}

// Does the string that begins at `quote` stand where an import declaration has its path?
static bool is_import_path(Str text, size_t quote)
{
    size_t line = quote;
    while (line > 0 && text.ptr[line - 1] != '\n')
        line--;
    Str before = {text.ptr + line, quote - line};
    while (before.len > 0 && (before.ptr[0] == ' ' || before.ptr[0] == '\t'))
        before.ptr++, before.len--;
    if (str_has_prefix(before, STR("import")))
        return true;
    const char *group = memmem(text.ptr, line, "import (", 8);
    return group && !memchr(group, ')', (size_t)(text.ptr + quote - group));
}

static void set_word(Completer *k, size_t start)
{
    k->word = (Str){k->text.ptr + start, k->text.len - start};
    k->out->start = start;
}

static void complete_command(Completer *k)
{
    size_t space = 0;
    while (space < k->text.len && k->text.ptr[space] != ' ')
        space++;
    if (space == k->text.len) {
        set_word(k, 0);
        for (int i = 0; command_name(i); i++)
            add(k, command_name(i), command_words(i));
        return;
    }
    size_t start = k->text.len;
    while (start > space + 1 && k->text.ptr[start - 1] != ' ')
        start--;
    set_word(k, start);
    switch (command_takes((Str){k->text.ptr, space})) {
    case COMMAND_FILE:
        add_files(k);
        break;
    case COMMAND_STAGE:
        if (start == space + 1) {
            for (Stage s = STAGE_NONE + 1; s < STAGE_COUNT; s++)
                add(k, stage_name(s), stage_words(s));
            break;
        }
        // fall through
    case COMMAND_TOPIC:
    case COMMAND_INPUT: {
        size_t word = k->text.len;
        while (word > space + 1 && is_word_byte(k->text.ptr[word - 1]))
            word--;
        set_word(k, word);
        if (k->text.ptr[word - 1] == '.') {
            Str whole = k->text;
            k->text = (Str){whole.ptr + space + 1, whole.len - space - 1};
            complete_members(k, word - space - 2);
            k->text = whole;
        } else {
            add_names(k);
        }
        break;
    }
    case COMMAND_NOTHING:
        break;
    }
}

void complete_at(Interactive *it, Str text, size_t cursor, Completions *out)
{
    *out = (Completions){.start = cursor};
    arena_init(&out->arena);
    Completer k = {.it = it, .session = interactive_session(it), .text = {text.ptr, cursor}, .out = out};
    set_word(&k, cursor);
    Scan s = {0};
    scan_text(&s, k.text);
    if (cursor > 0 && text.ptr[0] == ':') {
        complete_command(&k);
    } else if (s.at_end == TEXT_STRING) {
        set_word(&k, s.string_start + 1);
        if (is_import_path(k.text, s.string_start))
            add_import_paths(&k);
        else
            add_files(&k);
    } else if (s.at_end != TEXT_COMMENT) {
        size_t start = cursor;
        while (start > 0 && is_word_byte(text.ptr[start - 1]))
            start--;
        set_word(&k, start);
        if (start > 0 && text.ptr[start - 1] == '.')
            complete_members(&k, start - 1);
        else
            add_names(&k);
    }
    sort_once(out);
}

void signature_at(Interactive *it, Str text, size_t cursor, Buf *out)
{
    Str before = {text.ptr, cursor};
    Scan s = {0};
    scan_text(&s, before);
    if (s.at_end != TEXT_PLAIN || s.depth == 0)
        return;
    size_t paren = cursor;
    for (int depth = 0; paren > 0; paren--) { // the bracket around the cursor; strings with brackets in them are rare here
        char c = before.ptr[paren - 1];
        depth += c == ')' || c == ']' || c == '}';
        depth -= c == '(' || c == '[' || c == '{';
        if (depth < 0)
            break;
    }
    if (paren == 0 || before.ptr[paren - 1] != '(')
        return;
    size_t end = paren - 1, start = operand_start(before, end);
    if (start >= end || !is_word_byte(before.ptr[end - 1]))
        return;
    TypeAndValue tv = type_of_operand(it, before, start, end);
    if (tv.mode == MODE_NONE || tv.mode == MODE_TYPE || !tv.type || type_under(tv.type)->kind != TYPE_SIGNATURE)
        return;
    buf_add(out, before.ptr + start, end - start);
    compile_lock();
    Buf b = {0};
    type_print(&b, type_under(tv.type), interactive_package(it));
    compile_unlock();
    Str shown = buf_str(&b);
    if (str_has_prefix(shown, STR("func")))
        shown = (Str){shown.ptr + 4, shown.len - 4};
    buf_add_str(out, shown);
    buf_done(&b);
}

// doc.c: finds declarations in the embedded library and in the session's inputs, and prints them with their comments.
#include "repl/doc.h"

#include "base/columns.h"
#include "bytecode/code.h"
#include "repl/extent.h"
#include "stdlib/embed.h"

enum { MAX_LINES = 60, WIDTH = 80 };

typedef struct Doc {
    Repl *r;
    FILE *out;
    bool source; // functions with their bodies
    int width, column;
} Doc;

static size_t line_begin(const char *text, size_t at)
{
    while (at > 0 && text[at - 1] != '\n')
        at--;
    return at;
}

// Words of a comment's paragraph, broken into lines of the width.
static void add_words(Doc *d, Str line)
{
    size_t i = 0;
    while (i < line.len) {
        while (i < line.len && line.ptr[i] == ' ')
            i++;
        size_t start = i;
        while (i < line.len && line.ptr[i] != ' ')
            i++;
        Str word = {line.ptr + start, i - start};
        int columns = text_columns(word);
        if (word.len == 0)
            break;
        if (d->column > 0 && d->column + 1 + columns > d->width) {
            fputc('\n', d->out);
            d->column = 0;
        }
        d->column += fprintf(d->out, d->column ? " " : "    ");
        fprintf(d->out, "%.*s", STR_ARG(word));
        d->column += columns;
    }
}

static void end_paragraph(Doc *d)
{
    if (d->column > 0)
        fputc('\n', d->out);
    d->column = 0;
}

// The comment lines right above the line at `at`, without their slashes. Indented ones (examples) stay lines.
static void print_comment(Doc *d, const char *text, size_t at)
{
    size_t line = line_begin(text, at), first = line;
    while (first > 0) {
        size_t above = line_begin(text, first - 1), i = above;
        while (text[i] == ' ' || text[i] == '\t')
            i++;
        if (text[i] != '/' || text[i + 1] != '/')
            break;
        first = above;
    }
    while (first < line) {
        while (text[first] == ' ' || text[first] == '\t')
            first++;
        first += 2;
        size_t end = first;
        while (text[end] != '\n')
            end++;
        Str words = {text + first, end - first};
        if (str_has_prefix(words, STR("go:"))) {
        } else if (str_has_prefix(words, STR("\t")) || str_has_prefix(words, STR("  ")) || words.len == 0) {
            end_paragraph(d);
            fprintf(d->out, words.len ? "   %.*s\n" : "\n", STR_ARG(words));
        } else {
            add_words(d, words);
        }
        first = end + 1;
    }
    end_paragraph(d);
}

// A declaration; of a function what stands before its body.
static void print_declaration(Doc *d, Str text, bool is_func)
{
    int lines = 0;
    size_t end = text.len;
    if (is_func && !d->source) {
        int depth = 0;
        for (end = 0; end < text.len; end++) {
            char c = text.ptr[end];
            depth += c == '(' || c == '[';
            depth -= c == ')' || c == ']';
            bool braces_of_type = end >= 9 && (memcmp(text.ptr + end - 9, "interface", 9) == 0 || memcmp(text.ptr + end - 6, "struct", 6) == 0);
            if (depth == 0 && (c == '\n' || (c == '{' && !braces_of_type)))
                break;
        }
        while (end > 0 && text.ptr[end - 1] == ' ')
            end--;
    }
    for (size_t i = 0; i < end; i++) {
        fputc(text.ptr[i], d->out);
        if (text.ptr[i] == '\n' && ++lines == MAX_LINES && !d->source) {
            fputs("\xe2\x80\xa6", d->out);
            break;
        }
    }
    fputc('\n', d->out);
}

static const char *kind_word(uint8_t kind)
{
    switch ((EmbedKind)kind) {
    case EMBED_CONST: return "const ";
    case EMBED_TYPE: return "type ";
    case EMBED_VAR: return "var ";
    default: return "";
    }
}

static void print_embedded(Doc *d, const EmbedDecl *e)
{
    const EmbedFile *f = &embed_files[e->file];
    Str text = {f->text + e->start, e->end - e->start};
    const char *word = kind_word(e->kind);
    if (!str_has_prefix(text, str_of(word)))
        fputs(word, d->out);
    print_declaration(d, text, e->kind == EMBED_FUNC || e->kind == EMBED_METHOD);
    print_comment(d, f->text, e->start);
}

static void print_package(Doc *d, const EmbedPackage *p)
{
    fprintf(d->out, "package %s // import \"%s\"\n", p->name, p->path);
    for (uint32_t i = 0; i < p->n_files; i++) {
        const EmbedFile *f = &embed_files[p->first_file + i];
        const char *clause = strncmp(f->text, "package ", 8) == 0 ? f->text : strstr(f->text, "\npackage ");
        if (!clause || clause == f->text)
            continue;
        print_comment(d, f->text, (size_t)(clause + 1 - f->text));
        break;
    }
    for (uint32_t i = 0, column = 0; i < p->n_decls; i++) {
        const char *name = embed_decl_name(&embed_decls[p->first_decl + i]);
        if (name[0] < 'A' || name[0] > 'Z')
            continue;
        if (column + strlen(name) + 2 > 78)
            column = 0;
        fprintf(d->out, "%s%s", column ? "  " : "\n  ", name);
        column += (uint32_t)strlen(name) + 2;
    }
    fprintf(d->out, "\n");
}

static bool print_member(Doc *d, const EmbedPackage *p, const char *name)
{
    char first[128] = "";
    const char *dot = strchr(name, '.');
    size_t n = dot ? (size_t)(dot - name) : strlen(name);
    if (n >= sizeof first)
        return false;
    memcpy(first, name, n);
    first[n] = 0;
    if (!dot) {
        const EmbedDecl *e = embed_find_decl(p, first);
        if (!e)
            return false;
        print_embedded(d, e);
        if (e->kind != EMBED_TYPE)
            return true;
        int count;
        const EmbedDecl *m = embed_find_methods(p, first, &count);
        for (int i = 0; i < count; i++)
            if (embed_decl_is_exported(&m[i]))
                print_declaration(d, (Str){embed_files[m[i].file].text + m[i].start, m[i].end - m[i].start}, true);
        return true;
    }
    int count;
    const EmbedDecl *m = embed_find_methods(p, first, &count);
    for (int i = 0; i < count; i++)
        if (strcmp(embed_decl_name(&m[i]), dot + 1) == 0) {
            print_embedded(d, &m[i]);
            return true;
        }
    return false;
}

// ---------------------------------------------------------------- the session's own

static void print_extent(Doc *d, Extent e)
{
    Str text = {e.file->text + e.start, e.end - e.start};
    print_declaration(d, text, str_has_prefix(text, STR("func")));
    print_comment(d, e.file->text, e.start);
}

static bool declares(Node *n, const char *name)
{
    if (node_is(n, NODE_TYPE_DECL))
        return name_is(AS(Ident, IDENT, AS(TypeDecl, TYPE_DECL, n)->name)->name, name);
    if (!node_is(n, NODE_FUNC_DECL))
        return false;
    FuncDecl *d = AS(FuncDecl, FUNC_DECL, n);
    const char *dot = strchr(name, '.');
    if (!d->recv)
        return !dot && name_is(AS(Ident, IDENT, d->name)->name, name);
    if (!dot || !name_is(AS(Ident, IDENT, d->name)->name, dot + 1) || !node_is(d->recv, NODE_FIELD))
        return false;
    Buf b = {0};
    node_print_expr(&b, AS(Field, FIELD, d->recv)->type);
    Str base = buf_str(&b);
    if (base.len > 0 && base.ptr[0] == '*')
        base.ptr++, base.len--;
    bool same = str_equal(base, (Str){name, (size_t)(dot - name)});
    buf_done(&b);
    return same;
}

static Extent find_declaration(Repl *r, const char *name)
{
    for (int i = r->inputs.n - 1; i >= 0; i--) {
        NodeList nodes = r->inputs.at[i].nodes;
        for (int j = nodes.n - 1; j >= 0; j--) {
            NodeList decls = {&nodes.at[j], 1};
            if (node_is(nodes.at[j], NODE_DECL_STMT))
                decls = AS(DeclStmt, DECL_STMT, nodes.at[j])->decls;
            for (int k = 0; k < decls.n; k++)
                if (declares(decls.at[k], name))
                    return extent_of_node(interactive_session(r->it), nodes, j);
        }
    }
    return (Extent){0};
}

static void print_object(Repl *r, Object *o, FILE *out)
{
    static const char *const words[] = {[OBJ_CONST] = "const", [OBJ_TYPE_NAME] = "type", [OBJ_VAR] = "var", [OBJ_FUNC] = "func",
                                        [OBJ_BUILTIN] = "built-in function", [OBJ_NIL] = "predeclared"};
    Buf b = {0};
    compile_lock();
    if (o->kind == OBJ_CONST && o->value) {
        buf_add_char(&b, ' ');
        if (o->type)
            type_print(&b, o->type, interactive_package(r->it));
        buf_add_text(&b, " = ");
        const_print(&b, o->value);
    } else if (o->type && (o->kind == OBJ_VAR || o->kind == OBJ_FUNC)) {
        buf_add_char(&b, ' ');
        type_print(&b, o->type, interactive_package(r->it));
    } else if (o->type && o->kind == OBJ_TYPE_NAME && type_unalias(o->type)->kind == TYPE_NAMED) {
        buf_add_char(&b, ' ');
        type_print(&b, type_under(o->type), interactive_package(r->it));
    }
    compile_unlock();
    fprintf(out, "%s %s%.*s\n", words[o->kind] ? words[o->kind] : "", o->name->text, STR_ARG(buf_str(&b)));
    buf_done(&b);
}

bool doc_print(Repl *r, Str text, bool source, FILE *out)
{
    Doc d = {.r = r, .out = out, .source = source, .width = r->columns && r->columns < WIDTH ? r->columns : WIDTH};
    Session *s = interactive_session(r->it);
    char *name = arena_copy_text(&r->arena, text.ptr, text.len);
    const EmbedPackage *p = embed_find_package(name);
    if (!p) {
        Extent e = find_declaration(r, name);
        if (e.file) {
            print_extent(&d, e);
            return true;
        }
    }
    char *dot = strrchr(name, '/');
    dot = strchr(dot ? dot : name, '.');
    size_t head = dot ? (size_t)(dot - name) : text.len;
    compile_lock();
    Object *o = scope_lookup(interactive_package(r->it)->scope, intern(&s->names, (Str){name, head}), NO_POS, NULL);
    compile_unlock();
    if (o && o->kind == OBJ_PKG_NAME)
        p = embed_find_package(o->pkg_name.imported->path);
    if (!p && dot) {
        *dot = 0;
        p = embed_find_package(name); // by its whole path
        *dot = '.';
    }
    if (p && !dot) {
        print_package(&d, p);
        return true;
    }
    if (p)
        return print_member(&d, p, dot + 1);
    if (o && !dot) {
        print_object(r, o, out);
        return true;
    }
    TypeAndValue tv = interactive_type_at(r->it, text, 0, text.len, NULL);
    if (tv.mode == MODE_NONE || !tv.type)
        return false;
    Buf b = {0};
    compile_lock();
    type_print(&b, tv.type, interactive_package(r->it));
    compile_unlock();
    fprintf(out, "%s %.*s\n", name, STR_ARG(buf_str(&b)));
    buf_done(&b);
    return true;
}

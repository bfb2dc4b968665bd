// dump.c: every stage of the way shown as text, the source line beside it.
#include "driver/dump.h"

#include <stdlib.h>

#include "base/stack.h"
#include "compiler/compile.h"
#include "driver/run.h"
#include "lexer/lexer.h"

typedef void DumpFn(Session *s, UserPackage *main, FILE *out);
#define STAGE(ID, name, words, print) static DumpFn print;
#include "driver/stages.def"
#undef STAGE

static const struct {
    const char *name, *words;
    DumpFn *print;
} stages[STAGE_COUNT] = {
#define STAGE(ID, name, words, print) [STAGE_##ID] = {name, words, print},
#include "driver/stages.def"
#undef STAGE
};

Stage stage_find(const char *name)
{
    for (int i = STAGE_NONE + 1; i < STAGE_COUNT; i++)
        if (strcmp(stages[i].name, name) == 0)
            return (Stage)i;
    return STAGE_NONE;
}

const char *stage_name(Stage s)
{
    return stages[s].name;
}

const char *stage_words(Stage s)
{
    return stages[s].words;
}

typedef struct StagePrint {
    Session *s;
    Stage stage;
    UserPackage *main;
    FILE *out;
} StagePrint;

static void print_stage(void *data)
{
    StagePrint *p = data;
    stages[p->stage].print(p->s, p->main, p->out);
}

void stage_print(Session *s, Stage stage, UserPackage *main, FILE *out)
{
    StagePrint p = {s, stage, main, out};
    // What compiles finds its stack itself: it begins with the collector, which is the main thread's.
    if (stage == STAGE_BYTECODE || !stack_call_deep(print_stage, &p))
        print_stage(&p);
}

// ---------------------------------------------------------------- two columns

enum { LEFT_COLUMNS = 64 };

static int columns_of(Str text)
{
    int n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    return n;
}

static void print_padded(FILE *out, Str text, int columns)
{
    fprintf(out, "%.*s%*s", STR_ARG(text), columns > columns_of(text) ? columns - columns_of(text) : 0, "");
}

// A line of text, and beside it the source line it belongs to, when that is another than the last one shown.
static void print_beside(FILE *out, FileSet *files, Str left, Pos pos, int *last_line)
{
    int line = pos ? fileset_real_place(files, pos).line : 0;
    if (line == 0 || line == *last_line) {
        fprintf(out, "%.*s\n", STR_ARG(left));
        return;
    }
    *last_line = line;
    Str source = fileset_line_text(files, pos);
    print_padded(out, left, LEFT_COLUMNS);
    fprintf(out, " | %4d  ", line);
    for (size_t i = 0; i < source.len; i++)
        if (source.ptr[i] == '\t')
            fputs("    ", out);
        else
            fputc(source.ptr[i], out);
    fputc('\n', out);
}

// The position of line:column in a file; 0 if the numbers are no such place.
static Pos pos_at(FileSet *files, File *f, int line, int column)
{
    fileset_real_place(files, f->base); // makes the line table
    if (line < 1 || line > f->n_lines || column < 1)
        return NO_POS;
    return file_pos(f, f->lines[line - 1] + (uint32_t)column - 1);
}

static void each_file(Session *s, UserPackage *main, FILE *out, void (*print)(Session *s, File *f, AstFile *ast, FILE *out))
{
    (void)main;
    for (int i = 0; i < s->packages.n; i++) {
        Package *p = s->packages.at[i]->pkg;
        for (int j = 0; j < p->files.n; j++) {
            File *f = fileset_file(&s->files, p->files.at[j]->node.pos);
            if (!f)
                continue;
            if (s->packages.n > 1 || p->files.n > 1)
                fprintf(out, "== %s\n", f->name);
            print(s, f, p->files.at[j], out);
        }
    }
}

// ---------------------------------------------------------------- tokens

static void print_tokens(Session *s, File *f, AstFile *ast, FILE *out)
{
    (void)ast;
    Interner names;
    intern_init(&names);
    Lexer lx;
    lexer_init(&lx, &s->files, f, &names, NULL, 0, f->len);
    int last_line = 0;
    Token token;
    do {
        lexer_next(&lx, &token);
        Buf b = {0}, plain = {0};
        token_print(&b, &s->files, &token);
        int column = 0;
        for (size_t i = 0; i < b.len && b.ptr[i] != '\n'; i++) { // tabs to columns of 8, then two of 16
            if (b.ptr[i] == '\t') {
                int width = column < 8 ? 8 : 24;
                do {
                    buf_add_char(&plain, ' ');
                } while (++column < width);
            } else {
                buf_add_char(&plain, b.ptr[i]);
                column++;
            }
        }
        print_beside(out, &s->files, buf_str(&plain), token.pos, &last_line);
        buf_done(&b);
        buf_done(&plain);
    } while (token.kind != TOK_EOF);
    lexer_done(&lx);
    intern_done(&names);
}

static void dump_tokens(Session *s, UserPackage *main, FILE *out)
{
    each_file(s, main, out, print_tokens);
}

// ---------------------------------------------------------------- tree

static void print_tree(Session *s, File *f, AstFile *ast, FILE *out)
{
    Buf b = {0};
    node_dump(&b, &s->files, &ast->node);
    int last_line = 0;
    for (size_t at = 0; at < b.len;) {
        size_t end = at;
        while (end < b.len && b.ptr[end] != '\n')
            end++;
        Str line = {b.ptr + at, end - at};
        Pos pos = NO_POS;
        size_t mark = line.len;
        while (mark > 0 && line.ptr[mark - 1] != '@')
            mark--;
        if (mark > 0) {
            char *rest;
            long n = strtol(line.ptr + mark, &rest, 10);
            if (*rest == ':')
                pos = pos_at(&s->files, f, (int)n, (int)strtol(rest + 1, NULL, 10));
            line.len = mark - 1;
            while (line.len > 0 && line.ptr[line.len - 1] == ' ')
                line.len--;
        }
        print_beside(out, &s->files, line, pos, &last_line);
        at = end + 1;
    }
    buf_done(&b);
}

static void dump_ast(Session *s, UserPackage *main, FILE *out)
{
    each_file(s, main, out, print_tree);
}

// ---------------------------------------------------------------- types

typedef struct TypesDump {
    Session *s;
    Package *pkg;
    FILE *out;
    int last_line;
} TypesDump;

static bool print_type_of(Node *n, void *data)
{
    TypesDump *d = data;
    TypeAndValue tv = info_type(d->s->info, n);
    Object *def = node_is(n, NODE_IDENT) && info_is_def(d->s->info, n) ? info_object(d->s->info, n) : NULL;
    Type *type = tv.type ? tv.type : def ? def->type : NULL;
    if (!type || (tv.mode == MODE_NONE && !def))
        return true;
    Buf b = {0}, text = {0};
    node_print_expr(&text, n);
    buf_add_str(&b, buf_str(&text));
    do {
        buf_add_char(&b, ' ');
    } while (columns_of(buf_str(&b)) < 28);
    buf_printf(&b, "%-20s ", def ? "declares" : value_mode_words((ValueMode)tv.mode));
    if (type_is_valid(type))
        type_print(&b, type, d->pkg);
    if (tv.value) {
        buf_add_text(&b, " = ");
        const_print(&b, tv.value);
    }
    print_beside(d->out, &d->s->files, buf_str(&b), n->pos, &d->last_line);
    buf_done(&b);
    buf_done(&text);
    return true;
}

static void print_types(Session *s, File *f, AstFile *ast, FILE *out)
{
    (void)f;
    TypesDump d = {.s = s, .out = out};
    for (int i = 0; i < s->packages.n; i++)
        for (int j = 0; j < s->packages.at[i]->pkg->files.n; j++)
            if (s->packages.at[i]->pkg->files.at[j] == ast)
                d.pkg = s->packages.at[i]->pkg;
    for (int i = 0; i < ast->decls.n; i++)
        if (!node_is(ast->decls.at[i], NODE_IMPORT_DECL))
            node_walk(ast->decls.at[i], print_type_of, &d);
}

void dump_input(Session *s, Stage stage, Package *pkg, File *file, NodeList nodes, FILE *out)
{
    if (stage == STAGE_TOKENS)
        print_tokens(s, file, NULL, out);
    TypesDump d = {.s = s, .pkg = pkg, .out = out};
    for (int i = 0; i < nodes.n; i++) {
        if (stage == STAGE_TYPES)
            node_walk(nodes.at[i], print_type_of, &d);
        if (stage == STAGE_AST) {
            Buf b = {0};
            node_dump(&b, &s->files, nodes.at[i]);
            fwrite(b.ptr, 1, b.len, out);
            buf_done(&b);
        }
    }
}

static void dump_types(Session *s, UserPackage *main, FILE *out)
{
    each_file(s, main, out, print_types);
}

// ---------------------------------------------------------------- bytecode

typedef struct LineText {
    Session *s;
    File *file;
    Buf text;
} LineText;

static const char *line_text(int line, void *data)
{
    LineText *d = data;
    if (!d->file)
        return NULL;
    Pos pos = pos_at(&d->s->files, d->file, line, 1);
    if (!pos)
        return NULL;
    Str text = fileset_line_text(&d->s->files, pos);
    d->text.len = 0;
    buf_add_str(&d->text, text);
    buf_add(&d->text, "", 1);
    return d->text.ptr;
}

static bool pointer_name(const void *p, Buf *out, void *data)
{
    (void)data;
    const char *native = native_find_name(p);
    if (native)
        buf_add_text(out, native);
    return native || compile_name_variable(p, out);
}

void dump_func(Session *s, const Func *f, FILE *out)
{
    LineText d = {.s = s};
    if (f->n_lines > 0)
        d.file = fileset_file(&s->files, f->lines[0].pos);
    Buf b = {0};
    disasm_func(&b, f, &(DisasmWords){line_text, pointer_name, &d});
    fwrite(b.ptr, 1, b.len, out);
    buf_done(&b);
    buf_done(&d.text);
}


static void dump_bytecode(Session *s, UserPackage *main, FILE *out)
{
    run_compile_all(s, main, out);
}

// std.c: packages of the embedded library, read declaration by declaration.
// Way: a scope of such a package has find_lazy; a name that is not in its table yet is looked up in the index made at build
//   time, and its text is parsed and given to the checker. The methods of a type are read when they are looked up, or all at once for its
//   method set; the body of a function when it is checked. The imports of a file are read when the first declaration of that file is.
//   (fmt.Println reads 60 heads and 12 bodies; with all methods and bodies it was three times the text, and a third of the time to the first line
//   of output.)
#include "driver/std.h"

#include <string.h>

#include "stdlib/embed.h"

typedef struct StdFile {
    File *file;
    Scope *scope; // with the file's imports
} StdFile;

typedef struct StdPackage {
    Session *session;
    const EmbedPackage *index;
    Package *pkg;
    bool inits_read;
    bool *methods_read; // in the order of the index; NULL: none is
} StdPackage;

void std_init(Session *s)
{
    uint32_t n = 0;
    for (int i = 0; i < embed_n_packages; i++)
        n += embed_packages[i].n_files;
    s->std_files = ARENA_ARRAY(&s->arena, StdFile, n + 1);
}

static void read_imports(StdPackage *sp, uint32_t file_index)
{
    Session *s = sp->session;
    const EmbedFile *e = &embed_files[file_index];
    StdFile *f = &s->std_files[file_index];
    f->file = fileset_add_static(&s->files, e->name, (Str){e->text, e->len});
    AstFile *ast = ARENA_NEW(&s->arena, AstFile);
    ast->node = (Node){.kind = NODE_FILE, .pos = f->file->base, .id = s->ids.next++};
    Ident *name = ARENA_NEW(&s->arena, Ident);
    name->node = (Node){.kind = NODE_IDENT, .pos = f->file->base, .id = s->ids.next++};
    name->name = sp->pkg->name;
    ast->package_name = &name->node;
    ast->eof = f->file->base + f->file->len;
    for (uint32_t i = e->first_import; i < e->first_import + e->n_imports; i++)
        parse_declaration(&s->parse, f->file, embed_decls[i].start, embed_decls[i].end, &ast->decls);
    vec_push(&sp->pkg->files, &s->arena, ast);
    f->scope = check_file_scope(s->checker, sp->pkg, ast);
}

static void read_decl(StdPackage *sp, const EmbedDecl *d)
{
    Session *s = sp->session;
    StdFile *f = &s->std_files[d->file];
    if (!f->scope)
        read_imports(sp, d->file);
    NodeList nodes = {0};
    parse_declaration(&s->parse, f->file, d->start, d->body ? d->body : d->end, &nodes);
    if (d->body) {
        BlockStmt *unread = ARENA_NEW(&s->arena, BlockStmt);
        unread->node = (Node){.kind = NODE_BLOCK_STMT, .pos = file_pos(f->file, d->body), .id = s->ids.next++};
        unread->rbrace = file_pos(f->file, d->end - 1);
        AS(FuncDecl, FUNC_DECL, nodes.at[0])->body = &unread->node;
    }
    for (int i = 0; i < nodes.n; i++)
        check_add_declaration(s->checker, sp->pkg, f->scope, nodes.at[i]);
}

static void read_body(Package *pkg, FuncDecl *d)
{
    StdPackage *sp = pkg->lazy;
    File *f = fileset_file(&sp->session->files, d->body->pos);
    BlockStmt *unread = AS(BlockStmt, BLOCK_STMT, d->body);
    BlockStmt *body = parse_body(&sp->session->parse, f, unread->node.pos - f->base, unread->rbrace + 1 - f->base);
    d->body = &body->node;
}

static void read_methods(Package *pkg, Name type, Name method)
{
    StdPackage *sp = pkg->lazy;
    int n;
    const EmbedDecl *methods = embed_find_methods(sp->index, type->text, &n);
    for (int i = 0; i < n; i++) {
        if (method && strcmp(embed_decl_name(&methods[i]), method->text) != 0)
            continue;
        if (!sp->methods_read)
            sp->methods_read = ARENA_ARRAY(&sp->session->arena, bool, sp->index->n_methods);
        bool *read = &sp->methods_read[&methods[i] - &embed_decls[sp->index->first_method]];
        if (*read)
            continue;
        *read = true;
        read_decl(sp, &methods[i]);
    }
}

static Object *find_lazy(Scope *scope, Name name)
{
    StdPackage *sp = scope->lazy;
    const EmbedDecl *d = embed_find_decl(sp->index, name->text);
    if (!d)
        return NULL;
    read_decl(sp, d);
    return hashmap_get(&scope->names, name);
}

static Name other_case(Scope *scope, Name name)
{
    StdPackage *sp = scope->lazy;
    for (uint32_t i = sp->index->first_decl; i < sp->index->first_decl + sp->index->n_decls; i++) {
        const char *text = embed_decl_name(&embed_decls[i]);
        if (embed_decl_is_exported(&embed_decls[i]) && strcasecmp(text, name->text) == 0 && strcmp(text, name->text) != 0)
            return intern_text(&sp->session->names, text);
    }
    return NULL;
}

Package *std_package(Session *s, const char *path)
{
    const EmbedPackage *index = embed_find_package(path);
    if (!index)
        return NULL;
    void **at = hashmap_at(&s->std_packages, &s->arena, index);
    if (*at)
        return ((StdPackage *)*at)->pkg;
    StdPackage *sp = ARENA_NEW(&s->arena, StdPackage);
    *at = sp;
    sp->session = s;
    sp->index = index;
    sp->pkg = package_new(s->checker, index->path, intern_text(&s->names, index->name));
    sp->pkg->is_std = true;
    sp->pkg->lazy = sp;
    sp->pkg->read_methods = read_methods;
    sp->pkg->read_body = read_body;
    sp->pkg->scope->lazy = sp;
    sp->pkg->scope->find_lazy = find_lazy;
    sp->pkg->scope->other_case = other_case;
    vec_push(&s->std_list, &s->arena, sp->pkg);
    return sp->pkg;
}

void std_read_inits(Session *s, Package *pkg)
{
    (void)s;
    StdPackage *sp = pkg->lazy;
    if (sp->inits_read)
        return;
    sp->inits_read = true;
    for (uint32_t i = 0; i < sp->index->n_inits; i++)
        read_decl(sp, &embed_decls[sp->index->first_init + i]);
}

void std_read_all(Session *s, Package *pkg)
{
    StdPackage *sp = pkg->lazy;
    for (uint32_t i = 0; i < sp->index->n_decls; i++) {
        const EmbedDecl *d = &embed_decls[sp->index->first_decl + i];
        Name name = intern_text(&s->names, embed_decl_name(d));
        scope_find(pkg->scope, name);
        if (d->kind == EMBED_TYPE)
            read_methods(pkg, name, NULL);
    }
    std_read_inits(s, pkg);
}

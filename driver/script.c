// script.c: see script.h.
#include "driver/script.h"

#include <stdio.h>
#include <sys/stat.h>

#include "lexer/lexer.h"

bool script_read(const char *path, Buf *out)
{
    bool is_stdin = strcmp(path, "-") == 0;
    FILE *f = is_stdin ? stdin : fopen(path, "rb");
    struct stat st;
    if (!f)
        return false;
    bool ok = fstat(fileno(f), &st) == 0 && !S_ISDIR(st.st_mode);
    char part[16 << 10];
    for (size_t n; ok && (n = fread(part, 1, sizeof part, f)) > 0;)
        buf_add(out, part, n);
    ok = ok && !ferror(f);
    if (!is_stdin)
        fclose(f);
    if (ok && out->len >= 2 && out->ptr[0] == '#' && out->ptr[1] == '!')
        memcpy(out->ptr, "//", 2);
    return ok;
}

static Token first_token(Interner *names, FileSet *files, Str text)
{
    Lexer lexer;
    Token token;
    File *file = fileset_add(files, "script", text);
    lexer_init(&lexer, files, file, names, NULL, 0, file->len);
    lexer_next(&lexer, &token);
    lexer_done(&lexer);
    return token;
}

bool script_is(Str text)
{
    // What holds a NUL is no source at all; the loader says so.
    if (memchr(text.ptr, 0, text.len < 512 ? text.len : 512))
        return false;
    Interner names;
    FileSet files;
    intern_init(&names);
    fileset_init(&files);
    TokenKind kind = first_token(&names, &files, text).kind;
    fileset_done(&files);
    intern_done(&names);
    return kind != TOK_PACKAGE && kind != TOK_EOF && kind != TOK_EOF_SEMI;
}

const char *script_first_token(Arena *a, Str text)
{
    Interner names;
    FileSet files;
    intern_init(&names);
    fileset_init(&files);
    Token t = first_token(&names, &files, text);
    const char *shown;
    if (t.name)
        shown = arena_copy_text(a, t.name->text, t.name->len);
    else if (t.kind == TOK_EOF || t.kind == TOK_EOF_SEMI)
        shown = "'EOF'";
    else
        shown = arena_printf(a, "'%s'", token_spelling(t.kind));
    fileset_done(&files);
    intern_done(&names);
    return shown;
}

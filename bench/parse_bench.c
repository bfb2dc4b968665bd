// parse_bench.c: lines a second, from bytes to tree, on one core.
//   parse_bench [--rounds N] < list of files      each file is read once, then lexed and parsed in
//   every round
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lexer/lexer.h"
#include "parser/parser.h"

typedef struct Bench {
    FileSet files;
    int n_lines;
    size_t n_bytes;
    long n_tokens;
} Bench;

static void read_files(Bench *b)
{
    char path[4096];
    while (fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = 0;
        const char *error;
        File *f = fileset_read(&b->files, path, path, &error);
        if (!f) {
            fprintf(stderr, "%s\n", error);
            continue;
        }
        b->n_bytes += f->len;
        for (const char *p = f->text; (p = strchr(p, '\n')); p++)
            b->n_lines++;
    }
}

// Of this process: other programs on the machine do not count.
static double cpu_seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double lex_all(Bench *b)
{
    double start = cpu_seconds();
    Interner names;
    intern_init(&names);
    b->n_tokens = 0;
    for (int i = 0; i < b->files.files.n; i++) {
        File *f = b->files.files.at[i];
        Lexer lx;
        Token token;
        lexer_init(&lx, &b->files, f, &names, NULL, 0, f->len);
        do {
            lexer_next(&lx, &token);
            b->n_tokens++;
        } while (token.kind != TOK_EOF);
        lexer_done(&lx);
    }
    intern_done(&names);
    return cpu_seconds() - start;
}

static double parse_all(Bench *b, int *errors)
{
    double start = cpu_seconds();
    Interner names;
    intern_init(&names);
    DiagSink diags;
    diag_init(&diags, &b->files);
    AstIds ids = {1};
    for (int i = 0; i < b->files.files.n; i++) {
        Arena arena;
        arena_init(&arena);
        ParseContext cx = {&arena, &names, &b->files, &diags, &ids};
        parse_file(&cx, b->files.files.at[i]);
        arena_done(&arena);
    }
    *errors = diags.errors;
    diag_done(&diags);
    intern_done(&names);
    return cpu_seconds() - start;
}

int main(int argc, char **argv)
{
    int rounds = argc > 2 && !strcmp(argv[1], "--rounds") ? atoi(argv[2]) : 3;
    Bench b = {0};
    fileset_init(&b.files);
    read_files(&b);
    double lex = 1e9, parse = 1e9;
    int errors = 0;
    for (int i = 0; i < rounds; i++) {
        double t = lex_all(&b);
        lex = t < lex ? t : lex;
        t = parse_all(&b, &errors);
        parse = t < parse ? t : parse;
    }
    printf("%d files, %d lines, %.1f MB, %ld tokens, %d errors\n", b.files.files.n, b.n_lines,
           (double)b.n_bytes / 1e6, b.n_tokens, errors);
    printf("lexer alone:  %6.2f M lines/s  (%.1f ns a token)\n", b.n_lines / lex / 1e6,
           lex * 1e9 / (double)b.n_tokens);
    printf("to the tree:  %6.2f M lines/s  (%.1f ns a token)\n", b.n_lines / parse / 1e6,
           parse * 1e9 / (double)b.n_tokens);
    fileset_done(&b.files);
    return 0;
}

// parse_check.c: parses the files named on its standard input, one a line, for
// tests/go/parse_tree.py, bench and fuzzing.
//   parse_check            prints of each file its name and its messages as the compiler would list
//   them parse_check --dump     prints the trees parse_check --ranges   prints each node's place,
//   start and end as offsets parse_check --input    reads files as the REPL does, and prints the
//   state
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "parser/parser.h"

static bool print_range(Node *n, void *data)
{
    const File *f = data;
    printf("%s %u %u %u\n", node_words((NodeKind)n->kind), n->pos - f->base,
           node_start(n) - f->base, node_end(n) - f->base);
    return true;
}

static void check_file(const char *path, const char *mode)
{
    FileSet files;
    fileset_init(&files);
    DiagSink diags;
    diag_init(&diags, &files);
    Arena arena;
    arena_init(&arena);
    Interner names;
    intern_init(&names);
    AstIds ids = {1};
    ParseContext cx = {&arena, &names, &files, &diags, &ids};
    const char *error;
    File *f = fileset_read(&files, path, path, &error);
    printf("# %s\n", path);
    if (!f) {
        printf("%s\n", error);
    } else if (!strcmp(mode, "--input")) {
        static const char *const states[] = {"complete", "unfinished", "wrong"};
        NodeList out = {0};
        printf("%s\n", states[parse_input(&cx, f, &out)]);
    } else {
        AstFile *tree = parse_file(&cx, f);
        if (!strcmp(mode, "--dump")) {
            Buf text = {0};
            node_dump(&text, &files, &tree->node);
            fwrite(text.ptr, 1, text.len, stdout);
            buf_done(&text);
        } else if (!strcmp(mode, "--ranges")) {
            node_walk(&tree->node, print_range, f);
        }
    }
    diag_print(&diags, stdout, (DiagStyle){0});
    intern_done(&names);
    arena_done(&arena);
    diag_done(&diags);
    fileset_done(&files);
}

int main(int argc, char **argv)
{
    char path[4096];
    while (fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = 0;
        check_file(path, argc > 1 ? argv[1] : "");
    }
    return 0;
}

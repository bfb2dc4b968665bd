// cmd_run.c: minigo run, and minigo FILE.go.
#include <string.h>
#include <unistd.h>

#include "cmd/cmd.h"
#include "driver/build.h"
#include "driver/constraint.h"
#include "driver/script.h"

void words_take_program(Words *words, int *n)
{
    // Go files as long as there are any; else one word: a folder, a script, standard input.
    *n = 0;
    while (*n < words->n) {
        size_t len = strlen(words->at[*n]);
        if (len < 4 || strcmp(words->at[*n] + len - 3, ".go") != 0 || (path_is_dir(words->at[*n]) && *n > 0))
            break;
        ++*n;
    }
    if (*n == 0 && words->n > 0)
        *n = 1;
}

// --dump of what is known before the program is checked.
static int dump_unchecked(Session *s, Stage stage, Words words, int n)
{
    LoadResult r = load_program(s, words.at, n);
    if (!r.main) {
        fwrite(r.errors.ptr ? r.errors.ptr : "", 1, r.errors.len, stderr);
        diag_print(&s->diags, stderr, (DiagStyle){.limit = 10});
        return EXIT_COMPILE;
    }
    stage_print(s, stage, r.main, stdout);
    if (s->diags.errors == 0)
        return 0;
    diag_print(&s->diags, stderr, (DiagStyle){.limit = 10});
    return EXIT_COMPILE;
}

int cmd_program(const Options *options, Words words)
{
    int n;
    words_take_program(&words, &n);
    static Buf text; // lives as long as the process
    if (n != 1 || options->dump != STAGE_NONE || !script_read(words.at[0], &text))
        return cmd_run(options, words);
    if (text.len > 0 && script_is(buf_str(&text)))
        return run_script(options, words.at[0], buf_str(&text), (Words){words.at + 1, words.n - 1}, false);
    if (strcmp(words.at[0], "-") == 0) // it has been read: read it again from memory
        stdin = fmemopen(text.len ? text.ptr : (char[]){0}, text.len ? text.len : 1, "r");
    return cmd_run(options, words);
}

int cmd_run(const Options *options, Words words)
{
    int n;
    words_take_program(&words, &n);
    if (n == 0) {
        fprintf(stderr, "minigo run: no go files listed\n");
        return EXIT_USAGE;
    }
    for (int i = 0; i < n; i++) {
        if (!constraint_name_is_test(words.at[i]))
            continue;
        fprintf(stderr, "minigo: cannot run *_test.go files (%s)\n", words.at[i]);
        return EXIT_COMPILE;
    }

    static Session session; // lives as long as the process: goroutines may still use it when this returns
    session_init(&session);
    if (options->dump == STAGE_TOKENS || options->dump == STAGE_AST)
        return dump_unchecked(&session, options->dump, words, n);
    bool tty = isatty(STDERR_FILENO);
    BuildOptions build = {.need_main = true, .excerpts = tty, .color = options->color};
    UserPackage *main = build_program(&session, words.at, n, build, stderr);
    if (!main)
        return EXIT_COMPILE;
    if (options->dump != STAGE_NONE) {
        stage_print(&session, options->dump, main, stdout);
        return 0;
    }
    RunOptions run = options_run(options, words.at[0], (Words){words.at + n, words.n - n});
    return run_program(&session, main, &run);
}

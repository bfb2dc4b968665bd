// cmd_check.c: minigo check: every compile error, nothing run.
#include <unistd.h>

#include "cmd/cmd.h"
#include "driver/build.h"

int cmd_check(const Options *options, Words words)
{
    if (words.n == 0) {
        fprintf(stderr, "minigo check: no go files listed\n");
        return EXIT_USAGE;
    }
    int n;
    words_take_program(&words, &n);
    if (n < words.n) {
        fprintf(stderr, "minigo check: %s is no Go file\n", words.at[n]);
        return EXIT_USAGE;
    }
    static Session session;
    session_init(&session);
    BuildOptions build = {.all_errors = true, .excerpts = isatty(STDERR_FILENO), .color = options->color};
    return build_program(&session, words.at, n, build, stderr) ? 0 : EXIT_COMPILE;
}

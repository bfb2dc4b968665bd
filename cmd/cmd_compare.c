// cmd_compare.c: minigo compare.
#include <errno.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "cmd/cmd.h"
#include "inspect/compare.h"

int cmd_compare(const Options *options, Words words)
{
    if (words.n == 0) {
        fprintf(stderr, "minigo compare: no go file given\n");
        return EXIT_USAGE;
    }
    if (access(words.at[0], R_OK) != 0) {
        fprintf(stderr, "minigo compare: %s: %s\n", words.at[0], strerror(errno));
        return EXIT_COMPILE;
    }
    char self[4096];
    ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
    if (n <= 0) {
        fprintf(stderr, "minigo compare: cannot find minigo's own executable\n");
        return EXIT_COMPILE;
    }
    self[n] = 0;
    FILE *page = NULL;
    if (options->html) { // before the work, so that a wrong name is told at once
        page = fopen(options->html, "w");
        if (!page) {
            fprintf(stderr, "minigo compare: %s: %s\n", options->html, strerror(errno));
            return EXIT_COMPILE;
        }
    }
    CompareOptions o = {.minigo = self, .program = words.at[0], .args = words.at + 1, .n_args = words.n - 1,
                        .n_runs = options->runs ? options->runs : 5,
                        .max_seconds = options->runs ? HUGE_VAL : 15};
    Comparison c;
    const char *error = NULL;
    if (!compare_run(&o, &c, &error)) {
        fprintf(stderr, "minigo compare: %s\n", error);
        if (page && fclose(page) == 0)
            unlink(options->html);
        return EXIT_COMPILE;
    }
    if (options->json)
        compare_print_json(&c, stdout);
    else
        compare_print(&c, stdout);
    if (page) {
        compare_print_html(&c, page);
        if (fclose(page) != 0) {
            fprintf(stderr, "minigo compare: %s: %s\n", options->html, strerror(errno));
            return EXIT_COMPILE;
        }
    }
    return 0;
}

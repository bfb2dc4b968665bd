// cmd_help.c: help, version, and the table of commands.
#include <string.h>

#include "cmd/cmd.h"

static const Command commands[] = {
#define COMMAND(name, arguments, words, run) {#name, arguments, words, run},
#include "cmd/commands.def"
#undef COMMAND
};

const Command *command_find(const char *name)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

int spelling_distance(const char *a, const char *b)
{
    enum { MAX = 24 };
    int n = (int)strlen(a), m = (int)strlen(b), d[MAX + 1][MAX + 1];
    if (n > MAX || m > MAX)
        return MAX;
    for (int i = 0; i <= n; i++)
        for (int j = 0; j <= m; j++) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            int best = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            best = d[i - 1][j] + 1 < best ? d[i - 1][j] + 1 : best;
            best = d[i][j - 1] + 1 < best ? d[i][j - 1] + 1 : best;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && d[i - 2][j - 2] + 1 < best)
                best = d[i - 2][j - 2] + 1;
            d[i][j] = best;
        }
    return d[n][m];
}

const char *command_like(const char *name)
{
    const char *found = NULL;
    int best = strlen(name) > 3 ? 3 : 2;
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        int d = spelling_distance(name, commands[i].name);
        if (d < best) {
            best = d;
            found = commands[i].name;
        }
    }
    return found;
}

const Command *command_at(int i)
{
    return (size_t)i < sizeof commands / sizeof *commands ? &commands[i] : NULL;
}

static void print_form(const Command *c, FILE *out)
{
    fprintf(out, "minigo %s%s%s%s\n", c->name, options_exist(c->name) ? " [options]" : "", c->arguments[0] ? " " : "", c->arguments);
}

void print_usage(FILE *out)
{
    fprintf(out, "minigo runs Go programs as scripts.\n\nUsage:\n  minigo                                        a session\n"
                 "  minigo [options] FILE.go | FILE [arguments]   a program, a script\n  minigo [options] -e TEXT [arguments]\n");
    const Command *c;
    for (int i = 0; (c = command_at(i)); i++) {
        fputs("  ", out);
        print_form(c, out);
    }
    fprintf(out, "\nCommands:\n");
    for (int i = 0; (c = command_at(i)); i++)
        fprintf(out, "  %-22s %s\n", c->name, c->words);
    fprintf(out, "\nOptions:\n");
    options_print_help(NULL, out);
    fprintf(out, "\nExamples:\n  minigo hello.go\n  minigo run main.go list.go one two\n  minigo check ./service\n  minigo --dump=bytecode hello.go\n");
}

int cmd_help(const Options *options, Words words)
{
    (void)options;
    if (words.n == 0) {
        print_usage(stdout);
        return 0;
    }
    const Command *c = command_find(words.at[0]);
    if (!c) {
        const char *meant = command_like(words.at[0]);
        fprintf(stderr, "minigo: there is no command \"%s\"", words.at[0]);
        if (meant)
            fprintf(stderr, "; did you mean \"%s\"?", meant);
        fputc('\n', stderr);
        return EXIT_USAGE;
    }
    print_form(c, stdout);
    printf("\n%s\n\nOptions:\n", c->words);
    options_print_help(c->name, stdout);
    return 0;
}

int cmd_version(const Options *options, Words words)
{
    (void)options;
    (void)words;
    printf("minigo %s (language go1.27) linux/amd64\n", MINIGO_VERSION);
    return 0;
}

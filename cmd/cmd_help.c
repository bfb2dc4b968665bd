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

const Command *command_at(int i)
{
    return (size_t)i < sizeof commands / sizeof *commands ? &commands[i] : NULL;
}

void print_usage(FILE *out)
{
    fprintf(out, "minigo runs Go programs as scripts.\n\nUsage:\n  minigo [options] FILE.go [arguments]\n");
    const Command *c;
    for (int i = 0; (c = command_at(i)); i++)
        fprintf(out, "  minigo %s%s%s\n", c->name, c->arguments[0] ? " [options] " : "", c->arguments);
    fprintf(out, "\nCommands:\n");
    for (int i = 0; (c = command_at(i)); i++)
        fprintf(out, "  %-22s %s\n", c->name, c->words);
    fprintf(out, "\nOptions:\n");
    options_print_help(out);
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
        fprintf(stderr, "minigo: there is no command \"%s\"\n", words.at[0]);
        return EXIT_USAGE;
    }
    printf("minigo %s%s%s\n\n%s\n", c->name, c->arguments[0] ? " [options] " : "", c->arguments, c->words);
    if (c->arguments[0]) {
        printf("\nOptions:\n");
        options_print_help(stdout);
    }
    return 0;
}

int cmd_version(const Options *options, Words words)
{
    (void)options;
    (void)words;
    printf("minigo %s (language go1.27) linux/amd64\n", MINIGO_VERSION);
    return 0;
}

// main.c: the command `minigo`: finds the command meant and hands over.
// Memory: the process ends by _exit: goroutines may still run.
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "cmd/cmd.h"

static int finish(int status)
{
    fflush(stdout);
    fflush(stderr);
    _exit(status);
}

int main(int argc, char **argv)
{
    memory_prepare();
    Options options;
    options_init(&options);
    Words words = {argv + 1, argc - 1};
    if (!options_parse(&options, &words))
        return finish(EXIT_USAGE);
    if (options.version)
        return finish(cmd_version(&options, words));
    const Command *command = words.n > 0 && !options.text ? command_find(words.at[0]) : NULL;
    if (!command && !options_fit(&options, ""))
        return finish(EXIT_USAGE);
    if (!command && options.help) {
        print_usage(stdout);
        return finish(0);
    }
    if (options.text)
        return finish(run_script(&options, "-e", str_of(options.text), words, true));
    if (words.n == 0) {
        if (!isatty(STDIN_FILENO)) {
            static char dash[] = "-";
            static char *from_stdin[] = {dash, NULL};
            return finish(cmd_program(&options, (Words){from_stdin, 1}));
        }
        return finish(cmd_repl(&options, words));
    }
    if (command) {
        words.at++;
        words.n--;
        if (command->run == cmd_help && words.n == 1 && manual_print(words.at[0], stdout))
            return finish(0);
        if (!options_parse(&options, &words))
            return finish(EXIT_USAGE);
        if (options.help) {
            static char *name[1];
            name[0] = (char *)(uintptr_t)command->name;
            return finish(cmd_help(&options, (Words){name, 1}));
        }
        if (!options_fit(&options, command->name))
            return finish(EXIT_USAGE);
        return finish(command->run(&options, words));
    }
    const char *first = words.at[0];
    size_t n = strlen(first);
    bool is_program = (n > 3 && strcmp(first + n - 3, ".go") == 0) || strcmp(first, "-") == 0 || strchr(first, '/') ||
                      access(first, F_OK) == 0;
    if (!is_program) {
        const char *meant = command_like(first);
        char file[1024];
        bool has_file = (size_t)snprintf(file, sizeof file, "%s.go", first) < sizeof file && access(file, F_OK) == 0;
        if (has_file)
            meant = file;
        if (meant)
            fprintf(stderr, "minigo: unknown command \"%s\"; did you mean \"%s\"?\n", first, meant);
        else
            fprintf(stderr, "minigo: unknown command \"%s\"; see minigo help\n", first);
        return finish(EXIT_USAGE);
    }
    return finish(cmd_program(&options, words));
}

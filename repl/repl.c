// repl.c: the loop of a session on a pipe: one input after the other, without prompts.
// An input is as many lines as make it complete. Two blank lines end an unfinished one, which is then wrong: one is usual in Go.
#include "repl/repl.h"

#include <stdio.h>
#include <stdlib.h>

#include "repl/commands.h"

static void prompt(bool prompts, bool more)
{
    if (prompts) {
        fputs(more ? "  | " : "go> ", stdout);
        fflush(stdout);
    }
}

static int run_lines(Interactive *it, bool color, bool prompts)
{
    Repl r = {.it = it, .color = color};
    Buf input = {0};
    char *line = NULL;
    size_t cap = 0;
    int n_blank = 0;
    while (!r.quit) {
        prompt(prompts, input.len > 0);
        ssize_t len = getline(&line, &cap, stdin);
        bool end = len < 0, blank = len >= 0 && strspn(line, " \t\r\n") == (size_t)len;
        if (len > 0)
            buf_add(&input, line, (size_t)len);
        if (input.len == 0 && end)
            break;
        bool command = command_is(buf_str(&input));
        Str go = command ? command_input(buf_str(&input)) : buf_str(&input);
        EvalStatus state = input_probe(it, go);
        n_blank = blank ? n_blank + 1 : 0;
        if (state == EVAL_UNFINISHED && !end && n_blank < 2)
            continue;
        if (command || state != EVAL_EMPTY)
            repl_take(&r, buf_str(&input));
        input.len = 0;
        if (end)
            break;
    }
    buf_done(&input);
    free(line);
    return 0;
}

int repl_run(Interactive *it, bool color)
{
    return run_lines(it, color, false);
}

int repl_run_plain(Interactive *it)
{
    return run_lines(it, false, true);
}

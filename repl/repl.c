// repl.c: the loop of a session on a pipe: one input after the other, without prompts.
// An input is as many lines as make it complete. A blank line ends an unfinished one, which is then wrong.
#include "repl/repl.h"

#include <stdio.h>
#include <stdlib.h>

static void report(Interactive *it, const EvalResult *r, bool color)
{
    Session *s = interactive_session(it);
    if (r->status == EVAL_WRONG)
        diag_print(&s->diags, stderr, (DiagStyle){.limit = 10, .color = color, .excerpt = color});
    for (int i = 0; i < r->n_notes; i++)
        fprintf(stderr, "%s\n", r->notes[i]);
}

int repl_run(Interactive *it, bool color)
{
    Buf input = {0};
    char *line = NULL;
    size_t cap = 0;
    int n = 1;
    for (;;) {
        ssize_t len = getline(&line, &cap, stdin);
        bool end = len < 0, blank = len >= 0 && strspn(line, " \t\r\n") == (size_t)len;
        if (len > 0)
            buf_add(&input, line, (size_t)len);
        if (input.len == 0 && end)
            break;
        EvalStatus state = interactive_probe(it, buf_str(&input));
        if (state == EVAL_UNFINISHED && !end && !blank)
            continue;
        if (state != EVAL_EMPTY) {
            char name[32];
            snprintf(name, sizeof name, "input %d", n++);
            EvalResult r = interactive_eval(it, name, buf_str(&input));
            if (r.status == EVAL_UNFINISHED)
                fprintf(stderr, "%s: the input is not finished\n", name);
            report(it, &r, color);
        }
        input.len = 0;
        if (end)
            break;
    }
    buf_done(&input);
    free(line);
    return 0;
}

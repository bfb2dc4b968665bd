// terminal.c: the loop of a session at a terminal.
#include <stdio.h>
#include <stdlib.h>

#include "repl/commands.h"
#include "repl/editor.h"
#include "repl/repl.h"
#include "runtime/sched.h"

typedef struct Terminal {
    Repl repl;
    Screen screen;
    History history;
    Editor editor;
} Terminal;

static bool is_complete(void *data, Str text)
{
    (void)data;
    bool command = command_is(text);
    if (command)
        text = command_input(text);
    return input_probe(text) != EVAL_UNFINISHED;
}

static void complete_text(void *data, Str text, size_t cursor, Completions *out)
{
    complete_at(((Terminal *)data)->repl.it, text, cursor, out);
}

static void show_signature(void *data, Str text, size_t cursor, Buf *out)
{
    signature_at(((Terminal *)data)->repl.it, text, cursor, out);
}

static void count_goroutine(G *g, void *data)
{
    (void)g;
    ++*(int *)data;
}

// Ctrl-C with nothing typed is perhaps meant for what runs in the background.
static void hint_at_goroutines(void)
{
    int n = 0;
    sched_each_g(count_goroutine, &n);
    if (n > 0)
        printf("%d goroutine%s of earlier inputs; :stop ends %s\n", n, n == 1 ? "" : "s", n == 1 ? "it" : "them");
    fflush(stdout);
}

int repl_run_terminal(Interactive *it, bool color, bool plain)
{
    static Terminal the_terminal; // the pump's thread uses it as long as the process lives
    Terminal *t = &the_terminal;
    if (plain || !screen_open(&t->screen, color))
        return repl_run_plain(it);
    t->repl = (Repl){.it = it, .color = color, .terminal = true, .echoes = true};
    history_open(&t->history);
    editor_init(&t->editor, &t->screen, &t->history,
                (EditorHooks){.is_complete = is_complete, .complete = complete_text, .signature = show_signature, .data = t});
    printf("minigo %s; :help for help, Ctrl-D leaves\n", MINIGO_VERSION);
    fflush(stdout);
    while (!t->repl.quit) {
        screen_drain(&t->screen);
        t->repl.columns = t->screen.columns;
        Str text;
        EditResult r = editor_read(&t->editor, &text);
        if (r == EDIT_END)
            break;
        if (r == EDIT_DROPPED && text.len == 0)
            hint_at_goroutines();
        if (r == EDIT_DROPPED)
            continue;
        while (text.len > 0 && strchr(" \t\n", text.ptr[text.len - 1]))
            text.len--;
        if (text.len == 0)
            continue;
        history_add(&t->history, text);
        repl_take(&t->repl, text);
        fflush(stdout);
    }
    screen_close(&t->screen);
    return 0;
}

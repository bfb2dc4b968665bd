// cmd_repl.c: minigo repl, minigo -e, and scripts: programs without a package clause.
#include <unistd.h>

#include "cmd/cmd.h"
#include "repl/repl.h"

static Interactive *session_for(const Options *options, const char *name, Words args, bool show)
{
    InteractiveOptions o = {.run = options_run(options, name, args), .show_values = show};
    return interactive_new(&o);
}

int cmd_repl(const Options *options, Words words)
{
    if (words.n > 0) {
        fprintf(stderr, "minigo repl: takes no arguments\n");
        return EXIT_USAGE;
    }
    Interactive *it = session_for(options, "minigo", words, true);
    interactive_keep_going(it);
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return repl_run(it, options->color);
    return repl_run_terminal(it, options->color, options->dumb);
}

int run_script(const Options *options, const char *name, Str text, Words args, bool show)
{
    Interactive *it = session_for(options, name, args, show);
    EvalResult r = interactive_eval(it, name, text);
    switch (r.status) {
    case EVAL_DONE:
    case EVAL_EMPTY:
        return 0;
    case EVAL_UNFINISHED:
        interactive_report_unfinished(it, name, text);
        break;
    case EVAL_WRONG:
        break;
    case EVAL_FAILED:
        return r.exit_status;
    }
    diag_print(&interactive_session(it)->diags, stderr,
               (DiagStyle){.limit = 10, .color = options->color, .excerpt = isatty(STDERR_FILENO)});
    return EXIT_COMPILE;
}

// input.c: one input at a time: what was typed becomes the text of an input, is evaluated, and what there is to say is printed.
#include <stdio.h>
#include <stdlib.h>

#include "base/columns.h"
#include "repl/commands.h"
#include "repl/layout.h"
#include "runtime/sched.h"

// A package clause in front of the declarations, as blanks: a file, or what was pasted from one, is an input.
static bool blank_package_clause(Buf *b)
{
    size_t i = 0;
    while (i < b->len) {
        if (strchr(" \t\r\n;", b->ptr[i])) {
            i++;
        } else if (i + 1 < b->len && b->ptr[i] == '/' && b->ptr[i + 1] == '/') {
            while (i < b->len && b->ptr[i] != '\n')
                i++;
        } else if (i + 1 < b->len && b->ptr[i] == '/' && b->ptr[i + 1] == '*') {
            char *end = memmem(b->ptr + i + 2, b->len - i - 2, "*/", 2);
            i = end ? (size_t)(end - b->ptr) + 2 : b->len;
        } else {
            break;
        }
    }
    if (b->len - i <= 8 || memcmp(b->ptr + i, "package ", 8) != 0)
        return false;
    for (; i < b->len && b->ptr[i] != '\n' && b->ptr[i] != ';'; i++)
        b->ptr[i] = ' ';
    return true;
}

bool input_text(Str typed, Buf *out)
{
    buf_add_str(out, typed);
    if (typed.len > 2 && typed.ptr[0] == '#' && typed.ptr[1] == '!')
        out->ptr[0] = out->ptr[1] = '/';
    bool package = blank_package_clause(out);
    buf_add_char(out, '\n'); // Enter was pressed: what a newline makes wrong is wrong
    return package;
}

EvalStatus input_probe(Str typed)
{
    Buf text = {0};
    input_text(typed, &text);
    EvalStatus state = interactive_probe(buf_str(&text));
    buf_done(&text);
    return state;
}

// The caret stands below what was typed, where that is one row of the terminal still.
void repl_report(Repl *r, Str text)
{
    int before = text.ptr >= r->typed.ptr && text.ptr <= r->typed.ptr + r->typed.len
                     ? text_columns((Str){r->typed.ptr, (size_t)(text.ptr - r->typed.ptr)})
                     : 0;
    bool one_row = !memchr(text.ptr, '\n', text.len) && PROMPT_COLUMNS + text_columns(r->typed) < r->columns;
    diag_print(&interactive_session(r->it)->diags, stderr,
               (DiagStyle){.limit = 10, .color = r->color, .input = true, .under_text = one_row ? PROMPT_COLUMNS + before : 0});
}

static const char *names_of(Repl *r, const CheckedInput *in)
{
    Buf b = {0};
    for (int i = 0; i < in->declared.n; i++)
        buf_printf(&b, "%s%s", b.len ? ", " : "", in->declared.at[i]->name->text);
    for (int i = 0; i < in->methods.n; i++)
        buf_printf(&b, "%s%s", b.len ? ", " : "", in->methods.at[i]->name->text);
    const char *names = b.len ? arena_copy_text(&r->arena, b.ptr, b.len) : "";
    buf_done(&b);
    return names;
}

// Gives the names that it declared.
static const char *keep_input(Repl *r, EvalResult e, Str text)
{
    JournalEntry entry = {.tree = JOURNAL_NO_TREE,
                          .number = (uint32_t)e.number & INT32_MAX,
                          .failed = e.status == EVAL_FAILED,
                          .text = text,
                          .seen = e.seen};
    if (e.declares)
        entry.tree = (uint32_t)r->inputs.n;
    uint64_t at = journal_add(&r->journal, &entry);
    if (!e.declares)
        return "";
    KeptInput in = {.nodes = e.nodes, .names = names_of(r, e.input), .entry = at, .is_undone = e.input->declared.n > 0};
    vec_push(&r->inputs, &r->arena, in);
    return in.names;
}

static void print_notes(EvalResult e)
{
    for (int i = 0; i < e.n_notes; i++)
        fprintf(stderr, "%s\n", e.notes[i]);
}

static bool declares_main(EvalResult e)
{
    for (int i = 0; i < e.input->declared.n; i++)
        if (e.input->declared.at[i]->kind == OBJ_FUNC && name_is(e.input->declared.at[i]->name, "main"))
            return true;
    return false;
}

// Words with which other sessions are left or ask for help.
static void hint_at_command(Str text)
{
    static const char *const words[][2] = {{"exit", "Ctrl-D or :quit leaves"}, {"quit", "Ctrl-D or :quit leaves"}, {"help", ":help helps"}};
    text = trim_blanks(text);
    if (text.len > 2 && str_has_suffix(text, STR("()")))
        text.len -= 2;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_is(text, words[i][0]))
            fprintf(stderr, "%s\n", words[i][1]);
}

static void report_wrong(Repl *r, const char *name, EvalResult e, Str text, Str typed)
{
    if (e.status == EVAL_UNFINISHED)
        interactive_report_unfinished(r->it, name, text);
    repl_report(r, typed);
    hint_at_command(typed);
}

static void report_interrupt(Repl *r, Place at)
{
    if (r->echoes)
        fputc('\n', stderr); // behind the terminal's ^C
    if (at.line > 0)
        fprintf(stderr, "interrupted at %s:%d\n", at.file, at.line);
    else
        fprintf(stderr, "interrupted\n");
}

EvalResult repl_evaluate(Repl *r, Str typed)
{
    char name[INPUT_NAME_BYTES];
    interactive_set_name(name, interactive_number(r->it));
    Buf text = {0};
    bool package = input_text(typed, &text);
    EvalResult e = interactive_eval(r->it, NULL, buf_str(&text));
    fflush(stdout);
    if (e.status == EVAL_UNFINISHED || e.status == EVAL_WRONG)
        report_wrong(r, name, e, buf_str(&text), typed);
    print_notes(e);
    if (e.status == EVAL_FAILED && e.exit_status == INTERRUPTED_STATUS)
        report_interrupt(r, e.interrupted_at);
    if (e.status == EVAL_DONE || e.status == EVAL_FAILED)
        keep_input(r, e, buf_str(&text));
    if (e.status == EVAL_DONE && package && r->terminal && declares_main(e))
        printf("main is declared; main() runs it\n");
    fflush(stdout);
    buf_done(&text);
    return e;
}

void repl_load(Repl *r, const char *path, Str typed)
{
    Session *s = interactive_session(r->it);
    Buf text = {0};
    input_text(typed, &text);
    EvalResult e = interactive_eval(r->it, path, buf_str(&text));
    fflush(stdout);
    if (e.status == EVAL_UNFINISHED)
        interactive_report_unfinished(r->it, path, buf_str(&text));
    if (e.status == EVAL_UNFINISHED || e.status == EVAL_WRONG)
        diag_print(&s->diags, stderr, (DiagStyle){.limit = 10, .color = r->color, .excerpt = true});
    print_notes(e);
    if (e.status == EVAL_DONE || e.status == EVAL_FAILED) {
        const char *names = keep_input(r, e, buf_str(&text));
        printf("%s\n", names[0] ? names : "nothing declared");
        fflush(stdout);
    }
    buf_done(&text);
}

void repl_take(Repl *r, Str text)
{
    r->typed = text;
    if (trim_blanks(text).len == 0)
        return;
    if (command_is(text))
        command_run(r, text);
    else
        repl_evaluate(r, text);
}

// commands.c: what the session's commands do.
#include "repl/commands.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/check.h"
#include "base/clock.h"
#include "base/columns.h"
#include "bytecode/code.h"
#include "repl/doc.h"
#include "repl/scan.h"
#include "runtime/sched.h"

typedef void RunCommand(Repl *r, Str argument);
#define COMMAND(name, argument, words, takes) static RunCommand run_##name;
#include "repl/commands.def"
#undef COMMAND

static const struct {
    const char *name, *argument, *words;
    CommandTakes takes;
    RunCommand *run;
} rows[] = {
#define COMMAND(name, argument, words, takes) {":" #name, argument, words, COMMAND_##takes, run_##name},
#include "repl/commands.def"
#undef COMMAND
};
enum { N_COMMANDS = sizeof rows / sizeof *rows };

const char *command_name(int i)
{
    return i < N_COMMANDS ? rows[i].name : NULL;
}

const char *command_argument(int i)
{
    return rows[i].argument;
}

const char *command_words(int i)
{
    return rows[i].words;
}

// -1: none; -2: several have that prefix.
static int find(Str name)
{
    int found = -1;
    for (int i = 0; i < N_COMMANDS; i++) {
        if (str_is(name, rows[i].name))
            return i;
        if (name.len > 1 && str_has_prefix(str_of(rows[i].name), name))
            found = found == -1 ? i : -2;
    }
    return found;
}

CommandTakes command_takes(Str name)
{
    int i = find(name);
    return i < 0 ? COMMAND_NOTHING : rows[i].takes;
}

Str trim_blanks(Str s)
{
    while (s.len > 0 && strchr(" \t\r\n", s.ptr[0]))
        s.ptr++, s.len--;
    while (s.len > 0 && strchr(" \t\r\n", s.ptr[s.len - 1]))
        s.len--;
    return s;
}

// `name?`, which is no Go.
static bool is_question(Str text)
{
    size_t n = 0;
    while (n < text.len && (is_word_byte(text.ptr[n]) || text.ptr[n] == '.' || text.ptr[n] == '/'))
        n++;
    size_t marks = text.len - n;
    return n > 0 && (marks == 1 || marks == 2) && text.ptr[n] == '?' && text.ptr[text.len - 1] == '?';
}

bool command_is(Str text)
{
    text = trim_blanks(text);
    return text.len > 0 && (text.ptr[0] == ':' || text.ptr[0] == '?' || is_question(text));
}

static Str cut_word(Str *s)
{
    Str word = {s->ptr, 0};
    while (word.len < s->len && !strchr(" \t\n", s->ptr[word.len]))
        word.len++;
    *s = trim_blanks((Str){s->ptr + word.len, s->len - word.len});
    return word;
}

Str command_input(Str text)
{
    text = trim_blanks(text);
    if (text.len == 0 || text.ptr[0] != ':')
        return STR("");
    CommandTakes takes = command_takes(cut_word(&text));
    if (takes == COMMAND_STAGE)
        cut_word(&text);
    return takes == COMMAND_STAGE || takes == COMMAND_INPUT ? text : STR("");
}

static void show_doc(Repl *r, Str name, bool source)
{
    if (!doc_print(r, name, source, stdout))
        fprintf(stderr, "nothing is known of %.*s\n", STR_ARG(name));
    fflush(stdout);
}

void command_run(Repl *r, Str text)
{
    text = trim_blanks(text);
    if (text.ptr[0] != ':') {
        int marks = 0;
        for (; text.len > 0 && text.ptr[0] == '?'; text.ptr++, text.len--)
            marks++;
        for (; text.len > 0 && text.ptr[text.len - 1] == '?'; text.len--)
            marks++;
        text = trim_blanks(text);
        if (text.len == 0)
            run_help(r, text);
        else
            show_doc(r, text, marks > 1);
        return;
    }
    Str name = cut_word(&text);
    int i = name.len == 1 ? 0 : find(name); // a colon alone asks for help
    if (i >= 0) {
        if (rows[i].takes == COMMAND_NOTHING && text.len > 0)
            fprintf(stderr, "%s takes nothing\n", rows[i].name);
        else if (rows[i].takes > COMMAND_TOPIC && text.len == 0)
            fprintf(stderr, "usage: %s %s\n", rows[i].name, rows[i].argument);
        else
            rows[i].run(r, text);
        return;
    }
    if (i == -2) {
        fprintf(stderr, "%.*s may be", STR_ARG(name));
        const char *before = " ";
        for (int j = 0; j < N_COMMANDS; j++)
            if (str_has_prefix(str_of(rows[j].name), name)) {
                fprintf(stderr, "%s%s", before, rows[j].name);
                before = " or ";
            }
        fprintf(stderr, "\n");
    } else {
        fprintf(stderr, "there is no command %.*s; :help lists them\n", STR_ARG(name));
    }
}

// ---------------------------------------------------------------- commands

static void print_command(int i)
{
    char left[64];
    snprintf(left, sizeof left, "%s %s", rows[i].name, rows[i].argument);
    printf("  %-18s %s\n", left, rows[i].words);
}

static void run_help(Repl *r, Str topic)
{
    for (int i = 0; i < N_COMMANDS; i++)
        if (str_is(topic, rows[i].name) || str_is(topic, rows[i].name + 1)) {
            print_command(i);
            fflush(stdout);
            return;
        }
    if (topic.len > 0) {
        show_doc(r, topic, false);
        return;
    }
    printf("Any Go: declarations, statements, expressions. Packages are found by name.\n\n");
    for (int i = 0; i < N_COMMANDS; i++)
        print_command(i);
    if (r->terminal)
        printf("\nThe last value is _, that of input 12 is _12. NAME? is :doc NAME.\n"
               "Enter evaluates what is complete, else it begins a new line, as Alt-Enter does.\n"
               "Tab completes, twice it lists. Up and Down move in the block, then through\n"
               "earlier inputs; Ctrl-R searches them. Ctrl-C drops what is typed, or stops\n"
               "what runs. Ctrl-D leaves.\n");
    fflush(stdout);
}

static void run_quit(Repl *r, Str argument)
{
    (void)argument;
    r->quit = true;
}

static void run_all(Repl *r, Str argument)
{
    (void)argument;
    interactive_show_all(r->it);
}

// Prints the messages about a text that is no input by itself.
static void report_check(Repl *r, Str text)
{
    char *bytes = NULL;
    size_t n = 0;
    FILE *nowhere = open_memstream(&bytes, &n);
    if (!nowhere)
        out_of_memory();
    if (!interactive_dump(r->it, STAGE_TYPES, text, nowhere)) {
        Session *s = interactive_session(r->it);
        if (s->diags.list.n == 0)
            interactive_report_unfinished(r->it, "input", text);
        repl_report(r, text);
    } else {
        fprintf(stderr, "%.*s is no expression\n", STR_ARG(text));
    }
    fclose(nowhere);
    free(bytes);
}

static void run_type(Repl *r, Str text)
{
    Session *s = interactive_session(r->it);
    Package *pkg = interactive_package(r->it);
    compile_lock();
    Object *o = scope_lookup(pkg->scope, intern(&s->names, text), NO_POS, NULL);
    compile_unlock();
    if (o && o->kind == OBJ_PKG_NAME) {
        printf("package %s\n", o->pkg_name.imported->path);
        fflush(stdout);
        return;
    }
    TypeAndValue tv = interactive_type_at(r->it, text, 0, text.len, NULL);
    if (tv.mode == MODE_BUILTIN) {
        printf("built-in function\n");
    } else if (tv.mode == MODE_NO_VALUE) {
        printf("no value\n");
    } else if (tv.mode == MODE_NONE || !tv.type) {
        report_check(r, text);
    } else {
        Buf b = {0};
        compile_lock();
        if (tv.mode == MODE_TYPE)
            buf_add_text(&b, "type ");
        type_print(&b, tv.type, pkg);
        if (tv.mode == MODE_TYPE && type_unalias(tv.type)->kind == TYPE_NAMED) {
            buf_add_char(&b, ' ');
            type_print(&b, type_under(tv.type), pkg);
        }
        if (tv.mode == MODE_CONST && tv.value) {
            buf_add_text(&b, " = ");
            const_print(&b, tv.value);
        }
        compile_unlock();
        printf("%.*s\n", STR_ARG(buf_str(&b)));
        buf_done(&b);
    }
    fflush(stdout);
}

static void run_doc(Repl *r, Str name)
{
    show_doc(r, name, false);
}

static void run_dump(Repl *r, Str text)
{
    Str word = cut_word(&text);
    char stage[16] = "";
    if (word.len < sizeof stage)
        memcpy(stage, word.ptr, word.len);
    Stage found = stage_find(stage);
    for (Stage s = STAGE_NONE + 1; s < STAGE_COUNT && found == STAGE_NONE; s++)
        if (word.len > 0 && str_has_prefix(str_of(stage_name(s)), word))
            found = s;
    if (found == STAGE_NONE || text.len == 0) {
        fprintf(stderr, "usage: :dump tokens|ast|types|bytecode INPUT\n");
        return;
    }
    if (!interactive_dump(r->it, found, text, stdout)) {
        fflush(stdout);
        if (interactive_session(r->it)->diags.list.n == 0)
            interactive_report_unfinished(r->it, "input", text);
        repl_report(r, text);
    }
    fflush(stdout);
}

static void run_time(Repl *r, Str text)
{
    int64_t start = clock_ns();
    EvalResult e = repl_evaluate(r, text);
    int64_t ns = clock_ns() - start;
    if (e.status != EVAL_DONE && e.status != EVAL_FAILED)
        return;
    if (ns < 1000000)
        printf("%.1f µs\n", (double)ns / 1e3);
    else if (ns < 1000000000)
        printf("%.2f ms\n", (double)ns / 1e6);
    else
        printf("%.3f s\n", (double)ns / 1e9);
    fflush(stdout);
}

static bool seen_before(Scope *from, Scope *to, Name name)
{
    for (Scope *s = from; s != to; s = s->parent)
        if (scope_find(s, name))
            return true;
    return false;
}

static bool can_spell(Name name)
{
    return !strchr(name->text, ' ') && strcmp(name->text, "_") != 0;
}

static void run_vars(Repl *r, Str argument)
{
    (void)argument;
    Package *pkg = interactive_package(r->it);
    VEC(Object *) vars = {0};
    for (Scope *s = pkg->scope; s; s = s->parent)
        for (int i = s->list.n - 1; i >= 0; i--) {
            Object *o = s->list.at[i];
            if (o->kind == OBJ_VAR && o->type && can_spell(o->name) && !seen_before(pkg->scope, s, o->name))
                vec_push(&vars, &r->arena, o);
        }
    for (int i = vars.n - 1; i >= 0; i--) {
        Buf b = {0};
        buf_printf(&b, "%s ", vars.at[i]->name->text);
        compile_lock();
        type_print(&b, vars.at[i]->type, pkg);
        compile_unlock();
        buf_add_text(&b, " = ");
        printf("%.*s", STR_ARG(buf_str(&b)));
        fflush(stdout);
        interactive_show_variable(r->it, vars.at[i], text_columns(buf_str(&b)));
        buf_done(&b);
    }
}

typedef struct Listed {
    uint64_t id, creator;
    uint32_t state;
    uint8_t reason;
} Listed;

enum { MAX_LISTED = 1000 };
typedef struct Listing {
    Listed at[MAX_LISTED];
    int n, more;
} Listing;

// Under the scheduler's lock: only takes notes.
static void note_goroutine(G *g, void *data)
{
    Listing *l = data;
    if (l->n == MAX_LISTED) {
        l->more++;
        return;
    }
    uint32_t state = __atomic_load_n(&g->state, __ATOMIC_ACQUIRE);
    l->at[l->n++] = (Listed){g->id, g->creator_id, state, g->wait_reason};
}

static int by_id(const void *a, const void *b)
{
    uint64_t x = ((const Listed *)a)->id, y = ((const Listed *)b)->id;
    return x < y ? -1 : x > y;
}

static void run_goroutines(Repl *r, Str argument)
{
    (void)r;
    (void)argument;
    Listing *l = calloc(1, sizeof *l);
    if (!l)
        out_of_memory();
    sched_each_g(note_goroutine, l);
    qsort(l->at, (size_t)l->n, sizeof *l->at, by_id);
    if (l->n == 0)
        printf("no goroutines\n");
    for (int i = 0; i < l->n; i++) {
        Listed *g = &l->at[i];
        bool waits = g->state == G_WAITING || g->state == G_PARKING;
        const char *state = waits ? wait_reason_text((WaitReason)g->reason)
                            : g->state == G_RUNNING ? "running"
                            : g->state == G_BLOCKED_SYSCALL ? "syscall" : "runnable";
        printf("goroutine %llu [%s]", (unsigned long long)g->id, state);
        if (g->creator)
            printf(" started by goroutine %llu", (unsigned long long)g->creator);
        printf("\n");
    }
    if (l->more)
        printf("\xe2\x80\xa6 %d more\n", l->more);
    fflush(stdout);
    free(l);
}

static void report_ended(EndedInputs e, bool always)
{
    if (e.ended > 0 || (always && e.left == 0))
        printf("%d goroutine%s ended\n", e.ended, e.ended == 1 ? "" : "s");
    if (e.left > 0)
        printf("%d goroutine%s did not end\n", e.left, e.left == 1 ? "" : "s");
    fflush(stdout);
}

static void run_stop(Repl *r, Str argument)
{
    (void)r;
    (void)argument;
    report_ended(sched_end_earlier_inputs(), true);
}

static void run_load(Repl *r, Str name)
{
    char *path = arena_copy_text(&r->arena, name.ptr, name.len);
    FILE *f = fopen(path, "r");
    if (!f) {
        fprintf(stderr, "cannot read %s: %m\n", path);
        return;
    }
    Buf text = {0};
    char block[4096];
    for (size_t n; (n = fread(block, 1, sizeof block, f)) > 0 && text.len < SOURCE_MAX_BYTES;)
        buf_add(&text, block, n);
    bool unread = ferror(f);
    if (unread)
        fprintf(stderr, "cannot read %s: %m\n", path);
    fclose(f);
    if (unread) {
        buf_done(&text);
        return;
    }
    repl_load(r, path, buf_str(&text));
    buf_done(&text);
}

static void run_save(Repl *r, Str name)
{
    const char *error, *path = arena_copy_text(&r->arena, name.ptr, name.len);
    if (!repl_save(r, path, &error))
        fprintf(stderr, "cannot write %s: %s\n", path, error);
    else if (r->terminal)
        printf("written: %s\n", path);
    fflush(stdout);
}

static bool forget_last(Repl *r, const char **names)
{
    if (!interactive_undo(r->it))
        return false;
    *names = "";
    uint64_t cut = 0;
    while (r->inputs.n > 0) {
        KeptInput in = vec_pop(&r->inputs);
        if (in.is_undone) {
            *names = in.names;
            cut = in.entry;
            break;
        }
    }
    journal_cut(&r->journal, cut); // statements behind it may use what is gone
    return true;
}

static void run_undo(Repl *r, Str argument)
{
    (void)argument;
    const char *names;
    if (forget_last(r, &names))
        printf("forgotten: %s\n", names);
    else
        fprintf(stderr, "nothing is declared\n");
    fflush(stdout);
}

static void run_reset(Repl *r, Str argument)
{
    (void)argument;
    const char *names;
    while (forget_last(r, &names)) {
    }
    r->inputs.n = 0;
    journal_cut(&r->journal, 0);
    report_ended(sched_end_earlier_inputs(), false);
}

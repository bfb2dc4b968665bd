// repl.c: the loop of a session on a pipe: one input after the other, without prompts; and with prompts at a plain terminal.
// An input is as many lines as make it complete. Two blank lines end an unfinished one, which is then wrong: one is usual in Go.
#include "repl/repl.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "repl/commands.h"
#include "repl/signals.h"
#include "runtime/sched.h"

// ---------------------------------------------------------------- Ctrl-C at a plain terminal
// A thread of its own takes the signal (signals.h). While the one that evaluates waits for a line, a second signal, blocked but in that
// wait, ends it.

static pthread_t reader;
static volatile sig_atomic_t reading, dropped;
static sigset_t while_reading;

static void interrupt(int sig)
{
    (void)sig;
    if (reading)
        pthread_kill(reader, SIGUSR1);
    else
        sched_request_interrupt();
}

static void stop_reading(int sig)
{
    (void)sig;
    dropped = true;
}

// From here on Ctrl-C is meant for the line: before the prompt says so, since who sees it may press the key at once.
static void begin_reading(void)
{
    dropped = false;
    reading = true;
}

// Waits for a line. false: Ctrl-C drops what was typed.
static bool await_line(void)
{
    struct pollfd p = {.fd = STDIN_FILENO, .events = POLLIN};
    while (ppoll(&p, 1, NULL, &while_reading) < 0 && errno == EINTR && !dropped) {
    }
    reading = false;
    return !dropped;
}

static void *take_signals(void *data)
{
    (void)data;
    for (;;)
        pause();
    return NULL;
}

static void catch_interrupts(void)
{
    sigset_t mask;
    reader = pthread_self();
    signal_handle(SIGUSR1, stop_reading, 0);
    signal_handle(SIGINT, interrupt, SA_RESTART);
    signal_start_taker(take_signals, NULL);
    pthread_sigmask(SIG_SETMASK, NULL, &mask);
    sigdelset(&mask, SIGUSR1);
    while_reading = mask;
    sigaddset(&mask, SIGUSR1);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
}

// ---------------------------------------------------------------- lines

static void prompt(bool prompts, bool more)
{
    if (prompts) {
        begin_reading();
        fputs(more ? "  | " : "go> ", stdout);
        fflush(stdout);
    }
}

static int run_lines(Interactive *it, bool color, bool prompts)
{
    Repl r = {.it = it, .color = color, .echoes = prompts};
    Buf input = {0};
    char *line = NULL;
    size_t cap = 0;
    int n_blank = 0;
    while (!r.quit) {
        prompt(prompts, input.len > 0);
        if (prompts && !await_line()) {
            fputc('\n', stdout);
            input.len = 0;
            continue;
        }
        ssize_t len = getline(&line, &cap, stdin);
        bool end = len < 0, blank = len >= 0 && strspn(line, " \t\r\n") == (size_t)len;
        if (len > 0)
            buf_add(&input, line, (size_t)len);
        if (input.len == 0 && end)
            break;
        bool command = command_is(buf_str(&input));
        Str go = command ? command_input(buf_str(&input)) : buf_str(&input);
        EvalStatus state = input_probe(go);
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
    catch_interrupts();
    return run_lines(it, false, true);
}

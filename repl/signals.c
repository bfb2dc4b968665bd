// signals.c: see signals.h.
#include "repl/signals.h"

#include <pthread.h>
#include <signal.h>
#include <stddef.h>

void signal_handle(int sig, void (*fn)(int), int flags)
{
    struct sigaction a = {.sa_handler = fn, .sa_flags = flags};
    sigemptyset(&a.sa_mask);
    sigaction(sig, &a, NULL);
}

bool signal_start_taker(void *(*run)(void *data), void *data)
{
    sigset_t all, before;
    pthread_t thread;
    sigfillset(&all);
    sigdelset(&all, SIGINT);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool ok = pthread_create(&thread, NULL, run, data) == 0;
    if (ok) {
        pthread_detach(thread);
        sigaddset(&before, SIGINT);
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return ok;
}

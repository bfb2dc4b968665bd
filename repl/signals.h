// signals.h: Ctrl-C in a session goes to a thread that does not evaluate.
#ifndef REPL_SIGNALS_H
#define REPL_SIGNALS_H
#include <stdbool.h>

void signal_handle(int sig, void (*fn)(int), int flags); // flags: of sigaction
// Starts a thread that takes Ctrl-C (SIGINT) and no other signal; from then on the calling thread does not take it: its handler would run
// instead of the wake-up of the wait that it interrupts, which is then begun anew. false: no thread can be had, and nothing has changed.
bool signal_start_taker(void *(*run)(void *data), void *data);
#endif

// repl.h: people, or a pipe, at a session.
#ifndef REPL_REPL_H
#define REPL_REPL_H
#include "driver/interactive.h"

// Reads inputs from standard input until its end: answers and messages are printed, an error does not end it. Gives the exit status.
int repl_run(Interactive *it, bool color);
#endif

// repl.h: people, or a pipe, at a session.
#ifndef REPL_REPL_H
#define REPL_REPL_H
#include "driver/interactive.h"

// Reads inputs from standard input until its end: answers and messages are printed, an error does not end it. Gives the exit status.
int repl_run(Interactive *it, bool color);
// The same for people at a terminal: prompts, an editor, history. Without an editor (plain) where the terminal can't move its cursor.
int repl_run_terminal(Interactive *it, bool color, bool plain);
// With prompts, a line at a time as the terminal gives them.
int repl_run_plain(Interactive *it);
#endif

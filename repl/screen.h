// screen.h: the terminal, and what is drawn at its bottom while something is typed.
// The program's output goes through a pipe that a thread of the screen's own empties: what comes while a line is edited is put above
// it, and the line is drawn anew. Threads: screen_* take the screen's lock; editor and pump are the only ones that draw.
#ifndef REPL_SCREEN_H
#define REPL_SCREEN_H
#include <pthread.h>
#include <stdbool.h>
#include <termios.h>

#include "base/buf.h"

typedef struct ScreenArea { // what is edited, laid out
    Buf bytes;              // rows with "\r\n" between them, each row ends with the sequence that clears its rest
    int n_rows;
    int cursor_row, cursor_column; // from 0
    Buf before_cursor;      // of the cursor's row, where that holds more than ASCII; else empty
    bool shown;
} ScreenArea;

typedef struct Screen {
    int in, out;       // the terminal
    int pipe_read;     // what the program writes
    int saved_out, saved_err;
    int columns, rows; // of the terminal
    bool color;
    bool editing;
    struct termios cooked;
    pthread_mutex_t lock;
    int waiting;       // atomic: somebody but the pump wants the lock
    ScreenArea area;
    int partial_column; // behind the program's last output; 0: at the beginning of a line
    bool below_partial; // the area stands on the line below unfinished output
    int escape;         // state within the output's control sequences
} Screen;

// Redirects standard output and errors. false: the terminal cannot be used, and nothing changed.
bool screen_open(Screen *s, bool color);
// Shows what is left of the output; standard output and errors are as before.
void screen_close(Screen *s);

void screen_begin_edit(Screen *s); // keys come one by one
void screen_end_edit(Screen *s);   // lines, echo, Ctrl-C as a signal
// Puts the area onto the screen in place of the one shown. Takes the bytes over.
void screen_draw(Screen *s, ScreenArea area);
// The area's text stays on the screen; what follows stands below.
void screen_leave_area(Screen *s);
void screen_clear(Screen *s);
// Everything that the program wrote so far is on the screen afterwards.
void screen_drain(Screen *s);
// Stops the process as Ctrl-Z does; returns when it goes on.
void screen_suspend(Screen *s);
void screen_measure(Screen *s);
// A file descriptor that becomes readable when the terminal changed its size, or the process goes on after a stop.
int screen_wake_fd(void);
#endif

// editor.h: edits one input of any number of lines at the terminal.
#ifndef REPL_EDITOR_H
#define REPL_EDITOR_H
#include "repl/complete.h"
#include "repl/history.h"
#include "repl/keys.h"
#include "repl/screen.h"

typedef enum EditResult { EDIT_INPUT, EDIT_DROPPED, EDIT_END } EditResult;

typedef struct EditorHooks { // what the editor asks of the session
    bool (*is_complete)(void *data, Str text); // Enter evaluates
    void (*complete)(void *data, Str text, size_t cursor, Completions *out);
    void (*signature)(void *data, Str text, size_t cursor, Buf *out); // of the call whose '(' stands before the cursor
    void *data;
} EditorHooks;

typedef struct Editor {
    Screen *screen;
    History *history;
    EditorHooks hooks;
    KeyReader keys;
    Buf text;
    size_t cursor;      // byte
    Buf killed;         // for Ctrl-Y
    bool kill_again;    // the last key killed: the next one adds
    bool completed;     // the last key was a Tab that changed nothing
    int goal_column;    // of moves up and down; -1: none
    int history_index;  // history->n: the text that was being typed, kept in draft
    Buf draft;
    Buf hint;           // lines below the text: candidates, a signature
    bool searching;
    Buf query;
    int found;          // history index, -1
    size_t top;         // first row shown of a text higher than the terminal
} Editor;

void editor_init(Editor *e, Screen *s, History *h, EditorHooks hooks);
// Reads one input; the text is valid until the next call.
EditResult editor_read(Editor *e, Str *text);
#endif

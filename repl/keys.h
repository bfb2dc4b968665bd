// keys.h: bytes of a terminal to keys.
#ifndef REPL_KEYS_H
#define REPL_KEYS_H
#include "base/buf.h"

typedef enum KeyKind {
    KEY_RUNE,  // a character
    KEY_CTRL,  // Ctrl and the letter in `rune`
    KEY_ALT,   // Alt and the character in `rune`
    KEY_PASTE, // `paste` holds the text
    KEY_ENTER, KEY_ALT_ENTER, KEY_TAB, KEY_BACK_TAB, KEY_BACKSPACE, KEY_ALT_BACKSPACE, KEY_ESCAPE,
    KEY_UP, KEY_DOWN, KEY_LEFT, KEY_RIGHT, KEY_WORD_LEFT, KEY_WORD_RIGHT, KEY_HOME, KEY_END, KEY_DELETE,
    KEY_WAKE,    // the terminal has another size, or the process was stopped meanwhile
    KEY_GONE,    // nothing will come any more
    KEY_UNKNOWN  // a sequence without a meaning here
} KeyKind;

typedef struct Key {
    KeyKind kind;
    int rune;
    bool continued; // WAKE: the process was stopped
} Key;

typedef struct KeyReader {
    int fd, wake_fd;
    Buf bytes; // read, not yet used from `at` on
    size_t at;
    Buf paste;
} KeyReader;

// Waits for the next key.
Key keys_next(KeyReader *r);
// The next byte, if there is one already; else -1.
int keys_peek(KeyReader *r);
// More is there already: drawing can wait.
bool keys_pending(KeyReader *r);
#endif

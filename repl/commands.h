// commands.h: a session with what was typed into it, and its commands.
#ifndef REPL_COMMANDS_H
#define REPL_COMMANDS_H
#include "driver/interactive.h"
#include "repl/journal.h"

typedef enum CommandTakes { COMMAND_NOTHING, COMMAND_TOPIC, COMMAND_INPUT, COMMAND_STAGE, COMMAND_FILE } CommandTakes;

typedef struct KeptInput { // an input that declared something
    NodeList nodes;
    const char *names; // for messages; "": of methods only
    uint64_t entry;    // where the journal has it
    bool is_undone;    // by :undo: it declared more than methods
} KeptInput;

typedef struct Repl {
    Interactive *it;
    bool color;
    bool terminal; // with an editor
    bool echoes;   // the terminal shows ^C when that is typed
    int columns; // of the terminal, 0: there is none
    Str typed;   // what was entered last, of which a command's text is a part
    VEC(KeptInput) inputs; // in order
    Journal journal;       // all inputs that were accepted
    Arena arena; // the REPL's own: goroutines that compile use the session's
    bool quit;
} Repl;

const char *command_name(int i);  // ":help"; NULL behind the last
const char *command_argument(int i); // its placeholder; "" if it takes none
const char *command_words(int i);
CommandTakes command_takes(Str name); // name with the colon, perhaps a prefix

Str trim_blanks(Str s); // at both ends

// Is the text a command and not Go?
bool command_is(Str text);
void command_run(Repl *r, Str text);
// What of a command's text has to be complete Go before it is run; empty: nothing.
Str command_input(Str text);

// The text of an input that was typed or read: without a package clause and a first line `#!`, places kept, a newline at its end.
// Gives whether there was a package clause.
bool input_text(Str typed, Buf *out);
// Only says whether what was typed is complete.
EvalStatus input_probe(Str typed);
// Evaluates one input of Go and prints what there is to say.
EvalResult repl_evaluate(Repl *r, Str typed);
// The same for a file's text.
void repl_load(Repl *r, const char *path, Str typed);
// Prints the messages in the session's sink about a text that was just typed.
void repl_report(Repl *r, Str text);
// One input: Go, or a command.
void repl_take(Repl *r, Str text);
// Writes the session as a program. false: *error says why not.
bool repl_save(Repl *r, const char *path, const char **error);
#endif

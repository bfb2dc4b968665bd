// commands.h: a session with what was typed into it, and its commands.
#ifndef REPL_COMMANDS_H
#define REPL_COMMANDS_H
#include "driver/interactive.h"

typedef enum CommandTakes { COMMAND_NOTHING, COMMAND_TOPIC, COMMAND_INPUT, COMMAND_STAGE, COMMAND_FILE } CommandTakes;

typedef struct KeptInput { // an input that was accepted, perhaps more than once
    NodeList nodes;
    const char *names; // that it declared, for messages; "" if none
    bool declares;
} KeptInput;

typedef struct KeptRun { // small: a session may have millions
    uint32_t input;       // which of Repl.inputs
    uint32_t number : 31; // its value may have a name: _12
    uint32_t failed : 1;  // it panicked or was interrupted
} KeptRun;

typedef struct Repl {
    Interactive *it;
    bool color;
    bool terminal; // with an editor
    bool echoes;   // the terminal shows ^C when that is typed
    int columns; // of the terminal, 0: there is none
    Str typed;   // what was entered last, of which a command's text is a part
    VEC(KeptInput) inputs; // each tree once
    VEC(KeptRun) kept;     // what was accepted, in order
    HashMap input_of;      // a tree (NodeList.at) -> 1 + which of inputs
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
EvalStatus input_probe(Interactive *it, Str typed);
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

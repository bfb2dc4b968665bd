// commands.h: a session with what was typed into it, and its commands.
#ifndef REPL_COMMANDS_H
#define REPL_COMMANDS_H
#include "driver/interactive.h"

typedef enum CommandTakes { COMMAND_NOTHING, COMMAND_INPUT, COMMAND_STAGE, COMMAND_FILE } CommandTakes;

typedef struct KeptInput { // an input that was accepted
    NodeList nodes;
    const char *names; // that it declared, for messages; "" if none
    bool declares;
    bool failed;       // it panicked or was interrupted
} KeptInput;

typedef struct Repl {
    Interactive *it;
    bool color, terminal;
    int number;        // of the next input
    VEC(KeptInput) kept; // in the session's arena
    bool quit;
} Repl;

const char *command_name(int i);  // ":help"; NULL behind the last
const char *command_words(int i);
CommandTakes command_takes(Str name); // name with the colon, perhaps a prefix

// Is the text a command and not Go?
bool command_is(Str text);
void command_run(Repl *r, Str text);
// What of a command's text has to be complete Go before it is run; empty: nothing.
Str command_input(Str text);

// Evaluates one input of Go and prints what there is to say.
EvalResult repl_evaluate(Repl *r, Str text);
// Prints the messages in the session's sink about a text that was just typed.
void repl_report(Repl *r, Str text);
// One input: Go, or a command.
void repl_take(Repl *r, Str text);
// Writes the session as a program. false: *error says why not.
bool repl_save(Repl *r, const char *path, const char **error);
#endif

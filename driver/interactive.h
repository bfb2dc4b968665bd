// interactive.h: a session that is fed input by input: the REPL, scripts without a package clause, -e.
// Memory: what an input of a REPL made is given back when nothing refers to it any more, unless it declared something (remains.h); what
//   is handed out here of an input is valid until the next one.
// Threads: one thread feeds it, that of interactive_new; goroutines that inputs have started go on running between inputs.
#ifndef DRIVER_INTERACTIVE_H
#define DRIVER_INTERACTIVE_H
#include "driver/dump.h"
#include "driver/kept.h"
#include "driver/run.h"
#include "driver/session.h"
#include "types/input.h"

typedef struct Interactive Interactive;

typedef struct InteractiveOptions {
    RunOptions run;    // of the program that inputs make up
    bool show_values;  // the value of a last expression is printed
    bool strict_names; // unused variables in functions are errors, as in a file
} InteractiveOptions;

// Makes the collector, the scheduler and the session. One per process; never freed.
Interactive *interactive_new(const InteractiveOptions *options);
Session *interactive_session(Interactive *it);
Package *interactive_package(Interactive *it);

typedef struct InputSeen { // what an input saw of the session, so that it can be read again: interactive_read_again
    Scope *scope;
    const KeptName *asked; // valid until the next input; its types for ever
    int n_asked;
} InputSeen;

typedef enum EvalStatus {
    EVAL_DONE,       // it ran (or declared) to its end
    EVAL_EMPTY,      // nothing but blanks and comments
    EVAL_UNFINISHED, // more text could complete it; nothing happened
    EVAL_WRONG,      // the session's sink has the messages; nothing happened
    EVAL_FAILED      // it ran, and panicked, ended by os.Exit, or waited for ever: what there is to say was printed
} EvalStatus;

typedef struct EvalResult {
    EvalStatus status;
    int exit_status;        // FAILED
    Place interrupted_at;   // the line that ran when it was interrupted; line 0: it was not
    const CheckedInput *input; // what it declared; valid until the next input
    const char *const *notes;  // what became stale, a sentence each
    int n_notes;
    NodeList nodes; // of the input, as parsed; they stay if it declared something
    bool declares;
    InputSeen seen;
    int number;     // its value is `_` and `_12` from now on, if it showed one
} EvalResult;

// name: what messages call the text; NULL: `input 12`, by its number.
EvalResult interactive_eval(Interactive *it, const char *name, Str text);
// The number of the next input.
int interactive_number(const Interactive *it);
enum { INPUT_NAME_BYTES = 32 };
// What messages call the text of an input without a name of its own.
void interactive_set_name(char name[INPUT_NAME_BYTES], int number);
// Prints a variable's value behind `used` columns of a line. No name keeps it.
void interactive_show_variable(Interactive *it, Object *var, int used);
// The values that have names; under the compile lock.
Kept *interactive_kept(Interactive *it);
// What would end the process ends only its input from now on: a REPL.
void interactive_keep_going(Interactive *it);
// Puts the messages about an unfinished text, taken as a whole, into the sink.
void interactive_report_unfinished(Interactive *it, const char *name, Str text);
// Prints the values that were shown last, nothing cut.
void interactive_show_all(Interactive *it);
// What the checker says of the expression at bytes start .. end of a text, which need not be right elsewhere. Nothing runs, nothing is kept;
// mode MODE_NONE: it is no expression, or wrong. *expr (may be NULL) gets the tree.
TypeAndValue interactive_type_at(Interactive *it, Str text, size_t start, size_t end, Node **expr);
// Shows a stage of an input that is not run, or, for BYTECODE, of the function that the text names. false: messages are in the sink.
bool interactive_dump(Interactive *it, Stage stage, Str text, FILE *out);
// Forgets the declarations of the newest input that has any. false: there are none.
bool interactive_undo(Interactive *it);
// Makes the tree of an earlier input that declared nothing once more, with what the checker knows of it, and calls use under the compile
// lock; the tree is gone after it. false: it could not be made.
bool interactive_read_again(Interactive *it, Str text, const InputSeen *seen, void (*use)(NodeList nodes, void *data), void *data);
// Only says whether the text is complete.
EvalStatus interactive_probe(Str text);
#endif

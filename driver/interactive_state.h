// interactive_state.h: a session fed input by input, as the files that implement it share it.
#ifndef DRIVER_INTERACTIVE_STATE_H
#define DRIVER_INTERACTIVE_STATE_H
#include "driver/interactive.h"
#include "driver/remains.h"

struct Interactive {
    InteractiveOptions options;
    Session session;
    struct Compiler *compiler;
    Package *pkg;
    Name show_name, show_line_name; // by which calls that show values find their functions: no program can spell them
    CheckedInput input;
    VEC(const char *) notes;
    Kept kept;
    Remains remains;
    int number;       // of the newest input
    bool keeps_going; // a session of people, not a script
};

// An object of the library; NULL: there is none.
Object *interactive_std_object(Interactive *it, const char *path, const char *name);
void interactive_forget_messages(Interactive *it);
Node *interactive_new_name(Interactive *it, Pos pos, Name name);
// The statement `function(x)` or `function(x, y)`.
Node *interactive_show_call(Interactive *it, Name function, Node *x, Node *y);
// Adds a text to the session, where it lasts as long as the input does.
File *interactive_add_text(Interactive *it, const char *name, Str text);
// Parses and checks an input; r gets its nodes and status. *shows (may be NULL): the value of its last expression is shown.
bool interactive_check(Interactive *it, File *file, bool show, EvalResult *r, bool *shows);
#endif

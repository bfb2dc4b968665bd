// rangefunc.h: loops over functions, whose body is a function of its own (SOURCE_RANGE) that the operand calls.
// What the body and the function around it share are variables that the checker does not know: the loop's state, how the body was left,
// and where it defers to. The body captures them as it captures the program's own.
#ifndef COMPILER_RANGEFUNC_H
#define COMPILER_RANGEFUNC_H
#include "compiler/compiler.h"

typedef enum RangeState { // of RangeFunc.state: whether the body may be called
    RANGE_READY,
    RANGE_RUNNING,    // or left by a panic
    RANGE_DONE,       // the body has returned false
    RANGE_EXHAUSTED,  // the operand has returned
} RangeState;

typedef enum RangeExit { // of RangeFunc.exit: where to go on behind the loop
    RANGE_EXIT_NONE,
    RANGE_EXIT_RETURN,
    RANGE_EXIT_BRANCH // this + index into the outermost loop's branches
} RangeExit;

typedef struct RangeBranch { // break L, continue L, goto L
    TokenKind op;
    Name label;
} RangeBranch;

typedef struct RangeFunc { // arena of the session
    RangeStmt *stmt;
    struct RangeFunc *outer; // the loop over a function whose body has this one in it, in the same function; NULL: none
    Name label;              // set when the function around it is compiled
    Object *state;
    Object *exit, *defers;   // the outermost's
    bool returns, is_deferring; // there is a return, a defer in the body
    VEC(RangeBranch) branches;  // in the body that name a label, each once
} RangeFunc;

bool rangefunc_is(const Compiler *c, const Node *n); // n is a loop over a function
RangeFunc *rangefunc_new(Compiler *c, RangeStmt *s, RangeFunc *outer); // once for each: escape analysis
RangeFunc *rangefunc_of(Compiler *c, const Node *range_stmt);
// Walks what of the loop belongs to the function around it: all but the body.
void rangefunc_walk_head(Node *range_stmt, bool (*visit)(Node *, void *), void *data);
#endif

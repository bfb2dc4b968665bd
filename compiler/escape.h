// escape.h: what the files of escape analysis share. See escape.c for the idea.
#ifndef COMPILER_ESCAPE_H
#define COMPILER_ESCAPE_H
#include "base/hashmap.h"
#include "compiler/compiler.h"

enum {
    SUMMARY_RESULTS = 7,     // results that summaries tell apart; the rest counts as heap
};

typedef struct ParamLeak { // smallest number of dereferences with which the parameter flows there; -1: it does not
    int8_t heap;
    int8_t result[SUMMARY_RESULTS];
} ParamLeak;

typedef struct Summary { // of a declared function
    bool done;           // false while it is being made
    int n;               // parameters, a receiver first
    ParamLeak *params;
} Summary;

typedef struct Loc Loc;
typedef struct Edge {
    Loc *src;
    int derefs; // -1: the address of src
    struct Edge *next;
} Edge;

typedef struct EscapeFunc { // the outermost function, or a literal in it
    struct EscapeFunc *outer;
    Node *literal;  // FUNC_LIT, or RANGE_STMT over a function; NULL: the outermost
    struct RangeFunc *range; // of a RANGE_STMT
    Loc *site;      // of the closure
    Loc *deferred;  // what deferred calls hold: lives as long as the function runs
    Loc **results;
    int n_results;
    VEC(Loc *) captures;
} EscapeFunc;

struct Loc {
    Object *var;      // a variable,
    VarInfo *info;
    const Node *site; // or a value made at that node; or neither: a joint, a result, the heap
    EscapeFunc *func; // NULL: the heap
    int loop_depth;   // of the loop in each iteration of which it is a new one
    int holder_depth; // of the loop whose iterations it lives through: a loop's own variables are copied to the next one
    int param_index, result_index;
    bool is_param, is_result;
    bool escapes, address_taken;
    bool queued, walking;
    Edge *edges; // what flows here
    uint32_t seen; // walk_from
    int distance;
};

typedef struct Hole { // where a value goes, and how often it is dereferenced before
    Loc *dst;
    int derefs;
} Hole;

typedef enum CallMode { CALL_PLAIN, CALL_GO, CALL_DEFER } CallMode;

typedef struct Escape { // the analysis of one outermost function or initialiser
    Compiler *c;
    Arena arena;
    Summary *summary;      // of the outermost function; NULL: an initialiser
    EscapeFunc *outermost;
    EscapeFunc *func;      // being gone through
    int loop_depth;
    int nesting;           // of analyses: callees of callees
    int std_nesting;       // of those of embedded packages
    bool too_deep;         // the stack did not suffice
    Loc heap, nowhere;
    HashMap vars;          // Object -> Loc
    HashMap loop_labels;   // Node of a LABELED_STMT that a goto jumps back to
    VEC(Loc *) locs;
    VEC(EscapeFunc *) literals;
    VEC(Loc *) queue, walk;
    uint32_t generation;
} Escape;

// escape.c
Loc *escape_loc_new(Escape *e);
Loc *escape_declare(Escape *e, Object *var); // the variable's location, made here if it is new
void escape_flow(Escape *e, Loc *dst, Loc *src, int derefs);
void escape_expr(Escape *e, Loc *dst, int derefs, Node *n);
void escape_call(Escape *e, Loc **dsts, int n, Node *call, CallMode mode); // each result to its location
// A function literal, or the body of a loop over a function, whose closure goes to dst.
EscapeFunc *escape_literal(Escape *e, Loc *dst, int derefs, Node *literal);
// The function that a loop ranges over is called: where its argument goes.
Hole escape_range_operand(Escape *e, Node *fun);
void escape_use(Escape *e, Object *var); // notes that literals around capture it
Loc *escape_base_var(Escape *e, Node *x); // the variable that x is a part of, without pointers between; NULL

// escape_solve.c
void escape_solve(Escape *e); // decides what escapes, and how literals capture
void escape_publish(Escape *e, WeakMap *in_frame, WeakMap *captures);

// escape_stmt.c
void escape_enter_func(Escape *e, EscapeFunc *f, Type *sig);
void escape_block(Escape *e, Node *block);

// escape_summary.c
const Summary *escape_summary(Escape *e, Object *callee); // NULL: nothing is known
void summary_set_unknown(Summary *s);
#endif

// extent.h: which bytes of an input a declaration or statement is: its tree says only where the checker points.
#ifndef REPL_EXTENT_H
#define REPL_EXTENT_H
#include "driver/session.h"

typedef struct Extent {
    File *file; // NULL: not found
    uint32_t start, end;
} Extent;

// Node i of an input, without what separates it from the next one.
Extent extent_of_node(Session *s, NodeList nodes, int i);
// The values of a variable's declaration: what stands behind its `=` or `:=`. at: a name on the left side.
Extent extent_of_values(Session *s, Pos at);
// If x is the call that the session puts around an expression to show its value: that expression; else NULL.
Node *extent_shown(const Node *x);
// A position within the node, at which no bracket of its own is open where it stands alone.
Pos extent_anchor(const Node *n);
#endif

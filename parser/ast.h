// ast.h: the syntax tree. Nodes are made by the parser and constant afterwards; what the checker
// finds out stands in side tables (types/info.h) by Node.id. Memory: arena.
#ifndef PARSER_AST_H
#define PARSER_AST_H
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/intern.h"
#include "lexer/token.h"
#include "source/source.h"

typedef enum NodeKind {
    NODE_NONE,
#define NODE(KIND, Struct, words, fields) NODE_##KIND,
#include "parser/nodes.def"
#undef NODE
    NODE_COUNT
} NodeKind;

typedef struct Node {
    uint32_t kind : 8;   // NodeKind
    uint32_t depth : 24; // levels of nodes below: never more than Parser.max_depth, so that
                         // recursion over a tree is safe
    Pos pos;             // as the reference compiler's syntax tree: see nodes.def
    uint32_t id;         // from 1, dense over all trees that share one AstIds
} Node;

// No tree is deeper (a parser says so otherwise), and none that was parsed on a thread with little
// stack is deeper than that stack allows: AST_LEVEL_BYTES are there for each level of a recursive
// function over trees. This limit is that of the reference's package go/parser.
enum { AST_MAX_DEPTH = 100000, AST_LEVEL_BYTES = 768 };

// For stack_call_with: the stack that functions over a tree of that depth need; a tree is no deeper than its text is long.
static inline size_t ast_stack_bytes(size_t depth)
{
    return (depth < AST_MAX_DEPTH ? depth : AST_MAX_DEPTH) * AST_LEVEL_BYTES;
}

typedef struct NodeList {
    Node **at;
    int n;
} NodeList;

typedef enum ChanDir { CHAN_BOTH, CHAN_SEND_ONLY, CHAN_RECV_ONLY } ChanDir;

#define CHILD(f) Node *f;
#define LIST(f) NodeList f;
#define VALUE(T, f) T f;
#define POS(f) Pos f;
#define NODE(KIND, Struct, words, fields)                                                          \
    typedef struct Struct {                                                                        \
        Node node;                                                                                 \
        fields                                                                                     \
    } Struct;
#include "parser/nodes.def"
#undef NODE
#undef CHILD
#undef LIST
#undef VALUE
#undef POS

// Downcast; checked in debug builds: AS(CallExpr, CALL_EXPR, n)->fun.
#ifdef MINIGO_DEBUG
Node *node_check_kind(Node *n, NodeKind kind);
#define AS(Struct, KIND, n) ((Struct *)node_check_kind((Node *)(n), NODE_##KIND))
#else
#define AS(Struct, KIND, n) ((Struct *)(n))
#endif

static inline bool node_is(const Node *n, NodeKind kind)
{
    return n && n->kind == kind;
}

const char *node_words(NodeKind kind); // "binary expression"

// The leftmost position of the text a node stands for, and the position behind it (the reference's
// StartPos, EndPos).
Pos node_start(const Node *n);
Pos node_end(const Node *n);

// The expression inside any number of parentheses.
Node *node_unparen(Node *n);

// Calls visit for n and everything below it, parents first, children in source order; visit returns
// whether to go down.
void node_walk(Node *n, bool (*visit)(Node *n, void *data), void *data);

// Go source for an expression or type as messages quote it (the reference's syntax.String: bodies
// shortened to {…}).
void node_print_expr(Buf *out, const Node *n);
// The tree, a node a line, indented, for --dump=ast.
void node_dump(Buf *out, FileSet *files, const Node *n);
#endif

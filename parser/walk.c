// walk.c: what all kinds of node have in common, from the rows of nodes.def.
#include "base/check.h"
#include "parser/ast.h"

static const char *const words[NODE_COUNT] = {
    "nothing",
#define NODE(KIND, Struct, words, fields) words,
#include "parser/nodes.def"
#undef NODE
};

const char *node_words(NodeKind kind)
{
    ASSERT(kind < NODE_COUNT);
    return words[kind];
}

#ifdef MINIGO_DEBUG
Node *node_check_kind(Node *n, NodeKind kind)
{
    CHECK(n && n->kind == kind);
    return n;
}
#endif

Node *node_unparen(Node *n)
{
    while (node_is(n, NODE_PAREN_EXPR))
        n = AS(ParenExpr, PAREN_EXPR, n)->x;
    return n;
}

static void walk_list(NodeList list, bool (*visit)(Node *n, void *data), void *data)
{
    for (int i = 0; i < list.n; i++)
        node_walk(list.at[i], visit, data);
}

void node_walk(Node *n, bool (*visit)(Node *n, void *data), void *data)
{
    if (!n || !visit(n, data))
        return;
    switch ((NodeKind)n->kind) {
#define CHILD(f) node_walk(s->f, visit, data);
#define LIST(f) walk_list(s->f, visit, data);
#define VALUE(T, f)
#define POS(f)
#define NODE(KIND, Struct, words, fields)                                                          \
    case NODE_##KIND: {                                                                            \
        Struct *s = (Struct *)n;                                                                   \
        (void)s;                                                                                   \
        fields break;                                                                              \
    }
#include "parser/nodes.def"
#undef NODE
#undef CHILD
#undef LIST
#undef VALUE
#undef POS
    case NODE_NONE:
    case NODE_COUNT:
        UNREACHABLE();
    }
}

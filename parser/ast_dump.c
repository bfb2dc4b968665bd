// ast_dump.c: the tree for people: a node a line, indented, with its place and what it holds beside
// its children.
#include "base/check.h"
#include "parser/ast.h"

typedef struct Dump {
    Buf *out;
    FileSet *files;
    int depth;
} Dump;

static void dump_node(Dump *d, const char *label, const Node *n);

static void dump_list(Dump *d, const char *label, NodeList list)
{
    for (int i = 0; i < list.n; i++)
        dump_node(d, label, list.at[i]);
}

// -- one function a type of value, chosen by _Generic

static void value_bool(Buf *out, const char *label, bool value)
{
    if (value)
        buf_printf(out, " %s", label);
}

static void value_int(Buf *out, const char *label, int value)
{
    if (value && label[0] == 'g')
        buf_add_text(out, " grouped");
    else if (value)
        buf_printf(out, " %s=%d", label, value);
}

static void value_name(Buf *out, const char *label, Name value)
{
    (void)label;
    if (value)
        buf_printf(out, " %.*s", STR_ARG(name_str(value)));
}

static void value_text(Buf *out, const char *label, const char *value)
{
    if (value)
        buf_printf(out, " %s", label);
}

static void value_enum(Buf *out, const char *label, unsigned value)
{
    if (label[0] == 'd') {
        buf_add_text(out, value == CHAN_RECV_ONLY   ? " receive only"
                          : value == CHAN_SEND_ONLY ? " send only"
                                                    : "");
        return;
    }
    buf_printf(out, " %s", token_spelling((TokenKind)value));
}

#define DUMP_VALUE(out, label, value)                                                              \
    _Generic((value), bool: value_bool, int: value_int, Name: value_name, const char *: value_text,    \
             default: value_enum)(out, label, value)

static void value_pos(Dump *d, const char *label, Pos pos)
{
    Place at = fileset_real_place(d->files, pos);
    if (pos != NO_POS)
        buf_printf(d->out, " %s@%d:%d", label, at.line, at.column);
}

static void dump_values(Dump *d, const Node *n)
{
    switch ((NodeKind)n->kind) {
#define CHILD(f)
#define LIST(f)
#define VALUE(T, f) DUMP_VALUE(d->out, #f, s->f);
#define POS(f) value_pos(d, #f, s->f);
#define NODE(KIND, Struct, words, fields)                                                          \
    case NODE_##KIND: {                                                                            \
        const Struct *s = (const Struct *)n;                                                       \
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

static void dump_children(Dump *d, const Node *n)
{
    switch ((NodeKind)n->kind) {
#define CHILD(f) dump_node(d, #f, s->f);
#define LIST(f) dump_list(d, #f, s->f);
#define VALUE(T, f)
#define POS(f)
#define NODE(KIND, Struct, words, fields)                                                          \
    case NODE_##KIND: {                                                                            \
        const Struct *s = (const Struct *)n;                                                       \
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

static void dump_node(Dump *d, const char *label, const Node *n)
{
    if (!n)
        return;
    Place at = fileset_real_place(d->files, n->pos);
    for (int i = 0; i < d->depth; i++)
        buf_add_text(d->out, "  ");
    if (label)
        buf_printf(d->out, "%s: ", label);
    buf_add_text(d->out, node_words((NodeKind)n->kind));
    dump_values(d, n);
    buf_printf(d->out, "  @%d:%d\n", at.line, at.column);
    d->depth++;
    dump_children(d, n);
    d->depth--;
}

void node_dump(Buf *out, FileSet *files, const Node *n)
{
    Dump d = {out, files, 0};
    dump_node(&d, NULL, n);
}

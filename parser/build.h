// build.h: what the rules of go.y call to make the tree, and the state of a parser.
// Lists grow on one stack of nodes: a list is where it begins there; the rule that completes it
// takes it off. Each maker gives a node of the context's arena with the position that the reference
// compiler's parser gives it.
#ifndef PARSER_BUILD_H
#define PARSER_BUILD_H
#include "lexer/lexer.h"
#include "parser/parser.h"

typedef struct TokenValue {
    Name name;
    Pos pos;
    uint8_t kind;  // TokenKind
    bool bad;      // a malformed literal
    bool inserted; // by repair.c
} TokenValue;

typedef struct ListValue {
    int start; // on the list stack
    Pos pos;   // of the bracket or keyword before it, where a rule needs that
} ListValue;

// A type with the place where its text starts, which its node does not always know (parentheses,
// `func`). The <node> values of types are such.
typedef struct TypedValue {
    Node *node;
    Pos start;
} TypedValue;

// What stands between the keyword of an if, for or switch statement and its body.
typedef struct Header {
    Node *init, *cond, *post;
    bool is_range, define;
    NodeList lhs; // of a range clause; its x is cond
    Pos range_pos;
} Header;

union Value {
    TokenValue token;
    Node *node;
    TypedValue typed;
    ListValue list;
    Header *header;
};

typedef struct Parser {
    ParseContext *cx;
    Arena *arena;
    Lexer lexer;
    Token token;     // the last one read
    int first_token; // START_...: what to begin with; 0 once it was read
    Node **list;     // the list stack
    int list_n, list_cap;
    NodeList result; // declarations or statements, when done
    AstFile *file;
    bool after_decl;       // the last declaration was no import
    bool receiver_checked; // that of the method that is being read, ahead of its name
    bool misread;          // an action found what the grammar should not have accepted
    bool too_deep;
    uint32_t max_depth; // of nodes
} Parser;

enum { GRAMMAR_MAX_DEPTH = 10 * AST_MAX_DEPTH }; // entries of the parser's stack

#define NEW_NODE(p, Struct, KIND, pos)                                                             \
    ((Struct *)build_node((p), sizeof(Struct), NODE_##KIND, (pos)))
Node *build_node(Parser *p, size_t bytes, NodeKind kind, Pos pos);
// Reports that the tree gets too deep, and lets the text end here.
void parser_too_deep(Parser *p, Pos pos);
// Makes n deeper than child (NULL: nothing).
static inline void build_deepen(Parser *p, Node *n, const Node *child)
{
    if (!child || child->depth < n->depth)
        return;
    n->depth = child->depth + 1;
    if (n->depth >= p->max_depth)
        parser_too_deep(p, n->pos);
}
void build_deepen_by(Parser *p, Node *n, NodeList children);

// -- lists
void list_push(Parser *p, Node *n);
ListValue list_begin(Parser *p);
ListValue list_one(Parser *p, Node *n);
ListValue list_add(Parser *p, ListValue list, Node *n);
ListValue list_insert(Parser *p, ListValue list, Node *first);
static inline ListValue list_at(ListValue list, const TokenValue *keyword)
{
    list.pos = keyword->pos;
    return list;
}
// Takes the list off the stack.
NodeList list_take(Parser *p, ListValue list);
// The same for the part of the stack from start to end, which stays there.
NodeList list_copy(Parser *p, int start, int end);

// -- the parser itself
void parser_init(Parser *p, ParseContext *cx, File *file, uint32_t start, uint32_t end,
                 int first_token);
void parser_done(Parser *p);
// A token as the grammar sees it: its T_... code and its value.
int parser_token_code(const Token *token);
TokenValue parser_token_value(const Token *token);
int parser_next_token(union Value *value, Parser *p);
void parser_end_header(Parser *p, const TokenValue *brace);
void parser_check_import(Parser *p, Pos pos);
void parser_finish_file(Parser *p, Node *file, ListValue decls);
void parser_error(Parser *p, Pos pos, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

// -- declarations
Node *build_file(Parser *p, const TokenValue *keyword, const TokenValue *name);
ListValue build_group(Parser *p, ListValue specs);
Node *build_import(Parser *p, Node *name, Node *path);
ListValue build_const(Parser *p, ListValue names, Node *type, const ListValue *values);
ListValue build_var(Parser *p, ListValue names, Node *type, const ListValue *values);
ListValue build_type_decl(Parser *p, const TokenValue *name, const ListValue *tparams,
                          const TokenValue *assign, Node *type);
ListValue build_array_or_generic(Parser *p, const TokenValue *name, const TokenValue *open, Node *x,
                                 const TokenValue *close, Node *type);
ListValue build_array_or_alias(Parser *p, const TokenValue *name, const TokenValue *open, Node *x,
                               const TokenValue *close, const TokenValue *assign, Node *type);
// The type parameters of `x, more]`, settled; the start is -1 if x is no name and type.
ListValue build_more_tparams(Parser *p, Node *x, const TokenValue *comma, ListValue more,
                             const TokenValue *close);
ListValue build_generic(Parser *p, const TokenValue *name, const TokenValue *open, Node *x,
                        const ListValue *tparams, const TokenValue *assign, Node *type);
// Complains, at the token behind it, about a receiver list that has not one parameter.
void build_check_receiver(Parser *p, const ListValue *receiver, Pos behind);
// Can x, the beginning of a declared type's brackets, be read as a type parameter's name and type?
bool build_splits_name(const Node *x);
Node *build_func_decl(Parser *p, const ListValue *receiver, const TokenValue *name,
                      const ListValue *tparams, Node *type, Node *body);

// -- types and parameters
Node *build_slice_type(Parser *p, const TokenValue *open, Node *elem);
Node *build_array_type(Parser *p, const TokenValue *open, Node *len, Node *elem);
Node *build_map_type(Parser *p, const TokenValue *keyword, Node *key, Node *elem);
Node *build_chan_type(Parser *p, const TokenValue *first, ChanDir dir, Node *elem);
Node *build_dots(Parser *p, const TokenValue *dots, Node *elem);
Node *build_struct_type(Parser *p, const TokenValue *keyword, ListValue fields);
Node *build_interface_type(Parser *p, const TokenValue *keyword, ListValue elems);
Node *build_func_type(Parser *p, const ListValue *params, const ListValue *result);
Node *build_forbidden_tparams(Parser *p, const ListValue *tparams, Node *type);
void build_forbidden_open(Parser *p, const TokenValue *open);
ListValue build_empty_tparams(Parser *p, const TokenValue *open, const TokenValue *close);
static inline TypedValue typed_at(const TokenValue *first, Node *type)
{
    return (TypedValue){type, first->pos};
}
Node *build_param(Parser *p, const TokenValue *name, Node *type);
Node *build_param_at(Parser *p, TypedValue type);
Node *build_param_union(Parser *p, Node *param, const TokenValue *op, Node *term);
ListValue build_embedded(Parser *p, Node *type, Node *tag);
void build_field_paren(Parser *p, const TokenValue *paren);
ListValue build_field_or_embedded(Parser *p, const TokenValue *name, Node *type, Node *tag);
ListValue build_fields(Parser *p, ListValue names, Node *type, Node *tag);
Node *build_method(Parser *p, const TokenValue *name, Node *type);
Node *build_empty_list_method(Parser *p, const TokenValue *name, const TokenValue *close,
                              Node *type);
Node *build_generic_method(Parser *p, const TokenValue *name, const TokenValue *open,
                           ListValue tparams, const TokenValue *close, Node *type);
Node *build_instance_elem(Parser *p, const TokenValue *name, const TokenValue *open, ListValue args,
                          const TokenValue *close);
// Gives names and types to the parameters of a list that ends at close and is on top of the stack:
// `a, b int`, or types alone, or, for type parameters, names always.
ListValue settle_params(Parser *p, ListValue list, const TokenValue *close);
ListValue settle_tparams(Parser *p, ListValue list, const TokenValue *close);
// Reports `...T` in the list from start to end on the stack, but, if `last`, for its last
// parameter.
void check_dots(Parser *p, int start, int end, bool last);

// -- expressions
Node *build_ident(Parser *p, const TokenValue *name);
Node *build_name(Parser *p, Pos pos, const char *text);
Node *build_dot_name(Parser *p, const TokenValue *dot);
Node *build_bad(Parser *p, Pos pos);
Node *build_literal(Parser *p, const TokenValue *literal);
Node *build_qualified(Parser *p, const TokenValue *package, const TokenValue *dot,
                      const TokenValue *name);
Node *build_selector(Parser *p, Node *x, const TokenValue *dot, const TokenValue *name);
Node *build_index(Parser *p, Node *x, const TokenValue *open, ListValue indices);
Node *build_slice(Parser *p, Node *x, const TokenValue *open, Node *low, Node *high);
Node *build_full_slice(Parser *p, Node *x, const TokenValue *open, Node *low, Node *high,
                       const TokenValue *colon, Node *max, const TokenValue *close);
Node *build_assert(Parser *p, Node *x, const TokenValue *dot, Node *type);
Node *build_guard(Parser *p, Node *x, const TokenValue *dot);
Node *build_call(Parser *p, Node *fun, const TokenValue *open, ListValue args, bool dots,
                 const TokenValue *close);
Node *build_unary(Parser *p, const TokenValue *op, Node *x);
Node *build_tilde(Parser *p, const TokenValue *op, Node *x);
Node *build_receive(Parser *p, const TokenValue *op, Node *x);
Node *build_binary(Parser *p, Node *x, const TokenValue *op, Node *y);
Node *build_paren(Parser *p, const TokenValue *open, Node *x);
Node *build_complit(Parser *p, Node *type, const TokenValue *open, ListValue elems,
                    const TokenValue *close);
Node *build_key_value(Parser *p, Node *key, const TokenValue *colon, Node *value);
Node *build_func_lit(Parser *p, const TokenValue *keyword, Node *type, Node *body);
// Can x, by its form, be the type of a composite literal?
bool build_is_literal_type(const Node *x);

// -- statements
Node *build_empty(Parser *p, Pos pos);
Node *build_block(Parser *p, const TokenValue *open, ListValue stmts, Node *last,
                  const TokenValue *close);
Node *build_decl_stmt(Parser *p, ListValue decls);
Node *build_call_stmt(Parser *p, const TokenValue *keyword, Node *call);
Node *build_return(Parser *p, const TokenValue *keyword, ListValue results);
Node *build_branch(Parser *p, const TokenValue *keyword, const TokenValue *label);
Node *build_labeled(Parser *p, const TokenValue *label, const TokenValue *colon, Node *stmt);
Node *build_expr_stmt(Parser *p, Node *x);
Node *build_inc_dec(Parser *p, Node *x, const TokenValue *op);
Node *build_send(Parser *p, Node *chan, const TokenValue *op, Node *value);
Node *build_op_assign(Parser *p, Node *lhs, const TokenValue *op, Node *rhs);
Node *build_assign(Parser *p, ListValue lhs, const TokenValue *op, ListValue rhs);
Header *build_header(Parser *p, int keyword, Node *init, const TokenValue *semi, Node *cond);
Header *build_for_header(Parser *p, Node *init, Node *cond, Node *post);
Header *build_range(Parser *p, const ListValue *lhs, const TokenValue *op,
                    const TokenValue *keyword, Node *x);
Node *build_if(Parser *p, const TokenValue *keyword, Header *header, Node *then, Node *else_);
Node *build_for(Parser *p, const TokenValue *keyword, Header *header, Node *body);
Node *build_switch(Parser *p, const TokenValue *keyword, Header *header, ListValue clauses,
                   const TokenValue *close);
Node *build_select(Parser *p, const TokenValue *keyword, ListValue clauses,
                   const TokenValue *close);
Node *build_case_head(Parser *p, const TokenValue *keyword, ListValue exprs,
                      const TokenValue *colon);
Node *build_comm_head(Parser *p, const TokenValue *keyword, Node *comm, const TokenValue *colon);
ListValue build_clause(Parser *p, ListValue clauses, Node *clause, ListValue stmts, Node *last);
#endif

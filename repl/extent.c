// extent.c: cuts an input at the semicolons outside brackets, those of headers left out: no statement begins behind them.
#include "repl/extent.h"

#include "lexer/lexer.h"

Node *extent_shown(const Node *x)
{
    if (!node_is(x, NODE_CALL_EXPR) || AS(CallExpr, CALL_EXPR, x)->args.n != 1)
        return NULL;
    Node *fun = AS(CallExpr, CALL_EXPR, x)->fun;
    bool shows = node_is(fun, NODE_IDENT) && strchr(AS(Ident, IDENT, fun)->name->text, ' '); // no program can spell it
    return shows ? AS(CallExpr, CALL_EXPR, x)->args.at[0] : NULL;
}

// The call that shows a value has no text.
static Pos expr_anchor(const Node *x)
{
    Node *shown = extent_shown(x);
    return node_start(shown ? shown : x);
}

Pos extent_anchor(const Node *n)
{
    switch ((NodeKind)n->kind) {
    case NODE_DECL_STMT:
        return AS(DeclStmt, DECL_STMT, n)->decls.n > 0 ? extent_anchor(AS(DeclStmt, DECL_STMT, n)->decls.at[0]) : n->pos;
    case NODE_CONST_DECL:
        return AS(ConstDecl, CONST_DECL, n)->names.at[0]->pos;
    case NODE_VAR_DECL:
        return AS(VarDecl, VAR_DECL, n)->names.at[0]->pos;
    case NODE_TYPE_DECL:
        return AS(TypeDecl, TYPE_DECL, n)->name->pos;
    case NODE_FUNC_DECL:
        return AS(FuncDecl, FUNC_DECL, n)->name->pos;
    case NODE_IMPORT_DECL:
        return AS(ImportDecl, IMPORT_DECL, n)->path->pos;
    case NODE_EXPR_STMT:
        return expr_anchor(AS(ExprStmt, EXPR_STMT, n)->x);
    default:
        return n->pos;
    }
}

static bool is_semicolon(TokenKind k)
{
    return k == TOK_SEMI || k == TOK_AUTO_SEMI || k == TOK_EOF_SEMI;
}

static int bracket(TokenKind k)
{
    switch (k) {
    case TOK_LPAREN: case TOK_LBRACK: case TOK_LBRACE: case TOK_LBODY: return 1;
    case TOK_RPAREN: case TOK_RBRACK: case TOK_RBRACE: return -1;
    default: return 0;
    }
}

Extent extent_of_node(Session *s, NodeList nodes, int i)
{
    Pos anchor = extent_anchor(nodes.at[i]), next = i + 1 < nodes.n ? extent_anchor(nodes.at[i + 1]) : NO_POS;
    Extent e = {.file = fileset_file(&s->files, anchor)};
    if (!e.file)
        return e;
    Lexer lx;
    lexer_init(&lx, &s->files, e.file, &s->names, NULL, 0, e.file->len);
    int depth = 0;
    bool fresh = true, inside = false; // the next token begins a piece; the node's piece was reached
    Pos start = NO_POS, end = NO_POS, piece = NO_POS, piece_end = NO_POS;
    for (Token t;;) {
        lexer_next(&lx, &t);
        bool cut = t.kind == TOK_EOF || (depth == 0 && is_semicolon(t.kind));
        if (cut) {
            if (!inside && piece && anchor >= piece && anchor <= piece_end) {
                inside = true;
                start = piece;
                end = piece_end;
            } else if (inside && piece) {
                if (next && next >= piece && next <= piece_end)
                    break;
                end = piece_end; // a header's semicolon
            }
            if (t.kind == TOK_EOF)
                break;
            fresh = true;
            piece = NO_POS;
            continue;
        }
        if (fresh)
            piece = t.pos;
        fresh = false;
        piece_end = t.end;
        depth += bracket(t.kind);
        depth = depth < 0 ? 0 : depth;
    }
    lexer_done(&lx);
    if (!start)
        return (Extent){0};
    e.start = start - e.file->base;
    e.end = end - e.file->base;
    return e;
}

Extent extent_of_values(Session *s, Pos at)
{
    Extent e = {.file = fileset_file(&s->files, at)};
    if (!e.file)
        return e;
    Lexer lx;
    lexer_init(&lx, &s->files, e.file, &s->names, NULL, at - e.file->base, e.file->len);
    int depth = 0;
    Pos start = NO_POS, end = NO_POS;
    bool wants = false;
    for (Token t;;) {
        lexer_next(&lx, &t);
        int b = bracket(t.kind);
        if (t.kind == TOK_EOF || (depth == 0 && (is_semicolon(t.kind) || b < 0)))
            break;
        if (wants && !start)
            start = t.pos;
        if (depth == 0 && (t.kind == TOK_ASSIGN || t.kind == TOK_DEFINE))
            wants = true;
        end = t.end;
        depth += b;
    }
    lexer_done(&lx);
    if (!start)
        return (Extent){0};
    e.start = start - e.file->base;
    e.end = end - e.file->base;
    return e;
}

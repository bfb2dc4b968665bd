// node_range.c: where the text of a node starts and ends, as the reference compiler counts it.
// The end is exact for names and literals only: for blocks it is the closing brace, and for many
// others that of the last part (without closing brackets). Scopes rest on it, and so do places of
// messages.
#include "base/check.h"
#include "parser/ast.h"

Pos node_start(const Node *n)
{
    for (;;) {
        const Node *first = NULL;
        switch ((NodeKind)n->kind) {
        case NODE_FILE:
            return ((const AstFile *)n)->start;
        case NODE_COMPOSITE_LIT:
            first = ((const CompositeLit *)n)->type;
            break;
        case NODE_KEY_VALUE:
            first = ((const KeyValue *)n)->key;
            break;
        case NODE_SELECTOR_EXPR:
            first = ((const SelectorExpr *)n)->x;
            break;
        case NODE_INDEX_EXPR:
            first = ((const IndexExpr *)n)->x;
            break;
        case NODE_ASSERT_EXPR:
            first = ((const AssertExpr *)n)->x;
            break;
        case NODE_TYPE_SWITCH_GUARD:
            first = ((const TypeSwitchGuard *)n)->lhs;
            if (!first)
                first = ((const TypeSwitchGuard *)n)->x;
            break;
        case NODE_BINARY_EXPR:
            first = ((const BinaryExpr *)n)->x;
            break;
        case NODE_CALL_EXPR:
            first = ((const CallExpr *)n)->fun;
            break;
        case NODE_SEND_STMT:
            first = ((const SendStmt *)n)->chan;
            break;
        case NODE_ASSIGN_STMT:
            first = ((const AssignStmt *)n)->lhs.at[0];
            break;
        default:
            break;
        }
        if (!first)
            return n->pos;
        n = first;
    }
}

static const Node *last_of(NodeList list)
{
    return list.n > 0 ? list.at[list.n - 1] : NULL;
}

static const Node *first_there(const Node *a, const Node *b, const Node *c)
{
    return a ? a : b ? b : c;
}

// The part of n that its text ends with; NULL: *end is the end.
static const Node *last_part(const Node *n, Pos *end)
{
    *end = n->pos;
    switch ((NodeKind)n->kind) {
    case NODE_FILE:
        *end = ((const AstFile *)n)->eof;
        return NULL;
    case NODE_IMPORT_DECL:
        return ((const ImportDecl *)n)->path;
    case NODE_CONST_DECL: {
        const ConstDecl *d = (const ConstDecl *)n;
        return first_there(last_of(d->values), d->type, last_of(d->names));
    }
    case NODE_TYPE_DECL:
        return ((const TypeDecl *)n)->type;
    case NODE_VAR_DECL: {
        const VarDecl *d = (const VarDecl *)n;
        return first_there(last_of(d->values), d->type, last_of(d->names));
    }
    case NODE_FUNC_DECL:
        return first_there(((const FuncDecl *)n)->body, ((const FuncDecl *)n)->type, NULL);
    case NODE_IDENT:
        *end = n->pos + ((const Ident *)n)->name->len;
        return NULL;
    case NODE_BASIC_LIT:
        *end = n->pos + ((const BasicLit *)n)->text->len;
        return NULL;
    case NODE_COMPOSITE_LIT:
        *end = ((const CompositeLit *)n)->rbrace;
        return NULL;
    case NODE_KEY_VALUE:
        return ((const KeyValue *)n)->value;
    case NODE_FUNC_LIT:
        return ((const FuncLit *)n)->body;
    case NODE_PAREN_EXPR:
        return ((const ParenExpr *)n)->x;
    case NODE_SELECTOR_EXPR:
        return ((const SelectorExpr *)n)->sel;
    case NODE_INDEX_EXPR:
        return last_of(((const IndexExpr *)n)->indices);
    case NODE_SLICE_EXPR: // the indices do not count
        return ((const SliceExpr *)n)->x;
    case NODE_ASSERT_EXPR:
        return ((const AssertExpr *)n)->type;
    case NODE_TYPE_SWITCH_GUARD:
        return ((const TypeSwitchGuard *)n)->x;
    case NODE_UNARY_EXPR:
        return ((const UnaryExpr *)n)->x;
    case NODE_BINARY_EXPR:
        return ((const BinaryExpr *)n)->y;
    case NODE_CALL_EXPR:
        return first_there(last_of(((const CallExpr *)n)->args), ((const CallExpr *)n)->fun, NULL);
    case NODE_ARRAY_TYPE:
        return ((const ArrayTypeExpr *)n)->elem;
    case NODE_SLICE_TYPE:
        return ((const SliceTypeExpr *)n)->elem;
    case NODE_DOTS_TYPE:
        return ((const DotsTypeExpr *)n)->elem;
    case NODE_STRUCT_TYPE:
        return last_of(((const StructTypeExpr *)n)->fields);
    case NODE_FIELD:
        return first_there(((const Field *)n)->type, ((const Field *)n)->name, NULL);
    case NODE_INTERFACE_TYPE:
        return last_of(((const InterfaceTypeExpr *)n)->methods);
    case NODE_FUNC_TYPE: {
        const FuncTypeExpr *t = (const FuncTypeExpr *)n;
        return first_there(last_of(t->results), last_of(t->params), NULL);
    }
    case NODE_MAP_TYPE:
        return ((const MapTypeExpr *)n)->elem;
    case NODE_CHAN_TYPE:
        return ((const ChanTypeExpr *)n)->elem;
    case NODE_LABELED_STMT:
        return ((const LabeledStmt *)n)->stmt;
    case NODE_BLOCK_STMT:
        *end = ((const BlockStmt *)n)->rbrace;
        return NULL;
    case NODE_EXPR_STMT:
        return ((const ExprStmt *)n)->x;
    case NODE_SEND_STMT:
        return ((const SendStmt *)n)->value;
    case NODE_DECL_STMT:
        return last_of(((const DeclStmt *)n)->decls);
    case NODE_ASSIGN_STMT: {
        const AssignStmt *s = (const AssignStmt *)n;
        if (s->rhs.n == 0)
            *end = node_end(last_of(s->lhs)) + 2; // ++ or --
        return last_of(s->rhs);
    }
    case NODE_BRANCH_STMT:
        return ((const BranchStmt *)n)->label;
    case NODE_CALL_STMT:
        return ((const CallStmt *)n)->call;
    case NODE_RETURN_STMT:
        return last_of(((const ReturnStmt *)n)->results);
    case NODE_IF_STMT:
        return first_there(((const IfStmt *)n)->else_, ((const IfStmt *)n)->then, NULL);
    case NODE_FOR_STMT:
        return ((const ForStmt *)n)->body;
    case NODE_RANGE_STMT:
        return ((const RangeStmt *)n)->body;
    case NODE_SWITCH_STMT:
        *end = ((const SwitchStmt *)n)->rbrace;
        return NULL;
    case NODE_SELECT_STMT:
        *end = ((const SelectStmt *)n)->rbrace;
        return NULL;
    case NODE_CASE_CLAUSE:
        *end = ((const CaseClause *)n)->colon;
        return last_of(((const CaseClause *)n)->body);
    case NODE_COMM_CLAUSE:
        *end = ((const CommClause *)n)->colon;
        return last_of(((const CommClause *)n)->body);
    case NODE_BAD_EXPR:
    case NODE_EMPTY_STMT:
    case NODE_NONE:
    case NODE_COUNT:
        return NULL;
    }
    return NULL;
}

Pos node_end(const Node *n)
{
    Pos end;
    for (const Node *part; (part = last_part(n, &end)) != NULL;)
        n = part;
    return end;
}

// labels.c: branches and their targets: break, continue, fallthrough, goto, and the labels they name. One pass over the statements of a
// body; function literals in it have labels of their own and are passed by.
// The reference's parser does this, so the words are the parser's.
// Sources: Go specification, "Labeled statements", "Break statements" to "Fallthrough statements".
#include "types/checker.h"

typedef struct Block {
    struct Block *parent;
    Pos start;
    LabeledStmt *labeled; // whose statement the block belongs to, or NULL
} Block;

typedef struct Label {
    Block *block; // that holds the declaration
    LabeledStmt *stmt;
    Object *obj;
} Label;

typedef struct Labels {
    Checker *c;
    HashMap by_name; // Name -> Label
    VEC(Label *) list;
} Labels;

typedef struct Targets { // what unlabeled branches mean
    Node *breaks, *continues;
    int case_index; // in the nearest switch; -1: not directly in it
} Targets;

typedef VEC(BranchStmt *) Gotos;

typedef struct BlockState {
    Block block;
    Targets targets;
    Pos var_pos;      // the last variable declared so far in the block
    const char *var_name;
    Gotos forward;    // gotos whose label was not met
    Gotos over_var;   // those that were pending at var_pos
} BlockState;

static Name label_name(Node *ident)
{
    return AS(Ident, IDENT, ident)->name;
}

static Label *find_label(Labels *ls, Name name)
{
    return hashmap_get(&ls->by_name, name);
}

static Label *declare_label(Labels *ls, Block *b, LabeledStmt *s)
{
    Checker *c = ls->c;
    Name name = label_name(s->label);
    Label *other = find_label(ls, name);
    if (other) {
        check_error(c, s->label->pos, "label %s already defined at %s", name->text, pos_text(c, other->stmt->label->pos));
        return other;
    }
    Label *l = ARENA_NEW(c->arena, Label);
    l->block = b;
    l->stmt = s;
    l->obj = object_new(c, OBJ_LABEL, s->label->pos, c->env.pkg, name, c->invalid);
    record_def(c, s->label, l->obj);
    hashmap_set(&ls->by_name, c->arena, name, l);
    vec_push(&ls->list, c->arena, l);
    return l;
}

static void use_label(Labels *ls, Label *l, BranchStmt *b)
{
    l->obj->used = true;
    record_use(ls->c, b->label, l->obj);
}

// break, continue: the label must be that of an enclosing statement of the right kind.
static void labeled_branch(Labels *ls, Block *block, BranchStmt *b)
{
    Checker *c = ls->c;
    Name name = label_name(b->label);
    const char *what = b->op == TOK_BREAK ? "break" : "continue";
    Label *l = find_label(ls, name);
    if (!l) {
        check_error(c, b->label->pos, "%s label not defined: %s", what, name->text);
        return;
    }
    use_label(ls, l, b); // even if it is no valid target
    for (; block; block = block->parent) {
        if (block->labeled != l->stmt)
            continue;
        Node *s = l->stmt->stmt;
        bool loop = node_is(s, NODE_FOR_STMT) || node_is(s, NODE_RANGE_STMT);
        if (loop || (b->op == TOK_BREAK && (node_is(s, NODE_SWITCH_STMT) || node_is(s, NODE_SELECT_STMT))))
            return;
        break;
    }
    check_error(c, b->label->pos, "invalid %s label %s", what, name->text);
}

static bool goto_reaches(Labels *ls, Block *block, BranchStmt *b)
{
    Label *l = find_label(ls, label_name(b->label));
    if (!l)
        return false;
    l->obj->used = true;
    for (; block; block = block->parent)
        if (l->block == block) {
            record_use(ls->c, b->label, l->obj);
            return true;
        }
    return false;
}

static void plain_branch(Labels *ls, const Targets *t, BranchStmt *b, bool is_last)
{
    Checker *c = ls->c;
    Pos pos = b->node.pos;
    if (b->op == TOK_BREAK && !t->breaks) {
        check_error(c, pos, "break is not in a loop, switch, or select");
    } else if (b->op == TOK_CONTINUE && !t->continues) {
        check_error(c, pos, "continue is not in a loop");
    } else if (b->op == TOK_FALLTHROUGH) {
        const char *text = "fallthrough statement out of place";
        if (node_is(t->breaks, NODE_SWITCH_STMT)) {
            SwitchStmt *s = AS(SwitchStmt, SWITCH_STMT, t->breaks);
            if (node_is(s->tag, NODE_TYPE_SWITCH_GUARD)) {
                text = "cannot fallthrough in type switch";
            } else if (t->case_index >= 0 && is_last) {
                if (t->case_index + 1 < s->cases.n)
                    return;
                text = "cannot fallthrough final case in switch";
            }
        }
        check_error(c, pos, "%s", text);
    }
}

// Gotos pending here jump over the variable, unless they leave the block.
static void note_variable(Labels *ls, BlockState *b, Pos pos, const char *name)
{
    b->var_pos = pos;
    b->var_name = name;
    b->over_var.n = 0;
    for (int i = 0; i < b->forward.n; i++)
        vec_push(&b->over_var, ls->c->arena, b->forward.at[i]);
}

static void resolve_gotos(Labels *ls, BlockState *b, Label *l, Name name)
{
    Checker *c = ls->c;
    int n = 0;
    for (int i = 0; i < b->forward.n; i++) {
        BranchStmt *jump = b->forward.at[i];
        if (label_name(jump->label) != name) {
            b->forward.at[n++] = jump;
            continue;
        }
        use_label(ls, l, jump);
        for (int k = 0; b->var_pos && k < b->over_var.n; k++)
            if (b->over_var.at[k] == jump) {
                check_error(c, jump->label->pos, "goto %s jumps over declaration of %s at %s", name->text, b->var_name,
                            pos_text(c, b->var_pos));
                break;
            }
    }
    b->forward.n = n;
}

static Gotos block_branches(Labels *ls, Block *parent, Targets t, LabeledStmt *labeled, Pos start, NodeList body);

// What is pending in an inner block is pending here.
static void inner_block(Labels *ls, BlockState *b, Targets t, LabeledStmt *labeled, Pos start, NodeList body)
{
    Gotos pending = block_branches(ls, &b->block, t, labeled, start, body);
    for (int i = 0; i < pending.n; i++)
        vec_push(&b->forward, ls->c->arena, pending.at[i]);
}

static void note_declared(Labels *ls, BlockState *b, DeclStmt *s)
{
    for (int i = 0; i < s->decls.n; i++)
        if (node_is(s->decls.at[i], NODE_VAR_DECL)) {
            VarDecl *d = AS(VarDecl, VAR_DECL, s->decls.at[i]);
            note_variable(ls, b, d->node.pos, d->names.n ? label_name(d->names.at[0])->text : "");
            return;
        }
}

static const char *names_text(Checker *c, NodeList lhs)
{
    const char *text = "";
    for (int i = 0; i < lhs.n; i++)
        text = i ? text_printf(c, "%s, %s", text, expr_text(c, lhs.at[i])) : expr_text(c, lhs.at[i]);
    return text;
}

static void branch_stmt(Labels *ls, BlockState *b, BranchStmt *s, bool is_last)
{
    if (!s->label)
        plain_branch(ls, &b->targets, s, is_last);
    else if (s->op == TOK_BREAK || s->op == TOK_CONTINUE)
        labeled_branch(ls, &b->block, s);
    else if (s->op == TOK_GOTO && !goto_reaches(ls, &b->block, s))
        vec_push(&b->forward, ls->c->arena, s);
}

static void clauses(Labels *ls, BlockState *b, Targets t, LabeledStmt *labeled, NodeList cases)
{
    for (int i = 0; i < cases.n; i++) {
        Node *k = cases.at[i];
        NodeList body = k->kind == NODE_CASE_CLAUSE ? AS(CaseClause, CASE_CLAUSE, k)->body : AS(CommClause, COMM_CLAUSE, k)->body;
        if (t.breaks->kind == NODE_SWITCH_STMT)
            t.case_index = i;
        inner_block(ls, b, t, labeled, k->pos, body);
    }
}

static void loop_body(Labels *ls, BlockState *b, Node *loop, LabeledStmt *labeled, Node *body)
{
    if (node_is(body, NODE_BLOCK_STMT))
        inner_block(ls, b, (Targets){loop, loop, -1}, labeled, body->pos, AS(BlockStmt, BLOCK_STMT, body)->stmts);
}

static void stmt_branches(Labels *ls, BlockState *b, Node *n, LabeledStmt *labeled, bool is_last)
{
    Targets *t = &b->targets;
    Targets inner = {t->breaks, t->continues, -1};
    while (node_is(n, NODE_LABELED_STMT)) {
        LabeledStmt *s = AS(LabeledStmt, LABELED_STMT, n);
        Name name = label_name(s->label);
        if (!s->stmt) // reported
            return;
        if (name != ls->c->blank) {
            resolve_gotos(ls, b, declare_label(ls, &b->block, s), name);
            labeled = s;
        }
        n = s->stmt;
    }
    if (!n)
        return;
    switch (n->kind) {
    case NODE_DECL_STMT:
        note_declared(ls, b, AS(DeclStmt, DECL_STMT, n));
        break;
    case NODE_BRANCH_STMT:
        branch_stmt(ls, b, AS(BranchStmt, BRANCH_STMT, n), is_last);
        break;
    case NODE_ASSIGN_STMT: {
        AssignStmt *s = AS(AssignStmt, ASSIGN_STMT, n);
        if (s->op == TOK_DEFINE)
            note_variable(ls, b, n->pos, names_text(ls->c, s->lhs));
        break;
    }
    case NODE_BLOCK_STMT:
        inner_block(ls, b, inner, labeled, n->pos, AS(BlockStmt, BLOCK_STMT, n)->stmts);
        break;
    case NODE_IF_STMT: {
        IfStmt *s = AS(IfStmt, IF_STMT, n);
        if (node_is(s->then, NODE_BLOCK_STMT))
            inner_block(ls, b, inner, labeled, s->then->pos, AS(BlockStmt, BLOCK_STMT, s->then)->stmts);
        if (s->else_)
            inner_block(ls, b, inner, labeled, s->else_->pos, (NodeList){&s->else_, 1});
        break;
    }
    case NODE_FOR_STMT:
        loop_body(ls, b, n, labeled, AS(ForStmt, FOR_STMT, n)->body);
        break;
    case NODE_RANGE_STMT:
        loop_body(ls, b, n, labeled, AS(RangeStmt, RANGE_STMT, n)->body);
        break;
    case NODE_SWITCH_STMT:
        clauses(ls, b, (Targets){n, t->continues, -1}, labeled, AS(SwitchStmt, SWITCH_STMT, n)->cases);
        break;
    case NODE_SELECT_STMT:
        clauses(ls, b, (Targets){n, t->continues, -1}, labeled, AS(SelectStmt, SELECT_STMT, n)->cases);
        break;
    default:
        break;
    }
}

static Gotos block_branches(Labels *ls, Block *parent, Targets t, LabeledStmt *labeled, Pos start, NodeList body)
{
    // Labels point at the block they stand in, for as long as the function is looked at.
    BlockState *b = ARENA_NEW(ls->c->arena, BlockState);
    b->block = (Block){parent, start, labeled};
    b->targets = t;
    int n = body.n;
    while (n > 0 && node_is(body.at[n - 1], NODE_EMPTY_STMT))
        n--;
    if (n == 0 || !check_room(ls->c, start))
        return b->forward;
    for (int i = 0; i < n; i++)
        stmt_branches(ls, b, body.at[i], NULL, i + 1 == n);
    return b->forward;
}

// Branches of a body that holds errors of the parser are not looked at: parts of it may be missing.
static bool has_parse_errors(Checker *c, Node *body)
{
    Pos end = AS(BlockStmt, BLOCK_STMT, body)->rbrace;
    for (int i = 0; i < c->parse_diags && i < c->diags->list.n; i++)
        if (c->diags->list.at[i].pos >= body->pos && c->diags->list.at[i].pos <= end)
            return true;
    return false;
}

void check_labels(Checker *c, Node *body)
{
    if (has_parse_errors(c, body))
        return;
    Labels ls = {.c = c};
    Gotos pending = block_branches(&ls, NULL, (Targets){NULL, NULL, -1}, NULL, body->pos, AS(BlockStmt, BLOCK_STMT, body)->stmts);
    // What is still pending has no label, or one inside a block that cannot be jumped into.
    for (int i = 0; i < pending.n; i++) {
        Node *ident = pending.at[i]->label;
        Name name = label_name(ident);
        Label *l = find_label(&ls, name);
        if (l) {
            l->obj->used = true;
            check_error(c, ident->pos, "goto %s jumps into block starting at %s", name->text, pos_text(c, l->block->start));
        } else {
            check_error(c, ident->pos, "label %s not defined", name->text);
        }
    }
    for (int i = 0; i < ls.list.n; i++)
        if (!ls.list.at[i]->obj->used)
            check_error(c, ls.list.at[i]->stmt->label->pos, "label %s defined and not used", ls.list.at[i]->obj->name->text);
}

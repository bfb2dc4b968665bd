// select.c: select statements. Channels and values stand in a block of slots that the descriptor describes.
#include "compiler/lower.h"

typedef struct SelectCaseState {
    CommClause *clause;
    int label;
    bool is_send;
    Node *chan, *value;  // value: of a send
    AssignStmt *assign;  // of a receive; NULL: dropped
    Type *elem;
    int value_slot, ok_slot; // -1: none
} SelectCaseState;

// The receive operation inside a case's statement.
static UnaryExpr *receive_of(Node *e)
{
    return AS(UnaryExpr, UNARY_EXPR, node_unparen(e));
}

static void read_case(FuncState *fs, CommClause *c, SelectCaseState *s)
{
    memset(s, 0, sizeof *s);
    s->clause = c;
    s->label = label_new(fs);
    s->value_slot = s->ok_slot = -1;
    if (!c->comm)
        return;
    if (node_is(c->comm, NODE_SEND_STMT)) {
        s->is_send = true;
        s->chan = AS(SendStmt, SEND_STMT, c->comm)->chan;
        s->value = AS(SendStmt, SEND_STMT, c->comm)->value;
    } else if (node_is(c->comm, NODE_ASSIGN_STMT)) {
        s->assign = AS(AssignStmt, ASSIGN_STMT, c->comm);
        s->chan = receive_of(s->assign->rhs.at[0])->x;
    } else {
        s->chan = receive_of(AS(ExprStmt, EXPR_STMT, c->comm)->x)->x;
    }
    s->elem = type_under(type_of(fs, node_unparen(s->chan)))->chan.elem;
}

static void evaluate_case(FuncState *fs, SelectCaseState *s, SelectDescCase *d, int base)
{
    int chan = slots_alloc(fs, 1);
    int n = type_slots(s->elem);
    if (s->is_send || s->assign)
        s->value_slot = slots_alloc(fs, n > 0 ? n : 1);
    if (!s->is_send && s->assign && s->assign->lhs.n > 1)
        s->ok_slot = slots_alloc(fs, 1);
    int mark = slots_mark(fs);
    expr(fs, s->chan, chan);
    if (s->is_send)
        expr_as(fs, s->value, s->elem, s->value_slot);
    slots_release(fs, mark);
    if (s->ok_slot - base > INT16_MAX || s->value_slot - base > INT16_MAX || chan - base > INT16_MAX)
        fs->overflow = true;
    d->is_send = s->is_send;
    d->chan = (int16_t)(chan - base);
    d->value = (int16_t)(s->value_slot < 0 ? -1 : s->value_slot - base);
    d->ok = (int16_t)(s->ok_slot < 0 ? -1 : s->ok_slot - base);
}

static void receive_into(FuncState *fs, Node *lhs, bool define, int src, Type *t)
{
    if (is_blank(lhs))
        return;
    Object *var = define && info_is_def(fs->c->info, lhs) ? info_object(fs->c->info, lhs) : NULL;
    emit_at(fs, lhs->pos);
    if (var) {
        int reserved = var_reserve(fs, var);
        int mark = slots_mark(fs);
        var_complete(fs, var, reserved, assign_convert(fs, src, t, var->type, ANYWHERE));
        slots_release(fs, mark);
        return;
    }
    int mark = slots_mark(fs);
    Spot p = place_of(fs, lhs);
    assign_place(fs, &p, src, t);
    slots_release(fs, mark);
}

static void case_body(FuncState *fs, SelectCaseState *s)
{
    int mark = slots_mark(fs);
    if (s->assign) {
        bool define = s->assign->op == TOK_DEFINE;
        extend(fs, s->value_slot, s->elem);
        receive_into(fs, s->assign->lhs.at[0], define, s->value_slot, s->elem);
        if (s->assign->lhs.n > 1) {
            Node *ok = s->assign->lhs.at[1];
            Type *t = basic_type(fs->c->checker, KIND_BOOL);
            if (!is_blank(ok) && !(define && info_is_def(fs->c->info, ok)) && !type_is_interface(type_of(fs, node_unparen(ok))))
                t = type_of(fs, node_unparen(ok));
            receive_into(fs, ok, define, s->ok_slot, t);
        }
    }
    block(fs, s->clause->body);
    slots_release(fs, mark);
}

void select_stmt(FuncState *fs, SelectStmt *s, Name label)
{
    int mark = slots_mark(fs);
    int n = s->cases.n;
    SelectDesc *desc = arena_alloc(fs->c->arena, sizeof *desc + (size_t)n * sizeof desc->cases[0]);
    SelectCaseState *cases = ARENA_ARRAY(&fs->arena, SelectCaseState, n + 1);
    int chosen = slots_alloc(fs, 1);
    int base = fs->top;
    int end = label_new(fs);
    int other = end;
    for (int i = 0; i < n; i++) {
        read_case(fs, AS(CommClause, COMM_CLAUSE, s->cases.at[i]), &cases[i]);
        if (!cases[i].clause->comm) {
            desc->has_default = true;
            other = cases[i].label;
            continue;
        }
        emit_at(fs, cases[i].clause->node.pos);
        evaluate_case(fs, &cases[i], &desc->cases[desc->n++], base);
    }
    emit_at(fs, s->node.pos);
    emit_word(fs, OP_SELECT, chosen, base, 0, word_of(desc));
    int k = 0;
    for (int i = 0; i < n; i++)
        if (cases[i].clause->comm)
            emit_branch(fs, OP_JEQI, chosen, k++, cases[i].label);
    emit_jump(fs, other);
    Target t;
    target_open(fs, &t, label, end, -1);
    for (int i = 0; i < n; i++) {
        label_bind(fs, cases[i].label);
        case_body(fs, &cases[i]);
        if (emit_is_reachable(fs))
            emit_jump(fs, end);
    }
    target_close(fs);
    label_bind(fs, end);
    slots_release(fs, mark);
}

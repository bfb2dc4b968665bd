// switch.c: expression switches and type switches: what their cases may be, and which appear twice.
// Sources: Go specification, "Switch statements".
#include "types/checker.h"

static void check_defaults(Checker *c, NodeList cases)
{
    Node *first = NULL;
    for (int i = 0; i < cases.n; i++) {
        CaseClause *k = AS(CaseClause, CASE_CLAUSE, cases.at[i]);
        if (!k->is_default)
            continue;
        if (first)
            check_error(c, k->node.pos, "multiple defaults (first at %s)", pos_text(c, first->pos));
        else
            first = &k->node;
    }
}

// -- constants seen

typedef struct SeenValue {
    struct SeenValue *next; // same hash
    Const *value;
    Type *type;
    Pos pos;
} SeenValue;

typedef struct SeenValues {
    HashMap by_hash; // hash -> SeenValue
} SeenValues;

// 0: a value whose doubles the reference does not look for.
static uintptr_t value_hash(const Const *v)
{
    int64_t i;
    uint64_t u;
    switch (const_kind(v)) {
    case CONST_INT:
        if (const_int64_value(v, &i))
            return ((uintptr_t)i * 0x9E3779B97F4A7C15u) | 1;
        if (const_uint64_value(v, &u))
            return ((uintptr_t)u * 0x9E3779B97F4A7C15u) | 1;
        return 0;
    case CONST_FLOAT: {
        double d = const_float64_value(v);
        memcpy(&u, &d, sizeof u);
        return ((uintptr_t)u * 0x9E3779B97F4A7C15u) | 1;
    }
    case CONST_STRING: {
        Str s = const_string_value(v);
        return ((uintptr_t)hash_text(s.ptr, s.len) << 1) | 1;
    }
    default:
        return 0;
    }
}

static bool same_value(Checker *c, const Const *a, const Const *b)
{
    if (const_kind(a) != const_kind(b))
        return false;
    if (const_kind(a) == CONST_STRING)
        return str_equal(const_string_value(a), const_string_value(b));
    if (const_kind(a) == CONST_FLOAT)
        return const_float64_value(a) == const_float64_value(b);
    return const_compare(c->consts, a, TOK_EQL, b);
}

static void note_value(Checker *c, SeenValues *seen, Operand *v)
{
    uintptr_t hash = value_hash(v->value);
    if (!hash)
        return;
    void **at = hashmap_at(&seen->by_hash, c->arena, (void *)hash);
    for (SeenValue *s = *at; s; s = s->next)
        if (same_value(c, s->value, v->value) && types_identical(s->type, v->type)) {
            check_error(c, operand_pos(v), "duplicate case %s in expression switch\n\t%s: previous case", operand_text(c, v),
                        pos_text(c, s->pos));
            return;
        }
    SeenValue *s = ARENA_NEW(c->arena, SeenValue);
    *s = (SeenValue){.next = *at, .value = v->value, .type = v->type, .pos = v->expr->pos};
    *at = s;
}

static void case_values(Checker *c, Operand *x, NodeList exprs, SeenValues *seen)
{
    for (int i = 0; i < exprs.n; i++) {
        Operand v = {0};
        check_expr(c, NULL, &v, exprs.at[i]);
        if (x->mode == MODE_INVALID || v.mode == MODE_INVALID)
            continue;
        convert_untyped(c, &v, x->type);
        if (v.mode == MODE_INVALID)
            continue;
        Operand compared = v, tag = *x;
        check_comparison(c, &compared, &tag, TOK_EQL, true); // this way round, errors stand at the case
        if (compared.mode != MODE_INVALID && v.mode == MODE_CONST)
            note_value(c, seen, &v);
    }
}

// `switch { … }` compares with true; messages show that at the first case.
static void true_tag(Checker *c, SwitchStmt *s, Operand *x)
{
    Ident *name = ARENA_NEW(c->arena, Ident);
    name->node.kind = NODE_IDENT;
    name->node.pos = s->cases.n ? s->cases.at[0]->pos : s->rbrace;
    name->name = intern_text(c->names, "true");
    x->mode = MODE_CONST;
    x->type = c->basic[KIND_BOOL];
    x->value = const_bool(c->consts, true);
    x->expr = &name->node;
}

void check_switch(Checker *c, Node *n)
{
    SwitchStmt *s = AS(SwitchStmt, SWITCH_STMT, n);
    Operand x = {0};
    if (s->tag) {
        check_expr(c, NULL, &x, s->tag);
        // As if assigned to an invisible variable.
        check_assignment(c, &x, NULL, "switch expression");
        if (x.mode != MODE_INVALID && !type_comparable(c, x.type, NULL) && !has_nil(x.type)) {
            check_error(c, operand_pos(&x), "cannot switch on %s (%s is not comparable)", operand_text(c, &x), type_text(c, x.type));
            x.mode = MODE_INVALID;
        }
    } else {
        true_tag(c, s, &x);
    }
    check_defaults(c, s->cases);
    SeenValues seen = {0};
    for (int i = 0; i < s->cases.n; i++) {
        CaseClause *k = AS(CaseClause, CASE_CLAUSE, s->cases.at[i]);
        case_values(c, &x, k->exprs, &seen);
        open_scope(c, &k->node);
        check_stmt_list(c, k->body);
        close_scope(c);
    }
}

// -- type switches

typedef struct SeenType {
    Type *type; // NULL: nil
    Node *expr;
} SeenType;

typedef VEC(SeenType) SeenTypes;

static bool is_nil_name(Checker *c, Node *e)
{
    e = node_unparen(e);
    if (!node_is(e, NODE_IDENT))
        return false;
    Object *o = check_lookup(c, AS(Ident, IDENT, e)->name, NULL);
    return o && o->kind == OBJ_NIL;
}

// false: the type appeared before, which was reported.
static bool note_type(Checker *c, SeenTypes *seen, Type *t, Node *e)
{
    for (int i = 0; i < seen->n; i++) {
        SeenType *s = &seen->at[i];
        if (!(t && s->type ? types_identical(t, s->type) : t == s->type))
            continue;
        check_error(c, error_pos(e), "duplicate case %s in type switch\n\t%s: previous case", t ? type_text(c, t) : "nil",
                    pos_text(c, error_pos(s->expr)));
        return false;
    }
    vec_push(seen, c->arena, ((SeenType){t, e}));
    return true;
}

// The type of the guard's variable in this clause. x: NULL if the guard is wrong.
static Type *case_types(Checker *c, Operand *x, NodeList exprs, SeenTypes *seen)
{
    Type *t = NULL;
    for (int i = 0; i < exprs.n; i++) {
        Node *e = exprs.at[i];
        if (is_nil_name(c, e)) {
            t = NULL;
            Operand nil = {0};
            check_expr(c, NULL, &nil, e);
        } else {
            t = check_var_type(c, e);
            if (!type_is_valid(t))
                continue;
        }
        if (note_type(c, seen, t, e) && x && t)
            check_type_assertion(c, e, x, t, true);
    }
    if (exprs.n == 1 && t)
        return t;
    return x ? x->type : c->invalid;
}

void check_type_switch(Checker *c, Node *n)
{
    SwitchStmt *s = AS(SwitchStmt, SWITCH_STMT, n);
    TypeSwitchGuard *g = AS(TypeSwitchGuard, TYPE_SWITCH_GUARD, s->tag);
    Node *lhs = g->lhs;
    Name name = lhs ? AS(Ident, IDENT, lhs)->name : NULL;
    if (lhs && name == c->blank) {
        check_error(c, lhs->pos, "no new variable on left side of :=");
        lhs = NULL;
    } else if (lhs) {
        record_def(c, lhs, NULL); // each clause has a variable of its own
    }
    Operand x = {0}, *subject = NULL;
    check_expr(c, NULL, &x, g->x);
    if (x.mode != MODE_INVALID) {
        if (type_is_type_param(x.type))
            check_error(c, operand_pos(&x), "cannot use type switch on type parameter value %s", operand_text(c, &x));
        else if (type_is_interface(x.type))
            subject = &x;
        else
            check_error(c, operand_pos(&x), "%s is not an interface", operand_text(c, &x));
    }
    check_defaults(c, s->cases);
    SeenTypes seen = {0};
    VEC(Object *) vars = {0};
    for (int i = 0; i < s->cases.n; i++) {
        CaseClause *k = AS(CaseClause, CASE_CLAUSE, s->cases.at[i]);
        Type *t = case_types(c, subject, k->exprs, &seen);
        open_scope(c, &k->node);
        if (lhs) {
            Object *o = object_new(c, OBJ_VAR, lhs->pos, c->env.pkg, name, t);
            declare(c, c->env.scope, NULL, o, k->colon);
            info_set_implicit(c->info, &k->node, o);
            vec_push(&vars, c->arena, o);
        }
        check_stmt_list(c, k->body);
        close_scope(c);
    }
    if (!lhs)
        return;
    // The variables count as one: used in any clause is used.
    bool used = false;
    for (int i = 0; i < vars.n; i++) {
        used |= vars.at[i]->used;
        vars.at[i]->used = true;
    }
    if (!used && !c->cfg.allow_unused)
        check_error(c, lhs->pos, "%s declared and not used", name->text);
}

// assign.c: values into variables: initialization, assignment, short declarations, results; and every way in which they do not fit.
// Sources: Go specification, "Assignability", "Assignment statements", "Short variable declarations", "Return statements".
#include "types/checker.h"

void check_assignment(Checker *c, Operand *x, Type *t, const char *context)
{
    check_single_value(c, x);
    switch ((ValueMode)x->mode) {
    case MODE_INVALID:
        return;
    case MODE_NIL:
    case MODE_CONST:
    case MODE_VAR:
    case MODE_MAP_INDEX:
    case MODE_VALUE:
    case MODE_COMMA_OK:
        break;
    default:
        check_error(c, operand_pos(x), "cannot assign %s to %s in %s", operand_text(c, x), t ? type_text(c, t) : "<nil>", context);
        x->mode = MODE_INVALID;
        return;
    }
    if (type_is_untyped(x->type)) {
        Type *target = t;
        if (operand_is_nil(c, x)) {
            if (!t) {
                check_error(c, operand_pos(x), "use of untyped nil in %s", context);
                x->mode = MODE_INVALID;
                return;
            }
        } else if (!t || type_is_interface(t)) {
            target = default_type(c, x->type);
        }
        Type *new_type = NULL;
        Const *value = NULL;
        ImplicitResult r = implicit_type_and_value(c, x, target, &new_type, &value);
        if (r != IMPLICIT_OK) {
            const char *why = r == IMPLICIT_TRUNCATED ? " (truncated)" : r == IMPLICIT_OVERFLOW ? " (overflows)" : "";
            check_error(c, operand_pos(x), "cannot use %s as %s value in %s%s", operand_text(c, x), type_text(c, target), context, why);
            x->mode = MODE_INVALID;
            return;
        }
        if (value) {
            x->value = value;
            update_expr_value(c, x->expr, value);
        }
        if (new_type && new_type != x->type) {
            x->type = new_type;
            update_expr_type(c, x->expr, new_type, false);
        }
    }
    if (!t) // anything typed may go to _
        return;
    const char *cause = NULL;
    if (operand_assignable(c, x, t, &cause))
        return;
    if (cause && *cause)
        check_error(c, operand_pos(x), "cannot use %s as %s value in %s: %s", operand_text(c, x), type_text(c, t), context, cause);
    else
        check_error(c, operand_pos(x), "cannot use %s as %s value in %s", operand_text(c, x), type_text(c, t), context);
    x->mode = MODE_INVALID;
}

static bool operand_ok(const Operand *x)
{
    return x->mode != MODE_INVALID && (!x->type || type_is_valid(x->type));
}

void check_init_const(Checker *c, Object *lhs, Operand *x)
{
    if (!operand_ok(x) || (lhs->type && !type_is_valid(lhs->type))) {
        if (!lhs->type)
            lhs->type = c->invalid;
        return;
    }
    if (x->mode != MODE_CONST) {
        check_error(c, operand_pos(x), "%s is not constant", operand_text(c, x));
        if (!lhs->type)
            lhs->type = c->invalid;
        return;
    }
    if (!lhs->type)
        lhs->type = x->type;
    check_assignment(c, x, lhs->type, "constant declaration");
    if (x->mode != MODE_INVALID)
        lhs->value = x->value;
}

void check_init_var(Checker *c, Object *lhs, Operand *x, const char *context)
{
    if (!operand_ok(x) || (lhs->type && !type_is_valid(lhs->type))) {
        if (!lhs->type)
            lhs->type = c->invalid;
        x->mode = MODE_INVALID;
        return;
    }
    if (!lhs->type) {
        Type *t = x->type;
        if (type_is_untyped(t)) {
            if (operand_is_nil(c, x)) {
                check_error(c, operand_pos(x), "use of untyped nil in %s", context);
                lhs->type = c->invalid;
                x->mode = MODE_INVALID;
                return;
            }
            t = default_type(c, t);
        }
        lhs->type = t;
    }
    check_assignment(c, x, lhs->type, context);
}

// The type of the left side of an assignment; NULL: the blank identifier; invalid: reported. A name there is not a use of it.
static Type *lhs_type(Checker *c, Node *lhs)
{
    Node *e = node_unparen(lhs);
    Name name = node_is(e, NODE_IDENT) ? AS(Ident, IDENT, e)->name : NULL;
    if (name && name == c->blank) {
        record_def(c, e, NULL);
        return NULL;
    }
    Object *v = NULL;
    bool was_used = false;
    if (name) {
        Object *o = check_lookup(c, name, NULL);
        if (o && o->kind == OBJ_VAR && o->pkg == c->env.pkg) {
            v = o;
            was_used = o->used;
        }
    }
    Operand x = {0};
    check_expr(c, NULL, &x, lhs);
    if (v)
        v->used = was_used;
    if (!operand_ok(&x))
        return c->invalid;
    if (x.mode == MODE_VAR || x.mode == MODE_MAP_INDEX)
        return x.type;
    if (node_is(x.expr, NODE_SELECTOR_EXPR)) {
        Operand op = {0};
        check_expr(c, NULL, &op, AS(SelectorExpr, SELECTOR_EXPR, x.expr)->x);
        if (op.mode == MODE_MAP_INDEX) {
            check_error(c, operand_pos(&x), "cannot assign to struct field %s in map", expr_text(c, x.expr));
            return c->invalid;
        }
    }
    check_error(c, operand_pos(&x), "cannot assign to %s (neither addressable nor a map index expression)", expr_text(c, x.expr));
    return c->invalid;
}

void check_assign_var(Checker *c, Node *lhs, Node *rhs, Operand *x, const char *context)
{
    Type *t = lhs_type(c, lhs);
    if (t && !type_is_valid(t)) {
        if (x)
            x->mode = MODE_INVALID;
        else
            check_use(c, (NodeList){&rhs, 1});
        return;
    }
    Operand own = {0};
    if (!x) {
        x = &own;
        check_expr(c, t && type_under(t)->kind == TYPE_SIGNATURE ? t : NULL, x, rhs);
    }
    if (!t && strcmp(context, "assignment") == 0)
        context = "assignment to _ identifier";
    check_assignment(c, x, t, context);
}

// -- counts that do not match

static const char *measure(Checker *c, int n, const char *unit)
{
    return text_printf(c, "%d %s%s", n, unit, n == 1 ? "" : "s");
}

static void report_mismatch(Checker *c, NodeList rhs, int l, int r)
{
    Node *first = rhs.at[0];
    Node *call = node_unparen(first);
    if (rhs.n == 1 && node_is(call, NODE_CALL_EXPR))
        check_error(c, error_pos(first), "assignment mismatch: %s but %s returns %s", measure(c, l, "variable"),
                    expr_text(c, AS(CallExpr, CALL_EXPR, call)->fun), measure(c, r, "value"));
    else
        check_error(c, error_pos(first), "assignment mismatch: %s but %s", measure(c, l, "variable"), measure(c, r, "value"));
}

static void report_results(Checker *c, Node *at, Object **lhs, int l, Operand *rhs, int r)
{
    Pos pos = error_pos(at);
    if (r > l)
        pos = operand_pos(&rhs[l]); // the first one too many
    else if (r > 0)
        pos = operand_pos(&rhs[r - 1]);
    Type **have = ARENA_ARRAY(c->arena, Type *, r + 1), **want = ARENA_ARRAY(c->arena, Type *, l + 1);
    for (int i = 0; i < r; i++)
        have[i] = rhs[i].type; // also of what is no value
    for (int i = 0; i < l; i++)
        want[i] = lhs[i]->type;
    check_error(c, pos, "%s return values\n\thave %s\n\twant %s", r > l ? "too many" : "not enough",
                types_summary(c, have, r, false, false), types_summary(c, want, l, false, false));
}

static bool is_call(NodeList rhs)
{
    return rhs.n == 1 && node_is(node_unparen(rhs.at[0]), NODE_CALL_EXPR);
}

static void give_types(Checker *c, Object **lhs, int n)
{
    for (int i = 0; i < n; i++)
        if (!lhs[i]->type)
            lhs[i]->type = c->invalid;
}

// `v, ok := m[k]` is recorded as the pair that it is, for the expression and what its parentheses hold.
static void record_comma_ok(Checker *c, Node *e, Operand *pair)
{
    Object **vars = ARENA_ARRAY(c->arena, Object *, 2);
    Name none = intern_text(c->names, "");
    for (int i = 0; i < 2; i++)
        vars[i] = object_new(c, OBJ_VAR, e->pos, c->env.pkg, none, pair[i].type);
    Type *tuple = type_new_tuple(c, vars, 2);
    for (;;) {
        TypeAndValue *tv = info_type_at(c->info, e);
        tv->type = tuple;
        tv->comma_ok = true;
        if (!node_is(e, NODE_PAREN_EXPR))
            return;
        e = AS(ParenExpr, PAREN_EXPR, e)->x;
    }
}

void check_init_vars(Checker *c, Object **lhs, int l, NodeList rhs, Node *return_stmt)
{
    const char *context = return_stmt ? "return statement" : l > 1 ? "multiple assignment" : "assignment";
    int r = rhs.n;
    // A lone call is not matched one to one: its message should tell how many values it returns.
    if (l == r && !is_call(rhs)) {
        for (int i = 0; i < l; i++) {
            Operand x = {0};
            check_expr(c, lhs[i]->type, &x, rhs.at[i]);
            check_init_var(c, lhs[i], &x, context);
        }
        return;
    }
    if (r != 1) {
        if (check_use(c, rhs)) {
            if (return_stmt) {
                Operand *values = ARENA_ARRAY(c->arena, Operand, r + 1);
                for (int i = 0; i < r; i++)
                    check_expr(c, NULL, &values[i], rhs.at[i]);
                report_results(c, return_stmt, lhs, l, values, r);
            } else {
                report_mismatch(c, rhs, l, r);
            }
        }
        give_types(c, lhs, l);
        return;
    }
    bool comma_ok = false;
    Operand *values = check_multi_expr(c, rhs.at[0], l == 2 && !return_stmt, &r, &comma_ok);
    if (l == r) {
        for (int i = 0; i < l; i++)
            check_init_var(c, lhs[i], &values[i], context);
        if (comma_ok && values[0].mode != MODE_INVALID && values[1].mode != MODE_INVALID)
            record_comma_ok(c, rhs.at[0], values);
        return;
    }
    if (r == 0 || values[0].mode != MODE_INVALID) {
        if (return_stmt)
            report_results(c, return_stmt, lhs, l, values, r);
        else
            report_mismatch(c, rhs, l, r);
    }
    give_types(c, lhs, l);
}

void check_assign_vars(Checker *c, NodeList lhs, NodeList rhs)
{
    int l = lhs.n, r = rhs.n;
    const char *context = l > 1 ? "multiple assignment" : "assignment";
    if (l == r && !is_call(rhs)) {
        for (int i = 0; i < l; i++)
            check_assign_var(c, lhs.at[i], rhs.at[i], NULL, context);
        return;
    }
    if (r != 1) {
        bool lhs_ok = check_use_lhs(c, lhs);
        bool rhs_ok = check_use(c, rhs);
        if (lhs_ok && rhs_ok)
            report_mismatch(c, rhs, l, r);
        return;
    }
    bool comma_ok = false;
    Operand *values = check_multi_expr(c, rhs.at[0], l == 2, &r, &comma_ok);
    if (l == r) {
        for (int i = 0; i < l; i++)
            check_assign_var(c, lhs.at[i], NULL, &values[i], context);
        if (comma_ok && values[0].mode != MODE_INVALID && values[1].mode != MODE_INVALID)
            record_comma_ok(c, rhs.at[0], values);
        return;
    }
    if (r == 0 || values[0].mode != MODE_INVALID)
        report_mismatch(c, rhs, l, r);
    check_use_lhs(c, lhs);
}

// -- short declarations

typedef struct ShortVars {
    Object **vars;      // one for each left side
    VEC(Object *) fresh; // those to be declared
    bool error;
} ShortVars;

static void short_var(Checker *c, ShortVars *s, HashMap *seen, int i, Node *lhs)
{
    if (!node_is(lhs, NODE_IDENT)) {
        check_use_lhs(c, (NodeList){&lhs, 1});
        check_error(c, error_pos(lhs), "non-name %s on left side of :=", expr_text(c, lhs));
        s->error = true;
        return;
    }
    Name name = AS(Ident, IDENT, lhs)->name;
    if (name != c->blank) {
        void **at = hashmap_at(seen, c->arena, name);
        if (*at) {
            check_error(c, lhs->pos, "%s repeated on left side of :=", name->text);
            s->error = true;
            return;
        }
        *at = lhs;
    }
    Object *other = scope_find(c->env.scope, name);
    if (other) {
        record_use(c, lhs, other);
        if (other->kind == OBJ_VAR) {
            s->vars[i] = other;
        } else {
            check_error(c, lhs->pos, "cannot assign to %s", name->text);
            s->error = true;
        }
        return;
    }
    Object *o = object_new(c, OBJ_VAR, lhs->pos, c->env.pkg, name, NULL);
    s->vars[i] = o;
    if (name != c->blank)
        vec_push(&s->fresh, c->arena, o);
    record_def(c, lhs, o);
}

void check_short_var_decl(Checker *c, Pos pos, NodeList lhs, NodeList rhs)
{
    int from = c->delayed.n;
    ShortVars s = {.vars = ARENA_ARRAY(c->arena, Object *, lhs.n)};
    HashMap seen = {0};
    for (int i = 0; i < lhs.n; i++)
        short_var(c, &s, &seen, i, lhs.at[i]);
    for (int i = 0; i < lhs.n; i++)
        if (!s.vars[i]) // stands in for what is wrong
            s.vars[i] = object_new(c, OBJ_VAR, lhs.at[i]->pos, c->env.pkg, c->blank, NULL);
    check_init_vars(c, s.vars, lhs.n, rhs, NULL);
    // Function literals on the right must not see the new names.
    check_process_delayed(c, from);
    if (s.fresh.n == 0 && !s.error) {
        check_error(c, pos, "no new variables on left side of :=");
        return;
    }
    Pos scope_pos = rhs.n ? node_end(rhs.at[rhs.n - 1]) : pos;
    for (int i = 0; i < s.fresh.n; i++)
        declare(c, c->env.scope, NULL, s.fresh.at[i], scope_pos);
}

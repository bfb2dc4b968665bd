// push.c: tokens into the grammar one by one.
#include "parser/push.h"

#include "base/check.h"

void pusher_begin(Pusher *u, Parser *p)
{
    *u = (Pusher){.p = p, .ps = grammar_pstate_new()};
    if (!u->ps)
        out_of_memory();
    int first = p->first_token;
    p->first_token = 0;
    pusher_push(u, first, &(TokenValue){0});
    pusher_read(u);
}

void pusher_end(Pusher *u)
{
    grammar_pstate_delete(u->ps);
}

void pusher_read(Pusher *u)
{
    if (u->p->too_deep)
        u->stop = true;
    lexer_next_marked(&u->p->lexer, &u->p->token, &u->mark);
}

bool pusher_accepts(const Pusher *u, int code)
{
    GrammarView v;
    grammar_view_init(&v, u->ps);
    bool accepts = grammar_view_accepts(&v, code);
    grammar_view_done(&v);
    return accepts;
}

void pusher_push(Pusher *u, int code, const TokenValue *token)
{
    union Value value = {.token = *token};
    int status = grammar_push_parse(u->ps, code, &value, u->p);
    u->stop = u->stop || status != YYPUSH_MORE;
    u->accepted = status == 0;
    if (status == 2)
        parser_too_deep(u->p, u->p->token.pos);
}

// A '{' was pushed: has the literal that it begins no type, by its form? The grammar takes any
// index expression and any parentheses before it.
static bool begins_no_literal(const Pusher *u)
{
    GrammarView v;
    grammar_view_init(&v, u->ps);
    int below = grammar_view_symbol(&v, 1);
    bool wrong = grammar_view_symbol(&v, 0) == TOK_LBRACE &&
                 (below == SYM_name_expr || below == SYM_paren_expr) &&
                 !build_is_literal_type(grammar_value(u->ps, 1)->node);
    grammar_view_done(&v);
    return wrong;
}

// A statement that begins with '~' is an expression to the grammar, but nothing to the reference.
static bool begins_no_statement(const Pusher *u)
{
    GrammarView v;
    grammar_view_init(&v, u->ps);
    bool wrong = u->p->token.kind == TOK_TILDE && grammar_view_symbol(&v, 0) == SYM_stmt_list;
    grammar_view_done(&v);
    return wrong;
}

bool pusher_push_token(Pusher *u)
{
    TokenValue value = parser_token_value(&u->p->token);
    int code = parser_token_code(&u->p->token);
    if (!pusher_accepts(u, code) || begins_no_statement(u))
        return false;
    pusher_push(u, code, &value);
    if (u->p->token.kind == TOK_LBRACE && !u->stop && begins_no_literal(u)) {
        grammar_unshift(u->ps);
        return false;
    }
    return true;
}

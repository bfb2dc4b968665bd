// repair.c: parsing of a text that has syntax errors.
// Tokens are pushed into the grammar one by one, each only if it would be accepted there. One that
// would not is reported with the words of syntax_error.c; then, as the rule says, tokens are
// skipped and others are pushed that the text does not have, which leaves the grammar where the
// reference's parser goes on. So the grammar needs no error rules, and the messages that the makers
// of nodes give come in the right order.
#include "parser/repair.h"

#include "base/check.h"
#include "parser/push.h"
#include "parser/syntax_error.h"

enum { MAX_INSERTS = 1000 }; // between two tokens of the text: more could only be a loop

typedef struct Repair {
    Pusher pusher;
    Parser *p;
    int errors;  // before the text
    int inserts; // since the last token of the text
    bool package_done;
} Repair;

// Whether the text has been found wrong; what its directives say does not count.
static bool has_errors(const Repair *r)
{
    return r->p->cx->diags->errors - r->p->lexer.directive_errors > r->errors;
}

static Token *token_of(Repair *r)
{
    return &r->p->token;
}

static void skip_token(Repair *r)
{
    lexer_skip(&r->p->lexer, &r->pusher.mark);
    pusher_read(&r->pusher);
}

// Pushes a token that the text does not have.
static void insert(Repair *r, TokenKind kind)
{
    if (r->pusher.stop)
        return;
    kind = lexer_insert(&r->p->lexer, token_of(r), &r->pusher.mark, kind);
    TokenValue token = {.kind = (uint8_t)kind, .pos = token_of(r)->pos, .inserted = true};
    if (kind == TOK_NAME)
        token.name = intern_text(r->p->cx->names, "_");
    if (++r->inserts > MAX_INSERTS || !pusher_accepts(&r->pusher, kind + 2)) {
        r->pusher.stop = true;
        return;
    }
    pusher_push(&r->pusher, kind + 2, &token);
}

static bool is_in(const short *set, int kind)
{
    for (; *set; set++) {
        if (*set == kind)
            return true;
    }
    return false;
}

static int kind_of(Repair *r)
{
    return parser_token_code(token_of(r)) - 2;
}

static void skip_until(Repair *r, const short *follow, bool in_function)
{
    while (token_of(r)->kind != TOK_EOF && !is_in(follow, kind_of(r)) &&
           !(in_function && syntax_error_starts_statement(kind_of(r))))
        skip_token(r);
}

// A header's first statement was followed by something else than '{' or ';', and that was skipped.
static void go_on_with_header(Repair *r, bool is_for, bool in_function)
{
    static const short braces[] = {TOK_LBODY, TOK_LBRACE, TOK_RBRACE, 0};
    skip_until(r, braces, in_function);
    if (token_of(r)->kind == TOK_EOF)
        return;
    bool at_brace = token_of(r)->kind == TOK_LBODY || token_of(r)->kind == TOK_LBRACE;
    if (at_brace && is_for)
        syntax_error_report(r->p, token_of(r), token_of(r)->pos, "expected for loop condition", 0);
    insert(r, TOK_SEMI);
    if (at_brace && is_for)
        insert(r, TOK_SEMI);
}

static void apply(Repair *r, const SyntaxRule *rule, bool in_function)
{
    if (rule->skip == SKIP_ONE && token_of(r)->kind != TOK_EOF)
        skip_token(r);
    else if (rule->skip == SKIP_UNTIL)
        skip_until(r, rule->follow, in_function);
    if (rule->effect == EFFECT_STOP)
        r->pusher.stop = true;
    if (rule->effect == EFFECT_NO_DECL)
        r->p->after_decl = true;
    if (rule->effect == EFFECT_HEADER)
        go_on_with_header(r, rule->top[1] == TOK_FOR, in_function);
    if (rule->effect == EFFECT_RBRACK && kind_of(r) != TOK_RBRACK) {
        syntax_error_report(r->p, token_of(r), token_of(r)->pos, NULL, TOK_RBRACK);
        if (token_of(r)->kind != TOK_EOF)
            skip_token(r);
        insert(r, TOK_RBRACK);
        return;
    }
    if (rule->insert[0] && rule->insert[0] == kind_of(r) && rule->skip == SKIP_UNTIL &&
        rule->effect != EFFECT_PUT)
        return;
    for (const short *kind = rule->insert; *kind; kind++)
        insert(r, (TokenKind)*kind);
}

static int labels_on_top(const GrammarView *v)
{
    int n = 0;
    while (grammar_view_symbol(v, 2 * n) == TOK_COLON && grammar_view_symbol(v, 2 * n + 1) == TOK_NAME)
        n++;
    return n;
}

static void repair(Repair *r)
{
    Token *token = token_of(r);
    if (token->kind == TOK_EOF && has_errors(r)) {
        r->pusher.stop = true; // all that could be said would follow from what was said
        return;
    }
    GrammarView v;
    grammar_view_init(&v, r->pusher.ps);
    bool in_function = syntax_error_in_function(&v);
    const SyntaxRule *rule = syntax_error_rule(&v, r->pusher.ps, r->p, token);
    bool wants_close = token->kind == TOK_EOF && rule->close;
    Pos pos = rule->effect == EFFECT_COLON ? grammar_value(r->pusher.ps, 0)->token.pos : token->pos;
    int n_labels = rule->effect == EFFECT_COLON ? labels_on_top(&v) : 0;
    bool is_var = token->kind == TOK_VAR && rule->token == TOK_VAR;
    grammar_view_done(&v);
    if (is_var) { // reported at what follows
        skip_token(r);
        syntax_error_report(r->p, token, token->pos, rule->words, 0);
        return;
    }
    if (rule->effect == EFFECT_RECEIVER)
        build_check_receiver(r->p, &grammar_value(r->pusher.ps, 0)->list, pos);
    if (rule->effect == EFFECT_BODY) {
        // The header's condition is complained about before its missing brace.
        Token wrong = *token;
        insert(r, (TokenKind)rule->insert[0]);
        syntax_error_report(r->p, &wrong, pos, rule->words, 0);
        skip_until(r, rule->follow, in_function);
        return;
    }
    syntax_error_report(r->p, token, pos, wants_close ? NULL : rule->words, rule->close);
    for (int i = 1; i < n_labels; i++) // `a: b:` lacks a statement twice
        syntax_error_report(r->p, token, grammar_value(r->pusher.ps, 2 * i)->token.pos, rule->words, 0);
    apply(r, rule, in_function);
}

// After an error in its package clause the reference reads no further.
static void check_package_clause(Repair *r)
{
    if (r->package_done)
        return;
    GrammarView v;
    grammar_view_init(&v, r->pusher.ps);
    r->package_done = grammar_view_symbol(&v, 0) == SYM_top_list;
    grammar_view_done(&v);
    if (r->package_done && has_errors(r))
        r->pusher.stop = true;
}

void repair_parse(Parser *p)
{
    Repair r = {.p = p, .errors = p->cx->diags->errors};
    pusher_begin(&r.pusher, p);
    while (!r.pusher.stop) {
        if (!pusher_push_token(&r.pusher)) {
            repair(&r);
        } else if (!r.pusher.stop) {
            r.inserts = 0;
            pusher_read(&r.pusher);
        }
        check_package_clause(&r);
    }
    pusher_end(&r.pusher);
}

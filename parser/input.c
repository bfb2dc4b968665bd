// input.c: texts as the REPL and scripts read them: statements and declarations mixed, perhaps not
// finished yet.
#include "base/check.h"
#include "parser/push.h"
#include "parser/syntax_error.h"

typedef struct Input {
    Pusher pusher;
    Parser p;
    int mark;   // messages before the text
    int errors; // the same, counted
} Input;

// Does the `func` that was read last begin a declaration: a name follows, or a receiver, a name,
// and more? The text behind it is read ahead.
static bool begins_declaration(Parser *p)
{
    Lexer ahead;
    Token token;
    int depth = 0;
    uint32_t from = p->token.end - p->lexer.file->base;
    lexer_init(&ahead, p->cx->files, p->lexer.file, p->cx->names, NULL, from, p->lexer.file->len);
    do {
        lexer_next(&ahead, &token);
        depth += token.kind == TOK_LPAREN;
        depth -= token.kind == TOK_RPAREN;
    } while (depth > 0 && token.kind != TOK_EOF);
    bool is_name = token.kind == TOK_NAME;
    if (token.kind == TOK_RPAREN) {
        lexer_next(&ahead, &token);
        is_name = token.kind == TOK_NAME;
        lexer_next(&ahead, &token);
        is_name = is_name && token.kind != TOK_LBRACE && token.kind != TOK_DOT;
    }
    lexer_done(&ahead);
    return is_name;
}

// Can the token that was read last begin a statement or declaration of the text, and not of a block
// in it?
static bool at_item(const Pusher *u)
{
    GrammarView v;
    grammar_view_init(&v, u->ps);
    int top = grammar_view_symbol(&v, 0), below = grammar_view_symbol(&v, 1);
    grammar_view_done(&v);
    return top == SYM_START_INPUT || (top == TOK_SEMI && below == SYM_input_list);
}

static bool push_token(Input *in)
{
    if (in->p.token.kind != TOK_FUNC || !at_item(&in->pusher) || !begins_declaration(&in->p))
        return pusher_push_token(&in->pusher);
    TokenValue value = parser_token_value(&in->p.token);
    pusher_push(&in->pusher, T_FUNC_DECL, &value);
    return true;
}

static bool is_end(const Token *token)
{
    return token->kind == TOK_EOF || token->kind == TOK_EOF_SEMI;
}

static void report(Input *in)
{
    GrammarView v;
    grammar_view_init(&v, in->pusher.ps);
    const SyntaxRule *rule = syntax_error_rule(&v, in->pusher.ps, &in->p, &in->p.token);
    syntax_error_report(&in->p, &in->p.token, in->p.token.pos, rule->words, rule->close);
    grammar_view_done(&v);
}

static ParseState state_of(Input *in)
{
    // The end of the text inside a comment or raw string is an error of the lexer's, but more text
    // mends it.
    bool cut_off = in->p.lexer.cut_off;
    bool wrong = in->p.cx->diags->errors - cut_off > in->errors;
    if (!wrong && (cut_off || (!in->pusher.accepted && is_end(&in->p.token)))) {
        diag_drop(in->p.cx->diags, in->mark);
        return PARSE_UNFINISHED;
    }
    if (!wrong && !in->pusher.accepted) {
        report(in);
        wrong = true;
    }
    return wrong ? PARSE_WRONG : PARSE_COMPLETE;
}

ParseState parse_input(ParseContext *cx, File *file, NodeList *out)
{
    Input in = {.mark = diag_mark(cx->diags), .errors = cx->diags->errors};
    parser_init(&in.p, cx, file, 0, file->len, T_START_INPUT);
    pusher_begin(&in.pusher, &in.p);
    while (!in.pusher.stop && push_token(&in)) {
        if (!in.pusher.stop)
            pusher_read(&in.pusher);
    }
    ParseState state = state_of(&in);
    *out = state == PARSE_COMPLETE ? list_copy(&in.p, 0, in.p.list_n) : (NodeList){0};
    pusher_end(&in.pusher);
    parser_done(&in.p);
    return state;
}

// syntax_error.c: Go's words for syntax errors, and how to go on after each.
// The reference's parser is one function a production, and its words depend on the function that
// meets the token. Here the stack of the grammar says the same: a row names the symbols on its top.
// Rows are tried on the stack as it is, then on the stack after each reduction that the parser
// would make whatever comes next: that is the way in which the reference's functions return. Where
// no row matches, the tokens that could come next say what is missing. Sources: the reference's
// parser (its words are facts of the language as its users see it), DeRemer and Pennello 1982.
#include "parser/syntax_error.h"

#include <string.h>

#include "base/check.h"

enum { ANY = -1, END = 0 };

// clang-format off: the rows are a table

// Tokens and nonterminals, short.
#define T(kind) TOK_##kind
#define N(name) SYM_##name

#define CLOSERS T(RPAREN), T(RBRACK), T(RBRACE)
#define DECLS T(IMPORT), T(CONST), T(TYPE), T(VAR), T(FUNC)

// What a row says and does.
#define AT(...) .top = {__VA_ARGS__}
#define ON(kind) .token = T(kind)
#define SAY(text) .words = text
#define ONE .skip = SKIP_ONE
#define UNTIL(...) .skip = SKIP_UNTIL, .follow = {__VA_ARGS__}
#define PUT(...) .insert = {__VA_ARGS__}
#define CLOSE(kind) .close = T(kind)

// What a production of the reference says and does about a wrong token.
#define EXPRESSION SAY("expected expression"), UNTIL(CLOSERS), PUT(T(BAD))
#define TYPE_WANTED SAY("expected type"), UNTIL(T(COMMA), T(COLON), T(SEMI), CLOSERS), PUT(T(BAD))
#define NAME_WANTED SAY("expected name"), ONE, PUT(T(NAME))
#define WANT(kind) ONE, PUT(T(kind)), CLOSE(kind)
#define LIST(text, kind) SAY(text), UNTIL(CLOSERS), PUT(T(kind)), CLOSE(kind)
#define PARAM(text, kind) SAY(text), UNTIL(T(COMMA), T(kind)), PUT(T(BAD)), CLOSE(kind)
#define TYPE_DECL SAY("in type declaration"), UNTIL(T(SEMI), T(RPAREN)), PUT(T(BAD))
#define IMPORT_PATH SAY("missing import path"), UNTIL(T(SEMI), T(RPAREN)), PUT(T(BAD))
#define QUALIFIED SAY("expected name"), UNTIL(T(DOT), T(SEMI), T(RBRACE)), PUT(T(NAME))
#define FIELD                                                                                      \
    SAY("expected field name or embedded type"), UNTIL(T(SEMI), T(RBRACE)), PUT(T(BAD)),           \
        CLOSE(RBRACE)
#define TERM SAY("expected ~ term or type"), UNTIL(TERM_OPERATORS, T(SEMI), CLOSERS), PUT(T(BAD))
// All operators but '*' and those that assign.
#define TERM_OPERATORS                                                                             \
    T(OROR), T(ANDAND), T(EQL), T(NEQ), T(LSS), T(LEQ), T(GTR), T(GEQ), T(ADD), T(SUB), T(OR),     \
        T(XOR), T(QUO), T(REM), T(AND), T(AND_NOT), T(SHL), T(SHR), T(NOT), T(TILDE)
#define CHAN_ELEM .check = CHECK_TYPE_NEXT, SAY("missing channel element type"), PUT(T(BAD))
#define CASE_WANTED                                                                                \
    SAY("expected case or default or }"), UNTIL(T(COLON), T(CASE), T(DEFAULT), T(RBRACE)),         \
        PUT(T(DEFAULT)), CLOSE(RBRACE), .effect = EFFECT_PUT
#define STATEMENT_END                                                                              \
    SAY("at end of statement"), UNTIL(T(SEMI), T(RBRACE), T(CASE), T(DEFAULT)), PUT(T(SEMI))
#define ASSIGNMENT                                                                                 \
    SAY("expected := or = or comma"), UNTIL(T(SEMI), T(RBRACE)), PUT(T(ASSIGN), T(BAD))
#define HEADER_BRACE SAY("expected {"), ONE, .effect = EFFECT_HEADER
#define BODY(text) SAY(text), UNTIL(T(NAME), T(RBRACE)), PUT(T(LBODY)), .effect = EFFECT_BODY
#define CASES(text, kind) SAY(text), UNTIL(T(CASE), T(DEFAULT), T(RBRACE)), PUT(T(kind))
#define DEFINE_FOR_ASSIGN ON(DEFINE), SAY("expected ="), ONE, PUT(T(ASSIGN))
#define FUNC_NAME(text) SAY(text), UNTIL(T(LBRACE), T(SEMI)), PUT(T(NAME), T(LPAREN), T(RPAREN))

// The places where a declaration of a type, an element of a struct or of an interface, and a spec
// can begin.
#define IN_TYPE_SPEC(action, ...)                                                                  \
    {AT(__VA_ARGS__, T(TYPE)), action}, {AT(__VA_ARGS__, T(LPAREN), T(TYPE)), action},             \
    {                                                                                              \
        AT(__VA_ARGS__, T(SEMI), N(type_specs)), action                                            \
    }
#define IN_STRUCT(action, ...)                                                                     \
    {AT(__VA_ARGS__, N(lbrace), T(STRUCT)), action},                                               \
    {                                                                                              \
        AT(__VA_ARGS__, T(SEMI), N(fields)), action                                                \
    }
#define IN_INTERFACE(action, ...)                                                                  \
    {AT(__VA_ARGS__, N(lbrace), T(INTERFACE)), action},                                            \
    {                                                                                              \
        AT(__VA_ARGS__, T(SEMI), N(elems)), action                                                 \
    }

#define NEXT_PARAM PARAM("expected )", RPAREN)
#define NEXT_TPARAM PARAM("expected ]", RBRACK)
#define NAME_AND_TYPE .check = CHECK_NAME_SPLITS, TPARAM_LIST
#define GROUP_LIST                                                                                 \
    LIST("in grouped declaration; possibly missing semicolon or newline or )", RPAREN)
#define PARAM_LIST LIST("in parameter list; possibly missing comma or )", RPAREN)
#define TPARAM_LIST LIST("in parameter list; possibly missing comma or ]", RBRACK)
#define ARGUMENT_LIST LIST("in argument list; possibly missing comma or )", RPAREN)

static const SyntaxRule rules[] = {
    // -- files and declarations
    {AT(N(START_FILE)), SAY("package statement must be first"), .effect = EFFECT_STOP},
    {AT(T(NAME), T(PACKAGE)), WANT(SEMI)},
    {AT(N(top_list)), ON(LBRACE), .check = CHECK_BODYLESS,
     SAY("unexpected semicolon or newline before {"), UNTIL(DECLS), .effect = EFFECT_NO_DECL},
    {AT(N(top_list)), SAY("non-declaration statement outside function body"), UNTIL(DECLS),
     .effect = EFFECT_NO_DECL},
    {AT(N(top)), SAY("after top level declaration"), UNTIL(DECLS), PUT(T(SEMI))},

    {AT(N(import_keyword)), IMPORT_PATH},
    {AT(T(LPAREN), N(import_keyword)), IMPORT_PATH, CLOSE(RPAREN)},
    {AT(T(SEMI), N(import_specs)), IMPORT_PATH, CLOSE(RPAREN)},
    {AT(N(import_name)), IMPORT_PATH},
    {AT(T(LPAREN), T(CONST)), NAME_WANTED, CLOSE(RPAREN)},
    {AT(T(LPAREN), T(TYPE)), NAME_WANTED, CLOSE(RPAREN)},
    {AT(T(LPAREN), T(VAR)), NAME_WANTED, CLOSE(RPAREN)},
    {AT(T(SEMI), N(const_specs)), NAME_WANTED, CLOSE(RPAREN)},
    {AT(T(SEMI), N(type_specs)), NAME_WANTED, CLOSE(RPAREN)},
    {AT(T(SEMI), N(var_specs)), NAME_WANTED, CLOSE(RPAREN)},
    {AT(N(import_specs)), GROUP_LIST},
    {AT(N(const_specs)), GROUP_LIST},
    {AT(N(type_specs)), GROUP_LIST},
    {AT(N(var_specs)), GROUP_LIST},
    {AT(N(names)), DEFINE_FOR_ASSIGN},
    {AT(N(type), N(names)), DEFINE_FOR_ASSIGN},

    // -- declarations of types
    {AT(T(NAME), T(TYPE)), DEFINE_FOR_ASSIGN},
    {AT(T(NAME), T(LPAREN), T(TYPE)), DEFINE_FOR_ASSIGN},
    {AT(T(NAME), T(SEMI), N(type_specs)), DEFINE_FOR_ASSIGN},
    IN_TYPE_SPEC(TYPE_DECL, T(NAME)),
    IN_TYPE_SPEC(TYPE_DECL, T(ASSIGN), T(NAME)),
    {AT(T(ASSIGN), T(RBRACK)), TYPE_DECL},
    {AT(T(ASSIGN), N(first_tparams)), TYPE_DECL},
    {AT(N(first_tparams)), DEFINE_FOR_ASSIGN},
    {AT(N(first_tparams)), TYPE_DECL},
    {AT(N(more_tparams)), DEFINE_FOR_ASSIGN},
    {AT(N(more_tparams)), TYPE_DECL},
    {AT(T(ASSIGN), N(more_tparams)), TYPE_DECL},
    IN_TYPE_SPEC(NAME_AND_TYPE, N(expr), T(LBRACK), T(NAME)),
    IN_TYPE_SPEC(NAME_AND_TYPE, T(NAME), T(LBRACK), T(NAME)),
    IN_TYPE_SPEC(NEXT_TPARAM, T(COMMA), N(expr), T(LBRACK), T(NAME)),
    {AT(T(COMMA), N(expr), T(LBRACK)), WANT(RBRACK)},
    {AT(N(first_tparam_list)), TPARAM_LIST},
    {AT(T(COMMA), N(first_tparam_list)), NEXT_TPARAM},
    {AT(T(OR), N(first_tparam)), TERM},

    // -- functions and parameters
    {AT(T(FUNC), N(top_list)), FUNC_NAME("expected name or (")},
    {AT(T(FUNC), N(START_DECL)), FUNC_NAME("expected name or (")},
    {AT(N(params), T(FUNC), N(top_list)), FUNC_NAME("expected name"), .effect = EFFECT_RECEIVER},
    {AT(N(params), T(FUNC), N(START_DECL)), FUNC_NAME("expected name"), .effect = EFFECT_RECEIVER},
    {AT(N(forbidden_open)), NEXT_TPARAM},
    {AT(T(FUNC)), WANT(LPAREN)},
    {AT(N(optional_tparams)), WANT(LPAREN)},
    {AT(N(tparams)), WANT(LPAREN)},
    {AT(N(forbidden_tparams)), WANT(LPAREN)},
    {AT(T(LPAREN), T(FUNC)), NEXT_PARAM},
    {AT(T(LPAREN), N(optional_tparams)), NEXT_PARAM},
    {AT(T(LPAREN), N(tparams)), NEXT_PARAM},
    {AT(T(LPAREN), N(forbidden_tparams)), NEXT_PARAM},
    {AT(T(LPAREN), N(params)), NEXT_PARAM},
    {AT(T(COMMA), N(param_list)), NEXT_PARAM},
    {AT(N(param_list)), PARAM_LIST},
    {AT(T(LBRACK), T(NAME), T(FUNC)), NEXT_TPARAM},
    {AT(T(LBRACK), N(method_name)), NEXT_TPARAM},
    {AT(T(COMMA), N(tparam_list)), NEXT_TPARAM},
    {AT(N(tparam_list)), TPARAM_LIST},
    {AT(T(OR), N(tparam)), TERM},
    {AT(T(ELLIPSIS), T(LBRACK)), WANT(RBRACK)},
    {AT(T(ELLIPSIS), N(exprs)), ARGUMENT_LIST},
    {AT(T(ELLIPSIS)), SAY("... is missing type"), PUT(T(BAD))},

    // -- types
    {AT(N(lbrace), T(STRUCT)), FIELD},
    {AT(T(SEMI), N(fields)), FIELD},
    {AT(N(fields)), LIST("in struct type; possibly missing semicolon or newline or }", RBRACE)},
    IN_STRUCT(TYPE_WANTED, T(NAME)),
    IN_STRUCT(QUALIFIED, T(MUL)),
    {AT(N(field_paren)), QUALIFIED},
    {AT(T(MUL), N(field_paren)), QUALIFIED},
    {AT(N(type_name), N(field_paren)), SAY(""), PUT(T(RPAREN))},
    {AT(N(type_name), T(MUL), N(field_paren)), SAY(""), PUT(T(RPAREN))},
    {AT(N(lbrace), T(INTERFACE)), TERM, CLOSE(RBRACE)},
    {AT(T(SEMI), N(elems)), TERM, CLOSE(RBRACE)},
    {AT(N(elems)), LIST("in interface type; possibly missing semicolon or newline or }", RBRACE)},
    {AT(T(OR), N(constraint)), TERM},
    IN_INTERFACE(NEXT_PARAM, T(LPAREN), T(NAME)),
    IN_INTERFACE(NEXT_TPARAM, T(LBRACK), T(NAME)),
    {AT(T(CHAN)), CHAN_ELEM},
    {AT(T(ARROW), T(CHAN)), CHAN_ELEM},
    {AT(T(LBRACK), T(NAME)), ON(RBRACK), SAY("expected type argument list"), PUT(T(BAD))},
    {AT(N(types)), WANT(RBRACK)},
    {AT(T(COMMA), N(types)), WANT(RBRACK)},

    // -- expressions
    {AT(T(DOT), N(pexpr)), SAY("expected name or ("), UNTIL(T(SEMI), T(RPAREN)), PUT(T(NAME))},
    {AT(T(LBRACK), N(pexpr)), ON(RBRACK), SAY("expected operand"), PUT(T(BAD))},
    {AT(T(LBRACK), N(pexpr)), EXPRESSION},
    {AT(N(expr), T(LBRACK), N(pexpr)), SAY("expected comma, : or ]"),
     UNTIL(T(COMMA), T(COLON), T(RBRACK)), PUT(T(COLON)), .effect = EFFECT_PUT},
    {AT(T(COLON), N(optional_expr)), EXPRESSION},
    {AT(N(optional_expr), T(COLON), N(optional_expr)), WANT(RBRACK)},
    {AT(N(expr), T(COLON), N(optional_expr)), WANT(RBRACK)},
    {AT(N(expr), T(LBRACK)), ON(COMMA), SAY("unexpected comma; expected ]"), ONE,
     .effect = EFFECT_RBRACK},
    {AT(N(expr), T(LBRACK)), WANT(RBRACK)},
    {AT(T(LPAREN), N(pexpr)), EXPRESSION, CLOSE(RPAREN)},
    {AT(N(exprs), T(LPAREN), N(pexpr)), ARGUMENT_LIST},
    {AT(T(COMMA), N(exprs), T(LPAREN), N(pexpr)), EXPRESSION, CLOSE(RPAREN)},
    {AT(N(expr), T(LPAREN), N(pexpr)), ARGUMENT_LIST},
    {AT(N(expr), T(LPAREN)), WANT(RPAREN)},
    {AT(N(element_list)), LIST("in composite literal; possibly missing comma or }", RBRACE)},
    {AT(T(COMMA), N(element_list)), EXPRESSION, CLOSE(RBRACE)},
    {AT(N(lbrace), N(lit_type)), EXPRESSION, CLOSE(RBRACE)},
    {AT(T(LBRACE)), EXPRESSION, CLOSE(RBRACE)},
    {AT(T(COMMA), N(exprs)), EXPRESSION},

    // -- statements
    {AT(N(START_INPUT)), EXPRESSION},
    {AT(T(SEMI), N(input_list)), EXPRESSION},
    {AT(N(stmt)), STATEMENT_END},
    {AT(N(stmt_list), N(func_brace)), WANT(RBRACE)},
    {AT(N(stmt_list), N(body_begin)), WANT(RBRACE)},
    {AT(N(stmt_list), T(LBRACE)), WANT(RBRACE)},
    {AT(N(stmt_list), N(case_head)), CASE_WANTED},
    {AT(N(stmt_list), N(comm_head)), CASE_WANTED},
    {AT(N(clause_list)), CASE_WANTED},
    {AT(N(comm_list)), CASE_WANTED},
    {AT(N(expr), N(stmt_list)), STATEMENT_END},
    {AT(N(expr), T(COLON), T(NAME)), STATEMENT_END},
    {AT(T(COLON), T(NAME)), SAY("missing statement after label"), PUT(T(SEMI)),
     .effect = EFFECT_COLON},
    {AT(N(exprs), N(stmt_list)), ASSIGNMENT},
    {AT(N(exprs), T(COLON), T(NAME)), ASSIGNMENT},
    {AT(N(exprs), T(IF)), ASSIGNMENT},
    {AT(N(exprs), T(FOR)), ASSIGNMENT},
    {AT(N(exprs), T(SWITCH)), ASSIGNMENT},
    {AT(N(exprs), T(SEMI)), ASSIGNMENT},
    {AT(N(exprs), T(CASE), N(comm_list)), ASSIGNMENT},
    {AT(N(exprs), T(CASE)), WANT(COLON)},
    {AT(N(expr), T(CASE)), WANT(COLON)},
    {AT(T(RETURN)), EXPRESSION},
    {AT(T(GO)), EXPRESSION},
    {AT(T(DEFER)), EXPRESSION},
    {AT(T(SELECT)), CASES("missing { after select clause", LBRACE)},
    {AT(T(ELSE)), SAY("else must be followed by if or statement block"), UNTIL(T(NAME), T(RBRACE)),
     PUT(T(LBRACE), T(RBRACE))},

    // -- headers
    {AT(T(IF)), ON(VAR), SAY("var declaration not allowed in if initializer"), ONE},
    {AT(T(FOR)), ON(VAR), SAY("var declaration not allowed in for initializer"), ONE},
    {AT(T(SWITCH)), ON(VAR), SAY("var declaration not allowed in switch initializer"), ONE},
    {AT(T(IF)), EXPRESSION},
    {AT(T(FOR)), EXPRESSION},
    {AT(T(SWITCH)), EXPRESSION},
    {AT(T(SEMI), N(optional_simple_stmt), T(FOR)), ON(LBODY), SAY("expected for loop condition"),
     PUT(T(SEMI))},
    {AT(T(SEMI), N(optional_simple_stmt)), EXPRESSION},
    {AT(N(simple_stmt), T(IF)), HEADER_BRACE},
    {AT(N(simple_stmt), T(FOR)), HEADER_BRACE},
    {AT(N(simple_stmt), T(SWITCH)), HEADER_BRACE},
    {AT(N(expr), T(IF)), HEADER_BRACE},
    {AT(N(expr), T(FOR)), HEADER_BRACE},
    {AT(N(expr), T(SWITCH)), HEADER_BRACE},
    {AT(N(expr), T(SEMI), N(optional_simple_stmt), T(FOR)), WANT(SEMI)},
    {AT(N(simple_stmt), T(SEMI), N(optional_simple_stmt), T(FOR)), WANT(SEMI)},
    {AT(N(optional_simple_stmt), T(SEMI), N(optional_simple_stmt), T(FOR)), WANT(SEMI)},
    {AT(N(expr), T(SEMI), N(optional_simple_stmt), T(IF)), BODY("expected { after if clause")},
    {AT(N(expr), T(SEMI), N(optional_simple_stmt), T(SWITCH)),
     CASES("missing { after switch clause", LBODY), .effect = EFFECT_BODY},
    {AT(N(header), T(IF)), BODY("expected { after if clause")},
    {AT(N(for_header), T(FOR)), BODY("expected { after for clause")},
    {AT(N(expr), T(SEMI), N(optional_simple_stmt), T(SEMI)), BODY("expected { after for clause")},
    {AT(N(header), T(SWITCH)), CASES("missing { after switch clause", LBODY),
     .effect = EFFECT_BODY},
};

// What no row knows, found by what could come next.
static const SyntaxRule expression_wanted = {EXPRESSION};
static const SyntaxRule type_wanted = {TYPE_WANTED};
static const SyntaxRule name_wanted = {NAME_WANTED};
static const SyntaxRule wanted[] = {
    {WANT(RPAREN)}, {WANT(RBRACK)}, {WANT(RBRACE)}, {WANT(LPAREN)}, {WANT(LBRACE)}, {WANT(LBODY)},
    {WANT(COLON)},  {WANT(SEMI)},   {WANT(LBRACK)}, {WANT(CHAN)},   {WANT(ASSIGN)}, {WANT(COMMA)},
};
static const SyntaxRule nothing_wanted = {SAY("expected declaration"), .effect = EFFECT_STOP};

// clang-format on

static bool accepts(const GrammarView *v, TokenKind kind)
{
    return grammar_view_accepts(v, kind + 2);
}

static bool matches(const SyntaxRule *r, const GrammarView *v)
{
    for (int i = 0; r->top[i] != END; i++) {
        if (r->top[i] != ANY && grammar_view_symbol(v, i) != r->top[i])
            return false;
    }
    return true;
}

static bool holds(const SyntaxRule *r, const GrammarView *v, const grammar_pstate *ps,
                  const Parser *p)
{
    switch (r->check) {
    case CHECK_NOTHING:
        return true;
    case CHECK_BODYLESS: {
        const Node *last = p->list_n > 0 ? p->list[p->list_n - 1] : NULL;
        return node_is(last, NODE_FUNC_DECL) && !((const FuncDecl *)last)->body;
    }
    case CHECK_NAME_SPLITS:
        if (!grammar_view_is_real(v, ps))
            return false;
        return grammar_view_symbol(v, 0) == TOK_NAME ||
               build_splits_name(grammar_value(ps, 0)->node);
    case CHECK_TYPE_NEXT:
        return accepts(v, TOK_MAP);
    }
    return false;
}

static const SyntaxRule *find_row(const GrammarView *v, const grammar_pstate *ps, const Parser *p,
                                  const Token *token)
{
    int kind = parser_token_code(token) - 2; // all kinds of semicolon as one
    for (size_t i = 0; i < COUNT_OF(rules); i++) {
        const SyntaxRule *r = &rules[i];
        if ((r->token == 0 || r->token == kind) && matches(r, v) && holds(r, v, ps, p))
            return r;
    }
    return NULL;
}

static const SyntaxRule *find_by_next(const GrammarView *v)
{
    if (accepts(v, TOK_NOT))
        return &expression_wanted;
    if (accepts(v, TOK_MAP))
        return &type_wanted;
    if (accepts(v, TOK_NAME))
        return &name_wanted;
    for (size_t i = 0; i < COUNT_OF(wanted); i++) {
        if (accepts(v, (TokenKind)wanted[i].close))
            return &wanted[i];
    }
    return &nothing_wanted;
}

const SyntaxRule *syntax_error_rule(GrammarView *v, const grammar_pstate *ps, const Parser *p,
                                    const Token *token)
{
    do {
        const SyntaxRule *r = find_row(v, ps, p, token);
        if (r)
            return r;
    } while (grammar_view_reduce(v));
    return find_by_next(v);
}

bool syntax_error_in_function(const GrammarView *v)
{
    int n = v->base_n + v->extra_n;
    for (int i = 0; i < n; i++) {
        if (grammar_view_symbol(v, i) == SYM_func_brace)
            return true;
    }
    return false;
}

bool syntax_error_starts_statement(int kind)
{
    switch (kind) {
    case TOK_BREAK:
    case TOK_CONST:
    case TOK_CONTINUE:
    case TOK_DEFER:
    case TOK_FALLTHROUGH:
    case TOK_FOR:
    case TOK_GO:
    case TOK_GOTO:
    case TOK_IF:
    case TOK_RETURN:
    case TOK_SELECT:
    case TOK_SWITCH:
    case TOK_TYPE:
    case TOK_VAR:
        return true;
    default:
        return false;
    }
}

// -- words

static const char *kind_words(TokenKind kind)
{
    switch (kind) {
    case TOK_COMMA:
        return "comma";
    case TOK_SEMI:
        return "semicolon or newline";
    case TOK_LBODY:
        return "{";
    default:
        return token_spelling(kind);
    }
}

static void add_kind(Buf *out, TokenKind kind)
{
    buf_printf(out, token_is_keyword(kind) ? "keyword %s" : "%s", kind_words(kind));
}

static void add_token(Buf *out, const Token *token)
{
    switch (token->kind) {
    case TOK_NAME:
        buf_printf(out, "name %.*s", STR_ARG(name_str(token->name)));
        break;
    case TOK_INT:
    case TOK_FLOAT:
    case TOK_IMAG:
    case TOK_RUNE:
    case TOK_STRING:
        buf_printf(out, "literal %.*s", STR_ARG(name_str(token->name)));
        break;
    case TOK_SEMI:
        buf_add_text(out, "semicolon");
        break;
    case TOK_AUTO_SEMI:
        buf_add_text(out, "newline");
        break;
    case TOK_EOF_SEMI:
        buf_add_text(out, "EOF");
        break;
    default:
        add_kind(out, token->kind);
    }
}

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

void syntax_error_report(Parser *p, const Token *token, Pos pos, const char *words, int close)
{
    Buf text = {0};
    if (words && !*words)
        return;
    if (!words) {
        buf_add_text(&text, "unexpected ");
        add_token(&text, token);
        buf_add_text(&text, ", expected ");
        add_kind(&text, (TokenKind)close);
    } else if (begins(words, "expected ")) {
        buf_add_text(&text, "unexpected ");
        add_token(&text, token);
        buf_printf(&text, ", %s", words);
    } else if (begins(words, "in ") || begins(words, "at ") || begins(words, "after ")) {
        buf_add_text(&text, "unexpected ");
        add_token(&text, token);
        buf_printf(&text, " %s", words);
    } else {
        buf_add_text(&text, words);
    }
    parser_error(p, pos, "syntax error: %.*s", STR_ARG(buf_str(&text)));
    buf_done(&text);
}

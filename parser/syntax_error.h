// syntax_error.h: what the reference compiler's parser says of a token that cannot stand where it
// stands, and how it goes on: tokens to skip, and tokens to think there.
#ifndef PARSER_SYNTAX_ERROR_H
#define PARSER_SYNTAX_ERROR_H
#include "parser/grammar.h"

typedef enum SkipMode {
    SKIP_NONE,
    SKIP_ONE,   // the token itself
    SKIP_UNTIL, // up to the first token of `follow`, or, in a function, a keyword that begins a
                // statement
} SkipMode;

typedef enum RuleCheck {
    CHECK_NOTHING,
    CHECK_BODYLESS,    // the declaration before is a function without body
    CHECK_NAME_SPLITS, // the expression on top can be read as a name and a type
    CHECK_TYPE_NEXT,   // a type of any form could come
} RuleCheck;

typedef enum RuleEffect {
    EFFECT_NONE,
    EFFECT_STOP,   // the rest of the text is not read
    EFFECT_HEADER, // a header's first statement was read: a brace or a second statement may follow
    EFFECT_BODY,   // the brace of a body is thought there before anything is said and skipped
    EFFECT_RECEIVER, // a receiver list on top of the stack was read, its method's name is missing
    EFFECT_NO_DECL,  // no import may follow
    EFFECT_COLON,    // the message stands at the colon on top of the stack
    EFFECT_RBRACK,   // nothing but ']' may come next
    EFFECT_PUT,      // what is inserted is so even before its like
} RuleEffect;

// A row matches if the stack's top, going down, holds these symbols, the token is `token` (0: any),
// and the check holds.
typedef struct SyntaxRule {
    short top[7]; // ends with 0; ANY matches one symbol
    short token;
    RuleCheck check;
    const char *words; // begins with "in", "at", "after" or "expected": behind "unexpected TOKEN";
                       // else they stand alone; "" says nothing
    SkipMode skip;
    short follow[28]; // ends with 0
    short insert[4];  // put before what follows, unless that is the first of them; ends with 0
    RuleEffect effect;
    short close; // at the end of the file the message is that this is expected
} SyntaxRule;

// The rule for a token that is not accepted. The view, which shows the stack, is reduced as far as
// the rule needs. Never NULL.
const SyntaxRule *syntax_error_rule(GrammarView *v, const grammar_pstate *ps, const Parser *p,
                                    const Token *token);
// Reports the words of a rule, or that `close` is expected if they are NULL.
void syntax_error_report(Parser *p, const Token *token, Pos pos, const char *words, int close);
// Is the text inside a function's body?
bool syntax_error_in_function(const GrammarView *v);
// Does the kind begin a statement that skipping stops at, inside of functions?
bool syntax_error_starts_statement(int kind);
#endif

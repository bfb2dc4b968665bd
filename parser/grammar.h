// grammar.h: what go.y offers for repairs: the push parser's stack as symbols, and what could come
// next there. A view is the stack of states with reductions tried on it; the parser itself is not
// changed.
#ifndef PARSER_GRAMMAR_H
#define PARSER_GRAMMAR_H
#include "parser/build.h"
#include "parser/go.tab.h"

// A symbol of the grammar: a token's TokenKind, or one of these.
enum {
    SYM_OTHER = TOK_COUNT, // any nonterminal that is not listed, and what is below the bottom
#define SYMBOL(name) SYM_##name,
#include "parser/symbols.def"
#undef SYMBOL
};

typedef struct GrammarView {
    const void *base; // the parser's own stack of states, of which base_n are still there
    int base_n;
    short *extra; // malloc'd: states above them
    int extra_n, extra_cap;
} GrammarView;

void grammar_view_init(GrammarView *v, const grammar_pstate *ps);
void grammar_view_done(GrammarView *v);
// The symbol i entries below the top.
int grammar_view_symbol(const GrammarView *v, int i);
// How many entries the view has lost or gained: 0: it shows the parser's stack as it is.
bool grammar_view_is_real(const GrammarView *v, const grammar_pstate *ps);
// Does the reduction that the top state makes whatever comes next. false: it makes none.
bool grammar_view_reduce(GrammarView *v);
// Would the token with this T_... code be accepted next?
bool grammar_view_accepts(const GrammarView *v, int code);
// The value of the entry i below the top of the parser's stack.
const union Value *grammar_value(const grammar_pstate *ps, int i);
// Takes the token that was shifted last off the stack again.
void grammar_unshift(grammar_pstate *ps);
#endif

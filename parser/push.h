// push.h: tokens into the grammar one by one, each only if it is accepted: for texts with mistakes
// and for the REPL.
#ifndef PARSER_PUSH_H
#define PARSER_PUSH_H
#include "parser/grammar.h"

typedef struct Pusher {
    Parser *p;
    grammar_pstate *ps;
    LexerMark mark; // how things were before p->token
    bool stop;      // the grammar is done with the text, or gave up
    bool accepted;  // it accepted the whole text
} Pusher;

// Pushes p's first token (START_...) and reads the next one.
void pusher_begin(Pusher *u, Parser *p);
void pusher_end(Pusher *u);
void pusher_read(Pusher *u);
bool pusher_accepts(const Pusher *u, int code);
// Pushes a token that is accepted.
void pusher_push(Pusher *u, int code, const TokenValue *value);
// Pushes the token that was read last. false: it cannot stand there, and nothing was changed but
// that what comes before it may be reduced.
bool pusher_push_token(Pusher *u);
#endif

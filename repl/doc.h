// doc.h: what a name stands for, and what is written about it.
#ifndef REPL_DOC_H
#define REPL_DOC_H
#include <stdio.h>

#include "repl/commands.h"

// name: `f`, `fmt`, `fmt.Println`, `T.Method`, `strings.Builder.Len`. source: functions with their bodies. false: nothing is known of it.
bool doc_print(Repl *r, Str name, bool source, FILE *out);
#endif

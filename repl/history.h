// history.h: the inputs of this session and of earlier ones, whole blocks, oldest first, each once.
// File: a line an input, newlines as \n, backslashes doubled; 0600; appended to at once, so that sessions side by side lose nothing.
#ifndef REPL_HISTORY_H
#define REPL_HISTORY_H
#include <stdint.h>
#include <sys/types.h>

#include "base/str.h"

enum { HISTORY_MAX = 10000 };

typedef struct HistoryEntry {
    char *text; // NUL-terminated
    size_t len;
    uint32_t hash;
} HistoryEntry;

typedef struct History {
    HistoryEntry *at;
    int n, cap;
    char *path;      // NULL: kept in memory only
    off_t read_upto; // bytes of the file that are in here
} History;

void history_open(History *h);
void history_add(History *h, Str text);
// Takes in what other sessions have added.
void history_refresh(History *h);
// The newest entry below index `before` that contains the text; -1: there is none.
int history_search(const History *h, Str text, int before);
#endif

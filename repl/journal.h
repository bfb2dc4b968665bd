// journal.h: what a session has accepted, in order, for :save and :undo.
// Way: inputs that declared something stay as trees (Repl.inputs); of all others, of which a session may have millions, the text and what
//   it saw are written to a file without a name, so that they take no memory. Where no file is to be had they do.
#ifndef REPL_JOURNAL_H
#define REPL_JOURNAL_H
#include <stdio.h>

#include "base/buf.h"
#include "driver/interactive.h"

enum { JOURNAL_NO_TREE = UINT32_MAX };

typedef struct JournalEntry {
    uint32_t tree;        // which of Repl.inputs; JOURNAL_NO_TREE: see text and seen
    uint32_t number : 31; // its value may have a name: _12
    uint32_t failed : 1;  // it panicked or was interrupted
    Str text;
    InputSeen seen;
} JournalEntry;

typedef struct Journal {
    FILE *file; // NULL: none was needed yet, or there is none
    bool tried, lost; // a file was asked for; it could not be written to
    Buf memory; // without a file: all of it
    uint64_t end;
    char *entry; // the one that was read last
} Journal;

// Gives where the entry begins.
uint64_t journal_add(Journal *j, const JournalEntry *e);
// Forgets the entries from there on.
void journal_cut(Journal *j, uint64_t at);
// The entry at *at, which moves on to the next; its text and names are valid until the next call. false: there is none any more, or it
// cannot be read.
bool journal_read(Journal *j, uint64_t *at, JournalEntry *e);
// Could everything be kept?
bool journal_is_whole(const Journal *j);
#endif

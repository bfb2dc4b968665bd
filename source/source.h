// source.h: the source files of a program, and positions in them.
// Invariants: each file owns the positions base .. base + len (the last one is its end); texts stay
// where they are. Memory: owned by the FileSet, or lent to it (fileset_add_in). Threads: used under the front end's lock.
#ifndef SOURCE_SOURCE_H
#define SOURCE_SOURCE_H
#include <stdbool.h>

#include "base/arena.h"
#include "base/parcels.h"
#include "base/str.h"
#include "base/vec.h"
#include "source/pos.h"

enum { SOURCE_PADDING = 32 }; // NUL bytes behind each text, for the lexer's look-ahead

enum { SOURCE_MAX_BYTES = 1 << 30 }; // of one file, so that several fit into the 32 bits of a Pos

// From a //line comment: text from `offset` on is said to stand at file:line(:column).
typedef struct LineDirective {
    uint32_t offset;
    const char *file;
    int line;
    int column; // 0: columns are not known there
} LineDirective;

typedef struct File {
    const char *name; // as messages show it
    const char *text; // NUL-padded by SOURCE_PADDING
    uint32_t len;
    Pos base;                      // position of text[0]
    uint32_t *lines;               // owned: offset of each line's first byte; made when first asked
    int n_lines;
    VEC(LineDirective) directives; // by offset
    Arena *arena;                  // where all this lies
    VEC(uint32_t) misplaced;       // offsets of //go: directives before declarations they do not fit; ascending
} File;

typedef struct FileSet {
    Arena arena;
    VEC(File *) files; // by base
    Pos next_base;
} FileSet;

typedef struct Place { // where a position is, as a reader counts
    const char *file;
    int line;   // from 1; 0: unknown position
    int column; // from 1, in bytes; 0: not known
} Place;

void fileset_init(FileSet *set);
void fileset_done(FileSet *set);

// Adds a text that is copied and padded. name is copied. NULL if the set has no positions left for
// it.
File *fileset_add(FileSet *set, const char *name, Str text);
// The same for a text that already has its padding and outlives the set (the embedded library).
File *fileset_add_static(FileSet *set, const char *name, Str text);
// The same for a text that is copied into another arena. The set does not keep it: see fileset_sweep.
File *fileset_add_in(FileSet *set, Arena *arena, const char *name, Str text);
// Forgets the files that lie in parcels that go. Behind the last one that stays, positions are given out again.
void fileset_sweep(FileSet *set, const Parcels *parcels);
// Reads a file into the set. NULL: *error (in the set's arena) says why, as Go's os package words
// it.
File *fileset_read(FileSet *set, const char *path, const char *name, const char **error);

File *fileset_file(const FileSet *set, Pos pos); // NULL for NO_POS
// line and column with //line comments applied, as messages print them.
Place fileset_place(FileSet *set, Pos pos);
// Without //line comments: the real place.
Place fileset_real_place(FileSet *set, Pos pos);
// The whole line at pos, without its end.
Str fileset_line_text(FileSet *set, Pos pos);

static inline Pos file_pos(const File *f, uint32_t offset)
{
    return f->base + offset;
}
void file_add_directive(File *f, LineDirective d);
#endif

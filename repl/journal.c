// journal.c: see journal.h.
#include "repl/journal.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/check.h"

typedef struct Head {
    uint32_t tree, run, text_bytes, n_asked; // run: number, and failed in the lowest bit
    Scope *scope; // of the session: it stays
} Head;

static void write_bytes(Journal *j, const void *bytes, size_t n)
{
    if (j->file)
        j->lost |= fwrite(bytes, 1, n, j->file) != n;
    else
        buf_add(&j->memory, bytes, n);
    j->end += n;
}

static bool read_bytes(Journal *j, uint64_t at, void *out, size_t n)
{
    if (at + n > j->end)
        return false;
    if (j->file)
        return pread(fileno(j->file), out, n, (off_t)at) == (ssize_t)n;
    memcpy(out, j->memory.ptr + at, n);
    return true;
}

static void open_file(Journal *j)
{
    j->tried = true;
    j->file = tmpfile();
    if (j->file)
        fcntl(fileno(j->file), F_SETFD, FD_CLOEXEC);
}

uint64_t journal_add(Journal *j, const JournalEntry *e)
{
    if (!j->tried)
        open_file(j);
    uint64_t at = j->end;
    bool has_text = e->tree == JOURNAL_NO_TREE;
    Head h = {.tree = e->tree, .run = (uint32_t)e->number << 1 | e->failed, .scope = e->seen.scope};
    if (has_text) {
        h.text_bytes = (uint32_t)e->text.len;
        h.n_asked = (uint32_t)e->seen.n_asked;
    }
    write_bytes(j, &h, sizeof h);
    if (h.n_asked)
        write_bytes(j, e->seen.asked, h.n_asked * sizeof *e->seen.asked);
    if (h.text_bytes)
        write_bytes(j, e->text.ptr, h.text_bytes);
    return at;
}

void journal_cut(Journal *j, uint64_t at)
{
    j->end = at;
    if (j->file)
        j->lost |= fseeko(j->file, (off_t)at, SEEK_SET) != 0;
    else
        j->memory.len = at;
}

bool journal_read(Journal *j, uint64_t *at, JournalEntry *e)
{
    Head h;
    if (j->file && fflush(j->file) != 0)
        j->lost = true;
    if (!read_bytes(j, *at, &h, sizeof h))
        return false;
    size_t asked_bytes = h.n_asked * sizeof *e->seen.asked, rest = asked_bytes + h.text_bytes;
    j->entry = realloc(j->entry, rest + 1);
    if (!j->entry)
        out_of_memory();
    if (!read_bytes(j, *at + sizeof h, j->entry, rest))
        return false;
    *e = (JournalEntry){.tree = h.tree,
                        .number = h.run >> 1,
                        .failed = h.run & 1,
                        .text = {j->entry + asked_bytes, h.text_bytes},
                        .seen = {h.scope, (const KeptName *)(const void *)j->entry, (int)h.n_asked}};
    *at += sizeof h + rest;
    return true;
}

bool journal_is_whole(const Journal *j)
{
    return !j->lost;
}

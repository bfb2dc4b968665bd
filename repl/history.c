// history.c: keeps the history's file.
#include "repl/history.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/check.h"
#include "base/intern.h"

static bool make_folders(char *path)
{
    for (char *p = path + 1; *p; p++) {
        if (*p != '/')
            continue;
        *p = 0;
        bool ok = mkdir(path, 0700) == 0 || errno == EEXIST;
        *p = '/';
        if (!ok)
            return false;
    }
    return true;
}

static char *find_path(void)
{
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    Buf b = {0};
    if (state && state[0] == '/')
        buf_printf(&b, "%s/minigo/history", state);
    else if (home && home[0] == '/')
        buf_printf(&b, "%s/.local/state/minigo/history", home);
    if (b.len > 0 && make_folders(b.ptr))
        return b.ptr;
    buf_done(&b);
    return NULL;
}

static void append(History *h, HistoryEntry e)
{
    if (h->n == h->cap) {
        h->cap = h->cap ? h->cap * 2 : 256;
        h->at = realloc(h->at, sizeof *h->at * (size_t)h->cap);
        if (!h->at)
            out_of_memory();
    }
    h->at[h->n++] = e;
}

static bool same(const HistoryEntry *a, const HistoryEntry *b)
{
    return a->hash == b->hash && a->len == b->len && memcmp(a->text, b->text, a->len) == 0;
}

static HistoryEntry entry_of(Str text)
{
    HistoryEntry e = {.text = malloc(text.len + 1), .len = text.len, .hash = hash_text(text.ptr, text.len)};
    if (!e.text)
        out_of_memory();
    memcpy(e.text, text.ptr, text.len);
    e.text[text.len] = 0;
    return e;
}

static void remove_at(History *h, int i)
{
    free(h->at[i].text);
    memmove(h->at + i, h->at + i + 1, sizeof *h->at * (size_t)(h->n - i - 1));
    h->n--;
}

static void add_once(History *h, HistoryEntry e)
{
    for (int i = h->n - 1; i >= 0; i--)
        if (same(&h->at[i], &e)) {
            remove_at(h, i);
            break;
        }
    append(h, e);
    if (h->n > HISTORY_MAX)
        remove_at(h, 0);
}

// Of many entries at once the last of equal ones stays.
static void drop_doubles(History *h)
{
    uint32_t cap = 64;
    while (cap < (uint32_t)h->n * 2)
        cap *= 2;
    int *table = calloc(cap, sizeof *table);
    if (!table)
        out_of_memory();
    int to = h->n;
    for (int i = h->n - 1; i >= 0; i--) {
        uint32_t at = h->at[i].hash & (cap - 1);
        while (table[at] && !same(&h->at[table[at] - 1], &h->at[i]))
            at = (at + 1) & (cap - 1);
        if (table[at] || h->n - to >= HISTORY_MAX) {
            free(h->at[i].text);
            continue;
        }
        h->at[--to] = h->at[i];
        table[at] = to + 1;
    }
    if (h->n > to)
        memmove(h->at, h->at + to, sizeof *h->at * (size_t)(h->n - to));
    h->n -= to;
    free(table);
}

static void encode(Buf *out, const HistoryEntry *e)
{
    for (size_t i = 0; i < e->len; i++) {
        if (e->text[i] == '\n')
            buf_add_text(out, "\\n");
        else if (e->text[i] == '\\')
            buf_add_text(out, "\\\\");
        else
            buf_add_char(out, e->text[i]);
    }
    buf_add_char(out, '\n');
}

static void decode(Str line, Buf *out)
{
    out->len = 0;
    for (size_t i = 0; i < line.len; i++) {
        if (line.ptr[i] == '\\' && i + 1 < line.len) {
            i++;
            buf_add_char(out, line.ptr[i] == 'n' ? '\n' : line.ptr[i]);
        } else {
            buf_add_char(out, line.ptr[i]);
        }
    }
}

// Gives how many lines came; only whole ones are taken.
static int read_new(History *h, bool once)
{
    int fd = open(h->path, O_RDONLY | O_CLOEXEC);
    struct stat st;
    if (fd < 0)
        return 0;
    Buf bytes = {0}, text = {0};
    if (fstat(fd, &st) == 0 && st.st_size < h->read_upto) { // another session has shortened it
        h->read_upto = 0;
        once = true;
    }
    char block[1 << 14];
    ssize_t n;
    off_t at = h->read_upto;
    while ((n = pread(fd, block, sizeof block, at)) > 0) {
        buf_add(&bytes, block, (size_t)n);
        at += n;
    }
    close(fd);
    size_t start = 0;
    int lines = 0;
    for (size_t i = 0; i < bytes.len; i++)
        if (bytes.ptr[i] == '\n') {
            decode((Str){bytes.ptr + start, i - start}, &text);
            if (text.len > 0) {
                HistoryEntry e = entry_of(buf_str(&text));
                if (once)
                    add_once(h, e);
                else
                    append(h, e);
            }
            start = i + 1;
            lines++;
        }
    h->read_upto += (off_t)start;
    buf_done(&bytes);
    buf_done(&text);
    return lines;
}

// The file with each entry once, in place of one that has grown.
static void rewrite(History *h)
{
    Buf name = {0}, bytes = {0};
    buf_printf(&name, "%s.%ld", h->path, (long)getpid());
    for (int i = 0; i < h->n; i++)
        encode(&bytes, &h->at[i]);
    int fd = open(name.ptr, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd >= 0) {
        bool ok = write(fd, bytes.ptr ? bytes.ptr : "", bytes.len) == (ssize_t)bytes.len;
        ok = close(fd) == 0 && ok;
        if (ok && rename(name.ptr, h->path) == 0)
            h->read_upto = (off_t)bytes.len;
        else
            unlink(name.ptr);
    }
    buf_done(&name);
    buf_done(&bytes);
}

void history_open(History *h)
{
    *h = (History){.path = find_path()};
    if (!h->path)
        return;
    int lines = read_new(h, false);
    drop_doubles(h);
    if (lines > HISTORY_MAX + HISTORY_MAX / 4)
        rewrite(h);
    if (h->read_upto > 0)
        chmod(h->path, 0600);
}

void history_refresh(History *h)
{
    struct stat st;
    if (h->path && stat(h->path, &st) == 0 && st.st_size != h->read_upto)
        read_new(h, true);
}

void history_add(History *h, Str text)
{
    if (text.len == 0 || memchr(text.ptr, 0, text.len))
        return;
    HistoryEntry e = entry_of(text);
    bool newest = h->n > 0 && same(&h->at[h->n - 1], &e);
    if (newest) {
        free(e.text);
        return;
    }
    if (h->path) {
        Buf line = {0};
        encode(&line, &e);
        int fd = open(h->path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (fd >= 0) {
            ssize_t n = write(fd, line.ptr, line.len);
            (void)n; // a full disk costs the history, not the session
            close(fd);
        }
        buf_done(&line);
    }
    add_once(h, e);
    if (h->path)
        history_refresh(h);
}

int history_search(const History *h, Str text, int before)
{
    for (int i = (before < h->n ? before : h->n) - 1; i >= 0; i--)
        if (text.len == 0 || memmem(h->at[i].text, h->at[i].len, text.ptr, text.len))
            return i;
    return -1;
}

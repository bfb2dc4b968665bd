// source.c: holds the texts of a program and turns positions into lines and columns.
#include "source/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/check.h"

void fileset_init(FileSet *set)
{
    memset(set, 0, sizeof *set);
    arena_init(&set->arena);
    set->next_base = 1;
}

void fileset_done(FileSet *set)
{
    for (int i = 0; i < set->files.n; i++)
        free(set->files.at[i]->lines);
    arena_done(&set->arena);
    memset(set, 0, sizeof *set);
}

static bool has_room(const FileSet *set, size_t len)
{
    return len <= SOURCE_MAX_BYTES && len + 1 <= UINT32_MAX - (size_t)set->next_base;
}

static File *add(FileSet *set, Arena *arena, const char *name, const char *text, size_t len)
{
    File *f = ARENA_NEW(arena, File);
    f->arena = arena;
    f->name = arena_copy_text(arena, name, strlen(name));
    f->text = text;
    f->len = (uint32_t)len;
    f->base = set->next_base;
    set->next_base += (Pos)len + 1;
    vec_push(&set->files, &set->arena, f);
    return f;
}

File *fileset_add_in(FileSet *set, Arena *arena, const char *name, Str text)
{
    if (!has_room(set, text.len))
        return NULL;
    char *copy = arena_alloc(arena, text.len + SOURCE_PADDING);
    if (text.len)
        memcpy(copy, text.ptr, text.len);
    return add(set, arena, name, copy, text.len);
}

File *fileset_add(FileSet *set, const char *name, Str text)
{
    return fileset_add_in(set, &set->arena, name, text);
}

File *fileset_add_static(FileSet *set, const char *name, Str text)
{
    return has_room(set, text.len) ? add(set, &set->arena, name, text.ptr, text.len) : NULL;
}

void fileset_sweep(FileSet *set, const Parcels *parcels)
{
    int n = 0;
    for (int i = 0; i < set->files.n; i++) {
        File *f = set->files.at[i];
        if (parcels_is_dead(parcels, f))
            free(f->lines);
        else
            set->files.at[n++] = f;
    }
    set->files.n = n;
    set->next_base = n ? vec_last(&set->files)->base + vec_last(&set->files)->len + 1 : 1;
}

// Reads until the end, whatever stat said: pipes and files of /proc have no size.
static char *read_all(FileSet *set, int fd, size_t hint, size_t *len)
{
    size_t cap = hint + SOURCE_PADDING + 1, n = 0;
    char *p = arena_alloc(&set->arena, cap);
    for (;;) {
        if (n + SOURCE_PADDING + 1 > cap) {
            size_t bigger = cap * 2 + 4096;
            p = arena_grow(&set->arena, p, n, bigger);
            cap = bigger;
        }
        ssize_t got = read(fd, p + n, cap - n - SOURCE_PADDING);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return NULL;
        if (got == 0)
            break;
        n += (size_t)got;
        if (n > SOURCE_MAX_BYTES) {
            errno = EFBIG;
            return NULL;
        }
    }
    memset(p + n, 0, SOURCE_PADDING);
    *len = n;
    return p;
}

// The words of Go's syscall.Errno, which start in lower case.
static const char *system_error_words(FileSet *set, int error)
{
    char *words = arena_printf(&set->arena, "%s", strerror(error));
    if (words[0] >= 'A' && words[0] <= 'Z' && words[1] >= 'a' && words[1] <= 'z')
        words[0] = (char)(words[0] - 'A' + 'a');
    return words;
}

static File *fail(FileSet *set, const char **error, const char *verb, const char *path, int code)
{
    *error = arena_printf(&set->arena, "%s %s: %s", verb, path, system_error_words(set, code));
    return NULL;
}

File *fileset_read(FileSet *set, const char *path, const char *name, const char **error)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return fail(set, error, "open", path, errno);
    struct stat st;
    if (fstat(fd, &st) != 0 || S_ISDIR(st.st_mode)) {
        int code = S_ISDIR(st.st_mode) ? EISDIR : errno;
        close(fd);
        return fail(set, error, "read", path, code);
    }
    size_t hint = S_ISREG(st.st_mode) && st.st_size > 0 ? (size_t)st.st_size : 4096;
    if (hint > SOURCE_MAX_BYTES) {
        close(fd);
        return fail(set, error, "read", path, EFBIG);
    }
    size_t len = 0;
    char *text = read_all(set, fd, hint, &len);
    int code = errno;
    close(fd);
    if (!text)
        return fail(set, error, "read", path, code);
    if (!has_room(set, len))
        return fail(set, error, "read", path, EFBIG);
    return add(set, &set->arena, name, text, len);
}

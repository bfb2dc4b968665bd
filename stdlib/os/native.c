// native.c: the C half of os: system calls.
// Each call that may wait for a disk, a terminal or another process stands between sched_block_enter and sched_block_exit. Paths are
// copied to the C stack with a NUL behind them.
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "base/clock.h"
#include "runtime/args.h"
#include "runtime/native.h"
#include "runtime/netpoll.h"
#include "runtime/sched.h"

enum { PATH_BYTES = 4096, IO_MAX = 1 << 30 }; // as the kernel: longer paths are errors, one call moves at most 2 GB

// Whether a call that a signal ended is to be made again: not by a goroutine that is to end.
static bool again(const G *g, int e)
{
    return e == EINTR && sched_interrupted(g) == INTERRUPT_NONE;
}

// e gets the error number of `call`, an expression that gives -1 on failure; interrupted calls are repeated.
#define SYSTEM(result, e, call)                                                                    \
    do {                                                                                           \
        sched_block_enter(g);                                                                      \
        int64_t r_;                                                                                \
        int e_;                                                                                    \
        do {                                                                                       \
            r_ = (int64_t)(call);                                                                  \
            e_ = r_ == -1 ? errno : 0;                                                             \
        } while (again(g, e_));                                                                    \
        sched_block_exit(g);                                                                       \
        (result) = r_;                                                                             \
        (e) = e_;                                                                                  \
    } while (0)

// 0, or the error number of a path that the kernel cannot take.
static int copy_path(char to[PATH_BYTES], String path)
{
    if (path.len >= PATH_BYTES)
        return ENAMETOOLONG;
    if (path.len > 0 && memchr(path.ptr, 0, (size_t)path.len))
        return EINVAL;
    if (path.len > 0)
        memcpy(to, path.ptr, (size_t)path.len);
    to[path.len] = 0;
    return 0;
}

// The body of a native of one path: `call` uses `path`.
#define WITH_PATH(call)                                                                            \
    char path[PATH_BYTES];                                                                         \
    int64_t result = 0;                                                                            \
    a->e = copy_path(path, a->name);                                                               \
    if (a->e == 0)                                                                                 \
        SYSTEM(result, a->e, call);                                                                \
    (void)result;                                                                                  \
    return STATUS_OK

// -- open files

NATIVE(os, sysOpen, { int64_t fd; int64_t e; String name; int64_t flag; uint64_t perm; })
{
    char path[PATH_BYTES];
    a->fd = -1;
    a->e = copy_path(path, a->name);
    if (a->e == 0)
        SYSTEM(a->fd, a->e, open(path, (int)a->flag | O_CLOEXEC, (mode_t)a->perm));
    return STATUS_OK;
}

NATIVE(os, sysClose, { int64_t e; int64_t fd; })
{
    // Not repeated after EINTR: the descriptor is gone even so.
    sched_block_enter(g);
    int e = close((int)a->fd) == 0 || errno == EINTR ? 0 : errno;
    sched_block_exit(g);
    a->e = e;
    return STATUS_OK;
}

// Waits until the descriptor, which another process has made non-blocking, is ready.
static int wait_ready(int fd, short events)
{
    struct pollfd p = {fd, events, 0};
    return poll(&p, 1, -1) < 0 ? errno : 0;
}

NATIVE(os, sysRead, { int64_t n; int64_t e; int64_t fd; Slice p; })
{
    sched_block_enter(g);
    ssize_t n;
    int e = 0;
    for (;;) {
        n = read((int)a->fd, a->p.ptr, a->p.len > IO_MAX ? IO_MAX : (size_t)a->p.len);
        e = n < 0 ? errno : 0;
        if (e == EAGAIN)
            e = wait_ready((int)a->fd, POLLIN);
        if (n >= 0 || (e && !again(g, e)))
            break;
    }
    sched_block_exit(g);
    a->n = n < 0 ? 0 : n;
    a->e = e;
    return STATUS_OK;
}

// Writing to a pipe without readers must be an error, not the end of the process.
static void ignore_sigpipe(void)
{
    struct sigaction old;
    if (sigaction(SIGPIPE, NULL, &old) == 0 && old.sa_handler == SIG_DFL)
        signal(SIGPIPE, SIG_IGN);
}

static void ignore_sigpipe_once(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, ignore_sigpipe);
}

// … except for standard output and error: the end that every filter dies of.
static void die_of_sigpipe(void)
{
    signal(SIGPIPE, SIG_DFL);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
    raise(SIGPIPE);
}

NATIVE(os, sysWrite, { int64_t n; int64_t e; int64_t fd; Slice p; })
{
    ignore_sigpipe_once();
    int fd = (int)a->fd, e = 0;
    int64_t done = 0;
    sched_block_enter(g);
    do {
        int64_t left = a->p.len - done;
        ssize_t n = write(fd, (const char *)a->p.ptr + done, left > IO_MAX ? IO_MAX : (size_t)left);
        e = n < 0 ? errno : 0;
        if (n > 0)
            done += n;
        else if (e == EAGAIN)
            e = wait_ready(fd, POLLOUT);
        if (e && !again(g, e))
            break;
    } while (done < a->p.len);
    sched_block_exit(g);
    if (e == EPIPE && (fd == 1 || fd == 2))
        die_of_sigpipe();
    a->n = done;
    a->e = e;
    return STATUS_OK;
}

NATIVE(os, sysReadAt, { int64_t n; int64_t e; int64_t fd; Slice p; int64_t off; })
{
    SYSTEM(a->n, a->e, pread((int)a->fd, a->p.ptr, a->p.len > IO_MAX ? IO_MAX : (size_t)a->p.len, a->off));
    return STATUS_OK;
}

NATIVE(os, sysWriteAt, { int64_t n; int64_t e; int64_t fd; Slice p; int64_t off; })
{
    SYSTEM(a->n, a->e, pwrite((int)a->fd, a->p.ptr, a->p.len > IO_MAX ? IO_MAX : (size_t)a->p.len, a->off));
    return STATUS_OK;
}

NATIVE(os, sysSeek, { int64_t at; int64_t e; int64_t fd; int64_t off; int64_t whence; })
{
    SYSTEM(a->at, a->e, lseek((int)a->fd, a->off, (int)a->whence));
    return STATUS_OK;
}

NATIVE(os, sysTruncate, { int64_t e; int64_t fd; int64_t size; })
{
    int64_t result = 0;
    SYSTEM(result, a->e, ftruncate((int)a->fd, a->size));
    (void)result;
    return STATUS_OK;
}

NATIVE(os, sysSync, { int64_t e; int64_t fd; })
{
    int64_t result = 0;
    SYSTEM(result, a->e, fsync((int)a->fd));
    (void)result;
    return STATUS_OK;
}

NATIVE(os, sysChmodFile, { int64_t e; int64_t fd; uint64_t mode; })
{
    int64_t result = 0;
    SYSTEM(result, a->e, fchmod((int)a->fd, (mode_t)a->mode));
    (void)result;
    return STATUS_OK;
}

NATIVE(os, sysChownFile, { int64_t e; int64_t fd; int64_t uid; int64_t gid; })
{
    int64_t result = 0;
    SYSTEM(result, a->e, fchown((int)a->fd, (uid_t)a->uid, (gid_t)a->gid));
    (void)result;
    return STATUS_OK;
}

NATIVE(os, sysChdirFile, { int64_t e; int64_t fd; })
{
    int64_t result = 0;
    SYSTEM(result, a->e, fchdir((int)a->fd));
    (void)result;
    return STATUS_OK;
}

NATIVE(os, sysPipe, { int64_t r; int64_t w; int64_t e; })
{
    int ends[2] = {-1, -1};
    a->e = pipe2(ends, O_CLOEXEC) == 0 ? 0 : errno;
    a->r = ends[0];
    a->w = ends[1];
    return STATUS_OK;
}

// -- pipes in the poller

NATIVE(os, pollOpen, { PollDesc *desc; int64_t fd; })
{
    int flags = fcntl((int)a->fd, F_GETFL);
    a->desc = NULL;
    if (flags < 0 || fcntl((int)a->fd, F_SETFL, flags | O_NONBLOCK) < 0)
        return STATUS_OK;
    if (netpoll_open((int)a->fd, &a->desc) < 0) {
        a->desc = NULL;
        fcntl((int)a->fd, F_SETFL, flags);
    }
    return STATUS_OK;
}

NATIVE(os, pollClose, { PollDesc *desc; })
{
    netpoll_close(a->desc);
    return STATUS_OK;
}

NATIVE(os, pollFree, { PollDesc *desc; })
{
    netpoll_free(a->desc);
    return STATUS_OK;
}

NATIVE(os, pollReset, { int64_t result; PollDesc *desc; int64_t mode; })
{
    a->result = netpoll_reset(a->desc, (PollMode)a->mode);
    return STATUS_OK;
}

NATIVE(os, pollWait, { Slot result; PollDesc *desc; int64_t mode; })
{
    return netpoll_wait(g, a->desc, (PollMode)a->mode, &a->result);
}

NATIVE(os, pollDeadline, { PollDesc *desc; int64_t mode; int64_t after; })
{
    int64_t now = clock_ns();
    netpoll_set_deadline(a->desc, (PollMode)a->mode, !a->after ? 0 : a->after > INT64_MAX - now ? INT64_MAX : now + a->after);
    return STATUS_OK;
}

NATIVE(os, sysTry, { int64_t n; int64_t e; int64_t fd; int64_t mode; Slice p; })
{
    ignore_sigpipe_once();
    ssize_t n;
    size_t len = a->p.len > IO_MAX ? IO_MAX : (size_t)a->p.len;
    do
        n = a->mode == POLL_READ ? read((int)a->fd, a->p.ptr, len) : write((int)a->fd, a->p.ptr, len);
    while (n < 0 && errno == EINTR);
    a->n = n < 0 ? 0 : n;
    a->e = n < 0 ? errno : 0;
    return STATUS_OK;
}

NATIVE(os, sysReadDir, { int64_t n; int64_t e; int64_t fd; Slice buf; })
{
    SYSTEM(a->n, a->e, syscall(SYS_getdents64, (int)a->fd, a->buf.ptr, (size_t)a->buf.len));
    return STATUS_OK;
}

// -- status. Stat_t of package syscall is struct stat.

_Static_assert(sizeof(struct stat) == 144, "syscall.Stat_t");

NATIVE(os, sysStat, { int64_t e; String name; uint64_t link; struct stat *st; })
{
    WITH_PATH(a->link ? lstat(path, a->st) : stat(path, a->st));
}

NATIVE(os, sysStatFile, { int64_t e; int64_t fd; struct stat *st; })
{
    int64_t result = 0;
    SYSTEM(result, a->e, fstat((int)a->fd, a->st));
    (void)result;
    return STATUS_OK;
}

NATIVE(os, sysStatIn, { int64_t e; int64_t fd; String name; struct stat *st; })
{
    WITH_PATH(fstatat((int)a->fd, path, a->st, AT_SYMLINK_NOFOLLOW));
}

// -- paths

NATIVE(os, sysMkdir, { int64_t e; String name; uint64_t perm; })
{
    WITH_PATH(mkdir(path, (mode_t)a->perm));
}

NATIVE(os, sysUnlink, { int64_t e; String name; })
{
    WITH_PATH(unlink(path));
}

NATIVE(os, sysRmdir, { int64_t e; String name; })
{
    WITH_PATH(rmdir(path));
}

NATIVE(os, sysChmod, { int64_t e; String name; uint64_t mode; })
{
    WITH_PATH(chmod(path, (mode_t)a->mode));
}

NATIVE(os, sysTruncatePath, { int64_t e; String name; int64_t size; })
{
    WITH_PATH(truncate(path, a->size));
}

NATIVE(os, sysChdir, { int64_t e; String name; })
{
    WITH_PATH(chdir(path));
}

NATIVE(os, sysChown, { int64_t e; String name; int64_t uid; int64_t gid; uint64_t link; })
{
    WITH_PATH(a->link ? lchown(path, (uid_t)a->uid, (gid_t)a->gid) : chown(path, (uid_t)a->uid, (gid_t)a->gid));
}

// The body of a native of two paths.
#define WITH_PATHS(call)                                                                           \
    char path[PATH_BYTES], to[PATH_BYTES];                                                         \
    int64_t result = 0;                                                                            \
    a->e = copy_path(path, a->name);                                                               \
    if (a->e == 0)                                                                                 \
        a->e = copy_path(to, a->to);                                                               \
    if (a->e == 0)                                                                                 \
        SYSTEM(result, a->e, call);                                                                \
    (void)result;                                                                                  \
    return STATUS_OK

NATIVE(os, sysRename, { int64_t e; String name; String to; })
{
    WITH_PATHS(rename(path, to));
}

NATIVE(os, sysLink, { int64_t e; String name; String to; })
{
    WITH_PATHS(link(path, to));
}

NATIVE(os, sysSymlink, { int64_t e; String name; String to; })
{
    WITH_PATHS(symlink(path, to));
}

NATIVE(os, sysReadlink, { String to; int64_t e; String name; })
{
    char path[PATH_BYTES], to[PATH_BYTES];
    int64_t n = 0;
    a->e = copy_path(path, a->name);
    if (a->e == 0)
        SYSTEM(n, a->e, readlink(path, to, sizeof to));
    a->to = a->e == 0 ? string_new(to, n) : (String){NULL, 0};
    return STATUS_OK;
}

NATIVE(os, sysTimes, { int64_t e; String name; int64_t asec; int64_t ansec; int64_t msec; int64_t mnsec; })
{
    struct timespec times[2] = {{a->asec, a->ansec < 0 ? UTIME_OMIT : a->ansec}, {a->msec, a->mnsec < 0 ? UTIME_OMIT : a->mnsec}};
    WITH_PATH(utimensat(AT_FDCWD, path, times, 0));
}

// -- the process

NATIVE(os, args, { Slice ret; })
{
    int64_t n = program_argc;
    String *strings = gc_alloc_kind((size_t)n * sizeof(String), GC_SCAN);
    for (int64_t i = 0; i < n; i++)
        strings[i] = (String){program_argv[i], (int64_t)strlen(program_argv[i])};
    a->ret = (Slice){strings, n, n};
    return STATUS_OK;
}

NATIVE(os, sysGetwd, { String dir; int64_t e; })
{
    char path[PATH_BYTES];
    a->e = getcwd(path, sizeof path) ? 0 : errno;
    a->dir = a->e == 0 ? string_new(path, (int64_t)strlen(path)) : (String){NULL, 0};
    return STATUS_OK;
}

NATIVE(os, sysHostname, { String name; int64_t e; })
{
    struct utsname u;
    a->e = uname(&u) == 0 ? 0 : errno;
    a->name = a->e == 0 ? string_new(u.nodename, (int64_t)strlen(u.nodename)) : (String){NULL, 0};
    return STATUS_OK;
}

NATIVE(os, random, { uint64_t ret; })
{
    uint32_t bits = 0;
    if (getrandom(&bits, sizeof bits, 0) != sizeof bits)
        bits = (uint32_t)getpid() * 2654435761u + (uint32_t)(uintptr_t)a;
    a->ret = bits;
    return STATUS_OK;
}

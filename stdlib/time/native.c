// native.c: clocks, sleeping and timers of package time.
#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "runtime/native.h"
#include "runtime/timer.h"

// The first two words of a Time as Now makes it (instant.go): nanoseconds since the Unix epoch split in two, and the monotonic clock.
typedef struct TimeWords {
    uint64_t wall; // 1 << 63 | seconds since 1885 << 30 | nanoseconds
    int64_t ext;   // monotonic nanoseconds since the process began
    void *loc;
} TimeWords;

static int64_t process_start_ns;

__attribute__((constructor)) static void note_start(void)
{
    process_start_ns = clock_ns() - 1; // so that no instant has a monotonic clock of 0
}

enum { WALL_EPOCH_TO_UNIX = 2682288000u }; // seconds from 1885-01-01 to 1970-01-01

// The instant of ago_ns before now.
static void time_words_init(TimeWords *t, int64_t ago_ns)
{
    enum { SECOND_NS = 1000000000 };
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    int64_t nsec = now.tv_nsec - ago_ns % SECOND_NS;
    int64_t sec = now.tv_sec + (int64_t)WALL_EPOCH_TO_UNIX - ago_ns / SECOND_NS;
    if (nsec < 0) {
        nsec += SECOND_NS;
        sec--;
    }
    t->wall = 1ull << 63 | ((uint64_t)sec & 0x1FFFFFFFFull) << 30 | (uint64_t)nsec;
    t->ext = clock_ns() - process_start_ns - ago_ns;
    t->loc = NULL;
}

NATIVE(time, now, { uint64_t wall; int64_t mono; })
{
    TimeWords t;
    time_words_init(&t, 0);
    a->wall = t.wall;
    a->mono = t.ext;
    return STATUS_OK;
}

NATIVE(time, mono, { int64_t ret; })
{
    a->ret = clock_ns() - process_start_ns;
    return STATUS_OK;
}

NATIVE(time, Sleep, { int64_t d; })
{
    return timer_sleep(g, a->d);
}

// The channel's Time gets its location (time.Local) in Go: a nil location of an instant with a monotonic clock reads as Local.
static void fill_time(void *value, int64_t late_ns)
{
    time_words_init(value, late_ns);
}

NATIVE(time, newChanTimer, { Timer *ret; Chan *c; })
{
    a->ret = timer_new_chan(a->c, fill_time);
    return STATUS_OK;
}

NATIVE(time, newFuncTimer, { Timer *ret; Closure *f; })
{
    a->ret = timer_new_func(a->f);
    return STATUS_OK;
}

static int64_t due(int64_t d)
{
    int64_t when, now = clock_ns();
    if (d < 0)
        d = 0;
    return __builtin_add_overflow(now, d, &when) ? INT64_MAX : when;
}

NATIVE(time, startTimer, { uint64_t ret; Timer *t; int64_t d, period; })
{
    a->ret = timer_reset(a->t, due(a->d), a->period);
    return STATUS_OK;
}

NATIVE(time, stopTimer, { uint64_t ret; Timer *t; })
{
    a->ret = timer_stop(a->t);
    return STATUS_OK;
}

// A time zone file: small, so it is read without giving up the processor.
NATIVE(time, readFile, { String data; uint64_t ok; String name; })
{
    char path[512], text[32 << 10];
    a->data = (String){0};
    a->ok = 0;
    if (a->name.len <= 0 || a->name.len >= (int64_t)sizeof path)
        return STATUS_OK;
    memcpy(path, a->name.ptr, (size_t)a->name.len);
    path[a->name.len] = 0;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return STATUS_OK;
    size_t n = 0;
    for (ssize_t got; n < sizeof text && (got = read(fd, text + n, sizeof text - n)) > 0;)
        n += (size_t)got;
    close(fd);
    a->data = string_new(text, (int64_t)n);
    a->ok = n > 0;
    return STATUS_OK;
}

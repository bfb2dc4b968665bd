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

// -- RFC 3339

// The number that n digits at p show, -1 if they are not digits.
static int digits(const char *p, int n)
{
    int x = 0;
    for (int i = 0; i < n; i++) {
        if (p[i] < '0' || p[i] > '9')
            return -1;
        x = 10 * x + p[i] - '0';
    }
    return x;
}

// Days from 1970-01-01 to a date of the years 0 to 9999: years are counted from March on, so that February's length is the last thing
// that matters (Howard Hinnant, "chrono-compatible low-level date algorithms").
static int64_t days_of(int year, int month, int day)
{
    int y = month <= 2 ? year + 399 : year + 400; // not negative
    int shifted = month > 2 ? month - 3 : month + 9;
    return y / 400 * 146097 + y % 400 * 365 + y % 400 / 4 - y % 400 / 100 + (153 * shifted + 2) / 5 + day - 1 - 719468 - 146097;
}

static int days_in(int year, int month)
{
    if (month == 2)
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

NATIVE(time, readRFC3339, { int64_t sec, nsec, offset; uint64_t zulu, ok; String s; })
{
    enum { CLOCK_BYTES = 19, OFFSET_BYTES = 6 }; // 2006-01-02T15:04:05, +07:00
    const char *p = a->s.ptr;
    int64_t n = a->s.len, at = CLOCK_BYTES;
    a->ok = false;
    if (n <= CLOCK_BYTES || p[4] != '-' || p[7] != '-' || p[10] != 'T' || p[13] != ':' || p[16] != ':')
        return STATUS_OK;
    int year = digits(p, 4), month = digits(p + 5, 2), day = digits(p + 8, 2);
    int hour = digits(p + 11, 2), min = digits(p + 14, 2), sec = digits(p + 17, 2);
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > days_in(year, month) || (unsigned)hour > 23 || (unsigned)min > 59 ||
        (unsigned)sec > 59)
        return STATUS_OK;
    int nsec = 0;
    if (p[at] == '.') {
        int64_t from = ++at;
        for (; at < n && at - from < 9 && p[at] >= '0' && p[at] <= '9'; at++)
            nsec = 10 * nsec + p[at] - '0';
        if (at == from)
            return STATUS_OK;
        for (int64_t i = at - from; i < 9; i++)
            nsec *= 10;
    }
    int sign = 0, hours = 0, minutes = 0;
    if (n - at == OFFSET_BYTES && (p[at] == '+' || p[at] == '-') && p[at + 3] == ':') {
        sign = p[at] == '-' ? -1 : 1;
        hours = digits(p + at + 1, 2);
        minutes = digits(p + at + 4, 2);
    }
    a->zulu = n - at == 1 && p[at] == 'Z';
    if ((!a->zulu && !sign) || (unsigned)hours > 23 || (unsigned)minutes > 59)
        return STATUS_OK;
    a->offset = sign * (hours * 3600 + minutes * 60);
    a->sec = days_of(year, month, day) * 86400 + hour * 3600 + min * 60 + sec - a->offset;
    a->nsec = nsec;
    a->ok = true;
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

// screen.c: the terminal's modes, the pipe behind standard output, and the area that is drawn anew below the output.
// Way: rows are broken here and not by the terminal, so that the place of the cursor is always known.
#include "repl/screen.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/columns.h"
#include "base/utf8.h"
#include "base/write.h"
#include "repl/signals.h"
#include "runtime/sched.h"

// For signal handlers, which get no argument.
static int wake_fd = -1;
static struct termios at_end;

// ---------------------------------------------------------------- writing

static void lock(Screen *s)
{
    __atomic_add_fetch(&s->waiting, 1, __ATOMIC_RELAXED);
    pthread_mutex_lock(&s->lock);
    __atomic_sub_fetch(&s->waiting, 1, __ATOMIC_RELAXED);
}

static void add_to_top(Screen *s, Buf *b)
{
    buf_add_char(b, '\r');
    if (s->area.cursor_row > 0)
        buf_printf(b, "\033[%dA", s->area.cursor_row);
}

static void add_area(Screen *s, Buf *b)
{
    buf_add_str(b, buf_str(&s->area.bytes));
    buf_add_text(b, "\033[J\r");
    int up = s->area.n_rows - 1 - s->area.cursor_row;
    if (up > 0)
        buf_printf(b, "\033[%dA", up);
    // Terminals differ in how wide they show some characters: the row's beginning once more leads to the right place in each.
    if (s->area.before_cursor.len > 0)
        buf_add_str(b, buf_str(&s->area.before_cursor));
    else if (s->area.cursor_column > 0)
        buf_printf(b, "\033[%dC", s->area.cursor_column);
}

// Follows the output to know where it leaves the cursor.
static void follow(Screen *s, const char *p, size_t n)
{
    enum { PLAIN, ESCAPE, CONTROL, TITLE };
    for (size_t i = 0; i < n;) {
        int width = 1, c = (unsigned char)p[i];
        switch (s->escape) {
        case ESCAPE:
            s->escape = c == '[' ? CONTROL : c == ']' ? TITLE : PLAIN;
            break;
        case CONTROL:
            if (c >= 0x40 && c <= 0x7E)
                s->escape = PLAIN;
            break;
        case TITLE:
            if (c == 7 || c == '\\')
                s->escape = PLAIN;
            break;
        default:
            if (c == '\033')
                s->escape = ESCAPE;
            else if (c == '\n' || c == '\r')
                s->partial_column = 0;
            else if (c == '\t')
                s->partial_column = (s->partial_column / 8 + 1) * 8;
            else if (c == '\b')
                s->partial_column -= s->partial_column > 0;
            else
                s->partial_column += rune_columns(utf8_decode(p + i, n - i, &width));
            if (s->columns > 0 && s->partial_column > s->columns)
                s->partial_column %= s->columns;
        }
        i += (size_t)width;
    }
}

// Under the lock.
static void show_output(Screen *s, const char *p, size_t n)
{
    if (!s->area.shown) {
        follow(s, p, n);
        write_whole(s->out, p, n);
        return;
    }
    Buf b = {0};
    add_to_top(s, &b);
    buf_add_text(&b, "\033[J");
    if (s->below_partial)
        buf_printf(&b, "\033[1A\033[%dG", s->partial_column + 1);
    buf_add(&b, p, n);
    follow(s, p, n);
    s->below_partial = s->partial_column > 0;
    if (s->below_partial)
        buf_add_text(&b, "\r\n");
    add_area(s, &b);
    write_whole(s->out, b.ptr, b.len);
    buf_done(&b);
}

static void move_output(Screen *s, size_t limit)
{
    char bytes[1 << 14];
    while (limit > 0) {
        ssize_t n = read(s->pipe_read, bytes, limit < sizeof bytes ? limit : sizeof bytes);
        if (n <= 0)
            return;
        show_output(s, bytes, (size_t)n);
        limit -= (size_t)n;
    }
}

static void *pump(void *data)
{
    Screen *s = data;
    for (;;) {
        struct pollfd p = {.fd = s->pipe_read, .events = POLLIN};
        if (poll(&p, 1, -1) < 0 && errno != EINTR)
            return NULL;
        while (__atomic_load_n(&s->waiting, __ATOMIC_RELAXED) > 0)
            poll(NULL, 0, 1);
        pthread_mutex_lock(&s->lock);
        move_output(s, 1 << 14);
        pthread_mutex_unlock(&s->lock);
    }
}

void screen_drain(Screen *s)
{
    lock(s);
    int n = 0;
    if (ioctl(s->pipe_read, FIONREAD, &n) == 0 && n > 0)
        move_output(s, (size_t)n);
    pthread_mutex_unlock(&s->lock);
}

void screen_draw(Screen *s, ScreenArea area)
{
    Buf b = {0};
    lock(s);
    if (s->area.shown) {
        add_to_top(s, &b);
    } else {
        s->below_partial = s->partial_column > 0;
        if (s->below_partial)
            buf_add_text(&b, "\r\n");
    }
    buf_done(&s->area.bytes);
    buf_done(&s->area.before_cursor);
    s->area = area;
    s->area.shown = true;
    add_area(s, &b);
    write_whole(s->out, b.ptr, b.len);
    pthread_mutex_unlock(&s->lock);
    buf_done(&b);
}

void screen_leave_area(Screen *s)
{
    Buf b = {0};
    lock(s);
    if (s->area.shown) {
        int down = s->area.n_rows - 1 - s->area.cursor_row;
        if (down > 0)
            buf_printf(&b, "\033[%dB", down);
        buf_add_text(&b, "\r\n");
        write_whole(s->out, b.ptr, b.len);
        s->area.shown = false;
        s->below_partial = false;
        s->partial_column = 0;
    }
    pthread_mutex_unlock(&s->lock);
    buf_done(&b);
}

void screen_clear(Screen *s)
{
    lock(s);
    write_whole(s->out, "\033[H\033[2J", 7);
    s->area.shown = false;
    s->below_partial = false;
    s->partial_column = 0;
    pthread_mutex_unlock(&s->lock);
}

// ---------------------------------------------------------------- modes

void screen_measure(Screen *s)
{
    struct winsize size;
    int columns = 80, rows = 24;
    if (ioctl(s->out, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0) {
        columns = size.ws_col;
        rows = size.ws_row;
    }
    lock(s);
    // A narrower terminal has broken the rows above the cursor once more.
    if (s->area.shown && s->columns > columns && columns > 0)
        s->area.cursor_row *= (s->columns + columns - 1) / columns;
    if (s->columns != columns) { // where unfinished output ends now nobody knows: more of it begins a line
        s->partial_column = 0;
        s->below_partial = false;
    }
    s->columns = columns < 12 ? 12 : columns;
    s->rows = rows < 3 ? 3 : rows;
    pthread_mutex_unlock(&s->lock);
}

void screen_begin_edit(Screen *s)
{
    struct termios t = s->cooked;
    t.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IGNCR | IXON | ISTRIP);
    t.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG | IEXTEN);
    t.c_cc[VMIN] = 1;
    t.c_cc[VTIME] = 0;
    tcsetattr(s->in, TCSADRAIN, &t);
    write_whole(s->out, "\033[?2004h", 8);
    s->editing = true;
}

void screen_end_edit(Screen *s)
{
    write_whole(s->out, "\033[?2004l", 8);
    tcsetattr(s->in, TCSADRAIN, &s->cooked);
    s->editing = false;
}

void screen_suspend(Screen *s)
{
    screen_leave_area(s);
    screen_end_edit(s);
    kill(0, SIGTSTP);
    screen_begin_edit(s);
    screen_measure(s);
}

static void wake(int sig)
{
    int saved = errno;
    uint64_t one = sig == SIGCONT ? 1u << 16 : 1;
    ssize_t n = write(wake_fd, &one, sizeof one);
    (void)n;
    errno = saved;
}

static void interrupt(int sig)
{
    (void)sig;
    sched_request_interrupt();
}

static void end(int sig)
{
    tcsetattr(STDIN_FILENO, TCSANOW, &at_end);
    signal(sig, SIG_DFL);
    raise(sig);
}

int screen_wake_fd(void)
{
    return wake_fd;
}

bool screen_open(Screen *s, bool color)
{
    *s = (Screen){.in = STDIN_FILENO, .color = color, .lock = PTHREAD_MUTEX_INITIALIZER};
    int ends[2];
    if (tcgetattr(s->in, &s->cooked) != 0 || pipe2(ends, O_CLOEXEC) != 0)
        return false;
    at_end = s->cooked;
    wake_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    s->out = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 10);
    s->saved_out = s->out;
    s->saved_err = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10);
    s->pipe_read = fcntl(ends[0], F_DUPFD_CLOEXEC, 10);
    int to = fcntl(ends[1], F_DUPFD_CLOEXEC, 10);
    close(ends[0]);
    close(ends[1]);
    if (wake_fd < 0 || s->out < 0 || s->saved_err < 0 || s->pipe_read < 0 || to < 0)
        return false;
    fcntl(s->pipe_read, F_SETFL, O_NONBLOCK);
    screen_measure(s);
    if (!signal_start_taker(pump, s))
        return false;
    dup2(to, STDOUT_FILENO);
    dup2(to, STDERR_FILENO);
    close(to);
    signal_handle(SIGWINCH, wake, SA_RESTART);
    signal_handle(SIGCONT, wake, SA_RESTART);
    signal_handle(SIGINT, interrupt, SA_RESTART);
    signal_handle(SIGTERM, end, SA_RESTART);
    return true;
}

void screen_close(Screen *s)
{
    screen_drain(s);
    lock(s); // for good: the pump shows nothing any more
    if (s->partial_column > 0)
        write_whole(s->out, "\n", 1);
    if (s->editing)
        screen_end_edit(s);
    dup2(s->saved_out, STDOUT_FILENO);
    dup2(s->saved_err, STDERR_FILENO);
}

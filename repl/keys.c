// keys.c: reads keys: UTF-8, control characters, the sequences of xterm and its kin, bracketed paste.
#include "repl/keys.h"

#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/utf8.h"

enum { ESCAPE_WAIT_MS = 40, FOREVER = -1 };

// 1: there are more bytes; 0: none came in that time; -1: the end; 2: woken.
static int fill(KeyReader *r, int timeout, bool wakes)
{
    struct pollfd p[2] = {{.fd = r->fd, .events = POLLIN}, {.fd = r->wake_fd, .events = POLLIN}};
    int n;
    do
        n = poll(p, wakes ? 2 : 1, timeout);
    while (n < 0 && errno == EINTR);
    if (n == 0)
        return 0;
    if (n < 0)
        return -1;
    if (wakes && (p[1].revents & POLLIN) && !(p[0].revents & POLLIN))
        return 2;
    if (r->at > 0) {
        memmove(r->bytes.ptr, r->bytes.ptr + r->at, r->bytes.len - r->at);
        r->bytes.len -= r->at;
        r->at = 0;
    }
    char bytes[4096];
    ssize_t got;
    do
        got = read(r->fd, bytes, sizeof bytes);
    while (got < 0 && errno == EINTR);
    if (got < 0 && errno == EAGAIN)
        return 0;
    if (got <= 0)
        return -1;
    buf_add(&r->bytes, bytes, (size_t)got);
    return 1;
}

// The byte at `ahead` behind the next one; -1 if none comes in time.
static int peek(KeyReader *r, size_t ahead, int timeout)
{
    while (r->at + ahead >= r->bytes.len)
        if (fill(r, timeout, false) != 1)
            return -1;
    return (unsigned char)r->bytes.ptr[r->at + ahead];
}

static Key read_paste(KeyReader *r)
{
    static const char end[] = "\033[201~";
    r->paste.len = 0;
    for (;;) {
        int c = peek(r, 0, FOREVER);
        if (c < 0)
            break;
        if (c == '\033') {
            size_t n = 0;
            while (n < sizeof end - 1 && peek(r, n, FOREVER) == end[n])
                n++;
            if (n == sizeof end - 1) {
                r->at += n;
                break;
            }
        }
        r->at++;
        if (c == '\r') {
            if (peek(r, 0, 0) == '\n')
                r->at++;
            c = '\n';
        }
        if (c >= ' ' || c == '\n' || c == '\t')
            buf_add_char(&r->paste, (char)c);
    }
    return (Key){.kind = KEY_PASTE};
}

static KeyKind final_key(int c, bool word)
{
    switch (c) {
    case 'A': return KEY_UP;
    case 'B': return KEY_DOWN;
    case 'C': return word ? KEY_WORD_RIGHT : KEY_RIGHT;
    case 'D': return word ? KEY_WORD_LEFT : KEY_LEFT;
    case 'H': return KEY_HOME;
    case 'F': return KEY_END;
    case 'Z': return KEY_BACK_TAB;
    }
    return KEY_UNKNOWN;
}

// Behind ESC [.
static Key read_control(KeyReader *r)
{
    int numbers[4] = {0}, n = 0, c;
    for (size_t read = 0;; read++) {
        c = peek(r, 0, ESCAPE_WAIT_MS);
        if (c < 0 || read > 64)
            return (Key){.kind = KEY_UNKNOWN};
        r->at++;
        if (c >= '0' && c <= '9' && n < 4 && numbers[n] < 10000)
            numbers[n] = numbers[n] * 10 + c - '0';
        else if (c == ';')
            n += n < 3;
        else if (c >= 0x40 && c <= 0x7E)
            break;
    }
    bool word = numbers[1] == 5 || numbers[1] == 3;
    if (c == 'u' && numbers[0] == 13) // the keyboard protocol of kitty
        return (Key){.kind = numbers[1] > 1 ? KEY_ALT_ENTER : KEY_ENTER};
    if (c != '~')
        return (Key){.kind = final_key(c, word)};
    switch (numbers[0]) {
    case 1: case 7: return (Key){.kind = KEY_HOME};
    case 3: return (Key){.kind = KEY_DELETE};
    case 4: case 8: return (Key){.kind = KEY_END};
    case 27: return (Key){.kind = numbers[2] == 13 ? KEY_ALT_ENTER : KEY_UNKNOWN};
    case 200: return read_paste(r);
    }
    return (Key){.kind = KEY_UNKNOWN};
}

static Key read_escape(KeyReader *r)
{
    int c = peek(r, 0, ESCAPE_WAIT_MS);
    if (c < 0)
        return (Key){.kind = KEY_ESCAPE};
    r->at++;
    switch (c) {
    case '[':
        return read_control(r);
    case 'O':
        c = peek(r, 0, ESCAPE_WAIT_MS);
        if (c >= 0)
            r->at++;
        return (Key){.kind = final_key(c, false)};
    case '\r':
    case '\n':
        return (Key){.kind = KEY_ALT_ENTER};
    case 127:
    case 8:
        return (Key){.kind = KEY_ALT_BACKSPACE};
    case '\033':
        r->at--;
        return (Key){.kind = KEY_ESCAPE};
    }
    return (Key){.kind = KEY_ALT, .rune = c};
}

static Key read_rune(KeyReader *r, int c)
{
    int n = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
    char bytes[4];
    int got = 0;
    while (got < n && (c = peek(r, (size_t)got, ESCAPE_WAIT_MS)) >= 0 && (got == 0 || (c & 0xC0) == 0x80))
        bytes[got++] = (char)c;
    int width;
    int rune = utf8_decode(bytes, (size_t)got, &width);
    r->at += (size_t)width;
    return (Key){.kind = KEY_RUNE, .rune = rune};
}

Key keys_next(KeyReader *r)
{
    while (r->at >= r->bytes.len) {
        int state = fill(r, FOREVER, true);
        if (state < 0)
            return (Key){.kind = KEY_GONE};
        if (state == 2) {
            uint64_t n = 0;
            ssize_t got = read(r->wake_fd, &n, sizeof n);
            (void)got;
            return (Key){.kind = KEY_WAKE, .continued = n >> 16 != 0};
        }
    }
    int c = (unsigned char)r->bytes.ptr[r->at];
    if (c >= 0x80)
        return read_rune(r, c);
    r->at++;
    switch (c) {
    case '\033': return read_escape(r);
    case '\r': case '\n': return (Key){.kind = KEY_ENTER};
    case '\t': return (Key){.kind = KEY_TAB};
    case 127: case 8: return (Key){.kind = KEY_BACKSPACE};
    }
    if (c < ' ')
        return (Key){.kind = KEY_CTRL, .rune = c == 31 ? '_' : c + 'a' - 1};
    return (Key){.kind = KEY_RUNE, .rune = c};
}

int keys_peek(KeyReader *r)
{
    return keys_pending(r) ? (unsigned char)r->bytes.ptr[r->at] : -1;
}

bool keys_pending(KeyReader *r)
{
    return r->at < r->bytes.len || fill(r, 0, false) == 1;
}

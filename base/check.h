// check.h: assertions about our own code. A failed CHECK is a bug of minigo, never of its input.
#ifndef BASE_CHECK_H
#define BASE_CHECK_H

// Prints file, line and message to stderr and aborts.
_Noreturn void check_failed(const char *file, int line, const char *what);

// Prints "fatal error: runtime: out of memory" and exits with status 2: the one out-of-memory path.
_Noreturn void out_of_memory(void);
// What the process or its environment makes impossible, in Go's form: "fatal error: text", status 2. Needs no memory.
_Noreturn void fatal_error(const char *text);

#define CHECK(cond) ((cond) ? (void)0 : check_failed(__FILE__, __LINE__, #cond))
#define UNREACHABLE() check_failed(__FILE__, __LINE__, "unreachable")
#ifdef MINIGO_DEBUG
#define ASSERT(cond) CHECK(cond)
#else
#define ASSERT(cond) ((void)sizeof(cond))
#endif

#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)
#define COUNT_OF(a) (sizeof(a) / sizeof((a)[0]))
#endif

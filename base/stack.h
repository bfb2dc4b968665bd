// stack.h: how far a recursive function may go, and more room for it where that is not enough.
// Threads: any. What is known of a stack is each thread's own.
#ifndef BASE_STACK_H
#define BASE_STACK_H
#include <stdbool.h>
#include <stddef.h>

// For stack_is_low: the calling thread's stack may grow down to here. NULL: not found out yet.
extern _Thread_local char *stack_low;
char *stack_find_low(void);

// How many bytes of the calling thread's stack are left, but for a reserve for what does not ask.
size_t stack_room(void);

// That there is nothing but the reserve left: a recursive step must not be made.
static inline bool stack_is_low(void)
{
    char *here = __builtin_frame_address(0);
    return here <= (stack_low ? stack_low : stack_find_low());
}

// Calls run on a thread that has room for the deepest trees, and waits for its end. false: run was not called, because the
// calling thread is such a one, or because there is no memory for another.
bool stack_call_deep(void (*run)(void *data), void *data);
// Calls run with `bytes` of stack left, if there can be so much: here where there is, else on such a thread (which takes 0.3 ms).
void stack_call_with(size_t bytes, void (*run)(void *data), void *data);
#endif

// hooks.c: what the VM asks of the compiler, and the lock around all of it.
#include <pthread.h>

#include "bytecode/code.h"

static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;

static __thread bool borrowed; // the thread that holds the lock waits for this one

void compile_lock(void)
{
    if (!borrowed)
        pthread_mutex_lock(&lock);
}

void compile_unlock(void)
{
    if (!borrowed)
        pthread_mutex_unlock(&lock);
}

void compile_lock_borrow(void)
{
    borrowed = true;
}

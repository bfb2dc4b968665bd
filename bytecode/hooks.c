// hooks.c: what the VM asks of the compiler, and the lock around all of it.
#include <pthread.h>

#include "bytecode/code.h"

static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;

void compile_lock(void)
{
    pthread_mutex_lock(&lock);
}

void compile_unlock(void)
{
    pthread_mutex_unlock(&lock);
}

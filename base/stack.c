// stack.c: see stack.h.
#include "base/stack.h"

#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

#ifdef __GLIBC__
extern void *__libc_stack_end;
#endif

static const size_t RESERVE_BYTES = 512 << 10;
// A main thread's stack without a limit is reported as huge; this much of it is enough for any program.
static const size_t ENOUGH_BYTES = 64 << 20;
// Address space: only what is used takes memory. The smaller ones are for processes whose space is limited.
static const size_t DEEP_BYTES[] = {1 << 30, 256 << 20, 64 << 20, 16 << 20};

_Thread_local char *stack_low;
static _Thread_local bool is_deep;

// The main thread's: libc would read all of /proc/self/maps for it.
static void *main_low(void)
{
#ifdef __GLIBC__
    struct rlimit limit;
    if (gettid() == getpid() && getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur < ENOUGH_BYTES)
        return (char *)__libc_stack_end - limit.rlim_cur;
#endif
    return NULL;
}

char *stack_find_low(void)
{
    pthread_attr_t attr;
    void *low = main_low();
    size_t size = 0;
    if (!low && pthread_getattr_np(pthread_self(), &attr) == 0) {
        pthread_attr_getstack(&attr, &low, &size);
        pthread_attr_destroy(&attr);
    }
    char *here = __builtin_frame_address(0);
    size_t enough = is_deep ? DEEP_BYTES[0] : ENOUGH_BYTES;
    if (!low)
        low = here - (1 << 20);
    if ((size_t)(here - (char *)low) > enough)
        low = here - enough;
    size_t room = (size_t)(here - (char *)low);
    stack_low = (char *)low + (room > 4 * RESERVE_BYTES ? RESERVE_BYTES : room / 4);
    return stack_low;
}

size_t stack_room(void)
{
    if (stack_is_low())
        return 0;
    return (size_t)((char *)__builtin_frame_address(0) - stack_low);
}

typedef struct DeepCall {
    void (*run)(void *data);
    void *data;
} DeepCall;

static void *run_deep(void *data)
{
    DeepCall *call = data;
    is_deep = true;
    call->run(call->data);
    return NULL;
}

bool stack_call_deep(void (*run)(void *data), void *data)
{
    DeepCall call = {run, data};
    pthread_attr_t attr;
    pthread_t thread;
    bool started = false;
    pthread_attr_init(&attr);
    for (size_t i = 0; i < sizeof DEEP_BYTES / sizeof *DEEP_BYTES && !started && !is_deep; i++)
        started = pthread_attr_setstacksize(&attr, DEEP_BYTES[i]) == 0 && pthread_create(&thread, &attr, run_deep, &call) == 0;
    pthread_attr_destroy(&attr);
    if (started)
        pthread_join(thread, NULL);
    return started;
}

void stack_call_with(size_t bytes, void (*run)(void *data), void *data)
{
    if (stack_room() >= bytes || !stack_call_deep(run, data))
        run(data);
}

// wait_reason.c: why a goroutine waits, in the words of Go's tracebacks.
#include "base/check.h"
#include "runtime/g.h"

const char *wait_reason_text(WaitReason r)
{
    static const char *const texts[WAIT_REASON_COUNT] = {
        [WAIT_NONE] = "",
        [WAIT_CHAN_RECEIVE] = "chan receive",
        [WAIT_CHAN_SEND] = "chan send",
        [WAIT_CHAN_RECEIVE_NIL] = "chan receive (nil chan)",
        [WAIT_CHAN_SEND_NIL] = "chan send (nil chan)",
        [WAIT_SELECT] = "select",
        [WAIT_SELECT_NO_CASES] = "select (no cases)",
        [WAIT_SLEEP] = "sleep",
        [WAIT_SEMACQUIRE] = "semacquire",
        [WAIT_MUTEX_LOCK] = "sync.Mutex.Lock",
        [WAIT_RWMUTEX_RLOCK] = "sync.RWMutex.RLock",
        [WAIT_RWMUTEX_LOCK] = "sync.RWMutex.Lock",
        [WAIT_COND] = "sync.Cond.Wait",
        [WAIT_WAITGROUP] = "sync.WaitGroup.Wait",
        [WAIT_IO] = "IO wait",
        [WAIT_FINALIZER] = "finalizer wait",
        [WAIT_INIT] = "sync.Once.Do",
    };
    return (unsigned)r < WAIT_REASON_COUNT ? texts[r] : "";
}

// status.h: what a call into the runtime reports back to the VM.
#ifndef RUNTIME_STATUS_H
#define RUNTIME_STATUS_H

typedef enum Status {
    STATUS_OK,
    STATUS_PANIC, // the goroutine panics: G.raised says with what
    STATUS_PARK,  // the goroutine waits; it goes on behind this instruction once made ready
    STATUS_YIELD, // let others run, then execute this instruction again
    STATUS_CALL,  // run G.call_request's closure; its results are this call's results
    STATUS_EXIT   // this goroutine is to end as by runtime.Goexit
} Status;

#define MUST_USE __attribute__((warn_unused_result))
#endif

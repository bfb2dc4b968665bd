// gc_internal.h: what the collector's files share among themselves: gc_boehm.c is the one that knows libgc.
#ifndef RUNTIME_GC_INTERNAL_H
#define RUNTIME_GC_INTERNAL_H
#include "runtime/gc.h"

// Calls fn with the collector's lock held: no collection step runs meanwhile.
void *gc_call_locked(void *(*fn)(void *), void *data);
bool gc_is_marked(const void *base); // lock held, or world stopped; base: of an object

// libgc's finalizers: one an object. proc runs later on some thread, from gc_run_finalizers. ordered: objects that point to each other are
// finalized from the outside in, one a collection.
typedef void (*GcFinalizeProc)(void *object, void *data);
void gc_register_finalizer(void *object, GcFinalizeProc proc, void *data, bool ordered);
bool gc_finalizers_waiting(void);
void gc_run_finalizers(void);
extern void (*gc_finalizer_notify)(void);
extern uint32_t gc_finalizers_told; // A: the notify function was called, and not everything was taken since

// *link becomes NULL once the object is unreachable. link: in memory that the collector does not scan.
void gc_register_link(void **link, void *object);

// gc_stress.c
extern bool gc_stress_on;
extern uint64_t gc_n_finalizers; // objects with one: such collections poison nothing
void gc_stress_start(void);
uint64_t gc_stress_objects(void);                              // about how many are alive
void gc_stress_note(void *object, size_t bytes, bool scanned); // lock held
void gc_stress_mark_end(void);                                 // world stopped, everything marked
#endif

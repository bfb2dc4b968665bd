// frame.h: frames of the VM's stacks, and what the interpreter's loop asks of the slow halves of instructions.
// Layout: docs/contracts.md. A call that the VM itself makes above a frame (deferred calls, initialisers, natives' requests) has four
// more header words before the usual two; it returns to stub_resume or stub_unwind, which look there.
#ifndef VM_FRAME_H
#define VM_FRAME_H
#include "runtime/chan.h"
#include "runtime/map.h"
#include "vm/vm.h"

enum {
    FRAME_RETURN = -1,  // return pc
    FRAME_CLOSURE = -2, // the closure being run
    FRAME_PARENT = -3,  // calls by the VM: fp of the frame below,
    FRAME_RESUME = -4,  // its pc,
    FRAME_CHUNK = -5,   // its chunk,
    FRAME_RESULTS = -6, // and memory that wants the results, or 0
    FRAME_CALL_HEADER = 6
};

static inline Func *frame_func(const Slot *fp)
{
    return ((const Closure *)fp[FRAME_CLOSURE])->func;
}
// Behind the last slot of the frame, also of one whose function is not compiled yet.
static inline Slot *frame_end(Slot *fp)
{
    const Func *f = frame_func(fp);
    uint32_t args = f->result_slots + f->param_slots;
    uint32_t frame = __atomic_load_n(&f->frame_slots, __ATOMIC_RELAXED); // it may be compiled at this moment
    return fp + (frame > args ? frame : args);
}

// How the interpreter goes on after the slow half of an instruction: a RunResult to return, or
enum { VM_GO_ON = -1 }; // at g->pc, g->fp

typedef enum ResumeKind { RESUME_NOTHING, RESUME_SEND, RESUME_SELECT } ResumeKind; // G.resume

// -- call.c
void vm_save(G *g, const Insn *pc, Slot *fp);   // before the scheduler gets g back
int vm_yield(G *g, const Insn *pc, Slot *fp);   // saves, yields
int vm_enter_slow(G *g);                        // the call just entered (g->pc, g->fp) does not fit its chunk, or g is to stop
int vm_native_status(G *g, Status s, const Insn *again, const Insn *behind); // what a native that was called at g->pc, g->fp reports
int vm_compile(G *g);
int vm_run_defer(G *g);                         // RETD at g->pc: calls the newest deferred call of the frame g->fp
int vm_stack_return(G *g);
int vm_resume(G *g);
// Calls closure (not NULL) with its n parameter slots above the frame at parent, on the way back to which `stub` is run. Sets g->pc, g->fp.
// results: NULL, or memory laid out as a frame that gets the results.
void vm_call_above(G *g, Slot *parent, const Insn *parent_pc, Closure *closure, const Slot *args, uint32_t n, const Insn *stub,
                   Slot *results);
Closure *vm_closure(Func *f, const Slot *captured, uint32_t n);
MUST_USE Status vm_defer(G *g, const CallDesc *d, Slot *fp, Slot *window);
Defer *vm_defer_head(G *g, Slot *fp);
MUST_USE Status vm_defer_to(G *g, const CallDesc *d, Slot *fp, Slot *window, Defer *head);
Defer *vm_newest_defer(G *g); // of g's, behind what heads gathered; NULL: there is none
MUST_USE Status vm_go(G *g, const CallDesc *d, Slot *fp, Slot *window, const Insn *pc);
MUST_USE Status vm_select(G *g, const SelectDesc *d, Slot *base, Slot *chosen);
StackChunk *vm_chunk_of(G *g, const Slot *fp);
void vm_set_chunk(G *g, StackChunk *chunk);

// -- unwind.c
typedef struct Panic { // gc. A panic, or a Goexit, in flight
    struct Panic *older;
    Raised raised;       // as it was raised
    Iface value;         // the `any` of it; made from `raised` when first wanted
    bool has_value, recovered, goexit, repanicked, printing, has_text;
    Slot *start_fp;      // the frame that panicked
    const Insn *start_pc;
    StackChunk *start_chunk;
    Slot *defer_fp;      // the frame whose deferred call runs now
    Slot *call_fp;       // the frame of that call
    struct Panic *shown; // while printing: the one whose Error or String method runs
    String text;         // what that gave
} Panic;
int unwind_start(G *g);     // g->raised, at g->pc, g->fp
int unwind_goexit(G *g);
int unwind_interrupted(G *g); // before g runs: ends it, if it is to end and may now
int unwind_returned(G *g);  // a call that the unwinder made has returned to UNWIND
void unwind_recover(G *g, Slot *fp, Iface *out);

// -- traceback.c
typedef struct FrameWalk {
    Slot *fp;
    const Insn *pc;      // return pc or the pc where it stands; NULL: no more frames
    StackChunk *chunk;
    bool at_defers;      // pc is the instruction that runs this frame's deferred calls, itself
    Slot *unwound;       // the frame left last, if the unwinder had called it
} FrameWalk;
// Prints text, the traceback of g and, if wanted, of all others; ends the program with status 2.
_Noreturn void vm_die(G *g, Buf *text, bool all);
void frame_walk_begin(FrameWalk *w, G *g);
bool frame_walk_next(FrameWalk *w); // to the caller; false: there is none

// -- print.c
void vm_print(PrintKind kind, const Slot *v); // builtin print: one operand, to stderr
void print_float(Buf *out, double v);
void print_raised(Buf *out, const Raised *r); // the text of a panic that the runtime raised, as its Error method gives it
void print_panic_value(Buf *out, Iface any);  // as Go prints a value without methods
void print_indented(Buf *out, String s);

// -- value.c
void *vm_box(const RType *t, const Slot *value);
void *vm_new(const RType *t);
void *vm_new_copy(const RType *t, const Slot *value);
void vm_load(const RType *t, Slot *to, const void *from); // memory to slots, narrow values extended
void vm_zero(const RType *t, Slot *to);
static inline void vm_unbox(const RType *t, Slot *to, void *data)
{
    if (t->flags & RTYPE_DIRECT)
        *to = (Slot)data;
    else
        vm_load(t, to, data);
}
bool vm_convert_iface(const RType *want, const RType *have, Iface v, Slot *to); // false: v is nil or does not implement it
void vm_raise_assert(G *g, const RType *static_iface, Iface v, const RType *want);
void vm_raise_index(G *g, const Func *f, const Insn *pc, int64_t index, int64_t length); // by the instruction before pc
bool vm_iface_equal(const RType *static_iface, Iface a, Iface b, const RType **bad);

// -- aggregate.c
// Bits 32 on of the constant word. The unsigned ones are of 64 bits.
enum { SLICE_HAS_LOW = 1, SLICE_HAS_HIGH = 2, SLICE_HAS_MAX = 4, SLICE_UNSIGNED_LOW = 8, SLICE_UNSIGNED_HIGH = 16, SLICE_UNSIGNED_MAX = 32 };
MUST_USE Status vm_slice(G *g, Slot *to, Slice s, const Slot *bounds, uint64_t word);
MUST_USE Status vm_slice_array(G *g, Slot *to, void *array, int64_t len, const Slot *bounds, uint64_t word);
MUST_USE Status vm_slice_string(G *g, Slot *to, String s, const Slot *bounds, uint64_t word);
MUST_USE Status vm_append(G *g, const RType *elem, Slot *to, Slice s, const void *more, int64_t n);
MUST_USE Status vm_append_bytes(G *g, Slot *to, Slice s, String more);

// -- arith.c
void complex_divide(double a, double ai, double b, double bi, double *q);
static inline uint64_t complex64_slot(float re, float im)
{
    return float32_slot(re) | float32_slot(im) << 32;
}
// As amd64 converts: out of range gives the smallest integer.
static inline int64_t float_to_int(double v)
{
    return v >= -0x1p63 && v < 0x1p63 ? (int64_t)v : INT64_MIN;
}
static inline int32_t float_to_int32(double v)
{
    return v > -0x1p31 - 1 && v < 0x1p31 ? (int32_t)v : INT32_MIN;
}
static inline uint64_t float_to_uint(double v)
{
    int64_t low = float_to_int(v);
    return (uint64_t)(low | (float_to_int(v - 0x1p63) & (low >> 63)));
}
#endif

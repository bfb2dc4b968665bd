// call.c: the slow halves of calls: stacks that grow, functions compiled when first called, deferred calls, what natives report.
// Threads: each function works on the goroutine that its thread runs. After g_yield nothing of g may be touched: another worker
// may run it already.
#include <stdio.h>

#include "runtime/sched.h"
#include "vm/frame.h"

// -- chunks

// g's code goes on in chunk. A wish of the scheduler to stop it (limit NULL) stays.
void vm_set_chunk(G *g, StackChunk *chunk)
{
    if (g->stack != chunk) {
        g->stack = chunk;
        gc_dirty(g);
        if (chunk->newer) { // returned from: one is kept for the next call, and nothing in it keeps anything alive
            chunk->newer->used = chunk->newer->slots;
            chunk->newer->newer = NULL;
        }
    }
    if (__atomic_load_n(&g->stack_limit, __ATOMIC_RELAXED))
        __atomic_store_n(&g->stack_limit, chunk->end, __ATOMIC_RELAXED);
}

StackChunk *vm_chunk_of(G *g, const Slot *fp)
{
    StackChunk *c = g->stack;
    while (c && !(fp >= c->slots && fp <= c->end))
        c = c->older;
    CHECK(c != NULL);
    return c;
}

// A chunk on top of g's with room for n slots; what lies below `used` in the present one stays alive.
static StackChunk *chunk_push(G *g, Slot *used, size_t n)
{
    StackChunk *top = g->stack;
    StackChunk *next = stack_grow(top, n);
    if (!next) {
        int64_t limit = stack_set_max(INT64_MAX);
        fprintf(stderr, "runtime: goroutine stack exceeds %lld-byte limit\n", (long long)limit);
        if (!sched_in_session())
            vm_fatal(g, "stack overflow");
        // The goroutine ends at its next poll: until then it gets a little more.
        fputs("fatal error: stack overflow\n", stderr);
        sched_interrupt_goroutine(g, 2);
        next = stack_grow(top, n);
        stack_set_max(limit);
        CHECK(next != NULL);
    }
    top->used = used < top->end ? used : top->end;
    gc_dirty(top);
    vm_set_chunk(g, next);
    return next;
}

// The end of the frame that called the one at nf through a call instruction, or of nf's arguments if it was the VM that called.
static Slot *caller_end(Slot *nf)
{
    const Insn *ret = (const Insn *)nf[FRAME_RETURN];
    unsigned window = insn_a(ret[-STUB_RETURN]);
    if (window)
        return frame_end(nf - window);
    const Func *f = frame_func(nf);
    return nf + f->result_slots + f->param_slots;
}

// The frame at g->fp gets the slots that its function needs: in the next chunk if they do not fit, with the parameters copied.
static void frame_fit(G *g)
{
    Slot *nf = g->fp;
    const Func *f = frame_func(nf);
    if (nf + f->frame_slots <= g->stack->end)
        return;
    uint32_t n_args = f->result_slots + f->param_slots;
    StackChunk *next = chunk_push(g, caller_end(nf), (size_t)f->frame_slots + STACK_HEADER_SLOTS);
    Slot *fp = next->slots + STACK_HEADER_SLOTS;
    fp[FRAME_RETURN] = (Slot)(stub_stackret + STUB_RETURN);
    fp[FRAME_CLOSURE] = nf[FRAME_CLOSURE];
    memcpy(fp, nf, n_args * sizeof(Slot));
    next->caller_nf = nf;
    g->fp = fp;
}

int vm_stack_return(G *g)
{
    StackChunk *chunk = g->stack;
    Slot *nf = chunk->caller_nf;
    const Func *f = frame_func(g->fp);
    memcpy(nf, g->fp, f->result_slots * sizeof(Slot));
    vm_set_chunk(g, chunk->older);
    g->pc = (const void *)nf[FRAME_RETURN];
    g->fp = nf - insn_a(((const Insn *)g->pc)[-STUB_RETURN]);
    return VM_GO_ON;
}

// -- switching

void vm_save(G *g, const Insn *pc, Slot *fp)
{
    g->pc = pc;
    g->fp = fp;
    StackChunk *chunk = g->stack;
    Slot *end = frame_end(fp);
    chunk->used = end < chunk->end ? end : chunk->end;
    gc_dirty(chunk);
    gc_dirty(g);
}

int vm_yield(G *g, const Insn *pc, Slot *fp)
{
    vm_save(g, pc, fp);
    g_yield(g);
    return RUN_YIELDED;
}

int vm_enter_slow(G *g)
{
    frame_fit(g);
    if (!__atomic_load_n(&g->stack_limit, __ATOMIC_RELAXED))
        return vm_yield(g, g->pc, g->fp);
    return VM_GO_ON;
}

void vm_start(G *g, Closure *closure, const Slot *args, int n_slots)
{
    const Func *f = closure->func;
    size_t n_args = (size_t)f->result_slots + (size_t)n_slots;
    if (STACK_HEADER_SLOTS + n_args > (size_t)(g->stack->end - g->stack->slots))
        g->stack = stack_new(STACK_HEADER_SLOTS + n_args);
    Slot *fp = g->stack->slots + STACK_HEADER_SLOTS;
    fp[FRAME_RETURN] = (Slot)(stub_goend + STUB_RETURN);
    fp[FRAME_CLOSURE] = (Slot)closure;
    memset(fp, 0, f->result_slots * sizeof(Slot));
    if (n_slots > 0)
        memcpy(fp + f->result_slots, args, (size_t)n_slots * sizeof(Slot));
    g->fp = fp;
    g->pc = stub_compile; // which also makes room for the frame
    g->defers = NULL;
    g->panics = NULL;
    g->resume = RESUME_NOTHING;
    g->goexited = false;
    g->stack->used = fp + n_args;
    gc_dirty(g->stack);
    gc_dirty(g);
}

// -- calls that the VM makes

void vm_call_above(G *g, Slot *parent, const Insn *parent_pc, Closure *closure, const Slot *args, uint32_t n, const Insn *stub,
                   Slot *results)
{
    const Func *f = closure->func;
    StackChunk *below = g->stack;
    const Insn *entry = __atomic_load_n(&f->entry, __ATOMIC_ACQUIRE);
    uint32_t n_args = f->result_slots + n;
    uint32_t n_frame = entry != stub_compile && f->frame_slots > n_args ? f->frame_slots : n_args;
    Slot *base = frame_end(parent);
    if (base > below->end || (size_t)(below->end - base) < (size_t)FRAME_CALL_HEADER + n_frame)
        base = chunk_push(g, base, (size_t)FRAME_CALL_HEADER + n_frame)->slots;
    Slot *fp = base + FRAME_CALL_HEADER;
    fp[FRAME_RETURN] = (Slot)(stub + STUB_RETURN);
    fp[FRAME_CLOSURE] = (Slot)closure;
    fp[FRAME_PARENT] = (Slot)parent;
    fp[FRAME_RESUME] = (Slot)parent_pc;
    fp[FRAME_CHUNK] = (Slot)below;
    fp[FRAME_RESULTS] = (Slot)results;
    memset(fp, 0, f->result_slots * sizeof(Slot));
    if (n)
        memcpy(fp + f->result_slots, args, n * sizeof(Slot));
    g->fp = fp;
    g->pc = entry;
}

int vm_resume(G *g)
{
    Slot *fp = g->fp;
    Slot *results = (Slot *)fp[FRAME_RESULTS];
    if (results) {
        memcpy(results, fp, frame_func(fp)->result_slots * sizeof(Slot));
        gc_dirty(results);
    }
    g->pc = (const void *)fp[FRAME_RESUME];
    g->fp = (Slot *)fp[FRAME_PARENT];
    vm_set_chunk(g, (StackChunk *)fp[FRAME_CHUNK]);
    return VM_GO_ON;
}

int vm_native_status(G *g, Status s, const Insn *again, const Insn *behind)
{
    switch (s) {
    case STATUS_OK:
        g->pc = behind;
        return VM_GO_ON;
    case STATUS_PANIC:
        return unwind_start(g);
    case STATUS_PARK:
        vm_save(g, behind, g->fp);
        return RUN_PARKED;
    case STATUS_YIELD:
        return vm_yield(g, again, g->fp);
    case STATUS_CALL: {
        Closure *c = g->call_request;
        Slot *frame = g->call_frame;
        g->call_request = NULL;
        g->call_frame = NULL;
        if (!c) {
            (void)panic_raise(g, PANIC_NIL_DEREF);
            return unwind_start(g);
        }
        vm_call_above(g, g->fp, behind, c, frame ? frame + c->func->result_slots : NULL, frame ? c->func->param_slots : 0,
                      stub_resume, frame);
        return VM_GO_ON;
    }
    case STATUS_EXIT:
        return unwind_goexit(g);
    }
    UNREACHABLE();
}

// -- compiling

static void compile(G *g, Func *f)
{
    const char *message = "no compiler";
    compile_lock();
    bool ok = f->code || (compile_hooks.compile && compile_hooks.compile(f, &message));
    compile_unlock();
    if (!ok) {
        Buf text = {0};
        buf_printf(&text, "cannot compile %s: %s", f->name, message);
        vm_fatal(g, text.ptr);
    }
}

// The stub that every function begins with. Executed again after each initialiser it has called, and after each time it had to wait.
int vm_compile(G *g)
{
    Slot *fp = g->fp;
    Func *f = frame_func(fp);
    for (Func *to; (to = __atomic_load_n(&f->redirect, __ATOMIC_ACQUIRE)) != NULL; f = to)
        fp[FRAME_CLOSURE] = (Slot)to->closure;
    const char *stale = __atomic_load_n(&f->stale, __ATOMIC_ACQUIRE);
    if (UNLIKELY(stale != NULL)) {
        (void)panic_text_error(g, PANIC_PLAIN_TEXT, (String){stale, (int64_t)strlen(stale)});
        g->pc = stub_compile;
        return unwind_start(g);
    }
    if (__atomic_load_n(&f->entry, __ATOMIC_ACQUIRE) == stub_compile) {
        compile(g, f);
        bool own = false;
        for (uint32_t i = 0; i < f->n_needs; i++) {
            LazyVar *v = f->needs[i];
            uint32_t state = __atomic_load_n(&v->state, __ATOMIC_ACQUIRE);
            if (state == 2)
                continue;
            if (state == 0 && __atomic_compare_exchange_n(&v->state, &state, 1, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) {
                __atomic_store_n(&v->owner, g->id, __ATOMIC_RELAXED);
                vm_call_above(g, fp, stub_compile, v->init->closure, NULL, 0, stub_resume, NULL);
                return VM_GO_ON;
            }
            if (state == 1 && __atomic_load_n(&v->owner, __ATOMIC_RELAXED) != g->id)
                return vm_yield(g, stub_compile, fp);
            own |= state == 1;
        }
        // While this goroutine is inside an initialiser that f needs, others must go on waiting for it: f is published later.
        if (!own)
            __atomic_store_n(&f->entry, f->code, __ATOMIC_RELEASE);
    }
    frame_fit(g);
    g->pc = f->code;
    return VM_GO_ON;
}

// -- closures, defer, go, select

Closure *vm_closure(Func *f, const Slot *captured, uint32_t n)
{
    Closure *c = gc_alloc_kind(sizeof(Closure) + n * sizeof(Slot), GC_SCAN);
    c->func = f;
    for (uint32_t i = 0; i < n; i++)
        c->captured[i] = captured[i];
    gc_dirty(c);
    return c;
}

// What a go or defer statement calls; for interface methods the receiver is put into the window. PANIC: the interface is nil.
static Status described_closure(G *g, const CallDesc *d, Slot *fp, Slot *window, Closure **out)
{
    switch ((CallKind)d->kind) {
    case CALL_STATIC:
        *out = d->func->closure;
        return STATUS_OK;
    case CALL_CLOSURE:
        *out = (Closure *)fp[d->slot];
        return STATUS_OK;
    case CALL_IFACE: {
        const Itab *tab = (const Itab *)fp[d->slot];
        if (!tab)
            return panic_raise(g, PANIC_NIL_DEREF);
        window[d->n_results] = fp[d->slot + 1];
        *out = tab->methods[d->method]->closure;
        return STATUS_OK;
    }
    }
    UNREACHABLE();
}

static Status new_defer(G *g, const CallDesc *d, Slot *fp, Slot *window, Defer **out)
{
    Closure *closure;
    Status s = described_closure(g, d, fp, window, &closure);
    if (s != STATUS_OK)
        return s;
    Defer *record = gc_alloc_kind(sizeof(Defer) + (size_t)d->n_params * sizeof(Slot), GC_SCAN);
    record->fp = fp;
    record->closure = closure;
    record->n_slots = d->n_params;
    memcpy(record->args, window + d->n_results, (size_t)d->n_params * sizeof(Slot));
    *out = record;
    return STATUS_OK;
}

static void push_defer(G *g, Defer *record)
{
    record->older = g->defers;
    gc_dirty(record);
    g->defers = record;
    gc_dirty(g);
}

Status vm_defer(G *g, const CallDesc *d, Slot *fp, Slot *window)
{
    Defer *record;
    Status s = new_defer(g, d, fp, window, &record);
    if (s == STATUS_OK)
        push_defer(g, record);
    return s;
}

// What the loop's operand defers comes to stand in front of the head, and is run before what the body defers for the frame around.
Defer *vm_defer_head(G *g, Slot *fp)
{
    Defer *head = gc_alloc_kind(sizeof(Defer) + sizeof(Slot), GC_SCAN);
    head->fp = fp;
    head->n_slots = DEFER_HEAD;
    push_defer(g, head);
    return head;
}

// A body may be called by another goroutine than the head's.
Status vm_defer_to(G *g, const CallDesc *d, Slot *fp, Slot *window, Defer *head)
{
    Defer *record;
    Status s = new_defer(g, d, fp, window, &record);
    if (s != STATUS_OK)
        return s;
    record->fp = head->fp;
    Slot newest = __atomic_load_n(&head->args[0], __ATOMIC_RELAXED);
    do {
        record->older = (Defer *)(uintptr_t)newest;
        gc_dirty(record);
    } while (!__atomic_compare_exchange_n(&head->args[0], &newest, (Slot)(uintptr_t)record, true, __ATOMIC_RELEASE, __ATOMIC_RELAXED));
    gc_dirty(head);
    return STATUS_OK;
}

Defer *vm_newest_defer(G *g)
{
    while (g->defers && g->defers->n_slots == DEFER_HEAD) {
        Defer *head = g->defers;
        Defer *first = (Defer *)(uintptr_t)__atomic_exchange_n(&head->args[0], 0, __ATOMIC_ACQUIRE);
        Defer *last = first;
        while (last && last->older)
            last = last->older;
        if (last) {
            last->older = head->older;
            gc_dirty(last);
        }
        g->defers = first ? first : head->older;
        gc_dirty(g);
    }
    return g->defers;
}

int vm_run_defer(G *g)
{
    Defer *d = vm_newest_defer(g);
    if (!d || d->fp != g->fp)
        return VM_GO_ON; // the instruction looks again
    g->defers = d->older;
    gc_dirty(g);
    if (!d->closure) {
        g->pc = (const Insn *)g->pc + 1;
        (void)panic_raise(g, PANIC_NIL_DEREF);
        return unwind_start(g);
    }
    vm_call_above(g, g->fp, g->pc, d->closure, d->args, (uint32_t)d->n_slots, stub_resume, NULL);
    return VM_GO_ON;
}

Status vm_go(G *g, const CallDesc *d, Slot *fp, Slot *window, const Insn *pc)
{
    Closure *closure;
    Status s = described_closure(g, d, fp, window, &closure);
    if (s != STATUS_OK)
        return s;
    if (!closure)
        return panic_text_error(g, PANIC_FATAL_TEXT, STRING("go of nil func value"));
    go_start(closure, window + d->n_results, d->n_params, pc);
    return STATUS_OK;
}

Status vm_select(G *g, const SelectDesc *d, Slot *base, Slot *chosen)
{
    enum { ON_C_STACK = 16 };
    SelectCase few[ON_C_STACK];
    SelectCase *cases = few;
    if (d->n > ON_C_STACK)
        cases = gc_alloc_kind((size_t)d->n * sizeof *cases, GC_SCAN);
    for (int i = 0; i < d->n; i++) {
        const SelectDescCase *c = &d->cases[i];
        cases[i] = (SelectCase){
            .chan = (Chan *)base[c->chan],
            .value = c->value >= 0 ? base + c->value : NULL,
            .ok = c->ok >= 0 ? base + c->ok : NULL,
            .is_send = c->is_send,
        };
    }
    return select_go(g, cases, d->n, d->has_default, chosen);
}

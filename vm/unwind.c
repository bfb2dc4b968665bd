// unwind.c: panics, recover and Goexit: walking the deferred calls of a goroutine.
// A panic leaves the frames as they are and runs the goroutine's deferred calls, newest first, above the frame that panicked. Each returns
// to stub_unwind, which goes on here. A deferred call that recovered ends the walk: the frame that deferred it goes on at recover_at.
// A panic inside a deferred call begins a walk of its own, above; if it gets to the frames below the older panic's start, that one is over.
// Goexit is a panic that cannot be recovered: a recovered panic that would pass it makes it go on instead.
#include <stdlib.h>
#include <unistd.h>

#include "base/write.h"
#include "runtime/sched.h"
#include "vm/frame.h"

static int unwind_next(G *g);

static uint32_t interrupted_at; // atomic: Pos of the input's main goroutine when it was interrupted; 0: it was not

// Begins a panic at g->pc, g->fp. raised NULL: Goexit.
static void panic_push(G *g, const Raised *raised)
{
    Panic *p = gc_alloc_kind(sizeof *p, GC_SCAN);
    if (raised) {
        p->raised = *raised;
        if (raised->code == PANIC_VALUE) {
            p->value = raised->value;
            p->has_value = true;
            if (!p->value.tab) { // panic(nil)
                p->raised.code = PANIC_NIL_PANIC;
                p->has_value = false;
            }
        }
    } else {
        p->goexit = true;
    }
    p->start_fp = g->fp;
    p->start_pc = g->pc;
    p->start_chunk = g->stack;
    p->older = g->panics;
    gc_dirty(p);
    g->panics = p;
    gc_dirty(g);
}

// In a session a failure that would end the program ends its goroutine.
static int end_goroutine(G *g, Buf *text)
{
    buf_add_char(text, '\n');
    vm_traceback_text(text, g, true, false);
    write_whole(STDERR_FILENO, text->ptr, text->len);
    buf_done(text);
    g->panics = NULL;
    while (g->stack->older)
        vm_set_chunk(g, g->stack->older);
    g->goexited = true;
    gc_dirty(g);
    sched_fail_input(g, 2);
    return RUN_ENDED;
}

int unwind_start(G *g)
{
    if (panic_class(g->raised.code) == PANIC_CLASS_FATAL) {
        Buf text = {0};
        print_raised(&text, &g->raised);
        if (!sched_in_session())
            vm_fatal(g, text.ptr);
        Buf whole = {0};
        buf_printf(&whole, "fatal error: %s\n", text.ptr);
        buf_done(&text);
        g->defers = NULL;
        return end_goroutine(g, &whole);
    }
    panic_push(g, &g->raised);
    return unwind_next(g);
}

int unwind_goexit(G *g)
{
    panic_push(g, NULL);
    return unwind_next(g);
}

// Initialisers of the library's variables that g runs will not be finished: the next function that needs them begins anew.
static void leave_initialisers(G *g)
{
    FrameWalk w;
    frame_walk_begin(&w, g);
    do {
        const Func *f = frame_func(w.fp);
        for (uint32_t i = 0; w.pc == stub_compile && i < f->n_needs; i++) {
            LazyVar *v = f->needs[i];
            uint32_t running = 1;
            if (__atomic_load_n(&v->owner, __ATOMIC_RELAXED) == g->id)
                __atomic_compare_exchange_n(&v->state, &running, 0, false, __ATOMIC_RELEASE, __ATOMIC_RELAXED);
        }
    } while (frame_walk_next(&w));
}

// Where the program's own code stands, below the library's functions that it has called.
static void note_place(G *g)
{
    FrameWalk w;
    frame_walk_begin(&w, g);
    do {
        const Func *f = frame_func(w.fp);
        if (strncmp(f->name, "main.", 5) != 0 || !f->code || w.pc < f->code || w.pc > f->code + f->code_words)
            continue;
        const LineEntry *e = func_line(f, w.pc, w.pc > f->code);
        if (e) {
            __atomic_store_n(&interrupted_at, e->pos, __ATOMIC_RELAXED);
            return;
        }
    } while (frame_walk_next(&w));
}

uint32_t vm_take_interrupted_at(void)
{
    return __atomic_exchange_n(&interrupted_at, 0, __ATOMIC_RELAXED);
}

int unwind_interrupted(G *g)
{
    Interrupt how = sched_interrupted(g);
    // What was woken by another has what it waited for, and goes on to its next poll with it.
    if (how == INTERRUPT_NONE || (!g->unwaited && g->wait_reason != WAIT_NONE))
        return VM_GO_ON;
    g->unwaited = false;
    sched_interrupt_taken(g);
    if (g->resume == RESUME_SELECT) {
        Status out_of_all_queues = select_resumed(g);
        (void)out_of_all_queues; // if what it sent to was closed, nobody hears of it
    }
    g->resume = RESUME_NOTHING;
    if (sched_is_main(g) && !__atomic_load_n(&interrupted_at, __ATOMIC_RELAXED))
        note_place(g);
    leave_initialisers(g);
    if (how == INTERRUPT_KILL)
        g->defers = NULL;
    return unwind_goexit(g);
}

// Whether the frame at fp lies above or at the one at `below`, both of g's stack; from: the chunk of fp.
static bool frame_is_above(const StackChunk *from, const Slot *fp, const Slot *below)
{
    if (below >= from->slots && below <= from->end)
        return fp >= below;
    for (const StackChunk *c = from->older; c; c = c->older)
        if (below >= c->slots && below <= c->end)
            return true;
    return false;
}

// The newest panic was recovered by a deferred call of the frame at p->defer_fp. true: the goroutine goes on there (g->pc, g->fp are set);
// false: a Goexit lies between and goes on instead.
static bool recovered(G *g)
{
    Panic *p = g->panics;
    Slot *target = p->defer_fp;
    while (p && frame_is_above(p->start_chunk, p->start_fp, target)) {
        if (p->goexit) {
            g->panics = p;
            gc_dirty(g);
            return false;
        }
        p = p->older;
    }
    g->panics = p;
    gc_dirty(g);
    const Func *f = frame_func(target);
    vm_set_chunk(g, vm_chunk_of(g, target));
    g->fp = target;
    g->pc = f->code + f->recover_at;
    return true;
}

// -- the uncaught

// The Error or String method of v's type, NULL if it has none.
static Func *text_method(Iface v)
{
    const RType *t = v.tab;
    if (!t)
        return NULL;
    int64_t n;
    const RMethod *methods = rtype_methods(t, &n);
    static const String names[] = {{"Error", 5}, {"String", 6}};
    for (size_t k = 0; k < COUNT_OF(names); k++)
        for (int64_t i = 0; i < n; i++) {
            const RMethod *m = &methods[i];
            if (m->name.len != names[k].len || memcmp(m->name.ptr, names[k].ptr, (size_t)names[k].len) != 0)
                continue;
            const RType *f = m->type;
            if (f && f->n_in == 0 && f->n_out == 1 && f->out[0]->kind == KIND_STRING && f->out[0]->pkg_path.len == 0)
                return m->func;
        }
    return NULL;
}

// The texts of the whole chain are known: appends them, oldest first. A value that was thrown again is shown once.
static void add_panics(Buf *out, const Panic *p)
{
    // The chain may be long: no recursion.
    int n = 0;
    for (const Panic *q = p; q; q = q->older)
        n++;
    const Panic **chain = gc_alloc_kind((size_t)n * sizeof *chain, GC_SCAN);
    for (int i = n; p; p = p->older)
        chain[--i] = p;
    const Panic *fault = NULL;
    for (int i = 0; i < n; i++) {
        const Panic *q = chain[i];
        if (!fault && !q->goexit && q->raised.code == PANIC_NIL_DEREF)
            fault = q;
        if (i > 0 && chain[i - 1]->repanicked)
            continue;
        if (i > 0 && !chain[i - 1]->goexit)
            buf_add_char(out, '\t');
        if (q->goexit)
            continue;
        buf_add_text(out, "panic: ");
        if (q->has_text) {
            print_indented(out, q->text);
        } else if (q->raised.code == PANIC_VALUE) {
            print_panic_value(out, q->value);
        } else {
            Buf text = {0};
            print_raised(&text, &q->raised);
            print_indented(out, (String){text.ptr, (int64_t)text.len});
            buf_done(&text);
        }
        if (q->recovered)
            buf_add_text(out, q->repanicked ? " [recovered, repanicked]" : " [recovered]");
        buf_add_char(out, '\n');
    }
    if (fault)
        buf_printf(out, "[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=%p]\n", (const void *)fault->start_pc);
}

// A panic in the Error method of a panic's value.
_Noreturn static void fail_while_printing(G *g, const Panic *p)
{
    Buf text = {0};
    buf_add_text(&text, "panic while printing panic value: ");
    const RType *t = p->value.tab;
    if (p->raised.code == PANIC_VALUE && t && t->kind == KIND_STRING && t->pkg_path.len == 0)
        print_panic_value(&text, p->value);
    else if (p->raised.code == PANIC_VALUE && t)
        buf_printf(&text, "type %.*s", (int)t->string.len, t->string.ptr);
    else
        print_raised(&text, &p->raised);
    vm_fatal(g, text.ptr);
}

// Whether p threw what `older` threw before.
static bool is_thrown_again(const Panic *p, const Panic *older)
{
    if (p->goexit || older->goexit)
        return false;
    PanicCode code = p->raised.code; // some errors are one value each
    if (code == older->raised.code && (code == PANIC_NIL_DEREF || code == PANIC_DIVIDE || code == PANIC_SHIFT))
        return true;
    return p->has_value && older->has_value && p->value.tab == older->value.tab && p->value.data == older->value.data;
}

// No deferred call is left: asks for the texts of the values, one call each (through stub_unwind), then prints and ends the program.
static int uncaught(G *g)
{
    Panic *top = g->panics;
    if (!top->printing) {
        for (const Panic *p = top->older; p; p = p->older)
            if (p->printing)
                fail_while_printing(g, top);
        top->printing = true;
        top->shown = top;
        gc_dirty(top);
    }
    for (Panic *p = top->shown; p; p = p->older) {
        Panic *older = p->older;
        if (older && is_thrown_again(p, older)) {
            older->repanicked = true;
            continue;
        }
        if (p->goexit || p->has_text || p->raised.code != PANIC_VALUE)
            continue;
        Func *f = text_method(p->value);
        if (!f)
            continue;
        top->shown = p;
        gc_dirty(top);
        Slot receiver = (Slot)p->value.data;
        vm_set_chunk(g, top->start_chunk);
        vm_call_above(g, top->start_fp, top->start_pc, f->closure, &receiver, 1, stub_unwind, NULL);
        return VM_GO_ON;
    }
    vm_set_chunk(g, top->start_chunk);
    g->fp = top->start_fp;
    g->pc = top->start_pc;
    Buf text = {0};
    add_panics(&text, top);
    if (sched_in_session())
        return end_goroutine(g, &text);
    vm_die(g, &text, false);
}

// -- the walk

static int unwind_next(G *g)
{
    for (;;) {
        Panic *p = g->panics;
        if (p->recovered && recovered(g))
            return VM_GO_ON;
        p = g->panics;
        Defer *d = vm_newest_defer(g);
        if (!d) {
            if (!p->goexit)
                return uncaught(g);
            g->panics = NULL;
            while (g->stack->older)
                vm_set_chunk(g, g->stack->older);
            g->goexited = true;
            return RUN_ENDED;
        }
        g->defers = d->older;
        gc_dirty(g);
        p->defer_fp = d->fp;
        vm_set_chunk(g, p->start_chunk);
        if (!d->closure) { // a deferred nil function panics when it is called
            g->fp = p->start_fp;
            g->pc = p->start_pc;
            (void)panic_raise(g, PANIC_NIL_DEREF);
            panic_push(g, &g->raised);
            continue;
        }
        vm_call_above(g, p->start_fp, p->start_pc, d->closure, d->args, (uint32_t)d->n_slots, stub_unwind, NULL);
        p->call_fp = g->fp;
        gc_dirty(p);
        return VM_GO_ON;
    }
}

int unwind_returned(G *g)
{
    Panic *p = g->panics;
    if (p->printing) {
        p->shown->text = *(String *)g->fp;
        p->shown->has_text = true;
        gc_dirty(p->shown);
        return uncaught(g);
    }
    return unwind_next(g);
}

// recover() works in a function that the unwinder itself called for the newest panic, and in no function that such a one calls. Wrappers of the
// compiler's do not count: `defer recover()` is one, that recovers as the function it is deferred in would.
void unwind_recover(G *g, Slot *fp, Iface *out)
{
    *out = (Iface){NULL, NULL};
    Panic *p = g->panics;
    if (!p || p->goexit || p->recovered || p->printing)
        return;
    int n_functions = 0;
    StackChunk *chunk = g->stack;
    for (;;) {
        if (!(frame_func(fp)->flags & FUNC_WRAPPER) && ++n_functions > 1)
            return;
        const Insn *ret = (const Insn *)fp[FRAME_RETURN];
        if (ret == stub_stackret + STUB_RETURN) {
            fp = chunk->caller_nf;
            chunk = chunk->older;
            ret = (const Insn *)fp[FRAME_RETURN];
        }
        if (ret == stub_unwind + STUB_RETURN)
            break;
        if (ret == stub_resume + STUB_RETURN) { // the function that returns and runs its deferred calls, or one that waits for a callback
            chunk = (StackChunk *)fp[FRAME_CHUNK];
            fp = (Slot *)fp[FRAME_PARENT];
            continue;
        }
        unsigned window = insn_a(ret[-STUB_RETURN]);
        if (!window)
            return;
        fp -= window;
    }
    if (n_functions != 1 || fp != p->call_fp)
        return;
    p->recovered = true;
    if (!p->has_value) {
        if (compile_hooks.panic_value)
            p->value = compile_hooks.panic_value(g, &p->raised);
        p->has_value = true;
        gc_dirty(p);
    }
    *out = p->value;
}

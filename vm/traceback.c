// traceback.c: walking the frames of a goroutine, and Go's reports of how a program failed.
#include <errno.h>
#include <inttypes.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/write.h"
#include "runtime/sched.h"
#include "vm/frame.h"

enum { TRACE_INNER = 50, TRACE_OUTER = 50 }; // of longer traces only so many frames at each end are shown

void frame_walk_begin(FrameWalk *w, G *g)
{
    *w = (FrameWalk){.fp = g->fp, .pc = g->pc, .chunk = g->stack};
}

bool frame_walk_next(FrameWalk *w)
{
    const Insn *ret = (const Insn *)w->fp[FRAME_RETURN];
    w->at_defers = false;
    w->unwound = NULL;
    if (ret == stub_stackret + STUB_RETURN) {
        w->fp = w->chunk->caller_nf;
        w->chunk = w->chunk->older;
        ret = (const Insn *)w->fp[FRAME_RETURN];
    }
    if (ret == stub_goend + STUB_RETURN) {
        w->pc = NULL;
        return false;
    }
    if (ret == stub_resume + STUB_RETURN || ret == stub_unwind + STUB_RETURN) {
        Slot *fp = w->fp;
        w->fp = (Slot *)fp[FRAME_PARENT];
        w->pc = (const Insn *)fp[FRAME_RESUME];
        w->chunk = (StackChunk *)fp[FRAME_CHUNK];
        w->unwound = ret == stub_unwind + STUB_RETURN ? fp : NULL;
        w->at_defers = ret == stub_resume + STUB_RETURN && (insn_op(*w->pc) == OP_RETD || insn_op(*w->pc) == OP_RUNDEFERS);
        return true;
    }
    w->pc = ret;
    w->fp -= insn_a(ret[-STUB_RETURN]);
    return true;
}

// Of the instruction before pc; at_defers: of the one at pc, which runs deferred calls.
static CodePlace place_at(const Func *f, const Insn *pc, bool at_defers)
{
    return func_place(f, pc, !at_defers && pc != f->code);
}

typedef struct Collected {
    VmFrame *frames;
    int skip, n, count;
} Collected;

static void collect(Collected *c, VmFrame frame)
{
    if (c->skip > 0)
        c->skip--;
    else if (c->count < c->n)
        c->frames[c->count++] = frame;
}

const Insn vm_pc_of_runtime[4];

// The function of Go's runtime that stands between a deferred call and the frame that panicked: it has no code here.
static const Insn *unwinder_pc(const G *g, const Slot *call_fp)
{
    for (const Panic *p = g->panics; p; p = p->older)
        if (p->call_fp == call_fp)
            return vm_pc_of_runtime + (p->goexit ? VM_PC_GOEXIT : VM_PC_GOPANIC) + 1;
    return NULL;
}

int vm_callers(G *g, int skip, VmFrame *frames, int n)
{
    Collected c = {frames, skip, n, 0};
    FrameWalk w;
    bool more = true;
    for (frame_walk_begin(&w, g); more && c.count < n; more = frame_walk_next(&w)) {
        const Insn *unwinder = w.unwound ? unwinder_pc(g, w.unwound) : NULL;
        if (unwinder)
            collect(&c, (VmFrame){.pc = unwinder});
        const Func *f = frame_func(w.fp);
        if (!(f->flags & FUNC_WRAPPER)) {
            CodePlace place = place_at(f, w.pc, w.at_defers);
            collect(&c, (VmFrame){f, place.file, place.line, w.at_defers ? w.pc + 1 : w.pc});
        }
    }
    if (!more) // what every goroutine's first function returns to
        collect(&c, (VmFrame){.pc = vm_pc_of_runtime + VM_PC_END + 1});
    return c.count;
}

// -- text

static const char *state_text(const G *g, bool running)
{
    if (running)
        return "running";
    switch ((GState)__atomic_load_n(&g->state, __ATOMIC_ACQUIRE)) {
    case G_IDLE:
        return "idle";
    case G_RUNNABLE:
    case G_PARK_WOKEN:
        return "runnable";
    case G_RUNNING:
        return "running";
    case G_WAITING:
    case G_PARKING:
    case G_UNWAITING:
        return wait_reason_text((WaitReason)g->wait_reason);
    case G_BLOCKED_SYSCALL:
        return "syscall";
    case G_DEAD:
        return "dead";
    }
    UNREACHABLE();
}

static void add_header(Buf *out, const G *g, bool running)
{
    buf_printf(out, "goroutine %" PRIu64 " [%s", g->id, state_text(g, running));
    uint32_t state = __atomic_load_n(&g->state, __ATOMIC_ACQUIRE);
    if (!running && state == G_WAITING && g->wait_since_ns) {
        int64_t minutes = (clock_ns() - g->wait_since_ns) / 60000000000;
        if (minutes >= 1)
            buf_printf(out, ", %" PRId64 " minutes", minutes);
    }
    if (g->lock_m)
        buf_add_text(out, ", locked to thread");
    buf_add_text(out, "]:\n");
}

// With how far pc lies behind the function's beginning, in bytes of its code.
static void add_place(Buf *out, CodePlace place, const Func *f, const Insn *pc)
{
    buf_printf(out, "\t%s:%d", place.file, place.line);
    if (f->code && pc > f->code && pc <= f->code + f->code_words)
        buf_printf(out, " +0x%zx", (size_t)(pc - f->code) * sizeof *pc);
    buf_add_char(out, '\n');
}

typedef struct ShownFrame {
    const Func *func;
    const Insn *pc;
    bool at_defers;
} ShownFrame;

static void add_frame(Buf *out, const ShownFrame *f)
{
    buf_printf(out, "%s(%s)\n", f->func->name, f->func->param_slots ? "..." : "");
    add_place(out, place_at(f->func, f->pc, f->at_defers), f->func, f->pc);
}

// Whether the wrapper that stands at w, and called no function, is to be shown: it panicked, and not in what is a function of the runtime
// in the reference.
static bool wrapper_failed(const FrameWalk *w)
{
    if (w->pc == frame_func(w->fp)->code)
        return false;
    Op op = insn_op(w->pc[-1]);
    return op != OP_CLOSE && op != OP_MAPDEL;
}

// Appends the innermost and the outermost frames; one walk, since a stack may have millions.
static void add_frames(Buf *out, G *g)
{
    ShownFrame last[TRACE_OUTER]; // a ring of those behind the first TRACE_INNER
    int64_t n = 0;
    FrameWalk w;
    frame_walk_begin(&w, g);
    do {
        const Func *f = frame_func(w.fp);
        bool is_innermost = w.fp == g->fp || w.unwound;
        if (f->flags & FUNC_RUNTIME || (f->flags & FUNC_WRAPPER && !(is_innermost && wrapper_failed(&w))))
            continue;
        ShownFrame shown = {f, w.pc, w.at_defers};
        if (n < TRACE_INNER)
            add_frame(out, &shown);
        else
            last[n % TRACE_OUTER] = shown;
        n++;
    } while (frame_walk_next(&w));
    int64_t from = n - TRACE_OUTER;
    if (from > TRACE_INNER)
        buf_printf(out, "...%" PRId64 " frames elided...\n", from - TRACE_INNER);
    else
        from = TRACE_INNER;
    for (int64_t i = from; i < n; i++)
        add_frame(out, &last[i % TRACE_OUTER]);
}

static void add_creator(Buf *out, const G *g)
{
    const Func *f = g->created_at ? code_find(g->created_at) : NULL;
    if (!f)
        return;
    buf_printf(out, "created by %s in goroutine %" PRIu64 "\n", f->name, g->creator_id);
    add_place(out, place_at(f, g->created_at, false), f, g->created_at);
}

static void add_goroutine(Buf *out, G *g, bool running)
{
    add_header(out, g, running);
    if (!running && __atomic_load_n(&g->state, __ATOMIC_ACQUIRE) == G_RUNNING) {
        buf_add_text(out, "\tgoroutine running on other thread; stack unavailable\n");
    } else if (g->fp && g->stack) {
        add_frames(out, g);
    }
    add_creator(out, g);
}

typedef struct GList {
    G **at;
    int n, cap;
} GList;

static void list_add(G *g, void *data)
{
    GList *list = data;
    if (list->n == list->cap) {
        list->cap = list->cap ? 2 * list->cap : 64;
        list->at = realloc(list->at, (size_t)list->cap * sizeof *list->at);
        if (!list->at)
            out_of_memory();
    }
    list->at[list->n++] = g;
}

static int by_id(const void *a, const void *b)
{
    uint64_t x = (*(G *const *)a)->id, y = (*(G *const *)b)->id;
    return x < y ? -1 : x > y;
}

static GList all_goroutines(void)
{
    GList list = {0};
    sched_each_g(list_add, &list);
    if (list.n)
        qsort(list.at, (size_t)list.n, sizeof *list.at, by_id);
    return list;
}

void vm_traceback_text(Buf *out, G *g, bool running, bool all)
{
    if (g)
        add_goroutine(out, g, running);
    if (!all)
        return;
    GList list = all_goroutines();
    for (int i = 0; i < list.n; i++) {
        if (list.at[i] == g)
            continue;
        if (out->len)
            buf_add_char(out, '\n');
        add_goroutine(out, list.at[i], false);
    }
    free(list.at);
}

// -- the end

typedef struct TraceLevel {
    uint32_t level; // 0: none
    bool all, crash;
} TraceLevel;

// What GOTRACEBACK says.
static TraceLevel trace_level(void)
{
    const char *text = getenv("GOTRACEBACK");
    if (!text || !*text || strcmp(text, "single") == 0)
        return (TraceLevel){1, false, false};
    if (strcmp(text, "all") == 0)
        return (TraceLevel){1, true, false};
    if (strcmp(text, "system") == 0)
        return (TraceLevel){2, true, false};
    if (strcmp(text, "crash") == 0)
        return (TraceLevel){2, true, true};
    char *end;
    errno = 0;
    unsigned long n = strtoul(text, &end, 10);
    bool is_number = !*end && errno == 0 && n <= UINT32_MAX && text[0] >= '0' && text[0] <= '9';
    return (TraceLevel){is_number ? (uint32_t)n : 0, true, false};
}

// The status that the process ends with, unless it is to leave a core.
static int exit_status(TraceLevel level)
{
    if (level.crash) {
        signal(SIGABRT, SIG_DFL);
        abort();
    }
    return 2;
}

_Noreturn void vm_die(G *g, Buf *text, bool all)
{
    // Only the first failure is reported: others wait here for the end of the process.
    static pthread_mutex_t dying = PTHREAD_MUTEX_INITIALIZER;
    pthread_mutex_lock(&dying);
    sched_freeze();
    const TraceLevel level = trace_level();
    if (level.level > 0) {
        Buf trace = {0};
        vm_traceback_text(&trace, g, true, all || level.all);
        buf_add_char(text, '\n');
        buf_add(text, trace.ptr, trace.len);
    }
    write_whole(STDERR_FILENO, text->ptr, text->len);
    sched_exit(exit_status(level));
}

_Noreturn void vm_fatal(G *g, const char *message)
{
    Buf text = {0};
    buf_add_text(&text, "fatal error: ");
    print_indented(&text, (String){message, (int64_t)strlen(message)});
    buf_add_char(&text, '\n');
    vm_die(g, &text, true);
}

// The report of an end that is no goroutine's own.
static int report_all(Buf *text, const GList *list)
{
    const TraceLevel level = trace_level();
    for (int i = 0; i < list->n && level.level > 0; i++) {
        buf_add_char(text, '\n');
        add_goroutine(text, list->at[i], false);
    }
    write_whole(STDERR_FILENO, text->ptr, text->len);
    buf_done(text);
    return exit_status(level);
}

int vm_on_deadlock(void)
{
    Buf text = {0};
    GList list = all_goroutines();
    if (list.n == 0)
        buf_add_text(&text, "fatal error: no goroutines (main called runtime.Goexit) - deadlock!\n");
    else
        buf_printf(&text, "fatal error: %s\n", panic_text(PANIC_DEADLOCK));
    int status = report_all(&text, &list);
    free(list.at);
    return status;
}

int vm_on_quit(void)
{
    Buf text = {0};
    buf_add_text(&text, "SIGQUIT: quit\n");
    sched_freeze();
    GList list = all_goroutines();
    int status = report_all(&text, &list);
    free(list.at);
    return status;
}

// vm_test.c: assembled programs on the VM: calls, loops, closures, stacks that grow, panics, goroutines.
// uses: vm runtime
#include <stdarg.h>
#include <setjmp.h>
#include <stdlib.h>
#include <cmocka.h>

#include <stdio.h>
#include <time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "runtime/native.h"
#include "runtime/sched.h"
#include "vm/vm.h"

// -- names in the assembled text

typedef struct Name {
    const char *name;
    uint64_t value;
} Name;
static Name names[64];
static int n_names;

static void name_set(const char *name, uint64_t value)
{
    assert_true(n_names < (int)COUNT_OF(names));
    names[n_names++] = (Name){name, value};
}

static uint64_t lookup(const char *name, void *data)
{
    (void)data;
    for (int i = n_names - 1; i >= 0; i--)
        if (strcmp(names[i].name, name) == 0)
            return names[i].value;
    return 0;
}

// An assembled function that others call as @name. A recursive one is made known first: its calls go to the Func that is named.
static Func *assemble(const char *name, const char *text)
{
    const char *message;
    Func *f = asm_func(name, text, lookup, NULL, &message);
    if (!f)
        fail_msg("%s: %s", name, message);
    name_set(name, (uint64_t)f);
    return f;
}

// A function that others may call before its text is known.
static Func *declare(const char *name, uint32_t results, uint32_t params)
{
    Func *f = func_new(NULL, name);
    f->result_slots = results;
    f->param_slots = params;
    name_set(name, (uint64_t)f);
    return f;
}
static void define(Func *f, const char *text)
{
    const char *message;
    Func *made = asm_func(f->name, text, lookup, NULL, &message);
    if (!made)
        fail_msg("%s: %s", f->name, message);
    f->code = made->code;
    f->code_words = made->code_words;
    f->frame_slots = made->frame_slots;
    f->recover_at = made->recover_at;
    f->flags = made->flags;
    f->lines = made->lines;
    f->n_lines = made->n_lines;
    f->file = made->file;
}

// -- where programs leave what they computed
static Slot out[16];

static Status native_out(G *g, void *frame)
{
    (void)g;
    const Slot *a = frame;
    out[a[0] % COUNT_OF(out)] = a[1];
    return STATUS_OK;
}
static Status native_yield_twice(G *g, void *frame)
{
    (void)g;
    Slot *a = frame;
    return a[0]++ < 2 ? STATUS_YIELD : STATUS_OK;
}
static Status native_call(G *g, void *frame)
{
    Slot *a = frame; // {closure, memory laid out as its frame}
    g->call_request = (Closure *)a[0];
    g->call_frame = (Slot *)a[1];
    return STATUS_CALL;
}
static Status native_goexit(G *g, void *frame)
{
    (void)g;
    (void)frame;
    return STATUS_EXIT;
}

static Iface value_of_raised(G *g, const Raised *r)
{
    (void)g;
    static const RType code_type = {.size = 8, .kind = KIND_INT, .string = {"int", 3}, .name = {"int", 3}};
    int64_t *box = gc_alloc_kind(8, GC_ATOMIC);
    *box = r->code;
    return (Iface){&code_type, box};
}

static int run(const char *main_text)
{
    memset(out, 0, sizeof out);
    Func *f = assemble("main.main", main_text);
    return sched_main(f->closure);
}

// -- tests

static void test_fib(void **state)
{
    (void)state;
    Func *fib = declare("main.fib", 1, 1);
    define(fib, ".results 1\n.params 1\n.frame 8\n"
                "JGEI s1, 2, big\n MOV s0, s1\n RET\n"
                "big: ADDI s5, s1, -1\n CALL w4, @main.fib\n MOV s0, s4\n"
                "ADDI s5, s1, -2\n CALL w4, @main.fib\n ADD s0, s0, s4\n RET\n");
    run(".frame 8\nLDI s3, 20\nCALL w2, @main.fib\nMOV s5, s2\nLDI s4, 0\nCALLN w4, @out\nRET\n");
    assert_int_equal(out[0], 6765);
}

// A recursion of 100,000 frames of 40 slots: the stack grows through many chunks and results come back through each border.
static void test_deep(void **state)
{
    (void)state;
    Func *deep = declare("main.deep", 2, 3);
    define(deep, ".results 2\n.params 3\n.frame 40\n"
                 "JNEI s2, 0, more\n MOV s0, s3\n MOV s1, s4\n RET\n"
                 "more: ADDI s32, s2, -1\n ADDI s33, s3, 1\n ADDI s34, s4, 2\n CALL w30, @main.deep\n"
                 "ADD s0, s30, s2\n MOV s1, s31\n RET\n");
    run(".frame 12\nLDI s4, 100000\nLDI s5, 0\nLDI s6, 0\nCALL w2, @main.deep\n"
        "LDI s8, 0\nMOV s9, s2\nCALLN w8, @out\nLDI s8, 1\nMOV s9, s3\nCALLN w8, @out\nRET\n");
    assert_int_equal(out[0], 100000 + 100000LL * 100001 / 2);
    assert_int_equal(out[1], 200000);
}

// A frame larger than 64 KiB and one larger than a chunk.
static void test_big_frame(void **state)
{
    (void)state;
    assemble("main.big", ".results 1\n.params 1\n.frame 60000\nADDI s59999, s1, 1\nMOV s0, s59999\nRET\n");
    run(".frame 12\nLDI s3, 41\nCALL w2, @main.big\nLDI s8, 0\nMOV s9, s2\nCALLN w8, @out\nRET\n");
    assert_int_equal(out[0], 42);
}

static void test_closure(void **state)
{
    (void)state;
    assemble("main.add", ".results 1\n.params 1\n.frame 4\nLDCAP s2, 0\nLDCAP s3, 1\nADD s0, s1, s2\nMUL s0, s0, s3\nRET\n");
    run(".frame 16\nLDI s0, 30\nLDI s1, 2\nCLOSURE s2, s0, 2, @main.add\n"
        "LDI s7, 12\nCALLC w6, s2, 0\nLDI s10, 0\nMOV s11, s6\nCALLN w10, @out\nRET\n");
    assert_int_equal(out[0], 84);
}

static void test_native_statuses(void **state)
{
    (void)state;
    Func *twice = assemble("main.twice", ".results 1\n.params 1\n.frame 2\nADD s0, s1, s1\nRET\n");
    static Slot memory[2];
    memory[1] = 21;
    name_set("twice_closure", (uint64_t)twice->closure);
    name_set("memory", (uint64_t)memory);
    run(".frame 8\nLDI s2, 0\nCALLN w2, @yield\nMOV s5, s2\nLDI s4, 0\nCALLN w4, @out\n"
        "LDK s2, @twice_closure\nLDK s3, @memory\nCALLN w2, @call\n"
        "GLD64 s5, @memory\nLDI s4, 1\nCALLN w4, @out\nRET\n");
    assert_int_equal(out[0], 3);
    assert_int_equal(out[1], 42);
}

static const CallDesc *desc_static(Func *f)
{
    CallDesc *d = calloc(1, sizeof *d);
    *d = (CallDesc){.kind = CALL_STATIC, .func = f, .n_params = (int)f->param_slots, .n_results = (int)f->result_slots};
    return d;
}

// Deferred calls run newest first, with the arguments of their statements.
static void test_defer(void **state)
{
    (void)state;
    static int64_t trail;
    trail = 0;
    name_set("trail", (uint64_t)&trail);
    Func *note = assemble("main.note", ".params 1\n.frame 4\nGLD64 s1, @trail\nMULI s1, s1, 10\nADD s1, s1, s0\nGST64 s1, @trail\nRET\n");
    name_set("note_desc", (uint64_t)desc_static(note));
    assemble("main.f", ".frame 6\n.flags 2\n.recover end\nLDI s4, 1\nDEFER w4, @note_desc\nLDI s4, 2\nDEFER w4, @note_desc\n"
                       "LDI s4, 3\nDEFER w4, @note_desc\nend: RETD\n");
    run(".frame 8\nCALL w4, @main.f\nRET\n");
    assert_int_equal(trail, 321);
}

// A panic in a deep frame, recovered two frames up: the recovering function's named result, set by its deferred call's cell.
static void test_recover(void **state)
{
    (void)state;
    static int64_t seen;
    seen = -1;
    name_set("seen", (uint64_t)&seen);
    assemble("main.crash", ".params 1\n.frame 4\nLDI s1, 0\nDIV s2, s0, s1\nRET\n");
    Func *catch = assemble("main.catch", ".frame 6\nRECOVER s0\nJEQK s0, none, 0\nLD64 s2, s1, 0\nGST64 s2, @seen\nRET\nnone: RET\n");
    name_set("catch_desc", (uint64_t)desc_static(catch));
    assemble("main.inner", ".params 1\n.frame 8\nMOV s4, s0\nCALL w4, @main.crash\nRET\n");
    assemble("main.outer", ".results 1\n.params 1\n.frame 10\n.flags 2\n.recover end\n"
                           "LDI s0, 7\nDEFER w4, @catch_desc\nMOV s4, s1\nCALL w4, @main.inner\nLDI s0, 8\nend: RETD\n");
    run(".frame 10\nLDI s5, 3\nCALL w4, @main.outer\nLDI s6, 0\nMOV s7, s4\nCALLN w6, @out\nRET\n");
    assert_int_equal(out[0], 7);
    assert_int_equal(seen, PANIC_DIVIDE);
    // recover() called by a function that the deferred one calls gives nil.
    seen = -1;
    Func *indirect = assemble("main.indirect", ".frame 6\nCALL w4, @main.catch\nRET\n");
    name_set("indirect_desc", (uint64_t)desc_static(indirect));
    assemble("main.outer2", ".results 1\n.frame 10\n.flags 2\n.recover end\n"
                            "DEFER w4, @catch_desc\nDEFER w4, @indirect_desc\nLDI s4, 1\nCALL w4, @main.inner\nend: RETD\n");
    run(".frame 10\nCALL w4, @main.outer2\nRET\n");
    assert_int_equal(seen, PANIC_DIVIDE);
}

// A panic after deep recursion, with deferred calls in every frame: chunks are left again and again.
static void test_recover_deep(void **state)
{
    (void)state;
    static int64_t count;
    count = 0;
    name_set("count", (uint64_t)&count);
    Func *tick = assemble("main.tick", ".frame 2\nGLD64 s0, @count\nADDI s0, s0, 1\nGST64 s0, @count\nRET\n");
    name_set("tick_desc", (uint64_t)desc_static(tick));
    Func *down = declare("main.down", 0, 1);
    define(down, ".params 1\n.frame 30\n.flags 2\n.recover end\nDEFER w4, @tick_desc\nJNEI s0, 0, more\nLDI s1, 0\nDIV s1, s1, s1\n"
                 "more: ADDI s20, s0, -1\nCALL w20, @main.down\nend: RETD\n");
    assemble("main.top", ".frame 10\n.flags 2\n.recover end\nDEFER w4, @catch_desc\nLDI s4, 20000\nCALL w4, @main.down\nend: RETD\n");
    run(".frame 10\nCALL w4, @main.top\nLDI s6, 0\nLDI s7, 5\nCALLN w6, @out\nRET\n");
    assert_int_equal(count, 20001);
    assert_int_equal(out[0], 5);
}

static int64_t flag_values[2];

static Status native_read_flag(G *g, void *frame)
{
    (void)g;
    Slot *a = frame; // {address, value}
    a[1] = (Slot)__atomic_load_n((int64_t *)a[0], __ATOMIC_ACQUIRE);
    return STATUS_OK;
}
static Status native_raise_flag(G *g, void *frame)
{
    (void)g;
    __atomic_store_n(*(int64_t **)frame, 1, __ATOMIC_RELEASE);
    return STATUS_OK;
}

// Goroutines that loop without calls of Go functions are preempted; Goexit runs deferred calls.
static void test_goroutines(void **state)
{
    (void)state;
    static const char *flags[] = {"stop", "ended"};
    for (size_t i = 0; i < COUNT_OF(flags); i++) {
        flag_values[i] = 0;
        name_set(flags[i], (uint64_t)&flag_values[i]);
    }
    Func *spin = assemble("main.spin", ".frame 6\nLDK s2, @stop\nback: CALLN w2, @read_flag\nJEQIB s3, 0, back\nRET\n");
    Func *done = assemble("main.done", ".frame 6\nLDK s2, @ended\nCALLN w2, @raise_flag\nRET\n");
    name_set("done_desc", (uint64_t)desc_static(done));
    Func *quit = assemble("main.quit", ".frame 8\n.flags 2\n.recover end\nDEFER w4, @done_desc\nCALLN w4, @goexit\nend: RETD\n");
    name_set("spin_desc", (uint64_t)desc_static(spin));
    name_set("quit_desc", (uint64_t)desc_static(quit));
    run(".frame 10\nGO w4, @spin_desc\nGO w4, @spin_desc\nGO w4, @spin_desc\nGO w4, @quit_desc\n"
        "LDK s6, @ended\nback: CALLN w6, @read_flag\nJEQIB s7, 0, back\nLDK s6, @stop\nCALLN w6, @raise_flag\n"
        "LDI s6, 0\nLDI s7, 9\nCALLN w6, @out\nRET\n");
    assert_int_equal(out[0], 9);
}

// What a child process that runs this program prints to stderr; its exit status into *status.
static const char *output_of(const char *main_text, int *status)
{
    static char text[8192];
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    Func *f = assemble("main.main", main_text);
    char path[64];
    snprintf(path, sizeof path, "%p", (void *)f);
    // The failing program ends its process's Go part: it runs in this process's last test, on its stderr.
    int saved = dup(STDERR_FILENO);
    dup2(ends[1], STDERR_FILENO);
    *status = sched_main(f->closure);
    dup2(saved, STDERR_FILENO);
    close(ends[1]);
    ssize_t n = read(ends[0], text, sizeof text - 1);
    text[n > 0 ? n : 0] = 0;
    close(ends[0]);
    close(saved);
    return text;
}

static void test_uncaught(void **state)
{
    (void)state;
    int status;
    const char *text = output_of(".frame 10\n.line 5\nLDI s4, 3\n.line 6\nCALL w4, @main.inner\n.line 7\nRET\n", &status);
    assert_int_equal(status, 2);
    const char *want = "panic: runtime error: integer divide by zero\n\ngoroutine ";
    assert_memory_equal(text, want, strlen(want));
    // Offsets are those of the instruction behind the one that failed or called, in bytes.
    assert_non_null(strstr(text, "main.crash(...)\n\ttest.go:0 +0x10\nmain.inner(...)\n\ttest.go:0 +0x18\nmain.main()\n\ttest.go:6 +0x18\n"));
}

// -- the bench: VM_BENCH=1. The programs of the design note on the interpreter, process CPU time.

static double cpu_seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void bench_one(const char *name, const char *text, Slot want)
{
    Func *f = assemble("main.bench", text);
    double best = 1e9;
    for (int i = 0; i < 7; i++) {
        double start = cpu_seconds();
        sched_main(f->closure);
        double took = cpu_seconds() - start;
        best = took < best ? took : best;
    }
    if (out[0] != want)
        fail_msg("%s: %lld", name, (long long)out[0]);
    printf("%s %.3f ", name, best);
    fflush(stdout);
}

static void bench(void)
{
    static uint8_t sieve[5000000];
    static Slice rows[3][200];
    static double cells[3][200 * 200];
    for (int m = 0; m < 3; m++)
        for (int i = 0; i < 200; i++)
            rows[m][i] = (Slice){cells[m] + i * 200, 200, 200};
    for (int i = 0; i < 200 * 200; i++) {
        cells[0][i] = i % 7;
        cells[1][i] = i % 7 + 1;
    }
    double corner = 0;
    for (int k = 0; k < 200; k++)
        corner += cells[0][199 * 200 + k] * cells[1][k * 200 + 199];
    Slot corner_bits;
    memcpy(&corner_bits, &corner, sizeof corner_bits);
    name_set("sieve", (uint64_t)sieve);
    name_set("m0", (uint64_t)rows[0]);
    name_set("m1", (uint64_t)rows[1]);
    name_set("m2", (uint64_t)rows[2]);
    name_set("corner", (uint64_t)&cells[2][200 * 200 - 1]);

    bench_one("fib", ".frame 8\nLDI s3, 35\nCALL w2, @main.fib\nMOV s5, s2\nLDI s4, 0\nCALLN w4, @out\nRET\n", 9227465);
    bench_one("sieve", ".frame 16\nLDK s0, @sieve\nLDI s1, 5000000\nLDI s2, 5000000\nZEROMEM s0, 5000000\nLDI s4, 2\nLDI s6, 0\nLDI s8, 1\n"
                       "outer: SLD8U s7, s0, s4\nJT s7, next\nADDI s6, s6, 1\nADD s5, s4, s4\nJLE s1, s5, next\n"
                       "inner: SST8 s0, s5, s8\nADD s5, s5, s4\nJLTB s5, s1, inner\n"
                       "next: LOOP s4, s1, outer\nLDI s10, 0\nMOV s11, s6\nCALLN w10, @out\nRET\n", 348513);
    bench_one("mm", ".frame 32\nLDK s0, @m0\nLDI s1, 200\nLDI s2, 200\nLDK s3, @m1\nLDI s4, 200\nLDI s5, 200\nLDK s6, @m2\nLDI s7, 200\nLDI s8, 200\n"
                    "LDI s9, 200\nLDI s10, 0\ni: LDI s11, 0\nj: LDI s12, 0\nLDI s13, 0\n"
                    "k: SLD3 s14, s0, s10\nSLD64 s18, s14, s12\nSLD3 s14, s3, s12\nSLD64 s19, s14, s11\nFMUL s18, s18, s19\nFADD s13, s13, s18\n"
                    "LOOP s12, s9, k\nSLD3 s14, s6, s10\nSST64 s14, s11, s13\nLOOP s11, s9, j\nLOOP s10, s9, i\n"
                    "LDI s20, 0\nGLD64 s21, @corner\nCALLN w20, @out\nRET\n", corner_bits);
    Func *method = assemble("main.T.add", ".results 1\n.params 2\n.frame 4\nLD64 s3, s1, 0\nADD s3, s3, s2\nST64 s1, s3, 0\nADD s0, s3, s2\nRET\n");
    Itab *tab = calloc(1, sizeof *tab + 2 * sizeof tab->methods[0]);
    tab->methods[1] = method;
    static int64_t object;
    name_set("tab", (uint64_t)tab);
    name_set("object", (uint64_t)&object);
    int64_t sum = 0, total = 0;
    for (int64_t i = 0; i < 20000000; i++) {
        sum += i;
        total += sum + i;
    }
    bench_one("meth", ".frame 16\nLDK s0, @tab\nLDK s1, @object\nLDI s2, 0\nST64 s1, s2, 0\nLDI s3, 20000000\nLDI s4, 0\n"
                      "back: MOV s10, s2\nCALLI w8, s0, 1, 0\nADD s4, s4, s8\nLOOP s2, s3, back\nLDI s10, 0\nMOV s11, s4\nCALLN w10, @out\nRET\n", (Slot)total);
    assemble("main.plus", ".results 1\n.params 1\n.frame 3\nLDCAP s2, 0\nADD s0, s1, s2\nRET\n");
    bench_one("clos", ".frame 16\nLDI s0, 7\nCLOSURE s1, s0, 1, @main.plus\nLDI s2, 0\nLDI s3, 20000000\nLDI s4, 0\n"
                      "back: MOV s9, s2\nCALLC w8, s1, 0\nADD s4, s4, s8\nLOOP s2, s3, back\nLDI s10, 0\nMOV s11, s4\nCALLN w10, @out\nRET\n",
              199999990000000 + 140000000);
    printf("\n");
}

static void test_bench(void **state)
{
    (void)state;
    if (getenv("VM_BENCH"))
        bench();
}

int main(void)
{
    gc_init();
    sched_init(&(SchedConfig){.run = vm_run, .start = vm_start, .on_deadlock = vm_on_deadlock});
    compile_hooks.panic_value = value_of_raised;
    name_set("out", (uint64_t)native_out);
    name_set("yield", (uint64_t)native_yield_twice);
    name_set("call", (uint64_t)native_call);
    name_set("goexit", (uint64_t)native_goexit);
    name_set("read_flag", (uint64_t)native_read_flag);
    name_set("raise_flag", (uint64_t)native_raise_flag);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fib), cmocka_unit_test(test_deep), cmocka_unit_test(test_big_frame), cmocka_unit_test(test_closure),
        cmocka_unit_test(test_native_statuses), cmocka_unit_test(test_defer), cmocka_unit_test(test_recover),
        cmocka_unit_test(test_recover_deep), cmocka_unit_test(test_goroutines), cmocka_unit_test(test_bench), cmocka_unit_test(test_uncaught),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fflush(stdout);
    _exit(failed ? 1 : 0);
}

// stats.c: what a program has cost (--stats): stages, sizes, instructions executed, memory, goroutines.
// Lexing happens inside parsing, token by token: its share is found by lexing the texts once more, alone.
#include "driver/stats.h"

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "bytecode/op.h"
#include "lexer/lexer.h"
#include "runtime/gc.h"
#include "runtime/sched.h"
#include "stdlib/embed.h"
#include "vm/vm.h"

typedef enum OpKind {
#define KIND(name) OPKIND_##name,
    KIND(branch) KIND(call) KIND(complex) KIND(convert) KIND(defer) KIND(float) KIND(go) KIND(iface) KIND(integer) KIND(map)
    KIND(memory) KIND(move) KIND(slice) KIND(string) KIND(through)
#undef KIND
    OPKIND_COUNT
} OpKind;

static const char *const kind_names[OPKIND_COUNT] = {
    [OPKIND_branch] = "branches",     [OPKIND_call] = "calls and returns", [OPKIND_complex] = "complex numbers",
    [OPKIND_convert] = "conversions", [OPKIND_defer] = "defer and panic",  [OPKIND_through] = "elements of fields and rows",
    [OPKIND_float] = "floating point",
    [OPKIND_go] = "go and channels",  [OPKIND_iface] = "interfaces",       [OPKIND_integer] = "integers",
    [OPKIND_map] = "maps",            [OPKIND_memory] = "memory",          [OPKIND_move] = "moves",
    [OPKIND_slice] = "slices",        [OPKIND_string] = "strings"};

static const uint8_t kind_of[OP_COUNT] = {
#define OP_KIND(NAME, kind) [OP_##NAME] = OPKIND_##kind,
#include "bytecode/op_kinds.def"
#undef OP_KIND
};

typedef struct Stats {
    int64_t read, lex, parse, check, compile, run; // ns
    uint64_t lines, tokens, functions, compiled;   // compiled: instructions made
    uint64_t kinds[OPKIND_COUNT], executed, calls;
    GcStats gc;
    SchedStats sched;
} Stats;

// The texts of the library are inside the executable, and stay where they are.
static bool is_program_text(const File *f)
{
    for (int p = 0; p < embed_n_packages; p++)
        for (uint32_t i = 0; i < embed_packages[p].n_files; i++)
            if (f->text == embed_files[embed_packages[p].first_file + i].text)
                return false;
    return true;
}

static int64_t lex_once(Session *s, File *f, uint64_t *n_tokens)
{
    Interner names;
    intern_init(&names);
    Lexer lx;
    Token token;
    int64_t began = clock_ns();
    lexer_init(&lx, &s->files, f, &names, NULL, 0, f->len);
    do {
        lexer_next(&lx, &token);
        ++*n_tokens;
    } while (token.kind != TOK_EOF);
    int64_t ns = clock_ns() - began;
    intern_done(&names);
    return ns;
}

static void lex_again(Session *s, Stats *st)
{
    for (int i = 0; i < s->files.files.n; i++) {
        File *f = s->files.files.at[i];
        if (!is_program_text(f))
            continue;
        for (uint32_t at = 0; at < f->len; at++)
            st->lines += f->text[at] == '\n' || at + 1 == f->len;
        int64_t best = INT64_MAX;
        for (int pass = 0; pass < 3; pass++) { // the first one warms up
            uint64_t tokens = 0;
            int64_t ns = lex_once(s, f, &tokens);
            best = ns < best ? ns : best;
            st->tokens += pass == 0 ? tokens : 0;
        }
        st->lex += best;
    }
}

static Stats collect(Session *s, Compiler *c, int64_t run_ns)
{
    Stats st = {0};
    gc_stats(&st.gc);
    sched_stats(&st.sched);
    for (int op = 0; op < OP_COUNT; op++) {
        uint64_t n = vm_op_count((Op)op);
        st.kinds[kind_of[op]] += n;
        st.executed += n;
    }
    st.calls = vm_op_count(OP_CALL) + vm_op_count(OP_CALLC) + vm_op_count(OP_CALLI) + vm_op_count(OP_CALLN);
    CompileCosts costs = compile_costs(c);
    lex_again(s, &st);
    st.read = s->spent.read;
    st.lex = st.lex < s->spent.parse ? st.lex : s->spent.parse;
    st.parse = s->spent.parse - st.lex;
    st.check = s->spent.check + costs.check_ns;
    st.compile = costs.compile_ns;
    st.run = run_ns - costs.compile_ns - costs.check_ns;
    if (st.run < 0)
        st.run = 0;
    st.functions = costs.n_funcs;
    st.compiled = costs.n_insns;
    return st;
}

static void print_json(const Stats *st, FILE *out)
{
    fprintf(out, "{\"ns\":{\"read\":%" PRId64 ",\"lex\":%" PRId64 ",\"parse\":%" PRId64 ",\"check\":%" PRId64 ",\"compile\":%" PRId64
                 ",\"run\":%" PRId64 "}", st->read, st->lex, st->parse, st->check, st->compile, st->run);
    fprintf(out, ",\"lines\":%" PRIu64 ",\"tokens\":%" PRIu64 ",\"functions\":%" PRIu64 ",\"instructions\":%" PRIu64, st->lines,
            st->tokens, st->functions, st->compiled);
    fprintf(out, ",\"executed\":{\"all\":%" PRIu64, st->executed);
    for (int k = 0; k < OPKIND_COUNT; k++)
        fprintf(out, ",\"%s\":%" PRIu64, kind_names[k], st->kinds[k]);
    fprintf(out, "},\"calls\":%" PRIu64 ",\"allocations\":%" PRIu64 ",\"allocated_bytes\":%" PRIu64 ",\"heap_bytes\":%" PRIu64, st->calls,
            st->gc.n_mallocs, st->gc.total_alloc_bytes, st->gc.heap_bytes);
    fprintf(out, ",\"collections\":%" PRIu64 ",\"longest_stop_ns\":%" PRIu64 ",\"total_stop_ns\":%" PRIu64, st->gc.n_collections,
            st->gc.longest_stop_ns, st->gc.total_stop_ns);
    fprintf(out, ",\"goroutines\":%" PRIu64 ",\"goroutines_peak\":%" PRIu64 ",\"switches\":%" PRIu64 ",\"steals\":%" PRIu64
                 ",\"parks\":%" PRIu64 "}\n", st->sched.made, st->sched.peak, st->sched.switches, st->sched.steals, st->sched.parks);
}

// A number with its thousands apart.
static const char *grouped(char *text, size_t size, uint64_t n)
{
    char plain[24];
    int len = snprintf(plain, sizeof plain, "%" PRIu64, n);
    size_t at = 0;
    for (int i = 0; i < len && at + 2 < size; i++) {
        if (i > 0 && (len - i) % 3 == 0)
            text[at++] = ',';
        text[at++] = plain[i];
    }
    text[at] = 0;
    return text;
}
#define N(n) grouped((char[32]){0}, 32, (n))

static void print_stage(FILE *out, const char *name, int64_t ns, int64_t all, const char *what)
{
    double share = all > 0 ? (double)ns / (double)all : 0;
    fprintf(out, "  %-9s %11.3f ms  %5.1f %%  %-20.*s  %s\n", name, (double)ns / 1e6, share * 100, (int)(share * 20 + 0.5),
            "####################", what);
}

static void print_screen(const Stats *st, FILE *out)
{
    int64_t all = st->read + st->lex + st->parse + st->check + st->compile + st->run;
    char what[4][96];
    snprintf(what[0], sizeof what[0], "%s lines", N(st->lines));
    snprintf(what[1], sizeof what[1], "%s tokens", N(st->tokens));
    snprintf(what[2], sizeof what[2], "%s functions, %s instructions", N(st->functions), N(st->compiled));
    snprintf(what[3], sizeof what[3], "%s instructions", N(st->executed));
    fprintf(out, "\n-- what it cost (instructions were counted: the run is slower than without --stats)\n");
    print_stage(out, "read", st->read, all, what[0]);
    print_stage(out, "lex", st->lex, all, what[1]);
    print_stage(out, "parse", st->parse, all, "");
    print_stage(out, "check", st->check, all, "the program, and what it uses of the library");
    print_stage(out, "compile", st->compile, all, what[2]);
    print_stage(out, "run", st->run, all, what[3]);
    fprintf(out, "  %-9s %11.3f ms\n", "all", (double)all / 1e6);
    fprintf(out, "  executed");
    bool shown[OPKIND_COUNT] = {false};
    for (int row = 0; row < OPKIND_COUNT; row++) {
        int best = -1;
        for (int k = 0; k < OPKIND_COUNT; k++)
            if (!shown[k] && st->kinds[k] > 0 && (best < 0 || st->kinds[k] > st->kinds[best]))
                best = k;
        if (best < 0)
            break;
        shown[best] = true;
        fprintf(out, "%s%17s %-18s", row % 3 == 0 ? "\n   " : "", N(st->kinds[best]), kind_names[best]);
    }
    fprintf(out, "\n  calls       %s\n", N(st->calls));
    fprintf(out, "  memory      %s allocations, %s bytes; heap %s bytes\n", N(st->gc.n_mallocs), N(st->gc.total_alloc_bytes),
            N(st->gc.heap_bytes));
    fprintf(out, "  collector   %s collections, longest stop %.3f ms, all stops %.3f ms\n", N(st->gc.n_collections),
            (double)st->gc.longest_stop_ns / 1e6, (double)st->gc.total_stop_ns / 1e6);
    fprintf(out, "  goroutines  %s made, %s at the peak; %s switches, %s steals\n", N(st->sched.made), N(st->sched.peak),
            N(st->sched.switches), N(st->sched.steals));
}

void stats_print(Session *s, Compiler *c, int64_t run_ns, bool json, FILE *out)
{
    compile_lock();
    Stats st = collect(s, c, run_ns);
    compile_unlock();
    if (json)
        print_json(&st, out);
    else
        print_screen(&st, out);
}

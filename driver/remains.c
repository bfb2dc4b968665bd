// remains.c: see remains.h.
// One input makes, and who can refer to it when it is over:
//   text, file, line table      positions in its own nodes and code; names of files in what the program asked for (runtime.Caller)
//   names                       nodes and objects of later inputs
//   nodes, pages of results     its own functions, while they are not compiled; :save and :doc, if it declared something
//   scopes, objects, types      what it declared; run-time types made of its types, which last; types that later inputs derived
//   constants                   objects of constants; strings in the program: their bytes are the constant's
//   Funcs, code, line tables    closures and return addresses in the program, itabs, wrappers; Funcs declared earlier that it called first
//   escape results, literals    by node: the compiler, when it compiles what is not compiled yet
//   what it read of the library the library's scopes; all of the input's memory stays then
// Every one of these is an address in memory that is looked through, or an entry of a weak table.
#include "driver/remains.h"

#include "bytecode/code.h"
#include "compiler/compile.h"
#include "runtime/gc.h"
#include "runtime/rtype_memory.h"

enum { LEAST_BYTES = 4 << 20 };

typedef struct Hold { // gc
    struct Hold *next;
    void *object;
    uint64_t parcel;
} Hold;

typedef struct HoldList { // permanent: a root
    Hold *first;
} HoldList;

void remains_init(Remains *r, Session *s, Compiler *c)
{
    *r = (Remains){.session = s, .compiler = c, .limit = LEAST_BYTES};
}

void remains_start(Remains *r, bool eager)
{
    r->eager = eager;
    r->holds = gc_alloc_permanent(sizeof *r->holds);
    r->first_id = r->session->ids.next;
    parcels_init(&r->parcels, &r->session->arena);
}

void remains_hold(Remains *r, void *object)
{
    Hold *h = gc_alloc_kind(sizeof *h, GC_SCAN);
    *h = (Hold){.next = r->holds->first, .object = object, .parcel = r->parcels.open};
    gc_dirty(h);
    gc_store(&r->holds->first, h);
}

void *remains_literal(void *remains, size_t bytes, bool has_pointers)
{
    Remains *r = remains;
    if (!r->parcels.open) // a script, or a function that runs on between two inputs
        return arena_alloc(&r->session->arena, bytes);
    void *p = gc_alloc_kind(bytes, has_pointers ? GC_SCAN : GC_ATOMIC);
    remains_hold(r, p);
    return p;
}

static void sweep_holds(Remains *r)
{
    Hold **at = &r->holds->first;
    while (*at) {
        Hold *h = *at;
        if (h->parcel == 0 || r->parcels.at[h->parcel].marked)
            at = &h->next;
        else
            gc_store(at, h->next);
    }
}

static void mark(const void *from, const void *to, void *parcels)
{
    parcels_mark_range(parcels, from, to);
}

static void collect(Remains *r)
{
    Session *s = r->session;
    Parcels *p = &r->parcels;
    parcels_unmark(p);
    if (!gc_look_through(mark, p))
        return;
    parcels_mark_arena(p, &s->arena);
    rtype_memory_mark(p);
    do {
        parcels_follow(p);
        compile_mark(r->compiler, p); // values of what stays
    } while (parcels_follow(p));
    compile_sweep(r->compiler, p);
    intern_sweep(&s->names, p);
    fileset_sweep(&s->files, p);
    s->ids.next = info_sweep(s->info, p);
    sweep_holds(r);
    parcels_release(p);
}

// The next time: when looking costs little beside what was made since.
static void set_limit(Remains *r)
{
    GcStats stats;
    gc_stats(&stats);
    size_t looked_at = r->session->arena.total_bytes + r->parcels.held_bytes + (size_t)stats.live_bytes;
    r->limit = r->parcels.held_bytes + (looked_at / 4 > LEAST_BYTES ? looked_at / 4 : LEAST_BYTES);
}

// What was made since lies with the nodes that were made since.
static void complete_pages(Remains *r)
{
    AstIds *ids = &r->session->ids;
    ids->next = r->first_id = info_complete(r->session->info, r->first_id, ids->next);
}

bool remains_begin(Remains *r, bool may_collect)
{
    if (!r->parcels.arena || r->parcels.open)
        return false;
    complete_pages(r);
    if (may_collect && (r->eager || r->parcels.held_bytes > r->limit)) {
        collect(r);
        set_limit(r);
        r->first_id = r->session->ids.next;
    }
    return parcels_begin(&r->parcels);
}

void remains_end(Remains *r, bool lasts)
{
    complete_pages(r);
    parcels_end(&r->parcels, lasts);
}

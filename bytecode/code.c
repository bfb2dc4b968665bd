// code.c: memory for code, functions, and the registry that finds a function by a pc inside it.
#include "bytecode/code.h"

#include <pthread.h>
#include <stdlib.h>

enum { CODE_BLOCK_WORDS = 32 * 1024 };

const Insn stub_compile[] = {OP_COMPILE};
// Two words with a = 0 stand where a return looks for its call instruction: fp stays, the stub finds its way itself.
const Insn stub_goend[] = {0, 0, OP_GOEND};
const Insn stub_stackret[] = {0, 0, OP_STACKRET};
const Insn stub_resume[] = {0, 0, OP_RESUME};
const Insn stub_unwind[] = {0, 0, OP_UNWIND};

CompileHooks compile_hooks;

static pthread_mutex_t code_lock = PTHREAD_MUTEX_INITIALIZER;
static Insn *block_next, *block_end;  // under code_lock
static Func **registry;               // under code_lock; sorted by code
static uint32_t registry_n, registry_cap;

static void *memory_zeroed(size_t n, size_t bytes)
{
    void *p = calloc(n, bytes);
    if (!p)
        out_of_memory();
    return p;
}

Insn *code_alloc(Arena *arena, uint32_t words)
{
    if (arena)
        return ARENA_ARRAY(arena, Insn, words);
    if (words > CODE_BLOCK_WORDS / 4)
        return memory_zeroed(words, sizeof(Insn));
    pthread_mutex_lock(&code_lock);
    if ((size_t)(block_end - block_next) < words) {
        block_next = memory_zeroed(CODE_BLOCK_WORDS, sizeof(Insn));
        block_end = block_next + CODE_BLOCK_WORDS;
    }
    Insn *code = block_next;
    block_next += words;
    pthread_mutex_unlock(&code_lock);
    return code;
}

Func *func_new(Arena *arena, const char *name)
{
    Func *f = arena ? ARENA_NEW(arena, Func) : memory_zeroed(1, sizeof *f);
    f->name = name;
    f->entry = stub_compile;
    f->closure_storage.func = f;
    f->closure = &f->closure_storage;
    return f;
}

void func_redirect(Func *f, Func *to)
{
    if (f == to)
        return;
    __atomic_store_n(&f->redirect, to, __ATOMIC_RELEASE);
    __atomic_store_n(&f->entry, stub_compile, __ATOMIC_RELEASE);
}

void func_make_stale(Func *f, const char *why)
{
    __atomic_store_n(&f->stale, why, __ATOMIC_RELEASE);
    __atomic_store_n(&f->entry, stub_compile, __ATOMIC_RELEASE);
}

// Index of the first function whose code begins behind pc.
static uint32_t registry_upper(const Insn *pc)
{
    uint32_t low = 0, high = registry_n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if ((uintptr_t)registry[middle]->code <= (uintptr_t)pc)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void code_register(Func *f)
{
#ifdef MINIGO_DEBUG
    const char *wrong = verify_func(f);
    if (wrong)
        check_failed(f->name, f->line, wrong);
#endif
    pthread_mutex_lock(&code_lock);
    if (registry_n == registry_cap) {
        registry_cap = registry_cap ? registry_cap * 2 : 256;
        registry = realloc(registry, registry_cap * sizeof *registry);
        if (!registry)
            out_of_memory();
    }
    uint32_t at = registry_upper(f->code);
    memmove(registry + at + 1, registry + at, (registry_n - at) * sizeof *registry);
    registry[at] = f;
    registry_n++;
    pthread_mutex_unlock(&code_lock);
}

void code_sweep(const Parcels *parcels)
{
    uint32_t n = 0;
    pthread_mutex_lock(&code_lock);
    for (uint32_t i = 0; i < registry_n; i++)
        if (!parcels_is_dead(parcels, registry[i]))
            registry[n++] = registry[i];
    registry_n = n;
    pthread_mutex_unlock(&code_lock);
}

Func *code_find(const Insn *pc)
{
    Func *found = NULL;
    pthread_mutex_lock(&code_lock);
    uint32_t at = registry_upper(pc);
    if (at > 0) {
        Func *f = registry[at - 1];
        if (pc < f->code + f->code_words)
            found = f;
    }
    pthread_mutex_unlock(&code_lock);
    return found;
}

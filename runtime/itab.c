// itab.c: one method table per pair of (interface type, dynamic type), found without a lock once made.
// A pair that does not fit is remembered too (n == -1), with the missing method's name: failed assertions are common in type switches.
#include <string.h>

#include "runtime/lock.h"
#include "runtime/rtype.h"
#include "runtime/rtype_memory.h"
#include "runtime/text.h"

typedef struct ItabTable {
    size_t cap, n; // n under the lock
    Itab *at[];    // atomic; NULL: free
} ItabTable;

static struct {
    Lock lock;
    ItabTable *table; // atomic; replaced when it grows, the old one stays
} itabs;

static size_t pair_hash(const RType *iface, const RType *type)
{
    return (((uintptr_t)iface >> 4) * 0x9E3779B97F4A7C15u ^ ((uintptr_t)type >> 4) * 0xD6E8FEB86659FD93u) >> 16;
}

static Itab *lookup(const ItabTable *t, const RType *iface, const RType *type)
{
    if (!t)
        return NULL;
    for (size_t i = pair_hash(iface, type);; i++) {
        Itab *tab = __atomic_load_n(&t->at[i & (t->cap - 1)], __ATOMIC_ACQUIRE);
        if (!tab || (tab->iface == iface && tab->type == type))
            return tab;
    }
}

static void insert(ItabTable *t, Itab *tab)
{
    size_t i = pair_hash(tab->iface, tab->type);
    while (t->at[i & (t->cap - 1)])
        i++;
    __atomic_store_n(&t->at[i & (t->cap - 1)], tab, __ATOMIC_RELEASE);
    t->n++;
}

static int compare_names(String a, String pkg_a, String b, String pkg_b)
{
    if ((pkg_a.len == 0) != (pkg_b.len == 0)) // exported ones first: of others the byte order does not say so
        return pkg_a.len == 0 ? -1 : 1;
    int c = string_compare(a, b);
    return c ? c : string_compare(pkg_a, pkg_b);
}

// Both lists are sorted alike. The method that is missing, or NULL.
static const RIMethod *match(const RType *iface, const RMethod *methods, int64_t n, Func **out)
{
    int64_t k = 0;
    for (int64_t i = 0; i < iface->n_imethods; i++) {
        const RIMethod *want = &iface->imethods[i];
        while (k < n && compare_names(methods[k].name, methods[k].pkg_path, want->name, want->pkg_path) < 0)
            k++;
        if (k == n || compare_names(methods[k].name, methods[k].pkg_path, want->name, want->pkg_path) != 0 || methods[k].type != want->type)
            return want;
        out[i] = methods[k].func;
    }
    return NULL;
}

static Itab *make(const RType *iface, const RType *type)
{
    int64_t n;
    const RMethod *methods = rtype_methods(type, &n);
    Itab *tab = rtype_memory(sizeof *tab + (size_t)(iface->n_imethods + 1) * sizeof(Func *));
    tab->iface = iface;
    tab->type = type;
    tab->hash = type->hash;
    tab->n = (int)iface->n_imethods;
    const RIMethod *missing = match(iface, methods, n, tab->methods);
    if (missing) {
        tab->n = -1;
        tab->methods[0] = (Func *)(void *)missing;
    }
    return tab;
}

// Enters fresh, or gives the table that is there already.
static Itab *enter(Itab *fresh)
{
    lock_acquire(&itabs.lock);
    Itab *tab = lookup(itabs.table, fresh->iface, fresh->type);
    if (!tab) {
        tab = fresh;
        ItabTable *t = itabs.table;
        if (!t || t->n * 4 >= t->cap * 3) {
            size_t cap = t ? t->cap * 2 : 256;
            ItabTable *bigger = rtype_memory(sizeof *bigger + cap * sizeof(Itab *));
            bigger->cap = cap;
            for (size_t i = 0; t && i < t->cap; i++)
                if (t->at[i])
                    insert(bigger, t->at[i]);
            insert(bigger, tab);
            __atomic_store_n(&itabs.table, bigger, __ATOMIC_RELEASE);
        } else {
            insert(t, tab);
        }
    }
    lock_release(&itabs.lock);
    return tab;
}

const Itab *itab_known(const RType *iface, const RType *type)
{
    Itab *tab = lookup(__atomic_load_n(&itabs.table, __ATOMIC_ACQUIRE), iface, type);
    return tab && tab->n >= 0 ? tab : NULL;
}

const Itab *itab_enter(const RType *iface, const RType *type, Func *const *methods)
{
    Itab *tab = rtype_memory(sizeof *tab + (size_t)(iface->n_imethods + 1) * sizeof(Func *));
    tab->iface = iface;
    tab->type = type;
    tab->hash = type->hash;
    tab->n = (int)iface->n_imethods;
    memcpy(tab->methods, methods, (size_t)iface->n_imethods * sizeof *methods);
    return enter(tab);
}

const Itab *itab_find(const RType *iface, const RType *type, String *missing)
{
    Itab *tab = lookup(__atomic_load_n(&itabs.table, __ATOMIC_ACQUIRE), iface, type);
    if (!tab)
        tab = enter(make(iface, type)); // make may compile method stubs: no lock of ours is held
    if (tab->n >= 0)
        return tab;
    if (missing)
        *missing = ((const RIMethod *)(void *)tab->methods[0])->name;
    return NULL;
}

void itab_forget_missing(void)
{
    lock_acquire(&itabs.lock);
    ItabTable *t = itabs.table;
    for (size_t i = 0; t && i < t->cap; i++)
        if (t->at[i] && t->at[i]->n < 0)
            t->at[i]->iface = NULL; // its place stays taken, but nobody finds it
    lock_release(&itabs.lock);
}

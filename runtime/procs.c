// procs.c: how many processors: the machine's, the container's, the program's wish.
// Sources: Go's release notes 1.25 (GOMAXPROCS and cgroups): the quota rounded up, at least 2; here the smallest of all groups above the process's.
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/proc.h"

int sched_n_cpus(void)
{
    cpu_set_t *set = CPU_ALLOC(8192);
    size_t bytes = CPU_ALLOC_SIZE(8192);
    int n = 1;
    if (set) {
        CPU_ZERO_S(bytes, set);
        if (sched_getaffinity(0, bytes, set) == 0)
            n = CPU_COUNT_S(bytes, set);
        CPU_FREE(set);
    }
    return n > 0 ? n : 1;
}

// The quota of one group in processors, or 0 for none.
static double quota_of(const char *folder)
{
    char path[4200];
    snprintf(path, sizeof path, "/sys/fs/cgroup%s/cpu.max", folder);
    FILE *f = fopen(path, "re");
    double quota = 0, period = 0;
    if (f) {
        if (fscanf(f, "%lf %lf", &quota, &period) != 2) // "max 100000"
            quota = 0;
        fclose(f);
        return period > 0 ? quota / period : 0;
    }
    snprintf(path, sizeof path, "/sys/fs/cgroup/cpu%s/cpu.cfs_quota_us", folder);
    if ((f = fopen(path, "re"))) {
        if (fscanf(f, "%lf", &quota) != 1)
            quota = 0;
        fclose(f);
        snprintf(path, sizeof path, "/sys/fs/cgroup/cpu%s/cpu.cfs_period_us", folder);
        if (quota > 0 && (f = fopen(path, "re"))) {
            if (fscanf(f, "%lf", &period) != 1)
                period = 0;
            fclose(f);
        }
    }
    return quota > 0 && period > 0 ? quota / period : 0;
}

static int cgroup_limit(void)
{
    FILE *f = fopen("/proc/self/cgroup", "re");
    if (!f)
        return 0;
    char line[4096], folder[4096] = "";
    while (fgets(line, sizeof line, f)) {
        line[strcspn(line, "\n")] = 0;
        char *controllers = strchr(line, ':');
        char *path = controllers ? strchr(controllers + 1, ':') : NULL;
        if (!path)
            continue;
        *path++ = 0;
        // "0::/path" of version 2, "4:cpu,cpuacct:/path" of version 1
        if (controllers[1] == 0 || strstr(controllers + 1, "cpu,") == controllers + 1 || !strcmp(controllers + 1, "cpu"))
            snprintf(folder, sizeof folder, "%s", path);
    }
    fclose(f);
    double least = 0;
    for (;;) {
        size_t n = strlen(folder);
        if (n && folder[n - 1] == '/')
            folder[n - 1] = 0;
        double q = quota_of(folder);
        if (q > 0 && (least == 0 || q < least))
            least = q;
        char *slash = strrchr(folder, '/');
        if (!slash)
            break;
        *slash = 0;
    }
    if (least <= 0 || least > MAX_PROCS)
        return 0;
    int n = (int)least;
    n += n < least;
    return n < 2 ? 2 : n;
}

int procs_default(void)
{
    const char *text = getenv("GOMAXPROCS");
    if (text) {
        char *end;
        long n = strtol(text, &end, 10);
        if (end != text && *end == 0 && n > 0)
            return n < MAX_PROCS ? (int)n : MAX_PROCS;
    }
    int n = sched_n_cpus();
    if (n > 2) { // a quota counts as 2 at least
        int limit = cgroup_limit();
        if (limit && limit < n)
            n = limit;
    }
    return n < MAX_PROCS ? n : MAX_PROCS;
}

// Makes processors up to n; the new ones are idle.
void procs_make(int n)
{
    for (int i = sched.n_made; i < n; i++) {
        P *p = gc_alloc_permanent(sizeof *p);
        p->id = i;
        p->cache = gc_cache_new();
        p->timers = timer_heap_new();
        p->status = P_RETIRED;
        sched.procs[i] = p;
        __atomic_store_n(&sched.n_made, i + 1, __ATOMIC_RELEASE);
    }
    lock_acquire(&sched.lock);
    __atomic_store_n(&sched.n_procs, n, __ATOMIC_SEQ_CST);
    for (int i = 0; i < n; i++) {
        uint32_t retired = P_RETIRED;
        if (__atomic_compare_exchange_n(&sched.procs[i]->status, &retired, P_IDLE, false, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED))
            idle_proc_put_locked(sched.procs[i]);
    }
    // Idle ones that are too many leave the list.
    for (P **at = &sched.idle_p; *at;) {
        P *p = *at;
        if (p->id >= n) {
            *at = p->next_idle;
            __atomic_store_n(&sched.n_idle_p, sched.n_idle_p - 1, __ATOMIC_SEQ_CST);
            __atomic_store_n(&p->status, P_RETIRED, __ATOMIC_RELEASE);
        } else {
            at = &p->next_idle;
        }
    }
    lock_release(&sched.lock);
}

// m's processor is one too many: its queue goes to all. Its timers are run by the others.
void proc_retire(M *m)
{
    P *p = m->p;
    bool inherits;
    for (G *g; (g = runq_get(p, &inherits));)
        global_put(g);
    if (m->spinning) {
        m->spinning = false;
        __atomic_sub_fetch(&sched.n_spinning, 1, __ATOMIC_SEQ_CST);
    }
    proc_release(m);
    lock_acquire(&sched.lock);
    idle_proc_put_locked(p);
    lock_release(&sched.lock);
    wake_worker();
}

int sched_set_procs(int n)
{
    static Lock changing;
    int previous = __atomic_load_n(&sched.n_procs, __ATOMIC_RELAXED);
    if (n < 1 || n == previous)
        return previous;
    if (n > MAX_PROCS)
        n = MAX_PROCS;
    lock_acquire(&changing);
    procs_make(n);
    lock_release(&changing);
    wake_worker();
    if (n < previous)
        preempt_all();
    return previous;
}

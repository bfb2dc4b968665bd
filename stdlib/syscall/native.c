// native.c: the C half of syscall: texts of errors and signals, the environment.
// Threads: the environment is the process's own; env_lock is held while it is read or changed.
#include <ctype.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "runtime/native.h"
#include "runtime/sched.h"

static pthread_mutex_t env_lock = PTHREAD_MUTEX_INITIALIZER;

// The C library's untranslated texts, without their capital letter: as Go has them.
static String lowered(const char *text)
{
    char copy[128];
    size_t n = text ? strlen(text) : 0;
    if (n == 0 || n >= sizeof copy)
        return (String){NULL, 0};
    memcpy(copy, text, n + 1);
    if (isupper((unsigned char)copy[0]) && islower((unsigned char)copy[1]))
        copy[0] = (char)tolower((unsigned char)copy[0]);
    return string_new(copy, (int64_t)n);
}

NATIVE(syscall, errnoText, { String ret; int64_t e; })
{
    a->ret = a->e > 0 && a->e < EHWPOISON ? lowered(strerrordesc_np((int)a->e)) : (String){NULL, 0};
    return STATUS_OK;
}

NATIVE(syscall, signalText, { String ret; int64_t s; })
{
    a->ret = a->s > 0 && a->s < 32 ? lowered(sigdescr_np((int)a->s)) : (String){NULL, 0};
    return STATUS_OK;
}

NATIVE(syscall, Getpid, { int64_t ret; })
{
    a->ret = getpid();
    return STATUS_OK;
}

NATIVE(syscall, Getppid, { int64_t ret; })
{
    a->ret = getppid();
    return STATUS_OK;
}

NATIVE(syscall, Getuid, { int64_t ret; })
{
    a->ret = getuid();
    return STATUS_OK;
}

NATIVE(syscall, Geteuid, { int64_t ret; })
{
    a->ret = geteuid();
    return STATUS_OK;
}

NATIVE(syscall, Getgid, { int64_t ret; })
{
    a->ret = getgid();
    return STATUS_OK;
}

NATIVE(syscall, Getegid, { int64_t ret; })
{
    a->ret = getegid();
    return STATUS_OK;
}

NATIVE(syscall, Getpagesize, { int64_t ret; })
{
    a->ret = sysconf(_SC_PAGESIZE);
    return STATUS_OK;
}

NATIVE(syscall, Exit, { int64_t code; })
{
    if (!sched_in_session())
        sched_exit((int)a->code);
    // A session goes on: the goroutine ends, without its deferred calls.
    fflush(stdout);
    fprintf(stderr, "exit status %d\n", (int)a->code & 255);
    g->defers = NULL;
    sched_fail_input(g, (int)a->code & 255);
    return STATUS_EXIT;
}

NATIVE(syscall, kill, { int64_t ret; int64_t pid; int64_t sig; })
{
    a->ret = kill((pid_t)a->pid, (int)a->sig) == 0 ? 0 : errno;
    return STATUS_OK;
}

// A copy of s with a NUL behind it (owned: free it); NULL if s has a NUL in it.
static char *c_string(String s)
{
    if (s.len > 0 && memchr(s.ptr, 0, (size_t)s.len))
        return NULL;
    char *copy = malloc((size_t)s.len + 1);
    if (!copy)
        out_of_memory();
    if (s.len > 0)
        memcpy(copy, s.ptr, (size_t)s.len);
    copy[s.len] = 0;
    return copy;
}

static bool is_variable_name(String key)
{
    return key.len > 0 && !memchr(key.ptr, '=', (size_t)key.len) && !memchr(key.ptr, 0, (size_t)key.len);
}

NATIVE(syscall, getenv, { String value; uint64_t found; String key; })
{
    a->value = (String){NULL, 0};
    a->found = 0;
    if (!is_variable_name(a->key))
        return STATUS_OK;
    char *key = c_string(a->key);
    pthread_mutex_lock(&env_lock);
    const char *value = getenv(key);
    char *copy = value ? strdup(value) : NULL; // the collector must not be waited for under the lock
    pthread_mutex_unlock(&env_lock);
    if (copy) {
        a->value = string_new(copy, (int64_t)strlen(copy));
        a->found = 1;
    }
    free(copy);
    free(key);
    return STATUS_OK;
}

NATIVE(syscall, setenv, { int64_t ret; String key; String value; })
{
    char *value = c_string(a->value);
    if (!value || !is_variable_name(a->key)) {
        free(value);
        a->ret = EINVAL;
        return STATUS_OK;
    }
    char *key = c_string(a->key);
    pthread_mutex_lock(&env_lock);
    a->ret = setenv(key, value, 1) == 0 ? 0 : errno;
    pthread_mutex_unlock(&env_lock);
    free(key);
    free(value);
    return STATUS_OK;
}

NATIVE(syscall, unsetenv, { String key; })
{
    if (!is_variable_name(a->key))
        return STATUS_OK;
    char *key = c_string(a->key);
    pthread_mutex_lock(&env_lock);
    unsetenv(key);
    pthread_mutex_unlock(&env_lock);
    free(key);
    return STATUS_OK;
}

NATIVE(syscall, clearenv, {})
{
    pthread_mutex_lock(&env_lock);
    clearenv();
    pthread_mutex_unlock(&env_lock);
    return STATUS_OK;
}

NATIVE(syscall, environ, { Slice ret; })
{
    // Copied out under the lock, made into Go strings after it.
    pthread_mutex_lock(&env_lock);
    int64_t n = 0, bytes = 0;
    while (environ && environ[n])
        bytes += (int64_t)strlen(environ[n++]) + 1;
    char *all = malloc((size_t)bytes + 1), *to = all;
    if (!all)
        out_of_memory();
    for (int64_t i = 0; i < n; i++)
        to = stpcpy(to, environ[i]) + 1;
    pthread_mutex_unlock(&env_lock);
    String *strings = gc_alloc_kind((size_t)n * sizeof(String), GC_SCAN);
    int64_t kept = 0;
    for (const char *from = all; kept < n; from += strlen(from) + 1) {
        String s = string_new(from, (int64_t)strlen(from));
        strings[kept].len = s.len;
        gc_store(&strings[kept++].ptr, s.ptr); // each at once: the next one's allocation may end a marking
    }
    free(all);
    a->ret = (Slice){strings, kept, n};
    return STATUS_OK;
}

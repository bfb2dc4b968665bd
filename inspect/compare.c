// compare.c: runs a program in several ways and measures each: wall clock and peak memory of the whole tree of processes.
// The cold `go run` has an empty build cache in a folder of its own; the warm ones share it afterwards.
#include "inspect/compare.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"

enum { MAX_ARGS = 256 };

typedef struct Bench {
    const CompareOptions *o;
    Comparison *c;
    char dir[256];         // temporary folder
    char go[1024];         // "" if there is none
    char output[300];      // of the last run
    char input[300];       // what the program reads: that of compare, in each run anew; "" if that is a terminal
    bool shows_progress;
    char *first;           // output of the first way
    size_t first_len;
} Bench;

// The program's path, as execvp finds it.
static bool find_command(const char *name, char *out, size_t size)
{
    const char *path = getenv("PATH");
    for (const char *p = path ? path : ""; *p;) {
        size_t n = strcspn(p, ":");
        if ((size_t)snprintf(out, size, "%.*s/%s", (int)n, p, name) < size && access(out, X_OK) == 0)
            return true;
        p += n + (p[n] == ':');
    }
    return false;
}

static void find_go(Bench *b)
{
    const char *root = getenv("GOROOT");
    if (find_command("go", b->go, sizeof b->go))
        return;
    if (root && (size_t)snprintf(b->go, sizeof b->go, "%s/bin/go", root) < sizeof b->go && access(b->go, X_OK) == 0)
        return;
    b->go[0] = 0;
}

// Ctrl-C ends the programs that run, and this one when the temporary folder is gone.
static volatile sig_atomic_t stopped;

static void stop(int sig)
{
    stopped = sig;
}

// Keeps standard input for the runs. false: it cannot be kept.
static bool keep_input(Bench *b)
{
    struct stat st;
    if (isatty(STDIN_FILENO) || fstat(STDIN_FILENO, &st) != 0 || S_ISCHR(st.st_mode))
        return true;
    snprintf(b->input, sizeof b->input, "%s/input", b->dir);
    FILE *f = fopen(b->input, "wb");
    char block[1 << 14];
    bool ok = f != NULL;
    for (ssize_t n; ok && !stopped && (n = read(STDIN_FILENO, block, sizeof block)) != 0;)
        ok = n > 0 ? fwrite(block, 1, (size_t)n, f) == (size_t)n : errno == EINTR;
    return f && fclose(f) == 0 && ok;
}

static void show_progress(const Bench *b, const char *way, int run, int n_runs)
{
    if (b->shows_progress)
        fprintf(stderr, "\r\033[K%s%s", way, n_runs > 1 ? "" : way[0] ? " ..." : "");
    if (b->shows_progress && n_runs > 1)
        fprintf(stderr, ": %d of %d", run, n_runs);
}

typedef struct Measured {
    double seconds;
    long peak_kb;
    int status; // -1: could not be started
} Measured;

static void child_side(const Bench *b, char *const *argv)
{
    int in = open(b->input[0] ? b->input : "/dev/null", O_RDONLY), out = open(b->output, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (in < 0 || out < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(out, 2) < 0)
        _exit(127);
    execv(argv[0], argv);
    _exit(127);
}

// A process in between waits for the command, so that its peak is of that tree alone.
static Measured measure(const Bench *b, char *const *argv)
{
    Measured m = {.status = -1};
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return m;
    fflush(NULL);
    pid_t between = fork();
    if (between == 0) {
        int64_t began = clock_ns();
        pid_t pid = fork();
        if (pid == 0)
            child_side(b, argv);
        int status = 0;
        while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
            ;
        struct rusage use;
        getrusage(RUSAGE_CHILDREN, &use);
        Measured r = {(double)(clock_ns() - began) / 1e9, use.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status)};
        if (pid < 0)
            r.status = -1;
        _exit(write(ends[1], &r, sizeof r) == (ssize_t)sizeof r ? 0 : 1);
    }
    close(ends[1]);
    if (between > 0 && read(ends[0], &m, sizeof m) != (ssize_t)sizeof m)
        m.status = -1;
    close(ends[0]);
    while (between > 0 && waitpid(between, NULL, 0) < 0 && errno == EINTR)
        ;
    return m;
}

static char *read_output(const Bench *b, size_t *len)
{
    FILE *f = fopen(b->output, "rb");
    char *text = NULL;
    *len = 0;
    if (!f)
        return NULL;
    if (fseek(f, 0, SEEK_END) == 0) {
        long n = ftell(f);
        rewind(f);
        text = n >= 0 ? malloc((size_t)n + 1) : NULL;
        *len = text ? fread(text, 1, (size_t)n, f) : 0;
    }
    fclose(f);
    return text;
}

// Whether two outputs are of the same bytes, in whatever order: that of goroutines may be left open.
static bool same_bytes(const char *a, size_t n, const char *b, size_t m)
{
    long counts[256] = {0};
    if (n != m || !a || !b)
        return false;
    for (size_t i = 0; i < n; i++) {
        counts[(unsigned char)a[i]]++;
        counts[(unsigned char)b[i]]--;
    }
    for (int i = 0; i < 256; i++)
        if (counts[i])
            return false;
    return true;
}

static int compare_seconds(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static Way *add_way(Bench *b, const char *name)
{
    if (b->c->n == COMPARE_MAX_WAYS)
        return NULL;
    Way *w = &b->c->ways[b->c->n++];
    *w = (Way){.name = name, .start = -1, .compile = -1, .same_output = true};
    return w;
}

// The command and the program's name, and the program's own arguments behind them.
static void put_argv(const Bench *b, const char *const *front, int n_front, char *argv[MAX_ARGS + 8])
{
    int n = 0;
    for (int i = 0; i < n_front; i++)
        argv[n++] = (char *)(uintptr_t)front[i];
    for (int i = 0; i < b->o->n_args && n < MAX_ARGS; i++)
        argv[n++] = b->o->args[i];
    argv[n] = NULL;
}

static void run_way(Bench *b, Way *w, const char *const *front, int n_front, int n_runs)
{
    char *argv[MAX_ARGS + 8];
    put_argv(b, front, n_front, argv);
    double spent = 0;
    for (int i = 0; i < n_runs && i < COMPARE_MAX_RUNS && !stopped && (i == 0 || spent + spent / i < b->o->max_seconds); i++) {
        show_progress(b, w->name, i + 1, n_runs);
        Measured m = measure(b, argv);
        spent += m.seconds;
        w->status = m.status;
        if (m.status < 0 || m.status == 127) {
            w->note = "could not be started";
            break;
        }
        w->seconds[w->n_runs++] = m.seconds;
        if (m.peak_kb > w->peak_kb)
            w->peak_kb = m.peak_kb;
        size_t len;
        char *text = read_output(b, &len);
        if (!b->first) {
            b->first = text;
            b->first_len = len;
        } else {
            if (!same_bytes(text, len, b->first, b->first_len))
                w->same_output = false;
            free(text);
        }
    }
    qsort(w->seconds, (size_t)w->n_runs, sizeof *w->seconds, compare_seconds);
}

// The median of some runs of an empty program: no more than were asked for, and five are enough.
static double start_of(Bench *b, const char *const *front, int n_front)
{
    CompareOptions plain = *b->o;
    plain.n_args = 0;
    Comparison aside = {.n = 0};
    Bench other = *b;
    other.o = &plain;
    other.c = &aside;
    other.first = NULL;
    other.input[0] = 0;
    Way *w = add_way(&other, "start");
    run_way(&other, w, front, n_front, b->o->n_runs < 5 ? b->o->n_runs : 5);
    free(other.first);
    return w->n_runs > 0 && w->status == 0 ? way_median(w) : -1;
}

// What minigo says of its own stages, in one more run; < 0: it does not say.
static double compile_of(Bench *b)
{
    static const char key[] = "{\"ns\":{";
    char *argv[MAX_ARGS + 8];
    size_t len;
    put_argv(b, (const char *[]){b->o->minigo, "--stats", "--json", b->o->program}, 4, argv);
    Measured m = measure(b, argv);
    char *text = m.status >= 0 ? read_output(b, &len) : NULL, *at = NULL;
    for (char *p = text; p && (p = memmem(p, (size_t)(text + len - p), key, sizeof key - 1)); p++)
        at = p; // the last one: the program may print such a text itself
    long long lex, parse, check, compile;
    double seconds = -1;
    if (at) {
        text[len] = 0;
        if (sscanf(at, "{\"ns\":{\"read\":%*d,\"lex\":%lld,\"parse\":%lld,\"check\":%lld,\"compile\":%lld", &lex, &parse, &check, &compile) == 4)
            seconds = (double)(lex + parse + check + compile) / 1e9;
    }
    free(text);
    return seconds;
}

static const char *write_file(const Bench *b, const char *name, const char *text, char *path, size_t size)
{
    snprintf(path, size, "%s/%s", b->dir, name);
    FILE *f = fopen(path, "w");
    if (f) {
        fputs(text, f);
        fclose(f);
    }
    return path;
}

static const char EMPTY_GO[] = "package main\n\nfunc main() {\n}\n";

static void run_minigo(Bench *b)
{
    Way *w = add_way(b, "minigo");
    char empty[300];
    write_file(b, "empty.go", EMPTY_GO, empty, sizeof empty);
    run_way(b, w, (const char *[]){b->o->minigo, b->o->program}, 2, b->o->n_runs);
    w->start = start_of(b, (const char *[]){b->o->minigo, empty}, 2);
    b->c->interpreted = (int)(w - b->c->ways);
    w->compile = stopped ? -1 : compile_of(b);
}

static void run_go(Bench *b)
{
    if (!b->go[0]) {
        Way *w = add_way(b, "go");
        w->note = "no go command was found";
        return;
    }
    char cache[300], exe[300], empty[300], empty_exe[300];
    snprintf(cache, sizeof cache, "%s/cache", b->dir);
    snprintf(exe, sizeof exe, "%s/program", b->dir);
    snprintf(empty, sizeof empty, "%s/empty.go", b->dir);
    snprintf(empty_exe, sizeof empty_exe, "%s/empty", b->dir);
    setenv("GOCACHE", cache, 1);
    setenv("GOTOOLCHAIN", "local", 0);
    Way *cold = add_way(b, "go run (cold)");
    run_way(b, cold, (const char *[]){b->go, "run", b->o->program}, 3, 1);
    cold->note = "empty build cache";
    Way *warm = add_way(b, "go run (warm)");
    run_way(b, warm, (const char *[]){b->go, "run", b->o->program}, 3, b->o->n_runs);
    warm->start = start_of(b, (const char *[]){b->go, "run", empty}, 3);
    Way *built = add_way(b, "go build, run");
    unlink(exe);
    show_progress(b, "go build", 1, 1);
    Measured m = measure(b, (char *[]){b->go, (char[]){"build"}, (char[]){"-o"}, exe, (char *)(uintptr_t)b->o->program, NULL});
    if (m.status != 0) {
        built->status = m.status;
        built->note = "go build failed";
        return;
    }
    run_way(b, built, (const char *[]){exe}, 1, b->o->n_runs);
    built->compile = m.seconds;
    if (measure(b, (char *[]){b->go, (char[]){"build"}, (char[]){"-o"}, empty_exe, empty, NULL}).status == 0)
        built->start = start_of(b, (const char *[]){empty_exe}, 1);
    if (built->n_runs > 0 && built->status != 127)
        b->c->built = (int)(built - b->c->ways);
}

static void run_twin(Bench *b, const char *ext, const char *const *interpreters)
{
    char path[4096], command[1024], empty[300], name[32];
    size_t n = strlen(b->o->program);
    if (n < 3 || (size_t)snprintf(path, sizeof path, "%.*s%s", (int)(n - 3), b->o->program, ext) >= sizeof path || access(path, R_OK) != 0)
        return;
    for (int i = 0; interpreters[i]; i++) {
        if (!find_command(interpreters[i], command, sizeof command))
            continue;
        Way *w = add_way(b, interpreters[i]);
        run_way(b, w, (const char *[]){command, path}, 2, b->o->n_runs);
        snprintf(name, sizeof name, "empty%s", ext);
        write_file(b, name, "", empty, sizeof empty);
        w->start = start_of(b, (const char *[]){command, empty}, 2);
        w->note = "its twin";
        return;
    }
}

static void remove_tree(Bench *b)
{
    char *const argv[] = {(char[]){"/bin/rm"}, (char[]){"-rf"}, b->dir, NULL};
    pid_t pid;
    if (posix_spawn(&pid, argv[0], NULL, NULL, argv, environ) == 0)
        waitpid(pid, NULL, 0);
}

// What does not compile is not compared: the messages are all there is to say.
static bool is_right(Bench *b, const char **error)
{
    Measured m = measure(b, (char *[]){(char *)(uintptr_t)b->o->minigo, (char[]){"check"}, (char *)(uintptr_t)b->o->program, NULL});
    if (m.status == 0 || stopped)
        return !stopped;
    size_t len;
    char *text = read_output(b, &len);
    if (text)
        fwrite(text, 1, len, stderr);
    free(text);
    *error = "the program is not run";
    return false;
}

bool compare_run(const CompareOptions *options, Comparison *out, const char **error)
{
    *out = (Comparison){.program = options->program, .interpreted = -1, .built = -1};
    Bench b = {.o = options, .c = out};
    const char *tmp = getenv("TMPDIR");
    if ((size_t)snprintf(b.dir, sizeof b.dir, "%s/minigo-compare-XXXXXX", tmp && *tmp ? tmp : "/tmp") >= sizeof b.dir || !mkdtemp(b.dir)) {
        *error = "there is no folder for temporary files";
        return false;
    }
    snprintf(b.output, sizeof b.output, "%s/output", b.dir);
    b.shows_progress = isatty(STDERR_FILENO);
    signal(SIGINT, stop);
    signal(SIGTERM, stop);
    if (!keep_input(&b)) {
        *error = "standard input cannot be read";
    } else if (is_right(&b, error)) {
        find_go(&b);
        run_minigo(&b);
        run_go(&b);
        run_twin(&b, ".py", (const char *const[]){"python3", NULL});
        run_twin(&b, ".lua", (const char *const[]){"lua", "lua5.4", NULL});
    }
    show_progress(&b, "", 1, 1);
    free(b.first);
    remove_tree(&b);
    if (stopped) {
        signal(stopped, SIG_DFL);
        raise(stopped);
    }
    return !*error;
}

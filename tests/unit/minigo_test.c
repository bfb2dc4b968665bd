// minigo_test.c: the embedding API: a program given as text is loaded, what is wrong with it is said, and it runs.
// uses: driver
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "driver/minigo.h"

static const char program[] = "package main\n"
                              "import \"os\"\n"
                              "func main() {\n"
                              "\tif len(os.Args) == 3 && os.Args[0] == \"embedded\" && os.Args[2] == \"b\" {\n"
                              "\t\tos.Exit(7)\n"
                              "\t}\n"
                              "}\n";

// In a process of its own: one that failed to load can load nothing more.
static bool says_what_is_wrong(void)
{
    Minigo *minigo = minigo_new();
    char *text = NULL;
    size_t n = 0;
    FILE *errors = open_memstream(&text, &n);
    const char wrong[] = "package main\nfunc main() { x }\n";
    bool loaded = minigo_load_text(minigo, "wrong.go", wrong, strlen(wrong), &(MinigoOptions){.errors = errors});
    fclose(errors);
    return !loaded && strcmp(text, "wrong.go:2:15: undefined: x\n") == 0 && minigo_run(minigo, "wrong", NULL, 0) == 1;
}

static void wrong_text(void **state)
{
    (void)state;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        _exit(says_what_is_wrong() ? 0 : 1);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

static void right_text(void **state)
{
    (void)state;
    Minigo *minigo = minigo_new();
    assert_non_null(minigo);
    assert_null(minigo_new()); // a process has one
    assert_true(minigo_load_text(minigo, "right.go", program, strlen(program), NULL));
    char a[] = "a", b[] = "b", *args[] = {a, b};
    assert_int_equal(minigo_run(minigo, "embedded", args, 2), 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(wrong_text), cmocka_unit_test(right_text)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fflush(stdout);
    _Exit(failed); // the program's threads go on
}

// cmd.h: the command line: what its files share.
#ifndef CMD_CMD_H
#define CMD_CMD_H
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "driver/dump.h"
#include "driver/run.h"

enum { EXIT_USAGE = 2, EXIT_COMPILE = 1 };

typedef struct Options {
    Stage dump;
    bool color;        // of messages on stderr, and of a session
    bool dumb;         // the terminal can only go on writing (TERM)
    uint64_t max_memory;
    bool gc_stress, sched_stress, show_compiled, trace, stats, json;
    bool help, version;
    const char *html;  // NULL: none
    int runs;          // 0: as many as usual
    const char *text;  // of -e; NULL: none
    uint32_t given;    // a bit for each row of options.def
} Options;

typedef struct Words { // of the command line, what is left of them
    char **at;
    int n;
} Words;

typedef int CommandFn(const Options *options, Words words);
typedef struct Command {
    const char *name, *arguments, *words;
    CommandFn *run;
} Command;

const Command *command_find(const char *name);
const char *command_like(const char *name); // the name of a command that is nearly so spelled; NULL: none
// The number of letters to insert, drop, exchange or swap with the next that make b of a (Damerau 1964, adjacent swaps).
int spelling_distance(const char *a, const char *b);
const Command *command_at(int i); // NULL behind the last

void options_init(Options *options); // as the terminal and the environment say
// Takes options off the front of words. false: a wrong one was reported.
bool options_parse(Options *options, Words *words);
// Is each option that was given one of command's ("": of minigo without one)? false: a wrong one was reported.
bool options_fit(const Options *options, const char *command);
bool options_exist(const char *command); // besides --help
void options_print_help(const char *command, FILE *out); // NULL: of all
RunOptions options_run(const Options *options, const char *name, Words args); // for a program of that name

typedef struct OptionRow {
    const char *name, *value, *commands, *words; // value: NULL: it takes none
} OptionRow;
bool option_at(int i, OptionRow *out); // false: behind the last
// What the build asks for: --man, --completion=bash, zsh or fish. false: it is none of these.
bool manual_print(const char *word, FILE *out);

// The files of a program at the front of words: Go files, or one folder, one script, or "-". *n of them.
void words_take_program(Words *words, int *n);

// What `minigo FILE` runs: a program, or, without a package clause, a script.
int cmd_program(const Options *options, Words words);
int cmd_run(const Options *options, Words words);
int cmd_check(const Options *options, Words words);
int cmd_repl(const Options *options, Words words);
// Runs a text without a package clause: declarations and statements in order; show: the value of a last expression is printed.
int run_script(const Options *options, const char *name, Str text, Words args, bool show);
int cmd_compare(const Options *options, Words words);
int cmd_version(const Options *options, Words words);
int cmd_help(const Options *options, Words words);
void print_usage(FILE *out);
#endif

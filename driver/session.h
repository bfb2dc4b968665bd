// session.h: everything of one program that is being read, checked and run.
// Threads: the front end runs under the compile lock; nothing here is touched without it once the program runs.
// Memory: one arena; owned by whoever called session_init.
#ifndef DRIVER_SESSION_H
#define DRIVER_SESSION_H
#include "parser/parser.h"
#include "types/check.h"

struct StdFile;
typedef struct Session {
    Arena arena;
    Interner names;
    FileSet files;
    DiagSink diags;
    AstIds ids;
    ParseContext parse;
    Info *info;
    Checker *checker;
    Importer importer;
    struct StdFile *std_files;          // by index of embed_files: what was made of each; driver/std.c
    HashMap std_packages;               // EmbedPackage -> StdPackage
    VEC(Package *) std_list;            // embedded packages that were reached, in order
    VEC(struct UserPackage *) packages; // the program's own, each behind those that it imports
    VEC(struct Module *) modules;
    struct {
        int64_t read, parse, check; // nanoseconds so far; check: with what it reads of the library
    } spent;
    const char *cwd;                    // absolute; "" if unknown
} Session;

void session_init(Session *s);
#endif

// load.h: from files and folders named on a command line to packages: reads, parses, follows imports.
#ifndef DRIVER_LOAD_H
#define DRIVER_LOAD_H
#include "driver/module.h"
#include "driver/session.h"

typedef struct ImportEntry { // what an import path stands for in a package's files
    Package *pkg;            // NULL: not found
    const char *error;       // then: why, as it stands behind the position
    const char *error_line;  // and as `go` reports it before compiling, when that is more than position and text
} ImportEntry;

typedef struct UserPackage {
    Package *pkg;
    const char *dir;         // absolute
    const char *shown;       // as import chains name it: "command-line-arguments", "test/a"
    Module *module;          // NULL: none
    HashMap imports;         // Name of the path -> ImportEntry
    bool loading;            // on the way down: meeting it again is a cycle
    struct UserPackage *importer; // that first led here, and
    const char *import_file; // in which file
} UserPackage;

typedef struct LoadResult {
    UserPackage *main; // NULL: nothing could be loaded
    Buf errors;        // lines of what stands in the way of compiling; the caller's to free
} LoadResult;

// names: Go files of one folder, or one folder. Parsing messages go to the session's sink. "-" is standard input. Packages are in
// s->packages afterwards, those imported first.
LoadResult load_program(Session *s, char *const *names, int n);

// The same for one text; name is what messages call it. Imports are looked for from the current folder.
LoadResult load_text(Session *s, const char *name, Str text);

// The Importer of the checker.
Package *load_import(Importer *imp, const char *path, Package *importer, Pos pos, const char **error);
#endif

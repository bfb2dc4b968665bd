// module.h: go.mod files: which folder an import path stands for.
#ifndef DRIVER_MODULE_H
#define DRIVER_MODULE_H
#include "driver/session.h"

typedef struct ModuleReplace {
    const char *path, *to; // `to`: a folder (absolute) or another module's path
    const char *version;   // of `to`, when that is a module's path
} ModuleReplace;

typedef struct ModuleRequire {
    const char *path, *version;
} ModuleRequire;

typedef struct Module {
    const char *root; // absolute folder
    const char *path; // module path; "" if the file says none
    int go_minor;     // `go 1.N`; 0: not given
    const char *error; // what is wrong with the file, as `go` says it; NULL: nothing
    VEC(ModuleRequire) requires;
    VEC(ModuleReplace) replaces;
} Module;

// The module whose go.mod is in `dir` or the nearest folder above it; NULL: none.
Module *module_find(Session *s, const char *dir);
// The folder (absolute, arena) where the module looks for an import path; NULL: the path is not of this module nor of what it
// requires. The folder need not exist.
const char *module_folder(Session *s, const Module *m, const char *import_path);

bool path_is_dir(const char *path);
bool path_is_file(const char *path);
// Absolute, without "." and ".." and doubled slashes.
const char *path_clean(Session *s, const char *dir, const char *path);
// As messages show a file: relative to the current folder if that is shorter, with "./" before a bare name.
const char *path_display(Session *s, const char *absolute);
// Without that "./", which the messages of the command `go` itself do not have.
const char *path_bare(const char *shown);
#endif

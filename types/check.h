// check.h: the front end's back half as others see it: trees in, checked packages out.
// Threads: everything here runs under one lock (the session's compile lock); the results are constant afterwards.
// Sources: the Go specification; messages and their places are those of the reference compiler.
#ifndef TYPES_CHECK_H
#define TYPES_CHECK_H
#include "source/diag.h"
#include "types/info.h"
#include "types/object.h"

typedef struct Checker Checker;

// Finds packages for import declarations.
typedef struct Importer {
    // The package of that path as imported by a file in `dir` (of the importing package). NULL: *error (arena) holds the words
    // that go behind the import's position. The package has name, path, scope; a user's package comes checked.
    Package *(*import)(struct Importer *imp, const char *path, Package *importer, Pos pos, const char **error);
} Importer;

typedef struct CheckConfig {
    Arena *arena; // of the session
    Interner *names;
    FileSet *files;
    DiagSink *diags;
    Importer *importer;
    Info *info;
    bool allow_unused; // REPL: unused variables and imports are no errors
} CheckConfig;

Checker *checker_new(const CheckConfig *cfg);
void checker_free(Checker *c); // what is not in the arena

// Unused variables are no errors from now on (sessions).
void checker_allow_unused(Checker *c);

// Predeclared types.
Type *basic_type(Checker *c, Kind kind);
Type *type_error(Checker *c); // the predeclared error
Type *type_any(Checker *c);
Package *unsafe_package(Checker *c);

Package *package_new(Checker *c, const char *path, Name name);

// Checks all files of a user's package (pkg->files filled): declarations, bodies, unused things, initialization order.
// false: there were errors (in the sink). Imports are asked of the importer.
bool check_package(Checker *c, Package *pkg);

// Reports wrong branches and labels of all functions in a file. check_package does so itself; this is for files with syntax errors,
// whose package is not checked. (Only messages that begin with "syntax error" keep a package from being checked: what the
// lexer says of literals does not.)
void check_branches(Checker *c, AstFile *file);

// For embedded packages: collects the declarations of one tree (from parse_declaration) into the package's scope. Nothing is
// resolved yet. `file_scope` holds the imports of the file it comes from.
void check_add_declaration(Checker *c, Package *pkg, Scope *file_scope, Node *decl);
// Makes the scope of a file and fills it from its import declarations.
Scope *check_file_scope(Checker *c, Package *pkg, AstFile *file);

// Resolves a package-level object (type, constant value). Idempotent. Does nothing if it is resolved.
void check_resolve(Checker *c, Object *o);
// Checks the body of a function or method of an embedded package when it is first compiled. false: errors.
bool check_body(Checker *c, Object *func);
// Checks the initialiser of an embedded package's variable; *order (arena) says what to run. NULL in it: no initialiser.
bool check_var_init(Checker *c, Object *var, InitOrder **order);
// The package-level constants, variables and functions (and methods) of its own package that the initialiser or body of o
// names, once that was checked; in order of first mention.
Object **check_dependencies(Object *o, int *n);

// The method or field `name` of t: selection path, or NULL. addressable: pointer methods count too.
// Only exported names, or those of pkg, are found.
Object *lookup_field_or_method(Checker *c, Type *t, bool addressable, Package *pkg, Name name, int **path, int *n_path, bool *indirect);

typedef struct MethodSetEntry {
    Object *obj; // OBJ_FUNC
    int *path;   // embedded fields to follow, then the method's index
    int n_path;
    bool indirect; // through an embedded pointer
} MethodSetEntry;
// The method set of t as the specification defines it, sorted by name (exported first compare by text, then by package).
MethodSetEntry *method_set(Checker *c, Type *t, int *n);
// All methods of an interface type, sorted likewise.
Object **interface_methods(Checker *c, Type *iface, int *n);
bool type_implements(Checker *c, Type *t, Type *iface);

// Types made after checking, by the compiler (canonical run-time types need none).
Type *type_new_pointer(Checker *c, Type *elem);
Type *type_new_slice(Checker *c, Type *elem);
Type *type_new_map(Checker *c, Type *key, Type *elem);
#endif

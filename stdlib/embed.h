// embed.h: the standard library inside the executable: texts, an index of their declarations, natives.
// Way: made by tools/gen_stdlib.py from stdlib/**/*.go and the NATIVE( rows of stdlib/**/*.c; driver/std.c reads a
//   declaration when it is first reached, so that an import costs only what is used.
// Memory: constant. Everything is offsets, so that starting relocates next to nothing.
#ifndef STDLIB_EMBED_H
#define STDLIB_EMBED_H
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "runtime/native.h"

typedef enum EmbedKind {
    EMBED_IMPORT,
    EMBED_CONST,
    EMBED_TYPE,
    EMBED_VAR,
    EMBED_FUNC,
    EMBED_METHOD,
    EMBED_INIT
} EmbedKind;

typedef struct EmbedDecl {
    uint32_t name;       // into embed_names; of an import: the path
    uint32_t base;       // METHOD: the receiver's base type
    uint32_t start, end; // bytes of the file: exactly one declaration (a whole group for constants that need each other)
    uint32_t body;       // FUNC, METHOD, INIT: where the `{` of its body is; 0: it has none
    uint16_t file;       // into embed_files
    uint8_t kind;        // EmbedKind
} EmbedDecl;

typedef struct EmbedFile {
    const char *name; // "fmt/print.go"
    const char *text; // NUL-padded
    uint32_t len;
    uint32_t first_import, n_imports; // into embed_decls
} EmbedFile;

typedef struct EmbedPackage {
    const char *path, *name;
    uint32_t first_file, n_files;
    uint32_t first_decl, n_decls;     // constants, types, variables, functions: sorted by name
    uint32_t first_method, n_methods; // sorted by base type, then in source order
    uint32_t first_init, n_inits;     // func init, in source order
} EmbedPackage;

extern const EmbedFile embed_files[];
extern const EmbedPackage embed_packages[]; // sorted by path
extern const int embed_n_packages;
extern const char embed_names[];
extern const EmbedDecl embed_decls[];
extern Native embed_natives[]; // sorted by name; frame_bytes 0 until found: they stand in embed_native_bytes
extern const int *const embed_native_bytes[];
extern const int embed_n_natives;

// The package of that import path; NULL: not in the library.
const EmbedPackage *embed_find_package(const char *path);
// The declaration of that name; NULL: the package has none.
const EmbedDecl *embed_find_decl(const EmbedPackage *p, const char *name);
// The methods declared for type `base`: *n of them, in source order.
const EmbedDecl *embed_find_methods(const EmbedPackage *p, const char *base, int *n);

static inline const char *embed_decl_name(const EmbedDecl *d)
{
    return embed_names + d->name;
}
static inline bool embed_decl_is_exported(const EmbedDecl *d)
{
    char first = *embed_decl_name(d);
    return first >= 'A' && first <= 'Z';
}
// For the library itself alone.
static inline bool embed_is_internal(const EmbedPackage *p)
{
    return strncmp(p->path, "internal/", 9) == 0 || strstr(p->path, "/internal/");
}
#endif

// find.c: looks things up in the embedded library's index.
#include <string.h>

#include "stdlib/embed.h"

const EmbedPackage *embed_find_package(const char *path)
{
    int low = 0, high = embed_n_packages;
    while (low < high) {
        int mid = (low + high) / 2;
        int order = strcmp(embed_packages[mid].path, path);
        if (order == 0)
            return &embed_packages[mid];
        if (order < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return NULL;
}

const EmbedDecl *embed_find_decl(const EmbedPackage *p, const char *name)
{
    uint32_t low = p->first_decl, high = p->first_decl + p->n_decls;
    while (low < high) {
        uint32_t mid = (low + high) / 2;
        int order = strcmp(embed_names + embed_decls[mid].name, name);
        if (order == 0)
            return &embed_decls[mid];
        if (order < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return NULL;
}

const EmbedDecl *embed_find_methods(const EmbedPackage *p, const char *base, int *n)
{
    uint32_t low = p->first_method, end = p->first_method + p->n_methods, high = end;
    while (low < high) { // the first one that is not below base
        uint32_t mid = (low + high) / 2;
        if (strcmp(embed_names + embed_decls[mid].base, base) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    *n = 0;
    while (low + (uint32_t)*n < end && strcmp(embed_names + embed_decls[low + (uint32_t)*n].base, base) == 0)
        ++*n;
    return &embed_decls[low];
}

const Native *native_find(const char *name)
{
    int low = 0, high = embed_n_natives;
    while (low < high) {
        int mid = (low + high) / 2;
        int order = strcmp(embed_natives[mid].name, name);
        if (order == 0) {
            // Known to the linker only, so it is put in at first use (under the compile lock).
            embed_natives[mid].frame_bytes = *embed_native_bytes[mid];
            return &embed_natives[mid];
        }
        if (order < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return NULL;
}

const char *native_find_name(const void *fn)
{
    for (int i = 0; i < embed_n_natives; i++)
        if ((const void *)(uintptr_t)embed_natives[i].fn == fn)
            return embed_natives[i].name;
    return NULL;
}

// std.h: packages of the embedded library, read declaration by declaration when a name is first asked for.
#ifndef DRIVER_STD_H
#define DRIVER_STD_H
#include "driver/session.h"

void std_init(Session *s);
// The package of that import path, nothing of it read yet; NULL: the library has no such package.
Package *std_package(Session *s, const char *path);
// Reads the package's func init, if that was not done: they stand in pkg->init_funcs then.
void std_read_inits(Session *s, Package *pkg);
// Reads every declaration of the package (tests, tools).
void std_read_all(Session *s, Package *pkg);
#endif

// interp.h: between the two builds of the interpreter's loop.
#ifndef VM_INTERP_H
#define VM_INTERP_H
#include "runtime/g.h"

extern bool interp_counts;       // the counting build is to run
RunResult interp_counted(G *g);
#endif

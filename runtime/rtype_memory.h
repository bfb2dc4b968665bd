// rtype_memory.h: memory for what belongs to run-time types: itabs, map layouts.
#ifndef RUNTIME_RTYPE_MEMORY_H
#define RUNTIME_RTYPE_MEMORY_H
#include "base/parcels.h"

// Zeroed, outside the collector's heap, for ever. Must not hold the only pointer to a collected object.
void *rtype_memory(size_t bytes);
// What all of it refers to lasts.
void rtype_memory_mark(Parcels *parcels);
#endif

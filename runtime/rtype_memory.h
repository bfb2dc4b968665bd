// rtype_memory.h: memory for what belongs to run-time types: itabs, map layouts.
#ifndef RUNTIME_RTYPE_MEMORY_H
#define RUNTIME_RTYPE_MEMORY_H
#include <stddef.h>

// Zeroed, outside the collector's heap, for ever. Must not hold the only pointer to a collected object.
void *rtype_memory(size_t bytes);
#endif

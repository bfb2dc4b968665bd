// memory.h: the process's memory as it starts: malloc's settings, and the pages that every run touches.
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H
#include <stddef.h>

// Settles how malloc works, and makes present what every run touches. To be called first in main, before any other thread.
void memory_prepare(void);

// Makes the pages of bytes at p present for writing at once: a page fault each costs 5 to 15 times as much where the machine is a virtual one.
// Does nothing where the kernel cannot (before Linux 5.14). errno stays.
void memory_touch(void *p, size_t bytes);
#endif

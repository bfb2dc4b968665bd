// write.h: output to a descriptor, whole.
#ifndef BASE_WRITE_H
#define BASE_WRITE_H
#include <stddef.h>

// Writes n bytes, whatever interrupts; waits where a non-blocking descriptor is full. Gives up silently when it is closed.
void write_whole(int fd, const char *bytes, size_t n);
#endif

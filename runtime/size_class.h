// size_class.h: the sizes that Go's allocator rounds up to; visible through cap.
#ifndef RUNTIME_SIZE_CLASS_H
#define RUNTIME_SIZE_CLASS_H
#include <stdbool.h>
#include <stdint.h>

// What an allocation of bytes really holds. 0 for 0.
uint64_t size_class_round(uint64_t bytes, bool pointers);
#endif

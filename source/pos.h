// pos.h: a place in a source text as 32 bits.
#ifndef SOURCE_POS_H
#define SOURCE_POS_H
#include <stdint.h>

// 0: no position. Else 1 + an offset into the texts of a FileSet laid end to end. Later text,
// larger number.
typedef uint32_t Pos;

enum { NO_POS = 0 };
#endif

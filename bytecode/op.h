// op.h: the instructions as numbers, and what is known of each, from bytecode/ops/*.inc.
#ifndef BYTECODE_OP_H
#define BYTECODE_OP_H
#include <stdint.h>

enum OpEffects { PURE = 0, JUMP = 1, POLL = 2, CALL_ = 4, RETURN_ = 8, PANICS = 16, PARKS = 32, ALLOCS = 64, BARRIERS = 128 };

typedef enum Op {
#define OP(NAME, operands, effects, words) OP_##NAME,
#include "bytecode/ops.def"
#undef OP
    OP_COUNT
} Op;

typedef struct OpInfo {
    const char *name, *operands, *words, *effects;
    uint8_t n_words; // extra 64-bit words behind the instruction
} OpInfo;
extern const OpInfo op_info[OP_COUNT];
#endif

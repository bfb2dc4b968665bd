// op.h: the instructions as numbers, and what is known of each, from bytecode/ops/*.inc.
#ifndef BYTECODE_OP_H
#define BYTECODE_OP_H
#include <stdint.h>

enum OpEffects {
    EFFECT_PURE = 0,
    EFFECT_JUMP = 1,     // may go on elsewhere in this function
    EFFECT_POLL = 2,     // lets the scheduler stop the goroutine
    EFFECT_CALL = 4,     // runs another function
    EFFECT_RETURN = 8,   // leaves this function
    EFFECT_PANIC = 16,
    EFFECT_PARK = 32,    // the goroutine may wait
    EFFECT_ALLOC = 64,
    EFFECT_BARRIER = 128 // stores pointers into the heap
};

typedef enum Op {
#define OP(NAME, operands, effects, words) OP_##NAME,
#include "bytecode/ops.def"
#undef OP
    OP_COUNT
} Op;

typedef struct OpInfo {
    const char *name;
    const char *operands; // "d s s +k": see docs/contracts.md, "Instructions"
    const char *words;    // what it does
    uint16_t effects;     // OpEffects
    uint8_t n_words;      // extra 64-bit words behind the instruction: as many as operands with '+'
} OpInfo;
extern const OpInfo op_info[OP_COUNT];
#endif

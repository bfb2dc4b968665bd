// op.c: the table of what is known of each instruction.
#include "bytecode/op.h"

// As many words as operands with '+'; rows have at most three of them.
#define PLUS(s, i) (sizeof(s) > (i) && (s)[(i) < sizeof(s) ? (i) : 0] == '+')
#define PLUS4(s, i) (PLUS(s, i) + PLUS(s, (i) + 1) + PLUS(s, (i) + 2) + PLUS(s, (i) + 3))
#define N_PLUS(s) (PLUS4(s, 0) + PLUS4(s, 4) + PLUS4(s, 8) + PLUS4(s, 12) + PLUS4(s, 16))

const OpInfo op_info[OP_COUNT] = {
#define OP(NAME, operands, effects, words) {#NAME, operands, words, effects, N_PLUS(operands)},
#include "bytecode/ops.def"
#undef OP
};

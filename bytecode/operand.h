// operand.h: what an instruction's row says of its operands, decoded: for verifier, disassembler and assembler.
#ifndef BYTECODE_OPERAND_H
#define BYTECODE_OPERAND_H
#include <stdbool.h>

#include "bytecode/code.h"

enum { MAX_OPERANDS = 6 };

typedef enum OperandKind {
    OPERAND_SOURCE, OPERAND_DEST, OPERAND_FRAME, OPERAND_WINDOW, OPERAND_SIGNED, OPERAND_UNSIGNED, OPERAND_JUMP, OPERAND_WIDE, OPERAND_WIDE_JUMP,
    OPERAND_CONST, OPERAND_INDEX, OPERAND_POINTER, OPERAND_TYPE, OPERAND_FUNC, OPERAND_DESC
} OperandKind;

typedef struct Operand {
    OperandKind kind;
    int n_slots; // of SOURCE, DEST: 1 to 3, or 0: the row says in words how many
    int at;      // 0, 1, 2: a, b, c (the wide ones: b, c); from 3 on: word at - 3 behind the instruction
} Operand;

int op_operands(Op op, Operand out[MAX_OPERANDS]); // how many
static inline bool operand_is_slot(const Operand *o)
{
    return o->kind <= OPERAND_WINDOW;
}
static inline bool operand_is_jump(const Operand *o)
{
    return o->kind == OPERAND_JUMP || o->kind == OPERAND_WIDE_JUMP;
}
// The operand's value in the instruction at pc: slot index, immediate, jump offset, or word.
int64_t operand_value(const Operand *o, const Insn *pc);
// Whether code behind this instruction is only reached by jumps.
bool op_ends_block(Op op);
#endif

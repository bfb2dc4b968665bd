// operand.c: what an instruction's row says of its operands, decoded.
#include "bytecode/operand.h"

int op_operands(Op op, Operand out[MAX_OPERANDS])
{
    int n = 0, next = 0, next_word = 3;
    for (const char *p = op_info[op].operands; *p; p++) {
        if (*p == ' ')
            continue;
        Operand *o = &out[n++];
        bool word = *p == '+';
        if (word)
            p++;
        char letter = *p;
        int slots = 1;
        if (p[1] == 'n') {
            slots = 0;
            p++;
        } else if (p[1] >= '2' && p[1] <= '3') {
            slots = *++p - '0';
        }
        *o = (Operand){.n_slots = slots, .at = word ? next_word++ : next++};
        if (word) {
            o->kind = letter == 'k' ? OPERAND_CONST : letter == 's' ? OPERAND_INDEX : letter == 'p' ? OPERAND_POINTER : letter == 't' ? OPERAND_TYPE
                    : letter == 'f' ? OPERAND_FUNC : OPERAND_DESC;
            continue;
        }
        switch (letter) {
        case 's': o->kind = OPERAND_SOURCE; break;
        case 'd': o->kind = OPERAND_DEST; break;
        case 'f': o->kind = OPERAND_FRAME; break;
        case 'w': o->kind = OPERAND_WINDOW; break;
        case 'i': o->kind = OPERAND_SIGNED; break;
        case 'u': o->kind = OPERAND_UNSIGNED; break;
        case 'j': o->kind = OPERAND_JUMP; o->at = 2; break;
        case 'I': o->kind = OPERAND_WIDE; o->at = 1; break;
        case 'J': o->kind = OPERAND_WIDE_JUMP; o->at = 1; break;
        default: UNREACHABLE();
        }
    }
    return n;
}

int64_t operand_value(const Operand *o, const Insn *pc)
{
    if (o->at >= 3)
        return (int64_t)pc[o->at - 2];
    unsigned raw = (*pc >> (16 + 16 * o->at)) & 0xffff;
    switch (o->kind) {
    case OPERAND_SIGNED:
    case OPERAND_JUMP:
        return (int16_t)raw;
    case OPERAND_WIDE:
    case OPERAND_WIDE_JUMP:
        return insn_bc(*pc);
    default:
        return raw;
    }
}

bool op_ends_block(Op op)
{
    return op == OP_JMP || op == OP_JMPB || op == OP_TABLE || op == OP_PANIC || op == OP_FATAL || (op_info[op].effects & EFFECT_RETURN);
}

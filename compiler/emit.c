// emit.c: the list of instructions of the function being compiled.
// Way: files above append here, jumps name labels; finish.c turns the list into code. Operands are full integers until then.
#include "compiler/lower.h"

static Instr *append(FuncState *fs, Op op, int a, int b, int c, int n_words)
{
    Instr in = {.op = (uint16_t)op, .n_words = (uint8_t)n_words, .a = a, .b = b, .c = c, .label = -1};
    in.words = (uint32_t)fs->words.n;
    in.pos = fs->pos;
    in.unsigned_index = fs->unsigned_index;
    vec_push(&fs->code, &fs->arena, in);
    return &vec_last(&fs->code);
}

int emit(FuncState *fs, Op op, int a, int b, int c)
{
    append(fs, op, a, b, c, 0);
    return fs->code.n - 1;
}

int emit_word(FuncState *fs, Op op, int a, int b, int c, uint64_t word)
{
    append(fs, op, a, b, c, 1);
    vec_push(&fs->words, &fs->arena, word);
    return fs->code.n - 1;
}

int emit_words(FuncState *fs, Op op, int a, int b, int c, uint64_t w0, uint64_t w1)
{
    append(fs, op, a, b, c, 2);
    vec_push(&fs->words, &fs->arena, w0);
    vec_push(&fs->words, &fs->arena, w1);
    return fs->code.n - 1;
}

int emit_words3(FuncState *fs, Op op, int a, int b, int c, uint64_t w0, uint64_t w1, uint64_t w2)
{
    append(fs, op, a, b, c, 3);
    vec_push(&fs->words, &fs->arena, w0);
    vec_push(&fs->words, &fs->arena, w1);
    vec_push(&fs->words, &fs->arena, w2);
    return fs->code.n - 1;
}

int label_new(FuncState *fs)
{
    vec_push(&fs->labels, &fs->arena, -1);
    return fs->labels.n - 1;
}

void label_bind(FuncState *fs, int label)
{
    ASSERT(fs->labels.at[label] < 0);
    fs->labels.at[label] = fs->code.n;
    fs->last_bound = fs->code.n;
}

void emit_jump(FuncState *fs, int label)
{
    append(fs, OP_JMP, 0, 0, 0, 0)->label = label;
}

void emit_branch(FuncState *fs, Op op, int a, int b, int label)
{
    append(fs, op, a, b, 0, 0)->label = label;
}

Pos emit_at(FuncState *fs, Pos pos)
{
    Pos old = fs->pos;
    if (pos)
        fs->pos = pos;
    return old;
}

bool emit_is_reachable(FuncState *fs)
{
    if (fs->last_bound == fs->code.n)
        return true;
    for (int i = fs->code.n - 1; i >= 0; i--) {
        if (fs->code.at[i].is_dead)
            continue;
        switch (fs->code.at[i].op) {
        case OP_JMP:
        case OP_RET:
        case OP_RETD:
        case OP_PANIC:
        case OP_FATAL:
            return false;
        default:
            return true;
        }
    }
    return true;
}

// Two words are set aside, so that the instruction may become one with words.
int emit_placeholder(FuncState *fs)
{
    append(fs, OP_JMP, 0, 0, 0, 0)->is_dead = true;
    vec_push(&fs->words, &fs->arena, 0);
    vec_push(&fs->words, &fs->arena, 0);
    return fs->code.n - 1;
}

void emit_fill_words(FuncState *fs, int insn, Op op, int a, int b, int c, int n, const uint64_t *words)
{
    Instr *in = &fs->code.at[insn];
    in->is_dead = false;
    in->op = (uint16_t)op;
    in->a = a;
    in->b = b;
    in->c = c;
    in->n_words = (uint8_t)n;
    for (int i = 0; i < n; i++)
        fs->words.at[in->words + (uint32_t)i] = words[i];
}

// The labels travel in the word list until finish.c writes their offsets into the table.
void emit_table(FuncState *fs, int slot, JumpTable *table, const int *labels, int other_label)
{
    int i = emit_words(fs, OP_TABLE, slot, 0, 0, word_of(table), word_of(labels));
    fs->code.at[i].label = other_label;
}

Op op_inverse(Op op, bool *swap)
{
    *swap = false;
    switch (op) {
    case OP_JT: return OP_JF;
    case OP_JF: return OP_JT;
    case OP_JEQ: return OP_JNE;
    case OP_JNE: return OP_JEQ;
    case OP_JEQI: return OP_JNEI;
    case OP_JNEI: return OP_JEQI;
    case OP_JLTI: return OP_JGEI;
    case OP_JGEI: return OP_JLTI;
    case OP_JANDZ: return OP_JANDNZ;
    case OP_JANDNZ: return OP_JANDZ;
    case OP_JLDZ: return OP_JLDNZ;
    case OP_JLDNZ: return OP_JLDZ;
    case OP_JLEI: return OP_JGTI;
    case OP_JGTI: return OP_JLEI;
    case OP_JFEQ: return OP_JFNE;
    case OP_JFNE: return OP_JFEQ;
    case OP_JFLT: return OP_JFNLT;
    case OP_JFNLT: return OP_JFLT;
    case OP_JFLE: return OP_JFNLE;
    case OP_JFNLE: return OP_JFLE;
    case OP_JGEQ: return OP_JGNE;
    case OP_JGNE: return OP_JGEQ;
    case OP_JGLT: return OP_JGNLT;
    case OP_JGNLT: return OP_JGLT;
    case OP_JGLE: return OP_JGNLE;
    case OP_JGNLE: return OP_JGLE;
    case OP_JEQK: return OP_JNEK;
    case OP_JNEK: return OP_JEQK;
    case OP_JSTREQ: return OP_JSTRNE;
    case OP_JSTRNE: return OP_JSTREQ;
    case OP_JLT:
        *swap = true;
        return OP_JLE;
    case OP_JLE:
        *swap = true;
        return OP_JLT;
    case OP_JLTU:
        *swap = true;
        return OP_JLEU;
    case OP_JLEU:
        *swap = true;
        return OP_JLTU;
    default:
        return OP_COUNT;
    }
}

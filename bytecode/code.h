// code.h: compiled functions.
// An instruction is one 64-bit word {op, a, b, c: 16 bits each}, operands being slot indices from fp or immediates, followed by
// n_words words of its own. Jump offsets count 64-bit words from behind the whole instruction.
// Memory: code and Funcs live outside the collector's heap: for ever, or in an arena whose owner knows when nothing refers to them any
// more (a session's inputs: base/parcels.h). Literals they refer to are outside the heap too.
// Threads: a Func is changed only under the compile lock; `entry` is published by a release store.
#ifndef BYTECODE_CODE_H
#define BYTECODE_CODE_H
#include "base/buf.h"
#include "base/parcels.h"
#include "bytecode/op.h"
#include "runtime/native.h"
#include "runtime/value.h"

typedef uint64_t Insn;

static inline Insn insn_make(Op op, unsigned a, unsigned b, unsigned c)
{
    return (uint64_t)op | (uint64_t)(uint16_t)a << 16 | (uint64_t)(uint16_t)b << 32 | (uint64_t)(uint16_t)c << 48;
}
static inline Op insn_op(Insn i) { return (Op)(i & 0xffff); }
static inline unsigned insn_a(Insn i) { return (i >> 16) & 0xffff; }
static inline unsigned insn_b(Insn i) { return (i >> 32) & 0xffff; }
static inline unsigned insn_c(Insn i) { return (unsigned)(i >> 48); }
static inline int insn_sb(Insn i) { return (int16_t)(i >> 32); }
static inline int insn_sc(Insn i) { return (int16_t)(i >> 48); }
static inline int32_t insn_bc(Insn i) { return (int32_t)(i >> 32); } // 32-bit immediate or jump in b and c

enum FuncFlags {
    FUNC_WRAPPER = 1,  // made by the compiler (promoted methods, method values): skipped by recover and tracebacks
    FUNC_DEFERS = 2,   // may hold deferred calls: returns by RETD
    FUNC_RUNTIME = 4   // of package runtime: hidden in tracebacks
};

typedef struct LineEntry { // code words from `at` on belong to file:line
    uint32_t at;
    uint32_t line : 31;
    uint32_t unsigned_index : 1; // an index that is out of range there is shown without a sign
    uint32_t pos; // front end's Pos
} LineEntry;

typedef struct FileEntry { // code words from `at` on belong to file
    uint32_t at;
    const char *file;
} FileEntry;

struct LazyVar;

struct Func {
    // The hot part of a call. entry is read before frame_slots.
    const Insn *entry;       // atomic; where calls go: stub_compile until code is there and what it needs is initialised. The VM's
    uint32_t frame_slots;    // results, parameters, locals, temporaries, outgoing windows. Set with code
    uint32_t result_slots, param_slots; // at fp[0..results), fp[results..results+params). Set when the Func is made
    uint32_t flags;          // FuncFlags. Set when the Func is made
    Closure *closure;        // the function as a value: a static closure without captures {this}
    const Insn *code;        // NULL until compiled
    uint32_t code_words;
    uint32_t recover_at;     // code word to go on at after a recovered panic (a RETD)
    NativeFn native;         // body-less functions
    const char *name;        // as tracebacks show it: "main.(*T).Method", "main.main.func1"
    const char *file;        // of its declaration
    int32_t line;
    uint32_t n_lines;
    LineEntry *lines;        // sorted by at
    FileEntry *files;        // sorted by at; none for code of Func.file (//line comments say otherwise)
    uint32_t n_files;
    struct LazyVar **needs;  // package variables of embedded packages that must be initialised before it runs
    uint32_t n_needs;
    void *source;            // compiler's: what to compile
    struct Func *redirect;   // atomic; what to run instead: declared anew in a session with the same signature
    const char *stale;       // why it must not be called any more (a session's function whose callee has another signature now)
    Closure closure_storage; // closure points here
};

// A package variable of an embedded package, initialised when the first function that uses it is compiled.
typedef struct LazyVar {
    uint32_t state;   // atomic: 0 not initialised, 1 running, 2 done
    uint64_t owner;   // id of the goroutine that runs it
    Func *init;       // no parameters, no results; ends with INITDONE, RET. Itself compiled at first call
    const char *name;
} LazyVar;

typedef enum CallKind { CALL_STATIC, CALL_CLOSURE, CALL_IFACE } CallKind;
typedef struct CallDesc { // of go and defer statements
    uint8_t kind;     // CallKind
    uint16_t slot;    // CLOSURE: slot of the closure; IFACE: of the interface
    uint16_t method;  // IFACE
    Func *func;       // STATIC
    int32_t n_params; // parameter slots, receiver included; they stand at window + results
    int32_t n_results;
} CallDesc;

typedef struct SelectDescCase {
    bool is_send;
    int16_t chan, value, ok; // slots relative to the base operand; value, ok: -1 = none
} SelectDescCase;
typedef struct SelectDesc {
    int32_t n;
    bool has_default;
    SelectDescCase cases[];
} SelectDesc;

typedef struct JumpTable { // for TABLE: offset (words, from behind the instruction) for low + i; otherwise other
    int64_t low;
    int32_t n, other;
    int32_t offsets[];
} JumpTable;

typedef enum PrintKind { PRINT_BOOL, PRINT_INT, PRINT_UINT, PRINT_FLOAT, PRINT_COMPLEX, PRINT_STRING, PRINT_POINTER, PRINT_SLICE, PRINT_IFACE, PRINT_HEX, PRINT_SPACE, PRINT_NEWLINE,
    PRINT_FLOAT32,  // float32 as slots hold it: its shortest digits differ from those of the float64
    PRINT_COMPLEX64
} PrintKind;

// Calls of f run `to` (same signature, no captures) from now on; frames of f that are there go on. Under the compile lock.
void func_redirect(Func *f, Func *to);
// Calls of f panic with this text from now on. Under the compile lock; the text is borrowed for ever.
void func_make_stale(Func *f, const char *why);

// Code memory and the registry that finds a Func by pc (tracebacks). Any thread.
// arena NULL: memory that lasts for ever.
Insn *code_alloc(Arena *arena, uint32_t words);
Func *func_new(Arena *arena, const char *name); // zeroed but for closure, name, and entry = stub_compile. The name is borrowed for ever
void code_register(Func *f);      // after code and code_words are set; verifies it in debug builds
Func *code_find(const Insn *pc);  // NULL: not in any function's code
void code_sweep(const Parcels *parcels); // forgets the functions that lie in parcels that go
// Line of the instruction that contains pc - 1 when is_return, else pc. NULL: not known.
const LineEntry *func_line(const Func *f, const Insn *pc, bool is_return);
typedef struct CodePlace {
    const char *file;
    int line;
} CodePlace;
CodePlace func_place(const Func *f, const Insn *pc, bool is_return); // likewise; of the declaration where nothing better is known

// Code of the VM's own. All but stub_compile are returned to: the return pc is stub + STUB_RETURN.
extern const Insn stub_compile[], stub_goend[], stub_stackret[], stub_resume[], stub_unwind[];
enum { STUB_RETURN = 2 };

// What the VM asks of the compiler. Set by the driver.
typedef struct CompileHooks {
    // Compiles f (under the compile lock): sets code, code_words, frame_slots, lines, needs, and calls code_register. false: f cannot be compiled; *message says why (a bug or an unsupported construct).
    bool (*compile)(Func *f, const char **message);
    // The Go value for what the runtime raised: an `any` holding a runtime.Error.
    Iface (*panic_value)(G *g, const Raised *r);
} CompileHooks;
extern CompileHooks compile_hooks;

// The compile lock (hooks.c): the front end, the compiler and the tables of run-time types are used under it only. Recursive; held for
// milliseconds at most, never across Go code. Whoever calls compile_hooks.compile holds it.
void compile_lock(void);
void compile_unlock(void);
// For a thread that works for the holder of the lock, who waits for its end: the lock counts as its own.
void compile_lock_borrow(void);

// verify.c: NULL if f's code is well-formed (operands in the frame, jumps on instructions, no end to fall off), else what is wrong
// (a static buffer of the thread).
const char *verify_func(const Func *f);
// disasm.c: f's code as text, each source line above its instructions.
typedef struct DisasmWords {
    const char *(*line)(int line, void *data);             // the text of a source line, or NULL
    bool (*pointer)(const void *p, Buf *out, void *data); // appends the name of what is there; false: it has none
    void *data;
} DisasmWords;
void disasm_func(Buf *out, const Func *f, const DisasmWords *words); // words may be NULL, its functions too
// asm.c: the reverse, for tests: see there for the syntax. NULL: *message (static) says what is wrong. lookup names the words
// behind @name; may be NULL.
Func *asm_func(const char *name, const char *text, uint64_t (*lookup)(const char *name, void *data), void *data, const char **message);
#endif

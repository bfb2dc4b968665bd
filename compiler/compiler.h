// compiler.h: the inside of the compiler: what its files share, and who provides what. Others include compiler/compile.h.
// Way: a Func whose stub is called first gets compiled from its FuncSource (checked tree + side tables) into instructions:
//   func.c drives a function; stmt files (control, switch, range, select, defer, assign) and expression files (expr, call, ...)
//   emit through emit.c into places that slots.c hands out; place.c knows how every kind of variable is read and written.
// Invariants: everything runs under the compile lock. A FuncState lives while one function is being compiled.
// Memory: Compiler.arena (session) for what outlives a function; FuncState.arena for the rest.
#ifndef COMPILER_COMPILER_H
#define COMPILER_COMPILER_H
#include "bytecode/code.h"
#include "runtime/rtype.h"
#include "source/source.h"
#include "types/builtin.h"
#include "types/check.h"

typedef struct FuncState FuncState;
typedef struct FuncSource FuncSource;

// ---------------------------------------------------------------- the session

typedef struct Compiler {
    Arena *arena;
    Checker *checker;
    Info *info;
    FileSet *files;
    Interner *names;
    ConstPool *consts;
    const char *error;     // why the function being compiled cannot be: set by compile_fail, read by compile.c
    Pos error_pos;
    // compile.c: called after a function was compiled (--dump=bytecode); may be NULL
    void (*on_compiled)(struct Compiler *c, Func *f);
    Arena *code_arena;     // of Funcs and code; NULL: memory that lasts for ever
    VEC(WeakMap *) weak;   // by nodes and objects that a session may forget
    // What the driver-side files keep (rtypes.c, wrappers.c, globals.c, escape.c): each hangs its own struct here.
    void *rtypes, *wrappers, *globals, *escape;
    WeakMap *literals;     // FUNC_LIT or RANGE_STMT over a function -> Func; closure.c
    WeakMap *loops;        // RANGE_STMT over a function -> RangeFunc; rangefunc.c
} Compiler;

// compile.c: a map by what a session may forget; it goes with its key.
WeakMap *compile_weak_map(Compiler *c);

// ---------------------------------------------------------------- what to compile: Func.source

typedef enum SourceKind {
    SOURCE_DECL,     // a declared function or method: node is its FUNC_DECL, object its OBJ_FUNC
    SOURCE_LIT,      // a function literal: node is its FUNC_LIT
    SOURCE_RANGE,    // the body of a loop over a function: node is the RANGE_STMT, sig that of the function that it becomes
    SOURCE_INIT,     // package variables' initialisers `orders`, then calls of `inits`, then INITDONE if lazy
    SOURCE_BUILTIN,  // closure of a builtin called by go or defer: node is the CALL_EXPR; parameters are its arguments
    SOURCE_EMIT      // a body written by `emit`: wrappers, the entry function
} SourceKind;

// The variables a function literal takes from functions around it, in the order in which they stand in the closure.
typedef struct Captures {
    Object **vars;
    int n;
} Captures;

struct FuncSource { // arena of the session
    uint8_t kind;         // SourceKind
    Package *pkg;
    Type *sig;            // TYPE_SIGNATURE; its recv counts as first parameter (SOURCE_DECL)
    Node *node;
    Object *object;
    FuncSource *outer;    // SOURCE_LIT, SOURCE_RANGE, SOURCE_BUILTIN: the function around it
    Func *func;
    const Captures *captures; // SOURCE_LIT, SOURCE_RANGE
    struct RangeFunc *range;  // SOURCE_RANGE
    int n_lits, n_ranges, n_wraps; // function literals ("main.f.func1"), bodies of loops over functions ("main.f-range1"), go and defer statements with arguments or results ("main.f.deferwrap1") named so far
    InitOrder **orders;
    int n_orders;
    Func **inits;
    int n_inits;
    LazyVar *lazy;
    Type **arg_types;     // SOURCE_BUILTIN: of the arguments passed on (NULL entry: a constant or type, not passed)
    // SOURCE_EMIT: emits the whole body, RET included, by the calls below. Frame: n_results, n_params slots are set before by the maker.
    void (*emit)(FuncState *fs, void *data);
    void *data;
    int n_results, n_params;
};

// ---------------------------------------------------------------- provided by the driver-side files

// escape.c. Analyses a function declaration or package variable initialiser with all literals in it, once per outermost node
// (idempotent; func.c calls it before compiling anything below that node). Fills VarInfo of each local object.
void escape_analyze(Compiler *c, Node *outermost);

typedef enum VarStorage {
    VAR_FRAME,   // slots of the frame, never addressed: operands in place
    VAR_MEMORY,  // in the frame, address taken (LEA) by what does not outlive it: accessed as memory of its size
    VAR_HEAP     // in a cell of its own; the frame holds the pointer
} VarStorage;

typedef struct VarInfo { // Object.var.local of local variables, parameters, results
    uint8_t storage;     // VarStorage
    bool captured;       // by a function literal
    bool by_value;       // captured, and never assigned after its declaration: literals hold a copy (storage is VAR_FRAME)
    bool assigned;       // assigned to after its declaration (also ++, op=, range, by a literal) or address taken
} VarInfo;
const VarInfo *var_info(const Object *var);
// May what this node makes outlive the function or the loop iteration? For &T{}, new, make, FUNC_LIT, slice literals, method values.
// true is always right.
bool node_escapes(Compiler *c, Node *n);
const Captures *literal_captures(Compiler *c, Node *literal); // FUNC_LIT, or RANGE_STMT over a function

// rtypes.c. The canonical run-time type; t may be any type but tuples (untyped nil: unsafe.Pointer's).
const RType *rtype_of(Compiler *c, Type *t);
// The first word of an interface value of static type `iface` holding a `concrete`: RType or Itab. Both known at compile time.
const void *iface_tab(Compiler *c, Type *iface, Type *concrete);
bool type_is_direct(Type *t); // pointer-shaped: stands in the data word itself (RTYPE_DIRECT)

// wrappers.c. Funcs made on demand, with code = stub.
Func *func_of(Compiler *c, Object *func);             // of a declared function or concrete method (not of an interface)
Func *func_new_from(Compiler *c, FuncSource *src, const char *name, Pos pos); // name: arena. Sets file, line, flags, slots
// `T.M`, `(*T).M`, `I.M` as a function value: receiver first. Promoted and interface methods too.
Func *method_expr_func(Compiler *c, const Selection *sel);
// Closure bodies of method values x.M: the receiver (a value of the method's own receiver type, embedding already followed) is captured
// from slot 0 on; the body passes it on to the method. For interface methods: METHVAL's wrapper for that signature.
Func *bound_method_func(Compiler *c, Object *method);
Func *bound_iface_func(Compiler *c, Type *sig);

// globals.c. The variable's memory. Registers the variable as needed by the function being compiled when it is lazily initialised.
void *global_address(FuncState *fs, Object *var);
// Appends the name of the package variable at p, `main.x`, or `main.x+8` of a part of it. false: p is in none that has its memory.
bool global_name(Compiler *c, const void *p, Buf *out);

// ---------------------------------------------------------------- provided by the compiler-side files

// func.c: compiles f by its FuncSource; publishes code. false: c->error says why not.
bool compile_function(Compiler *c, Func *f);
// Reports that the function cannot be compiled; the first message stays. Compilation goes on to its end, without effect.
void compile_fail(FuncState *fs, Pos pos, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

// rep.c: how values of a type stand in frames (docs/contracts.md).
typedef enum RepKind {
    REP_NONE,    // size 0
    REP_INT,     // integers, bool; uintptr
    REP_F64, REP_F32,
    REP_C128, REP_C64,
    REP_POINTER, // pointer, map, chan, func, unsafe.Pointer
    REP_STRING, REP_IFACE, REP_SLICE,
    REP_MEMORY   // structs and arrays: memory layout
} RepKind;
typedef struct Rep {
    uint8_t kind;   // RepKind
    uint8_t bytes;  // of scalars in memory: 1 2 4 8
    bool is_signed; // of REP_INT
    bool has_pointers;
    int64_t size;   // bytes in memory
    int64_t slots;  // in a frame
} Rep;
Rep rep_of(Type *t);
int type_slots(Type *t); // rep_of(t).slots, 0 .. INT32_MAX

// Slots of results and parameters of a signature as called. recv: type of a receiver passed first, or NULL.
typedef struct Layout {
    int n_results, n_params; // slots
    int n_result_vars, n_param_vars; // a receiver counts
    int *result_at, *param_at; // slot from the window's start; arena
    Type **result_types, **param_types; // a variadic one is the slice
} Layout;
Layout layout_of(Compiler *c, Type *sig, Type *recv);

// emit.c: the instruction list. Operands a, b, c are slots or immediates as the row says. Each returns the instruction's number.
int emit(FuncState *fs, Op op, int a, int b, int c);
int emit_word(FuncState *fs, Op op, int a, int b, int c, uint64_t word);
int emit_words(FuncState *fs, Op op, int a, int b, int c, uint64_t w0, uint64_t w1);
int emit_words3(FuncState *fs, Op op, int a, int b, int c, uint64_t w0, uint64_t w1, uint64_t w2);
static inline uint64_t word_of(const void *p) { return (uint64_t)(uintptr_t)p; }
int label_new(FuncState *fs);
void label_bind(FuncState *fs, int label);
void emit_jump(FuncState *fs, int label); // JMP; a backward one polls
void emit_branch(FuncState *fs, Op op, int a, int b, int label); // J.. by its forward opcode; reach and polling are seen to later
Pos emit_at(FuncState *fs, Pos pos); // position of what follows; gives the previous one

// slots.c: frame slots, a stack.
int slots_alloc(FuncState *fs, int64_t n); // n consecutive ones on top
int slots_mark(FuncState *fs);
void slots_release(FuncState *fs, int mark); // all above the mark are free again

// place.c: moves and constants.
void move_slots(FuncState *fs, int dst, int src, int64_t n);
void zero_slots(FuncState *fs, int dst, int64_t n);
void load_int(FuncState *fs, int dst, int64_t v);      // any 64-bit word
void load_word(FuncState *fs, int dst, const void *p);

// A Spot is where a variable, element or field is; Place is a position in a text. Slots named in it must stay untouched while it is
// used.
typedef enum PlaceKind {
    PLACE_NONE,    // blank, or of size 0
    PLACE_SLOTS,   // whole slots from `slot` on
    PLACE_FRAME,   // memory in the frame: `slot` plus `offset` bytes
    PLACE_MEMORY,  // *(pointer in `slot`) + offset
    PLACE_GLOBAL,  // at `address` + offset
    PLACE_SLICE,   // element `index` (slot) of the slice at `slot`
    PLACE_ARRAY,   // element `index` of the array that `slot` points to; `len`
    PLACE_FRAME_ARRAY, // element `index` of the array in the frame at `slot`; `len`
    PLACE_MAP,     // element of map `slot` for the key at slot `index`
    // What place_fuse makes of others; only for values of one word, to be read and written by place_load and place_store at once.
    PLACE_FIELD_SLICE, // element `index` of the slice whose header is in memory, at *(pointer in `slot`) + offset
    PLACE_ROW,         // element `index` of element `row` of the slice of slices at `slot`
    PLACE_SLICE_FIELD, // offset bytes into element `index`, of `len` bytes, of the slice at `slot`
    PLACE_PATH         // *(pointer at *(pointer in `slot`) + len) + offset; not to be written
} PlaceKind;
typedef struct Spot {
    uint8_t kind;
    bool unsigned_index; // of 64 bits without sign
    int slot, index, row;
    int maker;            // number of the instruction that put the pointer or slice into `slot`, a temporary; 0: not known, or no such one
    int32_t index_offset; // constant that is added to the index
    int64_t offset;
    int64_t len;
    char *address;
    Type *type;      // of the value there
    Type *container; // PLACE_MAP: the map's type
} Spot;
Spot place_memory(int pointer_slot, int64_t offset, Type *t);
Spot place_slots(int slot, Type *t);
// Reads the value into dst on. place_slot: where it stands already if it stands in slots of its own, else a new temporary.
void place_load(FuncState *fs, const Spot *p, int dst);
int place_slot(FuncState *fs, const Spot *p);
void place_store(FuncState *fs, const Spot *p, int src);
void place_address(FuncState *fs, const Spot *p, int dst); // pointer to it
// Memory in the frame `offset` bytes behind the start of `slot`.
Spot place_frame(int slot, int64_t offset, Type *t);
// The place of field number `field` of the struct at p (p->type's underlying type is the struct).
Spot place_field(FuncState *fs, const Spot *p, int field);
// Follows embedded fields (all but the last entry of a selection's path when n is one less), through pointers too.
Spot place_follow(FuncState *fs, Spot p, const int *path, int n);

// place_fuse.c. What led to the place last is made part of the instruction that will read it (or write it, but not both unless nothing is
// evaluated in between that has effects).
void place_fuse(FuncState *fs, Spot *p, bool is_written);

// call.c: windows. Opens one for a call with that many slots; returns its first slot (results, then parameters). All
// temporaries made later are above it. window_close leaves the results allocated: the frame's top is behind them.
int window_open(FuncState *fs, int n_results, int n_params);
void window_close(FuncState *fs, int window, int n_results);
void emit_call(FuncState *fs, int window, Func *f);              // CALL or CALLN
void emit_call_closure(FuncState *fs, int window, int closure_slot);
void emit_call_method(FuncState *fs, int window, int iface_slot, int method);
// Number of the method in interface type t (order of interface_methods).
int method_index(Compiler *c, Type *iface, Object *method);

// ---------------------------------------------------------------- the function being compiled

typedef struct Instr {
    uint16_t op;
    uint8_t n_words;
    bool is_dead : 1, unsigned_index : 1; // LineEntry
    int32_t a, b, c;
    int32_t label;   // -1: none
    uint32_t words;  // index into FuncState.words
    Pos pos;
} Instr;

typedef struct VarPlace { // of a local variable in this function
    Spot place;
} VarPlace;

typedef struct Target Target; // an enclosing breakable statement; control.c

enum { CONST_CACHE = 16 };

struct FuncState {
    Compiler *c;
    Arena arena;
    Func *func;
    FuncSource *src;
    Layout layout;
    // instructions
    VEC(Instr) code;
    VEC(uint64_t) words;
    VEC(int32_t) labels;   // bound instruction number, -1
    int last_bound;        // instruction number at which a label was bound last
    Pos pos;
    bool unsigned_index;   // of the instructions to come
    // frame
    int top, max_slots;
    bool extend;           // too many slots: further variables go to a block on the heap
    bool overflow;         // a slot number did not fit
    int extension;         // slot of the block's slice
    int64_t extension_slots;
    int extension_insn;
    // variables
    HashMap vars;          // Object * -> Spot *
    HashMap bound;         // Node * -> slot + 1: expressions already evaluated (builtins in go and defer)
    int n_bound;
    VEC(Node *) hoisted;   // bound by order.c, until order_end
    HashMap sites;         // Node * -> slot + 1: memory in the frame for values made there; site.c
    HashMap bound_types;   // Node * -> Type *: of nodes made here, which the checker does not know
    Object **results;      // named results; NULL entries: unnamed
    bool has_defer;
    bool results_in_cells; // some result is VAR_HEAP: copied to its slot behind the deferred calls
    int epilogue;          // label of the shared return, -1
    // statements
    Target *targets;
    HashMap goto_labels;   // Name -> label + 1
    int loop_depth;
    struct ConstCache *cache;
    // needs
    VEC(struct LazyVar *) needs;
};
#endif

// lower.h: what the files that turn trees into instructions share among themselves.
// Words: "want" is the slot a value must be put into, or ANYWHERE: then it may stay where it is (a variable's own slots, a cached constant),
// and whoever asked must not write there.
#ifndef COMPILER_LOWER_H
#define COMPILER_LOWER_H
#include "compiler/compiler.h"

enum { ANYWHERE = -1, SLOT_LIMIT = 65000, EXTEND_AT = 30000, BIG_VARIABLE_BYTES = 4096 };

// -- func.c
Type *type_of(FuncState *fs, Node *e);          // of an expression (MODE_TYPE: the type it names)
const Const *const_of(FuncState *fs, Node *e);  // NULL: not constant
void compile_return(FuncState *fs, Pos pos);    // results are where they belong (slots or cells)

// -- variable.c
Spot var_place(FuncState *fs, Object *var);
// Makes a local variable. from: slots with its first value, or ANYWHERE: zero. adopt: the slots at `from` are on top of the frame,
// nobody else's, and may become the variable.
void var_declare(FuncState *fs, Object *var, int from, bool adopt);
// Makes room for a variable before its first value is known: its slots, or the slot of its cell (ANYWHERE: it needs none).
int var_reserve(FuncState *fs, Object *var);
bool var_is_plain(FuncState *fs, Object *var); // reserved slots are the variable's own: the value may be put there
// Brings the reserved variable to life with the value at slots `from` (ANYWHERE: zero; its own slots: it is there already).
void var_complete(FuncState *fs, Object *var, int reserved, int from);
void var_bind_slots(FuncState *fs, Object *var, int slot);
void var_bind_cell(FuncState *fs, Object *var, int cell);
void var_make_cell(FuncState *fs, Object *var, int cell, int from); // allocates, and binds
uint8_t var_storage(const Object *var); // VarStorage, sizes considered
bool var_by_value(const Object *var);   // literals hold a copy
// The slot of a local variable in plain slots, or -1.
int var_plain_slot(FuncState *fs, Node *e);

// -- finish.c: turns the list into code and publishes it.
void code_finish(FuncState *fs, int recover_label);

// -- emit.c
static inline bool fits16(int64_t v) // an immediate operand
{
    return v >= INT16_MIN && v <= INT16_MAX;
}
bool emit_is_reachable(FuncState *fs); // whether what comes next can be reached by falling through
int emit_placeholder(FuncState *fs);   // an instruction that does not exist until it is filled
void emit_fill_words(FuncState *fs, int insn, Op op, int a, int b, int c, int n, const uint64_t *words);
void emit_table(FuncState *fs, int slot, JumpTable *table, const int *labels, int other_label); // labels: arena of fs
Op op_inverse(Op op, bool *swap);

// -- constant.c
void const_load(FuncState *fs, const Const *v, Type *t, int dst);
int const_slot(FuncState *fs, const Const *v, Type *t, int want);
bool const_word(const Const *v, Type *t, uint64_t *word); // of one-slot types
const char *static_bytes(FuncState *fs, const void *bytes, size_t n, bool has_pointers); // a copy that lives as long as the code
void const_to_memory(FuncState *fs, const Const *v, Type *t, char *to);
// Constants kept in slots through a loop.
typedef struct ConstCache {
    struct ConstCache *outer;
    int first_placeholder, slot;
    int n_insns, n_slots;
    struct { uint64_t words[2]; int n, slot; } at[CONST_CACHE];
} ConstCache;
void cache_open(FuncState *fs, ConstCache *cache);  // before a loop
void cache_close(FuncState *fs);
int const_word_slot(FuncState *fs, uint64_t word);  // a slot that holds it (read only)
int const_words_slot(FuncState *fs, Op op, uint64_t w0, uint64_t w1); // op: LDSTR or LDK2

// -- slots.c
int mat(FuncState *fs, int want, int64_t n); // want, or n new slots

// -- expr.c
int expr(FuncState *fs, Node *e, int want);
int expr_as(FuncState *fs, Node *e, Type *t, int want); // converted as an assignment to t converts
void expr_drop(FuncState *fs, Node *e);                 // for its effects
// Two values of `v, ok` forms into slots: value ANYWHERE: not wanted. want_ok: slot of a bool.
void expr_pair(FuncState *fs, Node *e, int want_value, int want_ok, bool value_needed);
Spot place_of(FuncState *fs, Node *e);
Spot place_of_deref(FuncState *fs, Node *pointer);
int place_maker(FuncState *fs, int slot, int mark); // Spot.maker if the last instruction made the temporary `slot`, which is not below mark
int place_load_step(const Rep *r);  // which one of a family of seven loads; -1: not one word
int place_store_step(const Rep *r); // which one of a family of stores of 8, 16, 32, 64 bits and of a pointer; -1: not one word
void place_load_fused(FuncState *fs, const Spot *p, const Rep *r, int dst);   // place_fuse.c
void place_store_fused(FuncState *fs, const Spot *p, const Rep *r, int src);
Op place_range_op(Type *elem); // place.c: ends a loop over a slice's values; OP_COUNT: there is none for such elements
// As place_of, of something that will be indexed or sliced: of slices and strings the first two words may be all that is there.
Spot place_index(FuncState *fs, const Spot *base, Node *index, bool two_words);
// -- order.c
bool expr_has_call(FuncState *fs, Node *e);     // that is not evaluated yet
bool order_is_bound(FuncState *fs, Node *e);    // evaluated ahead
int order_bound_slot(FuncState *fs, Node *e);   // -1: not bound
void order_bind(FuncState *fs, Node *e, int slot);
bool order_is_direct(FuncState *fs, Node *e);   // e itself is a call or the like
// Around the evaluation of several operands: their calls are evaluated ahead if an operand behind the first has one.
int order_begin(FuncState *fs);
void order_list(FuncState *fs, Node *const *e, int n); // NULLs are passed over
void order_end(FuncState *fs, int begin);
void order_ahead(FuncState *fs, Node *e);       // the calls in e
void order_operands(FuncState *fs, Node *e);    // ... below e: of a left side
bool expr_is_nil(FuncState *fs, Node *e);
bool expr_is_type(FuncState *fs, Node *e);
bool is_blank(Node *e);

// -- condition.c
void branch_if(FuncState *fs, Node *cond, bool sense, int label);
int compare_value(FuncState *fs, Node *e, int want);
// Jumps if (value of type ta at slot a) == y is `sense`.
void branch_equal(FuncState *fs, int a, Type *ta, Node *y, bool sense, int label);

// -- arith.c
int binary_value(FuncState *fs, BinaryExpr *e, int want);
int unary_value(FuncState *fs, UnaryExpr *e, int want);
// dst = a op b for values of type t in slots; y may be a constant (then b is not used). want: dst.
void arith(FuncState *fs, TokenKind op, Type *t, int dst, int a, int b, const Const *y, Node *shift_count);
void extend(FuncState *fs, int slot, Type *t); // makes a raw narrow value canonical
void extend_to(FuncState *fs, int dst, int src, Rep r);

// -- fuse.c
bool fuse_value(FuncState *fs, BinaryExpr *e, int want, int *slot); // false: nothing was done
// variable at slot op= rhs. False: nothing was done.
bool fuse_assign(FuncState *fs, int slot, Type *t, TokenKind op, Node *rhs);

// -- convert.c
int convert_value(FuncState *fs, Node *x, Type *to, int want);
int convert_to_iface(FuncState *fs, int src, Type *from, Type *to, int want); // from may be an interface
// Value at src of type `from` as it is assigned to a variable of type `to`: itself or boxed.
int assign_convert(FuncState *fs, int src, Type *from, Type *to, int want);

// -- call.c
int call_value(FuncState *fs, CallExpr *e, int want);
// Compiles a call; gives the window with its results (temporaries above are free). n_results: slots.
int call_window(FuncState *fs, CallExpr *e, Layout *lay);
typedef struct Callee {
    uint8_t kind; // CallKind
    Func *func;
    int slot;     // of the closure or interface
    int method;
    Node *fun;    // not yet evaluated function value or interface receiver
    Spot recv;
    bool has_recv;
    Layout lay;
    bool variadic;
    bool nested;  // the arguments were evaluated before the window was opened
    int window;
} Callee;
void call_prepare(FuncState *fs, CallExpr *e, Callee *callee); // window filled, nothing called yet
int method_value(FuncState *fs, SelectorExpr *e, const Selection *s, int want);
// The receiver of method `s` evaluated for a static call into want.
int receiver_value(FuncState *fs, Node *x, const Selection *s, int want);
Spot receiver_place(FuncState *fs, Node *x, const Selection *s);

// -- intrinsic.c: a call of a standard function that is an instruction; false: it is a call like others.
bool intrinsic_value(FuncState *fs, CallExpr *e, int want, int *slot);
// bits.RotateLeft32(x, constant) and its like.
bool intrinsic_rotation(FuncState *fs, CallExpr *e, Node **x, int *bits, int *count);
bool intrinsic_is_pure(FuncState *fs, CallExpr *e);

// -- builtin.c
int builtin_value(FuncState *fs, CallExpr *e, int id, int want);
int builtin_id(FuncState *fs, Node *fun); // -1: not a builtin
Node *builtin_arg(CallExpr *e, int i);
int builtin_count(FuncState *fs, Node *e, int want); // a size or count of any integer type, constants included, as a word
int builtin_min_max(FuncState *fs, CallExpr *e, int id, int want);
int builtin_complex(FuncState *fs, CallExpr *e, int want);
int builtin_part(FuncState *fs, CallExpr *e, int id, int want); // real, imag
int builtin_unsafe_slice(FuncState *fs, CallExpr *e, int id, int want);
int builtin_unsafe_add(FuncState *fs, CallExpr *e, int want);
// Variadic packing; site: slot of memory in the frame for the elements, or ANYWHERE.
void elements_to_slice(FuncState *fs, Node **elems, int n, Type *slice, int dst, int site);

// -- complit.c
int complit_value(FuncState *fs, CompositeLit *e, Type *t, int want);
int complit_pointer(FuncState *fs, CompositeLit *e, Type *t, int want, int site); // &T{}; site: memory in the frame for it, or ANYWHERE
// Fills a place that holds zeros, and that the literal does not read, by a struct or array literal. False: e is none.
bool complit_into(FuncState *fs, Node *e, const Spot *to);

// -- site.c
void sites_reserve(FuncState *fs, Node *body); // at the function's beginning
int site_slot(FuncState *fs, Node *n);         // of the memory in the frame for the value made at n; ANYWHERE: the heap

// -- closure.c
// literal: a FUNC_LIT, or a RANGE_STMT over a function, whose body is one.
int64_t closure_slots(FuncState *fs, Node *literal); // of the closure: its function and what it captures
int closure_value(FuncState *fs, Node *literal, int want);
Func *literal_func(FuncState *fs, Node *literal);
int func_value(FuncState *fs, Func *f, int want);
void closure_prologue(FuncState *fs);

// -- statements
struct Target {
    Target *outer;
    Name label;
    int break_label, continue_label; // -1: none
};
void stmt(FuncState *fs, Node *s);
void stmts(FuncState *fs, NodeList list);
void assign_stmt(FuncState *fs, AssignStmt *s);
void var_decl(FuncState *fs, VarDecl *d);
void init_order_run(FuncState *fs, InitOrder *o);
void assign_place(FuncState *fs, const Spot *p, int src, Type *src_type); // with conversion
void store_expr(FuncState *fs, const Spot *p, Node *rhs);
Object *defined_var(FuncState *fs, Node *lhs); // the new variable that := makes here, or NULL
bool expr_is_piecewise(Node *e);               // its value is put together piece by piece
void assign_parallel(FuncState *fs, NodeList lhs, NodeList rhs);
// a, b = f() and v, ok = x. vars: those of a var declaration (then lhs are only names), or NULL.
void assign_results(FuncState *fs, NodeList lhs, Object **vars, Node *call);
void assign_pair(FuncState *fs, NodeList lhs, Object **vars, Node *rhs);
void op_assign(FuncState *fs, Node *lhs, TokenKind op, Node *rhs, const Const *one); // rhs NULL: by `one`
// memcopy.c: values too large for the frame
bool is_in_memory(FuncState *fs, Node *e);  // a large value that e only names: it can be copied from where it is
void copy_from_memory(FuncState *fs, const Spot *to, Node *e);
void for_stmt(FuncState *fs, ForStmt *s, Name label);
void range_stmt(FuncState *fs, RangeStmt *s, Name label);
// Goes where `break`, `continue` or `goto` of that label (NULL: the innermost) leads.
void branch_to(FuncState *fs, TokenKind op, Name label);
// rangefunc.c
void range_func(FuncState *fs, RangeStmt *s, Name label);
void range_body(FuncState *fs); // of SOURCE_RANGE
bool range_has_label(const struct RangeFunc *r, Name label); // in its body
// In a body: leaves it by `return` (results in place) or a branch to a label outside.
void range_leave(FuncState *fs, TokenKind op, Name label);
void range_return(FuncState *fs, ReturnStmt *s);
int range_defers(FuncState *fs); // in a body: slot of what its deferred calls are added to
void switch_stmt(FuncState *fs, SwitchStmt *s, Name label);
void select_stmt(FuncState *fs, SelectStmt *s, Name label);
void call_stmt(FuncState *fs, CallStmt *s);
void builtin_body(FuncState *fs); // of SOURCE_BUILTIN
void return_stmt(FuncState *fs, ReturnStmt *s);
void block(FuncState *fs, NodeList list);
// Copies the loop's variables that live in cells to new cells.
void renew_cells(FuncState *fs, Object **vars, int n);
void target_open(FuncState *fs, Target *t, Name label, int break_label, int continue_label);
void target_close(FuncState *fs);
#endif

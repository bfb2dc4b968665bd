// checker.h: the inside of the checker: what its files share. Nothing outside types/ includes this.
// Way: check.c drives; resolve.c collects package-level objects; decl.c resolves each when first asked; typexpr.c makes types;
//   expr.c and its neighbours check expressions; stmt.c and its neighbours check bodies, which wait in a queue until all
//   declarations of the package stand.
// Invariants: an Operand of MODE_INVALID was reported; whoever gets one stays silent.
#ifndef TYPES_CHECKER_H
#define TYPES_CHECKER_H
#include <stdarg.h>

#include "types/check.h"

typedef struct Operand {
    uint8_t mode; // ValueMode
    int builtin;  // MODE_BUILTIN: index into builtins.def
    Node *expr;
    Type *type;
    Const *value;
} Operand;

struct DeclInfo { // how a package-level object is declared
    Scope *file_scope;
    Node *node;        // CONST_DECL, TYPE_DECL, VAR_DECL, FUNC_DECL
    Object **lhs;      // of `var a, b = f()`: all of them; else NULL
    int n_lhs;
    Node *type_expr;   // CONST, VAR (of an inherited constant: that of the earlier spec)
    Node *init;        // CONST, VAR
    int iota;
    bool inherited;    // constant whose expression stands in an earlier spec
    bool generic;      // has a type parameter list (reported): its type is invalid, silently
    int version;       // see Environment
    bool init_checked; // VAR: the initialiser was checked
    InitOrder *order;  // VAR of an embedded package: see check_var_init
    HashMap deps;      // Object * (package-level const, var, func) -> itself: what initialisation depends on
    VEC(Object *) dep_list;
    VEC(Object *) methods; // TYPE_NAME: methods found for it while collecting, unresolved
};

typedef struct Environment { // where the checker stands
    Package *pkg;
    DeclInfo *decl;      // package-level declaration whose dependencies are being collected; NULL: none
    Scope *scope;        // innermost
    Pos pos;             // if set, names declared behind it are not seen (used for delayed bodies)
    Const *iota;         // in constant declarations
    Pos err_pos;         // where errors of an inherited constant expression are reported
    bool in_interface;   // inside an interface literal
    Type *sig;           // of the function whose body is checked; NULL outside
    bool has_call_or_recv;
    int version;         // Go language version 1.N of the file; 0: the newest
    HashMap *panics;     // CALL_EXPR nodes that are calls of the predeclared panic
} Environment;

typedef struct Delayed {
    void (*run)(Checker *c, void *data);
    void *data;
    Environment env;
} Delayed;

struct Checker {
    CheckConfig cfg;
    Arena *arena;
    Interner *names;
    DiagSink *diags;
    Info *info;
    ConstPool *consts;
    Scope *universe;
    Package *unsafe_pkg;
    Type *basic[KIND_COUNT];
    Type *untyped[UNTYPED_NIL + 1];
    Type *invalid, *error_type, *any_type, *comparable_type, *byte_type, *rune_type, *empty_tuple;
    Object *iota_obj;
    Name blank, init_name, main_name, dot; // "_", "init", "main", "."
    uint32_t next_type_id, next_order;
    Environment env;
    VEC(Delayed) delayed;    // bodies and late checks of the package being checked
    VEC(Object *) imports;   // PKG_NAMEs of the package being checked, in source order
    VEC(Node *) interfaces;  // outermost INTERFACE_TYPE nodes of the package being checked that are not empty
    Node *const_spec;        // last constant spec with values that check_add_declaration saw
    VEC(Node *) big_types;   // CHAN_TYPE, MAP_TYPE and ARRAY_TYPE nodes of the package being checked that may be too large
    bool too_deep;           // check_room reported
    int parse_diags;         // how many messages the sink held when the checker had not reported any
    bool reported;           // it has
    VEC(Object *) path;      // objects being resolved, outermost first: for cycles
    VEC(Node *) pending;     // nodes that had an untyped type when recorded; those of this run begin at pending_from
    int pending_from;
    const char *cause;       // explanation that the next error may add
    Buf scratch;
};

// -- messages. %s only with text made by the printers below.
// A message that quotes an "invalid operand" or "invalid type" inside its text is a follow-on error: dropped.
void check_error(Checker *c, Pos pos, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
// Where the reference reports something about x: the start of its expression.
Pos operand_pos(const Operand *x);
Pos error_pos(Node *n); // the reference's atPos for a node
// Arena texts for messages.
const char *type_text(Checker *c, Type *t);          // relative to the current package
const char *expr_text(Checker *c, Node *e);
const char *object_text(Checker *c, Object *o);      // the reference's ObjectString
const char *operand_text(Checker *c, Operand *x);    // `x (variable of type int)`, ...
const char *pos_text(Checker *c, Pos pos);           // `file.go:3:6`, for continuation lines: "\n\t%s: ..."
const char *text_printf(Checker *c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

// -- types (type.c, universe.c)
Type *type_new(Checker *c, TypeKind kind);
Type *type_new_array(Checker *c, Type *elem, int64_t len);
Type *type_new_map(Checker *c, Type *key, Type *elem);
Type *type_new_chan(Checker *c, Type *elem, ChanDir dir);
Type *type_new_tuple(Checker *c, Object **vars, int n);
Type *type_new_signature(Checker *c, Object *recv, Type *params, Type *results, bool variadic);
Type *type_new_named(Checker *c, Object *obj, Type *underlying);
Object *object_new(Checker *c, ObjectKind kind, Pos pos, Package *pkg, Name name, Type *type);
void universe_init(Checker *c);
bool type_is_type_param(Type *t);
Type *type_new_struct(Checker *c, Object **fields, Str *tags, int n);
Type *type_new_interface(Checker *c, Object **methods, int n_methods, Type **embedded, Pos *embedded_pos, int n_embedded);
const char *object_kind_words(const Object *o); // `local variable`, `defined type`, ...
// `(int, string, ...T)` as count mismatches show it; a NULL or invalid type is `unknown type`.
const char *types_summary(Checker *c, Type **types, int n, bool variadic, bool has_dots);
// The kind of a type that is not basic (`slice`, `func`, ...), or "".
const char *composite_kind(Type *t);
Type *default_type(Checker *c, Type *t); // of an untyped type; others themselves
bool has_nil(Type *t);

// -- records (check.c)
void record_type(Checker *c, Node *e, ValueMode mode, Type *t, Const *v);
void record_def(Checker *c, Node *ident, Object *o);
void record_use(Checker *c, Node *ident, Object *o);
void check_later(Checker *c, void (*run)(Checker *c, void *data), void *data);
// Before each recursive step: false if the stack is nearly used up (reported).
bool check_room(Checker *c, Pos pos);
void add_dependency(Checker *c, Object *o);
// cycles.c: false: t (or what it is declared as) is still being made; the cycle was reported.
bool check_is_complete(Checker *c, Type *t);
// cycles.c: whether the size of t cannot be asked for: it is being made (then the cycle was reported) or depends on type parameters.
bool check_has_var_size(Checker *c, Type *t);
// resolve.c: the PKG_NAME through which `scope` (a file's) shows o by `import .`; NULL: none.
Object *check_dot_import(Checker *c, Scope *scope, Object *o);
// check.c: the innermost object that `name` stands for where the checker is; *where may be NULL.
Object *check_lookup(Checker *c, Name name, Scope **where);
// expr.c: notes the type of e, not final yet if t is untyped. All of raw expressions go through it.
void record_operand(Checker *c, Operand *x);
void check_process_delayed(Checker *c, int from); // runs and drops what check_later queued since the queue had `from` entries
// Whether the file's language version is at least Go 1.minor; the second one reports `WHAT requires go1.N or later` if not.
bool check_allow_version(Checker *c, int minor);
bool check_verify_version(Checker *c, Pos pos, int minor, const char *what);

// -- expressions (expr.c, binary.c, shift.c, index.c, complit.c, call.c, conversion.c, builtins.c, operand.c)
// target: the type wanted by the context, for untyped function literals and generic functions; may be NULL.
void check_raw_expr(Checker *c, Type *target, Operand *x, Node *e, Type *hint, bool allow_generic);
void check_expr(Checker *c, Type *target, Operand *x, Node *e);       // exactly one value
void check_expr_or_type(Checker *c, Operand *x, Node *e, bool allow_generic);
// One expression as a list of operands: a call's results, or itself; with allow_comma_ok two for v, ok forms (*comma_ok set).
Operand *check_multi_expr(Checker *c, Node *e, bool allow_comma_ok, int *n, bool *comma_ok);
void check_single_value(Checker *c, Operand *x);
void check_selector(Checker *c, Operand *x, Node *selector, bool want_type);
typedef enum ExprKind { EXPR_CONVERSION, EXPR_EXPRESSION, EXPR_STATEMENT } ExprKind;
ExprKind check_raw_call_kind(Checker *c, Operand *x, Node *call); // call.c: also used by expression statements
ExprKind check_raw_expr_kind(Checker *c, Type *target, Operand *x, Node *e, Type *hint, bool allow_generic);
void check_conversion(Checker *c, Operand *x, Type *t);
void check_comparison(Checker *c, Operand *x, Operand *y, TokenKind op, bool switch_case); // result in x
void check_binary(Checker *c, Operand *x, Node *e, Node *lhs, Node *rhs, TokenKind op); // e may be NULL (x op= y)
void match_binary_operands(Checker *c, Operand *x, Operand *y);
// Makes an untyped x of type t (or its default when t is an interface); reports and invalidates x if it cannot be.
void convert_untyped(Checker *c, Operand *x, Type *t);
bool representable(Checker *c, Operand *x, Type *basic, const char *context); // rounds x->value; reports
bool operand_assignable(Checker *c, Operand *x, Type *t, const char **cause);
bool operand_is_nil(Checker *c, Operand *x);
bool operand_convertible(Checker *c, Operand *x, Type *t, const char **cause);
bool check_const_overflow(Checker *c, Operand *x, Pos op_pos);
// Evaluates the expressions only so that the names in them count as used (after an error). false: one was wrong itself.
bool check_use(Checker *c, NodeList list);
bool check_use_lhs(Checker *c, NodeList list);
void update_expr_type(Checker *c, Node *e, Type *t, bool final);
void update_expr_value(Checker *c, Node *e, Const *v);
// What an untyped x becomes where `target` is wanted (its type, its rounded value or NULL): the reference's
// implicitTypeAndValue. Reports nothing.
typedef enum ImplicitResult { IMPLICIT_OK, IMPLICIT_MISMATCH, IMPLICIT_TRUNCATED, IMPLICIT_OVERFLOW } ImplicitResult;
ImplicitResult implicit_type_and_value(Checker *c, Operand *x, Type *target, Type **new_type, Const **value);
// The element type if x can be received from / sent to; NULL: reported at pos.
Type *check_chan_elem(Checker *c, Pos pos, Operand *x, bool recv);
// Reports at e if x (an interface) can never hold t.
void check_type_assertion(Checker *c, Node *e, Operand *x, Type *t, bool type_switch);
void check_untyped_rest(Checker *c);            // at the end: records defaults of what is still untyped
// lookup.c: obj NULL: not found; then n_path > 0: ambiguous at that place; indirect: a method that needs a pointer receiver.
// fold_case: names that differ in case alone, and unexported ones of other packages, count too.
typedef struct Found {
    Object *obj;
    int *path; // arena
    int n_path;
    bool indirect;
} Found;
Found lookup_member(Checker *c, Type *t, bool addressable, Package *pkg, Name name, bool fold_case);
// The same for a type that may be a defined pointer type only where its fields do not matter.
Found lookup_method(Checker *c, Type *t, bool addressable, Package *pkg, Name name, bool fold_case);
bool object_same_id(const Object *o, const Package *pkg, Name name, bool fold_case); // the specification's uniqueness of identifiers
int object_compare(const Object *a, const Object *b); // order of methods: exported first, by name, by package
void ensure_resolved(Checker *c, Object *o); // o->type is not NULL afterwards
bool check_missing_method(Checker *c, Type *v, Type *t, bool static_, const char **cause); // true: something is missing
bool check_implements(Checker *c, Pos pos, Type *v, Type *t, bool constraint, const char **cause);
const char *interface_pointer_cause(Checker *c, Type *t); // what is wrong with a pointer to an interface; NULL: t is none
bool can_assert_to(Checker *c, Type *x_iface, Type *t, const char **cause);

// -- assignments (assign.c)
void check_assignment(Checker *c, Operand *x, Type *t, const char *context); // t NULL: x only gets its default type
void check_init_const(Checker *c, Object *lhs, Operand *x);
void check_init_var(Checker *c, Object *lhs, Operand *x, const char *context);
void check_init_vars(Checker *c, Object **lhs, int n, NodeList rhs, Node *return_stmt);
void check_assign_var(Checker *c, Node *lhs, Node *rhs, Operand *x, const char *context);
void check_assign_vars(Checker *c, NodeList lhs, NodeList rhs);
void check_short_var_decl(Checker *c, Pos pos, NodeList lhs, NodeList rhs);

// -- type expressions (typexpr.c, struct.c, interface.c, signature.c, typeset.c)
// typexpr.c: the object a name stands for, as an operand; resolves it first. want_type: anything but a type is an error.
void check_ident(Checker *c, Operand *x, Node *ident, bool want_type);
void check_valid_var_type(Checker *c, Node *e, Type *t); // later: error if t is a constraint interface
Type *check_type(Checker *c, Node *e);          // any type
Type *check_var_type(Checker *c, Node *e);      // of a variable: no constraint interface
Type *check_declared_type(Checker *c, Node *e, Object *def); // def: type name being declared as e, or NULL
Type *check_generic_type(Checker *c, Node *e, const char **cause);
// The signature's scope holds the parameters. recv: FIELD or NULL.
void check_func_type(Checker *c, Type *sig, Node *recv, Node *func_type);
TypeSet *type_set(Checker *c, Type *iface, Pos pos);
int typeset_n_methods(TypeSet *s);
Object *typeset_method(TypeSet *s, int i);
Object *typeset_find(TypeSet *s, Package *pkg, Name name, bool fold_case);
bool typeset_is_comparable(TypeSet *s);
bool typeset_embeds_comparable(TypeSet *s); // the set of all comparable types, perhaps with methods
void sort_methods(Object **at, int n); // exported ones first, then by name, then by package
Type *check_struct_type(Checker *c, Node *e);
Type *check_interface_type(Checker *c, Node *e, Object *def);
bool typeset_is_all(TypeSet *s); // of the empty interface
bool typeset_is_method_set(TypeSet *s); // no type terms, not comparable

// -- declarations (resolve.c, decl.c, cycles.c, initorder.c)
void collect_objects(Checker *c, Package *pkg);
void resolve_object(Checker *c, Object *o); // makes o's type (never NULL afterwards), finds cycles
void declare(Checker *c, Scope *scope, Node *ident, Object *o, Pos scope_pos);
void check_decl_stmt(Checker *c, NodeList decls);
void check_type_decl(Checker *c, Object *o, Node *type_decl);
void check_const_decl(Checker *c, Object *o, Node *type, Node *init, bool inherited);
void check_var_decl(Checker *c, Object *o, Object **lhs, int n, Node *type, Node *init);
void collect_methods(Checker *c, Object *type_name);
void check_init_order(Checker *c, Package *pkg);
void check_unused_imports(Checker *c, int from); // of c->imports from that index on
void check_valid_type(Checker *c, Type *named); // reports an infinitely large type
void check_direct_cycles(Checker *c, Package *pkg); // reports type A B; type B A
bool check_valid_cycle(Checker *c, Object *o); // o is on the path; reports
int check_path_index(Checker *c, Object *o);   // of o on c->path, or -1
void check_arity(Checker *c, Pos pos, NodeList names, NodeList values, bool is_const, bool inherited);
void add_method(Checker *c, Type *named, Object *method);
void check_anonymous_cycles(Checker *c, int from); // interface literals (c->interfaces from that index on) that contain themselves
// Parts of a receiver type: *ptr whether it is a pointer; the base type expression; *generic whether it has type parameters.
Node *unpack_receiver(Node *type, bool *ptr, bool *generic);
// Marks the packages that are named below n as used: for declarations that are not checked.
void mark_imports_used(Checker *c, Scope *file_scope, Node *n);
void check_switch(Checker *c, Node *stmt);
void check_type_switch(Checker *c, Node *stmt);
void check_range(Checker *c, Node *stmt);
void check_stmt_list(Checker *c, NodeList list);

// -- bodies (stmt.c, range.c, switch.c, labels.c, return.c, unused.c)
void check_func_body(Checker *c, DeclInfo *decl, const char *name, Type *sig, Node *body, Const *iota);
void check_labels(Checker *c, Node *body);
bool is_terminating(Checker *c, Node *stmt, Name label);
void check_stmt(Checker *c, Node *stmt);
void check_usage(Checker *c, Scope *scope); // declared and not used
Scope *open_scope(Checker *c, Node *n);
void close_scope(Checker *c);

// -- runs (check.c): what belongs to one run of the checker; an importer may check another package in the middle of it.
typedef struct CheckRun {
    Environment env;
    int pending, pending_from;
    int delayed, path, imports, interfaces, big_types;
    void *path_at;
    int path_cap;
} CheckRun;
CheckRun check_run_begin(Checker *c, Package *pkg);
void check_run_end(Checker *c, const CheckRun *r);

// -- inputs of a session (input.c, resolve.c)
typedef struct MethodChange { // what an input did to a type's list of methods
    Type *named;
    int index;
    Object *before; // NULL: the method is new
} MethodChange;
typedef VEC(MethodChange) MethodChanges;
// Collects declarations into pkg->scope, which holds the imports as well; methods go to types of earlier inputs too.
void collect_input(Checker *c, Package *pkg, NodeList decls, MethodChanges *changes);
#endif

// kept.c: see kept.h.
#include "driver/kept.h"

#include "driver/remains.h"
#include "driver/std.h"
#include "runtime/gc.h"
#include "runtime/rtype.h"
#include "types/input.h"

typedef struct KeptValue { // internal/show's type kept
    int64_t input;
    Iface value;
} KeptValue;

static void *show_variable(Kept *k, Package *show, const char *name)
{
    return compile_variable_memory(k->compiler, scope_find(show->scope, intern_text(&k->session->names, name)));
}

void kept_begin(Kept *k, int input)
{
    if (!k->values) {
        Package *show = std_package(k->session, "internal/show");
        k->values = show_variable(k, show, "kept");
        k->input = show_variable(k, show, "input");
    }
    *k->input = input;
}

// The number in `_12`; 0: it is no such name. INT64_MAX: `_`, the newest.
static int64_t number_of(Name name)
{
    int64_t n = 0;
    if (name->len == 0 || name->len > 10 || name->text[0] != '_')
        return 0;
    for (const char *p = name->text + 1; *p; p++) {
        if (*p < '0' || *p > '9' || (n == 0 && *p == '0'))
            return 0;
        n = n * 10 + (*p - '0');
    }
    return n ? n : INT64_MAX;
}

static KeptValue *find_value(Kept *k, int64_t input)
{
    KeptValue *newest = &k->values[0];
    if (input != INT64_MAX)
        newest = &k->values[input % KEPT_VALUES];
    for (int i = 1; i < KEPT_VALUES && input == INT64_MAX; i++)
        if (k->values[i].input > newest->input)
            newest = &k->values[i];
    bool found = newest->input > 0 && (input == INT64_MAX || newest->input == input);
    return found && newest->value.tab ? newest : NULL; // nil has no type
}

void kept_forget_asked(Kept *k)
{
    memset(&k->asked, 0, sizeof k->asked);
}

void kept_remember(Kept *k, const KeptName *names, int n)
{
    k->remembered = names;
    k->n_remembered = n;
}

static void store_value(void *memory, Iface v)
{
    const RType *t = v.tab;
    if (t->flags & RTYPE_DIRECT) {
        gc_store(memory, v.data);
    } else {
        memcpy(memory, v.data, (size_t)t->size);
        gc_dirty(memory);
    }
}

static Object *new_variable(Kept *k, int64_t input, Type *type)
{
    Name own = intern_text(&k->session->names, arena_printf(&k->session->arena, "_%lld", (long long)input));
    return check_new_variable(k->session->checker, k->pkg, own, type);
}

static Object *find_remembered(Kept *k, int64_t input)
{
    for (int i = 0; i < k->n_remembered; i++)
        if (k->remembered[i].newest ? input == INT64_MAX : input == k->remembered[i].input)
            return new_variable(k, k->remembered[i].input, k->remembered[i].type);
    return NULL;
}

Object *kept_find(Kept *k, Name name)
{
    int64_t input = number_of(name);
    if (input && k->remembered)
        return find_remembered(k, input);
    KeptValue *v = input && k->values ? find_value(k, input) : NULL;
    if (!v)
        return NULL;
    const RType *type = v->value.tab;
    vec_push(&k->asked, &k->session->arena, ((KeptName){v->input, type->compiler, input == INT64_MAX}));
    int at = (int)(v->input % KEPT_VALUES);
    if (k->named[at].variable && k->named[at].input == v->input)
        return k->named[at].variable;
    Object *o = new_variable(k, v->input, type->compiler);
    void *memory = gc_alloc(type);
    remains_hold(k->remains, memory); // code that names the variable is not looked through by the collector
    store_value(memory, v->value);
    compile_place_variable(k->compiler, o, memory);
    k->named[at].input = v->input;
    k->named[at].variable = o;
    return o;
}

bool kept_describe(Kept *k, int i, int64_t *input, Type **type)
{
    if (!k->values || i >= KEPT_VALUES)
        return false;
    *input = k->values[i].input;
    *type = k->values[i].value.tab ? ((const RType *)k->values[i].value.tab)->compiler : NULL;
    return true;
}

// repeat.c: see repeat.h.
#include "driver/repeat.h"

#include "base/intern.h"

typedef struct Look {
    int literals, called; // function literals; those that are called where they stand
    bool differs;
} Look;

static bool visit(Node *n, void *data)
{
    Look *l = data;
    switch ((NodeKind)n->kind) {
    case NODE_IMPORT_DECL: // files may be others by then
    case NODE_TYPE_DECL:   // each input has a type of its own
    case NODE_FUNC_DECL:
        l->differs = true;
        break;
    case NODE_CALL_STMT:
        l->differs |= AS(CallStmt, CALL_STMT, n)->op == TOK_GO;
        break;
    case NODE_CALL_EXPR:
        l->called += node_is(node_unparen(AS(CallExpr, CALL_EXPR, n)->fun), NODE_FUNC_LIT);
        break;
    case NODE_FUNC_LIT:
        l->literals++;
        break;
    default:
        break;
    }
    return !l->differs;
}

bool repeat_is_possible(NodeList nodes)
{
    Look l = {0};
    for (int i = 0; i < nodes.n && !l.differs; i++)
        node_walk(nodes.at[i], visit, &l);
    return !l.differs && l.literals == l.called;
}

void repeat_set_name(char name[REPEAT_NAME_BYTES], int number)
{
    snprintf(name, REPEAT_NAME_BYTES, "input %d", number);
}

static const void *key_of(Str text)
{
    return (const void *)(uintptr_t)(hash_text(text.ptr, text.len) | UINT64_C(1) << 32); // no key is 0
}

Repeat *repeats_find(const Repeats *all, Str text)
{
    for (Repeat *r = hashmap_get(&all->by_hash, key_of(text)); r; r = r->next)
        if (str_equal((Str){r->file->text, r->file->len}, text))
            return r;
    return NULL;
}

void repeats_add(Repeats *all, const Repeat *r, const DiagSink *diags)
{
    Repeat *added = ARENA_NEW(&all->arena, Repeat);
    *added = *r;
    if (!r->func) {
        Diag *wrong = ARENA_ARRAY(&all->arena, Diag, diags->list.n);
        for (int i = 0; i < diags->list.n; i++) {
            const Diag *d = &diags->list.at[i];
            wrong[i] = (Diag){.pos = d->pos, .text = arena_copy_text(&all->arena, d->text, strlen(d->text))};
        }
        added->wrong = wrong;
        added->n_wrong = diags->list.n;
    }
    void **at = hashmap_at(&all->by_hash, &all->arena, key_of((Str){r->file->text, r->file->len}));
    added->next = *at;
    *at = added;
}

static __attribute__((format(printf, 3, 4))) void report(DiagSink *diags, Pos pos, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    diag_verror(diags, pos, fmt, ap);
    va_end(ap);
}

void repeat_report(const Repeat *r, DiagSink *diags)
{
    for (int i = 0; i < r->n_wrong; i++)
        report(diags, r->wrong[i].pos, "%s", r->wrong[i].text);
}

void repeats_forget(Repeats *all)
{
    arena_done(&all->arena);
    *all = (Repeats){0};
}

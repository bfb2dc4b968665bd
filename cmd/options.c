// options.c: reads the options of the command line.
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/check.h"
#include "cmd/cmd.h"

typedef enum OptionId {
#define OPTION(ID, name, value, commands, words) OPTION_##ID,
#include "cmd/options.def"
#undef OPTION
    OPTION_COUNT
} OptionId;

static const OptionRow rows[OPTION_COUNT] = {
#define OPTION(ID, name, value, commands, words) [OPTION_##ID] = {name, value, commands, words},
#include "cmd/options.def"
#undef OPTION
};

bool option_at(int i, OptionRow *out)
{
    if (i < 0 || i >= OPTION_COUNT)
        return false;
    *out = rows[i];
    return true;
}

static bool has_command(const OptionRow *row, const char *command)
{
    size_t n = strlen(command);
    for (const char *p = row->commands; p; p = strchr(p, ' ')) {
        p += *p == ' ';
        if (strncmp(p, command, n) == 0 && (p[n] == ' ' || p[n] == 0))
            return true;
    }
    return false;
}

static bool is_of(const OptionRow *row, const char *command)
{
    if (*command)
        return has_command(row, command);
    return has_command(row, "minigo") || has_command(row, "run") || has_command(row, "repl");
}

static const char *dashes(const OptionRow *row)
{
    return row->name[1] ? "--" : "-";
}

bool options_fit(const Options *options, const char *command)
{
    for (int i = 0; i < OPTION_COUNT; i++)
        if (options->given >> i & 1 && !is_of(&rows[i], command)) {
            bool of_none = strcmp(rows[i].commands, "minigo") == 0;
            fprintf(stderr, "minigo%s%s: %s%s is an option of ", *command ? " " : "", command, dashes(&rows[i]), rows[i].name);
            for (const char *p = of_none ? "minigo without a command" : rows[i].commands; *p; p++)
                fprintf(stderr, *p == ' ' && !of_none ? ", " : "%c", *p);
            fputc('\n', stderr);
            return false;
        }
    return true;
}

bool options_exist(const char *command)
{
    for (int i = 0; i < OPTION_COUNT; i++)
        if (i != OPTION_HELP && is_of(&rows[i], command))
            return true;
    return false;
}

void options_print_help(const char *command, FILE *out)
{
    for (int i = 0; i < OPTION_COUNT; i++) {
        if (command && !is_of(&rows[i], command))
            continue;
        char left[64];
        snprintf(left, sizeof left, "%s%s%s%s", dashes(&rows[i]), rows[i].name,
                 !rows[i].value ? "" : rows[i].name[1] ? "=" : " ", rows[i].value ? rows[i].value : "");
        bool of_one = !command && !strchr(rows[i].commands, ' ') && !is_of(&rows[i], "");
        fprintf(out, "  %-22s %s%s%s\n", left, of_one ? rows[i].commands : "", of_one ? ": " : "", rows[i].words);
    }
}

static bool parse_size(const char *text, uint64_t *out)
{
    char *end;
    double n = strtod(text, &end);
    if (end == text || !(n >= 0)) // "nan" is a number to strtod
        return false;
    switch (*end) {
    case 'K': case 'k': n *= 1 << 10; end++; break;
    case 'M': case 'm': n *= 1 << 20; end++; break;
    case 'G': case 'g': n *= 1 << 30; end++; break;
    }
    if (*end == 'i')
        end++;
    if (*end == 'B')
        end++;
    if (*end || n > 1e18)
        return false;
    *out = (uint64_t)n;
    return true;
}

static bool wrong_value(OptionId id, const char *value)
{
    fprintf(stderr, "minigo: wrong value \"%s\" for --%s\n", value, rows[id].name);
    return false;
}

static bool default_color(const Options *o)
{
    const char *no_color = getenv("NO_COLOR"), *force = getenv("CLICOLOR_FORCE");
    if (no_color && *no_color)
        return false;
    return (force && *force && strcmp(force, "0") != 0) || (isatty(STDERR_FILENO) && !o->dumb);
}

// Several -e are the lines of one text.
static const char *join_lines(const char *a, const char *b)
{
    char *text = NULL;
    if (asprintf(&text, "%s\n%s", a, b) < 0)
        out_of_memory();
    return text;
}

static bool set(Options *o, OptionId id, const char *value)
{
    switch (id) {
    case OPTION_DUMP:
        o->dump = stage_find(value);
        if (o->dump != STAGE_NONE)
            return true;
        fprintf(stderr, "minigo: --dump=%s: there is no such stage; stages are", value);
        for (int i = STAGE_NONE + 1; i < STAGE_COUNT; i++)
            fprintf(stderr, "%s %s", i > 1 ? "," : "", stage_name((Stage)i));
        fprintf(stderr, "\n");
        return false;
    case OPTION_COLOR:
        if (strcmp(value, "always") == 0)
            o->color = true;
        else if (strcmp(value, "never") == 0)
            o->color = false;
        else if (strcmp(value, "auto") == 0)
            o->color = default_color(o);
        else
            return wrong_value(id, value);
        return true;
    case OPTION_MAX_MEMORY:
        return parse_size(value, &o->max_memory) || wrong_value(id, value);
    case OPTION_STATS:
        o->stats = true;
        return true;
    case OPTION_JSON:
        o->json = true;
        return true;
    case OPTION_HTML:
        o->html = value;
        return *value || wrong_value(id, value);
    case OPTION_RUNS: {
        char *end;
        long n = strtol(value, &end, 10);
        o->runs = (int)n;
        return (end != value && !*end && n >= 1 && n <= 25) || wrong_value(id, value);
    }
    case OPTION_GC_STRESS:
        o->gc_stress = true;
        return true;
    case OPTION_SCHED_STRESS:
        o->sched_stress = true;
        return true;
    case OPTION_SHOW_COMPILED:
        o->show_compiled = true;
        return true;
    case OPTION_TRACE:
        o->trace = true;
        return true;
    case OPTION_EXECUTE:
        o->text = o->text ? join_lines(o->text, value) : value;
        return true;
    case OPTION_HELP:
        o->help = true;
        return true;
    case OPTION_VERSION:
        o->version = true;
        return true;
    case OPTION_COUNT:
        break;
    }
    return false;
}

void options_init(Options *options)
{
    const char *term = getenv("TERM");
    *options = (Options){.dumb = !term || !*term || strcmp(term, "dumb") == 0};
    options->color = default_color(options);
}

static const char *option_like(const char *name, size_t len)
{
    char word[32];
    if (len >= sizeof word)
        return NULL;
    memcpy(word, name, len);
    word[len] = 0;
    for (int i = 0; i < OPTION_COUNT; i++)
        if (strlen(rows[i].name) > 2 && spelling_distance(word, rows[i].name) <= 2)
            return rows[i].name;
    return NULL;
}

bool options_parse(Options *options, Words *words)
{
    while (words->n > 0) {
        const char *word = words->at[0];
        if (word[0] != '-' || word[1] == 0)
            return true;
        words->at++;
        words->n--;
        if (strcmp(word, "--") == 0)
            return true;
        if (strcmp(word, "-h") == 0) {
            options->help = true;
            continue;
        }
        const char *name = word + (word[1] == '-' ? 2 : 1);
        size_t len = strcspn(name, "=");
        int id = 0;
        while (id < OPTION_COUNT && !(strlen(rows[id].name) == len && strncmp(rows[id].name, name, len) == 0))
            id++;
        if (id == OPTION_COUNT) {
            const char *meant = option_like(name, len);
            if (meant)
                fprintf(stderr, "minigo: unknown option %s; did you mean --%s?\n", word, meant);
            else
                fprintf(stderr, "minigo: unknown option %s; see minigo help\n", word);
            return false;
        }
        const char *value = name[len] == '=' ? name + len + 1 : NULL;
        if (rows[id].value && !value && words->n > 0) {
            value = words->at[0];
            words->at++;
            words->n--;
        }
        if (!rows[id].value != !value) {
            fprintf(stderr, "minigo: %s%s %s\n", dashes(&rows[id]), rows[id].name, rows[id].value ? "wants a value" : "takes no value");
            return false;
        }
        if (!set(options, (OptionId)id, value))
            return false;
        options->given |= 1u << id;
    }
    return true;
}

RunOptions options_run(const Options *options, const char *name, Words args)
{
    return (RunOptions){.name = name,
                        .args = args.at,
                        .n_args = args.n,
                        .gc_stress = options->gc_stress,
                        .sched_stress = options->sched_stress,
                        .trace = options->trace,
                        .stats = !options->stats ? STATS_NONE : options->json ? STATS_JSON : STATS_TEXT,
                        .dump_compiled = options->show_compiled,
                        .max_memory = options->max_memory};
}

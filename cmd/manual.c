// manual.c: the man page and the completions of shells, made from the tables of commands and options: minigo help --man,
// minigo help --completion=SHELL. The build calls it.
#include <string.h>

#include "cmd/cmd.h"
#include "repl/commands.h"

// Text of roff: no line begins with a dot, backslashes and hyphens are literal.
static void put_roff(FILE *out, const char *s)
{
    if (*s == '.' || *s == '\'')
        fputs("\\&", out);
    for (; *s; s++) {
        if (*s == '\\')
            fputs("\\e", out);
        else if (*s == '-')
            fputs("\\-", out);
        else
            fputc(*s, out);
    }
}

static void put_man_row(FILE *out, const char *bold, const char *value, const char *words)
{
    fputs(".TP\n\\fB", out);
    put_roff(out, bold);
    fputs("\\fR", out);
    if (*value)
        fputs(bold[0] == '-' && bold[1] == '-' ? "=" : " ", out);
    fputs("\\fI", out);
    put_roff(out, value);
    fputs("\\fR\n", out);
    put_roff(out, words);
    fputc('\n', out);
}

static void put_man(FILE *out)
{
    fprintf(out, ".TH MINIGO 1 \"\" \"minigo %s\" \"User Commands\"\n.SH NAME\nminigo \\- run Go programs as scripts\n.SH SYNOPSIS\n"
                 ".B minigo\n[\\fIoptions\\fR] \\fIFILE.go\\fR [\\fIarguments\\fR]\n.br\n.B minigo\n"
                 "[\\fIoptions\\fR] \\-e \\fITEXT\\fR [\\fIarguments\\fR]\n",
            MINIGO_VERSION);
    const Command *c;
    for (int i = 0; (c = command_at(i)); i++) {
        fprintf(out, ".br\n.B minigo %s\n", c->name);
        if (options_exist(c->name))
            fputs("[\\fIoptions\\fR] ", out);
        put_roff(out, c->arguments);
        fputs(options_exist(c->name) || c->arguments[0] ? "\n" : "", out);
    }
    fputs(".SH DESCRIPTION\nminigo runs a Go program without a build step: it reads, checks and compiles it to bytecode, and runs that. Arguments "
          "behind the\nfiles are the program's. A file without a package clause is a script: its statements run in order, and packages of the "
          "library\nneed no import. Without a file, minigo is a session (on a terminal), or runs what it reads from standard input.\n"
          ".SH COMMANDS\n",
          out);
    for (int i = 0; (c = command_at(i)); i++)
        put_man_row(out, c->name, c->arguments, c->words);
    fputs(".SH OPTIONS\nOptions stand before the first file.\n", out);
    OptionRow o;
    for (int i = 0; option_at(i, &o); i++) {
        char name[48];
        snprintf(name, sizeof name, "%s%s", o.name[1] ? "--" : "-", o.name);
        put_man_row(out, name, o.value ? o.value : "", o.words);
    }
    fputs(".SH SESSIONS\nAny Go may be typed: declarations, statements, expressions. The value of an expression is printed, and is called _ afterwards, "
          "or _12\nwhere input 12 showed it. What is not complete goes on in the next line. Tab completes, the arrow keys move through earlier "
          "inputs,\nCtrl-R searches them, Ctrl-C stops what runs, Ctrl-D leaves. Any beginning of these commands will do that no other one has:\n",
          out);
    for (int i = 0; command_name(i); i++)
        put_man_row(out, command_name(i), command_argument(i), command_words(i));
    fputs(".SH FILES\n.TP\n.B $XDG_STATE_HOME/minigo/history\nwhat was typed into sessions (else in ~/.local/state)\n", out);
    fputs(".SH EXIT STATUS\nThat of the program: 2 after a panic or a deadlock. 1 if it does not compile, 2 for a wrong use of the command.\n"
          ".SH ENVIRONMENT\n.TP\n.B GOMAXPROCS\nhow many threads run goroutines at the same time\n.TP\n.B GOGC, GOMEMLIMIT\nhow eagerly the "
          "collector works\n.TP\n.B GOTRACEBACK\nwhat is shown of goroutines after a panic\n.TP\n.B NO_COLOR\nno colors\n.SH EXAMPLES\n.nf\n"
          "minigo hello.go\nminigo run main.go list.go one two\nminigo check ./service\nminigo \\-\\-stats hello.go\n"
          "minigo compare \\-\\-html=cost.html hello.go\nminigo \\-e \\(aqfmt.Println(1 << 10)\\(aq\n.fi\n",
          out);
}

// What may stand behind the value's placeholder.
static const char *choices(const OptionRow *o, char *buffer, size_t size)
{
    if (strcmp(o->name, "color") == 0)
        return "auto always never";
    if (strcmp(o->name, "dump") != 0)
        return "";
    size_t n = 0;
    buffer[0] = 0;
    for (int i = STAGE_NONE + 1; i < STAGE_COUNT; i++)
        n += (size_t)snprintf(buffer + n, n < size ? size - n : 0, "%s%s", i > 1 ? " " : "", stage_name((Stage)i));
    return buffer;
}

static void put_command_names(FILE *out)
{
    const Command *c;
    for (int i = 0; (c = command_at(i)); i++)
        fprintf(out, "%s%s", i ? " " : "", c->name);
}

static void put_bash(FILE *out)
{
    OptionRow o;
    char buffer[128];
    fputs("# bash completion for minigo\n_minigo()\n{\n    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} i word=\n"
          "    [[ $cur == = ]] && cur=\n    [[ $prev == = ]] && prev=${COMP_WORDS[COMP_CWORD-2]}\n    case $prev in\n",
          out);
    for (int i = 0; option_at(i, &o); i++)
        if (*choices(&o, buffer, sizeof buffer))
            fprintf(out, "    --%s) COMPREPLY=($(compgen -W \"%s\" -- \"$cur\")); return ;;\n", o.name, choices(&o, buffer, sizeof buffer));
    fputs("    help) COMPREPLY=($(compgen -W \"", out);
    put_command_names(out);
    fputs("\" -- \"$cur\")); return ;;\n    esac\n    for ((i = 1; i < COMP_CWORD; i++)); do\n"
          "        [[ ${COMP_WORDS[i]} == *.go ]] && { COMPREPLY=($(compgen -f -- \"$cur\")); return; }\n"
          "        [[ -z $word && ${COMP_WORDS[i]} != -* ]] && word=${COMP_WORDS[i]}\n    done\n    if [[ $cur == -* ]]; then\n"
          "        COMPREPLY=($(compgen -W \"",
          out);
    for (int i = 0; option_at(i, &o); i++)
        fprintf(out, "%s%s%s%s", i ? " " : "", o.name[1] ? "--" : "-", o.name, o.value && o.name[1] ? "=" : "");
    fputs("\" -- \"$cur\"))\n        [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null\n        return\n    fi\n"
          "    COMPREPLY=($(compgen -f -X '!*.go' -- \"$cur\") $(compgen -d -- \"$cur\"))\n    [[ -z $word ]] && COMPREPLY+=($(compgen -W \"",
          out);
    put_command_names(out);
    fputs("\" -- \"$cur\"))\n    return 0\n}\ncomplete -o filenames -F _minigo minigo\n", out);
}

// Inside single quotes; zsh's _arguments also takes brackets and colons as its own.
static void put_quoted(FILE *out, const char *s, bool zsh)
{
    for (; *s; s++) {
        if (*s == '\'')
            fputs(zsh ? "'\\''" : "\\'", out);
        else if ((zsh && strchr("[]:\\", *s)) || *s == '\\')
            fprintf(out, "\\%c", *s);
        else
            fputc(*s, out);
    }
}

static void put_zsh(FILE *out)
{
    OptionRow o;
    char buffer[128];
    const Command *c;
    fputs("#compdef minigo\n_minigo_first() {\n    local -a commands\n    commands=(\n", out);
    for (int i = 0; (c = command_at(i)); i++) {
        fprintf(out, "        '%s:", c->name);
        put_quoted(out, c->words, true);
        fputs("'\n", out);
    }
    fputs("    )\n    _describe command commands\n    _files -g '*.go'\n}\n_minigo_rest() {\n"
          "    if [[ ${words[(r)(run|check|compare|help)]} == help ]]; then\n        compadd -- ",
          out);
    put_command_names(out);
    fputs("\n    else\n        _files\n    fi\n}\n_arguments \\\n", out);
    for (int i = 0; option_at(i, &o); i++) {
        fprintf(out, "    '%s%s%s[", o.name[1] ? "--" : "-", o.name, o.value && o.name[1] ? "=" : "");
        put_quoted(out, o.words, true);
        fputc(']', out);
        const char *list = choices(&o, buffer, sizeof buffer);
        if (o.value)
            fprintf(out, *list ? ":%s:(%s)" : strcmp(o.value, "OUT") == 0 ? ":%s:_files" : ":%s:", o.value, list);
        fputs("' \\\n", out);
    }
    fputs("    '1:command or file:_minigo_first' \\\n    '*:file:_minigo_rest'\n", out);
}

static void put_fish(FILE *out)
{
    OptionRow o;
    char buffer[128];
    const Command *c;
    fputs("# fish completion for minigo\n", out);
    for (int i = 0; (c = command_at(i)); i++) {
        fprintf(out, "complete -c minigo -n __fish_use_subcommand -a %s -d '", c->name);
        put_quoted(out, c->words, false);
        fputs("'\n", out);
    }
    fputs("complete -c minigo -n '__fish_seen_subcommand_from help' -f -a '", out);
    put_command_names(out);
    fputs("'\n", out);
    for (int i = 0; option_at(i, &o); i++) {
        fprintf(out, "complete -c minigo -%c %s -d '", o.name[1] ? 'l' : 's', o.name);
        put_quoted(out, o.words, false);
        fputc('\'', out);
        const char *list = choices(&o, buffer, sizeof buffer);
        if (*list)
            fprintf(out, " -x -a '%s'", list);
        else if (o.value)
            fputs(" -r", out);
        fputc('\n', out);
    }
}

bool manual_print(const char *word, FILE *out)
{
    if (strcmp(word, "--man") == 0)
        put_man(out);
    else if (strcmp(word, "--completion=bash") == 0)
        put_bash(out);
    else if (strcmp(word, "--completion=zsh") == 0)
        put_zsh(out);
    else if (strcmp(word, "--completion=fish") == 0)
        put_fish(out);
    else
        return false;
    return true;
}

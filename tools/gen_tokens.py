#!/usr/bin/env python3
"""gen_tokens.py SOURCE GEN: makes from lexer/tokens.def the lexer's rules for operators and keywords
(GEN/lexer/tokens.re) and the grammar with its %token block (GEN/parser/go.y)."""
import pathlib
import re
import sys


def read_tokens(path):
    """The rows as (kind, class, text, line)."""
    row = re.compile(r'^TOKEN\((\w+), (\w+), (\d+), "([^"]*)"\)')
    tokens = []
    for number, line in enumerate(path.read_text().splitlines(), 1):
        found = row.match(line)
        if found:
            tokens.append((found[1], found[2], found[4], number))
    return tokens


def write_rules(tokens, path):
    rules = [f'"{text}" {{ {group}({kind}); }}\n'
             for kind, group, text, _ in tokens if group != "SPECIAL"]
    path.write_text("".join(rules))


def write_grammar(tokens, rows, source, path):
    """Bison numbers tokens by where they stand, by file name and line: those of tokens.def get kind + 2 (0 is the
    end), which the parser relies on, and checks."""
    grammar = source.read_text()
    before, after = grammar.split("%%TOKENS%%\n")
    block = []
    for kind, group, text, line in tokens:
        if kind != "EOF":
            alias = f' "{text}"' if group != "SPECIAL" else ""
            block.append(f'#line {line} "{rows}"\n%token <token> {kind}{alias}\n')
    next_line = before.count("\n") + 2
    path.write_text(f'#line 1 "{source}"\n{before}{"".join(block)}#line {next_line} "{source}"\n{after}')


def main():
    source, gen = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    rows = source / "lexer/tokens.def"
    tokens = read_tokens(rows)
    write_rules(tokens, gen / "lexer/tokens.re")
    write_grammar(tokens, rows, source / "parser/go.y", gen / "parser/go.y")


main()

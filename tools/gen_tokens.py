#!/usr/bin/env python3
"""gen_tokens.py SOURCE GEN: makes from lexer/tokens.def the lexer's rules for operators and keywords
(GEN/lexer/tokens.re) and the grammar with its %token block (GEN/parser/go.y)."""
import pathlib
import re
import sys


def read_tokens(path):
    row = re.compile(r'^TOKEN\((\w+), (\w+), (\d+), "([^"]*)"\)')
    tokens = []
    for line in path.read_text().splitlines():
        found = row.match(line)
        if found:
            tokens.append((found[1], found[2], found[4]))
    return tokens


def write_rules(tokens, path):
    rules = [f'"{text}" {{ {group}({kind}); }}\n'
             for kind, group, text in tokens if group != "SPECIAL"]
    path.write_text("".join(rules))


def write_grammar(tokens, source, path):
    """Bison numbers tokens in the order of the block, from 3 (0 is the end): kind + 2, which the lexer relies on."""
    grammar = source.read_text()
    mark = "%%TOKENS%%\n"
    before, after = grammar.split(mark)
    block = "".join(f'%token <token> {kind} "{text}"\n' if group != "SPECIAL" else f'%token <token> {kind}\n'
                    for kind, group, text in tokens if kind != "EOF")
    first_line = before.count("\n") + 2
    path.write_text(f'#line 1 "{source}"\n{before}{block}#line {first_line} "{source}"\n{after}')


def main():
    source, gen = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    tokens = read_tokens(source / "lexer/tokens.def")
    write_rules(tokens, gen / "lexer/tokens.re")
    write_grammar(tokens, source / "parser/go.y", gen / "parser/go.y")


main()

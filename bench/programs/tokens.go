// A lexer and an interpreter for expressions: bytes, a switch per character, a tree of interfaces, a stack machine. size: rounds; default: 30000; interp: 5000
package main

import (
	"fmt"
	"os"
	"strconv"
)

func size(n int) int {
	if v, err := strconv.Atoi(os.Args[len(os.Args)-1]); err == nil {
		return v
	}
	return n
}

type kind int

const (
	end kind = iota
	number
	name
	op
)

type token struct {
	kind kind
	text string
	num  int
}

type lexer struct {
	src []byte
	pos int
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' }

func (l *lexer) next() token {
	for l.pos < len(l.src) && l.src[l.pos] == ' ' {
		l.pos++
	}
	if l.pos >= len(l.src) {
		return token{kind: end}
	}
	start := l.pos
	switch c := l.src[l.pos]; {
	case isDigit(c):
		n := 0
		for l.pos < len(l.src) && isDigit(l.src[l.pos]) {
			n = n*10 + int(l.src[l.pos]-'0')
			l.pos++
		}
		return token{kind: number, num: n}
	case isLetter(c):
		for l.pos < len(l.src) && (isLetter(l.src[l.pos]) || isDigit(l.src[l.pos])) {
			l.pos++
		}
		return token{kind: name, text: string(l.src[start:l.pos])}
	default:
		l.pos++
		return token{kind: op, text: string(l.src[start:l.pos])}
	}
}

type expr interface{ eval(env map[string]int) int }

type lit int
type ident string
type binary struct {
	op          byte
	left, right expr
}

func (l lit) eval(env map[string]int) int   { return int(l) }
func (i ident) eval(env map[string]int) int { return env[string(i)] }
func (b *binary) eval(env map[string]int) int {
	x, y := b.left.eval(env), b.right.eval(env)
	switch b.op {
	case '+':
		return x + y
	case '-':
		return x - y
	case '*':
		return x * y
	case '/':
		if y == 0 {
			return 0
		}
		return x / y
	}
	panic("operator")
}

type parser struct {
	lex lexer
	tok token
}

func (p *parser) advance() { p.tok = p.lex.next() }

func (p *parser) primary() expr {
	t := p.tok
	p.advance()
	switch t.kind {
	case number:
		return lit(t.num)
	case name:
		return ident(t.text)
	}
	e := p.expr(0)
	p.advance()
	return e
}

func precedence(t token) int {
	if t.kind != op {
		return 0
	}
	switch t.text {
	case "+", "-":
		return 1
	case "*", "/":
		return 2
	}
	return 0
}

func (p *parser) expr(min int) expr {
	left := p.primary()
	for {
		prec := precedence(p.tok)
		if prec <= min {
			return left
		}
		o := p.tok.text[0]
		p.advance()
		left = &binary{o, left, p.expr(prec)}
	}
}

const (
	opPush = iota
	opLoad
	opAdd
	opSub
	opMul
	opDiv
)

type instr struct {
	op  uint8
	arg int
}

type code struct {
	ins   []instr
	names []string
}

func (c *code) gen(e expr) {
	switch e := e.(type) {
	case lit:
		c.ins = append(c.ins, instr{opPush, int(e)})
	case ident:
		c.ins = append(c.ins, instr{opLoad, len(c.names)})
		c.names = append(c.names, string(e))
	case *binary:
		c.gen(e.left)
		c.gen(e.right)
		var o uint8
		switch e.op {
		case '+':
			o = opAdd
		case '-':
			o = opSub
		case '*':
			o = opMul
		case '/':
			o = opDiv
		}
		c.ins = append(c.ins, instr{op: o})
	}
}

func (c *code) run(vars []int) int {
	var stack [32]int
	sp := 0
	for pc := 0; pc < len(c.ins); pc++ {
		in := c.ins[pc]
		switch in.op {
		case opPush:
			stack[sp] = in.arg
			sp++
		case opLoad:
			stack[sp] = vars[in.arg]
			sp++
		case opAdd:
			sp--
			stack[sp-1] += stack[sp]
		case opSub:
			sp--
			stack[sp-1] -= stack[sp]
		case opMul:
			sp--
			stack[sp-1] *= stack[sp]
		case opDiv:
			sp--
			if stack[sp] == 0 {
				stack[sp-1] = 0
			} else {
				stack[sp-1] /= stack[sp]
			}
		}
	}
	return stack[0]
}

func main() {
	n := size(30000)
	src := []byte("(alpha + 12) * beta - 7 * (gamma / 3 + delta1) + 100 / (alpha - 4) * 2 + zeta_9 * 31")
	env := map[string]int{"alpha": 3, "beta": 5, "gamma": 21, "delta1": 8, "zeta_9": 2}
	sum := 0
	for i := 0; i < n; i++ {
		p := &parser{lex: lexer{src: src}}
		p.advance()
		e := p.expr(0)
		env["alpha"] = i & 15
		sum += e.eval(env)
		var c code
		c.gen(e)
		vars := make([]int, len(c.names))
		for j, nm := range c.names {
			vars[j] = env[nm]
		}
		for k := 0; k < 8; k++ {
			vars[0] = k
			sum += c.run(vars)
		}
	}
	fmt.Println(sum)
}

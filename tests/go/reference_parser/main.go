// Program reference_parser does with the reference compiler's own parser what parse_check does with ours, in the same
// form. parse_tree.py builds it beside a copy of that parser.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"sort"
	"strings"

	"refparse/syntax"
)

type dumper struct {
	out    *bufio.Writer
	ranges bool
	lines  []int // offset of each line's first byte, for ranges
	depth  int
}

func place(p syntax.Pos) string { return fmt.Sprintf("%d:%d", p.Line(), p.Col()) }

// offset also understands the ends of literals that reach over lines, which the reference puts far behind their first.
func (d *dumper) offset(p syntax.Pos) int { return d.lines[p.Line()-1] + int(p.Col()) - 1 }

func lineStarts(text []byte) []int {
	lines := []int{0}
	for i, c := range text {
		if c == '\n' {
			lines = append(lines, i+1)
		}
	}
	return lines
}

// begin prints a node's own line; its children follow, then end is called.
func (d *dumper) begin(label, words, values string, pos, start, end syntax.Pos) {
	if d.ranges {
		fmt.Fprintf(d.out, "%s %d %d %d\n", words, d.offset(pos), d.offset(start), d.offset(end))
		return
	}
	d.out.WriteString(strings.Repeat("  ", d.depth))
	if label != "" {
		d.out.WriteString(label + ": ")
	}
	fmt.Fprintf(d.out, "%s%s  @%s\n", words, values, place(pos))
	d.depth++
}

func (d *dumper) end() {
	if !d.ranges {
		d.depth--
	}
}

func flag(on bool, name string) string {
	if on {
		return " " + name
	}
	return ""
}

func number(n int, name string) string {
	if n != 0 {
		return fmt.Sprintf(" %s=%d", name, n)
	}
	return ""
}

func at(p syntax.Pos, name string) string { return " " + name + "@" + place(p) }

func listOf(x syntax.Expr) []syntax.Expr {
	if x == nil {
		return nil
	}
	if l, ok := x.(*syntax.ListExpr); ok {
		return l.ElemList
	}
	return []syntax.Expr{x}
}

func (d *dumper) exprs(label string, list []syntax.Expr) {
	for _, x := range list {
		d.node(label, x)
	}
}

func (d *dumper) fields(label string, list []*syntax.Field, embeddedToo bool, tags []*syntax.BasicLit) {
	for i, f := range list {
		d.field(label, f, embeddedToo && f.Name == nil, tags, i)
	}
}

func (d *dumper) field(label string, f *syntax.Field, embedded bool, tags []*syntax.BasicLit, i int) {
	d.begin(label, "field", flag(embedded, "embedded"), f.Pos(), syntax.StartPos(f), syntax.EndPos(f))
	if f.Name != nil {
		d.node("name", f.Name)
	}
	d.node("type", f.Type)
	if i < len(tags) && tags[i] != nil {
		d.node("tag", tags[i])
	}
	d.end()
}

func (d *dumper) names(list []*syntax.Name) {
	for _, n := range list {
		d.node("names", n)
	}
}

func (d *dumper) stmts(label string, list []syntax.Stmt) {
	for _, s := range list {
		d.node(label, s)
	}
}

func (d *dumper) decls(list []syntax.Decl) {
	iota := map[*syntax.Group]int{}
	for _, n := range list {
		n := n
		b := func(words, values string) {
			d.begin("decls", words, values, n.Pos(), syntax.StartPos(n), syntax.EndPos(n))
		}
		switch n := n.(type) {
		case *syntax.ImportDecl:
			b("import declaration", flag(n.Group != nil, "grouped"))
			if n.LocalPkgName != nil {
				d.node("name", n.LocalPkgName)
			}
			d.node("path", n.Path)
		case *syntax.ConstDecl:
			i := 0
			if n.Group != nil {
				i = iota[n.Group]
				iota[n.Group]++
			}
			b("constant declaration", flag(n.Group != nil, "grouped")+number(i, "iota"))
			d.names(n.NameList)
			d.opt("type", n.Type)
			d.exprs("values", listOf(n.Values))
		case *syntax.TypeDecl:
			b("type declaration", flag(n.Alias, "is_alias")+flag(n.Group != nil, "grouped"))
			d.node("name", n.Name)
			d.fields("type_params", n.TParamList, false, nil)
			d.node("type", n.Type)
		case *syntax.VarDecl:
			b("variable declaration", flag(n.Group != nil, "grouped"))
			d.names(n.NameList)
			d.opt("type", n.Type)
			d.exprs("values", listOf(n.Values))
		case *syntax.FuncDecl:
			b("function declaration", "")
			if n.Recv != nil {
				d.field("recv", n.Recv, false, nil, 0)
			}
			d.node("name", n.Name)
			d.fields("type_params", n.TParamList, false, nil)
			d.node("type", n.Type)
			if n.Body != nil {
				d.node("body", n.Body)
			}
		}
		d.end()
	}
}

func (d *dumper) opt(label string, x syntax.Expr) {
	if x != nil {
		d.node(label, x)
	}
}

func (d *dumper) simple(label string, s syntax.SimpleStmt) {
	if s != nil {
		d.node(label, s)
	}
}

var literalWords = map[syntax.LitKind]string{
	syntax.IntLit: "integer literal", syntax.FloatLit: "float literal", syntax.ImagLit: "imaginary literal",
	syntax.RuneLit: "rune literal", syntax.StringLit: "string literal",
}

func (d *dumper) node(label string, n syntax.Node) {
	start, end := syntax.StartPos(n), syntax.EndPos(n)
	b := func(words, values string) { d.begin(label, words, values, n.Pos(), start, end) }
	switch n := n.(type) {
	case *syntax.File:
		b("file", at(start, "start")+at(n.EOF, "eof"))
		d.node("package_name", n.PkgName)
		d.decls(n.DeclList)

	case *syntax.BadExpr:
		b("bad expression", "")
	case *syntax.Name:
		b("name", " "+n.Value)
	case *syntax.BasicLit:
		b("literal", " "+literalWords[n.Kind]+" "+n.Value+flag(n.Bad, "bad"))
	case *syntax.CompositeLit:
		b("composite literal", number(n.NKeys, "n_keyed")+at(n.Rbrace, "rbrace"))
		d.opt("type", n.Type)
		d.exprs("elems", n.ElemList)
	case *syntax.KeyValueExpr:
		b("key: value", "")
		d.node("key", n.Key)
		d.node("value", n.Value)
	case *syntax.FuncLit:
		b("function literal", "")
		d.node("type", n.Type)
		d.node("body", n.Body)
	case *syntax.ParenExpr:
		b("parenthesized expression", "")
		d.node("x", n.X)
	case *syntax.SelectorExpr:
		b("selector", "")
		d.node("x", n.X)
		d.node("sel", n.Sel)
	case *syntax.IndexExpr:
		b("index expression", "")
		d.node("x", n.X)
		d.exprs("indices", listOf(n.Index))
	case *syntax.SliceExpr:
		b("slice expression", flag(n.Full, "is_full"))
		d.node("x", n.X)
		d.opt("low", n.Index[0])
		d.opt("high", n.Index[1])
		d.opt("max", n.Index[2])
	case *syntax.AssertExpr:
		b("type assertion", "")
		d.node("x", n.X)
		d.node("type", n.Type)
	case *syntax.TypeSwitchGuard:
		b("type switch guard", "")
		if n.Lhs != nil {
			d.node("lhs", n.Lhs)
		}
		d.node("x", n.X)
	case *syntax.Operation:
		if n.Y == nil {
			b("unary expression", " "+n.Op.String())
			d.node("x", n.X)
		} else {
			b("binary expression", " "+n.Op.String())
			d.node("x", n.X)
			d.node("y", n.Y)
		}
	case *syntax.CallExpr:
		b("call", flag(n.HasDots, "has_dots"))
		d.node("fun", n.Fun)
		d.exprs("args", n.ArgList)

	case *syntax.ArrayType:
		b("array type", "")
		d.opt("len", n.Len)
		d.node("elem", n.Elem)
	case *syntax.SliceType:
		b("slice type", "")
		d.node("elem", n.Elem)
	case *syntax.DotsType:
		b("... type", "")
		d.node("elem", n.Elem)
	case *syntax.StructType:
		b("struct type", "")
		d.fields("fields", n.FieldList, true, n.TagList)
	case *syntax.InterfaceType:
		b("interface type", "")
		d.fields("methods", n.MethodList, false, nil)
	case *syntax.FuncType:
		b("function type", "")
		d.fields("params", n.ParamList, false, nil)
		d.fields("results", n.ResultList, false, nil)
	case *syntax.MapType:
		b("map type", "")
		d.node("key", n.Key)
		d.node("elem", n.Value)
	case *syntax.ChanType:
		b("channel type", [...]string{"", " send only", " receive only"}[n.Dir])
		d.node("elem", n.Elem)

	case *syntax.EmptyStmt:
		b("empty statement", "")
	case *syntax.LabeledStmt:
		b("labeled statement", "")
		d.node("label", n.Label)
		d.node("stmt", n.Stmt)
	case *syntax.BlockStmt:
		b("block", at(n.Rbrace, "rbrace"))
		d.stmts("stmts", n.List)
	case *syntax.ExprStmt:
		b("expression statement", "")
		d.node("x", n.X)
	case *syntax.SendStmt:
		b("send", "")
		d.node("chan", n.Chan)
		d.node("value", n.Value)
	case *syntax.DeclStmt:
		b("declaration statement", "")
		d.decls(n.DeclList)
	case *syntax.AssignStmt:
		op := "="
		switch {
		case n.Rhs == nil:
			op = n.Op.String() + n.Op.String()
		case n.Op == syntax.Def:
			op = ":="
		case n.Op != 0:
			op = n.Op.String()
		}
		b("assignment", " "+op)
		d.exprs("lhs", listOf(n.Lhs))
		d.exprs("rhs", listOf(n.Rhs))
	case *syntax.BranchStmt:
		b("branch", " "+n.Tok.String())
		if n.Label != nil {
			d.node("label", n.Label)
		}
	case *syntax.CallStmt:
		b("go or defer statement", " "+n.Tok.String())
		d.node("call", n.Call)
	case *syntax.ReturnStmt:
		b("return", "")
		d.exprs("results", listOf(n.Results))
	case *syntax.IfStmt:
		b("if", "")
		d.simple("init", n.Init)
		d.opt("cond", n.Cond)
		d.node("then", n.Then)
		if n.Else != nil {
			d.node("else_", n.Else)
		}
	case *syntax.ForStmt:
		if r, ok := n.Init.(*syntax.RangeClause); ok {
			b("range", flag(r.Def, "define")+at(r.Pos(), "range_pos"))
			d.exprs("lhs", listOf(r.Lhs))
			d.node("x", r.X)
		} else {
			b("for", "")
			d.simple("init", n.Init)
			d.opt("cond", n.Cond)
			d.simple("post", n.Post)
		}
		d.node("body", n.Body)
	case *syntax.SwitchStmt:
		b("switch", at(n.Rbrace, "rbrace"))
		d.simple("init", n.Init)
		d.opt("tag", n.Tag)
		for _, c := range n.Body {
			d.begin("cases", "case", flag(c.Cases == nil, "is_default")+at(c.Colon, "colon"), c.Pos(), syntax.StartPos(c), syntax.EndPos(c))
			d.exprs("exprs", listOf(c.Cases))
			d.stmts("body", c.Body)
			d.end()
		}
	case *syntax.SelectStmt:
		b("select", at(n.Rbrace, "rbrace"))
		for _, c := range n.Body {
			d.begin("cases", "select case", at(c.Colon, "colon"), c.Pos(), syntax.StartPos(c), syntax.EndPos(c))
			d.simple("comm", c.Comm)
			d.stmts("body", c.Body)
			d.end()
		}
	default:
		panic(fmt.Sprintf("%T", n))
	}
	d.end()
}

// printErrors filters and sorts as cmd/compile does.
func printErrors(out *bufio.Writer, errs []syntax.Error) {
	sameLine := func(a, b syntax.Pos) bool { return a.Base() == b.Base() && a.Line() == b.Line() }
	var kept []syntax.Error
	var lastSyntax, lastOther syntax.Error
	for _, e := range errs {
		if strings.HasPrefix(e.Msg, "syntax error") {
			if lastSyntax.Msg != "" && sameLine(lastSyntax.Pos, e.Pos) {
				continue
			}
			lastSyntax = e
		} else {
			if lastOther.Msg == e.Msg && sameLine(lastOther.Pos, e.Pos) {
				continue
			}
			lastOther = e
		}
		kept = append(kept, e)
	}
	sort.SliceStable(kept, func(i, j int) bool {
		a, b := kept[i].Pos, kept[j].Pos
		return a.Line() < b.Line() || a.Line() == b.Line() && a.Col() < b.Col()
	})
	for i, e := range kept {
		if i > 0 && e == kept[i-1] {
			continue
		}
		if col := e.Pos.RelCol(); 0 < col && col < 255 { // the compiler keeps no larger columns
			fmt.Fprintf(out, "%s:%d:%d: %s\n", e.Pos.RelFilename(), e.Pos.RelLine(), e.Pos.RelCol(), e.Msg)
		} else {
			fmt.Fprintf(out, "%s:%d: %s\n", e.Pos.RelFilename(), e.Pos.RelLine(), e.Msg)
		}
	}
}

func check(out *bufio.Writer, path, mode string) {
	fmt.Fprintf(out, "# %s\n", path)
	text, err := os.ReadFile(path)
	if err != nil {
		fmt.Fprintln(out, err)
		return
	}
	var errs []syntax.Error
	handler := func(err error) { errs = append(errs, err.(syntax.Error)) }
	file, _ := syntax.Parse(syntax.NewFileBase(path), bytes.NewReader(text), handler, nil, 0)
	if file != nil && len(errs) == 0 && (mode == "--dump" || mode == "--ranges") {
		d := dumper{out: out, ranges: mode == "--ranges", lines: lineStarts(text)}
		d.node("", file)
	}
	printErrors(out, errs)
}

func main() {
	mode := ""
	if len(os.Args) > 1 {
		mode = os.Args[1]
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		check(out, in.Text(), mode)
	}
}

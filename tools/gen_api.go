// gen_api prints a program that uses every exported name of some packages, with its type, as the Go that runs it has them:
// `go run tools/gen_api.go fmt strings … > tests/golden/run/api_text.go`. Left out is what minigo says is not there.
package main

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/token"
	"go/types"
	"os"
	"sort"
	"strings"
)

// What is not there, by package: names, types with all their methods, and methods.
var absent = map[string]string{
	"os": "Root OpenRoot OpenInRoot StartProcess ProcAttr ProcessState Process.Wait Process.WithHandle File.SyscallConn CopyFS Getgroups ErrNoHandle",
	"runtime": "BlockProfile BlockProfileRecord MemProfile MemProfileRecord MutexProfile ThreadCreateProfile GoroutineProfile StackRecord " +
		"CPUProfile SetCPUProfileRate SetBlockProfileRate SetMutexProfileFraction ReadTrace StartTrace StopTrace SetCgoTraceback Pinner Cleanup " +
		"SetDefaultGOMAXPROCS",
	"runtime/debug": "BuildInfo BuildSetting Module ParseBuildInfo ReadBuildInfo CrashOptions SetCrashOutput SetMaxThreads SetPanicOnFault " +
		"SetTraceback WriteHeapDump",
}

type printer struct {
	imports map[string]bool
	decls   []string
	consts  []string
}

func (p *printer) name(pkg *types.Package) string {
	p.imports[pkg.Path()] = true
	return pkg.Name()
}

func (p *printer) typeOf(t types.Type) string { return types.TypeString(t, p.name) }

func (p *printer) declare(format string, args ...any) {
	p.decls = append(p.decls, fmt.Sprintf(format, args...))
}

// needs tells whether t mentions type parameters, iterators or what no program may name.
func needs(t types.Type) bool {
	s := types.TypeString(t, nil)
	if strings.Contains(s, "iter.Seq") {
		return true
	}
	sig, ok := t.(*types.Signature)
	return ok && (sig.TypeParams() != nil || sig.RecvTypeParams() != nil)
}

func (p *printer) object(pkg *types.Package, o types.Object, gone map[string]bool) {
	q := p.name(pkg) + "." + o.Name()
	switch o := o.(type) {
	case *types.Const:
		if b := o.Type().Underlying().(*types.Basic); b.Kind() == types.Uint64 || b.Kind() == types.UntypedInt && strings.HasPrefix(o.Val().ExactString(), "18446744073709551615") {
			q = "uint64(" + q + ")"
		}
		p.consts = append(p.consts, q)
	case *types.Var:
		p.declare("%s = %s", p.typeOf(o.Type()), q)
	case *types.Func:
		if !needs(o.Type()) {
			p.declare("%s = %s", p.typeOf(o.Type()), q)
		}
	case *types.TypeName:
		p.typeName(q, o, gone)
	}
}

func (p *printer) typeName(q string, o *types.TypeName, gone map[string]bool) {
	t := o.Type()
	if o.IsAlias() {
		p.declare("*%s = (*%s)(nil)", p.typeOf(types.Unalias(t)), q)
		return
	}
	named := t.(*types.Named)
	if named.TypeParams() != nil {
		return
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		p.declare("%s", q)
		for i := 0; i < u.NumFields(); i++ {
			if f := u.Field(i); f.Exported() {
				if n, ok := f.Type().(*types.Named); !ok || n.Obj().Exported() {
					p.declare("func(%s) %s = func(x %s) %s { return x.%s }", q, p.typeOf(f.Type()), q, p.typeOf(f.Type()), f.Name())
				}
			}
		}
	case *types.Interface:
		for i := 0; i < u.NumMethods(); i++ {
			if !u.Method(i).Exported() {
				return
			}
		}
		p.declare("*%s = (*%s)((*%s)(nil))", p.typeOf(u), p.typeOf(u), q)
		return
	default:
		if n, ok := u.(*types.Slice); !ok || p.typeOf(n.Elem()) != "" {
			p.declare("*%s = (*%s)((*%s)(nil))", p.typeOf(u), p.typeOf(u), q)
		}
	}
	for i := 0; i < named.NumMethods(); i++ {
		m := named.Method(i)
		if !m.Exported() || gone[o.Name()+"."+m.Name()] || needs(m.Type()) {
			continue
		}
		sig := m.Type().(*types.Signature)
		recv, of := q, q
		if _, ok := sig.Recv().Type().(*types.Pointer); ok {
			recv, of = "*"+q, "(*"+q+")"
		}
		text := strings.TrimPrefix(p.typeOf(sig), "func(")
		if sig.Params().Len() > 0 {
			text = strings.Replace(", "+text, ", ", ", ", 1)
			if sig.Params().At(0).Name() != "" {
				recv = "_ " + recv
			}
		}
		p.declare("func(%s%s = %s.%s", recv, text, of, m.Name())
	}
}

func main() {
	ref := importer.ForCompiler(token.NewFileSet(), "source", nil)
	p := &printer{imports: map[string]bool{"fmt": true}}
	for _, path := range os.Args[1:] {
		pkg, err := ref.Import(path)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		gone := map[string]bool{}
		for _, name := range strings.Fields(absent[path]) {
			gone[name] = true
		}
		for _, name := range pkg.Scope().Names() {
			if ast.IsExported(name) && !gone[name] {
				p.object(pkg, pkg.Scope().Lookup(name), gone)
			}
		}
	}
	var imports []string
	for path := range p.imports {
		imports = append(imports, path)
	}
	sort.Strings(imports)
	fmt.Printf("// Every exported name of %s, with its type; the constants' values are printed. Made by tools/gen_api.go.\npackage main\n\nimport (\n", strings.Join(os.Args[1:], ", "))
	for _, path := range imports {
		fmt.Printf("\t%q\n", path)
	}
	fmt.Println(")\n\nvar (")
	for _, d := range p.decls {
		fmt.Println("\t_", d)
	}
	fmt.Println(")\n\nfunc main() {")
	for _, c := range p.consts {
		fmt.Printf("\tfmt.Println(%q, %s)\n", c, c)
	}
	fmt.Println("\tfmt.Println(\"all there\")\n}")
}

// Elements of slices that are fields or elements, fields of structs in slices, words behind two pointers, arrays inside structs: every
// width read and written, every check made, in the reference's order.
package main

import "fmt"

var word = 41

type inner struct {
	a, b, c int
	name    string
	tags    []int
	next    *inner
}

type outer struct {
	pad   [3]int32
	text  string
	in    *inner
	list  []inner
	ptrs  []*inner
	names []string
	nums  []int
	fl    []float64
	n     int
	f     float64
}

type box0 struct {
	pad  byte
	s    []int8
	rows [][]int8
	recs []rec0
	arr  [5]int8
}

type rec0 struct {
	pad int16
	v   int8
	w   int8
}

func words0() {
	b := &box0{s: make([]int8, 4), rows: [][]int8{make([]int8, 2), make([]int8, 3)}, recs: make([]rec0, 3)}
	i, j := 1, 2
	var v int8 = -7
	b.s[i] = v
	b.s[i+2] = v
	b.s[j] = b.s[i]
	b.rows[i][j] = v
	b.rows[i][j-2] = b.rows[i][j]
	b.rows[0][i] = b.rows[i][0]
	b.recs[j].w = v
	b.recs[i].v = b.recs[j].w
	b.arr[j] = v
	b.arr[i+2] = b.arr[j]
	local := b.rows
	local[i][1] = b.arr[j]
	recs := b.recs
	recs[0].v = recs[i].v
	show(b.s, b.rows, b.recs, b.arr)
}

type box1 struct {
	pad  byte
	s    []uint8
	rows [][]uint8
	recs []rec1
	arr  [5]uint8
}

type rec1 struct {
	pad int16
	v   uint8
	w   uint8
}

func words1() {
	b := &box1{s: make([]uint8, 4), rows: [][]uint8{make([]uint8, 2), make([]uint8, 3)}, recs: make([]rec1, 3)}
	i, j := 1, 2
	var v uint8 = 200
	b.s[i] = v
	b.s[i+2] = v
	b.s[j] = b.s[i]
	b.rows[i][j] = v
	b.rows[i][j-2] = b.rows[i][j]
	b.rows[0][i] = b.rows[i][0]
	b.recs[j].w = v
	b.recs[i].v = b.recs[j].w
	b.arr[j] = v
	b.arr[i+2] = b.arr[j]
	local := b.rows
	local[i][1] = b.arr[j]
	recs := b.recs
	recs[0].v = recs[i].v
	show(b.s, b.rows, b.recs, b.arr)
}

type box2 struct {
	pad  byte
	s    []int16
	rows [][]int16
	recs []rec2
	arr  [5]int16
}

type rec2 struct {
	pad int16
	v   int16
	w   int16
}

func words2() {
	b := &box2{s: make([]int16, 4), rows: [][]int16{make([]int16, 2), make([]int16, 3)}, recs: make([]rec2, 3)}
	i, j := 1, 2
	var v int16 = -300
	b.s[i] = v
	b.s[i+2] = v
	b.s[j] = b.s[i]
	b.rows[i][j] = v
	b.rows[i][j-2] = b.rows[i][j]
	b.rows[0][i] = b.rows[i][0]
	b.recs[j].w = v
	b.recs[i].v = b.recs[j].w
	b.arr[j] = v
	b.arr[i+2] = b.arr[j]
	local := b.rows
	local[i][1] = b.arr[j]
	recs := b.recs
	recs[0].v = recs[i].v
	show(b.s, b.rows, b.recs, b.arr)
}

type box3 struct {
	pad  byte
	s    []uint16
	rows [][]uint16
	recs []rec3
	arr  [5]uint16
}

type rec3 struct {
	pad int16
	v   uint16
	w   uint16
}

func words3() {
	b := &box3{s: make([]uint16, 4), rows: [][]uint16{make([]uint16, 2), make([]uint16, 3)}, recs: make([]rec3, 3)}
	i, j := 1, 2
	var v uint16 = 60000
	b.s[i] = v
	b.s[i+2] = v
	b.s[j] = b.s[i]
	b.rows[i][j] = v
	b.rows[i][j-2] = b.rows[i][j]
	b.rows[0][i] = b.rows[i][0]
	b.recs[j].w = v
	b.recs[i].v = b.recs[j].w
	b.arr[j] = v
	b.arr[i+2] = b.arr[j]
	local := b.rows
	local[i][1] = b.arr[j]
	recs := b.recs
	recs[0].v = recs[i].v
	show(b.s, b.rows, b.recs, b.arr)
}

type box4 struct {
	pad  byte
	s    []int32
	rows [][]int32
	recs []rec4
	arr  [5]int32
}

type rec4 struct {
	pad int16
	v   int32
	w   int32
}

func words4() {
	b := &box4{s: make([]int32, 4), rows: [][]int32{make([]int32, 2), make([]int32, 3)}, recs: make([]rec4, 3)}
	i, j := 1, 2
	var v int32 = -70000
	b.s[i] = v
	b.s[i+2] = v
	b.s[j] = b.s[i]
	b.rows[i][j] = v
	b.rows[i][j-2] = b.rows[i][j]
	b.rows[0][i] = b.rows[i][0]
	b.recs[j].w = v
	b.recs[i].v = b.recs[j].w
	b.arr[j] = v
	b.arr[i+2] = b.arr[j]
	local := b.rows
	local[i][1] = b.arr[j]
	recs := b.recs
	recs[0].v = recs[i].v
	show(b.s, b.rows, b.recs, b.arr)
}

type box5 struct {
	pad  byte
	s    []uint32
	rows [][]uint32
	recs []rec5
	arr  [5]uint32
}

type rec5 struct {
	pad int16
	v   uint32
	w   uint32
}

func words5() {
	b := &box5{s: make([]uint32, 4), rows: [][]uint32{make([]uint32, 2), make([]uint32, 3)}, recs: make([]rec5, 3)}
	i, j := 1, 2
	var v uint32 = 4000000000
	b.s[i] = v
	b.s[i+2] = v
	b.s[j] = b.s[i]
	b.rows[i][j] = v
	b.rows[i][j-2] = b.rows[i][j]
	b.rows[0][i] = b.rows[i][0]
	b.recs[j].w = v
	b.recs[i].v = b.recs[j].w
	b.arr[j] = v
	b.arr[i+2] = b.arr[j]
	local := b.rows
	local[i][1] = b.arr[j]
	recs := b.recs
	recs[0].v = recs[i].v
	show(b.s, b.rows, b.recs, b.arr)
}

type box6 struct {
	pad  byte
	s    []int64
	rows [][]int64
	recs []rec6
	arr  [5]int64
}

type rec6 struct {
	pad int16
	v   int64
	w   int64
}

func words6() {
	b := &box6{s: make([]int64, 4), rows: [][]int64{make([]int64, 2), make([]int64, 3)}, recs: make([]rec6, 3)}
	i, j := 1, 2
	var v int64 = -5000000000
	b.s[i] = v
	b.s[i+2] = v
	b.s[j] = b.s[i]
	b.rows[i][j] = v
	b.rows[i][j-2] = b.rows[i][j]
	b.rows[0][i] = b.rows[i][0]
	b.recs[j].w = v
	b.recs[i].v = b.recs[j].w
	b.arr[j] = v
	b.arr[i+2] = b.arr[j]
	local := b.rows
	local[i][1] = b.arr[j]
	recs := b.recs
	recs[0].v = recs[i].v
	show(b.s, b.rows, b.recs, b.arr)
}

type box7 struct {
	pad  byte
	s    []uint64
	rows [][]uint64
	recs []rec7
	arr  [5]uint64
}

type rec7 struct {
	pad int16
	v   uint64
	w   uint64
}

func words7() {
	b := &box7{s: make([]uint64, 4), rows: [][]uint64{make([]uint64, 2), make([]uint64, 3)}, recs: make([]rec7, 3)}
	i, j := 1, 2
	var v uint64 = 1 << 63
	b.s[i] = v
	b.s[i+2] = v
	b.s[j] = b.s[i]
	b.rows[i][j] = v
	b.rows[i][j-2] = b.rows[i][j]
	b.rows[0][i] = b.rows[i][0]
	b.recs[j].w = v
	b.recs[i].v = b.recs[j].w
	b.arr[j] = v
	b.arr[i+2] = b.arr[j]
	local := b.rows
	local[i][1] = b.arr[j]
	recs := b.recs
	recs[0].v = recs[i].v
	show(b.s, b.rows, b.recs, b.arr)
}

type box8 struct {
	pad  byte
	s    []float32
	rows [][]float32
	recs []rec8
	arr  [5]float32
}

type rec8 struct {
	pad int16
	v   float32
	w   float32
}

func words8() {
	b := &box8{s: make([]float32, 4), rows: [][]float32{make([]float32, 2), make([]float32, 3)}, recs: make([]rec8, 3)}
	i, j := 1, 2
	var v float32 = 1.5
	b.s[i] = v
	b.s[i+2] = v
	b.s[j] = b.s[i]
	b.rows[i][j] = v
	b.rows[i][j-2] = b.rows[i][j]
	b.rows[0][i] = b.rows[i][0]
	b.recs[j].w = v
	b.recs[i].v = b.recs[j].w
	b.arr[j] = v
	b.arr[i+2] = b.arr[j]
	local := b.rows
	local[i][1] = b.arr[j]
	recs := b.recs
	recs[0].v = recs[i].v
	show(b.s, b.rows, b.recs, b.arr)
}

type box9 struct {
	pad  byte
	s    []float64
	rows [][]float64
	recs []rec9
	arr  [5]float64
}

type rec9 struct {
	pad int16
	v   float64
	w   float64
}

func words9() {
	b := &box9{s: make([]float64, 4), rows: [][]float64{make([]float64, 2), make([]float64, 3)}, recs: make([]rec9, 3)}
	i, j := 1, 2
	var v float64 = -2.25
	b.s[i] = v
	b.s[i+2] = v
	b.s[j] = b.s[i]
	b.rows[i][j] = v
	b.rows[i][j-2] = b.rows[i][j]
	b.rows[0][i] = b.rows[i][0]
	b.recs[j].w = v
	b.recs[i].v = b.recs[j].w
	b.arr[j] = v
	b.arr[i+2] = b.arr[j]
	local := b.rows
	local[i][1] = b.arr[j]
	recs := b.recs
	recs[0].v = recs[i].v
	show(b.s, b.rows, b.recs, b.arr)
}

type box10 struct {
	pad  byte
	s    []bool
	rows [][]bool
	recs []rec10
	arr  [5]bool
}

type rec10 struct {
	pad int16
	v   bool
	w   bool
}

func words10() {
	b := &box10{s: make([]bool, 4), rows: [][]bool{make([]bool, 2), make([]bool, 3)}, recs: make([]rec10, 3)}
	i, j := 1, 2
	var v bool = true
	b.s[i] = v
	b.s[i+2] = v
	b.s[j] = b.s[i]
	b.rows[i][j] = v
	b.rows[i][j-2] = b.rows[i][j]
	b.rows[0][i] = b.rows[i][0]
	b.recs[j].w = v
	b.recs[i].v = b.recs[j].w
	b.arr[j] = v
	b.arr[i+2] = b.arr[j]
	local := b.rows
	local[i][1] = b.arr[j]
	recs := b.recs
	recs[0].v = recs[i].v
	show(b.s, b.rows, b.recs, b.arr)
}

type box11 struct {
	pad  byte
	s    []*int
	rows [][]*int
	recs []rec11
	arr  [5]*int
}

type rec11 struct {
	pad int16
	v   *int
	w   *int
}

func words11() {
	b := &box11{s: make([]*int, 4), rows: [][]*int{make([]*int, 2), make([]*int, 3)}, recs: make([]rec11, 3)}
	i, j := 1, 2
	var v *int = &word
	b.s[i] = v
	b.s[i+2] = v
	b.s[j] = b.s[i]
	b.rows[i][j] = v
	b.rows[i][j-2] = b.rows[i][j]
	b.rows[0][i] = b.rows[i][0]
	b.recs[j].w = v
	b.recs[i].v = b.recs[j].w
	b.arr[j] = v
	b.arr[i+2] = b.arr[j]
	local := b.rows
	local[i][1] = b.arr[j]
	recs := b.recs
	recs[0].v = recs[i].v
	show(b.s, b.rows, b.recs, b.arr)
}

// Pointers are shown by what they point to.
func show(args ...any) {
	for _, a := range args {
		switch a := a.(type) {
		case []*int:
			for _, p := range a {
				fmt.Print(p != nil && *p == word, " ")
			}
		case [][]*int:
			for _, r := range a {
				show(r)
			}
		case []rec11:
			for _, r := range a {
				fmt.Print(r.v == &word, r.w == &word, " ")
			}
		case [5]*int:
			show(a[:])
		default:
			fmt.Print(a, " ")
		}
	}
	fmt.Println()
}

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		} else {
			fmt.Println(name, "does not")
		}
	}()
	f()
}

func sample() *outer {
	o := &outer{text: "text", nums: []int{1, 2, 3}, fl: []float64{0.5, 1.5}, names: []string{"x", "y"}}
	o.in = &inner{a: 1, name: "in", tags: []int{7, 8}}
	o.in.next = &inner{b: 2, name: "next"}
	o.list = []inner{{a: 3, name: "first"}, {b: 4, name: "second", tags: []int{9}}}
	o.ptrs = []*inner{o.in, nil}
	return o
}

func paths() {
	o := sample()
	i := 1
	fmt.Println(o.in.a, o.in.name, o.in.next.b, o.in.next.name, o.list[i].name, len(o.list[i].tags), o.list[i].tags[0], o.ptrs[0].a)
	fmt.Println(o.text[i], o.text[i+2], o.names[i], o.list[0].name[i], o.in.tags[i], o.nums[o.nums[0]])
	tags := o.list[i].tags
	fmt.Println(tags, len(tags))
	o.in.a = 10
	o.in.next.b = 20
	o.list[i].a = 30
	o.list[i].name = "third"
	o.ptrs[0].c = 40
	o.list[i].next = o.in
	o.in.tags[i] = 80
	fmt.Println(*o.list[i].next.next, o.list[i].next.c, o.list[i].name, o.in.tags)
}

func counts() {
	o := sample()
	i := 1
	x, y := 5, 0.25
	o.n++
	o.n += x
	o.n -= 2
	o.n -= x - 1
	o.n += 1 << 40
	o.f += y
	o.f -= 2 * y
	o.f++
	o.in.next.b++
	o.in.next.b += x
	s, f := o.nums, o.fl
	s[i]++
	s[i] += x
	s[i] -= x * 2
	s[i+1] -= 7
	f[i] += y
	f[i] -= 1
	o.nums[0] += s[i]
	o.list[i].b += s[2]
	o.list[i].b <<= 2
	o.nums[i] *= 3
	fmt.Println(o.n, o.f, o.in.next.b, o.nums, o.fl, o.list[i].b)
	var z uint64 = 1
	us := []int{4, 5}
	us[z] += 6
	fmt.Println(us)
	z = 1 << 63
	try("unsigned index", func() { us[z]++ })
	try("unsigned row", func() { _ = [][]int{us}[0][z] })
	try("unsigned element", func() { _ = o.list[z].a })
}

func conditions(o *outer, n int) (r int) {
	if o.in == nil {
		r++
	}
	if o.in != nil && o.in.next != nil {
		r += 2
	}
	if o.n == 0 {
		r += 4
	}
	if n&6 == 0 {
		r += 8
	}
	if n&1 != 0 {
		r += 16
	}
	for p := o.in; p.next != nil; p = p.next {
		r += 32
	}
	for n&3 != 0 {
		n++
		r += 64
	}
	for n&8 == 0 {
		n++
		r += 1 << 20
	}
	free := &inner{}
	for free.next == nil {
		free.next = o.in
		r += 1 << 30
	}
	for o.n != 0 {
		o.n--
		r += 128
	}
	for {
		if o.in.next == nil {
			break
		}
		o.in = o.in.next
		r += 256
	}
	return r
}

func sign(n int) int {
	if n < 0 {
		return -1
	} else if n == 0 {
		return 0
	}
	if n == 1 {
		return 1 << 20
	}
	x := n
	return x
}

func pick(n int, s string) string {
	switch n {
	case 0:
		return ""
	case 1:
		return s
	}
	return s + s
}

// The order in which operands are read.
func order() {
	o := sample()
	old := o.nums
	o.nums[func() int { o.nums = []int{4, 5, 6}; return 1 }()] = 50
	fmt.Println(old, o.nums)
	i := 0
	i, o.nums[i] = 2, 60
	fmt.Println(i, o.nums)
	o.nums, o.nums[i] = old, 70
	fmt.Println(old, o.nums)
	rows := [][]int{{1, 2}, {3, 4}}
	row := rows[1]
	rows[1], rows[1][0] = nil, 30
	fmt.Println(rows, row)
	o.list, o.list[1].a = nil, 5
	fmt.Println(len(o.list))
	o.in, o.in.next = o.in.next, nil
	fmt.Println(o.in.name)
	add := func() int { o.n = 100; return 1 }
	o.n += add()
	o.f += float64(add())
	fmt.Println(o.n, o.f)
	grow := func() int { old = append(old, 1); old[0] = 1000; return 1 }
	old[0] += grow()
	fmt.Println(old[0])
}

func panics() {
	o := sample()
	var no *outer
	i, j := 1, 9
	rows := [][]int{{1}, {2, 3}}
	var empty [][]int
	zero := 0
	try("nil header", func() { _ = no.nums[i] })
	try("nil header written", func() { no.nums[i] = 1 })
	try("short field", func() { _ = o.nums[j] })
	try("short field written", func() { o.nums[j] = 1 })
	try("below", func() { _ = o.nums[i-3] })
	try("below written", func() { o.nums[i-3] = 2 })
	try("text", func() { _ = o.text[j] })
	try("row", func() { _ = rows[j][i] })
	try("row written", func() { rows[j][i] = 1 })
	try("column", func() { _ = rows[i][j] })
	try("column written", func() { rows[i][j] = 1 })
	try("column below", func() { _ = rows[i][i-2] })
	try("nil rows", func() { _ = empty[0][0] })
	try("both", func() { _ = rows[j][j+1] })
	try("row and index", func() { _ = rows[j][rows[0][i]] })
	try("field of element", func() { _ = o.list[j].b })
	try("field of element written", func() { o.list[j].b = 1 })
	try("name of element", func() { _ = o.list[j].name })
	try("path", func() { _ = no.in.a })
	try("path's middle", func() { _ = o.in.next.next.a })
	try("nil element", func() { _ = o.ptrs[i].a })
	try("nil compared", func() { _ = no.in == nil })
	try("nil branch", func() {
		if no.in != nil {
			fmt.Println("not here")
		}
	})
	try("nil loop", func() {
		for p := o.in; p.next != o.in; p = p.next {
		}
	})
	try("array", func() { _ = o.pad[j] })
	try("array written", func() { o.pad[j] = 1 })
	try("nil array", func() { _ = no.pad[i] })
	try("nil counted", func() { no.n++ })
	try("nil counted by index", func() { no.n += o.nums[j] })
	try("index counted by index", func() { o.nums[j] += rows[i][j+1] })
	try("counted by quotient", func() { no.n += i / zero })
	try("quotient", func() { o.nums[j] += i / zero })
	try("element counted", func() { o.fl[j] += 1 })
	try("header and index", func() { _ = no.nums[o.nums[j]] })
}

func main() {
	words0()
	words1()
	words2()
	words3()
	words4()
	words5()
	words6()
	words7()
	words8()
	words9()
	words10()
	words11()
	paths()
	counts()
	fmt.Println(conditions(sample(), 4), conditions(sample(), 3), conditions(&outer{n: 3, in: &inner{}}, 8), conditions(sample(), 6))
	fmt.Println(sign(-5), sign(0), sign(1), sign(7), pick(0, "a"), pick(1, "b"), pick(2, "c"))
	order()
	panics()
}

// Graphs of structs and slices: Dijkstra, breadth first, Tarjan, union-find, Floyd-Warshall. size: nodes; default: 60000; interp: 12000
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

type edge struct{ to, cost int }

type node struct {
	edges      []edge
	dist       int
	index, low int
	onStack    bool
}

type graph struct {
	nodes   []node
	counter int
	stack   []int
	parts   int
}

type state struct{ node, dist int }

type heap struct{ a []state }

func (h *heap) push(s state) {
	h.a = append(h.a, s)
	i := len(h.a) - 1
	for i > 0 {
		p := (i - 1) / 2
		if h.a[p].dist <= h.a[i].dist {
			break
		}
		h.a[p], h.a[i] = h.a[i], h.a[p]
		i = p
	}
}

func (h *heap) pop() state {
	top := h.a[0]
	n := len(h.a) - 1
	h.a[0] = h.a[n]
	h.a = h.a[:n]
	i := 0
	for {
		c := 2*i + 1
		if c >= n {
			break
		}
		if c+1 < n && h.a[c+1].dist < h.a[c].dist {
			c++
		}
		if h.a[i].dist <= h.a[c].dist {
			break
		}
		h.a[i], h.a[c] = h.a[c], h.a[i]
		i = c
	}
	return top
}

func (g *graph) dijkstra(from int) int {
	const inf = 1 << 60
	for i := range g.nodes {
		g.nodes[i].dist = inf
	}
	g.nodes[from].dist = 0
	h := &heap{}
	h.push(state{from, 0})
	for len(h.a) > 0 {
		s := h.pop()
		if s.dist > g.nodes[s.node].dist {
			continue
		}
		for _, e := range g.nodes[s.node].edges {
			if d := s.dist + e.cost; d < g.nodes[e.to].dist {
				g.nodes[e.to].dist = d
				h.push(state{e.to, d})
			}
		}
	}
	sum := 0
	for i := range g.nodes {
		if g.nodes[i].dist < inf {
			sum += g.nodes[i].dist
		}
	}
	return sum
}

func (g *graph) bfs(from int) int {
	seen := map[int]bool{from: true}
	queue := []int{from}
	for len(queue) > 0 {
		v := queue[0]
		queue = queue[1:]
		for _, e := range g.nodes[v].edges {
			if !seen[e.to] {
				seen[e.to] = true
				queue = append(queue, e.to)
			}
		}
	}
	return len(seen)
}

func (g *graph) connect(v int) {
	g.counter++
	n := &g.nodes[v]
	n.index, n.low = g.counter, g.counter
	g.stack = append(g.stack, v)
	n.onStack = true
	for _, e := range n.edges {
		m := &g.nodes[e.to]
		if m.index == 0 {
			g.connect(e.to)
			n.low = min(n.low, m.low)
		} else if m.onStack {
			n.low = min(n.low, m.index)
		}
	}
	if n.low == n.index {
		g.parts++
		for {
			w := g.stack[len(g.stack)-1]
			g.stack = g.stack[:len(g.stack)-1]
			g.nodes[w].onStack = false
			if w == v {
				break
			}
		}
	}
}

func find(parent []int, x int) int {
	for parent[x] != x {
		parent[x] = parent[parent[x]]
		x = parent[x]
	}
	return x
}

func main() {
	n := size(60000)
	g := &graph{nodes: make([]node, n)}
	seed := uint32(23)
	next := func(n int) int {
		seed = seed*1664525 + 1013904223
		return int(seed>>3) % n
	}
	parent := make([]int, n)
	for i := range parent {
		parent[i] = i
	}
	groups := n
	for i := 0; i < n*5/2; i++ {
		a, b := next(n), next(n)
		g.nodes[a].edges = append(g.nodes[a].edges, edge{b, next(100) + 1})
		if x, y := find(parent, a), find(parent, b); x != y {
			parent[x] = y
			groups--
		}
	}
	for i := range g.nodes {
		if g.nodes[i].index == 0 {
			g.connect(i)
		}
	}
	fmt.Println(groups, g.parts, g.bfs(0), g.dijkstra(0))
	k := n / 200
	d := make([][]int, k)
	for i := range d {
		d[i] = make([]int, k)
		for j := range d[i] {
			d[i][j] = next(10000)
		}
	}
	for m := 0; m < k; m++ {
		for i := 0; i < k; i++ {
			for j := 0; j < k; j++ {
				if v := d[i][m] + d[m][j]; v < d[i][j] {
					d[i][j] = v
				}
			}
		}
	}
	fmt.Println(d[1][2], d[k-1][k/2])
}

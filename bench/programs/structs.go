// Structs by value: slices of structs copied, passed, returned, compared, as map keys; linked lists; matrices in arrays. size: rounds; default: 300; interp: 60
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

type vec struct{ x, y, z float64 }

func (a vec) add(b vec) vec     { return vec{a.x + b.x, a.y + b.y, a.z + b.z} }
func (a vec) mul(f float64) vec { return vec{a.x * f, a.y * f, a.z * f} }
func (a vec) dot(b vec) float64 { return a.x*b.x + a.y*b.y + a.z*b.z }

type particle struct {
	pos, vel vec
	id       int32
	alive    bool
}

type key struct{ x, y int16 }

type list struct {
	value int
	next  *list
}

func (l *list) reverse() *list {
	var r *list
	for l != nil {
		l.next, r, l = r, l, l.next
	}
	return r
}

type mat [4][4]float64

func (a *mat) mul(b *mat) mat {
	var c mat
	for i := 0; i < 4; i++ {
		for j := 0; j < 4; j++ {
			for k := 0; k < 4; k++ {
				c[i][j] += a[i][k] * b[k][j]
			}
		}
	}
	return c
}

func main() {
	n := size(300)
	ps := make([]particle, 500)
	for i := range ps {
		ps[i] = particle{pos: vec{float64(i), 0, 1}, vel: vec{1, float64(i % 7), -1}, id: int32(i), alive: i%3 != 0}
	}
	grid := map[key]int{}
	var head *list
	for i := 0; i < 500; i++ {
		head = &list{i, head}
	}
	m := mat{{1, 0.5, 0, 0}, {0, 1, 0.5, 0}, {0, 0, 1, 0.25}, {0.125, 0, 0, 1}}
	t := m
	energy, same := 0.0, 0
	for r := 0; r < n; r++ {
		for i := range ps {
			p := &ps[i]
			if !p.alive {
				continue
			}
			p.pos = p.pos.add(p.vel.mul(0.01))
			energy += p.vel.dot(p.vel)
		}
		for i, p := range ps {
			if p.alive {
				grid[key{int16(p.pos.x) & 31, int16(p.pos.y) & 31}]++
			}
			if i > 0 && p.vel == ps[i-1].vel {
				same++
			}
		}
		for i, j := 0, len(ps)-1; i < j; i, j = i+1, j-1 {
			ps[i], ps[j] = ps[j], ps[i]
		}
		head = head.reverse()
		for l := head; l != nil; l = l.next {
			same += l.value & 1
		}
		for k := 0; k < 20; k++ {
			t = t.mul(&m)
			t[0][0] /= 2
			if t[1][1] > 1e6 {
				t = m
			}
		}
	}
	fmt.Printf("%.2f %d %d %.4f\n", energy, same, len(grid), t[2][3])
}

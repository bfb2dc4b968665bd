// Method calls through interfaces, embedded structs, type switches, Stringer. size: rounds; default: 300000; interp: 60000
package main

import (
	"fmt"
	"math"
	"os"
	"strconv"
)

func size(n int) int {
	if v, err := strconv.Atoi(os.Args[len(os.Args)-1]); err == nil {
		return v
	}
	return n
}

type point struct{ x, y float64 }

func (p point) add(q point) point     { return point{p.x + q.x, p.y + q.y} }
func (p point) scale(f float64) point { return point{p.x * f, p.y * f} }
func (p point) length() float64       { return math.Sqrt(p.x*p.x + p.y*p.y) }

type shape interface {
	area() float64
	move(d point)
}

type base struct{ at point }

func (b *base) move(d point) { b.at = b.at.add(d) }

type circle struct {
	base
	r float64
}

type rect struct {
	base
	w, h float64
}

type poly struct {
	base
	pts []point
}

func (c *circle) area() float64 { return math.Pi * c.r * c.r }
func (r *rect) area() float64   { return r.w * r.h }
func (p *poly) area() float64 {
	s := 0.0
	for i, a := range p.pts {
		b := p.pts[(i+1)%len(p.pts)]
		s += a.x*b.y - a.y*b.x
	}
	return math.Abs(s) / 2
}

type vec [3]float64

func cross(a, b vec) vec {
	return vec{a[1]*b[2] - a[2]*b[1], a[2]*b[0] - a[0]*b[2], a[0]*b[1] - a[1]*b[0]}
}

func kind(s any) int {
	switch s := s.(type) {
	case *circle:
		return int(s.r)
	case *rect:
		return int(s.w)
	case fmt.Stringer:
		return len(s.String())
	case interface{ area() float64 }:
		return 7
	}
	return 0
}

func main() {
	n := size(300000)
	shapes := []shape{
		&circle{base{point{1, 2}}, 3}, &rect{base{point{0, 1}}, 4, 5},
		&poly{base{}, []point{{0, 0}, {4, 0}, {4, 3}, {1, 5}}}, &circle{r: 1},
	}
	total, kinds := 0.0, 0
	v := vec{1, 2, 3}
	for i := 0; i < n; i++ {
		d := point{float64(i & 3), 1}.scale(0.5)
		for _, s := range shapes {
			s.move(d)
			total += s.area()
			kinds += kind(s)
		}
		v = cross(v, vec{d.x, d.y, 1})
		l := math.Abs(v[0]) + math.Abs(v[1]) + math.Abs(v[2]) + 1
		v[0], v[1], v[2] = v[0]/l, v[1]/l, v[2]/l
		total += d.add(point{1, 1}).length()
	}
	c := shapes[0].(*circle)
	fmt.Printf("%.3f %d %.1f %.1f %.6f\n", total, kinds, c.at.x, c.at.y, v[0])
}

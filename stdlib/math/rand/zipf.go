package rand

import "math"

// A Zipf makes numbers by Zipf's law, by rejection-inversion (Hörmann and Derflinger, 1996).
type Zipf struct {
	r            *Rand
	imax, v, q   float64
	s            float64 // below this distance a number is taken without another look
	power        float64 // 1 - q
	top, overTop float64 // the integral at the largest number, and what lies above it
}

// NewZipf makes a generator of numbers k in [0, imax], each with a probability proportional to (v + k)^-s.
// nil unless s > 1 and v >= 1.
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	if s <= 1 || v < 1 {
		return nil
	}
	z := &Zipf{r: r, imax: float64(imax), v: v, q: s, power: 1 - s}
	z.top = z.integral(z.imax + 0.5)
	z.overTop = z.integral(0.5) - math.Exp(math.Log(v)*-s) - z.top
	z.s = 1 - z.inverse(z.integral(1.5)-math.Exp(-s*math.Log(v+1)))
	return z
}

func (z *Zipf) integral(x float64) float64 {
	return math.Exp(z.power*math.Log(z.v+x)) * (1 / z.power)
}

func (z *Zipf) inverse(x float64) float64 {
	return math.Exp(1/z.power*math.Log(z.power*x)) - z.v
}

// Uint64 makes a number.
func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	for {
		u := z.top + z.r.Float64()*z.overTop
		x := z.inverse(u)
		k := math.Floor(x + 0.5)
		if k-x <= z.s || u >= z.integral(k+0.5)-math.Exp(-math.Log(k+z.v)*z.q) {
			return uint64(k)
		}
	}
}

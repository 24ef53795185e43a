package attribute

import "onrecord/extract/learn"

// A list of features grows by templates: a number and one to three values.
type list []uint64

func (l *list) one(template uint64, a uint64) { *l = append(*l, learn.Mix(template<<1|1, a)) }

func (l *list) two(template uint64, a, b uint64) {
	*l = append(*l, learn.Mix(learn.Mix(template<<1|1, a), b))
}

func (l *list) three(template uint64, a, b, c uint64) {
	*l = append(*l, learn.Mix(learn.Mix(learn.Mix(template<<1|1, a), b), c))
}

// far sorts a distance and its direction.
func far(d int) uint64 {
	side := uint64(0)
	if d < 0 {
		side, d = 16, -d
	}
	switch {
	case d <= 3:
		return side + uint64(d)
	case d <= 5:
		return side + 4
	case d <= 9:
		return side + 5
	case d <= 15:
		return side + 6
	case d <= 30:
		return side + 7
	}
	return side + 8
}

// few sorts a number: 0, 1, 2 or more.
func few(n int32) uint64 { return uint64(min(n, 3)) }

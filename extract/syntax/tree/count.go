package tree

import (
	"math"

	"onrecord/extract/learn"
)

// thresholds are how often a value of a template must be seen to get a row.
type thresholds struct{ single, joint int }

// newFeatures gives rows to the features that the states of examples have on
// the way to their gold trees.
func newFeatures(x *lexicon, pick *templates, examples []*example, least thresholds) (f *features, rows int) {
	f = &features{templates: pick}
	seen := make([]int32, f.layout(x))
	joint := counts[uint64]{}
	var v values
	var s state
	for _, e := range examples {
		g := e.gold
		x.read(&v, e.sentence, e.guide)
		s.start(e.words())
		for !s.done() {
			f.count(seen, joint, &s, &v, e.guide)
			s.follow(g, &v)
		}
	}
	f.rows = make([]uint16, len(seen))
	for i, n := range seen {
		if int(n) >= least.single && f.first < math.MaxUint16 {
			f.first++
			f.rows[i] = uint16(f.first)
		}
	}
	f.joint = learn.NewIndex(joint.least(least.joint))
	return f, int(f.first) + f.joint.Len() + 1
}

func (f *features) count(seen []int32, joint counts[uint64], s *state, v *values, guide *gold) {
	var at [places]int
	f.look(v, s, &at, guide)
	for c := range parts {
		for _, value := range f.parts[c].values(nil, v, &at) {
			seen[value]++
		}
		for _, key := range f.keys(nil, c, v, &at) {
			joint[key]++
		}
	}
}

package tag

import "onrecord/extract/learn"

// A memo keeps what words by themselves say, summed up for every place: a text
// uses most of its words more than once.
type memo [memoSize]told

// memoSize is how many words are kept, each where its hash says.
const memoSize = 1 << 11

// A told is the scores that a word adds from every place.
type told struct {
	form   uint64
	places [places]struct {
		known  bool
		scores [maxTags]int16
	}
}

// maxTags is more than there are tags. A sum of at most places*placeTemplates
// weights, each a byte, is a score that two bytes hold.
const maxTags = 96

// add adds to scores what v says from a place.
func (m *memo) add(scores *[256]int32, v *view, place int, rows *learn.Sparse, features []uint64) {
	t := &m[v.form%memoSize]
	if t.form != v.form {
		*t = told{form: v.form}
	}
	p := &t.places[place]
	if !p.known {
		p.known = true
		var sum [256]int32
		rows.Add(sum[:], v.alone(features[:0], place))
		for i := range p.scores {
			p.scores[i] = int16(sum[i])
		}
	}
	for i, s := range &p.scores {
		scores[i] += int32(s)
	}
}

package tree

import (
	"fmt"
	"math"
	"slices"

	"onrecord/extract/syntax/cluster"
)

// decided says which attributes follow from another: the universal tag from the
// tag, the wider classes of a word from the finest. In training each has rows
// of its own, so that what is rare learns from what is like it. Afterwards they
// always come together, and one row can stand for all: text is read 5 % faster.
var decided = map[attribute][]attribute{penn: {upos}, fine: {middle, coarse}}

// merged is t without the single templates that another at their place decides.
func (t *templates) merged() *templates {
	follows := func(s single) bool {
		for by, list := range decided {
			if s.place != here && slices.Contains(list, s.attribute) && slices.Contains(t.singles, single{s.place, by}) {
				return true
			}
		}
		return false
	}
	return &templates{slices.DeleteFunc(slices.Clone(t.singles), follows), t.joints}
}

// decides is the value of an attribute that follows from value n of by.
func (x *lexicon) decides(by attribute, n int, of attribute) int {
	switch {
	case by == penn && n < len(x.tags):
		return x.tags[n].upos
	case by == penn:
		_, root := x.root()
		return int(root)
	case of == middle:
		return int(cluster.Within(uint16(n)).Middle)
	}
	return int(cluster.Within(uint16(n)).Coarse)
}

// merge makes one row of those that always come together. The rows of a word
// lie side by side, as its values do.
func (r *reading) merge() error {
	f := &features{templates: r.features.merged(), joint: r.features.joint}
	together := make([][]int32, f.layout(r.lexicon))
	for _, t := range f.singles {
		l := f.find(t)
		for value := range r.lexicon.values(t) {
			together[l.at(value)] = r.together(t, value)
		}
	}
	f.rows = make([]uint16, len(together))
	sums := [][]int32{{0}}
	for i, rows := range together {
		if len(rows) > 0 {
			f.rows[i] = uint16(len(sums))
			sums = append(sums, rows)
		}
	}
	if len(sums) > math.MaxUint16 {
		return fmt.Errorf("a parser cannot have %d rows for single values", len(sums))
	}
	f.first = int32(len(sums) - 1)
	for n := range f.joint.Len() {
		sums = append(sums, []int32{r.features.first + int32(n) + 1})
	}
	r.features, r.net = f, r.net.Merged(sums)
	return nil
}

// together is the rows that come with a value of a template. Of no word only
// the tag is looked at.
func (r *reading) together(t single, value int) (rows []int32) {
	add := func(t single, value int) {
		if row := r.features.rows[r.features.find(t).at(value)]; row != 0 {
			rows = append(rows, int32(row))
		}
	}
	add(t, value)
	if t.place == here || t.attribute == penn && value == 0 {
		return rows
	}
	for _, a := range decided[t.attribute] {
		if follower := (single{t.place, a}); slices.Contains(r.features.singles, follower) {
			add(follower, r.lexicon.decides(t.attribute, value, a))
		}
	}
	return rows
}

// find is where the values of t stand.
func (f *features) find(t single) look {
	for _, s := range f.parts[t.change()].seats {
		for _, l := range s.looks {
			if s.place == t.place && l.attribute == t.attribute {
				return l
			}
		}
	}
	return look{}
}

// at is where a value stands.
func (l look) at(value int) int32 { return l.begin + l.stride*int32(value) }

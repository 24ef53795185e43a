package tree

import (
	"fmt"

	"onrecord/extract/learn"
)

// features turn a state into rows of the network.
type features struct {
	*templates
	rows  []uint16 // by template and value: the row, 0 for none; see layout
	joint *learn.Index
	first int32 // row before the first of the joint ones
	parts [parts]part
}

// key is the joint feature of template n at the given places.
func (j joint) key(n int, v *values, at *[places]int) uint64 {
	packed := uint64(n + 1)
	for _, part := range j {
		packed = packed<<16 | uint64(v.of(at[part.place])[part.attribute])
	}
	return learn.Mix(packed, 0)
}

// of appends to rows all those of s: the bias first.
func (f *features) of(rows []int32, s *state, v *values, guide *gold) []int32 {
	rows = append(rows, 0)
	var at [places]int
	f.look(v, s, &at, guide)
	for c := range parts {
		rows = f.partOf(rows, c, v, &at)
	}
	return rows
}

// partOf appends to rows those of one part, of the state that was looked at.
// Where to look is found first and looked up then, so that the processor waits
// for many look-ups at once.
func (f *features) partOf(rows []int32, c change, v *values, at *[places]int) []int32 {
	n := len(rows)
	rows = f.parts[c].values(rows, v, at)
	for _, value := range rows[n:] {
		if row := f.rows[value]; row != 0 {
			rows[n] = int32(row)
			n++
		}
	}
	rows = rows[:n]
	var room [mostJoints]uint64
	for _, key := range f.keys(room[:0], c, v, at) {
		if number := f.joint.Of(key); number != 0 {
			rows = append(rows, f.first+int32(number))
		}
	}
	return rows
}

// mostJoints is how many joint templates a part has at most.
const mostJoints = 16

// keys appends to list the joint features of one part.
func (f *features) keys(list []uint64, c change, v *values, at *[places]int) []uint64 {
	for _, n := range f.parts[c].joints {
		list = append(list, f.joints[n].key(n, v, at))
	}
	return list
}

// look sets the places, and the attributes that change with the state.
func (f *features) look(v *values, s *state, at *[places]int, guide *gold) {
	s.fill(at)
	f.sides(v, s, at)
	v.observe(s, at, guide)
}

// sides sets the attributes that count children.
func (f *features) sides(v *values, s *state, at *[places]int) {
	for _, p := range [...]place{s0, s1, b0} {
		of := v.of(at[p])
		of[lefts] = uint16(min(s.left[at[p]].count, mostCounted))
		of[rights] = uint16(min(s.right[at[p]].count, mostCounted))
	}
}

const mostCounted = 3

// sizes is one more than the highest value of every attribute.
func (x *lexicon) sizes() [attributes]int {
	return [attributes]int{
		form: x.forms.Len() + 1, suffix: x.suffixes.Len() + 1,
		penn: len(x.tags) + 1, upos: len(x.upos) + 1, label: len(x.labels), guess: len(x.labels), shape: shapes + 1,
		fine: mostClasses, middle: 1 << 8, coarse: 1 << 8,
		holds: 1 << len(labelGroups), lefts: mostCounted + 1, rights: mostCounted + 1,
	}
}

// values is how many values a template has.
func (x *lexicon) values(t single) int {
	if t.place == here {
		return circumstanceValues
	}
	return x.sizes()[t.attribute]
}

// layout sets where the values of each template stand in rows, and is how many
// there are. What the templates of an attribute make of one value stands
// together: a word comes to all their places, and brings it along in the
// processor's cache.
func (f *features) layout(x *lexicon) int {
	begin, strides := 0, f.strides()
	sizes := x.sizes()
	var next [attributes]int
	for a, stride := range strides {
		next[a] = begin
		begin += stride * sizes[a]
	}
	f.parts = [parts]part{}
	for _, t := range f.singles {
		l := look{t.attribute, int32(begin), 1}
		if t.place == here {
			begin += circumstanceValues
		} else {
			l = look{t.attribute, int32(next[t.attribute]), int32(strides[t.attribute])}
			next[t.attribute]++
		}
		f.parts[t.change()].add(t.place, l)
	}
	for n, j := range f.joints {
		of := &f.parts[j.change()]
		of.joints = append(of.joints, n)
	}
	return begin
}

// strides is how many templates each attribute has.
func (f *features) strides() (n [attributes]int) {
	for _, t := range f.singles {
		if t.place != here {
			n[t.attribute]++
		}
	}
	return n
}

// put adds the features to file under prefix.
func (f *features) put(file *learn.File, prefix string) {
	learn.Put(file, prefix+"rows of one", f.rows)
	f.joint.Put(file, prefix+"rows of more")
}

// getFeatures reads the features of a lexicon under prefix, for a network of
// so many rows.
func getFeatures(file *learn.File, prefix string, x *lexicon, t *templates, rows int) (*features, error) {
	f := &features{templates: t}
	size := f.layout(x)
	var err error
	if f.rows, err = learn.Get[uint16](file, prefix+"rows of one"); err != nil {
		return nil, err
	}
	if f.joint, err = learn.GetIndex(file, prefix+"rows of more"); err != nil {
		return nil, err
	}
	if len(f.rows) != size {
		return nil, fmt.Errorf("%d values of templates have rows, want %d", len(f.rows), size)
	}
	for _, row := range f.rows {
		f.first = max(f.first, int32(row))
	}
	if int(f.first)+f.joint.Len() >= rows {
		return nil, fmt.Errorf("features need %d rows of a network of %d", int(f.first)+f.joint.Len()+1, rows)
	}
	return f, nil
}

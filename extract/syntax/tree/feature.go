package tree

import (
	"fmt"

	"onrecord/extract/learn"
)

// features turn a state into rows of the network.
type features struct {
	*templates
	begin []int32  // by single template, where its values begin in rows
	rows  []uint16 // by template and value: the row, 0 for none
	joint *learn.Index
	first int32 // row before the first of the joint ones
}

// key is the joint feature of template n at the given places.
func (j joint) key(n int, v *values, at *[places]int) uint64 {
	packed := uint64(n + 1)
	for _, part := range j {
		packed = packed<<16 | uint64(v.of(at[part.place])[part.attribute])
	}
	return learn.Mix(packed, 0)
}

// of appends to rows those of s: the bias first.
func (f *features) of(rows []int32, s *state, v *values, guide *gold) []int32 {
	rows = append(rows, 0)
	var at [places]int
	f.look(v, s, &at, guide)
	for i, t := range f.singles {
		value := v.list[at[t.place]*int(attributes)+int(t.attribute)]
		if row := f.rows[f.begin[i]+int32(value)]; row != 0 {
			rows = append(rows, int32(row))
		}
	}
	for n, j := range f.joints {
		if number := f.joint.Of(j.key(n, v, &at)); number != 0 {
			rows = append(rows, f.first+int32(number))
		}
	}
	return rows
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

// layout sets where the values of each template begin, and is how many there
// are.
func (f *features) layout(x *lexicon) int {
	sizes := x.sizes()
	n := 0
	f.begin = f.begin[:0]
	for _, t := range f.singles {
		f.begin = append(f.begin, int32(n))
		if t.place == here {
			n += circumstanceValues
		} else {
			n += sizes[t.attribute]
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

package tag

import "onrecord/extract/learn"

// Features gathers the hashes of what can be said of a word. Each is mixed
// with the number of its template.
type features struct {
	hashes   []uint64
	template uint64
}

func (f *features) one(a uint64) {
	f.template++
	f.hashes = append(f.hashes, learn.Mix(f.template, a))
}

func (f *features) two(a, b uint64) { f.one(learn.Mix(a, b)) }

// Places is how many places there are to see a word from: its own, the two
// before and the two after.
const places = 2*beyond + 1

// The templates of a place, of pairs and of tags are numbered from these on.
const (
	placeTemplates = 32
	pairTemplates  = places * placeTemplates
	tagTemplates   = pairTemplates + placeTemplates
)

// alone appends what a word by itself says of the one in the middle of places,
// when it stands in the given one: what is near is looked at more closely.
func (v *view) alone(to []uint64, place int) []uint64 {
	f := features{to, uint64(place) * placeTemplates}
	f.one(v.lower)
	f.one(uint64(v.class.Middle))
	if place == 0 || place == places-1 {
		return f.hashes
	}
	f.one(uint64(v.class.Fine))
	f.one(uint64(v.entry.set))
	f.one(v.shape)
	f.one(v.suffix[2])
	if place != beyond {
		return f.hashes
	}
	f.one(0)
	f.one(v.form)
	f.one(uint64(v.class.Coarse))
	for _, i := range []int{0, 1, 3, 4} {
		f.one(v.suffix[i])
	}
	for _, p := range v.prefix {
		f.one(p)
	}
	return f.hashes
}

// look is how word i is written, and what may have made it so: the style of
// the sentence, and whether it comes first, or after a mark.
func (w *window) look(i int) uint64 {
	place := uint64(0)
	switch {
	case i == 0:
		place = 1
	case w.views[beyond+i-1].first == noLetter:
		place = 2
	}
	return learn.Mix(w.views[beyond+i].shape, uint64(w.style)<<2|place)
}

// pairs appends what words around word i say together, and how it looks where
// it stands.
func (w *window) pairs(to []uint64, i int) []uint64 {
	f := features{to, pairTemplates}
	bb, b, v, a, aa := &w.views[i], &w.views[i+1], &w.views[i+2], &w.views[i+3], &w.views[i+4]
	look := w.look(i)
	f.one(look)
	f.two(v.suffix[2], look)
	f.two(uint64(v.class.Case), look)
	f.two(uint64(b.class.Case)<<4|uint64(a.class.Case), look)
	f.two(b.lower, v.lower)
	f.two(v.lower, a.lower)
	f.two(b.lower, a.lower)
	f.two(bb.lower, b.lower)
	f.two(a.lower, aa.lower)
	f.two(v.suffix[2], a.lower)
	f.two(v.suffix[2], b.lower)
	f.two(learn.Mix(b.shape, v.shape), a.shape)
	f.two(uint64(b.class.Fine), uint64(v.class.Fine))
	f.two(uint64(v.class.Fine), uint64(a.class.Fine))
	f.two(uint64(b.class.Middle), uint64(v.class.Middle))
	f.two(uint64(v.class.Middle), uint64(a.class.Middle))
	f.two(uint64(b.class.Middle), uint64(a.class.Middle))
	f.two(uint64(bb.class.Middle), uint64(b.class.Middle))
	f.two(uint64(a.class.Middle), uint64(aa.class.Middle))
	f.two(uint64(v.entry.set), uint64(a.entry.set))
	f.two(uint64(a.entry.set), uint64(aa.entry.set))
	f.two(uint64(v.entry.set), a.lower)
	f.two(v.suffix[1], uint64(a.entry.set))
	return f.hashes
}

// after appends what the two tags before word i say of it, the nearer one
// first.
func (w *window) after(to []uint64, i int, t1, t2 Tag) []uint64 {
	f := features{to, tagTemplates}
	b, v, a := &w.views[beyond+i-1], &w.views[beyond+i], &w.views[beyond+i+1]
	one, two := uint64(t1), uint64(t1)<<8|uint64(t2)
	f.one(one)
	f.one(two)
	f.two(one, v.lower)
	f.two(two, uint64(v.entry.set))
	f.two(one, v.suffix[2])
	f.two(one, uint64(v.class.Fine))
	f.two(one, a.lower)
	f.two(one, uint64(a.entry.set))
	f.two(two, uint64(a.entry.set))
	f.two(one, v.shape)
	f.two(two, b.lower)
	return f.hashes
}

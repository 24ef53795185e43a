package spot

import "onrecord/extract/learn"

// edge stands for the words before and after a sentence.
var edge = word{exact: 1, lower: 1, shape: 1, heads: [3]uint64{1, 1, 1}, tails: [3]uint64{1, 1, 1}}

// at is word i of the sentence, or edge.
func (s *sentence) at(i int) *word {
	if i < 0 || i >= len(s.words) {
		return &edge
	}
	return &s.words[i]
}

// A featureList numbers the templates of features in the order in which they
// are added. A feature is the hash of its template and what that finds.
type featureList struct {
	list     []uint64
	template uint64
}

func (f *featureList) add(value uint64) {
	f.template++
	f.list = append(f.list, learn.Mix(f.template, value))
}

func (f *featureList) pair(a, b uint64) { f.add(learn.Mix(a, b)) }

func (f *featureList) triple(a, b, c uint64) { f.add(learn.Mix(learn.Mix(a, b), c)) }

// when adds value if there is anything to tell.
func (f *featureList) when(there bool, value uint64) {
	if !there {
		f.template++
		return
	}
	f.add(value)
}

// features appends to list what the sentence shows of word i.
func (s *sentence) features(list []uint64, i int) []uint64 {
	f := featureList{list, 0}
	s.ofWord(&f, i)
	s.ofNeighbours(&f, i)
	s.ofLists(&f, i)
	s.ofRun(&f, i)
	s.ofClasses(&f, i)
	s.ofTags(&f, i)
	return f.list
}

// begins is 1 for the first word of a sentence, whose capital tells little.
func begins(i int) uint64 {
	if i == 0 {
		return 1
	}
	return 0
}

// ofWord adds what the word itself tells.
func (s *sentence) ofWord(f *featureList, i int) {
	w, style := &s.words[i], uint64(s.style)
	f.add(style)
	f.add(w.exact)
	f.add(w.lower)
	f.pair(w.shape, style)
	for _, h := range w.heads {
		f.add(h)
	}
	for _, t := range w.tails {
		f.add(t)
	}
	f.pair(w.tails[1], w.shape)
	f.triple(begins(i), w.shape, style)
	f.pair(begins(i), w.lower)
}

// ofNeighbours adds what the words before and after tell.
func (s *sentence) ofNeighbours(f *featureList, i int) {
	b, a, w, c, d := s.at(i-2), s.at(i-1), &s.words[i], s.at(i+1), s.at(i+2)
	f.add(b.lower)
	f.add(a.lower)
	f.add(c.lower)
	f.add(d.lower)
	f.pair(a.lower, w.lower)
	f.pair(w.lower, c.lower)
	f.pair(a.lower, c.lower)
	f.pair(b.lower, a.lower)
	f.pair(c.lower, d.lower)
	f.pair(a.lower, w.shape)
	f.pair(w.shape, c.lower)
	f.pair(a.shape, w.shape)
	f.pair(w.shape, c.shape)
	f.triple(a.shape, w.shape, c.shape)
	f.add(a.tails[1])
	f.add(c.tails[1])
}

// ofLists adds what lists know of the word, those beside it, and the longest
// name of the lists that it is part of.
func (s *sentence) ofLists(f *featureList, i int) {
	before, after, shape := s.at(i-1), s.at(i+1), s.words[i].shape
	a, w, c := uint64(before.attrs), uint64(s.words[i].attrs), uint64(after.attrs)
	f.pair(w, shape)
	f.pair(a, w)
	f.pair(w, c)
	f.triple(a, w, c)
	f.pair(w, before.lower)
	f.pair(w, after.lower)
	k := s.known[i]
	whole := uint64(k.attrs)<<8 | uint64(k.part)
	f.when(k.attrs != 0, whole)
	f.when(k.attrs != 0, learn.Mix(whole, shape))
}

// place is where word i stands in r: near its beginning, near its end.
func (r run) place(i int) uint64 {
	return uint64(min(i-r.first, 3))<<8 | uint64(min(r.last-i, 4))
}

// ofRun adds what stands about the run of capitals in which the word is, and
// the run's own first and last words.
func (s *sentence) ofRun(f *featureList, i int) {
	const templates = 7
	r := s.runs[i]
	if r.first == r.last {
		f.template += templates
		return
	}
	place := r.place(i)
	before, after := s.at(r.first-1).lower, s.at(r.last).lower
	front, back := &s.words[r.first], &s.words[r.last-1]
	f.pair(place, before)
	f.pair(place, after)
	f.add(before)
	f.add(after)
	f.pair(place, back.lower)
	f.pair(place, front.lower)
	f.pair(place, uint64(back.attrs)<<8|uint64(front.attrs))
}

// ofClasses adds the classes of the word and those beside it, and how they are
// usually written.
func (s *sentence) ofClasses(f *featureList, i int) {
	b, a, w, c, d := s.at(i-2).class, s.at(i-1).class, s.words[i].class, s.at(i+1).class, s.at(i+2).class
	before, middle, after := uint64(a.Middle), uint64(w.Middle), uint64(c.Middle)
	shape := s.words[i].shape
	f.add(uint64(w.Fine))
	f.add(middle)
	f.add(uint64(w.Coarse))
	f.add(uint64(a.Fine))
	f.add(before)
	f.add(uint64(c.Fine))
	f.add(after)
	f.add(uint64(b.Middle))
	f.add(uint64(d.Middle))
	f.pair(before, middle)
	f.pair(middle, after)
	f.pair(before, after)
	f.triple(uint64(a.Coarse), uint64(w.Coarse), uint64(c.Coarse))
	f.pair(before, shape)
	f.pair(after, shape)
	f.pair(middle, shape)
	f.triple(uint64(w.Case), shape, uint64(s.style))
	f.triple(uint64(w.Case), shape, begins(i))
	f.triple(uint64(a.Case), uint64(w.Case), uint64(c.Case))
}

// ofTags adds the tags of the word and those beside it.
func (s *sentence) ofTags(f *featureList, i int) {
	before, after := s.at(i-1), s.at(i+1)
	b, a, w, c, d := uint64(s.at(i-2).tag), uint64(before.tag), uint64(s.words[i].tag), uint64(after.tag), uint64(s.at(i+2).tag)
	f.add(w)
	f.add(a)
	f.add(c)
	f.pair(a, w)
	f.pair(w, c)
	f.triple(a, w, c)
	f.triple(b, a, w)
	f.triple(w, c, d)
	f.pair(w, s.words[i].shape)
	f.pair(w, before.lower)
	f.pair(w, after.lower)
}

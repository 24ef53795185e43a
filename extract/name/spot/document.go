package spot

import "onrecord/extract/learn"

// A record is what was found in a text at one reading: by it the next one tells
// a word by what the same word is elsewhere in the text (the non-local features
// of Ratinov and Roth 2009).
type record struct {
	words map[uint64]*tally // by the hash of a word in lower case
	runs  map[uint64]*tally // by that of a run of capitals
	short map[uint64]*tally // by that of the initials of a name
}

// A tally counts how often something was a name, or part of one, of each kind,
// and last how often it was none.
type tally struct {
	counts [none + 1]int
	length int // of the longest name that a word was part of; then its kind, and which part
	kind   int
	part   part
}

func newRecord(sentences []sentence, paths [][]label) *record {
	d := &record{map[uint64]*tally{}, map[uint64]*tally{}, map[uint64]*tally{}}
	for k := range sentences {
		d.note(&sentences[k], paths[k])
	}
	return d
}

// note takes in the labels found in s.
func (d *record) note(s *sentence, path []label) {
	for i := range s.words {
		if s.words[i].upper {
			tallyOf(d.words, s.words[i].lower).counts[path[i].kind()]++
		}
		if r := s.runs[i]; r.first == i && r.last > i {
			tallyOf(d.runs, s.runHash(r)).counts[runKind(path, r)]++
		}
	}
	for i := 0; i < len(path); i++ {
		if path[i] == outside {
			continue
		}
		end := nameEnd(path, i)
		d.name(s, i, end, path[i].kind())
		i = end - 1
	}
}

func tallyOf(m map[uint64]*tally, hash uint64) *tally {
	t := m[hash]
	if t == nil {
		t = &tally{kind: none}
		m[hash] = t
	}
	return t
}

// name takes in the name [from, to).
func (d *record) name(s *sentence, from, to, kind int) {
	for i := from; i < to; i++ {
		if !s.words[i].upper {
			continue
		}
		if t := d.words[s.words[i].lower]; to-from > t.length {
			t.length, t.kind, t.part = to-from, kind, partOf(i, from, to)
		}
	}
	if hash, ok := s.initials(from, to); ok {
		tallyOf(d.short, hash).counts[kind]++
	}
}

func (s *sentence) runHash(r run) uint64 {
	hash := uint64(0)
	for i := r.first; i < r.last; i++ {
		hash = learn.Mix(hash, s.words[i].lower)
	}
	return hash
}

// initials is the hash of the word that the capitals of [from, to) spell, in
// lower case, if they are two or more.
func (s *sentence) initials(from, to int) (uint64, bool) {
	var low [16]byte
	n := 0
	for i := from; i < to && n < len(low); i++ {
		if w := &s.words[i]; w.upper && w.initial != 0 {
			low[n] = w.initial
			n++
		}
	}
	return learn.Hash(low[:n]), n > 1
}

// runKind is the kind of the name that is exactly r.
func runKind(path []label, r run) int {
	if path[r.first].opens() && path[r.first] != outside && nameEnd(path, r.first) == r.last {
		return path[r.first].kind()
	}
	return none
}

// firstOfRecord is the number of the first template of what the rest of a text
// shows; those of the word itself have lower ones.
const firstOfRecord = 1000

// features appends to list what the rest of the text shows of word i of s, of
// which path is the reading before.
func (d *record) features(list []uint64, s *sentence, path []label, i int) []uint64 {
	f := featureList{list, firstOfRecord}
	w := &s.words[i]
	if !w.upper {
		return list
	}
	t, r := d.words[w.lower], s.runs[i]
	same := t.verdict(path[i].kind())
	f.add(same)
	f.pair(same, w.shape)
	f.pair(same, uint64(s.style))
	longest := uint64(t.kind)<<16 | uint64(t.part)<<8 | uint64(min(t.length, 4))
	f.add(longest)
	f.pair(longest, same)
	f.pair(d.runs[s.runHash(r)].verdict(runKind(path, r)), r.place(i))
	f.when(w.all, d.short[w.lower].verdict(none+1))
	f.when(i > r.first, learn.Mix(same, d.near(s, i-1)))
	f.when(i+1 < r.last, learn.Mix(same, d.near(s, i+1)))
	return f.list
}

// near is what the word beside one in the same run mostly is.
func (d *record) near(s *sentence, i int) uint64 {
	if i < 0 || i >= len(s.words) {
		return 0
	}
	return d.words[s.words[i].lower].verdict(none + 1)
}

// verdict is what mostly was found, where the one of kind own that asks is left
// out: the kind, how surely, and how often; 0 for nothing.
func (t *tally) verdict(own int) uint64 {
	if t == nil {
		return 0
	}
	sum, best, most := 0, 0, 0
	for k, n := range t.counts {
		if k == own {
			n--
		}
		if sum += n; n > most {
			best, most = k, n
		}
	}
	if sum == 0 {
		return 0
	}
	sure := uint64(1)
	switch {
	case most*10 >= sum*9:
		sure = 3
	case most*3 >= sum*2:
		sure = 2
	}
	return uint64(best+1)<<16 | sure<<8 | uint64(min(sum, 3))
}

package spot

import (
	"slices"

	"onrecord/extract/syntax/tag"
	"onrecord/extract/text"
)

// A reading is a block of a text while its names are found.
type reading struct {
	model     *Spotter
	reader    reader
	lattice   lattice
	sentences []sentence
	scores    [][]weights // per sentence and word, by the sentence alone
	sums      [][]weights // and by the rest of the text too
	paths     [][]label
	features  []uint64
	sure      []int32
}

// Find is the names of t, whose tokens have the given tags.
func (m *Spotter) Find(t *text.Text, tags []tag.Tag) []Name {
	r := m.reading()
	var names []Name
	for _, block := range blocks(units(t)) {
		r.first(t, tags, block)
		r.again()
		r.settle()
		r.again()
		names = r.names(names)
	}
	return names
}

func (m *Spotter) reading() *reading {
	return &reading{model: m, reader: reader{lexicon: m.lexicon}, lattice: lattice{steps: &m.steps}}
}

// first reads the units by themselves.
func (r *reading) first(t *text.Text, tags []tag.Tag, units []unit) {
	r.sentences, r.scores, r.paths = r.sentences[:0], r.scores[:0], r.paths[:0]
	for _, u := range units {
		s := r.reader.sentence(t, tags, u.first, u.last)
		scores := make([]weights, len(s.words))
		for i, open := range s.open {
			if open {
				r.add(&scores[i], s.features(r.features[:0], i))
			}
		}
		path := make([]label, len(s.words))
		r.decode(&s, scores, path, nil)
		r.sentences, r.scores, r.paths = append(r.sentences, s), append(r.scores, scores), append(r.paths, path)
	}
}

// again weighs the units anew, by what the last reading shows of each other.
func (r *reading) again() {
	rest := newRecord(r.sentences, r.paths)
	r.sums = r.sums[:0]
	for k := range r.sentences {
		s := &r.sentences[k]
		sums := slices.Clone(r.scores[k])
		for i, open := range s.open {
			if open {
				r.add(&sums[i], rest.features(r.features[:0], s, r.paths[k], i))
			}
		}
		r.sums = append(r.sums, sums)
	}
}

// settle reads the units as they were weighed anew.
func (r *reading) settle() {
	for k := range r.sentences {
		r.decode(&r.sentences[k], r.sums[k], r.paths[k], nil)
	}
}

// add adds the weights of features, of which the room is kept.
func (r *reading) add(w *weights, features []uint64) {
	r.model.rows.Add(w[:], features)
	r.features = features
}

// decode fills path stretch by stretch, and sure, where it is asked for.
func (r *reading) decode(s *sentence, scores []weights, path []label, sure []int32) {
	n := len(scores)
	for i := 0; i < n; i++ {
		if !s.open[i] {
			path[i] = outside
			continue
		}
		end := i
		for end < n && s.open[end] {
			end++
		}
		r.lattice.decode(path[i:end], scores[i:end], i == 0, end == n)
		if sure != nil {
			r.lattice.margins(sure[i:end], path[i:end], scores[i:end], end == n)
		}
		i = end
	}
}

// names appends the names of the block.
func (r *reading) names(names []Name) []Name {
	for k := range r.sentences {
		s, path := &r.sentences[k], r.paths[k]
		r.sure = grow(r.sure, len(path))
		r.decode(s, r.sums[k], path, r.sure)
		for i := 0; i < len(path); i++ {
			if path[i] == outside {
				continue
			}
			end := nameEnd(path, i)
			names = append(names, Name{s.first + i, s.first + end, kinds[path[i].kind()], percent(r.sure[i:end])})
			i = end - 1
		}
	}
	return names
}

// nameEnd is where the name ends that begins at i.
func nameEnd(path []label, i int) int {
	for !path[i].closes() {
		i++
	}
	return i + 1
}

// odds is the chance in percent by how many half units the log-odds are over
// nothing: the logistic function.
var odds = [...]int{50, 62, 73, 82, 88, 92, 95, 97, 98, 99}

// percent is how sure a name is, of which the words are as sure as told.
func percent(sure []int32) int {
	least := sure[0]
	for _, s := range sure {
		least = min(least, s)
	}
	return odds[max(0, min(int(least)*2/perUnit, len(odds)-1))]
}

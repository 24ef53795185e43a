package attribute

import (
	"math/rand/v2"

	"onrecord/extract/learn"
)

const (
	verdictSize   = 1 << 16
	verdictRate   = 0.1
	verdictRounds = 6
)

// verdict learns which candidates are heads of gold cues.
func (t *trainer) verdict(found [][]candidate) *learn.Decision {
	type place struct{ article, candidate int }
	var places []place
	gold := make([][]label, len(t.all))
	for k := range t.all {
		gold[k] = t.all[k].sketch()
		for i := range found[k] {
			for range max(1, t.all[k].weight) {
				places = append(places, place{k, i})
			}
		}
	}
	l := learn.NewLogistic(verdictSize, verdictRate)
	random := rand.New(rand.NewPCG(t.seed, 2))
	var features list
	for round := range verdictRounds {
		if round == 2 {
			l.Average()
		}
		random.Shuffle(len(places), func(i, j int) { places[i], places[j] = places[j], places[i] })
		for _, x := range places {
			in := found[x.article]
			features = verdictFeatures(features[:0], t.all[x.article].page, in, x.candidate)
			l.Learn(features, gold[x.article][in[x.candidate].head] == headOfCue, 1)
		}
	}
	return l.Decision()
}

// calibrate counts how often what stands in articles is right, by levels of
// the verdict.
func (t *trainer) calibrate(m *Model, found [][]candidate) calibration {
	var right, all [levels]int
	var features list
	for k, in := range found {
		e := &t.all[k]
		if e.weight > 0 {
			continue
		}
		for i := range in {
			features = verdictFeatures(features[:0], e.page, in, i)
			in[i].verdict = m.verdict.Score(features)
		}
		for _, c := range choose(in, standing) {
			level := levelOf(c.verdict)
			all[level]++
			if e.right(&c) {
				right[level]++
			}
		}
	}
	sure := make(calibration, levels)
	least := uint8(0)
	for level := range sure {
		if all[level] > 0 {
			least = max(least, uint8(100*right[level]/all[level]))
		}
		sure[level] = least
	}
	return sure
}

// right reports whether a gold attribution shares half of all words with the
// content of c, and a word of its source, or neither has one.
func (e *example) right(c *candidate) bool {
	for _, m := range e.gold {
		same, all := e.page.overlap(m.parts[content], c.parts[content])
		if 2*same < all || same == 0 {
			continue
		}
		same, all = e.page.overlap(m.parts[source], c.parts[source])
		if same > 0 || all == 0 {
			return true
		}
	}
	return false
}

// overlap is how many tokens lie in both a and b, and how many in either.
func (p *page) overlap(a, b []Run) (both, either int) {
	for _, x := range a {
		either += p.inTokens(x).Len()
		for _, y := range b {
			if z := (Run{max(x.From, y.From), min(x.To, y.To)}); z.From < z.To {
				both += p.inTokens(z).Len()
			}
		}
	}
	for _, y := range b {
		either += p.inTokens(y).Len()
	}
	return both, either - both
}

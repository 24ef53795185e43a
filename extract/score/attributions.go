package score

import (
	"cmp"
	"fmt"
	"slices"

	"onrecord/extract/text"
)

// AttributionScore compares attributions found with gold ones by the words
// that they share, punctuation aside, article by article.
type AttributionScore struct {
	Gold, Found int
	// Of the pairs of a found and a gold attribution, the likest first and each
	// in one pair only: those whose contents are of the same words, those whose
	// contents share half of all their words and whose sources share one or are
	// both missing. Types counts those of the same words by type: the gold one,
	// and its own of what is found and like no gold one.
	Exact, Triple int
	Types         map[string]Count
	// Summed over attributions, the share of the content that contents of the
	// other side cover (Johansson and Moschitti 2013).
	Covered, Recovered float64
	// Runs of tokens that are source, cue or content, cut at line ends, each
	// counted once however many attributions have it.
	Segments [3]Count
}

// Attributions holds what find gives in the articles of the file at path, see
// ReadAttributions, against what is marked there.
func Attributions(path string, find func(*text.Text) []Attribution) (AttributionScore, error) {
	articles, err := ReadAttributions(path)
	if err != nil {
		return AttributionScore{}, err
	}
	s := AttributionScore{Types: map[string]Count{}}
	for _, a := range articles {
		s.Add(a, find(text.Of(a.Text)))
	}
	return s, nil
}

// ExactF1, TripleF1 and PartialF1 are in percent.
func (s *AttributionScore) ExactF1() float64 { return Count{s.Exact, s.Gold, s.Found}.F1() }

// TripleF1 counts pairs with half the content and the source right.
func (s *AttributionScore) TripleF1() float64 { return Count{s.Triple, s.Gold, s.Found}.F1() }

// PartialF1 weighs contents by how much of them is covered.
func (s *AttributionScore) PartialF1() float64 {
	p, r := s.Covered/float64(max(1, s.Found)), s.Recovered/float64(max(1, s.Gold))
	if p+r == 0 {
		return 0
	}
	return 200 * p * r / (p + r)
}

// String is the figures in one line.
func (s AttributionScore) String() string {
	return fmt.Sprintf("content exact %.1f (direct %.1f)  partial %.1f  with source %.1f  segments: source %.1f  cue %.1f  content %.1f  (%d gold, %d found)",
		s.ExactF1(), s.Types["direct"].F1(), s.PartialF1(), s.TripleF1(), s.Segments[0].F1(), s.Segments[1].F1(), s.Segments[2].F1(), s.Gold, s.Found)
}

// Add counts one article.
func (s *AttributionScore) Add(gold Attributed, found []Attribution) {
	words := scoredWords.FindAllStringIndex(gold.Text, -1)
	g, p := wordSets(words, gold.Attributions), wordSets(words, found)
	s.Gold += len(g)
	s.Found += len(p)
	s.Covered += covered(p, g)
	s.Recovered += covered(g, p)
	for _, a := range gold.Attributions {
		s.count(a.Type, Count{Gold: 1})
	}
	kinds := make([]string, len(found))
	for i, a := range found {
		kinds[i] = a.Type
	}
	for _, x := range pairs(g, p) {
		if x.content >= 0.5 {
			kinds[x.found] = gold.Attributions[x.gold].Type
		}
		if x.content == 1 {
			s.Exact++
			s.count(gold.Attributions[x.gold].Type, Count{Right: 1})
		}
		a, b := g[x.gold].source, p[x.found].source
		if x.content >= 0.5 && (shared(a, b) > 0 || len(a)+len(b) == 0) {
			s.Triple++
		}
	}
	for _, kind := range kinds {
		s.count(kind, Count{Found: 1})
	}
	s.segments(gold, found)
}

func (s *AttributionScore) count(kind string, c Count) { s.Types[kind] = s.Types[kind].Add(c) }

// A wordSet is the words of an attribution by number, ascending.
type wordSet struct{ source, cue, content []int }

func wordSets(words [][]int, all []Attribution) []wordSet {
	sets := make([]wordSet, len(all))
	for i, a := range all {
		sets[i] = wordSet{touched(words, a.Source), touched(words, a.Cue), touched(words, a.Content)}
	}
	return sets
}

// covered sums for each of the contents of a the share that those of b cover.
func covered(a, b []wordSet) float64 {
	sum := 0.0
	for _, x := range a {
		n := 0
		for _, y := range b {
			n += shared(x.content, y.content)
		}
		if len(x.content) > 0 {
			sum += min(1, float64(n)/float64(len(x.content)))
		}
	}
	return sum
}

// A pair is a gold and a found attribution with how like each other they are.
type pair struct {
	gold, found          int
	content, source, cue float64
}

// pairs puts together what is likest, content before source before cue.
func pairs(gold, found []wordSet) []pair {
	var all []pair
	for i, g := range gold {
		for k, f := range found {
			if shared(g.content, f.content) > 0 {
				all = append(all, pair{i, k, likeness(g.content, f.content), likeness(g.source, f.source), likeness(g.cue, f.cue)})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.content, a.content), cmp.Compare(b.source, a.source), cmp.Compare(b.cue, a.cue))
	})
	goldPaired, foundPaired := make([]bool, len(gold)), make([]bool, len(found))
	return slices.DeleteFunc(all, func(p pair) bool {
		if goldPaired[p.gold] || foundPaired[p.found] {
			return true
		}
		goldPaired[p.gold], foundPaired[p.found] = true, true
		return false
	})
}

// likeness is the Jaccard index of two sets; 1 for two empty ones.
func likeness(a, b []int) float64 {
	n := shared(a, b)
	if all := len(a) + len(b) - n; all > 0 {
		return float64(n) / float64(all)
	}
	return 1
}

// shared is how many members two ascending lists have in common.
func shared(a, b []int) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] == b[0]:
			n++
			a, b = a[1:], b[1:]
		case a[0] < b[0]:
			a = a[1:]
		default:
			b = b[1:]
		}
	}
	return n
}

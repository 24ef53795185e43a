package score

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"onrecord/extract/text"
)

// The words by which attributions are compared, and the tokens by which their
// segments are: words and every mark.
var (
	scoredWords  = regexp.MustCompile(`[\pL\pN_]+(?:[’'\-][\pL\pN_]+)*`)
	scoredTokens = regexp.MustCompile(`[\pL\pN_]+(?:[’'\-][\pL\pN_]+)*|[^\pL\pN_\s]`)
)

// touched is the words that share a byte with one of spans, by number,
// ascending.
func touched(words [][]int, spans []text.Span) []int {
	var set []int
	for _, s := range spans {
		first, _ := slices.BinarySearchFunc(words, s.Start, func(word []int, at int) int { return cmp.Compare(word[1], at+1) })
		for i := first; i < len(words) && words[i][0] < s.End; i++ {
			set = append(set, i)
		}
	}
	slices.Sort(set)
	return slices.Compact(set)
}

// A segment is tokens [first, last) that are one role of an attribution.
type segment struct{ first, last int }

// segments counts the segments of each role in one article.
func (s *AttributionScore) segments(gold Attributed, found []Attribution) {
	tokens := scoredTokens.FindAllStringIndex(gold.Text, -1)
	role := func(k int) func(Attribution) []text.Span {
		return func(a Attribution) []text.Span { return [...][]text.Span{a.Source, a.Cue, a.Content}[k] }
	}
	for k := range s.Segments {
		g := segmentsOf(gold.Text, tokens, gold.Attributions, role(k))
		s.Segments[k] = s.Segments[k].Add(Match(g, segmentsOf(gold.Text, tokens, found, role(k))))
	}
}

// segmentsOf is the segments of one role, cut at line ends.
func segmentsOf(raw string, tokens [][]int, all []Attribution, role func(Attribution) []text.Span) []segment {
	var found []segment
	for _, a := range all {
		for _, s := range role(a) {
			at := s.Start
			for line := range strings.Lines(raw[s.Start:s.End]) {
				if set := touched(tokens, []text.Span{{Start: at, End: at + len(line)}}); len(set) > 0 {
					found = append(found, segment{set[0], set[len(set)-1] + 1})
				}
				at += len(line)
			}
		}
	}
	return found
}

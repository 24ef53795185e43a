package statement

import (
	"cmp"
	"slices"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// Joined is statements with those that run on from another's cue made part of
// that one's content, as corpora of attributions have them. The identifiers
// stay.
func Joined(statements []fact.Statement) []fact.Statement {
	place := map[int]int{}
	var joined []fact.Statement
	for _, s := range statements {
		if s.Continues == 0 {
			place[s.ID] = len(joined)
			s.Content = slices.Clone(s.Content)
			joined = append(joined, s)
		}
	}
	for _, s := range statements {
		if s.Continues == 0 {
			continue
		}
		to := &joined[place[s.Continues]]
		to.Content = append(to.Content, s.Content...)
		if s.Form != to.Form {
			to.Form = fact.Mixed
		}
	}
	for i := range joined {
		slices.SortFunc(joined[i].Content, func(a, b text.Span) int { return cmp.Compare(a.Start, b.Start) })
	}
	return joined
}

package statement

import (
	"cmp"
	"slices"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// Joined is f with the statements that run on from another's cue made part of
// that one's content, as corpora of attributions have them. The others keep
// their identifiers, and what belonged to a part belongs to the whole.
func Joined(f fact.Facts) fact.Facts {
	whole := map[int]int{} // by the ID of a part
	place := map[int]int{}
	all := f.Statements
	f.Statements = nil
	for _, s := range all {
		if s.Continues != 0 {
			whole[s.ID] = s.Continues
			continue
		}
		place[s.ID] = len(f.Statements)
		s.Content = slices.Clone(s.Content)
		f.Statements = append(f.Statements, s)
	}
	for _, s := range all {
		if s.Continues != 0 {
			join(&f.Statements[place[s.Continues]], s)
		}
	}
	to := func(id *int) {
		if w, ok := whole[*id]; ok {
			*id = w
		}
	}
	for i := range f.Statements {
		to(&f.Statements[i].Inside)
	}
	f.Amounts, f.Events, f.Positions = slices.Clone(f.Amounts), slices.Clone(f.Events), slices.Clone(f.Positions)
	for i := range f.Amounts {
		to(&f.Amounts[i].Statement)
	}
	for i := range f.Events {
		to(&f.Events[i].Statement)
	}
	for i := range f.Positions {
		to(&f.Positions[i].Statement)
	}
	return f
}

// join makes the content of part, in order, part of that of s.
func join(s *fact.Statement, part fact.Statement) {
	s.Content = append(s.Content, part.Content...)
	slices.SortFunc(s.Content, func(a, b text.Span) int { return cmp.Compare(a.Start, b.Start) })
	if part.Form != s.Form {
		s.Form = fact.Mixed
	}
}

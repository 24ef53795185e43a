package name

import (
	"slices"
	"strings"

	"onrecord/extract/fact"
)

// facts is the entities as they go out, in order of their first mention.
func (f *finder) facts() []fact.Entity {
	for _, m := range f.mentions {
		if m.entity != nil {
			m.entity.mentions = append(m.entity.mentions, m)
		}
	}
	kept := slices.DeleteFunc(f.entities, func(e *entity) bool { return len(e.mentions) == 0 })
	slices.SortStableFunc(kept, func(a, b *entity) int { return a.mentions[0].first - b.mentions[0].first })
	for i, e := range kept {
		e.id = i + 1
	}
	found := make([]fact.Entity, 0, len(kept))
	for _, e := range kept {
		found = append(found, f.fact(e))
	}
	return found
}

func (f *finder) fact(e *entity) fact.Entity {
	out := fact.Entity{ID: e.id, Name: f.fullest(e), Kind: e.kind, Role: e.role, Rule: e.rule, Confidence: e.score}
	if e.of != nil {
		out.Of = e.of.id
	}
	for _, m := range e.mentions {
		out.Mentions = append(out.Mentions, fact.Mention{Span: f.Range(m.first, m.last), How: m.how})
	}
	return out
}

// fullest is the longest of the names the text uses; the gazetteer's where
// the text only has an abbreviation or adjective of a place, or breaks the name.
func (f *finder) fullest(e *entity) string {
	longest := ""
	for i := range e.mentions {
		m := &e.mentions[i]
		if m.how != fact.ByName {
			continue
		}
		if e.known != nil && strings.Contains(f.surface(m), " . ") {
			return e.known.name
		}
		if s := f.display(m); len(s) > len(longest) {
			longest = s
		}
	}
	if longest == "" || e.kind == fact.Place && e.known != nil && (len(longest) < 5 || strings.ToUpper(longest) == longest) {
		return e.name
	}
	return longest
}

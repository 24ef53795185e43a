package gold

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// place is where quote stands in raw as words of its own, counted from 1 by
// occurrence, of which 0 is the first.
func place(raw, quote string, occurrence int) (text.Span, bool) {
	for at := 0; quote != ""; {
		i := strings.Index(raw[at:], quote)
		if i < 0 {
			break
		}
		span := text.Span{Start: at + i, End: at + i + len(quote)}
		if apart(raw, span) {
			if occurrence--; occurrence < 1 {
				return span, true
			}
		}
		_, size := utf8.DecodeRuneInString(raw[span.Start:])
		at = span.Start + size
	}
	return text.Span{}, false
}

// apart reports whether no word or number runs on over an edge of span, as
// "4,000" does in "14,000".
func apart(raw string, span text.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(raw[:span.Start])
	first, _ := utf8.DecodeRuneInString(raw[span.Start:])
	last, _ := utf8.DecodeLastRuneInString(raw[:span.End])
	after, _ := utf8.DecodeRuneInString(raw[span.End:])
	return !(inWord(before) && inWord(first)) && !(inWord(last) && inWord(after))
}

func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// Called reports whether the entity id goes by one of names in the article.
func Called(entities []fact.Entity, id int, names []string, raw string) bool {
	for _, e := range entities {
		if e.ID != id {
			continue
		}
		called := []string{e.Name}
		for _, m := range e.Mentions {
			if m.How == fact.ByName || m.How == fact.ByAlias {
				called = append(called, raw[m.Span.Start:m.Span.End])
			}
		}
		return slices.ContainsFunc(called, func(c string) bool {
			return slices.ContainsFunc(names, func(n string) bool { return bareName(n) == bareName(c) })
		})
	}
	return false
}

func bareName(s string) string { return strings.TrimPrefix(strings.ToLower(s), "the ") }

// Words is the words of raw at spans.
func Words(raw string, spans []text.Span) string {
	var all []string
	for _, s := range spans {
		all = append(all, raw[s.Start:s.End])
	}
	return strings.Join(all, " ")
}

// Likeness is the Jaccard index of the words of a and b: the share of the
// words of both that each has.
func Likeness(a, b string) float64 {
	in, other := wordSet(a), wordSet(b)
	both := 0
	for w := range in {
		if other[w] {
			both++
		}
	}
	return float64(both) / float64(max(1, len(in)+len(other)-both))
}

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		set[w] = true
	}
	return set
}

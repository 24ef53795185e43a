package name

import (
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// datelines finds "VILNA (Baltic News) —" at the start of a paragraph: a
// place, and in brackets who brings the news.
func (f *finder) datelines() {
	for _, s := range f.Sentences {
		for i := s.First; i < min(s.Last, s.First+12); i++ {
			if f.capital(i) && strings.ToUpper(f.Word(i)) == f.Word(i) && len(f.Word(i)) > 2 {
				f.dateline(i, s)
				break
			}
		}
		if s.Start > 2000 {
			return // a dateline opens an article
		}
	}
}

// dateline reads a dateline that starts with the word in capitals at first.
func (f *finder) dateline(first int, s text.Sentence) {
	end := first
	for end < s.Last && f.capital(end) && strings.ToUpper(f.Word(end)) == f.Word(end) {
		end++
	}
	if f.Word(end) != "(" {
		return
	}
	close := end + 1
	for close < s.Last && close-end < 8 && f.Word(close) != ")" {
		close++
	}
	if f.Word(close) != ")" || !dash(f.Word(close+1)) || close == end+1 {
		return
	}
	f.datelined(first, end, fact.Place)
	f.datelined(end+1, close, fact.Organization)
}

func dash(w string) bool { return w == "-" || w == "--" || w == "—" || w == "–" }

// datelined records one part of a dateline.
func (f *finder) datelined(first, last int, kind fact.Kind) {
	m := mention{first: first, last: last, how: fact.ByName, kind: kind, rule: "dateline", score: 0.9}
	if n, ok := f.naming(first, last); ok && n.kind == kind {
		m.known, m.rule = n.entry, "gazetteer"
	}
	f.add(m)
}

package name

import (
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// datelines finds "MELK (Harbour News) —" at the start of a paragraph: a
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

// dateline reads a dateline that starts with the word in capitals at first:
// "MELK, Estmark, May 4 (Harbour News) —".
func (f *finder) dateline(first int, s text.Sentence) {
	end := first
	for end < s.Last && f.capital(end) && strings.ToUpper(f.Word(end)) == f.Word(end) {
		end++
	}
	bracket := f.dated(end, s.Last)
	if f.Word(bracket) != "(" {
		return
	}
	shut := bracket + 1
	for shut < s.Last && shut-bracket < 8 && f.Word(shut) != ")" {
		shut++
	}
	if f.Word(shut) != ")" || !dash(f.Word(shut+1)) || shut == bracket+1 {
		return
	}
	f.datelined(first, end, fact.Place)
	if f.Word(end) == "," && !f.notName(end+1) {
		region := end + 1
		for region < bracket && f.capital(region) {
			region++
		}
		f.datelined(end+1, region, fact.Place)
	}
	f.datelined(bracket+1, shut, fact.Organization)
}

// dated is the end of the region and date that may follow the place of a
// dateline at token i: commas, capitalised words and numbers.
func (f *finder) dated(i, limit int) int {
	for n := 0; i < limit && n < 8; n++ {
		w := f.Word(i)
		if w != "," && w != "." && !f.capital(i) && (w[0] < '0' || w[0] > '9') {
			break
		}
		i++
	}
	return i
}

func dash(w string) bool { return w == "-" || w == "--" || w == "—" || w == "–" }

// datelined records one part of a dateline.
func (f *finder) datelined(first, last int, kind fact.Kind) {
	if first >= last {
		return
	}
	m := mention{first: first, last: last, how: fact.ByName, kind: kind, rule: "dateline", score: 0.9}
	if n, ok := f.naming(first, last); ok && n.kind == kind {
		m.known, m.rule = n.entry, "gazetteer"
	}
	f.add(m)
}

package name

import "onrecord/extract/fact"

// unplace takes a name from the town of the gazetteer where the article calls
// it an agency or paper, "the Meridian agency", or has it in the brackets of a
// dateline: it is that wherever it stands, but after "in".
func (f *finder) unplace() {
	outlets := map[string]bool{}
	for i := range f.mentions {
		if m := &f.mentions[i]; m.last-m.first == 1 && f.outletName(m) {
			outlets[f.Word(m.first)] = true
		}
	}
	for i := range f.mentions {
		m := &f.mentions[i]
		if f.town(m) && outlets[f.Word(m.first)] && !f.inBefore(m) {
			m.known, m.kind, m.rule, m.score = nil, fact.Organization, "called an outlet", 0.85
		}
	}
	for i := range f.Tokens {
		if outlets[f.Word(i)] && f.at[i] == 0 && f.alone(i, i+1) {
			f.add(mention{first: i, last: i + 1, how: fact.ByName, kind: fact.Organization, rule: "called an outlet", score: 0.85})
		}
	}
	f.order()
}

// outletName reports whether m is the name of who brings news.
func (f *finder) outletName(m *mention) bool {
	if m.kind == fact.Organization && m.known == nil {
		return m.rule == "dateline" || f.outlet(m)
	}
	return f.town(m) && f.outlet(m)
}

// town reports whether m is one word that the gazetteer has for a place which
// is no country and no capital.
func (f *finder) town(m *mention) bool {
	return m.known != nil && m.kind == fact.Place && !m.known.state && m.known.capital == nil && m.how == fact.ByName && m.last-m.first == 1
}

// outlet reports whether "the" stands before m and what brings news after it.
func (f *finder) outlet(m *mention) bool {
	next := f.Lower(m.last)
	if next == "news" {
		next = f.Lower(m.last + 1)
	}
	return f.Lower(m.first-1) == "the" && f.grammar("outlet", next)
}

// outletHead and outletEnd are clues: m begins as the name of a paper or station
// does, or ends as one may. "the" must stand before it if other names do so too:
// "Sunday Mass", "Channel Tunnel".
func (f *finder) outletHead(m *mention) bool {
	w := f.Lower(m.first)
	return m.last-m.first > 1 && f.lists.outletHeads[w] && (!f.grammar("common outlet head", w) || f.theBefore(m))
}

func (f *finder) outletEnd(m *mention) bool {
	return m.last-m.first > 1 && f.lists.outletEnds[f.Lower(m.last-1)] && f.theBefore(m)
}

// headless reports whether the name at token first lacks the word by which it is
// that of a paper: "the Evening" before it.
func (f *finder) headless(first int) bool {
	return f.Lower(first-2) == "the" && f.capital(first-1) && f.at[first-1] == 0 && f.lists.outletHeads[f.Lower(first-1)]
}

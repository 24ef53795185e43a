package name

import (
	"strings"

	"onrecord/extract/fact"
)

// opening is how many words into its sentence a pronoun may stand before the
// name of whom it means.
const opening = 12

// ahead is the person named after p whom it means: "In his speech, Elde said".
func (f *finder) ahead(p pronoun) *entity {
	s := f.Sentences[p.sentence]
	if p.token-s.First > opening || !f.introduces(s.First) {
		return nil
	}
	comma := p.token + 1
	for comma < s.Last && f.Word(comma) != "," {
		comma++
	}
	for k := p.next; k < len(f.mentions) && f.mentions[k].first < s.Last; k++ {
		m := &f.mentions[k]
		if m.first <= comma || m.entity == nil || m.entity.kind != fact.Person {
			continue
		}
		if f.phraseStart(m.first, s) > comma+1 || m.entity.gender != 0 && m.entity.gender != p.gender || f.part(m.first, m.last) != subject {
			return nil
		}
		return m.entity
	}
	return nil
}

// introduces reports whether the sentence that starts at token i may open with
// a phrase before its subject: "In her speech, …", "Leaving his house, …".
func (f *finder) introduces(i int) bool {
	w := f.Lower(i)
	return f.grammar("introduces", w) || len(w) > 5 && strings.HasSuffix(w, "ing")
}

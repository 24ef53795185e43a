package name

import (
	"strings"
	"unicode/utf8"

	"onrecord/extract/fact"
)

// demonymEndings is what makes an adjective of a place's name; a vowel at the
// end of the name may give way to it.
var demonymEndings = []string{"n", "an", "ian", "ese", "ish", "i"}

// adjectives notes of which names the words with capitals may be adjectives.
func (f *finder) adjectives() {
	for i := range f.mentions {
		m := &f.mentions[i]
		if m.last-m.first != 1 || !m.open {
			continue
		}
		for _, ending := range demonymEndings {
			stem, ok := strings.CutSuffix(strings.TrimSuffix(f.Word(m.first), "s"), ending)
			if ok && len(stem) > 3 {
				for _, vowel := range []string{"", "a", "o", "e", "y"} {
					f.stems[stem+vowel] = true
				}
			}
		}
	}
}

// seated notes where universities, banks and their like have their seats.
func (f *finder) seated() {
	for i := range f.Tokens {
		if f.Lower(i) == "of" && f.capital(i-1) && f.grammar("seated", f.Lower(i-1)) && f.capital(i+1) && !f.capital(i+2) {
			f.seats[f.Word(i+1)] = true
		}
	}
}

// demonyms is the adjectives that may be made of the places which the text
// names and no gazetteer knows: "Dalmoran" of "Dalmora".
func (f *finder) demonyms() map[string]*entity {
	made := map[string]*entity{}
	for _, e := range f.entities {
		if e.kind != fact.Place || e.known != nil || strings.Contains(e.name, " ") || len(e.name) < 4 {
			continue
		}
		stems := []string{e.name}
		if r, size := utf8.DecodeLastRuneInString(e.name); strings.ContainsRune("aeiouy", r) {
			stems = append(stems, e.name[:len(e.name)-size])
		}
		for _, stem := range stems {
			for _, ending := range demonymEndings {
				made[stem+ending] = e
				made[stem+ending+"s"] = e
			}
		}
	}
	return made
}

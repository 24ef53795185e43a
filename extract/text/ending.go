package text

import "strings"

// titleBefore goes on after a title and other abbreviations that end no
// sentence, and after "No." before its number.
func titleBefore(v *view, i int) verdict {
	last := v.at(i - 1)
	if last.shape == fullStop && v.at(i).shape == figure && i-2 >= v.first && strings.ContainsAny(v.text.Word(i-2), "°º") {
		return goesOn
	}
	if last.shape != abbreviated && last.shape != initials {
		return unsure
	}
	word := strings.ToLower(v.text.Word(i - 1))
	switch lists().abbreviation[word] {
	case title:
		if (v.capital(i) || v.at(i).shape == mixedWord) && !v.starter(i) {
			return goesOn
		}
	case inside, numbered:
		return goesOn
	}
	return unsure
}

// hourBefore goes on after "a.m." or "p.m." with a day or a zone of time. With
// a title it goes on only after an hour at the beginning of the sentence.
func hourBefore(v *view, i int) verdict {
	if word := v.text.Lower(i - 1); word != "a.m." && word != "p.m." {
		return unsure
	}
	next := v.text.Lower(i)
	switch {
	case lists().afterHours[next]:
		return goesOn
	case lists().abbreviation[next] != title:
		return unsure
	case i-v.begin > 6:
		return begins
	}
	return goesOn
}

// starterAfter begins a sentence after an abbreviation with a word that stands
// in no name.
func starterAfter(v *view, i int) verdict {
	switch v.at(i - 1).shape {
	case abbreviated, initials:
		if v.starter(i) {
			return begins
		}
	}
	return unsure
}

// starter reports whether token i has a capital and is a word that begins
// sentences and seldom names.
func (v *view) starter(i int) bool {
	return (v.at(i).shape == titleWord || v.at(i).shape == singleCapital) && lists().starters[v.text.Lower(i)]
}

// initialBefore goes on after an initial with the name it belongs to.
func initialBefore(v *view, i int) verdict {
	if v.at(i-1).shape == initialOnly && v.capital(i) && !v.starter(i) {
		return goesOn
	}
	return unsure
}

// noteNumber leaves the number of a note, which follows the full stop, with its
// sentence, and begins the next behind it.
func noteNumber(v *view, i int) verdict {
	switch {
	case v.note(i):
		return goesOn
	case v.note(i - 1):
		return begins
	}
	return unsure
}

// note reports whether token i is the number of a note: between a full stop
// and a word that begins sentences.
func (v *view) note(i int) bool {
	return v.at(i).shape == figure && v.at(i-1).shape == fullStop && v.at(i).spaceBefore && v.starter(i+1) &&
		v.tokens[i].spaceAfter && v.text.Tokens[i].Len() <= 3
}

// plainEnd begins a sentence after a full stop that closes a word in lower
// case, with a word that has a capital or with a title.
func plainEnd(v *view, i int) verdict {
	core, head := v.core(i), v.head(i)
	word := v.at(core - 1)
	if v.at(core).shape != fullStop || v.at(core).spaceBefore || word.shape != lowerWord || v.text.Tokens[core-1].Len() < 2 {
		return unsure
	}
	if v.capital(head) || v.at(head).shape == abbreviated && isUpperFirst(v.text.Word(head)) {
		return begins
	}
	return unsure
}

package name

import "onrecord/extract/fact"

// stranger is the person without a name whom the noun at token i introduces,
// "a senior officer", "his mother": a pronoun after it may mean that one, and
// then nobody that is named. It is nil where the noun words the role of a name.
func (f *finder) stranger(i int) *entity {
	w := f.Lower(i)
	gender, kin := f.lists.nouns[w]
	if !kin && !f.lists.roles[w] || f.at[i] != 0 || f.worded[i] || f.capital(i) || isHyphen(f.Word(i+1)) {
		return nil
	}
	if m := f.mentionAt(i + 1); m != nil || f.Word(i+1) == "," && f.mentionAt(i+2) != nil {
		return nil
	}
	for j := i - 1; j >= 0 && i-j <= 4; j-- {
		switch d := f.Lower(j); {
		case f.grammar("stranger", d), kin && (f.grammar("his", d) || f.possessive(j) > 0):
			return f.unnamed(j, gender)
		case f.at[j] != 0, !f.letters(j) && !isHyphen(d), f.lists.closed[d], f.lists.cues[d]:
			return nil
		}
	}
	return nil
}

// unnamed is a new person that the phrase at token first introduces, unless it
// says what somebody is: "Elde was a baker", "Elde, a baker".
func (f *finder) unnamed(first int, gender byte) *entity {
	before := f.Lower(first - 1)
	if f.grammar("is", before) || before == "as" || before == "," && f.mentionAt(first-2) != nil {
		return nil
	}
	return &entity{kind: fact.Person, gender: gender}
}

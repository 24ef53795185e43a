package name

import "strings"

// gender is m's by its form of address, the noun of its role ("spokeswoman"),
// the noun beside it ("his sister Elde") or its first name, in this order; 0
// when none tells. One word alone may be a surname.
func (f *finder) gender(m *mention) byte {
	if m.gender != 0 {
		return m.gender
	}
	if g := f.roleGender(m); g != 0 {
		return g
	}
	if g := f.lists.nouns[f.personNoun(m)]; g != 0 {
		return g
	}
	if m.last-m.first < 2 {
		return 0
	}
	first := f.Word(m.first)
	if g := f.lists.first[first]; g != 0 {
		return g
	}
	return f.lists.genders[first]
}

// roleGender is the gender that a word of m's role tells, up to what the role
// is of: a "friend of the king" may be a woman.
func (f *finder) roleGender(m *mention) byte {
	for _, w := range strings.Fields(strings.ToLower(f.Slice(m.role.span))) {
		if g := f.lists.nouns[strings.Trim(w, ",.")]; g != 0 || f.grammar("preposition", w) {
			return g
		}
	}
	return 0
}

// personNoun is the noun of kin, age or sex beside m, no office, that says who
// is meant: "his wife Elde", "their child, Elde", "Elde, a 14-year-old boy"; ""
// for none.
func (f *finder) personNoun(m *mention) string {
	before := m.first - 1
	if f.Word(before) == "," {
		before--
	}
	if before > 0 && f.at[before] == 0 && f.sayWho(before) {
		return f.Lower(before)
	}
	if f.Word(m.last) != "," || !f.grammar("determiner", f.Lower(m.last+1)) {
		return ""
	}
	after := m.last + 2
	if f.yearOld(after) {
		after += 5
	}
	if after < len(f.Tokens) && f.at[after] == 0 && f.sayWho(after) {
		return f.Lower(after)
	}
	return ""
}

func (f *finder) sayWho(i int) bool {
	w := f.Lower(i)
	return f.lists.nouns[w] != 0 || f.grammar("young", w)
}

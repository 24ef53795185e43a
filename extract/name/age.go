package name

import "strconv"

// age is the age in years that stands beside m, 0 for none: "Elde, 42,",
// "Elde, aged 42", "Elde, a 42-year-old engineer", "42-year-old Elde".
func (f *finder) age(m *mention) int {
	if f.ageAfter(m) {
		return f.number(m.last + 1)
	}
	if f.Word(m.last) == "," {
		switch next := f.Lower(m.last + 1); {
		case next == "aged":
			return f.number(m.last + 2)
		case f.grammar("determiner", next) && f.yearOld(m.last+2):
			return f.number(m.last + 2)
		}
	}
	for i := m.first - 5; i >= max(0, m.first-8); i-- {
		if f.yearOld(i) {
			return f.number(i)
		}
	}
	return 0
}

// yearOld reports whether "42-year-old" starts at token i.
func (f *finder) yearOld(i int) bool {
	return isHyphen(f.Word(i+1)) && f.Lower(i+2) == "year" && isHyphen(f.Word(i+3)) && f.Lower(i+4) == "old"
}

// number is the whole number at token i, 0 when there is none from 1 to 129.
func (f *finder) number(i int) int {
	n, err := strconv.Atoi(f.Word(i))
	if err != nil || n < 1 || n > 129 {
		return 0
	}
	return n
}

// grown is the age from which somebody is a man or woman.
const grown = 18

// byAge reports whether e may be called w for age and gender: "the boy".
func (f *finder) byAge(e *entity, w string) bool {
	g := f.lists.nouns[w]
	if e.age == 0 || g != 0 && e.gender != 0 && g != e.gender {
		return false
	}
	return e.age < grown && f.grammar("young", w) || e.age >= grown && (w == "man" || w == "woman")
}

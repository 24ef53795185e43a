package name

import "strings"

// title is the end of the titles at the front of the run [first, last),
// "Deputy Foreign Minister" or "Mr", when a name is left after them; first
// when there are none.
func (f *finder) title(first, last int) int {
	end := first
	if w := f.Lower(first); (w == "st" || w == "st.") && f.possessive(first+2) > 0 {
		return first // "St Mary's Church"
	}
	for i := first; i < last; i++ {
		w := strings.TrimSuffix(f.Lower(i), ".")
		switch {
		case f.honorific(w) || f.lists.roles[w] || f.lists.roles[strings.TrimSuffix(w, "s")]:
			end = i + 1
		case !f.lists.modifiers[w] && !isHyphen(w):
			i = last
		}
	}
	if end == first || end >= last || f.office(end, last) || !f.startsName(end, last) {
		return first
	}
	if known, ok := f.longest(first, last); ok && known >= end {
		return first
	}
	return end
}

// startsName reports whether [first, last) may be the name of a person:
// neither an organization's words nor a title goes on there.
func (f *finder) startsName(first, last int) bool {
	if n, ok := f.naming(first, last); ok && n.kind == "place" && last-first > 1 {
		return false
	}
	return f.capital(first) && !f.organization(last-1) && !f.lists.places[f.Lower(last-1)]
}

func (f *finder) honorific(w string) bool {
	_, ok := f.lists.honorifics[w]
	return ok
}

// office reports whether the words are a title with nobody's name: "Prime
// Minister", "Deputy Foreign Minister".
func (f *finder) office(first, last int) bool {
	for i := first; i < last; i++ {
		w := strings.TrimSuffix(f.Lower(i), "s")
		if !f.lists.roles[w] && !f.lists.modifiers[f.Lower(i)] && !isHyphen(w) && !f.lists.notNames[w] {
			return false
		}
	}
	return f.lists.roles[strings.TrimSuffix(f.Lower(last-1), "s")]
}

// officeOf is the token before "of", "of the" or "from" that stands before
// token i, and whether it does.
func (f *finder) officeOf(i int) (int, bool) {
	if f.Lower(i-1) == "the" {
		i--
	}
	w := f.Lower(i - 1)
	return i - 2, w == "of" || w == "from"
}

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

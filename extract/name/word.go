package name

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// capital reports whether token i is a word with a capital first.
func (f *finder) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(f.Word(i))
	return unicode.IsUpper(r)
}

func isHyphen(w string) bool { return w == "-" || w == "‑" || w == "–" }

// organization reports whether token i is a word that ends an organization's name.
func (f *finder) organization(i int) bool {
	return f.lists.organizations[strings.TrimSuffix(f.Lower(i), ".")]
}

// notName reports whether token i is a capitalised word that names nobody:
// "Monday", "Sept.", and a creed or direction that begins no organization.
func (f *finder) notName(i int) bool {
	return f.lists.notNames[strings.TrimSuffix(f.Lower(i), ".")] || isHyphen(f.Word(i))
}

func (f *finder) hasFirst(w string) bool {
	_, ok := f.lists.first[w]
	return ok
}

// acronym reports whether w is two to six capitals.
func acronym(w string) bool {
	w = strings.ReplaceAll(w, ".", "")
	if n := len(w); n < 2 || n > 6 {
		return false
	}
	for _, r := range w {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

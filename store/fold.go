package store

import (
	"embed"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"onrecord/extract/fact"
)

//go:embed data
var data embed.FS

// keyOf is the key of a name: its kind and its folded words, such as
// "person/tarvo elde". It is the whole of what the program decides by itself
// about who is who: two articles speak of one entity when the keys of what
// they call it are the same. For a person, forms of address are left out where
// two words remain, since "Mr Elde" and "Mrs Elde" are two; for others, "the"
// is. A surname alone is a name of its own and joins no full name.
//
// The journal speaks of names by their keys, so what this gives for a name
// must never change.
func keyOf(kind fact.Kind, name string) string {
	words := strings.Fields(fold(name))
	switch {
	case kind == fact.Person:
		for len(words) > 2 && honorifics()[words[0]] {
			words = words[1:]
		}
	case len(words) > 1 && words[0] == "the":
		words = words[1:]
	}
	return string(kind) + "/" + strings.Join(words, " ")
}

// splitKey is the kind and the folded words of a key.
func splitKey(key string) (kind fact.Kind, words string) {
	k, words, _ := strings.Cut(key, "/")
	return fact.Kind(k), words
}

// fold is s without what writers of one name differ in: case, the diacritics
// of Latin and Greek letters, full stops, apostrophes, hyphens and other
// punctuation. Its words stand one space apart, and it holds no "/".
func fold(s string) string {
	var b strings.Builder
	based, space := false, false // the last rune can bear a diacritic; a space is due
	for _, r := range norm.NFKD.String(strings.ToValidUTF8(s, " ")) {
		switch {
		case unicode.Is(unicode.Mn, r) && based, r == '.' || r == '\'' || r == '’' || r == 'ʼ':
			continue
		case !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.S):
			space, based = b.Len() > 0, false
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		r = unicode.ToLower(r)
		based = unicode.In(r, unicode.Latin, unicode.Greek)
		if plain, ok := plainLetters[r]; ok {
			b.WriteString(plain)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// plainLetters are letters that Unicode does not take apart, as they are written
// where keyboards lack them: "Lodz" for "Łódź". A final sigma is a sigma.
var plainLetters = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ħ': "h", 'ı': "i", 'ŧ': "t", 'ς': "σ",
}

// shared reports whether many can bear the name of a key: a person's single
// word, or an office by words that fit every country's.
func shared(key string) bool {
	kind, name := splitKey(key)
	words := strings.Fields(name)
	switch kind {
	case fact.Person:
		return len(words) < 2
	case fact.Organization, fact.Group:
		return !slices.ContainsFunc(words, func(w string) bool { return !offices()[w] })
	}
	return false
}

// The word lists under data/, read when first needed and folded like names.
var (
	honorifics = sync.OnceValue(func() map[string]bool { return wordList("honorifics.txt") })
	offices    = sync.OnceValue(func() map[string]bool { return wordList("offices.txt") })
	smallWords = sync.OnceValue(func() map[string]bool { return wordList("small-words.txt") })
)

func wordList(file string) map[string]bool {
	text := string(must(data.ReadFile("data/" + file)))
	words := map[string]bool{}
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			words[fold(line)] = true
		}
	}
	return words
}

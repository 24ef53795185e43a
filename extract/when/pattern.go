package when

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A pattern is what a rule looks for, token by token: "the? past NUM UNITS".
// An element is one or more alternatives parted by |, each a word in lower
// case or a class in capitals; a digit after a class tells two of the same
// class apart, and a ? makes the element optional. What stands after / must
// follow but is not part of the expression.
type pattern struct {
	elements []element
	ahead    int // elements from here on only have to follow
}

type element struct {
	alternatives []alternative
	optional     bool
}

// An alternative is a word or, with a label, a class.
type alternative struct {
	word  string
	label string
	class class
}

// elementLimit is the most elements a pattern can have.
const elementLimit = 12

// captures has room for the classes of one pattern.
type captures [elementLimit]capture

// A capture is the tokens [first, next) that a class matched and their value.
type capture struct {
	label       string
	first, next int
	value       string
	n           float64
}

func compile(source string) pattern {
	p := pattern{ahead: -1}
	for field := range strings.FieldsSeq(source) {
		if field == "/" {
			p.ahead = len(p.elements)
			continue
		}
		bare := strings.TrimSuffix(field, "?")
		e := element{optional: bare != field}
		for name := range strings.SplitSeq(bare, "|") {
			e.alternatives = append(e.alternatives, alternativeOf(name))
		}
		p.elements = append(p.elements, e)
	}
	if p.ahead < 0 {
		p.ahead = len(p.elements)
	}
	return p
}

func alternativeOf(name string) alternative {
	if r, _ := utf8.DecodeRuneInString(name); unicode.IsUpper(r) {
		return alternative{label: name, class: classOf(strings.TrimRight(name, "23"))}
	}
	return alternative{word: name}
}

// starts is the words, and figure for a digit, that can begin p from an element
// on.
func (p pattern) starts(from int) []string {
	var words []string
	for _, e := range p.elements[from:] {
		for _, a := range e.alternatives {
			if a.label == "" {
				words = append(words, a.word)
			} else {
				words = append(words, a.class.starts...)
			}
		}
		if !e.optional {
			break
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// seconds is the words that can stand after word at the beginning of p, nil
// where any can: where p may end there or word begins a longer phrase.
func (p pattern) seconds(word string) []string {
	words := []string{}
	for e, element := range p.elements {
		for _, a := range element.alternatives {
			switch {
			case !a.begins(word):
			case a.label != "" && !a.class.single, p.endsFrom(e + 1):
				return nil
			default:
				words = append(words, p.starts(e+1)...)
			}
		}
		if !element.optional {
			break
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// begins reports whether the alternative can begin with word.
func (a alternative) begins(word string) bool {
	if a.label == "" {
		return key(a.word) == word
	}
	return slices.Contains(a.class.starts, word)
}

// endsFrom reports whether nothing need follow from an element on.
func (p pattern) endsFrom(from int) bool {
	for _, e := range p.elements[from:] {
		if !e.optional {
			return false
		}
	}
	return true
}

// match matches p from element e on at token i and gives the first token
// after the expression, or -1. An optional element is taken where it can be.
func (f *finder) match(p *pattern, e, i int, c *captures) int {
	if e == len(p.elements) {
		return i
	}
	for _, a := range p.elements[e].alternatives {
		next, got, ok := f.alternative(a, i)
		if !ok || next > f.last {
			continue
		}
		c[e] = got
		if end := f.match(p, e+1, next, c); end >= 0 {
			return p.end(e, i, end)
		}
	}
	c[e] = capture{}
	if p.elements[e].optional {
		if end := f.match(p, e+1, i, c); end >= 0 {
			return p.end(e, i, end)
		}
	}
	return -1
}

// end keeps what only has to follow out of the expression.
func (p *pattern) end(e, i, end int) int {
	if e == p.ahead {
		return i
	}
	return end
}

func (f *finder) alternative(a alternative, i int) (int, capture, bool) {
	if i >= f.last {
		return 0, capture{}, false
	}
	if a.label == "" {
		return i + 1, capture{}, f.lower[i] == a.word
	}
	next, value, n, ok := a.class.read(f, i)
	return next, capture{a.label, i, next, value, n}, ok
}

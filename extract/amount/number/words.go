package number

import "onrecord/extract/text"

// words reads a number written out, in the tokens [i, end).
func words(t *text.Text, i, end int) (Number, bool) {
	if _, unit := units[t.Lower(i)]; !unit {
		if _, ten := tens[t.Lower(i)]; !ten {
			return Number{}, false
		}
	}
	var s sum
	return s.read(t, i, end)
}

// A sum adds up a number written out, left to right.
type sum struct {
	total, current float64
	open           bool // a unit may follow: at the start, after tens, after a scale
	ten            bool
	exact          bool
	by             float64 // the product of the scales at the end, 1 for none
}

func (s *sum) read(t *text.Text, i, end int) (Number, bool) {
	s.open, s.exact, s.by = s.current == 0, true, 1
	next := i
	for at := i; at < end; {
		if !s.add(t.Lower(at)) {
			break
		}
		next = at + 1
		at = s.link(t, next)
	}
	if next == i {
		return Number{}, false
	}
	return Number{Value: s.total + s.current, Next: next, Exact: s.exact, Scale: s.by}, true
}

// link is the token where the number may go on after a hyphen, which may have
// a space on each side between tens and units, or after the "and" of "two
// hundred and six".
func (s *sum) link(t *text.Text, i int) int {
	switch {
	case t.Word(i) == "-" && (Touch(t, i-1) && Touch(t, i) || s.ten && gap(t, i) == " " && gap(t, i+1) == " "):
		return i + 1
	case t.Lower(i) == "and" && !s.exact && s.open && counted(t.Lower(i+1)) && !parted(t, i+1):
		return i + 1
	}
	return i
}

// parted reports whether the unit at token i is the numerator of a fraction:
// "six billion and three quarters".
func parted(t *text.Text, i int) bool {
	under := i + 1
	if t.Word(under) == "-" {
		under++
	}
	return units[t.Lower(i)] > 0 && manyParts[t.Lower(under)] > 0
}

func counted(word string) bool { return units[word]+tens[word] > 0 }

func (s *sum) add(word string) bool {
	if v, ok := units[word]; ok {
		if !s.open || s.ten && (v == 0 || v >= 10) {
			return false
		}
		s.current += v
		s.open, s.ten, s.by = false, false, 1
		return true
	}
	if v, ok := tens[word]; ok {
		if !s.open || s.ten {
			return false
		}
		s.current += v
		s.ten, s.by = true, 1
		return true
	}
	by, ok := scales[word]
	if !ok || s.current == 0 {
		return false
	}
	s.scale(by)
	return true
}

func (s *sum) scale(by float64) {
	if by == 100 {
		s.current *= by
	} else {
		s.total, s.current = s.total+s.current*by, 0
	}
	s.open, s.ten, s.exact = true, false, false
	s.by *= by
}

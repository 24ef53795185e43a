package text

import "sort"

// Points converts between the byte offsets of a text, which facts carry, and
// its code points, which JSON and the browser get. This is the one place where
// it is done. A look-up counts at most stride bytes.
type Points struct {
	text   string
	before []int // code points before each stride-th byte
}

const stride = 64

// PointsOf prepares the conversion for s.
func PointsOf(s string) Points {
	p := Points{text: s, before: make([]int, 0, len(s)/stride+1)}
	n := 0
	for at := 0; at <= len(s); at += stride {
		p.before = append(p.before, n)
		n += codePoints(s[at:min(at+stride, len(s))])
	}
	return p
}

// codePoints counts the bytes of s that begin a code point.
func codePoints(s string) int {
	n := 0
	for i := range len(s) {
		if s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// At is how many code points lie before the byte offset.
func (p Points) At(offset int) int {
	from := offset / stride
	return p.before[from] + codePoints(p.text[from*stride:offset])
}

// Offset is the byte at which code point n begins; outside the text, its
// nearest end.
func (p Points) Offset(n int) int {
	if n <= 0 {
		return 0
	}
	block := max(0, sort.SearchInts(p.before, n+1)-1)
	left := n - p.before[block]
	for at := block * stride; at < len(p.text); at++ {
		if p.text[at]&0xC0 != 0x80 {
			if left == 0 {
				return at
			}
			left--
		}
	}
	return len(p.text)
}

package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPoints(t *testing.T) {
	for _, s := range []string{"", "plain", "“Kälte” — 🙂 und Süden", strings.Repeat("aé🙂", 200), strings.Repeat("x", stride)} {
		p := PointsOf(s)
		for offset := range s + "." {
			n := utf8.RuneCountInString(s[:offset])
			if got := p.At(offset); got != n {
				t.Errorf("At(%d) of %.20q = %d, want %d", offset, s, got, n)
			}
			if got := p.Offset(n); got != offset {
				t.Errorf("Offset(%d) of %.20q = %d, want %d", n, s, got, offset)
			}
		}
		if got := p.Offset(len(s) + 9); got != len(s) {
			t.Errorf("Offset past the end of %.20q = %d, want %d", s, got, len(s))
		}
	}
}

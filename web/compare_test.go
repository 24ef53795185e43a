package web

import (
	"strings"
	"testing"

	"onrecord/web/view"
)

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		name, a, b, want string
		other            bool
	}{
		{"the same", "the harbour will close", "The harbour will close.", "The harbour will close.", false},
		{"another number", "about 40 ships will be late", "about 14 ships will be late", "about [-40] [+14] ships will be late", false},
		{"more at the end", "the harbour will close", "the harbour will close on Friday", "the harbour will close [+on Friday]", false},
		{"less at the start", "he said the harbour will close", "the harbour will close", "[-he said] the harbour will close", false},
		{"two words for one in the middle", "the old harbour will close", "the north west harbour will close", "the [-old] [+north west] harbour will close", false},
		{"nothing in common", "the harbour will close", "nobody asked us", "nobody asked us", true},
		{"nothing there", "", "nobody asked", "nobody asked", true},
		{"a long text and two words of it", strings.Repeat("a ", 700), "a b", "a b", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			stretches, other := compare(c.a, c.b)
			var parts []string
			for _, s := range stretches {
				switch s.Only {
				case view.There:
					s.Text = "[-" + s.Text + "]"
				case view.Here:
					s.Text = "[+" + s.Text + "]"
				}
				parts = append(parts, s.Text)
			}
			if got := strings.Join(parts, " "); got != c.want || other != c.other {
				t.Errorf("compare(%q, %q) = %q, %v, want %q, %v", c.a, c.b, got, other, c.want, c.other)
			}
		})
	}
}

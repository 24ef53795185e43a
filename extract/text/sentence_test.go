package text

import (
	"slices"
	"strings"
	"testing"
)

// TestBoundaryRules holds every rule to its examples, as the whole reader
// reads them.
func TestBoundaryRules(t *testing.T) {
	for _, r := range boundaryRules {
		for _, example := range r.examples {
			want := strings.Split(strings.ReplaceAll(example, " |", "|"), "|")
			in := strings.Join(want, " ")
			x := Of(in)
			var got []string
			for _, s := range x.SentenceSpans() {
				got = append(got, x.Slice(s))
			}
			if !slices.Equal(got, want) {
				t.Errorf("rule %s: Of(%q) = %q, want %q", r.name, in, got, want)
			}
		}
	}
}

func TestWrapped(t *testing.T) {
	const wrapped = "The harbour of Melk froze on Tuesday, the second time\nthis winter, and no ship has left it since then, its\nkeeper Rika Elde said. The ferry to Osk stays where it\nis until the ice breaks, and nobody knows when that\nwill be.\nThe ministry had no comment on what it means to do, a\nspokesman for it said.\n\nMelk is dear.\n"
	x := Of(wrapped)
	var got []string
	for _, s := range x.SentenceSpans() {
		got = append(got, strings.ReplaceAll(x.Slice(s), "\n", " "))
	}
	want := []string{
		"The harbour of Melk froze on Tuesday, the second time this winter, and no ship has left it since then, its keeper Rika Elde said.",
		"The ferry to Osk stays where it is until the ice breaks, and nobody knows when that will be.",
		"The ministry had no comment on what it means to do, a spokesman for it said.",
		"Melk is dear.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("Of(%q) = %q, want %q", wrapped, got, want)
	}
	for _, lines := range []string{"Bridge reopens\nMelk cheers\nAll sail\n", "it froze again\nno ship left\nall wait\nnobody came\n"} {
		if width := wrapWidth(lines); width != 0 {
			t.Errorf("wrapWidth(%q) = %d, want 0", lines, width)
		}
	}
}

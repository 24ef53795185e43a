package name

import (
	"strings"
	"testing"

	"onrecord/extract/name/spot"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/text"
)

// marked is a finder for a text without the « and » in it, with its names
// found, and the tokens between them.
func marked(t *testing.T, example string) (f *finder, first, last int) {
	before, rest, ok := strings.Cut(example, "«")
	inside, after, closed := strings.Cut(rest, "»")
	if !ok || !closed {
		t.Fatalf("%q marks nothing", example)
	}
	f = newFinder(text.Of(before + inside + after))
	f.mark(spot.Find(f.Text, tag.Find(f.Text)))
	f.kinds()
	f.link()
	return f, f.TokenAt(len(before)), f.TokenAt(len(before)+len(inside)-1) + 1
}

func TestPart(t *testing.T) {
	for _, c := range []struct {
		example string
		want    part
	}{
		{"On Monday «Anna Elde» said so.", subject},
		{"On Monday Senator «Anna Elde» rowed home.", subject},
		{"Kenyan Minister «Anna Elde», 42, rowed home.", subject},
		{"“No,” said Minister «Anna Elde».", subject},
		{"The mayor met «Anna Elde» there.", object},
		{"They gave it to Minister «Anna Elde» there.", oblique},
		{"A boat was rowed by «Anna Elde» there.", oblique},
		{"On Monday «Anna Elde»’s boat sank.", owner},
		{"On Monday «she» sank.", subject},
		{"They thanked «her» on Monday.", object},
		{"They thanked «her».", object},
		{"They bought «her» old boat.", owner},
		{"They bought «his» old boat.", owner},
		{"They saw «him» there.", object},
	} {
		f, first, last := marked(t, c.example)
		if got := f.part(first, last); got != c.want {
			t.Errorf("part in %q = %d, want %d", c.example, got, c.want)
		}
	}
}

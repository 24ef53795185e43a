package sample

import (
	"slices"
	"testing"

	"onrecord/extract"
	"onrecord/extract/fact"
	"onrecord/extract/score/gold"
)

// alike is the likeness from which two contents are taken for one statement.
const alike = 0.75

// TestStatements holds what is read out of the story over floors: how many of
// the gold statements are found, their contents sharing three of four words,
// and with the right speaker and act, and over a ceiling what else is found.
func TestStatements(t *testing.T) {
	var found, speakers, acts, all, others int
	for _, d := range Documents() {
		g, a := reading(t, d)
		f := extract.Facts(a)
		used := make([]bool, len(f.Statements))
		for _, want := range g.Statements {
			all++
			i := likest(a.Text, f.Statements, used, want.Content)
			if i < 0 {
				t.Logf("%s: nobody says %q", d.ID, want.Content[0])
				continue
			}
			used[i] = true
			found++
			s := &f.Statements[i]
			if len(want.Speaker) == 0 || gold.Called(f.Entities, s.Speaker, want.Speaker, a.Text) {
				speakers++
			}
			if slices.Contains(want.Act, string(s.Act)) {
				acts++
			}
		}
		for i, s := range f.Statements {
			if !used[i] && s.Inside == 0 && !slices.ContainsFunc(g.Optional, func(o string) bool { return gold.Likeness(gold.Words(a.Text, s.Content), o) >= alike }) {
				others++
			}
		}
	}
	for _, c := range []struct {
		figure     string
		got, floor int
	}{{"found", found, 145}, {"with their speaker", speakers, 135}, {"with their act", acts, 141}} {
		if c.got < c.floor {
			t.Errorf("%d statements %s, want at least %d", c.got, c.figure, c.floor)
		}
	}
	if most := 8; others > most {
		t.Errorf("%d statements are not in the gold, want at most %d", others, most)
	}
	t.Logf("of %d statements %d are found, %d with their speaker, %d with their act; %d are not in the gold", all, found, speakers, acts, others)
}

// likest is the unused statement whose content is most like one of wanted, -1
// when none shares three of four words with it.
func likest(raw string, statements []fact.Statement, used []bool, wanted []string) int {
	best, most := -1, alike
	for i, s := range statements {
		for _, w := range wanted {
			if l := gold.Likeness(gold.Words(raw, s.Content), w); !used[i] && l >= most {
				best, most = i, l+0.001
			}
		}
	}
	return best
}

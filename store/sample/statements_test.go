package sample

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"onrecord/extract"
	"onrecord/extract/article"
	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// TestStatements holds what is read out of the story over floors: how many of
// the gold statements are found, their contents sharing three of four words,
// and with the right speaker and act, and over a ceiling what else is found.
func TestStatements(t *testing.T) {
	var found, speakers, acts, all, others int
	for _, d := range Documents() {
		var g gold
		read(t, d.ID+".gold.json", &g)
		a, err := article.Read(d)
		if err != nil {
			t.Fatal(err)
		}
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
			if len(want.Speaker) == 0 || isCalled(f.Entities, s.Speaker, want.Speaker, a.Text) {
				speakers++
			}
			if slices.Contains(want.Act, string(s.Act)) {
				acts++
			}
		}
		for i, s := range f.Statements {
			if !used[i] && s.Inside == 0 && !slices.ContainsFunc(g.Optional, func(o string) bool { return alike(wordsAt(a.Text, s.Content), words(o)) }) {
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

// isCalled reports whether entity id goes by one of names in the article.
func isCalled(entities []fact.Entity, id int, names []string, raw string) bool {
	for _, e := range entities {
		if e.ID != id {
			continue
		}
		called := []string{e.Name}
		for _, m := range e.Mentions {
			if m.How == fact.ByName || m.How == fact.ByAlias {
				called = append(called, raw[m.Span.Start:m.Span.End])
			}
		}
		return slices.ContainsFunc(called, func(c string) bool {
			return slices.ContainsFunc(names, func(n string) bool { return bareName(n) == bareName(c) })
		})
	}
	return false
}

func bareName(s string) string { return strings.TrimPrefix(strings.ToLower(s), "the ") }

// likest is the unused statement whose content is most like one of wanted, -1
// when none shares three of four words with it.
func likest(raw string, statements []fact.Statement, used []bool, wanted []string) int {
	best, most := -1, 0.75
	for i, s := range statements {
		for _, w := range wanted {
			if l := likeness(wordsAt(raw, s.Content), words(w)); !used[i] && l >= most {
				best, most = i, l+0.001
			}
		}
	}
	return best
}

func alike(a, b map[string]bool) bool { return likeness(a, b) >= 0.75 }

// likeness is the Jaccard index of two sets of words.
func likeness(a, b map[string]bool) float64 {
	both := 0
	for w := range a {
		if b[w] {
			both++
		}
	}
	return float64(both) / float64(max(1, len(a)+len(b)-both))
}

func wordsAt(raw string, spans []text.Span) map[string]bool {
	var all []string
	for _, s := range spans {
		all = append(all, raw[s.Start:s.End])
	}
	return words(strings.Join(all, " "))
}

func words(s string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		set[w] = true
	}
	return set
}

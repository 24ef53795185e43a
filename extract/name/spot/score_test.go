package spot

import (
	"errors"
	"io/fs"
	"path/filepath"
	"testing"

	"onrecord/extract/fact"
	"onrecord/extract/score"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/text"
)

// corpora is where marked names lie when they are there, from this package.
const corpora = "../../../../shared/corpora/names"

// TestScore holds F1 of exact persons, organizations and places over floors.
func TestScore(t *testing.T) {
	for _, c := range []struct {
		file  string
		floor float64
	}{
		{"worldwide.dev.conll", 80.8},
		{"conll2003.dev.conll", 76.6},
		{"politics.dev.conll", 80},
	} {
		counts, err := score.Names(filepath.Join(corpora, c.file), alone)
		if errors.Is(err, fs.ErrNotExist) {
			t.Skipf("no corpus to measure on: %v", err)
		} else if err != nil {
			t.Fatal(err)
		}
		for _, k := range []fact.Kind{fact.Person, fact.Organization, fact.Place, ""} {
			t.Logf("%s %-12s %v", c.file, k, counts[k])
		}
		if got := counts[""].F1(); got < c.floor {
			t.Errorf("%s: F1 of names = %.1f, want at least %.1f", c.file, got, c.floor)
		}
	}
}

// alone is the names found by the model, without the rest of package name.
func alone(t *text.Text) []fact.Entity {
	var all []fact.Entity
	for _, n := range Find(t, tag.Find(t)) {
		mention := fact.Mention{Span: t.Range(n.First, n.Last), How: fact.ByName}
		all = append(all, fact.Entity{Kind: n.Kind, Mentions: []fact.Mention{mention}})
	}
	return all
}

package tree

import (
	"os"
	"path/filepath"
	"testing"
)

// TestScore holds the parser to what it reached on the dev parts of the
// treebanks: gold words, tags as they are found.
func TestScore(t *testing.T) {
	for _, floor := range []struct {
		file     string
		uas, las float64
	}{
		{"ewt.dev", 86.9, 83.5},
		{"gum.dev", 86.5, 83.3},
	} {
		path := filepath.Join("../../../../shared/corpora/syntax", floor.file+".conllu")
		if _, err := os.Stat(path); err != nil {
			t.Skipf("no corpus to measure on: %v", err)
		}
		a, err := Score(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %v", floor.file, a)
		if a.UAS() < floor.uas || a.LAS() < floor.las {
			t.Errorf("Score(%s) = %v, want UAS %.1f and LAS %.1f at least", floor.file, a, floor.uas, floor.las)
		}
	}
}

package lemma

import (
	"errors"
	"io/fs"
	"path/filepath"
	"testing"
)

// corpora is where the treebanks lie when they are there, from this package.
const corpora = "../../../../shared/corpora/syntax"

// TestScore holds the rules to what they reached on the development parts of
// the treebanks, with their words and the tags found here.
func TestScore(t *testing.T) {
	for file, floor := range map[string]float64{"ewt.dev.conllu": 97.3, "gum.dev.conllu": 98.1} {
		got, err := Score(filepath.Join(corpora, file))
		if errors.Is(err, fs.ErrNotExist) {
			t.Skipf("no corpus to measure on: %v", err)
		}
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %.2f (%d words)", file, got.F1(), got.Gold)
		if got.F1() < floor {
			t.Errorf("Score(%s) = %.2f, want %.1f at least", file, got.F1(), floor)
		}
	}
}

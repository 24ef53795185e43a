package tag

import (
	"errors"
	"io/fs"
	"path/filepath"
	"testing"
)

// corpora is where the treebanks lie when they are there, from this package.
const corpora = "../../../../shared/corpora/syntax"

// TestScore holds the tagger to what it reached on the development parts of
// the treebanks, with their words and sentences.
func TestScore(t *testing.T) {
	for file, floor := range map[string]struct{ upos, xpos float64 }{
		"ewt.dev.conllu": {95.8, 95.2},
		"gum.dev.conllu": {96.8, 96.7},
	} {
		upos, xpos, err := Score(filepath.Join(corpora, file))
		if errors.Is(err, fs.ErrNotExist) {
			t.Skipf("no corpus to measure on: %v", err)
		}
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: UPOS %.2f XPOS %.2f (%d words)", file, upos.F1(), xpos.F1(), upos.Gold)
		if upos.F1() < floor.upos || xpos.F1() < floor.xpos {
			t.Errorf("Score(%s) = UPOS %.2f, XPOS %.2f, want %.1f and %.1f at least", file, upos.F1(), xpos.F1(), floor.upos, floor.xpos)
		}
	}
}

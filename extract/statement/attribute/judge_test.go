package attribute

import (
	"errors"
	"io/fs"
	"testing"

	"onrecord/extract/score"
	"onrecord/extract/syntax/tree"
)

// corpus is where marked articles lie when they are there, from this package.
const corpus = "../../../../shared/corpora/attribution/polnear.dev.jsonl"

// TestSure holds how sure attributions are to how often they are right, on
// articles that nothing was learned from.
func TestSure(t *testing.T) {
	articles, err := score.ReadAttributions(corpus)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("no corpus to measure on: %v", err)
	} else if err != nil {
		t.Fatal(err)
	}
	m := embedded()
	r := m.reader()
	var claimed, right, all [10]int // by tens of percent
	for _, e := range read(articles, tree.Find, nil) {
		for _, c := range choose(r.read(e.page), standing) {
			sure := m.sure.of(c.verdict)
			all[sure/10]++
			claimed[sure/10] += sure
			if e.right(&c) {
				right[sure/10]++
			}
		}
	}
	for k, n := range all {
		if n == 0 {
			continue
		}
		mean, got := claimed[k]/n, 100*right[k]/n
		t.Logf("sure by %d percent: %d attributions, %d percent right", mean, n, got)
		if n >= 100 && (got < mean-10 || got > mean+12) {
			t.Errorf("of %d attributions sure by %d percent, %d percent are right", n, mean, got)
		}
	}
}

package attribute

import (
	"errors"
	"io/fs"
	"testing"
)

// corpus is where marked articles lie when they are there, from this package.
const corpus = "../../../../shared/corpora/attribution/polnear.dev.jsonl"

// TestScore holds F1 on the development half of PolNeAR over floors, in
// percent.
func TestScore(t *testing.T) {
	s, err := Score(corpus)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("no corpus to measure on: %v", err)
	} else if err != nil {
		t.Fatal(err)
	}
	t.Log(s)
	for _, c := range []struct {
		figure     string
		got, floor float64
	}{
		{"content exact", s.ExactF1(), 59.8},
		{"content partial", s.PartialF1(), 79.8},
		{"content and source", s.TripleF1(), 66.8},
		{"segments of sources", s.Segments[0].F1(), 76.5},
		{"segments of cues", s.Segments[1].F1(), 71},
		{"segments of contents", s.Segments[2].F1(), 63.5},
	} {
		if c.got < c.floor {
			t.Errorf("%s: F1 = %.1f, want at least %.1f", c.figure, c.got, c.floor)
		}
	}
}

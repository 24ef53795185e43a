package statement

import (
	"errors"
	"io/fs"
	"testing"
)

// TestScore holds F1 on the development half of PolNeAR over floors, in
// percent: just under what was measured when they were set.
func TestScore(t *testing.T) {
	s, err := Score("../../../shared/corpora/attribution/polnear.dev.jsonl")
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
		{"content exact, direct", s.Types["direct"].F1(), 86},
		{"content partial", s.PartialF1(), 78},
		{"content and source", s.TripleF1(), 67},
		{"segments of sources", s.Segments[0].F1(), 76},
		{"segments of cues", s.Segments[1].F1(), 71},
		{"segments of contents", s.Segments[2].F1(), 62},
	} {
		if c.got < c.floor {
			t.Errorf("%s: F1 = %.1f, want at least %.1f", c.figure, c.got, c.floor)
		}
	}
}

package main

import (
	"errors"
	"io/fs"
	"testing"

	"onrecord/extract/score"
)

const plover = "../../../shared/corpora/events/plover.jsonl"

// TestActs holds the accuracy of acts on PLOVER over floors: just under what was
// measured when they were set. Verbose, it prints what is missed on the lines
// that may be looked at.
func TestActs(t *testing.T) {
	all := func(int) bool { return true }
	s, err := score.Acts(plover, all, actions)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("no corpus to measure on: %v", err)
	} else if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		figure     string
		got, floor float64
	}{
		{"accuracy", s.Sum(s.Told).Recall(), 72},
		{"of those where an act is found", s.Sum(s.Told).Precision(), 88},
		{"not looking at the words that tell of it", s.Sum(s.Alone).Recall(), 71},
		{"of all types", s.Every(s.Told).Recall(), 74},
	} {
		if t.Logf("%s: %.1f", c.figure, c.got); c.got < c.floor {
			t.Errorf("%s: %.1f, want at least %.1f", c.figure, c.got, c.floor)
		}
	}
	coded, err := score.ReadCoded(plover)
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range coded {
		if got := c.Told(actions(c.Text)); i%2 == 0 && score.IsAct(c.Type) && !score.Of(got, c.Type) {
			t.Logf("%d %s: found %q in %q", i, c.Type, got, c.Text)
		}
	}
}

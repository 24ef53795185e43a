package sample

import (
	"strings"
	"testing"

	"onrecord/extract"
	"onrecord/extract/score"
	"onrecord/extract/score/gold"
)

// TestFacts holds the times, amounts, events and positions that are read out
// of the story over floors: how many of gold are found, with what belongs to
// them, and how many of those found are in gold. With -v it prints all figures
// and what is missing, wrong or too much.
func TestFacts(t *testing.T) {
	var all gold.Scores
	for _, d := range Documents() {
		g, a := reading(t, d)
		f := extract.Facts(a)
		s := g.Score(a.Text, &f)
		t.Logf("%s:\n  %s", d.ID, strings.Join(s.Misses, "\n  "))
		all = all.Add(s)
	}
	t.Logf("the whole story:\n%v", all)
	for _, c := range []struct {
		figure    string
		count     score.Count
		right     int
		precision float64
	}{
		{"times", all.Times, 110, 98},
		{"values of times", all.Values, 109, 99},
		{"amounts", all.Amounts, 56, 100},
		{"units of amounts", all.Units, 39, 100},
		{"bounds of amounts", all.Bounds, 4, 100},
		{"what is measured by amounts", all.Of, 2, 66},
		{"places of amounts", all.AmountPlaces, 2, 100},
		{"speakers of amounts", all.Speakers, 21, 95},
		{"events", all.Events, 23, 100},
		{"mentions of events", all.Mentions, 25, 100},
		{"participants of events", all.Who, 15, 100},
		{"places of events", all.Where, 11, 91},
		{"times of events", all.When, 15, 100},
		{"statuses of events", all.Status, 23, 100},
		{"positions", all.Positions, 21, 95},
	} {
		if c.count.Right < c.right || c.count.Precision() < c.precision {
			t.Errorf("%d %s of the story are right, precision %.1f, want at least %d, %.1f", c.count.Right, c.figure, c.count.Precision(), c.right, c.precision)
		}
	}
}

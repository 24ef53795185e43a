package event_test

import (
	"errors"
	"io/fs"
	"testing"
	"time"

	"onrecord/extract"
	"onrecord/extract/article"
	"onrecord/extract/fact"
	"onrecord/extract/score"
	"onrecord/extract/text"
)

// TestScore holds the corpora's events to floors, in percent: just under what
// was measured when they were set, on documents with an even number, on which
// the rules were made, and with an odd one.
func TestScore(t *testing.T) {
	type floors struct{ precision, recall, kind, who, whoRecall, pairs float64 }
	for file, want := range map[string][2]floors{
		"meantime": {{95, 33, 95, 40, 90, 80}, {85, 40, 95, 45, 60, 0}},
		"plover":   {{75, 58, 95, 90, 65, 0}, {58, 45, 83, 90, 52, 0}},
	} {
		even, odd, err := score.Events("../../../shared/corpora/events/"+file+".jsonl", find)
		if errors.Is(err, fs.ErrNotExist) {
			t.Skipf("no corpus to measure on: %v", err)
		} else if err != nil {
			t.Fatal(err)
		}
		for i, c := range [...]score.EventCounts{even, odd} {
			for _, f := range []struct {
				figure     string
				got, floor float64
			}{
				{"precision of triggers", c.Trigger.Precision(), want[i].precision},
				{"recall of triggers", c.Trigger.Recall(), want[i].recall},
				{"kinds right", c.Kind.Precision(), want[i].kind},
				{"precision of who", c.Who.Precision(), want[i].who},
				{"recall of who", c.Who.Recall(), want[i].whoRecall},
				{"F1 of pairs", c.Pairs.F1(), want[i].pairs},
			} {
				if f.got < f.floor {
					t.Errorf("%s, %s documents: %s = %.1f, want at least %.1f", file, [...]string{"even", "odd"}[i], f.figure, f.got, f.floor)
				}
			}
		}
	}
}

func find(t *text.Text, published time.Time) ([]fact.Entity, []fact.Event) {
	found := extract.Facts(&article.Article{Text: t.String(), Published: published, Language: "en"})
	return found.Entities, found.Events
}

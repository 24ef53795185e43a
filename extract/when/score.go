package when

import (
	"time"

	"onrecord/extract/fact"
	"onrecord/extract/score"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// Score holds the times found in the documents of the file at path, TIMEX3 in
// JSON lines, against what is marked there.
func Score(path string) (score.TimeScores, error) { return score.Times(path, Read) }

// ScoreAsked holds the times found in the sentences of the file at path, those
// of Recognizers-Text, against what is marked there.
func ScoreAsked(path string) (score.AskedScore, error) { return score.AskedFile(path, Read) }

// Read is Find with the tags and arcs that the models give t.
func Read(t *text.Text, published time.Time) []fact.Time {
	tags := tag.Find(t)
	return Find(t, tags, tree.Find(t, tags), published)
}

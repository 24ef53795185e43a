package store

import (
	"context"
	"strings"
	"testing"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

func TestTold(t *testing.T) {
	for words, want := range map[string]string{
		"“The dam is safe,”":                 "The dam is safe,",
		"\"The dam is safe.\"":               "The dam is safe.",
		"''The dam is safe.''":               "The dam is safe.",
		"‘The workers’ dam is safe,’":        "The workers’ dam is safe,",
		"«The dam is safe»":                  "The dam is safe",
		"that the dam was “safe”":            "that the dam was “safe”",
		"“a long winter” for both, “or two”": "“a long winter” for both, “or two”",
		"“First this.\n\n“Then that.”":       "“First this.\n\n“Then that.”",
		"“They said ‘safe’ and left,”":       "They said ‘safe’ and left,",
		"“He said ‘no’”":                     "He said ‘no’",
		"“‘No’ is what he said”":             "‘No’ is what he said",
		"‘Never,’ he said, ‘ever’":           "‘Never,’ he said, ‘ever’",
		"“'Tis late”":                        "'Tis late",
		"”":                                  "”",
		"":                                   "",
	} {
		if got := told(words); got != want {
			t.Errorf("told(%q) = %q, want %q", words, got, want)
		}
	}
}

// An older reading left the marks out of what somebody says; where it has them
// they are the writer's, and the words drawn from it had them too.
func TestToldOfAnOlderReading(t *testing.T) {
	said := fact.Statement{Content: []text.Span{{Start: 0, End: len("“a scandal”")}}}
	for version, want := range map[int]string{2: "“a scandal”", 3: "a scandal"} {
		f := &ArticleFacts{text: "“a scandal”", Version: version}
		if got := f.Told(said); got != want {
			t.Errorf("of version %d Told = %q, want %q", version, got, want)
		}
	}
}

// TestQuotedWordsAreDrawnAsTold holds check to what Add draws, for readings of
// old and new versions.
func TestQuotedWordsAreDrawnAsTold(t *testing.T) {
	for version, want := range map[int]string{2: "“It floods.”", 3: "It floods."} {
		a := newArchive(t)
		x := harbour("“It floods.”")
		x.Version = version
		i := strings.Index(x.Article.Text, "“")
		x.Facts.Statements[0].Content = []text.Span{{Start: i, End: len(x.Article.Text)}}
		id := add(t, a, x)[0]
		whole(t, a)
		var got string
		err := a.View(context.Background(), func(tx *Tx) error {
			return tx.one(`SELECT words FROM statement WHERE article = ?`, []any{id}, &got)
		})
		if err != nil || got != want {
			t.Errorf("of version %d %q is drawn, %v, want %q", version, got, err, want)
		}
	}
}

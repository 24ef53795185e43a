package main

import (
	"path/filepath"
	"strings"
	"time"

	"onrecord/extract"
	"onrecord/extract/amount"
	"onrecord/extract/article"
	"onrecord/extract/fact"
	"onrecord/extract/name"
	"onrecord/extract/score"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
	"onrecord/extract/when"
)

// times measures time expressions and their values, the whole way. Recognizers'
// sentences, known by their name, have an own form.
func times(path string) ([]string, error) {
	if strings.HasPrefix(filepath.Base(path), "recognizers") {
		s, err := when.ScoreAsked(path)
		return s.Lines(), err
	}
	s, err := when.Score(path)
	return s.Lines(), err
}

// events measures events: in the documents with an even number, on which rules
// are made, and in those with an odd one.
func events(path string) ([]string, error) {
	even, odd, err := score.Events(path, func(t *text.Text, published time.Time) ([]fact.Entity, []fact.Event) {
		found := extract.Facts(&article.Article{Text: t.String(), Published: published, Language: "en"})
		return found.Entities, found.Events
	})
	var lines []string
	for i, c := range [...]score.EventCounts{even, odd} {
		lines = append(lines, [...]string{"even", "odd"}[i])
		for _, l := range c.Lines() {
			lines = append(lines, "  "+l)
		}
	}
	return lines, err
}

// amounts measures quantities in raw text: where they are, their values and
// their units.
func amounts(path string) ([]string, error) {
	s, err := score.Amounts(path, quantities)
	return s.Lines(), err
}

func quantities(t *text.Text) []fact.Amount {
	tags := tag.Find(t)
	arcs := tree.Find(t, tags)
	return amount.Find(t, tags, arcs, name.Find(t, tags), when.Find(t, tags, arcs, time.Time{}), nil)
}

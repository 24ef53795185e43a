package statement

import (
	"onrecord/extract/fact"
	"onrecord/extract/score"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// Score holds the outermost statements, joined, in the articles of the file at
// path, in PolNeAR's format, against what is marked there. Entities and times
// are not looked for.
func Score(path string) (score.AttributionScore, error) {
	return score.Attributions(path, func(t *text.Text) []score.Attribution {
		tags := tag.Find(t)
		return Attributions(Find(t, tags, tree.Find(t, tags), nil, nil))
	})
}

// Attributions is the outermost of statements, joined, as they are scored.
func Attributions(statements []fact.Statement) []score.Attribution {
	var all []score.Attribution
	for _, s := range Joined(fact.Facts{Statements: statements}).Statements {
		if s.Inside == 0 {
			all = append(all, score.Attribution{Source: s.Source, Cue: s.Cue, Content: s.Content, Type: string(s.Form)})
		}
	}
	return all
}

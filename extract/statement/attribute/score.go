package attribute

import (
	"onrecord/extract/score"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// Score holds what the embedded model finds in the articles of the file at
// path, in PolNeAR's format, against what is marked there.
func Score(path string) (score.AttributionScore, error) {
	return embedded().score(path, tree.Find)
}

func (m *Model) score(path string, parse parser) (score.AttributionScore, error) {
	return score.Attributions(path, func(t *text.Text) []score.Attribution {
		tags := tag.Find(t)
		var arcs []tree.Arc
		if parse != nil {
			arcs = parse(t, tags)
		}
		var all []score.Attribution
		for _, a := range m.Find(t, tags, arcs, Run{0, len(t.Tokens)}) {
			all = append(all, score.Attribution{Source: spans(t, a.Source), Cue: spans(t, a.Cue), Content: spans(t, a.Content)})
		}
		return all
	})
}

func spans(t *text.Text, runs []Run) []text.Span {
	var all []text.Span
	for _, r := range runs {
		all = append(all, t.Range(r.From, r.To))
	}
	return all
}

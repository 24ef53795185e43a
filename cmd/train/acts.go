package main

import (
	"fmt"

	"onrecord/extract"
	"onrecord/extract/article"
	"onrecord/extract/fact"
	"onrecord/extract/score"
)

// acts measures what sentences of PLOVER are taken to do: the share of those of
// an event type that is an act where the act found is of the type. Rules were
// made with a look at even lines; odd ones are only counted.
func acts(path string) ([]string, error) {
	var lines []string
	for _, half := range [...]struct {
		name string
		keep func(int) bool
	}{
		{"all", func(int) bool { return true }},
		{"even", func(i int) bool { return i%2 == 0 }},
		{"odd", func(i int) bool { return i%2 == 1 }},
	} {
		s, err := score.Acts(path, half.keep, actions)
		if err != nil {
			return nil, err
		}
		for _, t := range score.ActTypes() {
			lines = append(lines, fmt.Sprintf("%-4s  %-10s  %s", half.name, t, share(s.Told[t])))
		}
		told, alone := s.Sum(s.Told), s.Sum(s.Alone)
		every := s.Every(s.Told)
		lines = append(lines,
			fmt.Sprintf("%-4s  together    %s; of those where one is found %.1f", half.name, share(told), told.Precision()),
			fmt.Sprintf("%-4s  … without a look at the words that tell of it %s", half.name, share(alone)),
			fmt.Sprintf("%-4s  of all types, acts or not, %s", half.name, share(every)))
	}
	return lines, nil
}

func share(c score.Count) string { return fmt.Sprintf("%.1f (%d of %d)", c.Recall(), c.Right, c.Gold) }

// actions is what is found in a sentence that can be an act: the acts of
// positions and statements, surest first, and the kinds of events.
func actions(sentence string) []score.Action {
	found := extract.Facts(&article.Article{Text: sentence})
	var all []score.Action
	for _, p := range found.Positions {
		all = append(all, score.Action{What: string(p.Act), Span: p.Span})
	}
	for _, s := range found.Statements {
		for _, c := range s.Cue {
			if s.Negated {
				break // what it says it does not do
			}
			all = append(all, score.Action{What: string(s.Act), Span: c})
		}
	}
	for _, e := range found.Events {
		switch e.Status {
		case fact.Occurred:
			all = append(all, score.Action{What: string(e.Kind), Span: e.Span})
		case fact.Planned:
			all = append(all, score.Action{What: "planned_" + string(e.Kind), Span: e.Span})
		}
	}
	return all
}

package attribute

import (
	"onrecord/extract/learn"
	"onrecord/extract/score"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// An example is an article with its gold attributions in pieces.
type example struct {
	page   *page
	gold   []marked
	weight int // of a lesson: how often it is gone through; 0 for an article
}

// A marked is one gold attribution.
type marked struct {
	head  int
	parts [roles][]Run
}

// A parser gives the arcs of a text; nil stands for one that gives none.
type parser func(*text.Text, []tag.Tag) []tree.Arc

// read prepares articles for training.
func read(articles []score.Attributed, parse parser, p learn.Progress) []example {
	all := make([]example, len(articles))
	for i, a := range articles {
		t := text.Of(a.Text)
		tags := tag.Find(t)
		var arcs []tree.Arc
		if parse != nil {
			arcs = parse(t, tags)
		}
		all[i] = exampleOf(pageOf(t, tags, arcs, Run{0, len(t.Tokens)}), tags, a.Attributions)
		p.Report("reading articles", i+1, len(articles))
	}
	return all
}

// exampleOf reads attributions onto p; those with their cue in a quotation are
// left out.
func exampleOf(p *page, tags []tag.Tag, attributions []score.Attribution) example {
	e := example{page: p}
	for _, a := range attributions {
		cues := tokens(p.t, a.Cue)
		if len(cues) == 0 || len(a.Content) == 0 {
			continue
		}
		m := marked{head: p.piece(headOf(tags, cues[0]))}
		for r, spans := range [roles][]text.Span{a.Source, a.Cue, a.Content} {
			for _, s := range tokens(p.t, spans) {
				m.parts[r] = append(m.parts[r], p.inPieces(s))
			}
		}
		if !p.isQuotation(m.head) {
			e.gold = append(e.gold, m)
		}
	}
	return e
}

// tokens is spans in tokens.
func tokens(t *text.Text, spans []text.Span) []Run {
	var all []Run
	for _, s := range spans {
		r := Run{t.TokenAt(s.Start), t.TokenAt(s.End)}
		if r.To < len(t.Tokens) && t.Tokens[r.To].Start < s.End {
			r.To++
		}
		if r.From < r.To {
			all = append(all, r)
		}
	}
	return all
}

// headOf is the word by which a cue is known: its first verb, else its first
// noun or adjective, else its first word.
func headOf(tags []tag.Tag, r Run) int {
	other := -1
	for i := r.From; i < r.To; i++ {
		switch tags[i].UPOS() {
		case "VERB":
			return i
		case "NOUN", "ADJ":
			if other < 0 {
				other = i
			}
		}
	}
	return max(other, r.From)
}

// sketch is the labels that the first reading should give.
func (e *example) sketch() []label {
	gold := make([]label, len(e.page.pieces))
	put := func(runs []Run, y label) {
		for _, r := range runs {
			for i := r.From; i < r.To; i++ {
				gold[i] = y
			}
		}
	}
	for _, m := range e.gold {
		put(m.parts[source], ofSource)
	}
	for _, m := range e.gold {
		put(m.parts[content], ofContent)
	}
	for _, m := range e.gold {
		put(m.parts[cue], ofCue)
		gold[m.head] = headOfCue
	}
	return gold
}

// roles is the labels that the second reading should give in f for m; none
// where parts overlap.
func (m *marked) roles(f *frame) []label {
	path := make([]label, f.To-f.From)
	for k := range m.parts {
		for _, r := range m.parts[k] {
			if f.From <= r.From && r.To <= f.To {
				mark(path, r, role(k), f.From)
			}
		}
	}
	before := label(0)
	for _, l := range path {
		if !follows(int(before), int(l)) {
			return nil
		}
		before = l
	}
	if !before.closes() {
		return nil
	}
	return path
}

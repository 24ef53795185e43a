package web

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/text"
	"onrecord/store"
	"onrecord/web/view"
)

// A mark is what one fact, note or pinned passage lays over the text.
type mark struct {
	text.Span
	view.Mark
}

// marks is every mark on the article, by where it begins, longest first.
func (d *desk) marks(now string) []mark {
	f := d.facts
	var all []mark
	add := func(kind view.Kind, key, number string, places ...text.Span) {
		all = append(all, placed(places, view.Mark{Kind: kind, Key: key, State: viewState(f.State(key)), Now: key == now, Number: number, Own: store.IsAdded(key)})...)
	}
	for i, s := range f.Statements {
		add(view.Statement, f.Keys.Statements[i], strconv.Itoa(i+1), s.Content...)
	}
	for i, e := range f.Entities {
		add(view.Kind(e.Kind), f.Keys.Entities[i], "", namings(e)...)
	}
	for i, t := range f.Times {
		all = append(all, placed([]text.Span{t.Span}, view.Mark{
			Kind: view.Time, Key: f.Keys.Times[i], State: viewState(f.State(f.Keys.Times[i])), Now: f.Keys.Times[i] == now, Amiss: t.Conflict != ""})...)
	}
	for i, a := range f.Amounts {
		add(view.Amount, f.Keys.Amounts[i], "", a.Span)
	}
	for i, e := range f.Events {
		add(view.Event, f.Keys.Events[i], "", mentions(e)...)
	}
	for i, p := range f.Positions {
		add(view.Position, f.Keys.Positions[i], "", append([]text.Span{p.Span}, p.Topic...)...)
	}
	all = append(all, d.ownMarks(now)...)
	slices.SortStableFunc(all, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return all
}

// placed is the marks of one fact, one a place.
func placed(places []text.Span, as view.Mark) []mark {
	var all []mark
	for _, at := range places {
		if !at.Empty() {
			as.Begins = len(all) + 1
			all = append(all, mark{at, as})
		}
	}
	if len(all) > 0 {
		all[len(all)-1].Last = true
	}
	return all
}

// namings is where an entity is named, by its name or one that stands for it.
func namings(e fact.Entity) []text.Span {
	var places []text.Span
	for _, m := range e.Mentions {
		if m.How == fact.ByName || m.How == fact.ByAlias {
			places = append(places, m.Span)
		}
	}
	return places
}

// mentions is where an event is told of. A reading from before events had
// mentions has but the one place.
func mentions(e fact.Event) []text.Span {
	if len(e.Mentions) == 0 {
		return []text.Span{e.Span}
	}
	return e.Mentions
}

// ownMarks is the user's notes, tagged and pinned passages.
func (d *desk) ownMarks(now string) []mark {
	var all []mark
	for _, n := range d.notes {
		key := "note-" + strconv.FormatInt(n.ID, 10)
		if n.End > n.Start {
			all = append(all, mark{text.Span{Start: n.Start, End: n.End}, view.Mark{Kind: view.NoteMark, Key: key, Now: key == now}})
		}
	}
	for _, t := range d.tags {
		key := "tag-" + strconv.FormatInt(t.ID, 10)
		if t.End > t.Start {
			all = append(all, mark{text.Span{Start: t.Start, End: t.End}, view.Mark{Kind: view.TagMark, Key: key, Now: key == now}})
		}
	}
	for _, e := range d.evidence {
		key := "evidence-" + strconv.FormatInt(e.ID, 10)
		if e.End <= e.Start { // the whole article
			continue
		}
		all = append(all, mark{text.Span{Start: e.Start, End: e.End}, view.Mark{Kind: view.EvidenceMark, Key: key, Now: key == now}})
	}
	return all
}

// paragraphs cuts the text into paragraphs of segments that lie under the same
// marks, which are sorted by where they begin.
func paragraphs(s string, marks []mark) []view.Paragraph {
	points := text.PointsOf(s)
	var all []view.Paragraph
	var open []mark // that began before and may reach into what follows
	for start := 0; start < len(s); {
		end := start + strings.Index(s[start:]+"\n\n", "\n\n")
		for len(marks) > 0 && marks[0].Start < end {
			open, marks = append(open, marks[0]), marks[1:]
		}
		open = slices.DeleteFunc(open, func(m mark) bool { return m.End <= start })
		if end > start {
			all = append(all, view.Paragraph{Start: points.At(start), Segments: segments(s, text.Span{Start: start, End: end}, open)})
		}
		start = end + len("\n\n")
	}
	return all
}

// segments cuts one paragraph at every edge of a mark.
func segments(s string, in text.Span, marks []mark) []view.Segment {
	edges := []int{in.Start, in.End}
	for _, m := range marks {
		for _, e := range []int{m.Start, m.End} {
			if e > in.Start && e < in.End {
				edges = append(edges, e)
			}
		}
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	all := make([]view.Segment, 0, len(edges)-1)
	var open []mark
	for i := range edges[1:] {
		at := text.Span{Start: edges[i], End: edges[i+1]}
		for len(marks) > 0 && marks[0].Start <= at.Start {
			open, marks = append(open, marks[0]), marks[1:]
		}
		open = slices.DeleteFunc(open, func(m mark) bool { return m.End <= at.Start })
		seg := view.Segment{Text: s[at.Start:at.End]}
		for _, m := range open {
			v := m.Mark
			v.Last = m.Last && m.End == at.End
			if m.Start != at.Start {
				v.Begins = 0
			}
			seg.Marks = append(seg.Marks, v)
		}
		all = append(all, seg)
	}
	return all
}

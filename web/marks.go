package web

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/text"
	"onrecord/web/view"
)

// A mark is what one fact, note or pinned passage lays over the text.
type mark struct {
	text.Span
	view.Mark
}

// marks is every mark on the article, by where it begins, longest first.
func (d *desk) marks(now string) []mark {
	var all []mark
	add := func(s text.Span, kind view.Kind, key, number string) {
		if s.Empty() {
			return
		}
		all = append(all, mark{s, view.Mark{Kind: kind, Key: key, State: viewState(d.facts.State(key)), Now: key == now, Number: number}})
	}
	f := d.facts
	for i, s := range f.Statements {
		for _, part := range s.Content {
			add(part, view.Statement, f.Keys.Statements[i], strconv.Itoa(i+1))
		}
	}
	for i, e := range f.Entities {
		for _, m := range e.Mentions {
			if m.How == fact.ByName || m.How == fact.ByAlias {
				add(m.Span, view.Kind(e.Kind), f.Keys.Entities[i], "")
			}
		}
	}
	for i, t := range f.Times {
		add(t.Span, view.Time, f.Keys.Times[i], "")
	}
	for i, a := range f.Amounts {
		add(a.Span, view.Amount, f.Keys.Amounts[i], "")
	}
	for i, e := range f.Events {
		add(e.Span, view.Event, f.Keys.Events[i], "")
	}
	all = append(all, d.ownMarks(now)...)
	slices.SortStableFunc(all, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return bounded(all)
}

// bounded says of every mark whether it is the first or last of its fact.
func bounded(all []mark) []mark {
	last := map[string]int{}
	for i := range all {
		_, before := last[all[i].Key]
		all[i].First = !before
		last[all[i].Key] = i
	}
	for _, i := range last {
		all[i].Last = true
	}
	return all
}

// ownMarks is the user's notes and pinned passages.
func (d *desk) ownMarks(now string) []mark {
	var all []mark
	for _, n := range d.notes {
		key := "note-" + strconv.FormatInt(n.ID, 10)
		if n.End > n.Start {
			all = append(all, mark{text.Span{Start: n.Start, End: n.End}, view.Mark{Kind: view.NoteMark, Key: key, Now: key == now}})
		}
	}
	for _, e := range d.evidence {
		key := "evidence-" + strconv.FormatInt(e.ID, 10)
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
			v.First, v.Last = m.First && m.Start == at.Start, m.Last && m.End == at.End
			seg.Marks = append(seg.Marks, v)
		}
		all = append(all, seg)
	}
	return all
}

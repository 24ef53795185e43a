package web

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/extract/fact"
	"onrecord/web/calendar"
	"onrecord/web/view"
)

// fewLines is the most happenings in a window that the chart names one by one;
// of more it gives the numbers.
const fewLines = 20

// A row is the happenings of one kind, by where in the window they lie.
type row struct {
	kind           string
	earlier, later int
	at             [][]happening // of each bin
	long           []happening   // of more than one bin
	wide           int           // whose time is longer than the window
}

// sort puts the happenings into rows by kind, in the order of fact.EventKinds.
// Kinds without any are left out.
func (t *timeline) sort() {
	by := map[string]*row{}
	for _, h := range t.all {
		kind := h.Told[0].Kind
		x := by[kind]
		if x == nil {
			x = &row{kind: kind, at: make([][]happening, len(t.bins))}
			by[kind] = x
			t.rows = append(t.rows, x)
		}
		if h.dated {
			t.place(x, h)
		} else {
			t.undated++
		}
	}
	order := func(r *row) int {
		i := slices.Index(fact.EventKinds[:], fact.EventKind(r.kind))
		if i < 0 {
			return len(fact.EventKinds)
		}
		return i
	}
	slices.SortFunc(t.rows, func(a, b *row) int { return cmp.Or(order(a)-order(b), cmp.Compare(a.kind, b.kind)) })
}

// place puts a happening where it belongs in the row of its kind.
func (t *timeline) place(x *row, h happening) {
	i, j := calendar.Find(t.bins, h.First), calendar.Find(t.bins, h.Last)
	switch {
	case h.Last < t.window.First:
		x.earlier++
	case h.First > t.window.Last:
		x.later++
	case h.Span.Holds(t.window):
		x.wide++
	case i == j:
		x.at[i] = append(x.at[i], h)
		t.inside++
	default:
		x.long = append(x.long, h)
		t.inside++
	}
}

// few reports whether the chart names each happening.
func (t *timeline) few() bool { return t.inside <= fewLines }

// wanted is the events whose words are needed: those of a list, and those that
// the chart names.
func (t *timeline) wanted(s *selection) []int64 {
	ids := s.events()
	t.listed = make(map[int64]bool, len(ids))
	for _, id := range ids {
		t.listed[id] = true
	}
	for _, x := range t.rows {
		for _, h := range x.inside() {
			if id := h.Told[0].ID; t.few() && !t.listed[id] {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// inside is the happenings of a row that have a place in the window, by day.
func (x *row) inside() []happening {
	all := slices.Clone(x.long)
	for _, here := range x.at {
		all = append(all, here...)
	}
	slices.SortStableFunc(all, byDay)
	return all
}

// kindRow is the row of a kind: its numbers and bars, or named, each happening
// on a line of its own.
func (t *timeline) kindRow(x *row) view.ChartRow {
	r := view.ChartRow{Kind: kindWords(x.kind)}
	if x.earlier > 0 {
		before := calendar.Span{First: calendar.Earliest, Last: t.window.First - 1}
		r.Before = view.ChartCell{N: x.earlier, Words: plural(x.earlier, x.kind, many(x.kind)) + " earlier", Href: t.narrowed("kind", x.kind, "days", before.String())}
	}
	if x.later > 0 {
		after := calendar.Span{First: t.window.Last + 1, Last: calendar.Latest}
		r.After = view.ChartCell{N: x.later, Words: plural(x.later, x.kind, many(x.kind)) + " later", Href: t.narrowed("kind", x.kind, "days", after.String())}
	}
	if t.few() {
		r.Lanes = t.lines(x)
	} else {
		r.Lanes = append([][]view.ChartCell{t.numbers(x)}, t.bars(x)...)
	}
	if len(r.Lanes) == 0 {
		r.Lanes = [][]view.ChartCell{{{Span: len(t.bins)}}}
	}
	return r
}

// narrowed is the address of this window with its list narrowed.
func (t *timeline) narrowed(narrow ...string) string { return t.ask.href(t.here(), narrow...) }

// kindWords is a kind as the head of its row: "Meetings".
func kindWords(kind string) string {
	words := many(kind)
	return strings.ToUpper(words[:1]) + words[1:]
}

// many is a kind of event or a unit of time in the plural.
func many(kind string) string {
	if stem, ok := strings.CutSuffix(kind, "y"); ok && !strings.HasSuffix(kind, "ay") {
		return stem + "ies"
	}
	return kind + "s"
}

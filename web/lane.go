package web

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"onrecord/extract/fact"
	"onrecord/store"
	"onrecord/web/calendar"
	"onrecord/web/view"
)

// statuses is every status in the order in which it is shown.
var statuses = [...]fact.Status{fact.Occurred, fact.Planned, fact.Possible, fact.Denied}

// numbers is how many happenings of a kind each bin has, by status.
func (t *timeline) numbers(x *row) []view.ChartCell {
	var lane []view.ChartCell
	for i, here := range x.at {
		c := view.ChartCell{Span: 1}
		if len(here) > 0 {
			c.Href = t.narrowed("kind", x.kind, "days", t.bins[i].String())
			c.Marks = marks(here)
			c.Words = plural(len(here), x.kind, many(x.kind)) + ", " + t.bins[i].Name() + statusWords(c.Marks)
		}
		lane = append(lane, c)
	}
	return lane
}

// marks is one mark for each status that happenings have.
func marks(all []happening) []view.StatusMark {
	n := map[string]int{}
	for _, h := range all {
		n[h.Told[0].Status]++
	}
	var marks []view.StatusMark
	for _, s := range statuses {
		if n := n[string(s)]; n > 0 {
			marks = append(marks, view.StatusMark{Status: string(s), N: n, Size: magnitude(n)})
		}
	}
	return marks
}

// magnitude is how large a mark for n is, from 1 to 5: doubling the number is
// a step.
func magnitude(n int) int {
	size := 1
	for ; n > 1 && size < 5; n /= 2 {
		size++
	}
	return size
}

// statusWords tells the statuses of marks, where it is not that all occurred.
func statusWords(marks []view.StatusMark) string {
	if len(marks) == 1 && marks[0].Status == string(fact.Occurred) {
		return ""
	}
	var parts []string
	for _, m := range marks {
		parts = append(parts, thousands(m.N)+" "+m.Status)
	}
	return ": " + strings.Join(parts, ", ")
}

// A bar is the happenings of one span that is longer than a bin.
type bar struct {
	from, to int // bins, both included
	value    string
	all      []happening
}

// bars is the happenings of a row that no single bin holds, each span on the
// first line that has room. Since two months never overlap, nor two years, the
// lines are few.
func (t *timeline) bars(x *row) [][]view.ChartCell {
	var all []bar
	for _, h := range x.long {
		i, j := max(calendar.Find(t.bins, h.First), 0), min(calendar.Find(t.bins, h.Last), len(t.bins)-1)
		value := h.Told[0].Value
		if at := slices.IndexFunc(all, func(b bar) bool { return b.value == value }); at >= 0 {
			all[at].all = append(all[at].all, h)
			continue
		}
		all = append(all, bar{i, j, value, []happening{h}})
	}
	slices.SortStableFunc(all, func(a, b bar) int { return cmp.Or(a.from-b.from, b.to-a.to) })
	var lanes [][]view.ChartCell
	var ends []int // how far each line is filled
	for _, b := range all {
		at := slices.IndexFunc(ends, func(end int) bool { return end <= b.from })
		if at < 0 {
			at, ends, lanes = len(ends), append(ends, 0), append(lanes, nil)
		}
		if gap := b.from - ends[at]; gap > 0 {
			lanes[at] = append(lanes[at], view.ChartCell{Span: gap})
		}
		lanes[at], ends[at] = append(lanes[at], t.bar(x.kind, b)), b.to+1
	}
	for i, end := range ends {
		if end < len(t.bins) {
			lanes[i] = append(lanes[i], view.ChartCell{Span: len(t.bins) - end})
		}
	}
	return lanes
}

// hasRoom reports whether words, beside so many marks, find room in a cell of
// so many bins, by what a screen 1280 pixels wide has.
func (t *timeline) hasRoom(span int, words string, marks int) bool {
	const chart, letter, mark = 980, 7, 26 // pixels
	return span*chart/len(t.bins) >= letter*len(words)+mark*marks
}

// bar is the cell of a bar, with its words where they find room.
func (t *timeline) bar(kind string, b bar) view.ChartCell {
	c := view.ChartCell{Span: b.to - b.from + 1, Marks: marks(b.all), Bar: true, Href: t.narrowed("kind", kind, "value", b.value)}
	c.Words = plural(len(b.all), kind, many(kind)) + ", some day in " + b.all[0].Name() + statusWords(c.Marks)
	if name := b.all[0].Name(); t.hasRoom(c.Span, name, 1+len(c.Marks)) {
		c.Label = name
	}
	return c
}

// lines is the happenings of a row, each on a line of its own with its words
// on the side that has more room.
func (t *timeline) lines(x *row) [][]view.ChartCell {
	var lanes [][]view.ChartCell
	for _, h := range x.inside() {
		i, j := max(calendar.Find(t.bins, h.First), 0), min(calendar.Find(t.bins, h.Last), len(t.bins)-1)
		mark := view.ChartCell{Span: j - i + 1, Bar: i < j, Marks: marks([]happening{h})}
		label := view.ChartCell{Label: t.title(h), Href: t.entryAddress(h), Status: h.Told[0].Status}
		before, after := view.ChartCell{Span: i}, view.ChartCell{Span: len(t.bins) - 1 - j}
		if before.Span > after.Span {
			label.Span, label.Before = before.Span, true
			before = label
		} else {
			label.Span = after.Span
			after = label
		}
		if label.Span == 0 { // the mark takes all the room there is
			mark.Label, mark.Href = label.Label, label.Href
		}
		lane := slices.DeleteFunc([]view.ChartCell{before, mark, after}, func(c view.ChartCell) bool { return c.Span == 0 })
		lanes = append(lanes, lane)
	}
	return lanes
}

// entryAddress leads to the entry of a happening, or where it has none to its
// words in the article.
func (t *timeline) entryAddress(h happening) string {
	if e := h.Told[0]; !t.listed[e.ID] {
		return statementHref(e.Article, t.told[e.ID].Key)
	}
	return "#" + anchor(h)
}

// title is a happening in one line: its word, who, where and when.
func (t *timeline) title(h happening) string {
	e := h.Told[0]
	var who []string
	for _, id := range e.Who[:min(len(e.Who), 3)] {
		who = append(who, t.found.Names[id].Name)
	}
	if len(e.Who) > 3 {
		who = append(who, "…")
	}
	_, word, _ := strings.Cut(t.told[e.ID].Line, store.Mark)
	word, _, _ = strings.Cut(word, store.Unmark)
	return joined(" · ", word, strings.Join(who, ", "), t.found.Names[e.Place].Name, h.day(), unsure(e.Status))
}

// day is when a happening was, in words.
func (h *happening) day() string {
	switch {
	case !h.dated:
		return ""
	case h.First == h.Last:
		return dayWord(h.First.String())
	}
	return h.Name()
}

// unsure is a status in a word, "" for what occurred.
func unsure(status string) string {
	if status == string(fact.Occurred) {
		return ""
	}
	return status
}

// anchor is where the list below the chart has a happening.
func anchor(h happening) string { return "e-" + strconv.FormatInt(h.Told[0].ID, 10) }

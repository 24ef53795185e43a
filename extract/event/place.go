package event

import (
	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// where is the place of the event of g: the nearest after it that "in" or
// "at" opens, "of" for what a territorial change happens to; else the nearest
// before it among its own words. Of "Graz, Austria" it is the first.
func (r *reader) where(g trigger, s text.Sentence, near [2]int) int {
	if id := r.placeIn(g, g.at+1, min(s.Last, g.at+reach)); id != 0 {
		return id
	}
	for i := g.at - 1; i >= max(near[0], g.at-reach); i-- {
		if id := r.placeAt(i, g); id != 0 {
			return id
		}
	}
	return 0
}

// reach is how many words from its trigger a part of an event can stand.
const reach = 45

// placeIn is the first place that tokens [from, to) say the event of g was in.
func (r *reader) placeIn(g trigger, from, to int) int {
	for i := from; i < to; i++ {
		if id := r.placeAt(i, g); id != 0 {
			return id
		}
	}
	return 0
}

// placeAt is the place whose mention starts at token i after a preposition
// that says where; 0 when there is none.
func (r *reader) placeAt(i int, g trigger) int {
	m := r.mentionAt(i)
	if m == nil || m.first != i || m.entity.Kind != fact.Place || r.t.Word(m.last) == "-" {
		return 0
	}
	before := r.t.Lower(i - 1)
	if before == "the" {
		before = r.t.Lower(i - 2)
	}
	object := g.word.kind == "territorial change" && (before == "of" || i == g.at+1) || g.word.kind == "visit" && i == g.at+1
	if locatives[before] && !(before == "to" && g.word.kind != "visit") || object {
		return m.entity.ID
	}
	return 0
}

// when is the value of the date nearest to g in its sentence, those among its
// own words first.
func (r *reader) when(g trigger, s text.Sentence, near [2]int) string {
	best, value := 2*reach, ""
	for i := max(s.First, g.at-reach); i < min(s.Last, g.at+reach); i++ {
		if r.time[i] == 0 {
			continue
		}
		x := r.times[r.time[i]-1]
		if x.Type != fact.Date && x.Type != fact.Clock || len(x.Value) < 4 || x.Value[0] < '0' || x.Value[0] > '9' {
			continue
		}
		if bounds[r.t.Lower(i-1)] && (i == 0 || r.time[i-1] != r.time[i]) || r.time[max(0, i-1)] == r.time[i] && i > 0 {
			continue // a limit, or not the expression's first word
		}
		d := i - g.at
		if d < 0 {
			d = -d
		}
		if i < near[0] || i >= near[1] {
			d += reach / 2
		}
		if d < best {
			best, value = d, x.Value
		}
	}
	return value
}

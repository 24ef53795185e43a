package web

import (
	"cmp"
	"strings"

	"onrecord/extract/fact"
	"onrecord/web/view"
)

// timeCard is what the words of a time mean, and how that was told.
func (d *desk) timeCard(i int) view.Card {
	t, key := d.facts.Times[i], d.facts.Keys.Times[i]
	words, means := d.article.Text[t.Span.Start:t.Span.End], meaning(t)
	return view.Card{Key: key, Kind: view.Time, Who: view.Link{Text: words}, Place: view.InText(key, 1), Reads: plainly(means),
		Conflict: t.Conflict, Why: cmp.Or(t.Reason, t.Rule), Sure: sure(t.Confidence), Summary: words + " → " + means}
}

// timeNotes is the notes beside the words of times that were not rejected.
func (d *desk) timeNotes() []view.TimeNote {
	var notes []view.TimeNote
	for i, t := range d.facts.Times {
		if key := d.facts.Keys.Times[i]; viewState(d.facts.State(key)) != view.Rejected {
			notes = append(notes, view.TimeNote{Key: key, Words: d.article.Text[t.Span.Start:t.Span.End], Means: meaning(t),
				Reason: cmp.Or(t.Reason, t.Rule), Conflict: t.Conflict})
		}
	}
	return notes
}

// meaning is the value of a time in words.
func meaning(t fact.Time) string {
	if t.Type == fact.Set {
		return repeated(t.Value)
	}
	return value(t.Value)
}

func (d *desk) timeForm(t fact.Time) view.Form {
	return view.Form{Hidden: d.ends(t.Span), Fields: []view.Field{d.wordsField("words", "Words in the text", t.Span, 1), {
		Name: "value", Label: "Value", Value: t.Value, Day: true,
		Help: "A day as 2022-01-12, a month as 2022-01, a week as 2022-W02, a length as P3D, every Friday as XXXX-WXX-5.",
	}}}
}

// byHand is the reason of a time whose value the user gave.
const byHand = "you put it so"

// editedTime is t with the value of the form. How the program had come to its
// own value, and what it made of it, is not said of another.
func editedTime(t fact.Time, f form) (fact.Time, error) {
	if v := f.get("value"); v != t.Value {
		t.Value, t.Reason, t.Conflict = v, byHand, ""
		t.Type = timeType(v)
	}
	var err error
	if f.has("words") {
		t.Span, err = f.words("words", t.Span)
	}
	return t, cmp.Or(err, timex(t.Value))
}

// timeType is the type of a time with a value that the user gave.
func timeType(v string) fact.TimeType {
	switch {
	case strings.HasPrefix(v, "P") && !strings.Contains(v, "_"):
		return fact.Duration
	case strings.HasPrefix(v, "XXXX-"):
		return fact.Set
	case strings.Contains(v, "T") && !strings.Contains(v, "_"):
		return fact.Clock
	}
	return fact.Date
}

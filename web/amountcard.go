package web

import (
	"math"
	"strconv"
	"strings"

	"onrecord/extract/fact"
	"onrecord/web/view"
)

// amountCard says how much of what, where the words themselves do not, in which
// place, and on whose word.
func (d *desk) amountCard(i int) view.Card {
	a, key := d.facts.Amounts[i], d.facts.Keys.Amounts[i]
	words := d.article.Text[a.Span.Start:a.Span.End]
	c := view.Card{Key: key, Kind: view.Amount, Who: view.Link{Text: words}, Place: view.InText(key, 1),
		Why: "it reads as “" + a.Rule + "”", Sure: sure(a.Confidence), Summary: words + " → " + quantity(a)}
	if !strings.EqualFold(words, quantity(a)) {
		c.Reads = plainly(quantity(a) + " — ")
	}
	if where := d.who(a.Where); where.Text != "" {
		c.Reads = append(c.Reads, view.Link{Text: "in "}, where, view.Link{Text: " — "})
	}
	c.Reads = append(c.Reads, d.teller(a.Statement)...)
	return c
}

// quantity is an amount in figures and words: "about 100,000 troops", "between
// 80 and 100 lorries", "at least 60 percent of voters".
func quantity(a fact.Amount) string {
	about := ""
	if a.Approximate {
		about = "about "
	}
	n := ""
	switch {
	case a.Low != nil && a.High != nil && *a.Low != *a.High:
		n = "between " + about + figure(*a.Low) + " and " + figure(*a.High)
	case a.Low != nil && a.High == nil:
		n = "at least " + about + figure(*a.Low)
	case a.High != nil && a.Low == nil:
		n = "at most " + about + figure(*a.High)
	case a.Value != nil:
		n = about + figure(*a.Value)
	case a.Low != nil:
		n = about + figure(*a.Low)
	}
	return joined(" of ", joined(" ", n, a.Unit), a.Of)
}

// figure is a number with commas, and as many digits as a reader needs.
func figure(v float64) string {
	if v == math.Trunc(v) && math.Abs(v) < 1e15 {
		return thousands(int(v))
	}
	return strconv.FormatFloat(v, 'g', 6, 64)
}

func (d *desk) amountForm(a fact.Amount) view.Form {
	return view.Form{Hidden: d.ends(a.Span), Fields: []view.Field{
		d.wordsField("words", "Words in the text", a.Span, 1),
		{Name: "value", Label: "Number", Value: figures(a.Value), Help: "In figures, such as 100000; empty when only a bound is given."},
		{Name: "low", Label: "At least", Value: figures(a.Low)},
		{Name: "high", Label: "At most", Value: figures(a.High)},
		{Name: "about", Label: "About so many", Control: view.Checkbox, Checked: a.Approximate},
		{Name: "unit", Label: "What is counted, or the measure", Value: a.Unit, Help: "Such as troops, percent, USD."},
		{Name: "of", Label: "Of what", Value: a.Of, Help: "What the measure is of, such as voters for 60 percent of voters."},
		{Name: "where", Label: "Where", Control: view.Choice, Options: d.entityOptions(a.Where, "not said", isPlace)},
	}}
}

// figures is a number as a form has it.
func figures(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

// editedAmount is a with what the form says.
func editedAmount(a fact.Amount, f form) (fact.Amount, error) {
	var err error
	for _, n := range [...]struct {
		name string
		to   **float64
	}{{"value", &a.Value}, {"low", &a.Low}, {"high", &a.High}} {
		if *n.to, err = number(f.get(n.name)); err != nil {
			return a, err
		}
	}
	a.Approximate, a.Unit, a.Of = f.has("about"), f.get("unit"), f.get("of")
	if a.Where, err = f.entity("where"); err != nil {
		return a, err
	}
	if f.has("words") {
		if a.Span, err = f.words("words", a.Span); err != nil {
			return a, err
		}
	}
	low, high := bound(a.Low, math.Inf(-1)), bound(a.High, math.Inf(1))
	switch {
	case a.Value == nil && a.Low == nil && a.High == nil:
		return a, invalid("write a number, or the least or the most that it can be")
	case low > high:
		return a, invalid("“at least” is more than “at most”; the smaller number goes first")
	case a.Value != nil && (*a.Value < low || *a.Value > high):
		return a, invalid("the number is not between its bounds; change it, or empty “at least” and “at most”")
	}
	return a, nil
}

// number is what the user wrote in figures, nil for nothing.
func number(s string) (*float64, error) {
	if s == "" {
		return nil, nil
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return nil, invalid("a number is written in figures, such as 100000")
	}
	return &v, nil
}

// bound is what v points to, or none.
func bound(v *float64, none float64) float64 {
	if v == nil {
		return none
	}
	return *v
}

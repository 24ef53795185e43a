package gold

import (
	"fmt"
	"math"
	"slices"

	"onrecord/extract/fact"
	"onrecord/extract/score"
)

// amounts pairs the amounts by their place and value.
func (s *scorer) amounts() {
	want, found := s.gold.Amounts, s.found.Amounts
	of, extra := pairs(len(want), len(found), func(g int) bool { return want[g].Optional }, func(g, i int) int {
		at, _ := place(s.raw, want[g].Text, want[g].Occurrence)
		if !at.Overlaps(found[i].Span) || want[g].Value != nil && !same(want[g].Value, found[i].Value) {
			return 0
		}
		return 1
	})
	for g, i := range of {
		w := &want[g]
		if w.Optional {
			continue
		}
		s.Amounts.Gold++
		if i < 0 {
			s.owedOf(w)
			s.missf("no amount %q", w.Text)
			continue
		}
		s.Amounts.Right++
		s.Amounts.Found++
		s.amount(w, &found[i])
	}
	for _, i := range extra {
		s.Amounts.Found++
		s.missf("extra amount %s is %s %s", s.around(found[i].Span), number(found[i].Value), found[i].Unit)
	}
}

// owedOf counts the parts of an amount that was missed.
func (s *scorer) owedOf(w *Amount) {
	owed(&s.Units, w.Unit)
	owed(&s.Of, w.Of)
	owed(&s.AmountPlaces, w.Where)
	owed(&s.Speakers, w.Speaker)
	if w.Low != nil || w.High != nil {
		s.Bounds.Gold++
	}
	if w.Approximate != nil {
		s.Approximate.Gold++
	}
}

// amount grades what belongs to the amount a, which is w of gold.
func (s *scorer) amount(w *Amount, a *fact.Amount) {
	about := "amount " + s.around(a.Span)
	if w.Unit != nil {
		s.gradeUnit(w.Unit, a.Unit, about)
	}
	of := slices.ContainsFunc(w.Of, func(o string) bool { return o != "" && Likeness(o, a.Of) >= half })
	s.grade(&s.Of, w.Of, a.Of != "", of, fmt.Sprintf("%s is of %q", about, a.Of))
	s.gradeEntity(&s.AmountPlaces, w.Where, a.Where, about+" is at")
	if w.Speaker != nil {
		s.gradeEntity(&s.Speakers, w.Speaker, s.speaker(a.Statement), about+" is given by")
	}
	if w.Low != nil || w.High != nil {
		s.gradeIf(&s.Bounds, same(w.Low, a.Low) && same(w.High, a.High), fmt.Sprintf("%s is from %s to %s", about, number(a.Low), number(a.High)))
	}
	if w.Approximate != nil {
		s.gradeIf(&s.Approximate, *w.Approximate == a.Approximate, fmt.Sprintf("%s is approximate: %t", about, a.Approximate))
	}
}

// gradeUnit grades a unit. That an amount counts nothing is an answer, too.
func (s *scorer) gradeUnit(want Answers, got, about string) {
	if got == "" && slices.Contains(want, "") {
		return
	}
	s.gradeWord(&s.Units, want, got, about+" is in")
}

// gradeIf counts a part that every fact has.
func (s *scorer) gradeIf(c *score.Count, right bool, what string) {
	c.Gold++
	c.Found++
	if right {
		c.Right++
	} else {
		s.missf("%s, which is wrong", what)
	}
}

// speaker is the entity that says the statement id, 0 when nobody known does.
func (s *scorer) speaker(id int) int {
	for _, x := range s.found.Statements {
		if x.ID == id {
			return x.Speaker
		}
	}
	return 0
}

// same reports whether two numbers are the same but for what writing a
// fraction with three decimals leaves out.
func same(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return math.Abs(*a-*b) <= math.Abs(*a)/500
}

func number(f *float64) string {
	if f == nil {
		return "nothing"
	}
	return fmt.Sprintf("%g", *f)
}

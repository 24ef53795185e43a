package store

import (
	"context"
	"errors"
	"testing"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// What is taken back or done again never leaves something hanging on what is
// not there: the deed is refused, and the archive stays whole.
func TestNothingHangsInTheAir(t *testing.T) {
	ctx := context.Background()
	claims := func(t *testing.T, a *Archive) (one, two int64) {
		made := func(words string) int64 {
			return do(t, a, func(d *Deed) error { _, err := d.SaveClaim(Claim{Words: words}); return err })
		}
		return made("The harbour closes."), made("The harbour stays open.")
	}
	tie := func(t *testing.T, a *Archive, one, two int64) int64 {
		return do(t, a, func(d *Deed) error {
			return d.SaveTie(Tie{From: ClaimEnd(one), Relation: "contradicts", To: ClaimEnd(two)})
		})
	}
	added := func(t *testing.T, a *Archive, article int64) (key string) {
		do(t, a, func(d *Deed) (err error) {
			key, err = d.AddFact(article, fact.Statement{Content: []text.Span{{Start: 0, End: 9}}, Act: fact.State, Form: fact.Direct})
			return err
		})
		return key
	}
	for _, c := range []struct {
		name string
		do   func(t *testing.T, a *Archive, article int64) error
	}{
		{"the making of a claim is taken back that is linked since", func(t *testing.T, a *Archive, _ int64) error {
			one, two := claims(t, a)
			tie(t, a, one, two)
			_, err := a.Undo(ctx, "", two)
			return err
		}},
		{"a link is done again to a claim that is gone since", func(t *testing.T, a *Archive, _ int64) error {
			one, two := claims(t, a)
			seq := tie(t, a, one, two)
			undo(t, a, seq)
			do(t, a, func(d *Deed) error { return d.RemoveClaim(two) })
			_, err := a.Redo(ctx, "", seq)
			return err
		}},
		{"a statement is linked again that was taken away since", func(t *testing.T, a *Archive, article int64) error {
			one, _ := claims(t, a)
			key := added(t, a, article)
			seq := do(t, a, func(d *Deed) error { return d.SaveLink(one, article, key, "same") })
			undo(t, a, seq)
			do(t, a, func(d *Deed) error { return d.DropFact(article, key) })
			_, err := a.Redo(ctx, "", seq)
			return err
		}},
		{"a decision is done again on a fact that was taken away since", func(t *testing.T, a *Archive, article int64) error {
			key := added(t, a, article)
			seq := do(t, a, func(d *Deed) error { return d.Decide(article, key, Rejected, nil) })
			undo(t, a, seq)
			do(t, a, func(d *Deed) error { return d.DropFact(article, key) })
			_, err := a.Redo(ctx, "", seq)
			return err
		}},
		{"a second story of a name comes back", func(t *testing.T, a *Archive, _ int64) error {
			story := func() int64 {
				return do(t, a, func(d *Deed) error { _, err := d.SaveStory(Story{Name: "Harbour"}); return err })
			}
			seq := story()
			undo(t, a, seq)
			story()
			_, err := a.Redo(ctx, "", seq)
			return err
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := newArchive(t)
			article := add(t, a, harbour(""))[0]
			if err := c.do(t, a, article); !errors.Is(err, ErrInvalid) && !errors.Is(err, ErrStale) {
				t.Errorf("it ends with %v, want it refused", err)
			}
			whole(t, a)
		})
	}
}

// What a claim was said not to be goes with the statement it was said of.
func TestDropFactTakesRefusals(t *testing.T) {
	a := newArchive(t)
	article := add(t, a, harbour(""))[0]
	claim := do(t, a, func(d *Deed) error { _, err := d.SaveClaim(Claim{Words: "The harbour closes."}); return err })
	var key string
	do(t, a, func(d *Deed) (err error) {
		key, err = d.AddFact(article, fact.Statement{Content: []text.Span{{Start: 0, End: 9}}, Act: fact.State, Form: fact.Direct})
		return err
	})
	do(t, a, func(d *Deed) error { return d.Refuse(claim, article, key) })
	do(t, a, func(d *Deed) error { return d.DropFact(article, key) })
	if all := see(t, a, func(tx *Tx) ([]Refusal, error) { return tx.Refusals(claim, 9) }); len(all) != 0 {
		t.Errorf("Refusals = %+v, want none", all)
	}
	whole(t, a)
}

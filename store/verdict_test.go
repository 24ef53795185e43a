package store

import (
	"context"
	"errors"
	"slices"
	"testing"
)

// wordsOfVerdicts is the list by its words.
func wordsOfVerdicts(t *testing.T, a *Archive) []string {
	t.Helper()
	var words []string
	for _, v := range see(t, a, (*Tx).Verdicts) {
		words = append(words, v.Words)
	}
	return words
}

func TestTheListOfVerdictsIsTheUsers(t *testing.T) {
	a := newArchive(t)
	claim := closing(t, a, "The harbour closes.")
	three := 3.0
	steps := []struct {
		name string
		f    func(*Deed) error
		want []string
	}{
		{"add", func(d *Deed) error { return d.AddVerdict(Verdict{" half   true ", "partly", &three}) },
			[]string{"unverified", "confirmed", "partly", "misleading", "false", "cannot be determined", "half true"}},
		{"up", func(d *Deed) error { return d.MoveVerdict("half true", -2) },
			[]string{"unverified", "confirmed", "partly", "misleading", "half true", "false", "cannot be determined"}},
		{"down", func(d *Deed) error { return d.MoveVerdict("confirmed", 1) },
			[]string{"unverified", "partly", "confirmed", "misleading", "half true", "false", "cannot be determined"}},
		{"up beyond the head", func(d *Deed) error { return d.MoveVerdict("false", -99) },
			[]string{"unverified", "false", "partly", "confirmed", "misleading", "half true", "cannot be determined"}},
		{"remove", func(d *Deed) error { return d.DropVerdict("misleading") },
			[]string{"unverified", "false", "partly", "confirmed", "half true", "cannot be determined"}},
		{"reword the lack of one", func(d *Deed) error { return d.ChangeVerdict("unverified", Verdict{"not looked at", "unverified", nil}) },
			[]string{"not looked at", "false", "partly", "confirmed", "half true", "cannot be determined"}},
	}
	for _, s := range steps {
		t.Run(s.name, func(t *testing.T) {
			reversible(t, a, s.f)
			if got := wordsOfVerdicts(t, a); !slices.Equal(got, s.want) {
				t.Errorf("the list is %q, want %q", got, s.want)
			}
		})
	}
	if c := see(t, a, func(tx *Tx) (Claim, error) { return tx.Claim(claim) }); c.Verdict != "not looked at" {
		t.Errorf("the claim without a verdict is %q, want it by the new words", c.Verdict)
	}
	do(t, a, func(d *Deed) error {
		_, err := d.SaveClaim(Claim{ID: claim, Words: "The harbour closes.", Verdict: "half true", Made: "2031-03-04T00:00:00Z"})
		return err
	})
	reversible(t, a, func(d *Deed) error { return d.ChangeVerdict("half true", Verdict{"Half right", "misleading", nil}) })
	if c := see(t, a, func(tx *Tx) (Claim, error) { return tx.Claim(claim) }); c.Verdict != "Half right" {
		t.Errorf("the claim is %q, want its verdict by the new words", c.Verdict)
	}
	refused(t, a, ErrInvalid, func(d *Deed) error { return d.DropVerdict("Half right") })
	reversible(t, a, (*Deed).OwnVerdicts)
	want := []string{"unverified", "confirmed", "partly", "misleading", "false", "cannot be determined", "Half right"}
	if got := wordsOfVerdicts(t, a); !slices.Equal(got, want) {
		t.Errorf("the list is %q, want the program's with the verdict that a claim has", got)
	}
	do(t, a, func(d *Deed) error { return d.RemoveClaim(claim) })
	reversible(t, a, (*Deed).OwnVerdicts)
	if !AreOwn(see(t, a, (*Tx).Verdicts)) {
		t.Errorf("the list is %q, want the program's own", wordsOfVerdicts(t, a))
	}
}

func TestVerdictsThatAreNone(t *testing.T) {
	a := newArchive(t)
	for name, f := range map[string]func(*Deed) error{
		"no words":                   func(d *Deed) error { return d.AddVerdict(Verdict{" ", "false", nil}) },
		"on the list already":        func(d *Deed) error { return d.AddVerdict(Verdict{"FALSE", "false", nil}) },
		"no shape":                   func(d *Deed) error { return d.AddVerdict(Verdict{"wrong", "star", nil}) },
		"renamed to another":         func(d *Deed) error { return d.ChangeVerdict("partly", Verdict{"false", "false", nil}) },
		"the lack of one moved":      func(d *Deed) error { return d.MoveVerdict("unverified", 1) },
		"the lack of one taken away": func(d *Deed) error { return d.DropVerdict("unverified") },
		"words of more than a phrase": func(d *Deed) error {
			return d.AddVerdict(Verdict{string(make([]byte, maxTerm)) + "word", "false", nil})
		},
	} {
		t.Run(name, func(t *testing.T) { refused(t, a, ErrInvalid, f) })
	}
	refused(t, a, ErrNotFound, func(d *Deed) error { return d.DropVerdict("half true") })
}

// An old deed is not taken back when that would leave a claim with a verdict
// that is not on the list.
func TestUndoLeavesNoClaimWithoutItsVerdict(t *testing.T) {
	a := newArchive(t)
	ctx := context.Background()
	added := do(t, a, func(d *Deed) error { return d.AddVerdict(Verdict{"half true", "partly", nil}) })
	claim := do(t, a, func(d *Deed) error {
		_, err := d.SaveClaim(Claim{Words: "It closes.", Verdict: "half true"})
		return err
	})
	if _, err := a.Undo(ctx, "", added); !errors.Is(err, ErrStale) {
		t.Errorf("Undo of the added verdict = %v, want ErrStale while a claim has it", err)
	}
	changed := do(t, a, func(d *Deed) error {
		c, err := d.Tx().Claim(claim)
		c.Verdict = "false"
		if err == nil {
			_, err = d.SaveClaim(c)
		}
		return err
	})
	do(t, a, func(d *Deed) error { return d.DropVerdict("half true") })
	if _, err := a.Undo(ctx, "", changed); !errors.Is(err, ErrStale) {
		t.Errorf("Undo of the claim's change = %v, want ErrStale while its old verdict is off the list", err)
	}
	whole(t, a)
}

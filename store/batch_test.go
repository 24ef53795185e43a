package store

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"onrecord/extract/fact"
)

// demands is the sort of every statement of gates.
var demands = Sort{"statement", "demand", "indirect"}

// agreed is an archive with so many of gates' statements accepted and rejected
// one by one, and 40 more of which the program is 0.96 to 0.99 sure.
func agreed(t *testing.T, accepted, rejected int) *Archive {
	a := newArchive(t)
	ids := add(t, a, gates("2031-03-04", 40), gates("2031-03-05", accepted+rejected), gates("2031-03-06", 3))
	keys := factsOf(t, a, ids[1]).Keys.Statements
	for i, key := range keys {
		state := Accepted
		if i >= accepted {
			state = Rejected
		}
		do(t, a, func(d *Deed) error { return d.Decide(ids[1], key, state, nil) })
	}
	do(t, a, func(d *Deed) error { return d.Remove(ids[2]) })
	return a
}

func TestTrustIsEarned(t *testing.T) {
	for _, c := range []struct {
		name               string
		accepted, rejected int
		want               bool
	}{
		{"four accepted", 4, 0, false},
		{"five accepted", 5, 0, true},
		{"one in ten rejected", 9, 1, false},
		{"one in eleven rejected", 10, 1, true},
		{"none accepted", 0, 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := agreed(t, c.accepted, c.rejected)
			look(t, a, func(tx *Tx) error {
				got, err := tx.Trust(demands)
				if got.Accepted != c.accepted || got.Rejected != c.rejected || got.Earned() != c.want {
					t.Errorf("Trust = %+v, earned %v, want %v", got, got.Earned(), c.want)
				}
				return err
			})
		})
	}
}

// What a batch would do is what it does, as one deed that is taken back as one.
func TestBatchDoesWhatItShows(t *testing.T) {
	a := agreed(t, 6, 0)
	for _, above := range []float64{0.99, 0.98, 0.97, 0.5} {
		t.Run(fmt.Sprint(above), func(t *testing.T) {
			var b Batch
			var shown int
			var quoted []Quoted
			look(t, a, func(tx *Tx) (err error) {
				if b, err = tx.Batch(demands, above); err != nil {
					return err
				}
				if quoted, err = tx.Quote(b.All[:3]); err != nil {
					return err
				}
				shown, err = tx.Sure(demands, above)
				return err
			})
			if len(b.All) != shown || shown == 0 || b.Articles() != 1 {
				t.Fatalf("Batch holds %d in %d articles, want the %d that Sure counts, in one", len(b.All), b.Articles(), shown)
			}
			if quoted[0].Who != "Ada Renn" || !strings.HasPrefix(quoted[0].Line, Mark+"that gate ") {
				t.Errorf("Quote = %+v, want the words of Ada Renn", quoted[0])
			}
			leave := []string{fmt.Sprintf("%d/%s", b.All[2].Article, b.All[2].Key)}
			before := dump(t, a)
			var accepted int
			seq := do(t, a, func(d *Deed) (err error) {
				accepted, err = d.AcceptAll(demands, above, b.Sum(), leave)
				return err
			})
			after := dump(t, a)
			if accepted != shown-1 || len(after)-len(before) != shown-1 {
				t.Errorf("AcceptAll = %d and left %d more decisions, want %d", accepted, len(after)-len(before), shown-1)
			}
			whole(t, a)
			if _, err := a.Undo(t.Context(), "", seq); err != nil {
				t.Fatal(err)
			}
			if n := len(dump(t, a)); n != len(before) {
				t.Errorf("after the undo there are %d records, want %d", n, len(before))
			}
			whole(t, a)
		})
	}
}

func TestBatchIsRefused(t *testing.T) {
	a := agreed(t, 4, 0)
	accept := func(s Sort, sum string) error {
		_, err := a.Do(t.Context(), "", "batch", func(d *Deed) error {
			_, err := d.AcceptAll(s, 0.5, sum, nil)
			return err
		})
		return err
	}
	var sum string
	look(t, a, func(tx *Tx) error {
		b, err := tx.Batch(demands, 0.5)
		sum = b.Sum()
		return err
	})
	if err := accept(demands, sum); !errors.Is(err, ErrInvalid) {
		t.Errorf("AcceptAll before five were accepted = %v, want ErrInvalid", err)
	}
	if err := accept(Sort{"claim", "a", "b"}, sum); !errors.Is(err, ErrInvalid) {
		t.Errorf("AcceptAll of claims = %v, want ErrInvalid", err)
	}
	a = agreed(t, 5, 0)
	if err := accept(demands, "of another list"); !errors.Is(err, ErrStale) {
		t.Errorf("AcceptAll of another list than shown = %v, want ErrStale", err)
	}
}

// At most MostAtOnce are accepted at a time, the surest first.
func TestBatchIsCapped(t *testing.T) {
	a := agreed(t, 5, 0)
	for i := range 2 {
		add(t, a, gates(fmt.Sprintf("2031-04-%02d", i+1), 400))
	}
	look(t, a, func(tx *Tx) error {
		b, err := tx.Batch(demands, 0.5)
		if len(b.All) != MostAtOnce || b.All[0].Confidence != 0.99 || b.All[MostAtOnce-1].Confidence > 0.98 {
			t.Errorf("Batch holds %d, sure %v to %v, want %d, the surest first", len(b.All), b.All[0].Confidence, b.All[len(b.All)-1].Confidence, MostAtOnce)
		}
		return err
	})
}

// Events and positions have sorts of their own.
func TestBatchOfOtherKinds(t *testing.T) {
	a := newArchive(t)
	add(t, a, gates("2031-03-04", 8), talks("2031-03-05", "2031-03-04", "Ada Renn", "Tom Osk", "Oss", "met"))
	look(t, a, func(tx *Tx) error {
		for _, c := range []struct {
			sort Sort
			want int
		}{
			{Sort{"position", string(fact.Demand), string(fact.For)}, 8},
			{Sort{"position", string(fact.Reject), string(fact.Against)}, 1},
			{Sort{"event", string(fact.Meeting), string(fact.Occurred)}, 1},
			{Sort{"event", string(fact.Meeting), string(fact.Denied)}, 0},
		} {
			b, err := tx.Batch(c.sort, 0.1)
			if err != nil || len(b.All) != c.want {
				t.Errorf("Batch(%v) = %d suggestions (%v), want %d", c.sort, len(b.All), err, c.want)
			}
		}
		return nil
	})
}

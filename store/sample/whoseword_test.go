package sample

import (
	"context"
	"testing"

	"onrecord/store"
)

// TestWhoseWord holds what claims rest on against the gold list: which
// statements are based on the report of an earlier article, and on which.
func TestWhoseWord(t *testing.T) {
	a, at := archiveOf(t, Documents()...)
	var right, found, all int
	err := a.View(context.Background(), func(tx *store.Tx) error {
		for _, c := range link(t, a, at, 100) {
			w, err := tx.WhoseWord(c.id)
			if err != nil {
				return err
			}
			rests := map[ref]int64{}
			for _, o := range w.Origins {
				for _, r := range o.Reports {
					rests[ref{r.Link.Article, r.Link.Key}] = r.Rests
					t.Logf("%s: %s | %v | press %q rests %d: %s | %.50q", c.ID, o.Name, r.Chain, r.Press, r.Rests, r.Why, r.Link.Words)
				}
			}
			for i, s := range c.Statements {
				got, there := rests[c.refs[i]]
				if !there {
					continue
				}
				want := at[s.RestsOn]
				if want != 0 {
					all++
				}
				if got != 0 {
					found++
				}
				if got != 0 && got == want {
					right++
				}
				if got != want {
					t.Logf("%s: %q rests on %d, want %d (%s)", c.ID, s.Content, got, want, s.RestsOn)
				}
			}
			if c.ID == "troops-40000" && (w.Count() != 1 || w.Origins[0].Name != "Oren Vastic") {
				t.Errorf("the number 40,000 has %d origins, want one, Oren Vastic", w.Count())
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("rests on: %d of %d found are right, of %d in gold", right, found, all)
	if right < 5 || found > right+1 {
		t.Errorf("%d statements rest on the right report of %d found, want 5 of at most 6", right, found)
	}
}

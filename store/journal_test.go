package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"testing"
)

// do does a deed that must succeed.
func do(t *testing.T, a *Archive, f func(d *Deed) error) int64 {
	t.Helper()
	seq, err := a.Do(context.Background(), "", "test", f)
	if err != nil {
		t.Fatal(err)
	}
	return seq
}

// dump is every record of the user, by noun and id.
func dump(t *testing.T, a *Archive) map[string]string {
	t.Helper()
	state := map[string]string{}
	err := a.View(context.Background(), func(tx *Tx) error {
		for _, n := range nouns {
			_, err := rows(tx, func(r scanner) (struct{}, error) {
				var id, body string
				err := r.Scan(&id, &body)
				state[n.name+" "+id] = body
				return struct{}{}, err
			}, `SELECT CAST(id AS TEXT), `+n.object()+` FROM `+n.name)
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return state
}

func TestTheJournalRefusesToBeChanged(t *testing.T) {
	a := newArchive(t)
	do(t, a, func(d *Deed) error { _, err := d.SaveClaim(Claim{Words: "The harbour closes."}); return err })
	for _, sql := range []string{`DELETE FROM journal`, `UPDATE journal SET deed = 'x'`} {
		if err := a.update(context.Background(), true, func(tx *Tx) error { return tx.exec(sql) }); err == nil {
			t.Errorf("%s was done, want it refused", sql)
		}
	}
}

// Trust 25: a form that is sent twice is done once.
func TestOneKeyIsOneDeed(t *testing.T) {
	a := newArchive(t)
	save := func() int64 {
		seq, err := a.Do(context.Background(), "form-1", "Made a claim", func(d *Deed) error {
			_, err := d.SaveClaim(Claim{Words: "The harbour closes."})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return seq
	}
	if first, again := save(), save(); first != again {
		t.Errorf("the same form gave deeds %d and %d, want one", first, again)
	}
	if n := len(dump(t, a)); n != 1 {
		t.Errorf("the archive has %d records, want 1", n)
	}
}

func TestUndo(t *testing.T) {
	a := newArchive(t)
	article := add(t, a, harbour(""))[0]
	key := "statement-16-39"
	state := func() (s string) {
		a.View(context.Background(), func(tx *Tx) error {
			return tx.one(`SELECT state FROM statement WHERE article = ? AND key = ?`, []any{article, key}, &s)
		})
		return s
	}
	do(t, a, func(d *Deed) error { return d.Decide(article, key, Accepted, nil) })
	do(t, a, func(d *Deed) error { return d.Decide(article, key, Rejected, nil) })
	for _, want := range []string{Accepted, Suggested} {
		if _, err := a.Undo(context.Background(), "", 0); err != nil {
			t.Fatal(err)
		}
		if got := state(); got != want {
			t.Errorf("after undo the statement is %s, want %s", got, want)
		}
	}
	if _, err := a.Undo(context.Background(), "", 0); !errors.Is(err, ErrNotFound) {
		t.Errorf("Undo with nothing left = %v, want ErrNotFound", err)
	}
	whole(t, a)
}

func TestUndoOfWhatWasChangedSince(t *testing.T) {
	a := newArchive(t)
	first := do(t, a, func(d *Deed) error { _, err := d.SaveClaim(Claim{Words: "one"}); return err })
	do(t, a, func(d *Deed) error { _, err := d.SaveClaim(Claim{ID: first, Words: "two"}); return err })
	if _, err := a.Undo(context.Background(), "", first); !errors.Is(err, ErrStale) {
		t.Errorf("Undo = %v, want ErrStale", err)
	}
}

// A name that was edited is the name everywhere, and undo makes it the old one
// everywhere.
func TestEditedNameReachesItsStatements(t *testing.T) {
	a := newArchive(t)
	article := add(t, a, harbour(""))[0]
	people := func() string {
		var said string
		err := a.View(context.Background(), func(tx *Tx) error {
			all, err := tx.Speakers("", "", 10)
			for _, e := range all {
				said += fmt.Sprintf("%s %d/%d;", e.Name, e.Articles, e.Statements)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return said
	}
	before := people()
	do(t, a, func(d *Deed) error {
		f, err := d.Tx().Facts(article)
		if err != nil {
			return err
		}
		e := f.Entities[0]
		e.Name = "Ilse Maaren"
		return d.Decide(article, f.Keys.Entities[0], Edited, e)
	})
	if got := people(); got != "Ilse Maaren 1/1;" {
		t.Errorf("after the edit there are %q, want Ilse Maaren alone", got)
	}
	whole(t, a)
	if _, err := a.Undo(context.Background(), "", 0); err != nil {
		t.Fatal(err)
	}
	if got := people(); got != before {
		t.Errorf("after undo there are %q, want %q", got, before)
	}
	whole(t, a)
}

// A deed that changes nothing is none: it has no number and nothing to undo.
func TestNothingDoneIsNoDeed(t *testing.T) {
	a := newArchive(t)
	article := add(t, a, harbour(""))[0]
	do(t, a, func(d *Deed) error { return d.Decide(article, "statement-16-39", Accepted, nil) })
	if seq := do(t, a, func(d *Deed) error { return d.Decide(article, "statement-16-39", Accepted, nil) }); seq != 0 {
		t.Errorf("accepting twice is deed %d, want none", seq)
	}
}

// Trust 25, for undo: the same form sent twice takes back one deed.
func TestUndoSentTwice(t *testing.T) {
	a := newArchive(t)
	for _, words := range []string{"one", "two"} {
		do(t, a, func(d *Deed) error { _, err := d.SaveClaim(Claim{Words: words}); return err })
	}
	for range 2 {
		if e, err := a.Undo(context.Background(), "form-9", 0); err != nil || e.Seq != 2 {
			t.Errorf("Undo = %d, %v, want deed 2 both times", e.Seq, err)
		}
	}
	if n := len(dump(t, a)); n != 1 {
		t.Errorf("%d claims are left, want 1", n)
	}
}

func TestUndoOfAClaimThatSomethingHangsOn(t *testing.T) {
	a := newArchive(t)
	article := add(t, a, harbour(""))[0]
	claim := do(t, a, func(d *Deed) error { _, err := d.SaveClaim(Claim{Words: "one"}); return err })
	do(t, a, func(d *Deed) error { return d.SaveLink(claim, article, "statement-16-39", "same") })
	if _, err := a.Undo(context.Background(), "", claim); !errors.Is(err, ErrStale) {
		t.Errorf("Undo = %v, want ErrStale", err)
	}
}

func TestEditedFactStandsInTheArchive(t *testing.T) {
	a := newArchive(t)
	article := add(t, a, harbour(""))[0]
	key := "statement-16-39"
	do(t, a, func(d *Deed) error {
		f, err := d.Tx().Facts(article)
		if err != nil {
			return err
		}
		s := f.Statements[0]
		s.Act, s.Speaker = "warn", 0
		return d.Decide(article, key, Edited, s)
	})
	do(t, a, func(d *Deed) error { return d.Decide(article, key, Accepted, nil) })
	err := a.View(context.Background(), func(tx *Tx) error {
		all, err := tx.StatementsOf(article)
		if len(all) != 1 || all[0].Act != "warn" || all[0].Speaker != 0 || all[0].State != Accepted {
			b, _ := json.Marshal(all)
			t.Errorf("StatementsOf = %s, want one accepted warning by nobody", b)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	whole(t, a)
}

// Trust 30: a bit that flips in an original is named, though SQLite sees nothing.
func TestCheckNamesAFlippedBit(t *testing.T) {
	a := newArchive(t)
	add(t, a, harbour(""), harbour("Another."))
	other := harbour("Other bytes.")
	if err := a.update(context.Background(), true, func(tx *Tx) error {
		return tx.exec(`UPDATE original SET zstd = ? WHERE document = 2`, pack(other.Document.Bytes))
	}); err != nil {
		t.Fatal(err)
	}
	h, err := a.Check(context.Background(), nil)
	if err != nil || len(h.Wrong) != 1 {
		t.Errorf("Check = %q, %v, want the one changed original", h.Wrong, err)
	}
}

func TestCheckNamesAChangedJournal(t *testing.T) {
	a := newArchive(t)
	do(t, a, func(d *Deed) error { _, err := d.SaveClaim(Claim{Words: "one"}); return err })
	do(t, a, func(d *Deed) error { _, err := d.SaveClaim(Claim{Words: "two"}); return err })
	for _, sql := range []string{`DROP TRIGGER journal_is_not_changed`, `UPDATE journal SET at = '2000-01-01T00:00:00Z' WHERE seq = 1`} {
		if err := a.update(context.Background(), true, func(tx *Tx) error { return tx.exec(sql) }); err != nil {
			t.Fatal(err)
		}
	}
	if h, err := a.Check(context.Background(), nil); err != nil || len(h.Wrong) != 1 {
		t.Errorf("Check = %q, %v, want the changed entry", h.Wrong, err)
	}
}

// Trust 29: the restore drill.
func TestBackupAndRestore(t *testing.T) {
	ctx := context.Background()
	a := newArchive(t)
	add(t, a, harbour(""))
	do(t, a, func(d *Deed) error { _, err := d.SaveClaim(Claim{Words: "The harbour closes."}); return err })
	want := dump(t, a)
	file, err := a.BackupNow(ctx)
	if err != nil {
		t.Fatal(err)
	}
	do(t, a, func(d *Deed) error { _, err := d.SaveClaim(Claim{Words: "Something later."}); return err })
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	kept, err := Restore(ctx, file, a.Path())
	if err != nil || !exists(kept) {
		t.Fatalf("Restore = %q, %v, want the present archive kept", kept, err)
	}
	back, err := Open(a.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer back.Close()
	if got := dump(t, back); !maps.Equal(got, want) {
		t.Errorf("restored %v, want %v", got, want)
	}
	whole(t, back)
	bad := file + ".bad"
	if err := os.WriteFile(bad, []byte("no backup"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(ctx, bad, a.Path()); !errors.Is(err, ErrForeign) {
		t.Errorf("Restore of a foreign file = %v, want ErrForeign", err)
	}
}

package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// turns does what each word of a line says: a name makes a claim of it or, for
// one that there is, rewords it; "<" undoes, ">" does again, "<2" and ">2" those
// of deed 2. What fails is told with a "!" behind the word.
func turns(t *testing.T, a *Archive, line string) string {
	t.Helper()
	ctx := context.Background()
	var told []string
	for _, word := range strings.Fields(line) {
		var seq int64
		fmt.Sscan(word[1:], &seq)
		var err error
		switch word[0] {
		case '<':
			_, err = a.Undo(ctx, "", seq)
		case '>':
			_, err = a.Redo(ctx, "", seq)
		default:
			name, id, _ := strings.Cut(word, "=")
			fmt.Sscan(id, &seq)
			_, err = a.Do(ctx, "", "Named "+name, func(d *Deed) error {
				_, err := d.SaveClaim(Claim{ID: seq, Words: name, Made: "2031-03-04T00:00:00Z"})
				return err
			})
		}
		switch {
		case errors.Is(err, ErrStale), errors.Is(err, ErrNotFound):
			told = append(told, word)
		case err != nil:
			t.Fatalf("%s of %q: %v", word, line, err)
		}
	}
	return strings.Join(told, " ")
}

// claimWords is the words of all claims in their order.
func claimWords(t *testing.T, a *Archive) string {
	t.Helper()
	var words []string
	err := a.View(context.Background(), func(tx *Tx) (err error) {
		words, err = rows(tx, scanKey, `SELECT words FROM claim ORDER BY id`)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(words, " ")
}

func TestUndoAndRedo(t *testing.T) {
	for _, c := range []struct{ name, line, left, refused string }{
		{"nothing yet", "< >", "", "< >"},
		{"there and back", "one < >", "one", ""},
		{"as far as it goes", "one two < < < > > >", "one two", "< >"},
		{"back and forth", "one < > < > < >", "one", ""},
		{"the last that was done again is the first to go", "one two three < < > <", "one", ""},
		{"a new deed ends the way forward", "one < two >", "two", ">"},
		{"but not for a chosen one", "one < two >1", "one two", ""},
		{"a chosen one", "one two <1 >", "one two", ""},
		{"a chosen one twice", "one two <1 <1", "two", "<1"},
		{"a chosen one that stands", "one >1", "one", ">1"},
		{"an undo named by itself is of its deed", "one <1 >2", "one", ""},
		{"what came after bars undoing", "one two=1 <1", "two", "<1"},
		{"what came after bars doing again", "one two=1 < three=1 >2", "three", ">2"},
		{"a number that nothing has", "one <9 >9", "one", "<9 >9"},
		{"after a chosen one the newest is that done again", "one two <1 >1 <", "two", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := newArchive(t)
			refused := turns(t, a, c.line)
			if left := claimWords(t, a); left != c.left || refused != c.refused {
				t.Errorf("%q leaves %q and refuses %q, want %q and %q", c.line, left, refused, c.left, c.refused)
			}
			whole(t, a)
		})
	}
}

// What was undone can be done again after a restart, since all of it is in the
// journal.
func TestRedoAfterARestart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "onrecord.sqlite")
	for _, line := range []string{"one two <", ">", "< <", "> >"} {
		a, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if refused := turns(t, a, line); refused != "" {
			t.Errorf("%q refuses %q, want it done", line, refused)
		}
		if line == "> >" && claimWords(t, a) != "one two" {
			t.Errorf("in the end there are %q, want both claims", claimWords(t, a))
		}
		whole(t, a)
		if err := a.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// The journal tells of each entry what became of it, in words that do not grow.
func TestTheJournalTellsWhatWasDoneAgain(t *testing.T) {
	a := newArchive(t)
	turns(t, a, "one two three < > < > <2")
	var told []string
	err := a.View(context.Background(), func(tx *Tx) error {
		all, err := tx.Journal(HistoryFilter{}, 50)
		for _, e := range all {
			told = append(told, fmt.Sprintf("%s %v %v", e.Deed, e.Undone, e.Again))
		}
		return err
	})
	want := "Took back: Named two false false;Did again: Named three false false;Took back: Named three false false;" +
		"Did again: Named three false false;Took back: Named three false false;Named three false true;Named two true false;Named one false false"
	if got := strings.Join(told, ";"); err != nil || got != want {
		t.Errorf("Journal = %q, %v, want %q", got, err, want)
	}
}

// Trust 25, for redo: the same form sent twice does one deed again.
func TestRedoSentTwice(t *testing.T) {
	a := newArchive(t)
	turns(t, a, "one two < <")
	for range 2 {
		if e, err := a.Redo(context.Background(), "form-9", 0); err != nil || e.Seq != 1 {
			t.Errorf("Redo = %d, %v, want deed 1 both times", e.Seq, err)
		}
	}
	if got := claimWords(t, a); got != "one" {
		t.Errorf("there are %q, want one", got)
	}
}

// BenchmarkUndo undoes and does again at the end of a journal of 100,000
// entries, of which a third were taken back.
func BenchmarkUndo(b *testing.B) {
	a := longJournal(b, 100_000)
	for b.Loop() {
		if _, err := a.Undo(context.Background(), "", 0); err != nil {
			b.Fatal(err)
		}
		if _, err := a.Redo(context.Background(), "", 0); err != nil {
			b.Fatal(err)
		}
	}
}

// longJournal is an archive with so many entries, of notes on a claim, some of
// which were taken back.
func longJournal(b *testing.B, entries int) *Archive {
	b.Helper()
	a, err := Open(filepath.Join(b.TempDir(), "onrecord.sqlite"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { a.Close() })
	claim, err := a.Do(context.Background(), "", "Made a claim", func(d *Deed) error { _, err := d.SaveClaim(Claim{Words: "one"}); return err })
	if err != nil {
		b.Fatal(err)
	}
	err = a.update(context.Background(), false, func(tx *Tx) error {
		for seq := int64(2); seq <= int64(entries); seq++ {
			d := &Deed{tx: tx, seq: seq, name: "Wrote a note"}
			if seq%3 == 0 {
				last, err := tx.Entry(seq - 1)
				if err != nil {
					return err
				}
				d.name, d.undoes = "Took back: Wrote a note", last.Seq
				if err := d.reverse(last, ErrStale); err != nil {
					return err
				}
			} else if _, err := d.SaveNote(Note{Claim: &claim, Words: fmt.Sprint("note ", seq)}); err != nil {
				return err
			}
			if err := d.append(""); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return a
}

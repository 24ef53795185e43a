package intake_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"onrecord/extract"
	"onrecord/extract/article"
	"onrecord/extract/document"
	"onrecord/store"
	"onrecord/store/intake"
)

// read1 adds n articles in which version 1 found nothing.
func read1(t *testing.T, a *store.Archive, n int) {
	t.Helper()
	var arrivals []store.Arrival
	for i := range n {
		words := fmt.Sprintf("Ferry %d was late, said Ilse Maren on Monday.", i)
		arrivals = append(arrivals, store.Arrival{
			Document: document.Document{ID: fmt.Sprint(i), Name: fmt.Sprint(i), Source: "test", Format: document.Plain, Bytes: []byte(words)},
			Article:  article.Article{Title: "Ferry late", Language: "en", Text: words, Published: time.Date(2031, 3, 4, 0, 0, 0, 0, time.UTC)},
			Version:  1,
		})
	}
	if _, err := a.Add(context.Background(), arrivals); err != nil {
		t.Fatal(err)
	}
}

// left is how many articles an older version has read, and how many statements
// the archive has.
func left(t *testing.T, a *store.Archive) (outdated, statements int) {
	t.Helper()
	err := a.View(context.Background(), func(tx *store.Tx) (err error) {
		if outdated, err = tx.Outdated(extract.Version); err != nil {
			return err
		}
		all, err := tx.Library(store.Filter{}, 1000)
		for _, l := range all {
			statements += l.Statements
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return outdated, statements
}

func TestAgain(t *testing.T) {
	a := newArchive(t)
	read1(t, a, 200)
	last := 0
	failed, err := intake.Again(context.Background(), a, func(done, total int) {
		if last = done; total != 200 {
			t.Errorf("%d of %d done, want 200 in all", done, total)
		}
	})
	if outdated, statements := left(t, a); err != nil || failed != 0 || last != 200 || outdated != 0 || statements != 200 {
		t.Errorf("Again = %d, %v after %d; %d outdated with %d statements, want all 200 read with one each", failed, err, last, outdated, statements)
	}
	if h, err := a.Check(context.Background(), nil); err != nil || len(h.Wrong) > 0 {
		t.Errorf("Check = %q, %v, want nothing wrong", h.Wrong, err)
	}
}

// Stopped, what was read again stays; run again, it goes on.
func TestAgainStoppedAndResumed(t *testing.T) {
	a := newArchive(t)
	read1(t, a, 600)
	ctx, stop := context.WithCancel(context.Background())
	if _, err := intake.Again(ctx, a, func(int, int) { stop() }); !errors.Is(err, context.Canceled) {
		t.Fatalf("a stopped Again = %v, want it cancelled", err)
	}
	outdated, statements := left(t, a)
	if outdated == 0 || outdated == 600 || statements != 600-outdated {
		t.Fatalf("a stopped Again left %d of 600 outdated with %d statements, want some read again", outdated, statements)
	}
	if _, err := intake.Again(context.Background(), a, func(_, total int) {
		if total != outdated {
			t.Errorf("the second Again reads %d, want the %d left", total, outdated)
		}
	}); err != nil {
		t.Fatal(err)
	}
	if outdated, statements := left(t, a); outdated != 0 || statements != 600 {
		t.Errorf("after both %d are outdated with %d statements, want none and 600", outdated, statements)
	}
}

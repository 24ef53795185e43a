package store

import (
	"context"
	"errors"
	"testing"
)

func TestPublication(t *testing.T) {
	a := newArchive(t)
	claim := do(t, a, func(d *Deed) error { _, err := d.SaveClaim(Claim{Words: "40 ships wait."}); return err })
	read := func() (p Publication) {
		t.Helper()
		if err := a.View(context.Background(), func(tx *Tx) (err error) { p, err = tx.Publication(claim); return err }); err != nil {
			t.Fatal(err)
		}
		return p
	}
	if got := read(); got != (Publication{Claim: claim}) {
		t.Errorf("Publication(%d) = %+v before anything was said", claim, got)
	}
	for name, p := range map[string]Publication{
		"no web address": {Claim: claim, Address: "ftp://press.example/"}, "a script": {Claim: claim, Address: "javascript:alert(1)"},
		"no day": {Claim: claim, Day: "soon"}, "no kind": {Claim: claim, Maker: "ghost"},
	} {
		if err := try(a, func(d *Deed) error { return d.SavePublication(p) }); !errors.Is(err, ErrInvalid) {
			t.Errorf("SavePublication(%s) = %v, want ErrInvalid", name, err)
		}
	}
	if err := try(a, func(d *Deed) error { return d.SavePublication(Publication{Claim: 999}) }); !errors.Is(err, ErrNotFound) {
		t.Errorf("SavePublication of no claim = %v, want ErrNotFound", err)
	}
	said := Publication{claim, "https://press.example/a", "2031-03-07", "person"}
	do(t, a, func(d *Deed) error { return d.SavePublication(said) })
	removed := do(t, a, func(d *Deed) error { return d.RemoveClaim(claim) })
	undo(t, a, removed)
	if got := read(); got != said {
		t.Errorf("Publication(%d) = %+v after its claim came back, want %+v", claim, got, said)
	}
	gone := do(t, a, func(d *Deed) error { return d.SavePublication(Publication{Claim: claim}) })
	if got := read(); got.Address != "" {
		t.Errorf("Publication(%d) = %+v after it was emptied", claim, got)
	}
	undo(t, a, gone)
	if got := read(); got != said {
		t.Errorf("Publication(%d) = %+v after undo, want %+v", claim, got, said)
	}
	if h, err := a.Check(context.Background(), nil); err != nil || len(h.Wrong) > 0 {
		t.Errorf("Check = %v, %v, want nothing wrong", h.Wrong, err)
	}
}

func TestOutline(t *testing.T) {
	a := newArchive(t)
	articles := add(t, a, harbour(""), harbour("again"))
	claim := do(t, a, func(d *Deed) error { _, err := d.SaveClaim(Claim{Words: "40 ships wait."}); return err })
	story := do(t, a, func(d *Deed) error {
		return d.Put("story", "50", map[string]any{"name": "Harbour", "about": "The closing.", "query": "", "made": "2031-03-06T10:00:00Z"})
	})
	item := func(id string, article, claim, entity any) {
		do(t, a, func(d *Deed) error {
			return d.Put("story_item", id, map[string]any{"story": 50, "article": article, "claim": claim, "entity": entity, "belongs": 1, "seq": 50, "made": "2031-03-06T10:00:00Z"})
		})
	}
	item("50/article/1", articles[0], nil, nil)
	item("50/article/2", articles[1], nil, nil)
	item("50/claim/1", nil, claim, nil)
	item("50/entity/person/ilse maren", nil, nil, "person/ilse maren")
	do(t, a, func(d *Deed) error { return d.Remove(articles[1]) })
	err := a.View(context.Background(), func(tx *Tx) error {
		o, err := tx.Outline(50)
		if err != nil {
			return err
		}
		if o.Name != "Harbour" || len(o.Articles) != 1 || o.Articles[0] != articles[0] || len(o.Claims) != 1 || len(o.People) != 1 {
			t.Errorf("Outline(50) = %+v, want one article in the library, the claim and the person", o)
		}
		if _, err := tx.Outline(story + 1000); !errors.Is(err, ErrNotFound) {
			t.Errorf("Outline of no story = %v, want ErrNotFound", err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/extract/article"
	"onrecord/extract/document"
	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// says is an article in which someone of a kind, with a role, says something.
func says(kind fact.Kind, who, role, words string) Arrival {
	body := fmt.Sprintf("%s, %s, said %s.", who, role, words)
	at := func(s string) text.Span { i := strings.Index(body, s); return text.Span{Start: i, End: i + len(s)} }
	return Arrival{
		Document: document.Document{Name: "said.txt", Source: "test", Format: document.Plain, Bytes: []byte(body)},
		Article: article.Article{Title: words, Outlet: "Coast Courier", Language: "en", Text: body,
			Published: time.Date(2031, 3, 4, 0, 0, 0, 0, time.UTC), PublishedFrom: "header"},
		Facts: fact.Facts{
			Entities: []fact.Entity{{ID: 1, Name: who, Kind: kind, Role: role, Mentions: []fact.Mention{{Span: at(who), How: fact.ByName}}}},
			Statements: []fact.Statement{{ID: 1, Content: []text.Span{at(words)}, Cue: []text.Span{at("said")},
				Source: []text.Span{at(who)}, Speaker: 1, Form: fact.Indirect, Act: fact.State, Rule: "test", Confidence: 0.9}},
		},
		Version: 1,
	}
}

func person(who, role, words string) Arrival { return says(fact.Person, who, role, words) }

// cast is who is in the archive, as "name articles/statements", by name.
func cast(t *testing.T, a *Archive) []string {
	t.Helper()
	var all []string
	err := a.View(context.Background(), func(tx *Tx) error {
		found, err := tx.Speakers("", "", 100)
		for _, e := range found {
			said, err := tx.SaidBy(e.ID, 0, 100)
			if err != nil || len(said) != e.Statements {
				t.Errorf("SaidBy(%s) = %d statements, %v, want %d", e.Name, len(said), err, e.Statements)
			}
			for _, s := range said {
				if s.Name != e.Name || s.Speaker != e.ID {
					t.Errorf("a statement of %s (%d) has the speaker %s (%d)", e.Name, e.ID, s.Name, s.Speaker)
				}
			}
			all = append(all, fmt.Sprintf("%s %d/%d", e.Name, e.Articles, e.Statements))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(all)
	return all
}

// wantCast fails the test unless the archive is whole and has that cast.
func wantCast(t *testing.T, a *Archive, when string, want ...string) {
	t.Helper()
	if got := cast(t, a); !slices.Equal(got, want) {
		t.Errorf("%s there are %q, want %q", when, got, want)
	}
	whole(t, a)
}

// named is the entity that a name means.
func named(t *testing.T, a *Archive, kind fact.Kind, words string) (e Entity) {
	t.Helper()
	if err := a.View(context.Background(), func(tx *Tx) (err error) { e, err = tx.EntityOf(keyOf(kind, words)); return err }); err != nil {
		t.Fatalf("nobody is called %s: %v", words, err)
	}
	return e
}

func id(t *testing.T, a *Archive, words string) int64 {
	t.Helper()
	return named(t, a, fact.Person, words).ID
}

func merges(t *testing.T, a *Archive, gone, kept string) int64 {
	t.Helper()
	x, y := id(t, a, gone), id(t, a, kept)
	return do(t, a, func(d *Deed) error { return d.Merge(x, y, false) })
}

func undo(t *testing.T, a *Archive, seq int64) {
	t.Helper()
	if _, err := a.Undo(context.Background(), "", seq); err != nil {
		t.Fatal(err)
	}
}

// try is the error of a deed that may fail.
func try(a *Archive, f func(d *Deed) error) error {
	_, err := a.Do(context.Background(), "", "test", f)
	return err
}

func TestOneNameIsOneEntity(t *testing.T) {
	a := newArchive(t)
	add(t, a, person("José Elde", "mayor", "yes"), person("Jose ELDE", "mayor", "no"), person("Elde", "mayor", "perhaps"),
		says(fact.Place, "the Narrows", "strait", "nothing"), says(fact.Place, "Narrows", "strait", "no more"))
	wantCast(t, a, "after an import", "Elde 1/1", "José Elde 2/2", "the Narrows 2/2")
}

func TestMergeHoldsForLaterArticles(t *testing.T) {
	a := newArchive(t)
	add(t, a, person("Tarvo Elde", "mayor", "yes"), person("T. Elde", "mayor", "no"))
	merged := merges(t, a, "T. Elde", "Tarvo Elde")
	wantCast(t, a, "after the merge", "Tarvo Elde 2/2")
	add(t, a, person("T. Elde", "mayor", "perhaps"), person("Elde", "mayor", "never"))
	wantCast(t, a, "after a later import", "Elde 1/1", "Tarvo Elde 3/3")
	undo(t, a, merged)
	wantCast(t, a, "after undo", "Elde 1/1", "T. Elde 2/2", "Tarvo Elde 1/1")
}

func TestMergeIsFoundByEveryName(t *testing.T) {
	a := newArchive(t)
	add(t, a, person("Tarvo Elde", "mayor", "the quay is shut"), person("Tarvo Brunn", "mayor", "the quay is open"))
	merges(t, a, "Tarvo Brunn", "Tarvo Elde")
	for query, want := range map[string]int{"speaker:elde": 2, "speaker:brunn": 2, "speaker:brunn open": 1, "-speaker:brunn quay": 0} {
		f, err := a.Search(context.Background(), query, Page{}, 20)
		if err != nil || len(f.Statements) != want {
			t.Errorf("Search(%q) = %d statements, %v, want %d", query, len(f.Statements), err, want)
			continue
		}
		for _, h := range f.Statements {
			if h.Who != "Tarvo Elde" {
				t.Errorf("Search(%q) has a statement of %s, want Tarvo Elde", query, h.Who)
			}
		}
	}
}

func TestMergesInAChain(t *testing.T) {
	a := newArchive(t)
	add(t, a, person("Aa Elde", "mayor", "one"), person("Bb Elde", "mayor", "two"), person("Cc Elde", "mayor", "three"))
	first := merges(t, a, "Aa Elde", "Bb Elde")
	merges(t, a, "Bb Elde", "Cc Elde")
	wantCast(t, a, "after both", "Cc Elde 3/3")
	do(t, a, func(d *Deed) error { return d.Unmerge(keyOf(fact.Person, "Bb Elde")) })
	wantCast(t, a, "after the second is taken apart", "Bb Elde 2/2", "Cc Elde 1/1")
	merges(t, a, "Bb Elde", "Cc Elde")
	undo(t, a, first)
	wantCast(t, a, "after the first is undone", "Aa Elde 1/1", "Cc Elde 2/2")
}

func TestMergesThatAreRefused(t *testing.T) {
	a := newArchive(t)
	add(t, a, person("Aa Elde", "mayor", "one"), person("Bb Elde", "mayor", "two"), says(fact.Place, "Elde", "town", "three"))
	merges(t, a, "Aa Elde", "Bb Elde")
	x, y, town := id(t, a, "Aa Elde"), id(t, a, "Bb Elde"), named(t, a, fact.Place, "Elde").ID
	for what, c := range map[string]struct {
		f    func(d *Deed) error
		want error
	}{
		"again":         {func(d *Deed) error { return d.Merge(x, y, false) }, ErrInvalid},
		"the other way": {func(d *Deed) error { return d.Merge(y, x, false) }, ErrInvalid},
		"with itself":   {func(d *Deed) error { return d.Merge(town, town, false) }, ErrInvalid},
		"with nobody":   {func(d *Deed) error { return d.Merge(x, 4711, false) }, ErrNotFound},
		"across kinds":  {func(d *Deed) error { return d.Merge(x, town, false) }, ErrKinds},
		"by the journal": {func(d *Deed) error {
			return d.Put("merge", "person/bb elde", merge{"Bb Elde", "person/aa elde", "Aa Elde", ""})
		}, ErrInvalid},
		"apart, not made": {func(d *Deed) error { return d.Unmerge("person/bb elde") }, ErrNotFound},
	} {
		if err := try(a, c.f); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", what, err, c.want)
		}
	}
	wantCast(t, a, "after all that", "Bb Elde 2/2", "Elde 1/1")
	do(t, a, func(d *Deed) error { return d.Merge(town, x, true) })
	wantCast(t, a, "after a merge that was asked for twice", "Bb Elde 3/3")
}

// Taking back an older deed must not close a circle of names.
func TestUndoThatWouldCloseACircle(t *testing.T) {
	a := newArchive(t)
	add(t, a, person("Aa Elde", "mayor", "one"), person("Bb Elde", "mayor", "two"))
	merges(t, a, "Aa Elde", "Bb Elde")
	apart := do(t, a, func(d *Deed) error { return d.Unmerge("person/aa elde") })
	merges(t, a, "Bb Elde", "Aa Elde")
	if _, err := a.Undo(context.Background(), "", apart); !errors.Is(err, ErrStale) {
		t.Errorf("Undo = %v, want ErrStale", err)
	}
	wantCast(t, a, "after the refused undo", "Aa Elde 2/2")
}

func TestRename(t *testing.T) {
	a := newArchive(t)
	add(t, a, person("T. ELDE", "mayor", "yes"), person("Ilse Maren", "mayor", "no"))
	who := id(t, a, "T. Elde")
	respelled := do(t, a, func(d *Deed) error { _, err := d.Rename(who, "T. Elde"); return err })
	wantCast(t, a, "after another spelling", "Ilse Maren 1/1", "T. Elde 1/1")
	undo(t, a, respelled)
	wantCast(t, a, "after undo", "Ilse Maren 1/1", "T. ELDE 1/1")
	do(t, a, func(d *Deed) error { _, err := d.Rename(who, "  Tarvo   Elde "); return err })
	wantCast(t, a, "after a new name", "Ilse Maren 1/1", "Tarvo Elde 1/1")
	add(t, a, person("Tarvo Elde", "mayor", "again"), person("T. Elde", "mayor", "and again"))
	wantCast(t, a, "after articles with both names", "Ilse Maren 1/1", "Tarvo Elde 3/3")
	do(t, a, func(d *Deed) error { _, err := d.Rename(who, "T. Elde"); return err })
	wantCast(t, a, "after the name of before", "Ilse Maren 1/1", "T. Elde 3/3")
	for _, to := range []string{"", " … ", "Ilse Maren", "ILSE MAREN", strings.Repeat("a", 999)} {
		if err := try(a, func(d *Deed) error { _, err := d.Rename(who, to); return err }); !errors.Is(err, ErrInvalid) {
			t.Errorf("Rename to %q = %v, want ErrInvalid", to, err)
		}
	}
}

func TestRemovedArticlesCountNowhere(t *testing.T) {
	a, mayor, master := two(t)
	merged := add(t, a, person("T. Elde", "mayor", "six"))
	merges(t, a, "T. Elde", "Tarvo Elde")
	do(t, a, func(d *Deed) error { return d.Remove(mayor[0], master[0], merged[0]) })
	wantCast(t, a, "after three are removed", "Tarvo Elde 3/3")
	parts(t, a, master[1:], other)
	wantCast(t, a, "after parting", other+" 1/1", "Tarvo Elde 2/2")
	undo(t, a, 0)
	undo(t, a, 0)
	wantCast(t, a, "after all is back", "Tarvo Elde 6/6")
}

// reread is what reading articles again by a newer version does.
func reread(t *testing.T, a *Archive, article int64, change func(*fact.Facts)) {
	t.Helper()
	err := a.update(context.Background(), true, func(tx *Tx) error {
		f, err := tx.Facts(article)
		if err != nil {
			return err
		}
		change(&f.Facts)
		body, err := json.Marshal(f.Facts)
		err = errors.Join(err,
			tx.exec(`UPDATE reading SET version = version + 1, facts = ? WHERE article = ?`, pack(body), article),
			tx.exec(`DELETE FROM statement WHERE article = ?`, article))
		if err != nil {
			return err
		}
		read, err := tx.Reading(article)
		if err != nil {
			return err
		}
		if f, err = tx.Facts(article); err != nil {
			return err
		}
		return errors.Join(tx.drawRoles(article, read), tx.draw(article, f))
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestArticlesThatAreReadAgain(t *testing.T) {
	a, mayor, master := two(t)
	add(t, a, person("Ilse Maren", "pilot", "six"))
	parts(t, a, master, other)
	merges(t, a, other, "Ilse Maren")
	for _, article := range slices.Concat(mayor, master) {
		reread(t, a, article, func(f *fact.Facts) { f.Entities[0].Role = "Dr" })
	}
	wantCast(t, a, "with other roles", "Ilse Maren 3/3", "Tarvo Elde 3/3")
	reread(t, a, master[0], func(f *fact.Facts) { f.Entities[0].Name = "Elde" })
	wantCast(t, a, "with a name that was not parted", "Elde 1/1", "Ilse Maren 2/2", "Tarvo Elde 3/3")
}

// A name that the user edits in one article follows what is said of it.
func TestEditedNameIsMergedToo(t *testing.T) {
	a := newArchive(t)
	ids := add(t, a, person("Tarvo Elde", "mayor", "one"), person("T. Elde", "mayor", "two"), person("Nobody Known", "mayor", "three"))
	merges(t, a, "T. Elde", "Tarvo Elde")
	do(t, a, func(d *Deed) error {
		f, err := d.Tx().Facts(ids[2])
		if err != nil {
			return err
		}
		e := f.Entities[0]
		e.Name = "T. Elde"
		return d.Decide(ids[2], f.Keys.Entities[0], Edited, e)
	})
	wantCast(t, a, "after the edit", "Tarvo Elde 3/3")
	do(t, a, func(d *Deed) error { return d.Decide(ids[1], "entity-0-7", Rejected, nil) })
	wantCast(t, a, "after a name is rejected", "Tarvo Elde 2/2")
	undo(t, a, 0)
	undo(t, a, 0)
	wantCast(t, a, "after undo", "Nobody Known 1/1", "Tarvo Elde 2/2")
}

// The archive that is drawn step by step is the one that is drawn at once from
// the same articles and records.
func TestIdentityReplays(t *testing.T) {
	a, _, master := two(t)
	add(t, a, person("T. Elde", "mayor", "six"), person("Ilse Maren", "pilot", "seven"))
	merges(t, a, "T. Elde", "Tarvo Elde")
	parts(t, a, master, other)
	add(t, a, person("Tarvo Elde", "harbour master", "eight"), person("T. Elde", "harbour master", "nine"))
	who := id(t, a, other)
	do(t, a, func(d *Deed) error { _, err := d.Rename(who, "Harbourmaster Elde"); return err })
	want, records := cast(t, a), dump(t, a)
	b := newArchive(t)
	add(t, b, person("Tarvo Elde", "mayor", "one"), person("Tarvo Elde", "mayor", "two"), person("Tarvo Elde", "harbour master", "three"),
		person("Tarvo Elde", "Harbour Master", "four"), person("Tarvo Elde", "", "five"), person("T. Elde", "mayor", "six"),
		person("Ilse Maren", "pilot", "seven"), person("Tarvo Elde", "harbour master", "eight"), person("T. Elde", "harbour master", "nine"))
	do(t, b, func(d *Deed) error { // in another order than they were made
		for _, key := range slices.Backward(slices.Sorted(maps.Keys(records))) {
			noun, id, _ := strings.Cut(key, " ")
			if err := d.Put(noun, id, json.RawMessage(records[key])); err != nil {
				return err
			}
		}
		return nil
	})
	wantCast(t, b, "after replay", want...)
}

func TestAliasesTwinsAndGroups(t *testing.T) {
	a, _, master := two(t)
	add(t, a, person("T. Elde", "mayor", "six"))
	merges(t, a, "T. Elde", "Tarvo Elde")
	parts(t, a, master, other)
	err := a.View(context.Background(), func(tx *Tx) error {
		e := named(t, a, fact.Person, "Tarvo Elde")
		aliases, err := tx.Aliases(e)
		if err != nil || len(aliases) != 1 || aliases[0] != (Alias{"person/t elde", "T. Elde", "Tarvo Elde", 1}) {
			t.Errorf("Aliases = %+v, %v, want T. Elde with one article", aliases, err)
		}
		twins, err := tx.TwinsOf(e)
		if err != nil || len(twins) != 1 || twins[0].Name != other {
			t.Errorf("TwinsOf = %+v, %v, want %s", twins, err, other)
		}
		roles, err := tx.LaterRoles(named(t, a, fact.Person, other))
		if err != nil || !slices.Equal(roles, []string{"harbour master"}) {
			t.Errorf("LaterRoles = %q, %v, want harbour master", roles, err)
		}
		groups, err := tx.RoleGroups(e.ID, 2)
		if err != nil || len(groups) != 2 || groups[0].Role != "mayor" || groups[0].N != 3 || len(groups[0].Newest) != 2 || groups[1].Role != "" {
			t.Errorf("RoleGroups = %+v, %v, want 3 mayors and one without a role", groups, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// What is drawn of names is held against what was said of them.
func TestCheckNamesWhatIsDrawnWrong(t *testing.T) {
	a := newArchive(t)
	add(t, a, person("Tarvo Elde", "mayor", "one"), person("T. Elde", "mayor", "two"), person("Ilse Maren", "pilot", "three"))
	merges(t, a, "T. Elde", "Tarvo Elde")
	for sql, back := range map[string]string{
		`UPDATE entity SET root = id WHERE key = 'person/t elde'`:                    `UPDATE entity SET root = 1 WHERE key = 'person/t elde'`,
		`UPDATE entity SET shown = 'X' WHERE id = 1`:                                 `UPDATE entity SET shown = NULL WHERE id = 1`,
		`UPDATE entity SET articles = 7 WHERE id = 1`:                                `UPDATE entity SET articles = 1 WHERE id = 1`,
		`UPDATE entity SET statements = 0 WHERE id = 1`:                              `UPDATE entity SET statements = 1 WHERE id = 1`,
		`UPDATE appearance SET role = 'X' WHERE entity = 1`:                          `UPDATE appearance SET role = 'mayor' WHERE entity = 1`,
		`UPDATE merge SET "into" = 'person/ilse maren'`:                              `UPDATE merge SET "into" = 'person/tarvo elde'`,
		`UPDATE statement SET speaker = 3 WHERE speaker = 1 AND words = 'one'`:       `UPDATE statement SET speaker = 1 WHERE words = 'one'`,
		`UPDATE entity SET key = 'place/tarvo elde' WHERE key = 'person/tarvo elde'`: `UPDATE entity SET key = 'person/tarvo elde' WHERE id = 1`,
	} {
		set := func(sql string) {
			if err := a.update(context.Background(), true, func(tx *Tx) error { return tx.exec(sql) }); err != nil {
				t.Fatalf("%s: %v", sql, err)
			}
		}
		set(sql)
		if h, err := a.Check(context.Background(), nil); err != nil || len(h.Wrong) == 0 {
			t.Errorf("after %s: Check = %q, %v, want it named", sql, h.Wrong, err)
		}
		set(back)
		whole(t, a)
	}
}

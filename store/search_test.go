package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"onrecord/extract/text"
)

func TestSearch(t *testing.T) {
	a := newArchive(t)
	article := add(t, a, harbour("Crews repaired the east quay."))[0]
	do(t, a, func(d *Deed) error {
		_, err := d.SaveClaim(Claim{Words: "The ferry stops in May.", Who: "Ilse Maren"})
		return err
	})
	do(t, a, func(d *Deed) error {
		_, err := d.SaveNote(Note{Article: &article, Words: "Call the pilots’ office."})
		return err
	})
	for _, c := range []struct {
		query                               string
		articles, statements, claims, notes int
	}{
		{"quay", 1, 0, 0, 0},
		{"harbour close", 1, 1, 0, 0},
		{`"would close"`, 1, 1, 0, 0},
		{`"close would"`, 0, 0, 0, 0},
		{"harb*", 1, 1, 0, 0},
		{"harbour -quay", 0, 1, 0, 0},
		{"speaker:maren", 0, 1, 0, 0},
		{"speaker:maren ferry", 0, 0, 0, 0},
		{"-speaker:maren harbour", 0, 0, 0, 0},
		{"speaker:maren -harbour", 0, 0, 0, 0},
		{"speaker:maren -quay", 0, 1, 0, 0},
		{"outlet:courier -quay", 0, 0, 0, 0},
		{"outlet:courier -ferry", 1, 0, 0, 0},
		{"-harbour", 0, 0, 0, 0},
		{"outlet:courier", 1, 0, 0, 0},
		{"outlet:courier harbour", 1, 1, 0, 0},
		{"outlet:gazette harbour", 0, 0, 0, 0},
		{"published:2031-03 harbour", 1, 1, 0, 0},
		{"published:>2031-03-04 harbour", 0, 0, 0, 0},
		{"published:<2031-03-05", 1, 0, 0, 0},
		{"published:2030..2031-03-04 quay", 1, 0, 0, 0},
		{"ferry", 0, 0, 1, 0},
		{"pilots", 0, 0, 0, 1},
	} {
		f, err := a.Search(context.Background(), c.query, Page{}, 20)
		if err != nil {
			t.Errorf("Search(%q) fails: %v", c.query, err)
			continue
		}
		if len(f.Articles) != c.articles || len(f.Statements) != c.statements || len(f.Claims) != c.claims || len(f.Notes) != c.notes {
			t.Errorf("Search(%q) = %d articles, %d statements, %d claims, %d notes, want %d, %d, %d, %d", c.query,
				len(f.Articles), len(f.Statements), len(f.Claims), len(f.Notes), c.articles, c.statements, c.claims, c.notes)
		}
	}
}

// An article with more hits than a page shows is paged through to its last.
func TestSearchPagesThroughStatements(t *testing.T) {
	a := newArchive(t)
	f := harbour("")
	s := f.Facts.Statements[0]
	for i := range 49 {
		s.Content = []text.Span{{Start: 16, End: 39 - i%4}}
		f.Facts.Statements = append(f.Facts.Statements, s)
	}
	add(t, a, f)
	seen, page := 0, Page{}
	for range 10 {
		found, err := a.Search(context.Background(), "harbour", page, 20)
		if err != nil {
			t.Fatal(err)
		}
		seen += len(found.Statements)
		if found.OlderStatements == 0 {
			break
		}
		page = Page{In: "statements", Before: found.OlderStatements}
	}
	if seen != 50 {
		t.Errorf("paging shows %d statements, want 50", seen)
	}
}

func TestSearchMarksTheMatch(t *testing.T) {
	a := newArchive(t)
	add(t, a, harbour(""))
	f, err := a.Search(context.Background(), "close", Page{}, 20)
	if err != nil || len(f.Statements) != 1 || !strings.Contains(f.Statements[0].Line, Mark+"close"+Unmark) {
		t.Errorf("Search = %+v, %v, want the matched word marked", f, err)
	}
}

// Trust 21: any string gives results or a hint.
func TestAnyStringCanBeSearchedFor(t *testing.T) {
	a := newArchive(t)
	add(t, a, harbour(""))
	for _, q := range append(strange, strings.Repeat("a ", 100_000), strings.Repeat("x", 1<<20), strings.Repeat(`"`, 9999)) {
		if _, err := a.Search(context.Background(), q, Page{}, 20); err != nil {
			t.Errorf("Search(%.40q) = %v, want results or a hint", q, err)
		}
	}
}

var strange = []string{"", " ", `"`, `""`, `"a`, "a\"b", "NEAR(", "a OR", "AND", "NOT", "*", "-", "--", "-a", "a*b", "^a", "{a}:b", "col:x", "(", ")",
	"a + b", "\x00", "a\x00b", "\"\x00\"", "speaker:", "speaker:*", "speaker:\"", "-speaker:x", "published:", "published:soon", "published:9999-99-99",
	"published:..", "-published:2031", "outlet:%_\\", "“quoted”", "«a", "\xff\xfe", "🙂", "é", "a:b:c", "rank", "';--", strings.Repeat("é", 5000)}

func FuzzSearch(f *testing.F) {
	for _, s := range strange {
		f.Add(s)
	}
	a, err := Open(f.TempDir() + "/onrecord.sqlite")
	if err != nil {
		f.Fatal(err)
	}
	defer a.Close()
	if _, err := a.Add(context.Background(), []Arrival{harbour("")}); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, q string) {
		if _, err := a.Search(context.Background(), q, Page{}, 5); err != nil {
			t.Errorf("Search(%q) = %v, want results or a hint", q, err)
		}
		if _, err := a.Search(context.Background(), "speaker:"+q, Page{}, 5); err != nil {
			t.Errorf("Search(speaker:%q) = %v, want results or a hint", q, err)
		}
	})
}

func TestPeople(t *testing.T) {
	a := newArchive(t)
	add(t, a, harbour(""), harbour("Again."))
	err := a.View(context.Background(), func(tx *Tx) error {
		all, err := tx.Speakers("person", "", 10)
		if err != nil || len(all) != 1 || all[0].Articles != 2 || all[0].Statements != 2 {
			t.Fatalf("Speakers = %+v, %v, want Ilse Maren in 2 articles with 2 statements", all, err)
		}
		if found, err := tx.Speakers("", "mar", 10); err != nil || len(found) != 1 {
			t.Errorf("Speakers matching mar = %+v, %v, want one", found, err)
		}
		said, err := tx.SaidBy(all[0].ID, 0, 10)
		if err != nil || len(said) != 2 || said[0].ID < said[1].ID {
			t.Errorf("SaidBy = %+v, %v, want two, newest first", said, err)
		}
		roles, err := tx.Roles(all[0].ID)
		if err != nil || len(roles) != 1 || roles[0].Role != "harbour master" {
			t.Errorf("Roles = %+v, %v, want harbour master", roles, err)
		}
		_, err = tx.Entity(99)
		if !errors.Is(err, ErrNotFound) {
			t.Errorf("Entity(99) = %v, want ErrNotFound", err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestRemovedArticlesAreGoneUntilUndone(t *testing.T) {
	a := newArchive(t)
	id := add(t, a, harbour(""))[0]
	do(t, a, func(d *Deed) error { return d.Remove(id) })
	found := func() int {
		f, err := a.Search(context.Background(), "harbour", Page{}, 20)
		if err != nil {
			t.Fatal(err)
		}
		return len(f.Articles) + len(f.Statements)
	}
	if n := found(); n != 0 {
		t.Errorf("a removed article is found %d times, want 0", n)
	}
	if added, err := a.Add(context.Background(), []Arrival{harbour("")}); err != nil || !added[0].Restored {
		t.Errorf("Add of a removed article = %+v, %v, want it restored", added, err)
	}
	if n := found(); n != 2 {
		t.Errorf("an article that is back is found %d times, want 2", n)
	}
	whole(t, a)
}

// BenchmarkSearch searches 5,000 articles for words in all of them, in one,
// and in none.
func BenchmarkSearch(b *testing.B) {
	a, err := Open(b.TempDir() + "/onrecord.sqlite")
	if err != nil {
		b.Fatal(err)
	}
	defer a.Close()
	var arrivals []Arrival
	for i := range 5000 {
		arrivals = append(arrivals, harbour(fmt.Sprintf("Crew %d repaired the quay.", i)))
	}
	if _, err := a.Add(context.Background(), arrivals); err != nil {
		b.Fatal(err)
	}
	for _, q := range []string{"harbour", "crew 4711", `"would close"`, "speaker:maren", "quayside"} {
		b.Run(q, func(b *testing.B) {
			for b.Loop() {
				if _, err := a.Search(context.Background(), q, Page{}, 20); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

func readAgain(t *testing.T, a *Archive, r Rereading) {
	t.Helper()
	if err := a.ReadAgain(context.Background(), []Rereading{r}); err != nil {
		t.Fatal(err)
	}
}

// What nobody decided on is what the newer version finds.
func TestReadAgain(t *testing.T) {
	a := newArchive(t)
	first := harbour("")
	article := add(t, a, first)[0]
	newer := first.Facts
	newer.Statements = []fact.Statement{newer.Statements[0]}
	newer.Statements[0].Content = []text.Span{{Start: 20, End: 39}}
	readAgain(t, a, Rereading{article, newer, 2})
	f := factsOf(t, a, article)
	if len(f.Statements) != 1 || f.Statements[0].Content[0].Start != 20 || f.Version != 2 {
		t.Errorf("after ReadAgain: version %d, statements %+v, want the new one alone", f.Version, f.Statements)
	}
	readAgain(t, a, Rereading{article, first.Facts, 2})
	if again := factsOf(t, a, article); !reflect.DeepEqual(f, again) {
		t.Errorf("ReadAgain by the same version made %+v of %+v", again, f)
	}
	whole(t, a)
}

// A statement of a claim stays though the newer version finds none there.
func TestReadAgainKeepsWhatIsLinked(t *testing.T) {
	a := newArchive(t)
	article := add(t, a, harbour(""))[0]
	key := factsOf(t, a, article).Keys.Statements[0]
	do(t, a, func(d *Deed) error {
		claim, err := d.SaveClaim(Claim{Words: "The harbour closes."})
		if err != nil {
			return err
		}
		return d.SaveLink(claim, article, key, "same")
	})
	readAgain(t, a, Rereading{Article: article, Version: 2})
	f := factsOf(t, a, article)
	if len(f.Statements) != 1 || f.Keys.Statements[0] != key {
		t.Fatalf("after ReadAgain: statements %v, want %s", f.Keys.Statements, key)
	}
	if e, ok := f.Entity(f.Statements[0].Speaker); !ok || e.Name != "Ilse Maren" {
		t.Errorf("its speaker is %+v, want Ilse Maren", e)
	}
	whole(t, a)
}

// A decision can be taken back after the article was read again.
func TestUndoAfterReadAgain(t *testing.T) {
	a := newArchive(t)
	article := add(t, a, harbour(""))[0]
	key := factsOf(t, a, article).Keys.Statements[0]
	do(t, a, func(d *Deed) error { return d.Decide(article, key, Accepted, nil) })
	readAgain(t, a, Rereading{Article: article, Version: 2})
	if _, err := a.Undo(context.Background(), "", 0); err != nil {
		t.Fatal(err)
	}
	if f := factsOf(t, a, article); f.State(key) != Suggested || len(f.Statements) != 1 {
		t.Errorf("after Undo: %v is %s, want it suggested", f.Keys.Statements, f.State(key))
	}
	whole(t, a)
}

// Whatever was decided of whatever, read again and again: every decided fact
// stays as it was, down to whom it speaks of, and the archive is whole.
func TestReadAgainAnything(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for round := range 40 {
		a := newArchive(t)
		one := harbour(strings.Repeat("word ", 40))
		one.Facts = randomFacts(r, len(one.Article.Text))
		article := add(t, a, one)[0]
		for version := 2; version < 6; version++ {
			decideAtRandom(t, a, r, article)
			before := decided(factsOf(t, a, article))
			readAgain(t, a, Rereading{article, randomFacts(r, len(one.Article.Text)), version})
			after := decided(factsOf(t, a, article))
			if !reflect.DeepEqual(before, after) {
				t.Fatalf("round %d, version %d: decided facts were\n%v\nand are\n%v", round, version, before, after)
			}
			if lost := dangling(factsOf(t, a, article)); len(lost) > 0 {
				t.Fatalf("round %d, version %d: facts refer to %v, which is not there", round, version, lost)
			}
			whole(t, a)
		}
	}
}

// dangling is what the facts of f refer to and f does not have.
func dangling(f *ArticleFacts) (lost []string) {
	for _, id := range toEntities(&f.Facts) {
		if _, ok := f.Entity(id); id != 0 && !ok {
			lost = append(lost, fmt.Sprint("entity ", id))
		}
	}
	for _, id := range toStatements(&f.Facts) {
		if id != 0 && f.statementKey(id) == "" {
			lost = append(lost, fmt.Sprint("statement ", id))
		}
	}
	return lost
}

// Of two statements at one place the one that was decided stays the one.
func TestReadAgainKeepsTheSecondAtAPlace(t *testing.T) {
	one := harbour("")
	s := one.Facts.Statements[0]
	other := s
	other.ID, other.Speaker, other.Act = s.ID+1, 0, fact.Deny
	one.Facts.Statements = []fact.Statement{s, other}
	swapped, single := one.Facts, one.Facts
	swapped.Statements, single.Statements = []fact.Statement{other, s}, []fact.Statement{s}
	for name, newer := range map[string]fact.Facts{"none": {}, "the other order": swapped, "the first alone": single} {
		t.Run(name, func(t *testing.T) {
			a := newArchive(t)
			article := add(t, a, one)[0]
			key := factsOf(t, a, article).Keys.Statements[1]
			do(t, a, func(d *Deed) error { return d.Decide(article, key, Rejected, nil) })
			readAgain(t, a, Rereading{article, newer, 2})
			f := factsOf(t, a, article)
			if len(f.Statements) != 2 || f.Keys.Statements[1] != key || f.Statements[1].Act != fact.Deny || f.State(key) != Rejected {
				t.Errorf("after ReadAgain: %v, the second %+v %s, want the denial rejected", f.Keys.Statements, f.Statements, f.State(key))
			}
			whole(t, a)
		})
	}
}

// decided is the decided facts of f by key, as text that names whom they speak
// of and what they lie in.
func decided(f *ArticleFacts) map[string]string {
	said := map[string]string{}
	who := func(id int) string {
		e, _ := f.Entity(id)
		return e.Name
	}
	in := func(id int) string {
		for i, s := range f.Statements {
			if s.ID == id {
				return f.Keys.Statements[i]
			}
		}
		return fmt.Sprint("none for ", id)
	}
	note := func(key string, parts ...any) {
		if f.State(key) != Suggested {
			said[key] = fmt.Sprint(append([]any{f.State(key)}, parts...)...)
		}
	}
	for i, e := range f.Entities {
		note(f.Keys.Entities[i], e)
	}
	for i, s := range f.Statements {
		note(f.Keys.Statements[i], s, who(s.Speaker), in(s.Inside))
	}
	for i, e := range f.Events {
		note(f.Keys.Events[i], e, who(e.Where), in(e.Statement))
	}
	for i, p := range f.Positions {
		note(f.Keys.Positions[i], p, who(p.Actor), in(p.Statement))
	}
	for i, x := range f.Amounts {
		note(f.Keys.Amounts[i], *x.Value, x.Span, who(x.Where), in(x.Statement))
	}
	return said
}

// randomFacts is facts of every kind within n bytes, those other than entities
// now and then at one place, with references among them.
func randomFacts(r *rand.Rand, n int) fact.Facts {
	var f fact.Facts
	own := func() text.Span {
		start := r.IntN(n - 12)
		return text.Span{Start: start, End: start + 1 + r.IntN(10)}
	}
	span := func() text.Span {
		if r.IntN(3) == 0 {
			return text.Span{Start: 7, End: 11}
		}
		return own()
	}
	names := []string{"Ilse Maren", "Tarvo Elde", "Port Ellin", "Hydra", "Dd Brunn"}
	for i, k := range r.Perm(len(names))[:2+r.IntN(3)] {
		f.Entities = append(f.Entities, fact.Entity{ID: i + 1, Name: names[k], Kind: fact.Person, Of: r.IntN(i + 1),
			Mentions: []fact.Mention{{Span: own(), How: fact.ByName}}})
	}
	who := func() int { return r.IntN(len(f.Entities) + 1) }
	for i := range 1 + r.IntN(5) {
		f.Statements = append(f.Statements, fact.Statement{ID: i + 1, Content: []text.Span{span()}, Speaker: who(), Inside: r.IntN(i + 1), Act: fact.State})
	}
	said := func() int { return r.IntN(len(f.Statements) + 1) }
	for range 3 {
		value := float64(r.IntN(100))
		f.Amounts = append(f.Amounts, fact.Amount{Span: span(), Value: &value, Where: who(), Statement: said()})
		at := span()
		f.Events = append(f.Events, fact.Event{Span: at, Mentions: []text.Span{at}, Kind: fact.Meeting, Who: []int{1 + r.IntN(len(f.Entities))}, Where: who(), Statement: said()})
		f.Positions = append(f.Positions, fact.Position{Topic: []text.Span{span()}, Actor: who(), Stance: fact.For, Statement: said()})
	}
	return f
}

// decideAtRandom accepts, rejects or edits some facts of an article.
func decideAtRandom(t *testing.T, a *Archive, r *rand.Rand, article int64) {
	t.Helper()
	f := factsOf(t, a, article)
	all := [][]string{f.Keys.Entities, f.Keys.Statements, f.Keys.Amounts, f.Keys.Events, f.Keys.Positions}
	do(t, a, func(d *Deed) error {
		for range 1 + r.IntN(3) {
			keys := all[r.IntN(len(all))]
			if err := d.Decide(article, keys[r.IntN(len(keys))], []string{Accepted, Rejected, Suggested}[r.IntN(3)], nil); err != nil {
				return err
			}
		}
		i := r.IntN(len(f.Statements))
		edited := f.Statements[i]
		edited.Speaker = f.Entities[r.IntN(len(f.Entities))].ID
		return d.Decide(article, f.Keys.Statements[i], Edited, edited)
	})
}

// A number that an entity or statement had is never another's, though several
// readings lie between: what the user undid can still speak of it.
func TestNumbersNeverComeBack(t *testing.T) {
	a := newArchive(t)
	article := add(t, a, harbour(""))[0]
	readAgain(t, a, Rereading{Article: article, Version: 2})
	other := fact.Facts{
		Entities:   []fact.Entity{{ID: 1, Name: "Tarvo Elde", Kind: fact.Person, Mentions: []fact.Mention{{Span: text.Span{Start: 20, End: 30}, How: fact.ByName}}}},
		Statements: []fact.Statement{{ID: 1, Content: []text.Span{{Start: 5, End: 9}}, Speaker: 1, Act: fact.State}},
	}
	readAgain(t, a, Rereading{Article: article, Facts: other, Version: 3})
	f := factsOf(t, a, article)
	if e, s := f.Entities[0].ID, f.Statements[0].ID; e != 2 || s != 2 || f.Statements[0].Speaker != 2 {
		t.Errorf("after two readings: entity %d, statement %d by %d, want numbers past those that were given", e, s, f.Statements[0].Speaker)
	}
	whole(t, a)
}

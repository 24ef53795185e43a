package store

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"onrecord/extract/fact"
)

// shown is every fact of the archive that can be learned of, as it now shows:
// statements by their state and speaker, names by their state and role.
func shown(t *testing.T, a *Archive) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := a.View(context.Background(), func(tx *Tx) error {
		articles, err := rows(tx, scanID, `SELECT id FROM article WHERE removed = 0 ORDER BY id`)
		if err != nil {
			return err
		}
		for _, article := range articles {
			f, err := tx.Facts(article)
			if err != nil {
				return err
			}
			for i, key := range f.Keys.Statements {
				x, err := tx.StatementAt(article, key)
				if err != nil {
					return err
				}
				all[fmt.Sprint(article, "/", key)] = fmt.Sprint(f.State(key), " ", x.State, " ", x.Name, " ", f.cue(f.Statements[i]))
			}
			for i, key := range f.Keys.Entities {
				all[fmt.Sprint(article, "/", key)] = fmt.Sprint(f.State(key), " ", f.Entities[i].Name, " ", f.Entities[i].Role)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// ownChanges is which facts are another than before, but for statements that
// only have another speaker.
func ownChanges(before, after map[string]string) (changed []string) {
	for key, now := range after {
		was := strings.Fields(before[key])
		is := strings.Fields(now)
		if statement := strings.Contains(key, "/statement-"); statement && was[0] != is[0] || !statement && before[key] != now {
			changed = append(changed, key)
		}
	}
	slices.Sort(changed)
	return changed
}

func must1(t *testing.T) func(Lesson, error) Lesson {
	return func(l Lesson, err error) Lesson {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
}

func teach(t *testing.T, a *Archive, l Lesson, all bool) int64 {
	t.Helper()
	return do(t, a, func(d *Deed) error { _, err := d.Teach(l, all); return err })
}

func preview(t *testing.T, a *Archive, l Lesson) Preview {
	t.Helper()
	var p Preview
	if err := a.View(context.Background(), func(tx *Tx) (err error) { p, err = tx.PreviewOf(l, 50); return err }); err != nil {
		t.Fatal(err)
	}
	return p
}

// storyLessons is lessons that change something in the sample story.
func storyLessons(t *testing.T) map[string]Lesson {
	ok := must1(t)
	return map[string]Lesson{
		"a common cue":                ok(NoCue("said")),
		"a cue with a capital":        ok(NoCue("According to")),
		"a cue of several words":      ok(NoCue("has told")),
		"a name that speaks":          ok(NoName(fact.Person, "Oren Vastic")),
		"a name without its capitals": ok(NoName(fact.Person, "oren vastic")),
		"a role":                      ok(OtherRole(fact.Person, "Oren Vastic", "interior minister", "police minister")),
		"a role that is none":         ok(OtherRole(fact.Person, "Lena Corvath", "spokeswoman", "")),
		"a cue that nobody has":       ok(NoCue("hummed")),
	}
}

// What a preview counts is what teaching then changes, and what forgetting
// gives back: over the sample story, with every kind of lesson.
func TestPreviewCountsWhatChanges(t *testing.T) {
	a := newArchive(t)
	add(t, a, story(t)...)
	for name, l := range storyLessons(t) {
		t.Run(name, func(t *testing.T) {
			before, p := shown(t, a), preview(t, a, l)
			seq := teach(t, a, l, true)
			after := shown(t, a)
			changed := ownChanges(before, after)
			if len(changed) != p.Facts {
				t.Errorf("teaching %q changed %d facts, the preview said %d: %q", l, len(changed), p.Facts, changed)
			}
			if want := min(p.Facts, 50); len(p.Places) != want {
				t.Errorf("the preview of %q shows %d places, want %d", l, len(p.Places), want)
			}
			for _, x := range p.Places {
				if key := fmt.Sprint(x.Article, "/", x.Key); !slices.Contains(changed, key) || !strings.Contains(x.Line, Mark) {
					t.Errorf("the preview of %q shows %s with %q, which did not change", l, key, x.Line)
				}
			}
			var back Preview
			err := a.View(context.Background(), func(tx *Tx) (err error) { back, err = tx.PreviewForget(seq, 50); return err })
			if err != nil || back.Facts != p.Facts || back.Articles != p.Articles {
				t.Errorf("PreviewForget(%q) = %d facts in %d articles, %v, want %d in %d", l, back.Facts, back.Articles, err, p.Facts, p.Articles)
			}
			whole(t, a)
			do(t, a, func(d *Deed) error { return d.Forget(seq) })
			if now := shown(t, a); !maps.Equal(now, before) {
				t.Errorf("after Forget(%q) %q differ", l, ownChanges(before, now))
			}
			whole(t, a)
		})
	}
}

// Undo and redo of teaching and of forgetting, and replay.
func TestLessonsAreUndone(t *testing.T) {
	a := newArchive(t)
	add(t, a, story(t)...)
	for name, l := range storyLessons(t) {
		t.Run(name, func(t *testing.T) {
			before := shown(t, a)
			seq := teach(t, a, l, true)
			taught := shown(t, a)
			undo(t, a, seq)
			if now := shown(t, a); !maps.Equal(now, before) {
				t.Errorf("after Undo of teaching %q: %q differ", l, ownChanges(before, now))
			}
			again := teach(t, a, l, true)
			forgot := do(t, a, func(d *Deed) error { return d.Forget(again) })
			undo(t, a, forgot)
			if now := shown(t, a); !maps.Equal(now, taught) {
				t.Errorf("after Undo of forgetting %q: %q differ", l, ownChanges(taught, now))
			}
			whole(t, a)
			do(t, a, func(d *Deed) error { return d.Forget(again) })
		})
	}
}

// noted is an article with a statement by a cue, of a name with a role.
func noted(cue, role, words string) Arrival {
	a := person("Tarvo Elde", role, words)
	body := a.Article.Text
	was := a.Facts.Statements[0].Cue[0]
	a.Article.Text = body[:was.Start] + cue + body[was.End:]
	shift := len(cue) - (was.End - was.Start)
	s := &a.Facts.Statements[0]
	s.Cue[0].End += shift
	for i := range s.Content {
		s.Content[i].Start, s.Content[i].End = s.Content[i].Start+shift, s.Content[i].End+shift
	}
	a.Document.Bytes = []byte(a.Article.Text)
	return a
}

func TestLessonsHoldForArticlesToCome(t *testing.T) {
	ok := must1(t)
	for _, c := range []struct {
		name        string
		lesson      Lesson
		all         bool
		first, next string // the statement's state, and the name with its state and role
	}{
		{"a cue everywhere", ok(NoCue("noted")), true, "rejected Tarvo Elde suggested mayor", "rejected Tarvo Elde suggested mayor"},
		{"a cue later", ok(NoCue("noted")), false, "suggested Tarvo Elde suggested mayor", "rejected Tarvo Elde suggested mayor"},
		{"a cue with a capital", ok(NoCue("NOTED")), true, "rejected Tarvo Elde suggested mayor", "rejected Tarvo Elde suggested mayor"},
		{"another form of the word", ok(NoCue("notes")), true, "suggested Tarvo Elde suggested mayor", "suggested Tarvo Elde suggested mayor"},
		{"a name everywhere", ok(NoName(fact.Person, "Tarvo Elde")), true, "suggested  rejected mayor", "suggested  rejected mayor"},
		{"a name later", ok(NoName(fact.Person, "Tarvo Elde")), false, "suggested Tarvo Elde suggested mayor", "suggested  rejected mayor"},
		{"a name of another kind", ok(NoName(fact.Place, "Tarvo Elde")), true, "suggested Tarvo Elde suggested mayor", "suggested Tarvo Elde suggested mayor"},
		{"a role everywhere", ok(OtherRole(fact.Person, "Tarvo Elde", "Mayor", "harbour mayor")), true, "suggested Tarvo Elde suggested harbour mayor", "suggested Tarvo Elde suggested harbour mayor"},
		{"a role later", ok(OtherRole(fact.Person, "Tarvo Elde", "Mayor", "")), false, "suggested Tarvo Elde suggested mayor", "suggested Tarvo Elde suggested "},
		{"the role of another", ok(OtherRole(fact.Person, "Ilse Maren", "mayor", "pilot")), true, "suggested Tarvo Elde suggested mayor", "suggested Tarvo Elde suggested mayor"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := newArchive(t)
			first := add(t, a, noted("noted", "mayor", "one"))[0]
			id := teach(t, a, c.lesson, c.all)
			next := add(t, a, noted("noted", "mayor", "two"))[0]
			showsAs(t, a, first, c.first)
			showsAs(t, a, next, c.next)
			whole(t, a)
			do(t, a, func(d *Deed) error { return d.Forget(id) })
			for _, article := range []int64{first, next} {
				showsAs(t, a, article, "suggested Tarvo Elde suggested mayor")
			}
			whole(t, a)
			undo(t, a, 0)
			showsAs(t, a, next, c.next)
			whole(t, a)
		})
	}
}

// showsAs holds the statement and the name of an article of noted to want.
func showsAs(t *testing.T, a *Archive, article int64, want string) {
	t.Helper()
	f := factsOf(t, a, article)
	var x Statement
	err := a.View(context.Background(), func(tx *Tx) (err error) { x, err = tx.StatementAt(article, f.Keys.Statements[0]); return err })
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(x.State, " ", x.Name, " ", f.State(f.Keys.Entities[0]), " ", f.Entities[0].Role); got != want {
		t.Errorf("article %d stands as %q, want %q", article, got, want)
	}
}

func TestDecisionsWinOverLessons(t *testing.T) {
	ok := must1(t)
	a := newArchive(t)
	before, after, none := add(t, a, noted("noted", "mayor", "one"))[0], add(t, a, noted("noted", "mayor", "two"))[0], add(t, a, noted("noted", "mayor", "three"))[0]
	f := factsOf(t, a, before)
	statement, entity := f.Keys.Statements[0], f.Keys.Entities[0]
	accept := func(article int64) (seqs []int64) {
		for _, key := range []string{statement, entity} {
			seqs = append(seqs, do(t, a, func(d *Deed) error { return d.Decide(article, key, Accepted, nil) }))
		}
		return seqs
	}
	accept(before)
	do(t, a, func(d *Deed) error {
		claim, err := d.SaveClaim(Claim{Words: "The quay closes."})
		if err != nil {
			return err
		}
		return d.SaveLink(claim, none, factsOf(t, a, none).Keys.Statements[0], "same")
	})
	if p := preview(t, a, ok(NoCue("noted"))); p.Linked != 1 {
		t.Errorf("the preview says %d of the statements stand in claims, want 1", p.Linked)
	}
	if p := preview(t, a, ok(NoName(fact.Person, "Tarvo Elde"))); p.Speakerless != 2 {
		t.Errorf("the preview says %d statements would have no speaker, want 2", p.Speakerless)
	}
	if p := preview(t, a, ok(NoCue("noted"))); p.Facts != 2 || p.Kept != 1 {
		t.Errorf("the preview of a cue that was accepted once says %d change and %d stay, want 2 and 1", p.Facts, p.Kept)
	}
	teach(t, a, ok(NoCue("noted")), true)
	for _, l := range []Lesson{ok(NoName(fact.Person, "Tarvo Elde")), ok(OtherRole(fact.Person, "Tarvo Elde", "mayor", "pilot"))} {
		if p := preview(t, a, l); p.Facts != 2 || p.Kept != 1 {
			t.Errorf("the preview of %q says %d change and %d stay, want 2 and 1", l, p.Facts, p.Kept)
		}
	}
	teach(t, a, ok(NoName(fact.Person, "Tarvo Elde")), true)
	seqs := accept(after)
	showsAs(t, a, before, "accepted Tarvo Elde accepted mayor")
	showsAs(t, a, after, "accepted Tarvo Elde accepted mayor")
	showsAs(t, a, none, "rejected  rejected mayor")
	whole(t, a)
	for _, seq := range seqs {
		undo(t, a, seq)
	}
	showsAs(t, a, after, "rejected  rejected mayor")
	whole(t, a)
}

// Of two lessons on one name the rejection shows, and when it is forgotten the
// other does.
func TestTwoLessonsOnOneFact(t *testing.T) {
	ok := must1(t)
	for _, order := range [][]int{{0, 1}, {1, 0}} {
		a := newArchive(t)
		article := add(t, a, noted("noted", "mayor", "one"))[0]
		lessons := []Lesson{ok(NoName(fact.Person, "Tarvo Elde")), ok(OtherRole(fact.Person, "Tarvo Elde", "mayor", "pilot"))}
		ids := make([]int64, len(lessons))
		for _, i := range order {
			ids[i] = teach(t, a, lessons[i], true)
		}
		f := factsOf(t, a, article)
		if l, _ := f.Taught(f.Keys.Entities[0]); l.Kind != NameLesson || f.State(f.Keys.Entities[0]) != Rejected {
			t.Errorf("taught in the order %v, the name is %s by %q, want it rejected by the lesson on the name", order, f.State(f.Keys.Entities[0]), l)
		}
		whole(t, a)
		do(t, a, func(d *Deed) error { return d.Forget(ids[0]) })
		showsAs(t, a, article, "suggested Tarvo Elde suggested pilot")
		do(t, a, func(d *Deed) error { return d.Forget(ids[1]) })
		showsAs(t, a, article, "suggested Tarvo Elde suggested mayor")
		whole(t, a)
	}
}

// Teaching the same words again changes the lesson, and makes no second one.
func TestTaughtAgain(t *testing.T) {
	ok := must1(t)
	a := newArchive(t)
	article := add(t, a, noted("noted", "mayor", "one"))[0]
	teach(t, a, ok(OtherRole(fact.Person, "Tarvo Elde", "mayor", "pilot")), true)
	again := teach(t, a, ok(OtherRole(fact.Person, "Tarvo Elde", "MAYOR", "harbour master")), true)
	showsAs(t, a, article, "suggested Tarvo Elde suggested harbour master")
	var all []Lesson
	err := a.View(context.Background(), func(tx *Tx) (err error) { all, err = tx.Lessons(0, 9); return err })
	if err != nil || len(all) != 1 {
		t.Errorf("Lessons = %v, %v, want one", all, err)
	}
	undo(t, a, again)
	showsAs(t, a, article, "suggested Tarvo Elde suggested pilot")
	whole(t, a)
}

// A lesson that was taught anew cannot be there twice by an undo.
func TestUndoOfForgettingWhatWasTaughtAnew(t *testing.T) {
	a := newArchive(t)
	add(t, a, noted("noted", "mayor", "one"))
	l := must1(t)(NoCue("noted"))
	id := teach(t, a, l, true)
	forgot := do(t, a, func(d *Deed) error { return d.Forget(id) })
	teach(t, a, l, true)
	if _, err := a.Undo(context.Background(), "", forgot); !errors.Is(err, ErrStale) {
		t.Errorf("Undo = %v, want ErrStale", err)
	}
	whole(t, a)
}

// What the user said of whom a name means in an article is a decision on it.
func TestANameThatWasPartedStays(t *testing.T) {
	a := newArchive(t)
	first := add(t, a, noted("noted", "mayor", "one"))[0]
	add(t, a, noted("noted", "pilot", "two"))
	parts(t, a, []int64{first}, other)
	l := must1(t)(NoName(fact.Person, "Tarvo Elde"))
	if p := preview(t, a, l); p.Facts != 1 {
		t.Errorf("the preview says %d change, want the one that was not parted", p.Facts)
	}
	teach(t, a, l, true)
	showsAs(t, a, first, "suggested "+other+" suggested mayor")
	third := add(t, a, noted("noted", "mayor", "three"))[0]
	showsAs(t, a, third, "suggested "+other+" suggested mayor") // by its role
	whole(t, a)
	if _, err := a.Undo(context.Background(), "", 1); err != nil {
		t.Fatal(err)
	}
	showsAs(t, a, first, "suggested  rejected mayor")
	showsAs(t, a, third, "suggested  rejected mayor")
	whole(t, a)
}

func TestLessonsStayWhenArticlesAreReadAgain(t *testing.T) {
	ok := must1(t)
	a := newArchive(t)
	first := noted("noted", "mayor", "one")
	article := add(t, a, first)[0]
	teach(t, a, ok(NoCue("noted")), true)
	role := teach(t, a, ok(OtherRole(fact.Person, "Tarvo Elde", "mayor", "pilot")), true)
	newer := first.Facts
	newer.Statements = slices.Clone(newer.Statements)
	newer.Statements[0].Content = slices.Clone(newer.Statements[0].Content)
	newer.Statements[0].Content[0].End--
	readAgain(t, a, Rereading{article, newer, 2})
	showsAs(t, a, article, "rejected Tarvo Elde suggested pilot")
	whole(t, a)
	do(t, a, func(d *Deed) error { return d.Forget(role) })
	showsAs(t, a, article, "rejected Tarvo Elde suggested mayor")
	whole(t, a)
}

func TestLessonsThatAreRefused(t *testing.T) {
	for name, make := range map[string]func() (Lesson, error){
		"a cue without letters":  func() (Lesson, error) { return NoCue(" – ") },
		"a name without letters": func() (Lesson, error) { return NoName(fact.Person, "…") },
		"a role that is none":    func() (Lesson, error) { return OtherRole(fact.Person, "Tarvo Elde", "", "mayor") },
		"a role of nobody":       func() (Lesson, error) { return OtherRole(fact.Person, " ", "mayor", "pilot") },
		"the same role":          func() (Lesson, error) { return OtherRole(fact.Person, "Tarvo Elde", "mayor", "mayor ") },
		"a whole paragraph":      func() (Lesson, error) { return NoCue(strings.Repeat("word ", 99)) },
	} {
		if l, err := make(); !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: %q, %v, want ErrInvalid", name, l, err)
		}
	}
}

func TestCheckNamesWhatNoLessonMade(t *testing.T) {
	for name, query := range map[string]string{
		"a fact too much":   `INSERT INTO taught (article, key, lesson) SELECT article, key, 9 FROM statement`,
		"a cue":             `UPDATE statement SET cue = 'hummed'`,
		"a role":            `UPDATE reading_role SET role = 'pilot'`,
		"a name to look at": `UPDATE appearance SET open = 7`,
	} {
		a := newArchive(t)
		add(t, a, noted("noted", "mayor", "one"))
		if err := a.update(context.Background(), true, func(tx *Tx) error { return tx.exec(query) }); err != nil {
			t.Fatal(err)
		}
		if h, err := a.Check(context.Background(), nil); err != nil || len(h.Wrong) == 0 {
			t.Errorf("%s: Check = %q, %v, want to be told", name, h.Wrong, err)
		}
	}
}

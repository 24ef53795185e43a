package store

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// An operation is one thing that can be done at random: a deed, or a turn of
// one. What it cannot do to what there is, it fails at.
type operation struct {
	name   string
	weight int
	do     func(*rand.Rand, *Deed) error
	turn   func(*life) error
}

var (
	people = []string{"Aa Elde", "Bb Elde", "Elde", "Cc Maren", "Maren", "Dd Brunn"}
	roles  = []string{"", "mayor", "pilot", "Mayor"}
)

var operations = []operation{
	{"decision", 10, randomDecision, nil},
	{"edit", 8, randomEdit, nil},
	{"claim", 6, randomClaim, nil},
	{"removal of a claim", 2, func(r *rand.Rand, d *Deed) error {
		claim, err := someRecord[int64](r, d, "claim")
		return cmp.Or(err, d.RemoveClaim(claim))
	}, nil},
	{"link", 5, randomLink, nil},
	{"tie", 4, randomTie, nil},
	{"refusal", 2, randomRefusal, nil},
	{"publication", 1, func(r *rand.Rand, d *Deed) error {
		claim, err := someRecord[int64](r, d, "claim")
		return cmp.Or(err, d.SavePublication(Publication{Claim: claim, Address: one(r, []string{"", "https://press.example/"}), Maker: one(r, []string{"", "person"})}))
	}, nil},
	{"settled", 1, func(r *rand.Rand, d *Deed) error {
		claim, err := someRecord[int64](r, d, "claim")
		return cmp.Or(err, d.Settle(fmt.Sprint("claim/", claim)))
	}, nil},
	{"evidence", 4, randomEvidence, nil},
	{"note", 5, randomNote, nil},
	{"tag", 4, randomTag, nil},
	{"drop", 8, randomDrop, nil},
	{"list", 1, randomList, nil},
	{"addition", 2, randomAddition, nil},
	{"lesson", 3, randomLesson, nil},
	{"forgotten lesson", 2, func(r *rand.Rand, d *Deed) error {
		id, err := someRecord[int64](r, d, "lesson")
		return cmp.Or(err, d.Forget(id))
	}, nil},
	{"read again", 1, nil, (*life).readAgain},
	{"story", 2, randomStory, nil},
	{"story item", 3, randomItem, nil},
	{"merge", 4, func(r *rand.Rand, d *Deed) error {
		gone, err := somebody(r, d)
		if err != nil {
			return err
		}
		kept, err := somebody(r, d)
		return cmp.Or(err, d.Merge(gone.ID, kept.ID, r.IntN(4) == 0))
	}, nil},
	{"unmerge", 3, func(r *rand.Rand, d *Deed) error {
		name, err := someRecord[string](r, d, "merge")
		return cmp.Or(err, d.Unmerge(name))
	}, nil},
	{"rename", 2, func(r *rand.Rand, d *Deed) error {
		e, err := somebody(r, d)
		if err != nil {
			return err
		}
		name := one(r, people)
		_, err = d.Rename(e.ID, []string{name, strings.ToUpper(name), "New Name"}[r.IntN(3)])
		return err
	}, nil},
	{"part", 4, randomPart, nil},
	{"removal", 2, func(r *rand.Rand, d *Deed) error {
		article, err := someRecord[int64](r, d, "article")
		return cmp.Or(err, d.Remove(article))
	}, nil},
	{"undo", 12, nil, func(l *life) error { _, err := l.a.Undo(context.Background(), "", 0); return err }},
	{"redo", 10, nil, func(l *life) error { _, err := l.a.Redo(context.Background(), "", 0); return err }},
	{"undo of a chosen one", 5, nil, func(l *life) error {
		_, err := l.a.Undo(context.Background(), "", 1+l.recent())
		return err
	}},
	{"redo of a chosen one", 5, nil, func(l *life) error {
		_, err := l.a.Redo(context.Background(), "", 1+l.recent())
		return err
	}},
}

// readAgain reads an article anew, with another role in it.
func (l *life) readAgain() error {
	var again Rereading
	err := l.a.View(context.Background(), func(tx *Tx) error {
		all, err := tx.Library(Filter{}, 100)
		if err != nil || len(all) == 0 {
			return cmp.Or(err, ErrNotFound)
		}
		again.Article = one(l.r, all).ID
		read, err := tx.Reading(again.Article)
		if err != nil {
			return err
		}
		read.Entities[0].Role = one(l.r, roles)
		again.Facts, again.Version = read.Facts, read.Version+1
		return nil
	})
	return cmp.Or(err, l.a.ReadAgain(context.Background(), []Rereading{again}))
}

// recent is how many entries stand before one of the newest fifty.
func (l *life) recent() int64 { return max(0, int64(len(l.told)-1-l.r.IntN(50))) }

func one[T any](r *rand.Rand, all []T) T { return all[r.IntN(len(all))] }

// someRecord is the id of some row of a table.
func someRecord[T any](r *rand.Rand, d *Deed, table string) (id T, err error) {
	var n int
	if err := d.tx.one(`SELECT count(*) FROM `+table, nil, &n); err != nil || n == 0 {
		return id, cmp.Or(err, ErrNotFound)
	}
	return id, d.tx.one(`SELECT id FROM `+table+` ORDER BY id LIMIT 1 OFFSET ?`, []any{r.IntN(n)}, &id)
}

// somebody is one of those whom the articles of the library speak of.
func somebody(r *rand.Rand, d *Deed) (Entity, error) {
	all, err := d.Tx().Speakers("", "", 100)
	if err != nil || len(all) == 0 {
		return Entity{}, cmp.Or(err, ErrNotFound)
	}
	return one(r, all), nil
}

// newOrSome is 0, for a new record, or the id of one there is: always when there
// are many.
func newOrSome(r *rand.Rand, d *Deed, table string) (int64, error) {
	var n int
	if err := d.tx.one(`SELECT count(*) FROM `+table, nil, &n); err != nil || n == 0 || n < 30 && r.IntN(2) == 0 {
		return 0, err
	}
	return someRecord[int64](r, d, table)
}

// someStatement is an article and the key of a statement of it.
func someStatement(r *rand.Rand, d *Deed) (int64, string, error) {
	article, f, err := someFacts(r, d)
	if err != nil || len(f.Keys.Statements) == 0 {
		return 0, "", cmp.Or(err, ErrNotFound)
	}
	return article, one(r, f.Keys.Statements), nil
}

func someFacts(r *rand.Rand, d *Deed) (int64, *ArticleFacts, error) {
	article, err := someRecord[int64](r, d, "article")
	if err != nil {
		return 0, nil, err
	}
	f, err := d.Tx().Facts(article)
	return article, f, err
}

func randomDecision(r *rand.Rand, d *Deed) error {
	article, f, err := someFacts(r, d)
	if err != nil {
		return err
	}
	return d.Decide(article, one(r, slices.Concat(f.Keys.Entities, f.Keys.Statements)), one(r, []string{Accepted, Rejected, Suggested}), nil)
}

func randomEdit(r *rand.Rand, d *Deed) error {
	article, f, err := someFacts(r, d)
	if err != nil {
		return err
	}
	if r.IntN(2) == 0 {
		e := f.Entities[0]
		e.Name, e.Role = one(r, people), one(r, roles)
		return d.Decide(article, f.Keys.Entities[0], Edited, e)
	}
	s := f.Statements[0]
	s.Act, s.Said = one(r, fact.Acts[:]), fmt.Sprint("2031-03-0", 1+r.IntN(9))
	if r.IntN(4) == 0 {
		s.Speaker = 0
	}
	return d.Decide(article, f.Keys.Statements[0], Edited, s)
}

func randomClaim(r *rand.Rand, d *Deed) error {
	id, err := newOrSome(r, d, "claim")
	if err != nil {
		return err
	}
	c := Claim{Words: "The harbour"}
	if id != 0 {
		if c, err = d.Tx().Claim(id); err != nil {
			return err
		}
	}
	switch r.IntN(3) {
	case 0:
		c.Verdict, c.Reason = one(r, ownVerdicts[:]).Words, fmt.Sprint("because ", r.IntN(5))
	case 1:
		c.Status = one(r, Statuses[:])
	default:
		c.Words = fmt.Sprint("AT&T said <b>\"no\u2028\"</b> ", r.IntN(9))
	}
	_, err = d.SaveClaim(c)
	return err
}

func randomLink(r *rand.Rand, d *Deed) error {
	claim, err := someRecord[int64](r, d, "claim")
	if err != nil {
		return err
	}
	article, key, err := someStatement(r, d)
	if err != nil {
		return err
	}
	return d.SaveLink(claim, article, key, one(r, Relations[:]))
}

func randomRefusal(r *rand.Rand, d *Deed) error {
	claim, err := someRecord[int64](r, d, "claim")
	if err != nil {
		return err
	}
	article, key, err := someStatement(r, d)
	return cmp.Or(err, d.Refuse(claim, article, key))
}

func randomTie(r *rand.Rand, d *Deed) error {
	end := func() (string, error) { claim, err := someRecord[int64](r, d, "claim"); return ClaimEnd(claim), err }
	if r.IntN(2) == 0 {
		end = func() (string, error) {
			article, key, err := someStatement(r, d)
			return StatementEnd(article, key), err
		}
	}
	from, err := end()
	if err != nil {
		return err
	}
	to, err := end()
	if err != nil {
		return err
	}
	return d.SaveTie(Tie{From: from, Relation: one(r, Relations[:]), To: to, Why: fmt.Sprint("why ", r.IntN(3))})
}

func randomEvidence(r *rand.Rand, d *Deed) error {
	claim, err := someRecord[int64](r, d, "claim")
	if err != nil {
		return err
	}
	e := Evidence{Claim: claim, Stance: one(r, Stances[:]), Why: fmt.Sprint("why ", r.IntN(5))}
	article, err := someRecord[int64](r, d, "article")
	if err != nil {
		return err
	}
	file := int64(1)
	switch r.IntN(4) {
	case 0:
		e.Address = "https://port.example/timetable"
	case 1:
		e.Attachment = &file
	case 2:
		e.Article = &article
	default:
		e.Article, e.Quote = &article, "said"
	}
	_, err = d.SaveEvidence(e)
	return err
}

// on is an article or a claim for something to hang on.
func on(r *rand.Rand, d *Deed) (article, claim *int64, err error) {
	table := one(r, []string{"article", "claim"})
	id, err := someRecord[int64](r, d, table)
	if table == "claim" {
		return nil, &id, err
	}
	return &id, nil, err
}

func randomNote(r *rand.Rand, d *Deed) error {
	id, err := newOrSome(r, d, "note")
	if err != nil {
		return err
	}
	var n Note
	if id != 0 {
		n, err = d.Tx().Note(id)
	} else {
		n.Article, n.Claim, err = on(r, d)
	}
	if err != nil {
		return err
	}
	n.Words = fmt.Sprint("note ", r.IntN(9))
	_, err = d.SaveNote(n)
	return err
}

func randomTag(r *rand.Rand, d *Deed) error {
	article, claim, err := on(r, d)
	if err != nil {
		return err
	}
	return d.SaveTag(Tag{Words: fmt.Sprint("tag ", r.IntN(4)), Article: article, Claim: claim})
}

// randomDrop drops some record, of a kind of which nothing is redrawn but by the
// record itself.
func randomDrop(r *rand.Rand, d *Deed) error {
	table := one(r, []string{"link", "evidence", "note", "tag", "tie", "story", "story_item", "list", "part", "part_role", "removal", "addition", "lesson", "refusal", "settled"})
	id, err := someRecord[string](r, d, table)
	return cmp.Or(err, d.Put(table, id, nil))
}

func randomList(r *rand.Rand, d *Deed) error {
	list := slices.Clone(ownVerdicts[:])
	rating := float64(r.IntN(5))
	list[1+r.IntN(len(list)-1)].Rating = &rating
	value, err := json.Marshal(list)
	return cmp.Or(err, d.Put("list", "verdicts", map[string]string{"value": string(value)}))
}

func randomAddition(r *rand.Rand, d *Deed) error {
	article, f, err := someFacts(r, d)
	if err != nil {
		return err
	}
	s := fact.Statement{ID: 1<<20 + int(d.ID()), Content: []text.Span{{Start: 0, End: 2 + r.IntN(5)}}, Act: fact.State, Form: fact.Direct, Rule: "you", Confidence: 1}
	if len(f.Entities) > 0 {
		s.Speaker = f.Entities[0].ID
	}
	body, err := json.Marshal(s)
	if err != nil {
		return err
	}
	key := fmt.Sprintf("statement-0-%d-u%d", s.Content[0].End, d.ID())
	return d.Put("addition", factID(article, key), map[string]any{"article": article, "key": key, "fact": string(body)})
}

// randomLesson teaches something of a cue, a name or a role.
func randomLesson(r *rand.Rand, d *Deed) error {
	name := one(r, people)
	l, err := [...]func() (Lesson, error){
		func() (Lesson, error) { return NoCue("Said") },
		func() (Lesson, error) { return NoName(fact.Person, name) },
		func() (Lesson, error) { return OtherRole(fact.Person, name, one(r, roles), one(r, roles)) },
	}[r.IntN(3)]()
	if err != nil {
		return err
	}
	_, err = d.Teach(l, r.IntN(3) > 0)
	return err
}

func randomStory(r *rand.Rand, d *Deed) error {
	id, err := newOrSome(r, d, "story")
	if err != nil {
		return err
	}
	return d.Put("story", fmt.Sprint(cmp.Or(id, d.ID())), map[string]any{"name": fmt.Sprint("story ", r.IntN(9)), "about": "", "query": one(r, people), "made": d.tx.stamp()})
}

func randomItem(r *rand.Rand, d *Deed) error {
	story, err := someRecord[int64](r, d, "story")
	if err != nil {
		return err
	}
	item := map[string]any{"story": story, "belongs": r.IntN(2), "seq": d.ID(), "made": d.tx.stamp()}
	if r.IntN(3) == 0 {
		key := keyOf(fact.Person, one(r, people))
		item["entity"] = key
		return d.Put("story_item", fmt.Sprint(story, "/entity/", key), item)
	}
	kind := one(r, []string{"article", "claim"})
	id, err := someRecord[int64](r, d, kind)
	if err != nil {
		return err
	}
	item[kind] = id
	return d.Put("story_item", fmt.Sprint(story, "/", kind, "/", id), item)
}

func randomPart(r *rand.Rand, d *Deed) error {
	e, err := somebody(r, d)
	if err != nil {
		return err
	}
	uses, err := d.Tx().uses(e.ID)
	if err != nil {
		return err
	}
	var ids []int64
	for _, u := range uses[:r.IntN(len(uses)+1)] {
		ids = append(ids, u.article)
	}
	_, err = d.Part(e.ID, ids, one(r, []string{one(r, people), e.Name + " II", "Someone"}))
	return err
}

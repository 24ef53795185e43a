package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// The states of a fact.
const (
	Suggested = "suggested"
	Accepted  = "accepted"
	Edited    = "edited"
	Rejected  = "rejected"
)

// ArticleFacts is what stands in one article: the program's reading with the
// user's edits in place, behind it what the user added, and what was decided
// of each fact. A fact is named by
// its key, kind and place in the text, which survives another reading.
type ArticleFacts struct {
	fact.Facts
	Keys    Keys
	Version int
	text    string
	states  map[string]string
	taught  map[string]Lesson      // the facts that are as they are by a lesson
	read    map[string]fact.Entity // names that the user edited, as they were read
	others  map[int]bool           // the entities that stand for another name than theirs, once that was looked up
	given   given
	added   addedOf // the last so many facts of each kind are the user's own
}

// A recorded reading is what the program found in an article and, once it was
// read again, the highest numbers that its readings ever gave.
type recorded struct {
	fact.Facts
	Given given `json:",omitzero"`
}

// given is the highest numbers that entities and statements of an article have
// had: what the user undid can still speak of one that is gone.
type given struct{ Entities, Statements int }

// Keys name the facts, in the order of fact.Facts.
type Keys struct {
	Statements, Entities, Times, Amounts, Events, Positions []string
}

// KindOf is the kind of fact that key names: "statement", "entity" ….
func KindOf(key string) string {
	kind, _, _ := strings.Cut(key, "-")
	return kind
}

// keysOf names every fact of f.
func keysOf(f *fact.Facts) Keys {
	taken := map[string]bool{}
	return Keys{
		keys(taken, "statement", f.Statements, statementPlace),
		keys(taken, "entity", f.Entities, firstName),
		keys(taken, "time", f.Times, timePlace),
		keys(taken, "amount", f.Amounts, amountPlace),
		keys(taken, "event", f.Events, eventPlace),
		keys(taken, "position", f.Positions, positionPlace),
	}
}

// Where in the text a fact stands.
func statementPlace(s fact.Statement) text.Span { return text.Cover(s.Content) }
func timePlace(t fact.Time) text.Span           { return t.Span }
func amountPlace(a fact.Amount) text.Span       { return a.Span }
func eventPlace(e fact.Event) text.Span         { return e.Span }
func positionPlace(p fact.Position) text.Span   { return text.Cover(p.Topic) }

func keys[T any](taken map[string]bool, kind string, facts []T, place func(T) text.Span) []string {
	named := make([]string, len(facts))
	for i, f := range facts {
		at := place(f)
		key := fmt.Sprintf("%s-%d-%d", kind, at.Start, at.End)
		for n := 2; taken[key]; n++ {
			key = fmt.Sprintf("%s-%d-%d-%d", kind, at.Start, at.End, n)
		}
		taken[key] = true
		named[i] = key
	}
	return named
}

func firstName(e fact.Entity) text.Span {
	for _, m := range e.Mentions {
		if m.How == fact.ByName {
			return m.Span
		}
	}
	if len(e.Mentions) > 0 {
		return e.Mentions[0].Span
	}
	return text.Span{}
}

// State is what was decided of the fact that key names.
func (f *ArticleFacts) State(key string) string {
	if s := f.states[key]; s != "" {
		return s
	}
	return Suggested
}

// Entity is the article's entity of that id.
func (f *ArticleFacts) Entity(id int) (fact.Entity, bool) {
	for _, e := range f.Entities {
		if e.ID == id {
			return e, true
		}
	}
	return fact.Entity{}, false
}

// Words is what stands at spans, parts that are apart joined by " … ".
func (f *ArticleFacts) Words(spans []text.Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = f.text[s.Start:s.End]
	}
	return strings.Join(parts, " … ")
}

// Told is the content of s as it is shown: its parts without the quotation
// marks around them. Readings before version 3 had left those out.
func (f *ArticleFacts) Told(s fact.Statement) string {
	if f.Version < 3 {
		return f.Words(s.Content)
	}
	parts := make([]string, len(s.Content))
	for i, p := range s.Content {
		parts[i] = told(f.text[p.Start:p.End])
	}
	return strings.Join(parts, " … ")
}

// marks are how quotations open and close.
var marks = [...][2]string{{"“", "”"}, {`"`, `"`}, {"‘", "’"}, {"'", "'"}, {"«", "»"}, {"„", "“"}, {"``", "''"}, {"''", "''"}}

// told is words without the marks around them, if they are one quotation.
func told(words string) string {
	for _, m := range marks {
		inner, opens := strings.CutPrefix(words, m[0])
		inner, closes := strings.CutSuffix(inner, m[1])
		if opens && closes && inner != "" && !strings.Contains(inner, m[0]) && (m[0] == "‘" || !strings.Contains(inner, m[1])) {
			return inner
		}
	}
	return words
}

// Facts is everything that stands in an article: the reading with what the
// user decided, and what lessons make of the rest.
func (tx *Tx) Facts(article int64) (*ArticleFacts, error) {
	f, err := tx.Reading(article)
	if err != nil {
		return nil, err
	}
	if err := tx.addAdditions(article, f); err != nil {
		return nil, err
	}
	if err := tx.decide(article, f); err != nil {
		return nil, err
	}
	return f, tx.learn(article, f)
}

// Reading is what the program found in an article, whatever the user decided.
func (tx *Tx) Reading(article int64) (*ArticleFacts, error) {
	f := &ArticleFacts{states: map[string]string{}, read: map[string]fact.Entity{}}
	var packed []byte
	err := tx.one(`SELECT a.text, r.version, r.facts FROM article a JOIN reading r ON r.article = a.id WHERE a.id = ?`,
		[]any{article}, &f.text, &f.Version, &packed)
	if err != nil {
		return nil, err
	}
	plain, err := unpack(packed)
	if err != nil {
		return nil, err
	}
	var body recorded
	if err := json.Unmarshal(plain, &body); err != nil {
		return nil, fmt.Errorf("the reading of article %d: %w", article, err)
	}
	f.Facts, f.given = body.Facts, body.Given
	f.Keys = keysOf(&f.Facts)
	return f, nil
}

// With is f with another fact, as JSON, in the place of the one key names; ""
// leaves it. f itself stays as it is.
func (f *ArticleFacts) With(key, fact string) (*ArticleFacts, error) {
	if fact == "" {
		return f, nil
	}
	other := *f
	other.Statements, other.Entities, other.Times = slices.Clone(f.Statements), slices.Clone(f.Entities), slices.Clone(f.Times)
	other.Amounts, other.Events, other.Positions = slices.Clone(f.Amounts), slices.Clone(f.Events), slices.Clone(f.Positions)
	if err := other.replace(key, []byte(fact)); err != nil {
		return nil, fmt.Errorf("decision %s: %w", key, err)
	}
	return &other, nil
}

// decide puts the user's decisions into f.
func (tx *Tx) decide(article int64, f *ArticleFacts) error {
	type decision struct{ key, state, fact string }
	all, err := rows(tx, func(r scanner) (d decision, err error) {
		return d, r.Scan(&d.key, &d.state, &d.fact)
	}, `SELECT key, state, fact FROM decision WHERE article = ?`, article)
	if err != nil {
		return err
	}
	for _, d := range all {
		f.states[d.key] = d.state
		if d.fact == "" {
			continue
		}
		if i := slices.Index(f.Keys.Entities, d.key); i >= 0 {
			f.read[d.key] = f.Entities[i]
		}
		if err := f.replace(d.key, []byte(d.fact)); err != nil {
			return fmt.Errorf("decision %s: %w", d.key, err)
		}
	}
	return nil
}

// replace puts an edited fact in the place of the one key names.
func (f *ArticleFacts) replace(key string, edited []byte) error {
	var errs []error
	set := func(keys []string, at func(i int) any) {
		for i, k := range keys {
			if k == key {
				errs = append(errs, json.Unmarshal(edited, at(i)))
			}
		}
	}
	set(f.Keys.Statements, func(i int) any { f.Statements[i] = fact.Statement{}; return &f.Statements[i] })
	set(f.Keys.Entities, func(i int) any { f.Entities[i] = fact.Entity{}; return &f.Entities[i] })
	set(f.Keys.Times, func(i int) any { f.Times[i] = fact.Time{}; return &f.Times[i] })
	set(f.Keys.Amounts, func(i int) any { f.Amounts[i] = fact.Amount{}; return &f.Amounts[i] })
	set(f.Keys.Events, func(i int) any { f.Events[i] = fact.Event{}; return &f.Events[i] })
	set(f.Keys.Positions, func(i int) any { f.Positions[i] = fact.Position{}; return &f.Positions[i] })
	return errors.Join(errs...)
}

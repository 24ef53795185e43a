package store

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// ByUser is the rule of the facts that the user added.
const ByUser = "you"

// An addition is a fact that the program missed and the user added. It stands
// behind those of the reading, which it survives: its number is above all that
// readings give.
type addition struct {
	Article int64  `json:"article"`
	Key     string `json:"key"`
	Fact    string `json:"fact"` // JSON
}

// The numbers of added entities and statements begin at firstAdded; a deed has
// room for perDeed facts of a kind, an article for mostAdded of all kinds.
const (
	firstAdded = 1 << 20
	perDeed    = 16
	mostAdded  = 1000
)

// AddFact adds a fact to an article, one of the types of package fact, and
// returns its key. It is accepted from the start. Its words must stand in the
// article, and what it refers to be there.
func (d *Deed) AddFact(article int64, f any) (key string, err error) {
	all, err := d.tx.Facts(article)
	if err != nil {
		return "", err
	}
	if all.added.sum() >= mostAdded {
		return "", fmt.Errorf("%w: an article has room for %d facts of your own; take one away first", ErrInvalid, mostAdded)
	}
	nth := d.additions(article)
	if nth >= perDeed {
		return "", fmt.Errorf("%w: add these facts one at a time", ErrInvalid)
	}
	kind, at, f, err := numbered(f, firstAdded+int(d.seq)*perDeed+nth)
	if err != nil {
		return "", err
	}
	if err := all.fits(f); err != nil {
		return "", err
	}
	key = fmt.Sprintf("%s-%d-%d-u%d", kind, at.Start, at.End, d.seq)
	if nth > 0 {
		key += fmt.Sprintf(".%d", nth)
	}
	body, err := json.Marshal(f)
	if err != nil {
		return "", err
	}
	return key, d.Put("addition", additionID(article, key), addition{article, key, string(body)})
}

// additions is how many facts the deed has added to an article so far.
func (d *Deed) additions(article int64) (n int) {
	for _, c := range d.changes {
		if c.Noun == "addition" && strings.HasPrefix(c.ID, additionID(article, "")) {
			n++
		}
	}
	return n
}

func additionID(article int64, key string) string { return fmt.Sprintf("%d/%s", article, key) }

// IsAdded reports whether key names a fact that the user added.
func IsAdded(key string) bool {
	parts := strings.Split(key, "-")
	return strings.HasPrefix(parts[len(parts)-1], "u")
}

// numbered is a fact with its number, rule and confidence as an addition, its
// kind and where it stands.
func numbered(f any, number int) (kind string, at text.Span, _ any, err error) {
	switch f := f.(type) {
	case fact.Statement:
		f.ID, f.Rule, f.Confidence = number, ByUser, 1
		return "statement", statementPlace(f), f, nil
	case fact.Entity:
		f.ID, f.Rule, f.Confidence = number, ByUser, 1
		return "entity", firstName(f), f, nil
	case fact.Time:
		f.Rule, f.Confidence = ByUser, 1
		return "time", timePlace(f), f, nil
	case fact.Amount:
		f.Rule, f.Confidence = ByUser, 1
		return "amount", amountPlace(f), f, nil
	case fact.Event:
		f.Rule, f.Confidence = ByUser, 1
		return "event", eventPlace(f), f, nil
	case fact.Position:
		f.Rule, f.Confidence = ByUser, 1
		return "position", positionPlace(f), f, nil
	}
	return "", at, nil, fmt.Errorf("%w: %T is no kind of fact", ErrInvalid, f)
}

// fits refuses a fact that does not stand in the article, or speaks of what is
// not there.
func (f *ArticleFacts) fits(added any) error {
	var one fact.Facts
	var at []text.Span
	switch x := added.(type) {
	case fact.Statement:
		one.Statements, at = []fact.Statement{x}, slices.Concat(x.Content, x.Cue, x.Source)
		for _, v := range x.Via {
			at = append(at, v.Span)
		}
	case fact.Entity:
		one.Entities = []fact.Entity{x}
		for _, m := range x.Mentions {
			at = append(at, m.Span)
		}
	case fact.Time:
		at = []text.Span{x.Span}
	case fact.Amount:
		one.Amounts, at = []fact.Amount{x}, []text.Span{x.Span}
	case fact.Event:
		one.Events, at = []fact.Event{x}, append([]text.Span{x.Span}, x.Mentions...)
	case fact.Position:
		one.Positions, at = []fact.Position{x}, x.Topic
		if !x.Span.Empty() {
			at = append([]text.Span{x.Span}, at...)
		}
	}
	if len(at) == 0 || slices.ContainsFunc(at, f.outside) {
		return fmt.Errorf("%w: these words do not stand in the article; copy them from the text", ErrInvalid)
	}
	for _, id := range toEntities(&one) {
		if _, there := f.Entity(id); id != 0 && !there {
			return fmt.Errorf("%w: it speaks of a name that the article does not have", ErrInvalid)
		}
	}
	for _, id := range toStatements(&one) {
		if id != 0 && f.statementKey(id) == "" {
			return fmt.Errorf("%w: it speaks of a statement that the article does not have", ErrInvalid)
		}
	}
	return nil
}

// outside reports whether a span holds no words of the article, or parts of
// characters.
func (f *ArticleFacts) outside(at text.Span) bool {
	return at.Start < 0 || at.Start >= at.End || at.End > len(f.text) ||
		!utf8.RuneStart(f.text[at.Start]) || at.End < len(f.text) && !utf8.RuneStart(f.text[at.End])
}

// DropFact takes a fact that the user added away again, with what was decided
// of it. It is refused while something hangs on the fact.
func (d *Deed) DropFact(article int64, key string) error {
	id := additionID(article, key)
	there, err := d.tx.record("addition", id)
	if err != nil {
		return err
	}
	if string(there) == "null" {
		return fmt.Errorf("%w: you added no such fact", ErrNotFound)
	}
	if err := d.dropAll("refusal", `article || '/' || key = ?`, id); err != nil {
		return err
	}
	if err := d.Put("decision", id, nil); err != nil {
		return err
	}
	return d.Put("addition", id, nil)
}

// mayGo refuses that the addition of an id goes while something hangs on it.
func (tx *Tx) mayGo(id string) error {
	number, key, _ := strings.Cut(id, "/")
	article, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return fmt.Errorf("%w: no article in %q", ErrInvalid, id)
	}
	for _, hanging := range [...]struct{ query, said string }{
		{`SELECT EXISTS (SELECT 1 FROM link WHERE article = ?1 AND key = ?2)`, "a claim rests on this statement; part it from the claim first"},
		{`SELECT EXISTS (SELECT 1 FROM tie WHERE "from" = 'statement/' || ?1 || '/' || ?2 OR "to" = 'statement/' || ?1 || '/' || ?2)`,
			"this statement is linked to another one; take the link away first"},
		{`SELECT EXISTS (SELECT 1 FROM decision WHERE id = ?1 || '/' || ?2)`, "it was edited since; take that back first"},
	} {
		var hangs bool
		if err := tx.one(hanging.query, []any{article, key}, &hangs); err != nil {
			return err
		}
		if hangs {
			return fmt.Errorf("%w: %s", ErrInvalid, hanging.said)
		}
	}
	f, err := tx.Facts(article)
	if err != nil {
		return err
	}
	return f.mayGo(key)
}

// mayGo refuses that a fact goes which others of the article speak of.
func (f *ArticleFacts) mayGo(key string) error {
	if i := slices.Index(f.Keys.Statements, key); i >= 0 && slices.Contains(toStatements(&f.Facts), f.Statements[i].ID) {
		return fmt.Errorf("%w: other facts of the article are part of this statement; take them away or edit them first", ErrInvalid)
	}
	if i := slices.Index(f.Keys.Entities, key); i >= 0 && slices.Contains(toEntities(&f.Facts), f.Entities[i].ID) {
		return fmt.Errorf("%w: other facts of the article speak of %s; edit them first", ErrInvalid, f.Entities[i].Name)
	}
	return nil
}

// added draws the article of an addition again, after it came or went. Its
// facts take the numbers of their rows from the top: all move when one does.
func (tx *Tx) added(id string) error {
	number, _, _ := strings.Cut(id, "/")
	article, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return fmt.Errorf("%w: no article in %q", ErrInvalid, id)
	}
	if err := tx.undraw(article); err != nil {
		return err
	}
	f, err := tx.Facts(article)
	if err != nil {
		return err
	}
	return tx.draw(article, f)
}

// addAdditions puts what the user added behind the facts of the reading.
func (tx *Tx) addAdditions(article int64, f *ArticleFacts) error {
	all, err := rows(tx, func(r scanner) (a addition, err error) { return a, r.Scan(&a.Key, &a.Fact) },
		`SELECT key, fact FROM addition WHERE article = ?`, article)
	if err != nil {
		return err
	}
	slices.SortFunc(all, func(a, b addition) int {
		return cmp.Or(cmp.Compare(rank(a.Key), rank(b.Key)), cmp.Compare(a.Key, b.Key))
	})
	for _, a := range all {
		if err := f.add(a); err != nil {
			return fmt.Errorf("addition %s: %w", a.Key, err)
		}
	}
	return nil
}

// rank is when an addition was made, for the order of several.
func rank(key string) int {
	deed, nth, _ := strings.Cut(key[strings.LastIndex(key, "-u")+len("-u"):], ".")
	seq, _ := strconv.Atoi(deed)
	n, _ := strconv.Atoi(nth)
	return seq*perDeed + n
}

// add puts one addition behind the facts of its kind.
func (f *ArticleFacts) add(a addition) error {
	f.states[a.Key] = Accepted
	body := []byte(a.Fact)
	switch KindOf(a.Key) {
	case "statement":
		return appended(&f.Statements, &f.Keys.Statements, &f.added.Statements, a.Key, body)
	case "entity":
		return appended(&f.Entities, &f.Keys.Entities, &f.added.Entities, a.Key, body)
	case "time":
		return appended(&f.Times, &f.Keys.Times, &f.added.Times, a.Key, body)
	case "amount":
		return appended(&f.Amounts, &f.Keys.Amounts, &f.added.Amounts, a.Key, body)
	case "event":
		return appended(&f.Events, &f.Keys.Events, &f.added.Events, a.Key, body)
	case "position":
		return appended(&f.Positions, &f.Keys.Positions, &f.added.Positions, a.Key, body)
	}
	return fmt.Errorf("%w: %q is no kind of fact", ErrDamaged, KindOf(a.Key))
}

func appended[T any](facts *[]T, keys *[]string, n *int, key string, body []byte) error {
	var f T
	if err := json.Unmarshal(body, &f); err != nil {
		return err
	}
	*facts, *keys = append(*facts, f), append(*keys, key)
	*n++
	return nil
}

// addedOf is how many facts of each kind the user added to an article.
type addedOf struct{ Statements, Entities, Times, Amounts, Events, Positions int }

func (a addedOf) sum() int {
	return a.Statements + a.Entities + a.Times + a.Amounts + a.Events + a.Positions
}

// own is the facts of f that the user added.
func (f *ArticleFacts) own() *fact.Facts {
	return &fact.Facts{
		Statements: tail(f.Statements, f.added.Statements),
		Entities:   tail(f.Entities, f.added.Entities),
		Amounts:    tail(f.Amounts, f.added.Amounts),
		Events:     tail(f.Events, f.added.Events),
		Positions:  tail(f.Positions, f.added.Positions),
	}
}

func tail[T any](all []T, n int) []T { return all[len(all)-n:] }

// rowOf is the number of the row of fact i of n, of which the last were added:
// those take the highest numbers there are. It is -1 for a fact of the reading
// that has no row, because the article has too many.
func rowOf(i, n, added int) int64 {
	switch {
	case i >= n-added:
		return int64(perArticle - n + i)
	case i < perArticle-added:
		return int64(i)
	}
	return -1
}

package store

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"onrecord/extract/text"
)

// Many is how far suggestions are counted: more than this are "over 1,000".
const Many = 1000

// A Queue says which suggestions are reviewed one after the other, and in which
// order. Its zero value but for Kind is all of the library in reading order.
type Queue struct {
	Kind      string // of facts: one of QueueKinds, or "" for every kind in Article
	Article   int64  // of this article alone; 0 for any
	Story     int64  // of the articles of this story
	Who       int64  // statements of this entity
	LeastSure bool   // least sure first, else by article and place in the text
}

// QueueKinds is the kinds of facts that are reviewed across articles.
var QueueKinds = [...]string{"statement", "event", "position"}

// Valid says what is wrong with q: it is ErrInvalid or nil.
func (q Queue) Valid() error {
	switch {
	case q.Kind == "" && q.Article == 0:
		return fmt.Errorf("%w: facts of every kind are reviewed article by article; choose an article", ErrInvalid)
	case q.Kind != "" && !slices.Contains(QueueKinds[:], q.Kind):
		return fmt.Errorf("%w: statements, events and positions can be reviewed", ErrInvalid)
	case q.Who != 0 && q.Kind != "statement":
		return fmt.Errorf("%w: of a person the statements can be reviewed", ErrInvalid)
	}
	return nil
}

// A Suggestion is a fact's place in a queue, whether it waits there or has been
// decided on.
type Suggestion struct {
	Article    int64
	Key        string
	State      string
	Confidence float64
	number     int64 // grows in reading order
}

// Compare is negative when a comes before b in q, zero when they are one.
func (q Queue) Compare(a, b Suggestion) int {
	if q.LeastSure {
		return cmp.Or(cmp.Compare(a.Confidence, b.Confidence), cmp.Compare(a.number, b.number))
	}
	return cmp.Compare(a.number, b.number)
}

// Waiting is how many suggestions wait in q, at most one over Many.
func (tx *Tx) Waiting(q Queue) (int, error) {
	if q.Article != 0 {
		all, err := tx.inArticle(q)
		return len(waiting(all)), err
	}
	return tx.count(q, everything)
}

// Ahead is how many suggestions wait in q before the place of s, at most one
// over Many: those that were skipped on the way to it.
func (tx *Tx) Ahead(q Queue, s Suggestion) (int, error) {
	if q.Article == 0 {
		return tx.count(q, q.before(s))
	}
	all, err := tx.inArticle(q)
	return len(slices.DeleteFunc(waiting(all), func(o Suggestion) bool { return q.Compare(o, s) >= 0 })), err
}

// First is the suggestion that q begins with; ErrNotFound when none waits.
func (tx *Tx) First(q Queue) (Suggestion, error) {
	if q.Article == 0 {
		return tx.nearest(q, everything, false)
	}
	all, err := tx.inArticle(q)
	if all = waiting(all); err != nil || len(all) == 0 {
		return Suggestion{}, cmp.Or(err, ErrNotFound)
	}
	return all[0], nil
}

// Next is the suggestion after the place of s, and after the last one the
// first: so what was skipped comes back. ErrNotFound when none waits.
func (tx *Tx) Next(q Queue, s Suggestion) (Suggestion, error) {
	next, err := tx.after(q, s)
	if errors.Is(err, ErrNotFound) {
		return tx.First(q)
	}
	return next, err
}

func (tx *Tx) after(q Queue, s Suggestion) (Suggestion, error) {
	if q.Article == 0 {
		return tx.nearest(q, q.after(s), false)
	}
	all, err := tx.inArticle(q)
	for _, o := range waiting(all) {
		if q.Compare(o, s) > 0 {
			return o, err
		}
	}
	return Suggestion{}, cmp.Or(err, ErrNotFound)
}

// previous is the suggestion that waits before the place of s; ErrNotFound when
// none does.
func (tx *Tx) previous(q Queue, s Suggestion) (Suggestion, error) {
	if q.Article == 0 {
		return tx.nearest(q, q.before(s), true)
	}
	all, err := tx.inArticle(q)
	for _, o := range slices.Backward(waiting(all)) {
		if q.Compare(o, s) < 0 {
			return o, err
		}
	}
	return Suggestion{}, cmp.Or(err, ErrNotFound)
}

// Place is the place in q of the fact that key names, whatever was decided of
// it; ErrNotFound when the article has no such fact.
func (tx *Tx) Place(q Queue, article int64, key string) (Suggestion, error) {
	if q.Article != 0 {
		all, err := tx.inArticle(q)
		i := slices.IndexFunc(all, func(s Suggestion) bool { return s.Key == key && s.Article == article })
		if err != nil || i < 0 {
			return Suggestion{}, cmp.Or(err, ErrNotFound)
		}
		return all[i], nil
	}
	if err := q.Valid(); err != nil || q.Kind != KindOf(key) {
		return Suggestion{}, cmp.Or(err, ErrNotFound)
	}
	all, err := rows(tx, scanSuggestion, suggestionColumns(q.Kind)+`WHERE s.id >= ?1 * 4096 AND s.id < (?1 + 1) * 4096 AND s.key = ?2 LIMIT 1`, article, key)
	if err != nil || len(all) == 0 {
		return Suggestion{}, notFound(err)
	}
	return all[0], nil
}

// waiting is those of all that wait.
func waiting(all []Suggestion) []Suggestion {
	return slices.DeleteFunc(slices.Clone(all), func(s Suggestion) bool { return s.State != Suggested })
}

// inArticle is every fact of q's article that q is about, in its order.
func (tx *Tx) inArticle(q Queue) ([]Suggestion, error) {
	f, err := tx.Facts(q.Article)
	if err != nil {
		return nil, err
	}
	var all []Suggestion
	var at []text.Span
	f.each(func(key string, place text.Span, confidence float64) {
		if q.Kind == "" || q.Kind == KindOf(key) {
			all = append(all, Suggestion{q.Article, key, f.State(key), confidence, int64(len(all))})
			at = append(at, place)
		}
	})
	if q.Kind == "" { // of one kind they stand in the order of the text
		slices.SortStableFunc(all, func(a, b Suggestion) int { return cmp.Compare(at[a.number].Start, at[b.number].Start) })
		for i := range all {
			all[i].number = int64(i)
		}
	}
	slices.SortStableFunc(all, q.Compare)
	return all, nil
}

// each calls see with every fact of the article: its key, where it stands and
// how sure the program is of it.
func (f *ArticleFacts) each(see func(key string, place text.Span, confidence float64)) {
	for i, s := range f.Statements {
		see(f.Keys.Statements[i], statementPlace(s), s.Confidence)
	}
	for i, e := range f.Entities {
		see(f.Keys.Entities[i], firstName(e), e.Confidence)
	}
	for i, t := range f.Times {
		see(f.Keys.Times[i], timePlace(t), t.Confidence)
	}
	for i, a := range f.Amounts {
		see(f.Keys.Amounts[i], amountPlace(a), a.Confidence)
	}
	for i, e := range f.Events {
		see(f.Keys.Events[i], eventPlace(e), e.Confidence)
	}
	for i, p := range f.Positions {
		see(f.Keys.Positions[i], positionPlace(p), p.Confidence)
	}
}

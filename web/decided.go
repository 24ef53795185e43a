package web

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"onrecord/extract/text"
	"onrecord/store"
)

// A decided is what an entry of the journal decided of a fact: the fact's words
// and, where the user edited it, what it was and what it is.
type decided struct{ words, detail string }

// decidedFacts is what entries decided of facts, by their number.
func decidedFacts(tx *store.Tx, entries []store.Entry) (map[int64]decided, error) {
	all := map[int64]decided{}
	readings := map[int64]*store.ArticleFacts{}
	for _, e := range entries {
		c := e.Changes[0]
		article, key, err := statementRef(c.ID)
		if c.Noun != "decision" || err != nil {
			continue
		}
		d, err := decision(tx, readings, article, key, c)
		if err != nil && !errors.Is(err, store.ErrNotFound) {
			return nil, err
		}
		all[e.Seq] = d
	}
	return all, nil
}

// decision is what one change made of the fact that key names. What the program
// reads in an article is kept in readings; it is not asked for a statement that
// was not edited, whose words the archive has at hand.
func decision(tx *store.Tx, readings map[int64]*store.ArticleFacts, article int64, key string, c store.Change) (decided, error) {
	var was, is struct{ Fact string }
	if err := errors.Join(json.Unmarshal(c.Before, &was), json.Unmarshal(c.After, &is)); err != nil {
		return decided{}, err
	}
	if was == is && store.KindOf(key) == "statement" {
		x, err := tx.StatementAt(article, key)
		return decided{words: x.Words}, err
	}
	if readings[article] == nil {
		f, err := tx.Reading(article)
		if err != nil {
			return decided{}, err
		}
		readings[article] = f
	}
	before, err := readings[article].With(key, was.Fact)
	if err != nil {
		return decided{}, err
	}
	after, err := readings[article].With(key, is.Fact)
	if err != nil {
		return decided{}, err
	}
	return changed(before, after, key), nil
}

// changed is what is another in after than it was before.
func changed(before, after *store.ArticleFacts, key string) decided {
	_, was := described(before, key)
	words, is := described(after, key)
	var all []string
	for i := range was {
		if was[i] != is[i] {
			all = append(all, was[i].label+": "+orNone(was[i].value)+" → "+orNone(is[i].value))
		}
	}
	return decided{words, strings.Join(all, "; ")}
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return clip(s)
}

// A detail is one thing that can be edited of a fact, in words.
type detail struct{ label, value string }

// described is a fact's words in the text and what can be edited of it.
func described(f *store.ArticleFacts, key string) (string, []detail) {
	name := func(id int) string { e, _ := f.Entity(id); return e.Name }
	at := func(keys []string) int { return slices.Index(keys, key) }
	if i := at(f.Keys.Statements); i >= 0 {
		s := f.Statements[i]
		return f.Told(s), []detail{{"words", f.Told(s)}, {"who", name(s.Speaker)}, {"how", said[s.Act]}, {"whose words", formWord[s.Form]}, {"said on", s.Said}}
	}
	if i := at(f.Keys.Entities); i >= 0 {
		e := f.Entities[i]
		return e.Name, []detail{{"name", e.Name}, {"kind", string(e.Kind)}, {"role", e.Role}}
	}
	if i := at(f.Keys.Times); i >= 0 {
		t := f.Times[i]
		return f.Words([]text.Span{t.Span}), []detail{{"value", meaning(t)}}
	}
	if i := at(f.Keys.Amounts); i >= 0 {
		a := f.Amounts[i]
		return f.Words([]text.Span{a.Span}), []detail{{"how much", quantity(a)}, {"where", name(a.Where)}}
	}
	if i := at(f.Keys.Events); i >= 0 {
		e := f.Events[i]
		return f.Words([]text.Span{e.Span}), []detail{{"kind", string(e.Kind)}, {"who", enumerated(names(f, e.Who))}, {"where", name(e.Where)},
			{"when", e.When}, {"did it happen", outcomes[e.Status].word}}
	}
	if i := at(f.Keys.Positions); i >= 0 {
		p := f.Positions[i]
		return f.Words(p.Topic), []detail{{"who", name(p.Actor)}, {"is", string(p.Stance)}, {"what", f.Words(p.Topic)}, {"by what", said[p.Act]}}
	}
	return "", nil
}

// names is entities of an article as it names them.
func names(f *store.ArticleFacts, ids []int) []string {
	var all []string
	for _, id := range ids {
		if e, ok := f.Entity(id); ok {
			all = append(all, e.Name)
		}
	}
	return all
}

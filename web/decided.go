package web

import (
	"encoding/json"
	"errors"
	"slices"

	"onrecord/extract/text"
	"onrecord/store"
	"onrecord/web/view"
)

// stateWord is what each decision makes of a fact, in the history.
var stateWord = map[string]string{"": "suggestion", store.Accepted: "accepted", store.Edited: "edited", store.Rejected: "rejected"}

// decision is what one change decided of a fact: the fact's words as a link to
// it, whether it stands, and what of it the user edited.
func (c *chronicle) decision(x store.Change) (view.Link, []view.Changed, error) {
	var was, is struct{ State, Fact string }
	if err := errors.Join(json.Unmarshal(x.Before, &was), json.Unmarshal(x.After, &is)); err != nil {
		return view.Link{}, nil, err
	}
	article, key, err := statementRef(x.ID)
	if err != nil {
		return view.Link{}, nil, err
	}
	of := view.Link{Text: "a fact", Href: statementHref(article, key)}
	told := differences([]detail{{"decision", stateWord[was.State]}}, []detail{{"decision", stateWord[is.State]}})
	if was.Fact == is.Fact && store.KindOf(key) == "statement" { // the archive has its words at hand
		s, err := c.tx.StatementAt(article, key)
		if s.Words != "" {
			of.Text = clip(s.Words)
		}
		return of, told, unlessGone(err)
	}
	_, before, err := c.fact(article, key, was.Fact)
	if err != nil {
		return of, told, unlessGone(err)
	}
	words, after, err := c.fact(article, key, is.Fact)
	if words != "" {
		of.Text = clip(words)
	}
	return of, append(told, differences(before, after)...), unlessGone(err)
}

// addition is a fact that the user added or took away.
func (c *chronicle) addition(x store.Change) (view.Link, []view.Changed, error) {
	var was, is struct{ Fact string }
	if err := errors.Join(json.Unmarshal(x.Before, &was), json.Unmarshal(x.After, &is)); err != nil {
		return view.Link{}, nil, err
	}
	article, key, err := statementRef(x.ID)
	if err != nil {
		return view.Link{}, nil, err
	}
	var sides [2][]detail
	of := view.Link{Text: "a fact", Href: statementHref(article, key)}
	for i, body := range [...]string{was.Fact, is.Fact} {
		if body == "" {
			continue
		}
		words, details, err := c.fact(article, key, body)
		if err != nil {
			return of, nil, unlessGone(err)
		}
		of.Text, sides[i] = clip(words), details
	}
	return of, differences(sides[0], sides[1]), nil
}

// fact is the words of the fact that key names and what can be edited of it, as
// it reads with body in its place, or as the program has it when body is "".
func (c *chronicle) fact(article int64, key, body string) (string, []detail, error) {
	if c.readings[article] == nil {
		f, err := c.tx.Reading(article)
		if err != nil {
			return "", nil, err
		}
		c.readings[article] = f
	}
	f := c.readings[article]
	if _, known := described(f, key); known == nil { // the user added it
		var err error
		if body != "" {
			f, err = f.Also(key, body)
		} else {
			f, err = c.tx.Facts(article)
		}
		if err != nil {
			return "", nil, err
		}
	}
	f, err := f.With(key, body)
	if err != nil {
		return "", nil, err
	}
	words, details := described(f, key)
	return words, details, nil
}

// A detail is one thing that can be edited of a fact, in words.
type detail struct{ label, value string }

// described is a fact's words in the text and what can be edited of it.
func described(f *store.ArticleFacts, key string) (string, []detail) {
	name := func(id int) string { e, _ := f.Entity(id); return e.Name }
	at := func(keys []string) int { return slices.Index(keys, key) }
	if i := at(f.Keys.Statements); i >= 0 {
		s := f.Statements[i]
		return f.Told(s), []detail{{"words", f.Told(s)}, {"who", name(s.Speaker)}, {"how", said[s.Act]}, {"whose words", formWord[s.Form]}, {"said", timeWords(s.Said)}}
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
			{"when", timeWords(e.When)}, {"did it happen", outcomes[e.Status].word}}
	}
	if i := at(f.Keys.Positions); i >= 0 {
		p := f.Positions[i]
		return f.Words(p.Topic), []detail{{"who", name(p.Actor)}, {"stance", string(p.Stance)}, {"what", f.Words(p.Topic)}, {"by what", said[p.Act]}}
	}
	return "", nil
}

// timeWords is a TIMEX3 value as people say it, "" for none.
func timeWords(v string) string {
	if v == "" {
		return ""
	}
	return value(v)
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

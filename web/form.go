package web

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/text"
	"onrecord/store"
	"onrecord/web/view"
)

// A form is what the user sent to add or edit a fact, and the article the fact
// is in.
type form struct {
	sent     url.Values
	text     string // of the article
	entities []fact.Entity

	// add makes a name that the article does not have yet one of its own.
	add func(fact.Entity) (id int, err error)
}

// sentForm is the form of a request about a fact of an article, and what stands
// in the article.
func sentForm(d *store.Deed, article int64, r *http.Request) (form, *store.ArticleFacts, error) {
	f, err := d.Tx().Facts(article)
	if err != nil {
		return form{}, nil, err
	}
	a, err := d.Tx().Article(article)
	if err != nil {
		return form{}, nil, err
	}
	add := func(e fact.Entity) (int, error) {
		key, err := d.AddFact(article, e)
		if err != nil {
			return 0, err
		}
		now, err := d.Tx().Facts(article)
		if err != nil {
			return 0, err
		}
		return now.Entities[slices.Index(now.Keys.Entities, key)].ID, nil
	}
	return form{r.PostForm, a.Text, f.Entities, add}, f, nil
}

// get is the value of a field without the space around it.
func (f form) get(name string) string { return strings.TrimSpace(f.sent.Get(name)) }

// has reports whether a box was ticked.
func (f form) has(name string) bool { return f.sent.Has(name) }

// lines is the value of a field with the line ends of the article.
func (f form) lines(name string) string { return strings.ReplaceAll(f.get(name), "\r\n", "\n") }

// passage is where words stand in the article closest to from.
func (f form) passage(words string, from int) (text.Span, error) {
	at := nearest(f.text, words, from)
	if at < 0 {
		return text.Span{}, invalid("these words do not stand in the article one after the other; copy them from the text")
	}
	return text.Span{Start: at, End: at + len(words)}, nil
}

// words is where the words of a field stand: at the place the form names, else
// closest to where they were. Nothing has changed when they are those of was.
func (f form) words(name string, was text.Span) (text.Span, error) {
	words := f.lines(name)
	points := text.PointsOf(f.text)
	start, errStart := strconv.Atoi(f.get("start"))
	end, errEnd := strconv.Atoi(f.get("end"))
	if errStart == nil && errEnd == nil {
		if at := (text.Span{Start: points.Offset(start), End: points.Offset(end)}); at.Start < at.End && f.text[at.Start:at.End] == words {
			return at, nil
		}
	}
	if !was.Empty() && words == f.text[was.Start:was.End] {
		return was, nil
	}
	return f.passage(words, was.Start)
}

// entity is the entity of the article that was chosen, 0 for none.
func (f form) entity(name string) (int, error) { return f.known(f.get(name)) }

// ticked is the entities that were ticked, in the order they were sent.
func (f form) ticked(name string) ([]int, error) {
	var ids []int
	for _, sent := range f.sent[name] {
		id, err := f.known(sent)
		if err != nil {
			return nil, err
		}
		if id != 0 && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

// known is the entity of that number, 0 for none.
func (f form) known(number string) (int, error) {
	if number == "" || number == "0" {
		return 0, nil
	}
	id, err := strconv.Atoi(number)
	if err != nil || !slices.ContainsFunc(f.entities, func(e fact.Entity) bool { return e.ID == id }) {
		return 0, invalid("choose one of the names in the article")
	}
	return id, nil
}

// entityOptions is the article's entities of some kinds as a form offers them,
// always with the one that is chosen now; none is what choosing nobody is
// called, "" where somebody must be.
func (d *desk) entityOptions(now int, none string, of func(fact.Entity) bool) []view.Option {
	var options []view.Option
	if none != "" {
		options = append(options, view.Option{Value: "0", Label: none})
	}
	for _, e := range d.facts.Entities {
		if of(e) || e.ID == now {
			options = append(options, view.Option{Value: strconv.Itoa(e.ID), Label: joined(", ", e.Name, e.Role), Selected: e.ID == now})
		}
	}
	return options
}

// entityTicks is the article's entities, of which those of now are ticked and
// stand first, in their order.
func (d *desk) entityTicks(now []int) []view.Option {
	rank := func(o view.Option) int {
		id, _ := strconv.Atoi(o.Value)
		if i := slices.Index(now, id); i >= 0 {
			return i
		}
		return len(now)
	}
	options := d.entityOptions(0, "", anybody)
	for i := range options {
		options[i].Selected = rank(options[i]) < len(now)
	}
	slices.SortStableFunc(options, func(a, b view.Option) int { return cmp.Compare(rank(a), rank(b)) })
	return options
}

func isPlace(e fact.Entity) bool { return e.Kind == fact.Place }

func anybody(fact.Entity) bool { return true }

// choices are the options of a field, with words where there are any.
func choices[T ~string](now T, words map[T]string, all ...T) []view.Option {
	options := make([]view.Option, len(all))
	for i, v := range all {
		label := words[v]
		if label == "" {
			label = string(v)
		}
		options[i] = view.Option{Value: string(v), Label: label, Selected: v == now}
	}
	return options
}

// nearest is where words stand in s closest to from, -1 when nowhere.
func nearest(s, words string, from int) int {
	best := -1
	for at := 0; words != ""; {
		i := strings.Index(s[at:], words)
		if i < 0 {
			break
		}
		at += i
		if best < 0 || abs(at-from) < abs(best-from) {
			best = at
		}
		at++
	}
	return best
}

func abs(n int) int { return max(n, -n) }

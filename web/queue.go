package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"onrecord/store"
	"onrecord/web/view"
)

// An asked is what an address of the review queue asks for. All that a sitting
// needs is in its address, so that it goes on after a restart, with Back and in
// two windows.
type asked struct {
	store.Queue
	since int64  // the journal's newest entry when the sitting began; -1 before it began
	at    string // ARTICLE/KEY of the fact in hand, "" for the first
	edit  bool   // the fact in hand is open for editing
	stop  bool   // the sitting is over
}

// askedOf is what an address asks for; what makes no sense is left out.
func askedOf(q url.Values) asked {
	a := asked{Queue: store.Queue{Kind: q.Get("kind"), LeastSure: q.Get("order") == "unsure"}, since: -1, at: q.Get("at"), edit: q.Has("edit"), stop: q.Has("stop")}
	if since, err := strconv.ParseInt(q.Get("since"), 10, 64); err == nil && since >= 0 {
		a.since = since
	}
	in, number, chosen := strings.Cut(q.Get("in"), "/") // as the list of places has it
	for _, place := range []struct {
		name string
		to   *int64
	}{{"article", &a.Article}, {"story", &a.Story}, {"who", &a.Who}} {
		n := q.Get(place.name)
		if chosen && in == place.name {
			n = number
		}
		*place.to, _ = strconv.ParseInt(n, 10, 64) // 0 is everywhere
	}
	a.settle()
	return a
}

// settle leaves one place, and a kind that can be reviewed there.
func (a *asked) settle() {
	if a.Article != 0 {
		a.Story, a.Who = 0, 0
	} else if a.Story != 0 {
		a.Who = 0
	}
	if a.Kind == everything && a.Article != 0 {
		a.Kind = ""
	} else if !slices.Contains(store.QueueKinds[:], a.Kind) || a.Who != 0 {
		a.Kind = store.QueueKinds[0]
	}
}

// everything is the kind, in an address, of all facts of an article.
const everything = "all"

// href is the address that asks for a.
func (a asked) href() string {
	q := a.place()
	q.Set("kind", a.kind())
	if a.LeastSure {
		q.Set("order", "unsure")
	}
	if a.since >= 0 {
		q.Set("since", strconv.FormatInt(a.since, 10))
	}
	if a.at != "" {
		q.Set("at", a.at)
	}
	for name, on := range map[string]bool{"edit": a.edit, "stop": a.stop} {
		if on {
			q.Set(name, "1")
		}
	}
	return "/review?" + q.Encode()
}

// place is where suggestions are reviewed, as an address has it.
func (a asked) place() url.Values {
	q := url.Values{}
	for name, n := range map[string]int64{"article": a.Article, "story": a.Story, "who": a.Who} {
		if n != 0 {
			q.Set(name, strconv.FormatInt(n, 10))
		}
	}
	return q
}

func (a asked) kind() string {
	if a.Kind == "" {
		return everything
	}
	return a.Kind
}

// on is a with the suggestion s in hand.
func (a asked) on(s store.Suggestion) asked {
	a.at, a.edit, a.stop = strconv.FormatInt(s.Article, 10)+"/"+s.Key, false, false
	return a
}

// over is the end of the sitting, with nothing in hand.
func (a asked) over() asked {
	a.at, a.stop = "", true
	return a
}

// editing is a with the fact at ARTICLE/KEY in hand and open for editing.
func (a asked) editing(at string) asked {
	a.at, a.edit, a.stop = at, true, false
	return a
}

// to is the address of a that gives the card in hand the focus.
func (a asked) to() string {
	_, key, _ := strings.Cut(a.at, "/")
	return a.href() + "#" + key
}

// reviewing is the sitting that a form was sent from.
func reviewing(r *http.Request) (asked, bool) {
	u, err := url.Parse(back(r, ""))
	if err != nil || u.Path != "/review" {
		return asked{}, false
	}
	a := askedOf(u.Query())
	return a, a.since >= 0
}

// queueKinds is each kind that can be reviewed, in words.
var queueKinds = [...]struct{ kind, name, one, many string }{
	{"statement", "Statements", "statement", "statements"}, {"event", "Events", "event", "events"},
	{"position", "For and against", "position", "positions"}, {"", "Everything in the article", "suggestion", "suggestions"},
}

// waits is how many suggestions wait, in words: "over 1,000 statements".
func (a asked) waits(n int) string {
	i := slices.IndexFunc(queueKinds[:], func(k struct{ kind, name, one, many string }) bool { return k.kind == a.Kind })
	k := queueKinds[i]
	if n > store.Many {
		return "over " + thousands(store.Many) + " " + k.many
	}
	return plural(n, k.one, k.many)
}

// counted is a number that is counted up to store.Many.
func counted(n int) string {
	if n > store.Many {
		return "over " + thousands(store.Many)
	}
	return thousands(n)
}

// choices is what can be chosen of a queue: where, what and in which order.
func (a asked) choices(tx *store.Tx) (view.ReviewChoice, error) {
	v := view.ReviewChoice{Where: []view.Option{{Value: "", Label: "All articles"}}}
	name, err := tx.QueueName(a.Queue)
	if err != nil {
		return v, err
	}
	v.Name = name
	if at := a.place().Encode(); name != "" {
		v.Where = append(v.Where, view.Option{Value: strings.Replace(at, "=", "/", 1), Label: placeWord(a.Queue) + clip(name), Selected: true})
	}
	stories, err := tx.Reviewables(100)
	if err != nil {
		return v, err
	}
	for _, x := range stories {
		if x.Story != a.Story {
			v.Where = append(v.Where, view.Option{Value: "story/" + strconv.FormatInt(x.Story, 10), Label: "Story: " + clip(x.Name)})
		}
	}
	for _, k := range queueKinds {
		if (k.kind != "" || a.Article != 0) && (a.Who == 0 || k.kind == "statement") {
			here := a
			here.Kind = k.kind
			v.Kinds = append(v.Kinds, view.Option{Value: here.kind(), Label: k.name, Selected: k.kind == a.Kind})
		}
	}
	v.Orders = []view.Option{{Value: "", Label: "In reading order", Selected: !a.LeastSure}, {Value: "unsure", Label: "Least sure first", Selected: a.LeastSure}}
	return v, nil
}

func placeWord(q store.Queue) string {
	switch {
	case q.Article != 0:
		return "Article: "
	case q.Story != 0:
		return "Story: "
	}
	return "Said by "
}

package store

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Happening is one event with the word of every article on it: of the newest
// article first, and never none.
type Happening struct {
	Told []Event
}

// Happenings joins the events by which several articles tell of the same. Two
// are the same when they are of one kind and one day, have an actor or the
// place in common, and nothing speaks against it: neither do both name actors
// of which none is the other's, nor places that differ. An event with a longer
// or an unknown time stays by itself, and so do events of one article, which
// tells them apart.
//
// Events come with the newest article first, as from Timeline, and happenings
// go in the order of their first events, which the others are compared with.
func Happenings(events []Event) []Happening {
	type clue struct {
		kind, day string
		entity    int64
	}
	var all []Happening
	last := map[clue]int{} // the last happening that a clue leads to
	for _, e := range events {
		var clues []clue
		at := -1
		if e.First != "" && e.First == e.Last {
			for _, entity := range append([]int64{e.Place}, e.Who...) {
				if entity == 0 {
					continue
				}
				c := clue{e.Kind, e.First, entity}
				clues = append(clues, c)
				if i, ok := last[c]; ok && at < 0 && all[i].tells(e) {
					at = i
				}
			}
		}
		if at >= 0 {
			all[at].Told = append(all[at].Told, e)
			continue
		}
		for _, c := range clues {
			last[c] = len(all)
		}
		all = append(all, Happening{[]Event{e}})
	}
	return all
}

// tells reports whether e, which has an actor or the place in common with h,
// is the same event as told by another article.
func (h *Happening) tells(e Event) bool {
	first := h.Told[0]
	none := len(first.Who) > 0 && len(e.Who) > 0 && !slices.ContainsFunc(e.Who, func(id int64) bool { return slices.Contains(first.Who, id) })
	elsewhere := first.Place != 0 && e.Place != 0 && first.Place != e.Place
	return !none && !elsewhere && h.Told[len(h.Told)-1].Article != e.Article
}

// A Telling is an article's own words of an event.
type Telling struct {
	Key                      string // of the event in the article
	Written                  string // the article's words for when, "" where it has none
	Statement                string // key of the statement that tells of it, "" for the article
	State                    string
	Title, Outlet, Published string
	Language                 string
	Line                     string // the words around, the one that tells of it between Mark and Unmark
	Speaker                  Entity // who says so, without counts; its ID is 0 where nobody known does
	Source                   string // the speaker in the article's words
}

// around is how many bytes of the text before and after a word are looked at
// for the words around it.
const around = 160

// Tellings is the words of events, by their ids.
func (tx *Tx) Tellings(events []int64) (map[int64]Telling, error) {
	list, err := json.Marshal(events)
	if err != nil {
		return nil, err
	}
	all := make(map[int64]Telling, len(events))
	_, err = rows(tx, func(r scanner) (struct{}, error) {
		var id int64
		var t Telling
		var before, word, after []byte
		s := &t.Speaker
		err := r.Scan(&id, &t.Key, &t.Written, &t.Statement, &t.State, &t.Title, &t.Outlet, &t.Published, &t.Language, &before, &word, &after, &t.Source, &s.ID, &s.Key, &s.Kind, &s.Name)
		t.Line = lineBefore(before) + Mark + string(word) + Unmark + lineAfter(after)
		all[id] = t
		return struct{}{}, err
	}, tellingsQuery, string(list), around)
	return all, err
}

const tellingsQuery = `SELECT v.id, v.key, v.written, v.statement, v.state, a.title, a.outlet, coalesce(a.published, ''), a.language,
		substr(CAST(a.text AS BLOB), max(v."start" - ?2, 0) + 1, min(v."start", ?2)),
		substr(CAST(a.text AS BLOB), v."start" + 1, v."end" - v."start"),
		substr(CAST(a.text AS BLOB), v."end" + 1, ?2),
		coalesce(s.source, ''), coalesce(e.id, 0), coalesce(e.key, ''), coalesce(e.kind, ''), coalesce(e.shown, e.name, '')
	FROM json_each(?1) x CROSS JOIN event v ON v.id = x.value JOIN article a ON a.id = v.article
	LEFT JOIN statement s ON s.article = v.article AND s.key = v.statement AND s.state <> 'rejected'
	LEFT JOIN entity m ON m.id = s.speaker LEFT JOIN entity e ON e.id = m.root`

// lineBefore is the end of what stands before a word: of its paragraph, from
// the beginning of a word on.
func lineBefore(text []byte) string {
	for len(text) > 0 && !utf8.RuneStart(text[0]) {
		text = text[1:]
	}
	s := string(text)
	if at := strings.LastIndexByte(s, '\n'); at >= 0 {
		return s[at+1:]
	}
	if len(text) < around-utf8.UTFMax {
		return s
	}
	_, s, _ = strings.Cut(s, " ")
	return "… " + s
}

// lineAfter is the beginning of what stands after a word: of its paragraph, up
// to the end of a word.
func lineAfter(text []byte) string {
	s := strings.ToValidUTF8(string(text), "")
	if at := strings.IndexByte(s, '\n'); at >= 0 {
		return s[:at]
	}
	if len(text) < around {
		return s
	}
	return s[:max(strings.LastIndexByte(s, ' '), 0)] + " …"
}

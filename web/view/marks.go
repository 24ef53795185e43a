package view

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"github.com/a-h/templ"
)

// markClass is the class of the marks of each kind.
var markClass = map[Kind]string{
	Statement: "said", Person: "who", Organization: "who", Group: "who", Other: "who", Place: "place",
	Time: "time", Amount: "amount", Event: "event", NoteMark: "note", TagMark: "tagged", EvidenceMark: "evidence",
}

// tab is the tab that is shown: facts, when the address names none.
func (m Article) tab() Tab {
	if m.Tab == "" {
		return TabFacts
	}
	return m.Tab
}

// at is the address of the article with a tab and, if key is not "", the fact
// in hand.
func (m Article) at(t Tab, key string) string {
	path := "/articles/" + url.PathEscape(m.ID) + "?tab=" + string(t) + m.from()
	if key != "" {
		path += "&f=" + url.QueryEscape(key) + "#" + key
	}
	return path
}

// plain reports whether the text is shown by itself.
func (m Article) plain() bool { return !m.Original && !m.Versions.Shown }

// from is what an address carries of the list that the article was opened from.
func (m Article) from() string {
	if m.From == "" {
		return ""
	}
	return "&" + m.From
}

// original is the address that shows the original instead of the text.
func (m Article) original() string { return m.at(m.tab(), "") + "&view=original" }

func (m Article) published() string {
	if m.Published == "" {
		return "no date of publication"
	}
	return "published " + m.Published
}

func (m Article) captured() string {
	if m.Captured == "" {
		return ""
	}
	return "captured " + m.Captured
}

// markAttributes are the class of s by its marks, the cards it belongs to, and
// as aria-details those cards that are on the page; none for plain text.
func (m Article) markAttributes(s Segment) templ.OrderedAttributes {
	if len(s.Marks) == 0 {
		return nil
	}
	a := templ.OrderedAttributes{{Key: "class", Value: s.class()}, {Key: "data-facts", Value: strings.Join(s.keys(), " ")}}
	if here := m.cardsOf(s); len(here) > 0 {
		a = append(a, templ.KeyValue[string, any]{Key: "aria-details", Value: strings.Join(here, " ")})
	}
	return a
}

// class is the classes of all marks on s, each once.
func (s Segment) class() string {
	var classes []string
	add := func(c string) {
		if c != "" && !slices.Contains(classes, c) {
			classes = append(classes, c)
		}
	}
	for _, k := range s.Marks {
		if k.State == Rejected {
			add("rejected")
			continue
		}
		add(markClass[k.Kind])
		if k.Kind == Statement {
			add("said-" + string(k.decided()))
		}
		if k.Own {
			add("own")
		}
		if k.Amiss && k.Last {
			add("amiss")
		}
		if k.Now {
			add("now")
		}
	}
	return strings.Join(classes, " ")
}

// decided is the state as the eye is told it: an edited statement has been
// accepted too.
func (k Mark) decided() State {
	if k.State == Edited {
		return Accepted
	}
	return k.State
}

// inner is the marks on s, statements before what is in them, each the
// innermost first: the words of an amount or a person are for the most part
// read as those of what was said.
func (s Segment) inner() []Mark {
	later := func(k Mark) int {
		if k.Kind == Statement {
			return 0
		}
		return 1
	}
	marks := slices.Clone(s.Marks)
	slices.Reverse(marks)
	slices.SortStableFunc(marks, func(a, b Mark) int { return cmp.Compare(later(a), later(b)) })
	return marks
}

// keys are those of the marks on s, the innermost first.
func (s Segment) keys() []string {
	var keys []string
	for _, k := range s.inner() {
		if !slices.Contains(keys, k.Key) {
			keys = append(keys, k.Key)
		}
	}
	return keys
}

// cardsOf are the keys of the marks on s whose card the shown tab holds.
func (m Article) cardsOf(s Segment) []string {
	var keys []string
	for _, k := range s.inner() {
		if m.shows(k) && !slices.Contains(keys, k.Key) {
			keys = append(keys, k.Key)
		}
	}
	return keys
}

// shows reports whether the shown tab holds the card of k.
func (m Article) shows(k Mark) bool {
	switch k.Kind {
	case NoteMark, TagMark:
		return m.tab() == TabNotes
	case EvidenceMark:
		return m.tab() == TabClaims
	}
	return m.tab() == TabFacts
}

// ending is the marks that end with s and have a number.
func (s Segment) ending() []Mark {
	var ends []Mark
	for _, k := range s.Marks {
		if k.Last && k.Number != "" && k.State != Rejected {
			ends = append(ends, k)
		}
	}
	return ends
}

// beginning is the marks of which a place begins with s that a card leads to:
// the first of a statement, every one of a time, amount or event.
func (s Segment) beginning() []Mark {
	var begin []Mark
	for _, k := range s.Marks {
		switch k.Kind {
		case Statement:
			if k.Begins == 1 {
				begin = append(begin, k)
			}
		case Time, Amount, Event:
			if k.Begins > 0 {
				begin = append(begin, k)
			}
		}
	}
	return begin
}

// InText is the id of the place in the text where the nth part of the fact of
// a card begins, counted from 1.
func InText(key string, nth int) string {
	if nth == 1 {
		return "in-" + key
	}
	return "in-" + key + "." + number(nth)
}

// meansID is the id of the note on what the time of a key means.
func meansID(key string) string { return "means-" + key }

// label says what the number of k leads to.
func (k Mark) label() string {
	label := string(k.Kind) + " " + k.Number
	if k.State != "" {
		label += ", " + stateWord(k.State)
	}
	return label
}

// noted reports whether the user has a note or a fact of their own in the
// paragraph.
func (p Paragraph) noted() bool {
	return slices.ContainsFunc(p.Segments, func(s Segment) bool {
		return slices.ContainsFunc(s.Marks, func(k Mark) bool { return k.Kind == NoteMark || k.Own })
	})
}

package view

import (
	"net/url"
	"strings"
)

// any reports whether someone is for or against anything.
func (s Stances) any() bool { return len(s.Both)+len(s.For)+len(s.Against) > 0 }

// lines is both sides of a topic of which one is shown alone.
func (t Topic) lines() []StanceLine { return append(t.For[:len(t.For):len(t.For)], t.Against...) }

// again says how often more something was said.
func again(n int) string {
	switch n {
	case 1:
		return "and once more"
	case 2:
		return "and twice more"
	}
	return "and " + number(n) + " times more"
}

// by is the words that take a position, where they say more than its act.
func (l StanceLine) by() string {
	if l.By == "" || strings.EqualFold(l.By, l.Act) {
		return ""
	}
	return "“" + l.By + "”"
}

// address is that of the whole page.
func (m Someone) address() string { return "/people/" + url.PathEscape(m.ID) }

// verb is what they did, inside a sentence.
func (g ActGroup) verb() string { return strings.ToLower(g.Title) }

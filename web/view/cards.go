package view

import (
	"net/url"
	"strings"
)

// class is the state of the card as its class.
func (c Card) class() string {
	class := string(c.State)
	if c.folds() {
		class += " done"
	}
	if c.Now {
		class += " now"
	}
	return class
}

// undecided reports whether the fact is still a suggestion.
func (c Card) undecided() bool { return c.State == Suggestion || c.State == "" }

// open reports whether the fact waits for the user, or is as it is only by what
// the user taught.
func (c Card) open() bool { return c.undecided() || c.Taught.Text != "" }

// folds reports whether the card is shown as one line.
func (c Card) folds() bool { return !c.undecided() && c.Edit == nil }

// who is the head of the card; a statement whose speaker is not known says so.
func (c Card) who() Link {
	if c.Who.Text == "" {
		return Link{Text: "nobody named"}
	}
	return c.Who
}

// apart is the card away from its article, where its number means nothing.
func (c Card) apart() Card {
	c.Number, c.Place = "", ""
	return c
}

// act is the address that does something with the fact on c.
func (m Article) act(c Card, what string) string {
	return "/articles/" + url.PathEscape(m.ID) + "/facts/" + url.PathEscape(c.Key) + "/" + what
}

// edit is the address that opens c for editing.
func (m Article) edit(c Card) string {
	return "/articles/" + url.PathEscape(m.ID) + "?tab=facts&edit=" + url.QueryEscape(c.Key) + m.from() + "#" + c.Key
}

// because is the reason the program gives for a fact.
func because(why string) string {
	if why == "" {
		return ""
	}
	return "because " + why
}

// stateWord is a state in words.
func stateWord(s State) string {
	if s == "" {
		return "yours"
	}
	return string(s)
}

// stamp is a state with its shape, for lists.
func stamp(s State) string { return strings.TrimSpace(stateSign(s) + " " + stateWord(s)) }

// stateSign is the shape that a decided card begins with.
func stateSign(s State) string {
	switch s {
	case Accepted:
		return "✓"
	case Edited:
		return "✎"
	case Rejected:
		return "✕"
	}
	return ""
}

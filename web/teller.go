package web

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/extract/fact"
	"onrecord/web/view"
)

// by is what each act makes of what it tells of: "denied by" someone.
var by = map[fact.Act]string{
	fact.State: "said by", fact.Announce: "announced by", fact.Report: "reported by", fact.Warn: "warned of by",
	fact.Threaten: "threatened by", fact.Demand: "demanded by", fact.Request: "requested by", fact.Promise: "promised by",
	fact.Agree: "agreed to by", fact.Reject: "rejected by", fact.Deny: "denied by", fact.Accuse: "charged by", fact.Admit: "admitted by",
	fact.Estimate: "estimated by", fact.Predict: "predicted by", fact.Fear: "feared by", fact.Hope: "hoped for by",
	fact.Praise: "praised by", fact.Criticize: "criticized by", fact.Ask: "asked about by",
}

// teller is on whose word something stands: the end of a sentence that says
// whether the article tells it or a statement in it, to which it leads.
func (d *desk) teller(statement int) []view.Link {
	n := d.statement(statement)
	if n == 0 {
		return plainly("told by the article itself")
	}
	s := d.facts.Statements[n-1]
	who := d.who(s.Speaker)
	if who.Text == "" {
		who.Text = d.facts.Words(s.Source)
	}
	if who.Text == "" {
		who.Text = "nobody named"
	}
	at := view.Link{Text: fmt.Sprintf("statement %d", n), Href: "#" + d.facts.Keys.Statements[n-1]}
	return []view.Link{{Text: by[s.Act] + " "}, who, {Text: " ("}, at, {Text: ")"}}
}

// plainly is a sentence without links.
func plainly(s string) []view.Link { return []view.Link{{Text: s}} }

// listed is links as a sentence enumerates them: "a, b and c".
func listed(all []view.Link) []view.Link {
	var s []view.Link
	for i, l := range all {
		switch {
		case i > 0 && i == len(all)-1:
			s = append(s, view.Link{Text: " and "})
		case i > 0:
			s = append(s, view.Link{Text: ", "})
		}
		s = append(s, l)
	}
	return s
}

// unlinked is a sentence without its links.
func unlinked(s []view.Link) string {
	var b strings.Builder
	for _, l := range s {
		b.WriteString(l.Text)
	}
	return b.String()
}

// capital is s with a capital letter.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

package web

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"onrecord/extract/fact"
	"onrecord/store"
	"onrecord/web/view"
)

// said is each act in the past, as a card says it.
var said = map[fact.Act]string{
	fact.State: "said", fact.Announce: "announced", fact.Report: "reported", fact.Warn: "warned",
	fact.Threaten: "threatened", fact.Demand: "demanded", fact.Request: "requested", fact.Promise: "promised",
	fact.Agree: "agreed", fact.Reject: "rejected", fact.Deny: "denied", fact.Accuse: "accused", fact.Admit: "admitted",
	fact.Estimate: "estimated", fact.Predict: "predicted", fact.Fear: "feared", fact.Hope: "hoped",
	fact.Praise: "praised", fact.Criticize: "criticized", fact.Ask: "asked",
}

// formWord is each form in words.
var formWord = map[fact.Form]string{fact.Direct: "quotation", fact.Indirect: "paraphrase", fact.Mixed: "part quotation"}

// verdict is a claim's verdict, drawn as the list has it.
func verdict(list []store.Verdict, words string) view.Verdict {
	v := view.Verdict{Mark: view.Unverified, Label: words}
	for _, x := range list {
		if x.Words == words {
			v.Mark = view.VerdictMark(x.Mark)
		}
	}
	return v
}

// viewState is a fact's state as the views have it.
func viewState(s string) view.State {
	if s == store.Suggested {
		return view.Suggestion
	}
	return view.State(s)
}

// sure is a confidence in words.
func sure(confidence float64) string {
	switch {
	case confidence >= 0.8:
		return "sure"
	case confidence >= 0.55:
		return "fairly sure"
	}
	return "doubtful"
}

// dayWord is a day or month as people write it: "13 Jan 2022".
func dayWord(day string) string { return dayAs(day, "2 Jan 2006") }

// longDay is a day in full: "13 January 2022".
func longDay(day string) string { return dayAs(day, "2 January 2006") }

func dayAs(day, layout string) string {
	if t, err := time.Parse(time.DateOnly, day); err == nil {
		return t.Format(layout)
	}
	return day
}

// moment is an RFC 3339 time in the user's zone: "14 Jan 2022, 09:12".
func moment(stamp string) string {
	t, err := time.Parse(time.RFC3339, stamp)
	if err != nil {
		return stamp
	}
	return t.Local().Format("2 Jan 2006, 15:04")
}

// thousands is n with commas: 1,284.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// plural is n and what it counts.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}

// size is bytes in a unit a person reads.
func size(n int64) string {
	switch {
	case n < 1000:
		return fmt.Sprintf("%d bytes", n)
	case n < 1000*1000:
		return fmt.Sprintf("%.0f kB", float64(n)/1e3)
	case n < 1000*1000*1000:
		return fmt.Sprintf("%.1f MB", float64(n)/1e6)
	}
	return fmt.Sprintf("%.1f GB", float64(n)/1e9)
}

// joined is the parts that say something, with sep between them.
func joined(sep string, parts ...string) string {
	var full []string
	for _, p := range parts {
		if p != "" {
			full = append(full, p)
		}
	}
	return strings.Join(full, sep)
}

func articleHref(id int64) string { return "/articles/" + strconv.FormatInt(id, 10) }

// statementHref leads to a statement in its article.
func statementHref(article int64, key string) string {
	return articleHref(article) + "?tab=facts&f=" + key + "#" + key
}

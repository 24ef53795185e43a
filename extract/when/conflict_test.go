package when

import (
	"testing"
	"time"

	"onrecord/extract/text"
)

func TestConflicts(t *testing.T) {
	for _, c := range []struct{ name, in, value, conflict string }{
		{"bracket and weekday", "They met on Wednesday (13).", "2022-01-13", "13 January 2022 was a Thursday, not a Wednesday."},
		{"date in brackets and weekday", "They met on Monday (12 January).", "2022-01-12", "12 January 2022 was a Wednesday, not a Monday."},
		{"weekday and full date", "They met on Monday, January 12, 2022.", "2022-01-12", "12 January 2022 was a Wednesday, not a Monday."},
		{"weekday and date to come", "They will meet on Monday, 15 January.", "2022-01-15", "15 January 2022 is a Saturday, not a Monday."},
		{"last weekday and its date", "They met last Friday, 3 May.", "2021-05-03", "3 May 2021 was a Monday, not a Friday."},
		{"hour, weekday and date", "It fell at 5 p.m. on Monday, 3 January 2021.", "2021-01-03T17:00", "3 January 2021 was a Sunday, not a Monday."},
		{"day that no month has", "They met on 30 February 2021.", "2021-02", "February 2021 has 28 days, not 30."},
		{"day that this year does not have", "They met on February 29, 2021.", "2021-02", "February 2021 has 28 days, not 29."},
		{"day that no year has", "They will meet on 31 June.", "2022-06", "June 2022 has 30 days, not 31."},
		{"years the wrong way round", "He was mayor from 2015 to 2012.", "2012", "The range ends, 2012, before it begins, 2015."},
		{"days the wrong way round", "It ran from 14 to 12 January 2022.", "2022-01-12", "The range ends, 12 January 2022, before it begins, 14 January 2022."},
		{"days of a month the wrong way round", "It ran from May 14 to May 3, 2021.", "2021-05-03", "The range ends, 3 May 2021, before it begins, 14 May 2021."},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := Read(text.Of(c.in), thursday)
			if len(found) == 0 {
				t.Fatalf("Find(%q) finds nothing", c.in)
			}
			if last := found[len(found)-1]; last.Value != c.value || last.Conflict != c.conflict {
				t.Errorf("Find(%q) = %s, Conflict %q, want %s, %q", c.in, last.Value, last.Conflict, c.value, c.conflict)
			}
		})
	}
}

// What can be is no contradiction.
func TestNoConflicts(t *testing.T) {
	for _, in := range []string{
		"They met this Wednesday (12).",
		"They met on Wednesday, January 12, 2022.",
		"They met last Monday, 10 January.",
		"It shut on Tuesday, 9 November.",
		"It was born on 29 February.",
		"They met on 29 February 2020.",
		"Feb. 30-year bonds fell.",
		"It ran from 12 to 14 January.",
		"It is open from November to March.",
		"It ran from 30 December to 2 January.",
		"It ran from Dec. 30 to Jan. 2, 2021.",
		"It runs from Thursday to Monday.",
		"The vote was moved from 14 May to 3 May 2021.",
		"Sales were higher in 2020 than in 2019, and 2018.",
		"Tessin beat Lugan 2 -1 January 2017.",
		"Profit rose from 2021 and 2020.",
	} {
		for _, day := range []time.Time{thursday, {}} {
			for _, x := range Read(text.Of(in), day) {
				if x.Conflict != "" {
					t.Errorf("Find(%q) of %q: Conflict = %q, want none", in, in[x.Span.Start:x.Span.End], x.Conflict)
				}
			}
		}
	}
}

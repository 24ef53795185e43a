package calendar

import (
	"math/rand/v2"
	"testing"
)

func parse(t *testing.T, s string) Day {
	t.Helper()
	d, ok := Parse(s)
	if !ok {
		t.Fatalf("Parse(%q) = none, want a day", s)
	}
	return d
}

func span(t *testing.T, first, last string) Span {
	t.Helper()
	return Span{parse(t, first), parse(t, last)}
}

func TestParseSpan(t *testing.T) {
	for s, want := range map[string]string{
		"2031-03-04": "2031-03-04..2031-03-04", "2032-02": "2032-02-01..2032-02-29", "2031": "2031-01-01..2031-12-31",
		"0001": "0001-01-01..0001-12-31", "9999": "9999-01-01..9999-12-31",
		"": "", "0000": "", "2031-13": "", "2031-02-30": "", "31": "", "tomorrow": "", "2031-03-04 ": "", "-2031": "", "10000": "",
	} {
		got := ""
		if span, ok := ParseSpan(s); ok {
			got = span.String()
		}
		if got != want {
			t.Errorf("ParseSpan(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestAround(t *testing.T) {
	for _, c := range []struct {
		unit      Unit
		day, want string
	}{
		{Days, "2031-03-04", "2031-03-04..2031-03-04"},
		{Weeks, "2031-03-04", "2031-03-03..2031-03-09"}, // a Tuesday
		{Weeks, "2031-03-09", "2031-03-03..2031-03-09"}, // a Sunday
		{Weeks, "2031-01-01", "2030-12-30..2031-01-05"},
		{Months, "2032-02-29", "2032-02-01..2032-02-29"},
		{Quarters, "2031-12-31", "2031-10-01..2031-12-31"},
		{Years, "1814-06-02", "1814-01-01..1814-12-31"},
		{Decades, "1999-12-31", "1990-01-01..1999-12-31"},
		{Centuries, "1999-12-31", "1900-01-01..1999-12-31"},
		{Centuries, "0001-01-01", "0001-01-01..0099-12-31"}, // what there is of it
		{Weeks, "9999-12-31", "9999-12-27..9999-12-31"},
	} {
		if got := c.unit.Around(parse(t, c.day)).String(); got != c.want {
			t.Errorf("%s around %s = %s, want %s", c.unit, c.day, got, c.want)
		}
	}
}

func TestNames(t *testing.T) {
	for days, want := range map[[2]string]string{
		{"2031-03-04", "2031-03-04"}: "4 March 2031",
		{"2031-03-03", "2031-03-09"}: "the week of 3 March 2031",
		{"2031-03-01", "2031-03-31"}: "March 2031",
		{"2031-07-01", "2031-09-30"}: "the third quarter of 2031",
		{"2031-01-01", "2031-12-31"}: "2031",
		{"2030-01-01", "2039-12-31"}: "the 2030s",
		{"1900-01-01", "1999-12-31"}: "the years 1900 to 1999",
		{"2031-03-08", "2031-03-09"}: "8–9 March 2031",
		{"2031-03-30", "2031-04-02"}: "30 March to 2 April 2031",
		{"2030-12-30", "2031-01-02"}: "30 December 2030 to 2 January 2031",
	} {
		if got := span(t, days[0], days[1]).Name(); got != want {
			t.Errorf("the name of %v = %q, want %q", days, got, want)
		}
	}
}

func TestFit(t *testing.T) {
	for days, want := range map[[2]string]Unit{
		{"2031-03-04", "2031-03-04"}: Days, {"2031-03-01", "2031-04-10"}: Days, {"2031-03-01", "2031-09-01"}: Weeks,
		{"2031-01-01", "2033-12-31"}: Months, {"2024-01-01", "2031-12-31"}: Quarters, {"1995-01-01", "2031-12-31"}: Years,
		{"1814-01-01", "2031-12-31"}: Decades, {"0001-01-01", "9999-12-31"}: Centuries,
	} {
		if got := Fit(span(t, days[0], days[1]), 42); got != want {
			t.Errorf("Fit(%v) = %s, want %s", days, got, want)
		}
	}
}

// Bins follow upon each other, cover the span and are found again.
func TestCutOfAnything(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		s := Span{Earliest + Day(r.IntN(int(Latest-Earliest))), 0}
		s.Last = min(s.First+Day(r.IntN(1<<r.IntN(22))), Latest)
		unit := Fit(s, 42)
		bins := Cut(s, unit)
		if len(bins) > 42 && unit != Centuries {
			t.Fatalf("Cut(%v, %s) gives %d bins, want at most 42", s, unit, len(bins))
		}
		if bins[0].First > s.First || bins[len(bins)-1].Last < s.Last {
			t.Fatalf("Cut(%v, %s) = %v to %v, want it covered", s, unit, bins[0], bins[len(bins)-1])
		}
		for i, b := range bins {
			if b.Last < b.First || i > 0 && bins[i-1].Last+1 != b.First {
				t.Fatalf("Cut(%v, %s): bin %d is %v after %v", s, unit, i, b, bins[max(i-1, 0)])
			}
			if Find(bins, b.First) != i || Find(bins, b.Last) != i {
				t.Fatalf("Find of the ends of bin %d of %v = %d, %d", i, s, Find(bins, b.First), Find(bins, b.Last))
			}
		}
		if before, after := Find(bins, bins[0].First-1), Find(bins, bins[len(bins)-1].Last+1); before != -1 || after != len(bins) {
			t.Fatalf("Find outside %v = %d, %d, want -1, %d", s, before, after, len(bins))
		}
		for _, moved := range []Span{s.Zoom(s.Days() * 2), s.Zoom(max(s.Days()/2, 1)), s.Pan(s.Days()), s.Pan(-s.Days() / 2)} {
			if moved.First < Earliest || moved.Last > Latest || moved.Last < moved.First {
				t.Fatalf("%v moves to %v, want days that there are", s, moved)
			}
		}
	}
}

func TestBulk(t *testing.T) {
	var story []Day
	for i := range 40 {
		story = append(story, parse(t, "2022-01-03")+Day(i%20))
	}
	for _, c := range []struct {
		name string
		days []Day
		want string
	}{
		{"a story", story, "2022-01-03..2022-01-22"},
		{"with a war of long ago", append([]Day{parse(t, "1814-06-02")}, story...), "2022-01-03..2022-01-22"},
		{"with an election to come", append([]Day{parse(t, "2024-11-05")}, story...), "2022-01-03..2022-01-22"},
		{"with talks the week after", append([]Day{parse(t, "2022-01-30")}, story...), "2022-01-03..2022-01-30"},
		{"one day", story[:1], "2021-12-28..2022-01-10"},
		{"two days far apart", []Day{parse(t, "1814-06-02"), parse(t, "2022-01-03")}, "1814-06-02..2022-01-03"},
		{"none", nil, "1970-01-01..1970-01-01"},
	} {
		if got := Bulk(c.days, 14).String(); got != c.want {
			t.Errorf("%s: Bulk = %s, want %s", c.name, got, c.want)
		}
	}
}

func BenchmarkCut(b *testing.B) {
	s := Span{on(1990, 1, 1), on(2031, 12, 31)}
	for b.Loop() {
		Cut(s, Fit(s, 42))
	}
}

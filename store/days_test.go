package store

import (
	"testing"
	"time"
)

func TestDays(t *testing.T) {
	for value, want := range map[string][2]string{
		"2031-03-04":       {"2031-03-04", "2031-03-04"},
		"2031-03-04T14:00": {"2031-03-04", "2031-03-04"},
		"2031-03-04TNI":    {"2031-03-04", "2031-03-04"},
		"2032-02":          {"2032-02-01", "2032-02-29"},
		"2031-02-XX":       {"2031-02-01", "2031-02-28"},
		"2031-XX-XX":       {"2031-01-01", "2031-12-31"},
		"1814":             {"1814-01-01", "1814-12-31"},
		"2031-W01":         {"2030-12-30", "2031-01-05"},
		"2026-W53":         {"2026-12-28", "2027-01-03"},
		"2031-W10-WE":      {"2031-03-08", "2031-03-09"},
		"2031-Q3":          {"2031-07-01", "2031-09-30"},
		"2031-H2":          {"2031-07-01", "2031-12-31"},
		"2031-SU":          {"2031-06-01", "2031-08-31"},
		"2031-WI":          {"2031-12-01", "2032-02-29"},
		"203":              {"2030-01-01", "2039-12-31"},
		"19":               {"1900-01-01", "1999-12-31"},
		"2031-W53":         {}, // that year has 52
		"2031-W53-WE":      {},
		"2031-06-31":       {},
		"2031-13":          {},
		"2031-Q5":          {},
		"9999-WI":          {},
		"00":               {},
		"P3D":              {},
		"PT2H":             {},
		"PAST_REF":         {},
		"XXXX-05":          {},
		"XXXX-WXX-5":       {},
		"T14:00":           {},
		"":                 {},
		"2031-03-04 ":      {},
		"٢٠٣١":             {},
	} {
		if first, last := days(value); first != want[0] || last != want[1] {
			t.Errorf("days(%q) = %q, %q, want %q, %q", value, first, last, want[0], want[1])
		}
	}
}

// Any value gives two days of the calendar in order, or none.
func FuzzDays(f *testing.F) {
	for _, seed := range []string{"2031-W10-WE", "203", "0000", "9999-12-31", "2031-03-XX", "-XX-XX"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, value string) {
		first, last := days(value)
		if first == "" && last == "" {
			return
		}
		from, err1 := time.Parse(time.DateOnly, first)
		to, err2 := time.Parse(time.DateOnly, last)
		if err1 != nil || err2 != nil || to.Before(from) {
			t.Errorf("days(%q) = %q, %q, want two days in order", value, first, last)
		}
	})
}

package web

import (
	"strings"
	"testing"
)

func TestValue(t *testing.T) {
	for v, want := range map[string]string{
		"2031-03-05": "Wednesday, 5 March 2031", "2031-03": "March 2031", "2031": "2031", "203": "the 2030s", "20": "the 21st century", "18": "the 19th century", "11": "the 12th century",
		"2031-W10": "the week of 3 March 2031", "2031-W01": "the week of 30 December 2030", "2031-W10-WE": "the weekend of 8 March 2031", "2031-W10-3": "Wednesday, 5 March 2031",
		"2031-SU": "summer 2031", "2031-Q3": "the third quarter of 2031", "2031-H1": "the first half of 2031",
		"2031-03-05TNI": "Wednesday, 5 March 2031, at night", "2031-03-05T14:30": "Wednesday, 5 March 2031, 14:30", "2031-03-05T14:30Z": "Wednesday, 5 March 2031, 14:30 UTC",
		"2031-03-05T14:30+01:00": "Wednesday, 5 March 2031, 14:30+01:00",
		"P11M":                   "eleven months", "PT9H": "nine hours", "P1D": "one day", "PT14M": "14 minutes", "PXW": "some weeks", "P1CE": "one century", "P2CE": "two centuries", "P3DE": "three decades",
		"P2Y6M": "two years and six months", "P1DT12H": "one day and twelve hours", "P2.5Y": "2.5 years", "P30D": "30 days", "P2Q": "two quarters",
		"XXXX-WXX-5": "every Friday", "XXXX-WXX-7": "every Sunday", "XXXX-WXX-2TNI": "every Tuesday night", "XXXX-XX-XXTMO": "every morning", "XXXX-07": "every July", "XXXX-SU": "every summer",
		"XXXX-12-25": "every 25 December", "XXXX-XX-XX": "every day", "XXXX-WXX-WE": "every weekend",
		"PAST_REF": "some time in the past", "PRESENT_REF": "the present", "FUTURE_REF": "some time to come", "": "not known",
		// No words are better than wrong ones.
		"XXXX-Q1": "XXXX-Q1", "2031-W54": "2031-W54", "2031-13": "2031-13", "P": "P", "2031-03-05-09": "2031-03-05-09", "XXXX-WXX-9": "XXXX-WXX-9", "-203": "-203", "soon": "soon",
	} {
		if got := value(v); got != want {
			t.Errorf("value(%q) = %q, want %q", v, got, want)
		}
	}
}

func TestRepeated(t *testing.T) {
	for v, want := range map[string]string{"P1D": "every day", "P2W": "every two weeks", "PXY": "every few years", "XXXX-WXX-5": "every Friday", "2031": "2031"} {
		if got := repeated(v); got != want {
			t.Errorf("repeated(%q) = %q, want %q", v, got, want)
		}
	}
}

func TestPreposition(t *testing.T) {
	for v, want := range map[string]string{"2031-03-05": "on ", "2031-03": "in ", "2031": "in ", "203": "in ", "2031-W10": "in ", "P3D": "", "PAST_REF": "", "": "", "XXXX-WXX-5": ""} {
		if got := preposition(v); got != want {
			t.Errorf("preposition(%q) = %q, want %q", v, got, want)
		}
	}
}

// FuzzValue holds that any value has words that can be shown.
func FuzzValue(f *testing.F) {
	for _, seed := range []string{"2031-W10-WE", "P1DT12H", "XXXX-WXX-2TNI", "", "T", "PT", "W", "-", "2031-W"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, v string) {
		if strings.TrimSpace(value(v)) == "" && strings.TrimSpace(v) != "" || strings.TrimSpace(repeated(v)) == "" && strings.TrimSpace(v) != "" {
			t.Errorf("value(%q) = %q, want words", v, value(v))
		}
	})
}

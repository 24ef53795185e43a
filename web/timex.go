package web

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// value is a TIMEX3 value in words where people have words for it: a day with
// its weekday, a week by its Monday, a length of time, a set as "every Friday".
// A value of another form is given back as it is.
func value(v string) string {
	if words, ok := wholeValues[v]; ok {
		return words
	}
	day, part, timed := strings.Cut(v, "T")
	if words, ok := durationWords(v); ok {
		return words
	}
	if words, ok := setWords(day, part); ok {
		return words
	}
	words, ok := dateWords(day)
	if !ok {
		return v
	}
	if !timed {
		return words
	}
	return words + ", " + clockWords(part)
}

// wholeValues is the values that are read as one.
var wholeValues = map[string]string{
	"": "not known", "PAST_REF": "some time in the past", "PRESENT_REF": "the present", "FUTURE_REF": "some time to come",
	"XXXX-XX-XX": "every day", "XXXX-WXX": "every week", "XXXX-XX": "every month", "XXXX": "every year", "XXXX-WXX-WE": "every weekend",
}

// repeated is the value of a time that comes again and again, in words: for
// one that has a length ("P2W") this says how often, else it is as any value.
func repeated(v string) string {
	if m := oneLength.FindStringSubmatch(v); m != nil {
		switch {
		case m[2] == "1":
			return "every " + lengths[m[1]+m[3]]
		case m[2][0] == 'X':
			return "every few " + lengths[m[1]+m[3]] + "s"
		}
		return "every " + value(v)
	}
	return value(v)
}

// oneLength is a duration of one unit, lengths what its units are called.
var (
	oneLength = regexp.MustCompile(`^P(T?)([0-9.]+|X+)(DE|CE|[YQMWDHS])$`)
	lengthRun = regexp.MustCompile(`([0-9.]+|X+)(DE|CE|[YQMWDHS])`)
	duration  = regexp.MustCompile(`^P(([0-9.]+|X+)(DE|CE|[YQMWD]))*(T(([0-9.]+|X+)[HMS])+)?$`)
	lengths   = map[string]string{"CE": "century", "DE": "decade", "Y": "year", "Q": "quarter", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
)

// durationWords is a length of time: "two years and 6 months" for P2Y6M.
func durationWords(v string) (string, bool) {
	if !duration.MatchString(v) || v == "P" {
		return "", false
	}
	day, clock, _ := strings.Cut(v, "T")
	var parts []string
	for i, half := range [...]string{day[1:], clock} {
		for _, m := range lengthRun.FindAllStringSubmatch(half, -1) {
			parts = append(parts, lengthWords(m[1], lengths[[...]string{"", "T"}[i]+m[2]]))
		}
	}
	return enumerated(parts), true
}

// lengthWords is so many of a unit; an X stands for a number the text leaves open.
func lengthWords(n, unit string) string {
	many := unit + "s"
	if stem, ok := strings.CutSuffix(unit, "y"); ok && unit != "day" {
		many = stem + "ies"
	}
	switch k, err := strconv.Atoi(n); {
	case strings.HasPrefix(n, "X"):
		return "some " + many
	case n == "1":
		return "one " + unit
	case err == nil && k < len(numerals):
		return numerals[k] + " " + many
	}
	return n + " " + many
}

// numerals is the numbers that are written as words.
var numerals = [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// setWords is what comes again: "every Friday" for XXXX-WXX-5, "every Tuesday
// night" for XXXX-WXX-2TNI.
func setWords(day, part string) (string, bool) {
	rest, ok := strings.CutPrefix(day, "XXXX-")
	if !ok {
		return "", false
	}
	of := ""
	switch n, err := strconv.Atoi(strings.TrimPrefix(rest, "WXX-")); {
	case rest == "XX-XX" && dayParts[part].one != "":
		return "every " + dayParts[part].one, true
	case err == nil && strings.HasPrefix(rest, "WXX-") && n >= 1 && n <= 7:
		of = time.Weekday(n % 7).String()
	case seasons[rest] != "":
		of = seasons[rest]
	default:
		if of, ok = monthOrDay(rest); !ok {
			return "", false
		}
	}
	return "every " + joined(" ", of, dayParts[part].one), true
}

// monthOrDay is a month or a day of no year.
func monthOrDay(s string) (string, bool) {
	for _, x := range [...]struct{ layout, as string }{{"01", "January"}, {"01-02", "2 January"}} {
		if t, err := time.Parse(x.layout, s); err == nil {
			return t.Format(x.as), true
		}
	}
	return "", false
}

// dayParts is the parts of a day as they stand after a day and alone.
var dayParts = map[string]struct{ after, one string }{
	"MO": {"in the morning", "morning"}, "MI": {"at midday", "midday"}, "AF": {"in the afternoon", "afternoon"},
	"EV": {"in the evening", "evening"}, "NI": {"at night", "night"}, "DT": {"by day", "day"},
}

// clockWords is the time of day: "14:00 UTC", "in the morning".
func clockWords(part string) string {
	if words, ok := dayParts[part]; ok {
		return words.after
	}
	if clock, ok := strings.CutSuffix(part, "Z"); ok {
		return clock + " UTC"
	}
	return part
}

// dateWords is a day or a longer time of the calendar.
func dateWords(v string) (string, bool) {
	for _, x := range [...]struct{ layout, as string }{
		{time.DateOnly, "Monday, 2 January 2006"}, {"2006-01", "January 2006"}, {"2006", "2006"},
	} {
		if t, err := time.Parse(x.layout, v); err == nil {
			return t.Format(x.as), true
		}
	}
	year, rest, _ := strings.Cut(v, "-")
	n, err := strconv.Atoi(year)
	switch {
	case err != nil || n < 0:
		return "", false
	case rest == "" && len(year) == len("199"):
		return "the " + year + "0s", true
	case rest == "" && len(year) == len("19"):
		return "the " + ordinal(n+1) + " century", true
	case strings.HasPrefix(rest, "W") && len(year) == len("2006"):
		return weekWords(n, rest)
	case seasons[rest] != "":
		return seasons[rest] + " " + year, true
	case yearParts[rest] != "":
		return yearParts[rest] + " of " + year, true
	}
	return "", false
}

// The parts of a year.
var (
	seasons   = map[string]string{"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
	yearParts = map[string]string{
		"Q1": "the first quarter", "Q2": "the second quarter", "Q3": "the third quarter", "Q4": "the fourth quarter", "QX": "a quarter",
		"H1": "the first half", "H2": "the second half", "HX": "a half",
	}
)

// weekWords is a week of a year by its Monday, its weekend or one of its days:
// W02, W02-WE, W02-3, as ISO 8601 counts them.
func weekWords(year int, rest string) (string, bool) {
	number, day, _ := strings.Cut(rest[1:], "-")
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > 53 {
		return "", false
	}
	fourth := time.Date(year, 1, 4, 0, 0, 0, 0, time.UTC) // lies in the first week
	monday := fourth.AddDate(0, 0, 7*(n-1)-(int(fourth.Weekday())+6)%7)
	switch d, err := strconv.Atoi(day); {
	case day == "":
		return "the week of " + monday.Format("2 January 2006"), true
	case day == "WE":
		return "the weekend of " + monday.AddDate(0, 0, 5).Format("2 January 2006"), true
	case err == nil && d >= 1 && d <= 7:
		return monday.AddDate(0, 0, d-1).Format("Monday, 2 January 2006"), true
	}
	return "", false
}

// ordinal is the place of n in a row: 20th, 21st.
func ordinal(n int) string {
	switch {
	case n%100/10 == 1:
	case n%10 == 1:
		return strconv.Itoa(n) + "st"
	case n%10 == 2:
		return strconv.Itoa(n) + "nd"
	case n%10 == 3:
		return strconv.Itoa(n) + "rd"
	}
	return strconv.Itoa(n) + "th"
}

// preposition is what stands before a value in a sentence: "on " a day, "in "
// a month or year, nothing else.
func preposition(v string) string {
	switch {
	case v == "" || v[0] < '0' || v[0] > '9':
		return ""
	case len(v) >= len("2006-01-02") && v[4] == '-':
		return "on "
	}
	return "in "
}

// enumerated is a list as a sentence has it: "a, b and c".
func enumerated(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	last := len(list) - 1
	return strings.Join(list[:last], ", ") + " and " + list[last]
}

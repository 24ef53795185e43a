package when

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/extract/amount/number"
)

// decades is the decades of the last century in words.
var decades = lexicon["decades in words"]

var (
	dottedDate = regexp.MustCompile(`^(\d\d?)\.(\d\d?)\.(\d{4})$`)
	lastOfISO  = regexp.MustCompile(`^(\d\d)(?:[Tt](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?([Zz]?))?$`)
	fourDigits = regexp.MustCompile(`^([01]\d|2[0-4])([0-5]\d)$`)
	clockTime  = regexp.MustCompile(`^([01]?\d|2[0-4])(?:[:.]([0-5]\d)(:[0-5]\d)?)?(am|pm|a\.m\.|p\.m\.|a\.m|p\.m)?$`)
)

// dayOfMonth reads "13", "13th" or "thirteenth".
func (f *finder) dayOfMonth(i int) (int, string, float64, bool) {
	if n, next, ok := number.Ordinal(f.t, i); ok {
		return next, "", n, n >= 1 && n <= 31
	}
	n, rest, ok := number.Digits(f.lower[i])
	return i + 1, "", n, ok && rest == "" && len(f.lower[i]) <= 2 && n >= 1 && n <= 31
}

// year reads "1997" or "nineteen ninety-seven", from 1500 to 2199.
func (f *finder) year(i int) (int, string, float64, bool) {
	word := f.lower[i]
	if n, rest, ok := number.Digits(word); ok {
		return i + 1, "", n, rest == "" && len(word) == 4 && n >= 1500 && n < 2200
	}
	high, ok := number.At(f.t, i)
	if !ok || high.Value >= 2000 && high.Value < 2100 && !high.Digits {
		return high.Next, "", high.Value, ok
	}
	if high.Value != 19 && high.Value != 20 || high.Next >= f.last {
		return 0, "", 0, false
	}
	low, ok := number.At(f.t, high.Next)
	return low.Next, "", high.Value*100 + low.Value, ok && !low.Digits && low.Value >= 10 && low.Value < 100
}

// shortYear reads "'97" as a year from 1930 to 2029.
func (f *finder) shortYear(i int) (int, string, float64, bool) {
	if !apostrophe(f.lower[i]) || i+1 >= f.last || len(f.lower[i+1]) != 2 || !number.Touch(f.t, i) {
		return 0, "", 0, false
	}
	n, rest, ok := number.Digits(f.lower[i+1])
	return i + 2, "", pivot(n), ok && rest == ""
}

func pivot(n float64) float64 {
	if n < 30 {
		return 2000 + n
	}
	return 1900 + n
}

func apostrophe(w string) bool { return w == "'" || w == "’" || w == "‘" }

// decade reads "1990s", "90s", "'90s" or "nineties"; its value is the first
// three digits of the years.
func (f *finder) decade(i int) (int, string, float64, bool) {
	word := f.lower[i]
	if apostrophe(word) && i+1 < f.last {
		i++
		word = f.lower[i]
	}
	if value, ok := decades[word]; ok {
		return i + 1, value, 0, true
	}
	next := i + 1
	digits := strings.TrimSuffix(word, "s")
	if digits == word && next < f.last && (f.lower[next] == "'s" || f.lower[next] == "s") && number.Touch(f.t, i) {
		next++
	} else if digits == word {
		return 0, "", 0, false
	}
	n, rest, ok := number.Digits(digits)
	switch {
	case !ok || rest != "" || int(n)%10 != 0 || strings.ContainsAny(digits, ".,"):
		return 0, "", 0, false
	case len(digits) == 4 && n >= 1000 && n < 2200:
		return next, digits[:3], 0, true
	case len(digits) == 2 && n >= 20:
		return next, "19" + digits[:1], 0, true
	}
	return 0, "", 0, false
}

// clock reads "10:35", "10.35pm", "5pm" or "5 p.m."; its value is hours,
// minutes and, where they are given, seconds of the day. An hour alone needs am or pm.
func (f *finder) clock(i int) (int, string, float64, bool) {
	m := clockTime.FindStringSubmatch(f.lower[i])
	if m == nil {
		return f.military(i)
	}
	next, half := i+1, m[4]
	if _, ok := lexicon["AMPM"][f.at(next)]; ok && half == "" {
		half, next = f.lower[next], next+1
	} else if w := f.at(next); half == "" && (w == "a.m" || w == "p.m") {
		half, next = w, next+1
	}
	if half == "" && (m[3] != "" || !strings.Contains(m[0], ":")) {
		return 0, "", 0, false // "1:02:33" is how long a race took
	}
	hour := whole(m[1])
	if half != "" && hour > 12 {
		return 0, "", 0, false
	}
	if strings.HasPrefix(half, "p") && hour < 12 {
		hour += 12
	} else if strings.HasPrefix(half, "a") && hour == 12 {
		hour = 0
	}
	return next, clockValue(hour, m[2]) + m[3], 0, true
}

func clockValue(hour int, minutes string) string {
	if minutes == "" {
		minutes = "00"
	}
	return pad(hour) + ":" + minutes
}

// iso reads "2022-01-13", with a time of day "T14:00" where there is one.
func (f *finder) iso(i int) (int, string, float64, bool) {
	if i+5 > f.last || f.lower[i+1] != "-" || f.lower[i+3] != "-" || len(f.lower[i]) != 4 || len(f.lower[i+2]) != 2 {
		return 0, "", 0, false
	}
	last := lastOfISO.FindStringSubmatch(f.lower[i+4])
	if last == nil || f.t.Tokens[i+4].End-f.t.Tokens[i].Start != 8+len(f.lower[i+4]) {
		return 0, "", 0, false
	}
	d, ok := dayOf(whole(f.lower[i]), whole(f.lower[i+2]), whole(last[1]))
	if !ok || d.day.Year() < 1500 {
		return 0, "", 0, false
	}
	value := d.String()
	if last[2] != "" {
		value += "T" + last[2] + strings.ToUpper(last[3])
	}
	return i + 5, value, 0, true
}

// slashed reads "25/12/2021", "12/25/2021" and "25.12.2021". Where day and
// month could be either the value is the year alone.
func (f *finder) slashed(i int) (int, string, float64, bool) {
	if m := dottedDate.FindStringSubmatch(f.lower[i]); m != nil {
		d, ok := dayOf(whole(m[3]), whole(m[2]), whole(m[1]))
		return i + 1, d.String(), 0, ok
	}
	if i+5 > f.last || f.lower[i+1] != "/" || f.lower[i+3] != "/" || len(f.lower[i+4]) != 4 {
		return 0, "", 0, false
	}
	a, b, year := whole(f.lower[i]), whole(f.lower[i+2]), whole(f.lower[i+4])
	dayFirst, ok := dayOf(year, b, a)
	monthFirst, ok2 := dayOf(year, a, b)
	switch {
	case year < 1500 || !ok && !ok2:
		return 0, "", 0, false
	case ok && ok2 && a != b:
		return i + 5, yearOf(year).String(), 0, true
	case ok:
		return i + 5, dayFirst.String(), 0, true
	}
	return i + 5, monthFirst.String(), 0, true
}

// capital reports whether token i starts with a capital letter.
func (f *finder) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(f.t.Word(i))
	return unicode.IsUpper(r)
}

// military reads four digits before a time zone: "0800 GMT".
func (f *finder) military(i int) (int, string, float64, bool) {
	m := fourDigits.FindStringSubmatch(f.lower[i])
	if _, zone := lexicon["ZONE"][f.at(i+1)]; m == nil || !zone || !f.proper("ZONE", i+1) {
		return 0, "", 0, false
	}
	return i + 1, clockValue(whole(m[1]), m[2]), 0, true
}

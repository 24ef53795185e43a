package when

import (
	"strconv"
	"strings"
	"time"
)

// words is a TIMEX3 value in plain English: "the week of 10 January 2022",
// "2 years and 6 months", "every Thursday". A value of no known form is given
// as it is.
func words(value string) string {
	day, clock, timed := strings.Cut(value, "T")
	switch {
	case strings.HasPrefix(value, "P") && len(value) > 1 && value[1] != 'A' && value[1] != 'R':
		return lengthWords(value[1:])
	case strings.HasSuffix(value, "_REF"):
		return vagueWords[value]
	case timed && strings.HasPrefix(day, "XXXX-XX"):
		return clockWords(clock)
	case timed:
		return clockWords(clock) + " of " + dayWords(day)
	}
	return dayWords(value)
}

// vagueWords is the values of times with no place in the calendar.
var vagueWords = map[string]string{"PAST_REF": "the past", "PRESENT_REF": "the present", "FUTURE_REF": "the future"}

// seasonWords and partWords are the codes of TIMEX3 for what has no number.
var (
	seasonWords = map[string]string{"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
	partWords   = map[string]string{"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night"}
	unitWords   = map[string]string{"TS": "second", "TM": "minute", "TH": "hour", "D": "day", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year"}
)

// clockWords is what stands after the T of a time: a part of the day or an
// hour with its zone.
func clockWords(clock string) string {
	if part := partWords[clock]; part != "" {
		return "the " + part
	}
	if hour, ok := strings.CutSuffix(clock, "Z"); ok {
		return hour + " Greenwich time"
	}
	if at := strings.LastIndexAny(clock, "+-"); at > 0 {
		return clock[:at] + " in the zone " + clock[at:]
	}
	return clock
}

func dayWords(value string) string {
	if d, ok := parse(value); ok {
		return d.words()
	}
	year, rest, _ := strings.Cut(value, "-")
	n, err := strconv.Atoi(year)
	season := seasonWords[rest]
	switch {
	case strings.HasPrefix(year, "XXXX"):
		return yearless(rest)
	case err != nil:
		return value
	case season != "":
		return season + " " + year
	case rest == "H1":
		return "the first half of " + year
	case rest == "H2":
		return "the second half of " + year
	case strings.HasSuffix(rest, "-WE"):
		d, _ := parse(strings.TrimSuffix(value, "-WE"))
		return "the weekend of " + d.before(1).after(6).words()
	case rest == "" && len(year) == 3:
		return "the " + year + "0s"
	case rest == "" && len(year) == 2:
		return "the " + ordinalWords(n+1) + " century"
	}
	return value
}

// yearless is a day or month that no year is known of.
func yearless(rest string) string {
	if season := seasonWords[rest]; season != "" {
		return season
	}
	month, day, exact := strings.Cut(rest, "-")
	if quarter, ok := strings.CutPrefix(month, "Q"); ok {
		return "the " + ordinalWords(whole(quarter)) + " quarter"
	}
	name := time.Month(whole(month)).String()
	if exact {
		return strconv.Itoa(whole(day)) + " " + name
	}
	return name
}

// words is d in plain English: "13 January 2022".
func (d date) words() string {
	switch d.grain {
	case byDay:
		return d.day.Format("2 January 2006")
	case byWeek:
		return "the week of " + d.before(1).words()
	case byMonth:
		return d.day.Format("January 2006")
	case byQuarter:
		return "the " + ordinalWords(quarter(d.day)) + " quarter of " + d.day.Format("2006")
	}
	return d.day.Format("2006")
}

// lengthWords is an ISO 8601 duration without its P.
func lengthWords(value string) string {
	var parts []string
	clock := ""
	for value != "" {
		if value[0] == 'T' {
			clock, value = "T", value[1:]
			continue
		}
		n := strings.TrimLeft(value, "0123456789.X")
		count := value[:len(value)-len(n)]
		end := len(n) - len(strings.TrimLeft(n, "DWEMQYHS"))
		if count == "" || end == 0 {
			break
		}
		parts = append(parts, countWords(count, unitWords[clock+n[:end]]))
		value = n[end:]
	}
	return strings.Join(parts, " and ")
}

func countWords(count, unit string) string {
	switch count {
	case "1":
		return "1 " + unit
	case "0.5":
		return "half a " + unit
	case "X":
		return "some " + unit + "s, how many is not said"
	}
	return count + " " + unit + "s"
}

// every is how often a duration comes again: "every 2 weeks".
func every(value string) string {
	return "every " + strings.TrimPrefix(words(value), "1 ")
}

func ordinalWords(n int) string {
	names := [...]string{"", "first", "second", "third", "fourth", "fifth"}
	if n > 0 && n < len(names) {
		return names[n]
	}
	suffix := "th"
	if tens := n % 100; tens < 11 || tens > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

// weekdayWords is Monday for 1 to Sunday for 7.
func weekdayWords(wd int) string { return time.Weekday(wd % 7).String() }

package store

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A spell is a form of TIMEX3 value that names days of the calendar, other
// than a day, month or year: its pattern, and the first day and the day after
// the last by the numbers in it.
type spell struct {
	pattern *regexp.Regexp
	days    func(n []int) (first, next time.Time)
}

// spells is every such form; its test has examples.
var spells = [...]spell{
	{regexp.MustCompile(`^(\d{4})-W(\d\d)$`), func(n []int) (first, next time.Time) {
		monday := week(n[0], n[1])
		return monday, monday.AddDate(0, 0, 7)
	}},
	{regexp.MustCompile(`^(\d{4})-W(\d\d)-WE$`), func(n []int) (first, next time.Time) { // its weekend
		monday := week(n[0], n[1])
		return monday.AddDate(0, 0, 5), monday.AddDate(0, 0, 7)
	}},
	{regexp.MustCompile(`^(\d{4})-Q([1-4])$`), func(n []int) (first, next time.Time) {
		return day(n[0], 3*n[1]-2, 1), day(n[0], 3*n[1]+1, 1)
	}},
	{regexp.MustCompile(`^(\d{4})-H([12])$`), func(n []int) (first, next time.Time) {
		return day(n[0], 6*n[1]-5, 1), day(n[0], 6*n[1]+1, 1)
	}},
	// Seasons, as the weather services of the north have them.
	{regexp.MustCompile(`^(\d{4})-SP$`), threeMonths(3)}, {regexp.MustCompile(`^(\d{4})-SU$`), threeMonths(6)},
	{regexp.MustCompile(`^(\d{4})-FA$`), threeMonths(9)}, {regexp.MustCompile(`^(\d{4})-WI$`), threeMonths(12)},
	{regexp.MustCompile(`^(\d{3})$`), func(n []int) (first, next time.Time) { // a decade
		return day(10*n[0], 1, 1), day(10*n[0]+10, 1, 1)
	}},
	{regexp.MustCompile(`^(\d\d)$`), func(n []int) (first, next time.Time) { // a century
		return day(100*n[0], 1, 1), day(100*n[0]+100, 1, 1)
	}},
}

// threeMonths is the days of three months of a year, from a month on.
func threeMonths(month int) func(n []int) (first, next time.Time) {
	return func(n []int) (first, next time.Time) { return day(n[0], month, 1), day(n[0], month+3, 1) }
}

func day(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

// week is the Monday of a week of a year, as ISO 8601 counts them; the zero
// time when the year has no such week.
func week(year, number int) time.Time {
	fourth := day(year, 1, 4) // lies in the first week
	monday := fourth.AddDate(0, 0, 7*(number-1)-(int(fourth.Weekday())+6)%7)
	if y, n := monday.ISOWeek(); y != year || n != number {
		return time.Time{}
	}
	return monday
}

// days is the first and the last day that a TIMEX3 value covers, as
// 2006-01-02; "" for a value that names no days of the calendar, such as a
// length of time, PAST_REF, or a day that does not exist.
func days(value string) (first, last string) {
	value, _, _ = strings.Cut(value, "T") // the hour, or the part of the day
	value = strings.TrimSuffix(strings.TrimSuffix(value, "-XX"), "-XX")
	if first, last, ok := period(value); ok {
		return first, last
	}
	for _, s := range spells {
		found := s.pattern.FindStringSubmatch(value)
		if found == nil {
			continue
		}
		n := make([]int, len(found)-1)
		for i, digits := range found[1:] {
			n[i], _ = strconv.Atoi(digits) // the pattern lets nothing else in
		}
		from, next := s.days(n)
		to := next.AddDate(0, 0, -1)
		if from.Before(day(1, 1, 8)) || to.Year() > 9999 { // a week that is none, or no year
			return "", ""
		}
		return from.Format(time.DateOnly), to.Format(time.DateOnly)
	}
	return "", ""
}

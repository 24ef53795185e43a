package when

import (
	_ "embed"
	"slices"
	"strings"
	"time"
)

//go:embed data/holidays.txt
var holidayFile string

// holidays is how the date of each named day is told; holidayStarts its names
// by their first word, longest first.
var holidays, holidayStarts = holidaysOf(holidayFile)

func holidaysOf(file string) (map[string]string, map[string][]string) {
	dates, starts := map[string]string{}, map[string][]string{}
	for line := range strings.Lines(file) {
		name, how, ok := strings.Cut(strings.TrimSpace(line), " = ")
		if !ok || name[0] == '#' {
			continue
		}
		dates[name] = how
		first := strings.Fields(strings.ReplaceAll(name, "'s", " 's"))[0]
		first = strings.TrimSuffix(first, "'")
		starts[first] = append(starts[first], name)
	}
	for _, list := range starts {
		slices.SortFunc(list, func(a, b string) int { return len(b) - len(a) })
	}
	return dates, starts
}

// holiday reads the name of a day, as a name: "Easter Monday".
func (f *finder) holiday(i int) (int, string, float64, bool) {
	if !f.capital(i) {
		return 0, "", 0, false
	}
	for _, name := range holidayStarts[f.lower[i]] {
		joined := ""
		for next := i; next < f.last && len(joined) < len(name); {
			if next > i && f.t.Tokens[next].Start > f.t.Tokens[next-1].End {
				joined += " "
			}
			joined += f.lower[next]
			next++
			if joined == name {
				return next, holidays[name], 0, true
			}
		}
	}
	return 0, "", 0, false
}

// holidayIn is the day in year that how, a value of the data file, tells.
func holidayIn(how string, year int) date {
	fields := strings.Fields(how)
	switch {
	case len(fields) == 2:
		return easter(year).add(whole(fields[1]), byDay)
	case len(fields) == 4:
		last := strings.LastIndex(how, " ")
		return holidayIn(how[:last], year).add(whole(fields[3]), byDay)
	case len(fields) == 1:
		month, day, _ := strings.Cut(how, "-")
		d, _ := dayOf(year, whole(month), whole(day))
		return d
	}
	month, week, weekday := whole(fields[0]), whole(fields[1]), whole(fields[2])
	if week < 0 {
		return monthOf(year, month+1).add(-1, byDay).before(weekday)
	}
	return date{time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC), byDay}.after(weekday).add(week-1, byWeek).at(byDay)
}

package when

import (
	_ "embed"
	"slices"
	"strings"
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

// ownDay is what marks a day in the data file that other countries keep on
// other dates.
const ownDay = " us"

// holidayIn is the day in year that how, a value of the data file, tells.
func holidayIn(how string, year int) date {
	fields := strings.Fields(strings.TrimSuffix(how, ownDay))
	switch {
	case len(fields) == 1:
		month, day, _ := strings.Cut(fields[0], "-")
		d, _ := dayOf(year, whole(month), whole(day))
		return d
	case fields[0] == "easter":
		return easter(year).add(whole(fields[1]), byDay)
	case fields[0] == "julian":
		return orthodoxEaster(year).add(whole(fields[1]), byDay)
	}
	var d date
	if month, week, weekday := whole(fields[0]), whole(fields[1]), whole(fields[2]); week < 0 {
		d = monthOf(year, month+1).add(-1, byDay).before(weekday)
	} else {
		d = monthOf(year, month).at(byDay).after(weekday).add(7*(week-1), byDay)
	}
	if len(fields) == 4 {
		d = d.add(whole(fields[3]), byDay)
	}
	return d
}

// holidayWords is a value of the data file in words: "25 December", "the fourth
// Thursday of November", "2 days before Easter Sunday".
func holidayWords(how string) string {
	rule, own := strings.CutSuffix(how, ownDay)
	if own {
		return holidayWords(rule) + " in the United States"
	}
	fields := strings.Fields(rule)
	switch {
	case len(fields) == 1:
		return yearless(rule)
	case fields[0] == "julian":
		return "by the Orthodox church calendar"
	case fields[0] == "easter" && fields[1] == "0":
		return "by the church calendar"
	case fields[0] == "easter":
		return distance(whole(fields[1]), byDay) + "Easter Sunday"
	case len(fields) == 4:
		return distance(whole(fields[3]), byDay) + holidayWords(strings.Join(fields[:3], " "))
	}
	week := "last"
	if n := whole(fields[1]); n > 0 {
		week = ordinalWords(n)
	}
	return "the " + week + " " + weekdayWords(whole(fields[2])) + " of " + yearless(fields[0])
}

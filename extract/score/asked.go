package score

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"time"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// An Asked is a sentence that somebody says to a calendar, of Microsoft's
// Recognizers-Text, with the times in it.
type Asked struct {
	Text  string
	On    time.Time // the day it is said, the zero time where it does not matter
	Times []AskedTime
}

// An AskedTime is a time expression and every answer that is right for it.
type AskedTime struct {
	text.Span
	Class   string // one of AskedClasses
	Answers []answer
}

// An answer is a value as Recognizers-Text gives it: what the words say, like
// "XXXX-WXX-5", and the days that may be meant.
type answer struct{ Timex, Value, Start string }

// AskedClasses is the kinds of expressions. From the first that is not InScope
// on they are what a calendar is told and an article does not tell, or what
// TIMEX3 has no single value for.
var AskedClasses = [...]string{"date", "period", "time", "duration", "set", "range", "countdown", "sum", "lower case", "untyped"}

// InScope is how many of AskedClasses news has.
const InScope = 5

// ReadAsked reads the JSON lines at path: {"ref","text","results":[{"start",
// "end","type","values":[{"timex","value","start"}]}]} with offsets in code
// points.
func ReadAsked(path string) ([]Asked, error) {
	return readLines(path, func(line []byte) (Asked, error) {
		var raw struct {
			Ref, Text string
			Results   []struct {
				Start, End int
				Type       string
				Values     []answer
			}
		}
		if err := json.Unmarshal(line, &raw); err != nil {
			return Asked{}, err
		}
		a := Asked{Text: raw.Text, On: dayOf(raw.Ref)}
		points := text.PointsOf(raw.Text)
		for i, r := range raw.Results {
			a.Times = append(a.Times, AskedTime{spanOf(points, r.Start, r.End), "", r.Values})
			a.Times[i].Class = a.class(a.Times[i].Span, r.Type, r.Values)
		}
		return a, nil
	})
}

// toTheSecond is a time that is counted from the second it is said in: "in
// five minutes".
var toTheSecond = regexp.MustCompile(`T\d\d:\d\d:\d\d$`)

// summed is a time that lies so far from another, which TIMEX3 marks as a
// duration and, where it is named, a date: "in two weeks", "five days before
// Easter".
var summed = regexp.MustCompile(`(?i)^in .*\b(day|week|month|year)s?$|(day|week|month|year)s? (before|after|since|from) .*[^w]$`)

// uncapped is the name of a month, a weekday or a feast without its capital
// letter, as in a message typed in haste.
var uncapped = regexp.MustCompile(`\b(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|january|february|april|june|july|august|september|october|november|december|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|easter|christmas|halloween)s?\b`)

// class is the class of an expression. A range has two ends, which TIMEX3
// marks as two expressions; a countdown is counted from the second.
func (a Asked) class(at text.Span, kind string, answers []answer) string {
	if len(answers) == 0 || kind == "" {
		return "untyped"
	}
	words := slice(a.Text, at)
	switch timex := answers[0].Timex; {
	case strings.HasPrefix(timex, "("):
		return "range"
	case toTheSecond.MatchString(timex):
		return "countdown"
	case summed.MatchString(words) && !strings.HasPrefix(timex, "P"):
		return "sum"
	case uncapped.MatchString(words):
		return "lower case"
	}
	switch strings.TrimPrefix(kind, "datetimeV2.") {
	case "date":
		return "date"
	case "daterange":
		return "period"
	case "datetime", "datetimerange", "time", "timerange":
		return "time"
	case "duration":
		return "duration"
	case "set":
		return "set"
	}
	return "untyped"
}

// accepts reports whether the TIMEX3 value found is a right one.
func (t AskedTime) accepts(found string) bool {
	for _, a := range t.Answers {
		if a.is(found) {
			return true
		}
	}
	return false
}

// is reports whether found says what a does: the same value, the same hour
// where a has no day, or one of the days that may be meant.
func (a answer) is(found string) bool {
	timex, clock := toTheMinute(a.Timex), strings.IndexByte(found, 'T')
	switch {
	case found == "":
		return false
	case found == timex:
		return true
	case strings.HasPrefix(timex, "T"):
		return clock > 0 && found[clock:] == timex
	case !strings.HasPrefix(timex, "XXXX"):
		return false
	case a.Value != "":
		day, hour, _ := strings.Cut(a.Value, " ")
		return found == day || hour != "" && found == day+"T"+strings.TrimSuffix(hour, ":00")
	}
	return len(found) < len(a.Start) && strings.HasPrefix(a.Start, found) || found == weekOf(a.Start)
}

// toTheMinute is a value whose time of day, if any, has minutes.
func toTheMinute(value string) string {
	if at := strings.LastIndexByte(value, 'T'); at >= 0 && len(value) == at+3 && value[0] != 'P' && value[at+1] <= '9' {
		return value + ":00"
	}
	return value
}

// weekOf is the ISO week that a day starts.
func weekOf(day string) string {
	year, week := dayOf(day).ISOWeek()
	return fmt.Sprintf("%04d-W%02d", year, week)
}

// AskedScore counts the expressions of each class that have been given a right
// value. Half has those in scope in lines with an even number, counted from 0,
// and with an odd one.
type AskedScore struct {
	Classes map[string]Count
	Half    [2]Count
}

// AskedFile holds what find gives in the sentences at path, see ReadAsked,
// against what is marked there.
func AskedFile(path string, find func(*text.Text, time.Time) []fact.Time) (AskedScore, error) {
	all, err := ReadAsked(path)
	s := AskedScore{Classes: map[string]Count{}}
	for i, a := range all {
		s.add(a, find(text.Of(a.Text), a.On), i%2)
	}
	return s, err
}

func (s *AskedScore) add(a Asked, found []fact.Time, half int) {
	for _, want := range a.Times {
		c := Count{Gold: 1}
		for _, f := range found {
			if f.Span.Overlaps(want.Span) && want.accepts(f.Value) {
				c.Right = 1
			}
		}
		s.Classes[want.Class] = s.Classes[want.Class].Add(c)
		for _, class := range AskedClasses[:InScope] {
			if want.Class == class {
				s.Half[half] = s.Half[half].Add(c)
			}
		}
	}
}

// Lines is the scores as they are printed.
func (s AskedScore) Lines() []string {
	var lines []string
	var inside, all Count
	for i, class := range AskedClasses {
		c := s.Classes[class]
		all = all.Add(c)
		scope := "out of scope"
		if i < InScope {
			scope, inside = "", inside.Add(c)
		}
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("%-10s %s %s", class, share(c), scope)))
	}
	return append(lines,
		fmt.Sprintf("%-10s %s  (even lines %.1f, odd lines %.1f)", "in scope", share(inside), s.Half[0].Recall(), s.Half[1].Recall()),
		fmt.Sprintf("%-10s %s", "all", share(all)))
}

func share(c Count) string { return fmt.Sprintf("%5.1f  (%d of %d)", c.Recall(), c.Right, c.Gold) }

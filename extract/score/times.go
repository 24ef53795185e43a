package score

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// A Timed is an article with its time expressions as TIMEX3 marks them.
type Timed struct {
	ID        string
	Text      string
	Published time.Time // the zero time where it is not known
	Times     []Timex
}

// A Timex is a time expression of gold.
type Timex struct {
	text.Span
	Type, Value string
}

// ReadTimes reads the JSON lines at path: {"id","dct","text","timex":[{"start",
// "end","type","value"}]} with offsets in code points. Expressions inside
// others, marked "nested", are left out.
func ReadTimes(path string) ([]Timed, error) {
	return readLines(path, func(line []byte) (Timed, error) {
		var raw struct {
			ID, DCT, Text string
			Timex         []struct {
				Start, End  int
				Type, Value string
				Nested      bool
			}
		}
		if err := json.Unmarshal(line, &raw); err != nil {
			return Timed{}, err
		}
		d := Timed{ID: raw.ID, Text: raw.Text, Published: dayOf(raw.DCT)}
		points := text.PointsOf(raw.Text)
		for _, x := range raw.Timex {
			if !x.Nested {
				d.Times = append(d.Times, Timex{spanOf(points, x.Start, x.End), x.Type, x.Value})
			}
		}
		return d, nil
	})
}

// dayOf is the day of a time in ISO 8601, the zero time for none.
func dayOf(value string) time.Time {
	day, _ := time.Parse(time.DateOnly, value[:min(len(value), len(time.DateOnly))])
	return day
}

func spanOf(points text.Points, start, end int) text.Span {
	return text.Span{Start: points.Offset(start), End: points.Offset(end)}
}

// A TimeScore counts time expressions as TempEval-3 does. Of the pairs of a
// gold and a found one that share a character, the equal first, then those that
// share most, each in one pair: Strict have the same span, Relaxed is all pairs,
// Value and Type those with the same value and type.
type TimeScore struct{ Gold, Found, Strict, Relaxed, Value, Type int }

// F1 is the harmonic mean of precision and recall of hits, in percent.
func (s TimeScore) F1(hits int) float64 { return Count{hits, s.Gold, s.Found}.F1() }

func (s TimeScore) String() string {
	return fmt.Sprintf("strict %.2f  relaxed %.2f  value %.2f  type %.2f  (%d gold, %d found)",
		s.F1(s.Strict), s.F1(s.Relaxed), s.F1(s.Value), s.F1(s.Type), s.Gold, s.Found)
}

// Add counts one article and gives the disagreements, a line each.
func (s *TimeScore) Add(gold Timed, found []fact.Time) (misses []string) {
	s.Gold += len(gold.Times)
	s.Found += len(found)
	goldPaired, foundPaired := make([]bool, len(gold.Times)), make([]bool, len(found))
	for _, p := range timePairs(gold, found) {
		g, f := gold.Times[p.gold], found[p.found]
		goldPaired[p.gold], foundPaired[p.found] = true, true
		s.Relaxed++
		if p.exact {
			s.Strict++
		} else {
			misses = append(misses, fmt.Sprintf("span %q, want %q", slice(gold.Text, f.Span), slice(gold.Text, g.Span)))
		}
		if g.Type == string(f.Type) {
			s.Type++
		}
		if g.Value == f.Value {
			s.Value++
		} else {
			misses = append(misses, fmt.Sprintf("value %s (%s), want %s of %s", f.Value, f.Reason, g.Value, inContext(gold.Text, g.Span)))
		}
	}
	for i, g := range gold.Times {
		if !goldPaired[i] {
			misses = append(misses, fmt.Sprintf("missed %s of %s", g.Value, inContext(gold.Text, g.Span)))
		}
	}
	for i, f := range found {
		if !foundPaired[i] {
			misses = append(misses, fmt.Sprintf("not in gold, by %q: %s", f.Rule, inContext(gold.Text, f.Span)))
		}
	}
	return misses
}

// A timePair is a gold and a found expression that share characters.
type timePair struct {
	gold, found int
	exact       bool
	shared      int // code points
}

// timePairs puts together what is likest; each stands in one pair.
func timePairs(gold Timed, found []fact.Time) []timePair {
	points := text.PointsOf(gold.Text)
	var all []timePair
	for i, g := range gold.Times {
		for j, f := range found {
			start, end := max(g.Start, f.Span.Start), min(g.End, f.Span.End)
			if start < end {
				all = append(all, timePair{i, j, g.Span == f.Span, points.At(end) - points.At(start)})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b timePair) int {
		if a.exact != b.exact {
			return map[bool]int{true: -1, false: 1}[a.exact]
		}
		return cmp.Compare(b.shared, a.shared)
	})
	goldPaired, foundPaired := make([]bool, len(gold.Times)), make([]bool, len(found))
	return slices.DeleteFunc(all, func(p timePair) bool {
		if goldPaired[p.gold] || foundPaired[p.found] {
			return true
		}
		goldPaired[p.gold], foundPaired[p.found] = true, true
		return false
	})
}

func slice(s string, at text.Span) string { return s[at.Start:at.End] }

// inContext is what stands at the span, in brackets, with some of the words
// around it.
func inContext(s string, at text.Span) string {
	around := s[max(0, at.Start-60):at.Start] + "[" + slice(s, at) + "]" + s[at.End:min(len(s), at.End+30)]
	return "…" + strings.ReplaceAll(strings.ToValidUTF8(around, ""), "\n", " ") + "…"
}

// HeldOut names the file of identifiers, a line each, of the documents that
// are kept out of tuning. It lies beside the corpora it is about.
const HeldOut = "suggested_dev_ids.txt"

// TimeScores is the scores of a corpus: of the documents held out, when any
// are, and of the rest.
type TimeScores struct{ HeldOut, Rest TimeScore }

// Times holds what find gives in the documents at path, see ReadTimes, against
// what is marked there.
func Times(path string, find func(*text.Text, time.Time) []fact.Time) (TimeScores, error) {
	docs, err := ReadTimes(path)
	if err != nil {
		return TimeScores{}, err
	}
	list, err := os.ReadFile(filepath.Join(filepath.Dir(path), HeldOut))
	if err != nil && !os.IsNotExist(err) {
		return TimeScores{}, err
	}
	held := set(strings.Fields(string(list)))
	var s TimeScores
	for _, d := range docs {
		found := find(text.Of(d.Text), d.Published)
		if held[d.ID] {
			s.HeldOut.Add(d, found)
		} else {
			s.Rest.Add(d, found)
		}
	}
	return s, nil
}

// Lines is the scores as they are printed.
func (s TimeScores) Lines() []string {
	if s.HeldOut == (TimeScore{}) {
		return []string{s.Rest.String()}
	}
	return []string{"held out  " + s.HeldOut.String(), "the rest  " + s.Rest.String()}
}

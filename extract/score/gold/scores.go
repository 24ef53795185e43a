package gold

import (
	"fmt"
	"slices"
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/score"
	"onrecord/extract/text"
)

// Scores counts the facts that gold lists and that are found. What belongs to
// a fact counts against all of gold, so a fact that is missed costs its parts
// too, and among what is found against the facts that are in gold.
type Scores struct {
	Times  score.Count // by their place
	Values score.Count // of times

	Amounts      score.Count // by their place and value
	Units        score.Count
	Bounds       score.Count
	Approximate  score.Count
	Of           score.Count
	AmountPlaces score.Count
	Speakers     score.Count // of amounts

	Events   score.Count // by a mention and the kind
	Mentions score.Count // of the events found
	Who      score.Count
	Where    score.Count
	When     score.Count
	Status   score.Count

	Topics    score.Count // positions by half the words of the topic
	Stances   score.Count
	Actors    score.Count
	Positions score.Count // with all three

	Misses []string // what is missing, wrong or too much, in words
}

// Score holds the times, amounts, events and positions that were found in an
// article, whose text is raw, against l. A kind of fact that l leaves out is
// not judged.
func (l *List) Score(raw string, f *fact.Facts) Scores {
	s := &scorer{gold: l, raw: raw, found: f}
	if l.Times != nil {
		s.times()
	}
	if l.Amounts != nil {
		s.amounts()
	}
	if l.Events != nil {
		s.events()
	}
	if l.Positions != nil {
		s.positions()
	}
	return s.Scores
}

// Add sums two scores.
func (s Scores) Add(o Scores) Scores {
	rows, others := s.rows(), o.rows()
	for i, r := range rows {
		*r.count = r.count.Add(*others[i].count)
	}
	s.Misses = slices.Concat(s.Misses, o.Misses)
	return s
}

// String is a line for every kind of fact and of part that gold or what was
// found has any of.
func (s Scores) String() string {
	var b strings.Builder
	for _, r := range s.rows() {
		if *r.count == (score.Count{}) {
			continue
		}
		fmt.Fprintf(&b, "%-18s %3d of %3d  %v\n", r.name, r.count.Right, r.count.Gold, *r.count)
	}
	return b.String()
}

type row struct {
	name  string
	count *score.Count
}

func (s *Scores) rows() []row {
	return []row{
		{"times", &s.Times}, {"  value", &s.Values},
		{"amounts", &s.Amounts}, {"  unit", &s.Units}, {"  low and high", &s.Bounds}, {"  approximate", &s.Approximate},
		{"  of", &s.Of}, {"  where", &s.AmountPlaces}, {"  speaker", &s.Speakers},
		{"events", &s.Events}, {"  mentions", &s.Mentions}, {"  who", &s.Who}, {"  where", &s.Where}, {"  when", &s.When}, {"  status", &s.Status},
		{"positions", &s.Positions}, {"  topic", &s.Topics}, {"  stance", &s.Stances}, {"  actor", &s.Actors},
	}
}

// A scorer counts the facts of one article.
type scorer struct {
	Scores
	gold  *List
	raw   string
	found *fact.Facts
}

func (s *scorer) missf(format string, args ...any) {
	s.Misses = append(s.Misses, fmt.Sprintf(format, args...))
}

// grade counts what one fact gives beside its words. Given says whether
// anything was found, right whether it is one of want.
func (s *scorer) grade(c *score.Count, want Answers, given, right bool, what string) {
	wanted := len(want) > 0 && !slices.Contains(want, "")
	if given {
		c.Found++
	}
	if given && right {
		c.Right++
	}
	if wanted || given && right {
		c.Gold++
	}
	if given && !right || wanted && !given {
		s.missf("%s, want one of %q", what, want)
	}
}

// gradeEntity is grade for the entity id.
func (s *scorer) gradeEntity(c *score.Count, want Answers, id int, what string) {
	s.grade(c, want, id > 0, Called(s.found.Entities, id, want, s.raw), fmt.Sprintf("%s %q", what, s.name(id)))
}

// gradeWord is grade for a word.
func (s *scorer) gradeWord(c *score.Count, want Answers, got, what string) {
	s.grade(c, want, got != "", slices.Contains(want, got), fmt.Sprintf("%s %q", what, got))
}

func (s *scorer) name(id int) string {
	for _, e := range s.found.Entities {
		if e.ID == id {
			return e.Name
		}
	}
	return ""
}

// owed counts a part of a fact that was missed.
func owed(c *score.Count, want Answers) {
	if len(want) > 0 && !slices.Contains(want, "") {
		c.Gold++
	}
}

// around is span with some of the words about it, on one line.
func (s *scorer) around(span text.Span) string {
	start, end := max(0, span.Start-30), min(len(s.raw), span.End+30)
	before, after := s.raw[start:span.Start], s.raw[span.End:end]
	whole := before + "[" + s.raw[span.Start:span.End] + "]" + after
	return strings.Join(strings.Fields(strings.ToValidUTF8(whole, "")), " ")
}

// pairs gives every gold fact the found one that fits it best, by its index,
// -1 when none does: first the facts that must be found, then the optional
// ones, and says of the others that are found, in order, that they are too
// much. Fit is 0 for two facts that are not the same.
func pairs(gold, found int, optional func(int) bool, fit func(gold, found int) int) (of, extra []int) {
	of, used := make([]int, gold), make([]bool, found)
	for _, late := range []bool{false, true} {
		for g := range gold {
			if optional(g) != late {
				continue
			}
			best, most := -1, 0
			for i := range found {
				if n := fit(g, i); n > most && !used[i] {
					best, most = i, n
				}
			}
			if of[g] = best; best >= 0 {
				used[best] = true
			}
		}
	}
	for i, u := range used {
		if !u {
			extra = append(extra, i)
		}
	}
	return of, extra
}

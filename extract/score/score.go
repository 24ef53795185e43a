// Package score holds what was found against gold. It reads the corpora's
// formats (CoNLL-U trees, CoNLL names, JSON lines) into documents whose gold
// lies on spans of a text, and counts precision and recall. What finds things
// is not its business: it imports no stage but text.
package score

import "fmt"

// A Count is how many of the gold items were found.
type Count struct{ Right, Gold, Found int }

// Add sums two counts.
func (c Count) Add(d Count) Count {
	return Count{c.Right + d.Right, c.Gold + d.Gold, c.Found + d.Found}
}

// Precision is the share of what was found that is right, in percent.
func (c Count) Precision() float64 { return percent(c.Right, c.Found) }

// Recall is the share of gold that was found, in percent.
func (c Count) Recall() float64 { return percent(c.Right, c.Gold) }

// F1 is the harmonic mean of precision and recall, in percent.
func (c Count) F1() float64 { return percent(2*c.Right, c.Gold+c.Found) }

func (c Count) String() string {
	return fmt.Sprintf("P %.2f  R %.2f  F1 %.2f  (%d gold)", c.Precision(), c.Recall(), c.F1(), c.Gold)
}

func percent(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return 100 * float64(part) / float64(whole)
}

// Match counts the items that stand in both gold and found; each counts once.
func Match[T comparable](gold, found []T) Count {
	want, got := set(gold), set(found)
	c := Count{Gold: len(want), Found: len(got)}
	for x := range got {
		if want[x] {
			c.Right++
		}
	}
	return c
}

func set[T comparable](items []T) map[T]bool {
	s := make(map[T]bool, len(items))
	for _, x := range items {
		s[x] = true
	}
	return s
}

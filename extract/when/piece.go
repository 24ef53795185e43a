package when

import (
	"strings"

	"onrecord/extract/text"
)

// pieces is t with the parts of dates that are one word taken apart, as the
// rules read them: "2021-11-30", "25/12/2021", "mid-December", "'97", "80's".
func pieces(t *text.Text) *text.Text { return t.Cut(cuts) }

// cuts is where the pieces of word begin after the first.
func cuts(word string) []int {
	if len(word) < 3 || !strings.ContainsAny(word, "-/'’") || strings.ContainsAny(word, "@:") {
		return nil
	}
	if at := strings.IndexAny(word, "'’"); at >= 0 {
		return year(word, at)
	}
	if n := strings.Count(word, "/"); n != 0 && n != 2 {
		return nil
	}
	var offsets []int
	for i := range len(word) {
		if word[i] != '-' && word[i] != '/' {
			continue
		}
		if i > 0 && (len(offsets) == 0 || offsets[len(offsets)-1] < i) {
			offsets = append(offsets, i)
		}
		if i+1 < len(word) {
			offsets = append(offsets, i+1)
		}
	}
	return offsets
}

// year is where the figures begin after the apostrophe at offset at of "'97",
// and where it stands after those of "80's".
func year(word string, at int) []int {
	figures := at + len("'")
	if strings.HasPrefix(word[at:], "’") {
		figures = at + len("’")
	}
	switch {
	case at == 0 && figures < len(word) && digit(word[figures]):
		return []int{figures}
	case at > 0 && digit(word[at-1]):
		return []int{at}
	}
	return nil
}

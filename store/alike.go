package store

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// How alike two claims must read to be offered as one, from 0 to 1: the share
// of their words that both have. The longest words are looked for, among the
// newest claims that have one of them.
const (
	alikeEnough = 0.5
	alikeTerms  = 12
	alikeAmong  = 2000
)

// ClaimsAlike is the claims that read much like words, the most alike first,
// at most limit. Words are compared by how they begin, so that "closes" and
// "will close" are alike.
func (tx *Tx) ClaimsAlike(words string, limit int) ([]ClaimLine, error) {
	asked := beginnings(words)
	longest := slices.SortedFunc(slices.Values(asked), func(a, b string) int { return cmp.Or(len(b)-len(a), cmp.Compare(a, b)) })
	longest = longest[:min(len(longest), alikeTerms)]
	for i, w := range longest {
		longest[i] = Term{Words: w, Prefix: true}.fts()
	}
	if len(longest) == 0 {
		return nil, nil
	}
	type likeness struct {
		id    int64
		share float64
	}
	all, err := rows(tx, func(r scanner) (l likeness, err error) {
		var words string
		err = r.Scan(&l.id, &words)
		l.share = shareOf(asked, beginnings(words))
		return l, err
	}, `SELECT c.id, c.words FROM claim_words w JOIN claim c ON c.id = w.rowid WHERE claim_words MATCH ? ORDER BY w.rowid DESC LIMIT ?`,
		`words : (`+strings.Join(longest, " OR ")+`)`, alikeAmong)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(l likeness) bool { return l.share < alikeEnough })
	slices.SortStableFunc(all, func(a, b likeness) int { return cmp.Compare(b.share, a.share) })
	var lines []ClaimLine
	for _, l := range all[:min(len(all), limit)] {
		line, err := rows(tx, scanLine, lineColumns+` FROM claim WHERE claim.id = ?`, l.id)
		if err != nil {
			return nil, err
		}
		lines = append(lines, line...)
	}
	return lines, nil
}

// beginnings is how the words of s begin, folded, each once: its first five
// letters. Words of one or two letters say nothing and are left out, but
// numbers are not.
func beginnings(s string) []string {
	var all []string
	for _, w := range strings.Fields(fold(s)) {
		if utf8.RuneCountInString(w) < 3 && strings.IndexFunc(w, isDigit) < 0 {
			continue
		}
		if runes := []rune(w); len(runes) > 5 {
			w = string(runes[:5])
		}
		if !slices.Contains(all, w) {
			all = append(all, w)
		}
	}
	return all
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// shareOf is the share of the words of a and b that both have (Jaccard).
func shareOf(a, b []string) float64 {
	both := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			both++
		}
	}
	if both == 0 {
		return 0
	}
	return float64(both) / float64(len(a)+len(b)-both)
}

package web

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"onrecord/web/view"
)

// A match says that element a of one list is element b of another.
type match struct{ a, b int }

// cells is the largest table by which two stretches are compared element by
// element. What is larger is first parted at elements that both have once, so
// that the time grows with the length of the lists, not with its square.
const cells = 1 << 18

// aligned is what two lists have in common, in order.
func aligned(a, b []string) []match { return alignIn(nil, a, b, 0, 0) }

// alignIn appends what a and b have in common, which begin at the given places
// of their lists.
func alignIn(all []match, a, b []string, fromA, fromB int) []match {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		all = append(all, match{fromA, fromB})
		a, b, fromA, fromB = a[1:], b[1:], fromA+1, fromB+1
	}
	tail := 0
	for tail < len(a) && tail < len(b) && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	endA, endB := len(a)-tail, len(b)-tail
	all = alignMiddle(all, a[:endA], b[:endB], fromA, fromB)
	for i := range tail {
		all = append(all, match{fromA + endA + i, fromB + endB + i})
	}
	return all
}

func alignMiddle(all []match, a, b []string, fromA, fromB int) []match {
	if len(a) == 0 || len(b) == 0 {
		return all
	}
	if len(a)*len(b) <= cells {
		return alignTable(all, a, b, fromA, fromB)
	}
	anchors := onceInBoth(a, b)
	if len(anchors) == 0 {
		return all
	}
	x, y := 0, 0
	for _, m := range anchors {
		if m.a < x || m.b < y { // an earlier anchor's stretch reached past it
			continue
		}
		all = alignIn(all, a[x:m.a], b[y:m.b], fromA+x, fromB+y)
		all = append(all, match{fromA + m.a, fromB + m.b})
		x, y = m.a+1, m.b+1
	}
	return alignIn(all, a[x:], b[y:], fromA+x, fromB+y)
}

// alignTable is the longest common subsequence by its table.
func alignTable(all []match, a, b []string, fromA, fromB int) []match {
	width := len(b) + 1
	longest := make([]uint16, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				longest[i*width+j] = longest[(i+1)*width+j+1] + 1
			} else {
				longest[i*width+j] = max(longest[(i+1)*width+j], longest[i*width+j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			all = append(all, match{fromA + i, fromB + j})
			i, j = i+1, j+1
		case longest[(i+1)*width+j] >= longest[i*width+j+1]:
			i++
		default:
			j++
		}
	}
	return all
}

// onceInBoth is the elements that each list has once, of these the most that
// stand in the same order (patience diff).
func onceInBoth(a, b []string) []match {
	type seen struct{ inA, inB, a, b int }
	times := map[string]*seen{}
	for i, s := range a {
		if times[s] == nil {
			times[s] = &seen{}
		}
		times[s].inA, times[s].a = times[s].inA+1, i
	}
	for j, s := range b {
		if t := times[s]; t != nil {
			t.inB, t.b = t.inB+1, j
		}
	}
	var once []match
	for _, t := range times {
		if t.inA == 1 && t.inB == 1 {
			once = append(once, match{t.a, t.b})
		}
	}
	slices.SortFunc(once, func(x, y match) int { return cmp.Compare(x.a, y.a) })
	return rising(once)
}

// rising is the longest run of matches whose second places rise too.
func rising(all []match) []match {
	var piles []int // the index of the match on top of each pile
	before := make([]int, len(all))
	for i, m := range all {
		at, _ := slices.BinarySearchFunc(piles, m.b, func(top, b int) int { return cmp.Compare(all[top].b, b) })
		if before[i] = -1; at > 0 {
			before[i] = piles[at-1]
		}
		piles = append(piles[:at], append([]int{i}, piles[min(at+1, len(piles)):]...)...)
	}
	var run []match
	if len(piles) > 0 {
		for i := piles[len(piles)-1]; i >= 0; i = before[i] {
			run = append(run, all[i])
		}
	}
	slices.Reverse(run)
	return run
}

// wordOrGap parts a paragraph into words and numbers, the space between them,
// and signs.
var wordOrGap = regexp.MustCompile(`\s+|[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]`)

// wordChanges is two versions of a paragraph, the words that only one of them
// has marked.
func wordChanges(old, now string) (left, right []view.Change) {
	a, b := wordOrGap.FindAllString(old, -1), wordOrGap.FindAllString(now, -1)
	common := aligned(a, b)
	inA, inB := make([]bool, len(a)), make([]bool, len(b))
	for _, m := range common {
		inA[m.a], inB[m.b] = true, true
	}
	return changes(a, inA, view.OnlyOld), changes(b, inB, view.OnlyNew)
}

// changes is words in runs, those that the other version lacks marked. A space
// between two marked words is marked too.
func changes(words []string, common []bool, mark view.ChangeMark) []view.Change {
	var all []view.Change
	for i, w := range words {
		m := mark
		if common[i] && !(strings.TrimSpace(w) == "" && i > 0 && i+1 < len(words) && !common[i-1] && !common[i+1]) {
			m = view.InBoth
		}
		if n := len(all); n > 0 && all[n-1].Mark == m {
			all[n-1].Text += w
		} else {
			all = append(all, view.Change{Text: w, Mark: m})
		}
	}
	return all
}

// likeness is the share of words that two paragraphs have in common, 0 to 1.
func likeness(a, b string) float64 {
	words := map[string]int{}
	n, m, both := 0, 0, 0
	for w := range strings.FieldsSeq(a) {
		words[w]++
		n++
	}
	for w := range strings.FieldsSeq(b) {
		if m++; words[w] > 0 {
			words[w]--
			both++
		}
	}
	return float64(both) / float64(max(1, n, m))
}

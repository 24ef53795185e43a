package attribute

import (
	"cmp"
	"math"
	"slices"

	"onrecord/extract/learn"
)

// A selection is the features that may be learned of; nil is all.
type selection map[uint64]bool

// heaviest selects the most features whose weights, whatever their signs, sum
// to most.
func heaviest(rows []learn.Row, most int) selection {
	type weighed struct {
		feature uint64
		sum     float64
	}
	all := make([]weighed, len(rows))
	for i, r := range rows {
		all[i].feature = r.Feature
		for _, w := range r.Weights {
			all[i].sum += math.Abs(w)
		}
	}
	slices.SortFunc(all, func(a, b weighed) int {
		return cmp.Or(cmp.Compare(b.sum, a.sum), cmp.Compare(a.feature, b.feature))
	})
	only := selection{}
	for _, w := range all[:min(most, len(all))] {
		only[w.feature] = true
	}
	return only
}

// of is the features of l that are selected, in the room of l.
func (s selection) of(l list) list {
	if s == nil {
		return l
	}
	return slices.DeleteFunc(l, func(f uint64) bool { return !s[f] })
}

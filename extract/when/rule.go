package when

import (
	"slices"
	"strings"
	"sync"

	"onrecord/extract/fact"
)

// A rule finds one kind of time expression. Its examples are texts of the
// form "Gates open [on Monday] = 2022-01-10", published on Thursday the
// thirteenth of January 2022 unless they start with another day and a colon.
// Some go on with "because" and the reason, then "but" and the contradiction.
type rule struct {
	Name     string // readable, it is shown to users: "weekday before publication"
	Type     fact.TimeType
	Pattern  string
	After    string // words parted by |, one of which must stand before; "" for any
	Vague    bool   // the words are often no time expression
	Aside    bool   // only compared with: what follows is not counted from it
	Value    func(m *match) (reading, bool)
	Examples []string
	pattern  pattern
}

// rules is every rule; of two that match the same words the first wins. They
// are compiled when first asked for: a program that reads nothing starts
// without them.
var rules = sync.OnceValue(func() []*rule {
	return compiled(slices.Concat(
		absolute, clocks, weekdays, named, deictic, quarters, seasons, ago, anchored,
		durations, sets, vague,
	))
})

func compiled(list []rule) []*rule {
	out := make([]*rule, len(list))
	for i := range list {
		list[i].pattern = compile(list[i].Pattern)
		out[i] = &list[i]
	}
	return out
}

// follows reports whether the rule may match after word.
func (r *rule) follows(word string) bool {
	if r.After == "" {
		return true
	}
	for w := range strings.SplitSeq(r.After, "|") {
		if w == word {
			return true
		}
	}
	return false
}

func (r *rule) confidence() float64 {
	if r.Vague {
		return 0.6
	}
	return 0.9
}

// always is a value function for what has the same value in every text.
func always(r reading) func(*match) (reading, bool) {
	return func(*match) (reading, bool) { return r, true }
}

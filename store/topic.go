package store

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// A Topic is what someone is for or against, as far as words tell: positions
// whose words are nearly the same, each side newest first.
type Topic struct {
	For, Against []Position
}

// Topics is positions grouped by what they are about. They come newest first,
// and so do the topics. The words of a topic are those of its newest position;
// of two that another position comes near to, it joins the nearer one.
func Topics(positions []Position) []Topic {
	var all []Topic
	var sizes []int             // how many words tell each topic
	found := map[string][]int{} // the topics that a word tells
	for _, p := range positions {
		words := topicWords(p.Topic)
		at := nearestTopic(words, sizes, found)
		if at < 0 {
			at = len(all)
			all, sizes = append(all, Topic{}), append(sizes, len(words))
			for _, w := range words {
				found[w] = append(found[w], at)
			}
		}
		if p.Stance == "for" {
			all[at].For = append(all[at].For, p)
		} else {
			all[at].Against = append(all[at].Against, p)
		}
	}
	return all
}

// nearestTopic is the topic that shares most words with words, of those that
// share enough of them; -1 for none.
func nearestTopic(words []string, sizes []int, found map[string][]int) int {
	shared := map[int]int{}
	for _, w := range words {
		for _, at := range found[w] {
			shared[at]++
		}
	}
	best := -1
	for at, n := range shared {
		if !near(n, len(words), sizes[at]) {
			continue
		}
		if best < 0 || cmp.Or(cmp.Compare(n, shared[best]), cmp.Compare(best, at)) > 0 {
			best = at
		}
	}
	return best
}

// near reports whether two topics of a and b words that share n of them are
// nearly the same: two thirds of the shorter and a third of the longer.
func near(n, a, b int) bool { return 3*n >= 2*min(a, b) && 3*n >= max(a, b) }

// topicWords is the words that tell a topic, folded, each once, without the
// "s" of the plural: "the ferry tolls" is about ferry and toll. A topic of
// small words alone is told by all of them.
func topicWords(topic string) []string {
	var words []string
	all := strings.Fields(fold(topic))
	for _, w := range all {
		if !smallTopicWords()[w] {
			words = append(words, singular(w))
		}
	}
	if len(words) == 0 {
		words = all
	}
	slices.Sort(words)
	return slices.Compact(words)
}

var smallTopicWords = sync.OnceValue(func() map[string]bool { return wordList("topic-words.txt") })

// singular is a folded word without the "s" of the plural, if that is one.
func singular(w string) string {
	if stem, ok := strings.CutSuffix(w, "s"); ok && len(stem) > 2 && !strings.HasSuffix(stem, "s") {
		return stem
	}
	return w
}

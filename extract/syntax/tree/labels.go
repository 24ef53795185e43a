package tree

import "fmt"

// labels are the labels that an arc was seen to have: a bit a label, by the
// direction of the arc and the universal tags of head and word.
type labels struct {
	tags int
	seen []uint64
}

// Outputs of the network: the actions, then the labels of arcs to the left,
// then those of arcs to the right.
func output(a action, label, labels int) int {
	return int(actions) + (int(a)-int(leftArc))*labels + label
}

// outputs is how many outputs a network for so many labels has.
func outputs(labels int) int { return output(rightArc, labels, labels) }

// check reports whether every two tags have labels open between them, of so
// many.
func (l *labels) check(labels int) error {
	if len(l.seen) != 2*l.tags*l.tags {
		return fmt.Errorf("%d pairs of tags have labels, want %d", len(l.seen), 2*l.tags*l.tags)
	}
	for _, seen := range l.seen {
		if seen == 0 || seen>>labels != 0 {
			return fmt.Errorf("two tags have the labels %b of %d", seen, labels-1)
		}
	}
	return nil
}

// of are the labels open to an arc.
func (l *labels) of(a action, head, word []uint16) uint64 {
	return l.seen[l.at(a, head, word)]
}

func (l *labels) at(a action, head, word []uint16) int {
	return ((int(a)-int(leftArc))*l.tags+int(head[upos]))*l.tags + int(word[upos])
}

// mostLabels is how many labels there can be, no label among them.
const mostLabels = 64

// leastLabel is how often two tags must have been joined by a label for it to
// be open to them: rarer ones are mistakes of tags more often than not.
const leastLabel = 5

// newLabels opens the labels that arcs between words of two tags were seen to
// have; to others, all that join words at all.
func newLabels(x *lexicon, examples []*example) labels {
	l := labels{tags: len(x.upos) + 1}
	seen := make([][mostLabels]int, 2*l.tags*l.tags)
	var root, words uint64
	var v values
	for _, e := range examples {
		g := e.gold
		x.read(&v, e.sentence, nil)
		for word := 1; word < len(g.head); word++ {
			a, head := rightArc, g.head[word]
			if head > word && head < len(g.head) {
				a = leftArc
			}
			seen[l.at(a, v.of(head), v.of(word))][g.label[word]]++
			if head == len(g.head) {
				root |= 1 << g.label[word]
			} else {
				words |= 1 << g.label[word]
			}
		}
	}
	_, atRoot := x.root()
	for i := range seen {
		all := words
		if i/l.tags%l.tags == int(atRoot) {
			all = root
		}
		l.seen = append(l.seen, often(&seen[i], all))
	}
	return l
}

// often are the labels counted often enough, or all if there is none.
func often(count *[mostLabels]int, all uint64) uint64 {
	open := uint64(0)
	for label, n := range count {
		if n >= leastLabel {
			open |= 1 << label
		}
	}
	if open == 0 {
		return all
	}
	return open
}

package tree

import (
	"math/bits"
	"math/rand/v2"

	"onrecord/extract/learn"
)

// A pupil reads sentences and notes on its tape what to learn from them.
type pupil struct {
	*trainer
	tape    *learn.Tape
	state   state
	values  values
	rows    []int32
	outputs []int
	random  *rand.Rand
}

// read goes through e to its gold tree. With explore set it follows its own
// choices most of the time, so as to learn what is best after a mistake.
func (u *pupil) read(e *example, random *rand.Rand, explore bool) {
	u.random = random
	u.tape.Reset(random)
	u.lexicon.read(&u.values, e.sentence, e.guide)
	u.forgetWords(e.words())
	s := &u.state
	s.start(e.words())
	for !s.done() {
		u.rows = u.features.of(u.rows[:0], s, &u.values, e.guide)
		u.tape.Forward(u.rows)
		right, own := u.choose(e.gold)
		if explore && random.Float64() < u.explore {
			s.take(own, u.name(own, e.gold, true), &u.values)
		} else {
			s.take(right, u.name(right, e.gold, false), &u.values)
		}
	}
}

// forgetWords takes some words for unknown, rare ones more often.
func (u *pupil) forgetWords(n int) {
	for word := 1; word <= n; word++ {
		of := u.values.of(word)
		if u.random.Float64() < u.forget/(u.forget+float64(u.seen[of[form]])) {
			of[form] = 0
		}
	}
}

// choose learns the action: those that lose least share the gold. It gives the
// best of them and the model's own choice.
func (u *pupil) choose(g *gold) (right, own action) {
	good := g.best(&u.state)
	u.outputs = u.outputs[:0]
	for a := range actions {
		if u.state.can(a) {
			u.outputs = append(u.outputs, int(a))
		}
	}
	shares := u.tape.Shares(u.outputs)
	var all, highest, most float32
	for i, share := range shares {
		a := action(u.outputs[i])
		if share > highest {
			own, highest = a, share
		}
		if good[a] {
			if all += share; share > most {
				right, most = a, share
			}
		}
	}
	for i, share := range shares {
		slope := share
		if good[u.outputs[i]] {
			slope -= share / max(all, leastShare)
		}
		u.tape.Slope(u.outputs[i], slope)
	}
	return right, own
}

// leastShare keeps a share from being divided by nothing.
const leastShare = 1e-30

// name learns the label of the arc that a makes, if the arc is a gold one, and
// gives it: the model's own choice or the gold label of the word.
func (u *pupil) name(a action, g *gold, own bool) int {
	if a == shift {
		return 0
	}
	head, word := u.state.arc(a)
	right := g.label[word]
	if head != g.head[word] {
		return right
	}
	u.outputs = u.outputs[:0]
	labels := len(u.lexicon.labels)
	for open := u.labels.of(a, u.values.of(head), u.values.of(word)) | 1<<right; open != 0; open &= open - 1 {
		u.outputs = append(u.outputs, output(a, bits.TrailingZeros64(open), labels))
	}
	found, highest := right, float32(0)
	for i, share := range u.tape.Shares(u.outputs) {
		l := u.outputs[i] - output(a, 0, labels)
		if own && share > highest {
			found, highest = l, share
		}
		if l == right {
			share--
		}
		u.tape.Slope(u.outputs[i], share)
	}
	return found
}

package tree

import "slices"

// A place is where a word stands in a state.
type place int

const (
	s0 place = iota // top of the stack
	s1
	s2
	b0 // first word of the buffer
	b1
	b2
	b3
	s0Left // outermost child of s0 on the left
	s0Left2
	s0Right
	s0Right2
	s1Left
	s1Right
	s1Right2
	b0Left
	b0Left2
	s0Before // the word before s0 in the sentence
	s0After
	s1After
	b0Before
	here // the state itself, whose attributes are its circumstances
	places
)

// fill sets the word at every place of s.
func (s *state) fill(at *[places]int) {
	at[s0], at[s1], at[s2] = s.top(0), s.top(1), s.top(2)
	at[b0], at[b1], at[b2], at[b3] = s.ahead(0), s.ahead(1), s.ahead(2), s.ahead(3)
	s0L, s0R := s.left[at[s0]], s.right[at[s0]]
	at[s0Left], at[s0Left2], at[s0Right], at[s0Right2] = s0L.outer, s0L.inner, s0R.outer, s0R.inner
	s1R := s.right[at[s1]]
	at[s1Left], at[s1Right], at[s1Right2] = s.left[at[s1]].outer, s1R.outer, s1R.inner
	b0L := s.left[at[b0]]
	at[b0Left], at[b0Left2] = b0L.outer, b0L.inner
	at[s0Before], at[s0After] = s.near(at[s0], -1), s.near(at[s0], 1)
	at[s1After], at[b0Before] = s.near(at[s1], 1), s.near(at[b0], -1)
	at[here] = s.words + 2
}

// near is the word by steps after word, 0 when there is none or word is the
// root.
func (s *state) near(word, by int) int {
	if word == 0 || word > s.words || word+by > s.words {
		return 0
	}
	return word + by
}

// A circumstance is something known of a state that belongs to no one word.
// It takes the place of an attribute at the place here.
type circumstance = attribute

const (
	gap      circumstance = iota // words from s0 to b0
	gapBelow                     // from s1 to s0
	marksAhead
	marksBelow
	joinsAhead
	joinsBelow
	quoted // whether b0 and s0 stand inside quotation marks
	depth  // of the stack
	rest   // of the buffer
	advice // what the actions cost if the guide is right
	circumstances
)

// Circumstances must fit where attributes do.
var _ [attributes - circumstances]struct{}

// circumstanceValues is one more than the highest value of a circumstance.
const circumstanceValues = 27

// observe sets the circumstances of s.
func (v *values) observe(s *state, at *[places]int, guide *gold) {
	top, below := at[s0], at[s1]
	if top > s.words {
		top = 0
	}
	if below > s.words {
		below = 0
	}
	c := v.of(at[here])
	c[gap] = distance(top, at[b0])
	c[gapBelow] = distance(below, top)
	c[marksAhead] = v.marksBetween(top, at[b0])
	c[marksBelow] = v.marksBetween(below, top)
	c[joinsAhead] = v.joinsBetween(top, at[b0])
	c[joinsBelow] = v.joinsBetween(below, top)
	c[quoted] = uint16(v.open(at[b0]) + 2*v.open(top))
	c[depth] = uint16(min(len(s.stack), 8))
	c[rest] = uint16(min(s.words+1-s.next, 5))
	if guide != nil {
		c[advice] = guide.advice(s)
	}
}

// mostLooked keeps a reading linear when thousands of words hang on one.
const mostLooked = 32

// advice is the cost of each action, 2 at most, in one number.
func (g *gold) advice(s *state) uint16 {
	sum := uint16(0)
	for a := range actions {
		cost := 2
		if s.can(a) {
			cost = min(g.cost(s, a, mostLooked), 2)
		}
		sum = 3*sum + uint16(cost)
	}
	return sum
}

func (v *values) marksBetween(a, b int) uint16 {
	return uint16(v.between(verb, a, b, 2) + 3*v.between(comma, a, b, 2) + 9*v.between(otherMark, a, b, 1))
}

func (v *values) joinsBetween(a, b int) uint16 {
	return uint16(v.between(conjunction, a, b, 2) + 3*v.between(quotation, a, b, 2))
}

// distance is the number of words from a to b in steps that widen, 0 when one
// is missing.
func distance(a, b int) uint16 {
	switch d := b - a; {
	case a == 0 || b == 0:
		return 0
	case d <= 5:
		return uint16(d)
	case d <= 7:
		return 6
	case d <= 10:
		return 7
	case d <= 15:
		return 8
	case d <= 25:
		return 9
	default:
		return 10
	}
}

// A single is a template of one attribute at one place.
type single struct {
	place
	attribute
}

// A joint is a template of up to three attributes that stand together.
type joint []single

// templates are all that a reading looks at.
type templates struct {
	singles []single
	joints  []joint
}

// unguided is what a reading without a guide looks at. At every place the tag
// comes first: where there is no word, it is all that is looked at.
var unguided = templates{
	singles: slices.Concat(
		cross([]place{s0, s1, b0, b1}, penn, form, upos, shape, fine, middle, coarse),
		cross([]place{s0, b0}, suffix),
		cross([]place{s2, b2}, penn, upos, middle),
		cross([]place{b3}, penn),
		cross([]place{s0Left, s0Right, s1Left, s1Right, b0Left}, penn, form, label, coarse),
		cross([]place{s0Left2, s0Right2, s1Right2, b0Left2}, penn, label),
		cross([]place{s0Before, s0After, s1After, b0Before}, penn, middle),
		cross([]place{s0, s1, b0}, holds, lefts),
		cross([]place{s0, s1}, rights),
		cross([]place{here}, gap, gapBelow, marksAhead, marksBelow, joinsAhead, joinsBelow, quoted, depth, rest),
	),
	joints: []joint{
		{{s0, penn}, {b0, penn}},
		{{s1, penn}, {s0, penn}},
		{{s1, penn}, {s0, penn}, {b0, penn}},
		{{s0, penn}, {b0, penn}, {b1, penn}},
		{{s2, upos}, {s1, penn}, {s0, penn}},
		{{s0, form}, {b0, penn}},
		{{s0, penn}, {b0, form}},
		{{s1, form}, {s0, penn}},
		{{s1, penn}, {s0, form}},
		{{s0, middle}, {b0, middle}},
		{{s1, middle}, {s0, middle}},
		{{s1, penn}, {s0, penn}, {s0Left, label}},
		{{s0, penn}, {s0Right, label}, {b0, penn}},
		{{s1, penn}, {s1Right, label}, {s0, penn}},
		{{s0, middle}, {b0Left, form}},
		{{s1, middle}, {b0Left, form}},
		{{s1, middle}, {s0Left, form}},
	},
}

// guided is what a reading looks at that follows another.
var guided = templates{
	singles: slices.Concat(unguided.singles,
		cross([]place{here}, advice),
		cross([]place{s0, s1, s2, b0, b1}, guess),
	),
	joints: slices.Concat(unguided.joints, []joint{
		{{here, advice}, {s0, penn}, {b0, penn}},
		{{here, advice}, {s1, penn}, {s0, penn}},
		{{here, advice}, {s0, guess}},
		{{here, advice}, {s0, guess}, {b0, guess}},
		{{here, advice}, {s0, guess}, {s1, guess}},
	}),
}

// cross is a template for every attribute at every place.
func cross(places []place, attributes ...attribute) (list []single) {
	for _, p := range places {
		for _, a := range attributes {
			list = append(list, single{p, a})
		}
	}
	return list
}

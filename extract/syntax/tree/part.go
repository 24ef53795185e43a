package tree

// A change is how far the steps to a state reach into what a template looks at.
// A greedy parser takes two steps a word, and each leaves most of what the
// network sees as it was. So what each part of the templates adds to its layer
// is kept as long as it stays the same (Nasu 2018).
type change int

const (
	pushed  change = iota // the stack without the words that hang on its top to the right
	hung                  // with them
	shifted               // the buffer without the words that hang on its first
	fetched               // with them
	stepped               // all that may change with every step
	parts
)

// change is the change of t. Words on the stack get no more words to the left,
// those below its top no more at all, those in the buffer none to the right.
func (t single) change() change {
	switch t.place {
	case s0:
		if t.attribute == holds || t.attribute == rights {
			return hung
		}
		return pushed
	case s0Right, s0Right2:
		return hung
	case b0:
		if t.attribute == holds || t.attribute == lefts {
			return fetched
		}
		return shifted
	case b1, b2, b3, b0Before:
		return shifted
	case b0Left, b0Left2:
		return fetched
	case here:
		return stepped
	}
	return pushed
}

// change is the change of j: the farthest of its parts, any if they are of the
// stack and of the buffer.
func (j joint) change() change {
	c := j[0].change()
	for _, t := range j[1:] {
		if of := t.change(); of/2 != c/2 {
			return stepped
		} else {
			c = max(c, of)
		}
	}
	return c
}

// A part is the templates that change together.
type part struct {
	seats  []seat
	joints []int // by number
}

// A seat is the single templates of one place.
type seat struct {
	place
	looks []look
}

// A look is one of them: value n of the attribute stands n strides behind
// begin in the rows of features.
type look struct {
	attribute
	begin, stride int32
}

func (p *part) add(at place, l look) {
	for i := range p.seats {
		if p.seats[i].place == at {
			p.seats[i].looks = append(p.seats[i].looks, l)
			return
		}
	}
	p.seats = append(p.seats, seat{at, []look{l}})
}

// values appends to list where in the rows of features the values of the
// single templates stand. Of a place without a word only the first template
// says so.
func (p *part) values(list []int32, v *values, at *[places]int) []int32 {
	for i := range p.seats {
		s := &p.seats[i]
		looks, word := s.looks, at[s.place]
		if word == 0 {
			looks = looks[:1]
		}
		of := v.of(word)
		for _, l := range looks {
			list = append(list, l.at(int(of[l.attribute])))
		}
	}
	return list
}

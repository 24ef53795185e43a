package attribute

// A role is what a token is to a cue.
type role uint8

const (
	source role = iota
	cue
	content
	roles = 3
)

// A label says what a token is to the cue that is looked at: outside all, or
// the first, inner, last or only token of a part of its source, of the cue
// itself or of the content (BILOU; Ratinov and Roth 2009).
type label uint8

const labels = 1 + 4*roles

// A part is where a token stands in a run of one role.
type part uint8

const (
	first part = iota
	inner
	last
	only
)

func labelOf(r role, p part) label { return label(1 + 4*int(r) + int(p)) }

func (l label) role() role { return role((l - 1) / 4) }
func (l label) part() part { return part((l - 1) % 4) }

// opens reports whether l may come where nothing is open.
func (l label) opens() bool { return l == 0 || l.part() == first || l.part() == only }

// closes reports whether nothing is left open after l.
func (l label) closes() bool { return l == 0 || l.part() == last || l.part() == only }

// follows reports whether next may stand after before.
func follows(before, next int) bool {
	b, n := label(before), label(next)
	if b.closes() {
		return n.opens()
	}
	return !n.opens() && n.role() == b.role()
}

// mark writes the labels of r, a part with the role of, into those of a window
// that begins at from.
func mark(path []label, r Run, of role, from int) {
	for i := max(r.From, from); i < min(r.To, from+len(path)); i++ {
		p := inner
		switch {
		case r.To-r.From == 1:
			p = only
		case i == r.From:
			p = first
		case i == r.To-1:
			p = last
		}
		path[i-from] = labelOf(of, p)
	}
}

// runs is the parts with a role in path, whose first label is that of token
// from.
func runs(path []label, of role, from int) []Run {
	var all []Run
	for i, l := range path {
		switch {
		case l == 0 || l.role() != of:
		case l.opens():
			all = append(all, Run{from + i, from + i + 1})
		default:
			all[len(all)-1].To = from + i + 1
		}
	}
	return all
}

package attribute

// The labels of the first reading: what a piece is to any attribution.
const (
	none label = iota
	ofSource
	ofContent
	ofCue
	headOfCue
	sketchLabels = 5
)

// anyFollows lets every label of the first reading follow every other.
func anyFollows(before, next int) bool { return true }

// likelyMargin is the margin from which other cues reckon with a word as a
// head.
const likelyMargin = -20

// strengths is by how much each label of the first reading beats all others.
type strengths [sketchLabels]int32

// setSketch notes what the first reading found: the labels, and by how much
// every piece is rather a head than not.
func (p *page) setSketch(sketch []label, margins []strengths) {
	n := len(p.pieces)
	p.margins = margins
	p.sketch, p.heads, p.owner = sketch, make([]int32, n+1), make([]int32, n)
	for i, m := range margins {
		p.heads[i+1] = p.heads[i]
		if m[headOfCue] > likelyMargin {
			p.heads[i+1]++
		}
		p.owner[i] = unowned
	}
	for i := range p.owner {
		p.own(i)
	}
}

// unowned is the owner of a piece before it is looked for.
const unowned = -2

// own fills the owners of piece i and of those above it.
func (p *page) own(i int) {
	var chain [64]int
	n, at := 0, i
	for at >= 0 && n < len(chain) && p.owner[at] == unowned {
		chain[n] = at
		n++
		switch {
		case p.heads[at+1] > p.heads[at]:
			p.owner[at] = int32(at)
		case p.forest == nil:
			at = -1
		default:
			at = int(p.forest.arcs[at].head)
		}
	}
	owner := int32(-1)
	if at >= 0 {
		owner = max(owner, p.owner[at])
	}
	for n--; n >= 0; n-- {
		p.owner[chain[n]] = owner
	}
}

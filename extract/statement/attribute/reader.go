package attribute

// A reader is the room in which one goroutine reads pages.
type reader struct {
	*Model
	sketch, roles *lattice
	features      list
	frame         frame
}

func (m *Model) reader() *reader {
	r := &reader{Model: m}
	if m.sketch != nil {
		r.sketch = newLattice(sketchLabels, anyFollows, m.sketch.steps)
	}
	if m.roles != nil {
		r.roles = newLattice(labels, follows, m.roles.steps)
	}
	return r
}

// A candidate is a piece that may be the head of a cue, and what would be its
// parts. All places are pieces.
type candidate struct {
	head    int
	margin  int32 // of the first reading, for a head against none
	parts   [roles][]Run
	gain    int32 // of the parts over having none
	verdict int32
}

// read is the candidates of p with their parts and verdicts.
func (r *reader) read(p *page) []candidate {
	all := r.candidates(p)
	for i := range all {
		r.find(p, &all[i])
	}
	for i := range all {
		r.features = verdictFeatures(r.features[:0], p, all, i)
		all[i].verdict = r.Model.verdict.Score(r.features)
	}
	return all
}

// faintest is the margin from which a word is a candidate.
const faintest = -50

// candidates is the pieces of p that may be heads, by the first reading, which
// it notes in p.
func (r *reader) candidates(p *page) []candidate {
	n := len(p.pieces)
	sketch, margins := make([]label, n), make([]strengths, n)
	for _, in := range p.paragraphs {
		r.readParagraph(p, in, sketch[in.From:in.To], margins[in.From:in.To])
	}
	p.setSketch(sketch, margins)
	var all []candidate
	for i, m := range margins {
		if m[headOfCue] > faintest && !p.isQuotation(i) {
			all = append(all, candidate{head: i, margin: m[headOfCue]})
		}
	}
	return all
}

func (r *reader) readParagraph(p *page, in Run, sketch []label, margins []strengths) {
	l := r.sketch
	l.start(in.To - in.From)
	for i := in.From; i < in.To; i++ {
		r.features = p.cueFeatures(r.features[:0], i)
		r.Model.sketch.rows.Add(l.row(l.scores, i-in.From), r.features)
	}
	copy(sketch, l.decode())
	l.backward()
	for i := range margins {
		for y := range margins[i] {
			margins[i][y] = l.margin(i, y)
		}
	}
}

// find finds the source, the cue and the content of c. There is no attribution
// without a content: where the best labels have none, the best of those that
// do are taken, unless they are a few words only, which nothing speaks for.
func (r *reader) find(p *page, c *candidate) {
	f, l := &r.frame, r.roles
	f.set(p, c.head)
	l.start(f.To - f.From)
	for i := f.From; i < f.To; i++ {
		r.features = f.roleFeatures(r.features[:0], i)
		r.Model.roles.rows.Add(l.row(l.scores, i-f.From), r.features)
	}
	path := l.decode()
	given := runs(path, content, f.From)
	if len(given) == 0 {
		path = l.decodeThrough(labelOf(content, first), labelOf(content, only))
		if given = runs(path, content, f.From); length(given) < shortestForced {
			given = nil
		}
	}
	c.gain = l.gain()
	c.parts = [roles][]Run{source: runs(path, source, f.From), cue: runs(path, cue, f.From), content: given}
}

// shortestForced is how many pieces a content has at least that the best
// labels lack.
const shortestForced = 4

func length(runs []Run) int {
	n := 0
	for _, r := range runs {
		n += r.Len()
	}
	return n
}

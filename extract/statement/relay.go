package statement

import "onrecord/extract/statement/attribute"

// cited takes out of found those that only name on whose word another beside
// them says the same: "the Wire reported, citing two engineers".
func (r *reader) cited(found []attribute.Attribution) []attribute.Attribution {
	kept := found[:0:0]
	for i := range found {
		if k := r.teller(found, i); k < 0 {
			kept = append(kept, found[i])
		} else {
			r.told = append(r.told, relay{by: found[k].Head, source: r.names(&found[i])})
		}
	}
	return kept
}

// A relay is on whose word the statement with its cue at a token stands.
type relay struct {
	by     int
	source []run
}

// names is whom a, a relay, names: the content of "citing" and the source of
// "according to".
func (r *reader) names(a *attribute.Attribution) []run {
	if r.word(a.Head) != "citing" {
		return a.Source
	}
	p := a.Content[0]
	for k := p.From + 1; k < p.To; k++ {
		if r.word(k) == "," {
			p.To = k
		}
	}
	return []run{p}
}

// teller is the attribution beside i on whose word i tells that it is, -1 for
// none.
func (r *reader) teller(found []attribute.Attribution, i int) int {
	a := &found[i]
	citing := r.word(a.Head) == "citing"
	if !r.is(a.Head, relaying) || !citing && r.witness(a.Source) {
		return -1
	}
	for k := max(0, i-1); k <= min(i+1, len(found)-1); k++ {
		b := &found[k]
		if k == i || r.is(b.Head, relaying) || len(b.Source) == 0 {
			continue
		}
		if same(a.Content, b) || citing && (len(a.Source) == 0 || nearest(a.Source, a.Head)[0].Overlaps(nearest(b.Source, b.Head)[0])) {
			return k
		}
	}
	return -1
}

// same reports whether content is mostly that of b.
func same(content []run, b *attribute.Attribution) bool {
	all, shared := 0, 0
	for _, p := range content {
		all += p.Len()
		for _, q := range b.Content {
			shared += max(0, min(p.To, q.To)-max(p.From, q.From))
		}
	}
	return 2*shared > all
}

// citing adds what cited found to the statements, and to what runs on from them.
func (r *reader) citing() {
	for _, t := range r.told {
		for i := range r.drafts {
			if d := &r.drafts[i]; d.after == t.by+1 || len(d.cue) > 0 && d.head == t.by {
				d.via = append(d.via, t.source...)
			}
		}
	}
}

// quotedAs makes whom d quotes its source, and who quotes its relay: "the
// broadcaster quoted her as saying", "Lee was quoted as saying".
func (r *reader) quotedAs(d *draft) {
	if !r.is(d.head, relaying) || len(d.cue) == 0 {
		return
	}
	last := d.cue[len(d.cue)-1]
	as, next := r.asSaying(run{From: d.head + 1, To: last.To}), 0
	if as < 0 && len(d.content) > 0 && d.content[0].From == last.To {
		as = r.asSaying(run{From: last.To + 1, To: d.content[0].To})
		next = as + 2
	}
	switch {
	case as < 0:
	case as == d.head+1 && len(d.source) == 0 && len(d.content) > 1 && d.content[0].To <= last.From:
		d.source, d.content = d.content[:1:1], d.content[1:]
	case as > d.head+1:
		d.via = append(d.via, d.source...)
		d.source = []run{{From: d.head + 1, To: as}}
		d.cue = []run{{From: d.cue[0].From, To: d.head + 1}, {From: as, To: max(last.To, next)}}
		if next > 0 {
			d.content[0].From = next
		}
	}
}

// asSaying is the "as" in p that a participle follows, -1 for none.
func (r *reader) asSaying(p run) int {
	for as := p.From; as+1 < min(p.To, p.From+longestNamed); as++ {
		if r.word(as) == "as" && r.tags[as+1].XPOS() == "VBG" {
			return as
		}
	}
	return -1
}

// longestNamed is how many words name who is quoted.
const longestNamed = 15

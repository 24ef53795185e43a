package name

import "onrecord/extract/fact"

// The least weight at which "it" is taken for what was named before: any "it",
// and one that speaks, which only an organization or state does.
const (
	leastThing   = 450
	leastSpeaker = 420
)

// thing is the organization or state that "it" at token i of sentence s means,
// among the names before mention next: the nearest, subjects first; nil when
// none is clear.
func (f *finder) thing(v *voices, i, s, next int) *entity {
	back := reach
	if v.quoted[i] {
		back = 1
	}
	var best *entity
	most := 0
	for k := next - 1; k >= 0 && next-k < 40; k-- {
		m := &f.mentions[k]
		there := f.SentenceAt(f.Tokens[m.first].Start)
		distance := v.apart(there, s, !v.quoted[i])
		if distance > back {
			break
		}
		if m.entity == nil || !thinglike(m) {
			continue
		}
		weight := 400 - 120*distance - 2*(next-k)
		if f.part(m.first, m.last) == subject {
			weight += 150
		}
		if v.quoted[m.first] && !v.quoted[i] && there < s {
			weight -= 200 // named by who is quoted
		}
		if weight > most {
			best, most = m.entity, weight
		}
	}
	if most < leastThing && !(most >= leastSpeaker && f.speaking(i)) {
		return nil
	}
	return best
}

// thinglike reports whether "it" may stand for m's entity.
func thinglike(m *mention) bool {
	e := m.entity
	return m.how != fact.ByDemonym && (e.kind == fact.Organization || e.kind == fact.Place && e.known != nil && e.known.state)
}

// speaking reports whether the pronoun at token i opens its sentence and says
// something: "It denied".
func (f *finder) speaking(i int) bool {
	s := f.Sentences[f.SentenceAt(f.Tokens[i].Start)]
	next := i + 1
	for next < s.Last && f.auxiliary(next) {
		next++
	}
	return i == s.First && next < s.Last && f.lists.cues[f.Lower(next)]
}

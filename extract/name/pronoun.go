package name

import (
	"onrecord/extract/fact"
)

// pronounGender is the pronouns that are resolved: 'm', 'f', or 'n' for "it".
var pronounGender = map[string]byte{
	"he": 'm', "him": 'm', "his": 'm', "himself": 'm',
	"she": 'f', "her": 'f', "hers": 'f', "herself": 'f',
	"it": 'n', "its": 'n', "itself": 'n',
}

// reach is how many sentences back an antecedent may lie. Inside a quotation
// it is one: who speaks there seldom says "he" of the one reported before.
const reach = 3

// pronouns resolves he, she and it to the entity they most likely mean: the
// nearest that fits, subjects first.
func (f *finder) pronouns() {
	named := len(f.mentions)
	next := 0
	v := f.voices()
	for s, sentence := range f.Sentences {
		for i := sentence.First; i < sentence.Last; i++ {
			for next < named && f.mentions[next].last <= i {
				next++
			}
			g := pronounGender[f.Lower(i)]
			if g == 0 || f.at[i] != 0 {
				continue
			}
			back := reach
			if v.quoted[i] {
				back = 1
			}
			if e := f.antecedent(v, i, s, next, back, g); e != nil {
				if e.gender == 0 && g != 'n' {
					e.gender = g
				}
				f.add(mention{first: i, last: i + 1, how: fact.ByPronoun, kind: e.kind, entity: e})
			}
		}
	}
	f.order()
}

// The least score at which "it" is taken for what was named before: any "it",
// and one that speaks, which only an organization or state does.
const (
	leastThing   = 4.5
	leastSpeaker = 4.2
)

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

// quoted reports whether token i, and what follows it, stands in quotation
// marks, given whether the token before does. A paragraph closes them.
func (f *finder) quoted(i int, before bool) bool {
	if f.Tokens[i].Paragraph {
		before = false
	}
	switch f.Word(i) {
	case "“", "«":
		return true
	case "”", "»":
		return false
	case `"`:
		return !before
	}
	return before
}

// voices tells which tokens stand in quotation marks, and how many sentences up
// to each that the article tells in its own words: who is quoted at length stays
// the one spoken of.
type voices struct {
	quoted []bool
	told   []int
}

func (f *finder) voices() voices {
	v := voices{make([]bool, len(f.Tokens)), make([]int, len(f.Sentences))}
	quoted, told := false, 0
	for s, sentence := range f.Sentences {
		for i := sentence.First; i < sentence.Last; i++ {
			quoted = f.quoted(i, quoted)
			v.quoted[i] = quoted
		}
		if !v.quoted[sentence.First] {
			told++
		}
		v.told[s] = told
	}
	return v
}

// apart is how many sentences lie between sentences a and b, those that open in
// quotation marks aside when the pronoun is the article's own.
func (v voices) apart(a, b int, own bool) int {
	if own {
		return v.told[b] - v.told[a]
	}
	return b - a
}

// antecedent is the entity that the pronoun at token i of sentence s means,
// among the mentions before next and at most back sentences away; nil when
// none fits.
func (f *finder) antecedent(v voices, i, s, next, back int, gender byte) *entity {
	var best *entity
	most := 0.0
	for k := next - 1; k >= 0 && next-k < 40; k-- {
		m := &f.mentions[k]
		there := f.SentenceAt(f.Tokens[m.first].Start)
		distance := v.apart(there, s, !v.quoted[i])
		if distance > back {
			break
		}
		if m.entity == nil || !fits(m, gender) {
			continue
		}
		score := 4 - 1.2*float64(distance) - 0.02*float64(next-k)
		if f.subject(m) {
			score += 1.5
		}
		if m.entity.gender == gender {
			score++
		}
		if v.quoted[m.first] && !v.quoted[i] && there < s {
			score -= 2 // named by who is quoted
		}
		if score > most {
			best, most = m.entity, score
		}
	}
	if gender == 'n' && most < leastThing && !(most >= leastSpeaker && f.speaking(i)) {
		return nil
	}
	return best
}

// fits reports whether a pronoun of that gender may stand for m's entity.
func fits(m *mention, gender byte) bool {
	e := m.entity
	if gender == 'n' {
		return m.how != fact.ByDemonym && (e.kind == fact.Organization || e.kind == fact.Place && e.known != nil && e.known.state)
	}
	return e.kind == fact.Person && (e.gender == 0 || e.gender == gender)
}

// subject reports whether m looks like the subject of its clause: a verb of
// speech or auxiliary follows, or the sentence starts with it.
func (f *finder) subject(m *mention) bool {
	next := f.Lower(m.last)
	if f.lists.cues[next] || f.auxiliary(m.last) {
		return true
	}
	if m.first > 0 && f.lists.cues[f.Lower(m.first-1)] && (f.Word(m.last) == "." || f.Word(m.last) == ",") {
		return true
	}
	s := f.SentenceAt(f.Tokens[m.first].Start)
	return m.first <= f.Sentences[s].First+1
}

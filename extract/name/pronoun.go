package name

import "onrecord/extract/fact"

// pronounGender is the pronouns that are resolved: 'm', 'f', or 'n' for "it".
var pronounGender = map[string]byte{
	"he": 'm', "him": 'm', "his": 'm', "himself": 'm',
	"she": 'f', "her": 'f', "hers": 'f', "herself": 'f',
	"it": 'n', "its": 'n', "itself": 'n',
}

// reach is how many sentences back an antecedent may lie.
const reach = 3

// pronouns resolves he, she and it to the entity they most likely mean: first
// those of the article's own words, then those inside of quotations, when it is
// known who speaks there and so is not spoken of.
func (f *finder) pronouns() {
	v := f.voices()
	f.resolve(&v, false)
	f.order()
	if len(v.speakers) > 0 {
		f.resolve(&v, true)
		f.order()
	}
}

// resolve resolves the pronouns that stand in quotations or those that do not.
func (f *finder) resolve(v *voices, quoted bool) {
	named := len(f.mentions)
	next := 0
	var d discourse
	for _, e := range f.entities {
		e.heard = 0
	}
	for s, sentence := range f.Sentences {
		for i := sentence.First; i < sentence.Last; i++ {
			for next < named && f.mentions[next].last <= i {
				if m := &f.mentions[next]; m.entity != nil && m.entity.kind == fact.Person {
					d.hear(f.heardAt(v, m))
				}
				next++
			}
			if f.at[i] != 0 {
				continue
			}
			if e := f.stranger(i); e != nil {
				d.hear(f.heardAt(v, &mention{first: i, last: i + 1, entity: e}))
			}
			if g := pronounGender[f.Lower(i)]; g != 0 && v.quoted[i] == quoted {
				f.refers(v, &d, pronoun{token: i, sentence: s, next: next, gender: g})
			}
		}
	}
}

// refers resolves p. Whom it means is heard again, with or without a name.
func (f *finder) refers(v *voices, d *discourse, p pronoun) {
	e := f.meant(v, d, p)
	if e == nil {
		return
	}
	m := mention{first: p.token, last: p.token + 1, how: fact.ByPronoun, kind: e.kind, entity: e}
	if p.gender != 'n' {
		e.gender = p.gender
		d.hear(f.heardAt(v, &m))
	}
	if e.name != "" {
		f.add(m)
	}
}

// A pronoun is one that is to be resolved.
type pronoun struct {
	token, sentence int
	next            int // the first mention after it
	gender          byte
}

// meant is the entity that p means, nil when none fits.
func (f *finder) meant(v *voices, d *discourse, p pronoun) *entity {
	if p.gender == 'n' {
		return f.thing(v, p.token, p.sentence, p.next)
	}
	if f.grammar("himself", f.Lower(p.token)) {
		if e := f.reflexive(d, p); e != nil {
			return e
		}
	}
	e, weight := f.spokenOf(v, d, p)
	if ahead := f.ahead(p); ahead != nil && weight < salience.ahead {
		return ahead
	}
	return e
}

package name

import "onrecord/extract/fact"

// The weights tell how present an entity is to the reader, after Lappin and
// Leass, An Algorithm for Pronominal Anaphora Resolution (1994): each mention
// counts by its part, and less for every sentence that lies between. They were
// tuned on the training half of GUM.
var salience = struct {
	part     [4]int // of a mention, by its part
	pronoun  int    // more of a mention by pronoun: who is spoken of already
	parallel int    // more of a subject for a pronoun that is one
	fades    int    // percent that is left a sentence later
	quoted   int    // percent that is left across a quotation mark
	nearer   int    // less for each mention that lies between
	gender   int    // more when the gender of the entity is known
	often    int    // more for each time it was mentioned, up to ten
	ahead    int    // of a name that follows its pronoun
	same     int    // more of a subject or owner in the same sentence
	topic    int    // more of a subject that opens its sentence
	rest     int    // percent that counts of all sentences but the one that counts most
}{[4]int{object: 60, oblique: 45, owner: 65, subject: 80}, 20, 20, 58, 20, 1, 15, 1, 60, 20, 15, 50}

// A heard is a mention of a person that was read on the way.
type heard struct {
	entity   *entity
	token    int
	sentence int
	part     part
	pronoun  bool
	opens    bool // it is the first words of its sentence
	quoted   int  // 1 + the quotation it stands in
}

// A discourse is the mentions of people up to a place in the text.
type discourse []heard

// kept is how many mentions back a pronoun may reach.
const kept = 60

// hear adds a mention, and forgets those too far back to matter.
func (d *discourse) hear(h heard) {
	if len(*d) == 2*kept {
		*d = append((*d)[:0], (*d)[kept:]...)
	}
	*d = append(*d, h)
	h.entity.heard++
}

// heardAt is the mention m as it is heard.
func (f *finder) heardAt(v *voices, m *mention) heard {
	s := f.SentenceAt(f.Tokens[m.first].Start)
	return heard{
		entity: m.entity, token: m.first, sentence: s, part: f.part(m.first, m.last), pronoun: m.how == fact.ByPronoun,
		opens: f.phraseStart(m.first, f.Sentences[s]) == f.Sentences[s].First, quoted: v.run[m.first],
	}
}

// A candidate is an entity that a pronoun may mean.
type candidate struct {
	entity *entity
	told   int // how many sentences the article tells up to the mention last counted
	most   int // what the mentions there count
	best   int // what those of the sentence count that count most
	sum    int // what those of all sentences count
}

// spokenOf is the person most present at p, and how present.
func (f *finder) spokenOf(v *voices, d *discourse, p pronoun) (*entity, int) {
	var all []candidate
	barred := f.barred(v, d, p)
	own := v.run[p.token] == 0
	for k := len(*d) - 1; k >= 0 && k >= len(*d)-kept; k-- {
		h := &(*d)[k]
		apart := v.apart(h.sentence, p.sentence, own)
		if apart > reach {
			break
		}
		if h.entity.gender != 0 && h.entity.gender != p.gender || h.entity == barred[0] || h.entity == barred[1] {
			continue
		}
		w := faded(f.weight(v, h, p), apart) - salience.nearer*(len(*d)-1-k)
		if h.sentence == p.sentence && (h.part == subject || h.part == owner) {
			w += salience.same
		}
		all = count(all, h.entity, v.told[h.sentence], w)
	}
	var best *entity
	most := 0
	for i := range all {
		if w := all[i].weight(p.gender); best == nil || w > most {
			best, most = all[i].entity, w
		}
	}
	return best, most
}

// faded is what is left of a weight so many sentences later.
func faded(weight, sentences int) int {
	for range sentences {
		weight = weight * salience.fades / 100
	}
	return weight
}

// count adds what a mention counts to its entity: the most of each sentence,
// with the quotations that follow it.
func count(all []candidate, e *entity, told, weight int) []candidate {
	for i := range all {
		c := &all[i]
		if c.entity != e {
			continue
		}
		if c.told != told {
			c.told, c.most = told, 0
		}
		c.sum += max(0, weight-c.most)
		c.most = max(c.most, weight)
		c.best = max(c.best, weight)
		return all
	}
	return append(all, candidate{e, told, weight, weight, weight})
}

// weight is how present c is to a reader who looks for somebody of that gender.
func (c *candidate) weight(gender byte) int {
	w := c.best + (c.sum-c.best)*salience.rest/100 + salience.often*min(10, c.entity.heard)
	if c.entity.gender == gender {
		w += salience.gender
	}
	return w
}

// weight is what h counts for p before it fades.
func (f *finder) weight(v *voices, h *heard, p pronoun) int {
	w := salience.part[h.part]
	if h.pronoun {
		w += salience.pronoun
	}
	if h.part == subject && f.pronounCase(p.token) == "subject" {
		w += salience.parallel
	}
	if h.part == subject && h.opens {
		w += salience.topic
	}
	if h.quoted != 0 && h.quoted != v.run[p.token] {
		w = w * salience.quoted / 100
	}
	return w
}

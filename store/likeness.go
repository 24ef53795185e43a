package store

import (
	"math"
	"slices"
)

// Likeness is what a statement has in common with a claim and the statements
// that are linked to it, by each signal, from 0 to 1. Numbers is below 0 where
// the statement has other numbers, or none.
type Likeness struct{ Words, Names, Numbers, Days float64 }

// Sum is how alike the two are by all signals: the same words and numbers say
// much where the same people and places are spoken of, and little elsewhere.
// What each weighs was set on the sample story (store/sample).
func (l Likeness) Sum() float64 {
	numbers := 0.5 * l.Numbers
	if l.Numbers > 0 {
		numbers *= l.Names
	}
	return l.Words*(0.2+0.8*l.Names) + 0.3*l.Names + numbers + 0.2*l.Days
}

// weigh is how alike a statement and the text of the profile that is likest are.
func (p *profile) weigh(s Statement) Similar {
	words := wording(s.Words)
	best := Similar{Statement: s}
	its := append(telling(words, capitalWord), telling(wording(s.Name), capitalWord)...)
	var with profileText
	for _, t := range p.texts {
		if l := p.likeness(t, words, its, s); l.Sum() > best.Like.Sum() {
			best.Like, with = l, t
		}
	}
	p.explain(&best, with, words)
	return best
}

// likeness is what a statement, by its words and the names in them and of its
// speaker, shares with one text of the profile.
func (p *profile) likeness(t profileText, words []wordIn, its []string, s Statement) Likeness {
	return Likeness{
		Words:   p.cosine(telling(t.words, plainWord), telling(words, plainWord)),
		Names:   p.names(t, its, s),
		Numbers: p.numbers(telling(t.words, numberWord), telling(words, numberWord)),
		Days:    (p.cosine(telling(t.words, dateWord), telling(words, dateWord)) + p.nearness(s)) / 2,
	}
}

// cosine is how much of what two lists of words tell is shared, by weight.
func (p *profile) cosine(a, b []string) float64 {
	var shared, of, all float64
	for _, w := range a {
		of += p.weight(w)
	}
	for _, w := range b {
		all += p.weight(w)
		if slices.ContainsFunc(a, func(m string) bool { return kin(m, w) }) {
			shared += p.weight(w)
		}
	}
	if shared == 0 {
		return 0
	}
	return shared / math.Sqrt(of*all)
}

// weight is what a word counts for; one that the profile does not have counts
// for as much as its rarer half.
func (p *profile) weight(stem string) float64 {
	if x := p.terms[stem]; x != nil {
		return x.weight
	}
	return math.Log(1+float64(p.total)/10) / 2
}

// names is how far a statement speaks of the people and places of a text: by
// the names in its words and its speaker, and by those of its article.
func (p *profile) names(t profileText, its []string, s Statement) float64 {
	var of, shared float64
	for _, w := range t.names {
		x := p.terms[w]
		if x != nil && !x.name {
			continue
		}
		of += p.weight(w)
		switch {
		case slices.ContainsFunc(its, func(i string) bool { return kin(i, w) }):
			shared += p.weight(w)
		case x != nil && x.articles[s.Article]:
			shared += p.weight(w) / 2
		}
	}
	around := min(1, 2*p.around[s.Article])
	switch {
	case of == 0:
		return around
	case p.around == nil:
		return shared / of
	}
	return (shared/of + around) / 2
}

// speaker is who says a text of the profile.
func (t profileText) speaker(p *profile) string {
	if t.statement.ID == 0 {
		return p.claim.Who
	}
	return t.statement.Name
}

// numbers is 1 where a number is the same and below 0 where it is another, or
// where only the claim has one.
func (p *profile) numbers(mine, its []string) float64 {
	switch {
	case len(mine) == 0:
		return 0
	case len(its) == 0:
		return -0.6
	case slices.ContainsFunc(mine, func(n string) bool { return slices.Contains(its, n) }):
		return 1
	}
	return -1.4
}

// nearness is 1 for a statement of the days of the linked ones, and less the
// further away it is: half at ten days.
func (p *profile) nearness(s Statement) float64 {
	least := -1.0
	for _, t := range p.texts {
		if t.statement.ID == 0 {
			continue
		}
		away := math.Abs(float64(s.ID-t.statement.ID)) / (perDay * perArticle)
		if least < 0 || away < least {
			least = away
		}
	}
	if least < 0 {
		return 0
	}
	return 10 / (10 + math.Floor(least))
}

package store

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// A Similar is a statement that may be of the same claim. Only the user
// says that it is.
type Similar struct {
	Statement
	Like   Likeness
	Denies bool     // it seems to deny the claim
	Why    []string // in words: "same number 40000", "about “Brannic valley”"
	Marked string   // its words, with what they share between Mark and Unmark
}

const (
	leastAlike  = 0.5    // a suggestion has at least this sum
	wordRows    = 300    // statements that are looked at for one word
	countedUpTo = 20_000 // statements that the rarity of a word is reckoned by
	profiled    = 12     // linked statements that suggestions are made by
	termsAsked  = 14     // words that are looked for
	weighed     = 100    // candidates whose words are read
)

// SimilarTo is the statements of the archive that are most like a claim and
// the statements linked to it, the likest first, at most limit. Those that are
// linked or were refused are left out.
//
// Candidates are found by their words, the rarest first, in an index and near
// the days of the linked statements where a word is common; then what they
// share is weighed: words by how rare they are, names, numbers and days.
func (tx *Tx) SimilarTo(claim int64, limit int) ([]Similar, error) {
	p, err := tx.profileOf(claim)
	if err != nil {
		return nil, err
	}
	if err := tx.weighTerms(p); err != nil {
		return nil, err
	}
	found, err := tx.alike(p)
	if err != nil {
		return nil, err
	}
	var all []Similar
	for _, s := range found {
		if x := p.weigh(s); x.Like.Sum() >= leastAlike && (x.Like.Words > 0 || x.Like.Numbers > 0) {
			all = append(all, x)
		}
	}
	slices.SortStableFunc(all, func(a, b Similar) int {
		return cmp.Or(cmp.Compare(b.Like.Sum(), a.Like.Sum()), cmp.Compare(a.ID, b.ID))
	})
	all = p.once(all)
	if all, err = tx.answering(p, all[:min(len(all), limit)]); err != nil {
		return nil, err
	}
	return all[:min(len(all), limit)], nil
}

// once is suggestions without those whose words are a part of another's before
// them in the same article, or of a linked statement's.
func (p *profile) once(all []Similar) []Similar {
	var kept []Similar
	within := func(a, b Statement) bool {
		return a.Article == b.Article && (strings.Contains(a.Words, b.Words) || strings.Contains(b.Words, a.Words))
	}
	for _, s := range all {
		if !slices.ContainsFunc(kept, func(k Similar) bool { return within(k.Statement, s.Statement) }) &&
			!slices.ContainsFunc(p.texts, func(t profileText) bool { return within(t.statement, s.Statement) }) {
			kept = append(kept, s)
		}
	}
	return kept
}

// A profile is what a claim is told by: its own words and those of the
// statements that are linked to it.
type profile struct {
	claim  Claim
	texts  []profileText
	linked map[int64]bool // statements that are not offered
	terms  map[string]*term
	total  int               // statements of the archive, up to countedUpTo
	around map[int64]float64 // how much of the linked articles' cast each candidate's article has; nil for no cast
	low    int64
	high   int64 // the ids between which common words are looked for
}

// A profileText is one of the texts of a profile.
type profileText struct {
	words     []wordIn
	names     []string  // in its words or of who says it
	statement Statement // the zero one for the claim itself
}

// A term is a word that a profile is told by.
type term struct {
	stem   string
	kind   wordKind
	name   bool // a name of the archive has it
	n      int  // texts of the profile that have it
	rows   []int64
	weight float64

	articles map[int64]bool // of the candidates, that speak of the name
}

func (tx *Tx) profileOf(claim int64) (*profile, error) {
	c, err := tx.Claim(claim)
	if err != nil {
		return nil, err
	}
	p := &profile{claim: c, linked: map[int64]bool{}, terms: map[string]*term{}}
	p.add(c.Words, c.Who, Statement{})
	linked, err := rows(tx, scanStatement, statementColumns+`WHERE s.id IN
		(SELECT x.id FROM link l JOIN statement x ON x.article = l.article AND x.key = l.key WHERE l.claim = ?1) ORDER BY s.id`, claim)
	if err != nil {
		return nil, err
	}
	for i, s := range linked {
		p.linked[s.ID] = true
		if i < profiled {
			p.add(s.Words, s.Name, s)
		}
	}
	if len(linked) > 0 {
		p.low, p.high = linked[0].ID-21*perDay*perArticle, linked[len(linked)-1].ID+90*perDay*perArticle
	}
	refused, err := rows(tx, scanID, `SELECT x.id FROM refusal r JOIN statement x ON x.article = r.article AND x.key = r.key WHERE r.claim = ?`, claim)
	for _, id := range refused {
		p.linked[id] = true
	}
	if err != nil {
		return nil, err
	}
	return p, tx.one(`SELECT count(*) FROM (SELECT 1 FROM statement LIMIT ?)`, []any{countedUpTo}, &p.total)
}

func (p *profile) add(words, who string, s Statement) {
	t := profileText{words: wording(words), statement: s}
	t.names = append(telling(t.words, capitalWord), telling(wording(who), capitalWord)...)
	p.texts = append(p.texts, t)
	for _, w := range t.words {
		if w.kind == smallWord {
			continue
		}
		x := p.terms[w.stem]
		if x == nil {
			x = &term{stem: w.stem, kind: w.kind}
			p.terms[w.stem] = x
		}
		x.n++
		x.kind = max(x.kind, w.kind)
	}
}

// weighTerms counts in how many statements each word of the profile occurs, and
// keeps those statements for the rare ones.
func (tx *Tx) weighTerms(p *profile) error {
	all := make([]*term, 0, len(p.terms))
	for _, x := range p.terms {
		all = append(all, x)
	}
	slices.SortFunc(all, func(a, b *term) int { return cmp.Or(b.n-a.n, int(b.kind)-int(a.kind), cmp.Compare(a.stem, b.stem)) })
	for i, x := range all {
		if i >= termsAsked {
			x.weight = 1
			continue
		}
		if err := tx.weighTerm(p, x); err != nil {
			return fmt.Errorf("look for %q: %w", x.stem, err)
		}
	}
	return nil
}

func (tx *Tx) weighTerm(p *profile, x *term) (err error) {
	match := x.match()
	if x.rows, err = rows(tx, scanID, `SELECT rowid FROM statement_words WHERE statement_words MATCH ?1 ORDER BY rowid DESC LIMIT ?2`, match, wordRows); err != nil {
		return err
	}
	often := len(x.rows)
	if often == wordRows && p.high != 0 {
		x.rows, err = rows(tx, scanID, `SELECT rowid FROM statement_words WHERE statement_words MATCH ?1 AND rowid BETWEEN ?2 AND ?3
			ORDER BY rowid LIMIT ?4`, match, p.low, p.high, wordRows)
		if err != nil {
			return err
		}
		if len(x.rows) == wordRows { // even near those days
			often *= 10
		}
	}
	x.weight = math.Log(1 + float64(p.total)/float64(1+often))
	if x.kind != capitalWord {
		return nil
	}
	return tx.one(`SELECT EXISTS (SELECT 1 FROM entity_words WHERE entity_words MATCH ? LIMIT 1)`, []any{match}, &x.name)
}

// match is the term as an FTS5 query.
func (x *term) match() string {
	switch x.kind {
	case numberWord:
		n, err := strconv.ParseFloat(x.stem, 64)
		if err == nil && n == math.Trunc(n) && n >= 1000 {
			return quotedAny(x.stem, grouped(x.stem))
		}
		return quotedAny(x.stem)
	case dateWord:
		return quotedAny(x.stem)
	}
	if x.kind == capitalWord {
		return quotedAny(x.stem, x.stem+"n", x.stem+"s", strings.TrimSuffix(x.stem, "n"))
	}
	return quotedAny(forms(x.stem)...)
}

// quotedAny is an FTS5 query for any of some phrases.
func quotedAny(phrases ...string) string { return `"` + strings.Join(phrases, `" OR "`) + `"` }

// grouped is digits with commas between the thousands.
func grouped(digits string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// alike is the statements that share most with the profile, by weight.
func (tx *Tx) alike(p *profile) ([]Statement, error) {
	sums := map[int64]float64{}
	for _, x := range p.terms {
		for _, id := range x.rows {
			sums[id] += x.weight
			if x.name {
				sums[id] += x.weight / 2
			}
		}
	}
	ids := make([]int64, 0, len(sums))
	for id := range sums {
		if !p.linked[id] {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b int64) int { return cmp.Or(cmp.Compare(sums[b], sums[a]), cmp.Compare(a, b)) })
	found, err := tx.statementsAt(ids[:min(len(ids), weighed)])
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, nil
	}
	var articles []any
	for _, s := range found {
		if n := len(articles); n == 0 || articles[n-1] != s.Article {
			articles = append(articles, s.Article)
		}
	}
	if err := tx.placeNames(p, articles); err != nil {
		return nil, err
	}
	return found, tx.placeCast(p, articles)
}

const (
	namesPlaced = 8 // names of a profile whose articles are looked up
	bearers     = 6 // entities that a name may mean, those in most articles first
)

// placeNames finds out which of the articles speak of the names of
// the profile: where a statement has "he" or "the valley", its article tells.
func (tx *Tx) placeNames(p *profile, articles []any) error {
	names := slices.DeleteFunc(slices.Collect(maps.Values(p.terms)), func(x *term) bool { return !x.name })
	slices.SortFunc(names, func(a, b *term) int {
		return cmp.Or(b.n-a.n, cmp.Compare(b.weight, a.weight), cmp.Compare(a.stem, b.stem))
	})
	for _, x := range names[:min(len(names), namesPlaced)] {
		in, err := rows(tx, scanID, `SELECT article FROM appearance WHERE entity IN
				(SELECT id FROM entity WHERE id IN (SELECT rowid FROM entity_words WHERE entity_words MATCH ? LIMIT 200) ORDER BY articles DESC LIMIT ?)
			AND article IN (?`+strings.Repeat(`, ?`, len(articles)-1)+`)`, append([]any{x.match(), bearers}, articles...)...)
		if err != nil {
			return err
		}
		x.articles = map[int64]bool{}
		for _, id := range in {
			x.articles[id] = true
		}
	}
	return nil
}

// statementsAt is the statements of some ids that stand: neither rejected nor in
// an article that was removed.
func (tx *Tx) statementsAt(ids []int64) ([]Statement, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	args := make([]any, len(ids))
	for i, id := range ids {
		args[i] = id
	}
	return rows(tx, scanStatement, statementColumns+`WHERE s.id IN (?`+strings.Repeat(`, ?`, len(ids)-1)+`)
		AND s.state <> 'rejected' AND a.removed = 0 ORDER BY s.id`, args...)
}

// placeCast finds out how much of who is in the articles of the linked
// statements, the most spoken of, is in each of the candidates' articles.
func (tx *Tx) placeCast(p *profile, articles []any) error {
	of := map[int64]bool{}
	var cast []any
	for _, t := range p.texts {
		if id := t.statement.Article; id != 0 && !of[id] && len(of) < 4 {
			of[id] = true
			ids, err := rows(tx, scanID, `SELECT entity FROM appearance WHERE article = ? ORDER BY mentions DESC, entity LIMIT 12`, id)
			if err != nil {
				return err
			}
			for _, e := range ids {
				if !slices.Contains(cast, any(e)) {
					cast = append(cast, e)
				}
			}
		}
	}
	if len(cast) == 0 {
		return nil
	}
	p.around = map[int64]float64{}
	_, err := rows(tx, func(r scanner) (struct{}, error) {
		var id int64
		var n int
		err := r.Scan(&id, &n)
		p.around[id] = float64(n) / float64(len(cast))
		return struct{}{}, err
	}, `SELECT article, count(*) FROM appearance WHERE entity IN (?`+strings.Repeat(`, ?`, len(cast)-1)+`)
		AND article IN (?`+strings.Repeat(`, ?`, len(articles)-1)+`) GROUP BY article`, append(cast, articles...)...)
	return err
}

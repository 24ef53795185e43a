package store

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// end names a statement as an end of a tie, in SQL.
const end = `('statement/' || s.article || '/' || s.key)`

// unsettled is the condition that the user has not put an open end aside.
func unsettled(kind, ref string) string {
	return `NOT EXISTS (SELECT 1 FROM settled x WHERE x.id = '` + kind + `/' || ` + ref + `)`
}

// openDenials is denials that are tied to nothing and belong to no claim that
// somebody makes.
func (tx *Tx) openDenials(scope Scope, limit int) ([]OpenEnd, error) {
	in, list := scope.within(`s.article`)
	found, err := rows(tx, scanStatement, statementColumns+`WHERE s.act = 'deny' AND `+scope.confirmed("s")+` AND `+in+` AND a.removed = 0
		AND NOT EXISTS (SELECT 1 FROM tie t WHERE t."from" = `+end+`) AND NOT EXISTS (SELECT 1 FROM tie t WHERE t."to" = `+end+`)
		AND NOT EXISTS (SELECT 1 FROM link l JOIN link o ON o.claim = l.claim AND o.id <> l.id AND o.relation IN ('same', 'repeats', 'supports')
			WHERE l.article = s.article AND l.key = s.key)
		AND `+unsettled("denial", `s.article || '/' || s.key`)+`
		ORDER BY s.id DESC LIMIT ?2`, list, limit)
	if err != nil {
		return nil, err
	}
	var all []OpenEnd
	for _, s := range found {
		x := OpenEnd{ID: fmt.Sprintf("denial/%d/%s", s.Article, s.Key), Kind: "denial", Statement: s, Who: speaker(s)}
		if x.Context, err = tx.context(s); err != nil {
			return nil, err
		}
		all = append(all, x)
	}
	return all, nil
}

// littleSaid is the length of words in bytes that alone say little.
const littleSaid = 24

// context is what stands around the words of a statement where they alone say
// little, "" elsewhere. Its key has their place.
func (tx *Tx) context(s Statement) (around string, err error) {
	var start, end int
	if n, _ := fmt.Sscanf(s.Key, "statement-%d-%d", &start, &end); n != 2 || len(s.Words) > littleSaid {
		return "", nil
	}
	err = tx.one(`SELECT substr(CAST(text AS BLOB), max(?2 - 160, 0) + 1, min(?2, 160) + ?3 - ?2 + 40) FROM article WHERE id = ?1`,
		[]any{s.Article, start, end}, &around)
	return wholeWords(around), err
}

// speaker is who says a statement, as the archive or the article calls them.
func speaker(s Statement) string {
	if s.Name != "" {
		return s.Name
	}
	return s.Source
}

// answerDays is how long after an accusation an answer is looked for.
const answerDays = 60

// openAccusations is accusations that nothing is tied to as an answer.
func (tx *Tx) openAccusations(scope Scope, limit int) ([]OpenEnd, error) {
	in, list := scope.within(`s.article`)
	found, err := rows(tx, scanStatement, statementColumns+`WHERE s.act = 'accuse' AND `+scope.confirmed("s")+` AND `+in+` AND a.removed = 0
		AND NOT EXISTS (SELECT 1 FROM tie t WHERE t."from" = `+end+` AND t.relation IN ('answers', 'contradicts'))
		AND NOT EXISTS (SELECT 1 FROM tie t WHERE t."to" = `+end+` AND t.relation IN ('answers', 'contradicts'))
		AND NOT EXISTS (SELECT 1 FROM link l JOIN link o ON o.claim = l.claim AND o.id <> l.id AND o.relation IN ('answers', 'contradicts')
			WHERE l.article = s.article AND l.key = s.key)
		AND `+unsettled("accusation", `s.article || '/' || s.key`)+`
		ORDER BY s.id DESC LIMIT ?2`, list, limit)
	if err != nil {
		return nil, err
	}
	var all []OpenEnd
	for _, s := range found {
		x := OpenEnd{ID: fmt.Sprintf("accusation/%d/%s", s.Article, s.Key), Kind: "accusation", Statement: s}
		if x.Who, x.Other, err = tx.answer(s); err != nil {
			return nil, err
		}
		all = append(all, x)
	}
	return all, nil
}

// answer is whom a statement accuses, "" where its words do not begin with a
// name of the archive, and what they said next that may be their answer.
func (tx *Tx) answer(s Statement) (who string, said Statement, err error) {
	name, _, found := strings.Cut(s.Words, " of ")
	if !found || len(name) > 80 {
		return "", said, nil
	}
	found = false
	var accused Entity
	for _, kind := range [...]string{"person", "organization", "place", "group"} {
		accused, err = tx.EntityOf(kind + "/" + fold(name))
		if err == nil {
			found = true
			break
		}
	}
	if !found {
		return "", said, nil
	}
	all, err := rows(tx, scanStatement, statementColumns+`WHERE s.id IN (SELECT x.id FROM entity m JOIN statement x ON x.speaker = m.id
			WHERE m.root = ?1 AND x.act IN ('deny', 'reject', 'admit') AND x.id > ?2 AND x.id < ?2 + ?3 AND x.state <> 'rejected' LIMIT 50)
		AND a.removed = 0 ORDER BY s.id LIMIT 1`, accused.ID, s.ID, answerDays*perDay*perArticle)
	if err != nil || len(all) == 0 {
		return accused.Name, said, err
	}
	return accused.Name, all[0], nil
}

const (
	claimsRead   = 60 // newest claims that are looked at for their origins
	articlesRead = 24 // articles that are read for that
)

// loneClaims is claims that rest on one origin: on one article, or on several
// that all go back to one source.
func (tx *Tx) loneClaims(scope Scope, limit int) ([]OpenEnd, error) {
	in, list := scope.within(`l.article`)
	type claim struct {
		Claim
		articles int
	}
	claims, err := rows(tx, func(r scanner) (c claim, err error) {
		return c, r.Scan(&c.ID, &c.Words, &c.Who, &c.Verdict, &c.Reason, &c.Made, &c.Status, &c.articles)
	}, claimColumns+`, (SELECT count(DISTINCT o.article) FROM link o WHERE o.claim = claim.id AND o.relation NOT IN ('contradicts', 'answers')
			AND o.article NOT IN (SELECT article FROM removal))
		FROM claim WHERE EXISTS (SELECT 1 FROM link l WHERE l.claim = claim.id AND l.relation NOT IN ('contradicts', 'answers')
			AND l.article NOT IN (SELECT article FROM removal) AND `+in+`) AND `+unsettled("claim", `claim.id`)+`
		ORDER BY id DESC LIMIT ?2`, list, claimsRead)
	if err != nil {
		return nil, err
	}
	var all []OpenEnd
	read := 0
	for _, c := range claims {
		x := OpenEnd{ID: fmt.Sprintf("claim/%d", c.ID), Kind: "claim", Claim: c.Claim}
		if c.articles > 1 {
			if read += c.articles; read > articlesRead {
				continue
			}
			w, err := tx.WhoseWord(c.ID)
			if err != nil {
				return nil, err
			}
			if w.Count() != 1 {
				continue
			}
			x.About = fmt.Sprintf("%d articles, and all go back to %s", c.articles, origin(w))
		} else {
			x.About = "one article alone has it"
		}
		if all = append(all, x); len(all) == limit {
			break
		}
	}
	return all, nil
}

// origin is the one source that a claim goes back to.
func origin(w Word) string {
	for _, o := range w.Origins {
		if o.Stated() {
			return o.Name
		}
	}
	return ""
}

// passedDeadlines is events that were planned for a day that has passed, and
// of which nothing tells whether they came about, and what somebody promised or
// demanded by such a day.
func (tx *Tx) passedDeadlines(scope Scope, limit int) ([]OpenEnd, error) {
	all, err := tx.passedEvents(scope, limit)
	if err != nil {
		return nil, err
	}
	promises, err := tx.passedPromises(scope, limit)
	all = append(all, promises...)
	slices.SortStableFunc(all, func(a, b OpenEnd) int { return strings.Compare(b.Day, a.Day) })
	return all[:min(len(all), limit)], err
}

func (tx *Tx) passedEvents(scope Scope, limit int) ([]OpenEnd, error) {
	in, list := scope.within(`e.article`)
	states := []string{Accepted, Edited}
	if scope.Suggestions {
		states = append(states, Suggested)
	}
	var all []OpenEnd
	for _, state := range states { // each has its order in the index
		found, err := rows(tx, func(r scanner) (e OpenEvent, err error) {
			return e, r.Scan(&e.Article, &e.Key, &e.Kind, &e.Written, &e.Last, &e.Title, &e.Outlet, &e.Published, &e.Line)
		}, `SELECT e.article, e.key, e.kind, e.written, e."last", a.title, a.outlet, coalesce(a.published, ''),
				substr(CAST(a.text AS BLOB), max(e."start" - 70, 0) + 1, e."end" - e."start" + 150)
			FROM event e JOIN article a ON a.id = e.article
			WHERE e.status = 'planned' AND e.state = ?4 AND e."last" <> '' AND e."last" < ?3 AND `+in+` AND a.removed = 0
			AND NOT EXISTS (SELECT 1 FROM event o WHERE o.kind = e.kind AND o."last" = e."last" AND o.status IN ('occurred', 'denied') AND o.state <> 'rejected')
			AND `+unsettled("event", `e.article || '/' || e.key`)+`
			ORDER BY e."last" DESC, e.id DESC LIMIT ?2`, list, limit, scope.Today, state)
		if err != nil {
			return nil, err
		}
		for _, e := range found {
			e.Line = wholeWords(e.Line)
			all = append(all, OpenEnd{ID: fmt.Sprintf("event/%d/%s", e.Article, e.Key), Kind: "deadline", Event: e, Day: e.Last})
		}
	}
	return all, nil
}

// wholeWords is a piece of a text without the cut words at its ends.
func wholeWords(s string) string {
	words := strings.Fields(strings.ToValidUTF8(s, ""))
	if len(words) < 3 {
		return strings.Join(words, " ")
	}
	return strings.Join(words[1:len(words)-1], " ")
}

// promisesRead is how many of the newest promises and demands are looked at for
// their days, and of how many articles.
const promisesRead, promiseArticles = 40, 12

func (tx *Tx) passedPromises(scope Scope, limit int) ([]OpenEnd, error) {
	in, list := scope.within(`s.article`)
	var found []Statement
	for _, act := range [...]string{"promise", "demand"} {
		some, err := rows(tx, scanStatement, statementColumns+`WHERE s.act = '`+act+`' AND `+scope.confirmed("s")+` AND `+in+` AND a.removed = 0
			AND NOT EXISTS (SELECT 1 FROM tie t WHERE t."to" = `+end+`) AND `+unsettled("promise", `s.article || '/' || s.key`)+`
			ORDER BY s.id DESC LIMIT ?2`, list, promisesRead)
		if err != nil {
			return nil, err
		}
		found = append(found, some...)
	}
	slices.SortFunc(found, func(a, b Statement) int { return int(min(max(b.ID-a.ID, -1), 1)) })
	read := map[int64]*ArticleFacts{}
	var all []OpenEnd
	for _, s := range found {
		f := read[s.Article]
		if f == nil {
			if len(read) == promiseArticles {
				break
			}
			var err error
			if f, err = tx.Facts(s.Article); err != nil {
				return nil, err
			}
			read[s.Article] = f
		}
		if day := f.deadline(s.Key, s.Published, scope.Today); day != "" {
			all = append(all, OpenEnd{ID: fmt.Sprintf("promise/%d/%s", s.Article, s.Key), Kind: "deadline", Statement: s, Who: speaker(s), Day: day})
		}
	}
	return all[:min(len(all), limit)], nil
}

// deadline is the last day that the words of a statement name from the day of
// publication on, if it lies before today.
func (f *ArticleFacts) deadline(key, published, today string) string {
	said := slices.Index(f.Keys.Statements, key)
	if said < 0 {
		return ""
	}
	day := ""
	for i, t := range f.Times {
		if f.State(f.Keys.Times[i]) == Rejected {
			continue
		}
		for _, c := range f.Statements[said].Content {
			if _, last := days(t.Value); t.Span.Start >= c.Start && t.Span.End <= c.End && last >= published && last > day {
				day = last
			}
		}
	}
	if _, err := time.Parse(time.DateOnly, day); err != nil || day >= today {
		return ""
	}
	return day
}

package store

import (
	"fmt"
	"slices"
	"strings"
)

// How much is looked at for contradictions, the newest first.
const (
	tiesRead     = 200
	numbersRead  = 200 // statements that give a number
	turncoats    = 20  // who is both for and against something
	stancesRead  = 100 // positions of one of them
	nearNumbered = 3   // words besides the numbers that two statements share at least
)

// contradictions is statements of one speaker that contradict each other: those
// that the user tied so, and as suggestions those that give other numbers of
// the same, and stances for and against one thing.
func (tx *Tx) contradictions(scope Scope, limit int) ([]OpenEnd, error) {
	var all []OpenEnd
	for _, find := range [...]func(Scope) ([]OpenEnd, error){tx.tiedContradictions, tx.otherNumbers, tx.changedStances} {
		found, err := find(scope)
		if err != nil {
			return nil, err
		}
		for _, x := range found {
			settled := false
			if err := tx.one(`SELECT EXISTS (SELECT 1 FROM settled WHERE id = ?)`, []any{x.ID}, &settled); err != nil {
				return nil, err
			}
			if !settled && !slices.ContainsFunc(all, func(had OpenEnd) bool { return had.ID == x.ID }) {
				all = append(all, x)
			}
		}
	}
	return all[:min(len(all), limit)], nil
}

// contradiction is two statements of one speaker, the older first.
func contradiction(a, b Statement) OpenEnd {
	if b.ID < a.ID {
		a, b = b, a
	}
	return OpenEnd{ID: fmt.Sprintf("contradiction/%d/%s/%d/%s", a.Article, a.Key, b.Article, b.Key), Kind: "contradiction", Statement: a, Other: b, Who: speaker(a)}
}

func (tx *Tx) tiedContradictions(scope Scope) ([]OpenEnd, error) {
	ties, err := rows(tx, func(r scanner) (t Tie, err error) { return t, r.Scan(&t.From, &t.To, &t.Why) },
		`SELECT "from", "to", why FROM tie WHERE relation = 'contradicts' AND "from" LIKE 'statement/%' ORDER BY made DESC LIMIT ?`, tiesRead)
	if err != nil {
		return nil, err
	}
	var all []OpenEnd
	for _, t := range ties {
		a, errA := tx.statementOf(t.From)
		b, errB := tx.statementOf(t.To)
		if errA != nil || errB != nil || a.Speaker == 0 || a.Speaker != b.Speaker || !scope.has(a.Article, b.Article) {
			continue
		}
		x := contradiction(a, b)
		x.Tied, x.About = true, t.Why
		all = append(all, x)
	}
	return all, nil
}

// statementOf is the statement that an end of a tie names.
func (tx *Tx) statementOf(end string) (Statement, error) {
	article, key, _ := strings.Cut(strings.TrimPrefix(end, "statement/"), "/")
	var id int64
	if _, err := fmt.Sscan(article, &id); err != nil {
		return Statement{}, fmt.Errorf("%w: no statement is called %q", ErrInvalid, end)
	}
	return tx.StatementAt(id, key)
}

// has reports whether one of some articles is within the scope.
func (s Scope) has(articles ...int64) bool {
	return s.Articles == nil || slices.ContainsFunc(articles, func(a int64) bool { return slices.Contains(s.Articles, a) })
}

// otherNumbers is pairs of statements of one speaker that share words, give a
// number each and share none.
func (tx *Tx) otherNumbers(scope Scope) ([]OpenEnd, error) {
	in, list := scope.within(`s.article`)
	found, err := rows(tx, scanStatement, statementColumns+`WHERE s.act = 'state' AND `+scope.confirmed("s")+` AND s.speaker IS NOT NULL AND `+in+`
		AND s.words GLOB '*[0-9]*' AND a.removed = 0 ORDER BY s.id DESC LIMIT ?2`, list, numbersRead)
	if err != nil {
		return nil, err
	}
	type told struct{ words, numbers []string }
	tell := make([]told, len(found))
	for i, s := range found {
		w := wording(s.Words)
		tell[i] = told{telling(w, plainWord, capitalWord), telling(w, numberWord)}
	}
	var all []OpenEnd
	for i, a := range found {
		for j, b := range found[:i] {
			if a.Speaker != b.Speaker || a.Article == b.Article && a.Key == b.Key || !otherNumber(tell[i].numbers, tell[j].numbers) || shares(tell[i].words, tell[j].words) < nearNumbered {
				continue
			}
			x := contradiction(a, b)
			x.About = strings.Join(tell[i].numbers, ", ") + " and " + strings.Join(tell[j].numbers, ", ")
			all = append(all, x)
		}
	}
	return all, nil
}

func otherNumber(a, b []string) bool {
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(n string) bool { return slices.Contains(b, n) })
}

// shares is how many of some stems two texts share.
func shares(a, b []string) (n int) {
	for _, w := range a {
		if slices.ContainsFunc(b, func(m string) bool { return kin(m, w) }) {
			n++
		}
	}
	return n
}

// changedStances is what somebody was both for and against.
func (tx *Tx) changedStances(scope Scope) ([]OpenEnd, error) {
	if scope.Suggestions && scope.Articles == nil {
		scope.Suggestions = false // of the whole archive too many are for and against something
	}
	in, list := scope.within(`p.article`)
	who, err := rows(tx, scanID, `SELECT m.root FROM position p JOIN entity m ON m.id = p.entity WHERE `+scope.confirmed("p")+` AND `+in+`
		GROUP BY m.root HAVING min(p.stance) <> max(p.stance) LIMIT ?2`, list, turncoats)
	if err != nil {
		return nil, err
	}
	var all []OpenEnd
	for _, id := range who {
		e, err := tx.Entity(id)
		if err != nil {
			return nil, err
		}
		positions, err := tx.Positions(id, "", 0, stancesRead)
		if err != nil {
			return nil, err
		}
		positions = slices.DeleteFunc(positions, func(p Position) bool {
			return !scope.Suggestions && p.State == Suggested || !scope.has(p.Article)
		})
		for _, t := range Topics(positions) {
			if len(t.For) > 0 && len(t.Against) > 0 {
				all = append(all, changed(e, t.For[0], t.Against[0]))
			}
		}
	}
	return all, nil
}

func changed(e Entity, a, b Position) OpenEnd {
	if b.ID < a.ID {
		a, b = b, a
	}
	of := func(p Position) Statement {
		return Statement{Article: p.Article, Key: p.Key, Speaker: e.ID, Name: e.Name, Words: p.Topic, Act: p.Act, Title: p.Title, Outlet: p.Outlet, Published: p.Published}
	}
	return OpenEnd{ID: fmt.Sprintf("stance/%d/%s/%d/%s", a.Article, a.Key, b.Article, b.Key), Kind: "contradiction", Statement: of(a), Other: of(b), Who: e.Name,
		About: a.Stance + " it, and later " + b.Stance}
}

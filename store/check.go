package store

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
)

// Health is what Check found: how much it looked at and what is wrong, each in
// a sentence. An archive is whole when nothing is wrong.
type Health struct {
	Documents, Entries int
	Wrong              []string
}

func (h *Health) wrong(format string, args ...any) {
	h.Wrong = append(h.Wrong, fmt.Sprintf(format, args...))
}

// quickCheckUpTo is the size in bytes up to which an archive is looked over at
// every start; larger ones only after a program that did not end cleanly.
const quickCheckUpTo = 64 << 20

// verify looks an archive over before it is used.
func (a *Archive) verify(unclean bool) error {
	info, err := os.Stat(a.path)
	if err != nil {
		return err
	}
	if !unclean && info.Size() > quickCheckUpTo {
		return nil
	}
	return a.quickCheck(context.Background())
}

// quickCheck is SQLite's quick_check and foreign_key_check. The connection that
// writes is asked: one that reads keeps in mind how a search index was made up
// when it was checked before, and takes what was written since for damage.
func (a *Archive) quickCheck(ctx context.Context) error {
	db := cmp.Or(a.write, a.read)
	var said string
	if err := db.QueryRowContext(ctx, `PRAGMA quick_check(1)`).Scan(&said); err != nil {
		return damaged(a.path, err)
	}
	var broken int
	if err := db.QueryRowContext(ctx, `SELECT count(*) FROM pragma_foreign_key_check`).Scan(&broken); err != nil {
		return damaged(a.path, err)
	}
	if said != "ok" || broken > 0 {
		return fmt.Errorf("%w: %s (%s; %d rows point nowhere). It was left as it is; `onrecord restore BACKUP` brings a backup back", ErrDamaged, a.path, said, broken)
	}
	return nil
}

// Check proves the archive whole: SQLite's own checks, every document against
// its SHA-256, the journal's chain, the journal replayed against what it should
// have led to, and the search index against the text. progress, if not nil, is
// called with each document's number. Attached files are held against their
// SHA-256 as documents are.
func (a *Archive) Check(ctx context.Context, progress func(done, total int)) (Health, error) {
	var h Health
	if err := a.quickCheck(ctx); err != nil {
		h.wrong("%v", err)
		return h, nil
	}
	err := a.View(ctx, func(tx *Tx) error {
		return errors.Join(tx.checkDocuments(&h, progress), tx.checkChain(&h), tx.checkReplay(&h), tx.checkHistory(&h), tx.checkArticles(&h), tx.checkNames(&h),
			tx.checkAttachments(&h), tx.checkVerdicts(&h), tx.checkHanging(&h))
	})
	if err != nil {
		return h, err
	}
	return h, a.checkIndexes(ctx, &h)
}

func (tx *Tx) checkDocuments(h *Health, progress func(done, total int)) error {
	var total int
	if err := tx.one(`SELECT count(*) FROM document`, nil, &total); err != nil {
		return err
	}
	_, err := rows(tx, func(r scanner) (struct{}, error) {
		var name string
		var sum, packed []byte
		if err := r.Scan(&name, &sum, &packed); err != nil {
			return struct{}{}, err
		}
		h.Documents++
		if progress != nil {
			progress(h.Documents, total)
		}
		plain, err := unpack(packed)
		if got := sha256.Sum256(plain); err != nil || !bytes.Equal(got[:], sum) {
			h.wrong("The original of %q is not what was imported: its SHA-256 differs.", name)
		}
		return struct{}{}, nil
	}, `SELECT d.name, d.sha256, coalesce(o.zstd, x'') FROM document d LEFT JOIN original o ON o.document = d.id ORDER BY d.id`)
	return err
}

func (tx *Tx) checkChain(h *Health) error {
	type link struct {
		Entry
		hash []byte
	}
	all, err := rows(tx, func(r scanner) (l link, err error) {
		return l, r.Scan(&l.Seq, &l.At, &l.Deed, &l.changes, &l.Undoes, &l.key, &l.hash)
	}, `SELECT seq, at, deed, changes, coalesce(undoes, 0), coalesce(key, ''), hash FROM journal ORDER BY seq`)
	if err != nil {
		return err
	}
	var last []byte
	for i, l := range all {
		h.Entries++
		if l.Seq != int64(i)+1 || !bytes.Equal(l.chain(last), l.hash) {
			h.wrong("The journal was changed at entry %d (“%s”).", l.Seq, l.Deed)
			return nil
		}
		last = l.hash
	}
	return nil
}

// checkReplay holds what replaying the journal gives against the tables.
func (tx *Tx) checkReplay(h *Health) error {
	state, err := tx.replay(0)
	if err != nil {
		return err
	}
	for _, n := range nouns {
		_, err := rows(tx, func(r scanner) (struct{}, error) {
			var id, body string
			if err := r.Scan(&id, &body); err != nil {
				return struct{}{}, err
			}
			key := n.name + " " + id
			if !same([]byte(state[key]), []byte(body)) {
				h.wrong("The %s %s is not what the journal says.", n.name, id)
			}
			delete(state, key)
			return struct{}{}, nil
		}, `SELECT CAST(id AS TEXT), `+n.object()+` FROM `+n.name)
		if err != nil {
			return err
		}
	}
	for key := range state {
		h.wrong("The %s is in the journal but not in the archive.", key)
	}
	return nil
}

// replay is every record as the journal has it after entry upTo (0: the last),
// by noun and id.
func (tx *Tx) replay(upTo int64) (map[string]string, error) {
	state := map[string]string{}
	_, err := rows(tx, func(r scanner) (struct{}, error) {
		e, err := scanEntry(r)
		for _, c := range e.Changes {
			if key := c.Noun + " " + c.ID; string(c.After) == "null" {
				delete(state, key)
			} else {
				state[key] = string(c.After)
			}
		}
		return struct{}{}, err
	}, entryColumns+`WHERE ?1 = 0 OR j.seq <= ?1 ORDER BY j.seq`, upTo)
	return state, err
}

// checkArticles holds every article's text against its SHA-256, and the rows
// drawn from its facts against the facts.
func (tx *Tx) checkArticles(h *Health) error {
	ids, err := rows(tx, func(r scanner) (id int64, err error) { return id, r.Scan(&id) }, `SELECT id FROM article ORDER BY id`)
	if err != nil {
		return err
	}
	for _, id := range ids {
		var title, words string
		var sum []byte
		if err := tx.one(`SELECT title, text, sum FROM article WHERE id = ?`, []any{id}, &title, &words, &sum); err != nil {
			return err
		}
		if got := sha256.Sum256([]byte(words)); !bytes.Equal(got[:], sum) {
			h.wrong("The text of “%s” is not what was read: its SHA-256 differs.", title)
			continue
		}
		f, err := tx.Facts(id)
		if err != nil {
			h.wrong("The facts of “%s” cannot be read: %v.", title, err)
			continue
		}
		if err := tx.checkDrawn(h, id, title, f); err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) checkStatements(h *Health, article int64, title string, f *ArticleFacts, who map[int]int64) error {
	type drawn struct {
		key, source, words, act, form, said, state, cue string
		speaker                                         int64
	}
	all, err := rows(tx, func(r scanner) (d drawn, err error) {
		return d, r.Scan(&d.key, &d.source, &d.words, &d.act, &d.form, &d.said, &d.state, &d.cue, &d.speaker)
	}, `SELECT key, source, words, act, form, said, state, cue, coalesce(speaker, 0) FROM statement WHERE article = ? ORDER BY id`, article)
	if err != nil {
		return err
	}
	if len(all) != min(len(f.Statements), perArticle) {
		h.wrong("“%s” has %d statements, of which %d can be found.", title, len(f.Statements), len(all))
		return nil
	}
	for i, got := range all {
		if i >= len(all)-f.added.Statements { // behind those of the reading that have a row
			i += len(f.Statements) - len(all)
		}
		s, key := f.Statements[i], f.Keys.Statements[i]
		if got != (drawn{key, f.Words(s.Source), f.Told(s), string(s.Act), string(s.Form), s.Said, f.State(key), f.cue(s), who[s.Speaker]}) {
			h.wrong("The statement %s of “%s” is not what its facts and your decisions make it.", got.key, title)
		}
	}
	return nil
}

// indexes are the search indexes and the tables they index.
var indexes = [...]struct{ index, table string }{
	{"article_words", "article"}, {"statement_words", "statement"}, {"entity_words", "entity"},
	{"claim_words", "claim"}, {"note_words", "note"},
}

// checkIndexes counts every search index against its table and, where the
// archive may be written, has SQLite compare them word for word.
func (a *Archive) checkIndexes(ctx context.Context, h *Health) error {
	return a.View(ctx, func(tx *Tx) error {
		for _, x := range indexes {
			var indexed, there int
			if err := tx.one(`SELECT (SELECT count(*) FROM `+x.index+`_docsize), (SELECT count(*) FROM `+x.table+`)`, nil, &indexed, &there); err != nil {
				return err
			}
			if indexed != there {
				h.wrong("The search index of %ss holds %d of %d.", x.table, indexed, there)
			}
		}
		if a.write == nil {
			return nil
		}
		return a.compareIndexes(ctx, h)
	})
}

func (a *Archive) compareIndexes(ctx context.Context, h *Health) error {
	return a.update(ctx, false, func(tx *Tx) error {
		for _, x := range indexes {
			if err := tx.exec(`INSERT INTO ` + x.index + ` (` + x.index + `, rank) VALUES ('integrity-check', 1)`); err != nil {
				h.wrong("The search index of %ss does not agree with its text.", x.table)
			}
		}
		return nil
	})
}

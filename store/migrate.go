package store

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"

	"onrecord/extract/fact"
)

// newest is the last schema of files.
func newest(files fs.FS) int { return len(steps(files)) }

// steps are the migrations of files in order.
func steps(files fs.FS) []string {
	names, err := fs.Glob(files, "*.sql")
	if err != nil {
		panic(err) // the pattern is constant
	}
	return names
}

// migrate brings the archive to the newest schema: a verified backup of what
// there is, then every step and user_version in one transaction.
func (a *Archive) migrate(ctx context.Context) error {
	var version int
	if err := a.write.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&version); err != nil {
		return damaged(a.path, err)
	}
	if version > newest(a.schema) {
		return fmt.Errorf("%w: %s was written by a newer one (schema %d, this one knows %d); update onrecord", ErrVersion, a.path, version, newest(a.schema))
	}
	if version == newest(a.schema) {
		return nil
	}
	if version > 0 {
		if err := a.Backup(ctx, a.backupName(fmt.Sprintf("before-schema-%d", newest(a.schema)))); err != nil {
			return fmt.Errorf("back up before the archive is brought up to date: %w", err)
		}
	}
	return a.upgrade(ctx, version)
}

// inGo is what is left to do after a step that SQL cannot. It is done when all
// steps are, since it reads facts as this version does.
var inGo = map[string]func(*Tx) error{"0002_identity.sql": (*Tx).giveKeys, "0003_timeline.sql": (*Tx).drawAllHappenings, "0005_checking.sql": (*Tx).drawForLessons}

// upgrade runs the steps after version. What is left to do after them waits for
// the last one, since it draws into tables as they are now.
func (a *Archive) upgrade(ctx context.Context, version int) error {
	all := steps(a.schema)
	return a.update(ctx, true, func(tx *Tx) error {
		for _, name := range all[version:] {
			sql, err := fs.ReadFile(a.schema, name)
			if err != nil {
				return err
			}
			if _, err := tx.tx.ExecContext(ctx, string(sql)); err != nil {
				return fmt.Errorf("migration %s: %w", name, err)
			}
		}
		for _, name := range all[version:] {
			if rest := inGo[name]; rest != nil {
				if err := rest(tx); err != nil {
					return fmt.Errorf("after migration %s: %w", name, err)
				}
			}
		}
		if err := tx.exec(`PRAGMA application_id = ` + strconv.Itoa(ApplicationID)); err != nil {
			return err
		}
		return tx.exec(`PRAGMA user_version = ` + strconv.Itoa(len(all)))
	})
}

// giveKeys gives the names of an archive from before schema 2 their keys and
// counts. Of names with the same key the first is left.
func (tx *Tx) giveKeys() error {
	type named struct {
		id         int64
		kind, name string
	}
	all, err := rows(tx, func(r scanner) (n named, err error) { return n, r.Scan(&n.id, &n.kind, &n.name) },
		`SELECT id, kind, name FROM entity WHERE key IS NULL ORDER BY id`)
	if err != nil || len(all) == 0 {
		return err
	}
	first := map[string]int64{} // the row that has a key
	again := map[int64]int64{}  // rows whose key another has, and that one
	for _, n := range all {
		key := keyOf(fact.Kind(n.kind), n.name)
		if kept := first[key]; kept != 0 {
			again[n.id] = kept
			continue
		}
		first[key] = n.id
		if err := tx.exec(`UPDATE entity SET key = ? WHERE id = ?`, key, n.id); err != nil {
			return err
		}
	}
	for _, gone := range slices.Sorted(maps.Keys(again)) {
		if err := tx.fold(gone, again[gone]); err != nil {
			return err
		}
	}
	return tx.exec(`UPDATE entity SET
		articles = (SELECT count(*) FROM appearance p WHERE p.entity = entity.id AND p.article NOT IN (SELECT article FROM removal)),
		statements = (SELECT count(*) FROM statement s WHERE s.speaker = entity.id AND s.state <> 'rejected'
			AND s.article NOT IN (SELECT article FROM removal))`)
}

// fold makes row gone and row kept, which have one key, one row. An article
// that has both is drawn again.
func (tx *Tx) fold(gone, kept int64) error {
	for _, move := range [...]string{
		`UPDATE OR IGNORE appearance SET entity = ?2 WHERE entity = ?1`,
		`UPDATE statement SET speaker = ?2 WHERE speaker = ?1`,
	} {
		if err := tx.exec(move, gone, kept); err != nil {
			return err
		}
	}
	both, err := rows(tx, scanID, `SELECT article FROM appearance WHERE entity = ?`, gone)
	if err != nil {
		return err
	}
	for _, article := range both {
		f, who, err := tx.recast(article)
		if err != nil {
			return err
		}
		if err := tx.drawAppearances(article, f, who); err != nil {
			return err
		}
	}
	return tx.exec(`DELETE FROM entity WHERE id = ?`, gone)
}

// drawAllHappenings draws the events and positions of an archive from before
// schema 3.
func (tx *Tx) drawAllHappenings() error {
	articles, err := rows(tx, scanID, `SELECT article FROM reading ORDER BY article`)
	if err != nil {
		return err
	}
	for _, article := range articles {
		f, err := tx.Facts(article)
		if err != nil {
			return err
		}
		if len(f.Events)+len(f.Positions) == 0 {
			continue
		}
		who, err := tx.drawn(article, f)
		if err != nil {
			return err
		}
		if err := tx.drawHappenings(article, f, who); err != nil {
			return err
		}
	}
	return nil
}

// drawForLessons draws the cues of statements and the roles of names, which
// lessons look for, of an archive from before schema 5.
func (tx *Tx) drawForLessons() error {
	articles, err := rows(tx, scanID, `SELECT article FROM reading ORDER BY article`)
	if err != nil {
		return err
	}
	for _, article := range articles {
		read, err := tx.Reading(article)
		if err != nil {
			return err
		}
		if err := tx.drawRoles(article, read); err != nil {
			return err
		}
		f, who, err := tx.recast(article)
		if err != nil {
			return err
		}
		for i, s := range f.Statements[:min(len(f.Statements), perArticle)] {
			if err := tx.exec(`UPDATE statement SET cue = ? WHERE article = ? AND key = ?`, f.cue(s), article, f.Keys.Statements[i]); err != nil {
				return err
			}
		}
		if err := tx.drawAppearances(article, f, who); err != nil {
			return err
		}
	}
	return nil
}

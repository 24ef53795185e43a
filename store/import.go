package store

import "context"

// An Item is what came of one file of an import.
type Item struct {
	Name    string
	Outcome string // "added", "known" or "failed"
	Reason  string // why it failed, or a remark
	Article int64
	Title   string
}

// An Import is one import with its counts.
type Import struct {
	ID                   int64
	Source               string
	Started, Ended       string // RFC 3339, UTC; Ended is "" while it runs or when it was stopped by a kill
	Total                int    // files to read, 0 while unknown
	Added, Known, Failed int
}

// Done is how many files have been read.
func (i *Import) Done() int { return i.Added + i.Known + i.Failed }

// NewImport begins the record of an import.
func (a *Archive) NewImport(ctx context.Context, source string, total int) (id int64, err error) {
	err = a.update(ctx, false, func(tx *Tx) error {
		return tx.one(`INSERT INTO import (source, started, total) VALUES (?, ?, ?) RETURNING id`, []any{source, tx.stamp(), total}, &id)
	})
	return id, err
}

// Report appends what came of more files of an import.
func (a *Archive) Report(ctx context.Context, id int64, items []Item) error {
	return a.update(ctx, false, func(tx *Tx) error {
		for _, x := range items {
			err := tx.exec(`INSERT INTO import_item (import, number, name, outcome, reason, article)
				SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4, nullif(?5, 0) FROM import_item WHERE import = ?1`,
				id, x.Name, x.Outcome, x.Reason, x.Article)
			if err != nil {
				return err
			}
			err = tx.exec(`UPDATE import SET added = added + (?2 = 'added'), known = known + (?2 = 'known'), failed = failed + (?2 = 'failed')
				WHERE id = ?1`, id, x.Outcome)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// SetTotal says how many files an import is to read.
func (a *Archive) SetTotal(ctx context.Context, id int64, total int) error {
	return a.update(ctx, false, func(tx *Tx) error {
		return tx.exec(`UPDATE import SET total = ? WHERE id = ?`, total, id)
	})
}

// EndImport ends the record of an import and brings the write-ahead log into
// the file; a long one would slow the next start.
func (a *Archive) EndImport(ctx context.Context, id int64) error {
	err := a.update(ctx, false, func(tx *Tx) error {
		return tx.exec(`UPDATE import SET ended = ? WHERE id = ?`, tx.stamp(), id)
	})
	if err != nil {
		return err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	_, err = a.write.ExecContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`)
	return err
}

// Import is the import of that id.
func (tx *Tx) Import(id int64) (*Import, error) {
	i := &Import{ID: id}
	err := tx.one(`SELECT source, started, coalesce(ended, ''), total, added, known, failed FROM import WHERE id = ?`, []any{id}, &i.Source, &i.Started, &i.Ended, &i.Total, &i.Added, &i.Known, &i.Failed)
	return i, err
}

// Items is what came of an import's files with an outcome, the newest first.
func (tx *Tx) Items(id int64, outcome string, limit int) ([]Item, error) {
	return rows(tx, func(r scanner) (x Item, err error) {
		return x, r.Scan(&x.Name, &x.Outcome, &x.Reason, &x.Article, &x.Title)
	}, `SELECT x.name, x.outcome, x.reason, coalesce(x.article, 0), coalesce(a.title, '')
		FROM import_item x LEFT JOIN article a ON a.id = x.article
		WHERE x.import = ? AND x.outcome = ? ORDER BY x.number DESC LIMIT ?`, id, outcome, limit)
}

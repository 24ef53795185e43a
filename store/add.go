package store

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"onrecord/extract/article"
	"onrecord/extract/document"
	"onrecord/extract/fact"
)

// An Arrival is a document with what was read out of it, ready to be added.
type Arrival struct {
	Document document.Document
	Article  article.Article
	Facts    fact.Facts
	Version  int // extract.Version that found the facts
}

// An Added says what came of an Arrival: its article, and whether the same bytes
// were in the archive before.
type Added struct {
	Article  int64
	Known    bool
	Restored bool // known, but it had been removed from the library and is back
}

// Add puts arrivals into the archive, all of them or, on an error, none. The same
// bytes are never a second article.
func (a *Archive) Add(ctx context.Context, arrivals []Arrival) ([]Added, error) {
	added := make([]Added, len(arrivals))
	var back []int64
	err := a.update(ctx, false, func(tx *Tx) error {
		for i := range arrivals {
			sum := arrivals[i].Document.Sum()
			known, removed, err := tx.Known(sum[:])
			if errors.Is(err, ErrNotFound) {
				known, err = tx.add(&arrivals[i], sum[:])
			} else {
				added[i].Known, added[i].Restored = true, removed
			}
			if err != nil {
				return fmt.Errorf("%s: %w", arrivals[i].Document.Name, err)
			}
			added[i].Article = known
			if removed {
				back = append(back, known)
			}
		}
		return nil
	})
	if err != nil || len(back) == 0 {
		return added, err
	}
	_, err = a.Do(ctx, "", "Brought articles back into the library", func(d *Deed) error {
		for _, id := range back {
			if err := d.Put("removal", fmt.Sprint(id), nil); err != nil {
				return err
			}
		}
		return nil
	})
	return added, err
}

// Known is the article made of the bytes with this SHA-256, and whether it
// was removed from the library; ErrNotFound when there is none.
func (tx *Tx) Known(sum []byte) (id int64, removed bool, err error) {
	err = tx.one(`SELECT a.id, a.removed FROM document d JOIN article a ON a.document = d.id WHERE d.sha256 = ?`, []any{sum}, &id, &removed)
	return id, removed, err
}

func (tx *Tx) add(a *Arrival, sum []byte) (int64, error) {
	var document int64
	d := &a.Document
	err := tx.one(`INSERT INTO document (sha256, name, source, format, size, added) VALUES (?, ?, ?, ?, ?, ?) RETURNING id`,
		[]any{sum, d.Name, d.Source, d.Format, len(d.Bytes), tx.stamp()}, &document)
	if err != nil {
		return 0, err
	}
	if err := tx.exec(`INSERT INTO original (document, zstd) VALUES (?, ?)`, document, pack(d.Bytes)); err != nil {
		return 0, err
	}
	id, err := tx.addArticle(document, &a.Article)
	if err != nil {
		return 0, err
	}
	return id, tx.addFacts(id, a)
}

func (tx *Tx) addArticle(document int64, a *article.Article) (int64, error) {
	byline, err := json.Marshal(append([]string{}, a.Byline...))
	if err != nil {
		return 0, err
	}
	day := a.Published
	if day.IsZero() {
		day = tx.now
	}
	first, sum := firstID(day), sha256.Sum256([]byte(a.Text))
	var id int64
	if err := tx.one(`SELECT coalesce(max(id) + 1, ?1) FROM article WHERE id >= ?1 AND id < ?2`, []any{first, first + perDay}, &id); err != nil {
		return 0, err
	}
	return id, tx.exec(`INSERT INTO article (id, document, title, byline, outlet, url, published, published_from, language, sum, text)
		VALUES (?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?)`,
		id, document, a.Title, string(byline), a.Outlet, a.URL, a.Date(), a.PublishedFrom, a.Language, sum[:], a.Text)
}

// perDay is how many articles one day of publication has room for.
const perDay = 1 << 20

// firstID is the lowest article id of a day.
func firstID(day time.Time) int64 {
	const before1970 = 800_000 // days, so that no id is negative
	return (day.UTC().Unix()/86400 + before1970) * perDay
}

// addFacts writes the reading of a new article and what is drawn from it.
func (tx *Tx) addFacts(id int64, arrival *Arrival) error {
	body, err := json.Marshal(arrival.Facts)
	if err != nil {
		return err
	}
	if err := tx.exec(`INSERT INTO reading (article, version, facts) VALUES (?, ?, ?)`, id, arrival.Version, pack(body)); err != nil {
		return err
	}
	f := &ArticleFacts{Facts: arrival.Facts, Version: arrival.Version, Keys: keysOf(&arrival.Facts), text: arrival.Article.Text, states: map[string]string{}}
	if err := tx.drawRoles(id, f); err != nil {
		return err
	}
	if err := tx.learn(id, f); err != nil {
		return err
	}
	return tx.draw(id, f)
}

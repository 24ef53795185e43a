// Package export writes what is in an archive out in forms that other programs
// and people read: JSON with everything, a CSV row for each statement, or
// Markdown. It changes nothing.
package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"onrecord/store"
)

// An exporter writes one format. The articles come oldest first, then the
// claims, then the end.
type exporter interface {
	article(exportedArticle) error
	claim(exportedClaim) error
	end() error
}

// An exportedArticle is an article with what was found and decided in it.
type exportedArticle struct {
	*store.Article
	facts      *store.ArticleFacts
	who        map[int]store.Entity // the archive's entities by the article's
	statements []store.Statement
	notes      []store.Note
}

// An exportedClaim is a claim with what the user gathered under it.
type exportedClaim struct {
	store.Claim
	links    []store.Link
	evidence []store.Evidence
	notes    []store.Note
}

// Write writes one consistent state of archive to w in format, "json", "csv"
// or "markdown": everything, or the articles that query finds and the claims
// that rest on them.
func Write(ctx context.Context, w io.Writer, archive *store.Archive, format, query string) error {
	wanted, err := find(ctx, archive, query)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	to := newExporter(out, format)
	err = archive.View(ctx, func(tx *store.Tx) error {
		if err := eachArticle(ctx, tx, wanted, to.article); err != nil {
			return err
		}
		return eachClaim(tx, wanted, to.claim)
	})
	if err == nil {
		err = to.end()
	}
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		return fmt.Errorf("the export is not whole: %w", err)
	}
	return nil
}

func newExporter(w io.Writer, format string) exporter {
	switch format {
	case "csv":
		return newCSVExport(w)
	case "markdown":
		return &markdownExport{w: w}
	}
	return newJSONExport(w)
}

// find is the articles that the query finds; nil for all there are.
func find(ctx context.Context, archive *store.Archive, query string) (map[int64]bool, error) {
	if strings.TrimSpace(query) == "" {
		return nil, nil
	}
	wanted := map[int64]bool{}
	for _, kind := range [...]string{"articles", "statements"} {
		for page := (store.Page{In: kind}); ; {
			found, err := archive.Search(ctx, query, page, 1000)
			if err != nil {
				return nil, fmt.Errorf("the search failed: %w", err)
			}
			if found.Late {
				return nil, fmt.Errorf("the search took too long and was stopped; add a word or a date")
			}
			for _, hit := range slices.Concat(found.Articles, found.Statements) {
				wanted[hit.ID] = true
			}
			if page.Before = found.OlderArticles + found.OlderStatements; page.Before == 0 {
				break
			}
		}
	}
	return wanted, nil
}

// eachArticle hands every wanted article to f, the oldest first.
func eachArticle(ctx context.Context, tx *store.Tx, wanted map[int64]bool, f func(exportedArticle) error) error {
	for after := int64(1); ; {
		page, err := tx.Library(store.Filter{After: after}, 500)
		if err != nil || len(page) == 0 {
			return err
		}
		after = page[0].ID
		for _, listed := range slices.Backward(page) {
			if wanted != nil && !wanted[listed.ID] {
				continue
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			a, err := readArticle(tx, listed.ID)
			if err == nil {
				err = f(a)
			}
			if err != nil {
				return err
			}
		}
	}
}

func readArticle(tx *store.Tx, id int64) (a exportedArticle, err error) {
	if a.Article, err = tx.Article(id); err != nil {
		return a, err
	}
	if a.facts, err = tx.Facts(id); err != nil {
		return a, err
	}
	if a.who, err = tx.Who(id, a.facts); err != nil {
		return a, err
	}
	if a.statements, err = tx.StatementsOf(id); err != nil {
		return a, err
	}
	a.notes, err = tx.NotesOfArticle(id)
	return a, err
}

// everyClaim is more claims than anyone makes.
const everyClaim = 1 << 30

// eachClaim hands every claim to f, the oldest first; of a search, those with
// a statement or a passage in a wanted article.
func eachClaim(tx *store.Tx, wanted map[int64]bool, f func(exportedClaim) error) error {
	all, err := tx.Claims(store.ClaimFilter{}, everyClaim)
	if err != nil {
		return err
	}
	for _, line := range slices.Backward(all) {
		c, err := readClaim(tx, line.Claim)
		if err != nil {
			return err
		}
		if wanted != nil && !c.touches(wanted) {
			continue
		}
		if err := f(c); err != nil {
			return err
		}
	}
	return nil
}

func readClaim(tx *store.Tx, claim store.Claim) (c exportedClaim, err error) {
	c.Claim = claim
	if c.links, err = tx.LinksOfClaim(claim.ID); err != nil {
		return c, err
	}
	if c.evidence, err = tx.EvidenceOfClaim(claim.ID); err != nil {
		return c, err
	}
	c.notes, err = tx.NotesOfClaim(claim.ID)
	return c, err
}

// touches reports whether the claim rests on one of the articles.
func (c *exportedClaim) touches(articles map[int64]bool) bool {
	return slices.ContainsFunc(c.links, func(l store.Link) bool { return articles[l.Article] }) ||
		slices.ContainsFunc(c.evidence, func(e store.Evidence) bool { return e.Article != nil && articles[*e.Article] })
}

// Package export writes what is in an archive out in forms that other programs
// and people read: JSON with everything, a CSV row for each statement,
// Markdown, W3C Web Annotations or ClaimReview. It changes nothing.
package export

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"onrecord/store"
)

// An exporter writes one format. The articles come oldest first, then the
// claims, then what belongs to neither, then the end.
type exporter interface {
	article(exportedArticle) error
	claim(exportedClaim) error
	rest(*store.Tx, *Scope) error
	end() error
}

// An exportedArticle is an article with what was found and decided in it.
type exportedArticle struct {
	*store.Article
	facts      *store.ArticleFacts
	who        map[int]store.Entity // the archive's entities by the article's
	statements []store.Statement
	notes      []store.Note
	tags       []store.Tag
}

// An exportedClaim is a claim with what the user gathered under it.
type exportedClaim struct {
	store.Claim
	links       []store.Link
	evidence    []exportedEvidence
	notes       []store.Note
	tags        []store.Tag
	ties        []store.Tie
	publication store.Publication
}

// An exportedEvidence is a piece of evidence with the file it is, if any.
type exportedEvidence struct {
	store.Evidence
	file store.Attachment
}

// Write writes one consistent state of archive to w in format: everything, or
// the articles that query finds and the claims that rest on them.
func Write(ctx context.Context, w io.Writer, archive *store.Archive, format, query string) error {
	scope, err := find(ctx, archive, query)
	if err != nil {
		return err
	}
	return archive.View(ctx, func(tx *store.Tx) error { return WriteScope(ctx, w, tx, format, scope) })
}

// WriteScope writes what of an archive is in scope to w in format: "json",
// "csv", "markdown", "annotations" or "claimreview".
func WriteScope(ctx context.Context, w io.Writer, tx *store.Tx, format string, scope Scope) error {
	out := bufio.NewWriter(w)
	to, err := newExporter(tx, out, format, scope)
	if err != nil {
		return err
	}
	err = eachArticle(ctx, tx, &scope, to.article)
	if err == nil {
		err = eachClaim(ctx, tx, &scope, to.claim)
	}
	if err == nil {
		err = to.rest(tx, &scope)
	}
	if err == nil {
		err = to.end()
	}
	if err == nil {
		err = out.Flush()
	}
	if errors.Is(err, ErrMissing) {
		return err
	}
	if err != nil {
		return fmt.Errorf("the export is not whole: %w", err)
	}
	return nil
}

func newExporter(tx *store.Tx, w io.Writer, format string, scope Scope) (exporter, error) {
	switch format {
	case "csv":
		return newCSVExport(w), nil
	case "markdown":
		return &markdownExport{w: w}, nil
	case "annotations":
		return newAnnotationExport(tx, w, scope)
	case "claimreview":
		return newReviewExport(tx, w)
	}
	return newJSONExport(w), nil
}

// eachArticle hands every article in scope to f, the oldest first.
func eachArticle(ctx context.Context, tx *store.Tx, scope *Scope, f func(exportedArticle) error) error {
	one := func(id int64) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		a, err := readArticle(tx, id)
		if err != nil {
			return err
		}
		return f(a)
	}
	if scope.Articles != nil {
		for _, id := range slices.Sorted(maps.Keys(scope.Articles)) {
			if err := one(id); err != nil {
				return err
			}
		}
		return nil
	}
	for after := int64(1); ; {
		page, err := tx.Library(store.Filter{After: after}, 500)
		if err != nil || len(page) == 0 {
			return err
		}
		after = page[0].ID
		for _, listed := range slices.Backward(page) {
			if err := one(listed.ID); err != nil {
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
	if a.notes, err = tx.NotesOfArticle(id); err != nil {
		return a, err
	}
	a.tags, err = tx.TagsOfArticle(id)
	return a, err
}

// everyClaim is more claims than anyone makes.
const everyClaim = 1 << 30

// eachClaim hands every claim in scope to f, the oldest first.
func eachClaim(ctx context.Context, tx *store.Tx, scope *Scope, f func(exportedClaim) error) error {
	all, err := tx.Claims(store.ClaimFilter{}, everyClaim)
	if err != nil {
		return err
	}
	for _, line := range slices.Backward(all) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if scope.Claims != nil && !scope.Claims[line.ID] {
			continue
		}
		c, err := readClaim(tx, line.Claim)
		if err == nil {
			err = f(c)
		}
		if err != nil {
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
	pinned, err := tx.EvidenceOfClaim(claim.ID)
	if err != nil {
		return c, err
	}
	for _, e := range pinned {
		x := exportedEvidence{Evidence: e}
		if e.Attachment != nil {
			if x.file, err = tx.Attachment(*e.Attachment); err != nil {
				return c, err
			}
		}
		c.evidence = append(c.evidence, x)
	}
	if c.notes, err = tx.NotesOfClaim(claim.ID); err != nil {
		return c, err
	}
	if c.tags, err = tx.TagsOfClaim(claim.ID); err != nil {
		return c, err
	}
	if c.ties, err = tx.Ties(store.ClaimEnd(claim.ID)); err != nil {
		return c, err
	}
	c.publication, err = tx.Publication(claim.ID)
	return c, err
}

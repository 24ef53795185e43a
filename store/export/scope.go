package export

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"onrecord/store"
)

// A Scope is what of an archive goes out. Its zero value is all of it.
type Scope struct {
	Name     string         // tells it from other scopes: "claims/12", the words of a search; "" for everything
	Articles map[int64]bool // nil for every article of the library
	Claims   map[int64]bool // nil for every claim
}

// whole reports whether nothing is left out.
func (s *Scope) whole() bool { return s.Articles == nil && s.Claims == nil }

// has reports whether a record is of the scope: of one of its articles or
// claims, where not everything is wanted.
func (s *Scope) has(r store.Record) bool {
	if s.whole() {
		return true
	}
	var of struct{ Article, Claim int64 }
	if json.Unmarshal(r.Body, &of) != nil {
		return false
	}
	if r.Noun == "claim" {
		of.Claim, _ = strconv.ParseInt(r.ID, 10, 64) // a number, as the table has it
	}
	return s.Articles[of.Article] || s.Claims[of.Claim]
}

// OfArticle is an article with what the user wrote on it.
func OfArticle(id int64) Scope {
	return Scope{Name: fmt.Sprintf("articles/%d", id), Articles: map[int64]bool{id: true}, Claims: map[int64]bool{}}
}

// OfClaim is a claim with what hangs on it.
func OfClaim(id int64) Scope {
	return Scope{Name: fmt.Sprintf("claims/%d", id), Articles: map[int64]bool{}, Claims: map[int64]bool{id: true}}
}

// OfStory is the articles and claims of a story.
func OfStory(o store.Outline) Scope {
	s := Scope{Name: fmt.Sprintf("stories/%d", o.ID), Articles: map[int64]bool{}, Claims: map[int64]bool{}}
	for _, id := range o.Articles {
		s.Articles[id] = true
	}
	for _, id := range o.Claims {
		s.Claims[id] = true
	}
	return s
}

// find is the articles that the query finds, and the claims with a statement
// or a passage in one of them.
func find(ctx context.Context, archive *store.Archive, query string) (Scope, error) {
	s := Scope{Name: strings.TrimSpace(query)}
	if s.Name == "" {
		return s, nil
	}
	s.Articles = map[int64]bool{}
	for _, kind := range [...]string{"articles", "statements"} {
		for page := (store.Page{In: kind}); ; {
			found, err := archive.Search(ctx, query, page, 1000)
			if err != nil {
				return s, fmt.Errorf("the search failed: %w", err)
			}
			if found.Late {
				return s, fmt.Errorf("the search took too long and was stopped; add a word or a date")
			}
			for _, hit := range slices.Concat(found.Articles, found.Statements) {
				s.Articles[hit.ID] = true
			}
			if page.Before = found.OlderArticles + found.OlderStatements; page.Before == 0 {
				break
			}
		}
	}
	return s, archive.View(ctx, s.addClaims)
}

// addClaims puts the claims that rest on an article of the scope into it.
func (s *Scope) addClaims(tx *store.Tx) error {
	s.Claims = map[int64]bool{}
	for id := range s.Articles {
		links, err := tx.LinksOfArticle(id)
		if err != nil {
			return err
		}
		for _, l := range links {
			s.Claims[l.Claim] = true
		}
		evidence, err := tx.EvidenceOfArticle(id)
		if err != nil {
			return err
		}
		for _, e := range evidence {
			s.Claims[e.Claim] = true
		}
	}
	return nil
}

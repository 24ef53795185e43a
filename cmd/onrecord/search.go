package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord/store"
)

// A searchCommand searches the archive from the terminal.
type searchCommand struct {
	Query []string `arg:"" help:"Words that must all occur; \"a phrase\", -without, begin*, speaker:NAME, outlet:NAME, published:2022-01."`
	JSON  bool     `help:"Print one JSON object."`
	Limit int      `default:"20" help:"How many of each kind to print at most." placeholder:"N"`
}

// Run prints what was found, newest first.
func (c *searchCommand) Run(ctx context.Context, con *console, p *program) error {
	if c.Limit < 1 {
		return fmt.Errorf("--limit must be at least 1")
	}
	return p.read(func(archive *store.Archive) error {
		found, err := archive.Search(ctx, strings.Join(c.Query, " "), store.Page{}, c.Limit)
		if err != nil {
			return fmt.Errorf("the search failed: %w", err)
		}
		if c.JSON {
			enc := json.NewEncoder(con.out)
			enc.SetEscapeHTML(false)
			enc.SetIndent("", "  ")
			return enc.Encode(newResult(found))
		}
		con.show(found)
		return nil
	})
}

// show prints a search result for people.
func (c *console) show(f *store.Found) {
	for _, hint := range f.Query.Hints {
		c.tell("%s", hint)
	}
	if f.Late {
		c.tell("the search took too long and was stopped; add a word or a date")
	}
	nothing := true
	for _, kind := range []struct {
		title string
		hits  []store.Hit
	}{{"Statements", f.Statements}, {"Articles", f.Articles}, {"Claims", f.Claims}, {"Notes", f.Notes}} {
		if len(kind.hits) == 0 {
			continue
		}
		nothing = false
		c.say("%s", kind.title)
		for _, hit := range kind.hits {
			c.say("  %s", visible(headline(hit)))
			c.say("    %s", c.marked(hit.Line))
		}
	}
	switch {
	case nothing:
		c.say("Nothing was found.")
	case f.OlderArticles+f.OlderStatements != 0:
		c.say("There is more; --limit N prints more.")
	}
}

// headline says where a hit is.
func headline(h store.Hit) string {
	told := slices.DeleteFunc([]string{h.Who, h.Published, h.Outlet, h.Title}, func(s string) bool { return s == "" })
	return strings.Join(told, " · ")
}

// marked is a line with what matched in bold on a terminal.
func (c *console) marked(line string) string {
	bold, plain := "", ""
	if onTerminal(c.out) {
		bold, plain = "\x1b[1m", "\x1b[0m"
	}
	line = visible(line)
	return strings.NewReplacer(store.Mark, bold, store.Unmark, plain).Replace(line)
}

// A result is a search result for programs.
type result struct {
	Hints      []string    `json:"hints"`
	Statements []resultHit `json:"statements"`
	Articles   []resultHit `json:"articles"`
	Claims     []resultHit `json:"claims"`
	Notes      []resultHit `json:"notes"`
	More       bool        `json:"more"` // there is more than --limit
	Late       bool        `json:"late"` // the search was stopped at its time limit
}

// A resultHit is one hit. Matched holds what matched in Line, as half-open
// ranges of code points.
type resultHit struct {
	Article   int64    `json:"article,omitempty"`
	Statement string   `json:"statement,omitempty"`
	Claim     int64    `json:"claim,omitempty"`
	Note      int64    `json:"note,omitempty"`
	Who       string   `json:"who,omitempty"`
	Published string   `json:"published,omitempty"`
	Outlet    string   `json:"outlet,omitempty"`
	Title     string   `json:"title"`
	Line      string   `json:"line"`
	Matched   [][2]int `json:"matched"`
}

func newResult(f *store.Found) result {
	return result{
		Hints:      append([]string{}, f.Query.Hints...),
		Statements: resultHits(f.Statements), Articles: resultHits(f.Articles),
		Claims: resultHits(f.Claims), Notes: resultHits(f.Notes),
		More: f.OlderArticles+f.OlderStatements != 0, Late: f.Late,
	}
}

func resultHits(hits []store.Hit) []resultHit {
	all := make([]resultHit, len(hits))
	for i, h := range hits {
		r := resultHit{Article: h.Article, Claim: h.Claim, Statement: h.Key,
			Who: h.Who, Published: h.Published, Outlet: h.Outlet, Title: h.Title}
		switch h.Kind {
		case "claim":
			r.Claim = h.ID
		case "note":
			r.Note = h.ID
		default:
			r.Article = h.ID
		}
		r.Line, r.Matched = unmarked(h.Line)
		all[i] = r
	}
	return all
}

// unmarked is line without its marks, and what stood between them.
func unmarked(line string) (plain string, matched [][2]int) {
	var b strings.Builder
	at := 0
	matched = [][2]int{}
	for piece := range strings.SplitSeq(line, store.Mark) {
		match, rest, closed := strings.Cut(piece, store.Unmark)
		if closed {
			matched = append(matched, [2]int{at, at + utf8.RuneCountInString(match)})
		}
		b.WriteString(match + rest)
		at += utf8.RuneCountInString(match + rest)
	}
	return b.String(), matched
}

package export

import (
	"fmt"
	"io"
	"strings"

	"onrecord/store"
)

// A markdownExport writes a report to be read: every article with who said
// what in it, then the claims with what speaks for and against them.
type markdownExport struct {
	w      io.Writer
	err    error
	claims bool // have begun
}

func (x *markdownExport) article(a exportedArticle) error {
	x.print("## %s\n\n", escaped(a.Title))
	x.print("%s\n\n", escaped(strings.Join(given(a.Outlet, a.Published, strings.Join(a.Byline, ", "), a.URL), " · ")))
	for _, s := range a.statements {
		if s.State != store.Rejected {
			x.print("- %s\n", said(s))
		}
	}
	for _, n := range a.notes {
		x.print("- Note on “%s”: %s\n", escaped(n.Quote), escaped(n.Words))
	}
	for _, t := range a.tags {
		x.print("- Tag: %s\n", escaped(strings.Join(given(t.Words, t.Quote), ": ")))
	}
	x.print("\n")
	return x.err
}

// said is a statement as a sentence: who, what, when, and what the user made
// of it.
func said(s store.Statement) string {
	who := s.Name
	if who == "" {
		who = s.Source
	}
	if who == "" {
		who = "Somebody"
	}
	words := escaped(s.Words)
	if s.Form == "direct" {
		words = "“" + strings.Trim(words, `"“”`) + "”"
	}
	rest := given(s.Said, s.State)
	return fmt.Sprintf("**%s** (%s): %s — %s", escaped(who), s.Act, words, strings.Join(rest, ", "))
}

func (x *markdownExport) claim(c exportedClaim) error {
	if !x.claims {
		x.print("# Claims\n\n")
		x.claims = true
	}
	x.print("## %s\n\n", escaped(c.Words))
	x.print("%s\n\n", escaped(strings.Join(given(c.Who, c.Verdict, c.Reason, c.Status), " · ")))
	for _, l := range c.links {
		x.print("- **%s** (%s): %s — %s\n", escaped(l.Who), l.Relation, escaped(l.Words), escaped(strings.Join(given(l.Outlet, l.Published, l.Why), ", ")))
	}
	for _, e := range c.evidence {
		x.print("- %s: %s — %s\n", e.Stance, escaped(e.shown()), escaped(strings.Join(given(e.Outlet, e.Published, e.Why), ", ")))
	}
	for _, t := range c.ties {
		x.print("- “%s” %s “%s”%s\n", escaped(t.FromWords), t.Relation, escaped(t.ToWords), escaped(because(t.Why)))
	}
	if len(c.tags) > 0 {
		x.print("- Tags: %s\n", escaped(strings.Join(each(c.tags, func(t store.Tag) string { return t.Words }), ", ")))
	}
	for _, n := range c.notes {
		x.print("- Note: %s\n", escaped(n.Words))
	}
	x.print("\n")
	return x.err
}

// shown is a piece of evidence in words: its passage, else what it is.
func (e *exportedEvidence) shown() string {
	var quote string
	if e.Quote != "" {
		quote = "“" + e.Quote + "”"
	}
	return strings.Join(given(quote, e.Address, e.file.Name, e.whole()), " ")
}

// whole is the title of an article that is evidence as a whole.
func (e *exportedEvidence) whole() string {
	if e.Article != nil && e.Quote == "" {
		return e.Title
	}
	return ""
}

// because is a reason after what it is the reason of, "" for none.
func because(why string) string {
	if why == "" {
		return ""
	}
	return " — " + why
}

func (x *markdownExport) rest(*store.Tx, *Scope) error { return x.err }

func (x *markdownExport) end() error { return x.err }

// print writes unless something could not be written before.
func (x *markdownExport) print(format string, args ...any) {
	if x.err == nil {
		_, x.err = fmt.Fprintf(x.w, format, args...)
	}
}

// given is what there is of parts.
func given(parts ...string) []string {
	var all []string
	for _, part := range parts {
		if part != "" {
			all = append(all, part)
		}
	}
	return all
}

// marks are what Markdown or HTML would take for more than a character.
var marks = strings.NewReplacer(`\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `[`, `\[`, `]`, `\]`,
	`<`, `\<`, `>`, `\>`, `#`, `\#`, `|`, `\|`, `~`, `\~`, `&`, `\&`)

// escaped is s on one line, with nothing in it that Markdown acts on.
func escaped(s string) string { return marks.Replace(strings.Join(strings.Fields(s), " ")) }

package view

import (
	"context"
	_ "embed"
	"io"
	"strings"

	"github.com/a-h/templ"
)

// sharedStyle is the whole style of a shared file.
//
//go:embed shared.css
var sharedStyle string

// Shared is a file that is handed on: a claim, an article or a story, with
// everything in it that it needs. It is no page of the program: it has its
// style inside, and neither scripts nor forms.
type Shared struct {
	Kind    string // "Claim", "Article" or "Story"
	Title   string
	Lang    string // of the title, "" for the user's own words
	By      string // "Coast Courier · 6 March 2031"
	About   string // the user's own words on the whole
	Verdict *SharedVerdict
	Tags    []string

	Text       []Paragraph // of an article, whole
	Passages   []SharedPassage
	Statements []SharedStatement
	Grouped    bool // statements are of several articles
	Names      []SharedName
	Evidence   []SharedEvidence
	Ties       []SharedTie
	Claims     []SharedClaim
	Events     []SharedEvent
	Notes      []SharedNote
	History    []Entry
	Sources    []SharedSource

	Made    string // when the file was made: "14 Jan 2022, 09:12"
	Archive string // state of the archive: "entry 214, SHA-256 3fa8…"
	Program string // "onrecord 0.3"
	Left    string // what was left out: "Notes and suggestions are not in this file."
}

// A SharedVerdict is what the user found a claim to be, and why.
type SharedVerdict struct {
	Verdict
	Reason, Status, Who, First string
}

// A SharedPassage is a passage of an article that something rests on.
type SharedPassage struct {
	Number string // as in the text of the article, "" for none
	Words  string
	Lang   string
	What   string // "note", "evidence"
	Live   string // address on the web that leads to the words, "" for none
}

// A SharedStatement is a statement with its footnote.
type SharedStatement struct {
	Number          string // as at the desk, or in the order of the list
	Who, As         string
	How             string // "said, quotation, on Monday"
	Words           string
	Lang            string
	Direct          bool
	Chain           string // on whose word: "Coastline → Harbour Post"
	State, Relation string
	Day             string
	Live            string
	Source          int // number of its source
}

// A SharedName is somebody or something that is named.
type SharedName struct {
	Name, Kind, As string
}

// A SharedEvidence is a piece of evidence: a passage, a file or an address.
type SharedEvidence struct {
	Side    string // "For", "Against" or "Context"
	Words   string
	Lang    string
	What    string // of a file, its name; of a whole article, its title
	Sum     string // SHA-256 of a file
	Address string // that is the evidence itself
	Why     string
	Live    string
	Source  int // 0 for a file or an address
}

// A SharedTie is what the claim is to another: "contradicts", its words.
type SharedTie struct {
	Relation, Words, Why string
}

// A SharedClaim is a claim in a list.
type SharedClaim struct {
	Words, Who, Reason string
	Verdict            Verdict
}

// A SharedEvent is one line of a timeline.
type SharedEvent struct {
	Value             string // of its time, as TIMEX3 has it, by which the lines are in order
	Day, Kind, Status string
	Words             string
	Lang              string
	Source            int
}

// A SharedNote is a note of the user's.
type SharedNote struct {
	Quote, Lang, Words, When string
}

// A SharedSource is an article that something in the file rests on.
type SharedSource struct {
	Number               int
	Title, Lang          string
	By                   string
	Address              string // on the web, "" for none
	From                 string // where it came from, when it has no address
	Captured             string
	TextSum, OriginalSum string      // SHA-256
	Text                 []Paragraph // the whole text, where it was asked for
}

// sharedHead is the style, and a policy by which a browser loads nothing even
// if something asked for it.
func sharedHead() templ.Component {
	return templ.Raw(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>` +
		"<style>\n" + sharedStyle + "</style>")
}

// sharedProse is a paragraph with what is marked in it. White space is the
// article's own, as in prose.
func sharedProse(list []Segment) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		for _, s := range list {
			class := ""
			for _, m := range s.Marks {
				class += " " + string(m.Kind)
				if m.State != "" {
					class += " " + string(m.State)
				}
			}
			var a templ.OrderedAttributes
			if class != "" {
				a = templ.OrderedAttributes{{Key: "class", Value: class[1:]}}
			}
			if err := marked(ctx, w, s.Text, a); err != nil {
				return err
			}
			for _, m := range s.Marks {
				if m.Number == "" || !m.Last {
					continue
				}
				link := templ.OrderedAttributes{{Key: "href", Value: "#statement-" + m.Number}, {Key: "aria-label", Value: "statement " + m.Number}}
				if err := element(ctx, w, "sup", nil, func() error { return element(ctx, w, "a", link, plain(w, m.Number)) }); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// liveWords is what stands behind the address of a page on the web: it may lead
// to the words themselves.
func liveWords(address string) string {
	if strings.Contains(address, ":~:text=") {
		return "On the web, at these words"
	}
	return "On the web"
}

// langOf is the lang attribute of words in a language, if it is known.
func langOf(lang string) templ.OrderedAttributes {
	if lang == "" {
		return nil
	}
	return templ.OrderedAttributes{{Key: "lang", Value: lang}}
}

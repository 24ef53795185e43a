package view_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/a-h/templ"

	"onrecord/web/view"
)

var out = flag.String("out", "", "folder to write the pages to, to look at them")

// pages is every page, in its situations, by name.
func pages() map[string]templ.Component {
	original := article(view.TabSource)
	original.Original = true
	silent := article(view.TabFacts)
	silent.Silent, silent.Paragraphs = "onrecord reads facts out of English text only.", nil
	card := statements()[1]
	editing := claim()
	editing.Edit = &view.Form{Action: "/claims/9/edit", Submit: "Save", Fields: []view.Field{{Name: "text", Label: "The claim", Control: view.TextArea, Value: editing.Text}}}
	readOnly := page("Library", "/", view.SectionLibrary)
	readOnly.Warning, readOnly.NoKeys, readOnly.Flash = "This archive can be read, not changed.", true, view.Flash{Text: "The disk is full.", Bad: true}
	return map[string]templ.Component{
		"welcome":        view.WelcomePage(view.Welcome{Page: page("Welcome", "/", ""), File: "/home/you/.local/share/onrecord/archive.db", Adding: adding}),
		"library":        view.LibraryPage(library()),
		"library-empty":  view.LibraryPage(view.Library{Page: readOnly, Total: "no articles"}),
		"library-no-fit": view.LibraryPage(view.Library{Page: readOnly, Filter: view.LibraryFilter{Set: true, From: "2031-03-09", To: "2031-03-01", Problem: "The first day lies after the last."}, Adding: view.Adding{Open: true, Address: "127.0.0.1", FetchProblem: "That is an address of this computer."}}),
		"import-running": view.ImportPage(importing(true)),
		"import-done":    view.ImportPage(importing(false)),
		"article-facts":  view.ArticlePage(article(view.TabFacts)),
		"article-claims": view.ArticlePage(article(view.TabClaims)),
		"article-notes":  view.ArticlePage(article(view.TabNotes)),
		"article-source": view.ArticlePage(article(view.TabSource)),
		"article-framed": view.ArticlePage(original),
		"article-silent": view.ArticlePage(silent),
		"claims":         view.ClaimsPage(view.Claims{Page: page("Claims", "/claims", view.SectionClaims), Lines: claimLines(), Total: "37 claims", Verdicts: verdicts, People: []view.Option{{Label: "anybody"}}}),
		"claims-empty":   view.ClaimsPage(view.Claims{Page: page("Claims", "/claims", view.SectionClaims)}),
		"claim":          view.ClaimPage(claim()),
		"claim-editing":  view.ClaimPage(editing),
		"claim-new":      view.NewClaimPage(view.NewClaim{Page: page("New claim", "/claims/new", view.SectionClaims), Card: &card, Existing: []view.Option{{Value: "9", Label: "The crossing never closes."}}, People: []string{"Ada Renn"}}),
		"claim-pin":      view.PinEvidencePage(view.PinEvidence{Page: page("Pin evidence", "/claims/pin", view.SectionClaims), ID: "42", Article: ferryLines[0], Claims: []view.Option{{Value: "9", Label: "The crossing never closes."}}}),
		"people":         view.PeoplePage(people()),
		"people-empty":   view.PeoplePage(view.People{Page: page("People", "/people", view.SectionPeople)}),
		"someone":        view.SomeonePage(someone()),
		"search":         view.SearchPage(search()),
		"search-help":    view.SearchPage(view.Search{Page: page("Search", "/search", "")}),
		"settings":       view.SettingsPage(settings()),
		"history":        view.HistoryPage(history()),
		"problem":        view.ProblemPage(view.Problem{Page: page("Not found", "/articles/9", ""), Heading: "There is no such article", Sentence: "It may have been removed.", Next: "History lists what was removed, and can bring it back.", Action: view.Link{Text: "To the history", Href: "/history"}}),
		"goodbye":        view.GoodbyePage(view.Goodbye{File: "/home/you/archive.db"}),
	}
}

// render is a page as the browser gets it.
func render(t *testing.T, c templ.Component) string {
	t.Helper()
	var b strings.Builder
	if err := c.Render(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// parse is a page as the browser reads it.
func parse(t *testing.T, c templ.Component) *goquery.Document {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(render(t, c)))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestWrite writes every page to the folder given by -out.
func TestWrite(t *testing.T) {
	if *out == "" {
		t.Skip("no -out folder to write the pages to")
	}
	for name, c := range pages() {
		if err := os.WriteFile(filepath.Join(*out, name+".html"), []byte(render(t, c)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

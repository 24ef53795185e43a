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
	missing, labelled, versions := article(view.TabFacts), article(view.TabNotes), article(view.TabSource)
	missing.Names = []string{"Ada Renn", "Vessia"}
	missing.Facts.Adding = &view.AddFact{Title: "Add a statement", Form: *statementEdit()}
	missing.Facts.Groups[0].Cards[2].Edit = nil
	labelled.Notes.Tagging = true
	versions.Versions.Shown, versions.Versions.Old, versions.Versions.Now, versions.Versions.Changed = true, "6 Mar 2031, 09:12", "7 Mar 2031, 08:00", "What changed: 3 paragraphs."
	versions.Versions.Rows = versionRows()
	silent := article(view.TabFacts)
	silent.Silent, silent.Paragraphs = "onrecord reads facts out of English text only.", nil
	card := statements()[1]
	editing := claim()
	editing.Edit = &view.Form{Action: "/claims/9/edit", Submit: "Save", Fields: []view.Field{{Name: "text", Label: "The claim", Control: view.TextArea, Value: editing.Text}}}
	bare := view.Claim{Page: page("Nobody was told.", "/claims/13", view.SectionClaims), ID: "13", Text: "Nobody was told.", Verdict: view.Verdict{Mark: view.Unverified, Label: "unverified"}, Verdicts: claim().Verdicts, Status: "open",
		Adding: view.EvidenceForm{Kind: view.AddAddress, Open: true, Address: "ferry.example", Problem: "An address begins with https:// or http://."}}
	asked := claim()
	asked.Missing, asked.Adding = []string{"a reason for the verdict", "evidence, for or against"}, view.EvidenceForm{Kind: view.AddFile, Open: true}
	readOnly := page("Library", "/", view.SectionLibrary)
	readOnly.Warning, readOnly.NoKeys, readOnly.Flash = "This archive can be read, not changed.", true, view.Flash{Text: "The disk is full.", Bad: true}
	renaming, asking, unnamed := someone(), same(), apart()
	part, positions := someone(), someone()
	part.Part, part.Said, part.Stances, part.Paging = "What they said", saidLines(), view.Stances{}, view.Paging{Newer: "/people/1?act=state", Older: "/people/1?act=state&before=9"}
	positions.Part = "What they are for and against"
	gone := stale()
	gone.Gone = true
	renaming.Shared, renaming.Rename = true, view.NameField{Value: "Coastline", Problem: "There is an organization of the name Coastline already."}
	asking.Problem, asking.Ask = "The articles have them as different kinds.", &view.SameAsk{With: "9", Keep: "this"}
	unnamed.Problem = "Choose the articles that speak of someone else."
	rewriting := story()
	rewriting.Edit = &storyForm
	return map[string]templ.Component{
		"welcome":          view.WelcomePage(view.Welcome{Page: page("Welcome", "/", ""), File: "/home/you/.local/share/onrecord/archive.db", Adding: adding}),
		"library":          view.LibraryPage(library()),
		"library-empty":    view.LibraryPage(view.Library{Page: readOnly, Total: "no articles"}),
		"library-no-fit":   view.LibraryPage(view.Library{Page: readOnly, Filter: view.LibraryFilter{Set: true, From: "2031-03-09", To: "2031-03-01", Problem: "The first day lies after the last."}, Adding: view.Adding{Open: true, Address: "127.0.0.1", FetchProblem: "That is an address of this computer."}}),
		"import-running":   view.ImportPage(importing(true)),
		"import-done":      view.ImportPage(importing(false)),
		"article-facts":    view.ArticlePage(article(view.TabFacts)),
		"article-claims":   view.ArticlePage(article(view.TabClaims)),
		"article-notes":    view.ArticlePage(article(view.TabNotes)),
		"article-source":   view.ArticlePage(article(view.TabSource)),
		"article-framed":   view.ArticlePage(original),
		"article-silent":   view.ArticlePage(silent),
		"stories":          view.StoriesPage(stories()),
		"stories-empty":    view.StoriesPage(view.Stories{Page: page("Stories", "/stories", view.SectionStories)}),
		"story":            view.StoryPage(story()),
		"story-empty":      view.StoryPage(view.Story{Page: page("Ferry toll", "/stories/3", view.SectionStories), ID: "3", Name: "Ferry toll", Sum: "0 articles"}),
		"story-editing":    view.StoryPage(rewriting),
		"story-new":        view.NewStoryPage(view.NewStory{Page: page("New story", "/stories/new", view.SectionStories), Form: storyForm, Ticked: []string{"Strait crossing stays shut for a third day"}}),
		"claims":           view.ClaimsPage(view.Claims{Page: page("Claims", "/claims", view.SectionClaims), Lines: claimLines(), Total: "37 claims", Verdicts: verdicts, Statuses: []view.Option{{Label: "Any status"}, {Value: "open", Label: "open"}}, Sorts: []view.Option{{Label: "Newest first"}}, People: []string{"Ada Renn"}, Tags: []string{"ferry"}, Tag: "ferry", Set: true, Paging: view.Paging{Older: "/claims?skip=50", Range: "1–50 of 130"}}),
		"claims-empty":     view.ClaimsPage(view.Claims{Page: page("Claims", "/claims", view.SectionClaims)}),
		"claim":            view.ClaimPage(claim()),
		"claim-editing":    view.ClaimPage(editing),
		"claim-new":        view.NewClaimPage(view.NewClaim{Page: page("New claim", "/claims/new", view.SectionClaims), Form: view.ClaimForm{Statement: "42/statement-3", Text: "The crossing never closes."}, Card: &card, Alike: claimLines()[1:2], IDs: []string{"9"}, People: []string{"Ada Renn"}}),
		"claim-pin":        view.PinEvidencePage(view.PinEvidence{Page: page("Pin evidence", "/claims/pin", view.SectionClaims), ID: "42", Article: ferryLines[0], Form: view.EvidenceForm{Quote: "the harbour is closed at night"}, Claims: []view.Option{{Value: "9", Label: "The crossing never closes."}}}),
		"board":            view.BoardPage(board()),
		"board-empty":      view.BoardPage(view.Board{Page: page("Board", "/claims/9/board", view.SectionClaims), ID: "9", Claim: "The crossing never closes."}),
		"tracks":           view.TracksPage(tracks()),
		"tracks-empty":     view.TracksPage(view.Tracks{Page: page("Board of all claims", "/board", view.SectionClaims)}),
		"open-ends":        view.OpenEndsPage(openEnds()),
		"open-empty":       view.OpenEndsPage(view.OpenEnds{Page: page("Open ends", "/open", view.SectionClaims), Nothing: true, All: true}),
		"claim-ready":      view.ClaimPage(asked),
		"claim-bare":       view.ClaimPage(bare),
		"link-statement":   view.NewLinkPage(linking()),
		"link-none":        view.NewLinkPage(view.NewLink{Page: page("Link a claim", "/links/new?claim=9", view.SectionClaims), Kind: "claim", Ref: "9", From: "claim/9", Words: "The crossing never closes.", Source: view.Link{Text: "The claim", Href: "/claims/9"}, Text: "x"}),
		"tags":             view.TagListPage(view.TagList{Page: page("Tags", "/tags", view.SectionClaims), Lines: tagLines()}),
		"tags-empty":       view.TagListPage(view.TagList{Page: page("Tags", "/tags", view.SectionClaims)}),
		"tagged":           view.TaggedPage(tagged()),
		"tagged-nothing":   view.TaggedPage(view.Tagged{Page: page("ferry", "/tags/ferry", view.SectionClaims), Words: "ferry"}),
		"verdicts":         view.VerdictListPage(verdictList()),
		"people":           view.PeoplePage(people()),
		"people-empty":     view.PeoplePage(view.People{Page: page("People", "/people", view.SectionPeople)}),
		"someone":          view.SomeonePage(someone()),
		"someone-part":     view.SomeonePage(part),
		"someone-wants":    view.SomeonePage(positions),
		"someone-rename":   view.SomeonePage(renaming),
		"same":             view.SamePage(same()),
		"same-none":        view.SamePage(view.Same{Page: page("The same as OHS", "/people/3/same?q=x", view.SectionPeople), ID: "3", Name: "OHS", Kind: "organization", Text: "x"}),
		"same-ask":         view.SamePage(asking),
		"apart":            view.ApartPage(apart()),
		"apart-again":      view.ApartPage(unnamed),
		"search":           view.SearchPage(search()),
		"search-help":      view.SearchPage(view.Search{Page: page("Search", "/search", "")}),
		"timeline":         view.TimelinePage(timelineOf(numbered())),
		"timeline-named":   view.TimelinePage(timelineOf(namedChart())),
		"timeline-empty":   view.TimelinePage(view.Timeline{Page: page("Timeline", "/timeline?q=x", view.SectionTimeline), Nothing: view.Nothing{Heading: "No article fits", Text: "Take a part of the search away.", Action: view.Link{Text: "The timeline of everything", Href: "/timeline"}}}),
		"settings":         view.SettingsPage(settings()),
		"share":            view.SharePage(share("ClaimReview needs the address where your article stands.", "ClaimReview needs the name of who publishes it; write it in the settings.")),
		"share-ready":      view.SharePage(share()),
		"history":          view.HistoryPage(history()),
		"lessons":          view.LessonsPage(lessons()),
		"lessons-empty":    view.LessonsPage(view.Lessons{Page: page("What onrecord learned", "/lessons", "")}),
		"lesson":           view.LessonPage(lesson()),
		"history-empty":    view.HistoryPage(view.History{Page: page("History", "/history", "")}),
		"stale":            view.StalePage(stale()),
		"stale-gone":       view.StalePage(gone),
		"problem":          view.ProblemPage(view.Problem{Page: page("Not found", "/articles/9", ""), Heading: "There is no such article", Sentence: "It may have been removed.", Next: "History lists what was removed, and can bring it back.", Action: view.Link{Text: "To the history", Href: "/history"}}),
		"goodbye":          view.GoodbyePage(view.Goodbye{File: "/home/you/archive.db"}),
		"article-adding":   view.ArticlePage(missing),
		"article-tagged":   view.ArticlePage(labelled),
		"article-versions": view.ArticlePage(versions),
		"review":           view.ReviewPage(reviewStart()),
		"review-none":      view.ReviewPage(view.Review{Page: page("Review", "/review", view.SectionReview), Choice: view.ReviewChoice{Where: []view.Option{{Label: "All articles"}}}}),
		"review-turn":      view.TurnPage(reviewTurn(view.Suggestion)),
		"review-decided":   view.TurnPage(reviewTurn(view.Rejected)),
		"review-edit":      view.TurnPage(reviewEdit()),
		"reviewed":         view.ReviewedPage(reviewed()),
		"batch":            view.BatchPage(batch()),
		"batch-none":       view.BatchPage(view.Batch{Page: page("Accept together", "/review/batch", view.SectionReview), Name: "denied, quotation", Problem: "Accept five of this sort one by one first."}),
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

// TestPages asserts what holds on every page.
func TestPages(t *testing.T) {
	rules := []struct {
		name  string
		check func(*testing.T, *goquery.Document)
	}{
		{"landmarks", landmarks},
		{"no inline script or style", nothingInline},
		{"ids are unique", uniqueIDs},
		{"references lead somewhere", references},
		{"every control has a label", labels},
		{"every button and link has words", spoken},
		{"forms that change something carry a key and a way back", keyed},
		{"headings go down one step at a time", headings},
	}
	for name, c := range pages() {
		doc := parse(t, c)
		for _, r := range rules {
			t.Run(name+"/"+r.name, func(t *testing.T) { r.check(t, doc) })
		}
	}
}

func landmarks(t *testing.T, doc *goquery.Document) {
	for _, one := range []string{"html[lang]", "header", "main#main", "main h1", "title"} {
		if n := doc.Find(one).Length(); n != 1 {
			t.Errorf("Find(%q) = %d elements, want 1", one, n)
		}
	}
	doc.Find("nav, aside, form[role=search], section").Each(func(_ int, s *goquery.Selection) {
		if name := named(doc, s); name == "" && goquery.NodeName(s) == "nav" {
			t.Errorf("nav has no name: %s", outer(s))
		}
	})
}

// named is the name that a landmark is announced by.
func named(doc *goquery.Document, s *goquery.Selection) string {
	if by, ok := s.Attr("aria-labelledby"); ok {
		return strings.TrimSpace(doc.Find(`[id="` + by + `"]`).Text())
	}
	return s.AttrOr("aria-label", "")
}

func nothingInline(t *testing.T, doc *goquery.Document) {
	doc.Find("style, script:not([src]), [style]").Each(func(_ int, s *goquery.Selection) {
		t.Errorf("inline: %s", outer(s))
	})
	doc.Find("*").Each(func(_ int, s *goquery.Selection) {
		for _, a := range s.Nodes[0].Attr {
			if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(a.Val, "javascript:") {
				t.Errorf("inline handler %s: %s", a.Key, outer(s))
			}
		}
	})
}

func uniqueIDs(t *testing.T, doc *goquery.Document) {
	seen := map[string]bool{}
	doc.Find("[id]").Each(func(_ int, s *goquery.Selection) {
		id := s.AttrOr("id", "")
		if seen[id] {
			t.Errorf("id %q stands on two elements", id)
		}
		seen[id] = true
	})
}

func references(t *testing.T, doc *goquery.Document) {
	for _, attr := range []string{"aria-details", "aria-labelledby", "aria-describedby", "for", "list"} {
		doc.Find("[" + attr + "]").Each(func(_ int, s *goquery.Selection) {
			for id := range strings.FieldsSeq(s.AttrOr(attr, "")) {
				if doc.Find(`[id="`+id+`"]`).Length() == 0 {
					t.Errorf("%s=%q leads nowhere", attr, id)
				}
			}
		})
	}
	doc.Find(`a[href^="#"]`).Each(func(_ int, s *goquery.Selection) {
		if id := s.AttrOr("href", "")[1:]; id != "" && doc.Find(`[id="`+id+`"]`).Length() == 0 {
			t.Errorf("link to #%s leads nowhere", id)
		}
	})
}

func labels(t *testing.T, doc *goquery.Document) {
	doc.Find("input:not([type=hidden]), select, textarea").Each(func(_ int, s *goquery.Selection) {
		id := s.AttrOr("id", "none")
		label := doc.Find(`label[for="`+id+`"]`).Text() + s.Closest("label").Text()
		if strings.TrimSpace(label) == "" {
			t.Errorf("no label: %s", outer(s))
		}
	})
}

func spoken(t *testing.T, doc *goquery.Document) {
	doc.Find("button, a, summary").Each(func(_ int, s *goquery.Selection) {
		if strings.TrimSpace(s.Text()+s.AttrOr("aria-label", "")) == "" {
			t.Errorf("no words: %s", outer(s))
		}
	})
}

func keyed(t *testing.T, doc *goquery.Document) {
	doc.Find("form[method=post]").Each(func(_ int, s *goquery.Selection) {
		for _, name := range []string{"key", "back"} {
			if v, ok := s.Find(`input[type=hidden][name="` + name + `"]`).Attr("value"); !ok || v == "" {
				t.Errorf("form %s has no %s", s.AttrOr("action", ""), name)
			}
		}
	})
}

func headings(t *testing.T, doc *goquery.Document) {
	level := 0
	doc.Find("main :is(h1, h2, h3), aside :is(h2, h3)").Each(func(_ int, s *goquery.Selection) {
		next := int(goquery.NodeName(s)[1] - '0')
		if next > level+1 {
			t.Errorf("h%d after h%d: %s", next, level, outer(s))
		}
		level = next
	})
}

// outer is the HTML of s, cut short.
func outer(s *goquery.Selection) string {
	html, err := goquery.OuterHtml(s)
	if err != nil {
		return err.Error()
	}
	return html[:min(len(html), 160)]
}

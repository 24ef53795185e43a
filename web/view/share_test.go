package view_test

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"onrecord/web/view"
)

// publisherForm is the form of who publishes, with what is wrong with it.
func publisherForm(problem string) view.Form {
	return view.Form{Action: "/settings/publisher", Submit: "Save", Problem: problem, Fields: []view.Field{
		{Name: "name", Label: "Publisher name", Value: "Harbour Post"}, {Name: "address", Label: "Publisher address", Control: view.URLInput, Value: "harbour"},
	}}
}

// share is the page that shares a claim, with some things missing or none.
func share(missing ...string) view.Share {
	form := view.Form{Action: "/claims/9/share", Submit: "Save", Fields: []view.Field{{Name: "address", Label: "Address of your article", Control: view.URLInput}, {Name: "day", Label: "Published on", Control: view.DayInput}}}
	return view.Share{
		Page: page("Share the claim", "/claims/9/share", view.SectionClaims), Kind: "claim", Heading: "The crossing never closes.", Back: view.Link{Text: "Back to the claim", Href: "/claims/9"},
		File: "/claims/9/share.html", Name: "claim-9-the-crossing-never-closes.html", Annotations: "/claims/9/annotations.jsonld",
		Options: []view.Field{{Name: "notes", Label: "Your notes", Control: view.Checkbox, Value: "yes", Checked: true}, {Name: "text", Label: "The whole text of every article", Control: view.Checkbox, Value: "yes", Help: "Without it, the passages alone."}},
		Review:  &view.ShareReview{Missing: missing, Form: form, File: "/claims/9/claimreview.json", Publisher: "Harbour Post, https://harbour.example/"},
	}
}

// hostile is words that try to be more than words.
const hostile = `</blockquote></style></title><script>alert(1)</script><img src="https://tracker.example/x.png" onerror="alert(2)"><!-- "&quot;' -->`

// shared is a file in which everything that others wrote is hostile.
func shared() view.Shared {
	text := []view.Paragraph{{Segments: []view.Segment{seg(hostile, mark(view.Statement, "statement-1", "1", view.Accepted)), seg(" and on.")}}}
	return view.Shared{
		Kind: "Article", Title: hostile, Lang: hostile, By: hostile, About: hostile, Tags: []string{hostile}, Text: text,
		Verdict:    &view.SharedVerdict{Verdict: view.Verdict{Mark: view.False, Label: hostile}, Reason: hostile, Who: hostile, First: hostile},
		Statements: []view.SharedStatement{{Number: "1", Who: hostile, As: hostile, Words: hostile, Lang: hostile, Chain: hostile, Live: "https://a.example/?x=\"><script>", Source: 1}},
		Evidence:   []view.SharedEvidence{{Side: "For", Words: hostile, What: hostile, Why: hostile, Address: "javascript:alert(3)", Live: "javascript:alert(4)"}},
		Notes:      []view.SharedNote{{Quote: hostile, Words: hostile}}, Names: []view.SharedName{{Name: hostile, As: hostile}}, Claims: []view.SharedClaim{{Words: hostile, Reason: hostile}},
		Events: []view.SharedEvent{{Day: hostile, Words: hostile}}, Ties: []view.SharedTie{{Words: hostile, Why: hostile}}, Passages: []view.SharedPassage{{What: hostile, Words: hostile}},
		History: []view.Entry{{When: "now", What: hostile, Changes: []view.Changed{{Label: hostile, Before: hostile, After: hostile}}}}, Sources: []view.SharedSource{{Number: 1, Title: hostile, By: hostile, Address: "https://a.example/", Text: text}},
		Made: "now", Program: "onrecord", Archive: "entry 1",
	}
}

// Trust 10: what others wrote is text in a shared file, whatever it says.
func TestNothingBreaksOutOfASharedFile(t *testing.T) {
	html := render(t, view.SharedFile(shared()))
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(html))
	if err != nil {
		t.Fatal(err)
	}
	for _, never := range []string{"script", "img", "iframe", "object", "embed", "link", "form", "base", "[onerror]", "[src]", "[style]", `a[href^="javascript:"]`} {
		if n := doc.Find(never).Length(); n != 0 {
			t.Errorf("Find(%q) = %d elements, want none", never, n)
		}
	}
	if n := doc.Find("style").Length(); n != 1 {
		t.Errorf("the file has %d styles, want its own alone", n)
	}
	for _, place := range []string{"title", "h1", "blockquote", ".text", ".own", "footer"} {
		if doc.Find(place).Length() == 0 {
			t.Errorf("Find(%q) = none: what stood before it ended the page", place)
		}
	}
	if got := doc.Find("h1").Text(); got != hostile {
		t.Errorf("the title reads %q, want it as it was written", got)
	}
	if policy, _ := doc.Find("meta[http-equiv='Content-Security-Policy']").Attr("content"); !strings.HasPrefix(policy, "default-src 'none'") {
		t.Errorf("the file's own policy is %q, want one that loads nothing", policy)
	}
	uniqueIDs(t, doc)
	references(t, doc)
	headings(t, doc)
	spoken(t, doc)
}

// Nothing in the style of a shared file asks for something from elsewhere.
func TestStyleOfASharedFileStandsAlone(t *testing.T) {
	html := render(t, view.SharedFile(view.Shared{Kind: "Claim", Title: "A claim."}))
	for _, asks := range []string{"url(", "@import", "src=", "<link"} {
		if strings.Contains(html, asks) {
			t.Errorf("the file has %q in it, want nothing that asks for more", asks)
		}
	}
}

// Package view renders the pages of onrecord. What comes in is a model: a
// plain struct whose strings and numbers are ready to print; what goes out is
// HTML, as a templ component. It reads no archive, keeps no state and knows no
// address but those it writes into links and forms.
//
// Every page works without JavaScript. No page holds an inline script or
// style, so the strictest content policy may be sent with it.
package view

// A Section is an entry of the main navigation.
type Section string

// The entries of the main navigation; the zero Section is none of them.
const (
	SectionLibrary  Section = "library"
	SectionReview   Section = "review"
	SectionClaims   Section = "claims"
	SectionStories  Section = "stories"
	SectionPeople   Section = "people"
	SectionTimeline Section = "timeline"
	SectionSettings Section = "settings"
)

// A Page is what every page has around its own matter. Each model embeds one.
type Page struct {
	Title   string  // of this page, without the name of the program
	Section Section // marked as current in the navigation
	Query   string  // what stands in the search box
	Size    string  // "1,284 articles", shown in the empty search box; "" for none

	// Path is the path and query of this page. Every form sends it along as
	// "back", since no Referer is sent; the server must check that it is a
	// path of its own before it redirects to it.
	Path string

	// Key is random for each time a page is made. Every POST form sends it as
	// "key", so that a save that is sent twice is done once. Forms of one page
	// share it: what makes a save the same is key, path and body together.
	Key string

	Flash   Flash
	Warning string // stays on top of every page: "This archive is read-only."
	NoKeys  bool   // single-letter keys are switched off
	Refresh int    // seconds until the page is loaded again without JavaScript; 0 for never
}

// A Flash is the one-line answer to what the user just did. The script has it
// read out through the live region.
type Flash struct {
	Text string // "Accepted. 25 left."; "" for no flash
	Bad  bool   // it did not work
	Undo string // journal entry that Undo takes back, sent as "entry"; "" for no button
	Redo string // journal entry that Redo does again, sent as "entry"; "" for no button
	Link Link   // what could come of it: "Reject “noted” as a cue everywhere …"; no link without an address
}

// A Link is an address and the words it stands behind. Without an address it
// is printed as words alone.
type Link struct {
	Text, Href string
}

// Paging leads to the pages before and after. Addresses are "" where there is
// no such page.
type Paging struct {
	Newer, Older string
	Range        string // "1–50 of 1,284"
}

// A Figure is a number with what it counts: "1,284", "articles".
type Figure struct {
	Value, Label string
}

// Problem is the page that says what went wrong and what to do next.
type Problem struct {
	Page
	Heading  string // "There is no such article"
	Sentence string // what happened, in one sentence
	Next     string // what to do now
	Action   Link   // where Next leads
}

// Goodbye is the last page, after Quit.
type Goodbye struct {
	Page
	File string // the archive's file, as the user can find it
}

package view

import "net/url"

// A StoryLine is a story in the list of stories.
type StoryLine struct {
	Href  string
	Name  string
	About string // the beginning of it
	Held  string // "8 articles · 2 claims · 3 people"
	New   int    // since the user looked
	Last  string // "changed 14 Jan 2022, 09:12"
}

// Stories is the list of stories.
type Stories struct {
	Page
	Lines  []StoryLine
	Paging Paging
	Total  string // "3 stories"
}

// NewStory is the page that makes a story, of what was ticked or of nothing:
// POST /stories with name, about, query and any number of items.
type NewStory struct {
	Page
	Form   Form
	Ticked []string // what is put into it, in words
}

// Story is the page of one story.
type Story struct {
	Page
	ID       string
	Name     string
	About    string
	Search   Link  // "river dam", to what it finds
	Edit     *Form // opened by ?edit=story
	Sum      string
	News     StoryNews
	Voices   []Voice
	Claims   []ClaimLine
	ClaimOut []Option // the claims that can be taken out
	Open     StoryOpen
	Chart    *Chart // nil where no day is known
	Timeline Link
	OfNewest string // what the chart leaves out, "" for nothing
	Articles []ArticleLine
	Items    []string // of Articles, in their order
	All      Link     // to all its articles, "" when Articles has them
	Outlets  []Figure
	Offers   []Offer
	Offered  string // "12 of 40"
}

// StoryNews is what happened to a story since the user looked at it: POST
// /stories/{id}/seen with seq and document says that they have.
type StoryNews struct {
	Since         string // "14 Jan 2022, 09:12"
	Seq, Document string // up to where the page shows the archive
	Sum           []Link // "3 articles gathered", each with its place on the page; none for no news
	Articles      []ArticleLine
	Statements    []SaidBy
	Claims        []Entry
}

// SaidBy is a statement with who said it.
type SaidBy struct {
	Who  string
	Line SaidLine
}

// A Voice is someone who speaks in a story, or who was gathered to it.
type Voice struct {
	Item   string // that POST /stories/{id}/add and /out take
	In     bool   // the user gathered them
	Name   Link
	Role   string
	Said   int
	Latest SaidLine
}

// StoryOpen is what is left to do on a story.
type StoryOpen struct {
	Claims     []Link // without a verdict
	Ends       []Link // kinds of open ends with how many there are
	Passed     []OpenEvent
	Unreviewed []ArticleLine
	Left       string // "14 articles have suggestions left", "" for none
	All        Link   // to all of those
}

// An OpenEvent was planned for a day that has passed, and no article of the
// story says that it took place.
type OpenEvent struct {
	What    string // "meeting, Ada Renn and Tarvo Elde"
	When    string
	Article Link
	Outlet  string
}

// An Offer is an article that may belong to a story.
type Offer struct {
	Item string
	Line ArticleLine
	Why  string
	New  bool
}

// A Gathering is the stories that something is in, and those that it can be
// added to: POST /stories/add with story and item, POST /stories/{id}/out with
// item.
type Gathering struct {
	Item    string
	What    string // "article"
	In      []StoryIn
	Stories []Option
}

// A StoryIn is a story that something is in.
type StoryIn struct {
	ID   string
	Name Link
}

// nothing reports whether a story has neither articles nor claims nor people.
func (m Story) nothing() bool {
	return len(m.Articles)+len(m.Claims)+len(m.Voices) == 0
}

// any reports whether anything is left to do.
func (o StoryOpen) any() bool { return len(o.Claims)+len(o.Ends)+len(o.Passed)+len(o.Unreviewed) > 0 }

// at is an address below that of the story.
func (m Story) at(what string) string { return "/stories/" + m.ID + what }

// spoke is how many statements someone has in a story.
func spoke(n int) string {
	if n == 0 {
		return "has not spoken in it"
	}
	return count(n, "statement", "statements")
}

// newStoryOf is the address that makes a story with an item in it.
func newStoryOf(item string) string {
	return "/stories/new?" + url.Values{"item": {item}}.Encode()
}

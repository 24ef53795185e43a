package view

// An ArticleLine is an article in a list.
type ArticleLine struct {
	Href      string
	Title     string
	Outlet    string // "" when unknown
	Published string // "13 Jan 2022", "" when unknown
	Added     string // "14 Jan, 09:12"; "" leaves it out
	Lang      string // ISO 639-1 of the title, "" when unknown
	Pending   int    // suggestions not yet decided
	Begun     bool   // something was decided in it
	Reviewed  bool   // had suggestions, and all are decided
	Sample    bool   // belongs to the invented sample
	Current   bool   // the one on the page
	Item      string // by which a list can add it to a story, "" where it has no tick box
}

// Library is the list of articles, newest first, with its filter.
type Library struct {
	Page
	Filter   LibraryFilter
	Articles []ArticleLine
	Paging   Paging
	Total    string   // "1,284 articles"
	Pending  string   // "212 suggestions left to review", "" when none
	Story    StoryIn  // the one that the list is narrowed to, "" for none
	Stories  []Option // that ticked articles can be added to
	Sample   bool     // the invented sample is in the archive and can be removed
	Adding   Adding
}

// LibraryFilter is what the list is narrowed to: the names of its values are
// outlet, from, to and state.
type LibraryFilter struct {
	Outlets  []Option // the first has the value "" and means any
	States   []Option // "", unread, pending, reviewed
	From, To string   // published on or after, on or before, as 2006-01-02
	Problem  string   // "The first day lies after the last."
	Set      bool     // something is filtered, so an empty list is no empty library
}

// Adding is the panel with the ways to add articles: POST /import with
// "files", POST /paste with "text", "title", "date" and "outlet", POST /fetch
// with "address", POST /import/path with "path". Its strings are what the user
// typed, when it comes back.
type Adding struct {
	Open                       bool // shown opened
	Text, Title, Date, Outlet  string
	Address, Path              string
	PasteProblem, FetchProblem string
	PathProblem                string
	Outlets                    []string // offered while the outlet is typed
}

// Welcome is the first page of an empty archive.
type Welcome struct {
	Page
	File   string // where the archive lies
	Adding Adding
}

// Import is the report of one import, while it runs and after. It is asked for
// again every two seconds while it runs.
type Import struct {
	Page
	ID          string
	Name        string // "ferry-talks (214 files)"
	Running     bool
	Stopped     bool   // ended by the user
	Done, Total int    // files; Total is 0 until it is known
	Added       int    // new articles
	Known       int    // already in the archive
	Failed      int    // could not be read
	Rate        string // "38 articles a second"
	Remaining   string // "about 2 minutes left"
	Started     string // "14 Jan 2022, 09:12"
	Took        string // "41 seconds", "" while running
	NewItems    []ImportItem
	KnownItems  []ImportItem
	Failures    []ImportItem
	MoreNew     string // "and 212 more", "" when all are listed
	MoreKnown   string
	MoreFailed  string
}

// An ImportItem is one file of an import and what became of it.
type ImportItem struct {
	Name    string // as the user knows it: "news.jsonl:12"
	Article Link   // what it is in the archive; none when it failed
	Reason  string // why it failed: "The PDF holds pictures of text, no text."
}

package view

// Search is the page of results, or of help when nothing was asked.
type Search struct {
	Page
	Chips    []QueryChip
	Hints    []string // what could not be read of the query, or asked better
	Notice   string   // "Ranked among the newest 5,000 matches."
	All      Link     // asks for all of them
	Sections []ResultSection
	Total    string   // "61 results"
	Timeline Link     // of what was found
	Stories  []Option // that ticked results can be added to
}

// A QueryChip is one part of the query as it was understood.
type QueryChip struct {
	Text     string // "speaker: renn"
	Excluded bool
	Without  string // address of the search without it
}

// A ResultSection is the results of one kind.
type ResultSection struct {
	ID      string // "statements", "articles", "claims", "notes"
	Title   string
	Count   string // "about 1,200"
	Results []Result
	More    Link
}

// A Result is one thing that was found.
type Result struct {
	Href    string
	Title   string
	Meta    string // "Harbour Post · 13 Jan 2022"
	Matched string // "quote", "note": what kind of words matched
	Line    []Piece
	Lang    string
	Verdict *Verdict // of a claim
	Item    string   // by which it, or its article, can be added to a story; "" for a note
}

// A Piece is a part of a matching line.
type Piece struct {
	Text string
	Hit  bool
}

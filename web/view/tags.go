package view

// TagList is the page of every tag there is.
type TagList struct {
	Page
	Lines []TagLine
}

// Tagged is the page of what has a tag.
type Tagged struct {
	Page
	Words    string
	Claims   []ClaimLine
	Articles []ArticleLine
	Passages []TaggedPassage
	Most     string // says that more have it than are shown, "" when all are
}

// A TaggedPassage is a passage with a tag, in its context.
type TaggedPassage struct {
	Line    []Piece // the passage as a hit
	Lang    string
	Article Link // to the passage
	Outlet  string
	Day     string
}

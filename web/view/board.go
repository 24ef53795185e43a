package view

// A Side says which of two texts that are compared has some words.
type Side string

// The sides of a comparison.
const (
	Both  Side = ""
	There Side = "there" // only the one that is compared with
	Here  Side = "here"  // only this one
)

// A Stretch is words that both texts have or only one of them.
type Stretch struct {
	Text string
	Only Side
}

// Board is the page of a claim's statements side by side.
type Board struct {
	Page
	ID        string
	Claim     string
	Verdict   Verdict
	Same      SameClaim
	Strip     []StripDay
	Rows      []BoardRow
	Columns   []string // what differs: "Number", "Hedge" …; each row has as many cells
	More      string   // "Only the first 60 statements are shown.", "" for all
	Word      Word
	Suggested []Suggested
	Refused   []Suggested
}

// SameClaim is what the statements of a claim have in common and what not, in
// sentences, for the claim's page and above the board.
type SameClaim struct {
	Href      string // of the board
	Count     int    // statements
	Sentences []string
}

// A StripDay is a day on which articles printed a claim.
type StripDay struct {
	Gap  string // "3 days later", "" for the first
	Day  string
	Who  []StripMark
	Long string // the day in full
}

// A StripMark is one article on a day.
type StripMark struct {
	Relation string
	Link
}

// A BoardRow is one statement of the claim. Pieces are its words as they
// differ from those of the row that is compared with.
type BoardRow struct {
	Key       string // "42/statement-1-2"
	Compare   string // address that compares with this one; "" on the one in hand
	Day       string
	Outlet    string
	Article   Link
	Who       Link
	Role      string
	Relation  string // "same claim"
	Words     string
	Lang      string
	Stretches []Stretch
	Other     bool     // it has other words throughout, which are not marked
	Cells     []string // for Board.Columns
}

// A Suggested statement may be of the same claim, and why.
type Suggested struct {
	Statement string // "42/statement-1-2"
	Words     []Piece
	Who       Link
	Role      string
	Day       string
	Outlet    string
	Article   Link
	Denies    bool
	Why       []string
}

// relation is what is offered first of a suggestion.
func (s Suggested) relation() string {
	if s.Denies {
		return "contradicts"
	}
	return "same"
}

// name is a suggestion in the name of a button.
func (s Suggested) name() string { return parts(s.Who.Text, s.Outlet, s.Day) }

// Word is on whose word a claim stands.
type Word struct {
	Summary string // "7 articles, 2 origins", "" when no statement is linked
	Remark  string // what the count leaves out
	Origins []WordOrigin
	Against []WordReport
}

// A WordOrigin is a source and all that goes back to it.
type WordOrigin struct {
	Name    string // "" where nobody says
	First   string // "first in Meridian, 4 Mar 2031"
	Reports []WordReport
}

// A WordReport is one report of a claim, by its chain.
type WordReport struct {
	Chain   []string // speaker, relays
	Outlet  string
	Day     string
	Article Link
	Why     string // it is counted with those before it, "" for the first
	Rests   Link   // the article that it rests on
}

// Tracks is the board of all claims.
type Tracks struct {
	Page
	Lines  []TrackLine
	Paging Paging
}

// A TrackLine is a claim with a mark for each of its statements.
type TrackLine struct {
	Claim   Link
	Board   string // address
	Who     string
	Verdict Verdict
	Days    []StripDay
	More    bool
}

// relationSign is the shape of what a statement is to a claim.
func relationSign(relation string) string {
	switch relation {
	case "contradicts":
		return "✕"
	case "qualifies":
		return "◐"
	case "answers":
		return "↩"
	case "supports":
		return "+"
	}
	return "●"
}

// RelationWords is what a statement is to a claim, in words.
func RelationWords(relation string) string {
	if relation == "same" {
		return "same claim"
	}
	return relation
}

// relationChoices is what a suggestion can be added as.
func relationChoices(first string) []Option {
	all := []Option{{Value: "same", Label: "same claim"}, {Value: "repeats", Label: "repeats it"}, {Value: "supports", Label: "supports it"},
		{Value: "contradicts", Label: "contradicts it"}, {Value: "qualifies", Label: "qualifies it"}, {Value: "answers", Label: "answers it"}}
	for i := range all {
		all[i].Selected = all[i].Value == first
	}
	return all
}

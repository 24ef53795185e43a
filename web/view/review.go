package view

// Review is the start of the review queue: what waits, of each kind, what can
// be accepted together, and what was decided last.
type Review struct {
	Page
	Choice    ReviewChoice
	Kinds     []ReviewKind
	Sorts     []ReviewSort
	Decisions []Decision // the newest first
}

// ReviewChoice is where, what and in which order suggestions are reviewed: the
// values are in, kind and order of GET /review.
type ReviewChoice struct {
	Name                 string // of the article, story or person, "" for all articles
	Where, Kinds, Orders []Option
}

// A ReviewKind is the suggestions of one kind.
type ReviewKind struct {
	Name    string // "Statements"
	Waiting string // "212 statements", "over 1,000 statements"
	Count   string // "212", "over 1,000"
	Empty   bool
	Start   string // address of the first one
}

// A ReviewSort is the suggestions of one sort that can be accepted together.
type ReviewSort struct {
	Name string // "said, quotation"
	So   string // how far the user agreed: "18 accepted, 1 rejected"
	Sure string // "over 1,000 wait of which the program is at least 0.95 sure"
	Href string // of the page that shows what would be done
}

// Turn is one suggestion of the review queue, in its paragraph.
type Turn struct {
	Page
	Choice        ReviewChoice
	Article       Article // what is known of it, without its text
	Before        []Paragraph
	Paragraphs    []Paragraph // that the words in hand stand in
	After         []Paragraph
	Card          Card
	Number, Total int
	Of            string // Total, "over 1,000" where that is not counted
	Here          string // address of the suggestion
	Edit          string // address that opens it for editing
	Stop          string // address that ends the sitting
	Desk          string // the suggestion in its article
	Undo          string // journal entry of the sitting's last decision, "" for none
	Decisions     []Decision
}

// chosen is one line of what is reviewed: "Statements · all articles · least
// sure first".
func (c ReviewChoice) chosen() string {
	return parts(chosen(c.Kinds), chosen(c.Where), chosen(c.Orders))
}

// chosen is the label of the option that is selected, else of the first.
func chosen(options []Option) string {
	for _, o := range options {
		if o.Selected {
			return o.Label
		}
	}
	if len(options) > 0 {
		return options[0].Label
	}
	return ""
}

// skip is what the button that goes on is called.
func (m Turn) skip() string {
	if m.Card.undecided() {
		return "Skip"
	}
	return "Next"
}

// decided is the state of the card with its sign.
func (m Turn) decided() string { return stateSign(m.Card.State) + " " + stateWord(m.Card.State) }

// class is the card's class; in the queue no card folds.
func (m Turn) class() string { return string(m.Card.State) + " now" }

// Reviewed is the end of a sitting: what was done, what is left.
type Reviewed struct {
	Page
	Heading   string // "12 statements left"
	Figures   []Figure
	GoOn      string // address of those left, "" for none
	Others    []Link // other kinds that wait there
	Start     string // address of the start of the queue
	Decisions []Decision
}

// Batch shows what accepting the suggestions of one sort would do. It is done by
// POST /review/batch with what the address has, "sum" and, for each that is left
// out, "leave".
type Batch struct {
	Page
	Name       string // "said, quotation"
	Would      string // "This would accept 312 statements in 120 articles."
	More       string // that there are more than are accepted at once, "" when not
	Problem    string // why it cannot be done, "" when it can
	Thresholds []Threshold
	Hidden     []Hidden
	Lines      []BatchLine
	Number     string // of what would be accepted: "312"
	Pages      []BatchPart
	Range      string // "1–50 of 312"
}

// A Threshold is how sure the program must be at least, with how many it is so
// sure of.
type Threshold struct {
	Link
	Count   string
	Current bool
}

// A BatchLine is a suggestion in the words of its article.
type BatchLine struct {
	Ref      string // ARTICLE/KEY
	Line     []Piece
	Lang     string
	Who      string // says it, "" for an event or a position
	Article  Link
	From     string // "Harbour Post · 4 Mar 2031"
	Sure     string // "0.97"
	Left     bool   // out
	Position string // of the line, for its id: "3"
}

// A BatchPart is another part of the list, or this one.
type BatchPart struct {
	Number  string
	Current bool
}

// A Decision is one of the last decisions, which can be taken back.
type Decision struct {
	ID      string // of its entry in the journal
	When    string // "14 Jan 2022, 09:12"
	Stamp   string // the same as RFC 3339
	What    string // "Accepted a statement"
	Subject Link   // the words of the fact
	Title   string // of its article
	Undone  bool
}

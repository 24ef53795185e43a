package view

// OpenEnds is what the archive leaves open, kind by kind.
type OpenEnds struct {
	Page
	All     bool    // also over suggestions
	Story   StoryIn // in whose articles alone it is looked, if any
	Groups  []OpenGroup
	Nothing bool // nothing is open
	Settled []SettledEnd
}

// An OpenGroup is the open ends of one kind.
type OpenGroup struct {
	ID, Title, Short string // "denials"
	Count            string // "3", "20 and more"
	Ends             []OpenEnd
	Nothing          string // what would stand here, for an empty group
}

// An OpenEnd is one thing that is left open.
type OpenEnd struct {
	ID      string // sent to settle it
	Missing string // the sentence that says what is missing
	Lines   []OpenLine
	Claim   Link   // of a claim
	Make    string // address that makes a claim, "" for none
	Link    string // address that links the answer, "" for none
	Answer  string // on that button: "Link the answer"
}

// An OpenLine is the words that leave something open, or that may answer it.
type OpenLine struct {
	Label   string // "Possible answer", "" for none
	Who     Link
	Act     string
	Words   string
	Article Link
	Outlet  string
	Day     string
}

// A SettledEnd was put aside.
type SettledEnd struct {
	ID, Words, When string
}

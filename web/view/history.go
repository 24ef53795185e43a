package view

// An Entry is one line of the journal: what the user did, to what, and when.
type Entry struct {
	ID       string
	When     string // "14 Jan 2022, 09:12"
	Stamp    string // the same as RFC 3339, for machines
	What     string // "Accepted a statement"
	Subject  Link   // what it was done to
	Changes  []Changed
	More     string // what of Changes is left out: "and 12 more", "" for nothing
	Undoable bool   // Undo is offered
	Undone   bool   // it is taken back
	Again    bool   // it was taken back and done again
	Redoable bool   // it is taken back, and doing it again is offered
}

// A Changed is one thing that an entry made another. Without Before it was not
// there, without After it is gone.
type Changed struct {
	Of            Link   // where it is another than the entry's subject; no words for that one
	Label         string // "verdict"
	Before, After string
}

// History is the decisions of the user, newest first. The filter's values are
// named kind and day.
type History struct {
	Page
	Kinds  []Option // the first has the value "" and means any
	Day    string   // as a DayInput has it, "" for all
	Set    bool     // something is filtered
	Days   []HistoryDay
	Paging Paging
}

// A HistoryDay is the entries of one day, whose When is the time of day alone.
type HistoryDay struct {
	Title   string // "Saturday, 8 March 2031"
	Entries []Entry
}

// state is what became of an entry, in a word or two.
func (e Entry) state() string {
	switch {
	case e.Undone:
		return "taken back"
	case e.Again:
		return "done again"
	}
	return ""
}

// about is what the buttons of an entry act on.
func (e Entry) about() string {
	if e.Subject.Text == "" {
		return e.What
	}
	return e.What + ", " + e.Subject.Text
}

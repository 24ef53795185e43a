package view

// Timeline is the page of what happened when, by what the articles that fit a
// search tell: a chart, and below it the list of what the chart or a part of it
// holds.
type Timeline struct {
	Page
	Sum     string // "61 events from 14 articles"
	Chips   []QueryChip
	Hints   []string // what could not be read of the search
	Notices []string // what is left out
	Filter  TimelineFilter
	Story   StoryIn // whose articles it is of, "" for all
	Search  string  // address of the search
	Nothing Nothing // in the place of chart and list, when there is none
	Moves   []Link  // to other stretches of time
	Chart   *Chart  // nil where no day is known
	List    Happenings
}

// A TimelineFilter is the search and the stretch of time as they were typed.
type TimelineFilter struct {
	Text, From, To         string
	FromProblem, ToProblem string // what cannot be understood, "" for nothing
}

// dayHelp is how the ends of the stretch are written, unless a problem says so.
func dayHelp(problem string) string {
	if problem != "" {
		return ""
	}
	return "As 2022-01-13, 2022-01 or 2022."
}

// Nothing says why a page is empty, and what to do.
type Nothing struct {
	Heading, Text string
	Action        Link
}

// A Chart is a table of time: its columns are days or longer, its rows the
// kinds of events.
type Chart struct {
	Caption string
	Unit    string // "week"
	Columns int
	Named   bool // every event is named, on a line of its own
	Heads   []Head
	Bins    []Head

	Published ChartRow
	Rows      []ChartRow

	// Whether anything lies before or after the columns, and where that leads.
	Before, After         bool
	BeforeHref, AfterHref string

	Edges  []Link   // to what has no column: "No day given: 14"
	Legend []string // the statuses that marks have
}

// A Head is the head of one or more columns.
type Head struct {
	Text  string // "12"
	Words string // "12 January 2022"
	Span  int
}

// A ChartRow is one kind of events. Each of its lanes is a line of the table
// whose cells span all columns.
type ChartRow struct {
	Kind          string
	Lanes         [][]ChartCell
	Before, After ChartCell
}

// A ChartCell is some columns of a lane: empty, or with marks, or the words of
// a mark in the cell beside it.
type ChartCell struct {
	Span   int
	Href   string
	Words  string // all of it for who cannot see it: "3 meetings, 12 January 2022"
	N      int    // of articles, where the cell is not of events
	Size   int    // how high N stands, from 1 to 8
	Marks  []StatusMark
	Bar    bool // the marks are of something that may be on any day of Span
	Label  string
	Before bool   // Label stands before its mark
	Status string // of Label
}

// A StatusMark is how many events have a status: "occurred", "planned",
// "possible" or "denied".
type StatusMark struct {
	Status string
	N      int
	Size   int // from 1 to 5
}

// Happenings is the list of events under a chart.
type Happenings struct {
	Title      string
	Total      string
	All        Link // out of a part of the list
	Days       []HappeningDay
	Undated    *HappeningDay
	AllUndated Link
	Paging     Paging
}

// A HappeningDay is what happened on a day, or on some day of a longer time.
type HappeningDay struct {
	Heading string
	Entries []HappeningEntry
}

// A HappeningEntry is one event with what each article tells of it.
type HappeningEntry struct {
	ID     string
	Kind   string
	Status string
	Who    []Link
	Where  Link
	ToldBy string // "told by 5 articles", "" for one
	Told   []TellingLine
}

// A TellingLine is an article's words on an event.
type TellingLine struct {
	Line      []Piece
	Lang      string
	When      string // "“on Monday” → Mon 10 Jan 2022"
	Status    string // where it is not that of the entry
	Says      Link   // who says so, to the statement
	Article   Link
	Outlet    string
	Published string
	State     State
}

// statusMeaning says what a status is.
func statusMeaning(status string) string {
	switch status {
	case "planned":
		return "planned: it is to happen"
	case "possible":
		return "possible: it may happen or have happened"
	case "denied":
		return "denied: somebody says that it did not happen"
	}
	return "occurred: it happened, by what is told"
}

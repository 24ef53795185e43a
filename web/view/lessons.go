package view

// Lessons is everything that the program learned from the user's corrections.
type Lessons struct {
	Page
	Lines  []LessonLine
	Paging Paging
	Names  []LessonLine // names that are taken as the same
	More   string       // address of the names after these, "" for none
}

// A LessonLine is one correction that holds.
type LessonLine struct {
	ID      string // of its place on the page
	Says    string // "“noted” is not somebody saying something"
	Since   string // "6 Mar 2031, 10:02"; "" where it is not known
	Reach   string // "in all articles", "only in articles that came later"
	Changes string // "changes 14 facts now"
	Forget  string // address of what would come of forgetting it
}

// A LessonPreview is what would change by teaching or forgetting something,
// with the form that does it.
type LessonPreview struct {
	Page
	Heading string
	Says    string
	Would   string // "This would change 14 facts in 9 articles."
	Kept    string // "You accepted 3 with this cue; they stay."; "" for none
	Besides string // what follows from it elsewhere: "2 of them stand in claims."; "" for nothing
	Notice  string // what else there is to know, "" for nothing
	Places  []LessonPlace
	More    string // "and 36 more"; "" for none
	Action  string // where the form is sent
	Hidden  []Hidden
	Choices []LessonChoice
	Cancel  string // address that leaves all as it is
}

// A LessonChoice is a button of the form: it sends Value as "for".
type LessonChoice struct{ Value, Text string }

// A LessonPlace is a fact that would change.
type LessonPlace struct {
	Href, Who string
	Line      []Piece
	Lang      string
	Meta      string // title, outlet and day
}

// since is since when the correction holds.
func (l LessonLine) since() string {
	if l.Since == "" {
		return ""
	}
	return "since " + l.Since
}

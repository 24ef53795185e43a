package view

// Versions is the captures of an article's address and, when two of them are
// set side by side, what differs.
type Versions struct {
	Shown    bool
	Href     string // of the page that sets two side by side
	Captures []CaptureLine
	Prev     string // address of the capture before the one that is open, "" for none
	Next     string
	Old, Now string // "capture 1, 14 Jan 2022, 09:12"
	Changed  string // "What changed: 3 paragraphs."
	Rows     []VersionRow
}

// A CaptureLine is one capture of the address.
type CaptureLine struct {
	When, Size string // "capture 2, 15 Jan 2022, 18:40", "48 kB"
	Href       string
	Compare    string // address that sets it beside the open one, "" for the open one
	Here, With bool   // it is the open one; it stands beside it
}

// A RowKind is what became of a paragraph.
type RowKind string

// What can become of a paragraph.
const (
	RowSame    RowKind = "same"
	RowChanged RowKind = "changed"
	RowGone    RowKind = "gone"
	RowNew     RowKind = "new"
)

// rowWord is what became of a paragraph, in words.
var rowWord = map[RowKind]string{RowChanged: "changed", RowGone: "taken out", RowNew: "put in"}

// A VersionRow is a paragraph in both versions; one side is empty where only
// the other has it.
type VersionRow struct {
	Kind     RowKind
	Old, Now []Change
}

// A ChangeMark says in which version words stand.
type ChangeMark string

// Words stand in both versions, or only in the older or the newer one.
const (
	InBoth  ChangeMark = ""
	OnlyOld ChangeMark = "del"
	OnlyNew ChangeMark = "ins"
)

// A Change is a run of words.
type Change struct {
	Text string
	Mark ChangeMark
}

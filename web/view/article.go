package view

// A Kind is what a mark in the text or a card beside it stands for.
type Kind string

// The kinds of marks and cards. Note and Evidence have marks only; the marks of
// a Position are drawn while its card is looked at.
const (
	Statement    Kind = "statement"
	Person       Kind = "person"
	Organization Kind = "organization"
	Place        Kind = "place"
	Group        Kind = "group"
	Other        Kind = "other"
	Time         Kind = "time"
	Amount       Kind = "amount"
	Event        Kind = "event"
	Position     Kind = "position"
	TagMark      Kind = "tag"
	NoteMark     Kind = "note"
	EvidenceMark Kind = "evidence"
)

// A State is what the user decided about a fact.
type State string

// The states of a fact. The zero State is for what the program does not
// suggest, such as a note.
const (
	Suggestion State = "suggestion"
	Accepted   State = "accepted"
	Edited     State = "edited"
	Rejected   State = "rejected"
)

// A Tab is one of the parts of the panel beside an article.
type Tab string

// The tabs of the panel, as the address names them.
const (
	TabFacts  Tab = "facts"
	TabClaims Tab = "claims"
	TabNotes  Tab = "notes"
	TabSource Tab = "source"
)

// Article is the reading desk: the neighbours, the text and the panel.
type Article struct {
	Page
	ID         string // in addresses: /articles/{ID}
	Heading    string
	Byline     string // "By Ada Renn and Tom Osk", "" when unknown
	Outlet     string
	Published  string // "13 January 2022", "" when unknown
	Captured   string // "14 Jan 2022, 09:12"
	Lang       string // ISO 639-1 of the text
	Sample     bool
	Neighbours Neighbours
	Paragraphs []Paragraph
	Times      []TimeNote
	Original   bool   // shows the original in a sandboxed frame instead of the text
	Silent     string // why no facts were looked for: "onrecord reads facts out of English text only."
	Tab        Tab
	Facts      Facts
	Claims     ArticleClaims
	Notes      Notes
	Source     Source
	Names      []string // that an open form completes: the article's, then the archive's
	Versions   Versions
	Gathering  Gathering
	From       string // what addresses of the article carry of the list it was opened from: "story=12"; "" for the library
}

// Neighbours is the list that the article was opened from.
type Neighbours struct {
	Heading    string // "River quarrel · 8 articles"
	Href       string // to that list, "" for none
	Lines      []ArticleLine
	Prev, Next string // addresses of the articles before and after, "" for none
}

// A Paragraph is one paragraph of the text. The texts of its segments, one
// after the other, are exactly the paragraph.
type Paragraph struct {
	Start    int  // code points of the article's text before it
	Heading  bool // a heading inside the article
	Segments []Segment
}

// A Segment is a run of text under the same marks.
type Segment struct {
	Text  string
	Marks []Mark // outermost first; none for plain text
}

// A Mark is what a fact, note or pinned passage lays over a segment.
type Mark struct {
	Kind   Kind
	Key    string // id of its card: "statement-3", "entity-2", "note-7"
	State  State
	Now    bool   // the one in hand
	Begins int    // the segment begins the so manyth place of the fact, which its card leads to; 0 for none
	Last   bool   // the last segment of the fact: its number follows
	Number string // on the card and in the text: "3"; "" for none
	Own    bool   // the user added the fact
	Amiss  bool   // the text contradicts itself here, as the card says
}

// A TimeNote is what the words of a time mean, shown beside them while they
// are pointed at or have the focus. Its id is "means-" and the key.
type TimeNote struct {
	Key      string // of the time
	Words    string // as written: "Wednesday"
	Means    string // "Wednesday, 12 January 2022"
	Reason   string // how that was told: "Wednesday before Thursday 13 January 2022"
	Conflict string // what of it cannot be, in a sentence; "" for nothing
}

// Facts is the first tab: everything found, as cards in groups.
type Facts struct {
	Reviewed, Total int
	Next            string // address of the next suggestion, "" when none is left
	Groups          []CardGroup
	Ways            []Link   // to the forms that add what is missing
	Adding          *AddFact // the one that is open; nil for none
}

// AddFact is the form of a fact that the program missed.
type AddFact struct {
	Title string // "Add a statement"
	Form  Form
}

// A CardGroup is the cards of one kind of fact.
type CardGroup struct {
	ID      string // "statements", "people", "places", "times", "amounts", "events", "positions"
	Title   string // "Statements"
	Pending int
	Cards   []Card
}

// A Card is one fact: who, as what; the words; how and when; on whose word;
// why the program thinks so; and what the user can do with it.
type Card struct {
	Key      string // "statement-3": the id of the card and the name in addresses
	Kind     Kind
	State    State
	Now      bool    // the one in hand
	Number   string  // as in the text
	Who      Link    // speaker, entity or actor; for a time its words
	As       string  // role or wording: "foreign minister, Norland", "“the ministry”"
	Words    string  // exact words from the text
	Direct   bool    // Words are a quotation, not a paraphrase
	Context  []Piece // the sentence it stands in, its own words as hits
	Lang     string
	Reads    []Link // what the words mean, a sentence in parts: "about 100,000 troops — in ", "Norland"
	Conflict string // what of it cannot be, in a sentence; "" for nothing
	Place    string // id in the text where it begins, for a fact without a number; "" for none
	Also     []Link // where else in the text it is told of
	Chips    []Chip
	Chain    []Link // on whose word, from the speaker outward: speaker, agency, outlet
	Why      string // "“demands that”"; printed after "because"
	Sure     string // "sure", "fairly sure", "doubtful"
	Claims   []Link // claims that it makes
	Ties     []Tie  // what else it is to claims and statements, and they to it
	Link     string // address of the page that links it to others, "" where it cannot be
	Summary  string // one line for a decided card: "the toll “will not rise” — Ada Renn"
	Edit     *Form  // opened by ?edit=Key; nil otherwise
	Yours    bool   // the user added it
	Taught   Link   // the lesson that has it be as it is: "by what you taught: …"; zero for none
	Teach    Link   // what could be taught by the decision on it; zero for nothing
	Claim    string // address of the form that makes a claim of it, "" where none can be made
	Mark     string // of what was decided of it, so that what was edited meanwhile is noticed
}

// A Chip is a short remark on a card.
type Chip struct {
	Text  string
	Class ChipClass
	Href  string // "#statement-2", "" for none
}

// A ChipClass says what a chip remarks on.
type ChipClass string

// The chips of a card. The zero ChipClass is any other remark.
const (
	ChipAct    ChipClass = "act"    // said, denied, demanded
	ChipForm   ChipClass = "form"   // quotation, paraphrase
	ChipWhen   ChipClass = "when"   // "Wednesday → 12 Jan 2022"
	ChipDoubt  ChipClass = "doubt"  // hedged
	ChipNot    ChipClass = "not"    // negated
	ChipInside ChipClass = "inside" // inside statement 2
	ChipAmount ChipClass = "amount"
	ChipEvent  ChipClass = "event"
	ChipStance ChipClass = "stance" // for, against
	ChipStatus ChipClass = "status" // took place, planned
)

// ArticleClaims is the tab with the claims that the article's statements make
// and the passages of it that are pinned to claims.
type ArticleClaims struct {
	Lines  []ClaimLine
	Pinned []Pinned
	New    ClaimForm
}

// Pinned is a passage of the article that is evidence on a claim.
type Pinned struct {
	Key   string // as on its marks: "evidence-4"
	Claim Link
	Side  string // "for", "against", "context"
	Quote string
	Lang  string
	Why   string
}

// Notes is a list of notes with the form to add one. On an article it is sent
// to POST /articles/{id}/notes, on a claim to POST /claims/{id}/notes.
type Notes struct {
	Lines    []Note
	New      NoteForm
	Tags     []TagLine // of an article and its passages
	TagNames []string  // that are completed
	NewTag   NoteForm  // its Text is the tag
	Tagging  bool      // the form of a new tag is open
}

// A Note is the user's own words, on a passage or on a claim.
type Note struct {
	ID       string // its marks and its place on the page are "note-" and this
	Quote    string // the passage, "" when the note is on the whole
	QuoteAt  string // address of the passage
	Lang     string
	Text     string
	When     string // "14 Jan 2022, 09:12"
	EditHref string // opens it for editing
	Editing  bool
	Problem  string
	Mark     string // of what is edited
}

// A TagLine is a tag: one of all there are, or one on a claim, an article or a
// passage of it.
type TagLine struct {
	ID      string // for taking it off; its marks and its place on the page are "tag-" and this
	Words   Link   // leads to all that has it
	Sum     string // what has it: "2 claims, 1 passage"
	Quote   string // the passage, "" when the tag is on the whole
	QuoteAt string // address of the passage
	Lang    string
}

// NoteForm is what the user typed into a new note. Start and End are code
// points into the article's text as the browser counted them, "" when the
// quote was typed.
type NoteForm struct {
	Quote, Text string
	Start, End  string
	Problem     string
}

// Source is the tab that says where an article comes from.
type Source struct {
	Address       string // the page's own address, or ""
	From          string // the file or "pasted"
	Outlet        string
	Published     string
	PublishedFrom string // "the page's own metadata"
	Captured      string
	Format        string // "web page", "PDF"
	Sum           string // SHA-256 in hexadecimal
	Size          string // "48 kB"
	Version       string // of the reading that found the facts
}

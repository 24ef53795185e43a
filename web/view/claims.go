package view

// A VerdictMark is the shape that a verdict is drawn with.
type VerdictMark string

// The shapes of verdicts. Unverified is not a verdict, but the lack of one.
const (
	Unverified   VerdictMark = "unverified"
	Confirmed    VerdictMark = "confirmed"
	Partly       VerdictMark = "partly"
	Misleading   VerdictMark = "misleading"
	False        VerdictMark = "false"
	Undetermined VerdictMark = "undetermined"
)

// A Verdict is the user's finding on a claim: a word and a shape.
type Verdict struct {
	Mark  VerdictMark
	Label string // "partly true"
}

// A VerdictChoice is an entry of the list that a verdict is chosen from.
type VerdictChoice struct {
	Verdict
	Selected bool
}

// A ClaimLine is a claim in a list.
type ClaimLine struct {
	Href       string
	Text       string
	Who        string // "" when nobody in particular
	Verdict    Verdict
	Status     string // "open", "checking" or "ready"; "" where it does not matter
	First      string // day it was first made
	Statements int    // that are linked to it
	For        int    // evidence pinned for it
	Against    int
	Context    int
	Tags       []string
}

// Claims is the list of claims, with a filter whose values are named q,
// verdict, status, who, tag and sort.
type Claims struct {
	Page
	Text     string
	Verdicts []Option // the first has the value "" and means any
	Statuses []Option // as well
	Sorts    []Option
	Who, Tag string
	People   []string // who makes claims
	Tags     []string // there are
	Set      bool     // something is filtered
	Lines    []ClaimLine
	Paging   Paging
	Total    string // "37 claims"
}

// Claim is the page of one claim.
type Claim struct {
	Page
	ID         string
	Text       string // in one sentence, the user's words
	Who        Link
	First      Link // "4 March 2031, in Harbour Post", to the statement there
	Verdict    Verdict
	Reason     string
	Decided    string // "20 Jan 2022, 10:40", "" when unverified
	Verdicts   []VerdictChoice
	Problem    string // what kept the verdict from being saved
	Mark       string // of the verdict with its reason
	Status     string
	Missing    []string // what the claim lacks to be ready, asked about by ?ready=ask
	Edit       *Form    // opened by ?edit=claim
	For        []Evidence
	Against    []Evidence
	Context    []Evidence
	Adding     EvidenceForm
	Statements []ClaimStatement
	Same       SameClaim
	Word       Word
	Ties       []Tie
	Tags       Tags
	Notes      Notes
	History    []Entry
	Gathering  Gathering
}

// Evidence is what is pinned to a claim, and why: a passage or the whole of an
// article, a file, or an address on the web.
type Evidence struct {
	ID       string
	Article  Link   // the article, file or address
	Kind     string // "passage", "article", "file" or "address"
	Outlet   string // of an article; the size of a file
	Day      string // of an article; when the address was noted
	Quote    string
	Lang     string
	Why      string
	EditHref string
	Edit     *Form // opened by ?evidence=ID
}

// The kinds of evidence, as ?add= asks for their forms.
const (
	AddPassage = "passage"
	AddFile    = "file"
	AddAddress = "address"
)

// EvidenceForm is what the user typed into new evidence: POST
// /claims/{id}/evidence with kind, side (for, against, context) and why, and
// by its kind article (its title or its ID), quote, start and end; file; or
// address. On /claims/pin it also has a claim to choose.
type EvidenceForm struct {
	Kind       string   // one of those above, AddPassage when ""
	Open       bool     // shown, not folded
	Titles     []string // offered while the article is typed
	Article    string   // as typed
	Found      []Option // articles of which one must be chosen, none when it was found
	Side       string   // the one that was chosen, "" for the first
	Quote, Why string
	Start, End string
	Address    string
	Problem    string
}

// A ClaimStatement is one statement that is linked to a claim.
type ClaimStatement struct {
	Key      string // of the statement in the archive, for removing it
	Day      string
	Outlet   string
	Article  Link // to the statement in its article
	Who      string
	Act      string
	Relation string // what it is to the claim: "repeats"
	Why      string
	Words    string
	Lang     string
	Pinned   bool   // it is evidence already
	Pins     string // what evidence it would be: "for the claim"
	EditHref string
	Edit     *Form // opened by ?link=Key
}

// A Tie is what a claim or statement is to another, in words that read on:
// "is contradicted by".
type Tie struct {
	ID     string // for taking it away, "" where that is not offered
	Phrase string
	To     Link
	Lang   string
	Meta   string // who, where and when
	Why    string
}

// Tags is the tags of a claim, and the form that adds one.
type Tags struct {
	Lines   []TagLine
	Known   []string // offered while one is typed
	Text    string   // as typed
	Problem string
}

// ClaimForm is what the user typed into a new claim: POST /claims with text,
// who and statement. A claim made of selected words also sends where they
// stand, as article, quote, start and end.
type ClaimForm struct {
	Text, Who  string
	Statement  string // of which it is made, "" for none
	Article    string // ID of the article with the words, "" for none
	Quote      string
	Start, End string
	Offered    bool // the claims that read alike have been offered
	Problem    string
}

// NewClaim is the page that makes a claim, of a statement or of nothing.
type NewClaim struct {
	Page
	Form   ClaimForm
	Card   *Card       // the statement it is made of, nil for none
	Alike  []ClaimLine // claims that read much like it
	IDs    []string    // of those
	People []string    // offered while the name is typed
}

// PinEvidence is the page that pins a passage of an article, or the whole of
// it, to a claim: GET /claims/pin?article=…&quote=…&start=…&end=…&q=….
type PinEvidence struct {
	Page
	Article ArticleLine
	ID      string   // of the article
	Text    string   // the claims that are looked for
	Claims  []Option // to pin it to
	Form    EvidenceForm
}

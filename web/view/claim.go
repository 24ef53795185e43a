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

// A ClaimLine is a claim in a list.
type ClaimLine struct {
	Href       string
	Text       string
	Who        string // "" when nobody in particular
	Verdict    Verdict
	First      string // day it was first made
	Statements int    // that make it
	For        int    // passages pinned for it
	Against    int
}

// Claims is the list of claims, with a filter whose values are named q,
// verdict and who.
type Claims struct {
	Page
	Text     string
	Verdicts []Option // the first has the value "" and means any
	People   []Option
	Set      bool // something is filtered
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
	First      string // "13 January 2022, in Harbour Post"
	Verdict    Verdict
	Reason     string
	Decided    string // "20 Jan 2022, 10:40", "" when unverified
	Verdicts   []Option
	Problem    string // what kept the verdict from being saved
	Mark       string // of the verdict with its reason
	Edit       *Form  // opened by ?edit=claim
	For        []Evidence
	Against    []Evidence
	Context    []Evidence
	Adding     EvidenceForm
	Statements []ClaimStatement
	Notes      Notes
	History    []Entry
}

// Evidence is a passage pinned to a claim, and why.
type Evidence struct {
	ID      string
	Article Link
	Outlet  string
	Day     string
	Quote   string
	Lang    string
	Why     string
}

// EvidenceForm is what the user typed into new evidence: POST
// /claims/{id}/evidence with article, side (for, against, context), quote,
// why, start and end. On /claims/pin it also has a claim to choose.
type EvidenceForm struct {
	Articles   []Option
	Side       string // the one that was chosen, "" for the first
	Quote, Why string
	Start, End string
	Problem    string
}

// A ClaimStatement is one statement that makes, repeats or denies a claim.
type ClaimStatement struct {
	Key     string // of the statement in the archive, for removing it
	Day     string
	Outlet  string
	Article Link // to the statement in its article
	Who     string
	Act     string
	Words   string
	Lang    string
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
	Problem    string
}

// NewClaim is the page that makes a claim, of a statement or of nothing.
type NewClaim struct {
	Page
	Form     ClaimForm
	Card     *Card    // the statement it is made of, nil for none
	Existing []Option // claims that the statement can be added to instead
	People   []string // offered while the name is typed
}

// PinEvidence is the page that pins a passage of an article to a claim: GET
// /claims/pin?article=…&quote=…&start=…&end=….
type PinEvidence struct {
	Page
	Article ArticleLine
	ID      string   // of the article
	Claims  []Option // to pin it to
	Form    EvidenceForm
}

// VerdictForm is what sets the verdict on a claim.
func (m Claim) VerdictForm() Form {
	return Form{
		Action: "/claims/" + m.ID + "/verdict", Submit: "Save the verdict", Problem: m.Problem, Mark: m.Mark,
		Fields: []Field{
			{Name: "verdict", Label: "The claim is", Control: Choice, Options: m.Verdicts},
			{Name: "reason", Label: "Because", Control: TextArea, Value: m.Reason, Help: "One or two sentences that a reader could check."},
		},
	}
}

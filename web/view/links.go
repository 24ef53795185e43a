package view

// NewLink is the page that links a statement or a claim to others: GET
// /links/new?statement=ARTICLE/KEY or ?claim=ID, with q to look for others by
// their words. The form is sent to /links with from, to, relation and why.
type NewLink struct {
	Page
	Kind       string // of what is linked: "statement" or "claim"
	Ref        string // as the address has it
	Of         string // "statements" when they are linked to a claim, else ""
	From       string // what is linked, as a form sends it
	Words      string // of what is linked
	Lang       string
	Source     Link   // where it stands
	Meta       string // who, outlet, day
	Text       string // what is looked for
	Claims     []LinkTarget
	Statements []LinkTarget
	Relations  []Option
	Ask        string // "The statement …"
	Why        string
	Problem    string
	Ties       []Tie // that it has already
}

// A LinkTarget is a claim or statement that can be linked to.
type LinkTarget struct {
	Value    string // as the form sends it
	Words    string
	Lang     string
	Meta     string // who, outlet, day
	Because  string // why it stands here: "the same speaker"
	Selected bool
}

// heading names what the page links.
func (m NewLink) heading() string {
	switch {
	case m.Of == "statements":
		return "Add a statement to the claim"
	case m.Kind == "claim":
		return "Link the claim to another"
	}
	return "Link the statement"
}

// looking labels the box that looks for others.
func (m NewLink) looking() string {
	switch {
	case m.Of == "statements":
		return "Statements with the words"
	case m.Kind == "claim":
		return "Claims with the words"
	}
	return "Claims and statements with the words"
}

// found reports whether there is anything to link to.
func (m NewLink) found() bool { return len(m.Claims)+len(m.Statements) > 0 }

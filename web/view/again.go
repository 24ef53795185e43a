package view

// Again is how far the articles are that an older version has read.
type Again struct {
	Page
	Heading     string // "Read again: 312 of 1,234"
	Left        string // "922 articles", "" when none is left
	Running     bool
	Done, Total int
	Remaining   string // "about 2 minutes left"
	Failed      string // "3 articles", "" when none did
	Broke       string // why it broke off
}

// polled is the page, which is asked for again while the reading runs.
func (m Again) polled() Page {
	if m.Running {
		m.Page.Refresh = 2
	}
	return m.Page
}

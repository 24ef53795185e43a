package view

// polled is the page around a report, which is asked for again while it runs.
func (m Import) polled() Page {
	if m.Running {
		m.Page.Refresh = 2
	}
	return m.Page
}

// heading says how far the import is.
func (m Import) heading() string {
	switch {
	case m.Running:
		return "Reading the files"
	case m.Stopped:
		return "Import stopped"
	}
	return "Import done"
}

// progress is how many files are read, of how many when that is known.
func (m Import) progress() string {
	if m.Total == 0 {
		return count(m.Done, "file read", "files read")
	}
	return number(m.Done) + " of " + count(m.Total, "file", "files")
}

// took is how long the import lasted, "" while it runs.
func (m Import) took() string {
	if m.Took == "" {
		return ""
	}
	return "took " + m.Took
}

package view

// Stale is the page that answers a save of what was changed in another window
// since the form was opened: both versions side by side, and the form again.
type Stale struct {
	Page
	What   string  // "the note"
	Gone   bool    // it is not there any more
	Since  []Entry // what was done to it meanwhile
	Fields []Compared
	Form   Form // with what was typed, and the mark of what is there now
}

// A Compared is one field as it is now and as the user typed it.
type Compared struct {
	Label        string
	There, Yours []Piece // a hit is words that the other one has not
}

// same reports whether both are the same.
func (c Compared) same() bool {
	for _, side := range [...][]Piece{c.There, c.Yours} {
		for _, p := range side {
			if p.Hit {
				return false
			}
		}
	}
	return true
}

// heading is what happened.
func (m Stale) heading() string {
	if m.Gone {
		return "This was deleted in another window"
	}
	return "This was changed in another window"
}

// lede is what that means for what the user typed.
func (m Stale) lede() string {
	if m.Gone {
		return "What you typed was not saved, since " + m.What + " is not there any more. It stands below, to be copied."
	}
	return "What you typed was not saved, so that nothing is overwritten. Here is " + m.What + " as it is now, beside yours."
}

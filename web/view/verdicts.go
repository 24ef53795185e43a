package view

// VerdictList is the page on which the list of verdicts is edited.
type VerdictList struct {
	Page
	Lines   []VerdictLine
	New     VerdictForm
	Own     bool // it is the list as the program brings it
	Problem string
	Uses    Link // the claims that kept a verdict from being taken away
}

// A VerdictLine is an entry of the list.
type VerdictLine struct {
	Verdict
	Rating   string
	Uses     Link // "3 claims", to them
	EditHref string
	Edit     *VerdictForm // opened by ?edit=WORDS
	Up, Down bool         // it can be moved so
	Fixed    bool         // the lack of a verdict, which cannot be taken away
}

// A VerdictForm is what the user typed into an entry: words, shape and rating.
type VerdictForm struct {
	Was     string // the words of the entry that is changed, "" for a new one
	Mark    string // of the list as it was when the form was made
	Words   string
	Shape   VerdictMark
	Rating  string
	Problem string
}

// shapes are the marks that a verdict can be drawn with, with what they say.
var shapes = [...]struct {
	mark VerdictMark
	says string
}{
	{Unverified, "an open ring"}, {Confirmed, "a full disc"}, {Partly, "half a disc"},
	{Misleading, "a triangle"}, {False, "a cross"}, {Undetermined, "a question mark"},
}

// Form is the fields of an entry.
func (f VerdictForm) Form() Form {
	form := Form{Action: "/settings/verdicts", Submit: "Add", Problem: f.Problem}
	if f.Was != "" {
		form = Form{Action: "/settings/verdicts/change", Submit: "Save", Cancel: "/settings/verdicts", Problem: f.Problem}
	}
	var options []Option
	for _, s := range shapes {
		options = append(options, Option{Value: string(s.mark), Label: Verdict{Mark: s.mark}.shape() + " " + s.says, Selected: s.mark == f.Shape})
	}
	form.Hidden, form.Mark = []Hidden{{"was", f.Was}}, f.Mark
	form.Fields = []Field{
		{Name: "words", Label: "Verdict", Value: f.Words, Required: true, Help: "A word or two that end “The claim is …”."},
		{Name: "shape", Label: "Drawn as", Control: Radios, Options: options, Required: true},
		{Name: "rating", Label: "Number, if you rate", Value: f.Rating, Help: "For ClaimReview: the least true has the lowest, as 1 to 5. May stay empty."},
	}
	return form
}

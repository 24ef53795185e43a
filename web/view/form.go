package view

import "strings"

// A Control is the kind of control a field is edited with.
type Control string

// The controls that fields can have; the zero Control is a line of text.
const (
	TextLine Control = ""
	TextArea Control = "area"
	Choice   Control = "select"
	Checkbox Control = "checkbox"
	Ticks    Control = "ticks" // any of the options
	Radios   Control = "radio" // one of the options, all of them in sight
	FileBox  Control = "file"  // the form must have Upload
	DayInput Control = "date"
	URLInput Control = "url"
)

// An Option is one entry of a Choice.
type Option struct {
	Value, Label string
	Selected     bool
}

// A Field is one labelled control of a form. What the user typed stays in
// Value when a form comes back with a problem.
type Field struct {
	Name     string // of the value that is sent
	Label    string
	Control  Control
	Value    string
	Checked  bool     // of a Checkbox
	Options  []Option // of a Choice, Ticks or Radios
	Help     string   // stands under the label: "A day as 2022-01-12, a month as 2022-01"
	Problem  string   // what is wrong with Value, "" for nothing
	Required bool
	Lines    int    // rows of a TextArea; 0 for three
	Suggest  string // id of a datalist on the page, "" for none
	Day      bool   // the browser's calendar stands beside it
	Ends     bool   // of a TextArea: words of the text, whose ends can be moved word by word
}

// A Form is a set of fields that are sent together.
type Form struct {
	Action  string // where it is sent by POST
	Submit  string // on the button: "Save"
	Cancel  string // address that gives up the edit, "" for none
	Keep    string // what the link to Cancel says; "" for "Cancel"
	Mark    string // of what is edited, so that a save from an older page is noticed; "" for none
	Problem string // what kept the whole from being saved, "" for nothing
	Upload  bool   // it sends a file
	Hidden  []Hidden
	Fields  []Field

	Read     []Pair // how onrecord had read what the user changed
	ReadBack string // where going back to it is sent
}

// A Hidden is a value that a form sends and the user does not see.
type Hidden struct {
	Name, Value string
}

// A Pair is the name of something and what it is.
type Pair struct {
	Name, Value string
}

// Says is the value of the field in words: those of the options that are
// chosen, "yes" or "no" for a box.
func (f Field) Says() string {
	switch f.Control {
	case Choice, Ticks, Radios:
		var chosen []string
		for _, o := range f.Options {
			if o.Selected {
				chosen = append(chosen, o.Label)
			}
		}
		return strings.Join(chosen, ", ")
	case Checkbox:
		if f.Checked {
			return "yes"
		}
		return "no"
	}
	return f.Value
}

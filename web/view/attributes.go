package view

import (
	"strconv"

	"github.com/a-h/templ"
)

// id is the id of the field's control in a form with this prefix.
func (f Field) id(prefix string) string { return prefix + "-" + f.Name }

// rows is the height of a TextArea.
func (f Field) rows() int {
	if f.Lines > 0 {
		return f.Lines
	}
	return 3
}

// keep is what the link says that gives up the edit.
func (f Form) keep() string {
	if f.Keep == "" {
		return "Cancel"
	}
	return f.Keep
}

// attributes are those of the field's control.
func (f Field) attributes(prefix string) templ.Attributes {
	a := templ.Attributes{"id": f.id(prefix), "name": f.Name, "required": f.Required}
	if by := f.describedBy(prefix); by != "" {
		a["aria-describedby"] = by
	}
	if f.Problem != "" {
		a["aria-invalid"] = "true"
	}
	if f.Suggest != "" {
		a["list"] = f.Suggest
	}
	switch f.Control {
	case TextLine, DayInput, URLInput:
		a["type"], a["value"] = f.inputType(), f.Value
	case FileBox:
		a["type"] = "file"
	case Checkbox:
		a["type"], a["value"], a["checked"] = "checkbox", "on", f.Checked
	}
	return a
}

// tickType is the type of the inputs of Ticks or Radios.
func (f Field) tickType() string {
	if f.Control == Radios {
		return "radio"
	}
	return "checkbox"
}

// inputType is the type of the input that edits one line.
func (f Field) inputType() string {
	if f.Control == TextLine {
		return "text"
	}
	return string(f.Control)
}

// describedBy is the ids of the help and the problem that the field has.
func (f Field) describedBy(prefix string) string {
	switch id := f.id(prefix); {
	case f.Help != "" && f.Problem != "":
		return id + "-help " + id + "-problem"
	case f.Help != "":
		return id + "-help"
	case f.Problem != "":
		return id + "-problem"
	}
	return ""
}

// number prints n as an attribute.
func number(n int) string { return strconv.Itoa(n) }

// onOff is the value of an attribute that says whether something is on.
func onOff(on bool) string {
	if on {
		return "on"
	}
	return "off"
}

// searchHint is what stands in the empty search box.
func searchHint(p Page) string {
	if p.Size == "" {
		return "Search"
	}
	return "Search " + p.Size
}

// count is n and what it counts, in the singular or the plural.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
}

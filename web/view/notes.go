package view

// form is the fields of a new note.
func (f NoteForm) form(action string, quoting bool) Form {
	form := Form{Action: action, Submit: "Add the note", Problem: f.Problem}
	if quoting {
		form.Hidden = []Hidden{{"start", f.Start}, {"end", f.End}}
		form.Fields = append(form.Fields, Field{
			Name: "quote", Label: "Quote the passage", Control: TextArea, Value: f.Quote, Lines: 2,
			Help: "Copied from the text, word for word. Left empty, the note is on the whole article.",
		})
	}
	form.Fields = append(form.Fields, Field{Name: "text", Label: "Your note", Control: TextArea, Value: f.Text, Required: true, Lines: 4})
	return form
}

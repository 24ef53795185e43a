package view

// Form is what edits the note; cancel is the address that gives it up.
func (n Note) Form(cancel string) Form {
	return Form{
		Action: "/notes/" + n.ID + "/edit", Submit: "Save", Cancel: cancel, Problem: n.Problem, Mark: n.Mark,
		Fields: []Field{{Name: "text", Label: "Note", Control: TextArea, Value: n.Text, Required: true, Lines: 4}},
	}
}

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

// tagForm is the fields of a new tag.
func (n Notes) tagForm(action string) Form {
	f := n.NewTag
	words := Field{Name: "words", Label: "Tag", Value: f.Text, Required: true, Help: "A word or a few, such as “deadline”."}
	if len(n.TagNames) > 0 {
		words.Suggest = "tag-names"
	}
	return Form{Action: action, Submit: "Add the tag", Problem: f.Problem, Hidden: []Hidden{{"start", f.Start}, {"end", f.End}}, Fields: []Field{
		{Name: "quote", Label: "The passage", Control: TextArea, Value: f.Quote, Lines: 2, Help: "Copied from the text, word for word. Left empty, the tag is on the whole article."},
		words,
	}}
}

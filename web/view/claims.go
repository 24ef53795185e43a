package view

// shape is the form of a verdict, for the eye.
func (v Verdict) shape() string {
	switch v.Mark {
	case Confirmed:
		return "●"
	case Partly:
		return "◐"
	case Misleading:
		return "▲"
	case False:
		return "✕"
	case Undetermined:
		return "?"
	}
	return "○"
}

// first is the day a claim was first made, as the list says it.
func (c ClaimLine) first() string {
	if c.First == "" {
		return ""
	}
	return "first on " + c.First
}

// form is the fields of a new claim; people is the id of the list of names
// that are offered, "" for none.
func (f ClaimForm) form(people string) Form {
	return Form{
		Action: "/claims", Submit: "Make the claim", Problem: f.Problem,
		Hidden: f.hidden(),
		Fields: []Field{
			{
				Name: "text", Label: "The claim in one sentence", Control: TextArea, Value: f.Text, Required: true,
				Help: "What is claimed, as it would read if it were true.",
			},
			{Name: "who", Label: "Who claims it", Value: f.Who, Suggest: people},
		},
	}
}

// first is when and where the claim was first made.
func (m Claim) first() string {
	if m.First == "" {
		return ""
	}
	return "first on " + m.First
}

// offered is the id of the list of names, if there is one.
func (m NewClaim) offered() string {
	if len(m.People) == 0 {
		return ""
	}
	return "claim-people"
}

// hidden is what the claim is made of.
func (f ClaimForm) hidden() []Hidden {
	hidden := []Hidden{{"statement", f.Statement}}
	if f.Quote != "" {
		hidden = append(hidden, Hidden{"article", f.Article}, Hidden{"quote", f.Quote}, Hidden{"start", f.Start}, Hidden{"end", f.End})
	}
	return hidden
}

// form is the fields of new evidence, after the one that says on what.
func (f EvidenceForm) form(action, submit string, on Field) Form {
	return Form{
		Action: action, Submit: submit, Problem: f.Problem,
		Hidden: []Hidden{{"start", f.Start}, {"end", f.End}},
		Fields: []Field{
			on,
			{Name: "side", Label: "It speaks", Control: Choice, Options: f.sides()},
			{Name: "quote", Label: "Passage", Control: TextArea, Value: f.Quote, Required: true, Help: "Copied from the article, word for word."},
			{Name: "why", Label: "Why it matters", Control: TextArea, Value: f.Why, Lines: 2},
		},
	}
}

// sides are the choices of a side.
func (f EvidenceForm) sides() []Option {
	all := []Option{{Value: "for", Label: "for the claim"}, {Value: "against", Label: "against it"}, {Value: "context", Label: "for neither: it is context"}}
	for i := range all {
		all[i].Selected = all[i].Value == f.Side
	}
	return all
}

// form is the fields that pin a passage to one of the claims.
func (m PinEvidence) form() Form {
	f := m.Form.form("/claims/pin", "Pin the passage", Field{Name: "claim", Label: "Claim", Control: Choice, Options: m.Claims, Required: true})
	f.Hidden = append(f.Hidden, Hidden{"article", m.ID})
	return f
}

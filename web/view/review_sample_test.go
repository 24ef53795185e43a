package view_test

import "onrecord/web/view"

func reviewChoice() view.ReviewChoice {
	return view.ReviewChoice{
		Where:  []view.Option{{Label: "All articles"}, {Value: "story/12", Label: "Story: The strait crossing and everything around it", Selected: true}},
		Kinds:  []view.Option{{Value: "statement", Label: "Statements", Selected: true}, {Value: "event", Label: "Events"}},
		Orders: []view.Option{{Label: "In reading order"}, {Value: "unsure", Label: "Least sure first", Selected: true}},
	}
}

func decisionLines() []view.Decision {
	return []view.Decision{
		{ID: "991", When: "8 Mar 2031, 10:40", Stamp: "2031-03-08T10:40:00Z", What: "Accepted a statement", Subject: view.Link{Text: "We owe nobody a cheaper ticket", Href: "/articles/42"}, Title: "Korrand says it will not lift the ferry toll"},
		{ID: "990", When: "8 Mar 2031, 10:31", Stamp: "2031-03-08T10:31:00Z", What: "Rejected a statement", Subject: view.Link{Text: "Nothing is agreed", Href: "/articles/42"}, Title: "Korrand says it will not lift the ferry toll", Undone: true},
	}
}

func reviewStart() view.Review {
	return view.Review{
		Page: page("Review", "/review", view.SectionReview), Choice: reviewChoice(), Decisions: decisionLines(),
		Kinds: []view.ReviewKind{{Name: "Statements", Waiting: "over 1,000 statements", Count: "over 1,000", Start: "/review?kind=statement&since=0"}, {Name: "Events", Waiting: "no events", Count: "0", Empty: true}},
		Sorts: []view.ReviewSort{{Name: "Said, quotation", So: "18 accepted, 1 rejected so far", Sure: "over 1,000 surer than 0.95", Href: "/review/batch?kind=statement&one=state&two=direct&above=0.95"}},
	}
}

// reviewTurn is a suggestion of the queue, with the card of a state.
func reviewTurn(s view.State) view.Turn {
	m := article(view.TabFacts)
	m.Page.Flash = view.Flash{Text: "Accepted. 25 left.", Undo: "991"}
	card := statements()[1]
	card.State = s
	return view.Turn{
		Page: page("Review: "+m.Heading, "/review?kind=statement&since=0", view.SectionReview), Choice: reviewChoice(), Article: m, Card: card,
		Before: []view.Paragraph{{Segments: []view.Segment{seg("The crossing has been shut since Monday.")}}}, Paragraphs: []view.Paragraph{{Segments: []view.Segment{seg("Ada Renn told reporters that "), seg(card.Words, mark(view.Statement, card.Key, "2", s))}}}, After: []view.Paragraph{{Heading: true, Start: 300, Segments: []view.Segment{seg("A second meeting")}}},
		Number: 12, Total: 37, Of: "37", Here: "/review?kind=statement&since=0&at=42/statement-2", Edit: "/review?edit=1#statement-2", Stop: "/review?stop=1", Desk: "/articles/42?f=statement-2",
		Undo: "991", Decisions: decisionLines(),
	}
}

func reviewEdit() view.Turn {
	m := reviewTurn(view.Suggestion)
	m.Card.Edit = statementEdit()
	return m
}

func reviewed() view.Reviewed {
	return view.Reviewed{
		Page: page("Reviewed", "/review?stop=1", view.SectionReview), Heading: "12 statements left", GoOn: "/review?since=0", Start: "/review", Decisions: decisionLines(),
		Figures: []view.Figure{{Value: "31", Label: "accepted"}, {Value: "4", Label: "rejected"}, {Value: "2", Label: "edited"}, {Value: "6", Label: "skipped"}},
		Others:  []view.Link{{Text: "26 events", Href: "/review?kind=event"}},
	}
}

func batch() view.Batch {
	return view.Batch{
		Page: page("Accept together", "/review/batch", view.SectionReview), Name: "said, quotation", Would: "This would accept 311 statements in 120 articles.", More: "At most 500 are accepted at a time, the surest first.",
		Thresholds: []view.Threshold{{Link: view.Link{Text: "0.99", Href: "/review/batch?above=0.99"}, Count: "0"}, {Link: view.Link{Text: "0.95", Href: "/review/batch?above=0.95"}, Count: "312", Current: true}},
		Hidden:     []view.Hidden{{Name: "sum", Value: "0f3a"}}, Range: "1–2 of 312", Pages: []view.BatchPart{{Number: "1", Current: true}, {Number: "2"}},
		Lines: []view.BatchLine{
			{Ref: "42/statement-1", Line: []view.Piece{{Text: "“We owe nobody a cheaper ticket,”", Hit: true}, {Text: " she added."}}, Lang: "en", Who: "Ada Renn", Article: view.Link{Text: "Korrand says it will not lift the ferry toll", Href: "/articles/42"}, From: "Tidewater Courier · 5 Mar 2031", Sure: "0.97 sure", Position: "1"},
			{Ref: "42/statement-4", Line: []view.Piece{{Text: "“Nothing is agreed.”", Hit: true}}, Lang: "en", Article: view.Link{Text: "Korrand says it will not lift the ferry toll", Href: "/articles/42"}, Sure: "0.96 sure", Left: true, Position: "2"},
		},
	}
}

package view_test

import (
	"strings"

	"onrecord/web/view"
)

// page is the frame of a page at path, with what the first run of the program
// would put around it.
func page(title, path string, s view.Section) view.Page {
	return view.Page{Title: title, Path: path, Section: s, Key: "5f0c2a9e", Size: "1,284 articles"}
}

var ferryLines = []view.ArticleLine{
	{Href: "/articles/41", Title: "Strait crossing stays shut for a third day", Outlet: "Harbour Post", Published: "4 Mar 2031", Added: "6 Mar, 09:12", Pending: 9},
	{Href: "/articles/42", Title: "Korrand says it will not lift the ferry toll", Outlet: "Tidewater Courier", Published: "5 Mar 2031", Pending: 8, Current: true, Sample: true},
	{Href: "/articles/43", Title: "“Nobody asked the islanders,” says harbour master of Oss", Outlet: "Harbour Post", Published: "5 Mar 2031", Added: "6 Mar, 09:13", Pending: 21},
	{Href: "/articles/44", Title: "المعبر مغلق", Lang: "ar", Added: "6 Mar, 09:13"},
	{Href: "/articles/45", Title: "Vessia counts 1,400 lorries in the queue", Outlet: "Tidewater Courier", Published: "7 Mar 2031", Added: "8 Mar, 18:40", Reviewed: true},
}

var adding = view.Adding{Outlets: []string{"Harbour Post", "Tidewater Courier"}}

func library() view.Library {
	lines := append([]view.ArticleLine(nil), ferryLines...)
	lines[1].Current = false
	for i := range lines {
		lines[i].Item = "article/4" + lines[i].Href[len(lines[i].Href)-1:]
	}
	return view.Library{
		Page: page("Library", "/", view.SectionLibrary), Articles: lines, Total: "1,284 articles", Pending: "212 suggestions left", Sample: true, Adding: adding,
		Filter: view.LibraryFilter{
			Outlets: []view.Option{{Value: "", Label: "any"}, {Value: "harbour", Label: "Harbour Post"}},
			States:  []view.Option{{Value: "", Label: "any"}, {Value: "pending", Label: "with suggestions left", Selected: true}},
			From:    "2031-03-01", Set: true,
		},
		Paging:  view.Paging{Older: "/?page=2", Range: "1–50 of 1,284"},
		Stories: []view.Option{{Value: "3", Label: "Ferry toll"}}, Story: inFerryToll,
	}
}

var inFerryToll = view.StoryIn{ID: "3", Name: view.Link{Text: "Ferry toll", Href: "/stories/3"}}

var gathering = view.Gathering{Item: "article/42", What: "article", In: []view.StoryIn{inFerryToll}, Stories: []view.Option{{Value: "4", Label: "The wardens’ strike of the northern islands"}}}

var storyForm = view.Form{Action: "/stories", Submit: "Make the story", Cancel: "/stories", Problem: "A story needs a name.", Fields: []view.Field{
	{Name: "name", Label: "Name", Required: true}, {Name: "about", Label: "What it is about", Control: view.TextArea, Help: "A sentence or two."}}}

func stories() view.Stories {
	return view.Stories{Page: page("Stories", "/stories", view.SectionStories), Total: "2 stories", Lines: []view.StoryLine{
		{Href: "/stories/3", Name: "Ferry toll", About: "Korrand and Vessia quarrel over the toll of the crossing.", Held: "5 articles · 1 claim · 2 people", New: 3, Last: "last changed 8 Mar 2031, 18:40"},
		{Href: "/stories/4", Name: "The wardens’ strike of the northern islands", Held: "0 articles · 0 claims · 0 people", Last: "last changed 6 Mar 2031, 09:12"},
	}}
}

func story() view.Story {
	said := saidLines()[0]
	return view.Story{
		Page: page("Ferry toll", "/stories/3", view.SectionStories), ID: "3", Name: "Ferry toll", About: "Korrand and Vessia quarrel over the toll of the crossing.", Sum: "5 articles by 2 outlets · 1 claim",
		News: view.StoryNews{Since: "6 Mar 2031, 09:12", Seq: "12", Document: "40", Sum: []view.Link{{Text: "1 article gathered", Href: "#articles-title"}, {Text: "1 statement accepted"}},
			Articles: ferryLines[:1], Statements: []view.SaidBy{{Who: "Ada Renn", Line: said}}, Claims: entries()[:1]},
		Voices: []view.Voice{{Item: "entity/person/ada renn", In: true, Name: view.Link{Text: "Ada Renn", Href: "/people/1"}, Role: "transport minister", Said: 12, Latest: said},
			{Item: "entity/person/tom osk", Name: view.Link{Text: "Tom Osk"}}},
		Claims: claimLines(), ClaimOut: []view.Option{{Value: "claim/9", Label: "The crossing never closes."}},
		Open: view.StoryOpen{Claims: []view.Link{{Text: "The crossing never closes.", Href: "/claims/9"}}, Unreviewed: ferryLines[:2], Left: "14 articles have suggestions left", All: view.Link{Text: "All 14", Href: "/?story=3&state=open"},
			Passed: []view.OpenEvent{{What: "Meetings: Ada Renn and Tarvo Elde", When: "4 Mar 2031", Article: view.Link{Text: "Strait crossing stays shut for a third day", Href: "/articles/41"}, Outlet: "Harbour Post"}}},
		Chart: numbered(), Timeline: view.Link{Text: "The whole timeline", Href: "/timeline?story=3"}, OfNewest: "Drawn of the newest 300 articles of the story.",
		Articles: ferryLines, Items: []string{"article/41", "article/42", "article/43", "article/44", "article/45"}, All: view.Link{Text: "All 12 articles", Href: "/?story=3"},
		Outlets: []view.Figure{{Value: "3", Label: "Harbour Post"}, {Value: "2", Label: "Tidewater Courier"}},
		Offers:  []view.Offer{{Item: "article/46", Line: ferryLines[2], Why: "The story’s search finds it.", New: true}, {Item: "article/47", Line: ferryLines[4], Why: "It speaks of Ada Renn and Tom Osk."}}, Offered: "the newest 2 of 40",
	}
}

func importing(running bool) view.Import {
	m := view.Import{
		Page: page("Import", "/imports/3", view.SectionLibrary), ID: "3", Name: "ferry-talks (214 files)", Running: running,
		Done: 131, Total: 214, Added: 117, Known: 12, Failed: 2, Rate: "38 files a second", Remaining: "about 2 seconds left", Started: "6 Mar 2031, 09:12",
		Failures:   []view.ImportItem{{Name: "scan-of-decree.pdf", Reason: "The PDF holds pictures of text, no text."}, {Name: "old/mail.mbox:44", Reason: "The message is cut off."}},
		KnownItems: []view.ImportItem{{Name: "crossing.html", Article: view.Link{Text: "Strait crossing stays shut for a third day", Href: "/articles/41"}}},
		NewItems:   []view.ImportItem{{Name: "toll.html", Article: view.Link{Text: "Korrand says it will not lift the ferry toll", Href: "/articles/42"}}},
		MoreNew:    "and 116 more",
	}
	if !running {
		m.Took, m.Done, m.Rate, m.Remaining = "6 seconds", 214, "", ""
	}
	return m
}

// seg is a segment with its marks.
func seg(text string, marks ...view.Mark) view.Segment { return view.Segment{Text: text, Marks: marks} }

// mark is a mark that is the whole of its segment.
func mark(k view.Kind, key, number string, s view.State) view.Mark {
	return view.Mark{Kind: k, Key: key, State: s, Begins: 1, Last: true, Number: number}
}

// paragraphs are the text of the article in hand.
func paragraphs() []view.Paragraph {
	said := func(n string, s view.State) view.Mark { return mark(view.Statement, "statement-"+n, n, s) }
	open, end := said("3", view.Suggestion), said("3", view.Suggestion)
	open.Last, end.Begins = false, 0
	inHand := said("2", view.Suggestion)
	again, first, misfit := mark(view.Event, "event-1", "", view.Suggestion), mark(view.Event, "event-1", "", view.Suggestion), mark(view.Time, "time-1", "", view.Suggestion)
	again.Begins, first.Last, misfit.Amiss = 2, false, true
	inHand.Now = true
	return []view.Paragraph{
		{Segments: []view.Segment{
			seg("Ada Renn", mark(view.Person, "entity-1", "", view.Suggestion)), seg(", the transport minister of "),
			seg("Korrand", mark(view.Place, "entity-2", "", view.Suggestion)), seg(", told reporters on "),
			seg("Wednesday", misfit), seg(" that "),
			seg("the toll on the strait crossing would stay where it was until the autumn", inHand), seg("."),
		}},
		{Start: 142, Segments: []view.Segment{
			seg("“We owe nobody a cheaper ticket,”", said("1", view.Accepted)), seg(" she added, according to the agency "),
			seg("Coastline", mark(view.Organization, "entity-3", "", view.Suggestion)), seg(". "),
			seg("Vessia", mark(view.Place, "entity-4", "", view.Suggestion)), seg(" estimates that "),
			seg("about 1,400 lorries", open, mark(view.Amount, "amount-1", "", view.Suggestion)), seg(" are waiting on its side", end), seg("."),
		}},
		{Start: 330, Heading: true, Segments: []view.Segment{seg("A second "), seg("meeting", again)}},
		{Start: 346, Segments: []view.Segment{
			seg("Both sides "), seg("meet again", first), seg(" in "),
			seg("Oss", mark(view.Place, "entity-5", "", view.Suggestion)), seg(" on "), seg("Monday", mark(view.Time, "time-2", "", view.Suggestion)), seg(". "),
			seg("Nothing is agreed", mark(view.NoteMark, "note-7", "", ""), said("4", view.Rejected)), seg(", and "),
			seg("the harbour is closed at night", mark(view.EvidenceMark, "evidence-5", "", "")), seg("."),
		}},
	}
}

// statements are the cards of the statements in the text.
func statements() []view.Card {
	return []view.Card{
		{Key: "statement-1", Kind: view.Statement, State: view.Accepted, Number: "1", Who: view.Link{Text: "Ada Renn", Href: "/people/1"}, Words: "“We owe nobody a cheaper ticket”", Direct: true, Summary: "“We owe nobody a cheaper ticket” — Ada Renn", Claim: "/claims/new?statement=42.1"},
		{Key: "statement-2", Kind: view.Statement, State: view.Suggestion, Now: true, Number: "2", Who: view.Link{Text: "Ada Renn", Href: "/people/1"}, As: "transport minister, Korrand",
			Words: "the toll on the strait crossing would stay where it was until the autumn",
			Chips: []view.Chip{{Text: "said", Class: view.ChipAct}, {Text: "paraphrase", Class: view.ChipForm}, {Text: "Wednesday → 5 Mar 2031", Class: view.ChipWhen}, {Text: "against a cut", Class: view.ChipStance}},
			Chain: []view.Link{{Text: "Ada Renn", Href: "/people/1"}, {Text: "Coastline", Href: "/people/3"}, {Text: "Tidewater Courier"}},
			Why:   "“told reporters … that”", Sure: "sure", Claim: "/claims/new?statement=42.2", Link: "/links/new?statement=42/statement-2", Ties: ties(),
			Claims: []view.Link{{Text: "Korrand keeps the toll until autumn.", Href: "/claims/8"}}},
		{Key: "statement-3", Kind: view.Statement, State: view.Suggestion, Number: "3", Who: view.Link{Text: "Vessia", Href: "/people/4"},
			Words: "about 1,400 lorries are waiting on its side",
			Chips: []view.Chip{{Text: "estimated", Class: view.ChipAct}, {Text: "≈ 1,400 lorries", Class: view.ChipAmount}, {Text: "hedged", Class: view.ChipDoubt}, {Text: "inside 2", Class: view.ChipInside, Href: "#statement-2"}},
			Why:   "“estimates that”", Sure: "fairly sure", Claim: "/claims/new?statement=42.3",
			Edit: statementEdit()},
		{Key: "statement-4", Kind: view.Statement, State: view.Rejected, Number: "4", Words: "Nothing is agreed", Summary: "Nothing is agreed — nobody named",
			Teach: view.Link{Text: "Reject “noted” as a cue everywhere …", Href: "/lessons/new?kind=cue&words=noted"}},
	}
}

func statementEdit() *view.Form {
	return &view.Form{
		Action: "/articles/42/facts/statement-3/edit", Submit: "Save", Cancel: "/articles/42",
		Hidden: []view.Hidden{{Name: "start", Value: "250"}, {Name: "end", Value: "270"}},
		Read:   []view.Pair{{Name: "Who", Value: "Korrand"}}, ReadBack: "/articles/42/facts/statement-3/reset",
		Fields: []view.Field{
			{Name: "speaker", Label: "Who", Control: view.Choice, Options: []view.Option{{Value: "4", Label: "Vessia", Selected: true}, {Value: "1", Label: "Ada Renn"}}},
			{Name: "said", Label: "When", Value: "March 5", Day: true, Help: "A day as 2031-03-05, a month as 2031-03.", Problem: "“March 5” is no day: write 2031-03-05."},
			{Name: "content", Label: "Words", Control: view.TextArea, Value: "about 1,400 lorries are waiting", Ends: true},
			{Name: "hedged", Label: "Hedged", Control: view.Checkbox, Checked: true},
		},
	}
}

// others are the groups of cards after the statements.
func others() []view.CardGroup {
	card := func(k view.Kind, key, who, as string) view.Card {
		return view.Card{Key: key, Kind: k, State: view.Suggestion, Who: view.Link{Text: who, Href: "/people/" + key}, As: as, Sure: "sure"}
	}
	when := view.Card{Key: "time-1", Kind: view.Time, State: view.Suggestion, Who: view.Link{Text: "Wednesday"}, Place: "in-time-1", Reads: []view.Link{{Text: "Wednesday, 5 March 2031"}}, Conflict: "5 March 2031 is a Wednesday, not a Tuesday.", Why: "the Wednesday nearest the day of publication"}
	lorries := view.Card{Key: "amount-1", Kind: view.Amount, State: view.Suggestion, Who: view.Link{Text: "about 1,400 lorries"}, Place: "in-amount-1",
		Reads: []view.Link{{Text: "about 1,400 lorries — in "}, {Text: "Vessia", Href: "/people/4"}, {Text: " — estimated by "}, {Text: "Vessia", Href: "/people/4"}, {Text: " ("}, {Text: "statement 3", Href: "#statement-3"}, {Text: ")"}}}
	monday := view.Card{Key: "time-2", Kind: view.Time, State: view.Accepted, Who: view.Link{Text: "Monday"}, Place: "in-time-2", Reads: []view.Link{{Text: "Monday, 10 March 2031"}}, Summary: "Monday → Monday, 10 March 2031"}
	meeting := view.Card{Key: "event-1", Kind: view.Event, State: view.Suggestion, Who: view.Link{Text: "meeting"}, Place: "in-event-1",
		Reads:   []view.Link{{Text: "in "}, {Text: "Oss", Href: "/people/5"}, {Text: " — on Monday, 10 March 2031 — told by the article itself"}},
		Context: []view.Piece{{Text: "Both sides "}, {Text: "meet again", Hit: true}, {Text: " in Oss on Monday."}}, Also: []view.Link{{Text: "“meeting”", Href: "#in-event-1.2"}},
		Chips: []view.Chip{{Text: "○ planned", Class: view.ChipStatus}}}
	minister := card(view.Person, "entity-1", "Ada Renn", "transport minister")
	minister.Taught = view.Link{Text: "the role is by what you taught: the role “minister” of Ada Renn reads “transport minister”", Href: "/lessons/8/forget"}
	against := view.Card{Key: "position-1", Kind: view.Position, State: view.Suggestion, Who: view.Link{Text: "Korrand"}, As: "against", Words: "a cheaper toll"}
	return []view.CardGroup{
		{ID: "people", Title: "People and roles", Pending: 2, Cards: []view.Card{minister, card(view.Organization, "entity-3", "Coastline", "agency")}},
		{ID: "places", Title: "Places", Pending: 3, Cards: []view.Card{card(view.Place, "entity-2", "Korrand", ""), card(view.Place, "entity-4", "Vessia", ""), card(view.Place, "entity-5", "Oss", "harbour")}},
		{ID: "times", Title: "Times", Pending: 1, Cards: []view.Card{when, monday}},
		{ID: "amounts", Title: "Amounts", Pending: 1, Cards: []view.Card{lorries}},
		{ID: "events", Title: "Events", Pending: 1, Cards: []view.Card{meeting}},
		{ID: "positions", Title: "Positions", Pending: 1, Cards: []view.Card{against}},
	}
}

func article(t view.Tab) view.Article {
	m := view.Article{
		Page: page("Korrand says it will not lift the ferry toll", "/articles/42?tab="+string(t), view.SectionLibrary),
		ID:   "42", Heading: "Korrand says it will not lift the ferry toll", Byline: "By Tom Osk", Outlet: "Tidewater Courier",
		Published: "5 March 2031", Captured: "6 Mar 2031, 09:12", Lang: "en", Sample: true, Tab: t, Paragraphs: paragraphs(), Times: times(),
		Gathering:  gathering,
		Neighbours: view.Neighbours{Heading: "March 2031 · 5 articles", Lines: ferryLines, Prev: "/articles/41", Next: "/articles/43"},
		Facts:      view.Facts{Reviewed: 4, Total: 12, Next: "/articles/42?tab=facts&f=statement-3#statement-3", Ways: []view.Link{{Text: "Statement", Href: "/articles/42?tab=facts&add=statement#add"}, {Text: "Name", Href: "/articles/42?tab=facts&add=entity#add"}}, Groups: append([]view.CardGroup{{ID: "statements", Title: "Statements", Pending: 2, Cards: statements()}}, others()...)},
		Notes:      notes(),
		Source: view.Source{Address: "https://courier.example/toll", From: "toll.html", Outlet: "Tidewater Courier", Published: "5 March 2031", PublishedFrom: "the page’s own metadata", Captured: "6 Mar 2031, 09:12",
			Format: "web page", Sum: strings.Repeat("0f3a", 16), Size: "48 kB", Version: "version 1"},
		Versions: view.Versions{Href: "/articles/42?view=versions", Next: "/articles/51", Captures: []view.CaptureLine{
			{When: "capture 1, 6 Mar 2031, 09:12", Size: "48 kB", Href: "/articles/42", Here: true},
			{When: "capture 2, 7 Mar 2031, 08:00", Size: "49 kB", Href: "/articles/51", Compare: "/articles/42?view=versions&with=51", With: true}}},
	}
	m.Claims = view.ArticleClaims{Lines: claimLines()[:1], Pinned: []view.Pinned{{Key: "evidence-5", Claim: view.Link{Text: "The crossing never closes.", Href: "/claims/9"}, Side: "against", Quote: "the harbour is closed at night", Why: "It does close."}}}
	m.Flash = view.Flash{Text: "Rejected. 8 left.", Undo: "991", Link: view.Link{Text: "Reject “noted” as a cue everywhere …", Href: "/lessons/new?kind=cue&words=noted"}}
	return m
}

// times are the notes on the times in the text.
func times() []view.TimeNote {
	return []view.TimeNote{
		{Key: "time-1", Words: "Wednesday", Means: "Wednesday, 5 March 2031", Reason: "the Wednesday before the day of publication", Conflict: "5 March 2031 is a Wednesday, not a Tuesday."},
		{Key: "time-2", Words: "Monday", Means: "Monday, 10 March 2031"},
	}
}

func notes() view.Notes {
	return view.Notes{Lines: []view.Note{
		{ID: "7", Quote: "Nothing is agreed", QuoteAt: "/articles/42?f=note-7#text", Text: "Ask the ministry for the minutes.\nThe Post says otherwise.", When: "6 Mar 2031, 10:02", EditHref: "/articles/42?tab=notes&edit=note-7"},
		{ID: "8", Text: "Second source needed.", When: "6 Mar 2031, 10:05", EditHref: "#", Editing: true},
	}, Tags: []view.TagLine{
		{ID: "3", Words: view.Link{Text: "deadline", Href: "/tags/deadline"}, Quote: "meet again", QuoteAt: "/articles/42?tab=notes&f=tag-3#text"},
		{ID: "4", Words: view.Link{Text: "ask the ministry", Href: "/tags/ask%20the%20ministry"}},
	}, TagNames: []string{"deadline"}}
}

// versionRows is what differs between two captures.
func versionRows() []view.VersionRow {
	both := []view.Change{{Text: "Both sides meet again in Oss on Monday."}}
	return []view.VersionRow{
		{Kind: view.RowSame, Old: both, Now: both},
		{Kind: view.RowChanged, Old: []view.Change{{Text: "About "}, {Text: "1,400", Mark: view.OnlyOld}, {Text: " lorries wait."}}, Now: []view.Change{{Text: "About "}, {Text: "1,900", Mark: view.OnlyNew}, {Text: " lorries wait."}}},
		{Kind: view.RowGone, Old: []view.Change{{Text: "Nothing is agreed.", Mark: view.OnlyOld}}},
		{Kind: view.RowNew, Now: []view.Change{{Text: "A boycott is not planned.", Mark: view.OnlyNew}}},
	}
}

func claimLines() []view.ClaimLine {
	return []view.ClaimLine{
		{Href: "/claims/8", Text: "Korrand keeps the toll until autumn.", Who: "Ada Renn", Verdict: view.Verdict{Mark: view.Unverified, Label: "unverified"}, First: "5 Mar 2031", Statements: 3, Status: "open", Tags: []string{"ferry", "toll"}},
		{Href: "/claims/9", Text: "The crossing never closes.", Who: "Harbour board of Oss", Verdict: view.Verdict{Mark: view.False, Label: "false"}, Statements: 2, For: 1, Against: 2},
		{Href: "/claims/10", Text: "1,400 lorries were waiting on 5 March.", Who: "Vessia", Verdict: view.Verdict{Mark: view.Partly, Label: "partly true"}, Statements: 1, For: 1},
		{Href: "/claims/11", Text: "The toll pays for the new pier.", Verdict: view.Verdict{Mark: view.Misleading, Label: "misleading"}},
		{Href: "/claims/12", Text: "The pier was paid for in 2029.", Verdict: view.Verdict{Mark: view.Confirmed, Label: "confirmed"}},
		{Href: "/claims/13", Text: "Nobody was told.", Verdict: view.Verdict{Mark: view.Undetermined, Label: "cannot be determined"}},
	}
}

var verdicts = []view.Option{{Value: "unverified", Label: "not yet verified"}, {Value: "confirmed", Label: "confirmed"}, {Value: "false", Label: "false", Selected: true}}

func claim() view.Claim {
	toll := view.Link{Text: "Korrand says it will not lift the ferry toll", Href: "/articles/42?f=statement-2#statement-2"}
	change := &view.Form{Action: "/claims/9/evidence/6", Submit: "Save", Cancel: "/claims/9", Fields: []view.Field{
		{Name: "side", Label: "It speaks", Control: view.Radios, Options: view.Sides("against")}, {Name: "why", Label: "Why it matters", Value: "Its own page."}}}
	return view.Claim{
		Gathering: gathering,
		Page:      page("The crossing never closes.", "/claims/9", view.SectionClaims), ID: "9", Text: "The crossing never closes.", Who: view.Link{Text: "Harbour board of Oss", Href: "/people/6"},
		First:   view.Link{Text: "4 March 2031, in Harbour Post", Href: "/articles/41?f=statement-2#statement-2"},
		Verdict: view.Verdict{Mark: view.False, Label: "false"}, Status: "checking", Decided: "8 Mar 2031, 10:40", Reason: "Three articles and the board’s own timetable say it is shut at night.",
		Verdicts: []view.VerdictChoice{
			{Verdict: view.Verdict{Mark: view.Unverified, Label: "unverified"}}, {Verdict: view.Verdict{Mark: view.Confirmed, Label: "confirmed"}},
			{Verdict: view.Verdict{Mark: view.Partly, Label: "partly"}}, {Verdict: view.Verdict{Mark: view.Misleading, Label: "misleading"}},
			{Verdict: view.Verdict{Mark: view.False, Label: "false"}, Selected: true}, {Verdict: view.Verdict{Mark: view.Undetermined, Label: "cannot be determined"}},
		},
		For: []view.Evidence{{ID: "4", Article: toll, Kind: "passage", Outlet: "Harbour Post", Day: "4 Mar 2031", Quote: "boats leave at every hour", Why: "An advertisement, no report.", EditHref: "/claims/9?evidence=4"}},
		Against: []view.Evidence{
			{ID: "5", Article: toll, Kind: "passage", Outlet: "Tidewater Courier", Day: "5 Mar 2031", Quote: "the harbour is closed at night", Why: "It does close.", EditHref: "/claims/9?evidence=5"},
			{ID: "6", Article: view.Link{Text: "https://harbour-board.example/timetable/2031/a-very-long-address-without-a-break-in-it", Href: "https://harbour-board.example/timetable"}, Kind: "address", Day: "noted 8 Mar 2031", Why: "Its own page.", Edit: change},
		},
		Context: []view.Evidence{
			{ID: "7", Article: view.Link{Text: "timetable-2031.pdf", Href: "/claims/9/evidence/7/file"}, Kind: "file", Outlet: "1.2 MB", EditHref: "/claims/9?evidence=7"},
			{ID: "8", Article: toll, Kind: "article", Outlet: "Tidewater Courier", Day: "5 Mar 2031", EditHref: "/claims/9?evidence=8"},
		},
		Adding: view.EvidenceForm{Titles: []string{"Korrand says it will not lift the ferry toll"}, Article: "ferry", Found: []view.Option{{Value: "42", Label: "Korrand says it will not lift the ferry toll"}, {Value: "43", Label: "Ferries late"}}},
		Statements: []view.ClaimStatement{
			{Key: "41.2", Day: "4 Mar 2031", Outlet: "Harbour Post", Article: toll, Who: "Harbour board of Oss", Act: "promised", Relation: "says the same", Words: "that there would be a boat at every hour", Pinned: true, EditHref: "/claims/9?link=41.2"},
			{Key: "42.4", Day: "5 Mar 2031", Outlet: "Tidewater Courier", Article: toll, Who: "Ada Renn", Act: "denied", Relation: "contradicts it", Words: "that the boats had stopped", Pins: "against the claim", Why: "She runs the board.", EditHref: "/claims/9?link=42.4"},
		},
		Ties:    ties(),
		Tags:    view.Tags{Lines: tagLines(), Known: []string{"ferry", "toll"}},
		Notes:   view.Notes{Lines: notes().Lines[1:]},
		History: entries(),
	}
}

func ties() []view.Tie {
	return []view.Tie{
		{ID: "claim/9>claim/8", Phrase: "contradicts", To: view.Link{Text: "Korrand keeps the toll until autumn.", Href: "/claims/8"}, Why: "No toll is due when nothing sails."},
		{ID: "claim/13>claim/9", Phrase: "is repeated by", To: view.Link{Text: "Nobody was told.", Href: "/claims/13"}},
	}
}

func tagLines() []view.TagLine {
	return []view.TagLine{
		{ID: "1", Words: view.Link{Text: "ferry", Href: "/tags/ferry"}, Sum: "2 claims, 1 passage"},
		{ID: "2", Words: view.Link{Text: "follow up", Href: "/tags/follow%20up"}, Sum: "1 article"},
	}
}

func linking() view.NewLink {
	return view.NewLink{
		Page: page("Link a statement", "/links/new?statement=42/statement-2", view.SectionClaims), Kind: "statement", Ref: "42/statement-2", From: "statement/42/statement-2",
		Words: "the toll on the strait crossing would stay where it was until the autumn", Source: view.Link{Text: "Korrand says it will not lift the ferry toll", Href: "/articles/42"}, Meta: "Ada Renn · Tidewater Courier · 5 Mar 2031",
		Claims:     []view.LinkTarget{{Value: "claim/8", Words: "Korrand keeps the toll until autumn.", Meta: "Ada Renn", Because: "reads much like it", Selected: true}},
		Statements: []view.LinkTarget{{Value: "statement/41/statement-2", Words: "that there would be a boat at every hour", Meta: "Harbour board of Oss · Harbour Post · 4 Mar 2031", Because: "the same speaker"}},
		Relations:  []view.Option{{Value: "same", Label: "says the same as the one that is chosen"}, {Value: "contradicts", Label: "contradicts the one that is chosen"}},
		Ask:        "The statement", Problem: "Choose what the one is to the other.", Ties: ties(),
	}
}

func tagged() view.Tagged {
	return view.Tagged{
		Page: page("ferry", "/tags/ferry", view.SectionClaims), Words: "ferry", Claims: claimLines()[:2], Articles: ferryLines[:1], Most: "The newest 200 of each kind are shown.",
		Passages: []view.TaggedPassage{{Line: []view.Piece{{Text: "Both sides say that "}, {Text: "the harbour is closed at night", Hit: true}, {Text: "."}}, Article: view.Link{Text: "Korrand says it will not lift the ferry toll", Href: "/articles/42"}, Outlet: "Tidewater Courier", Day: "5 Mar 2031"}},
	}
}

func verdictList() view.VerdictList {
	return view.VerdictList{
		Page: page("Verdicts", "/settings/verdicts", view.SectionSettings), Problem: "2 claims are “false”; give them another verdict first.", Uses: view.Link{Text: "The claims that have it", Href: "/claims?verdict=false"},
		Lines: []view.VerdictLine{
			{Verdict: view.Verdict{Mark: view.Unverified, Label: "unverified"}, Uses: view.Link{Text: "4 claims", Href: "/claims?verdict=unverified"}, Fixed: true, EditHref: "/settings/verdicts?edit=unverified"},
			{Verdict: view.Verdict{Mark: view.Partly, Label: "half true"}, Rating: "3", Uses: view.Link{Text: "no claim has it"}, Down: true, EditHref: "/settings/verdicts?edit=half+true",
				Edit: &view.VerdictForm{Was: "half true", Words: "half true", Shape: view.Partly, Rating: "3", Problem: "“half true” is on the list already."}},
			{Verdict: view.Verdict{Mark: view.False, Label: "false"}, Rating: "1", Uses: view.Link{Text: "2 claims", Href: "/claims?verdict=false"}, Up: true, EditHref: "/settings/verdicts?edit=false"},
		},
		New: view.VerdictForm{Shape: view.Confirmed},
	}
}

func history() view.History {
	return view.History{Page: page("History", "/history?kind=claims", ""), Set: true, Day: "2031-03-08",
		Kinds: []view.Option{{Label: "Anything"}, {Value: "claims", Label: "Claims and their evidence", Selected: true}},
		Days: []view.HistoryDay{
			{Title: "Saturday, 8 March 2031", Entries: entries()[:2]}, {Title: "Friday, 7 March 2031", Entries: entries()[2:]},
		}, Paging: view.Paging{Newer: "/history", Older: "/history?before=990"}}
}

func entries() []view.Entry {
	claim := view.Link{Text: "The crossing never closes.", Href: "/claims/9"}
	return []view.Entry{
		{ID: "991", When: "8 Mar 2031, 10:40", Stamp: "2031-03-08T10:40:00Z", What: "Set the verdict", Subject: claim, Undoable: true,
			Changes: []view.Changed{{Label: "verdict", Before: "unverified", After: "false"}, {Label: "because", Before: "none", After: "the board’s own timetable says so"}}},
		{ID: "990", When: "8 Mar 2031, 10:31", Stamp: "2031-03-08T10:31:00Z", What: "Accepted a statement", Undone: true, Redoable: true,
			Subject: view.Link{Text: "Korrand says it will not lift the ferry toll", Href: "/articles/42"}, Changes: []view.Changed{{Label: "decision", Before: "suggestion", After: "accepted"}}},
		{ID: "989", When: "8 Mar 2031, 10:02", Stamp: "2031-03-08T10:02:00Z", What: "Removed a claim", Subject: claim, Again: true, Undoable: true, More: "and 4 records more",
			Changes: []view.Changed{{Label: "note", Before: "Ask the harbour board for last winter’s timetable."}, {Of: view.Link{Text: "Korrand keeps the toll until autumn.", Href: "/claims/8"}, Label: "what it is to the other", Before: "contradicts"}}},
	}
}

func stale() view.Stale {
	form := view.Note{ID: "7", Text: "Ask the pilots, and the harbour board too.", Mark: "5f0c2a9e"}.Form("/articles/42?tab=notes")
	form.Submit, form.Keep = "Save mine", "Keep what is there"
	return view.Stale{Page: page("Changed in another window", "/articles/42", ""), What: "the note", Since: entries()[:1], Form: form,
		Fields: []view.Compared{
			{Label: "Note", There: []view.Piece{{Text: "Ask the "}, {Text: "ferrymen. ", Hit: true}}, Yours: []view.Piece{{Text: "Ask the "}, {Text: "pilots, and the harbour board too.", Hit: true}}},
			{Label: "On", There: []view.Piece{{Text: "boats leave at every hour"}}, Yours: []view.Piece{{Text: "boats leave at every hour"}}},
		}}
}

func someone() view.Someone {
	toll := view.Link{Text: "Korrand says it will not lift the ferry toll", Href: "/articles/42?f=statement-2#statement-2"}
	return view.Someone{
		Gathering: gathering,
		Page:      page("Ada Renn", "/people/1", view.SectionPeople), ID: "1", Key: "person/ada renn", Name: "Ada Renn", Kind: "person", Statements: 31, Articles: 9,
		Aliases: []view.AliasLine{{Key: "person/a renn", Name: "A. Renn", Articles: 4}, {Key: "person/renn", Name: "Renn", Through: "A. Renn"}},
		Twins:   []view.PersonLine{{Href: "/people/8", Name: "Ada Renn (pilot)"}}, LaterRoles: []string{"transport minister, Korrand", "minister"},
		Roles:   []view.RoleLine{{Role: "transport minister, Korrand", Article: toll, Outlet: "Tidewater Courier", Day: "5 Mar 2031"}},
		Stances: stances(), Older: "/people/1?positions=all&before=77", AllSaid: view.Link{Text: "in order of time", Href: "/people/1?act=all"},
		Acts: []view.ActGroup{
			{ID: "act-state", Title: "Said", Count: "30", Lines: saidLines(), All: view.Link{Text: "All 30", Href: "/people/1?act=state"}},
			{ID: "act-warn", Title: "Warned", Count: "1", Lines: saidLines()[1:]},
		},
	}
}

func saidLines() []view.SaidLine {
	toll := view.Link{Text: "Korrand says it will not lift the ferry toll", Href: "/articles/42?f=statement-2#statement-2"}
	return []view.SaidLine{
		{Day: "5 Mar 2031", Act: "said", Words: "the toll on the strait crossing would stay where it was until the autumn", Article: toll, Outlet: "Tidewater Courier", State: view.Suggestion},
		{Words: "We owe nobody a cheaper ticket", Direct: true, Article: toll, Outlet: "Tidewater Courier", State: view.Accepted, Claims: []view.Link{{Text: "Korrand keeps the toll until autumn.", Href: "/claims/8"}}},
	}
}

func stances() view.Stances {
	line := func(words, act, by string, s view.State) view.StanceLine {
		return view.StanceLine{Words: view.Link{Text: words, Href: "/articles/42?f=position-1#position-1"}, Act: act, By: by, Day: "5 Mar 2031", Outlet: "Tidewater Courier",
			Article: view.Link{Text: "Korrand says it will not lift the ferry toll", Href: "/articles/42"}, State: s}
	}
	return view.Stances{
		Both: []view.Topic{{For: []view.StanceLine{line("the ferry toll", "promised", "", view.Accepted)}, Against: []view.StanceLine{line("any ferry toll", "rejected", "rejected", view.Suggestion)}}},
		For:  []view.Topic{{For: []view.StanceLine{line("talks with Vessia", "", "was ready for", view.Suggestion), line("more talks with Vessia", "demanded", "demanded", view.Edited)}}},
	}
}

func same() view.Same {
	return view.Same{
		Page: page("The same as Renn", "/people/7/same", view.SectionPeople), ID: "7", Key: "person/renn", Name: "Renn", Kind: "person", Shared: true,
		Lines: []view.SameLine{
			{PersonLine: view.PersonLine{Href: "/people/1", Name: "Ada Renn", Kind: "person", Statements: 31, Articles: 9}, Key: "person/ada renn", Why: "the surname alone"},
			{PersonLine: view.PersonLine{Href: "/people/9", Name: "رين", Kind: "person", Articles: 1}, Key: "person/رين"},
		},
	}
}

func apart() view.Apart {
	return view.Apart{
		Page: page("Not all Ada Renn", "/people/1/apart", view.SectionPeople), ID: "1", Key: "person/ada renn", Name: "Ada Renn", Articles: 9,
		Groups: []view.ApartGroup{
			{Role: "transport minister, Korrand", Articles: 7, Newest: []view.ApartArticle{{ID: "42", Title: "Korrand says it will not lift the ferry toll", Href: "/articles/42", Meta: "Tidewater Courier · 5 Mar 2031"}}},
			{Articles: 1, Checked: true, Newest: []view.ApartArticle{{ID: "44", Title: "المعبر مغلق", Href: "/articles/44", Checked: true}}},
		},
	}
}

func people() view.People {
	return view.People{Page: page("People", "/people", view.SectionPeople), Total: "212 people, 96 organizations", Kinds: []view.Option{{Label: "any"}, {Value: "person", Label: "people"}}, Lines: []view.PersonLine{
		{Href: "/people/1", Name: "Ada Renn", Kind: "person", Role: "transport minister, Korrand", Statements: 31, Articles: 9, Last: "7 Mar 2031"},
		{Href: "/people/3", Name: "Coastline", Kind: "organization", Articles: 1},
	}}
}

func search() view.Search {
	m := view.Search{
		Page: page("Search", "/search?q=speaker:renn+toll", ""), Total: "61 results", Notice: "Ranked among the newest 5,000 matches.", All: view.Link{Text: "Rank all of them", Href: "/search?q=toll&all=1"},
		Chips:    []view.QueryChip{{Text: "speaker: renn", Without: "/search?q=toll"}, {Text: "toll", Without: "/search?q=speaker:renn"}, {Text: "lorry", Excluded: true, Without: "/search?q=toll"}},
		Timeline: view.Link{Text: "Timeline of these", Href: "/timeline?q=speaker:renn+toll"},
		Hints:    []string{"“outlets:” is no field; did you mean outlet:?"},
		Sections: []view.ResultSection{
			{ID: "statements", Title: "Statements", Count: "31", More: view.Link{Text: "All 31 statements", Href: "/search?q=toll&in=statements"}, Results: []view.Result{
				{Href: "/articles/42?f=statement-2#statement-2", Title: "Ada Renn said", Meta: "Tidewater Courier · 5 Mar 2031", Matched: "paraphrase", Line: []view.Piece{{Text: "the "}, {Text: "toll", Hit: true}, {Text: " on the strait crossing would stay"}}},
			}},
			{ID: "claims", Title: "Claims", Count: "1", Results: []view.Result{{Href: "/claims/8", Title: "Korrand keeps the toll until autumn.", Verdict: &view.Verdict{Mark: view.Unverified, Label: "unverified"}, Meta: "Ada Renn"}}},
			{ID: "notes", Title: "Notes", Count: "0"},
		},
	}
	m.Query = "speaker:renn toll -lorry"
	return m
}

func lessons() view.Lessons {
	return view.Lessons{Page: page("What onrecord learned", "/lessons", ""), Paging: view.Paging{Older: "/lessons?before=7"}, More: "/lessons?after=person/renn#names",
		Lines: []view.LessonLine{
			{ID: "lesson-9", Says: "“noted” is not somebody saying something", Since: "6 Mar 2031, 10:02", Reach: "in all articles", Changes: "changes 14 facts now", Forget: "/lessons/9/forget"},
			{ID: "lesson-8", Says: "The role “minister” of Ada Renn reads “transport minister of the straits and islands”", Since: "6 Mar 2031, 10:01", Reach: "only in articles that came later", Changes: "changes over 1,000 facts now", Forget: "/lessons/8/forget"},
		},
		Names: []view.LessonLine{{ID: "name-person%2Frenn", Says: "Renn and Ada Renn are the same", Reach: "in all articles", Changes: "in 4 articles now", Forget: "/lessons/names/forget?name=person/renn"}},
	}
}

func lesson() view.LessonPreview {
	return view.LessonPreview{
		Page: page("Teach onrecord", "/lessons/new?kind=cue&words=noted", ""), Heading: "Does this hold everywhere?", Says: "“noted” is not somebody saying something.",
		Would: "This would change 14 facts in 9 articles.", Kept: "You accepted 3 with this cue; they stay.", Besides: "2 of them stand in claims, where the words stay as they are.", Notice: "You taught on 6 Mar 2031, 10:02 that “noted” is not somebody saying something. What you teach now takes its place.",
		Action: "/lessons", Hidden: []view.Hidden{{Name: "kind", Value: "cue"}, {Name: "words", Value: "noted"}}, Cancel: "/articles/42", More: "and 12 more",
		Choices: []view.LessonChoice{{Value: "all", Text: "Here and in articles to come"}, {Value: "later", Text: "Only in articles to come"}},
		Places: []view.LessonPlace{
			{Href: "/articles/42?f=statement-2#statement-2", Who: "Ada Renn", Line: []view.Piece{{Text: "the transport minister "}, {Text: "noted", Hit: true}, {Text: " that the toll on the strait crossing would stay"}}, Lang: "en", Meta: "Korrand says it will not lift the ferry toll · Tidewater Courier · 5 Mar 2031"},
			{Href: "/articles/44#statement-1", Line: []view.Piece{{Text: "المعبر مغلق", Hit: true}}, Lang: "ar", Meta: "المعبر مغلق"},
		},
	}
}

func settings() view.Settings {
	return view.Settings{Publisher: publisherForm(""),
		Page: page("Settings", "/settings", view.SectionSettings), File: "/home/you/.local/share/onrecord/archive.db", Size: "48 MB", Address: "http://127.0.0.1:40913", Version: "onrecord 0.3, facts read by version 4",
		Figures: []view.Figure{{Value: "1,284", Label: "articles"}, {Value: "9,310", Label: "statements"}, {Value: "37", Label: "claims"}},
		Folder:  "/home/you/.local/share/onrecord/backups", Backups: []view.Backup{{Name: "archive-2031-03-06.db", When: "6 Mar 2031, 09:00", Size: "47 MB"}}, BackupBad: "The last backup failed: the disk is full.",
	}
}

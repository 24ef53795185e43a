package view_test

import "onrecord/web/view"

var boardStrip = []view.StripDay{
	{Day: "4 Mar 2031", Long: "4 March 2031", Who: []view.StripMark{{Relation: "same", Link: view.Link{Text: "Harbour Post", Href: "/articles/41"}}}},
	{Gap: "3 days later", Day: "7 Mar 2031", Long: "7 March 2031", Who: []view.StripMark{{Relation: "contradicts", Link: view.Link{Text: "Tidewater Courier", Href: "/articles/42"}}}},
}

func board() view.Board {
	chain := view.WordReport{Chain: []string{"Ada Renn"}, Outlet: "Harbour Post", Day: "4 Mar 2031", Article: view.Link{Text: "Strait crossing stays shut", Href: "/articles/41"}}
	second := chain
	second.Chain, second.Why, second.Rests = []string{"Ada Renn", "Harbour Post"}, "names Harbour Post of 4 March 2031 as its source", view.Link{Text: "Open the article", Href: "/articles/41"}
	s := view.Suggested{Statement: "43/statement-1-2", Who: view.Link{Text: "Ada Renn", Href: "/people/1"}, Role: "denied", Day: "8 Mar 2031", Outlet: "Harbour Post", Denies: true,
		Article: view.Link{Text: "Nobody asked", Href: "/articles/43"}, Why: []string{"same number “1,400”", "same speaker"}, Words: []view.Piece{{Text: "that "}, {Text: "1,400 lorries", Hit: true}, {Text: " wait"}}}
	return view.Board{
		Page: page("Board", "/claims/9/board", view.SectionClaims), ID: "9", Claim: "1,400 lorries wait at the crossing.", Verdict: view.Verdict{Mark: view.Partly, Label: "partly"},
		Same: view.SameClaim{Href: "/claims/9/board", Count: 2, Sentences: []string{"2 statements in 2 outlets.", "The numbers differ: 1,400 lorries (1); about 900 lorries (1)."}}, Strip: boardStrip,
		Columns: []string{"Number", "Hedge"},
		Rows: []view.BoardRow{
			{Key: "41/statement-1-2", Day: "4 Mar 2031", Outlet: "Harbour Post", Article: view.Link{Text: "Strait crossing stays shut", Href: "/articles/41"}, Who: view.Link{Text: "Ada Renn", Href: "/people/1"}, Role: "harbour master", Relation: "same",
				Stretches: []view.Stretch{{Text: "1,400 lorries wait at the crossing"}}, Cells: []string{"1,400 lorries", ""}},
			{Key: "42/statement-1-2", Compare: "/claims/9/board?against=42/statement-1-2#board-title", Day: "7 Mar 2031", Outlet: "Tidewater Courier", Article: view.Link{Text: "Toll stays", Href: "/articles/42"}, Who: view.Link{Text: "a driver"}, Relation: "contradicts",
				Stretches: []view.Stretch{{Text: "1,400", Only: view.There}, {Text: "about 900", Only: view.Here}, {Text: "lorries wait"}}, Other: true, Cells: []string{"about 900 lorries", "hedged"}},
		},
		More: "Only the first 60 statements are shown.",
		Word: view.Word{Summary: "2 articles, 1 origin", Remark: "Where 1 report comes from is not stated; it is not counted.", Origins: []view.WordOrigin{
			{Name: "Ada Renn", First: "first in Harbour Post, 4 Mar 2031", Reports: []view.WordReport{chain, second}}, {First: "first in Gull, 5 Mar 2031", Reports: []view.WordReport{{Outlet: "Gull", Day: "5 Mar 2031", Article: view.Link{Text: "x", Href: "/articles/44"}}}}}, Against: []view.WordReport{chain}},
		Suggested: []view.Suggested{s}, Refused: []view.Suggested{s},
	}
}

func tracks() view.Tracks {
	return view.Tracks{Page: page("Board of all claims", "/board", view.SectionClaims), Paging: view.Paging{Older: "/board?before=3"}, Lines: []view.TrackLine{
		{Claim: view.Link{Text: "1,400 lorries wait at the crossing.", Href: "/claims/9"}, Board: "/claims/9/board", Who: "Ada Renn", Verdict: view.Verdict{Mark: view.Unverified, Label: "unverified"}, Days: boardStrip, More: true},
		{Claim: view.Link{Text: "The crossing never closes.", Href: "/claims/8"}, Board: "/claims/8/board", Verdict: view.Verdict{Mark: view.False, Label: "false"}},
	}}
}

func openEnds() view.OpenEnds {
	line := view.OpenLine{Who: view.Link{Text: "Ada Renn", Href: "/people/1"}, Act: "denied", Words: "that the crossing is shut", Article: view.Link{Text: "Strait crossing", Href: "/articles/41"}, Outlet: "Harbour Post", Day: "4 Mar 2031"}
	answer := line
	answer.Label = "Perhaps the answer"
	return view.OpenEnds{Page: page("Open ends", "/open", view.SectionClaims), Groups: []view.OpenGroup{
		{ID: "denials", Title: "Denials without what is denied", Short: "Denials", Count: "1", Ends: []view.OpenEnd{{ID: "denial/41/statement-1-2", Missing: "Ada Renn denied this; what is denied is not linked.", Lines: []view.OpenLine{line, answer}, Make: "/claims/new?statement=41/statement-1-2", Link: "/links/new?statement=41/statement-1-2", Answer: "Link what is denied"}}},
		{ID: "lone", Title: "Claims that rest on one origin", Short: "One origin", Count: "20 and more", Ends: []view.OpenEnd{{ID: "claim/9", Missing: "rests on one origin: one article alone has it.", Claim: view.Link{Text: "The crossing never closes.", Href: "/claims/9/board"}}}},
		{ID: "deadlines", Title: "Days that have passed", Short: "Days passed", Count: "0", Nothing: "What was planned for a day stands here."},
	}, Settled: []view.SettledEnd{{ID: "claim/8", Words: "The toll is lifted.", When: "8 Mar 2031, 10:00"}}}
}

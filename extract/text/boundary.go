package text

// A verdict is what a rule says of a place between two tokens.
type verdict int8

const (
	unsure verdict = iota // the model decides
	begins                // a sentence begins there
	goesOn                // the sentence goes on
)

// A boundaryRule is sure of some places. The first rule that is sure decides.
type boundaryRule struct {
	name     string
	says     func(v *view, i int) verdict // of the place before token i
	examples []string                     // paragraphs, with | before each further sentence
}

var boundaryRules = []boundaryRule{
	{"list", listItem, []string{
		"1. The bridge |2. The ferry |3. The road", "1.) The bridge. |2.) The ferry.", "• 9. The bridge |• 10. The ferry",
		"a. The bridge |b. The ferry", "It can 1) wait or 2) sail.",
		"Elde is No. 1. |The rest follow. |Osk is No. 2. |The ferry waits.", "Choose: |1) The bridge |2) The ferry",
	}},
	{"dateline", dateline, []string{
		"MELK, Sept. 26 (Baltic News) — The bridge fell.", "PORT OSK - Ships left.",
	}},
	{"signature", signature, []string{"“The bridge will hold.” ― Rika Elde", "“It holds.” — Tarvo K. Osk."}},
	{"spaced ellipsis", spacedEllipsis, []string{
		"The bridge . . . I saw it . . . fell.", "It fell. |. . . Nobody saw it. . . .", "It fell . . . . |Nobody saw it.",
	}},
	{"taken up", takenUp, []string{
		"“Will it hold?” Judge Rika Elde asked.", "“Will it hold?” |Judge Elde looked away.", "'It holds.' she said.",
		"The engineer (He built it.) was there.", `"It holds!" he said.`,
	}},
	{"lower case", lowerCase, []string{
		"The Harbour Organization. of the Northern Coast met.", "He sails for Yahoo! in Melk.", "It was ... well, cold.", "It froze.... |She left.",
	}},
	{"title", titleBefore, []string{
		"They met Gen. Elde and Mrs. Osk.", "It lies at No. 12. |Melk is near.", "See N°. 1026.253. |Then go.", "The ports (e.g. Melk) froze.",
	}},
	{"hour", hourBefore, []string{
		"It opened at 6 p.m. Mr. Osk came.", "She left the harbour at 6 p.m. |Mr. Osk came.", "It fell at 10 p.m. Wednesday.", "It sank at 5 a.m. GMT.",
	}},
	{"starter", starterAfter, []string{
		"He left the U.S. |The vote stood.", "Ask Osk and Co. |They know.", "It closed at 9 a.m. |How odd.", "The U.S. Senate met.", "You and I. |Did Rika A. Elde call?",
	}},
	{"note", noteNumber, []string{"It froze again. 4 |The ferry stood still.", "It froze. |12 ships left."}},
	{"plain", plainEnd, []string{
		"Melk froze over. |Rika Elde saw it.", "“We will see.” |Sen. Osk left.", "He said so. |Prof. Dr. Osk agreed.", "Osk (a friend.) |He came.",
	}},
	{"initial", initialBefore, []string{"Gen. Tarvo K. Elde and J. R. Hulst met.", "John F. Osk sailed."}},
}

// certain is what the rules say of the place before token i.
func (v *view) certain(i int) verdict {
	for r := range boundaryRules {
		if says := boundaryRules[r].says(v, i); says != unsure {
			return says
		}
	}
	return unsure
}

// capital reports whether token i begins with a capital.
func (v *view) capital(i int) bool {
	switch v.at(i).shape {
	case titleWord, capitals, singleCapital, initialOnly:
		return true
	}
	return false
}

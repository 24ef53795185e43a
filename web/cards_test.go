package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"onrecord/extract/article"
	"onrecord/extract/document"
	"onrecord/extract/fact"
	"onrecord/extract/text"
	"onrecord/store"
)

// lake is the text of an article whose facts are made by hand.
const lake = `Edda Varn met Pell Oster at Lake Tarn on Wednesday (13). The meeting was about the valley.

Oster said that about 12,000 troops, at least 300 of them engineers, were in the Oram valley. Varn rejected the <b>ferry toll</b>.`

// lakeFacts is what there is in it: every field of a time, an amount, an event
// and a position.
func lakeFacts() fact.Facts {
	at := func(words string) text.Span {
		i := strings.Index(lake, words)
		return text.Span{Start: i, End: i + len(words)}
	}
	named := func(id int, name string, kind fact.Kind) fact.Entity {
		return fact.Entity{ID: id, Name: name, Kind: kind, Mentions: []fact.Mention{{Span: at(name), How: fact.ByName}}, Rule: "test", Confidence: 0.9}
	}
	many, few := 12000.0, 300.0
	toll := at("the <b>ferry toll</b>")
	return fact.Facts{
		Sentences: []text.Span{at("Edda Varn met Pell Oster at Lake Tarn on Wednesday (13)."), at("The meeting was about the valley."),
			at("Oster said that about 12,000 troops, at least 300 of them engineers, were in the Oram valley."), at("Varn rejected the <b>ferry toll</b>.")},
		Entities: []fact.Entity{named(1, "Edda Varn", fact.Person), named(2, "Pell Oster", fact.Person), named(3, "Lake Tarn", fact.Place), named(4, "Oram valley", fact.Place)},
		Statements: []fact.Statement{
			{ID: 1, Content: []text.Span{at("about 12,000 troops, at least 300 of them engineers, were in the Oram valley")}, Cue: []text.Span{at("said")}, Speaker: 2, Form: fact.Indirect, Act: fact.State, Rule: "test", Confidence: 0.9},
			{ID: 2, Content: []text.Span{toll}, Cue: []text.Span{at("rejected")}, Speaker: 1, Form: fact.Indirect, Act: fact.Reject, Rule: "test", Confidence: 0.9},
		},
		Times: []fact.Time{{Span: at("Wednesday (13)"), Type: fact.Date, Value: "2031-03-12", Reason: "Wednesday before Thursday 13 March 2031",
			Conflict: "Wednesday is the 12th, not the <13th>.", Rule: "weekday", Confidence: 0.9}},
		Amounts: []fact.Amount{
			{Span: at("about 12,000 troops"), Value: &many, Unit: "troops", Approximate: true, Where: 4, Statement: 1, Rule: "count", Confidence: 0.9},
			{Span: at("at least 300 of them"), Low: &few, Unit: "engineers", Of: "troops", Rule: "count", Confidence: 0.9},
		},
		Events:    []fact.Event{{Span: at("met"), Mentions: []text.Span{at("met"), at("meeting")}, Kind: fact.Meeting, Who: []int{2, 1}, Where: 3, When: "2031-03-12", Status: fact.Occurred, Rule: "verb", Confidence: 0.7}},
		Positions: []fact.Position{{Span: at("rejected"), Actor: 1, Act: fact.Reject, Stance: fact.Against, Topic: []text.Span{toll}, Statement: 2, Rule: "reject", Confidence: 0.8}},
	}
}

// withLake is a browser with that article, and its address.
func withLake(t *testing.T) (*browser, string) {
	t.Helper()
	b := newBrowser(t)
	return b, b.add("Talks at the lake", "2031-03-13", lake, lakeFacts())
}

// add puts an article with facts into the archive and gives its address.
func (b *browser) add(title, published, body string, facts fact.Facts) string {
	b.t.Helper()
	added, err := b.archive.Add(context.Background(), []store.Arrival{arrival(title, published, body, facts)})
	if err != nil {
		b.t.Fatal(err)
	}
	return fmt.Sprintf("/articles/%d", added[0].Article)
}

// arrival is an article with the facts that are said to be in it.
func arrival(title, published, body string, facts fact.Facts) store.Arrival {
	day, err := time.Parse(time.DateOnly, published)
	if err != nil {
		panic(err)
	}
	return store.Arrival{
		Document: document.Document{Name: title, Source: "test", Format: document.Plain, Bytes: []byte(title + published + body)},
		Article:  article.Article{Title: title, Outlet: "Coast Courier", Language: "en", Text: body, Published: day, PublishedFrom: "header"},
		Facts:    facts, Version: 4,
	}
}

// plainText is the text of s with single spaces.
func plainText(s *goquery.Selection) string { return strings.Join(strings.Fields(s.Text()), " ") }

func TestCardsReadAsSentences(t *testing.T) {
	b, path := withLake(t)
	_, page := b.get(path)
	for _, c := range []struct{ name, card, part, want string }{
		{"a time means", ".card.time", ".reads", "Wednesday, 12 March 2031"},
		{"a time tells why", ".card.time", ".why", "because Wednesday before Thursday 13 March 2031 · sure"},
		{"a time that cannot be", ".card.time", ".conflict", "Does not fit: Wednesday is the 12th, not the <13th>."},
		{"an amount whose words say it all", ".card.amount:nth-child(1)", ".reads", "in Oram valley — said by Pell Oster (statement 1)"},
		{"a bound, of what, told by the article", ".card.amount:nth-child(2)", ".reads", "at least 300 engineers of troops — told by the article itself"},
		{"an event", ".card.event", ".card-head", "Meeting “met” in the text"},
		{"an event with who, where, when", ".card.event", ".reads", "of Pell Oster and Edda Varn — in Lake Tarn — on Wednesday, 12 March 2031 — told by the article itself"},
		{"an event in its sentence", ".card.event", ".context", "Edda Varn met Pell Oster at Lake Tarn on Wednesday (13)."},
		{"the word of the event", ".card.event", ".context .hit", "met"},
		{"did it happen", ".card.event", ".chip.status", "● took place"},
		{"an event is told of again", ".card.event", ".also", "told of again: “meeting”"},
		{"a position", ".card.position", ".card-head", "Edda Varn is against"},
		{"what it is against", ".card.position", ".words", "the <b>ferry toll</b>"},
		{"by what act", ".card.position", ".chips", "rejectedstatement 2"},
		{"by what words", ".card.position", ".why", "because “rejected” · reject · sure"},
		{"a statement leads to its amount", ".card.statement:nth-child(1)", ".chip.amount", "about 12,000 troops"},
		{"a statement leads to its position", ".card.statement:nth-child(2)", ".chip.stance", "against the <b>ferry toll</b>"},
	} {
		if got := plainText(page.Find(c.card).First().Find(c.part)); got != c.want {
			t.Errorf("%s: %s %s = %q, want %q", c.name, c.card, c.part, got, c.want)
		}
	}
	page.Find(`.card a[href^="#"]`).Each(func(_ int, link *goquery.Selection) {
		if id := link.AttrOr("href", "")[1:]; page.Find(`[id="`+id+`"]`).Length() != 1 {
			t.Errorf("the link %q leads to #%s, which is not there", link.Text(), id)
		}
	})
}

func TestQuantity(t *testing.T) {
	n := func(v float64) *float64 { return &v }
	for _, c := range []struct {
		given fact.Amount
		want  string
	}{
		{fact.Amount{Value: n(7000), Unit: "sailors", Approximate: true}, "about 7,000 sailors"},
		{fact.Amount{Low: n(300), Unit: "seats", Approximate: true}, "at least about 300 seats"},
		{fact.Amount{Value: n(300), High: n(300), Unit: "seats"}, "at most 300 seats"},
		{fact.Amount{Low: n(80), High: n(100), Unit: "lorries"}, "between 80 and 100 lorries"},
		{fact.Amount{Low: n(80), High: n(80), Unit: "lorries"}, "80 lorries"},
		{fact.Amount{Value: n(60.5), Unit: "percent", Of: "voters"}, "60.5 percent of voters"},
		{fact.Amount{Value: n(1e300)}, "1e+300"}, {fact.Amount{Value: n(-1200)}, "-1,200"}, {fact.Amount{Unit: "troops"}, "troops"},
	} {
		if got := quantity(c.given); got != c.want {
			t.Errorf("quantity(%+v) = %q, want %q", c.given, got, c.want)
		}
	}
}

// TestTextShowsWhatIsMeant holds the marks and notes of the text to the facts.
func TestTextShowsWhatIsMeant(t *testing.T) {
	b, path := withLake(t)
	_, page := b.get(path)
	if got := page.Find("#text .body mark.event").Map(func(_ int, s *goquery.Selection) string { return s.Text() }); strings.Join(got, ",") != "met,meeting" {
		t.Errorf("marked as events: %q, want every mention of the one", got)
	}
	if got := plainText(page.Find("#text .body mark.time.amiss")); got != "Wednesday (13)" {
		t.Errorf("marked as a time that does not fit: %q, want Wednesday (13)", got)
	}
	if got, want := plainText(page.Find("#text .time-note")), "Wednesday (13) → Wednesday, 12 March 2031Wednesday before Thursday 13 March 2031Does not fit: Wednesday is the 12th, not the <13th>."; got != want {
		t.Errorf("the note beside the time = %q, want %q", got, want)
	}
	if n := page.Find("#text b, #panel .words b").Length() - page.Find("#text .time-note b").Length(); n != 0 {
		t.Errorf("%d elements of the article's own words are on the page, want them escaped", n)
	}
	key := page.Find(".card.time").AttrOr("id", "")
	b.post(path+"/facts/"+key+"/reject", url.Values{})
	if _, page = b.get(path); page.Find(".time-note, #text .body mark.time").Length() != 0 {
		t.Error("a time that was rejected still has a note or a line")
	}
}

// TestFactsWithoutStatements holds that an article in which nobody says anything
// has the cards of what else is in it.
func TestFactsWithoutStatements(t *testing.T) {
	b := newBrowser(t)
	f := lakeFacts()
	f.Statements, f.Amounts, f.Positions = nil, nil, nil
	_, page := b.get(b.add("Talks at the lake", "2031-03-13", lake, f))
	if got := texts(page, "#panel .groups a"); strings.Join(got, ", ") != "People and roles 2, Places 2, Dates and times 1, Events 1" || page.Find("#panel .queue, #panel .silent").Length() != 0 {
		t.Errorf("the panel has %q, want the groups of what there is and no count of statements", got)
	}
}

// TestPositionOfNobodyNamed holds that a position whose taker has no name shows
// the article's words for them, and that a form sent as it came names nobody.
func TestPositionOfNobodyNamed(t *testing.T) {
	b := newBrowser(t)
	f := lakeFacts()
	source := strings.Index(lake, "The meeting")
	f.Positions[0].Actor, f.Statements[1].Speaker = 0, 0
	f.Statements[1].Source = []text.Span{{Start: source, End: source + len("The meeting")}}
	path := b.add("Talks at the lake", "2031-03-13", lake, f)
	_, page := b.get(path)
	key := page.Find(".card.position").AttrOr("id", "")
	if got := plainText(page.Find("#" + key + " .card-head")); got != "The meeting is against" {
		t.Errorf("the head of the card = %q, want the article's words for who is against", got)
	}
	_, page = b.get(path + "?edit=" + key)
	actor := page.Find("#" + key + " select[name=actor] option").First()
	if got := actor.AttrOr("value", "") + " " + plainText(actor); got != "0 nobody named" {
		t.Errorf("the form begins with %q, want nobody", got)
	}
	_, page = b.post(path+"/facts/"+key+"/edit", url.Values{"actor": {"0"}, "stance": {"for"}, "topic": {"ferry toll"}, "act": {"reject"}})
	if got := plainText(page.Find("#" + key + " .card-head")); got != "The meeting is for" {
		t.Errorf("after an edit the head = %q, want still nobody named", got)
	}
}

func TestOwner(t *testing.T) {
	for words, want := range map[string]string{"the drivers’": "the drivers", "Elde's": "Elde", "the conservatives": "the conservatives", "": ""} {
		if got := owner(words); got != want {
			t.Errorf("owner(%q) = %q, want %q", words, got, want)
		}
	}
}

// TestEventTellsWhy holds that the rule of an event is told in words.
func TestEventTellsWhy(t *testing.T) {
	for rule, want := range map[string]string{"verb meet": "the verb “meet” tells of it", "noun cease-fire": "the noun “cease-fire” tells of it",
		"weak deal": "“deal” stands with a place or a day", "verb": "verb", "other rule": "other rule", "": ""} {
		if got := tells(rule); got != want {
			t.Errorf("tells(%q) = %q, want %q", rule, got, want)
		}
	}
}

// lakeForms is what the forms of the facts send when nothing is changed.
var lakeForms = map[string]url.Values{
	".card.time":     {"words": {"Wednesday (13)"}, "value": {"2031-03-12"}},
	".card.amount":   {"words": {"about 12,000 troops"}, "value": {"12000"}, "low": {""}, "high": {""}, "about": {"on"}, "unit": {"troops"}, "of": {""}, "where": {"4"}},
	".card.event":    {"words": {"met"}, "kind": {"meeting"}, "who": {"2", "1"}, "where": {"3"}, "when": {"2031-03-12"}, "status": {"occurred"}},
	".card.position": {"actor": {"1"}, "stance": {"against"}, "topic": {"the <b>ferry toll</b>"}, "act": {"reject"}},
}

// TestFormsOfferWhatIsThere holds that a form that is sent as it came changes
// nothing.
func TestFormsOfferWhatIsThere(t *testing.T) {
	b, path := withLake(t)
	for card, want := range lakeForms {
		_, page := b.get(path)
		href := page.Find(card+` [data-act="edit"]`).First().AttrOr("href", "")
		_, page = b.get(href)
		got := url.Values{}
		form := page.Find(card + " form.fields")
		form.Find(`input[name]:not([type=hidden], [type=checkbox]), textarea, input[checked], option[selected]`).Each(func(_ int, s *goquery.Selection) {
			name := s.AttrOr("name", s.Closest("select").AttrOr("name", ""))
			got.Add(name, s.AttrOr("value", s.Text()))
		})
		if got.Encode() != want.Encode() {
			t.Errorf("the form of %s would send %q, want %q", card, got.Encode(), want.Encode())
		}
	}
}

func TestEditsOfFacts(t *testing.T) {
	for _, c := range []struct {
		name, card string
		change     url.Values
		part, want string // what the card then says; with part "" what the form is refused with
	}{
		{"a time", ".card.time", url.Values{"value": {"2031-03"}}, ".reads", "March 2031"},
		{"a time of another value has its own reason", ".card.time", url.Values{"value": {"2031-03"}}, ".why", "because you put it so · sure"},
		{"a time of another value no more contradicts", ".card.time", url.Values{"value": {"2031-03"}}, ".conflict", ""},
		{"a time that is none", ".card.time", url.Values{"value": {"last spring"}}, "", "Write a day as 2022-01-12, a month as 2022-01, a year as 2022, a week as 2022-W02, or leave it empty."},
		{"a day that the calendar lacks", ".card.time", url.Values{"value": {"2031-02-30"}}, "", "Write a day as 2022-01-12, a month as 2022-01, a year as 2022, a week as 2022-W02, or leave it empty."},
		{"a week that the year lacks", ".card.event", url.Values{"when": {"2031-W60"}}, "", "Write a day as 2022-01-12, a month as 2022-01, a year as 2022, a week as 2022-W02, or leave it empty."},
		{"a set", ".card.time", url.Values{"value": {"XXXX-WXX-5"}}, ".reads", "every Friday"},
		{"a range", ".card.amount", url.Values{"value": {""}, "low": {"10,000"}, "high": {"14000"}, "about": nil}, ".reads", "between 10,000 and 14,000 troops — in Oram valley — said by Pell Oster (statement 1)"},
		{"elsewhere, of something", ".card.amount", url.Values{"where": {"0"}, "of": {"the army"}}, ".reads", "about 12,000 troops of the army — said by Pell Oster (statement 1)"},
		{"no number at all", ".card.amount", url.Values{"value": {""}}, "", "Write a number, or the least or the most that it can be."},
		{"bounds the wrong way round", ".card.amount", url.Values{"value": {""}, "low": {"9"}, "high": {"8"}}, "", "“at least” is more than “at most”; the smaller number goes first."},
		{"a number out of its bounds", ".card.amount", url.Values{"high": {"8"}}, "", "The number is not between its bounds; change it, or empty “at least” and “at most”."},
		{"a number in words", ".card.amount", url.Values{"value": {"many"}}, "", "A number is written in figures, such as 100000."},
		{"a number past all bounds", ".card.amount", url.Values{"value": {"1e999"}}, "", "A number is written in figures, such as 100000."},
		{"a place of another article", ".card.amount", url.Values{"where": {"77"}}, "", "Choose one of the names in the article."},
		{"a call, denied", ".card.event", url.Values{"kind": {"call"}, "status": {"denied"}, "who": {"2"}, "where": {"0"}, "when": {""}}, ".reads", "with Pell Oster — told by the article itself"},
		{"an attack, whoever did it", ".card.event", url.Values{"kind": {"attack"}, "who": {"2"}, "where": {"0"}, "when": {"2031-W11"}}, ".reads", "involving Pell Oster — in the week of 10 March 2031 — told by the article itself"},
		{"a call, denied, in its sign", ".card.event", url.Values{"kind": {"call"}, "status": {"denied"}}, ".chip.status", "✕ denied"},
		{"a kind of event that is none", ".card.event", url.Values{"kind": {"party"}}, "", "Choose one of the entries of the list."},
		{"somebody of another article", ".card.event", url.Values{"who": {"1", "x"}}, "", "Choose one of the names in the article."},
		{"for part of it", ".card.position", url.Values{"stance": {"for"}, "topic": {"ferry toll"}, "actor": {"2"}, "act": {""}}, ".card-head", "Pell Oster is for"},
		{"words that are not there", ".card.position", url.Values{"topic": {"the tram toll"}}, "", "These words do not stand in the article one after the other; copy them from the text."},
		{"nobody", ".card.position", url.Values{"actor": {"0"}}, "", "Choose who is for or against it."},
		{"by what is no act", ".card.position", url.Values{"act": {"sing"}}, "", "Choose by what they showed it."},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, path := withLake(t)
			_, page := b.get(path)
			form := url.Values{}
			for name, values := range lakeForms[c.card] {
				form[name] = values
			}
			for name, values := range c.change {
				form[name] = values
			}
			key := page.Find(c.card).First().AttrOr("id", "")
			answer, page := b.post(path+"/facts/"+key+"/edit", form)
			card := page.Find("#" + key)
			if c.part == "" {
				if got := plainText(card.Find(".problem[role=alert]")); answer.StatusCode != http.StatusUnprocessableEntity || got != c.want {
					t.Errorf("sending %v = %d, %q, want 422, %q", c.change, answer.StatusCode, got, c.want)
				}
				return
			}
			if got := plainText(card.Find(c.part)); answer.StatusCode != http.StatusOK || got != c.want || !card.HasClass("edited") {
				t.Errorf("after %v the card says %q (%d, class %q), want %q", c.change, got, answer.StatusCode, card.AttrOr("class", ""), c.want)
			}
		})
	}
}

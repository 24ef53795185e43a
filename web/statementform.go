package web

import (
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/text"
	"onrecord/web/view"
)

// statementForm has all that can be said of a statement. Names are typed, and
// completed from those of the article and the archive.
func (d *desk) statementForm(s fact.Statement) view.Form {
	names := labels(d.facts.Entities)
	return view.Form{Hidden: d.ends(text.Cover(s.Content)), Fields: []view.Field{
		d.wordsField("words", "Exact words", text.Cover(s.Content), 4),
		{Name: "speaker", Label: "Who says it", Value: names[s.Speaker], Suggest: namesList, Help: "A name of the article, or a new one that stands in it. Empty when nobody is named."},
		{Name: "new_kind", Label: "A new name is", Control: view.Choice, Options: choices(fact.Person, nil, entityKinds[:]...)},
		{Name: "source", Label: "The article’s words for them", Value: d.facts.Words(s.Source), Help: "Such as “the minister”; empty when they are not named here."},
		{Name: "act", Label: "How", Control: view.Choice, Options: choices(s.Act, said, fact.Acts[:]...)},
		{Name: "form", Label: "Whose words", Control: view.Choice, Options: choices(s.Form, formWord, fact.Direct, fact.Indirect, fact.Mixed)},
		{Name: "via", Label: "On whose word", Value: d.relays(s, names), Suggest: namesList, Help: "Who passes it on, such as an agency; several are parted by semicolons."},
		{Name: "said", Label: "Said on", Value: s.Said, Day: true, Help: "A day as 2022-01-12; empty when the article does not tell."},
		{Name: "hedged", Label: "Hedged: “may”, “reportedly”", Control: view.Checkbox, Checked: s.Hedged},
		{Name: "negated", Label: "Negated: it is said not to be so", Control: view.Checkbox, Checked: s.Negated},
	}}
}

// namesList is the id of the list of names that fields complete.
const namesList = "names"

// wordsField is a field for words of the article, whose ends can be moved.
func (d *desk) wordsField(name, label string, at text.Span, lines int) view.Field {
	return view.Field{Name: name, Label: label, Control: view.TextArea, Value: d.article.Text[at.Start:at.End], Lines: lines, Required: true, Ends: true,
		Help: "As they stand in the article, from the first word to the last."}
}

// ends is where words stand, in code points as the browser counts them.
func (d *desk) ends(at text.Span) []view.Hidden {
	points := text.PointsOf(d.article.Text)
	return []view.Hidden{{Name: "start", Value: itoa(points.At(at.Start))}, {Name: "end", Value: itoa(points.At(at.End))}}
}

// relays is who passes a statement on, as the form has it.
func (d *desk) relays(s fact.Statement, names map[int]string) string {
	var all []string
	for _, v := range s.Via {
		if names[v.Entity] != "" {
			all = append(all, names[v.Entity])
		} else {
			all = append(all, d.article.Text[v.Span.Start:v.Span.End])
		}
	}
	return strings.Join(all, "; ")
}

// editedStatement is s with what the form says.
func editedStatement(s fact.Statement, f form) (fact.Statement, error) {
	whole := text.Cover(s.Content)
	at, err := f.words("words", whole)
	if err != nil {
		return s, err
	}
	if at != whole {
		s.Content = []text.Span{at}
	}
	if s.Source, err = f.source(s.Source, at); err != nil {
		return s, err
	}
	if s.Speaker, err = f.who("speaker", at, s.Source); err != nil {
		return s, err
	}
	if s.Via, err = f.via(s.Via, at); err != nil {
		return s, err
	}
	s.Act, s.Form, s.Said = fact.Act(f.get("act")), fact.Form(f.get("form")), f.get("said")
	s.Hedged, s.Negated = f.has("hedged"), f.has("negated")
	if said[s.Act] == "" || formWord[s.Form] == "" {
		return s, invalid("choose how it was said, and in whose words")
	}
	return s, timex(s.Said)
}

// source is the article's words for who speaks.
func (f form) source(was []text.Span, near text.Span) ([]text.Span, error) {
	words := f.lines("source")
	if !f.has("source") || words == partsOf(f.text, was) {
		return was, nil
	}
	if words == "" {
		return nil, nil
	}
	at := nearest(f.text, words, near.Start)
	if at < 0 {
		return nil, invalid("the article’s words for them do not stand in it; copy them from the text")
	}
	return []text.Span{{Start: at, End: at + len(words)}}, nil
}

// partsOf is what stands at spans, parts that are apart joined as a form has
// them.
func partsOf(s string, spans []text.Span) string {
	parts := make([]string, len(spans))
	for i, at := range spans {
		parts[i] = s[at.Start:at.End]
	}
	return strings.Join(parts, " … ")
}

// via is who passes a statement on: those of was where the form says the same.
func (f form) via(was []fact.Relay, near text.Span) ([]fact.Relay, error) {
	if !f.has("via") {
		return was, nil
	}
	var all []fact.Relay
	names := labels(f.entities)
	for typed := range strings.SplitSeq(f.get("via"), ";") {
		typed = strings.TrimSpace(typed)
		if typed == "" {
			continue
		}
		if same, ok := f.sameRelay(was, names, typed); ok {
			all = append(all, same)
			continue
		}
		v, err := f.relay(typed, near)
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, nil
}

func (f form) sameRelay(was []fact.Relay, names map[int]string, typed string) (fact.Relay, bool) {
	for _, v := range was {
		if typed == names[v.Entity] || v.Entity == 0 && typed == f.text[v.Span.Start:v.Span.End] {
			return v, true
		}
	}
	return fact.Relay{}, false
}

// relay is someone who passes a statement on, at the place that names them
// closest to it.
func (f form) relay(typed string, near text.Span) (fact.Relay, error) {
	id := f.find(typed)
	if id == 0 {
		at := nearest(f.text, typed, near.Start)
		if at < 0 {
			return fact.Relay{}, invalid("“" + typed + "” does not stand in the article; write who passes it on as the article does")
		}
		return fact.Relay{Span: text.Span{Start: at, End: at + len(typed)}}, nil
	}
	v := fact.Relay{Entity: id}
	for _, e := range f.entities {
		for _, m := range e.Mentions {
			if e.ID == id && (v.Span.Empty() || abs(m.Span.Start-near.Start) < abs(v.Span.Start-near.Start)) {
				v.Span = m.Span
			}
		}
	}
	return v, nil
}

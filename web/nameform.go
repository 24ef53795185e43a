package web

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/extract/fact"
	"onrecord/extract/text"
	"onrecord/store"
	"onrecord/web/view"
)

func itoa(n int) string { return strconv.Itoa(n) }

// labels is what a form calls the entities of an article, each otherwise: by
// name, and by role or number where two have one name.
func labels(entities []fact.Entity) map[int]string {
	all, taken := map[int]string{}, map[string]bool{}
	for _, e := range entities {
		label := e.Name
		if taken[label] {
			label = joined(", ", e.Name, e.Role)
		}
		for n := 2; taken[label]; n++ {
			label = joined(" ", e.Name, "("+itoa(n)+")")
		}
		all[e.ID], taken[label] = label, true
	}
	return all
}

// names is what fields for names complete: the article's, then those that the
// most articles of the archive have.
func (d *desk) names(known []store.Entity) []string {
	var all []string
	of := labels(d.facts.Entities)
	for i, e := range d.facts.Entities {
		if d.facts.State(d.facts.Keys.Entities[i]) != store.Rejected {
			all = append(all, of[e.ID])
		}
	}
	for _, e := range known {
		if !slices.Contains(all, e.Name) {
			all = append(all, e.Name)
		}
	}
	return all
}

// find is the entity that a form means by what was typed, 0 for none.
func (f form) find(typed string) int {
	of := labels(f.entities)
	for _, same := range [...]func(a, b string) bool{func(a, b string) bool { return a == b }, strings.EqualFold} {
		for _, e := range f.entities {
			if same(of[e.ID], typed) {
				return e.ID
			}
		}
	}
	return 0
}

// who is the entity that was typed into a field, 0 for none. A name that the
// article does not have becomes one of its own, where it stands in the text
// closest to near, or else at the article's words for who speaks.
func (f form) who(field string, near text.Span, source []text.Span) (int, error) {
	typed := f.get(field)
	if id := f.find(typed); id != 0 || typed == "" {
		return id, nil
	}
	if _, err := strconv.Atoi(typed); err == nil { // a program may send the number
		return f.known(typed)
	}
	e := fact.Entity{Name: typed, Kind: fact.Kind(cmp.Or(f.get("new_kind"), string(fact.Person)))}
	if err := among(e.Kind, entityKinds[:]); err != nil {
		return 0, err
	}
	e.Mentions = f.namings(typed)
	if at := nearest(f.text, typed, near.Start); at >= 0 && len(e.Mentions) == 0 { // a part of another name
		e.Mentions = []fact.Mention{{Span: text.Span{Start: at, End: at + len(typed)}, How: fact.ByName}}
	}
	if len(e.Mentions) == 0 && len(source) > 0 {
		e.Mentions = []fact.Mention{{Span: source[0], How: fact.ByRole}}
	}
	if len(e.Mentions) == 0 {
		return 0, invalid("“" + typed + "” does not stand in the article; say what the article calls them in the field below, or choose a name that it has")
	}
	return f.add(e)
}

// namings is everywhere that the article has a name as words of their own, but
// for where the name is part of another one.
func (f form) namings(name string) []fact.Mention {
	var all []fact.Mention
	for at := 0; name != ""; {
		i := strings.Index(f.text[at:], name)
		if i < 0 {
			break
		}
		span := text.Span{Start: at + i, End: at + i + len(name)}
		if at = span.End; f.wholeWords(span) && !f.partOfAnother(span) {
			all = append(all, fact.Mention{Span: span, How: fact.ByName})
		}
	}
	return all
}

func (f form) wholeWords(at text.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(f.text[:at.Start])
	after, _ := utf8.DecodeRuneInString(f.text[at.End:])
	return !unicode.IsLetter(before) && !unicode.IsDigit(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after)
}

func (f form) partOfAnother(at text.Span) bool {
	return slices.ContainsFunc(f.entities, func(e fact.Entity) bool {
		return slices.ContainsFunc(e.Mentions, func(m fact.Mention) bool {
			return m.How == fact.ByName && m.Span != at && m.Span.Contains(at)
		})
	})
}

// nameForm has what can be said of a name.
func (d *desk) nameForm(e fact.Entity) view.Form {
	at := named(e)
	form := view.Form{Hidden: d.ends(at), Fields: []view.Field{
		{Name: "name", Label: "Name", Value: e.Name, Required: true, Suggest: namesList, Help: "In full, as the archive is to know them."},
		{Name: "kind", Label: "Kind", Control: view.Choice, Options: choices(e.Kind, nil, entityKinds[:]...)},
		{Name: "role", Label: "Role", Value: e.Role, Help: "Such as “harbour master”."},
	}}
	if !at.Empty() {
		form.Fields = append(form.Fields, d.wordsField("words", "Named in the words", at, 1))
	}
	return form
}

// named is the first place that names an entity.
func named(e fact.Entity) text.Span {
	if i := naming(e); i >= 0 {
		return e.Mentions[i].Span
	}
	return text.Span{}
}

func naming(e fact.Entity) int {
	i := slices.IndexFunc(e.Mentions, func(m fact.Mention) bool { return m.How == fact.ByName })
	if i < 0 && len(e.Mentions) > 0 {
		return 0
	}
	return i
}

// editedName is e with what the form says.
func editedName(e fact.Entity, f form) (fact.Entity, error) {
	e.Name, e.Kind, e.Role = f.get("name"), fact.Kind(f.get("kind")), f.get("role")
	if e.Name == "" {
		return e, invalid("a name cannot be empty")
	}
	if f.has("words") {
		at, err := f.words("words", named(e))
		if err != nil {
			return e, err
		}
		if i := naming(e); i >= 0 {
			e.Mentions = slices.Clone(e.Mentions)
			e.Mentions[i].Span = at
		} else if e.Mentions = f.namings(f.text[at.Start:at.End]); len(e.Mentions) == 0 {
			e.Mentions = []fact.Mention{{Span: at, How: fact.ByName}}
		}
	}
	return e, among(e.Kind, entityKinds[:])
}

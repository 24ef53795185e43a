package view

import (
	"net/url"
	"strings"
)

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

// weighed is what was pinned to a claim, as the list says it.
func (c ClaimLine) weighed() string {
	if c.For+c.Against+c.Context == 0 {
		return "no evidence"
	}
	said := number(c.For) + " for, " + number(c.Against) + " against"
	if c.Context > 0 {
		said += ", " + number(c.Context) + " context"
	}
	return said
}

// tagged is the tags of a claim, as the list says them.
func (c ClaimLine) tagged() string {
	if len(c.Tags) == 0 {
		return ""
	}
	return "tags: " + strings.Join(c.Tags, ", ")
}

// TagHref is the page that lists what has a tag.
func TagHref(words string) string { return "/tags/" + url.PathEscape(words) }

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

// offered is the id of the list of names, if there is one.
func (m NewClaim) offered() string {
	if len(m.People) == 0 {
		return ""
	}
	return "claim-people"
}

// hidden is what the claim is made of.
func (f ClaimForm) hidden() []Hidden {
	hidden := []Hidden{{"statement", f.Statement}, {"offered", onOff(f.Offered)}}
	if f.Quote != "" {
		hidden = append(hidden, Hidden{"article", f.Article}, Hidden{"quote", f.Quote}, Hidden{"start", f.Start}, Hidden{"end", f.End})
	}
	return hidden
}

// form is the fields of new evidence of its kind, on the claim that action
// names.
func (f EvidenceForm) form(action string) Form {
	form := Form{Action: action, Problem: f.Problem, Hidden: []Hidden{{"kind", f.kind()}}}
	side, why := f.side(), Field{Name: "why", Label: "Why it matters", Value: f.Why, Help: "One line that a reader could check."}
	switch f.kind() {
	case AddFile:
		form.Submit, form.Upload = "Attach the file", true
		form.Fields = []Field{{
			Name: "file", Label: "File", Control: FileBox, Required: true,
			Help: "Of at most 64 MB. It is copied into the archive to the byte and is never opened there.",
		}, side, why}
	case AddAddress:
		form.Submit = "Keep the address"
		form.Fields = []Field{
			{
				Name: "address", Label: "Address", Control: URLInput, Value: f.Address, Required: true,
				Help: "Kept as text with today’s date. Nothing is fetched: to keep the page itself, add it to the library.",
			},
			{Name: "quote", Label: "Words there, if any matter", Control: TextArea, Value: f.Quote, Lines: 2}, side, why,
		}
	default:
		form.Submit = "Pin it"
		form.Hidden = append(form.Hidden, Hidden{"start", f.Start}, Hidden{"end", f.End})
		form.Fields = append(f.article(),
			Field{Name: "quote", Label: "Passage", Control: TextArea, Value: f.Quote, Help: "Copied from the article, word for word. Left empty, the whole article is pinned."}, side, why)
	}
	return form
}

// article is the fields that say which article it is.
func (f EvidenceForm) article() []Field {
	title := Field{Name: "article", Label: "Article", Value: f.Article, Required: true, Help: "Words of its title; those of the newest are offered."}
	if len(f.Titles) > 0 {
		title.Suggest = "article-titles"
	}
	if len(f.Found) == 0 {
		return []Field{title}
	}
	return []Field{title, {Name: "found", Label: "Which of these", Control: Radios, Options: f.Found}}
}

func (f EvidenceForm) kind() string {
	if f.Kind == AddFile || f.Kind == AddAddress {
		return f.Kind
	}
	return AddPassage
}

// side is the choice of what evidence is to the claim.
func (f EvidenceForm) side() Field {
	return Field{Name: "side", Label: "It speaks", Control: Radios, Options: Sides(f.Side)}
}

// Sides are the choices of a side, of which one is chosen: the first, when now
// is none of them.
func Sides(now string) []Option {
	all := []Option{{Value: "for", Label: "for the claim"}, {Value: "against", Label: "against it"}, {Value: "context", Label: "for neither: it is context"}}
	chosen := 0
	for i := range all {
		if all[i].Value == now {
			chosen = i
		}
	}
	all[chosen].Selected = true
	return all
}

// form is the fields that pin a passage to one of the claims.
func (m PinEvidence) form() Form {
	return Form{
		Action: "/claims/pin", Submit: "Pin it", Problem: m.Form.Problem,
		Hidden: []Hidden{{"start", m.Form.Start}, {"end", m.Form.End}, {"article", m.ID}, {"q", m.Text}},
		Fields: []Field{
			{Name: "claim", Label: "Claim", Control: Radios, Options: m.Claims, Required: true},
			m.Form.side(),
			{Name: "quote", Label: "Passage", Control: TextArea, Value: m.Form.Quote, Help: "Word for word as in the article. Left empty, the whole article is pinned."},
			{Name: "why", Label: "Why it matters", Value: m.Form.Why, Help: "One line that a reader could check."},
		},
	}
}

// statuses are the steps of a claim on its way, with what each means.
var statuses = [...]struct{ value, means string }{
	{"open", "not begun"}, {"checking", "being checked"}, {"ready", "checked, and can be published"},
}

// pressed is whether the button of a status is the one that holds.
func pressed(on bool) string {
	if on {
		return "true"
	}
	return "false"
}

// addHref is the address of the page with the form for evidence of a kind.
func (m Claim) addHref(kind string) string {
	return "/claims/" + m.ID + "?add=" + kind + "#add-evidence"
}

// digit is the key that chooses the verdict at a place, "" for none.
func digit(i int) string {
	if i > 8 {
		return ""
	}
	return number(i + 1)
}

// about is what the evidence is, in a few words, for the names of its buttons.
func (e Evidence) about() string { return firstWords(e.Quote, e.Article.Text) }

// about is whose statement it is and of which day, for the names of its
// buttons.
func (s ClaimStatement) about() string { return parts(s.Who, s.Day) }

// firstWords is the first few words of the first text that has any.
func firstWords(texts ...string) string {
	const most = 8
	for _, t := range texts {
		if words := strings.Fields(t); len(words) > most {
			return strings.Join(words[:most], " ") + "…"
		} else if len(words) > 0 {
			return t
		}
	}
	return ""
}

// listID is the id of a list of suggestions, "" when it has none.
func listID(id string, list []string) string {
	if len(list) == 0 {
		return ""
	}
	return id
}

func (m NewClaim) alikeTitle() string {
	if len(m.Alike) == 1 {
		return "There is already a claim that reads much like this"
	}
	return "There are already claims that read much like this"
}

// VerdictForm is what sets the verdict on a claim.
func (m Claim) VerdictForm() Form {
	return Form{
		Action: "/claims/" + m.ID + "/verdict", Submit: "Save the verdict", Problem: m.Problem, Mark: m.Mark,
		Fields: []Field{
			{Name: "verdict", Label: "The claim is", Control: Radios, Options: m.verdictOptions()},
			{Name: "reason", Label: "Because", Control: TextArea, Value: m.Reason, Help: "One or two sentences that a reader could check."},
		},
	}
}

func (m Claim) verdictOptions() []Option {
	all := make([]Option, len(m.Verdicts))
	for i, v := range m.Verdicts {
		all[i] = Option{Value: v.Label, Label: v.Label, Selected: v.Selected}
	}
	return all
}

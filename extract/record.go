package extract

import (
	"onrecord/extract/article"
	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// A Record is one document's article and facts as `onrecord extract` prints
// them. Spans are code points of Article.Text, half-open.
type Record struct {
	ID         string            `json:"id"`
	Article    RecordArticle     `json:"article"`
	Sentences  []pair            `json:"sentences"`
	Entities   []RecordEntity    `json:"entities"`
	Statements []RecordStatement `json:"statements"`
	Times      []RecordTime      `json:"times"`
	Amounts    []RecordAmount    `json:"amounts"`
	Events     []RecordEvent     `json:"events"`
	Positions  []RecordPosition  `json:"positions"`
	Tokens     []RecordToken     `json:"tokens,omitzero"` // only when they were asked for
}

type pair [2]int

type RecordArticle struct {
	Title         *string  `json:"title"`
	Byline        []string `json:"byline"`
	Outlet        *string  `json:"outlet"`
	URL           *string  `json:"url"`
	Published     *string  `json:"published"`
	PublishedFrom *string  `json:"published_from"`
	Language      *string  `json:"language"`
	Text          string   `json:"text"`
}

type RecordMention struct {
	Span pair     `json:"span"`
	How  fact.How `json:"how"`
}

type RecordEntity struct {
	ID         int             `json:"id"`
	Name       string          `json:"name"`
	Kind       fact.Kind       `json:"kind"`
	Role       *string         `json:"role"`
	Of         *int            `json:"of"`
	Mentions   []RecordMention `json:"mentions"`
	Rule       string          `json:"rule"`
	Confidence float64         `json:"confidence"`
}

type RecordRelay struct {
	Span   pair `json:"span"`
	Entity *int `json:"entity"`
}

type RecordStatement struct {
	ID         int           `json:"id"`
	Content    []pair        `json:"content"`
	Cue        []pair        `json:"cue"`
	Source     []pair        `json:"source"`
	Speaker    *int          `json:"speaker"`
	Via        []RecordRelay `json:"via"`
	Form       fact.Form     `json:"form"`
	Act        fact.Act      `json:"act"`
	Said       *string       `json:"said"`
	Inside     *int          `json:"inside"`
	Continues  *int          `json:"continues"`
	Hedged     bool          `json:"hedged"`
	Negated    bool          `json:"negated"`
	Confidence float64       `json:"confidence"`
	Rule       string        `json:"rule"`
}

type RecordTime struct {
	Span       pair          `json:"span"`
	Type       fact.TimeType `json:"type"`
	Value      string        `json:"value"`
	Reason     string        `json:"reason"`
	Conflict   *string       `json:"conflict"`
	Rule       string        `json:"rule"`
	Confidence float64       `json:"confidence"`
}

type RecordAmount struct {
	Span        pair     `json:"span"`
	Value       *float64 `json:"value"`
	Low         *float64 `json:"low"`
	High        *float64 `json:"high"`
	Unit        string   `json:"unit"`
	Of          *string  `json:"of"`
	Where       *int     `json:"where"`
	Approximate bool     `json:"approximate"`
	Statement   *int     `json:"statement"`
	Rule        string   `json:"rule"`
	Confidence  float64  `json:"confidence"`
}

type RecordEvent struct {
	Span       pair           `json:"span"`
	Mentions   []pair         `json:"mentions"`
	Kind       fact.EventKind `json:"kind"`
	Who        []int          `json:"who"`
	Where      *int           `json:"where"`
	When       *string        `json:"when"`
	Status     fact.Status    `json:"status"`
	Statement  *int           `json:"statement"`
	Rule       string         `json:"rule"`
	Confidence float64        `json:"confidence"`
}

type RecordPosition struct {
	Span       pair        `json:"span"`
	Actor      *int        `json:"actor"`
	Act        fact.Act    `json:"act"`
	Stance     fact.Stance `json:"stance"`
	Topic      []pair      `json:"topic"`
	Statement  *int        `json:"statement"`
	Rule       string      `json:"rule"`
	Confidence float64     `json:"confidence"`
}

// NewRecord puts a and what was found in it into the form that is printed.
func NewRecord(id string, a *article.Article, f *fact.Facts) Record {
	p := points{text.PointsOf(a.Text)}
	r := Record{ID: id, Article: recordArticle(a), Sentences: p.spans(f.Sentences)}
	r.Entities = each(f.Entities, func(e fact.Entity) RecordEntity {
		mentions := each(e.Mentions, func(m fact.Mention) RecordMention { return RecordMention{p.span(m.Span), m.How} })
		return RecordEntity{e.ID, e.Name, e.Kind, given(e.Role), given(e.Of), mentions, e.Rule, e.Confidence}
	})
	r.Statements = each(f.Statements, func(s fact.Statement) RecordStatement { return p.statement(s) })
	r.Times = each(f.Times, func(t fact.Time) RecordTime {
		return RecordTime{p.span(t.Span), t.Type, t.Value, t.Reason, given(t.Conflict), t.Rule, t.Confidence}
	})
	r.Amounts = each(f.Amounts, func(x fact.Amount) RecordAmount {
		return RecordAmount{p.span(x.Span), x.Value, x.Low, x.High, x.Unit, given(x.Of), given(x.Where), x.Approximate, given(x.Statement), x.Rule, x.Confidence}
	})
	r.Events = each(f.Events, func(e fact.Event) RecordEvent {
		return RecordEvent{p.span(e.Span), p.spans(e.Mentions), e.Kind, append([]int{}, e.Who...), given(e.Where), given(e.When), e.Status, given(e.Statement), e.Rule, e.Confidence}
	})
	r.Positions = each(f.Positions, func(x fact.Position) RecordPosition {
		return RecordPosition{p.span(x.Span), given(x.Actor), x.Act, x.Stance, p.spans(x.Topic), given(x.Statement), x.Rule, x.Confidence}
	})
	return r
}

func recordArticle(a *article.Article) RecordArticle {
	return RecordArticle{given(a.Title), append([]string{}, a.Byline...), given(a.Outlet), given(a.URL),
		given(a.Date()), given(a.PublishedFrom), given(a.Language), a.Text}
}

func (p points) statement(s fact.Statement) RecordStatement {
	via := each(s.Via, func(v fact.Relay) RecordRelay { return RecordRelay{p.span(v.Span), given(v.Entity)} })
	return RecordStatement{s.ID, p.spans(s.Content), p.spans(s.Cue), p.spans(s.Source), given(s.Speaker), via,
		s.Form, s.Act, given(s.Said), given(s.Inside), given(s.Continues), s.Hedged, s.Negated, s.Confidence, s.Rule}
}

// given is nil for the zero value, which in facts means not given.
func given[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}

// each is f of every element, never nil, so that JSON has [] and not null.
func each[T, U any](all []T, f func(T) U) []U {
	out := make([]U, len(all))
	for i, v := range all {
		out[i] = f(v)
	}
	return out
}

type points struct{ text.Points }

func (p points) span(s text.Span) pair { return pair{p.At(s.Start), p.At(s.End)} }

func (p points) spans(all []text.Span) []pair { return each(all, p.span) }

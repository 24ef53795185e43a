package web

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"onrecord/store"
	"onrecord/web/view"
)

func claimHref(id int64) string { return "/claims/" + strconv.FormatInt(id, 10) }

// claimSorts is how the list can be ordered; "open" is what is unfinished.
var claimSorts = [...]view.Option{{Value: "", Label: "Newest first"}, {Value: "open", Label: "Most left to do first"}}

func (s *Server) claims(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	f := store.ClaimFilter{Verdict: q.Get("verdict"), Status: q.Get("status"), Who: strings.TrimSpace(q.Get("who")),
		Tag: strings.TrimSpace(q.Get("tag")), Words: q.Get("q")}
	m := view.Claims{Page: s.page(r, "Claims", view.SectionClaims), Text: f.Words, Who: f.Who, Tag: f.Tag, Set: f != store.ClaimFilter{}}
	f.Unfinished = q.Get("sort") == "open"
	f.Skip, _ = strconv.Atoi(q.Get("skip"))
	f.Skip = max(0, f.Skip)
	err := s.view(r, func(tx *store.Tx) error {
		if err := fillFilter(tx, &m, f); err != nil {
			return err
		}
		return fillClaims(tx, &m, f)
	})
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view.ClaimsPage(m))
}

// fillFilter is what the list can be narrowed to.
func fillFilter(tx *store.Tx, m *view.Claims, f store.ClaimFilter) error {
	list, err := tx.Verdicts()
	if err != nil {
		return err
	}
	m.Verdicts = []view.Option{{Label: "Any verdict"}}
	for _, v := range list {
		m.Verdicts = append(m.Verdicts, view.Option{Value: v.Words, Label: v.Words, Selected: v.Words == f.Verdict})
	}
	m.Statuses = []view.Option{{Label: "Any status"}}
	for _, status := range store.Statuses {
		m.Statuses = append(m.Statuses, view.Option{Value: status, Label: status, Selected: status == f.Status})
	}
	for _, o := range claimSorts {
		o.Selected = (o.Value == "open") == f.Unfinished
		m.Sorts = append(m.Sorts, o)
	}
	if m.People, err = tx.Claimants(); err != nil {
		return err
	}
	m.Tags, err = tagWords(tx)
	return err
}

// fillClaims is a page of the list, and what lies before and after it.
func fillClaims(tx *store.Tx, m *view.Claims, f store.ClaimFilter) error {
	total, err := tx.CountClaims(f)
	if err != nil {
		return err
	}
	m.Total = plural(total, "claim", "claims")
	all, err := tx.Claims(f, perPage)
	if err != nil {
		return err
	}
	if len(all) == 0 && total > 0 { // past the end: the last page
		f.Skip = (total - 1) / perPage * perPage
		if all, err = tx.Claims(f, perPage); err != nil {
			return err
		}
	}
	if m.Lines, err = claimLines(tx, all); err != nil || total <= perPage {
		return err
	}
	m.Paging.Range = thousands(f.Skip+1) + "–" + thousands(f.Skip+len(all)) + " of " + thousands(total)
	if f.Skip > 0 {
		m.Paging.Newer = claimsAddress(f, max(0, f.Skip-perPage))
	}
	if f.Skip+len(all) < total {
		m.Paging.Older = claimsAddress(f, f.Skip+perPage)
	}
	return nil
}

func claimsAddress(f store.ClaimFilter, skip int) string {
	q := url.Values{}
	for name, v := range map[string]string{"q": f.Words, "verdict": f.Verdict, "status": f.Status, "who": f.Who, "tag": f.Tag} {
		if v != "" {
			q.Set(name, v)
		}
	}
	if f.Unfinished {
		q.Set("sort", "open")
	}
	if skip > 0 {
		q.Set("skip", strconv.Itoa(skip))
	}
	return strings.TrimSuffix("/claims?"+q.Encode(), "?")
}

// claimLines is claims as a list shows them.
func claimLines(tx *store.Tx, all []store.ClaimLine) ([]view.ClaimLine, error) {
	list, err := tx.Verdicts()
	lines := make([]view.ClaimLine, len(all))
	for i, c := range all {
		lines[i] = view.ClaimLine{
			Href: claimHref(c.ID), Text: c.Words, Who: c.Who, Verdict: verdict(list, c.Verdict), Status: c.Status, First: dayWord(c.First),
			Statements: c.Statements, For: c.For, Against: c.Against, Context: c.Context, Tags: c.Tags,
		}
	}
	return lines, err
}

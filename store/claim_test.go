package store

import (
	"context"
	"fmt"
	"slices"
	"testing"
)

// sorted is an archive with two articles and three claims: one closing, that
// is false and checked, one tagged, one of nobody.
func sorted(t *testing.T) (a *Archive, articles []int64, claims [3]int64) {
	t.Helper()
	a = newArchive(t)
	articles = add(t, a, harbour("The first."), harbour("The second."))
	for i, c := range []Claim{
		{Words: "The harbour closes on Friday.", Who: "Ilse Maren", Verdict: "false", Reason: "It stayed open.", Status: "ready"},
		{Words: "Forty ships will be late.", Who: "Tomas Oker", Status: "checking"},
		{Words: "The ferry is free."},
	} {
		claims[i] = do(t, a, func(d *Deed) error { _, err := d.SaveClaim(c); return err })
	}
	do(t, a, func(d *Deed) error { return d.SaveLink(claims[0], articles[0], harbourKey, "same") })
	do(t, a, func(d *Deed) error {
		_, err := d.SaveEvidence(Evidence{Claim: claims[0], Article: &articles[1], Stance: "against"})
		return err
	})
	do(t, a, func(d *Deed) error { return d.SaveTag(Tag{Words: "Port", Claim: &claims[1]}) })
	do(t, a, func(d *Deed) error { return d.SaveTag(Tag{Words: "port", Article: &articles[1]}) })
	return a, articles, claims
}

func TestClaimsAreNarrowedAndSorted(t *testing.T) {
	a, _, claims := sorted(t)
	for _, x := range []struct {
		name string
		f    ClaimFilter
		want []int
	}{
		{"all, newest first", ClaimFilter{}, []int{2, 1, 0}},
		{"what is open first", ClaimFilter{Unfinished: true}, []int{2, 1, 0}},
		{"the second page", ClaimFilter{Skip: 2}, []int{0}},
		{"a verdict", ClaimFilter{Verdict: "false"}, []int{0}},
		{"a status", ClaimFilter{Status: "checking"}, []int{1}},
		{"a tag in any case", ClaimFilter{Tag: "PORT"}, []int{1}},
		{"some of a name", ClaimFilter{Who: "maren"}, []int{0}},
		{"words", ClaimFilter{Words: "harbour friday"}, []int{0}},
		{"a word and not another", ClaimFilter{Words: "the -harbour"}, []int{2}},
		{"verdict: in the words", ClaimFilter{Words: "verdict:FALSE"}, []int{0}},
		{"without a verdict", ClaimFilter{Words: "-verdict:false the"}, []int{2}},
		{"status: in the words", ClaimFilter{Words: "status:checking ships"}, []int{1}},
		{"tag: in the words", ClaimFilter{Words: "tag:port"}, []int{1}},
		{"speaker: in the words", ClaimFilter{Words: "speaker:oker"}, []int{1}},
		{"both that cannot hold", ClaimFilter{Verdict: "false", Tag: "port"}, []int{}},
		{"a like pattern as a name", ClaimFilter{Who: "%"}, []int{}},
	} {
		t.Run(x.name, func(t *testing.T) {
			got := []int{}
			for _, c := range see(t, a, func(tx *Tx) ([]ClaimLine, error) { return tx.Claims(x.f, 50) }) {
				got = append(got, slices.Index(claims[:], c.ID))
			}
			if !slices.Equal(got, x.want) {
				t.Errorf("Claims(%+v) = claims %v, want %v", x.f, got, x.want)
			}
			x.f.Skip = 0
			if n := see(t, a, func(tx *Tx) (int, error) { return tx.CountClaims(x.f) }); x.name != "the second page" && n != len(x.want) {
				t.Errorf("CountClaims(%+v) = %d, want %d", x.f, n, len(x.want))
			}
		})
	}
	line := see(t, a, func(tx *Tx) ([]ClaimLine, error) { return tx.Claims(ClaimFilter{Verdict: "false"}, 1) })[0]
	if line.Statements != 1 || line.Against != 1 || line.For+line.Context != 0 || line.First != "2031-03-04" {
		t.Errorf("the line is %+v, want a statement, evidence against and the first day", line)
	}
}

func TestSearchAsksForVerdictStatusAndTag(t *testing.T) {
	a, articles, claims := sorted(t)
	for _, x := range []struct {
		query                        string
		articles, statements, claims []int64
	}{
		{"verdict:false", []int64{articles[1], articles[0]}, []int64{articles[0]}, []int64{claims[0]}},
		{"verdict:false second", []int64{articles[1]}, nil, nil},
		{"harbour verdict:false", []int64{articles[1], articles[0]}, []int64{articles[0]}, []int64{claims[0]}},
		{"harbour -verdict:false", nil, []int64{articles[1]}, nil},
		{"status:ready", []int64{articles[1], articles[0]}, []int64{articles[0]}, []int64{claims[0]}},
		{"tag:PORT", []int64{articles[1]}, nil, []int64{claims[1]}},
		{"tag:port first", nil, nil, nil},
		{"tag:port speaker:maren", nil, nil, nil},
		{`verdict:"cannot be determined"`, nil, nil, nil},
	} {
		t.Run(x.query, func(t *testing.T) {
			f, err := a.Search(context.Background(), x.query, Page{}, 9)
			if err != nil {
				t.Fatal(err)
			}
			ids := func(hits []Hit) []int64 {
				var all []int64
				for _, h := range hits {
					all = append(all, h.ID)
				}
				return all
			}
			if !slices.Equal(ids(f.Articles), x.articles) || !slices.Equal(ids(f.Statements), x.statements) || !slices.Equal(ids(f.Claims), x.claims) {
				t.Errorf("Search(%q) = articles %v, statements of %v, claims %v, want %v, %v, %v",
					x.query, ids(f.Articles), ids(f.Statements), ids(f.Claims), x.articles, x.statements, x.claims)
			}
		})
	}
}

func TestClaimsThatReadAlike(t *testing.T) {
	a, _, claims := sorted(t)
	for words, want := range map[string]int64{
		"The harbour will close on Friday": claims[0],
		"the harbour closed Friday":        claims[0],
		"Forty ships were late":            claims[1],
		"The harbour was sold":             0,
		"a b c":                            0,
		"“NEAR(* AND":                      0,
		"":                                 0,
		fmt.Sprint("harbour ", make([]string, 400)):     0,
		"Nobody said when the ferry would sail on time": 0,
	} {
		got := int64(0)
		if all := see(t, a, func(tx *Tx) ([]ClaimLine, error) { return tx.ClaimsAlike(words, 3) }); len(all) > 0 {
			got = all[0].ID
		}
		if got != want {
			t.Errorf("ClaimsAlike(%q) = claim %d, want %d", words, got, want)
		}
	}
}

func TestClaimantIsTheEntityOfThatName(t *testing.T) {
	a, _, _ := sorted(t)
	if e := see(t, a, func(tx *Tx) (Entity, error) { return tx.Claimant("Mr. Ilse MAREN") }); e.Name != "Ilse Maren" {
		t.Errorf("Claimant = %+v, want Ilse Maren", e)
	}
	if err := a.View(context.Background(), func(tx *Tx) error { _, err := tx.Claimant("Nobody"); return err }); err == nil {
		t.Error("Claimant of a name that nobody has is somebody")
	}
}

func TestTitledAndNear(t *testing.T) {
	a, articles, _ := sorted(t)
	for words, want := range map[string]int{"harbour CLOSE": 2, "harbour bridge": 0, `"harbour" -close*`: 2, "": 0, "tag:harbour": 0} {
		if all := see(t, a, func(tx *Tx) ([]Listed, error) { return tx.Titled(words, 9) }); len(all) != want {
			t.Errorf("Titled(%q) = %d articles, want %d", words, len(all), want)
		}
	}
	do(t, a, func(d *Deed) error {
		return d.Put("story", "1", map[string]string{"name": "Port", "about": "", "query": "", "made": ""})
	})
	for _, article := range articles {
		do(t, a, func(d *Deed) error {
			return d.Put("story_item", fmt.Sprint("1/article/", article), map[string]any{"story": 1, "article": article, "belongs": 1, "seq": 0, "made": ""})
		})
	}
	near := see(t, a, func(tx *Tx) ([]Near, error) { return tx.StatementsNear("harbour", 0, articles[0], 9) })
	if len(near) != 2 || !near[0].Story || near[0].Speaker {
		t.Errorf("StatementsNear = %+v, want both of the same story", near)
	}
}

// A benchmark of a page of the list and of what is offered for a claim, with
// more claims than anyone makes.
func BenchmarkClaims(b *testing.B) {
	a, err := Open(b.TempDir() + "/onrecord.sqlite")
	if err != nil {
		b.Fatal(err)
	}
	defer a.Close()
	if _, err := a.Do(context.Background(), "", "many", func(d *Deed) error {
		for i := range 10_000 {
			c := Claim{Words: fmt.Sprintf("The harbour %d closes on day %d of the year.", i, i%365), Who: fmt.Sprint("Person ", i%90), Verdict: ownVerdicts[i%6].Words, Status: Statuses[i%3]}
			if err := d.Put("claim", fmt.Sprint(i+1), c); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		b.Fatal(err)
	}
	for name, ask := range map[string]func(*Tx) error{
		"newest": func(tx *Tx) error { _, err := tx.Claims(ClaimFilter{}, 50); return err },
		"unfinished": func(tx *Tx) error {
			_, err := tx.Claims(ClaimFilter{Unfinished: true, Words: "harbour"}, 50)
			return err
		},
		"alike": func(tx *Tx) error { _, err := tx.ClaimsAlike("The harbour 77 closed on day 12", 3); return err },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := a.View(context.Background(), ask); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

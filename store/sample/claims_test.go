package sample

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"slices"
	"testing"
)

// A goldClaim is a claim and the statements that make, repeat or deny it, in
// order of publication. RestsOn is the article whose report is all that a
// statement is based on.
type goldClaim struct {
	ID         string `json:"id"`
	Claim      string `json:"claim"`
	Statements []struct {
		Article string `json:"article"`
		Content string `json:"content"`
		Stance  string `json:"stance"`
		RestsOn string `json:"rests_on"`
	} `json:"statements"`
}

func TestClaimsNameGoldStatements(t *testing.T) {
	known := map[string]map[string]bool{}
	for _, d := range Documents() {
		g, _ := reading(t, d)
		known[d.ID] = map[string]bool{}
		for _, s := range g.Statements {
			known[d.ID][s.Content[0]] = true
		}
	}
	for _, c := range claims(t) {
		at := map[string]bool{}
		last := ""
		for _, s := range c.Statements {
			if !known[s.Article][s.Content] {
				t.Errorf("%s: %s has no gold statement %q", c.ID, s.Article, s.Content)
			}
			if s.Article < last {
				t.Errorf("%s: %s stands after %s, want order of publication", c.ID, s.Article, last)
			}
			if s.RestsOn != "" && !at[s.RestsOn] {
				t.Errorf("%s: %q rests on %q, which has not made the claim before", c.ID, s.Content, s.RestsOn)
			}
			if !slices.Contains([]string{"makes", "repeats", "denies"}, s.Stance) {
				t.Errorf("%s: stance %q, want makes, repeats or denies", c.ID, s.Stance)
			}
			at[s.Article], last = true, s.Article
		}
		if len(c.Statements) < 2 || c.Statements[0].Stance != "makes" {
			t.Errorf("%s: want a statement that makes the claim first, and another", c.ID)
		}
	}
}

// TestTwoArticlesRestOnOneReport holds the story to its point: of all that
// print the largest number of troops, only one had it from the minister.
func TestTwoArticlesRestOnOneReport(t *testing.T) {
	resting := map[string]bool{}
	for _, c := range claims(t) {
		for _, s := range c.Statements {
			if c.ID == "troops-40000" && s.RestsOn == "2031-03-04-troops" {
				resting[s.Article] = true
			}
		}
	}
	want := []string{"2031-03-05-bread", "2031-03-07-barracks"}
	if got := slices.Sorted(maps.Keys(resting)); !slices.Equal(got, want) {
		t.Errorf("the number 40,000 rests on the first report in %q, want %q", got, want)
	}
}

func claims(t *testing.T) []goldClaim {
	t.Helper()
	b, err := os.ReadFile("testdata/claims.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		About  string      `json:"about"`
		Claims []goldClaim `json:"claims"`
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&file); err != nil {
		t.Fatalf("testdata/claims.json: %v", err)
	}
	return file.Claims
}

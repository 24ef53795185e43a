package sample

import (
	"slices"
	"testing"

	"onrecord/extract/article"
	"onrecord/extract/document"
	"onrecord/extract/fact"
	"onrecord/extract/score/gold"
	"onrecord/extract/text"
)

// reading is the gold list of d and the article it is of.
func reading(t *testing.T, d document.Document) (*gold.List, *article.Article) {
	t.Helper()
	g, err := gold.Read("testdata/" + d.ID + ".gold.json")
	if err != nil {
		t.Fatal(err)
	}
	a, err := article.Read(d)
	if err != nil {
		t.Fatalf("Read(%s): %v", d.Name, err)
	}
	return g, a
}

func TestGoldStandsInTheArticles(t *testing.T) {
	for _, d := range Documents() {
		t.Run(d.ID, func(t *testing.T) {
			g, a := reading(t, d)
			if g.File != d.Name {
				t.Errorf("the gold list is for %q, want %q", g.File, d.Name)
			}
			checkArticle(t, g, a)
			for _, wrong := range g.Astray(a.Text) {
				t.Error(wrong)
			}
		})
	}
}

// checkArticle holds what was read out of the document against the gold list.
func checkArticle(t *testing.T, g *gold.List, a *article.Article) {
	t.Helper()
	if a.Date() != g.Article.Published || a.Language != g.Article.Language {
		t.Errorf("published %q in %q, want %q in %q", a.Date(), a.Language, g.Article.Published, g.Article.Language)
	}
	if n := len(text.Of(a.Text).Sentences); n != g.Sentences {
		t.Errorf("%d sentences, want %d: is there something in the text that is not the article's?", n, g.Sentences)
	}
	if want := g.Article.Title; want != "" && a.Title != want {
		t.Errorf("title = %q, want %q", a.Title, want)
	}
	if want := g.Article.Outlet; want != "" && a.Outlet != want {
		t.Errorf("outlet = %q, want %q", a.Outlet, want)
	}
}

func TestGoldStatementsAreWhole(t *testing.T) {
	forms := []string{string(fact.Direct), string(fact.Indirect), string(fact.Mixed)}
	for _, d := range Documents() {
		g, _ := reading(t, d)
		for _, s := range g.Statements {
			if (len(s.Speaker) == 0) == (len(s.Source) == 0) {
				t.Errorf("%s: %q has speaker %q and source %q, want one of the two", d.ID, s.Content, s.Speaker, s.Source)
			}
			for _, act := range s.Act {
				if !slices.Contains(fact.Acts[:], fact.Act(act)) {
					t.Errorf("%s: %q has the act %q, which there is not", d.ID, s.Content, act)
				}
			}
			for _, form := range s.Form {
				if !slices.Contains(forms, form) {
					t.Errorf("%s: %q has the form %q, want one of %q", d.ID, s.Content, form, forms)
				}
			}
		}
	}
}

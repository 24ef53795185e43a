package sample

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"onrecord/extract/article"
	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// A gold is what a careful reader finds in one article. Facts are named by
// their words; where more than one answer is right, all are listed. " … " in
// a quote stands for words of the article that do not belong to it.
type gold struct {
	File    string `json:"file"`
	Article struct {
		Title     string `json:"title"`
		Outlet    string `json:"outlet"`
		Published string `json:"published"`
		Language  string `json:"language"`
	} `json:"article"`
	Sentences int `json:"sentences"`
	Entities  []struct {
		Name string    `json:"name"`
		Also []string  `json:"also"`
		Kind fact.Kind `json:"kind"`
		Role string    `json:"role"`
		Of   string    `json:"of"`
	} `json:"entities"`
	Statements []goldStatement `json:"statements"`
	Optional   []string        `json:"optional"` // found or not, both are right
	Times      []struct {
		Text       string  `json:"text"`
		Occurrence int     `json:"occurrence"` // counted from 1; 0 is the first
		Value      answers `json:"value"`
	} `json:"times"`
	Amounts []struct {
		Text        string   `json:"text"`
		Value       float64  `json:"value"`
		Unit        answers  `json:"unit"`
		Approximate bool     `json:"approximate"`
		Speaker     []string `json:"speaker"`
	} `json:"amounts"`
	Events []struct {
		What   string      `json:"what"`
		Kind   string      `json:"kind"`
		When   string      `json:"when"`
		Where  string      `json:"where"`
		Who    []string    `json:"who"`
		Status fact.Status `json:"status"`
	} `json:"events"`
	Positions []struct {
		Actor  []string    `json:"actor"`
		Stance fact.Stance `json:"stance"`
		Topic  string      `json:"topic"`
	} `json:"positions"`
}

// A goldStatement has a speaker or, where nobody is named, the words that
// stand for one.
type goldStatement struct {
	Content  answers  `json:"content"`
	Speaker  []string `json:"speaker"`
	Source   answers  `json:"source"`
	Via      string   `json:"via"`
	Form     answers  `json:"form"`
	Act      answers  `json:"act"`
	Said     string   `json:"said"`
	InsideOf []string `json:"inside_of"`
	Cueless  bool     `json:"cueless"`
}

// answers is one right answer or a list of them; null is the answer "".
type answers []string

func (a *answers) UnmarshalJSON(b []byte) error {
	if b[0] == '[' {
		return json.Unmarshal(b, (*[]string)(a))
	}
	var one string
	err := json.Unmarshal(b, &one)
	*a = answers{one}
	return err
}

// read decodes a file under testdata, in which it knows every field.
func read(t *testing.T, name string, into any) {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	dec := json.NewDecoder(f)
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		t.Fatalf("testdata/%s: %v", name, err)
	}
}

// quotes is everything g says stands in the article, by the kind of fact.
func (g *gold) quotes() map[string][]string {
	q := map[string][]string{"optional": g.Optional}
	add := func(kind string, words ...string) { q[kind] = append(q[kind], words...) }
	for _, e := range g.Entities {
		add("entity", append([]string{e.Name, e.Role}, e.Also...)...)
	}
	for _, s := range g.Statements {
		add("content", s.Content...)
		add("source", s.Source...)
		add("via", s.Via)
		if len(s.Speaker) > 0 {
			add("speaker", s.Speaker[0])
		}
	}
	for _, a := range g.Amounts {
		add("amount", a.Text)
	}
	for _, e := range g.Events {
		add("event", append([]string{e.What, e.Where}, e.Who...)...)
	}
	for _, p := range g.Positions {
		add("position", p.Actor[0], p.Topic)
	}
	return q
}

// stands reports whether the parts of quote stand in text in their order.
func stands(text, quote string) bool {
	for part := range strings.SplitSeq(quote, " … ") {
		_, rest, found := strings.Cut(text, part)
		if !found {
			return false
		}
		text = rest
	}
	return true
}

func TestGoldStandsInTheArticles(t *testing.T) {
	for _, d := range Documents() {
		t.Run(d.ID, func(t *testing.T) {
			var g gold
			read(t, d.ID+".gold.json", &g)
			if g.File != d.Name {
				t.Errorf("the gold list is for %q, want %q", g.File, d.Name)
			}
			a, err := article.Read(d)
			if err != nil {
				t.Fatalf("Read(%s): %v", d.Name, err)
			}
			g.checkArticle(t, a)
			for kind, quotes := range g.quotes() {
				for _, q := range quotes {
					if !stands(a.Text, q) {
						t.Errorf("%s: %q does not stand in the article", kind, q)
					}
				}
			}
			for _, w := range g.Times {
				if n := strings.Count(a.Text, w.Text); n < max(1, w.Occurrence) {
					t.Errorf("time: %q occurs %d times in the article, want %d", w.Text, n, max(1, w.Occurrence))
				}
			}
		})
	}
}

// checkArticle holds what was read out of the document against the gold list.
func (g *gold) checkArticle(t *testing.T, a *article.Article) {
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
		var g gold
		read(t, d.ID+".gold.json", &g)
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

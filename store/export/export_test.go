package export

import (
	"context"
	"encoding/json"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord/extract/article"
	"onrecord/extract/document"
	"onrecord/extract/fact"
	"onrecord/extract/text"
	"onrecord/store"
)

func TestInert(t *testing.T) {
	for cell, want := range map[string]string{
		"": "", "words": "words", "1 = 1": "1 = 1",
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@sum": "'@sum", "\tx": "'\tx", "\rx": "'\rx",
	} {
		if got := inert(cell); got != want {
			t.Errorf("inert(%q) = %q, want %q", cell, got, want)
		}
	}
}

func TestEscaped(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                   "plain",
		"# head\n- [x](y)":        `\# head - \[x\](y)`,
		"<script>*a* _b_ `c` | ~": "\\<script\\>\\*a\\* \\_b\\_ \\`c\\` \\| \\~",
	} {
		if got := escaped(in); got != want {
			t.Errorf("escaped(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestExportsOfAStatement(t *testing.T) {
	a := exportedArticle{
		Article: &store.Article{ID: 7, Title: "Talks *end*", Published: "2031-04-04"},
		statements: []store.Statement{
			{Name: "Odo Brandt", Words: "=SUM(A1) is no answer", Act: "state", Form: "indirect", State: store.Accepted, Confidence: 0.9},
			{Name: "Ilka Venn", Words: "a slip", State: store.Rejected},
		},
	}
	var table, report strings.Builder
	rows, page := newCSVExport(&table), &markdownExport{w: &report}
	for _, x := range []exporter{rows, page} {
		if err := errors.Join(x.article(a), x.end()); err != nil {
			t.Fatal(err)
		}
	}
	if !strings.Contains(table.String(), ",'=SUM(A1) is no answer,,accepted,0.90,") || !strings.Contains(table.String(), ",rejected,") {
		t.Errorf("the CSV is %q, want both statements and no formula", table.String())
	}
	want := "- **Odo Brandt** (state): =SUM(A1) is no answer — accepted\n"
	if got := report.String(); !strings.Contains(got, want) || !strings.Contains(got, `Talks \*end\*`) || strings.Contains(got, "slip") {
		t.Errorf("the report is %q, want %q in it and nothing rejected", got, want)
	}
}

// Names that the user said are the same go out as one, and the facts as they
// were read.
func TestExportsHaveTheKeptName(t *testing.T) {
	ctx := context.Background()
	archive, err := store.Open(filepath.Join(t.TempDir(), "a.sqlite"))
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	if _, err := archive.Add(ctx, []store.Arrival{says("Tarvo Elde"), says("T. Elde")}); err != nil {
		t.Fatal(err)
	}
	_, err = archive.Do(ctx, "", "", func(d *store.Deed) error {
		gone, goneErr := d.Tx().EntityOf("person/t elde")
		kept, keptErr := d.Tx().EntityOf("person/tarvo elde")
		return errors.Join(goneErr, keptErr, d.Merge(gone.ID, kept.ID, false))
	})
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, format := range []string{"json", "csv", "markdown"} {
		var b strings.Builder
		if err := Write(ctx, &b, archive, format, ""); err != nil {
			t.Fatal(err)
		}
		out[format] = b.String()
	}
	if n := strings.Count(out["csv"], ",Tarvo Elde,"); n != 2 {
		t.Errorf("the CSV has %d statements of Tarvo Elde, want 2: %s", n, out["csv"])
	}
	if n := strings.Count(out["markdown"], "**Tarvo Elde**"); n != 2 {
		t.Errorf("the report has %d statements of Tarvo Elde, want 2: %s", n, out["markdown"])
	}
	var all struct {
		Articles []struct {
			Entities []struct{ Name string }
			Who      []struct {
				Entity int
				Name   string
			}
		}
	}
	if err := json.Unmarshal([]byte(out["json"]), &all); err != nil {
		t.Fatal(err)
	}
	var read []string
	for _, a := range all.Articles {
		if len(a.Who) != 1 || a.Who[0].Entity != 1 || a.Who[0].Name != "Tarvo Elde" {
			t.Errorf("the JSON has %+v, want entity 1 to be Tarvo Elde", a.Who)
		}
		read = append(read, a.Entities[0].Name)
	}
	slices.Sort(read)
	if !slices.Equal(read, []string{"T. Elde", "Tarvo Elde"}) {
		t.Errorf("the JSON has read %q, want the names of the articles", read)
	}
}

// says is an article in which who says something.
func says(who string) store.Arrival {
	body := who + " said yes."
	at := func(s string) text.Span { i := strings.Index(body, s); return text.Span{Start: i, End: i + len(s)} }
	return store.Arrival{
		Document: document.Document{Name: "a.txt", Source: "test", Format: document.Plain, Bytes: []byte(body)},
		Article:  article.Article{Title: "Said", Language: "en", Text: body},
		Facts: fact.Facts{
			Entities: []fact.Entity{{ID: 1, Name: who, Kind: fact.Person, Mentions: []fact.Mention{{Span: at(who), How: fact.ByName}}}},
			Statements: []fact.Statement{{ID: 1, Content: []text.Span{at("yes")}, Cue: []text.Span{at("said")}, Source: []text.Span{at(who)},
				Speaker: 1, Form: fact.Indirect, Act: fact.State}},
		},
	}
}

package export

import (
	"errors"
	"strings"
	"testing"

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

package sample

import (
	"bytes"
	"crypto/sha256"
	"regexp"
	"slices"
	"strings"
	"testing"

	"onrecord/extract/document"
)

// invented is the line by which every article says what it is.
const invented = "This article is invented for the sample story of onrecord: no person, place or outlet in it exists."

func TestDocuments(t *testing.T) {
	want := []struct {
		id     string
		format document.Format
	}{
		{"2031-03-04-troops", document.Plain},
		{"2031-03-05-bread", document.HTML},
		{"2031-03-06-bill", document.HTML},
		{"2031-03-07-barracks", document.HTML},
		{"2031-03-08-numbers", document.Markdown},
		{"2031-03-10-correction", document.Plain},
		{"2031-03-11-live", document.HTML},
		{"2031-03-13-lissen", document.Markdown},
	}
	story := Documents()
	if len(story) != len(want) {
		t.Fatalf("Documents() gives %d documents, want %d", len(story), len(want))
	}
	seen := map[[sha256.Size]byte]string{}
	for i, d := range story {
		if d.ID != want[i].id || d.Format != want[i].format || d.Source != Source {
			t.Errorf("Documents()[%d] = %s, %s, from %q, want %s, %s, from %q",
				i, d.ID, d.Format, d.Source, want[i].id, want[i].format, Source)
		}
		if !strings.HasPrefix(d.Name, d.ID+".") {
			t.Errorf("Documents()[%d].Name = %q, want %q with the ending of its format", i, d.Name, d.ID)
		}
		if len(bytes.TrimSpace(d.Bytes)) == 0 {
			t.Errorf("%s is empty", d.ID)
		}
		if other, double := seen[d.Sum()]; double {
			t.Errorf("%s has the same bytes as %s", d.ID, other)
		}
		seen[d.Sum()] = d.ID
	}
}

func TestDocumentsAreTheCallersOwn(t *testing.T) {
	first := Documents()
	clear(first[0].Bytes)
	if second := Documents(); second[0].Sum() == first[0].Sum() {
		t.Errorf("Documents() gives bytes that an earlier caller has overwritten")
	}
}

func TestEveryArticleSaysItIsInvented(t *testing.T) {
	for _, d := range Documents() {
		lines := strings.Split(string(d.Bytes), "\n")
		bare := func(line string) bool {
			line = strings.TrimPrefix(strings.TrimSuffix(line, "</p>"), "<p>")
			return strings.Trim(line, "* ") == invented
		}
		if !slices.ContainsFunc(lines, bare) {
			t.Errorf("%s has no line of its own that says %q", d.ID, invented)
		}
		head := metadata(d)
		if strings.HasPrefix(head, "date ") {
			continue // a date run into the first line leaves no place to say it
		}
		if !strings.Contains(strings.ToLower(head), "invented for the sample story of onrecord") {
			t.Errorf("the metadata of %s do not say that it is invented", d.ID)
		}
	}
}

// metadata is what tells of the article before it begins.
func metadata(d document.Document) string {
	end := map[document.Format]string{
		document.HTML:     "</head>",
		document.Markdown: "\n---\n",
		document.Plain:    "\n\n",
	}[d.Format]
	head, _, _ := strings.Cut(string(d.Bytes), end)
	return head
}

// TestAddressesBelongToNobody keeps a page of the story that is wrongly loaded
// from reaching anyone: ".example" is reserved (RFC 2606).
func TestAddressesBelongToNobody(t *testing.T) {
	address := regexp.MustCompile(`https?://([^/"'\s]+)`)
	trackers := 0
	for _, d := range Documents() {
		for _, m := range address.FindAllSubmatch(d.Bytes, -1) {
			host := string(m[1])
			if !strings.HasSuffix(host, ".example") && host != "schema.org" {
				t.Errorf("%s has an address at %s, want one under .example", d.ID, host)
			}
		}
		trackers += bytes.Count(d.Bytes, []byte(`width="1" height="1"`))
	}
	if trackers != 1 {
		t.Errorf("the story has %d tracking pixels, want 1 for the desk to keep from loading", trackers)
	}
}

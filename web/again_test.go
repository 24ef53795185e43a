package web

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"onrecord/extract"
	"onrecord/extract/article"
	"onrecord/extract/document"
	"onrecord/store"
)

// The settings lead to the articles an older version has read, which are read
// again while the page says how far it is.
func TestReadAgain(t *testing.T) {
	b := newBrowser(t)
	if _, page := b.get("/settings"); page.Find(`a[href="/settings/again"]`).Length() != 0 {
		t.Error("the settings of an empty archive lead to reading again")
	}
	words := "Ferry 7 was late, said Ilse Maren on Monday."
	added, err := b.archive.Add(context.Background(), []store.Arrival{{
		Document: document.Document{Name: "ferry", Source: "test", Format: document.Plain, Bytes: []byte(words)},
		Article:  article.Article{Title: "Ferry late", Language: "en", Text: words},
		Version:  extract.Version - 1,
	}})
	if err != nil {
		t.Fatal(err)
	}
	if _, page := b.get("/settings"); !strings.Contains(page.Find(`.notice:has(a[href="/settings/again"])`).Text(), "1 article was read by an older version") {
		t.Errorf("the settings say %q", page.Find(".notice").Text())
	}
	_, page := b.get("/settings/again")
	if got := page.Find("main form button").Text(); got != "Read 1 article again" {
		t.Errorf("the button reads %q", got)
	}
	answer, _ := b.post("/settings/again", url.Values{})
	if answer.Request.URL.Path != "/settings/again" || answer.StatusCode != http.StatusOK {
		t.Errorf("reading again led to %s, %s", answer.Request.URL, answer.Status)
	}
	for range 200 { // until it is done
		if _, page = b.get("/settings/again"); page.Find("[data-poll]").Length() == 0 {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	if got := page.Find("h1").Text(); got != "Every article has been read by this version" {
		t.Errorf("then the page says %q", got)
	}
	err = b.archive.View(context.Background(), func(tx *store.Tx) error {
		f, err := tx.Facts(added[0].Article)
		if err == nil && (len(f.Statements) != 1 || f.Version != extract.Version) {
			t.Errorf("the article has %d statements by version %d, want 1 by %d", len(f.Statements), f.Version, extract.Version)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"
)

// withBoard is a browser with three articles of one claim, of which the first
// statement is linked, and the address of the claim's board.
func withBoard(t *testing.T) (b *browser, board string) {
	t.Helper()
	b = newBrowser(t)
	b.pages.options.Now = func() time.Time { return time.Date(2031, 5, 1, 0, 0, 0, 0, time.UTC) }
	for _, a := range []struct{ outlet, date, text string }{
		{"Coast Courier", "2031-03-04", "The harbour of Port Velm will close to 40 ships on Friday, Ilse Maren said on Monday. Maren is the harbour master."},
		{"Gull Post", "2031-03-05", "Ilse Maren said that the harbour of Port Velm would close to 14 ships. The pier stays dry."},
		{"Velm Mirror", "2031-03-06", "Tomas Oker denied that the harbour of Port Velm would close to 40 ships. He accused Ilse Maren of panic."},
	} {
		b.post("/paste", url.Values{"text": {a.text}, "title": {a.outlet + " on the harbour"}, "date": {a.date}, "outlet": {a.outlet}})
	}
	_, page := b.get("/search?q=harbour+speaker:maren")
	href, _ := page.Find(`a[href*="f=statement-"]`).Last().Attr("href")
	u, err := url.Parse(href)
	if err != nil || href == "" {
		t.Fatalf("the search leads to %q: %v", href, err)
	}
	statement := strings.TrimPrefix(u.Path, "/articles/") + "/" + u.Query().Get("f")
	answer, _ := b.post("/claims", url.Values{"text": {"The harbour of Port Velm closes to 40 ships."}, "who": {"Ilse Maren"}, "statement": {statement}})
	return b, answer.Request.URL.Path + "/board"
}

func TestBoardAddsAndRefuses(t *testing.T) {
	b, board := withBoard(t)
	_, page := b.get(board)
	offered := page.Find(".suggested > li").Length()
	if offered < 2 || page.Find(".board-table tbody tr").Length() != 1 {
		t.Fatalf("the board has %d suggestions and %d rows, want at least 2 and 1: %s", offered, page.Find(".board-table tbody tr").Length(), page.Find("main").Text())
	}
	add := page.Find(`form[action="/claims/add"]`).First()
	value := func(name string) string { return add.Find(`[name="`+name+`"]`).AttrOr("value", "") }
	_, page = b.post("/claims/add", url.Values{"claim": {value("claim")}, "statement": {value("statement")}, "relation": {"repeats"}, "back": {board}})
	if n := page.Find(".board-table tbody tr").Length(); n != 2 || page.Find(".suggested > li").Length() >= offered {
		t.Errorf("after adding the board has %d rows and %d suggestions, want 2 and fewer than %d", n, page.Find(".suggested > li").Length(), offered)
	}
	if page.Find(".board-table ins, .board-table del, .board-table .other").Length() == 0 {
		t.Error("no difference between the two statements is marked")
	}
	refuse := page.Find(`form[action$="/refuse"] [name="statement"]`).First().AttrOr("value", "")
	_, page = b.post(strings.TrimSuffix(board, "/board")+"/refuse", url.Values{"statement": {refuse}})
	if page.Find(`.suggested [value="`+refuse+`"]`).Length() != 0 || page.Find(`.refused [value="`+refuse+`"]`).Length() != 1 {
		t.Errorf("%q is still offered, or not among the refused", refuse)
	}
	_, page = b.post(strings.TrimSuffix(board, "/board")+"/offer", url.Values{"statement": {refuse}})
	if page.Find(`.suggested [value="`+refuse+`"]`).Length() == 0 {
		t.Errorf("%q is not offered again", refuse)
	}
	if _, page = b.get("/board"); page.Find(".tracks > li .strip > li").Length() != 2 {
		t.Errorf("the board of all claims has %d days, want 2", page.Find(".tracks > li .strip > li").Length())
	}
}

func TestBoardOfWhatIsNotThere(t *testing.T) {
	b, board := withBoard(t)
	for _, c := range []struct {
		path string
		want int
	}{
		{"/claims/999/board", http.StatusNotFound}, {"/claims/x/board", http.StatusNotFound},
		{board + "?against=nothing", http.StatusOK}, {"/board?before=x", http.StatusOK}, {"/open?all=1", http.StatusOK},
	} {
		if answer, _ := b.get(c.path); answer.StatusCode != c.want {
			t.Errorf("GET %s = %d, want %d", c.path, answer.StatusCode, c.want)
		}
	}
}

func TestOpenEndsPage(t *testing.T) {
	b, _ := withBoard(t)
	_, page := b.get("/open")
	if page.Find("#denials .card").Length() != 0 || page.Find("#lone .card").Length() != 1 {
		t.Errorf("%d denials and %d claims are open before anything is accepted, want 0 and 1", page.Find("#denials .card").Length(), page.Find("#lone .card").Length())
	}
	_, page = b.get("/open?all=1")
	if page.Find("#denials .card").Length() != 1 {
		t.Fatalf("%d denials are open among suggestions, want 1: %s", page.Find("#denials .card").Length(), page.Find("main").Text())
	}
	end := page.Find(`#denials [name="end"]`).AttrOr("value", "")
	_, page = b.post("/open/settle", url.Values{"end": {end}, "back": {"/open?all=1"}})
	if page.Find("#denials .card").Length() != 0 || page.Find(`details [value="`+end+`"]`).Length() != 1 {
		t.Errorf("%q is still open, or not among the settled", end)
	}
	_, page = b.post("/open/reopen", url.Values{"end": {end}, "back": {"/open?all=1"}})
	if page.Find("#denials .card").Length() != 1 {
		t.Errorf("%q is not open again", end)
	}
	if answer, _ := b.post("/open/settle", url.Values{"end": {"nothing/9"}}); answer.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("settling what is not there = %d, want 422", answer.StatusCode)
	}
}

package web

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"onrecord/extract/document"
	"onrecord/store"
	"onrecord/web/view"
)

// A browser asks a real server over a real archive, with a session.
type browser struct {
	t       testing.TB
	server  *httptest.Server
	client  *http.Client
	archive *store.Archive
	pages   *Server
	session string // what the cookie holds
}

func newBrowser(t testing.TB) *browser {
	t.Helper()
	archive, err := store.Open(filepath.Join(t.TempDir(), "onrecord.sqlite"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { archive.Close() })
	return browserOf(t, archive)
}

// browserOf asks a real server over archive.
func browserOf(t testing.TB, archive *store.Archive) *browser {
	t.Helper()
	sessions := NewSessions(time.Now)
	b := &browser{t: t, archive: archive, pages: New(archive, Options{Version: "test"}), session: sessions.session}
	b.server = httptest.NewUnstartedServer(nil)
	host := b.server.Listener.Addr().String()
	b.server.Config.Handler = Guard(b.pages, host, sessions)
	b.server.Start()
	cookie := &http.Cookie{Name: cookieName(host), Value: sessions.session}
	b.client = &http.Client{Transport: withCookie{cookie}}
	t.Cleanup(func() { b.server.Close(); b.pages.Close() })
	return b
}

type withCookie struct{ cookie *http.Cookie }

func (c withCookie) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.AddCookie(c.cookie)
	return http.DefaultTransport.RoundTrip(r)
}

// send sends a request, follows redirects and gives the page it ends on.
func (b *browser) send(r *http.Request) (*http.Response, *goquery.Document) {
	b.t.Helper()
	answer, err := b.client.Do(r)
	if err != nil {
		b.t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	page, err := goquery.NewDocumentFromReader(bytes.NewReader(body))
	if err != nil {
		b.t.Fatal(err)
	}
	return answer, page
}

func (b *browser) get(path string) (*http.Response, *goquery.Document) {
	b.t.Helper()
	r, err := http.NewRequest(http.MethodGet, b.server.URL+path, nil)
	if err != nil {
		b.t.Fatal(err)
	}
	return b.send(r)
}

func (b *browser) post(path string, form url.Values) (*http.Response, *goquery.Document) {
	b.t.Helper()
	r, err := http.NewRequest(http.MethodPost, b.server.URL+path, strings.NewReader(form.Encode()))
	if err != nil {
		b.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return b.send(r)
}

// harbour is pasted where an article is needed.
const harbour = `“The harbour will close on Friday,” said Ilse Maren, the harbour master of Port Velm, on Monday.

Maren warned that 40 ships would be late. Tomas Oker denied that the harbour was unsafe.`

// withHarbour is a browser with that article, and its address.
func withHarbour(t *testing.T) (*browser, string) {
	t.Helper()
	b := newBrowser(t)
	answer, page := b.post("/paste", url.Values{"text": {harbour}, "title": {"Harbour to close"}, "date": {"2031-03-06"}, "outlet": {"Coast Courier"}})
	if answer.StatusCode != http.StatusOK || page.Find("h1").Text() != "Harbour to close" {
		t.Fatalf("pasting gave %d, %q, want the article", answer.StatusCode, page.Find("h1").Text())
	}
	return b, answer.Request.URL.Path
}

func TestFirstRunOffersThreeWays(t *testing.T) {
	_, page := newBrowser(t).get("/")
	for _, way := range []string{`form[action="/import"] input[type=file]`, `form[action="/paste"] textarea`, `form[action="/fetch"] input`, `form[action="/sample"] button`} {
		if page.Find(way).Length() == 0 {
			t.Errorf("the first page has no %s", way)
		}
	}
}

func TestSampleStory(t *testing.T) {
	b := newBrowser(t)
	_, page := b.post("/sample", url.Values{})
	if n := page.Find("main .line, main ol.lines > li").Length(); n < 8 {
		t.Fatalf("the library lists %d articles after the sample, want 8", n)
	}
	if page.Find(".sample-mark").Length() < 8 {
		t.Error("the sample's articles are not marked as invented")
	}
	_, page = b.post("/sample/remove", url.Values{})
	if n := page.Find(".sample-mark").Length(); n != 0 {
		t.Errorf("%d articles of the sample are left after it was removed", n)
	}
}

func TestPastedTwiceIsOneArticle(t *testing.T) {
	b, path := withHarbour(t)
	answer, page := b.post("/paste", url.Values{"text": {harbour}, "title": {"Harbour to close"}, "date": {"2031-03-06"}, "outlet": {"Coast Courier"}})
	if answer.Request.URL.Path != path || !strings.Contains(page.Text(), "in the archive already") {
		t.Errorf("pasting again led to %s, want %s and to be told", answer.Request.URL.Path, path)
	}
}

func TestArticleShowsItsStatements(t *testing.T) {
	b, path := withHarbour(t)
	_, page := b.get(path)
	if text := page.Find("#text mark.said").Text(); !strings.Contains(text, "The harbour will close on Friday") {
		t.Errorf("marked as said: %q, want the quotation", text)
	}
	card := page.Find("#panel li.card").First()
	for _, want := range []string{"Ilse Maren", "The harbour will close on Friday", "Accept", "Reject"} {
		if !strings.Contains(card.Text(), want) {
			t.Errorf("the first card lacks %q: %q", want, card.Text())
		}
	}
}

// TestStatementsTellWhatTheyAre holds the cards to what was said how: refused,
// relayed, inside another, hedged, going on, and what gave it away.
func TestStatementsTellWhatTheyAre(t *testing.T) {
	b := newBrowser(t)
	_, page := b.post("/paste", url.Values{"title": {"Dam"}, "date": {"2031-03-06"}, "text": {
		"According to the Orland Wire, Ilse Marek said that the dam might fail. Her office declined to comment.\n\n" +
			"“The gates are old,” said Ann Tollo. “The board told me that nobody would pay for new ones.”"}})
	var cards []string
	page.Find(".card").Each(func(_ int, card *goquery.Selection) {
		cards = append(cards, strings.Join(strings.Fields(card.Text()), " "))
	})
	all := strings.Join(cards, "\n")
	for _, want := range []string{"hedged", "Orland Wire", "refuses", "goes on from statement 3", "inside statement 4", "“declined” · trained model"} {
		if !strings.Contains(all, want) {
			t.Errorf("the cards lack %q:\n%s", want, all)
		}
	}
}

// firstCard is the address of the first card's form and the key of its fact.
func firstCard(t *testing.T, page *goquery.Document) (action, key string) {
	t.Helper()
	form := page.Find(`#panel form.acts[action$="/accept"]`).First()
	action, ok := form.Attr("action")
	if !ok {
		t.Fatal("there is no card to accept")
	}
	return action, form.AttrOr("data-fact", "")
}

func TestAcceptRejectEditUndo(t *testing.T) {
	b, path := withHarbour(t)
	_, page := b.get(path)
	accept, key := firstCard(t, page)
	state := func(want string) {
		t.Helper()
		_, page := b.get(path)
		if got := page.Find("#" + key); !got.HasClass(want) {
			t.Errorf("the card has class %q, want %s", got.AttrOr("class", ""), want)
		}
	}
	answer, page := b.post(accept, url.Values{})
	if !strings.Contains(page.Find("[role=status], .flash").Text(), "Accepted") {
		t.Errorf("nothing says that it was accepted (%d)", answer.StatusCode)
	}
	state("accepted")
	b.post("/undo", url.Values{"back": {path}})
	state("suggestion")
	b.post(strings.Replace(accept, "/accept", "/reject", 1), url.Values{})
	state("rejected")
	edit := strings.Replace(accept, "/accept", "/edit", 1)
	form := url.Values{"words": {"harbour will close"}, "speaker": {"0"}, "act": {"warn"}, "form": {"direct"}, "said": {"2031-03-03"}}
	b.post(edit, form)
	state("edited")
	_, page = b.get(path)
	if text := page.Find("#" + key).Text(); !strings.Contains(text, "harbour will close") {
		t.Errorf("the edited card reads %q", text)
	}
	form.Set("words", "words that are not there")
	answer, page = b.post(edit, form)
	if answer.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(page.Find("textarea[name=words]").Text(), "words that are not there") {
		t.Errorf("a wrong edit gave %d, want 422 and what was typed still there", answer.StatusCode)
	}
}

func TestNoteOnAPassage(t *testing.T) {
	b, path := withHarbour(t)
	_, page := b.post(path+"/notes", url.Values{"quote": {"40 ships would be late"}, "text": {"Ask the pilots."}})
	if !strings.Contains(page.Find("#panel").Text(), "Ask the pilots.") || !strings.Contains(page.Find("#text mark.note").Text(), "40 ships") {
		t.Error("the note or its mark is missing")
	}
	answer, page := b.post(path+"/notes", url.Values{"quote": {"not in the text"}, "text": {"typed in vain?"}})
	if answer.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(page.Find("#panel textarea").Text(), "typed in vain?") {
		t.Errorf("a note on words that are not there gave %d, want 422 and the note still there", answer.StatusCode)
	}
	points := strings.Index(harbour, "40 ships") - 2*2 // two quotation marks of three bytes
	_, page = b.post(path+"/notes", url.Values{"start": {fmt.Sprint(points)}, "end": {fmt.Sprint(points + 8)}, "quote": {"40 ships"}, "text": {"By its place."}})
	if !strings.Contains(page.Find("#panel").Text(), "By its place.") {
		t.Error("a note by code points was not saved")
	}
}

// Trust 25: a form sent twice is one save, also when it was first refused and
// mended, and a change sent twice is one change.
func TestAFormSentTwiceIsOneSave(t *testing.T) {
	b, path := withHarbour(t)
	form := url.Values{"key": {"K1"}, "quote": {"not in the text"}, "text": {"Ask the pilots."}}
	_, page := b.post(path+"/notes", form)
	if key := page.Find(`#panel form[action$="/notes"] input[name=key]`).AttrOr("value", ""); key != "K1" {
		t.Errorf("the refused form comes back with key %q, want its own", key)
	}
	form.Set("quote", "40 ships")
	var where []string
	for range 2 {
		answer, page := b.post(path+"/notes", form)
		where = append(where, answer.Request.URL.Query().Get("f"))
		if n := page.Find("#panel .note-text").Length(); n != 1 {
			t.Errorf("there are %d notes, want 1", n)
		}
	}
	if where[0] != where[1] || where[0] == "note-0" {
		t.Errorf("the form led to %q, want the one note both times", where)
	}
	id := strings.TrimPrefix(where[0], "note-")
	for range 2 {
		if answer, _ := b.post("/notes/"+id+"/edit", url.Values{"key": {"K2"}, "text": {"Ask the harbour master."}}); answer.StatusCode != http.StatusOK {
			t.Errorf("changing the note = %d, want 200 both times", answer.StatusCode)
		}
	}
}

func TestClaimFromAStatementToAVerdict(t *testing.T) {
	b, path := withHarbour(t)
	_, page := b.get(path)
	href, ok := page.Find(`#panel a[data-act="claim"]`).First().Attr("href")
	if !ok {
		t.Fatal("no card offers to make a claim")
	}
	_, page = b.get(href)
	statement := page.Find("input[name=statement]").AttrOr("value", "")
	answer, page := b.post("/claims", url.Values{"text": {"The harbour closes on 7 March 2031."}, "who": {"Ilse Maren"}, "statement": {statement}})
	claim := answer.Request.URL.Path
	if !strings.Contains(page.Text(), "The harbour will close on Friday") {
		t.Error("the claim does not show its statement")
	}
	b.post(claim+"/verdict", url.Values{"verdict": {"partly"}, "reason": {"Only the north basin closed."}})
	_, page = b.post(claim+"/evidence", url.Values{"article": {strings.TrimPrefix(path, "/articles/")}, "side": {"against"}, "quote": {"denied that the harbour was unsafe"}, "why": {"the other side"}})
	for _, want := range []string{"partly", "Only the north basin closed.", "denied that the harbour was unsafe", "the other side"} {
		if !strings.Contains(page.Text(), want) {
			t.Errorf("the claim's page lacks %q", want)
		}
	}
	_, page = b.post(claim+"/evidence", url.Values{"article": {strings.TrimPrefix(path, "/articles/")}, "side": {"context"}, "quote": {"not there"}})
	if side := page.Find(`#add-evidence input[name=side][checked]`).AttrOr("value", ""); side != "context" {
		t.Errorf("a refused form of evidence comes back for %q, want context as it was chosen", side)
	}
	for query, want := range map[string]int{"?q=closes": 1, "?q=ferry": 0, "?verdict=partly": 1, "?verdict=false": 0, "?who=Ilse+Maren": 1, "?who=Nobody": 0, `?q="`: 1} {
		if _, page := b.get("/claims" + query); page.Find(`a[href="`+claim+`"]`).Length() != want {
			t.Errorf("GET /claims%s lists the claim %d times, want %d", query, page.Find(`a[href="`+claim+`"]`).Length(), want)
		}
	}
	_, page = b.get(path + "?tab=claims")
	if !strings.Contains(page.Find("#panel").Text(), "The harbour closes on 7 March 2031.") {
		t.Error("the article does not show its claim")
	}
	_, page = b.post(claim+"/remove", url.Values{})
	if page.Find(`a[href="`+claim+`"]`).Length() != 0 {
		t.Error("the claim is still listed after it was removed")
	}
	b.post("/undo", url.Values{})
	if answer, _ := b.get(claim); answer.StatusCode != http.StatusOK {
		t.Errorf("the claim is not back after undo: %d", answer.StatusCode)
	}
}

func TestClaimFromSelectedWords(t *testing.T) {
	b, path := withHarbour(t)
	article := strings.TrimPrefix(path, "/articles/")
	passage := url.Values{"text": {"40 ships would be late"}, "article": {article}, "quote": {"40 ships would be late"}}
	_, page := b.get("/claims/new?" + passage.Encode())
	form := url.Values{}
	page.Find(`form[action="/claims"]`).Find("input, textarea").Each(func(_ int, field *goquery.Selection) {
		value := field.AttrOr("value", field.Text())
		form.Set(field.AttrOr("name", ""), value)
	})
	_, page = b.post("/claims", form)
	if side := page.Find(".side.context").Text(); !strings.Contains(side, "40 ships would be late") {
		t.Errorf("the claim's context is %q, want the passage it was made of", side)
	}
}

func TestSearchPeopleHistorySettings(t *testing.T) {
	b, _ := withHarbour(t)
	_, page := b.get("/search?q=" + url.QueryEscape(`speaker:maren harbour`))
	if page.Find("main mark").Length() == 0 {
		t.Error("the search for a speaker's words marks nothing")
	}
	if _, page = b.get("/people"); !strings.Contains(page.Text(), "Ilse Maren") {
		t.Fatal("Ilse Maren is not among the people")
	}
	href := page.Find(`main a[href^="/people/"]`).First().AttrOr("href", "")
	if _, page = b.get(href); !strings.Contains(page.Find("main").Text(), "harbour") {
		t.Error("the person's page has nothing they said")
	}
	for _, path := range []string{"/history", "/settings", "/claims", "/claims/new", "/search", "/people?kind=place"} {
		if answer, _ := b.get(path); answer.StatusCode != http.StatusOK {
			t.Errorf("GET %s = %d, want 200", path, answer.StatusCode)
		}
	}
}

func TestQueriesThatAreNoQueries(t *testing.T) {
	b, _ := withHarbour(t)
	for _, q := range []string{`"`, "NEAR(", "*", "speaker:", "\x00", strings.Repeat("a ", 3000)} {
		if answer, _ := b.get("/search?q=" + url.QueryEscape(q)); answer.StatusCode != http.StatusOK {
			t.Errorf("searching %.20q = %d, want 200", q, answer.StatusCode)
		}
	}
}

// What the help offers is what the search understands.
func TestTheHelpOfTheSearchIsTrue(t *testing.T) {
	for _, ask := range view.Syntax() {
		if q := store.ParseQuery(ask.Text); len(q.Hints) > 0 || q.Empty() {
			t.Errorf("ParseQuery(%q) = %+v, want it understood", ask.Text, q)
		}
	}
}

func TestNothingIsThere(t *testing.T) {
	b := newBrowser(t)
	for _, path := range []string{"/articles/1", "/articles/x", "/claims/9", "/people/9", "/imports/9", "/nowhere", "/articles/1/original"} {
		answer, page := b.get(path)
		if answer.StatusCode != http.StatusNotFound || page.Find("h1").Text() == "" {
			t.Errorf("GET %s = %d, want a page with 404", path, answer.StatusCode)
		}
	}
}

// addresses is one address for every route of a method, with what is there.
func (b *browser) addresses(method, article string) []string {
	var all []string
	for pattern := range b.pages.handlers() {
		if path, ok := strings.CutPrefix(pattern, method+" "); ok {
			path = strings.NewReplacer("{$}", "", "/articles/{id}", article, "{id}", "1", "{fact}", "statement-3-36",
				"{evidence}", "1", "{statement}", "1.statement-3-36", "{tag}", "1", "{words}", "ferry").Replace(path)
			all = append(all, path)
		}
	}
	return append(all, "/static/app.css")
}

// Trust 3: GET never writes, at any address.
func TestGetNeverWrites(t *testing.T) {
	b, path := withHarbour(t)
	before := b.dump()
	for _, p := range append(b.addresses("GET", path), path+"?tab=source", path+"?tab=facts&edit=statement-3-36", "/search?q=harbour") {
		b.get(p)
	}
	if after := b.dump(); before != after {
		t.Error("a GET changed the archive")
	}
}

// dump is everything in every table of the archive.
func (b *browser) dump() string {
	db, err := sql.Open("sqlite", b.archive.Path())
	if err != nil {
		b.t.Fatal(err)
	}
	defer db.Close()
	tables, err := db.Query(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`)
	if err != nil {
		b.t.Fatal(err)
	}
	defer tables.Close()
	var all strings.Builder
	for tables.Next() {
		var name string
		if err := tables.Scan(&name); err != nil {
			b.t.Fatal(err)
		}
		b.dumpTable(db, &all, name)
	}
	return all.String()
}

func (b *browser) dumpTable(db *sql.DB, to io.Writer, name string) {
	rows, err := db.Query(`SELECT * FROM "` + name + `"`)
	if err != nil {
		b.t.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		b.t.Fatal(err)
	}
	for rows.Next() {
		values, places := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			places[i] = &values[i]
		}
		if err := rows.Scan(places...); err != nil {
			b.t.Fatal(err)
		}
		fmt.Fprintln(to, name, values)
	}
}

// Trust 4: every route needs the session.
func TestEveryRouteNeedsTheSession(t *testing.T) {
	b, article := withHarbour(t)
	for _, method := range []string{http.MethodGet, http.MethodPost} {
		for _, path := range b.addresses(method, article) {
			r, err := http.NewRequest(method, b.server.URL+path, nil)
			if err != nil {
				t.Fatal(err)
			}
			answer, err := http.DefaultClient.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			answer.Body.Close()
			if answer.StatusCode != http.StatusForbidden {
				t.Errorf("%s %s without a session = %d, want 403", method, path, answer.StatusCode)
			}
		}
	}
}

// Trust 2: a form that another site sends changes nothing, session or not.
func TestAnotherSitesFormIsRefused(t *testing.T) {
	b, article := withHarbour(t)
	before := b.dump()
	for _, path := range b.addresses(http.MethodPost, article) {
		for header, value := range map[string]string{"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"} {
			r, err := http.NewRequest(http.MethodPost, b.server.URL+path, strings.NewReader("text=x"))
			if err != nil {
				t.Fatal(err)
			}
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			r.Header.Set(header, value)
			if answer, _ := b.send(r); answer.StatusCode != http.StatusForbidden {
				t.Errorf("POST %s with %s: %s = %d, want 403", path, header, value, answer.StatusCode)
			}
		}
	}
	if after := b.dump(); before != after {
		t.Error("another site's form changed the archive")
	}
}

// Trust 9: an archived page may run and load nothing.
func TestSourceSaysWhereTheDateIsFrom(t *testing.T) {
	b, path := withHarbour(t)
	if _, page := b.get(path + "?tab=source"); !strings.Contains(page.Find("#panel").Text(), "from the lines above the text") {
		t.Errorf("the source reads %q, want where the date is from", page.Find("#panel").Text())
	}
}

func TestOriginalIsSandboxed(t *testing.T) {
	b := newBrowser(t)
	_, page := b.upload("page.html", `<!doctype html><html><body><h1>Harbour</h1><p>`+harbour+`</p><script>fetch("/quit",{method:"POST"})</script><img src="http://tracker.example/x.gif"></body></html>`)
	path := regexp.MustCompile(`/articles/\d+`).FindString(page.Url.Path)
	answer, _ := b.get(path + "/original")
	for header, want := range map[string]string{
		"Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'",
		"X-Content-Type-Options":  "nosniff",
	} {
		if got := answer.Header.Get(header); got != want {
			t.Errorf("%s = %q, want %q", header, got, want)
		}
	}
	if _, page := b.get(path + "?view=original"); page.Find("iframe[sandbox=''], iframe[sandbox]").Length() != 1 {
		t.Error("the original is not in a sandboxed frame")
	}
}

// upload sends one file as the browser does.
func (b *browser) upload(name, content string) (*http.Response, *goquery.Document) {
	b.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreateFormFile("files", name)
	if err != nil {
		b.t.Fatal(err)
	}
	io.WriteString(part, content)
	form.Close()
	r, err := http.NewRequest(http.MethodPost, b.server.URL+"/import", &body)
	if err != nil {
		b.t.Fatal(err)
	}
	r.Header.Set("Content-Type", form.FormDataContentType())
	answer, page := b.send(r)
	page.Url = answer.Request.URL
	return answer, page
}

func TestBadFilesAreNamedAndStopNothing(t *testing.T) {
	b := newBrowser(t)
	for name, content := range map[string]string{"empty.txt": "", "picture.png": "\x89PNG\r\n\x1a\n\x00\x00\x00\x0d", "silent.txt": "!!! ... ???"} {
		_, page := b.upload(name, content)
		if !strings.Contains(page.Find("main").Text(), name) {
			t.Errorf("the report does not name %s: %q", name, page.Find("main").Text())
		}
	}
}

func TestFilesInBatchesAreOneImport(t *testing.T) {
	b := newBrowser(t)
	var id string
	for i := range 3 {
		var body bytes.Buffer
		form := multipart.NewWriter(&body)
		if id != "" {
			form.WriteField("import", id)
		}
		part, _ := form.CreateFormFile("files", fmt.Sprintf("a%d.txt", i))
		fmt.Fprintf(part, "Number %d.\n\n%s", i, harbour)
		form.Close()
		r, err := http.NewRequest(http.MethodPost, b.server.URL+"/import", &body)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", form.FormDataContentType())
		r.Header.Set("Accept", "application/json")
		answer, err := b.client.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		var counts struct {
			ID    string
			Added int
		}
		if err := json.NewDecoder(answer.Body).Decode(&counts); err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if id = counts.ID; counts.Added != i+1 {
			t.Errorf("after batch %d the import has %d articles, want %d", i, counts.Added, i+1)
		}
	}
}

func TestAnAddressThatIsRefused(t *testing.T) {
	b := newBrowser(t)
	answer, page := b.post("/fetch", url.Values{"address": {b.server.URL}})
	if answer.StatusCode != http.StatusUnprocessableEntity || page.Find("input[name=address]").AttrOr("value", "") != b.server.URL {
		t.Errorf("fetching this machine = %d, want 422 and the address still there", answer.StatusCode)
	}
	r, err := http.NewRequest(http.MethodPost, b.server.URL+"/fetch", strings.NewReader(url.Values{"address": {b.server.URL}}.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Accept", "application/json")
	if answer, page := b.send(r); answer.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(page.Text(), "not fetched") {
		t.Errorf("a program that asks for it gets %d, %q, want 422 and the reason", answer.StatusCode, page.Text())
	}
}

func TestAFetchedPageIsAnArticle(t *testing.T) {
	b := newBrowser(t)
	b.pages.options.Fetch = func(context.Context, string) (document.Document, error) {
		return document.Document{ID: "page", Name: "page", Source: "https://courier.example/harbour", Format: document.Plain, Bytes: []byte(harbour)}, nil
	}
	if answer, page := b.post("/fetch", url.Values{"address": {"https://courier.example/harbour"}}); !strings.HasPrefix(answer.Request.URL.Path, "/articles/") {
		t.Errorf("a fetched page led to %s: %s", answer.Request.URL.Path, page.Find("main").Text())
	}
}

func TestBackIsAPathOfOurOwn(t *testing.T) {
	for to, want := range map[string]string{"/claims": "/claims", "//evil.example": "/", "https://evil.example/": "/", `/\evil.example`: "/", "": "/", "claims": "/"} {
		r := httptest.NewRequest(http.MethodPost, "/undo", nil)
		r.PostForm = url.Values{"back": {to}}
		if got := back(r, "/"); got != want {
			t.Errorf("back(%q) = %q, want %q", to, got, want)
		}
	}
}

func TestQuit(t *testing.T) {
	b := newBrowser(t)
	if _, page := b.post("/quit", url.Values{}); !strings.Contains(page.Text(), b.archive.Path()) {
		t.Error("the goodbye page does not say where the archive lies")
	}
	select {
	case <-b.pages.Quit():
	default:
		t.Error("Quit is not closed after POST /quit")
	}
}

// A folder of this machine is read beside the pages: its report counts, it can
// be stopped, and reading it again goes on.
func TestAFolderByItsPath(t *testing.T) {
	b := newBrowser(t)
	folder := t.TempDir()
	const files = 300
	for i := range files {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%03d.txt", i)), fmt.Appendf(nil, "Number %d.\n\n%s", i, harbour), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	answer, _ := b.post("/import/path", url.Values{"path": {folder}})
	if !strings.HasPrefix(answer.Request.URL.Path, "/imports/") {
		t.Fatalf("reading a folder led to %s, want its report", answer.Request.URL.Path)
	}
	b.post(answer.Request.URL.Path+"/stop", url.Values{})
	b.pages.running.Wait()
	_, page := b.get(answer.Request.URL.Path)
	if text := page.Find("h1").Text(); !strings.Contains(text, "stopped") && !strings.Contains(text, "done") {
		t.Errorf("after Stop the report is headed %q", text)
	}
	b.post("/import/path", url.Values{"path": {folder}})
	b.pages.running.Wait()
	if _, page = b.get("/"); !strings.Contains(page.Find(".sum").Text(), fmt.Sprint(files)) {
		t.Errorf("after reading it again the library has %q, want %d articles", page.Find(".sum").Text(), files)
	}
	answer, page = b.post("/import/path", url.Values{"path": {folder + "/nothing"}})
	if answer.StatusCode != http.StatusUnprocessableEntity || page.Find("input[name=path]").AttrOr("value", "") != folder+"/nothing" {
		t.Errorf("a path that is not there gave %d, want 422 and the path still there", answer.StatusCode)
	}
}

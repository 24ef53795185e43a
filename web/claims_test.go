package web

import (
	"bytes"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"onrecord/store"
)

// withClaim is a browser with the harbour article, and the addresses of it and
// of a claim made of its first statement.
func withClaim(t *testing.T) (b *browser, article, claim string) {
	t.Helper()
	b, article = withHarbour(t)
	_, page := b.get(article)
	href, ok := page.Find(`#panel a[data-act="claim"]`).First().Attr("href")
	if !ok {
		t.Fatal("no card offers to make a claim")
	}
	_, page = b.get(href)
	answer, _ := b.post("/claims", url.Values{"text": {"The harbour closes on 7 March 2031."}, "who": {"Ilse Maren"}, "statement": {page.Find("input[name=statement]").AttrOr("value", "")}})
	return b, article, answer.Request.URL.Path
}

// attach sends new evidence with a file, as the browser does.
func (b *browser) attach(claim, name string, content []byte, fields map[string]string) (*http.Response, *goquery.Document) {
	b.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for k, v := range fields {
		form.WriteField(k, v)
	}
	part, err := form.CreateFormFile("file", name)
	if err != nil {
		b.t.Fatal(err)
	}
	part.Write(content)
	form.Close()
	r, err := http.NewRequest(http.MethodPost, b.server.URL+claim+"/evidence", &body)
	if err != nil {
		b.t.Fatal(err)
	}
	r.Header.Set("Content-Type", form.FormDataContentType())
	return b.send(r)
}

// undone takes the last deed back by the button that the page offers.
func (b *browser) undone() { b.t.Helper(); b.post("/undo", url.Values{}) }

func TestAnAttachedFileComesBackAsItWas(t *testing.T) {
	b, _, claim := withClaim(t)
	content := []byte("<script>alert(1)</script>\r\n\x00\xff")
	answer, page := b.attach(claim, `C:\notes\Fähre "7".html`, content, map[string]string{"kind": "file", "side": "against", "why": "From the press office.", "key": "K1"})
	link := page.Find(`.side.against a[href$="/file"]`)
	if answer.StatusCode != http.StatusOK || link.Text() != `Fähre "7".html` {
		t.Fatalf("attaching gave %d and %q, want the file by its name", answer.StatusCode, link.Text())
	}
	r, err := http.NewRequest(http.MethodGet, b.server.URL+link.AttrOr("href", ""), nil)
	if err != nil {
		t.Fatal(err)
	}
	got, err := b.client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	if back, _ := io.ReadAll(got.Body); !bytes.Equal(back, content) {
		t.Errorf("%q came back, want %q", back, content)
	}
	for header, want := range map[string]string{
		"Content-Disposition":     "attachment; filename*=utf-8''F%C3%A4hre%20%227%22.html",
		"Content-Type":            "application/octet-stream",
		"X-Content-Type-Options":  "nosniff",
		"Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
	} {
		if got.Header.Get(header) != want {
			t.Errorf("%s = %q, want %q", header, got.Header.Get(header), want)
		}
	}
	_, page = b.attach(claim, "other.txt", []byte("another file of the same form"), map[string]string{"kind": "file", "side": "against", "why": "From the press office.", "key": "K1"})
	if n := page.Find(`.side.against .card`).Length(); n != 2 {
		t.Errorf("another file by the same form makes %d pieces of evidence, want 2", n)
	}
	b.undone()
	if _, page = b.get(claim); page.Find(`.side.against .card`).Length() != 1 {
		t.Error("undo did not take the second file away")
	}
}

func TestAFileThatCannotBeKeptLeavesTheFormAsItWas(t *testing.T) {
	b, _, claim := withClaim(t)
	for name, content := range map[string][]byte{"empty.txt": nil, "large.bin": make([]byte, store.MaxAttachment+1)} {
		answer, page := b.attach(claim, name, content, map[string]string{"kind": "file", "side": "context", "why": "typed in vain?"})
		form := page.Find("#add-evidence")
		_, open := form.Attr("open")
		if answer.StatusCode != http.StatusUnprocessableEntity || !open || form.Find("input[name=why]").AttrOr("value", "") != "typed in vain?" {
			t.Errorf("%s gave %d with why %q, want 422 and what was typed", name, answer.StatusCode, form.Find("input[name=why]").AttrOr("value", ""))
		}
		if name == "large.bin" && !strings.Contains(form.Text(), "over 64 MB") {
			t.Errorf("the form says %q, want the limit", form.Find(".problem").Text())
		}
	}
}

func TestAnAddressIsKeptAsText(t *testing.T) {
	b, _, claim := withClaim(t)
	_, page := b.post(claim+"/evidence", url.Values{"kind": {"address"}, "side": {"for"}, "address": {"https://harbour.example/notice?n=1"}, "why": {"The notice."}})
	link := page.Find(".side.for a.away")
	if link.AttrOr("href", "") != "https://harbour.example/notice?n=1" || !strings.Contains(link.AttrOr("rel", ""), "noreferrer") || !strings.Contains(page.Find(".side.for").Text(), "leaves your computer") {
		t.Errorf("the address is shown as %q, want a link that says where it leads", page.Find(".side.for .card").Text())
	}
	for _, bad := range []string{"javascript:alert(1)", "ftp://harbour.example/", "harbour.example"} {
		answer, page := b.post(claim+"/evidence", url.Values{"kind": {"address"}, "side": {"for"}, "address": {bad}})
		if answer.StatusCode != http.StatusUnprocessableEntity || page.Find("input[name=address]").AttrOr("value", "") != bad {
			t.Errorf("the address %q gave %d, want 422 and it still there", bad, answer.StatusCode)
		}
	}
}

func TestAnArticleIsFoundByItsTitle(t *testing.T) {
	b, article, claim := withClaim(t)
	b.post("/paste", url.Values{"text": {"Ann Tollo said that the bridge was shut."}, "title": {"Harbour bridge shut"}, "date": {"2031-03-07"}})
	_, page := b.post(claim+"/evidence", url.Values{"kind": {"passage"}, "side": {"for"}, "article": {"Harbour to close"}, "quote": {"40 ships would be late"}})
	if !strings.Contains(page.Find(".side.for").Text(), "40 ships") {
		t.Error("a passage of an article by its title was not pinned")
	}
	answer, page := b.post(claim+"/evidence", url.Values{"kind": {"passage"}, "side": {"against"}, "article": {"harbour"}, "why": {"All of it."}})
	found := page.Find(`#add-evidence input[name=found]`)
	if answer.StatusCode != http.StatusUnprocessableEntity || found.Length() != 2 {
		t.Fatalf("a title of two articles gave %d with %d to choose from, want 422 and 2", answer.StatusCode, found.Length())
	}
	_, page = b.post(claim+"/evidence", url.Values{"kind": {"passage"}, "side": {"against"}, "article": {"harbour"}, "found": {strings.TrimPrefix(article, "/articles/")}, "why": {"All of it."}})
	if side := page.Find(".side.against").Text(); !strings.Contains(side, "article:") || !strings.Contains(side, "Harbour to close") {
		t.Errorf("the side against reads %q, want the whole article", side)
	}
	if answer, _ := b.post(claim+"/evidence", url.Values{"kind": {"passage"}, "side": {"for"}, "article": {"no such title"}}); answer.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("a title that no article has gave %d, want 422", answer.StatusCode)
	}
}

func TestEvidenceIsChangedInItsPlace(t *testing.T) {
	b, _, claim := withClaim(t)
	_, page := b.get(claim)
	pin := page.Find(`.linked-one button[formaction]`).AttrOr("formaction", "")
	_, page = b.post(pin, url.Values{})
	if n := page.Find(".side.for .card").Length(); n != 1 || page.Find(`.linked-one button[formaction]`).Length() != 0 {
		t.Fatalf("a linked statement makes %d pieces of evidence, want 1 and no button for another", n)
	}
	_, page = b.get(page.Find(`.side.for a[href*="evidence="]`).AttrOr("href", ""))
	form := page.Find(`.side.for form.fields`)
	mark, action := form.Find("input[name=mark]").AttrOr("value", ""), form.AttrOr("action", "")
	_, page = b.post(action, url.Values{"side": {"context"}, "why": {"Her own words."}, "mark": {mark}})
	if side := page.Find(".side.context").Text(); !strings.Contains(side, "Her own words.") {
		t.Errorf("the side of context reads %q, want the piece that was moved there", side)
	}
	if answer, _ := b.post(action, url.Values{"side": {"for"}, "why": {"An older page."}, "mark": {mark}}); answer.StatusCode != http.StatusConflict {
		t.Errorf("a change from an older page gave %d, want 409", answer.StatusCode)
	}
	_, page = b.post(strings.TrimSuffix(action, "/")+"/remove", url.Values{})
	if n := page.Find(".side .card").Length(); n != 0 {
		t.Errorf("%d pieces are left after it was taken away, want none", n)
	}
}

func TestReadyAsksForWhatIsMissing(t *testing.T) {
	b, _, claim := withClaim(t)
	_, page := b.post(claim+"/status", url.Values{"status": {"ready"}})
	for _, lack := range []string{"a verdict", "a reason", "evidence"} {
		if !strings.Contains(page.Find("#ready").Text(), lack) {
			t.Errorf("the page asks %q, want it to miss %s", page.Find("#ready").Text(), lack)
		}
	}
	if now := page.Find(`[aria-pressed="true"]`).Text(); now != "open" {
		t.Errorf("the status is %q while the page asks, want open", now)
	}
	_, page = b.post(claim+"/status", url.Values{"status": {"ready"}, "anyway": {"on"}})
	if now := page.Find(`[aria-pressed="true"]`).Text(); now != "ready" || page.Find(`[aria-pressed="true"]`).Length() != 1 {
		t.Errorf("the status is %q, want ready alone", now)
	}
	if answer, _ := b.post(claim+"/status", url.Values{"status": {"done"}}); answer.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("a status that is none gave %d, want 422", answer.StatusCode)
	}
}

func TestLinksBothWays(t *testing.T) {
	b, article, claim := withClaim(t)
	_, page := b.get(article)
	links := page.Find(`#panel a[data-act="link"]`)
	if links.Length() < 3 {
		t.Fatalf("%d cards offer to link their statement, want all", links.Length())
	}
	href := links.Eq(2).AttrOr("href", "")
	_, page = b.get(href + "&q=harbour")
	from := page.Find("#link input[name=from]").AttrOr("value", "")
	target := page.Find(`#link fieldset.targets input[value^="statement/"]`).First().AttrOr("value", "")
	if target == "" || page.Find(`#link input[value^="claim/"]`).Length() != 1 {
		t.Fatalf("the page offers %q, want the claim and other statements", page.Find("#link").Text())
	}
	answer, page := b.post("/links", url.Values{"from": {from}, "to": {target}, "q": {"harbour"}, "why": {"typed in vain?"}})
	if answer.StatusCode != http.StatusUnprocessableEntity || page.Find("#link input[name=why]").AttrOr("value", "") != "typed in vain?" || page.Find(`#link input[name=to][checked]`).AttrOr("value", "") != target {
		t.Errorf("a link without a relation gave %d, want 422 and what was chosen", answer.StatusCode)
	}
	b.post("/links", url.Values{"from": {from}, "to": {target}, "relation": {"contradicts"}, "why": {"Both cannot hold."}})
	b.post("/links", url.Values{"from": {from}, "to": {"claim/" + strings.TrimPrefix(claim, "/claims/")}, "relation": {"contradicts"}, "why": {"He denies it."}})
	_, page = b.get(article)
	cards := page.Find("#panel").Text()
	for _, want := range []string{"contradicts:", "is contradicted by:", "contradicts the claim:"} {
		if !strings.Contains(cards, want) {
			t.Errorf("the cards do not say %q", want)
		}
	}
	_, page = b.get(claim)
	if text := page.Find(".linked").Text(); !strings.Contains(text, "contradicts it") || !strings.Contains(text, "He denies it.") {
		t.Errorf("the claim's statements read %q, want the contradiction and why", text)
	}
	_, page = b.get(href)
	tie := page.Find(`form[action="/links/remove"] input[name=tie]`).AttrOr("value", "")
	if _, page = b.post("/links/remove", url.Values{"tie": {tie}, "back": {href}}); page.Find(`form[action="/links/remove"]`).Length() != 0 {
		t.Error("the link is still there after it was taken away")
	}
	b.undone()
	if _, page = b.get(href); page.Find(`form[action="/links/remove"]`).Length() != 1 {
		t.Error("undo did not bring the link back")
	}
	answer, _ = b.post("/claims", url.Values{"text": {"The harbour stays open."}})
	other := answer.Request.URL.Path
	b.post("/links", url.Values{"from": {"claim/" + strings.TrimPrefix(other, "/claims/")}, "to": {"claim/" + strings.TrimPrefix(claim, "/claims/")}, "relation": {"answers"}})
	for path, want := range map[string]string{other: "answers", claim: "is answered by"} {
		if _, page := b.get(path); page.Find(".ties .chain b").Text() != want {
			t.Errorf("%s says %q of the other, want %q", path, page.Find(".ties .chain b").Text(), want)
		}
	}
	for _, path := range []string{"/links/new", "/links/new?statement=1", "/links/new?claim=99", "/links/new?statement=1/statement-1-2"} {
		if answer, _ := b.get(path); answer.StatusCode != http.StatusNotFound {
			t.Errorf("GET %s = %d, want 404", path, answer.StatusCode)
		}
	}
}

func TestTheListOfVerdictsIsEdited(t *testing.T) {
	b, _, claim := withClaim(t)
	b.post(claim+"/verdict", url.Values{"verdict": {"partly"}, "reason": {"The north basin."}})
	_, page := b.post("/settings/verdicts", url.Values{"words": {"half true"}, "shape": {"misleading"}, "rating": {"2.5"}})
	if last := page.Find(".verdict-list > li").Last().Text(); !strings.Contains(last, "▲ half true") || !strings.Contains(last, "rated 2.5") {
		t.Fatalf("the last of the list reads %q, want the new one", last)
	}
	_, page = b.get("/settings/verdicts?edit=partly")
	mark := page.Find("form[action$='/change'] input[name=mark]").AttrOr("value", "")
	b.post("/settings/verdicts/change", url.Values{"was": {"partly"}, "words": {"part right"}, "shape": {"partly"}, "mark": {mark}})
	if _, page = b.get(claim); page.Find(".by .verdict").Text() != "◐ part right" {
		t.Errorf("the claim is %q after its verdict was reworded, want ◐ part right", page.Find(".by .verdict").Text())
	}
	answer, page := b.post("/settings/verdicts/remove", url.Values{"verdict": {"part right"}})
	if answer.StatusCode != http.StatusUnprocessableEntity || page.Find(`.problem a[href="/claims?verdict=part+right"]`).Length() != 1 {
		t.Errorf("taking away a verdict in use gave %d and %q, want 422 and a way to the claims", answer.StatusCode, page.Find(".problem").Text())
	}
	answer, page = b.post("/settings/verdicts", url.Values{"words": {"Half True"}, "shape": {"false"}, "rating": {"two"}})
	if answer.StatusCode != http.StatusUnprocessableEntity || page.Find("#new-verdict-words").AttrOr("value", "") != "Half True" || page.Find("#new-verdict-rating").AttrOr("value", "") != "two" {
		t.Errorf("a rating that is none gave %d, want 422 and what was typed", answer.StatusCode)
	}
	_, page = b.post("/settings/verdicts/move", url.Values{"verdict": {"half true"}, "by": {"up"}})
	if at := page.Find(".verdict-list > li").Eq(5).Text(); !strings.Contains(at, "half true") {
		t.Errorf("the sixth is %q, want the one that was moved up", at)
	}
	_, page = b.post("/settings/verdicts/own", url.Values{})
	if n := page.Find(".verdict-list > li").Length(); n != 7 {
		t.Errorf("the list has %d entries, want the program's 6 and the one that the claim has", n)
	}
	for range 4 { // own, move, change and add
		b.undone()
	}
	if _, page = b.get(claim); page.Find(".by .verdict").Text() != "◐ partly" {
		t.Errorf("after undo the claim is %q, want ◐ partly", page.Find(".by .verdict").Text())
	}
}

func TestTagsOfAClaim(t *testing.T) {
	b, _, claim := withClaim(t)
	_, page := b.post(claim+"/tags", url.Values{"words": {"follow up / 2nd"}})
	href := page.Find(".tags .chip a").AttrOr("href", "")
	if _, page := b.get(href); page.Find("h1").Text() != "follow up / 2nd" || page.Find(`a[href="`+claim+`"]`).Length() != 1 {
		t.Errorf("the tag's page at %s is headed %q, want it with the claim", href, page.Find("h1").Text())
	}
	if _, page := b.get("/tags"); !strings.Contains(page.Find("main").Text(), "1 claim") {
		t.Errorf("the list of tags reads %q, want the tag with its count", page.Find("main").Text())
	}
	if answer, page := b.post(claim+"/tags", url.Values{"words": {"?!"}}); answer.StatusCode != http.StatusUnprocessableEntity || page.Find("#tag-words").AttrOr("value", "") != "?!" {
		t.Errorf("a tag without a word gave %d, want 422 and it still there", answer.StatusCode)
	}
	_, page = b.post(page.Find(`.tags form`).AttrOr("action", ""), url.Values{})
	if n := page.Find(".tags .chip").Length(); n != 0 {
		t.Errorf("%d tags are left after it was taken away", n)
	}
	if _, page = b.get("/tags/nothing"); page.Find(".empty").Length() != 1 {
		t.Error("the page of a tag that nothing has says nothing")
	}
}

func TestAClaimThatReadsAlikeIsOfferedFirst(t *testing.T) {
	b, article, claim := withClaim(t)
	_, page := b.get(article)
	href := page.Find(`#panel a[data-act="claim"]`).Eq(1).AttrOr("href", "")
	statement := strings.TrimPrefix(href, "/claims/new?statement=")
	form := url.Values{"text": {"The harbour closed on 7 March 2031"}, "statement": {statement}, "offered": {"off"}}
	answer, page := b.post("/claims", form)
	if answer.StatusCode != http.StatusUnprocessableEntity || page.Find(`.alike a[href="`+claim+`"]`).Length() != 1 || page.Find("textarea[name=text]").Text() != form.Get("text") {
		t.Fatalf("a claim that reads alike gave %d, want 422, that claim, and what was typed", answer.StatusCode)
	}
	add := page.Find(".alike form")
	_, page = b.post(add.AttrOr("action", ""), url.Values{"statement": {statement}, "claim": {add.Find("input[name=claim]").AttrOr("value", "")}, "relation": {"same"}})
	if n := page.Find(".linked-one").Length(); n != 2 {
		t.Errorf("the claim has %d statements, want both", n)
	}
	form.Set("offered", "on")
	if answer, _ := b.post("/claims", form); answer.StatusCode != http.StatusOK || answer.Request.URL.Path == claim {
		t.Errorf("making the claim all the same gave %d at %s, want a new one", answer.StatusCode, answer.Request.URL.Path)
	}
}

func TestTheClaimsPersonAndFirstAppearance(t *testing.T) {
	b, article, claim := withClaim(t)
	_, page := b.get(claim)
	by := page.Find(".by")
	if by.Find(`a[href^="/people/"]`).Text() != "Ilse Maren" || !strings.HasPrefix(by.Find(`a[href^="`+article+`"]`).Text(), "6 March 2031, in Coast Courier") {
		t.Errorf("the head reads %q, want the person and the first appearance as links", by.Text())
	}
	b.post(claim, url.Values{"text": {"The harbour closes."}, "who": {"Somebody Else"}})
	if _, page = b.get(claim); page.Find(`.by a[href^="/people/"]`).Length() != 0 || !strings.Contains(page.Find(".by").Text(), "Somebody Else") {
		t.Errorf("the head reads %q, want a name without a link", page.Find(".by").Text())
	}
}

func TestPinningFromTheText(t *testing.T) {
	b, article, claim := withClaim(t)
	q := url.Values{"article": {strings.TrimPrefix(article, "/articles/")}, "quote": {"40 ships would be late"}}
	_, page := b.get("/claims/pin?" + q.Encode())
	id := page.Find("input[name=claim]").AttrOr("value", "")
	q.Set("side", "for")
	q.Set("why", "A number.")
	answer, page := b.post("/claims/pin", q)
	if answer.StatusCode != http.StatusUnprocessableEntity || page.Find("input[name=why]").AttrOr("value", "") != "A number." {
		t.Errorf("pinning to no claim gave %d, want 422 and what was typed", answer.StatusCode)
	}
	q.Set("claim", id)
	answer, page = b.post("/claims/pin", q)
	if answer.Request.URL.Path != claim || !strings.Contains(page.Find(".side.for").Text(), "40 ships") {
		t.Errorf("pinning led to %s, want the claim with the passage", answer.Request.URL.Path)
	}
	if _, page := b.get("/claims/pin?q=ferry&article=" + q.Get("article")); page.Find("input[name=claim]").Length() != 0 {
		t.Error("a search for claims that finds none offers some")
	}
}

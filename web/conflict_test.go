package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"onrecord/web/view"
)

// formAt is the values of a form as the page has them, and its action.
func formAt(t *testing.T, page *goquery.Document, selector string) (string, url.Values) {
	t.Helper()
	form := page.Find(selector).First()
	if form.Length() == 0 {
		t.Fatalf("the page has no %s: %s", selector, plainText(page.Find("main")))
	}
	sent := url.Values{}
	form.Find("input, textarea, select").Each(func(_ int, f *goquery.Selection) {
		name, value := f.AttrOr("name", ""), f.AttrOr("value", f.Text())
		switch {
		case goquery.NodeName(f) == "select":
			value = f.Find("option[selected]").AttrOr("value", "")
		case f.AttrOr("type", "") == "checkbox":
			if _, on := f.Attr("checked"); !on {
				return
			}
		}
		sent.Add(name, value)
	})
	return form.AttrOr("action", ""), sent
}

// Two windows have the same form open; the first saves. The second is shown
// both, and what it typed is saved when its user says so.
func TestAnEditThatAnotherWindowOvertook(t *testing.T) {
	b, path := withHarbour(t)
	b.post(path+"/notes", url.Values{"text": {"Ask the pilots."}})
	answer, _ := b.post("/claims", url.Values{"text": {"The harbour closes."}, "who": {"Ilse Maren"}})
	claim := answer.Request.URL.Path
	_, page := b.get(path)
	key := page.Find(".card.statement").First().AttrOr("id", "")
	person := b.person("Ilse Maren")
	for _, c := range []struct {
		name, open, form, field string
		meanwhile, typed        string
		where, now              string // where what is saved shows, and what it must be
	}{
		{"a note", path + "?tab=notes&note=1", `form[action="/notes/1/edit"]`, "text", "Ask the board.", "Ask the pilots and the board.", path + "?tab=notes", ".note-text"},
		{"a claim", claim + "?edit=claim", `form[action="` + claim + `"]`, "text", "The harbour closes at noon.", "The harbour closes at night.", claim, "h1"},
		{"a verdict", claim, `form[action="` + claim + `/verdict"]`, "reason", "The board says so.", "The timetable says so.", claim, "textarea[name=reason]"},
		{"a statement", path + "?tab=facts&edit=" + key, `form[action$="/edit"]`, "said", "2031-03-04", "2031-03-03", path, ".chip.when"},
		{"a name", person, `form[action$="/rename"]`, "name", "Ilse Marren", "Ilse M. Maren", "/people", ".line b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, page := b.get(c.open)
			action, first := formAt(t, page, c.form)
			_, page = b.get(c.open)
			_, second := formAt(t, page, c.form)
			first.Set(c.field, c.meanwhile)
			second.Set(c.field, c.typed)
			if answer, page := b.post(action, first); answer.StatusCode != http.StatusOK {
				t.Fatalf("the first save = %d, want it done: %s", answer.StatusCode, plainText(page.Find("main")))
			}
			answer, page := b.post(action, second)
			text := plainText(page.Find("main"))
			if answer.StatusCode != http.StatusConflict || !strings.Contains(text, "What was done meanwhile") {
				t.Fatalf("the second save = %d, want it refused: %s", answer.StatusCode, text)
			}
			for _, want := range []string{c.meanwhile, c.typed} {
				shown := plainText(page.Find(".compared").Clone())
				words := strings.Fields(want)
				if c.field != "said" && !strings.Contains(shown, words[len(words)-1]) {
					t.Errorf("the page does not show %q: %q", want, shown)
				}
			}
			if page.Find("del").Length() == 0 || page.Find(".compared ins").Length() == 0 {
				t.Errorf("the differences are not marked: %s", text)
			}
			_, shown := b.get(c.where)
			before := plainText(shown.Find(c.now))
			action, again := formAt(t, page, "form.fields")
			if again.Get(c.field) != c.typed {
				t.Errorf("the form has %q, want what was typed, %q", again.Get(c.field), c.typed)
			}
			if answer, page := b.post(action, again); answer.StatusCode != http.StatusOK {
				t.Fatalf("saving one's own = %d, want it done: %s", answer.StatusCode, plainText(page.Find("main")))
			}
			_, shown = b.get(c.where)
			if after := plainText(shown.Find(c.now)); after == before {
				t.Errorf("after saving one's own %s shows %q, as before", c.where, after)
			}
		})
	}
}

// The verdict and the words of a claim are edited by two forms, which do not
// get in each other's way.
func TestWhatIsNotTheSameFormDoesNotGetInTheWay(t *testing.T) {
	b := newBrowser(t)
	answer, _ := b.post("/claims", url.Values{"text": {"The harbour closes."}})
	claim := answer.Request.URL.Path
	_, page := b.get(claim)
	verdict, sent := formAt(t, page, `form[action$="/verdict"]`)
	b.post(claim, url.Values{"text": {"The harbour closes at noon."}})
	sent.Set("verdict", "false")
	answer, page = b.post(verdict, sent)
	if text := plainText(page.Find("main")); answer.StatusCode != http.StatusOK || !strings.Contains(text, "closes at noon") || !strings.Contains(text, "false") {
		t.Errorf("the verdict = %d, want it saved beside the other words: %s", answer.StatusCode, text)
	}
}

// What was deleted meanwhile can be brought back; what was typed is not lost.
func TestAnEditOfWhatIsGone(t *testing.T) {
	b, path := withHarbour(t)
	b.post(path+"/notes", url.Values{"text": {"Ask the pilots."}})
	_, page := b.get(path + "?tab=notes&note=1")
	action, sent := formAt(t, page, `form[action="/notes/1/edit"]`)
	b.post("/notes/1/delete", url.Values{})
	sent.Set("text", "Ask the pilots and the board.")
	answer, page := b.post(action, sent)
	if answer.StatusCode != http.StatusConflict || page.Find("h1").Text() != "This was deleted in another window" || page.Find("textarea").Text() != "Ask the pilots and the board." {
		t.Fatalf("the save = %d, want what was typed shown: %s", answer.StatusCode, plainText(page.Find("main")))
	}
	back, undo := formAt(t, page, `form[action="/undo"]`)
	b.post(back, undo)
	if _, page := b.get(path + "?tab=notes"); plainText(page.Find(".note-text")) != "Ask the pilots." {
		t.Errorf("after bringing it back the notes are %q", page.Find(".note-text").Text())
	}
}

// A mark that a form came back with is the one it was opened with: a mistake
// that is mended does not overwrite what another window did.
func TestAMistakeKeepsTheMark(t *testing.T) {
	b, path := withHarbour(t)
	_, page := b.get(path)
	key := page.Find(".card.statement").First().AttrOr("id", "")
	_, page = b.get(path + "?tab=facts&edit=" + key)
	action, sent := formAt(t, page, `form[action$="/edit"]`)
	b.post(path+"/facts/"+key+"/edit", url.Values{"words": {"harbour will close"}, "speaker": {"0"}, "act": {"warn"}, "form": {"direct"}})
	said := sent.Get("said")
	sent.Set("said", "soon")
	if answer, page := b.post(action, sent); answer.StatusCode != http.StatusConflict {
		t.Errorf("a mistake in an overtaken edit = %d, want the conflict first: %s", answer.StatusCode, plainText(page.Find("main")))
	}
	_, page = b.get(path + "?tab=facts&edit=" + key)
	action, sent = formAt(t, page, `form[action$="/edit"]`)
	sent.Set("said", "soon")
	_, page = b.post(action, sent)
	_, mended := formAt(t, page, `form[action$="/edit"]`)
	b.post(path+"/facts/"+key+"/edit", url.Values{"words": {"harbour"}, "speaker": {"0"}, "act": {"warn"}, "form": {"direct"}})
	mended.Set("said", said)
	if answer, _ := b.post(action, mended); answer.StatusCode != http.StatusConflict {
		t.Errorf("a mended edit that was overtaken = %d, want 409", answer.StatusCode)
	}
}

// A card that shows what a statement was before another window edited it does
// not accept or reject it.
func TestACardThatAnotherWindowEdited(t *testing.T) {
	b, path := withHarbour(t)
	_, page := b.get(path)
	accept, card := formAt(t, page, `#panel form.acts[action$="/accept"]`)
	edit := strings.Replace(accept, "/accept", "/edit", 1)
	b.post(strings.Replace(accept, "/accept", "/reject", 1), url.Values{})
	if _, page := b.post(accept, card); !strings.Contains(page.Find("#flash").Text(), "Accepted") {
		t.Errorf("accepting what was rejected meanwhile says %q, want it accepted", page.Find("#flash").Text())
	}
	b.post(edit, url.Values{"words": {"harbour will close"}, "speaker": {"0"}, "act": {"warn"}, "form": {"direct"}})
	card.Set("key", "another time") // the same form again is the same save
	for _, act := range []string{"accept", "reject", "reset"} {
		answer, page := b.post(strings.Replace(accept, "/accept", "/"+act, 1), card)
		if flash := page.Find("#flash .flash.bad").Text(); !strings.Contains(flash, "This was edited in another window; look again.") {
			t.Errorf("%s of a card that was edited says %q", act, flash)
		}
		key := strings.Split(accept, "/")[4]
		if now := page.Find(".card.now"); now.AttrOr("id", "") != key || !now.HasClass("edited") || !strings.Contains(answer.Request.URL.RawQuery, "f="+key) {
			t.Errorf("%s of a card that was edited shows %q in hand, want the edited card", act, now.AttrOr("id", ""))
		}
	}
}

func TestSideBySide(t *testing.T) {
	mark := func(list []view.Piece) string {
		var all strings.Builder
		for _, p := range list {
			if p.Hit {
				fmt.Fprintf(&all, "[%s]", p.Text)
			} else {
				all.WriteString(p.Text)
			}
		}
		return all.String()
	}
	long := strings.Repeat("a b c ", 2000)
	for _, c := range []struct{ a, b, left, right string }{
		{"", "", "", ""},
		{"one", "", "[one]", ""},
		{"", "one two", "", "[one two]"},
		{"one two three", "one two three", "one two three", "one two three"},
		{"one two three", "one four three", "one [two ]three", "one [four ]three"},
		{"one three", "one two three", "one three", "one [two ]three"},
		{"one\ntwo", "one two", "one\ntwo", "one two"},
		{"a b c d e", "b d f", "[a ]b [c ]d [e]", "b d [f]"},
		{"x " + long, "y " + long, "[x ]" + long, "[y ]" + long},
	} {
		left, right := sideBySide(c.a, c.b)
		if l, r := mark(left), mark(right); l != c.left || r != c.right {
			t.Errorf("sideBySide(%q, %q) = %q and %q, want %q and %q", c.a, c.b, l, r, c.left, c.right)
		}
	}
	if left, right := sideBySide("x "+long+"p", "y "+strings.Repeat("d e f ", 2000)+"q"); len(left) != 1 || len(right) != 1 {
		t.Errorf("two long texts with nothing in common have %d and %d pieces, want one each", len(left), len(right))
	}
}

func BenchmarkSideBySide(b *testing.B) {
	x, y := strings.Repeat("one two three four ", 350), strings.Repeat("one three two five ", 350)
	for b.Loop() {
		sideBySide(x, y)
	}
}

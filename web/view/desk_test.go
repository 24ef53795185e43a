package view_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"

	"github.com/a-h/templ"

	"onrecord/web/view"
)

// policy is the strictest that the pages must work under.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-src 'self'"

// A desk serves the pages as the program would, with one article whose
// statements can be decided, and notes what it is asked.
type desk struct {
	*httptest.Server
	mu    sync.Mutex
	state map[string]view.State
	flash view.Flash
	asked []string
	noKey bool
}

func newDesk(t *testing.T) *desk {
	d := &desk{state: map[string]view.State{}}
	mux := http.NewServeMux()
	mux.Handle("GET /static/", http.StripPrefix("/static/", http.FileServer(http.Dir("../static"))))
	mux.HandleFunc("GET /page/{name}", func(w http.ResponseWriter, r *http.Request) {
		d.write(w, r, pages()[r.PathValue("name")])
	})
	mux.HandleFunc("GET /articles/42", d.article)
	mux.HandleFunc("POST /articles/42/facts/{key}/{act}", d.decide)
	mux.HandleFunc("POST /undo", d.undo)
	mux.HandleFunc("POST /import", d.bring)
	mux.HandleFunc("GET /imports/3", d.report)
	mux.HandleFunc("GET /", func(w http.ResponseWriter, r *http.Request) { d.write(w, r, pages()["welcome"]) })
	d.Server = httptest.NewServer(mux)
	t.Cleanup(d.Close)
	return d
}

func (d *desk) write(w http.ResponseWriter, r *http.Request, c templ.Component) {
	w.Header().Set("Content-Security-Policy", policy)
	if err := c.Render(r.Context(), w); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func (d *desk) note(format string, args ...any) {
	d.asked = append(d.asked, fmt.Sprintf(format, args...))
}

// article is the desk with the decisions made so far.
func (d *desk) article(w http.ResponseWriter, r *http.Request) {
	d.mu.Lock()
	defer d.mu.Unlock()
	m := article(view.TabFacts)
	m.Flash, m.NoKeys = d.flash, d.noKey
	m.Paragraphs[0].Segments[0].Text = "Ada 🜂 Renn"
	cards := m.Facts.Groups[0].Cards
	for i := range cards {
		cards[i].Edit = nil
		if s, ok := d.state[cards[i].Key]; ok {
			cards[i].State = s
		}
	}
	d.write(w, r, view.ArticlePage(m))
}

func (d *desk) decide(w http.ResponseWriter, r *http.Request) {
	d.mu.Lock()
	defer d.mu.Unlock()
	key, act := r.PathValue("key"), r.PathValue("act")
	d.note("%s %s key=%s back=%s", act, key, r.PostFormValue("key"), r.PostFormValue("back"))
	d.state[key] = map[string]view.State{"accept": view.Accepted, "reject": view.Rejected, "reset": view.Suggestion}[act]
	d.flash = view.Flash{Text: "Done with " + key + ".", Undo: key}
	http.Redirect(w, r, "/articles/42?tab=facts&f="+key, http.StatusSeeOther)
}

func (d *desk) undo(w http.ResponseWriter, r *http.Request) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.note("undo %s", r.PostFormValue("entry"))
	delete(d.state, r.PostFormValue("entry"))
	d.flash = view.Flash{Text: "Taken back."}
	http.Redirect(w, r, "/articles/42", http.StatusSeeOther)
}

func (d *desk) bring(w http.ResponseWriter, r *http.Request) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := r.ParseMultipartForm(1 << 20); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	d.note("import %q with %d files", r.PostFormValue("import"), len(r.MultipartForm.File["files"]))
	w.Header().Set("Content-Type", "application/json")
	fmt.Fprint(w, `{"id":"3","added":40,"known":0,"failed":0,"url":"/page/import-done"}`)
}

// report is of an import that runs when it is first asked for, and is done
// after.
func (d *desk) report(w http.ResponseWriter, r *http.Request) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.note("report")
	d.write(w, r, view.ImportPage(importing(len(d.asked) == 1)))
}

// said is what the desk was asked so far.
func (d *desk) said() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.asked)
}

func (d *desk) want(t *testing.T, want ...string) {
	t.Helper()
	if got := d.said(); !slices.Equal(got, want) {
		t.Errorf("asked of the program: %q, want %q", got, want)
	}
}

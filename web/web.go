// Package web serves the archive as pages. A handler reads its request, makes
// one call to the store and renders one view; what changes something is a POST
// that leads on to a GET. Guard keeps everyone out but the user's own browser.
package web

import (
	"context"
	"crypto/rand"
	"embed"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"onrecord/extract/document"
	"onrecord/store"
	"onrecord/web/view"
)

//go:generate go tool templ generate -include-version=false

//go:embed static
var static embed.FS

// Options are what the program around the pages decides.
type Options struct {
	Version string           // of the program, for the settings page
	Warning string           // stays on top of every page, "" for none
	Now     func() time.Time // time.Now when nil

	// Fetch gets a page by its address; document.Fetch when nil.
	Fetch func(ctx context.Context, address string) (document.Document, error)
}

// A Server is the pages of one archive.
type Server struct {
	archive  *store.Archive
	options  Options
	mux      *http.ServeMux
	quit     chan struct{}
	quitOnce sync.Once
	noKeys   atomic.Bool // single keys are switched off

	running sync.WaitGroup // the imports and the reading again that are running

	mu      sync.Mutex
	flashes map[string]view.Flash // shown once, on the page after a POST
	jobs    map[int64]*job        // the imports that are running
	again   *rereading            // the last reading again, nil before the first
}

// New makes the pages of archive. They are to be served behind Guard.
func New(archive *store.Archive, options Options) *Server {
	if options.Now == nil {
		options.Now = time.Now
	}
	if options.Fetch == nil {
		options.Fetch = document.Fetch
	}
	s := &Server{archive: archive, options: options, quit: make(chan struct{}),
		flashes: map[string]view.Flash{}, jobs: map[int64]*job{}}
	s.mux = s.routes()
	archive.View(context.Background(), func(tx *store.Tx) error { // without it, keys are on
		off, err := tx.Setting(keysSetting)
		s.noKeys.Store(off != "")
		return err
	})
	return s
}

// Quit is closed when the user ends the program in the page.
func (s *Server) Quit() <-chan struct{} { return s.quit }

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.mux.ServeHTTP(w, r) }

// staticFiles serves the stylesheet, script and icons, to be asked for again
// only when the program has changed.
func staticFiles() http.Handler {
	tag := `"` + rand.Text() + `"`
	files := http.FileServerFS(static)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", tag)
		w.Header().Set("Cache-Control", "no-cache")
		files.ServeHTTP(w, r)
	})
}

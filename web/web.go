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

// handlers is what answers at every address of the program.
func (s *Server) handlers() map[string]handler {
	return map[string]handler{
		"GET /{$}":                                          s.library,
		"GET /articles/{id}":                                s.article,
		"GET /articles/{id}/original":                       s.original,
		"POST /articles/{id}/facts/{fact}/accept":           s.decide(store.Accepted),
		"POST /articles/{id}/facts/{fact}/reject":           s.decide(store.Rejected),
		"POST /articles/{id}/facts/{fact}/reset":            s.decide(store.Suggested),
		"POST /articles/{id}/facts/{fact}/edit":             s.editFact,
		"POST /articles/{id}/facts/{fact}/drop":             s.dropFact,
		"POST /articles/{id}/facts":                         s.addFact,
		"GET /articles/{id}/versions":                       s.versions,
		"POST /articles/{id}/tags":                          s.addTag,
		"POST /tags/{id}/remove":                            s.removeTag,
		"POST /articles/{id}/notes":                         s.addNote,
		"POST /articles/{id}/remove":                        s.removeArticle,
		"POST /notes/{id}/edit":                             s.changeNote,
		"POST /notes/{id}/delete":                           s.deleteNote,
		"GET /claims":                                       s.claims,
		"POST /claims":                                      s.addClaim,
		"GET /claims/new":                                   s.newClaim,
		"GET /claims/pin":                                   s.pinPage,
		"POST /claims/pin":                                  s.pin,
		"POST /claims/add":                                  s.linkStatement,
		"GET /claims/{id}":                                  s.claim,
		"POST /claims/{id}":                                 s.changeClaim,
		"POST /claims/{id}/verdict":                         s.setVerdict,
		"POST /claims/{id}/status":                          s.setStatus,
		"POST /claims/{id}/evidence":                        s.addEvidence,
		"POST /claims/{id}/evidence/{evidence}":             s.changeEvidence,
		"GET /claims/{id}/evidence/{evidence}/file":         s.attachedFile,
		"POST /claims/{id}/evidence/{evidence}/remove":      s.removeEvidence,
		"POST /claims/{id}/statements/{statement}":          s.changeLink,
		"POST /claims/{id}/statements/{statement}/evidence": s.pinStatement,
		"POST /claims/{id}/statements/{statement}/remove":   s.unlinkStatement,
		"POST /claims/{id}/tags":                            s.tagClaim,
		"POST /claims/{id}/notes":                           s.addNote,
		"POST /claims/{id}/remove":                          s.removeClaim,
		"GET /board":                                        s.tracks,
		"GET /claims/{id}/board":                            s.board,
		"POST /claims/{id}/refuse":                          s.refuse,
		"POST /claims/{id}/offer":                           s.offer,
		"GET /open":                                         s.openEnds,
		"POST /open/settle":                                 s.settle,
		"POST /open/reopen":                                 s.reopen,
		"GET /stories":                                      s.stories,
		"POST /stories":                                     s.addStory,
		"GET /stories/new":                                  s.newStory,
		"POST /stories/add":                                 s.gather,
		"GET /stories/{id}":                                 s.story,
		"POST /stories/{id}":                                s.changeStory,
		"POST /stories/{id}/add":                            s.gather,
		"POST /stories/{id}/decline":                        s.decline,
		"POST /stories/{id}/out":                            s.takeOut,
		"POST /stories/{id}/seen":                           s.seeStory,
		"POST /stories/{id}/remove":                         s.removeStory,
		"GET /links/new":                                    s.newLink,
		"POST /links":                                       s.addLink,
		"POST /links/remove":                                s.removeLink,
		"GET /tags":                                         s.tags,
		"GET /tags/{words}":                                 s.tagged,
		"GET /settings/verdicts":                            s.verdictList,
		"POST /settings/verdicts":                           s.addVerdict,
		"POST /settings/verdicts/change":                    s.changeVerdict,
		"POST /settings/verdicts/move":                      s.moveVerdict,
		"POST /settings/verdicts/remove":                    s.removeVerdict,
		"POST /settings/verdicts/own":                       s.ownVerdicts,
		"GET /people":                                       s.people,
		"GET /people/{id}":                                  s.someone,
		"GET /people/{id}/same":                             s.samePage,
		"POST /people/{id}/same":                            s.same,
		"POST /people/{id}/notsame":                         s.notSame,
		"POST /people/{id}/rename":                          s.rename,
		"GET /people/{id}/apart":                            s.apartPage,
		"POST /people/{id}/apart":                           s.apart,
		"GET /review":                                       s.review,
		"POST /review/skip":                                 s.skip,
		"POST /review/back":                                 s.turnBack,
		"GET /review/batch":                                 s.batchPage,
		"POST /review/batch":                                s.acceptAll,
		"GET /search":                                       s.search,
		"GET /timeline":                                     s.timeline,
		"GET /history":                                      s.history,
		"GET /lessons":                                      s.lessons,
		"GET /lessons/new":                                  s.newLesson,
		"POST /lessons":                                     s.teach,
		"GET /lessons/{id}/forget":                          s.forgetPage,
		"POST /lessons/{id}/forget":                         s.forget,
		"GET /lessons/names/forget":                         s.unmergePage,
		"POST /lessons/names/forget":                        s.unmerge,
		"POST /undo":                                        s.undo,
		"POST /redo":                                        s.redo,
		"GET /imports/{id}":                                 s.importReport,
		"POST /imports/{id}/stop":                           s.stopImport,
		"POST /import":                                      s.importFiles,
		"POST /import/path":                                 s.importPath,
		"POST /paste":                                       s.paste,
		"POST /fetch":                                       s.fetch,
		"POST /sample":                                      s.openSample,
		"POST /sample/remove":                               s.removeSample,
		"GET /settings":                                     s.settings,
		"POST /settings/keys":                               s.setKeys,
		"GET /settings/again":                               s.againPage,
		"POST /settings/again":                              s.readAgain,
		"POST /settings/again/stop":                         s.stopAgain,
		"POST /settings/publisher":                          s.setPublisher,
		"GET /claims/{id}/share":                            s.sharePage(claimShare),
		"POST /claims/{id}/share":                           s.savePublication,
		"GET /claims/{id}/share.html":                       s.shareFile(claimShare),
		"GET /claims/{id}/annotations.jsonld":               s.shareAnnotations(claimShare),
		"GET /claims/{id}/claimreview.json":                 s.claimReview,
		"GET /articles/{id}/share":                          s.sharePage(articleShare),
		"GET /articles/{id}/share.html":                     s.shareFile(articleShare),
		"GET /articles/{id}/annotations.jsonld":             s.shareAnnotations(articleShare),
		"GET /stories/{id}/share":                           s.sharePage(storyShare),
		"GET /stories/{id}/share.html":                      s.shareFile(storyShare),
		"GET /stories/{id}/annotations.jsonld":              s.shareAnnotations(storyShare),
		"POST /backup":                                      s.backup,
		"POST /quit":                                        s.quitProgram,
		"GET /":                                             s.nowhere,
	}
}

func (s *Server) routes() *http.ServeMux {
	mux := http.NewServeMux()
	for pattern, h := range s.handlers() {
		mux.Handle(pattern, s.handle(h))
	}
	mux.Handle("GET /static/", staticFiles())
	return mux
}

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

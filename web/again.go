package web

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"onrecord/extract"
	"onrecord/store"
	"onrecord/store/intake"
	"onrecord/web/view"
)

// A rereading is how far articles that an older version read are read again.
// The server's mutex guards it.
type rereading struct {
	stop                context.CancelFunc
	started             time.Time
	done, total, failed int
	running             bool
	broke               string // why it broke off, "" if it did not
}

// readAgain begins to read the articles again that an older version read,
// unless it is under way, and shows how far it is.
func (s *Server) readAgain(w http.ResponseWriter, r *http.Request) error {
	if !s.archive.Writable() {
		return invalid("this archive is open for reading only")
	}
	s.mu.Lock()
	if s.again == nil || !s.again.running {
		ctx, stop := context.WithCancel(context.Background())
		job := &rereading{stop: stop, started: s.options.Now(), running: true}
		s.again = job
		s.running.Go(func() { s.runAgain(ctx, job) })
	}
	s.mu.Unlock()
	return s.goTo(w, r, "/settings/again", view.Flash{})
}

func (s *Server) runAgain(ctx context.Context, job *rereading) {
	defer job.stop()
	failed, err := intake.Again(ctx, s.archive, func(done, total int) {
		s.mu.Lock()
		job.done, job.total = done, total
		s.mu.Unlock()
	})
	s.mu.Lock()
	defer s.mu.Unlock()
	job.failed, job.running = failed, false
	if err != nil && !errors.Is(err, context.Canceled) {
		slog.Error("reading again", "cause", err)
		job.broke = sentence(err)
	}
}

func (s *Server) stopAgain(w http.ResponseWriter, r *http.Request) error {
	s.mu.Lock()
	if s.again != nil {
		s.again.stop()
	}
	s.mu.Unlock()
	return s.goTo(w, r, "/settings/again", view.Flash{Text: "Stopped. What has been read again stays; begin again to go on."})
}

// againPage is how far the articles are read again.
func (s *Server) againPage(w http.ResponseWriter, r *http.Request) error {
	m := view.Again{Page: s.page(r, "Read again", view.SectionSettings)}
	left, err := s.outdated(r)
	if err != nil {
		return err
	}
	if left > 0 {
		m.Left = plural(left, "article", "articles")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if a := s.again; a != nil {
		m.Running, m.Done, m.Total, m.Broke = a.running, a.done, a.total, a.broke
		if a.failed > 0 {
			m.Failed = plural(a.failed, "article", "articles")
		}
		if took := s.options.Now().Sub(a.started); a.running && a.done > 0 && took > 0 {
			m.Remaining = "about " + seconds(took/time.Duration(a.done)*time.Duration(a.total-a.done)) + " left"
		}
	}
	m.Heading = againHeading(m, left)
	return s.render(w, r, http.StatusOK, view.AgainPage(m))
}

func againHeading(m view.Again, left int) string {
	switch {
	case m.Running && m.Total == 0:
		return "Reading again"
	case m.Running:
		return "Read again: " + thousands(m.Done) + " of " + thousands(m.Total)
	case left == 0:
		return "Every article has been read by this version"
	}
	return plural(left, "article was", "articles were") + " read by an older version"
}

// outdated is how many articles an older version has read.
func (s *Server) outdated(r *http.Request) (n int, err error) {
	return n, s.view(r, func(tx *store.Tx) (err error) {
		n, err = tx.Outdated(extract.Version)
		return err
	})
}

package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"onrecord/extract/document"
	"onrecord/store"
	"onrecord/store/intake"
	"onrecord/web/view"
)

// A job is an import that is running.
type job struct {
	stop    context.CancelFunc
	started time.Time
}

// importFiles brings in the files of a form. With the field "import" they
// belong to an import begun before; with Accept: application/json the answer
// is its counts.
func (s *Server) importFiles(w http.ResponseWriter, r *http.Request) error {
	parts, err := r.MultipartReader()
	if err != nil {
		return invalid("no files were sent")
	}
	var number int64
	for {
		part, err := parts.NextPart()
		if err != nil {
			break // the end, or a browser that went away; what came in stays
		}
		if part.FormName() == "import" {
			var value [20]byte
			n, _ := part.Read(value[:])
			number, _ = strconv.ParseInt(string(value[:n]), 10, 64)
		}
		name := path.Base(strings.ReplaceAll(part.FileName(), `\`, "/"))
		if part.FormName() != "files" || part.FileName() == "" {
			continue
		}
		if number == 0 {
			if number, err = s.archive.NewImport(r.Context(), "files from the browser", 0); err != nil {
				return err
			}
		}
		if err := intake.Run(r.Context(), s.archive, number, document.Stream(part, name, name), func(store.Item) {}); err != nil {
			return err
		}
		drain(part)
	}
	if number == 0 {
		return invalid("no file was chosen")
	}
	if err := s.archive.EndImport(context.WithoutCancel(r.Context()), number); err != nil {
		return err
	}
	return s.imported(w, r, number)
}

// imported answers with what came of an import: as JSON, as the one article
// that came in, or as the report.
func (s *Server) imported(w http.ResponseWriter, r *http.Request, number int64) error {
	var i *store.Import
	var items []store.Item
	err := s.view(r, func(tx *store.Tx) (err error) {
		if i, err = tx.Import(number); err != nil {
			return err
		}
		for _, outcome := range [...]string{"added", "known"} {
			some, err := tx.Items(number, outcome, 2)
			if err != nil {
				return err
			}
			items = append(items, some...)
		}
		return nil
	})
	if err != nil {
		return err
	}
	report := "/imports/" + strconv.FormatInt(number, 10)
	if wantsJSON(r) {
		w.Header().Set("Content-Type", "application/json")
		return json.NewEncoder(w).Encode(map[string]any{"id": strconv.FormatInt(number, 10), "added": i.Added, "known": i.Known, "failed": i.Failed, "url": report})
	}
	if i.Done() == 1 && len(items) == 1 {
		said := "Read and kept."
		if items[0].Outcome == "known" {
			said = "This is in the archive already: the same bytes came in before. It is not kept twice."
		}
		return s.goTo(w, r, articleHref(items[0].Article), view.Flash{Text: joined(" ", said, items[0].Reason)})
	}
	return s.goTo(w, r, report, view.Flash{})
}

// wantsJSON reports whether a program asks, and not a page.
func wantsJSON(r *http.Request) bool { return r.Header.Get("Accept") == "application/json" }

// bringIn brings documents in as one import and returns its number.
func (s *Server) bringIn(ctx context.Context, source string, all ...document.Document) (int64, error) {
	number, err := s.archive.NewImport(ctx, source, len(all))
	if err != nil {
		return 0, err
	}
	if err := intake.Run(ctx, s.archive, number, document.Given(all...), func(store.Item) {}); err != nil {
		return 0, err
	}
	return number, s.archive.EndImport(ctx, number)
}

// shown is how many items of each outcome a report lists.
const shown = 500

func (s *Server) importReport(w http.ResponseWriter, r *http.Request) error {
	number, err := id(r, "id")
	if err != nil {
		return err
	}
	m := view.Import{Page: s.page(r, "Import", view.SectionLibrary), ID: r.PathValue("id")}
	var i *store.Import
	err = s.view(r, func(tx *store.Tx) (err error) {
		if i, err = tx.Import(number); err != nil {
			return err
		}
		for outcome, list := range map[string]*[]view.ImportItem{"added": &m.NewItems, "known": &m.KnownItems, "failed": &m.Failures} {
			items, err := tx.Items(number, outcome, shown)
			if err != nil {
				return err
			}
			*list = importItems(items)
		}
		return nil
	})
	if err != nil {
		return err
	}
	m.Name, m.Done, m.Total, m.Added, m.Known, m.Failed, m.Started = i.Source, i.Done(), i.Total, i.Added, i.Known, i.Failed, moment(i.Started)
	m.MoreNew, m.MoreKnown, m.MoreFailed = more(i.Added), more(i.Known), more(i.Failed)
	s.timing(&m, i)
	return s.render(w, r, http.StatusOK, view.ImportPage(m))
}

func importItems(items []store.Item) []view.ImportItem {
	var all []view.ImportItem
	for _, x := range items {
		v := view.ImportItem{Name: x.Name, Reason: strings.TrimPrefix(x.Reason, x.Name+" ")}
		if x.Article != 0 {
			v.Article = view.Link{Text: x.Title, Href: articleHref(x.Article)}
		}
		all = append(all, v)
	}
	return all
}

func more(n int) string {
	if n <= shown {
		return ""
	}
	return "and " + thousands(n-shown) + " more"
}

// timing says how fast an import is and how long it takes or took.
func (s *Server) timing(m *view.Import, i *store.Import) {
	s.mu.Lock()
	running := s.jobs[i.ID]
	s.mu.Unlock()
	started, err := time.Parse(time.RFC3339, i.Started)
	if err != nil {
		return
	}
	if running == nil {
		ended, err := time.Parse(time.RFC3339, i.Ended)
		if m.Stopped = err != nil || i.Total > i.Done(); err == nil {
			m.Took = seconds(ended.Sub(started))
		}
		return
	}
	m.Running = true
	took := s.options.Now().Sub(running.started)
	if i.Done() > 0 && took > 0 {
		rate := float64(i.Done()) / took.Seconds()
		m.Rate = fmt.Sprintf("%.0f a second", rate)
		if i.Total > i.Done() {
			m.Remaining = "about " + seconds(time.Duration(float64(i.Total-i.Done())/rate*float64(time.Second))) + " left"
		}
	}
}

func seconds(d time.Duration) string {
	if d < 100*time.Second {
		return plural(int(d.Seconds()+0.5), "second", "seconds")
	}
	return plural(int(d.Minutes()+0.5), "minute", "minutes")
}

func (s *Server) stopImport(w http.ResponseWriter, r *http.Request) error {
	number, err := id(r, "id")
	if err != nil {
		return err
	}
	s.mu.Lock()
	if j := s.jobs[number]; j != nil {
		j.stop()
	}
	s.mu.Unlock()
	return s.goTo(w, r, "/imports/"+r.PathValue("id"), view.Flash{Text: "Stopped. What had been read stays; import the same files again to go on."})
}

// importPath begins to bring in a file or folder of this machine and shows its
// report, which follows it.
func (s *Server) importPath(w http.ResponseWriter, r *http.Request) error {
	path := strings.TrimSpace(r.PostForm.Get("path"))
	if _, err := os.Stat(path); err != nil || !filepath.IsAbs(path) {
		return s.addAgain(w, r, view.Adding{Open: true, Path: path, PathProblem: "There is no such file or folder. Write the whole path, such as " + example() + "."})
	}
	number, err := s.archive.NewImport(r.Context(), path, 0)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(context.Background())
	s.mu.Lock()
	s.jobs[number] = &job{stop, s.options.Now()}
	s.mu.Unlock()
	s.running.Go(func() { s.run(ctx, number, path) })
	return s.goTo(w, r, "/imports/"+strconv.FormatInt(number, 10), view.Flash{})
}

// example is a path as this system writes them.
func example() string {
	home, err := os.UserHomeDir()
	if err != nil {
		home = string(filepath.Separator)
	}
	return filepath.Join(home, "articles")
}

// run brings path in until it is done or stopped.
func (s *Server) run(ctx context.Context, number int64, path string) {
	err := s.archive.SetTotal(ctx, number, document.Count(ctx, path))
	if err == nil {
		err = intake.Run(ctx, s.archive, number, document.Paths(path), func(store.Item) {})
	}
	if err == nil {
		err = s.archive.EndImport(ctx, number)
	}
	if err != nil && !errors.Is(err, context.Canceled) {
		slog.Error("import", "cause", err)
		why := store.Item{Name: path, Outcome: "failed", Reason: "The import broke off: " + sentence(err)}
		if err := s.archive.Report(context.WithoutCancel(ctx), number, []store.Item{why}); err != nil {
			slog.Error("import", "cause", err)
		}
	}
	s.mu.Lock()
	delete(s.jobs, number)
	s.mu.Unlock()
}

// Close stops the imports and the reading again that are running and waits
// until what they have read is saved.
func (s *Server) Close() {
	s.mu.Lock()
	for _, j := range s.jobs {
		j.stop()
	}
	if s.again != nil {
		s.again.stop()
	}
	s.mu.Unlock()
	s.running.Wait()
}

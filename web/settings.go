package web

import (
	"net/http"
	"os"
	"path/filepath"

	"onrecord/store"
	"onrecord/store/export"
	"onrecord/web/view"
)

// keysSetting is the name of the setting that switches single keys off.
const keysSetting = "single keys"

func (s *Server) settings(w http.ResponseWriter, r *http.Request) error {
	return s.showSettings(w, r, http.StatusOK, nil)
}

// showSettings renders the settings; with may put what the user typed and what
// is wrong with it back into the page.
func (s *Server) showSettings(w http.ResponseWriter, r *http.Request, status int, with func(*view.Settings)) error {
	m := view.Settings{Page: s.page(r, "Settings", view.SectionSettings), File: s.archive.Path(), Address: "http://" + r.Host,
		Version: s.options.Version, Folder: store.BackupFolder(s.archive.Path())}
	if info, err := os.Stat(s.archive.Path()); err == nil {
		m.Size = size(info.Size())
	}
	backups, err := s.archive.Backups()
	if err != nil {
		m.BackupBad = sentence(err)
	}
	for _, b := range backups {
		m.Backups = append(m.Backups, view.Backup{Name: filepath.Base(b.Path), When: b.Made.Local().Format("2 Jan 2006, 15:04"), Size: size(b.Size)})
	}
	left, err := s.outdated(r)
	if err != nil {
		return err
	}
	if left > 0 {
		m.Outdated = plural(left, "article was", "articles were")
	}
	err = s.view(r, func(tx *store.Tx) error {
		counts, err := tx.Counts()
		for _, c := range counts {
			m.Figures = append(m.Figures, view.Figure{Value: thousands(c.N), Label: c.Name})
		}
		if err != nil {
			return err
		}
		publisher, err := export.PublisherOf(tx)
		m.Publisher = publisherForm(publisher)
		return err
	})
	if err != nil {
		return err
	}
	if with != nil {
		with(&m)
	}
	return s.render(w, r, status, view.SettingsPage(m))
}

func (s *Server) setKeys(w http.ResponseWriter, r *http.Request) error {
	value := ""
	if r.PostForm.Get("single") == "off" {
		value = "off"
	}
	if err := s.archive.Set(r.Context(), keysSetting, value); err != nil {
		return err
	}
	s.noKeys.Store(value != "")
	return s.goTo(w, r, "/settings#keys", view.Flash{Text: "Saved."})
}

func (s *Server) backup(w http.ResponseWriter, r *http.Request) error {
	file, err := s.archive.BackupNow(r.Context())
	if err != nil {
		return s.goTo(w, r, "/settings", view.Flash{Text: "The backup was not made: " + sentence(err), Bad: true})
	}
	return s.goTo(w, r, "/settings", view.Flash{Text: "Backed up and verified: " + filepath.Base(file)})
}

// quitProgram says goodbye, then lets the program end.
func (s *Server) quitProgram(w http.ResponseWriter, r *http.Request) error {
	err := s.render(w, r, http.StatusOK, view.GoodbyePage(view.Goodbye{Page: s.page(r, "Goodbye", ""), File: s.archive.Path()}))
	s.quitOnce.Do(func() { close(s.quit) })
	return err
}

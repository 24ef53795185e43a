// Package intake brings documents into an archive: it reads files and streams,
// reads the article and the facts out of each document on every core, and adds
// them in batches. A file that cannot be read is named in the import's report
// and stops nothing. What came in stays when it is stopped, and running it
// again goes on where it stopped, because the same bytes are passed over
// unread.
package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"sync"
	"time"

	"onrecord/extract"
	"onrecord/extract/article"
	"onrecord/extract/document"
	"onrecord/store"
)

// A Source calls yield with every document to bring in, or with why one could
// not be read. It stops when yield returns an error.
type Source func(yield func(document.Document, error) error) error

// Paths is the files and folders at paths, folders with everything in them in
// order of their names. Symbolic links are not followed.
func Paths(paths ...string) Source {
	return func(yield func(document.Document, error) error) error {
		for _, p := range paths {
			err := filepath.WalkDir(p, func(path string, entry fs.DirEntry, err error) error {
				switch {
				case err != nil:
					return yield(document.Document{Name: path}, fmt.Errorf("%s cannot be read: %w", path, plain(err)))
				case !entry.Type().IsRegular():
					return nil
				}
				return file(path, yield)
			})
			if err != nil {
				return err
			}
		}
		return nil
	}
}

// plain is err without the name of the system call and the path.
func plain(err error) error {
	var e *fs.PathError
	if errors.As(err, &e) {
		return e.Err
	}
	return err
}

func file(path string, yield func(document.Document, error) error) error {
	f, err := os.Open(path)
	if err != nil {
		return yield(document.Document{Name: path}, fmt.Errorf("%s cannot be read: %w", path, plain(err)))
	}
	defer f.Close()
	return Stream(f, filepath.Base(path), path)(yield)
}

// Stream is what can be read from r.
func Stream(r io.Reader, name, source string) Source {
	return func(yield func(document.Document, error) error) error {
		var stopped error
		err := document.Open(r, name, source, func(d document.Document, err error) error {
			stopped = yield(d, err)
			return stopped
		})
		if err == nil || stopped != nil {
			return stopped
		}
		return yield(document.Document{Name: name, Source: source}, err)
	}
}

// Documents is documents that were read already.
func Documents(all ...document.Document) Source {
	return func(yield func(document.Document, error) error) error {
		for _, d := range all {
			if err := yield(d, nil); err != nil {
				return err
			}
		}
		return nil
	}
}

// Count is how many files lie at paths.
func Count(ctx context.Context, paths ...string) int {
	n := 0
	for _, p := range paths {
		filepath.WalkDir(p, func(_ string, entry fs.DirEntry, err error) error {
			if err == nil && entry.Type().IsRegular() {
				n++
			}
			return ctx.Err()
		})
	}
	return n
}

// A batch is committed when it has this many documents or is this old.
const (
	batchSize = 64
	batchAge  = 500 * time.Millisecond
)

// Run brings what source yields into the archive as part of import id, and
// calls each with what came of every document, in no particular order. A
// cancelled ctx stops it after the documents in hand are saved; that is its
// only error besides one of the archive.
func Run(ctx context.Context, archive *store.Archive, id int64, source Source, each func(store.Item)) error {
	running, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	in, out := make(chan work), make(chan work, batchSize)
	go func() {
		defer close(in)
		err := source(func(d document.Document, err error) error {
			select {
			case in <- work{Find: store.Find{Document: d}, err: err}:
				return nil
			case <-running.Done():
				return running.Err()
			}
		})
		if err != nil {
			stop(err)
		}
	}()
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for w := range in {
				out <- w.read(running, archive)
			}
		})
	}
	go func() { workers.Wait(); close(out) }()
	if err := save(archive, id, out, each); err != nil {
		stop(err)
		for range out { // lets the workers end
		}
		return err
	}
	return context.Cause(running)
}

// work is one document on its way into the archive.
type work struct {
	store.Find
	err   error
	known int64 // its article, when the bytes are in the archive
}

// read reads the article and the facts, unless the archive has the bytes. A
// bug that a document brings out fails that document alone.
func (w work) read(ctx context.Context, archive *store.Archive) (done work) {
	if w.err != nil {
		return w
	}
	defer func() {
		if bug := recover(); bug != nil {
			slog.Error("reading a document", "name", w.Document.Name, "bug", bug, "stack", string(debug.Stack()))
			done = w
			done.err = fmt.Errorf("%s could not be read: the program has a fault that this document brings out", w.Document.Name)
		}
	}()
	sum := w.Document.Sum()
	err := archive.View(ctx, func(tx *store.Tx) error {
		id, removed, err := tx.Known(sum[:])
		if err == nil && !removed {
			w.known = id
		}
		return err
	})
	if w.known != 0 || err != nil && !errors.Is(err, store.ErrNotFound) && ctx.Err() == nil {
		w.err = err
		return w
	}
	a, err := article.Read(w.Document)
	if err != nil {
		w.err = err
		return w
	}
	w.Article = *a
	w.Facts, w.Version = extract.Facts(&w.Article), extract.Version
	return w
}

// save commits what the workers give in batches. It goes on to the end though
// the import was stopped, so that nothing read is lost.
func save(archive *store.Archive, id int64, out <-chan work, each func(store.Item)) error {
	tick := time.NewTicker(batchAge)
	defer tick.Stop()
	var batch []work
	for {
		select {
		case w, more := <-out:
			if more {
				batch = append(batch, w)
			}
			if more && len(batch) < batchSize {
				continue
			}
			if err := commit(archive, id, batch, each); err != nil || !more {
				return err
			}
			batch = batch[:0]
		case <-tick.C:
			if err := commit(archive, id, batch, each); err != nil {
				return err
			}
			batch = batch[:0]
		}
	}
}

// commit adds one batch and reports it.
func commit(archive *store.Archive, id int64, batch []work, each func(store.Item)) error {
	if len(batch) == 0 {
		return nil
	}
	ctx := context.Background()
	items, finds, at := make([]store.Item, len(batch)), []store.Find{}, []int{}
	for i, w := range batch {
		items[i] = store.Item{Name: w.Document.Name, Outcome: "known", Article: w.known}
		switch {
		case w.err != nil:
			items[i].Outcome, items[i].Reason = "failed", w.err.Error()
		case w.known == 0:
			finds, at = append(finds, w.Find), append(at, i)
		}
	}
	added, err := archive.Add(ctx, finds)
	if err != nil {
		return err
	}
	for k, a := range added {
		item := &items[at[k]]
		item.Article = a.Article
		switch {
		case a.Restored:
			item.Outcome, item.Reason = "added", "It had been removed and is back."
		case !a.Known:
			item.Outcome, item.Reason = "added", remark(&finds[k])
		}
	}
	if err := archive.Report(ctx, id, items); err != nil {
		return err
	}
	for _, x := range items {
		each(x)
	}
	return nil
}

// remark is what the user should know of an article that came in.
func remark(f *store.Find) string {
	switch {
	case !extract.Reads(f.Article.Language):
		return "Kept and searched; facts are read out of English text only."
	case f.Article.Published.IsZero():
		return "No date of publication was found, so days like “Monday” stay open."
	}
	return ""
}

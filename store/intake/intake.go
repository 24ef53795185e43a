// Package intake brings documents into an archive: it reads the article and the
// facts out of each document on every core, and adds them in batches. A file that cannot be read is named in the import's report
// and stops nothing. What came in stays when it is stopped, and running it
// again goes on where it stopped, because the same bytes are passed over
// unread.
package intake

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"runtime/debug"
	"sync"
	"time"

	"onrecord/extract"
	"onrecord/extract/article"
	"onrecord/extract/document"
	"onrecord/store"
)

// A batch is committed when it has this many documents or is this old.
const (
	batchSize = 64
	batchAge  = 500 * time.Millisecond
)

// Run brings what source yields into the archive as part of import id, and
// calls each with what came of every document, in no particular order. A
// cancelled ctx stops it after the documents in hand are saved; that is its
// only error besides one of the archive.
func Run(ctx context.Context, archive *store.Archive, id int64, source document.Source, each func(store.Item)) error {
	running, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	in, out := make(chan work), make(chan work, batchSize)
	go func() {
		defer close(in)
		err := source(func(d document.Document, err error) error {
			select {
			case in <- work{Arrival: store.Arrival{Document: d}, err: err}:
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
	store.Arrival
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
	items, arrivals, at := make([]store.Item, len(batch)), []store.Arrival{}, []int{}
	for i, w := range batch {
		items[i] = store.Item{Name: w.Document.Name, Outcome: "known", Article: w.known}
		switch {
		case w.err != nil:
			items[i].Outcome, items[i].Reason = "failed", w.err.Error()
		case w.known == 0:
			arrivals, at = append(arrivals, w.Arrival), append(at, i)
		}
	}
	added, err := archive.Add(ctx, arrivals)
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
			item.Outcome, item.Reason = "added", remark(&arrivals[k])
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
func remark(a *store.Arrival) string {
	switch {
	case !extract.Reads(a.Article.Language):
		return "Kept and searched; facts are read out of English text only."
	case a.Article.Published.IsZero():
		return "No date of publication was found, so days like “Monday” stay open."
	}
	return ""
}

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
	"onrecord/store"
)

// Again reads every article again that an older version of extract has read,
// the newest first, and calls each with how many are done of how many. What
// the user decided stays. A cancelled ctx stops it after the articles in hand
// are saved; the next run goes on there. An article that cannot be read again
// stays as it was and stops nothing: it is counted in failed.
func Again(ctx context.Context, archive *store.Archive, each func(done, total int)) (failed int, err error) {
	var ids []int64
	err = archive.View(ctx, func(tx *store.Tx) (err error) {
		ids, err = tx.OutdatedArticles(extract.Version)
		return err
	})
	if err != nil {
		return 0, err
	}
	in, out := make(chan int64), make(chan reread, batchSize)
	running, stop := context.WithCancel(ctx)
	defer stop()
	go func() {
		defer close(in)
		for _, id := range ids {
			select {
			case in <- id:
			case <-running.Done():
				return
			}
		}
	}()
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for id := range in {
				out <- readArticle(archive, id)
			}
		})
	}
	go func() { workers.Wait(); close(out) }()
	failed, err = saveAgain(archive, out, func(done int) { each(done, len(ids)) })
	if err != nil {
		stop()
		for range out { // lets the workers end
		}
		return failed, err
	}
	return failed, ctx.Err()
}

// reread is one article read again, or why it could not be.
type reread struct {
	store.Rereading
	err error
}

// readArticle reads the facts out of an article of the archive. A bug that
// the article brings out fails that article alone.
func readArticle(archive *store.Archive, id int64) (done reread) {
	defer func() {
		if bug := recover(); bug != nil {
			done.err = fmt.Errorf("the program has a fault that this article brings out: %v\n%s", bug, debug.Stack())
		}
	}()
	var kept *store.Article
	err := archive.View(context.Background(), func(tx *store.Tx) (err error) {
		kept, err = tx.Article(id)
		return err
	})
	if err != nil {
		return reread{err: err}
	}
	a := article.Article{Title: kept.Title, Byline: kept.Byline, Outlet: kept.Outlet, URL: kept.URL,
		PublishedFrom: kept.PublishedFrom, Language: kept.Language, Text: kept.Text}
	if a.Published, err = time.Parse(time.DateOnly, kept.Published); err != nil && kept.Published != "" {
		return reread{err: err}
	}
	return reread{Rereading: store.Rereading{Article: id, Facts: extract.Facts(&a), Version: extract.Version}}
}

// saveAgain commits what the workers give in batches, to the end.
func saveAgain(archive *store.Archive, out <-chan reread, each func(done int)) (failed int, err error) {
	var batch []store.Rereading
	done := 0
	commit := func() error {
		err := archive.ReadAgain(context.Background(), batch)
		done, batch = done+len(batch), batch[:0]
		each(done + failed)
		return err
	}
	for r := range out {
		if r.err != nil {
			slog.Error("reading an article again", "cause", r.err)
			failed++
			continue
		}
		if batch = append(batch, r.Rereading); len(batch) == batchSize {
			if err := commit(); err != nil {
				return failed, err
			}
		}
	}
	return failed, errors.Join(commit())
}

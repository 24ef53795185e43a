package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strconv"
	"strings"

	"onrecord/extract/document"
	"onrecord/store"
	"onrecord/web"
)

// A sender hands documents to the program that serves the archive, which is
// the only one that may write it.
type sender struct {
	*peer
	files    string             // the import that the files belong to, once it has begun
	receipts map[string]receipt // the last one of every import
}

// A receipt is what the program answers: the counts of one import so far.
type receipt struct {
	ID                   string
	Added, Known, Failed int
}

// send has the running program add the documents, and sums up as an import
// without it does.
func (c *importCommand) send(ctx context.Context, con *console, p *program, running *peer) error {
	s := &sender{peer: running, receipts: map[string]receipt{}}
	if err := s.enter(ctx); err != nil {
		return fmt.Errorf("the running onrecord (process %d) does not let the import in: %w", running.PID, err)
	}
	r := &report{console: con, progress: con.progress("Sending")}
	err := s.sendAll(ctx, c.Paths, con.in, r)
	for _, got := range s.receipts {
		r.added, r.known, r.failed = r.added+got.Added, r.known+got.Known, r.failed+got.Failed
	}
	if reasons := p.read(func(a *store.Archive) error { return s.tellFailures(ctx, con, a) }); reasons != nil {
		con.tell("why some failed cannot be read here (%v); the pages show it", reasons)
	}
	return r.sum(ctx, err)
}

// enter opens a session with the program, as a browser does.
func (s *sender) enter(ctx context.Context) error {
	token, err := s.token(ctx)
	if err != nil {
		return err
	}
	s.client.Jar, _ = cookiejar.New(nil) // without options it cannot fail
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, web.LaunchAddress(s.Address, token), nil)
	if err != nil {
		return err
	}
	answer, err := s.client.Do(request)
	if err != nil {
		return err
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusSeeOther {
		return errors.New("it answered " + answer.Status)
	}
	return nil
}

// sendAll sends every document that is named, until ctx ends. What cannot be
// opened or fetched is told of; what cannot be read is in the receipt.
func (s *sender) sendAll(ctx context.Context, names []string, stdin io.Reader, r *report) error {
	var stopped error
	sent := func(bad, err error) {
		if bad != nil {
			r.fail(bad.Error())
		}
		r.progress.step(r.failed)
		if stopped = err; err == nil {
			stopped = ctx.Err()
		}
	}
	for _, name := range names {
		switch {
		case name == "-":
			sent(nil, s.sendFile(ctx, "stdin", interruptible(ctx, stdin)))
		case isAddress(name):
			sent(s.sendAddress(ctx, name), nil)
		default:
			document.Files(name, func(path string, bad error) error {
				if bad != nil {
					sent(bad, nil)
				} else {
					sent(s.sendPath(ctx, path))
				}
				return stopped
			})
		}
		if stopped != nil {
			return stopped
		}
	}
	return nil
}

// sendPath sends a file of this machine. The file in hand is sent whole even
// when the user stops the command.
func (s *sender) sendPath(ctx context.Context, path string) (bad, err error) {
	f, err := document.OpenFile(path)
	if err != nil {
		return err, nil
	}
	defer f.Close()
	return nil, s.sendFile(context.WithoutCancel(ctx), path, f)
}

// sendFile sends what r holds as one file of the import.
func (s *sender) sendFile(ctx context.Context, name string, r io.Reader) error {
	body, in := io.Pipe()
	form := multipart.NewWriter(in)
	go func() { in.CloseWithError(s.fill(form, name, r)) }()
	got, err := s.post(ctx, "/import", form.FormDataContentType(), body)
	body.Close()
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	s.files = got.ID
	return nil
}

func (s *sender) fill(form *multipart.Writer, name string, r io.Reader) error {
	if s.files != "" {
		if err := form.WriteField("import", s.files); err != nil {
			return err
		}
	}
	part, err := form.CreateFormFile("files", name)
	if err != nil {
		return err
	}
	if _, err := io.Copy(part, r); err != nil {
		return err
	}
	return form.Close()
}

// sendAddress has the program fetch a page.
func (s *sender) sendAddress(ctx context.Context, address string) error {
	form := url.Values{"address": {address}}.Encode()
	_, err := s.post(ctx, "/fetch", "application/x-www-form-urlencoded", strings.NewReader(form))
	if err != nil {
		return err
	}
	return nil
}

// post sends a form and keeps the receipt.
func (s *sender) post(ctx context.Context, path, kind string, body io.Reader) (receipt, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, s.Address+path, body)
	if err != nil {
		return receipt{}, err
	}
	request.Header.Set("Content-Type", kind)
	request.Header.Set("Accept", "application/json")
	answer, err := s.client.Do(request)
	if err != nil {
		return receipt{}, err
	}
	defer answer.Body.Close()
	var got receipt
	if answer.StatusCode != http.StatusOK {
		return got, refused(answer)
	}
	if err := json.NewDecoder(answer.Body).Decode(&got); err != nil {
		return got, fmt.Errorf("the answer of the running onrecord cannot be read: %w", err)
	}
	s.receipts[got.ID] = got
	return got, nil
}

// refused is what the program said of what it would not take.
func refused(answer *http.Response) error {
	if strings.HasPrefix(answer.Header.Get("Content-Type"), "text/plain") {
		if said, err := io.ReadAll(io.LimitReader(answer.Body, 4096)); err == nil && len(said) > 0 {
			return errors.New(strings.TrimSpace(string(said)))
		}
	}
	return errors.New("the running onrecord answered " + answer.Status)
}

// tellFailures tells of each document that the program could not read.
func (s *sender) tellFailures(ctx context.Context, con *console, archive *store.Archive) error {
	return archive.View(ctx, func(tx *store.Tx) error {
		for _, got := range s.receipts {
			number, err := strconv.ParseInt(got.ID, 10, 64)
			if err != nil {
				return err
			}
			failed, err := tx.Items(number, "failed", got.Failed)
			if err != nil {
				return err
			}
			for _, item := range failed {
				con.tell("%s", item.Reason)
			}
		}
		return nil
	})
}

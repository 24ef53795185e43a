package web

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"path"
	"strings"

	"onrecord/store"
)

// An upload is a form that may come with a file.
type upload struct {
	url.Values
	name    string
	content []byte
	large   bool // the file is larger than what is kept
}

// sentEvidence reads the form of new evidence. A file in it is read up to its
// limit and takes part in the key of the save, so that another file is another
// save.
func sentEvidence(r *http.Request) (*upload, error) {
	u := &upload{Values: r.PostForm}
	if !isUpload(r) {
		return u, nil
	}
	parts, err := r.MultipartReader()
	if err != nil {
		return nil, invalid("the form did not arrive whole; send it again")
	}
	u.Values = url.Values{}
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, invalid("the form did not arrive whole; send it again")
		}
		limit := int64(formLimit)
		if part.FormName() == "file" {
			limit = store.MaxAttachment
		}
		body, err := io.ReadAll(io.LimitReader(part, limit+1))
		if err != nil {
			return nil, invalid("the form did not arrive whole; send it again")
		}
		drain(part)
		switch {
		case part.FormName() == "file":
			u.name, u.content, u.large = path.Base(strings.ReplaceAll(part.FileName(), `\`, "/")), body, int64(len(body)) > limit
		case int64(len(body)) <= limit:
			u.Add(part.FormName(), string(body))
		}
	}
	r.PostForm = u.Values
	if len(u.content) > 0 {
		sum := sha256.Sum256(u.content)
		r.PostForm.Set("file", hex.EncodeToString(sum[:]))
	}
	return u, nil
}

// isUpload reports whether a form comes with a file; its handler reads it.
func isUpload(r *http.Request) bool {
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	return kind == "multipart/form-data" && strings.HasSuffix(r.URL.Path, "/evidence")
}

// attachedFile sends an attached file to be saved. It is never opened in the
// page's place: its bytes are anybody's (trust 9).
func (s *Server) attachedFile(w http.ResponseWriter, r *http.Request) error {
	claim, key, err := evidenceRef(r)
	if err != nil {
		return err
	}
	var e store.Evidence
	var content []byte
	err = s.view(r, func(tx *store.Tx) error {
		if e, err = evidenceOf(tx, claim, key); err != nil {
			return err
		}
		if e.Attachment == nil {
			return store.ErrNotFound
		}
		content, err = tx.Attached(*e.Attachment)
		return err
	})
	if err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Type", "application/octet-stream")
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": e.File}))
	_, err = w.Write(content)
	return err
}

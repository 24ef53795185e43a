package store

import (
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// A Publication says where the review of a claim stands for the public.
type Publication struct {
	Claim   int64  `json:"claim"`
	Address string `json:"address"` // of the page, http or https
	Day     string `json:"day"`     // of publication, 2006-01-02; "" when unknown
	Maker   string `json:"maker"`   // what made the claim: "person", "organization" or "" for what the archive has
}

// Publication is where the review of a claim stands; its Address is "" when
// the user has not said.
func (tx *Tx) Publication(claim int64) (Publication, error) {
	p := Publication{Claim: claim}
	err := tx.one(`SELECT address, day, maker FROM publication WHERE id = ?`, []any{strconv.FormatInt(claim, 10)}, &p.Address, &p.Day, &p.Maker)
	if errors.Is(err, ErrNotFound) {
		return p, nil
	}
	return p, err
}

// SavePublication says where the review of a claim stands. With nothing said
// the record goes.
func (d *Deed) SavePublication(p Publication) error {
	p.Address, p.Day = strings.TrimSpace(p.Address), strings.TrimSpace(p.Day)
	if _, err := d.tx.Claim(p.Claim); err != nil {
		return err
	}
	if p.Address != "" && !WebAddress(p.Address) {
		return fmt.Errorf("%w: the address of your article begins with https:// or http://", ErrInvalid)
	}
	if _, err := time.Parse(time.DateOnly, p.Day); err != nil && p.Day != "" {
		return fmt.Errorf("%w: write the day of publication as 2031-03-04", ErrInvalid)
	}
	if p.Maker != "" && p.Maker != "person" && p.Maker != "organization" {
		return fmt.Errorf("%w: who made the claim is a person or an organization", ErrInvalid)
	}
	id := strconv.FormatInt(p.Claim, 10)
	if p.Address+p.Day+p.Maker == "" {
		return d.Put("publication", id, nil)
	}
	return d.Put("publication", id, p)
}

// WebAddress reports whether s is the address of a page on the web, which
// other programs can take as an IRI.
func WebAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && !strings.ContainsAny(s, " \t\r\n<>\"{}|\\^`")
}

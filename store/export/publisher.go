package export

import (
	"context"
	"fmt"
	"strings"

	"onrecord/store"
)

// A Publisher is who publishes what the user finds.
type Publisher struct {
	Name, Address string
	Kind          string // "organization" or "person"
}

// The names of the settings that hold it.
const (
	publisherName    = "publisher name"
	publisherAddress = "publisher address"
	publisherKind    = "publisher kind"
)

// PublisherOf is who publishes, as the settings have it.
func PublisherOf(tx *store.Tx) (Publisher, error) {
	all, err := tx.Settings()
	p := Publisher{all[publisherName], all[publisherAddress], all[publisherKind]}
	if p.Kind == "" {
		p.Kind = "organization"
	}
	return p, err
}

// Save puts p into the settings of an archive.
func (p Publisher) Save(ctx context.Context, archive *store.Archive) error {
	p.Name, p.Address = strings.TrimSpace(p.Name), strings.TrimSpace(p.Address)
	if p.Address != "" && !store.WebAddress(p.Address) {
		return fmt.Errorf("%w: the publisher’s address begins with https:// or http://", store.ErrInvalid)
	}
	if p.Kind != "organization" && p.Kind != "person" {
		return fmt.Errorf("%w: who publishes is a person or an organization", store.ErrInvalid)
	}
	for _, s := range [...][2]string{{publisherName, p.Name}, {publisherAddress, p.Address}, {publisherKind, p.Kind}} {
		if err := archive.Set(ctx, s[0], s[1]); err != nil {
			return err
		}
	}
	return nil
}

func (p Publisher) maker() maker {
	return maker{Type: makerTypes[p.Kind], Name: p.Name, URL: p.Address}
}

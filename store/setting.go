package store

import (
	"context"
	"fmt"
)

// Setting is what the user set under name, "" when nothing.
func (tx *Tx) Setting(name string) (string, error) {
	var value string
	return value, tx.one(`SELECT coalesce((SELECT value FROM setting WHERE name = ?), '')`, []any{name}, &value)
}

// Set sets name to value.
func (a *Archive) Set(ctx context.Context, name, value string) error {
	err := a.update(ctx, true, func(tx *Tx) error {
		return tx.exec(`INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2`, name, value)
	})
	if err != nil {
		return fmt.Errorf("set %s: %w", name, err)
	}
	return nil
}

// Package store is the archive: one SQLite file with the articles, what was
// found in them and everything the user decided. Reading goes through View,
// the user's own work through Do (which writes the journal), bulk import
// through Add. It shows nothing and reads no document.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"time"

	"modernc.org/sqlite"

	"onrecord/migrations"
)

// ApplicationID marks a SQLite file as an archive of onrecord: "ORec".
const ApplicationID = 0x4F526563

// An Archive is an open archive: one connection that writes, two that read.
type Archive struct {
	path   string
	schema fs.FS   // the migrations
	write  *sql.DB // nil when read-only
	read   *sql.DB
	mu     sync.Mutex // held while write is in use, so that synchronous can be set for one transaction
	now    func() time.Time
}

// Open opens the archive at path for reading and writing, makes it when there
// has never been one there, and brings an older one up to date after a
// verified backup. The caller holds the archive's lock.
func Open(path string) (*Archive, error) {
	return open(path, migrations.Files, time.Now)
}

func open(path string, schema fs.FS, now func() time.Time) (*Archive, error) {
	sqlite.OFDLocking(true)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("make the archive's folder: %w", err)
	}
	state, err := inspect(path, newest(schema))
	if err != nil {
		return nil, err
	}
	if state == absent {
		if err := create(path, schema, now); err != nil {
			return nil, fmt.Errorf("make the archive: %w", err)
		}
	}
	a := &Archive{path: path, schema: schema, now: now}
	if err := a.connect(false); err != nil {
		return nil, err
	}
	err = a.verify(state == unclean)
	if err == nil {
		err = a.migrate(context.Background())
	}
	if err != nil {
		return nil, errors.Join(err, a.close())
	}
	return a, nil
}

// create makes an empty archive under another name and then renames it, so
// that a kill leaves either none or a whole one.
func create(path string, schema fs.FS, now func() time.Time) error {
	a := &Archive{path: path + ".new", schema: schema, now: now}
	for _, left := range []string{"", "-wal", "-shm"} {
		os.Remove(a.path + left)
	}
	f, err := os.OpenFile(a.path, os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	f.Close()
	if err := a.connect(false); err != nil {
		return err
	}
	if err := a.migrate(context.Background()); err != nil {
		return errors.Join(err, a.close())
	}
	if err := a.Close(); err != nil {
		return err
	}
	return os.Rename(a.path, path)
}

// OpenReadOnly opens an existing archive for reading, beside a program that
// may be writing it, or on a medium that cannot be written.
func OpenReadOnly(path string) (*Archive, error) {
	a, err := openAnySchema(path)
	if err != nil {
		return nil, err
	}
	var version int
	if err := a.read.QueryRow(`PRAGMA user_version`).Scan(&version); err != nil {
		return nil, errors.Join(damaged(path, err), a.close())
	}
	if version != newest(a.schema) {
		return nil, errors.Join(fmt.Errorf("%w: %s has schema %d, this program reads %d; open it once with onrecord", ErrVersion, path, version, newest(a.schema)), a.close())
	}
	return a, nil
}

// openAnySchema opens an archive for reading though it may be older than this
// program, as a backup can be.
func openAnySchema(path string) (*Archive, error) {
	sqlite.OFDLocking(true)
	state, err := inspect(path, newest(migrations.Files))
	if err != nil {
		return nil, err
	}
	if state == absent {
		return nil, fmt.Errorf("%w: %s. Start onrecord once to make one", ErrMissing, path)
	}
	a := &Archive{path: path, schema: migrations.Files, now: time.Now}
	return a, a.connect(true)
}

func (a *Archive) connect(readOnly bool) error {
	options := url.Values{"_foreign_keys": {"1"}, "_busy_timeout": {"5000"}, "_dqs": {"0"}, "_defensive": {"1"},
		"_pragma": {"trusted_schema(0)", "cache_size(-16000)"}}
	if readOnly {
		options.Set("mode", "ro")
		if sealed(a.path) {
			options.Set("immutable", "1")
		}
	} else {
		options.Set("_journal_mode", "WAL")
		options.Set("_synchronous", "FULL")
		write, err := sql.Open("sqlite", address(a.path, options)+"&_txlock=immediate")
		if err != nil {
			return err
		}
		write.SetMaxOpenConns(1)
		a.write = write
		if err := write.Ping(); err != nil {
			return errors.Join(damaged(a.path, err), a.close())
		}
	}
	options.Add("_pragma", "query_only(1)")
	read, err := sql.Open("sqlite", address(a.path, options))
	if err != nil {
		return err
	}
	read.SetMaxOpenConns(2)
	read.SetMaxIdleConns(2)
	a.read = read
	return nil
}

// address is the SQLite URI of path; a plain path would ignore mode=ro.
func address(path string, options url.Values) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(path), RawQuery: options.Encode()}
	return u.String()
}

// sealed reports whether neither path nor its folder can be written, so that
// SQLite cannot make the files it shares with other readers.
func sealed(path string) bool {
	f, err := os.CreateTemp(filepath.Dir(path), ".onrecord-*")
	if err != nil {
		_, wal := os.Stat(path + "-wal")
		return errors.Is(wal, os.ErrNotExist)
	}
	f.Close()
	os.Remove(f.Name())
	return false
}

// Path is the archive's file.
func (a *Archive) Path() string { return a.path }

// Writable reports whether the archive was opened for writing.
func (a *Archive) Writable() bool { return a.write != nil }

// Close writes everything into the one file and closes it.
func (a *Archive) Close() error {
	if a.write == nil {
		return a.close()
	}
	readErr := a.read.Close()
	a.mu.Lock()
	defer a.mu.Unlock()
	_, err := a.write.Exec(`PRAGMA wal_checkpoint(TRUNCATE)`)
	return errors.Join(readErr, err, a.write.Close())
}

func (a *Archive) close() error {
	var all []error
	for _, db := range []*sql.DB{a.read, a.write} {
		if db != nil {
			all = append(all, db.Close())
		}
	}
	return errors.Join(all...)
}

// A Tx is a transaction; its methods are the archive's queries. It prepares
// each once, since drawing an article asks the same many times over.
type Tx struct {
	tx       *sql.Tx
	ctx      context.Context
	now      time.Time
	prepared map[string]*sql.Stmt
}

func newTx(ctx context.Context, tx *sql.Tx, now time.Time) *Tx {
	return &Tx{tx, ctx, now, map[string]*sql.Stmt{}}
}

// prepare is the prepared statement of a query, which ends with the transaction.
func (tx *Tx) prepare(query string) (*sql.Stmt, error) {
	if s := tx.prepared[query]; s != nil {
		return s, nil
	}
	s, err := tx.tx.PrepareContext(tx.ctx, query)
	if err == nil {
		tx.prepared[query] = s
	}
	return s, err
}

// View runs f on one unchanging state of the archive.
func (a *Archive) View(ctx context.Context, f func(*Tx) error) error {
	tx, err := a.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return fmt.Errorf("begin reading: %w", err)
	}
	defer tx.Rollback()
	return f(newTx(ctx, tx, a.now()))
}

// update runs f in a writing transaction and commits what it did.
func (a *Archive) update(ctx context.Context, durable bool, f func(*Tx) error) error {
	if a.write == nil {
		return fmt.Errorf("%w: %s", ErrReadOnly, a.path)
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	synchronous := `PRAGMA synchronous = NORMAL`
	if durable {
		synchronous = `PRAGMA synchronous = FULL`
	}
	if _, err := a.write.ExecContext(ctx, synchronous); err != nil {
		return notSaved(err)
	}
	tx, err := a.write.BeginTx(ctx, nil)
	if err != nil {
		return notSaved(err)
	}
	defer tx.Rollback()
	if err := f(newTx(ctx, tx, a.now())); err != nil {
		var raw *sqlite.Error
		if errors.As(err, &raw) && !errors.Is(err, ErrInvalid) && !errors.Is(err, ErrStale) && !errors.Is(err, ErrNotSaved) {
			return notSaved(err)
		}
		return err
	}
	if err := tx.Commit(); err != nil {
		return notSaved(err)
	}
	return nil
}

// rows scans every row of a query with scan, which asks nothing itself.
func rows[T any](tx *Tx, scan func(scanner) (T, error), query string, args ...any) ([]T, error) {
	stmt, err := tx.prepare(query)
	if err != nil {
		return nil, err
	}
	found, err := stmt.QueryContext(tx.ctx, args...)
	if err != nil {
		return nil, err
	}
	defer found.Close()
	var all []T
	for found.Next() {
		v, err := scan(found)
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, found.Err()
}

// one scans the single row of a query into dest; ErrNotFound when there is none.
func (tx *Tx) one(query string, args []any, dest ...any) error {
	stmt, err := tx.prepare(query)
	if err != nil {
		return err
	}
	err = stmt.QueryRowContext(tx.ctx, args...).Scan(dest...)
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNotFound
	}
	return err
}

func (tx *Tx) exec(query string, args ...any) error {
	stmt, err := tx.prepare(query)
	if err != nil {
		return err
	}
	_, err = stmt.ExecContext(tx.ctx, args...)
	return err
}

// stamp is the transaction's time as the archive writes times.
func (tx *Tx) stamp() string { return tx.now.UTC().Format(time.RFC3339) }

package store

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// Trust 33: whatever is done in whatever order, and taken back, and done again,
// and broken off, and killed: replaying the journal from nothing gives what the
// tables hold, at the end and after every entry there ever was.
func TestAnythingReplays(t *testing.T) {
	steps := 10_000
	if testing.Short() {
		steps = 1_000
	}
	for _, run := range []struct {
		seed  uint64
		steps int
	}{{1, steps}, {uint64(time.Now().UnixNano()), steps / 20}} {
		t.Run(fmt.Sprintf("seed %d", run.seed), func(t *testing.T) {
			t.Logf("the seed is %d", run.seed)
			l := newLife(t, run.seed)
			for i := range run.steps {
				l.step()
				if i%50 == 49 {
					l.compare()
				}
				if i%(run.steps/20) == run.steps/20-1 {
					whole(t, l.a)
				}
			}
			l.relive()
			for _, o := range operations {
				if run.seed != 1 {
					break // by chance
				}
				if l.done[o.name] == 0 {
					t.Errorf("no %s was ever done: %v", o.name, l.done)
				}
			}
			t.Logf("%d entries: %v", len(l.told), l.done)
		})
	}
}

// A life is an archive to which random things are done, beside what it is known
// to hold: records, as read from the tables after each entry.
type life struct {
	t       *testing.T
	r       *rand.Rand
	dir     string
	a       *Archive
	copies  int
	records map[string]string
	told    []map[string]string // what each entry left of the records it changed, "" for gone
	done    map[string]int
}

func newLife(t *testing.T, seed uint64) *life {
	l := &life{t: t, r: rand.New(rand.NewPCG(seed, 2)), dir: ramFolder(t), records: map[string]string{}, done: map[string]int{}}
	var err error
	if l.a, err = Open(filepath.Join(l.dir, "0.sqlite")); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.a.Close() })
	for range 8 {
		l.arrive()
	}
	err = l.a.update(context.Background(), true, func(tx *Tx) error {
		content := []byte("07:10 from Sarn")
		sum := sha256.Sum256(content)
		return tx.exec(`INSERT INTO attachment (id, sha256, name, size, added, zstd) VALUES (1, ?, 'timetable.pdf', ?, '', ?)`, sum[:], len(content), pack(content))
	})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// ramFolder is a folder in memory where the system has one, so that thousands of
// durable saves need not wait for a disk: what is killed here is the program, not
// the machine.
func ramFolder(t *testing.T) string {
	dir, err := os.MkdirTemp("/dev/shm", "onrecord-test-*")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// arrive adds an article that speaks of one of a few people.
func (l *life) arrive() {
	l.done["import"]++
	add(l.t, l.a, person(one(l.r, people), one(l.r, roles), fmt.Sprint("word ", l.done["import"])))
}

// step does one random thing: mostly a deed, now and then an undo or redo, and
// rarely something that breaks one off.
func (l *life) step() {
	o := l.choose()
	var err error
	switch n := l.r.IntN(1000); {
	case n < 3:
		l.kill(o)
		return
	case n < 6:
		l.breakOff(o)
		return
	case n < 8 && l.done["import"] < 24:
		l.arrive()
		return
	case o.turn != nil:
		err = o.turn(l)
	default:
		_, err = l.a.Do(context.Background(), "", o.name, func(d *Deed) error { return o.do(l.r, d) })
	}
	switch {
	case err == nil:
		l.done[o.name]++
		l.learn()
	case !errors.Is(err, ErrInvalid) && !errors.Is(err, ErrStale) && !errors.Is(err, ErrNotFound):
		l.t.Fatalf("%s: %v", o.name, err)
	}
}

// choose is an operation, each as often as its weight.
func (l *life) choose() operation {
	total := 0
	for _, o := range operations {
		total += o.weight
	}
	n := l.r.IntN(total)
	for _, o := range operations {
		if n -= o.weight; n < 0 {
			return o
		}
	}
	return operations[0]
}

// learn reads from the tables what the newest entries left of what they changed.
func (l *life) learn() {
	l.view(func(tx *Tx) error {
		for {
			e, err := tx.Entry(int64(len(l.told)) + 1)
			if errors.Is(err, ErrNotFound) {
				return nil
			}
			if err != nil {
				return err
			}
			left := map[string]string{}
			for _, c := range e.Changes {
				body, err := tx.record(c.Noun, c.ID)
				if err != nil {
					return err
				}
				key := c.Noun + " " + c.ID
				if left[key] = string(body); string(body) == "null" {
					left[key] = ""
					delete(l.records, key)
				} else {
					l.records[key] = string(body)
				}
			}
			l.told = append(l.told, left)
		}
	})
}

// compare holds all tables against the records that are known: nothing else was
// changed.
func (l *life) compare() {
	l.t.Helper()
	if got := dump(l.t, l.a); !maps.Equal(got, l.records) {
		l.t.Fatalf("after entry %d the tables hold %d records that are not the %d known", len(l.told), len(got), len(l.records))
	}
}

// kill stops the program in the middle of a deed, or right after it, and goes on
// with the files as they lay there.
func (l *life) kill(o operation) {
	l.t.Helper()
	l.copies++
	left := filepath.Join(l.dir, fmt.Sprintf("%d.sqlite", l.copies))
	if o.do != nil && l.r.IntN(2) == 0 {
		l.done["kill in a deed"]++
		l.a.Do(context.Background(), "", o.name, func(d *Deed) error {
			if err := o.do(l.r, d); err != nil {
				return err
			}
			l.copy(left)
			return errors.New("killed")
		})
	}
	if !exists(left) {
		l.done["kill"]++
		l.copy(left)
	}
	if err := l.a.close(); err != nil {
		l.t.Fatal(err)
	}
	var err error
	if l.a, err = Open(left); err != nil {
		l.t.Fatal(err)
	}
	l.compare()
}

// copy writes the archive's files as they lie there to another place.
func (l *life) copy(to string) {
	l.t.Helper()
	for _, file := range []string{"", "-wal"} {
		b, err := os.ReadFile(l.a.Path() + file)
		if err == nil {
			err = os.WriteFile(to+file, b, 0o600)
		}
		if err != nil {
			l.t.Fatal(err)
		}
	}
}

// breakOff gives a deed up while it is done, as when the browser has gone.
func (l *life) breakOff(o operation) {
	if o.do == nil {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	_, err := l.a.Do(ctx, "", o.name, func(d *Deed) error {
		err := o.do(l.r, d)
		cancel()
		return err
	})
	if err == nil {
		l.done["broken off after all was said"]++ // it changed nothing, or was saved
	} else {
		l.done["broken off"]++
	}
	l.learn()
	l.compare()
}

// relive replays the journal: entry by entry it must leave what was in the
// tables then, and of some entries all that was there.
func (l *life) relive() {
	l.view(func(tx *Tx) error {
		state := map[string]string{}
		all, err := rows(tx, scanEntry, entryColumns+`ORDER BY j.seq`)
		if err != nil || len(all) != len(l.told) {
			l.t.Errorf("the journal has %d entries, %v, want %d", len(all), err, len(l.told))
			return err
		}
		for i, e := range all {
			for _, c := range e.Changes {
				want := l.told[i][c.Noun+" "+c.ID]
				if want == "" {
					want = "null"
				}
				state[c.Noun+" "+c.ID] = want
				if !same(c.After, []byte(want)) && lastChange(e, c) {
					l.t.Fatalf("entry %d leaves %s %s as %s, but it was %s", e.Seq, c.Noun, c.ID, c.After, want)
				}
			}
			if i%max(1, len(all)/20) != 0 {
				continue
			}
			maps.DeleteFunc(state, func(_, body string) bool { return body == "null" })
			got, err := tx.replay(e.Seq)
			if err != nil || !maps.EqualFunc(got, state, func(x, y string) bool { return same([]byte(x), []byte(y)) }) {
				l.t.Fatalf("replay(%d) has %d records, %v, want the %d there were", e.Seq, len(got), err, len(state))
			}
		}
		return nil
	})
}

// lastChange reports whether c is the last change of e to its record.
func lastChange(e Entry, c Change) bool {
	for i := len(e.Changes) - 1; i >= 0; i-- {
		if x := e.Changes[i]; x.Noun == c.Noun && x.ID == c.ID {
			return same(x.After, c.After)
		}
	}
	return false
}

func (l *life) view(f func(*Tx) error) {
	l.t.Helper()
	if err := l.a.View(context.Background(), f); err != nil {
		l.t.Fatal(err)
	}
}

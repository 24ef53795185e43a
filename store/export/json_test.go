package export

import (
	"context"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"onrecord/store"
)

// A whole is the JSON export as a program reads it back.
type whole struct {
	Articles []struct {
		Notes, Tags []object
	}
	Claims []struct {
		Status                                  string
		Statements, Evidence, Notes, Tags, Ties []object
		Publication                             object
	}
	Records []struct {
		Noun, ID string
		Record   json.RawMessage
	}
	Journal []struct {
		Seq     int64
		Changes []store.Change
		Hash    string
	}
	Attachments []object
	Settings    []struct{ Name, Value string }
}

// Trust 35: everything the user wrote is in the JSON, of every noun there is,
// equal to what the archive has.
func TestJSONHoldsEverythingTheUserWrote(t *testing.T) {
	f := newFilled(t)
	out := f.write("json", "")
	var got whole
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	want, have := map[string]string{}, map[string]string{}
	nouns := map[string]bool{}
	err := f.View(context.Background(), func(tx *store.Tx) error {
		return tx.Records(func(r store.Record) error {
			want[r.Noun+" "+r.ID], nouns[r.Noun] = string(r.Body), true
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range got.Records {
		have[r.Noun+" "+r.ID] = string(r.Record)
	}
	if !maps.Equal(have, want) {
		t.Errorf("the records are %v, want %v", have, want)
	}
	for _, noun := range store.Nouns() {
		if !nouns[noun] {
			t.Errorf("the archive of this test has no %s: give it one, so that its export is tested", noun)
		}
	}
	for _, typed := range []string{"typed claim: 40", "typed second claim", "typed reason", "typed verdict", "typed note &", "typed note on a claim", "typed note on the whole",
		"typed tag", "typed claim tag", "typed evidence for", "typed evidence against", "typed evidence context", "typed address", "tables.example/ships", "typed why of claims",
		"typed why of statements", "typed Noted", "typed I. Maren", "typed Mayor", "typed story", "typed about", "typed publisher", "press.example/typed-address", "typed and taken back"} {
		if !strings.Contains(out, strings.ReplaceAll(typed, "\n", `\n`)) {
			t.Errorf("%q was typed and is not in the export", typed)
		}
	}
	if n := len(got.Settings); n != 3 {
		t.Errorf("%d settings, want the three of the publisher", n)
	}
}

// The journal goes out whole, with what each deed changed, and replays to the
// records.
func TestJSONReplays(t *testing.T) {
	var got whole
	if err := json.Unmarshal([]byte(newFilled(t).write("json", "")), &got); err != nil {
		t.Fatal(err)
	}
	state := map[string]string{}
	for i, e := range got.Journal {
		if e.Seq != int64(i)+1 || len(e.Hash) != 64 || len(e.Changes) == 0 {
			t.Errorf("entry %d is %d with hash %q and %d changes", i+1, e.Seq, e.Hash, len(e.Changes))
		}
		for _, c := range e.Changes {
			if state[c.Noun+" "+c.ID] = string(c.After); string(c.After) == "null" {
				delete(state, c.Noun+" "+c.ID)
			}
		}
	}
	for _, r := range got.Records {
		if after := state[r.Noun+" "+r.ID]; after == "" || !reflect.DeepEqual(parsed(t, after), parsed(t, string(r.Record))) {
			t.Errorf("the journal has %s %s as %s, the records as %s", r.Noun, r.ID, after, r.Record)
		}
		delete(state, r.Noun+" "+r.ID)
	}
	if len(state) > 0 {
		t.Errorf("the journal has %v more", slices.Collect(maps.Keys(state)))
	}
}

// What hangs on a claim stands with it, and a search takes what is its own.
func TestJSONOfASearch(t *testing.T) {
	f := newFilled(t)
	var all, some, none whole
	for query, to := range map[string]*whole{"": &all, "canal": &some, "outlet:nobody": &none} {
		if err := json.Unmarshal([]byte(f.write("json", query)), to); err != nil {
			t.Fatalf("export of %q: %v", query, err)
		}
	}
	c := all.Claims[0]
	if len(c.Statements) != 6 || len(c.Evidence) != 4 || len(c.Notes) != 1 || len(c.Tags) != 1 || len(c.Ties) != 1 || c.Status != "ready" || c.Publication["address"] != "https://press.example/typed-address" {
		t.Errorf("the claim is %+v, want all that hangs on it", c)
	}
	if c.Evidence[3]["address"] != "https://tables.example/ships" || c.Statements[0]["relation"] == "" {
		t.Errorf("the evidence is %v and the statement %v, want address and relation", c.Evidence[3], c.Statements[0])
	}
	if len(some.Articles) != 2 || len(some.Claims) != 1 || len(some.Journal) != 0 || len(some.Records) == 0 || len(some.Records) >= len(all.Records) {
		t.Errorf("the search gives %d articles, %d claims, %d records, %d entries", len(some.Articles), len(some.Claims), len(some.Records), len(some.Journal))
	}
	if len(none.Articles)+len(none.Claims)+len(none.Records) != 0 {
		t.Errorf("a search that finds nothing gives %+v", none)
	}
}

// What was typed stays inert in a spreadsheet and in Markdown.
func TestOtherFormatsOfAFilledArchive(t *testing.T) {
	f := newFilled(t)
	report := f.write("markdown", "")
	for _, want := range []string{"typed claim: 40 ships wait.", "ready", "https://tables.example/ships", "Tags: typed claim tag", "Tag: typed tag: 40 ships", "contradicts", `\<tags\>`} {
		if !strings.Contains(report, want) {
			t.Errorf("the Markdown has no %q", want)
		}
	}
	if n := strings.Count(f.write("csv", ""), "\r\n"); n != 1+7 {
		t.Errorf("the CSV has %d lines, want a head, six statements that were read and one that was added", n)
	}
}

package score

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// corefGold is a document in which every word between brackets is a mention:
// "[1 person named Anna Elde]" is one of chain 1.
func corefGold(marked string) Document {
	d := Document{ID: "ferry", Genre: "news"}
	var raw strings.Builder
	var open []int
	for _, word := range strings.Fields(marked) {
		if name, ok := strings.CutPrefix(word, "["); ok {
			chain, kind, _ := strings.Cut(name, "/")
			kind, named := strings.CutSuffix(kind, "!")
			open = append(open, len(d.Mentions))
			d.Mentions = append(d.Mentions, Mention{Span: text.Span{Start: -1}, Type: kind, Coref: chain, Named: named})
			continue
		}
		if raw.Len() > 0 {
			raw.WriteByte(' ')
		}
		start := raw.Len()
		bare := strings.TrimRight(word, "]")
		raw.WriteString(bare)
		for _, i := range open {
			if d.Mentions[i].Start < 0 {
				d.Mentions[i].Start = start
			}
		}
		for range len(word) - len(bare) {
			d.Mentions[open[len(open)-1]].End = raw.Len()
			open = open[:len(open)-1]
		}
	}
	d.Text = raw.String()
	return d
}

const ferry = "[1/person! Anna Elde] met [2/person! Peter Osk] . [1/person She] paid [3/person the ferryman] and [4/person they] left [3/person him] . " +
	"[2/person The engineer who rowed] slept . [1/person The captain , [1/person! Elde]] , woke ."

// entity is one called by the n-th words in d's text, given as "how word n".
func entity(t *testing.T, d Document, name string, mentions ...string) fact.Entity {
	e := fact.Entity{Name: name}
	for _, m := range mentions {
		how, words, _ := strings.Cut(m, " ")
		at := strings.Index(d.Text, words)
		if at < 0 {
			t.Fatalf("%q is not in %q", words, d.Text)
		}
		e.Mentions = append(e.Mentions, fact.Mention{Span: text.Span{Start: at, End: at + len(words)}, How: fact.How(how)})
	}
	return e
}

func TestCoref(t *testing.T) {
	d := corefGold(ferry)
	anna := entity(t, d, "Anna Elde", "name Anna Elde", "pronoun She", "pronoun him")
	peter := entity(t, d, "Peter Osk", "name Peter Osk", "role The engineer", "pronoun they")
	all := Coref(d, []fact.Entity{anna, peter})
	var got []string
	for _, r := range all {
		got = append(got, d.Text[r.Start:r.End]+"="+r.Linked+"?"+r.Want)
	}
	want := []string{"She=Anna Elde?Anna Elde", "the ferryman=?", "they=Peter Osk?", "him=Anna Elde?", "The engineer who rowed=Peter Osk?Peter Osk"}
	if !slices.Equal(got, want) {
		t.Errorf("Coref(%q) = %q, want %q", d.Text, got, want)
	}
	for class, want := range map[Class]Count{He: {1, 1, 2}, They: {0, 0, 1}, Described: {1, 1, 1}} {
		if c := CountLinks(all, class); c != want {
			t.Errorf("CountLinks(%s) = %+v, want %+v", class, c, want)
		}
	}
}

// TestCorefMixed takes an entity of two people for the one it names most.
func TestCorefMixed(t *testing.T) {
	d := corefGold(ferry)
	both := entity(t, d, "Peter Osk", "name Peter Osk", "name Anna Elde", "alias Elde", "pronoun She", "role The engineer")
	both.Mentions[2].Span.Start = strings.LastIndex(d.Text, "Elde")
	both.Mentions[2].Span.End = both.Mentions[2].Span.Start + len("Elde")
	all := Coref(d, []fact.Entity{both})
	if he, the := CountLinks(all, He), CountLinks(all, Described); he.Right != 1 || the.Right != 0 || the.Found != 1 {
		t.Errorf("Coref counts he %+v, the %+v, want the entity to be Anna Elde", he, the)
	}
}

func TestCorefFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gold.jsonl")
	line, err := json.Marshal(map[string]any{"id": "a", "genre": "news", "text": "He left.",
		"entities": []map[string]any{{"start": 0, "end": 2, "type": "person", "coref": "1"}}})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, line, 0o600); err != nil {
		t.Fatal(err)
	}
	all, err := CorefFile(path, func(*text.Text) []fact.Entity { return nil })
	if err != nil || len(all) != 1 || all[0].Class != He || all[0].Genre != "news" || all[0].Linked != "" {
		t.Errorf("CorefFile = %+v, %v, want one pronoun left alone", all, err)
	}
	if _, err := CorefFile(path+".none", nil); err == nil {
		t.Error("CorefFile of no file gives no error")
	}
}

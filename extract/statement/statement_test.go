package statement

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"onrecord/extract/fact"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// find is Find with the tags and trees of x.
func find(x *text.Text, entities []fact.Entity, times []fact.Time) []fact.Statement {
	tags := tag.Find(x)
	return Find(x, tags, tree.Find(x, tags), entities, times)
}

var update = flag.Bool("update", false, "write what Find gives into testdata")

// wrong is the situations that are not read as they should be, and what is
// read instead; one that is right again is struck off.
var wrong = map[string]string{
	"one-cue-two-verbs":          "\"would not pay for it\" is part of what the council did not want",
	"attitude-in-past-speech":    "\"wanted to go home\" is no statement inside",
	"as-they-said":               "the cue is not found",
	"possessor-is-a-name":        "\"Tollo’s demand\" is no statement inside",
	"source-after-that":          "\"had told\" is no statement inside",
	"demand-after-relative":      "Tollo has been lost",
	"relative-attribution":       "what stands before \"according to\" is taken for what the captain says",
	"relative-attribution-where": "so it is for the residents",
	"pronoun-alone":              "\"has not repeated it\" is not found",
	"place-before-infinitive":    "the place is content",
	"promise-given":              "\"gave\" is a cue too, and the promise has no source",
	"colon-ends-an-object":       "the figure goes on behind the colon",
	"promised-noun":              "\"had ever promised\" is no statement inside",
	"denied-doing":               "the cue is not found",
	"asked-whether":              "who is asked is taken for who asks",
	"praised-but-stopped":        "the praise goes on behind \"but\"",
}

// TestFind reads testdata: NAME.in is a text, NAME.want its statements.
func TestFind(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in testdata: %v", err)
	}
	for _, path := range files {
		cases, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]string{}
		for _, f := range cases.Files {
			want[f.Name] = string(f.Data)
		}
		out := &txtar.Archive{Comment: cases.Comment}
		for _, f := range cases.Files {
			name, in := strings.CutSuffix(f.Name, ".in")
			if !in {
				continue
			}
			got := ""
			t.Run(name, func(t *testing.T) {
				x := text.Of(string(f.Data))
				found := find(x, nil, nil)
				invariants(t, x, found)
				got = list(x, found)
				w, reason := want[name+".want"], wrong[name]
				switch {
				case reason == "" && got != w && !*update:
					t.Errorf("Find(%q) =\n%swant\n%s", f.Data, got, w)
				case reason != "" && got == w:
					t.Errorf("Find(%q) is right: strike %s off the wrong ones", f.Data, name)
				case reason != "":
					got = w
				}
			})
			out.Files = append(out.Files, f, txtar.File{Name: name + ".want", Data: []byte(got)})
		}
		if *update {
			if err := os.WriteFile(path, txtar.Format(out), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// list writes statements down, one a line.
func list(x *text.Text, found []fact.Statement) string {
	var b strings.Builder
	for _, s := range found {
		fmt.Fprintf(&b, "%d", s.ID)
		if s.Inside != 0 {
			fmt.Fprintf(&b, " in %d", s.Inside)
		}
		if s.Continues != 0 {
			fmt.Fprintf(&b, " on from %d", s.Continues)
		}
		b.WriteString(": ")
		if s.Rule != ruleLearned {
			b.WriteString(s.Rule + ", ")
		}
		fmt.Fprintf(&b, "%s, %s", s.Act, s.Form)
		if s.Hedged {
			b.WriteString(", hedged")
		}
		if s.Negated {
			b.WriteString(", negated")
		}
		fmt.Fprintf(&b, " [%s] [%s] [%s]", words(x, s.Source), words(x, s.Cue), words(x, s.Content))
		for _, v := range s.Via {
			fmt.Fprintf(&b, " via [%s]", x.Slice(v.Span))
		}
		b.WriteString("\n")
	}
	return b.String()
}

func words(x *text.Text, spans []text.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, strings.ReplaceAll(x.Slice(s), "\n", " "))
	}
	return strings.Join(parts, " | ")
}

// invariants checks what holds of the statements of any text.
func invariants(t *testing.T, x *text.Text, found []fact.Statement) {
	t.Helper()
	last := -1
	for i, s := range found {
		if s.ID != i+1 || s.Inside < 0 || s.Inside >= s.ID || len(s.Content) == 0 {
			t.Errorf("statement %d: ID %d, Inside %d, %d content spans", i+1, s.ID, s.Inside, len(s.Content))
			continue
		}
		if s.Content[0].Start < last {
			t.Errorf("statement %d starts at %d, before the one before it at %d", s.ID, s.Content[0].Start, last)
		}
		last = s.Content[0].Start
		if c := s.Continues; c < 0 || c >= s.ID || c > 0 && len(found[c-1].Cue) == 0 {
			t.Errorf("statement %d continues %d, want one before it with a cue", s.ID, c)
		}
		for _, spans := range [][]text.Span{s.Content, s.Cue, s.Source} {
			end := 0
			for _, p := range spans {
				if p.Start < end || p.Empty() || p.End > len(x.String()) {
					t.Errorf("statement %d: span %v after %d in a text of %d bytes", s.ID, p, end, len(x.String()))
				}
				end = p.End
			}
		}
		if s.Confidence <= 0 || s.Confidence > 1 || !slices.Contains(fact.Acts[:], s.Act) || s.Rule == "" {
			t.Errorf("statement %d: confidence %v, act %q, rule %q", s.ID, s.Confidence, s.Act, s.Rule)
		}
	}
}

// person is an entity that every one of its names mentions everywhere in s.
func person(id int, s string, names ...string) fact.Entity {
	e := fact.Entity{ID: id, Name: names[0], Kind: fact.Person}
	for _, n := range names {
		for at := 0; ; {
			i := strings.Index(s[at:], n)
			if i < 0 {
				break
			}
			how := fact.ByName
			if n == strings.ToLower(n) {
				how = fact.ByPronoun
			}
			e.Mentions = append(e.Mentions, fact.Mention{Span: text.Span{Start: at + i, End: at + i + len(n)}, How: how})
			at += i + len(n)
		}
	}
	slices.SortFunc(e.Mentions, func(a, b fact.Mention) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return e
}

func TestSpeaker(t *testing.T) {
	for _, c := range []struct {
		name, in string
		names    []string
		want     int
	}{
		{"the name", "Ilse Marek said the dam was safe.", []string{"Ilse Marek"}, 1},
		{"behind a role", "Chief inspector Ilse Marek said the dam was safe.", []string{"Ilse Marek"}, 1},
		{"in an apposition", "The chief inspector, Ilse Marek, said the dam was safe.", []string{"Ilse Marek"}, 1},
		{"before an apposition", "Ilse Marek, an inspector, said the dam was safe.", []string{"Ilse Marek"}, 1},
		{"a pronoun that the names stage resolved", "The dam is safe, she said.", []string{"she"}, 1},
		{"not the possessor", "Marek’s office said the dam was safe.", []string{"Marek"}, 0},
		{"not the one after of", "The lawyer of Ilse Marek said the dam was safe.", []string{"Ilse Marek"}, 0},
		{"not a modifier", "A Marek spokesman said the dam was safe.", []string{"Marek"}, 0},
		{"behind a title of two words", "Finance minister Ilse Marek said the dam was safe.", []string{"Ilse Marek"}, 1},
		{"behind a lower office", "Police chief Ilse Marek said the dam was safe.", []string{"Ilse Marek"}, 1},
		{"nobody named", "Two officials said the dam was safe.", []string{"Ilse Marek"}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := find(text.Of(c.in), []fact.Entity{person(1, c.in, c.names...)}, nil)
			if len(found) != 1 || found[0].Speaker != c.want {
				t.Errorf("Find(%q) = %v, want one statement of speaker %d", c.in, found, c.want)
			}
		})
	}
}

func TestSpeakerIsAnOrganization(t *testing.T) {
	for _, in := range []string{
		"Hydra said the dam was safe.",
		"The operator Hydra said the dam was safe.",
		"The Hydra agency said the dam was safe.",
		"The dam was safe, said the broadcaster Hydra.",
	} {
		e := person(1, in, "Hydra")
		e.Kind = fact.Organization
		if found := find(text.Of(in), []fact.Entity{e}, nil); len(found) != 1 || found[0].Speaker != 1 {
			t.Errorf("Find(%q) = %v, want one statement of speaker 1", in, found)
		}
	}
}

func TestRunsOnKeepsSpeaker(t *testing.T) {
	in := "“It is safe,” Marek said. “Nobody needs to leave.”"
	found := find(text.Of(in), []fact.Entity{person(3, in, "Marek")}, nil)
	if len(found) != 2 || found[1].Speaker != 3 || len(found[1].Cue) != 0 || found[1].Rule != ruleRunsOn {
		t.Errorf("Find(%q) = %v, want a second statement of speaker 3 without a cue", in, found)
	}
}

func TestRelay(t *testing.T) {
	in := "According to Orland Wire, Marek said that the dam was safe."
	wire := person(2, in, "Orland Wire")
	wire.Kind = fact.Organization
	found := find(text.Of(in), []fact.Entity{person(1, in, "Marek"), wire}, nil)
	if len(found) != 1 || found[0].Speaker != 1 || len(found[0].Via) != 1 || found[0].Via[0].Entity != 2 {
		t.Errorf("Find(%q) = %v, want one statement of speaker 1 via entity 2", in, found)
	}
}

func TestWitness(t *testing.T) {
	in := "According to Marek, the board told her that the dam was safe."
	found := find(text.Of(in), []fact.Entity{person(1, in, "Marek")}, nil)
	if len(found) != 2 || found[0].Speaker != 1 || found[1].Inside != found[0].ID || len(found[1].Via) != 0 {
		t.Errorf("Find(%q) = %v, want what the board told inside a statement of speaker 1", in, found)
	}
}

func TestSaid(t *testing.T) {
	for _, c := range []struct{ name, in, time, value, want string }{
		{"after the cue", "Marek said on Tuesday that the dam was safe.", "Tuesday", "2031-05-06", "2031-05-06"},
		{"of the venue", "Marek said after Tuesday’s meeting that the dam was safe.", "Tuesday", "2031-05-06", "2031-05-06"},
		{"opens the sentence", "Last month Marek warned that the dam could fail.", "Last month", "2031-04", "2031-04"},
		{"after a trailing cue", "“It is safe,” Marek said on Tuesday.", "Tuesday", "2031-05-06", "2031-05-06"},
		{"a clock time is cut to its day", "Marek said on Tuesday night that it was safe.", "Tuesday night", "2031-05-06TNI", "2031-05-06"},
		{"in the content", "Marek said the dam was closed on Tuesday.", "Tuesday", "2031-05-06", ""},
		{"still to come", "Marek told us tomorrow’s vote was off.", "tomorrow", "2031-05-07", ""},
		{"ahead of a day", "“It is safe,” Marek said ahead of a vote on Sunday.", "Sunday", "2031-05-11", ""},
		{"will be said", "Marek will say tomorrow that the dam is safe.", "tomorrow", "2031-05-07", "2031-05-07"},
		{"no date", "Marek recently said the dam was safe.", "recently", "PAST_REF", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			i := strings.Index(c.in, c.time)
			times := []fact.Time{{Span: text.Span{Start: i, End: i + len(c.time)}, Type: fact.Date, Value: c.value}}
			found := find(text.Of(c.in), nil, times)
			if len(found) != 1 || found[0].Said != c.want {
				t.Errorf("Find(%q) = %v, want one statement said %q", c.in, found, c.want)
			}
		})
	}
}

// hostile is texts that a reader of quotations or clauses could be slow on.
func hostile(size int) map[string]string {
	return map[string]string{
		"opening marks":   strings.Repeat("“", size),
		"nested pairs":    strings.Repeat("“a ", size) + strings.Repeat("” ", size),
		"apostrophes":     strings.Repeat("'a ", size),
		"single marks":    strings.Repeat("‘a b’ ", size),
		"cues":            strings.Repeat("he said ", size),
		"cues and commas": strings.Repeat("he said, ", size),
		"that":            strings.Repeat("said that ", size),
		"according to":    strings.Repeat("according to ", size),
		"commas":          strings.Repeat("a, ", size) + "he said.",
		"relatives":       strings.Repeat("who said ", size),
		"capitals":        strings.Repeat("LEE: a\n", size),
	}
}

func TestHostile(t *testing.T) {
	for name, in := range hostile(2000) {
		t.Run(name, func(t *testing.T) {
			x := text.Of(in)
			invariants(t, x, find(x, nil, nil))
		})
	}
}

func FuzzFind(f *testing.F) {
	for _, in := range hostile(3) {
		f.Add(in)
	}
	f.Add("“The dam,” she said, “is safe.” According to Lee, Marek’s claim that it is ‘safe’ was wrong.")
	f.Fuzz(func(t *testing.T, in string) {
		x := text.Of(in)
		found := find(x, nil, nil)
		invariants(t, x, found)
		if again := find(x, nil, nil); list(x, again) != list(x, found) {
			t.Errorf("Find(%q) = %v, then %v", in, found, again)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	paragraph := "According to the Orland Wire, Ilse Marek, the chief inspector, said on Tuesday that the dam was safe and warned of floods. “Nobody needs to leave,” she told reporters. “We looked at every gate.”\n\n"
	x := text.Of(strings.Repeat(paragraph, 200))
	b.SetBytes(int64(len(x.String())))
	for b.Loop() {
		find(x, nil, nil)
	}
}

// BenchmarkHostile shows that time grows with the text and not faster: the
// figures per byte of the two sizes are alike.
func BenchmarkHostile(b *testing.B) {
	for _, size := range []int{10_000, 100_000} {
		for name, in := range hostile(size) {
			x := text.Of(in)
			b.Run(fmt.Sprintf("%s/%d", name, size), func(b *testing.B) {
				b.SetBytes(int64(len(in)))
				for b.Loop() {
					find(x, nil, nil)
				}
			})
		}
	}
}

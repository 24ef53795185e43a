package position

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/extract/fact"
	"onrecord/extract/statement"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// world is the entities that the sentences of a test can name.
var world = []fact.Entity{
	{ID: 1, Name: "Ilse Marek", Kind: fact.Person},
	{ID: 2, Name: "Tollo", Kind: fact.Person},
	{ID: 3, Name: "Orland", Kind: fact.Place},
	{ID: 4, Name: "Port Ellin", Kind: fact.Place},
	{ID: 5, Name: "Hydra", Kind: fact.Organization},
	{ID: 6, Name: "Renn", Kind: fact.Person, Role: "president", Of: 3},
}

// A reading is everything found in a text that positions need.
type reading struct {
	t          *text.Text
	tags       []tag.Tag
	arcs       []tree.Arc
	entities   []fact.Entity
	statements []fact.Statement
}

func read(s string) reading {
	t := text.Of(s)
	var entities []fact.Entity
	for _, e := range world {
		e.Mentions = nil
		for at := 0; ; {
			i := strings.Index(s[at:], e.Name)
			if i < 0 {
				break
			}
			span := text.Span{Start: at + i, End: at + i + len(e.Name)}
			e.Mentions = append(e.Mentions, fact.Mention{Span: span, How: fact.ByName})
			at = span.End
		}
		if len(e.Mentions) > 0 {
			entities = append(entities, e)
		}
	}
	tags := tag.Find(t)
	arcs := tree.Find(t, tags)
	return reading{t, tags, arcs, entities, statement.Find(t, tags, arcs, entities, nil)}
}

func (x reading) find() []fact.Position {
	return Find(x.t, x.tags, x.arcs, x.entities, x.statements)
}

// list is positions as the examples write them: "Orland against the treaty".
func (x reading) list(found []fact.Position) string {
	var out []string
	for _, p := range found {
		actor := "nobody"
		if i := slices.IndexFunc(world, func(e fact.Entity) bool { return e.ID == p.Actor }); i >= 0 {
			actor = world[i].Name
		}
		var topic []string
		for _, s := range p.Topic {
			topic = append(topic, x.t.Slice(s))
		}
		out = append(out, fmt.Sprintf("%s %s %s", actor, p.Stance, strings.Join(topic, " … ")))
	}
	return strings.Join(out, "; ")
}

// TestExamples runs the examples beside the words in the data.
func TestExamples(t *testing.T) {
	for _, e := range takers().examples {
		x := read(e.text)
		if got := x.list(x.find()); got != e.want {
			t.Errorf("%s: Find(%q) = %q, want %q", e.group, e.text, got, e.want)
		}
	}
}

// TestFind runs situations that no word of the data stands for.
func TestFind(t *testing.T) {
	for _, c := range []struct{ situation, in, want string }{
		{"what is said must be", "Tollo said that Hydra must leave the port.", "Tollo for Hydra … leave the port"},
		{"what is said must not be", "Tollo said that Hydra must not raise the toll.", "Tollo against Hydra … raise the toll"},
		{"what one will do for others", "Hydra will release the crew, Tollo said.", "Hydra for release the crew"},
		{"what one will do to others", "Tollo said Orland would boycott the vote.", "Orland against the vote"},
		{"a vote before a semicolon", "Orland voted against; 23 of the 40 members of Hydra were in favour.", ""},
		{"a promise not to harm", "Tollo said Orland would not invade Port Ellin.", "Orland against invade Port Ellin"},
		{"called unacceptable in what is said", "Tollo said the toll was unacceptable.", "Tollo against the toll"},
		{"only if", "Orland would only release the crew if the toll was lifted.", ""},
		{"only if, as is said", "Tollo said Orland would only release the crew if the toll was lifted.", "Orland for the toll was lifted"},
		{"if", "Tollo said Orland would release the crew if the toll was lifted.", "Orland for the toll was lifted"},
		{"if, by one's own word", "Orland said Orland would move if the toll was lifted.", "Orland for the toll was lifted"},
		{"a relative clause of what is demanded", "Orland demanded an inquiry that would end in May.", "Orland for an inquiry"},
		{"if, by the word of one's side", "Renn said Orland would move if the toll was lifted.", "Renn for the toll was lifted"},
		{"a promise unless", "Tollo said Orland would release the crew unless Hydra raised the toll.", "Orland for release the crew"},
		{"an insult", "Tollo said that the offer was an insult.", "Tollo against the offer"},
		{"one's own word", "Tollo said he would not move.", ""},
		{"one's own word, by name", "“Orland will not move,” Orland said.", "Orland against move"},
		{"a place between", "Orland agreed on Wednesday in Port Ellin to open the border.", "Orland for open the border"},
		{"a span of time", "Tollo argued for eleven months about the toll.", ""},
		{"all of them", "Orland rejected all of these figures.", "Orland against all of these figures"},
		{"not yet agreed", "Orland has not agreed whether to open the border.", ""},
		{"agreed how", "Orland and Hydra agreed how to lift the toll.", ""},
		{"a threat that may come", "Tollo said Orland could make the threat of using force.", ""},
		{"what buyers want", "Orland demand for steel was low in May.", ""},
		{"what one side wants of others", "The Orland demand for an inquiry was heard.", "Orland for an inquiry"},
		{"quoted words at the end", "Orland called for a “third way”.", "Orland for a “third way”"},
		{"quoted words at the end, plainly", "Orland called for a \"third way\".", "Orland for a \"third way\""},
		{"quoted whole", "Orland rejected “the plan”.", "Orland against the plan"},
		{"a bracket at the start", "Orland rejected the (slow) talks.", "Orland against the (slow) talks"},
		{"a sentence cut off", "Orland rejected the plan and …", "Orland against the plan"},
		{"until", "Tollo said Orland would not release the crew until the toll was lifted.", "Orland against release the crew; Orland for the toll was lifted"},
		{"a threat as is said", "Tollo said Orland would close the port unless Hydra left.", "Orland for Hydra left"},
		{"told twice", "Orland opposes the treaty. The streets were full. Orland opposes the treaty.", "Orland against the treaty"},
		{"told surer", "Tollo said the toll was unacceptable. Tollo opposes the toll.", "Tollo against the toll"},
		{"who does it is a relative pronoun", "Tollo, who opposes the treaty, left on Monday.", "Tollo against the treaty"},
		{"participle", "Hydra closed the gates, rejecting the offer.", "Hydra against the offer"},
		{"two actors", "Orland and Hydra reject the treaty.", "Orland against the treaty; Hydra against the treaty"},
		{"a relative clause is no topic", "Orland rejected the treaty, which Hydra wrote.", "Orland against the treaty"},
		{"a circumstance is no topic", "Orland rejected the treaty after Hydra left the port.", "Orland against the treaty"},
		{"hoped by others", "Tollo hopes that Orland supports the treaty.", ""},
		{"doubted", "Tollo doubts that Orland supports the treaty.", ""},
		{"left open", "Tollo asked whether Orland supports the treaty.", ""},
		{"a pronoun for a topic", "Orland rejected it.", ""},
		{"nobody named", "Officials rejected the findings.", "nobody against the findings"},
		{"nobody at all", "The treaty was rejected.", ""},
	} {
		t.Run(c.situation, func(t *testing.T) {
			x := read(c.in)
			if got := x.list(x.find()); got != c.want {
				t.Errorf("Find(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

// TestSpans checks the words that take positions, their act and statement.
func TestSpans(t *testing.T) {
	for _, c := range []struct {
		in, span  string
		act       fact.Act
		statement int
	}{
		{"Tollo said Orland would not give in to threats from abroad.", "would not give in", fact.Reject, 1},
		{"Hydra promised to repair the gates.", "promised", fact.Promise, 1},
		{"Hydra vowed to punish Orland.", "vowed", fact.Threaten, 1},
		{"Orland is open to talks with Hydra.", "is open", fact.Agree, 0},
		{"Orland called off the talks with Hydra.", "called off", fact.Reject, 1},
		{"Tollo said Orland would boycott the vote.", "would boycott", fact.Threaten, 1},
	} {
		x := read(c.in)
		found := x.find()
		if len(found) != 1 {
			t.Errorf("Find(%q) = %q, want one position", c.in, x.list(found))
			continue
		}
		p := found[0]
		if got := x.t.Slice(p.Span); got != c.span || p.Act != c.act || p.Statement != c.statement {
			t.Errorf("Find(%q) = %s %q in %d, want %s %q in %d", c.in, p.Act, got, p.Statement, c.act, c.span, c.statement)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, e := range takers().examples {
		f.Add(e.text)
	}
	f.Add("Tollo said “Orland must not, must not (only if unless until Hydra calls for no end to the")
	f.Fuzz(func(t *testing.T, in string) {
		x := read(in)
		found := x.find()
		if again := x.find(); !reflect.DeepEqual(found, again) {
			t.Errorf("Find(%q) = %+v and then %+v", in, found, again)
		}
		for _, p := range found {
			spans := append([]text.Span{p.Span}, p.Topic...)
			if len(p.Topic) == 0 || p.Confidence <= 0 || p.Confidence > 1 || p.Rule == "" || p.Act == "" || p.Actor == 0 && p.Statement == 0 {
				t.Errorf("Find(%q) has %+v", in, p)
			}
			for i, s := range spans {
				if s.Empty() || s.End > len(in) || !utf8.ValidString(in[s.Start:s.End]) && utf8.ValidString(in) || i > 1 && s.Start < spans[i-1].End {
					t.Errorf("Find(%q) has span %v in %+v", in, s, p)
				}
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	x := read(strings.Repeat("Ilse Marek had met Tollo in Port Ellin, and Tollo said Orland would not give in to threats. "+
		"The harbour, which opened late in the spring, is empty again, and the boats lie at the new quay. "+
		"Hydra demanded an end to the toll; Orland's support for talks is small.\n\n", 100))
	b.SetBytes(int64(len(x.t.String())))
	for b.Loop() {
		x.find()
	}
	b.ReportMetric(float64(len(x.t.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

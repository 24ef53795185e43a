package event

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"onrecord/extract/fact"
	"onrecord/extract/statement"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// world is the entities and times that the sentences of a test can name.
var world = []fact.Entity{
	{ID: 1, Name: "Ilse Marek", Kind: fact.Person},
	{ID: 2, Name: "Tollo", Kind: fact.Person},
	{ID: 3, Name: "Orland", Kind: fact.Place},
	{ID: 4, Name: "Port Ellin", Kind: fact.Place},
	{ID: 5, Name: "Vessen", Kind: fact.Place},
	{ID: 6, Name: "Hydra", Kind: fact.Organization},
	{ID: 7, Name: "Southmark", Kind: fact.Place},
}

var days = map[string]string{"Monday": "2031-05-05", "Tuesday": "2031-05-06", "April": "2032-04", "1921": "1921", "Friday": "2031-05-09", "twentieth": "2031-05-20"}

// read finds everything in s that the tests of this package need.
func read(s string) (*text.Text, []fact.Entity, []fact.Time, []fact.Statement) {
	t := text.Of(s)
	var entities []fact.Entity
	for _, e := range world {
		e.Mentions = nil
		for _, span := range places(s, e.Name) {
			e.Mentions = append(e.Mentions, fact.Mention{Span: span, How: fact.ByName})
		}
		if len(e.Mentions) > 0 {
			entities = append(entities, e)
		}
	}
	var times []fact.Time
	for word, value := range days {
		for _, span := range places(s, word) {
			times = append(times, fact.Time{Span: span, Type: fact.Date, Value: value})
		}
	}
	slices.SortFunc(times, func(a, b fact.Time) int { return a.Span.Start - b.Span.Start })
	tags := tag.Find(t)
	return t, entities, times, statement.Find(t, tags, tree.Find(t, tags), entities, times)
}

// find is the events in s.
func find(s string) (*text.Text, []fact.Event) {
	t, entities, times, statements := read(s)
	tags := tag.Find(t)
	return t, Find(t, tags, tree.Find(t, tags), entities, times, statements)
}

// places is every place of word in s.
func places(s, word string) []text.Span {
	var spans []text.Span
	for at := 0; ; {
		i := strings.Index(s[at:], word)
		if i < 0 {
			return spans
		}
		spans = append(spans, text.Span{Start: at + i, End: at + i + len(word)})
		at += i + len(word)
	}
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"verb with everything", "On Monday, Ilse Marek had met Tollo in Vessen, Orland.", "met: meeting [1 2] at 5 on 2031-05-05 occurred"},
		{"noun with with", "Talks with Hydra ended in Port Ellin on Tuesday.", "Talks: meeting [6] at 4 on 2031-05-06 occurred"},
		{"planned by will", "There will be a summit in Vessen on Friday.", "summit: meeting [] at 5 on 2031-05-09 planned"},
		{"planned by its own verb", "Orland faces an election in April.", "election: election [3] at 0 on 2032-04 planned"},
		{"possible", "Tollo might visit Vessen on Friday.", "visit: visit [2] at 5 on 2031-05-09 possible"},
		{"denied", "Marek said Tollo never met anyone in Vessen.", "met: meeting [2] at 5 on  denied in 1"},
		{"feared but new", "Orland fears an invasion in April.", "invasion: attack [] at 0 on 2032-04 possible in 1"},
		{"feared but known", "Orland fears a repeat of the annexation of Southmark in 1921.", "annexation: territorial change [] at 7 on 1921 occurred in 1"},
		{"named twice, told once", "The summit in Vessen began on Monday. The summit was long.", "summit: meeting [] at 5 on 2031-05-05 occurred"},
		{"two of a kind", "A summit in Vessen on Monday failed. A summit in Port Ellin on Friday will follow.", "summit: meeting [] at 5 on 2031-05-05 occurred; summit: meeting [] at 4 on 2031-05-09 planned"},
		{"later than any word of it", "Tollo said on Monday that he was ill. Orland is quiet before an election on the twentieth.", "election: election [] at 0 on 2031-05-20 planned"},
		{"told as the news", "Tollo said on Monday that he was ill. A summit in Vessen on Tuesday failed.", "summit: meeting [] at 5 on 2031-05-06 occurred"},
		{"meeting at a summit that no verb carries", "A meeting with Hydra at the summit in Vessen on Monday.", "meeting: meeting [6] at 5 on 2031-05-05 occurred"},
		{"title of two words", "Lt. Gen. Ilse Marek resigned on Monday.", "resigned: resignation [1] at 0 on 2031-05-05 occurred"},
		{"nothing said of it", "They like meetings.", ""},
		{"news conference", "Tollo spoke at a news conference in Vessen on Monday.", ""},
		{"weak noun alone", "The deal is good.", ""},
		{"noun that only modifies", "The election campaign in Vessen began on Monday.", ""},
		{"part of a name", "The president-elect, Tollo, was ill on Monday.", ""},
		{"charge and no event", "Tollo was charged with murder on Monday.", ""},
		{"word of war for criticism", "Tollo attacked Ilse Marek on Monday.", ""},
		{"attack of words", "A scathing attack on Hydra in Vessen failed on Monday.", ""},
		{"match", "Tollo will meet Ilse Marek in the second round on Friday.", ""},
		{"particle of another meaning", "Tollo was wound up on Monday.", ""},
		{"need that is met", "Hydra met its goals on Monday.", ""},
		{"what is so at any time", "Tollo is tall. Residents who visit Vessen like it.", ""},
		{"what is done often", "Tollo often visits Vessen.", ""},
		{"several told elsewhere", "Both meetings in Vessen failed.", ""},
		{"shots at a basket", "The sharp shooting of Tollo won the day in Vessen.", ""},
		{"what is never so", "Tollo is tall. Citizens of Orland do not elect Ilse Marek.", ""},
		{"carried by a relative clause", "Tollo spoke about the summit, which was held in Vessen on Monday.", "summit: meeting [] at 5 on 2031-05-05 occurred in 1"},
		{"to come by a relative clause", "Tollo spoke about the summit, which is to be held in Vessen on Friday.", "summit: meeting [] at 5 on 2031-05-09 planned in 1"},
		{"prepared", "Preparations for the summit in Vessen were slow.", "summit: meeting [] at 5 on  planned"},
		{"mountain", "Tollo reached the mountain's summit on Monday.", ""},
		{"passive with an agent", "Tollo was arrested by Hydra in Vessen on Monday.", "arrested: arrest [6 2] at 5 on 2031-05-05 occurred"},
		{"object it shares", "Tollo was arrested and killed in Vessen.", "arrested: arrest [2] at 5 on  occurred; killed: death [2] at 5 on  occurred"},
		{"relative clause", "Orland is proud of Tollo, who was killed in Vessen.", "killed: death [2] at 5 on  occurred"},
		{"subject of the verb above", "Tollo was forced to resign on Monday.", "resign: resignation [2] at 0 on 2031-05-05 occurred"},
		{"subject that is the object above", "Hydra urged Ilse Marek to resign.", "resign: resignation [1] at 0 on  possible in 1"},
		{"those between", "Talks between Tollo and Ilse Marek began in Vessen.", "Talks: meeting [2 1] at 5 on  occurred"},
		{"light verb", "Tollo held talks with Ilse Marek on Monday.", "talks: meeting [1 2] at 0 on 2031-05-05 occurred"},
		{"owner of a noun", "Tollo's visit to Vessen is due on Friday.", "visit: visit [2] at 5 on 2031-05-09 planned"},
		{"place attacked", "Rebels bombed Port Ellin on Monday.", "bombed: attack [] at 4 on 2031-05-05 occurred"},
		{"place before the noun", "The Vessen summit ended on Monday.", "summit: meeting [] at 5 on 2031-05-05 occurred"},
		{"place of those who take part", "Farmers in Orland protested on Monday.", "protested: protest [] at 3 on 2031-05-05 occurred"},
		{"day of another verb", "Tollo condemned on Monday the bombing of Port Ellin.", "bombing: attack [] at 4 on  occurred in 1"},
		{"day behind the place of a noun", "Tollo accepted an invitation to talks in Vessen on Friday.", "talks: meeting [] at 5 on 2031-05-09 possible"},
		{"day that is a limit", "Tollo visited Vessen before Monday.", "visited: visit [2] at 5 on  occurred"},
		{"day of what it is part of", "A bombing in Vessen on Monday killed nine people.", "bombing: attack [] at 5 on 2031-05-05 occurred; killed: death [] at 5 on 2031-05-05 occurred"},
		{"place and day of another event", "Tollo was arrested before the summit in Vessen on Monday.", "arrested: arrest [2] at 0 on  occurred; summit: meeting [] at 5 on 2031-05-05 occurred"},
		{"day of the verb before", "Tollo met Ilse Marek on Monday and will visit Vessen.", "met: meeting [2 1] at 0 on 2031-05-05 occurred; visit: visit [2] at 5 on  planned"},
		{"victims of one day", "Nine people were killed and two others were wounded in Vessen on Monday.", "killed: death [] at 5 on 2031-05-05 occurred; wounded: injury [] at 5 on 2031-05-05 occurred"},
		{"victim and not whom the victim works for", "A manager of Hydra was jailed on Monday.", "jailed: arrest [] at 0 on 2031-05-05 occurred"},
		{"called off", "Talks between Orland and Hydra were cancelled.", "Talks: meeting [3 6] at 0 on  denied"},
		{"none", "There was no agreement between Orland and Hydra.", "agreement: agreement [3 6] at 0 on  denied"},
		{"refused", "Tollo refused to meet Ilse Marek.", "meet: meeting [2 1] at 0 on  denied in 1"},
		{"failed at what was tried", "Tollo failed to visit Vessen.", "visit: visit [2] at 5 on  denied"},
		{"plan", "Tollo plans to visit Vessen.", "visit: visit [2] at 5 on  planned in 1"},
		{"future seen from the past", "Tollo said he would visit Vessen on Friday.", "visit: visit [] at 5 on 2031-05-09 planned in 1"},
		{"condition", "If Tollo visits Vessen, Orland will be glad.", "visits: visit [2] at 5 on  possible"},
		{"threat", "Orland threatened to invade Vessen.", "invade: attack [3] at 5 on  possible in 1"},
		{"called for", "Hydra called for Tollo's resignation.", "resignation: resignation [2] at 0 on  possible in 1"},
		{"purpose", "Tollo left Orland to visit Vessen.", "visit: visit [2] at 5 on  possible"},
		{"began to", "Orland began to withdraw troops from Vessen.", "withdraw: troop movement [3] at 5 on  occurred"},
		{"where something is due", "Tollo is due to speak at a summit in Vessen.", "summit: meeting [2] at 5 on  planned"},
		{"came for", "Tollo flew to Vessen on Friday for talks with Ilse Marek.", "flew: visit [2] at 5 on 2031-05-09 occurred; talks: meeting [1 2] at 5 on 2031-05-09 occurred"},
		{"future that another verb has", "Orland will end the drill and return its troops to Vessen.", "return: troop movement [3] at 5 on  planned"},
		{"ahead of", "Orland is quiet ahead of the election in April.", "election: election [] at 0 on 2032-04 planned"},
		{"denied by who tells", "Tollo denied that Hydra attacked a village in Vessen.", "attacked: attack [6] at 5 on  denied in 2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := list(find(c.in)); got != c.want {
				t.Errorf("Find(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func list(x *text.Text, found []fact.Event) string {
	var out []string
	for _, e := range found {
		line := fmt.Sprintf("%s: %s %v at %d on %s %s", x.Slice(e.Span), e.Kind, e.Who, e.Where, e.When, e.Status)
		if e.Statement != 0 {
			line += fmt.Sprintf(" in %d", e.Statement)
		}
		out = append(out, line)
	}
	return strings.Join(out, "; ")
}

// TestExamples runs the examples beside the frames in data/triggers.txt: each
// has an event of its kind.
func TestExamples(t *testing.T) {
	if len(examples) < 100 {
		t.Fatalf("%d examples in data/triggers.txt, want one a frame", len(examples))
	}
	for _, e := range examples {
		x, found := find(e.text)
		if !slices.ContainsFunc(found, func(f fact.Event) bool { return f.Kind == e.kind }) {
			t.Errorf("Find(%q) = %q, want an event of kind %q by %q", e.text, list(x, found), e.kind, e.frame)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, e := range examples {
		f.Add(e.text)
	}
	f.Add("Tollo said Orland would not give in. On Monday they met in, of Vessen.")
	f.Fuzz(func(t *testing.T, in string) {
		_, found := find(in)
		for _, e := range found {
			if e.Span != e.Mentions[0] || e.Kind == "" || e.Status == "" || e.Confidence <= 0 || e.Confidence > 1 {
				t.Errorf("Find(%q) has %+v", in, e)
			}
			if e.Where != 0 && slices.Contains(e.Who, e.Where) {
				t.Errorf("Find(%q) has %+v, where its place takes part", in, e)
			}
			for i, m := range e.Mentions {
				if m.Empty() || m.End > len(in) || i > 0 && m.Start < e.Mentions[i-1].End {
					t.Errorf("Find(%q) has the mentions %v", in, e.Mentions)
				}
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	x, entities, times, statements := read(strings.Repeat("On Monday, Ilse Marek had met Tollo in Vessen, Orland, and Tollo said Orland would not give in to threats. The rebels, who had attacked a convoy near Port Ellin, were arrested by police after the vote.\n\n", 200))
	tags := tag.Find(x)
	arcs := tree.Find(x, tags)
	b.SetBytes(int64(len(x.String())))
	for b.Loop() {
		Find(x, tags, arcs, entities, times, statements)
	}
	b.ReportMetric(float64(len(x.Tokens)*b.N)/b.Elapsed().Seconds(), "words/s")
}

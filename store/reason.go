package store

import (
	"slices"
	"strings"
	"sync"

	"onrecord/extract/fact"
)

// explain says in words what a suggestion shares with the text it is likest
// to, and marks it in its words.
func (p *profile) explain(s *Similar, with profileText, words []wordIn) {
	var names, numbers, days, plain []string
	var b strings.Builder
	at := 0
	for _, w := range words {
		if !with.has(w) {
			continue
		}
		exact := s.Words[w.start:w.end]
		switch w.kind {
		case numberWord:
			numbers = append(numbers, exact)
		case dateWord:
			days = append(days, exact)
		case capitalWord:
			names = append(names, exact)
		default:
			plain = append(plain, exact)
		}
		b.WriteString(s.Words[at:w.start] + Mark + exact + Unmark)
		at = w.end
	}
	s.Marked = b.String() + s.Words[at:]
	s.Denies = against(s.Statement.Act) || negated(words) != negated(p.texts[0].words)
	s.say("same number", numbers)
	s.say("same names", names)
	s.say("same day", days)
	s.say("same words", plain)
	if s.Name != "" && s.Name == with.speaker(p) {
		s.Why = append(s.Why, "same speaker")
	}
	if with.statement.ID != 0 && s.Said != "" && s.Said == with.statement.Said {
		s.Why = append(s.Why, "said on the same day")
	}
}

// say adds to why that some words are shared.
func (s *Similar) say(what string, words []string) {
	slices.Sort(words)
	if words = slices.Compact(words); len(words) > 0 {
		s.Why = append(s.Why, what+" “"+strings.Join(words[:min(len(words), 4)], "”, “")+"”")
	}
}

// has reports whether a text has a word, in any of its forms.
func (t profileText) has(w wordIn) bool {
	return w.kind != smallWord && slices.ContainsFunc(t.words, func(m wordIn) bool {
		if (m.kind == numberWord) != (w.kind == numberWord) {
			return false
		}
		return m.kind != smallWord && (m.stem == w.stem || m.kind != numberWord && kin(m.stem, w.stem))
	})
}

// against reports whether an act speaks against what it is about.
func against(act string) bool { return act == string(fact.Deny) || act == string(fact.Reject) }

// negated reports whether words say that something is not so.
func negated(words []wordIn) bool {
	return slices.ContainsFunc(words, func(w wordIn) bool { return negations()[w.stem] })
}

// negations is the words that say so.
var negations = sync.OnceValue(func() map[string]bool { return wordList("negations.txt") })

// fewWords is how many telling words a denial has at most that says of what
// stands before it only "it", "that" or "any payment".
const fewWords = 1

// answering puts behind each suggestion, and before all of them for what is
// linked, the short denials that follow it in its article: "Meridian disputes
// that". Words alone do not find those.
func (tx *Tx) answering(p *profile, found []Similar) ([]Similar, error) {
	var all []Similar
	taken := map[int64]bool{}
	for _, s := range found {
		taken[s.ID] = true
	}
	follow := func(id int64, like Likeness, to string) error {
		ids := []int64{id + 1, id + 2}
		next, err := tx.statementsAt(ids)
		for _, s := range next {
			if taken[s.ID] || p.linked[s.ID] || !against(s.Act) || len(telling(wording(s.Words), plainWord, capitalWord, numberWord, dateWord)) > fewWords {
				continue
			}
			taken[s.ID] = true
			all = append(all, Similar{Statement: s, Like: like, Denies: true, Why: []string{"denied right after “" + clipped(to) + "”"}, Marked: s.Words})
		}
		return err
	}
	for _, t := range p.texts {
		if t.statement.ID != 0 {
			if err := follow(t.statement.ID, Likeness{Words: leastAlike}, t.statement.Words); err != nil {
				return nil, err
			}
		}
	}
	for _, s := range found {
		all = append(all, s)
		if err := follow(s.ID, Likeness{Words: leastAlike}, s.Words); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// clipped is the first words of a text that is quoted in a sentence.
func clipped(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	at := strings.LastIndexByte(s[:most], ' ')
	return strings.ToValidUTF8(s[:max(at, most/2)], "") + " …"
}

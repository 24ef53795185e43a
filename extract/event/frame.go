package event

import (
	_ "embed"
	"strings"

	"onrecord/extract/fact"
)

//go:embed data/triggers.txt
var triggerFile string

// A frame is how a word has to stand in a sentence to tell of an event: a line
// of data/triggers.txt.
type frame struct {
	kind  fact.EventKind
	class string // "verb", "noun" or "weak": a noun that needs a place or a day
	with  string // the lemma of a word that must hang on it: "fire" of "open fire"
	needs []need
}

// A need is what must, or must not, stand by a trigger.
type need struct {
	not   bool
	role  string // "subj", "obj", "mod", "comp", "pass", "prt", "carrier" or a preposition
	class string // of data/nouns.txt, or a lemma
}

// An example is a sentence that has an event of a kind in it.
type example struct {
	kind  fact.EventKind
	frame string // the line that it stands under
	text  string
}

// frames is the frames of a lemma, in the order of the file.
var frames, examples = readFrames(triggerFile)

// readFrames reads data/triggers.txt.
func readFrames(file string) (map[string][]frame, []example) {
	all := map[string][]frame{}
	var found []example
	var kind fact.EventKind
	last := ""
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		rest, quoted := strings.CutPrefix(line, "> ")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			kind = fact.EventKind(strings.Trim(line, "[]"))
		case quoted:
			found = append(found, example{kind, last, rest})
		default:
			readFrame(all, kind, line)
			last = line
		}
	}
	return all, found
}

// readFrame adds what one line says: "verb move deploy: obj military".
func readFrame(all map[string][]frame, kind fact.EventKind, line string) {
	head, conditions, _ := strings.Cut(line, ":")
	lemmas := strings.Fields(head)
	f := frame{kind: kind, class: lemmas[0]}
	for c := range strings.SplitSeq(conditions, ",") {
		parts := strings.Fields(c)
		if len(parts) == 0 {
			continue
		}
		n := need{role: parts[0], class: "any"}
		if n.not = parts[0] == "no"; n.not {
			parts = parts[1:]
			n.role = parts[0]
		}
		if len(parts) > 1 {
			n.class = parts[1]
		}
		f.needs = append(f.needs, n)
	}
	for _, w := range lemmas[1:] {
		w, f.with, _ = strings.Cut(w, "+")
		all[w] = append(all[w], f)
	}
}

// fits reports whether token i stands in its sentence as f needs.
func (x *finder) fits(f *frame, i int) bool {
	if f.with != "" && x.particle(i, f.with) < 0 {
		return false
	}
	for _, n := range f.needs {
		if x.has(i, n) == n.not {
			return false
		}
	}
	return true
}

// particle is the token with lemma w that hangs on i; -1 for none.
func (x *finder) particle(i int, w string) int {
	for k := range x.children(i) {
		if x.lower[k] == w || x.base(k) == w {
			return k
		}
	}
	return -1
}

// has reports whether what n names stands by token i.
func (x *finder) has(i int, n need) bool {
	switch n.role {
	case "subj":
		verb := i
		if !x.verb(i) {
			if verb, _ = x.carrier(i); verb < 0 {
				return false
			}
		}
		return x.is(x.subject(verb), n.class)
	case "obj":
		return x.isAny(x.object(i), n.class)
	case "comp":
		k := x.dependent(i, "ccomp", "xcomp")
		return k >= 0 && (n.class == "any" || x.base(k) == n.class || x.label(k) == n.class)
	case "mod":
		return x.modified(i, n.class)
	case "pass":
		return x.passive(i)
	case "prt":
		return x.particle(i, n.class) >= 0
	case "carrier":
		verb, _ := x.carrier(i)
		return x.is(verb, n.class)
	}
	for k := range x.joined(i) {
		if x.preposition(k) == n.role && x.is(k, n.class) {
			return true
		}
	}
	return false
}

// isAny reports whether token i or one joined to it by "and" is of class.
func (x *finder) isAny(i int, class string) bool {
	if x.is(i, class) {
		return true
	}
	if i < 0 {
		return false
	}
	for k := range x.children(i) {
		if x.label(k) == "conj" && x.is(k, class) {
			return true
		}
	}
	return false
}

// modified reports whether a noun of class modifies the noun at token i:
// "troop movements", "withdrawal of troops", "Orland's army exercise".
func (x *finder) modified(i int, class string) bool {
	for k := range x.children(i) {
		switch x.relation(k) {
		case "compound", "amod":
			if x.is(k, class) {
				return true
			}
		case "nmod":
			if p := x.preposition(k); (p == "of" || p == "by" || p == "'s" || p == "") && x.is(k, class) {
				return true
			}
		}
	}
	return false
}

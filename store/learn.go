package store

import (
	"encoding/json"
	"slices"

	"onrecord/extract/fact"
)

// Taught is the lesson that has the fact that key names be as it is. A fact
// that the user decided on is as the user has it.
func (f *ArticleFacts) Taught(key string) (Lesson, bool) {
	l, ok := f.taught[key]
	return l, ok
}

// Lesson is what could be taught by the decision that the user made of the fact
// that key names: that a rejected statement's cue is none, that a rejected name
// is none, or that a corrected role is another everywhere.
func (f *ArticleFacts) Lesson(key string) (Lesson, bool) {
	if _, taught := f.taught[key]; taught {
		return Lesson{}, false
	}
	var l Lesson
	err := ErrNotFound
	if i := slices.Index(f.Keys.Statements, key); i >= 0 && f.State(key) == Rejected {
		l, err = NoCue(f.Words(f.Statements[i].Cue))
	}
	if i := slices.Index(f.Keys.Entities, key); i >= 0 {
		e := f.Entities[i]
		was, edited := f.read[key]
		switch {
		case f.State(key) == Rejected && !edited:
			l, err = NoName(e.Kind, e.Name)
		case f.State(key) == Rejected:
			l, err = NoName(was.Kind, was.Name)
		case edited && was.Kind == e.Kind && was.Name == e.Name:
			l, err = OtherRole(e.Kind, e.Name, was.Role, e.Role)
		}
	}
	return l, err == nil
}

// learn has the lessons that hold for an article change those of its facts that
// nobody decided on. Roles come before names: a name with its right role may be
// one after all.
func (tx *Tx) learn(article int64, f *ArticleFacts) error {
	lessons, err := tx.lessonsOf(article, f)
	if err != nil || len(lessons) == 0 {
		return err
	}
	at := map[[3]string]Lesson{}
	for _, l := range lessons {
		at[[3]string{l.Kind, l.Name, l.Was}] = l
	}
	f.taught = map[string]Lesson{}
	f.learnCues(at)
	f.learnRoles(at)
	return tx.learnNames(article, f, at)
}

// lessonsOf is the lessons about cues and names of an article.
func (tx *Tx) lessonsOf(article int64, f *ArticleFacts) ([]Lesson, error) {
	var any bool
	if err := tx.one(`SELECT EXISTS (SELECT 1 FROM lesson)`, nil, &any); err != nil || !any {
		return nil, err
	}
	cues, names := map[string]bool{}, map[string]bool{}
	for _, s := range f.Statements {
		cues[f.cue(s)] = true
	}
	for _, e := range f.Entities {
		names[keyOf(e.Kind, e.Name)] = true
	}
	return rows(tx, scanLesson, lessonColumns+`WHERE l.kind = 'cue' AND l.name = '' AND l.was IN (SELECT value FROM json_each(?1))
			AND l.seen < (SELECT document FROM article WHERE id = ?3)
		UNION ALL `+lessonColumns+`WHERE l.kind IN ('name', 'role') AND l.name IN (SELECT value FROM json_each(?2))
			AND l.seen < (SELECT document FROM article WHERE id = ?3)`, listed(cues), listed(names), article)
}

// listed is the members of a set as a JSON array.
func listed(set map[string]bool) string {
	all := make([]string, 0, len(set))
	for s := range set {
		all = append(all, s)
	}
	return string(must(json.Marshal(all)))
}

// cue is the words that gave a statement away, folded as names are.
func (f *ArticleFacts) cue(s fact.Statement) string { return fold(f.Words(s.Cue)) }

// open reports whether the fact that key names is as the program has it.
func (f *ArticleFacts) open(key string) bool { return f.State(key) == Suggested }

func (f *ArticleFacts) learnCues(at map[[3]string]Lesson) {
	for i, key := range f.Keys.Statements[:min(len(f.Statements), perArticle)] {
		if l, ok := at[[3]string{CueLesson, "", f.cue(f.Statements[i])}]; ok && f.open(key) {
			f.states[key], f.taught[key] = Rejected, l
		}
	}
}

func (f *ArticleFacts) learnRoles(at map[[3]string]Lesson) {
	f.Entities = slices.Clone(f.Entities)
	for i, key := range f.Keys.Entities {
		e := &f.Entities[i]
		if l, ok := at[[3]string{RoleLesson, keyOf(e.Kind, e.Name), fold(e.Role)}]; ok && f.open(key) {
			e.Role, f.taught[key] = l.Becomes, l
			if e.Role == "" {
				e.Of = 0
			}
		}
	}
}

// learnNames rejects names that are none, but not one of which the user said
// whom it means in the article.
func (tx *Tx) learnNames(article int64, f *ArticleFacts, at map[[3]string]Lesson) error {
	var parts map[string]name
	for i, key := range f.Keys.Entities {
		e := f.Entities[i]
		l, ok := at[[3]string{NameLesson, keyOf(e.Kind, e.Name), ""}]
		if !ok || !f.open(key) {
			continue
		}
		if parts == nil {
			var err error
			if parts, err = tx.parts(article); err != nil {
				return err
			}
		}
		n, err := tx.standIn(article, parts, e.Kind, e.Name, f.role(e))
		if err != nil {
			return err
		}
		if n.key == l.Name {
			f.states[key], f.taught[key] = Rejected, l
		}
	}
	return nil
}

package web

import (
	"errors"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"onrecord/extract/fact"
	"onrecord/store"
	"onrecord/web/view"
)

// lessonOf is the lesson that an address or a form speaks of.
func lessonOf(sent url.Values) (store.Lesson, error) {
	kind := fact.Kind(sent.Get("as"))
	if sent.Get("kind") != store.CueLesson && !slices.Contains(entityKinds[:], kind) {
		return store.Lesson{}, invalid("choose what a name is the name of")
	}
	switch sent.Get("kind") {
	case store.CueLesson:
		return store.NoCue(sent.Get("words"))
	case store.NameLesson:
		return store.NoName(kind, sent.Get("name"))
	case store.RoleLesson:
		return store.OtherRole(kind, sent.Get("name"), sent.Get("words"), sent.Get("becomes"))
	}
	return store.Lesson{}, invalid("there is nothing of this kind to learn")
}

// lessonValues is what lessonOf reads l from.
func lessonValues(l store.Lesson) url.Values {
	v := url.Values{"kind": {l.Kind}}
	if l.Kind != store.NameLesson {
		v.Set("words", l.Words)
	}
	if l.Kind != store.CueLesson {
		kind, _, _ := strings.Cut(l.Name, "/")
		v.Set("as", kind)
		v.Set("name", l.Of)
	}
	if l.Kind == store.RoleLesson {
		v.Set("becomes", l.Becomes)
	}
	return v
}

// lessonHidden is l as a form sends it, with where to go when it is taught.
func lessonHidden(l store.Lesson, to string) []view.Hidden {
	var all []view.Hidden
	v := lessonValues(l)
	for _, name := range [...]string{"kind", "as", "name", "words", "becomes"} {
		if v.Has(name) {
			all = append(all, view.Hidden{Name: name, Value: v.Get(name)})
		}
	}
	return append(all, view.Hidden{Name: "to", Value: to})
}

// teachLink leads to what l would change.
func teachLink(l store.Lesson, back string) view.Link {
	v := lessonValues(l)
	v.Set("back", back)
	return view.Link{Text: teachWords(l), Href: "/lessons/new?" + v.Encode()}
}

// teachWords is what the user can teach.
func teachWords(l store.Lesson) string {
	kind, _, _ := strings.Cut(l.Name, "/")
	switch {
	case l.Kind == store.CueLesson:
		return "Reject “" + l.Words + "” as a cue everywhere …"
	case l.Kind == store.NameLesson && fact.Kind(kind) == fact.Other:
		return "Reject “" + l.Words + "” as a name in every article …"
	case l.Kind == store.NameLesson:
		return "Reject “" + l.Words + "” as " + withArticle(kind) + " in every article …"
	case l.Becomes == "":
		return "Drop the role “" + l.Words + "” of " + l.Of + " in every article …"
	}
	return "Read the role “" + l.Words + "” of " + l.Of + " as “" + l.Becomes + "” in every article …"
}

// withArticle is a kind of name with its article.
func withArticle(kind string) string {
	if kind == string(fact.Organization) {
		return "an " + kind
	}
	return "a " + kind
}

// offer is the link to what could be taught by the decision that verb names.
func offer(tx *store.Tx, article int64, key, verb string) (view.Link, error) {
	if kind := store.KindOf(key); verb != "Rejected" && verb != "Saved" || kind != "statement" && kind != "entity" {
		return view.Link{}, nil
	}
	f, err := tx.Facts(article)
	if err != nil {
		return view.Link{}, err
	}
	l, ok := f.Lesson(key)
	if !ok {
		return view.Link{}, nil
	}
	return teachLink(l, statementHref(article, key)), nil
}

// teach is the link to what could be taught by the decision on a fact.
func (d *desk) teach(key string) view.Link {
	l, ok := d.facts.Lesson(key)
	if !ok {
		return view.Link{}
	}
	return teachLink(l, statementHref(d.article.ID, key))
}

// taught is the lesson that has a fact be as it is.
func (d *desk) taught(key string) view.Link {
	l, ok := d.facts.Taught(key)
	if !ok {
		return view.Link{}
	}
	what := "rejected"
	if l.Kind == store.RoleLesson {
		what = "the role is"
	}
	return view.Link{Text: what + " by what you taught: " + l.String(), Href: "/lessons/" + strconv.FormatInt(l.ID, 10) + "/forget"}
}

// taughtAlready says what was taught of the same words before.
func taughtAlready(tx *store.Tx, l store.Lesson) (string, error) {
	had, err := tx.LessonAbout(l)
	if errors.Is(err, store.ErrNotFound) {
		return "", nil
	}
	return "You taught on " + moment(had.Made) + " that " + had.String() + ". What you teach now takes its place.", err
}

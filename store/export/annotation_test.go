package export

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// An object is JSON as it was written, with numbers as they stand.
type object = map[string]any

// parsed is JSON without an alteration.
func parsed(t *testing.T, s string) any {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(s))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatalf("not JSON: %v", err)
	}
	if d.More() {
		t.Fatal("something stands after the JSON")
	}
	return v
}

// A wadm holds a document to the MUSTs of the Web Annotation Data Model, W3C
// Recommendation of 23 February 2017. Where a rule is checked, the number of
// its section stands beside it.
type wadm struct {
	wrong []string
	ids   map[string]bool
}

func (v *wadm) must(holds bool, section, format string, args ...any) {
	if !holds {
		v.wrong = append(v.wrong, section+": "+fmt.Sprintf(format, args...))
	}
}

// list is a value that may stand alone or in an array.
func list(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{v}
}

// isIRI reports whether v is one absolute IRI (RFC 3987).
func isIRI(v any) bool {
	s, ok := v.(string)
	u, err := url.Parse(s)
	return ok && err == nil && u.IsAbs() && !strings.ContainsAny(s, " <>\"{}|\\^`\n")
}

func (v *wadm) oneIRI(o object, key, section string) {
	v.must(isIRI(o[key]), section, "%s = %v, want exactly one IRI", key, o[key])
}

func (v *wadm) hasType(o object, want, section string) {
	v.must(slices.Contains(list(o["type"]), any(want)), section, "type = %v, want %s among them", o["type"], want)
}

func (v *wadm) text(o object, key, section string) {
	s, ok := o[key].(string)
	v.must(ok, section, "%s = %v, want exactly one string", key, o[key])
	v.must(strings.ToValidUTF8(s, "") == s, section, "%s is not Unicode text", key)
}

func (v *wadm) count(o object, key, section string) int64 {
	n, err := o[key].(json.Number).Int64()
	v.must(err == nil && n >= 0, section, "%s = %v, want one non-negative integer", key, o[key])
	return n
}

// moment holds that a time is an xsd:dateTime in UTC, expressed as "Z".
func (v *wadm) moment(o object, key, section string) {
	if s, there := o[key]; there {
		text, _ := s.(string)
		_, err := time.Parse("2006-01-02T15:04:05Z", text)
		v.must(err == nil, section, "%s = %v, want one xsd:dateTime with Z", key, s)
	}
}

// collection is section 5.
func (v *wadm) collection(c object) {
	v.must(slices.Contains(list(c["@context"]), any("http://www.w3.org/ns/anno.jsonld")), "5.1", "@context = %v", c["@context"])
	v.oneIRI(c, "id", "5.1")
	v.hasType(c, "AnnotationCollection", "5.1")
	v.text(c, "label", "5.1")
	total := v.count(c, "total", "5.1")
	first, embedded := c["first"].(object)
	v.must(embedded == (total > 0), "5.1", "first = %v with %d annotations, want one page, or none for none", c["first"], total)
	if embedded {
		v.page(c, first, total)
	}
}

func (v *wadm) page(c, p object, total int64) {
	_, context := p["@context"]
	v.must(!context, "5.2", "an embedded page has a @context")
	v.oneIRI(p, "id", "5.2")
	v.hasType(p, "AnnotationPage", "5.2")
	v.must(p["partOf"] == c["id"], "5.2", "partOf = %v, want the collection", p["partOf"])
	v.must(v.count(p, "startIndex", "5.2") == 0, "5.2", "startIndex = %v, want 0", p["startIndex"])
	v.must(c["last"] == p["id"], "5.1", "last = %v, want the one page", c["last"])
	items, ok := p["items"].([]any)
	v.must(ok && len(items) > 0, "5.2", "items is no array of 1 or more")
	v.must(int64(len(items)) == total, "5.1", "total = %d with %d annotations", total, len(items))
	for _, a := range items {
		v.annotation(a.(object))
	}
}

// motivations are the instances of section 3.3.5 that the vocabulary defines.
var motivations = []any{"assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting",
	"identifying", "linking", "moderating", "questioning", "replying", "tagging"}

func (v *wadm) annotation(a object) {
	v.oneIRI(a, "id", "3.1")
	v.hasType(a, "Annotation", "3.1")
	id := a["id"].(string)
	v.must(!v.ids[id], "3.1", "two annotations are %s", id)
	v.ids[id] = true
	v.must(len(list(a["motivation"])) > 0, "3.3.5", "%s has no motivation", id)
	for _, m := range list(a["motivation"]) {
		v.must(slices.Contains(motivations, m), "3.3.5", "motivation %v", m)
	}
	v.moment(a, "created", "3.3.1")
	v.moment(a, "modified", "3.3.1")
	_, value := a["bodyValue"]
	v.must(!value || a["body"] == nil, "3.2.5", "body and bodyValue")
	targets := list(a["target"])
	v.must(len(targets) > 0, "3.1", "%s has no target", id)
	for _, r := range slices.Concat(targets, list(a["body"])) {
		v.resource(r)
	}
	for key := range maps.Keys(a) {
		v.must(slices.Contains([]string{"id", "type", "motivation", "created", "modified", "body", "target"}, key), "3.3", "key %q", key)
	}
}

// resource is a body or a target: section 3.2 and, for a part of one, 4.
func (v *wadm) resource(r any) {
	o, ok := r.(object)
	if !ok {
		v.must(isIRI(r), "3.2.2", "%v is no IRI", r)
		return
	}
	if id, there := o["id"]; there {
		v.must(isIRI(id), "3.2.2", "id = %v", id)
	}
	switch {
	case slices.Contains(list(o["type"]), any("TextualBody")):
		v.text(o, "value", "3.2.4")
		v.text(o, "format", "3.2.4")
		v.purposes(o)
	case o["source"] != nil:
		v.specific(o)
	default:
		v.oneIRI(o, "id", "3.2.2")
	}
}

func (v *wadm) purposes(o object) {
	for _, p := range list(o["purpose"]) {
		v.must(slices.Contains(motivations, p) || isIRI(p), "3.3.5", "purpose %v is no motivation", p)
	}
}

func (v *wadm) specific(o object) {
	v.hasType(o, "SpecificResource", "4")
	v.purposes(o)
	v.must(len(list(o["source"])) == 1, "4", "%d sources, want exactly one", len(list(o["source"])))
	if source, ok := o["source"].(object); ok {
		v.oneIRI(source, "id", "4")
	} else {
		v.must(isIRI(o["source"]), "4", "source = %v", o["source"])
	}
	for _, s := range list(o["selector"]) {
		v.selector(s.(object))
	}
	for _, s := range list(o["state"]) {
		state := s.(object)
		v.must(state["type"] == "TimeState", "4.3.1", "type = %v, want exactly TimeState", state["type"])
		v.must(state["sourceDate"] != nil && state["sourceDateStart"] == nil && state["sourceDateEnd"] == nil, "4.3.1", "the dates of %v", state)
		v.moment(state, "sourceDate", "4.3.1")
		v.oneIRI(state, "cached", "4.3.1")
	}
}

func (v *wadm) selector(s object) {
	switch s["type"] {
	case "TextQuoteSelector":
		for _, key := range [...]string{"exact", "prefix", "suffix"} {
			v.text(s, key, "4.2.4")
		}
	case "TextPositionSelector":
		start, end := v.count(s, "start", "4.2.5"), v.count(s, "end", "4.2.5")
		v.must(start < end, "4.2.5", "[%d, %d) is no passage", start, end)
	default:
		v.must(false, "4.2", "selector type %v", s["type"])
	}
}

func validate(doc any) []string {
	v := wadm{ids: map[string]bool{}}
	v.collection(doc.(object))
	return v.wrong
}

func TestAnnotationsHoldToTheStandard(t *testing.T) {
	f := newFilled(t)
	for _, query := range []string{"", "canal", "outlet:nobody"} {
		for _, wrong := range validate(parsed(t, f.write("annotations", query))) {
			t.Errorf("the annotations of %q break %s", query, wrong)
		}
	}
}

// The validator itself finds what is broken, rule by rule.
func TestStandardIsHeld(t *testing.T) {
	whole := newFilled(t).write("annotations", "")
	for section, damage := range map[string][2]string{
		"5.1":   {`"type":"AnnotationCollection"`, `"type":"Collection"`},
		"5.2":   {`"type":"AnnotationPage"`, `"type":"Page"`},
		"3.1":   {`"type":"Annotation",`, `"type":"Note",`},
		"3.3.5": {`"motivation":["commenting"]`, `"motivation":["musing"]`},
		"3.3.1": {`"created":"20`, `"created":"on 20`},
		"3.2.4": {`"format":"text/plain"`, `"format":null`},
		"4":     {`"type":"SpecificResource"`, `"type":"Thing"`},
		"4.2":   {`"type":"TextQuoteSelector"`, `"type":"QuoteSelector"`},
		"4.2.4": {`"prefix":`, `"before":`},
		"4.2.5": {`"start":`, `"start":-`},
		"4.3.1": {`"type":"TimeState"`, `"type":"State"`},
	} {
		damaged := strings.Replace(whole, damage[0], damage[1], 1)
		if damaged == whole {
			t.Errorf("%q does not stand in the annotations", damage[0])
		}
		wrong := validate(parsed(t, damaged))
		if !slices.ContainsFunc(wrong, func(w string) bool { return strings.HasPrefix(w, section+":") }) {
			t.Errorf("validate with %q = %q, want a breach of %s", damage[1], wrong, section)
		}
	}
}

// Every passage is found in the text by its words and by its place, in code
// points, and the text is the one of the SHA-256.
func TestAnnotationsPointAtTheirWords(t *testing.T) {
	doc := parsed(t, newFilled(t).write("annotations", "")).(object)
	points := []rune(canal)
	sum := sha256.Sum256([]byte(canal))
	passages := 0
	for _, a := range doc["first"].(object)["items"].([]any) {
		for _, r := range list(a.(object)["target"]) {
			target := r.(object)
			if target["state"] == nil {
				continue
			}
			state := target["state"].(object)
			if state["schema:sha256"] != hex.EncodeToString(sum[:]) || state["cached"] != "ni:///sha-256;"+base64.RawURLEncoding.EncodeToString(sum[:]) {
				t.Errorf("the state is %v, want the SHA-256 of the text", state)
			}
			if target["selector"] == nil {
				continue
			}
			passages++
			quote, position := target["selector"].([]any)[0].(object), target["selector"].([]any)[1].(object)
			start, _ := position["start"].(json.Number).Int64()
			end, _ := position["end"].(json.Number).Int64()
			exact := quote["exact"].(string)
			if got := string(points[start:end]); got != exact {
				t.Errorf("text[%d:%d] = %q, want %q", start, end, got, exact)
			}
			if around := quote["prefix"].(string) + exact + quote["suffix"].(string); strings.Count(canal, around) != 1 {
				t.Errorf("%q stands %d times in the text, want once", around, strings.Count(canal, around))
			}
		}
	}
	if passages < 10 {
		t.Errorf("%d passages, want those of notes, tags, statements, names and evidence", passages)
	}
}

// What kinds of annotations there are, and that none is a suggestion.
func TestAnnotationsAreWhatTheUserMade(t *testing.T) {
	f := newFilled(t)
	out := f.write("annotations", "")
	doc := parsed(t, out).(object)
	kinds := map[string]int{}
	for _, a := range doc["first"].(object)["items"].([]any) {
		kinds[fmt.Sprint(a.(object)["motivation"])]++
	}
	want := map[string]int{
		"[highlighting describing]": 2, // accepted, edited
		"[identifying]":             1,
		"[commenting]":              3,
		"[tagging]":                 2,
		"[assessing]":               1,
		"[linking]":                 6 + 4 + 2, // statements, evidence, ties
	}
	if !maps.Equal(kinds, want) {
		t.Errorf("the annotations are %v, want %v", kinds, want)
	}
	for _, iri := range []string{"cito/disputes", "cito/supports", "cito/includesQuotationFrom", "cito/qualifies", "cito/repliesTo", "cito/givesBackgroundTo", "schema.org/interpretedAsClaim"} {
		if !strings.Contains(out, iri) {
			t.Errorf("the links have no %s", iri)
		}
	}
	if strings.Contains(out, "taken back") {
		t.Error("a note that was taken back is among the annotations")
	}
}

// The same archive gives the same names, however much of it goes out.
func TestAnnotationsKeepTheirNames(t *testing.T) {
	f := newFilled(t)
	once, again := f.write("annotations", ""), f.write("annotations", "")
	if once != again {
		t.Error("a second export differs from the first")
	}
	named := regexp.MustCompile(`urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}`)
	if got := len(named.FindAllString(once, -1)); got == 0 || got != strings.Count(once, "urn:uuid:") {
		t.Errorf("%d of %d names are UUIDs of version 5, want all", got, strings.Count(once, "urn:uuid:"))
	}
	names := func(s string) map[string]bool {
		all := map[string]bool{}
		for _, a := range parsed(t, s).(object)["first"].(object)["items"].([]any) {
			all[a.(object)["id"].(string)] = true
		}
		return all
	}
	whole := names(once)
	for id := range names(f.write("annotations", "canal")) {
		if !whole[id] {
			t.Errorf("%s is in the export of a search and not in that of everything", id)
		}
	}
}

func TestNamesOfRecords(t *testing.T) {
	one, two := identity{[]byte("one")}, identity{[]byte("two")}
	// Given by Python: uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_URL, "onrecord"), "6f6e65/note/12").
	if got, want := one.of("note/%d", 12), "urn:uuid:5d6e1a32-83ae-5055-94a8-8eec7d2cb7cf"; got != want {
		t.Errorf("of(note/12) = %s, want %s", got, want)
	}
	if one.of("note/12") == two.of("note/12") || one.of("note/12") == one.of("note/13") {
		t.Error("two records have one name")
	}
}

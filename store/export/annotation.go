package export

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"onrecord/store"
)

// An annotationExport writes an AnnotationCollection with its one page, as the
// W3C's Web Annotation Data Model has it (Recommendation of 23 February 2017),
// in JSON-LD. It holds what the user decided and wrote and no suggestion.
type annotationExport struct {
	tx    *store.Tx
	w     io.Writer
	enc   *json.Encoder
	ids   identity
	scope Scope
	when  map[string]lifetime // by noun and id
	n     int                 // annotations written
	tied  map[string]bool     // ties that were written
	read  map[int64]pinned    // articles that claims rest on
}

// annoContext is the JSON-LD context of Web Annotations.
const annoContext = "http://www.w3.org/ns/anno.jsonld"

// positions says what numbers the file has, which the standard leaves open.
const positions = "Positions are Unicode code points of the text whose SHA-256 is given with them: what onrecord read out of the page. " +
	"A ni: address (RFC 6920) names that text by the same hash."

// A lifetime is when a record was first made and last changed, RFC 3339.
type lifetime struct{ made, changed string }

// An annotation is one, section 3 of the standard.
type annotation struct {
	ID         string   `json:"id"`
	Type       string   `json:"type"`
	Motivation []string `json:"motivation"`
	Created    string   `json:"created,omitempty"`
	Modified   string   `json:"modified,omitempty"`
	Body       []any    `json:"body,omitempty"`
	Target     []any    `json:"target"`
}

// A textualBody is words of the annotation's own, section 3.2.4.
type textualBody struct {
	Type     string `json:"type"`
	Value    string `json:"value"`
	Purpose  string `json:"purpose"`
	Format   string `json:"format"`
	Language string `json:"language,omitempty"`
}

func words(purpose, value string) textualBody {
	return textualBody{Type: "TextualBody", Value: value, Purpose: purpose, Format: "text/plain"}
}

func newAnnotationExport(tx *store.Tx, w io.Writer, scope Scope) (*annotationExport, error) {
	origin, err := tx.Origin()
	if err != nil {
		return nil, err
	}
	x := &annotationExport{tx: tx, w: w, enc: json.NewEncoder(w), ids: identity{origin}, scope: scope,
		when: map[string]lifetime{}, tied: map[string]bool{}, read: map[int64]pinned{}}
	x.enc.SetEscapeHTML(false)
	if err := x.readTimes(tx); err != nil {
		return nil, err
	}
	head, err := plainJSON(map[string]any{
		"id": x.collection(), "type": "AnnotationCollection", "label": x.label(), "rdfs:comment": positions,
		"generator": map[string]string{"id": x.ids.of("generator"), "type": "Software", "name": "onrecord"},
	})
	if err != nil {
		return nil, err
	}
	_, err = fmt.Fprintf(w, "{\"@context\":%q,\n%s", annoContext, strings.TrimSuffix(strings.TrimPrefix(head, "{"), "}"))
	return x, err
}

// readTimes takes from the journal when each record was made and changed.
func (x *annotationExport) readTimes(tx *store.Tx) error {
	return tx.Log(func(l store.LogLine) error {
		var changes []store.Change
		if err := json.Unmarshal(l.Changes, &changes); err != nil {
			return fmt.Errorf("entry %d of the journal: %w", l.Seq, err)
		}
		for _, c := range changes {
			key := c.Noun + " " + c.ID
			life := x.when[key]
			if life.made == "" {
				life.made = l.At
			} else {
				life.changed = l.At
			}
			x.when[key] = life
		}
		return nil
	})
}

func (x *annotationExport) collection() string { return x.ids.of("collection/%s", x.scope.Name) }

func (x *annotationExport) page() string { return x.ids.of("collection/%s/page/1", x.scope.Name) }

func (x *annotationExport) label() string {
	if x.scope.Name == "" {
		return "Everything decided and written in an archive of onrecord"
	}
	return "Decided and written in onrecord: " + x.scope.Name
}

// add writes one more annotation: of a record, by its noun and id.
func (x *annotationExport) add(noun, id string, a annotation) error {
	a.ID, a.Type = x.ids.of("annotation/%s/%s", noun, id), "Annotation"
	life := x.when[noun+" "+id]
	a.Created, a.Modified = life.made, life.changed
	before := ","
	if x.n == 0 {
		page, err := plainJSON(map[string]any{"id": x.page(), "type": "AnnotationPage", "partOf": x.collection(), "startIndex": 0})
		if err != nil {
			return err
		}
		before = ",\n\"first\":" + strings.TrimSuffix(page, "}") + ",\"items\":[\n"
	}
	x.n++
	if _, err := io.WriteString(x.w, before); err != nil {
		return err
	}
	return x.enc.Encode(a)
}

func (x *annotationExport) end() error {
	tail := ",\n\"total\":" + strconv.Itoa(x.n) + "}\n"
	if x.n > 0 {
		tail = fmt.Sprintf("]},\n\"last\":%q%s", x.page(), tail)
	}
	_, err := io.WriteString(x.w, tail)
	return err
}

// plainJSON is v as JSON in one line, with < > & as they are.
func plainJSON(v any) (string, error) {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return strings.TrimSuffix(b.String(), "\n"), err
}

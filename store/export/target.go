package export

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"unicode/utf8"

	"onrecord/extract/fact"
	"onrecord/extract/text"
	"onrecord/store"
)

// A resource is something that an annotation speaks of: a page, a claim, a
// name. It is described as far as the archive knows it.
type resource struct {
	ID       string `json:"id"`
	Type     string `json:"type,omitempty"`
	Title    string `json:"schema:name,omitempty"`
	Name     string `json:"name,omitempty"` // of a person or organization
	Words    string `json:"schema:text,omitempty"`
	Language string `json:"language,omitempty"`
}

// A specific is a part of a resource, or a resource at a time: section 4.
type specific struct {
	ID       string   `json:"id,omitempty"`
	Type     string   `json:"type"`
	Purpose  []string `json:"purpose,omitempty"`
	Source   any      `json:"source"`
	State    *state   `json:"state,omitempty"`
	Selector []any    `json:"selector,omitempty"`
}

// A state is when the page was read and what text was read out of it: section
// 4.3.1.
type state struct {
	Type       string `json:"type"`
	SourceDate string `json:"sourceDate"`
	Cached     string `json:"cached"`
	SHA256     string `json:"schema:sha256"`
	Format     string `json:"schema:encodingFormat"`
}

// A quoteSelector finds a passage by its words: section 4.2.4.
type quoteSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
}

// A positionSelector finds a passage by its place: section 4.2.5.
type positionSelector struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// A pinned is an article that passages are pointed at in.
type pinned struct {
	source resource
	state  state
	text   string
	points text.Points
}

func (i identity) pinned(a *store.Article) pinned {
	sum := sha256.Sum256([]byte(a.Text))
	p := pinned{text: a.Text, points: text.PointsOf(a.Text)}
	p.source = resource{ID: a.URL, Type: "Text", Title: a.Title, Language: a.Language}
	if !store.WebAddress(a.URL) {
		p.source.ID = i.of("article/%d", a.ID)
	}
	p.state = state{"TimeState", a.Document.Added, named(sum[:]), hex.EncodeToString(sum[:]), "text/plain;charset=utf-8"}
	return p
}

// named is the address of content by its SHA-256, as RFC 6920 has it.
func named(sum []byte) string {
	return "ni:///sha-256;" + base64.RawURLEncoding.EncodeToString(sum)
}

// around is how many code points before and after a passage are given, so that
// it is found where its words stand twice.
const around = 32

// passage is a part of the article; an empty one is the whole article.
func (p *pinned) passage(at text.Span) specific {
	s := specific{Type: "SpecificResource", Source: p.source, State: &p.state}
	if at.Empty() {
		return s
	}
	s.Selector = []any{
		quoteSelector{"TextQuoteSelector", p.text[at.Start:at.End], lastPoints(p.text[:at.Start], around), firstPoints(p.text[at.End:], around)},
		positionSelector{"TextPositionSelector", p.points.At(at.Start), p.points.At(at.End)},
	}
	return s
}

// passages is a target for each place.
func (p *pinned) passages(places []text.Span) []any {
	var all []any
	for _, at := range places {
		if !at.Empty() {
			all = append(all, p.passage(at))
		}
	}
	return all
}

// firstPoints is the first n code points of s, or all of it.
func firstPoints(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// lastPoints is the last n code points of s, or all of it.
func lastPoints(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}

// claim is a claim as something to speak of.
func (i identity) claim(id int64, words string) resource {
	return resource{ID: i.of("claim/%d", id), Type: "schema:Claim", Words: words}
}

// entityTypes is what kind of resource an entity is.
var entityTypes = map[fact.Kind]string{
	fact.Person: "Person", fact.Organization: "Organization", fact.Group: "foaf:Group", fact.Place: "schema:Place", fact.Other: "schema:Thing",
}

// entity is somebody or something that articles name.
func (i identity) entity(e store.Entity) resource {
	return resource{ID: i.of("entity/%s", e.Key), Type: entityTypes[fact.Kind(e.Kind)], Name: e.Name}
}

// outside is evidence that is no article: an address, or a file by its hash.
func outside(e exportedEvidence) resource {
	if e.Attachment != nil {
		return resource{ID: named(e.file.SHA256), Title: e.file.Name}
	}
	return resource{ID: e.Address, Title: e.Quote}
}

const (
	cito   = "http://purl.org/spar/cito/"
	schema = "http://schema.org/"
)

// predicates is what one thing is to another, in the Citation Typing Ontology
// where that has it. "same" is another for each pair of ends.
var predicates = map[string]string{
	"repeats": cito + "includesQuotationFrom", "supports": cito + "supports", "contradicts": cito + "disputes", "qualifies": cito + "qualifies", "answers": cito + "repliesTo",
	"for": cito + "supports", "against": cito + "disputes", "context": cito + "givesBackgroundTo",
	"same": schema + "sameAs", "same claim": schema + "interpretedAsClaim", "same statement": cito + "agreesWith",
}

package store

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// reversible does a deed that must change something, takes it back and holds
// the records against what they were, then does it again; the archive is whole
// at every step.
func reversible(t *testing.T, a *Archive, f func(*Deed) error) {
	t.Helper()
	before := dump(t, a)
	seq := do(t, a, f)
	if seq == 0 {
		t.Fatal("the deed changed nothing")
	}
	whole(t, a)
	if _, err := a.Undo(context.Background(), "", seq); err != nil {
		t.Fatalf("Undo = %v, want it taken back", err)
	}
	if now := dump(t, a); !maps.Equal(now, before) {
		t.Fatalf("after undo the records are %v, want %v", now, before)
	}
	whole(t, a)
	do(t, a, f)
	whole(t, a)
}

// refused does a deed that must fail with want and leave no trace.
func refused(t *testing.T, a *Archive, want error, f func(*Deed) error) {
	t.Helper()
	before := dump(t, a)
	if _, err := a.Do(context.Background(), "", "test", f); !errors.Is(err, want) {
		t.Errorf("Do = %v, want %v", err, want)
	}
	if now := dump(t, a); !maps.Equal(now, before) {
		t.Errorf("a refused deed left %v, want %v", now, before)
	}
}

// see reads from the archive.
func see[T any](t *testing.T, a *Archive, f func(*Tx) (T, error)) T {
	t.Helper()
	var v T
	if err := a.View(context.Background(), func(tx *Tx) (err error) { v, err = f(tx); return err }); err != nil {
		t.Fatal(err)
	}
	return v
}

// closing makes a claim of the words and gives its id.
func closing(t *testing.T, a *Archive, words string) int64 {
	t.Helper()
	return do(t, a, func(d *Deed) error {
		_, err := d.SaveClaim(Claim{Words: words, Who: " Ilse Maren "})
		return err
	})
}

const harbourKey = "statement-16-39"

func TestEveryKindOfEvidence(t *testing.T) {
	a := newArchive(t)
	article := add(t, a, harbour(""))[0]
	claim := closing(t, a, "The harbour closes.")
	for name, e := range map[string]Evidence{
		"a passage by its words":  {Article: &article, Quote: " the harbour would close ", Stance: "for"},
		"a passage by its place":  {Article: &article, Start: 16, End: 27, Stance: "context"},
		"a whole article":         {Article: &article, Stance: "against", Why: "It says nothing of the north basin."},
		"an address":              {Address: " https://harbour.example/notice?n=1#closing ", Stance: "for", Quote: "until further notice"},
		"an address without more": {Address: "http://harbour.example", Stance: "context"},
	} {
		t.Run(name, func(t *testing.T) {
			e.Claim = claim
			reversible(t, a, func(d *Deed) error { _, err := d.SaveEvidence(e); return err })
		})
	}
	reversible(t, a, func(d *Deed) error {
		file, err := d.Attach("notice.pdf", []byte("%PDF- until further notice"))
		if err != nil {
			return err
		}
		_, err = d.SaveEvidence(Evidence{Claim: claim, Attachment: &file, Stance: "for"})
		return err
	})
	all := see(t, a, func(tx *Tx) ([]Evidence, error) { return tx.EvidenceOfClaim(claim) })
	if len(all) != 6 {
		t.Fatalf("there are %d pieces of evidence, want 6", len(all))
	}
	if file := all[5]; file.File != "notice.pdf" || file.Size != 26 || file.Made == "" {
		t.Errorf("the file is %+v, want its name, size and day", file)
	}
	reversible(t, a, func(d *Deed) error {
		e, err := d.Tx().Evidence(all[0].ID)
		e.Stance, e.Why = "against", "Seen anew."
		if err == nil {
			_, err = d.SaveEvidence(e)
		}
		return err
	})
	reversible(t, a, func(d *Deed) error { return d.Drop("evidence", all[1].ID) })
}

func TestEvidenceThatIsNone(t *testing.T) {
	a := newArchive(t)
	article := add(t, a, harbour(""))[0]
	claim := closing(t, a, "The harbour closes.")
	nowhere := int64(99)
	for name, x := range map[string]struct {
		e    Evidence
		want error
	}{
		"of no side":                    {Evidence{Article: &article, Stance: "maybe"}, ErrInvalid},
		"on nothing":                    {Evidence{Stance: "for"}, ErrInvalid},
		"words that are not there":      {Evidence{Article: &article, Quote: "the bridge", Stance: "for"}, ErrInvalid},
		"an article that is not there":  {Evidence{Article: &nowhere, Stance: "for"}, ErrNotFound},
		"a file that is not there":      {Evidence{Attachment: &nowhere, Stance: "for"}, ErrNotFound},
		"an address that runs a script": {Evidence{Address: "javascript:alert(1)", Stance: "for"}, ErrInvalid},
		"an address of a file":          {Evidence{Address: "file:///etc/passwd", Stance: "for"}, ErrInvalid},
		"an address without a host":     {Evidence{Address: "https:///x", Stance: "for"}, ErrInvalid},
		"an address with a space":       {Evidence{Address: "https://a.example/x y", Stance: "for"}, ErrInvalid},
		"an address with a password":    {Evidence{Address: "https://me:secret@a.example/", Stance: "for"}, ErrInvalid},
		"an address without an end":     {Evidence{Address: "https://a.example/" + strings.Repeat("x", maxAddress), Stance: "for"}, ErrInvalid},
	} {
		t.Run(name, func(t *testing.T) {
			x.e.Claim = claim
			refused(t, a, x.want, func(d *Deed) error { _, err := d.SaveEvidence(x.e); return err })
		})
	}
	refused(t, a, ErrInvalid, func(d *Deed) error { _, err := d.Attach("empty.txt", nil); return err })
	refused(t, a, ErrInvalid, func(d *Deed) error { _, err := d.Attach("large.bin", make([]byte, MaxAttachment+1)); return err })
}

func TestAttachedBytesAreKeptOnceAndToTheByte(t *testing.T) {
	a := newArchive(t)
	content := bytes.Repeat([]byte{0, 255, '\r', '\n'}, 5000)
	var ids []int64
	for _, name := range []string{"first.bin", "again.bin"} {
		do(t, a, func(d *Deed) error {
			id, err := d.Attach(name, content)
			ids = append(ids, id)
			return err
		})
	}
	if ids[0] != ids[1] {
		t.Errorf("the same bytes have the numbers %v, want one", ids)
	}
	if got := see(t, a, func(tx *Tx) ([]byte, error) { return tx.Attached(ids[0]) }); !bytes.Equal(got, content) {
		t.Errorf("%d bytes came back changed, want the %d that went in", len(got), len(content))
	}
	if x := see(t, a, func(tx *Tx) (Attachment, error) { return tx.Attachment(ids[0]) }); x.Name != "first.bin" || x.Size != int64(len(content)) {
		t.Errorf("Attachment = %+v, want the first name and the size", x)
	}
	backup := filepath.Join(t.TempDir(), "backup.sqlite")
	if err := a.Backup(context.Background(), backup); err != nil {
		t.Fatalf("Backup = %v, want one", err)
	}
	counts, err := verifyFile(context.Background(), backup)
	if err != nil || counts[len(counts)-1] != (Tally{"attachment", 1}) {
		t.Errorf("the backup holds %v (%v), want 1 attachment at the end", counts, err)
	}
	whole(t, a)
	if err := a.update(context.Background(), false, func(tx *Tx) error {
		return tx.exec(`UPDATE attachment SET zstd = ?`, pack([]byte("forged")))
	}); err != nil {
		t.Fatal(err)
	}
	h, err := a.Check(context.Background(), nil)
	if err != nil || len(h.Wrong) != 1 || !strings.Contains(h.Wrong[0], "first.bin") {
		t.Errorf("Check = %q, %v, want the changed file named", h.Wrong, err)
	}
	os.Remove(backup)
}

func TestRelationsOfAStatement(t *testing.T) {
	a := newArchive(t)
	article := add(t, a, harbour(""))[0]
	claim := closing(t, a, "The harbour closes.")
	sides := map[string]string{"same": "for", "repeats": "for", "supports": "for", "contradicts": "against", "qualifies": "context", "answers": "context"}
	for _, relation := range Relations {
		reversible(t, a, func(d *Deed) error { return d.SaveLink(claim, article, harbourKey, relation) })
		if side := StanceOf(relation); side != sides[relation] {
			t.Errorf("StanceOf(%q) = %q, want %q", relation, side, sides[relation])
		}
	}
	reversible(t, a, func(d *Deed) error { return d.ExplainLink(claim, article, harbourKey, " She runs the port. ") })
	do(t, a, func(d *Deed) error { return d.SaveLink(claim, article, harbourKey, "contradicts") })
	if l := see(t, a, func(tx *Tx) (Link, error) { return tx.Link(claim, article, harbourKey) }); l.Why != "She runs the port." || l.Relation != "contradicts" || l.Who != "Ilse Maren" {
		t.Errorf("Link = %+v, want the relation and why it is", l)
	}
	reversible(t, a, func(d *Deed) error { _, err := d.PinStatement(claim, article, harbourKey); return err })
	all := see(t, a, func(tx *Tx) ([]Evidence, error) { return tx.EvidenceOfClaim(claim) })
	if len(all) != 1 || all[0].Stance != "against" || all[0].Quote != "the harbour would close" || all[0].Why != "She runs the port." {
		t.Errorf("the pinned statement is %+v, want its words against the claim", all)
	}
	refused(t, a, ErrInvalid, func(d *Deed) error { return d.SaveLink(claim, article, harbourKey, "likes") })
	refused(t, a, ErrNotFound, func(d *Deed) error { return d.SaveLink(claim, article, "statement-0-1", "same") })
	refused(t, a, ErrNotFound, func(d *Deed) error { return d.ExplainLink(claim+1, article, harbourKey, "x") })
	reversible(t, a, func(d *Deed) error { return d.DropLink(claim, article, harbourKey) })
}

func TestTies(t *testing.T) {
	a := newArchive(t)
	articles := add(t, a, harbour("The first."), harbour("The second."))
	from, to := StatementEnd(articles[0], harbourKey), StatementEnd(articles[1], harbourKey)
	one, two := ClaimEnd(closing(t, a, "The harbour closes.")), ClaimEnd(closing(t, a, "The harbour stays open."))
	for _, relation := range Relations {
		reversible(t, a, func(d *Deed) error { return d.SaveTie(Tie{From: one, To: two, Relation: relation, Why: " both "}) })
		reversible(t, a, func(d *Deed) error { return d.SaveTie(Tie{From: from, To: to, Relation: relation}) })
	}
	reversible(t, a, func(d *Deed) error { return d.SaveTie(Tie{From: two, To: one, Relation: "answers"}) })
	for _, end := range []string{one, two} {
		ties := see(t, a, func(tx *Tx) ([]Tie, error) { return tx.Ties(end) })
		if len(ties) != 1 || ties[0].From != two || ties[0].ToWords != "The harbour closes." {
			t.Errorf("Ties(%q) = %+v, want the one that took the other's place", end, ties)
		}
	}
	for _, article := range articles {
		if ties := see(t, a, func(tx *Tx) ([]Tie, error) { return tx.TiesOfArticle(article) }); len(ties) != 1 || ties[0].FromWords != "the harbour would close" {
			t.Errorf("TiesOfArticle(%d) = %+v, want the one", article, ties)
		}
	}
	refused(t, a, ErrInvalid, func(d *Deed) error { return d.SaveTie(Tie{From: one, To: one, Relation: "same"}) })
	refused(t, a, ErrInvalid, func(d *Deed) error { return d.SaveTie(Tie{From: one, To: from, Relation: "same"}) })
	refused(t, a, ErrInvalid, func(d *Deed) error { return d.SaveTie(Tie{From: one, To: two, Relation: "likes"}) })
	refused(t, a, ErrInvalid, func(d *Deed) error { return d.SaveTie(Tie{From: one, To: "claim/x", Relation: "same"}) })
	refused(t, a, ErrNotFound, func(d *Deed) error { return d.SaveTie(Tie{From: one, To: "claim/99", Relation: "same"}) })
	reversible(t, a, func(d *Deed) error { return d.DropTie(from + ">" + to) })
}

func TestRemovingAClaimTakesAllThatHangsOnIt(t *testing.T) {
	a := newArchive(t)
	article := add(t, a, harbour(""))[0]
	claim, other := closing(t, a, "The harbour closes."), closing(t, a, "It stays open.")
	do(t, a, func(d *Deed) error { return d.SaveLink(claim, article, harbourKey, "same") })
	do(t, a, func(d *Deed) error {
		return d.SaveTie(Tie{From: ClaimEnd(other), To: ClaimEnd(claim), Relation: "contradicts"})
	})
	do(t, a, func(d *Deed) error { return d.SaveTag(Tag{Words: "port", Claim: &claim}) })
	do(t, a, func(d *Deed) error { _, err := d.SaveNote(Note{Claim: &claim, Words: "Ask her."}); return err })
	do(t, a, func(d *Deed) error { _, err := d.PinStatement(claim, article, harbourKey); return err })
	do(t, a, func(d *Deed) error {
		return d.Put("story", "1", map[string]string{"name": "Port", "about": "", "query": "", "made": ""})
	})
	do(t, a, func(d *Deed) error {
		return d.Put("story_item", "1/claim/1", map[string]any{"story": 1, "claim": claim, "belongs": 1, "seq": 0, "made": ""})
	})
	reversible(t, a, func(d *Deed) error { return d.RemoveClaim(claim) })
}

func TestTags(t *testing.T) {
	a := newArchive(t)
	article := add(t, a, harbour("“No ship will sail,” she added, “before the spring.”"))[0]
	claim := closing(t, a, "The harbour closes.")
	reversible(t, a, func(d *Deed) error { return d.SaveTag(Tag{Words: "  Port   Velm ", Claim: &claim}) })
	reversible(t, a, func(d *Deed) error { return d.SaveTag(Tag{Words: "port velm", Article: &article}) })
	reversible(t, a, func(d *Deed) error {
		return d.SaveTag(Tag{Words: "PORT VELM", Article: &article, Quote: "No ship will sail"})
	})
	if seq := do(t, a, func(d *Deed) error { return d.SaveTag(Tag{Words: "port Velm", Claim: &claim}) }); seq != 0 {
		t.Errorf("tagging again was deed %d, want none", seq)
	}
	counts := see(t, a, (*Tx).TagCounts)
	if len(counts) != 1 || counts[0] != (TagCount{"Port Velm", 1, 1, 1}) {
		t.Errorf("TagCounts = %+v, want one tag as it was first spelled, on one of each", counts)
	}
	tagged := see(t, a, func(tx *Tx) ([]Tagged, error) { return tx.TaggedArticles("port velm", 9) })
	if len(tagged) != 2 || tagged[0].Quote != "" || tagged[1].Before != "Ilse Maren said the harbour would close. “" || !strings.HasPrefix(tagged[1].After, ",” she added") {
		t.Errorf("TaggedArticles = %+v, want the article and the passage in its context", tagged)
	}
	for _, words := range []string{"", " ", "..", strings.Repeat("long ", 60)} {
		refused(t, a, ErrInvalid, func(d *Deed) error { return d.SaveTag(Tag{Words: words, Claim: &claim}) })
	}
	reversible(t, a, func(d *Deed) error { return d.Drop("tag", tagged[0].ID) })
}

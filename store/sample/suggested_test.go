package sample

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord/extract"
	"onrecord/extract/article"
	"onrecord/extract/document"
	"onrecord/extract/score/gold"
	"onrecord/store"
)

// arrival is a document as the program reads it.
func arrival(t *testing.T, d document.Document) store.Arrival {
	t.Helper()
	a, err := article.Read(d)
	if err != nil {
		t.Fatalf("Read(%s): %v", d.Name, err)
	}
	return store.Arrival{Document: d, Article: *a, Facts: extract.Facts(a), Version: extract.Version}
}

// archiveOf is an archive of some documents, and the article of each of the
// story's by its ID.
func archiveOf(t *testing.T, documents ...document.Document) (*store.Archive, map[string]int64) {
	t.Helper()
	a, err := store.Open(filepath.Join(t.TempDir(), "onrecord.sqlite"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	at := map[string]int64{}
	for _, d := range documents {
		added, err := a.Add(context.Background(), []store.Arrival{arrival(t, d)})
		if err != nil {
			t.Fatal(err)
		}
		at[d.ID] = added[0].Article
	}
	return a, at
}

// A ref names a statement of the archive.
type ref struct {
	article int64
	key     string
}

// A linkedClaim is a gold claim in the archive: its first statement is linked,
// the others are to be found. Statements that extraction misses are not there.
type linkedClaim struct {
	goldClaim
	id   int64
	refs []ref // of goldClaim.Statements; the zero ref where it is not read
}

// link makes every gold claim in the archive, with its first statements of
// those that are read linked to it.
func link(t *testing.T, a *store.Archive, at map[string]int64, first int) []linkedClaim {
	t.Helper()
	var all []linkedClaim
	for _, c := range claims(t) {
		l := linkedClaim{goldClaim: c}
		for _, s := range c.Statements {
			l.refs = append(l.refs, find(t, a, at[s.Article], s.Content))
		}
		id, err := a.Do(context.Background(), "", "test", func(d *store.Deed) error {
			id, err := d.SaveClaim(store.Claim{Words: c.Claim})
			if err != nil {
				return err
			}
			for i, r := range l.refs[:min(first, len(l.refs))] {
				if r == (ref{}) {
					continue
				}
				relation := map[string]string{"makes": "same", "repeats": "repeats", "denies": "contradicts"}[c.Statements[i].Stance]
				if err := d.SaveLink(id, r.article, r.key, relation); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		l.id = id
		all = append(all, l)
	}
	return all
}

// find is the statement of an article whose words are likest to content.
func find(t *testing.T, a *store.Archive, id int64, content string) (best ref) {
	t.Helper()
	most := alike
	err := a.View(context.Background(), func(tx *store.Tx) error {
		all, err := tx.StatementsOf(id)
		for _, s := range all {
			if l := gold.Likeness(s.Words, content); l > most {
				best, most = ref{s.Article, s.Key}, l
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return best
}

// An aim is what suggestions reach: of the first five how many are right, of
// what is to be found how much is among the first ten.
type aim struct{ right, shown, found, all int }

func (x aim) String() string {
	return fmt.Sprintf("precision at 5 %.1f (%d of %d), recall at 10 %.1f (%d of %d)", x.precision(), x.right, x.shown, x.recall(), x.found, x.all)
}

// over fails the test where a figure is under its floor.
func (x aim) over(t *testing.T, precision, recall float64) {
	t.Helper()
	if x.precision() < precision || x.recall() < recall {
		t.Errorf("%v, want at least %.0f and %.0f", x, precision, recall)
	}
}

func (x aim) precision() float64 { return 100 * float64(x.right) / float64(max(x.shown, 1)) }
func (x aim) recall() float64    { return 100 * float64(x.found) / float64(max(x.all, 1)) }

// score holds the suggestions for a claim, in order, against the gold list.
// Of five that are shown no more can be right than there are; those that are
// shown beyond count as wrong.
func (x *aim) score(c linkedClaim, suggested []store.Similar) (wrong []string) {
	want := slices.DeleteFunc(slices.Clone(c.refs[1:]), func(r ref) bool { return r == (ref{}) || r == c.refs[0] })
	slices.SortFunc(want, func(a, b ref) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	want = slices.Compact(want)
	x.all += len(want)
	for i, s := range suggested[:min(len(suggested), 10)] {
		right := slices.Contains(want, ref{s.Article, s.Key})
		if right {
			x.found++
		}
		if i < 5 {
			x.shown++
			if right {
				x.right++
			} else {
				wrong = append(wrong, fmt.Sprintf("%.2f %+v %q", s.Like.Sum(), s.Like, s.Words))
			}
		}
	}
	for _, r := range want {
		if !slices.ContainsFunc(suggested[:min(len(suggested), 10)], func(s store.Similar) bool { return r == ref{s.Article, s.Key} }) {
			wrong = append(wrong, fmt.Sprintf("missed %v", r))
		}
	}
	return wrong
}

// suggested is what is suggested for each claim.
func suggested(t *testing.T, a *store.Archive, all []linkedClaim, limit int) [][]store.Similar {
	t.Helper()
	lists := make([][]store.Similar, len(all))
	err := a.View(context.Background(), func(tx *store.Tx) (err error) {
		for i, c := range all {
			if lists[i], err = tx.SimilarTo(c.id, limit); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return lists
}

// TestSuggestions holds what is suggested for the claims of the story, each
// made of its first statement alone, over floors.
func TestSuggestions(t *testing.T) {
	a, at := archiveOf(t, Documents()...)
	all := link(t, a, at, 1)
	var x aim
	for i, list := range suggested(t, a, all, 10) {
		wrong := x.score(all[i], list)
		t.Logf("%s:\n  %s", all[i].ID, strings.Join(wrong, "\n  "))
	}
	t.Logf("the story alone: %v", x)
	x.over(t, 33, 55)
}

// crowd is other stories, n for each article of the story: the same articles
// with names, places and numbers exchanged and other days.
func crowd(t *testing.T, n int) []document.Document {
	t.Helper()
	var all []document.Document
	for i := range n {
		other := exchanged(i)
		for _, d := range Documents() {
			d.ID, d.Name, d.Source = fmt.Sprintf("%s-%d", d.ID, i), fmt.Sprintf("%d-%s", i, d.Name), "test"
			d.Bytes = []byte(other(string(d.Bytes)))
			all = append(all, d)
		}
	}
	return all
}

// exchanged makes another story of a text: every name is another's, made of
// syllables, every number another, and the month is one of the year's.
func exchanged(i int) func(string) string {
	syllables := []string{"bar", "tel", "mon", "dri", "kos", "ven", "lar", "pim", "sul", "ger", "hap", "nur", "fos", "wil", "zec", "tam"}
	name := func(k int) string {
		s := syllables[(k*7+i*3)%16] + syllables[(k*5+i)%16] + syllables[(k+i*11)%16]
		return strings.ToUpper(s[:1]) + s[1:]
	}
	var pairs []string
	for k, of := range []string{"Ondria", "Keldova", "Brannic", "Brann", "Vastic", "Palloy", "Idrane", "Corvath", "Sanko", "Reyle", "Hallin", "Solvane",
		"Ferrow", "Okerre", "Melk", "Kett", "Dolsk", "Rehnsen", "Oskar", "Tarsin", "Marnholt", "Lissen", "Orrow", "Meridian", "Whistle", "Courier", "Ledger", "Wayfarer",
		"Henrik", "Oren", "Mirela", "Anton", "Lena", "Tomas", "Nadia", "Davor", "Ingrid", "Samuel", "Paula", "Bruna", "Jana", "Irena"} {
		pairs = append(pairs, of, name(k), strings.ToUpper(of), strings.ToUpper(name(k)))
	}
	for _, n := range []string{"40,000", "14,000", "12,000", "11,000", "10,000", "4,000", "3,000", "7,400", "6,200", "9,500", "5,000", "15,000", "2,500", "1,300"} {
		v := strings.ReplaceAll(n, ",000", "")
		if strings.Contains(v, ",") {
			continue
		}
		pairs = append(pairs, n, fmt.Sprintf("%s%d,500", v, 1+i%9))
	}
	pairs = append(pairs, "2031-03", fmt.Sprintf("2031-%02d", 1+i%12), "300 million", fmt.Sprintf("%d million", 310+i), "March", []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}[i%12])
	return strings.NewReplacer(pairs...).Replace
}

// TestSuggestionsInACrowd looks for the statements of the story among those of
// the same articles with other names: as hard as it gets, but no proof on a text
// that the weights were not set on.
func TestSuggestionsInACrowd(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 200 articles")
	}
	a, at := archiveOf(t, append(Documents(), crowd(t, 24)...)...)
	all := link(t, a, at, 1)
	for _, signal := range []struct {
		name string
		sum  func(store.Likeness) float64
	}{
		{"words", func(l store.Likeness) float64 { return l.Words }},
		{"words and names", func(l store.Likeness) float64 { l.Numbers, l.Days = 0, 0; return l.Sum() }},
		{"words, names and numbers", func(l store.Likeness) float64 { l.Days = 0; return l.Sum() }},
		{"words, names, numbers and days", store.Likeness.Sum},
	} {
		var x aim
		for i, list := range suggested(t, a, all, 100) {
			slices.SortStableFunc(list, func(a, b store.Similar) int { return cmp.Compare(signal.sum(b.Like), signal.sum(a.Like)) })
			x.score(all[i], list)
		}
		t.Logf("of what is offered among 200 articles, ordered by %s: %v", signal.name, x)
	}
	var x aim
	for i, list := range suggested(t, a, all, 10) {
		wrong := x.score(all[i], list)
		t.Logf("%s:\n  %s", all[i].ID, strings.Join(wrong, "\n  "))
	}
	t.Logf("among 200 articles: %v", x)
	x.over(t, 22, 32)
}

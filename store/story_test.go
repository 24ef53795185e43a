package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"
)

// ferry is an article of a day of March 2031 in which two people meet.
func ferry(day int, words string) Arrival {
	return talks(fmt.Sprintf("2031-03-%02d", day), fmt.Sprintf("2031-03-%02d", day-1), "Ada Renn", "Tarvo Elde", "Velm", words)
}

// makes is a story of a name, with items.
func makes(t *testing.T, a *Archive, s Story, items ...string) int64 {
	t.Helper()
	var id int64
	do(t, a, func(d *Deed) (err error) {
		if id, err = d.SaveStory(s); err != nil || len(items) == 0 {
			return err
		}
		_, err = d.Gather(id, items...)
		return err
	})
	return id
}

// titles is the titles of what a story has in the library.
func titles(t *testing.T, a *Archive, story int64) (titles []string) {
	t.Helper()
	err := a.View(context.Background(), func(tx *Tx) error {
		all, err := tx.Library(Filter{Story: story}, 50)
		for _, l := range all {
			titles = append(titles, l.Title)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return titles
}

func wantTitles(t *testing.T, a *Archive, when string, story int64, want ...string) {
	t.Helper()
	if got := titles(t, a, story); !slices.Equal(got, want) {
		t.Errorf("%s, Library(Story: %d) = %q, want %q", when, story, got, want)
	}
}

func TestStoryKeepsWhatIsGathered(t *testing.T) {
	a := newArchive(t)
	articles := add(t, a, ferry(4, "one"), ferry(5, "two"), ferry(6, "three"))
	quarrel := makes(t, a, Story{Name: " River  quarrel "}, ArticleItem(articles[0]))
	other := makes(t, a, Story{Name: "Other"}, ArticleItem(articles[0]))
	wantTitles(t, a, "made", quarrel, "Talks one")
	gathered := do(t, a, func(d *Deed) error {
		n, err := d.Gather(quarrel, ArticleItem(articles[0]), ArticleItem(articles[2]), EntityItem("person/ada renn"))
		if n != 2 {
			t.Errorf("Gather of three of which it has one = %d, want 2", n)
		}
		return err
	})
	wantTitles(t, a, "gathered", quarrel, "Talks three", "Talks one")
	undo(t, a, gathered)
	wantTitles(t, a, "undone", quarrel, "Talks one")
	out := do(t, a, func(d *Deed) error { return d.TakeOut(quarrel, ArticleItem(articles[0])) })
	wantTitles(t, a, "taken out", quarrel)
	wantTitles(t, a, "taken out of another", other, "Talks one")
	undo(t, a, out)
	wantTitles(t, a, "taking out undone", quarrel, "Talks one")
	removed := do(t, a, func(d *Deed) error { return d.RemoveStory(quarrel) })
	err := a.View(context.Background(), func(tx *Tx) error {
		if _, err := tx.Story(quarrel); !errors.Is(err, ErrNotFound) {
			t.Errorf("Story of one that was removed = %v, want ErrNotFound", err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	undo(t, a, removed)
	wantTitles(t, a, "removal undone", quarrel, "Talks one")
	whole(t, a)
}

func TestStoryRefuses(t *testing.T) {
	a := newArchive(t)
	article := add(t, a, ferry(4, "one"))[0]
	quarrel := makes(t, a, Story{Name: "River quarrel"})
	for _, c := range []struct {
		name string
		deed func(d *Deed) error
		want error
	}{
		{"no name", func(d *Deed) error { _, err := d.SaveStory(Story{Name: "  "}); return err }, ErrInvalid},
		{"a name that is taken", func(d *Deed) error { _, err := d.SaveStory(Story{Name: "river QUARREL"}); return err }, ErrInvalid},
		{"a name that is its own", func(d *Deed) error { _, err := d.SaveStory(Story{ID: quarrel, Name: "river QUARREL"}); return err }, nil},
		{"nothing ticked", func(d *Deed) error { _, err := d.Gather(quarrel); return err }, ErrInvalid},
		{"no such story", func(d *Deed) error { _, err := d.Gather(99, ArticleItem(article)); return err }, ErrNotFound},
		{"no such article", func(d *Deed) error { _, err := d.Gather(quarrel, ArticleItem(7)); return err }, ErrNotFound},
		{"no such claim", func(d *Deed) error { _, err := d.Gather(quarrel, ClaimItem(7)); return err }, ErrNotFound},
		{"no such name", func(d *Deed) error { _, err := d.Gather(quarrel, EntityItem("person/nobody")); return err }, ErrNotFound},
		{"no item", func(d *Deed) error { _, err := d.Gather(quarrel, "note/7"); return err }, ErrInvalid},
		{"no number", func(d *Deed) error { _, err := d.Gather(quarrel, "article/x"); return err }, ErrInvalid},
	} {
		if err := try(a, c.deed); !errors.Is(err, c.want) || c.want == nil && err != nil {
			t.Errorf("%s = %v, want %v", c.name, err, c.want)
		}
	}
	whole(t, a)
}

// What is in a story can go: an article out of the library, a claim for good.
func TestStoryLosesWhatIsRemoved(t *testing.T) {
	a := newArchive(t)
	article := add(t, a, ferry(4, "one"))[0]
	claim := do(t, a, func(d *Deed) error { _, err := d.SaveClaim(Claim{Words: "The toll rose."}); return err })
	quarrel := makes(t, a, Story{Name: "River quarrel"}, ArticleItem(article), ClaimItem(claim))
	line := func(when string, articles, claims int) {
		t.Helper()
		err := a.View(context.Background(), func(tx *Tx) error {
			all, err := tx.Stories(0, 10)
			if err != nil || len(all) != 1 || all[0].Articles != articles || all[0].Claims != claims {
				t.Errorf("%s, Stories = %+v, %v, want one with %d articles and %d claims", when, all, err, articles, claims)
			}
			n, err := tx.ArticlesOfStory(quarrel)
			if n != articles {
				t.Errorf("%s, ArticlesOfStory = %d, want %d", when, n, articles)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	line("gathered", 1, 1)
	removed := do(t, a, func(d *Deed) error { return d.Remove(article) })
	line("article removed", 0, 1)
	undo(t, a, removed)
	line("article back", 1, 1)
	gone := do(t, a, func(d *Deed) error { return d.RemoveClaim(claim) })
	line("claim removed", 1, 0)
	undo(t, a, gone)
	line("claim back", 1, 1)
	// The claim cannot be unmade while the story has it.
	if _, err := a.Undo(context.Background(), "", claim); !errors.Is(err, ErrStale) {
		t.Errorf("Undo of a claim that a story has = %v, want ErrStale", err)
	}
	whole(t, a)
}

func TestStoriesOf(t *testing.T) {
	a := newArchive(t)
	articles := add(t, a, ferry(4, "one"), talks("2031-03-05", "", "A. Renn", "Tarvo Elde", "Velm", "two"))
	article := articles[0]
	claim := do(t, a, func(d *Deed) error { _, err := d.SaveClaim(Claim{Words: "The toll rose."}); return err })
	first := makes(t, a, Story{Name: "B"}, ArticleItem(article), ClaimItem(claim), EntityItem("person/ada renn"))
	makes(t, a, Story{Name: "A"}, ArticleItem(article))
	merges(t, a, "A. Renn", "Ada Renn")
	do(t, a, func(d *Deed) error { return d.Decline(first, ArticleItem(articles[1])) })
	for item, want := range map[string][]string{
		ArticleItem(article): {"A", "B"}, ArticleItem(articles[1]): nil, ClaimItem(claim): {"B"},
		EntityItem("person/ada renn"): {"B"}, EntityItem("person/a renn"): {"B"}, EntityItem("person/tarvo elde"): nil,
	} {
		var got []string
		err := a.View(context.Background(), func(tx *Tx) error {
			all, err := tx.StoriesOf(item)
			for _, s := range all {
				got = append(got, s.Name)
			}
			return err
		})
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("StoriesOf(%q) = %q, %v, want %q", item, got, err, want)
		}
	}
	// By one of their names they go out with all of them.
	do(t, a, func(d *Deed) error { return d.TakeOut(first, EntityItem("person/a renn")) })
	err := a.View(context.Background(), func(tx *Tx) error {
		people, err := tx.PeopleOfStory(first)
		if len(people) != 0 {
			t.Errorf("PeopleOfStory = %+v after they were taken out by another name, want none", people)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	whole(t, a)
}

func TestVoices(t *testing.T) {
	a := newArchive(t)
	articles := add(t, a, ferry(4, "one"), ferry(5, "two"), talks("2031-03-06", "", "Oda Lind", "Tarvo Elde", "Velm", "three"), ferry(7, "four"))
	quarrel := makes(t, a, Story{Name: "River quarrel"}, ArticleItem(articles[0]), ArticleItem(articles[1]), ArticleItem(articles[2]), EntityItem("person/tarvo elde"))
	err := a.View(context.Background(), func(tx *Tx) error {
		all, err := tx.Voices(quarrel, 10)
		var got []string
		for _, v := range all {
			got = append(got, fmt.Sprint(v.Name, " ", v.Said, " ", v.Latest.Title, " ", v.Item))
		}
		want := []string{"Ada Renn 2 Talks two ", "Oda Lind 1 Talks three ", "Tarvo Elde 0  entity/person/tarvo elde"}
		if !slices.Equal(got, want) {
			t.Errorf("Voices = %q, want %q", got, want)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// offered is the offers to a story in words.
func offered(t *testing.T, a *Archive, story int64) (all []string) {
	t.Helper()
	err := a.View(context.Background(), func(tx *Tx) error {
		s, err := tx.Story(story)
		if err != nil {
			return err
		}
		offers, n, err := tx.Offers(s, 10)
		if n != len(offers) {
			t.Errorf("Offers counts %d, want %d", n, len(offers))
		}
		for _, o := range offers {
			all = append(all, fmt.Sprint(o.Title, " found:", o.Found, " ", o.People, o.Words, " new:", o.New))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestOffers(t *testing.T) {
	a := newArchive(t)
	articles := add(t, a, ferry(4, "The dam leaks"), ferry(5, "two"), talks("2031-03-06", "", "Oda Lind", "Ivo Marn", "Osk", "upper river gates quarrel"),
		talks("2031-03-07", "", "Oda Lind", "Tarvo Elde", "Osk", "nothing"))
	quarrel := makes(t, a, Story{Name: "River quarrel", About: "Of the upper gate.", Query: "leaks"})
	for _, step := range []struct {
		name string
		deed func(d *Deed) error
		want []string
	}{
		{"by search and words", nil, []string{"Talks upper river gates quarrel found:false [] [river quarrel upper gate] new:false", "Talks The dam leaks found:true [] [] new:false"}},
		{"one person is not enough", func(d *Deed) error { _, err := d.Gather(quarrel, EntityItem("person/ada renn")); return err },
			[]string{"Talks upper river gates quarrel found:false [] [river quarrel upper gate] new:false", "Talks The dam leaks found:true [] [] new:false"}},
		{"two people", func(d *Deed) error { _, err := d.Gather(quarrel, EntityItem("person/tarvo elde")); return err },
			[]string{"Talks upper river gates quarrel found:false [] [river quarrel upper gate] new:false", "Talks two found:false [Ada Renn Tarvo Elde] [] new:false",
				"Talks The dam leaks found:true [Ada Renn Tarvo Elde] [] new:false"}},
		{"not this one", func(d *Deed) error { return d.Decline(quarrel, ArticleItem(articles[1])) },
			[]string{"Talks upper river gates quarrel found:false [] [river quarrel upper gate] new:false", "Talks The dam leaks found:true [Ada Renn Tarvo Elde] [] new:false"}},
		{"gathered", func(d *Deed) error { _, err := d.Gather(quarrel, ArticleItem(articles[0])); return err },
			[]string{"Talks upper river gates quarrel found:false [] [river quarrel upper gate] new:false"}},
		{"out of the library", func(d *Deed) error { return d.Remove(articles[2]) }, nil},
	} {
		if step.deed != nil {
			do(t, a, step.deed)
		}
		if got := offered(t, a, quarrel); !slices.Equal(got, step.want) {
			t.Errorf("%s: Offers = %q, want %q", step.name, got, step.want)
		}
	}
	add(t, a, ferry(9, "It leaks again"))
	if got, want := offered(t, a, quarrel), []string{"Talks It leaks again found:true [Ada Renn Tarvo Elde] [] new:true"}; !slices.Equal(got, want) {
		t.Errorf("after another import, Offers = %q, want %q", got, want)
	}
}

func TestNews(t *testing.T) {
	a := newArchive(t)
	articles := add(t, a, ferry(4, "one"), ferry(5, "two"))
	claim := do(t, a, func(d *Deed) error { _, err := d.SaveClaim(Claim{Words: "The toll rose."}); return err })
	quarrel := makes(t, a, Story{Name: "River quarrel"}, ArticleItem(articles[0]), ClaimItem(claim))
	news := func(when string, gathered, accepted, claims int) (n News) {
		t.Helper()
		err := a.View(context.Background(), func(tx *Tx) (err error) { n, err = tx.News(quarrel); return err })
		if err != nil || n.NArticles != gathered || len(n.Articles) != gathered || n.NAccepted != accepted || len(n.Statements) != accepted || len(n.Claims) != claims {
			t.Errorf("%s, News = %+v, %v, want %d articles, %d statements, %d deeds on claims", when, n, err, gathered, accepted, claims)
		}
		return n
	}
	see := func(s Seen) {
		t.Helper()
		if err := a.See(context.Background(), quarrel, s); err != nil {
			t.Fatal(err)
		}
	}
	here := func() (s Seen) {
		t.Helper()
		if err := a.View(context.Background(), func(tx *Tx) (err error) { s, err = tx.Here(); return err }); err != nil {
			t.Fatal(err)
		}
		return s
	}
	news("made with two things", 0, 0, 0)
	do(t, a, func(d *Deed) error { _, err := d.Gather(quarrel, ArticleItem(articles[1])); return err })
	shown := here()
	accepted := do(t, a, func(d *Deed) error { return d.Decide(articles[0], keyIn(t, a, articles[0]), Accepted, nil) })
	do(t, a, func(d *Deed) error {
		_, err := d.SaveClaim(Claim{ID: claim, Words: "The toll rose.", Verdict: "false"})
		return err
	})
	news("gathered, accepted and a verdict", 1, 1, 1)
	see(shown)
	news("seen as the page showed it", 0, 1, 1)
	undo(t, a, accepted)
	news("no longer accepted", 0, 0, 1)
	see(here())
	news("seen", 0, 0, 0)
	see(Seen{Seq: 1 << 40, Document: 1 << 40})
	do(t, a, func(d *Deed) error { return d.Decide(articles[1], keyIn(t, a, articles[1]), Accepted, nil) })
	news("seen from an address that was made up", 0, 1, 0)
	if err := a.See(context.Background(), 99, Seen{}); !errors.Is(err, ErrNotFound) {
		t.Errorf("See of no story = %v, want ErrNotFound", err)
	}
	whole(t, a)
}

func TestSearchInAStory(t *testing.T) {
	a := newArchive(t)
	articles := add(t, a, ferry(4, "one"), ferry(5, "two"), ferry(6, "two more"))
	quarrel := makes(t, a, Story{Name: "River quarrel"}, ArticleItem(articles[0]), ArticleItem(articles[1]))
	makes(t, a, Story{Name: "River feast"}, ArticleItem(articles[2]))
	for _, c := range []struct {
		query                string
		articles, statements int
	}{
		{`story:"River quarrel"`, 2, 0},
		{`story:river`, 3, 0},
		{`story:quarrel two`, 1, 0},
		{`story:quarrel toll`, 2, 2},
		{`-story:quarrel toll`, 1, 1},
		{`-story:quarrel published:2031`, 1, 0},
		{`story:quarrel speaker:renn`, 0, 2},
		{`story:nothing`, 0, 0},
		{`story:nothing toll`, 0, 0},
		{`story:quarrel published:2031-03-05`, 1, 0},
	} {
		f, err := a.Search(context.Background(), c.query, Page{}, 20)
		if err != nil || len(f.Articles) != c.articles || len(f.Statements) != c.statements {
			t.Errorf("Search(%q) = %d articles, %d statements, %v, want %d, %d", c.query, len(f.Articles), len(f.Statements), err, c.articles, c.statements)
		}
	}
	for query, want := range map[string]int{"": 2, "two": 1, "speaker:renn": 2} {
		line, err := a.Timeline(context.Background(), ParseQuery(query).In(quarrel), 10)
		if err != nil || len(line.Published) != want {
			t.Errorf("Timeline(%q in the story) is of %d articles, %v, want %d", query, len(line.Published), err, want)
		}
	}
}

func TestAround(t *testing.T) {
	a := newArchive(t)
	articles := add(t, a, ferry(4, "dam a"), ferry(5, "none"), ferry(6, "dam b"), ferry(7, "dam c"), ferry(8, "dam d"))
	for _, c := range []struct {
		query string
		want  []string
	}{
		{"dam", []string{"Talks dam c", "Talks dam b", "Talks dam a"}},
		{"none", []string{"Talks none"}},
		{"speaker:renn", []string{"Talks dam c", "Talks dam b", "Talks none"}},
		{"published:2031", []string{"Talks dam c", "Talks dam b", "Talks none"}},
		{"", nil},
	} {
		var got []string
		err := a.View(context.Background(), func(tx *Tx) error {
			all, err := tx.Around(ParseQuery(c.query), articles[2], 1, 2)
			for _, l := range all {
				got = append(got, l.Title)
			}
			return err
		})
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("Around(%q) = %q, %v, want %q", c.query, got, err, c.want)
		}
	}
}

// BenchmarkStory reads what the page of a story of 2,000 articles shows.
func BenchmarkStory(b *testing.B) {
	ctx := context.Background()
	a, err := Open(b.TempDir() + "/onrecord.sqlite")
	if err != nil {
		b.Fatal(err)
	}
	defer a.Close()
	var arrivals []Arrival
	for i := range 6000 {
		day := time.Date(2031, 1, 1+i%300, 0, 0, 0, 0, time.UTC)
		arrivals = append(arrivals, talks(day.Format(time.DateOnly), day.Format(time.DateOnly), "Ada Renn", "Tarvo Elde", "Velm", fmt.Sprint("river dam ", i)))
	}
	added, err := a.Add(ctx, arrivals)
	if err != nil {
		b.Fatal(err)
	}
	items := []string{EntityItem("person/ada renn"), EntityItem("person/tarvo elde")}
	for _, x := range added[:2000] {
		items = append(items, ArticleItem(x.Article))
	}
	var story int64
	_, err = a.Do(ctx, "", "story", func(d *Deed) (err error) {
		if story, err = d.SaveStory(Story{Name: "River quarrel dam", Query: "dam"}); err == nil {
			_, err = d.Gather(story, items...)
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	for _, part := range []struct {
		name string
		read func(tx *Tx, s Story) error
	}{
		{"offers", func(tx *Tx, s Story) error { _, _, err := tx.Offers(s, 12); return err }},
		{"voices", func(tx *Tx, s Story) error { _, err := tx.Voices(s.ID, 12); return err }},
		{"news", func(tx *Tx, s Story) error { _, err := tx.News(s.ID); return err }},
		{"unreviewed", func(tx *Tx, s Story) error { _, _, err := tx.Unreviewed(s.ID, 5); return err }},
		{"outlets", func(tx *Tx, s Story) error { _, err := tx.OutletsOfStory(s.ID, 1000); return err }},
		{"list", func(tx *Tx, s Story) error { _, err := tx.Stories(0, 50); return err }},
		{"library", func(tx *Tx, s Story) error { _, err := tx.Library(Filter{Story: s.ID}, 50); return err }},
	} {
		b.Run(part.name, func(b *testing.B) {
			for b.Loop() {
				err := a.View(ctx, func(tx *Tx) error {
					s, err := tx.Story(story)
					if err != nil {
						return err
					}
					return part.read(tx, s)
				})
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestStoryWords(t *testing.T) {
	var got []string
	for _, w := range storyWords(Story{Name: "River dams: the quarrel", About: "Who pays for Übertag’s dam and the locks?"}) {
		got = append(got, w.stem+"="+w.written)
	}
	want := []string{"river=river", "dam=dams", "quarrel=quarrel", "pay=pays", "ubertag=übertag", "lock=locks"}
	if !slices.Equal(got, want) {
		t.Errorf("storyWords = %q, want %q", got, want)
	}
}

package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// The same as told by several articles is one happening; what nobody says is
// the same is not.
func TestHappenings(t *testing.T) {
	const renn, elde, oker, velm, orrow = 1, 2, 3, 11, 12
	event := func(article int64, kind, first, last string, place int64, who ...int64) Event {
		return Event{ID: article * perArticle, Article: article, Kind: kind, Value: first, First: first, Last: last, Place: place, Who: who}
	}
	met := func(article, place int64, who ...int64) Event {
		return event(article, "meeting", "2031-03-04", "2031-03-04", place, who...)
	}
	for _, c := range []struct {
		name   string
		events []Event
		want   string // the articles of each happening
	}{
		{"none", nil, ""},
		{"an actor in common", []Event{met(9, 0, renn, elde), met(8, 0, elde)}, "9 8"},
		{"the place in common, and one names nobody", []Event{met(9, velm, renn), met(8, velm)}, "9 8"},
		{"the place in common, but not the actors", []Event{met(9, velm, renn), met(8, velm, oker)}, "9|8"},
		{"an actor in common, but not the place", []Event{met(9, velm, renn), met(8, orrow, renn)}, "9|8"},
		{"nothing in common", []Event{met(9, 0, renn), met(8, velm)}, "9|8"},
		{"nobody named anywhere", []Event{met(9, 0), met(8, 0)}, "9|8"},
		{"another day", []Event{met(9, velm, renn), event(8, "meeting", "2031-03-05", "2031-03-05", velm, renn)}, "9|8"},
		{"another kind", []Event{met(9, velm, renn), event(8, "visit", "2031-03-04", "2031-03-04", velm, renn)}, "9|8"},
		{"some day of one month", []Event{event(9, "meeting", "2031-03-01", "2031-03-31", velm, renn), event(8, "meeting", "2031-03-01", "2031-03-31", velm, renn)}, "9|8"},
		{"no day", []Event{event(9, "meeting", "", "", velm, renn), event(8, "meeting", "", "", velm, renn)}, "9|8"},
		{"two of one article", []Event{met(9, velm, renn), met(9, 0, renn)}, "9|9"},
		{"told by three", []Event{met(9, velm, renn, elde), met(8, velm, elde), met(7, 0, renn, oker)}, "9 8 7"},
		{"no chain", []Event{met(9, 0, renn, elde), met(8, 0, elde, oker), met(7, 0, oker)}, "9 8|7"},
	} {
		var got []string
		for _, h := range Happenings(c.events) {
			var told []string
			for _, e := range h.Told {
				told = append(told, fmt.Sprint(e.Article))
			}
			got = append(got, strings.Join(told, " "))
		}
		if got := strings.Join(got, "|"); got != c.want {
			t.Errorf("%s: the happenings are told by %q, want %q", c.name, got, c.want)
		}
	}
}

// found is the days of publication of the articles that a query's timeline is
// drawn of.
func found(t *testing.T, a *Archive, query string, limit int) ([]string, bool) {
	t.Helper()
	all, err := a.Timeline(context.Background(), ParseQuery(query), limit)
	if err != nil {
		t.Fatal(err)
	}
	return all.Published, all.More
}

func TestTimelineFindsLikeSearch(t *testing.T) {
	a := newArchive(t)
	ids := add(t, a, talks("2031-03-04", "2031-03-03", "Ada Renn", "Tarvo Elde", "Velm", "The ferry waits."),
		talks("2031-03-05", "2031-03-03", "Ilse Maren", "Tarvo Elde", "Velm", "The ferry sails."),
		talks("2031-03-06", "", "Ada Renn", "Tomas Oker", "Orrow", "The gate is shut."),
		talks("2031-03-07", "2031-03-06", "Ilse Maren", "Tomas Oker", "Orrow", "Removed."))
	do(t, a, func(d *Deed) error { return d.Remove(ids[3]) })
	for _, c := range []struct {
		query string
		limit int
		want  []string
		more  bool
	}{
		{"", 10, []string{"2031-03-06", "2031-03-05", "2031-03-04"}, false},
		{"", 2, []string{"2031-03-06", "2031-03-05"}, true},
		{"ferry", 10, []string{"2031-03-05", "2031-03-04"}, false},
		{"ferry -sails", 10, []string{"2031-03-04"}, false},
		{"published:<2031-03-05", 10, []string{"2031-03-04"}, false},
		{`speaker:"Ada Renn"`, 10, []string{"2031-03-06", "2031-03-04"}, false},
		{`speaker:"Ada Renn"`, 1, []string{"2031-03-06"}, true},
		{`speaker:"Ada Renn" toll published:2031-03-04`, 10, []string{"2031-03-04"}, false},
		{"removed", 10, nil, false},
		{"nowhere", 10, nil, false},
		{`"`, 10, []string{"2031-03-06", "2031-03-05", "2031-03-04"}, false},
	} {
		if got, more := found(t, a, c.query, c.limit); !slices.Equal(got, c.want) || more != c.more {
			t.Errorf("Timeline(%q, %d) is of %q, more: %v, want %q, more: %v", c.query, c.limit, got, more, c.want, c.more)
		}
	}
}

func TestTellings(t *testing.T) {
	a := newArchive(t)
	long := strings.Repeat("Żółć ", 60)
	x := talks("2031-03-04", "2031-03-03", "Ada Renn", "Tarvo Elde", "Velm", long)
	body := long + "the boats met " + long + "\n\nNext."
	x.Article.Text, x.Document.Bytes = body, []byte(body)
	i := strings.Index(body, "met")
	x.Facts = fact.Facts{Events: []fact.Event{{Span: text.Span{Start: i, End: i + 3}, Kind: fact.Meeting, Status: fact.Occurred}}}
	add(t, a, x, talks("2031-03-05", "", "Ada Renn", "Tarvo Elde", "Velm", ""))
	all, err := a.Timeline(context.Background(), ParseQuery(""), 10)
	if err != nil || len(all.Events) != 2 {
		t.Fatalf("Timeline = %v, %v, want two events", all, err)
	}
	var told map[int64]Telling
	err = a.View(context.Background(), func(tx *Tx) error {
		told, err = tx.Tellings([]int64{all.Events[0].ID, all.Events[1].ID, 99})
		return err
	})
	if err != nil || len(told) != 2 {
		t.Fatalf("Tellings = %v, %v, want those of two events", told, err)
	}
	if got, want := told[all.Events[0].ID].Line, "Ada Renn "+Mark+"met"+Unmark+" Tarvo Elde in Velm on that day. Ada Renn rejected a toll. "; got != want {
		t.Errorf("the words around are %q, want %q", got, want)
	}
	line := told[all.Events[1].ID].Line
	if !utf8.ValidString(line) || !strings.HasPrefix(line, "… Żółć") || !strings.HasSuffix(line, "Żółć …") || !strings.Contains(line, "boats "+Mark+"met"+Unmark+" Żółć") {
		t.Errorf("the words around are %q, want whole words to both sides", line)
	}
}

// What a page of the timeline asks is found by keys, however large the archive.
func TestTimelinePlans(t *testing.T) {
	a := newArchive(t)
	for _, query := range []string{eventsQuery, namesQuery, strings.ReplaceAll(tellingsQuery, "?2", "160"),
		`SELECT p.id FROM position p JOIN article a ON a.id = p.article WHERE p.entity = 7 AND p.state <> 'rejected' ORDER BY p.id DESC LIMIT 9`} {
		err := a.View(context.Background(), func(tx *Tx) error {
			plan, err := rows(tx, func(r scanner) (line string, err error) {
				var n int
				return line, r.Scan(&n, &n, &n, &line)
			}, `EXPLAIN QUERY PLAN `+strings.NewReplacer("?1", "'[1]'", "?", "'[1]'").Replace(query))
			for _, line := range plan {
				if strings.HasPrefix(line, "SCAN ") && !strings.Contains(line, "VIRTUAL TABLE") || strings.Contains(line, "B-TREE") {
					t.Errorf("the plan of %.60q… has %q, want every row found by a key", query, line)
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// BenchmarkTimeline draws the timeline of 2,000 articles with one event each,
// in an archive of 6,000.
func BenchmarkTimeline(b *testing.B) {
	ctx := context.Background()
	a, err := Open(b.TempDir() + "/onrecord.sqlite")
	if err != nil {
		b.Fatal(err)
	}
	defer a.Close()
	var arrivals []Arrival
	for i := range 6000 {
		day := fmt.Sprintf("2031-%02d-%02d", 1+i%12, 1+i%28)
		arrivals = append(arrivals, talks(day, day, fmt.Sprint("Ada Renn", i%50), fmt.Sprint("Tarvo Elde", i%70), fmt.Sprint("Velm", i%30), fmt.Sprint("word ", i)))
	}
	if _, err := a.Add(ctx, arrivals); err != nil {
		b.Fatal(err)
	}
	for _, query := range []string{"", "word", `speaker:renn7`} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				t, err := a.Timeline(ctx, ParseQuery(query), TimelineArticles)
				if err != nil || len(t.Events) == 0 {
					b.Fatal(len(t.Events), err)
				}
				Happenings(t.Events)
			}
		})
	}
}

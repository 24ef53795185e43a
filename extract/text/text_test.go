package text_test

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"onrecord/extract/text"
)

var update = flag.Bool("update", false, "write what is found as what is wanted")

func TestSentences(t *testing.T) {
	const path = "testdata/sentences.txtar"
	a, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(a.Files); i += 2 {
		in, want := a.Files[i], &a.Files[i+1]
		got := sentences(text.Of(string(in.Data)))
		if *update {
			want.Data = []byte(got)
		} else if got != string(want.Data) {
			t.Errorf("%s: Of(%q) =\n%swant\n%s", in.Name, in.Data, got, want.Data)
		}
	}
	if *update {
		if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func sentences(x *text.Text) string {
	var b strings.Builder
	for _, s := range x.SentenceSpans() {
		b.WriteString(strings.ReplaceAll(x.Slice(s), "\n", " ") + "\n")
	}
	return b.String()
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ situation, in, want string }{
		{"possessive", "Elde’s ship", "Elde|’s|ship"},
		{"possessive parted by a space", "Elde 's ship", "Elde|'s|ship"},
		{"contraction", "They don't, we'll", "They|do|n't|,|we|'ll"},
		{"contraction in one word", "I cannot, dont, gonna", "I|can|not|,|do|nt|,|gon|na"},
		{"contraction in capitals", "WE CAN'T", "WE|CA|N'T"},
		{"apostrophe inside a name", "O'Dwyer left", "O'Dwyer|left"},
		{"apostrophe that opens a word", "the '90s, 'em", "the|'90s|,|'em"},
		{"numbers", "1,200.5 at 10:30", "1,200.5|at|10:30"},
		{"numbers with units", "$1.5bn, 40km at 5pm", "$|1.5|bn|,|40|km|at|5|pm"},
		{"ordinals and decades", "3rd in 1980s", "3rd|in|1980s"},
		{"letters with full stops", "the U.S. fleet", "the|U.S.|fleet"},
		{"abbreviation at the very end", "ships, etc.", "ships|,|etc|."},
		{"abbreviation that is a word", "Sun. 5 May. He sat.", "Sun.|5|May|.|He|sat|."},
		{"number sign", "No. 5. He said no.", "No.|5|.|He|said|no|."},
		{"ampersand inside letters", "R&D", "R&D"},
		{"hyphens part words", "Rika-Ann", "Rika|-|Ann"},
		{"hyphens of prefixes do not", "anti-war", "anti-war"},
		{"dashes stay whole", "wait -- no...", "wait|--|no|..."},
		{"quotation marks", "“Yes,” she", "“|Yes|,|”|she"},
		{"addresses", "see www.melk.example/a?b=1, ask osk@melk.example.", "see|www.melk.example/a?b=1|,|ask|osk@melk.example|."},
		{"no space after a full stop", "It froze.Nobody left", "It|froze|.|Nobody|left"},
		{"no-break spaces", "5\u00a0ships.\u00a0Osk", "5|ships|.|Osk"},
		{"bytes that are not UTF-8", "a\xffb", "a|\xff|b"},
	} {
		x := text.Of(c.in)
		var got []string
		for i := range x.Tokens {
			got = append(got, x.Word(i))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: words of %q = %q, want %q", c.situation, c.in, s, c.want)
		}
	}
}

// checkInvariants reports what the doc of text.Text promises and x breaks.
func checkInvariants(t *testing.T, x *text.Text) {
	raw := x.String()
	at := 0
	for i, token := range x.Tokens {
		if token.Empty() || token.Start < at || token.End > len(raw) {
			t.Fatalf("Of(%q): token %d = %v after offset %d", raw, i, token.Span, at)
		}
		if strings.TrimFunc(raw[at:token.Start], unicode.IsSpace) != "" {
			t.Fatalf("Of(%q): %q lies in no token", raw, raw[at:token.Start])
		}
		if !onBoundary(raw, token.Start) || !onBoundary(raw, token.End) {
			t.Fatalf("Of(%q): token %d = %v cuts a rune", raw, i, token.Span)
		}
		at = token.End
	}
	if strings.TrimFunc(raw[at:], unicode.IsSpace) != "" {
		t.Fatalf("Of(%q): %q lies in no token", raw, raw[at:])
	}
	next := 0
	for i, s := range x.Sentences {
		if s.First != next || s.Last <= s.First || s.Span != x.Range(s.First, s.Last) {
			t.Fatalf("Of(%q): sentence %d = %+v, want it to start with token %d", raw, i, s, next)
		}
		next = s.Last
	}
	if next != len(x.Tokens) {
		t.Fatalf("Of(%q): sentences hold %d of %d tokens", raw, next, len(x.Tokens))
	}
}

// onBoundary reports whether offset lies between runes of s, bytes that are
// not UTF-8 being runes of their own.
func onBoundary(s string, offset int) bool {
	for back := 1; back < utf8.UTFMax && offset-back >= 0; back++ {
		if r, size := utf8.DecodeRuneInString(s[offset-back:]); r != utf8.RuneError && size > back {
			return false
		}
	}
	return true
}

func TestInvariants(t *testing.T) {
	a, err := txtar.ParseFile("testdata/sentences.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range a.Files {
		x := text.Of(string(f.Data))
		checkInvariants(t, x)
		if again := text.Of(string(f.Data)); !slices.Equal(again.Tokens, x.Tokens) || !slices.Equal(again.Sentences, x.Sentences) {
			t.Errorf("Of(%q) differs on a second run", f.Data)
		}
	}
}

func TestFindsByOffset(t *testing.T) {
	x := text.Of("Melk froze. No ship left.")
	for offset, want := range map[int][2]int{0: {0, 0}, 3: {0, 0}, 4: {1, 0}, 10: {2, 0}, 11: {3, 1}, 24: {6, 1}, 25: {7, 2}} {
		if token, sentence := x.TokenAt(offset), x.SentenceAt(offset); token != want[0] || sentence != want[1] {
			t.Errorf("TokenAt(%d), SentenceAt(%d) = %d, %d, want %v", offset, offset, token, sentence, want)
		}
	}
}

// TestLinear gives texts that make a careless reader take time in proportion
// to the square of their length; 100 times the limit would be the outcome.
func TestLinear(t *testing.T) {
	for _, unit := range []string{
		"a.", "a", "!", "a'", ".\n", "A. ", "”", "é.", "1,", "a@", "a-", "1/", "1-", "'1", ":-", "a_", "*a", "www.",
		"a://", "a:// ", ") ", "( ", ". ", "a. ", "1) A ", "\" ", "- ", "“ - ", "' ", "mailto:", "a&", "(a", "…", "\u00a0.",
	} {
		linear(t, strings.Repeat(unit, 1<<19/len(unit)))
	}
	linear(t, strings.Repeat("a", 10<<20))
	linear(t, strings.Repeat("x1.y-", 1<<19))
}

func linear(t *testing.T, in string) {
	t.Helper()
	start := time.Now()
	checkCount(t, text.Of(in))
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("Of(%q …, %d bytes) took %v", in[:8], len(in), took)
	}
}

func checkCount(t *testing.T, x *text.Text) {
	if n := len(x.Sentences); n == 0 || x.Sentences[n-1].Last != len(x.Tokens) {
		t.Errorf("sentences do not hold all %d tokens", len(x.Tokens))
	}
}

func FuzzOf(f *testing.F) {
	for _, seed := range []string{"", "Mr. Elde's “U.S.” trip.", "a.a.a.", "1.\n2.", "\xff\xfe.", "’s ’s’", "No. 5… ”\u2029x", "I. Am", "1) A 2) B", ". . . .", "a@b.c http://x.yz/(a))", "5pm US$5 ’90s 1/2/03", "“A?” ― B", "cannot y'all"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) { checkInvariants(t, text.Of(raw)) })
}

func BenchmarkOf(b *testing.B) {
	const paragraph = "“We waited for the ferry. Nobody came,” said Gen. Tarvo K. Elde, the harbour’s former head, on Tuesday. It cost the U.S. $1.5 million.\n\n"
	raw := strings.Repeat(paragraph, 200)
	b.SetBytes(int64(len(raw)))
	words := 0
	for b.Loop() {
		words += len(text.Of(raw).Tokens)
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}

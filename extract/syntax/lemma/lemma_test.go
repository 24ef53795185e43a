package lemma

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"onrecord/extract/learn"
	"onrecord/extract/score"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/text"
)

func tagOf(t testing.TB, xpos, upos string) tag.Tag {
	t.Helper()
	as, err := tag.Of(xpos, upos)
	if err != nil {
		t.Fatal(err)
	}
	return as
}

func TestOf(t *testing.T) {
	for _, c := range []struct{ situation, word, xpos, upos, want string }{
		{"a regular plural", "ships", "NNS", "NOUN", "ship"},
		{"a plural in ies", "Cities", "NNS", "NOUN", "city"},
		{"an irregular plural", "children", "NNS", "NOUN", "child"},
		{"a regular past", "rejected", "VBD", "VERB", "reject"},
		{"a past after e", "announced", "VBD", "VERB", "announce"},
		{"a doubled consonant", "planned", "VBD", "VERB", "plan"},
		{"an irregular past", "went", "VBD", "VERB", "go"},
		{"a gerund", "making", "VBG", "VERB", "make"},
		{"the verb to be", "was", "VBD", "AUX", "be"},
		{"a contracted verb", "’s", "VBZ", "AUX", "be"},
		{"a contracted negation", "n’t", "RB", "PART", "not"},
		{"a comparative", "better", "JJR", "ADJ", "good"},
		{"a pronoun", "me", "PRP", "PRON", "I"},
		{"a small pronoun", "i", "PRP", "PRON", "I"},
		{"a name", "Quillenby", "NNP", "PROPN", "Quillenby"},
		{"a name in capitals unheard of", "NATO", "NNP", "PROPN", "NATO"},
		{"the first word of a sentence", "Talks", "NNS", "NOUN", "talk"},
		{"an adjective of a nation", "Russian", "JJ", "ADJ", "Russian"},
		{"a number with a comma", "10,400", "CD", "NUM", "10400"},
		{"an ordinal in figures", "19th", "JJ", "ADJ", "19th"},
		{"a word unheard of", "quillomed", "VBD", "VERB", "quillom"},
		{"a typographic mark", "“", "``", "PUNCT", "\""},
	} {
		if got := Of(c.word, tagOf(t, c.xpos, c.upos)); got != c.want {
			t.Errorf("%s: Of(%q, %s) = %q, want %q", c.situation, c.word, c.xpos, got, c.want)
		}
	}
}

func TestEdit(t *testing.T) {
	for _, c := range []struct{ word, lemma, edit string }{
		{"cities", "city", "3 y"},
		{"was", "be", "3 be"},
		{"ship", "ship", "0 "},
		{"åsen", "ås", "2 "},
		{"né", "nè", "1 è"},
		{"go", "goes", "0 es"},
	} {
		e := editOf(c.word, c.lemma)
		if e.String() != c.edit || e.apply(c.word) != c.lemma {
			t.Errorf("editOf(%q, %q) = %q and gives %q, want %q", c.word, c.lemma, e, e.apply(c.word), c.edit)
		}
		if again, err := readEdit(e.String()); again != e || err != nil {
			t.Errorf("readEdit(%q) = %v, %v, want %v", e, again, err, e)
		}
	}
	for _, bad := range []string{"", "y", "-1 y"} {
		if _, err := readEdit(bad); err == nil {
			t.Errorf("readEdit(%q) gives no error", bad)
		}
	}
}

func trained(t testing.TB) []byte {
	t.Helper()
	var b score.Treebank
	var tree score.Tree
	for _, pair := range [][2]string{{"sails", "sail"}, {"fails", "fail"}, {"has", "have"}, {"Rains", "rain"}} {
		start := len(b.Text)
		b.Text += pair[0] + " "
		tree.Words = append(tree.Words, score.Word{
			Span: text.Span{Start: start, End: start + len(pair[0])}, Lemma: pair[1], XPOS: "VBZ", UPOS: "VERB",
		})
	}
	b.Trees = []score.Tree{tree}
	var out bytes.Buffer
	if _, err := Train([]score.Treebank{b}, nil).WriteTo(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestTrain(t *testing.T) {
	data := trained(t)
	if !bytes.Equal(data, trained(t)) {
		t.Error("training twice gives other bytes")
	}
	r, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]string{"sails": "sail", "has": "have", "Quills": "quill", "rains": "rain"} {
		if got := r.Of(word, tagOf(t, "VBZ", "VERB")); got != want {
			t.Errorf("Of(%q) = %q after training, want %q", word, got, want)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	if _, err := Open(trained(t)[:100]); err == nil {
		t.Error("Open of half a model gives no error")
	}
	f := learn.NewFile(kind)
	learn.NewIndex([]uint64{1}).Put(f, "rules")
	learn.Put(f, "edit", []uint16{9})
	f.PutWords("edits", []string{"0 "})
	learn.Put(f, "common", make([]uint16, tags*commonEdits))
	learn.Put(f, "spellings", make([]spelling, contexts))
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(b.Bytes()); err == nil {
		t.Error("Open of rules with an edit that is not there gives no error")
	}
}

func FuzzOf(f *testing.F) {
	f.Add("Städte’s", byte(7))
	f.Add("\xff\xfe", byte(200))
	f.Fuzz(func(t *testing.T, word string, as byte) {
		got := Of(word, tag.Tag(as))
		if utf8.ValidString(word) && !utf8.ValidString(got) {
			t.Errorf("Of(%q, %d) = %q, which is no UTF-8", word, as, got)
		}
		if again := Of(word, tag.Tag(as)); again != got {
			t.Errorf("Of(%q, %d) = %q, then %q", word, as, got, again)
		}
	})
}

func BenchmarkOf(b *testing.B) {
	words := []string{"Talks", "ships", "rejected", "the", "minister", "NATO", "were", "quillomed"}
	xpos := [][2]string{{"NNS", "NOUN"}, {"NNS", "NOUN"}, {"VBD", "VERB"}, {"DT", "DET"}, {"NN", "NOUN"}, {"NNP", "PROPN"}, {"VBD", "AUX"}, {"VBD", "VERB"}}
	var as []tag.Tag
	for _, p := range xpos {
		as = append(as, tagOf(b, p[0], p[1]))
	}
	for b.Loop() {
		for i, w := range words {
			Of(w, as[i])
		}
	}
}

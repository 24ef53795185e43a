package article

import (
	"strings"
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"
)

// closeConfidence is enough for a language that is not in Latin script: the
// others of its script are so close to it that whatlanggo is never sure, and
// none of them is English.
const closeConfidence = 0.4

// What a text must have for its language to be told, and how much of it is
// looked at.
const (
	languageLetters = 40
	languageSample  = 4 << 10
)

// languageOf is the ISO 639-1 code of the language text is in, "" when it is
// too short or in doubt.
func languageOf(text string) string {
	if len(text) > languageSample {
		text = strings.ToValidUTF8(text[:languageSample], "")
	}
	letters := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters < languageLetters {
		return ""
	}
	info := whatlanggo.Detect(text)
	if info.IsReliable() || info.Script != unicode.Latin && info.Confidence >= closeConfidence {
		return info.Lang.Iso6391()
	}
	return ""
}

// languageTag is the ISO 639-1 code in a tag such as "en-GB" or "pt_BR", ""
// when it begins with none.
func languageTag(tag string) string {
	code := strings.ToLower(strings.TrimSpace(tag))
	if end := strings.IndexAny(code, "-_"); end >= 0 {
		code = code[:end]
	}
	if len(code) != 2 || code[0] < 'a' || code[0] > 'z' || code[1] < 'a' || code[1] > 'z' {
		return ""
	}
	return code
}

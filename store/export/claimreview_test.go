package export

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/store"
)

// A schemaType is the properties that schema.org gives a type, of those that
// are written here, with the types of their values: "Text", "URL", "Date",
// "Number", or the name of another type. A list after a name can be an array.
type schemaType map[string][]string

// schemaOrg is what schema.org says of the types of a ClaimReview, the
// properties of their parents (Review, CreativeWork, Thing …) included.
var schemaOrg = map[string]schemaType{
	"ClaimReview": {
		"url": {"URL"}, "datePublished": {"Date"}, "claimReviewed": {"Text"}, "author": {"Organization", "Person"}, "itemReviewed": {"Claim"}, "reviewRating": {"Rating"},
	},
	"Claim": {
		"text": {"Text"}, "datePublished": {"Date"}, "author": {"Organization", "Person"}, "firstAppearance": {"CreativeWork"}, "appearance": {"CreativeWork"}, "sameAs": {"URL"},
	},
	"CreativeWork": {"url": {"URL"}, "headline": {"Text"}, "datePublished": {"Date"}, "publisher": {"Organization", "Person"}},
	"Rating": {
		"alternateName": {"Text"}, "ratingValue": {"Number"}, "bestRating": {"Number"}, "worstRating": {"Number"}, "ratingExplanation": {"Text"},
	},
	"Organization": {"name": {"Text"}, "url": {"URL"}},
	"Person":       {"name": {"Text"}, "url": {"URL"}, "jobTitle": {"Text"}},
}

// googleRequires is the properties without which Google's documentation of
// fact checks does not take a type.
var googleRequires = map[string][]string{
	"ClaimReview": {"claimReviewed", "reviewRating", "url"},
	"Rating":      {"alternateName"},
	"Claim":       {},
}

// breaches is what is wrong with a review by schema.org and Google.
func breaches(review any) []string {
	o, ok := review.(object)
	if !ok || o["@type"] != "ClaimReview" {
		return []string{"no ClaimReview"}
	}
	var wrong []string
	if o["@context"] != "https://schema.org" {
		wrong = append(wrong, fmt.Sprintf("@context = %v", o["@context"]))
	}
	wrong = append(wrong, ofType(o, "ClaimReview")...)
	if rating, ok := o["reviewRating"].(object); ok && rating["ratingValue"] != nil {
		value, low, high := amount(rating["ratingValue"]), amount(rating["worstRating"]), amount(rating["bestRating"])
		if low > value || value > high {
			wrong = append(wrong, fmt.Sprintf("ratingValue %v is not from worst %v to best %v", value, low, high))
		}
	}
	return wrong
}

func amount(v any) float64 {
	n, _ := v.(json.Number)
	f, _ := n.Float64() // 0 for what is no number, which its type tells
	return f
}

func ofType(o object, want string) []string {
	var wrong []string
	known := schemaOrg[want]
	for key, value := range o {
		if key == "@context" || key == "@type" {
			continue
		}
		types, ok := known[key]
		if !ok {
			wrong = append(wrong, want+" has no property "+key)
			continue
		}
		for _, v := range list(value) {
			if !slices.ContainsFunc(types, func(name string) bool { return len(isType(v, name)) == 0 }) {
				wrong = append(wrong, fmt.Sprintf("%s of %s is %v, want %v %v", key, want, v, types, isType(v, types[0])))
			}
		}
	}
	for _, key := range googleRequires[want] {
		if value, there := o[key]; !there || value == "" {
			wrong = append(wrong, want+" lacks "+key)
		}
	}
	return wrong
}

// isType is what keeps a value from being of a type.
func isType(v any, name string) []string {
	s, text := v.(string)
	holds := true
	switch name {
	case "Text":
		holds = text && s != ""
	case "URL":
		holds = text && store.WebAddress(s)
	case "Date":
		_, err := time.Parse(time.DateOnly, s)
		holds = text && err == nil
	case "Number":
		_, holds = v.(json.Number)
	default:
		o, ok := v.(object)
		if !ok || o["@type"] != name {
			return []string{"no " + name}
		}
		return ofType(o, name)
	}
	if !holds {
		return []string{"no " + name}
	}
	return nil
}

func TestClaimReviewHoldsToSchemaOrg(t *testing.T) {
	f := newFilled(t)
	for _, query := range []string{"", "canal"} {
		all := parsed(t, f.write("claimreview", query)).([]any)
		if len(all) != 1 {
			t.Fatalf("%d reviews, want that of the one claim that is ready", len(all))
		}
		for _, wrong := range breaches(all[0]) {
			t.Error(wrong)
		}
		r := all[0].(object)
		got := fmt.Sprint(r["claimReviewed"], r["url"], r["datePublished"], r["author"], r["reviewRating"])
		want := "typed claim: 40 ships wait." + "https://press.example/typed-address" + "2031-03-07" +
			"map[@type:Organization name:typed publisher url:https://press.example/]" +
			"map[@type:Rating alternateName:typed verdict bestRating:2 ratingExplanation:typed reason ratingValue:2 worstRating:1]"
		if strings.ReplaceAll(got, " map", "map") != want {
			t.Errorf("the review is %s, want %s", got, want)
		}
		item := r["itemReviewed"].(object)
		if got := fmt.Sprint(item["author"]); got != "map[@type:Person jobTitle:harbour master name:Ilse Maren]" {
			t.Errorf("the claim is by %s, want the person with her role", got)
		}
		first := item["firstAppearance"].(object)
		if first["url"] != "https://coast.example/a?x=1&y=2" || item["appearance"] != nil {
			t.Errorf("the claim appears at %v and %v, want the one article with an address", first, item["appearance"])
		}
	}
}

// The validator itself finds what is broken.
func TestSchemaOrgIsHeld(t *testing.T) {
	whole := newFilled(t).write("claimreview", "")
	for damage, by := range map[string]string{
		`"@type": "Claim"`: `"@type": "Thing"`, `"url": "https://press.example/typed`: `"url": "press/typed`,
		`"datePublished": "2031`: `"datePublished": "on 2031`, `"@type": "Person"`: `"@type": "Group"`, `"ratingValue": 2`: `"ratingValue": "two"`,
		`"alternateName":`: `"title":`, `"worstRating": 1`: `"worstRating": 7`, `"claimReviewed":`: `"claim":`, `"@context": "https://schema.org"`: `"@context": "https://schema"`,
	} {
		damaged := strings.Replace(whole, damage, by, 1)
		if damaged == whole || len(breaches(parsed(t, damaged).([]any)[0])) == 0 {
			t.Errorf("breaches with %s = none, want some", by)
		}
	}
}

// What a review needs is said, and no file is made without it.
func TestClaimReviewSaysWhatIsMissing(t *testing.T) {
	f := newFilled(t)
	of := func(claim int64) string {
		var missing []string
		err := f.View(context.Background(), func(tx *store.Tx) (err error) { _, missing, err = ReviewOf(tx, claim); return err })
		if err != nil {
			t.Fatal(err)
		}
		return strings.Join(missing, " ")
	}
	save := func(change func(c *store.Claim)) {
		f.do("Changed", func(d *store.Deed) error {
			c, err := d.Tx().Claim(f.claim)
			if err != nil {
				return err
			}
			change(&c)
			_, err = d.SaveClaim(c)
			return err
		})
	}
	if got := of(f.claim); got != "" {
		t.Errorf("missing of a whole claim = %q, want nothing", got)
	}
	for name, want := range map[string]string{
		"not ready": "this one is open", "address": "the address where your article stands", "verdict": "needs a verdict", "who": "whether Somebody Unheard is a person or an organization",
	} {
		if got := of(f.second); !strings.Contains(got, want) {
			t.Errorf("%s: missing = %q, want %q in it", name, got, want)
		}
	}
	f.publish(store.Publication{Claim: f.second, Maker: "organization"})
	if got := of(f.second); strings.Contains(got, "whether") {
		t.Errorf("missing = %q after the user said what they are", got)
	}
	if err := (Publisher{Kind: "person"}).Save(context.Background(), f.Archive); err != nil {
		t.Fatal(err)
	}
	if got := of(f.claim); !strings.Contains(got, "the name of who publishes it") {
		t.Errorf("missing without a publisher = %q", got)
	}
	var b strings.Builder
	err := Write(context.Background(), &b, f.Archive, "claimreview", "")
	if !errors.Is(err, ErrMissing) || b.Len() != 0 || !strings.Contains(err.Error(), "name of who publishes") {
		t.Errorf("Write = %v with %d bytes, want what is missing and nothing written", err, b.Len())
	}
	save(func(c *store.Claim) { c.Status = "checking" })
	if got := f.write("claimreview", ""); strings.TrimSpace(got) != "[]" {
		t.Errorf("the reviews of claims that are not ready = %s, want none", got)
	}
}

// A verdict without a number in the user's list gives none.
func TestClaimReviewInventsNoNumber(t *testing.T) {
	f := newFilled(t)
	f.do("Changed", func(d *store.Deed) error {
		c, err := d.Tx().Claim(f.claim)
		if err != nil {
			return err
		}
		c.Verdict = "no number"
		_, err = d.SaveClaim(c)
		return err
	})
	r := parsed(t, f.write("claimreview", "")).([]any)[0].(object)["reviewRating"].(object)
	if r["ratingValue"] != nil || r["bestRating"] != nil || r["alternateName"] != "no number" {
		t.Errorf("the rating is %v, want the words alone", r)
	}
}

// A review is put into a page, which no word of it may end.
func TestClaimReviewCannotEndItsScript(t *testing.T) {
	var b strings.Builder
	if err := WriteReview(&b, ClaimReview{ClaimReviewed: "</script><script>alert(1)"}); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(b.String(), "<>") {
		t.Errorf("WriteReview = %s, want no < or >", b.String())
	}
}

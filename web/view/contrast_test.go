package view_test

import (
	"math"
	"os"
	"regexp"
	"strconv"
	"testing"
)

var colour = regexp.MustCompile(`--([a-z-]+): light-dark\(#([0-9a-f]{6}), #([0-9a-f]{6})\)`)

// palette is the colours of the style sheet by name, for the light and the
// dark theme.
func palette(t *testing.T) map[string][2]string {
	t.Helper()
	css, err := os.ReadFile("../static/app.css")
	if err != nil {
		t.Fatal(err)
	}
	colours := map[string][2]string{}
	for _, m := range colour.FindAllStringSubmatch(string(css), -1) {
		colours[m[1]] = [2]string{m[2], m[3]}
	}
	return colours
}

// luminance is the relative luminance of a colour in hexadecimal, as WCAG 2.2
// defines it.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

// contrast is the ratio of two colours, from 1 to 21.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// TestContrast holds the contrasts of WCAG 2.2 AA in both themes: 4.5 for
// text, 3 for the edges of controls and highlights.
func TestContrast(t *testing.T) {
	colours := palette(t)
	for _, c := range []struct {
		least   float64
		front   []string
		grounds []string
	}{
		{4.5, []string{"ink", "soft", "faint", "accent", "who", "place", "said-line", "yes", "no"}, []string{"paper", "panel"}},
		{4.5, []string{"ink", "who", "place"}, []string{"said", "accent-ground"}},
		{4.5, []string{"ink", "soft", "accent"}, []string{"accent-ground", "said"}},
		{3, []string{"edge", "said-line", "accent", "time", "amount", "event", "place", "yes", "no"}, []string{"paper", "panel"}},
		{3, []string{"time", "amount", "event", "said-line"}, []string{"said"}},
		{4.5, []string{"paper"}, []string{"event"}},
	} {
		for _, front := range c.front {
			for _, ground := range c.grounds {
				for i, theme := range []string{"light", "dark"} {
					if colours[front][i] == "" || colours[ground][i] == "" {
						t.Fatalf("app.css has no colour %s or %s", front, ground)
					}
					if got := contrast(t, colours[front][i], colours[ground][i]); got < c.least {
						t.Errorf("%s: %s on %s has contrast %.2f, want at least %.1f", theme, front, ground, got, c.least)
					}
				}
			}
		}
	}
}

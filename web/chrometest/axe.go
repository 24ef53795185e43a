package chrometest

import (
	"os"
	"testing"

	"github.com/chromedp/chromedp"
)

// Axe is the source of axe-core (https://github.com/dequelabs/axe-core), the
// file that ONRECORD_AXE names. It is no part of the program: without it the
// test is skipped, and fails where ONRECORD_BROWSER is "required".
func Axe(t *testing.T) string {
	t.Helper()
	file := os.Getenv("ONRECORD_AXE")
	if file == "" {
		if os.Getenv("ONRECORD_BROWSER") == "required" {
			t.Fatal("ONRECORD_AXE names no axe.min.js, and ONRECORD_BROWSER=required")
		}
		t.Skip("ONRECORD_AXE names no axe.min.js: npm pack axe-core has it")
	}
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(source)
}

// Violations is what axe, the source, finds wrong with the page by WCAG 2.2 A
// and AA and by its own best practices, a line each; "" for nothing.
func (b Tab) Violations(axe string) string {
	b.t.Helper()
	b.Do(chromedp.Evaluate(axe+";0", nil))
	return b.Await(`axe.run(document, {iframes: false, resultTypes: ["violations"],
		runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
		.then((found) => found.violations.flatMap((v) => v.nodes.map((n) => v.id + ": " + n.html.slice(0, 160) + " " + n.any.map((c) => c.message).join("; "))).join("\n"))`)
}

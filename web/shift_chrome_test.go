package web

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"onrecord/web/chrometest"
)

// shifts is what has shifted on the page since it began to come, after a key
// too, which a browser leaves out of its own score.
const shifts = `new Promise((done) => {
	const told = [];
	const tell = (list) => { for (const e of list) told.push(e.value + " " + e.sources.map((s) => s.node?.id || s.node?.className || s.node?.nodeName)); };
	const watch = new PerformanceObserver((list) => tell(list.getEntries()));
	watch.observe({ type: "layout-shift", buffered: true });
	requestAnimationFrame(() => setTimeout(() => { tell(watch.takeRecords()); done(told.join("; ")); }, 50));
})`

// steady holds that nothing has shifted on the page so far.
func steady(t *testing.T, tab chrometest.Tab) {
	t.Helper()
	if got := tab.Await(shifts); got != "" {
		t.Errorf("%s shifts: %s", tab.Script("location.pathname"), got)
	}
}

// arriveSteady opens pages whose script comes late, with text as it is and as
// the user has chosen it to look.
func arriveSteady(t *testing.T, c chrometest.Chrome) {
	b, article := withHarbour(t)
	prompt := b.server.Config.Handler
	b.server.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".js") {
			time.Sleep(200 * time.Millisecond)
		}
		prompt.ServeHTTP(w, r)
	})
	tab := b.open(t, c, "/")
	turn, _ := b.start("/review").Find("#panel").Attr("data-here")
	for _, size := range []string{"usual", "large"} {
		tab.Script(`localStorage.setItem("size", "` + size + `")`)
		for _, path := range []string{"/", article, article + "?tab=notes", turn, "/settings"} {
			tab.Script("location.assign(`" + path + "`)")
			tab.Wait("location.pathname + location.search + document.readyState", path+"complete")
			steady(t, tab)
		}
	}
	tab.Script("localStorage.clear()")
}

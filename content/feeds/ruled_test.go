package feeds_test

import (
	"fmt"
	"net/http"
	"slices"
	"testing"
	"time"

	"lede/content/contenttest"
	"lede/model"
	"lede/model/query"
)

func TestRulesHoldForWhatARefreshBrings(t *testing.T) {
	d := newDesk(t, func(n int, w http.ResponseWriter, _ *http.Request) {
		_, _ = fmt.Fprintf(w, `<rss version="2.0"><channel><title>Courier</title>
			<item><guid>1</guid><title>LIVE: tide</title><description>It rises for the %d. time.</description></item>
			<item><guid>2</guid><title>Harbour towns brace</title><description>They have seen worse.</description></item>
		</channel></rss>`, n)
	},
		model.EntryRule{Name: "live", Query: "title:~^live feed:courier", Read: true, Topic: "Ticker"},
		model.EntryRule{Name: "noise", Query: "harbour", Hide: true})
	id := d.follow(t, "/feed")
	for range d.Refresh(t.Context(), id) {
	}
	if got := contenttest.Titled(t, d.Library, "is:read topic:ticker"); !slices.Equal(got, []string{"LIVE: tide"}) {
		t.Errorf("read, with the topic: got %q", got)
	}
	if got := contenttest.Titled(t, d.Library, ""); !slices.Equal(got, []string{"LIVE: tide"}) {
		t.Errorf("shown: got %q", got)
	}
	if got := contenttest.Titled(t, d.Library, "is:hidden is:read"); !slices.Equal(got, []string{"Harbour towns brace"}) {
		t.Errorf("hidden: got %q", got)
	}
	no := false
	if _, err := d.MarkQuery(t.Context(), "", query.Query{}, model.StatusChange{Read: &no}); err != nil {
		t.Fatal(err)
	}
	d.wait(48 * time.Hour)
	for range d.Refresh(t.Context(), id) {
	}
	if got := contenttest.Titled(t, d.Library, "is:unread topic:ticker text:~2"); len(got) > 1 {
		t.Errorf("after it has changed: got %q", got)
	}
	if got := contenttest.Titled(t, d.Library, "is:unread topic:ticker"); !slices.Equal(got, []string{"LIVE: tide"}) {
		t.Errorf("an entry that has changed is not marked once more, and keeps its topic: got %q", got)
	}
}

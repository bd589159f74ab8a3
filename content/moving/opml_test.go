package moving_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/content/contenttest"
	"lede/content/export"
	"lede/model"

	"lede/content"
)

// TestFeedsSurviveOPML writes feeds as OPML and imports what was written.
func TestFeedsSurviveOPML(t *testing.T) {
	feed := func(url, name, folder string, tags ...string) model.Subscription {
		o := model.FeedOptions{Tags: tags}
		return model.Subscription{URL: url, Name: name, Folder: folder, Site: "https://pier.example/", FeedOptions: o}
	}
	want := []model.Subscription{
		feed("https://pier.example/a?x=1&y=2", `Say "aye" & <go>`, "", "slow news", "Łódź"),
		feed("https://pier.example/b", "Nets", "Water"), feed("https://pier.example/c", "Tides", "Water/Deep"),
		feed("https://pier.example/d", "Wind", "Weather/Deep", "boats"),
	}
	var b bytes.Buffer
	if err := export.OPML(&b, want, time.Unix(1_772_434_800, 0)); err != nil {
		t.Fatal(err)
	}
	l := contenttest.NewLibrary(t, content.Options{})
	import1(t, l, written(t, "feeds.opml", b.String()))
	got, err := l.Feeds(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i := range got {
		got[i].ID, got[i].FeedState, got[i].Home = "", model.FeedState{}, false
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s\n%s", diff, b.String())
	}
}

package library

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"lede/model"
	"lede/ui"
	"lede/ui/feed"
	"lede/ui/uitest"
)

// following is an app whose library follows feeds.
func following(f *uitest.FakeStore, feeds *uitest.FakeFeeds) *ui.App {
	o := uitest.HomeOptions(f)
	o.Feeds = feeds
	return started(o, 80, 24)
}

// said is what the notice says.
func said(a *ui.App) string { return a.Notice.Text }

func TestARefreshSaysWhatIsNewAndWhatFailed(t *testing.T) {
	now := time.Date(2026, 5, 20, 8, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name  string
		steps []model.Refresh
		want  string
	}{
		{
			"none",
			[]model.Refresh{{Last: true}},
			"You follow no feeds. Open a page and press F, or use lede feed add.",
		},
		{
			"news",
			[]model.Refresh{
				{Done: 1, Total: 4, New: 2, Name: "Courier", Fresh: []model.FeedNews{{Name: "Courier", New: 2}}},
				{
					Done: 4, Total: 4, New: 12, Same: 1, Fresh: []model.FeedNews{{Name: "Post", New: 10}}, Last: true,
					Failed: []model.FeedProblem{{Name: "Gazette", Why: "It answers with nothing. lede asks again later."}},
				},
			},
			"12 new articles from 2 feeds. 1 feed failed: Gazette: It answers with nothing. lede asks again later.",
		},
		{"nothing", []model.Refresh{{Done: 3, Total: 3, Same: 3, Last: true}}, "Nothing new in 3 feeds."},
		{
			"changed",
			[]model.Refresh{{
				Done: 1, Total: 1, Changed: 1, Fresh: []model.FeedNews{{Name: "Courier", Changed: 1}}, Last: true,
			}},
			"Nothing new. 1 article changed.",
		},
		{
			"all failed",
			[]model.Refresh{{
				Done: 2, Total: 2, Last: true, Failed: []model.FeedProblem{{Name: "Post", Why: "no answer"}, {Name: "Gazette"}},
			}},
			"2 feeds failed, among them Post: no answer.",
		},
		{
			"not due",
			[]model.Refresh{{Waiting: []model.FeedProblem{
				{Name: "Post", Why: "it was asked for", Next: now.Add(40 * time.Minute)}, {Name: "Gazette", Why: "it is paused"},
			}, Last: true}},
			"No feed is due yet. The next one is in 40 minutes.",
		},
		{
			"paused",
			[]model.Refresh{{Waiting: []model.FeedProblem{{Name: "Post", Why: "it is paused"}}, Last: true}},
			"No feed is asked for now. Post: it is paused.",
		},
		{
			"unkept",
			[]model.Refresh{{Err: errors.New("the disk is full"), Last: true}},
			"Cannot refresh the feeds: the disk is full.",
		},
	} {
		a := following(uitest.Kept(), &uitest.FakeFeeds{Steps: c.steps})
		if uitest.Drive(a, uitest.Press("R")...); said(a) != c.want {
			t.Errorf("%s: %q, want %q", c.name, said(a), c.want)
		}
	}
}

func TestARefreshShowsTheNewRowsAndCanBeStopped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f, feeds := uitest.NewFakeStore(uitest.Courier()[:3]), &uitest.FakeFeeds{Held: make(chan model.Refresh)}
		a := following(f, feeds)
		t.Cleanup(func() { a.Close(); close(feeds.Held) })
		uitest.Drive(a, uitest.Press("R")...)
		f.Records = uitest.NewFakeStore(uitest.Courier()[:4]).Records
		uitest.Drive(a, feed.RefreshedMsg{Steps: feeds.Held, Step: model.Refresh{
			Done: 1, Total: 3, New: 1, Name: "North Coast Courier",
			Fresh: []model.FeedNews{{Name: "North Coast Courier", New: 1}},
		}})
		if got, want := uitest.LastLine(a), " esc stops · 1 of 3 feeds · 1 new · North Coast Courier"; got != want {
			t.Errorf("the last line is %q, want %q", got, want)
		}
		if n := theLibrary(a).pages.n; n != 4 {
			t.Errorf("%d rows are shown while the refresh goes on", n)
		}
		uitest.Drive(a, uitest.Press("R", "j")...)
		if len(feeds.Asked) != 1 {
			t.Errorf("%d refreshes at once", len(feeds.Asked))
		}
		uitest.Drive(a, uitest.Press("esc")...)
		if len(a.Stack) != 1 || feeds.Asked[0].Err() == nil {
			t.Fatal("esc does not stop the refresh")
		}
		uitest.Drive(a, feed.RefreshedMsg{Done: true})
		if got, want := said(a), "Stopped. 1 new article from 1 feed."; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	})
}

func TestARefreshIsOfNoUseWhereNoFeedsAre(t *testing.T) {
	a := home(uitest.Kept(), 80, 24)
	if uitest.Drive(a, uitest.Press("R")...); said(a) != "No feeds are followed here." {
		t.Errorf("%q", said(a))
	}
}

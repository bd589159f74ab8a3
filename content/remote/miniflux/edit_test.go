package miniflux

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/content/remote"
	"lede/content/remote/remotetest"
)

// pulled asks for the feeds and all news, as a sync does, and returns the texts.
func pulled(t *testing.T, s *Service, since remote.Cursor) (texts []string, next remote.Cursor) {
	t.Helper()
	if _, err := s.Feeds(context.Background()); err != nil {
		t.Fatal(err)
	}
	for {
		n, err := s.News(context.Background(), since)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range n.Entries {
			texts = append(texts, e.Item.HTML)
		}
		if since = n.Next; !n.More {
			return texts, since
		}
	}
}

func TestAnEditedEntryComesWithTheNews(t *testing.T) {
	m := remotetest.NewMiniflux(t)
	m.Fill(1, 3)
	s, front := service(t, m.URL)
	all, since := pulled(t, s, "")
	if len(all) != 3 {
		t.Fatalf("the first news are %q", all)
	}
	_, since = pulled(t, s, since) // which counts once more what came last
	front.Requests()
	if again, _ := pulled(t, s, since); len(again) > 0 || len(front.Requests()) > 2 {
		t.Errorf("without a change %q came again", again)
	}
	edited := m.Entry(2)
	edited.HTML = "<p>The water fell.</p>"
	m.Put(edited)
	texts, since := pulled(t, s, since)
	if !slices.Contains(texts, edited.HTML) {
		t.Errorf("after an edit came %q", texts)
	}
	if again, _ := pulled(t, s, since); len(again) > 0 {
		t.Errorf("it came again with %q", again)
	}
}

// TestACursorOfBeforeReadingsWereKept has one that says nothing of feeds: what was read by then is not asked for.
func TestACursorOfBeforeReadingsWereKept(t *testing.T) {
	m := remotetest.NewMiniflux(t)
	m.Fill(1, 3)
	s, _ := service(t, m.URL)
	if texts, _ := pulled(t, s, "3 0 3 0 3 0"); len(texts) > 0 {
		t.Errorf("%q came again", texts)
	}
}

func TestFeedsThatWereReadAnewAreComparedInTurn(t *testing.T) {
	was, now := readings{turn: 2, of: map[int64]string{}}, map[int64]string{}
	for id := range int64(5) {
		was.of[id], now[id] = "a", "b"
	}
	now[3], now[9] = "a", "b" // one that is as it was, and one that is new
	if diff := cmp.Diff([]int64{4, 0, 1, 2}, was.others(now)); diff != "" {
		t.Errorf("the feeds (-want +got)\n%s", diff)
	}
	if again := parseReadings(was.String()); fmt.Sprint(again) != fmt.Sprint(was) {
		t.Errorf("%q is read as %q", was, again)
	}
	if r := parseReadings("3 x=1 y"); r.turn != 0 || len(r.of) > 0 {
		t.Errorf("nonsense is read as %v", r)
	}
}

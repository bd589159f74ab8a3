package library

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"lede/model"
	"lede/model/query"
	"lede/ui"
	"lede/ui/uitest"
)

// followed are feeds in folders, which the articles of a store have come by one after the other.
func followed(f *uitest.FakeStore) *uitest.FakeFeeds {
	feeds := []model.Subscription{
		{ID: "1", Name: "Gazette", Unread: 2, FeedState: model.FeedState{Error: "It answers with nothing."}},
		{ID: "2", Name: "Courier", Folder: "News", Unread: 3},
		{ID: "3", Name: "Flash", Folder: "News Flash", Unread: 4},
		{ID: "4", Name: "Post", Folder: "News/Daily", Unread: 5},
	}
	for i := range f.Records {
		f.Records[i].Feeds = feeds[i%len(feeds) : i%len(feeds)+1]
	}
	return &uitest.FakeFeeds{Followed: feeds}
}

// columnPart are the lines of the column under a head, without blanks at their ends.
func columnPart(screen, head string) []string {
	var part []string
	in := false
	for line := range strings.Lines(screen) {
		left, _, _ := strings.Cut(line, "│")
		left = strings.TrimRight(strings.TrimPrefix(left, "▌"), " ")
		switch {
		case strings.HasPrefix(strings.TrimSpace(left), head):
			in = true
		case in && left == "":
			return part
		case in:
			part = append(part, strings.Join(strings.Fields(left), " "))
		}
	}
	return part
}

func TestTheColumnListsFeedsWithWhatIsUnread(t *testing.T) {
	f := uitest.Kept()
	a := following(f, followed(f))
	uitest.Drive(a, uitest.Press("tab")...)
	uitest.Golden(t, a, "library/feeds-80x24")
	want := "Gazette ! 2|News/ 8|Courier 3|Daily/ 5|Post 5|News Flash/ 4|Flash 4"
	if got := strings.Join(columnPart(uitest.ScreenText(a), "Feeds"), "|"); got != want {
		t.Errorf("the column lists %q, want %q", got, want)
	}
}

func TestAFeedOfTheColumnNarrowsTheList(t *testing.T) {
	for name, want := range map[string]int{"Gazette": 3, "News/": 6, "Daily/": 3, "News Flash/": 3} {
		f := uitest.Kept()
		a := following(f, followed(f))
		l := theLibrary(a)
		uitest.Drive(a, uitest.Press("tab")...)
		for strings.TrimSpace(l.column.item().name) != name {
			at := l.column.rows.At
			if uitest.Drive(a, uitest.Press("j")...); l.column.rows.At == at {
				t.Fatalf("%s is not in the column", name)
			}
		}
		uitest.Drive(a, uitest.Press("enter")...)
		if l.pages.n != want || !strings.Contains(uitest.ScreenText(a), strings.TrimSuffix(name, "/")) {
			t.Errorf("%s: %d rows, want %d\n%s", name, l.pages.n, want, uitest.ScreenText(a))
		}
		text := l.ask.text()
		if uitest.Drive(a, uitest.Press("esc")...); l.pages.n != 12 {
			t.Errorf("%s: %d rows once it is taken off", name, l.pages.n)
		}
		uitest.Drive(a, uitest.Press("/")...)
		uitest.Drive(a, keysOf(text+" ")...)
		if uitest.Drive(a, uitest.Press("enter")...); l.pages.n != want {
			t.Errorf("%s is written %q, which finds %d rows", name, text, l.pages.n)
		}
	}
}

func TestThePaletteLeadsToAFeed(t *testing.T) {
	f := uitest.Kept()
	a := following(f, followed(f))
	uitest.Drive(a, uitest.Press(":")...)
	uitest.Drive(a, keysOf("folder:news/daily")...)
	if uitest.Drive(a, uitest.Press("enter")...); theLibrary(a).ask.feed.Folder != "News/Daily" {
		t.Errorf("it leads to\n%s", uitest.ScreenText(a))
	}
}

// TestManyFeedsLeaveRoomForTheRest follows so many that only folders, and what is unread outside of them, are listed
// until a folder is asked for.
func TestManyFeedsLeaveRoomForTheRest(t *testing.T) {
	feeds := []model.Subscription{{ID: "u", Name: "Unread", Unread: 1}, {ID: "r", Name: "Read"}}
	for i := range 40 {
		feeds = append(feeds, model.Subscription{
			ID: model.ID(fmt.Sprint(i)), Name: fmt.Sprintf("Feed %02d", i), Folder: "News",
		})
	}
	a := following(uitest.Kept(), &uitest.FakeFeeds{Followed: feeds})
	uitest.Drive(a, uitest.Press("tab")...)
	if got := strings.Join(columnPart(uitest.ScreenText(a), "Feeds"), "|"); got != "Unread 1|News/ 0" {
		t.Errorf("the column lists %q", got)
	}
	l := theLibrary(a)
	for l.column.item().name != "News/" {
		uitest.Drive(a, uitest.Press("j")...)
	}
	uitest.Drive(a, uitest.Press("enter", "tab")...)
	n := 0
	for _, i := range l.column.items {
		if i.kind == feedItem {
			n++
		}
	}
	if n != 42 {
		t.Errorf("%d lines of feeds once their folder is asked for", n)
	}
}

func TestTheHealthOfAFeedIsShown(t *testing.T) {
	f := uitest.Kept()
	feeds := followed(f)
	g := &feeds.Followed[0]
	g.URL, g.Entries, g.Texts, g.Teasers, g.Failures = "https://gazette.example/feed", 9, 8, 2, 3
	a := following(f, feeds)
	now := a.Now()
	g.Tried, g.Came = now.Add(-20*time.Minute), now.Add(-5*time.Hour)
	g.Failing, g.Due, g.Why = now.Add(-3*time.Hour), now.Add(40*time.Minute), "it has failed 3 times"
	a = following(f, feeds)
	uitest.Drive(a, uitest.Press("tab", "i")...)
	if said(a) != "This goes for feeds and accounts only." {
		t.Errorf("on a view i says %q", said(a))
	}
	l := theLibrary(a)
	for l.column.item().name != "Gazette" {
		uitest.Drive(a, uitest.Press("j")...)
	}
	uitest.Drive(a, uitest.Press("i")...)
	uitest.Golden(t, a, "library/health-80x24")
	screen := uitest.ScreenText(a)
	for _, want := range []string{
		"9, 2 unread", "75 % of 8 entries", "20 min ago", "5 h ago", "It answers with nothing.", "3 times",
		"08:40: it has failed",
	} {
		if !strings.Contains(screen, want) {
			t.Errorf("%q is not in\n%s", want, screen)
		}
	}
	if uitest.Drive(a, uitest.Press("esc")...); len(a.Stack) != 1 {
		t.Error("esc does not close the box")
	}
}

// inFeed shows what has come by a feed of followed alone.
func inFeed(f *uitest.FakeStore, name string) *ui.App {
	a := following(f, followed(f))
	uitest.Drive(a, uitest.Press("tab")...)
	for l := theLibrary(a); strings.TrimSpace(l.column.item().name) != name; {
		uitest.Drive(a, uitest.Press("j")...)
	}
	return a
}

func TestNextUnreadGoesOnToTheNextFeed(t *testing.T) {
	f := uitest.Kept()
	a := inFeed(f, "Courier")
	l := theLibrary(a)
	uitest.Drive(a, uitest.Press("enter", "M")...)
	if got := said(a); !strings.Contains(got, "U takes it back") {
		t.Errorf("marking all says %q", got)
	}
	if uitest.Drive(a, uitest.Press("n")...); l.ask.feed.Feed != "Post" || l.selected() == nil {
		t.Fatalf("it goes on to %+v\n%s", l.ask.feed, uitest.ScreenText(a))
	}
	if row := l.selected(); row.Status.Read {
		t.Errorf("the cursor is on %q, which is read", row.Title)
	}
	first := l.selected().Title
	uitest.Drive(a, uitest.Press("enter")...)
	for range 3 { // its articles, until none is left
		uitest.Drive(a, uitest.Press(">")...)
	}
	if l.ask.feed.Feed != "Flash" || !a.Covered(l) {
		t.Errorf("from the last of %q the reader goes on to %+v\n%s", first, l.ask.feed, uitest.ScreenText(a))
	}
}

func TestAFeedIsMarkedReadFromTheColumn(t *testing.T) {
	f := uitest.Kept()
	a := inFeed(f, "News/")
	unreadOf := func() int {
		q, _ := query.Parse("folder:news is:unread", a.Now())
		n, _ := f.Count(t.Context(), q)
		return n
	}
	before := unreadOf()
	uitest.Drive(a, uitest.Press("m")...)
	if got := said(a); got != "Marked News/ read. U takes it back." || before == 0 || unreadOf() != 0 {
		t.Errorf("%d of %d are unread, and it says %q", unreadOf(), before, got)
	}
	if uitest.Drive(a, uitest.Press("U")...); unreadOf() != before {
		t.Errorf("%d are unread once it is undone, want %d", unreadOf(), before)
	}
	if uitest.Drive(a, uitest.Press("g", "m")...); said(a) != "This goes for feeds and folders only." {
		t.Errorf("on a view it says %q", said(a))
	}
}

func TestHiddenFeedsAreNotInTheColumn(t *testing.T) {
	f := uitest.Kept()
	feeds := followed(f)
	feeds.Followed[1].Hidden = true
	a := following(f, feeds)
	uitest.Drive(a, uitest.Press("tab")...)
	want := "Gazette ! 2|News/ 5|Daily/ 5|Post 5|News Flash/ 4|Flash 4"
	if got := strings.Join(columnPart(uitest.ScreenText(a), "Feeds"), "|"); got != want {
		t.Errorf("the column lists %q, want %q", got, want)
	}
}

func TestTodayIsWhatCameOrWasPublishedToday(t *testing.T) {
	f := uitest.Kept()
	a := home(f, 120, 40)
	l := theLibrary(a)
	now := a.Now()
	f.Records[2].Status.Arrived, f.Records[4].Article.Published = now.Add(-time.Hour), now.Add(-2*time.Hour)
	uitest.Drive(a, uitest.Press("tab", "g", "enter")...)
	if l.ask.view != today || l.pages.n != 2 {
		t.Errorf("%s: %d rows", l.ask.view, l.pages.n)
	}
	if got := l.ask.text(); got != "(came:today OR on:today)" {
		t.Errorf("it is written %q", got)
	}
}

func TestTheListFollowsTheFeedOfASite(t *testing.T) {
	f := uitest.Kept()
	feeds := followed(f)
	for i := range f.Records {
		f.Records[i].Article.URL = "https://courier.example/1"
	}
	a := following(f, feeds)
	courier := model.FeedAdded{Feed: model.Subscription{Title: "The Courier"}, New: true, Entries: 2}
	feeds.Found = map[string]model.FeedAdded{"https://courier.example/1": courier}
	if uitest.Drive(a, uitest.Press("F")...); said(a) != "You follow The Courier now: 2 articles." {
		t.Errorf("it says %q", said(a))
	}
}

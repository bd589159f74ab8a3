package library

import (
	"strings"
	"testing"
	"time"

	"lede/model"
	"lede/ui"
	"lede/ui/uitest"
)

// TestAnAccountWithoutArticlesShowsWhatIsThere has a library that nothing has come into but accounts and feeds.
func TestAnAccountWithoutArticlesShowsWhatIsThere(t *testing.T) {
	home := model.AccountState{ID: "acc", Name: "home", Feeds: 2, Waiting: 3}
	broken := model.AccountState{ID: "b", Name: "work", Error: "work does not accept the login. Check the password."}
	followed := []model.Subscription{{ID: "1", Name: "Courier", Folder: "News"}}
	for _, c := range []struct {
		name    string
		feeds   *uitest.FakeFeeds
		column  string
		says    string
		samples bool
	}{
		{"nothing", &uitest.FakeFeeds{}, "", "These are samples.", true},
		{"an account", &uitest.FakeFeeds{Synced: []model.AccountState{home}}, "home 3", "Press R to sync with home.", false},
		{
			"feeds of it", &uitest.FakeFeeds{Synced: []model.AccountState{home}, Followed: followed}, "home 3",
			"Press R to sync with home.", false,
		},
		{
			"two of them", &uitest.FakeFeeds{Synced: []model.AccountState{home, broken}}, "home 3|work ! 0",
			"work: work does not accept the login.", false,
		},
		{"feeds alone", &uitest.FakeFeeds{Followed: followed}, "", "Press R to ask your feeds for articles.", false},
	} {
		a := following(uitest.NewFakeStore(nil), c.feeds)
		screen := uitest.ScreenText(a)
		if !strings.Contains(screen, c.says) || strings.Contains(screen, "Sample articles") != c.samples {
			t.Errorf("%s: want %q and samples %v\n%s", c.name, c.says, c.samples, screen)
		}
		uitest.Drive(a, uitest.Press("tab")...)
		screen = uitest.ScreenText(a)
		if got := strings.Join(columnPart(screen, "Accounts"), "|"); got != c.column {
			t.Errorf("%s: the accounts are %q, want %q", c.name, got, c.column)
		}
		want := map[int]string{1: "News/ 0|Courier 0"}[len(c.feeds.Followed)]
		if got := strings.Join(columnPart(screen, "Feeds"), "|"); got != want {
			t.Errorf("%s: the feeds are %q", c.name, got)
		}
	}
}

func TestFeedsThatComeTakeTheSamplesAway(t *testing.T) {
	feeds := &uitest.FakeFeeds{}
	a := following(uitest.NewFakeStore(nil), feeds)
	feeds.Followed = []model.Subscription{{ID: "1", Name: "Courier"}}
	if uitest.Drive(a, ui.StoreChangedMsg{}); !strings.Contains(uitest.ScreenText(a), "Nothing has come yet.") {
		t.Errorf("with a feed it shows\n%s", uitest.ScreenText(a))
	}
}

// onAccount is an app whose cursor is on an account.
func onAccount(t *testing.T, feeds *uitest.FakeFeeds) *ui.App {
	t.Helper()
	a := following(uitest.Kept(), feeds)
	uitest.Drive(a, uitest.Press("tab")...)
	for l := theLibrary(a); l.column.item().kind != accountItem; {
		at := l.column.rows.At
		if uitest.Drive(a, uitest.Press("j")...); l.column.rows.At == at {
			t.Fatalf("there is no account in the column\n%s", uitest.ScreenText(a))
		}
	}
	return a
}

func TestTheStateOfAnAccountIsShown(t *testing.T) {
	now := time.Date(2026, 5, 20, 8, 0, 0, 0, time.UTC)
	state := model.AccountState{
		ID: "acc", Name: "home", Feeds: 12, Waiting: 3, Server: "Miniflux 2.3.5", User: "ada",
		Tried: now.Add(-20 * time.Minute), Synced: now.Add(-3 * time.Hour), Until: now.Add(10 * time.Minute),
		Error: "The password is another one. Give it again: lede account add.",
		Last:  model.Exchange{Sent: 1, New: 4, Read: 2, Gone: 1, Notes: []string{"A note."}},
	}
	a := onAccount(t, &uitest.FakeFeeds{Synced: []model.AccountState{state}})
	uitest.Drive(a, uitest.Press("i")...)
	uitest.Golden(t, a, "library/account-80x24")
	screen := uitest.ScreenText(a)
	for _, want := range []string{
		"Miniflux 2.3.5, as ada", "feeds        12", "3 h ago", "4 new, 2 read elsewhere, 1 feed removed", "1 change",
		"3 changes, with the next sync", "20 min ago", "Give it again: lede account", "08:10", "A note.",
	} {
		if !strings.Contains(screen, want) {
			t.Errorf("%q is not told", want)
		}
	}
}

func TestEnterOnAnAccountSyncsWithItAlone(t *testing.T) {
	for _, c := range []struct {
		step model.Refresh
		want string
	}{
		{model.Refresh{Done: 1, Total: 1, New: 3}, "home: 3 new."},
		{model.Refresh{Done: 1, Total: 1, Same: 1}, "Nothing new on home."},
		{
			model.Refresh{Done: 1, Total: 1, Failed: []model.FeedProblem{{Name: "home", Why: "No answer. Try again later."}}},
			"home: No answer. Try again later.",
		},
	} {
		feeds := &uitest.FakeFeeds{
			Synced: []model.AccountState{{ID: "acc", Name: "home"}}, Steps: []model.Refresh{c.step},
		}
		a := onAccount(t, feeds)
		uitest.Drive(a, uitest.Press("enter")...)
		if len(feeds.Only) != 1 || feeds.Only[0] != "acc" || said(a) != c.want {
			t.Errorf("%v is asked for, and it says %q, want %q", feeds.Only, said(a), c.want)
		}
	}
}

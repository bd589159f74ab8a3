package reader

import (
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"

	"lede/model"
	"lede/ui"
	"lede/ui/uitest"
)

// browsing is an app with an article whose links go to the browser, and what has been opened there.
func browsing(t *testing.T, o ui.Options) (*ui.App, *[]string) {
	t.Helper()
	var opened []string
	o.Open = func(url string) error {
		opened = append(opened, url)
		return nil
	}
	return showing(o, 80, 24), &opened
}

func TestEnterSelectsALinkAndShowsItsHost(t *testing.T) {
	a, opened := browsing(t, uitest.One(uitest.Harbour()))
	uitest.Drive(a, uitest.Press("enter")...)
	uitest.Golden(t, a, "follow/selected-80x24")
	uitest.Drive(a, uitest.Press("tab")...)
	if got := uitest.LastLine(a); !strings.HasPrefix(got, " It leads to x.com.  enter open  tab next link") {
		t.Errorf("after tab the last line is %q", got)
	}
	uitest.Drive(a, uitest.Press("shift+tab", "shift+tab", "down", "enter")...)
	if d := cmp.Diff([]string{"https://tides.example/north"}, *opened); d != "" {
		t.Errorf("opened (-want +got):\n%s", d)
	}
	if uitest.Drive(a, uitest.Press("enter", "q")...); a.Stack[0].(*reader).links.hints != nil && len(*opened) != 1 {
		t.Errorf("another key has opened %q", *opened)
	}
}

func TestTheFooterNamesAHostOnceForAllItsLinks(t *testing.T) {
	page := webPage(uitest.Wall, "Who pays for the sea wall?", uitest.Quay)
	var links []model.Link
	for i := range 8 {
		links = append(links, model.Link{Title: "Part", URL: "https://courier.example/" + strconv.Itoa(i)})
	}
	links = append(links, model.Link{Title: "Others", URL: "https://tides.example/"})
	page.Sections[0].Blocks = []model.Block{model.Related{Label: "ALSO READ", Links: links}}
	o := uitest.One(page)
	o.Opens = func(string) bool { return true }
	a, _ := browsing(t, o)
	uitest.Drive(a, uitest.Press("f")...)
	if got, want := uitest.LastLine(a), " a s d f g j k l courier.example  e tides.example"; strings.TrimRight(got,
		" ") != want {
		t.Errorf("the footer is %q, want %q", got, want)
	}
	if uitest.Drive(a, uitest.Press("e")...); a.Stack[0].(*reader).links.hints != nil {
		t.Errorf("a label whose host is in the footer asks once more: %q", uitest.LastLine(a))
	}
}

func TestALabelInCapitalsLeadsToTheBrowser(t *testing.T) {
	o := uitest.One(uitest.Harbour())
	o.Opens = func(string) bool { return true }
	a, opened := browsing(t, o)
	uitest.Drive(a, uitest.Press("f", "A")...)
	if d := cmp.Diff([]string{"https://tides.example/north"}, *opened); d != "" {
		t.Errorf("opened (-want +got):\n%s", d)
	}
}

func TestThePostsOwnAddressAndItsMediaCanBeOpened(t *testing.T) {
	o := uitest.One(uitest.Harbour())
	o.Opens = func(string) bool { return true }
	a, opened := browsing(t, o)
	uitest.Drive(a, uitest.Press("f", "s", "f", "d")...)
	if d := cmp.Diff([]string{"https://x.com/harbourwatch/status/1", "https://pic.example/1"}, *opened); d != "" {
		t.Errorf("opened (-want +got):\n%s", d)
	}
}

func TestTheBrowserOpensAfterTheHostHasBeenShown(t *testing.T) {
	a, opened := browsing(t, uitest.One(uitest.Harbour()))
	uitest.Drive(a, uitest.Press("o")...)
	if got := uitest.LastLine(a); got != " Show courier.example in the browser?  enter show  esc cancel" ||
		len(*opened) > 0 {
		t.Fatalf("the last line is %q, opened %q", got, *opened)
	}
	uitest.Drive(a, uitest.Press("esc", "o", "j", "o", "?", "esc")...)
	if len(*opened) > 0 {
		t.Fatalf("other keys have opened %q", *opened)
	}
	uitest.Drive(a, uitest.Press("o", "o", "o", "enter")...)
	if len(*opened) != 2 {
		t.Errorf("opened %q", *opened)
	}
}

func TestTheQuestionOfAClickOutlivesTheButton(t *testing.T) {
	a, opened := browsing(t, uitest.One(uitest.Harbour()))
	r := a.Stack[0].(*reader)
	l := r.text.VisibleLinks()[0]
	x, y := r.text.Layout.Text.X+l.From, r.text.Layout.Text.Y+l.Row
	uitest.Drive(a, uitest.Click(x, y), tea.MouseMotionMsg{X: x, Y: y, Button: tea.MouseLeft},
		tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
	if got := uitest.LastLine(a); !strings.HasPrefix(got, " Show tides.example in the browser?") {
		t.Fatalf("the last line is %q", got)
	}
	uitest.Drive(a, uitest.Press("enter")...)
	if len(*opened) != 1 {
		t.Errorf("opened %q", *opened)
	}
	uitest.Drive(a, uitest.Click(x, y), uitest.Click(1, 1))
	if got := uitest.LastLine(a); strings.Contains(got, "Show") {
		t.Errorf("a click elsewhere leaves it: %q", got)
	}
}

func TestAMisleadingRowOfTheShelfAsksFirst(t *testing.T) {
	article := uitest.Harbour()
	article.Sections[1].Blocks = []model.Block{model.Related{Label: "ALSO READ", Links: []model.Link{
		{Title: "bank.example/login", URL: "https://evil.example/x"},
	}}}
	a, opened := browsing(t, uitest.One(article))
	for _, k := range []string{"enter", "o"} {
		*opened = nil
		uitest.Drive(a, uitest.Press("a", k)...)
		if got := uitest.LastLine(a); len(*opened) > 0 ||
			!strings.Contains(got, "It leads to evil.example, its text says bank.example") {
			t.Errorf("%s: opened %q, the last line is %q", k, *opened, got)
		}
		uitest.Drive(a, uitest.Press("enter")...)
		if len(*opened) != 1 {
			t.Errorf("%s and enter: opened %q", k, *opened)
		}
		uitest.Drive(a, uitest.Press("esc")...)
	}
}

func TestTheShelfTellsLabelsHostsAndWhatIsKept(t *testing.T) {
	o := uitest.WithStore(uitest.HeldStore())
	article := uitest.Harbour()
	article.ID = model.NewID(article.URL)
	article.Sections[2].Blocks = append(article.Sections[2].Blocks, model.Related{Label: "Most read", Links: []model.Link{
		{Title: "Tide tables of the north", URL: "https://tides.example/north"},
		{URL: "https://news.example/untitled"},
	}})
	o.Library = uitest.FakeLibrary{Openings: map[string][]model.Opening{article.Ref: {{Article: article}}}}
	for _, s := range [][2]int{{80, 24}, {40, 15}} {
		a := showing(o, s[0], s[1])
		uitest.Drive(a, uitest.Press("a")...)
		uitest.Golden(t, a, map[int]string{80: "follow/shelf-80x24", 40: "follow/shelf-40x15"}[s[0]])
	}
}

// TestWhatIsKeptOpensWithoutTheWeb follows a link that only the library can open.
func TestWhatIsKeptOpensWithoutTheWeb(t *testing.T) {
	f := uitest.HeldStore()
	o := uitest.WithStore(f)
	article := uitest.Harbour()
	article.ID = model.NewID(article.URL)
	kept := f.Records[1].Article
	o.Library = uitest.FakeLibrary{
		Openings: map[string][]model.Opening{article.Ref: {{Article: article}}, string(kept.ID): {{Article: kept}}},
	}
	a, opened := browsing(t, o)
	uitest.Drive(a, uitest.Press("a", "enter")...)
	if got := a.Stack[0].(*reader).Title(); got != kept.Title || len(*opened) > 0 {
		t.Errorf("the shelf leads to %q, and opened %q", got, *opened)
	}
}

// TestTheHostIsSeenAtAnyWidth asks of a link with a long text, and of the article's own page, in narrow terminals.
func TestTheHostIsSeenAtAnyWidth(t *testing.T) {
	article := uitest.Harbour()
	article.Sections[0].Blocks = []model.Block{model.Prose{
		Kind: model.Paragraph,
		Source: "See [bank.example/login/for/all/customers/of/the/coast](https://evil.example/x) and " +
			"[it](https://b.example).",
	}}
	for _, w := range []int{20, 24, 30, 40, 60, 80, 120} {
		a := showing(uitest.One(article), w, 15)
		uitest.Drive(a, uitest.Press("enter")...)
		if got := uitest.LastLine(a); !strings.Contains(got, "evil.example") {
			t.Errorf("%d columns: %q", w, got)
		}
		uitest.Drive(a, uitest.Press("esc", "o")...)
		if got := uitest.LastLine(a); !strings.Contains(got, "courier.example") {
			t.Errorf("%d columns: %q", w, got)
		}
	}
}

func TestAPageFromNowhereSaysWhyItHasNoLinks(t *testing.T) {
	a := model.Article{
		Entry:    model.Entry{Ref: "low.html", Title: "Low water"},
		Sections: []model.Section{{Blocks: []model.Block{uitest.Paragraph("The bakery on the quay was open.")}}},
	}
	for url, want := range map[string]string{
		"": "--base-url ADDRESS.", "https://courier.example/low": "--base-url https://courier.example/low.",
	} {
		a.Loose, a.URL = 2, url
		app := showing(uitest.One(a), 120, 40)
		uitest.Drive(app, uitest.Press("f")...)
		if got := uitest.ScreenText(app); !strings.Contains(got, "The links of this page lead nowhere") ||
			!strings.Contains(strings.Join(strings.Fields(got), " "), want) {
			t.Errorf("%q: the notice is\n%s", url, uitest.LastLine(app))
		}
	}
}

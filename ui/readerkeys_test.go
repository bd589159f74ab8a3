package ui

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"lede/model"
	"lede/ui/render"
)

// lastLine is the footer.
func lastLine(a *App) string {
	lines := strings.Split(strings.TrimRight(screenText(a), "\n"), "\n")
	return lines[len(lines)-1]
}

func TestFindCountsAndGoesRound(t *testing.T) {
	a := started(one(harbour()), 80, 24)
	drive(a, press("/", "W", "e", "s", "t", "backspace", "backspace", "backspace", "backspace", "w", "a", "l", "l", "enter")...)
	for _, c := range []struct{ key, want string }{
		{"", "1 of 4"},
		{"n", "2 of 4"},
		{"n", "3 of 4"},
		{"n", "4 of 4"},
		{"n", "from the other end · 1 of 4"},
		{"N", "from the other end · 4 of 4"},
		{"N", "3 of 4"},
	} {
		if c.key != "" {
			drive(a, press(c.key)...)
		}
		if got := lastLine(a); !strings.HasSuffix(got, "  "+c.want) {
			t.Errorf("after %q the footer is %q, want …%q", c.key, got, c.want)
		}
	}
	drive(a, press("esc")...)
	if got := lastLine(a); !strings.Contains(got, "§") {
		t.Errorf("after esc the footer is %q", got)
	}
}

func TestFindGoesBackWhenItIsCancelled(t *testing.T) {
	a := started(one(long(40_000)), 80, 24)
	drive(a, press("d", "d")...)
	before := place(a)
	drive(a, press("/", "1", "7", "7")...)
	if place(a) == before {
		t.Fatal("the first match is not shown")
	}
	drive(a, press("esc")...)
	if got := place(a); got != before {
		t.Errorf("place %v, want %v", got, before)
	}
}

func TestFindInALongArticle(t *testing.T) {
	a := started(one(long(600_000)), 80, 24)
	drive(a, press("/")...)
	drive(a, tea.PasteMsg{Content: "Paragraph 2000 says\x1b[2J"}, keyPress("backspace"), keyPress("backspace"), keyPress("backspace"), keyPress("backspace"))
	if got := lastLine(a); !strings.Contains(got, "1 of 1") {
		t.Errorf("footer %q", got)
	}
	if got := screenText(a); !strings.Contains(got, "Paragraph 2000 says") {
		t.Errorf("the match is not on the screen:\n%s", got)
	}
}

func TestEveryMatchOnTheScreenIsLit(t *testing.T) {
	a := started(one(harbour()), 80, 24)
	drive(a, press("/", "q", "u", "a", "y")...)
	content := a.View().Content
	want := strings.Count(strings.ToLower(ansi.Strip(content)), "quay") - 1 // the one that is typed
	got := strings.Count(content, a.theme.Match.Open()) + strings.Count(content, a.theme.MatchNow.Open())
	if got != want || want < 3 {
		t.Errorf("%d matches are lit, %d are seen", got, want)
	}
}

func TestAHintOpensItsLink(t *testing.T) {
	var opened []string
	o := one(harbour())
	o.Open = func(url string) error {
		opened = append(opened, url)
		return nil
	}
	a := started(o, 80, 24)
	drive(a, press("f", "a", "f", "esc", "f", "x")...)
	if diff := cmp.Diff([]string{"https://tides.example/north"}, opened); diff != "" {
		t.Errorf("opened (-want +got):\n%s", diff)
	}
}

func TestAMisleadingLinkAsksFirst(t *testing.T) {
	var opened []string
	article := model.Article{Entry: model.Entry{Ref: "x", Title: "A trick"}, Sections: []model.Section{{Blocks: []model.Block{
		model.Prose{
			Kind: model.Paragraph, Source: "Go to [bank.example](https://evil.example/x) now.", Plain: "Go to bank.example now.",
		},
	}}}}
	o := one(article)
	o.Open = func(url string) error {
		opened = append(opened, url)
		return nil
	}
	a := started(o, 80, 24)
	drive(a, press("f", "a")...)
	if got := lastLine(a); opened != nil || !strings.Contains(got, "evil.example") {
		t.Fatalf("opened %q, footer %q", opened, got)
	}
	drive(a, press("enter")...)
	if diff := cmp.Diff([]string{"https://evil.example/x"}, opened); diff != "" {
		t.Errorf("opened (-want +got):\n%s", diff)
	}
}

func TestCopyHandsOverTheText(t *testing.T) {
	for _, c := range []struct {
		keys []string
		want string
	}{
		{[]string{"y", "l"}, "https://courier.example/tides"},
		{[]string{"y", "t"}, "Harbour towns brace for the spring tides"},
		{[]string{"/", "p", "i", "e", "r", "enter", "y", "p"}, "The gauge at Westhaven pier stood at 4.1 metres on Sunday, the " +
			"highest reading since the wall was raised in 1998. Two hours later the water was at the lower quay."},
		{[]string{"a", "j", "y"}, "A bus that never came"},
	} {
		got := ""
		o := one(harbour())
		o.Copy = func(text string) error {
			got = text
			return nil
		}
		drive(started(o, 80, 24), press(c.keys...)...)
		if got != c.want {
			t.Errorf("%v copied %q, want %q", c.keys, got, c.want)
		}
	}
}

func TestCopyTellsWhenNothingTookALongText(t *testing.T) {
	a := newApp(Options{Library: fakeLibrary{}, Copy: func(string) error { return errors.New("no tool") }})
	a.After = func(_ time.Duration, _ tea.Msg) tea.Cmd { return nil }
	a.stack = []screen{newList(a)}
	run(a, a.copyText("article", strings.Repeat("x", maxTerminalCopy+1)))
	if !a.notice.bad {
		t.Errorf("notice %q", a.notice.text)
	}
}

func TestClicksFollowLinksAndSections(t *testing.T) {
	opened := ""
	o := one(harbour())
	o.Open = func(url string) error {
		opened = url
		return nil
	}
	a := started(o, 120, 40)
	r := a.stack[0].(*reader)
	_ = a.View()
	drive(a, tea.MouseClickMsg{X: r.text.layout.outline.x + 4, Y: r.text.layout.outline.y + 2, Button: tea.MouseLeft})
	if got := r.text.section(); got != 2 {
		t.Errorf("a click on the third row of the outline leads to section %d", got)
	}
	drive(a, press("g")...)
	l := r.text.visibleLinks()[0]
	drive(a, tea.MouseClickMsg{X: r.text.layout.text.x + l.From, Y: r.text.layout.text.y + l.row, Button: tea.MouseLeft})
	if got := lastLine(a); opened != "" || got != " Show tides.example in the browser?  enter show  esc cancel" {
		t.Errorf("opened %q, and the last line is %q", opened, got)
	}
	if drive(a, press("enter")...); opened != l.URL {
		t.Errorf("opened %q, want %q", opened, l.URL)
	}
}

func TestTheTrailKeepsPlaces(t *testing.T) {
	first, second := harbour(), long(40_000)
	o := one(first)
	o.Ref = ""
	o.Library = fakeLibrary{
		openings: map[string][]model.Opening{first.Ref: {{Article: first}}, second.Ref: {{Article: second}}},
		batches:  []model.Batch{{Entries: []model.Entry{first.Entry, second.Entry}, Done: 2, Total: 2}},
	}
	a := started(o, 80, 24)
	drive(a, press("g", "enter")...)
	r := a.top().(*reader)
	drive(a, press("]", "]", "j", "j")...)
	before := r.text.place()
	drive(a, press("J")...)
	if r.title() != second.Title {
		t.Fatalf("J leads to %q", r.title())
	}
	drive(a, press("H")...)
	if r.title() != first.Title || r.text.place() != before {
		t.Errorf("H leads to %q at %v, want %q at %v", r.title(), r.text.place(), first.Title, before)
	}
	drive(a, press("L")...)
	if r.title() != second.Title {
		t.Errorf("L leads to %q", r.title())
	}
}

func TestPasteGoesOnlyIntoInputs(t *testing.T) {
	a := started(one(harbour()), 80, 24)
	drive(a, tea.PasteMsg{Content: "qqq]]]"})
	if got := place(a); len(a.stack) != 1 || got.Block != 0 {
		t.Fatalf("a paste was taken for keys: %d screens, %v", len(a.stack), got)
	}
	drive(a, press("/")...)
	drive(a, tea.PasteMsg{Content: "a\x1b[2J\nb" + strings.Repeat("x", maxPaste)})
	f := a.top().(*finder)
	if got := f.input.text; strings.ContainsAny(got, "\x1b\n") || !strings.HasPrefix(got, "a") || len(got) > maxInput {
		t.Errorf("pasted %.40q, %d bytes", got, len(got))
	}
}

// TestNoKeyBreaksTheScreen presses keys at random at all kinds of sizes.
func TestNoKeyBreaksTheScreen(t *testing.T) {
	var names []string
	for _, r := range New(Options{Screens: Rows()}).tables() {
		names = append(names, r.Keys...)
	}
	names = append(names, "x", "esc", "enter", "backspace", "tab")
	random := rand.New(rand.NewPCG(7, 8))
	for range 60 {
		article := harbour()
		if random.IntN(2) == 0 {
			article = long(20_000)
		}
		a := started(one(article), 80, 24)
		for range 60 {
			w, h := 1+random.IntN(140), 1+random.IntN(50)
			if random.IntN(4) == 0 {
				drive(a, size(w, h), tea.MouseClickMsg{X: random.IntN(w), Y: random.IntN(h), Button: tea.MouseLeft})
			}
			name := names[random.IntN(len(names))]
			if name == "ctrl+c" || name == "ctrl+z" {
				continue
			}
			drive(a, keyPress(name))
			if len(a.stack) == 0 {
				break
			}
			lines := strings.Split(a.View().Content, "\n")
			if a.w >= minWidth && a.h >= minHeight && len(lines) != a.h {
				t.Fatalf("%d×%d after %q: %d lines", a.w, a.h, name, len(lines))
			}
			for _, l := range lines {
				if got := render.Width(l); got > a.w {
					t.Fatalf("%d×%d after %q: %d cells in %q", a.w, a.h, name, got, ansi.Strip(l))
				}
			}
		}
	}
}

func TestALinkWhoseHostHadNoRoomAsksFirst(t *testing.T) {
	var links strings.Builder
	for _, c := range "abcdefgh" {
		links.WriteString("[" + string(c) + "](https://" + strings.Repeat(string(c), 20) + ".example/) ")
	}
	article := model.Article{Entry: model.Entry{Ref: "x"}, Sections: []model.Section{{Blocks: []model.Block{
		model.Prose{Kind: model.Paragraph, Source: strings.TrimSpace(links.String()), Plain: "a b c d e f g h"},
	}}}}
	var opened []string
	o := one(article)
	o.Open = func(url string) error {
		opened = append(opened, url)
		return nil
	}
	a := started(o, 60, 24)
	drive(a, press("f", hintLetters[:1], "f", hintLetters[7:8])...)
	if got := lastLine(a); len(opened) != 1 || !strings.Contains(got, "hhhh.example.  enter open") {
		t.Fatalf("opened %q, footer %q", opened, got)
	}
	drive(a, press("enter")...)
	if len(opened) != 2 {
		t.Errorf("opened %q", opened)
	}
}

func TestTheKeypadChoosesAsTheDigitsDo(t *testing.T) {
	a := started(one(harbour()), 80, 24)
	drive(a, press("3")...)
	want := a.stack[0].(*reader).text.doc.top
	drive(a, press("g")...)
	drive(a, tea.KeyPressMsg{Code: tea.KeyKp3})
	if got := a.stack[0].(*reader).text.doc.top; got != want {
		t.Errorf("the 3 of the keypad leads to %v, want %v: %q", got, want, lastLine(a))
	}
}

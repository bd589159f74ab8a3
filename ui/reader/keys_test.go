package reader

import (
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"lede/model"
	"lede/ui"
	"lede/ui/reader/hint"
	"lede/ui/render"
	"lede/ui/uitest"
	"lede/ui/widget"
)

func TestFindCountsAndGoesRound(t *testing.T) {
	a := showing(uitest.One(uitest.Harbour()), 80, 24)
	uitest.Drive(a, uitest.Press("/", "W", "e", "s", "t", "backspace", "backspace", "backspace", "backspace", "w", "a",
		"l", "l", "enter")...)
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
			uitest.Drive(a, uitest.Press(c.key)...)
		}
		if got := uitest.LastLine(a); !strings.HasSuffix(got, "  "+c.want) {
			t.Errorf("after %q the footer is %q, want …%q", c.key, got, c.want)
		}
	}
	uitest.Drive(a, uitest.Press("esc")...)
	if got := uitest.LastLine(a); !strings.Contains(got, "§") {
		t.Errorf("after esc the footer is %q", got)
	}
}

func TestFindGoesBackWhenItIsCancelled(t *testing.T) {
	a := showing(uitest.One(uitest.Long(40_000)), 80, 24)
	uitest.Drive(a, uitest.Press("d", "d")...)
	before := place(a)
	uitest.Drive(a, uitest.Press("/", "1", "7", "7")...)
	if place(a) == before {
		t.Fatal("the first match is not shown")
	}
	uitest.Drive(a, uitest.Press("esc")...)
	if got := place(a); got != before {
		t.Errorf("place %v, want %v", got, before)
	}
}

func TestFindInALongArticle(t *testing.T) {
	a := showing(uitest.One(uitest.Long(600_000)), 80, 24)
	uitest.Drive(a, uitest.Press("/")...)
	uitest.Drive(a, tea.PasteMsg{Content: "Paragraph 2000 says\x1b[2J"}, uitest.KeyPress("backspace"),
		uitest.KeyPress("backspace"), uitest.KeyPress("backspace"), uitest.KeyPress("backspace"))
	if got := uitest.LastLine(a); !strings.Contains(got, "1 of 1") {
		t.Errorf("footer %q", got)
	}
	if got := uitest.ScreenText(a); !strings.Contains(got, "Paragraph 2000 says") {
		t.Errorf("the match is not on the screen:\n%s", got)
	}
}

func TestEveryMatchOnTheScreenIsLit(t *testing.T) {
	a := showing(uitest.One(uitest.Harbour()), 80, 24)
	uitest.Drive(a, uitest.Press("/", "q", "u", "a", "y")...)
	content := a.View().Content
	want := strings.Count(strings.ToLower(ansi.Strip(content)), "quay") - 1 // the one that is typed
	got := strings.Count(content, a.Theme.Match.Open()) + strings.Count(content, a.Theme.MatchNow.Open())
	if got != want || want < 3 {
		t.Errorf("%d matches are lit, %d are seen", got, want)
	}
}

func TestAHintOpensItsLink(t *testing.T) {
	var opened []string
	o := uitest.One(uitest.Harbour())
	o.Open = func(url string) error {
		opened = append(opened, url)
		return nil
	}
	a := showing(o, 80, 24)
	uitest.Drive(a, uitest.Press("f", "a", "f", "esc", "f", "x")...)
	if diff := cmp.Diff([]string{"https://tides.example/north"}, opened); diff != "" {
		t.Errorf("opened (-want +got):\n%s", diff)
	}
}

func TestAMisleadingLinkAsksFirst(t *testing.T) {
	var opened []string
	article := model.Article{
		Entry: model.Entry{Ref: "x", Title: "A trick"},
		Sections: []model.Section{{Blocks: []model.Block{
			model.Prose{
				Kind: model.Paragraph, Source: "Go to [bank.example](https://evil.example/x) now.",
				Plain: "Go to bank.example now.",
			},
		}}},
	}
	o := uitest.One(article)
	o.Open = func(url string) error {
		opened = append(opened, url)
		return nil
	}
	a := showing(o, 80, 24)
	uitest.Drive(a, uitest.Press("f", "a")...)
	if got := uitest.LastLine(a); opened != nil || !strings.Contains(got, "evil.example") {
		t.Fatalf("opened %q, footer %q", opened, got)
	}
	uitest.Drive(a, uitest.Press("enter")...)
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
		{
			[]string{"/", "p", "i", "e", "r", "enter", "y", "p"},
			"The gauge at Westhaven pier stood at 4.1 metres on Sunday, the " +
				"highest reading since the wall was raised in 1998. Two hours later the water was at the lower quay.",
		},
		{[]string{"a", "j", "y"}, "A bus that never came"},
	} {
		got := ""
		o := uitest.One(uitest.Harbour())
		o.Copy = func(text string) error {
			got = text
			return nil
		}
		uitest.Drive(showing(o, 80, 24), uitest.Press(c.keys...)...)
		if got != c.want {
			t.Errorf("%v copied %q, want %q", c.keys, got, c.want)
		}
	}
}

func TestClicksFollowLinksAndSections(t *testing.T) {
	opened := ""
	o := uitest.One(uitest.Harbour())
	o.Open = func(url string) error {
		opened = url
		return nil
	}
	a := showing(o, 120, 40)
	r := a.Stack[0].(*reader)
	_ = a.View()
	uitest.Drive(a,
		tea.MouseClickMsg{X: r.text.Layout.Outline.X + 4, Y: r.text.Layout.Outline.Y + 2, Button: tea.MouseLeft})
	if got := r.text.Section(); got != 2 {
		t.Errorf("a click on the third row of the outline leads to section %d", got)
	}
	uitest.Drive(a, uitest.Press("g")...)
	l := r.text.VisibleLinks()[0]
	uitest.Drive(a,
		tea.MouseClickMsg{X: r.text.Layout.Text.X + l.From, Y: r.text.Layout.Text.Y + l.Row, Button: tea.MouseLeft})
	if got := uitest.LastLine(a); opened != "" || got != " Show tides.example in the browser?  enter show  esc cancel" {
		t.Errorf("opened %q, and the last line is %q", opened, got)
	}
	if uitest.Drive(a, uitest.Press("enter")...); opened != l.URL {
		t.Errorf("opened %q, want %q", opened, l.URL)
	}
}

func TestTheTrailKeepsPlaces(t *testing.T) {
	first, second := uitest.Harbour(), uitest.Long(40_000)
	o := uitest.One(first)
	o.Library = uitest.FakeLibrary{
		Openings: map[string][]model.Opening{first.Ref: {{Article: first}}, second.Ref: {{Article: second}}},
	}
	a := showingFrom(o, nil, 80, 24, first.Ref, second.Ref)
	uitest.Drive(a, uitest.Press("enter")...)
	r := a.Top().(*reader)
	uitest.Drive(a, uitest.Press("]", "]", "j", "j")...)
	before := r.text.Place()
	uitest.Drive(a, uitest.Press("J")...)
	if r.Title() != second.Title {
		t.Fatalf("J leads to %q", r.Title())
	}
	uitest.Drive(a, uitest.Press("H")...)
	if r.Title() != first.Title || r.text.Place() != before {
		t.Errorf("H leads to %q at %v, want %q at %v", r.Title(), r.text.Place(), first.Title, before)
	}
	uitest.Drive(a, uitest.Press("L")...)
	if r.Title() != second.Title {
		t.Errorf("L leads to %q", r.Title())
	}
}

func TestPasteGoesOnlyIntoInputs(t *testing.T) {
	a := showing(uitest.One(uitest.Harbour()), 80, 24)
	uitest.Drive(a, tea.PasteMsg{Content: "qqq]]]"})
	if got := place(a); len(a.Stack) != 1 || got.Block != 0 {
		t.Fatalf("a paste was taken for keys: %d screens, %v", len(a.Stack), got)
	}
	uitest.Drive(a, uitest.Press("/")...)
	uitest.Drive(a, tea.PasteMsg{Content: "a\x1b[2J\nb" + strings.Repeat("x", ui.MaxPaste)})
	f := a.Top().(*finder)
	if got := f.input.Text; strings.ContainsAny(got, "\x1b\n") || !strings.HasPrefix(got, "a") ||
		len(got) > widget.MaxInput {
		t.Errorf("pasted %.40q, %d bytes", got, len(got))
	}
}

// TestNoKeyBreaksTheScreen presses keys at random at all kinds of sizes.
func TestNoKeyBreaksTheScreen(t *testing.T) {
	var names []string
	for _, r := range ui.New(ui.Options{Screens: ReaderRows()}).Tables() {
		names = append(names, r.Keys...)
	}
	names = append(names, "x", "esc", "enter", "backspace", "tab")
	random := rand.New(rand.NewPCG(7, 8))
	for range 60 {
		article := uitest.Harbour()
		if random.IntN(2) == 0 {
			article = uitest.Long(20_000)
		}
		a := showing(uitest.One(article), 80, 24)
		for range 60 {
			w, h := 1+random.IntN(140), 1+random.IntN(50)
			if random.IntN(4) == 0 {
				uitest.Drive(a, uitest.Size(w, h), tea.MouseClickMsg{X: random.IntN(w), Y: random.IntN(h), Button: tea.MouseLeft})
			}
			name := names[random.IntN(len(names))]
			if name == "ctrl+c" || name == "ctrl+z" {
				continue
			}
			uitest.Drive(a, uitest.KeyPress(name))
			if len(a.Stack) == 0 {
				break
			}
			lines := strings.Split(a.View().Content, "\n")
			if a.W >= ui.MinWidth && a.H >= ui.MinHeight && len(lines) != a.H {
				t.Fatalf("%d×%d after %q: %d lines", a.W, a.H, name, len(lines))
			}
			for _, l := range lines {
				if got := render.Width(l); got > a.W {
					t.Fatalf("%d×%d after %q: %d cells in %q", a.W, a.H, name, got, ansi.Strip(l))
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
	o := uitest.One(article)
	o.Open = func(url string) error {
		opened = append(opened, url)
		return nil
	}
	a := showing(o, 60, 24)
	uitest.Drive(a, uitest.Press("f", hint.Letters[:1], "f", hint.Letters[7:8])...)
	if got := uitest.LastLine(a); len(opened) != 1 || !strings.Contains(got, "hhhh.example.  enter open") {
		t.Fatalf("opened %q, footer %q", opened, got)
	}
	uitest.Drive(a, uitest.Press("enter")...)
	if len(opened) != 2 {
		t.Errorf("opened %q", opened)
	}
}

func TestTheKeypadChoosesAsTheDigitsDo(t *testing.T) {
	a := showing(uitest.One(uitest.Harbour()), 80, 24)
	uitest.Drive(a, uitest.Press("3")...)
	want := a.Stack[0].(*reader).text.Doc.Top
	uitest.Drive(a, uitest.Press("g")...)
	uitest.Drive(a, tea.KeyPressMsg{Code: tea.KeyKp3})
	if got := a.Stack[0].(*reader).text.Doc.Top; got != want {
		t.Errorf("the 3 of the keypad leads to %v, want %v: %q", got, want, uitest.LastLine(a))
	}
}

func TestAnOverlayIsDrawnInTheThemeOfNow(t *testing.T) {
	a := correcting(uitest.NewCorrector(), 80, 24)
	uitest.Drive(a, uitest.Press("!")...)
	uitest.Drive(a, tea.ColorProfileMsg{Profile: colorprofile.ANSI})
	if got := a.View().Content; !strings.Contains(got, a.Theme.Accent.Open()+"div.story > p") {
		t.Errorf("the element is drawn in no style of the theme:\n%q", got)
	}
}

func TestOnlyTheLeftButtonChooses(t *testing.T) {
	for _, button := range []tea.MouseButton{tea.MouseRight, tea.MouseMiddle, tea.MouseBackward} {
		a := showing(uitest.One(uitest.Harbour()), 80, 24)
		uitest.Drive(a, uitest.Press("y")...)
		box := a.Top().(*widget.Menu).Own()
		for _, y := range []int{box.Y + 1, box.Y + box.H + 1} {
			if uitest.Drive(a, tea.MouseClickMsg{X: box.X + 4, Y: y, Button: button}); len(a.Stack) != 2 {
				t.Errorf("button %v at line %d chooses or closes", button, y)
			}
		}
	}
}

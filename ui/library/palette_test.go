package library

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui"
	"lede/ui/action"
	"lede/ui/uitest"
)

// keysOf is the messages of a text that is typed, key by key.
func keysOf(text string) []tea.Msg {
	var msgs []tea.Msg
	for _, r := range text {
		name := string(r)
		if r == ' ' {
			name = "space"
		}
		msgs = append(msgs, uitest.KeyPress(name))
	}
	return msgs
}

// command types a line into the palette and presses enter.
func command(a *ui.App, line string) {
	uitest.Drive(a, uitest.Press(":")...)
	uitest.Drive(a, keysOf(line)...)
	uitest.Drive(a, uitest.Press("enter")...)
}

// offered are the rows of the palette that is open.
func offered(t *testing.T, a *ui.App) []string {
	t.Helper()
	p, ok := a.Top().(*ui.Palette)
	if !ok {
		t.Fatalf("the top screen is %T", a.Top())
	}
	var words []string
	for _, o := range p.Shown {
		words = append(words, o.Words)
	}
	return words
}

// worlds are screens to try actions on, each as it is after some keys.
func worlds() map[string]func() *ui.App {
	at := func(keys ...string) func() *ui.App {
		return func() *ui.App {
			o := walkedStore(walkedEntries())
			o.Copy, o.Search = func(string) error { return nil }, "https://search.example/?q=%s"
			a := started(o, 120, 40)
			uitest.Drive(a, uitest.Press(keys...)...)
			return a
		}
	}
	return map[string]func() *ui.App{
		"library": at(), "filtered": at("1"), "column": at("tab"), "topic": at("tab", "G"), "article": at("enter"),
		"second article": at("enter", "J"), "selection": at("v", "j"),
	}
}

// TestEveryActionIsDoneByItsNameAsByItsKey does each action that a screen offers in the palette, by its name typed in
// full, and by its key: the screens are the same.
func TestEveryActionIsDoneByItsNameAsByItsKey(t *testing.T) {
	done := map[string]bool{}
	for world, begin := range worlds() {
		for b := range action.Join(append(begin().Top().Actions(), begin().Always())...) {
			switch {
			case !b.Offered(), b.Numbered, b.Bare(), len(b.Keys) == 0, done[world+b.Name]:
				continue
			case b.Name == "commands", b.Name == "suspend":
				continue // the palette itself, and what leaves the screen to the shell
			}
			byName, byKey := begin(), begin()
			key := slices.IndexFunc(b.Keys, func(key string) bool {
				first, _ := action.Find(append(byKey.Top().Actions(), byKey.Always()), key)
				return first.Name == b.Name
			})
			if key < 0 {
				continue // here its keys stand for something else
			}
			done[world+b.Name] = true
			command(byName, b.Name)
			uitest.Drive(byKey, uitest.Press(b.Keys[key])...)
			if got, want := uitest.ScreenText(byName), uitest.ScreenText(byKey); got != want {
				t.Errorf("%s: %q typed gives\n%s\nand %q pressed\n%s", world, b.Name, got, b.Keys[key], want)
			}
		}
	}
	if len(done) < 60 {
		t.Errorf("only %d actions were walked", len(done))
	}
}

// TestEveryActionHasAHeading fails for an action that the help would not know where to list.
func TestEveryActionHasAHeading(t *testing.T) {
	for _, r := range ui.Rows(Rows()) {
		if !slices.Contains(action.Headings(), r.Under) {
			t.Errorf("%s.%s is under %q", r.Where, r.Name, r.Under)
		}
	}
}

func TestThePaletteGoesToPlaces(t *testing.T) {
	a := home(uitest.NewFakeStore(walkedEntries()), 100, 30)
	l := theLibrary(a)
	if command(a, "3"); l.rows.At-len(l.pages.head) != 2 {
		t.Errorf(":3 leads to row %d", l.rows.At)
	}
	command(a, "starred")
	if l.ask.view != starred {
		t.Errorf("the view is %v", l.ask.view)
	}
	topic := l.names().Topics[0].Name
	command(a, "topic:"+topic)
	if len(l.ask.with) != 1 || l.ask.with[0].name != topic {
		t.Errorf("the topics are %v", l.ask.with)
	}
}

func TestThePaletteOfAnArticleReachesTheLibraryBelow(t *testing.T) {
	o := uitest.HomeOptions(uitest.NewFakeStore(walkedEntries()))
	o.Queries = []model.NamedQuery{{Name: "Long reads", Query: "minutes:>1"}}
	a := started(o, 100, 30)
	uitest.Drive(a, uitest.Press("enter")...)
	if len(a.Stack) != 2 {
		t.Fatalf("%d screens", len(a.Stack))
	}
	command(a, "long reads")
	if len(a.Stack) != 1 || theLibrary(a).ask.saved.Name != "Long reads" {
		t.Errorf("%d screens, %q is asked for", len(a.Stack), theLibrary(a).ask.saved.Name)
	}
}

func TestAThemeIsShownWhileItIsSelected(t *testing.T) {
	a := home(uitest.NewFakeStore(walkedEntries()), 100, 30)
	before := a.Theme
	uitest.Drive(a, uitest.Press(":")...)
	uitest.Drive(a, keysOf("theme ")...)
	uitest.Drive(a, uitest.Press("down", "down", "down", "down")...)
	second := a.Theme
	if uitest.Drive(a, uitest.Press("down")...); a.Theme == second || a.Theme == before {
		t.Error("moving over a theme does not show it")
	}
	if uitest.Drive(a, uitest.Press("esc")...); a.Theme.Palette.Accent != before.Palette.Accent {
		t.Error("esc does not take the theme back")
	}
	uitest.Drive(a, uitest.Press(":")...)
	uitest.Drive(a, keysOf("drac")...)
	if got := offered(t, a); len(got) == 0 || got[0] != "theme dracula" {
		t.Fatalf("drac finds %q", got)
	}
	uitest.Drive(a, uitest.Press("enter")...)
	if got := uitest.LastLine(a); got != " The theme is dracula until lede ends." {
		t.Errorf("the last line is %q", got)
	}
	set := a.Theme
	uitest.Drive(a, uitest.Press(":")...)
	uitest.Drive(a, keysOf("theme n")...)
	if uitest.Drive(a, uitest.Click(0, 0)); a.Theme.Palette.Accent != set.Palette.Accent {
		t.Error("a click beside the palette does not take the theme back")
	}
	if command(a, "theme auto"); a.Theme.Palette.Accent != before.Palette.Accent {
		t.Error("auto does not bring lede's own theme back")
	}
}

func TestSettingsAreTyped(t *testing.T) {
	a := home(uitest.NewFakeStore(walkedEntries()), 100, 30)
	if command(a, "width 90"); a.Measure != 90 {
		t.Errorf("the width is %d", a.Measure)
	}
	if command(a, "set width=100"); a.Measure != 100 {
		t.Errorf("as vim sets it, the width is %d", a.Measure)
	}
	command(a, "width 90")
	if command(a, "width 7"); a.Measure != 90 || uitest.LastLine(a) != " The width may be 30 to 160 columns." {
		t.Errorf("the width is %d: %s", a.Measure, uitest.LastLine(a))
	}
	command(a, "mouse off")
	if !a.NoMouse {
		t.Error("the mouse is on")
	}
	uitest.Drive(a, uitest.Press(":", "w", "i", "d", "t", "h", "enter")...)
	if p := a.Top().(*ui.Palette); p.Prompt.Text != "width " || len(p.Shown) != 1 || p.Shown[0].Aside != "90" {
		t.Errorf("enter on a setting leaves %q and %v", p.Prompt.Text, offered(t, a))
	}
	uitest.Drive(a, uitest.Press("esc")...)
}

func TestTheNearestNameIsSaid(t *testing.T) {
	a := home(uitest.NewFakeStore(walkedEntries()), 100, 30)
	uitest.Drive(a, uitest.Press(":")...)
	uitest.Drive(a, keysOf("wdith 80")...)
	if got := uitest.ScreenText(a); !strings.Contains(got, "Nothing is called “wdith 80”. Did you mean width 80?") {
		t.Errorf("the screen is\n%s", got)
	}
	if uitest.Drive(a, uitest.Press("enter", "enter")...); a.Measure != 80 {
		t.Errorf("the width is %d", a.Measure)
	}
	uitest.Drive(a, uitest.Press(":")...)
	uitest.Drive(a, keysOf("xyzzyx")...)
	got := uitest.ScreenText(a)
	if !strings.Contains(got, "Nothing is called “xyzzyx”.") || strings.Contains(got, "Did you") {
		t.Errorf("the screen is\n%s", got)
	}
	uitest.Drive(a, uitest.Press("enter", "esc")...)
}

func TestTabWritesACommandOut(t *testing.T) {
	a := home(uitest.NewFakeStore(walkedEntries()), 100, 30)
	uitest.Drive(a, uitest.Press(":", "w", "i", "d", "tab")...)
	if p := a.Top().(*ui.Palette); p.Prompt.Text != "width " {
		t.Errorf("tab writes %q", p.Prompt.Text)
	}
}

func TestQQuits(t *testing.T) {
	a := home(uitest.NewFakeStore(walkedEntries()), 100, 30)
	uitest.Drive(a, uitest.Press("enter")...)
	if command(a, "q"); len(a.Stack) != 0 {
		t.Errorf("%d screens are open", len(a.Stack))
	}
}

func TestNamesAreFoundByTheirLetters(t *testing.T) {
	a := home(uitest.NewFakeStore(walkedEntries()), 100, 30)
	for line, want := range map[string]string{"cpy": "copy the link", "ctrl+c": "quit", "srch": "search", "?": "help"} {
		uitest.Drive(a, uitest.Press(":")...)
		uitest.Drive(a, keysOf(line)...)
		if got := offered(t, a); len(got) == 0 || got[0] != want {
			t.Errorf("%s finds %q, want %q first", line, got, want)
		}
		uitest.Drive(a, uitest.Press("esc")...)
	}
}

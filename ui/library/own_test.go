package library

import (
	"context"
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui"
	"lede/ui/action"
	"lede/ui/reader"
	"lede/ui/uitest"
)

// fakePiper answers for all commands. A command named wait ends with its context only.
type fakePiper struct {
	answer  model.Article
	err     error
	given   []string // the titles of the articles that commands were given
	waiting chan struct{}
}

func (f *fakePiper) Answer(ctx context.Context, c model.Command, a model.Article) (model.Article, error) {
	f.given = append(f.given, a.Title)
	if c.Name == "wait" {
		close(f.waiting)
		<-ctx.Done()
		return model.Article{}, ctx.Err()
	}
	return f.answer, f.err
}

// withOwn is an app with macros and commands of the user's.
func withOwn(f *fakePiper, macros map[string]model.Macro) *ui.App {
	o := uitest.HomeOptions(uitest.NewFakeStore(walkedEntries()))
	o.Piper, o.Page, o.Macros = f, reader.NewPage, macros
	o.Commands = map[string]model.Command{
		"summary": {Name: "summary", Run: []string{"/opt/model"}}, "speak": {Name: "speak", Answer: model.NoAnswer},
		"clip": {Name: "clip", Answer: model.NoteAnswer}, "wait": {Name: "wait"},
	}
	o.Keys = action.Keymap{"commands.summary": {"g s"}, "commands.wait": {"W"}}
	for name, m := range macros {
		m.Name = name
		macros[name] = m
		o.Keys["macros."+name] = []string{"X"}
	}
	return started(o, 100, 30)
}

// aside runs a command as the program does, beside the screen. The channel brings its messages when all have come.
func aside(cmd tea.Cmd) <-chan []tea.Msg {
	ended := make(chan []tea.Msg, 1)
	go func() { ended <- answersOf(cmd) }()
	return ended
}

// answersOf returns what a command, or each of a batch, answers.
func answersOf(cmd tea.Cmd) []tea.Msg {
	if cmd == nil {
		return nil
	}
	msg := cmd()
	batch, ok := msg.(tea.BatchMsg)
	if !ok {
		return []tea.Msg{msg}
	}
	var all []tea.Msg
	for _, c := range batch {
		all = append(all, answersOf(c)...)
	}
	return all
}

func TestAMacroDoesItsActionsInTurn(t *testing.T) {
	a := withOwn(&fakePiper{}, map[string]model.Macro{"done": {Do: []string{"star", "library.read", "next-unread"}}})
	l := theLibrary(a)
	first := l.selected().ID
	uitest.Drive(a, uitest.Press("X")...)
	row := l.pages.row(l.pages.find(first, 0))
	if !row.Status.Starred || !row.Status.Read || l.selected().ID == first {
		t.Errorf("the row is %+v, the cursor at %d", row.Status, l.rows.At)
	}
}

func TestAMacroWaitsForTheArticleThatItOpens(t *testing.T) {
	a := withOwn(&fakePiper{}, map[string]model.Macro{"in": {Do: []string{"open", "wider", "back", "down"}}})
	l, width := theLibrary(a), a.Measure
	uitest.Drive(a, uitest.Press("X")...)
	if len(a.Stack) != 1 || a.Measure <= width || l.rows.At != 1 {
		t.Errorf("%d screens, width %d, row %d", len(a.Stack), a.Measure, l.rows.At)
	}
}

func TestAMacroStopsAtWhatIsOfNoUse(t *testing.T) {
	for name, c := range map[string]struct {
		do   []string
		at   int
		want string
	}{
		"refused":   {[]string{"down", "problems", "down"}, 1, " Everything was read."},
		"elsewhere": {[]string{"down", "article.posts", "down"}, 1, " “article.posts” is of no use here."},
		"question":  {[]string{"browse", "down"}, 0, " Show "},
	} {
		a := withOwn(&fakePiper{}, map[string]model.Macro{"m": {Do: c.do}})
		theLibrary(a).selected().URL = "https://courier.example/tides"
		uitest.Drive(a, uitest.Press("X")...)
		if at := theLibrary(a).rows.At; at != c.at || !strings.HasPrefix(uitest.LastLine(a), c.want) {
			t.Errorf("%s: row %d, and the last line says %q", name, at, uitest.LastLine(a))
		}
	}
}

func TestAKeyEndsAMacroThatWaits(t *testing.T) {
	f := &fakePiper{waiting: make(chan struct{})}
	a := withOwn(f, map[string]model.Macro{"m": {Do: []string{"commands.wait", "down"}}})
	_, cmd := a.Update(uitest.KeyPress("X"))
	ended := aside(cmd)
	<-f.waiting
	a.Update(uitest.KeyPress("esc"))
	uitest.Drive(a, <-ended...)
	if at := theLibrary(a).rows.At; at != 0 || uitest.LastLine(a) != " Stopped wait." {
		t.Errorf("row %d, and the last line says %q", at, uitest.LastLine(a))
	}
}

func TestAnAnswerIsShownAsAPage(t *testing.T) {
	answer := uitest.Harbour()
	answer.ID, answer.Title = model.NewID("answer"), "summary: The tides"
	f := &fakePiper{answer: answer}
	a := withOwn(f, nil)
	title := theLibrary(a).selected().Title
	uitest.Drive(a, uitest.Press("g", "s")...)
	if len(a.Stack) != 2 || !strings.Contains(uitest.ScreenText(a), "summary: The tides") {
		t.Fatalf("%d screens:\n%s", len(a.Stack), uitest.ScreenText(a))
	}
	if uitest.Drive(a, uitest.Press("q")...); len(a.Stack) != 1 || len(f.given) != 1 || f.given[0] != title {
		t.Errorf("%d screens; it was given %q, want %q", len(a.Stack), f.given, title)
	}
	uitest.Drive(a, uitest.Press("enter")...)
	command(a, "clip")
	if len(f.given) != 2 || uitest.LastLine(a) != " Kept as a note in your library." {
		t.Errorf("it was given %q, and the last line says %q", f.given, uitest.LastLine(a))
	}
	uitest.Drive(a, uitest.Press("q")...)
	if command(a, "speak"); uitest.LastLine(a) != " speak is done." {
		t.Errorf("the last line says %q", uitest.LastLine(a))
	}
}

func TestACommandThatFailsSaysWhy(t *testing.T) {
	a := withOwn(&fakePiper{err: errors.New("it failed (exit status 3): no model here")}, nil)
	uitest.Drive(a, uitest.Press("g", "s")...)
	const want = " Cannot run summary: it failed (exit status 3): no model here."
	if got := uitest.LastLine(a); got != want || len(a.Stack) != 1 {
		t.Errorf("%d screens, and the last line says %q", len(a.Stack), got)
	}
}

func TestACommandThatHangsIsStoppedByEscape(t *testing.T) {
	f := &fakePiper{waiting: make(chan struct{})}
	a := withOwn(f, nil)
	_, cmd := a.Update(uitest.KeyPress("W"))
	ended := aside(cmd)
	<-f.waiting
	if got := uitest.LastLine(a); !strings.Contains(got, "wait is running · esc stops it") {
		t.Errorf("the last line says %q", got)
	}
	a.Update(uitest.KeyPress("j"))
	a.Update(uitest.KeyPress("W"))
	if got := uitest.LastLine(a); theLibrary(a).rows.At != 1 || got != " wait is still running: esc stops it." {
		t.Errorf("row %d, and the last line says %q", theLibrary(a).rows.At, got)
	}
	a.Update(uitest.KeyPress("esc"))
	uitest.Drive(a, <-ended...)
	if got := uitest.LastLine(a); got != " Stopped wait." || len(f.given) != 1 {
		t.Errorf("%d were run, and the last line says %q", len(f.given), got)
	}
}

func TestTheEndOfTheProgramEndsACommand(t *testing.T) {
	f := &fakePiper{waiting: make(chan struct{})}
	a := withOwn(f, nil)
	_, cmd := a.Update(uitest.KeyPress("W"))
	ended := aside(cmd)
	<-f.waiting
	a.Close()
	<-ended
}

func TestWhatTheUserHasMadeIsFoundLikeAllElse(t *testing.T) {
	a := withOwn(&fakePiper{}, map[string]model.Macro{"done": {Do: []string{"star"}}})
	uitest.Drive(a, uitest.Press(":")...)
	uitest.Drive(a, keysOf("summ")...)
	if got := offered(t, a); len(got) == 0 || got[0] != "summary: model" {
		t.Errorf("summ finds %q", got)
	}
	uitest.Drive(a, uitest.Press("esc", "?")...)
	uitest.Drive(a, keysOf("done")...)
	if h := a.Top().(*ui.Help); len(h.Shown) == 0 || h.Shown[0].Words != "done: star" || h.Shown[0].Key() != "X" {
		t.Errorf("the help finds %+v", h.Shown)
	}
}

package library

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/model"
	"lede/ui"
	"lede/ui/action"
	"lede/ui/reader"
	"lede/ui/uitest"
)

// walks is how many random walks each world is tried with: go test ./ui -run RandomWalk -walks 1000.
var walks = flag.Int("walks", 12, "random walks through each world")

// TestARandomWalkIsDrawnInItsPlace sends random keys, clicks, pastes and sizes to every screen, and lets answers come
// in any order: nothing panics, every line fits into the terminal, and the cursor is in it.
func TestARandomWalkIsDrawnInItsPlace(t *testing.T) {
	for name, world := range map[string]func() ui.Options{
		"library": func() ui.Options { return walkedStore(walkedEntries()) },
		"many":    func() ui.Options { return walkedStore(manyEntries()) },
		"empty":   func() ui.Options { return walkedStore(nil) },
		"list": func() ui.Options {
			return ui.Options{Library: walkedLibrary(), Store: walkedFiles(), Welcome: "Welcome to lede. Read these first."}
		},
		"article": func() ui.Options {
			return ui.Options{Library: walkedLibrary(), Store: uitest.NewFakeStore(nil), Ref: uitest.Harbour().Ref}
		},
		"kept": func() ui.Options {
			o := walkedStore(walkedEntries())
			o.Ref = string(o.Store.(*uitest.FakeStore).Records[0].Article.ID)
			return o
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for seed := range *walks {
				w := walker{Rand: rand.New(rand.NewPCG(uint64(seed), 1)), options: world()}
				if err := w.walk(200); err != nil {
					t.Fatalf("walk %d, %s: %s", seed, strings.Join(w.trail, " "), err)
				}
			}
		})
	}
}

// walker goes through the program at random. Commands wait in it, and are run in any order.
type walker struct {
	*rand.Rand
	options ui.Options
	app     *ui.App
	waiting []tea.Cmd
	trail   []string // what has happened since the program was started
}

// walk starts the program and takes so many steps.
func (w *walker) walk(steps int) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	for range steps {
		if w.app == nil || len(w.app.Stack) == 0 {
			w.begin()
		}
		w.step()
		if err := w.drawn(); err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) begin() {
	o := w.options
	o.Open, o.Copy = func(string) error { return nil }, func(string) error { return errors.New("no tool") }
	o.Opens = func(url string) bool { return strings.HasPrefix(url, "https://courier.example/") }
	o.Search = "https://search.example/?q=%s"
	o.Corrector = walkedCorrector()
	o.Now = func() time.Time { return time.Date(2026, 5, 20, 8, 0, 0, 0, time.UTC) }
	answer := uitest.Harbour()
	answer.ID = model.NewID("answer")
	o.Piper, o.Page = &fakePiper{answer: answer}, reader.NewPage
	tour := []string{"open", "next-section", "commands.ask", "back"}
	o.Macros = map[string]model.Macro{"tour": {Name: "tour", Do: tour}}
	o.Commands = map[string]model.Command{"ask": {Name: "ask"}, "note": {Name: "note", Answer: model.NoteAnswer}}
	o.Keys = action.Keymap{"macros.tour": {"W"}, "commands.ask": {"Q"}, "commands.note": {"Y"}}
	w.app, w.waiting, w.trail = newApp(o), nil, nil
	w.app.After = func(_ time.Duration, msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }
	w.send("start", uitest.Size(80, 24))
	w.wait(w.app.Init())
}

// step lets one thing happen.
func (w *walker) step() {
	switch n := w.IntN(100); {
	case n < 40 && len(w.waiting) > 0:
		i := w.IntN(len(w.waiting))
		cmd := w.waiting[i]
		w.waiting = slices.Delete(w.waiting, i, i+1)
		w.answer(cmd())
	case n < 84:
		w.press(w.key())
	case n < 91:
		w.click()
	case n < 96:
		w.resize()
	case n < 97:
		w.paste()
	case n < 98:
		w.fault()
	case n < 99:
		w.send("dark", tea.BackgroundColorMsg{Color: ansi.Black})
	default:
		w.send("light", tea.BackgroundColorMsg{Color: ansi.BrightWhite})
	}
}

// send gives the program a message and keeps its command.
func (w *walker) send(name string, msg tea.Msg) {
	w.trail = append(w.trail, name)
	_, cmd := w.app.Update(msg)
	w.wait(cmd)
}

func (w *walker) wait(cmd tea.Cmd) {
	if cmd != nil {
		w.waiting = append(w.waiting, cmd)
	}
}

// answer gives the program what a command has returned.
func (w *walker) answer(msg tea.Msg) {
	switch msg := msg.(type) {
	case nil, tea.QuitMsg, tea.SuspendMsg:
	case tea.BatchMsg:
		w.waiting = append(w.waiting, msg...)
	default:
		w.send(fmt.Sprintf("(%T)", msg), msg)
	}
}

// key is a key that means something somewhere, or one that writes.
func (w *walker) key() string {
	switch w.IntN(4) {
	case 0, 1:
		if all := slices.Collect(w.app.Top().Actions()[0]); len(all) > 0 {
			keys := all[w.IntN(len(all))].Keys
			return keys[w.IntN(len(keys))]
		}
	case 2:
		return []string{"e", "a", "ü", "界", "👩‍👩‍👧", "İ", ":", "*", "\"", "(", "-", "i", "t", "o", "s"}[w.IntN(15)]
	}
	if w.IntN(40) == 0 {
		return []string{"ctrl+c", "ctrl+z", "f1"}[w.IntN(3)]
	}
	rows := slices.DeleteFunc(w.app.Tables(), func(r action.Row) bool { return r.Where == "everywhere" })
	keys := rows[w.IntN(len(rows))].Keys
	return keys[w.IntN(len(keys))]
}

func (w *walker) press(name string) {
	msg := uitest.KeyPress(name)
	if msg.Mod == 0 && msg.Code >= 0x80 && msg.Code < 0x110000 && len(name) > 1 && msg.Text != "" {
		msg.Text = name
	}
	w.send(name, msg)
}

func (w *walker) click() {
	x, y := w.IntN(w.app.W+2), w.IntN(w.app.H+2)
	name := fmt.Sprintf("@%d,%d", x, y)
	switch w.IntN(4) {
	case 0:
		w.send("wheel"+name, tea.MouseWheelMsg{X: x, Y: y, Button: tea.MouseWheelDown})
	case 1:
		w.send("wheelup"+name, tea.MouseWheelMsg{X: x, Y: y, Button: tea.MouseWheelUp})
	default:
		w.send("click"+name, uitest.Click(x, y))
		w.send("let go", tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
	}
}

func (w *walker) resize() {
	sizes := [][2]int{
		{1, 1},
		{19, 4},
		{20, 5},
		{21, 7},
		{30, 10},
		{40, 15},
		{60, 8},
		{80, 24},
		{109, 30},
		{110, 12},
		{140, 40},
		{200, 60},
	}
	s := sizes[w.IntN(len(sizes))]
	w.send(fmt.Sprintf("%d×%d", s[0], s[1]), uitest.Size(s[0], s[1]))
}

func (w *walker) paste() {
	texts := []string{
		"tide", "two\nlines\tand a tab", "\x1b[2J\u202Eback", strings.Repeat("界 ", 4000),
		"topic:Westhaven is:unread", "e\u0301\u0301\u0301", "",
	}
	w.send("paste", tea.PasteMsg{Content: texts[w.IntN(len(texts))]})
}

// fault has the store fail, or work again, or tell of a change.
func (w *walker) fault() {
	f, ok := w.options.Store.(*uitest.FakeStore)
	if !ok {
		return
	}
	w.send("change", ui.LibraryChangedMsg{More: f.Changes(context.Background())})
	f.Lock()
	defer f.Unlock()
	if f.Err == nil {
		f.Err = errors.New("the disk is full: 北岸の町")
	} else {
		f.Err = nil
	}
}

// drawn reports what is wrong with the picture.
func (w *walker) drawn() error {
	v := w.app.View()
	if w.app.W < ui.MinWidth || w.app.H < ui.MinHeight || len(w.app.Stack) == 0 {
		return nil
	}
	lines := strings.Split(v.Content, "\n")
	if len(lines) != w.app.H {
		return fmt.Errorf("%d lines in %d×%d:\n%s", len(lines), w.app.W, w.app.H, uitest.ScreenText(w.app))
	}
	for i, l := range lines {
		if n := ansi.StringWidth(l); n > w.app.W {
			return fmt.Errorf("line %d is %d cells wide in %d×%d: %q\n%s", i, n, w.app.W, w.app.H, l, uitest.ScreenText(w.app))
		}
	}
	if c := v.Cursor; c != nil && (c.X < 0 || c.X >= w.app.W || c.Y < 0 || c.Y >= w.app.H) {
		return fmt.Errorf("the cursor is at %d,%d in %d×%d:\n%s", c.X, c.Y, w.app.W, w.app.H, uitest.ScreenText(w.app))
	}
	return nil
}

// walkedEntries are those of courier, some with titles and topics that are hard to measure.
func walkedEntries() []model.Entry {
	es := uitest.Courier()
	es[1].Title = "👩‍👩‍👧 e\u0301\u0301 नमस्ते दुनिया 北岸の町 " + strings.Repeat("endless", 30)
	es[2].Title, es[2].Site = "", "北岸の町、大潮に備える新聞"
	es[3].Topics = append(es[3].Topics, model.NewTopic("北岸の町 "+strings.Repeat("wide ", 20), "", ""),
		model.NewTopic("İstanbul", "", ""))
	es[4].URL, es[5].URL = "https://courier.example/wall", "https://courier.example/quay"
	return es
}

// walkedArticle has every kind of block, and text that is hard to measure.
func walkedArticle(e model.Entry) model.Article {
	a := uitest.Harbour()
	a.Entry = e
	a.Sections = slices.Clone(a.Sections)
	a.Sections[1].Title = "İ 北岸の町 👩‍👩‍👧"
	line := "İİ e\u0301\u0301 👩‍👩‍👧 नमस्ते " + strings.Repeat("北岸の町大潮に備える", 3) +
		"北岸の町大潮 " + strings.Repeat("endless", 40)
	hard := line + " a\ttab"
	a.Sections[1].Blocks = append(slices.Clone(a.Sections[1].Blocks),
		uitest.Paragraph(hard), model.Code{Source: "\tif a {\n\t\t北 = " + strings.Repeat("x", 300) + "\n"},
		model.Code{Language: "go"},
		model.Prose{Kind: model.Table, Source: "| a | 北岸の町 |\n|---|---|\n| " + hard + " | 2 |", Plain: "a 北岸の町"},
		model.Post{Network: model.Bluesky, Author: line, Handle: "@h", Source: hard + "\n\n\t" + hard},
		model.Post{Network: model.X, URL: "https://x.com/h/status/2", Missing: true},
		model.Image{URL: "https://pic.example/2.jpg", Alt: line, Caption: "北岸の町", Credit: "Ines"},
		model.Related{Links: []model.Link{
			{Title: line, URL: "https://courier.example/quay"},
			{Title: "", URL: "https://courier.example/wall"},
		}},
		model.Prose{Kind: model.Rule, Source: "---"}, model.Prose{Kind: model.Paragraph})
	a.Source = "# " + a.Title + "\n\n" + a.Markdown()
	return a
}

func walkedLibrary() uitest.FakeLibrary {
	es := walkedEntries()
	f := uitest.Serving(es)
	for _, ref := range []string{es[0].Ref, uitest.Wall, uitest.Quay, uitest.Harbour().Ref} {
		a := walkedArticle(model.Entry{
			Ref: ref, URL: "https://courier.example/tides", Title: "Tides " + ref,
			Byline: []string{"Ines Okafor"},
		})
		part := a
		part.Sections, part.Partial = a.Sections[:1], true
		f.Openings[ref] = []model.Opening{{Read: 10, Size: 100}, {Article: part}, {Article: a, Note: "The page is cut."}}
	}
	// newer, and shorter
	f.Openings[uitest.Quay] = []model.Opening{
		{Article: f.Openings[uitest.Quay][2].Article, Kept: true},
		{Article: *uitest.AllIsWell()},
	}
	f.Openings["gone"] = []model.Opening{{Err: errors.New("cannot open gone: gone")}}
	return f
}

// walkedFiles is a session of them, of which one cannot be read.
func walkedFiles() *uitest.FakeSession {
	es := walkedEntries()
	f := uitest.NewFakeSession(es)
	f.Why = map[string]string{es[1].Ref: "it is not text: 北岸の町"}
	f.Steps = make(chan model.Progress, 2)
	f.Steps <- model.Progress{Done: 1, Total: len(es), Stage: "reading"}
	f.Steps <- model.Progress{Done: len(es), Total: len(es), Errs: []error{errors.New("cannot open x: 北岸の町")}, Last: true}
	close(f.Steps)
	return f
}

func walkedStore(es []model.Entry) ui.Options {
	f := uitest.NewFakeStore(es)
	for i := range f.Records {
		r := &f.Records[i]
		if i < 12 {
			r.Article = walkedArticle(r.Article.Entry)
		}
		if i%3 == 0 {
			r.Status.Percent, r.Status.Place = 40, model.Place{Block: 5, Line: 2}
		}
		if i%4 == 0 {
			f.Folded[r.Article.ID] = 2
		}
	}
	f.Packs = make(chan model.Progress, 3)
	f.Packs <- model.Progress{Done: 1, Total: 2, Added: 1}
	f.Packs <- model.Progress{Done: 2, Total: 2, Added: 1, Errs: []error{errors.New("cannot open x: gone")}, Last: true}
	close(f.Packs)
	o := uitest.HomeOptions(f)
	o.Fixed = false
	return o
}

// walkedCorrector knows something of every part.
func walkedCorrector() *uitest.FakeCorrector {
	c := uitest.NewCorrector()
	for part := range 40 {
		c.Whys[part] = c.Whys[part%3]
	}
	return c
}

// manyEntries are so many that they come in several pages.
func manyEntries() []model.Entry {
	var es []model.Entry
	for range 12 {
		for _, e := range walkedEntries() {
			e.Ref = fmt.Sprintf("%03d.md", len(es))
			es = append(es, e)
		}
	}
	return es
}

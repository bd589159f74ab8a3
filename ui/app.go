// Package ui is the full-screen program: a stack of screens over one Library.
//
// Start with App, then screen.go. A screen is a page (list, reader) or an overlay that floats above one
// (outline, find, help). Screens hold the app and call its methods: push, pop, notify, fail.
package ui

import (
	"log/slog"
	"os/exec"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui/action"
	"lede/ui/render"
	"lede/ui/theme"
	"lede/ui/widget"
)

// Options are what the program is made with. The zero value of each field but First, Library and Store is good.
type Options struct {
	First   func(*App) Screen // makes the screen to start with
	Screens []action.Row      // what can be done on all screens, in the order of the help
	Keys    action.Keymap     // the user's own keys
	// Macros and Commands are what the user has made, by their names; Piper runs the commands, and Page makes the screen
	// of what one has answered.
	Macros   map[string]model.Macro
	Commands map[string]model.Command
	Piper    Piper
	Page     func(*App, model.Article) Screen
	// Problem is what the first screen is to say went wrong before it, or nil.
	Problem error
	// Language is that of the user, as a tag such as "pt-BR", in which topics are called; "" calls them as the articles
	// do.
	Language string
	Look     *theme.Theme // the theme to draw with, whatever the terminal is like; nil for lede's own
	// ThemeName is what the settings call the theme; "" for auto.
	ThemeName string
	Library   Library
	Store     Store              // what is listed, and keeps what the user does: the library, or a Session
	Samples   Session            // stands in the place of an empty library; nil for none
	Queries   []model.NamedQuery // the reader's own, in the order of the settings
	Feeds     Feeds              // the feeds that the user follows; nil where none can be
	Downloads Downloads          // saves attached files; nil where none can be
	Ref       string             // the article to open at once, or "" to start with the library or the list
	Measure   int                // the width of the text in cells; 0 means 72
	Light     bool               // start with the theme for a light terminal
	Fixed     bool               // keep that theme: do not ask the terminal for its background
	NoLinks   bool               // the terminal is not known to follow hyperlinks: write none
	NoMouse   bool               // leave the wheel and clicks to the terminal
	Welcome   string             // a sentence above the list while nothing filters it, or ""

	// Opens reports whether the library can open an address; nil means that none can be, and links go to the browser.
	Opens func(url string) bool
	// SaveQuery puts a query with its name into the user's settings; nil means that they cannot be written. Its errors
	// are sentences. It may wait.
	SaveQuery func(model.NamedQuery) error
	// Search is the address of a web search, with %s for the words; "" offers none.
	Search string
	// Corrector explains why articles are what they are, and takes corrections; nil means that nothing does.
	Corrector Corrector
	// Open shows an address in the user's browser; nil means the system's own. It may wait.
	Open func(url string) error
	// Editor prepares the user's editor; nil means that there is none.
	Editor Editor
	// Copy puts a text on the clipboard by a tool of the system; nil means the first one that is found. The terminal
	// is asked as well, always.
	Copy func(text string) error
	// Guard runs f and ends the program if it panics; where names what was being done. It is called from several
	// goroutines at once. nil runs f alone.
	Guard func(where string, f func())
	Now   func() time.Time                           // nil means time.Now
	After func(d time.Duration, msg tea.Msg) tea.Cmd // sends a message when a time is over; nil means tea.Tick
	Log   *slog.Logger                               // nil means no log
}

// App is the root model: it routes messages to its stack of screens and draws the top one.
type App struct {
	Options
	widget.Env
	basic bool // the terminal has 16 colours
	gate  render.Gate
	Stack
	foot     footer
	Notice   notice
	question *Question    // that waits for an answer, or nil
	Packing  *packing     // what is being brought in, or was; nil for nothing yet
	Saving   *downloading // the file that is being saved, or was; nil for none yet
	waiting  sequence     // keys that may be the beginning of a sequence
	steps    []string     // what is left to do of a macro
	piping   *piping      // the command that runs, or nil
	look     look
	request  int     // the number of the last request
	changes  changes // that are not made yet
	unkept   bool    // it has been told that places cannot be kept
}

// New returns the program, ready for tea.NewProgram.
func New(o Options) *App {
	if o.Measure == 0 {
		o.Measure = 72
	}
	if o.Guard == nil {
		o.Guard = func(_ string, f func()) { f() }
	}
	if o.Open == nil {
		o.Open = Browser("", (*exec.Cmd).Start)
	}
	if o.Copy == nil {
		o.Copy = copyBySystem
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.After == nil {
		o.After = after
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	a := &App{Options: o, Env: widget.Env{W: 80, H: 24}, look: newLook(&o)}
	a.Env.Pop, a.foot.env = a.Pop, &a.Env
	a.paint(!o.Light)
	return a
}

func after(d time.Duration, msg tea.Msg) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return msg })
}

// paint takes the theme that was asked for, or the one for a dark or a light terminal with the colours that it can
// show.
func (a *App) paint(dark bool) {
	a.look.dark = dark
	switch {
	case a.Look != nil:
		a.Theme = a.Look
	case a.basic:
		a.Theme = theme.Basic(dark)
	default:
		a.Theme = theme.New(dark)
	}
	a.gate = render.NewGate(a.Theme)
}

// Init implements tea.Model.
func (a *App) Init() tea.Cmd {
	cmd := guard(a.Guard).run("start", func() tea.Cmd {
		first := a.Push(a.First(a))
		if a.Problem != nil {
			return tea.Batch(first, a.Fail("start", a.Problem))
		}
		return first
	})
	return tea.Batch(cmd, a.followGround())
}

// Update implements tea.Model.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	return a, guard(a.Guard).run("update", func() tea.Cmd {
		cmd := a.update(msg)
		return tea.Batch(cmd, a.goOn())
	})
}

func (a *App) update(msg tea.Msg) tea.Cmd {
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		a.W, a.H = size.Width, size.Height
	}
	if len(a.Stack) == 0 {
		return nil // not started yet, or at its end
	}
	if cmd, ok := a.terminalSaid(msg); ok {
		return cmd
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		a.steps = nil
		return a.press(msg)
	case tea.PasteMsg:
		return a.paste(msg)
	case tea.MouseClickMsg:
		return a.click(msg)
	case tea.MouseWheelMsg:
		a.question = nil
		return a.Top().Update(msg)
	case tea.MouseMsg:
		return nil // a button is let go, or dragged
	case textCopiedMsg:
		return msg.tell(a)
	case browserOpenedMsg:
		return msg.tell(a)
	case answeredMsg:
		return msg.take(a)
	case sequenceOverMsg:
		return a.endSequence(msg.number)
	case noticeFadedMsg:
		a.Notice.fade(msg)
		return nil
	case PackedMsg:
		return msg.Of.take(a, msg)
	case PlaceKeptMsg:
		return tea.Batch(msg.tell(a), a.broadcast(msg))
	case StoreChangedMsg:
		return tea.Batch(msg.tell(a), a.broadcast(msg))
	case UndoneMsg:
		return tea.Batch(msg.tell(a), a.broadcast(msg))
	case reporting:
		return msg.Report(a)
	}
	return a.broadcast(msg)
}

// broadcast gives a message to every screen, the top one first.
func (a *App) broadcast(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for _, s := range slices.Backward(slices.Clone(a.Stack)) {
		cmds = append(cmds, s.Update(msg))
	}
	return tea.Batch(cmds...)
}

// Push puts a screen on top of the stack and starts it.
func (a *App) Push(s Screen) tea.Cmd {
	a.Stack = append(a.Stack, s)
	if s, ok := s.(starting); ok {
		return s.Start()
	}
	return nil
}

// Pop closes the top screen; the program ends with its last one.
func (a *App) Pop() tea.Cmd {
	if len(a.Stack) == 1 {
		return a.quit()
	}
	kept := partOf(a.Top())
	a.Top().Close()
	a.Stack = a.Stack[:len(a.Stack)-1]
	if s, ok := a.Top().(resuming); ok {
		return tea.Batch(kept, s.Resume())
	}
	return kept
}

// Drop closes a screen, and those above it, whatever is on top.
func (a *App) Drop(s Screen) tea.Cmd {
	var cmds []tea.Cmd
	for i := slices.Index(a.Stack, s); i > 0 && len(a.Stack) > i; {
		cmds = append(cmds, a.Pop())
	}
	return tea.Batch(cmds...)
}

// partOf is what a screen that is left has to keep, nil for nothing.
func partOf(s Screen) tea.Cmd {
	if s, ok := s.(parting); ok {
		return s.Part()
	}
	return nil
}

// quit closes all screens and ends the program, when what they have to keep has been kept.
func (a *App) quit() tea.Cmd {
	keep := a.leave()
	return func() tea.Msg {
		keep()
		return tea.Quit()
	}
}

// leave closes all screens. What it returns makes the changes that are not made yet, and keeps what the screens have
// to keep.
func (a *App) leave() func() {
	a.Packing.End()
	a.Saving.End()
	var kept []tea.Cmd
	for _, s := range slices.Backward(a.Stack) {
		kept = append(kept, partOf(s))
		s.Close()
	}
	a.Stack = nil
	piping := a.piping
	return func() {
		piping.finish()
		a.changes.finish()
		for _, keep := range kept {
			if keep != nil {
				keep()
			}
		}
	}
}

// Close keeps what the screens have to keep, for a program that was ended from outside. It is for after the program
// has returned.
func (a *App) Close() { a.leave()() }

// NextRequest numbers a request, so that its answer can be told from late ones.
func (a *App) NextRequest() int {
	a.request++
	return a.request
}

package ui

import (
	"context"
	"maps"
	"path/filepath"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/clean"
	"lede/ui/action"
)

// Piper runs the user's commands.
type Piper interface {
	// Answer gives an article to a command and returns what it answers: the zero value when that is thrown away. The
	// command ends with ctx.
	Answer(ctx context.Context, c model.Command, a model.Article) (model.Article, error)
}

// subject is a screen that has an article to give to a command.
type subject interface {
	// Subject returns the article, or the reference to open it by, or a sentence that says why there is none.
	Subject() (a *model.Article, ref, refusal string)
}

// piping is a command that runs.
type piping struct {
	name   string
	cancel context.CancelFunc
	ended  chan struct{} // closed when it has ended
}

// answeredMsg brings what a command has answered.
type answeredMsg struct {
	of     *piping
	kind   model.AnswerKind
	answer model.Article
	err    error
}

// commandTable is the user's commands as actions, by their names.
func commandTable(commands map[string]model.Command) action.Table[*App] {
	var t action.Table[*App]
	for _, name := range slices.Sorted(maps.Keys(commands)) {
		c := commands[name]
		t = append(t, action.Action[*App]{
			Name: name, Words: name + ": " + programOf(c), Brief: name, Where: action.Commands, Under: action.Own,
			Refuse: (*App).noSubject, Do: func(a *App) tea.Cmd { return a.pipe(c) },
		})
	}
	return t
}

// programOf is the name of the program that a command runs.
func programOf(c model.Command) string {
	if len(c.Run) == 0 {
		return ""
	}
	return clean.Line(filepath.Base(c.Run[0]))
}

// noSubject says why no command can be run here, "" when one can.
func (a *App) noSubject() string {
	s, ok := a.Top().(subject)
	switch {
	case !ok || a.Piper == nil:
		return "There is no article here to give to a command."
	case a.piping != nil:
		return a.piping.name + " is still running: esc stops it."
	}
	_, _, refusal := s.Subject()
	return refusal
}

// pipe runs a command on the article of the screen that is seen.
func (a *App) pipe(c model.Command) tea.Cmd {
	article, ref, _ := a.Top().(subject).Subject()
	ctx, cancel := context.WithCancel(context.Background())
	p := &piping{name: c.Name, cancel: cancel, ended: make(chan struct{})}
	a.piping = p
	library, piper := a.Library, a.Piper
	return func() tea.Msg {
		defer close(p.ended)
		msg := answeredMsg{of: p, kind: c.Answer}
		if article == nil {
			article, msg.err = readWhole(ctx, library, ref)
		}
		if msg.err == nil {
			msg.answer, msg.err = piper.Answer(ctx, c, *article)
		}
		return msg
	}
}

// readWhole opens an article and waits for all of it.
func readWhole(ctx context.Context, l Library, ref string) (*model.Article, error) {
	var a model.Article
	for o := range l.Open(ctx, ref) {
		if a = o.Article; o.Err != nil {
			return nil, o.Err
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return &a, nil
}

// String is what the last line says while a command runs.
func (p *piping) String() string {
	if p == nil {
		return ""
	}
	return p.name + " is running · esc stops it"
}

// pipingTable is what can be done while a command runs, before all else.
func pipingTable() action.Table[*App] {
	return action.Table[*App]{{
		Name: "stop-command", Words: "stop", Keys: []string{"esc"}, Do: (*App).stopPiping,
	}}
}

// stopKey stops the command that runs, when the key is the one for that.
func (a *App) stopKey(key string) (cmd tea.Cmd, ok bool) {
	if a.piping == nil {
		return nil, false
	}
	b, ok := action.Find([]action.Set{pipingTable().For(a)}, key)
	if !ok {
		return nil, false
	}
	return b.Do(), true
}

// stopPiping ends the command that runs.
func (a *App) stopPiping() tea.Cmd {
	p := a.piping
	p.cancel()
	a.piping, a.steps = nil, nil
	return a.Notify("Stopped " + p.name + ".")
}

// take shows the answer of the command that runs; that of one that was stopped is dropped.
func (msg answeredMsg) take(a *App) tea.Cmd {
	p := a.piping
	if msg.of != p {
		return nil
	}
	p.cancel()
	a.piping = nil
	switch {
	case msg.err != nil:
		a.steps = nil
		return a.Fail("run "+p.name, msg.err)
	case msg.kind == model.NoAnswer:
		return a.Notify(p.name + " is done.")
	}
	cmd := a.Push(a.Page(a, msg.answer))
	if msg.kind == model.NoteAnswer {
		kept := StoreChangedMsg{done: "Kept as a note in your library."}
		return tea.Batch(cmd, kept.tell(a), a.broadcast(kept))
	}
	return cmd
}

// pipeTime is how long the end of the program waits for a command to be killed.
const pipeTime = time.Second

// finish ends a command and waits for it to be gone.
func (p *piping) finish() {
	if p == nil {
		return
	}
	p.cancel()
	select {
	case <-p.ended:
	case <-time.After(pipeTime):
	}
}

package why

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui"
	"lede/ui/reader/text"
)

// whyKnownMsg brings why an item of an article is what it is.
type whyKnownMsg struct {
	article *model.Article
	item    int
	why     model.Why
	err     error
}

func askWhy(ctx context.Context, c ui.Corrector, a *model.Article, item int) tea.Cmd {
	return func() tea.Msg {
		why, err := c.Why(ctx, a, item-1) // the first item is the title block
		return whyKnownMsg{a, item, why, err}
	}
}

// CorrectedMsg says that a correction has been made or taken back, and brings the article as it is now.
type CorrectedMsg struct {
	Request int
	told    string // the sentence for the reader
	undo    func() error
	whole   bool           // it is everything on its page
	Article *model.Article // nil when it could not be read again
	err     error
}

// Corrections are what was corrected of an article, so that it can be taken back.
type Corrections struct {
	app        *ui.App
	text       *text.Pane
	page       Page
	key        func(action string) string // the key of an action of the reader
	Everything bool                       // the whole page is shown, with what is not in the article
	Made       []func() error             // what takes each correction back, the last one last
	Marked     int                        // changes of marks since then, which can be taken back too
}

// New returns the corrections of an article that is open, of which none has been made. key names the keys of
// the reader's actions.
func New(app *ui.App, shown *text.Pane, page Page, key func(action string) string) Corrections {
	return Corrections{app: app, text: shown, page: page, key: key}
}

// Page is the article that is open, as far as corrections need it.
type Page interface {
	// Asked returns the context that ends when the article is left, and the number of its opening.
	Asked() (ctx context.Context, request int)
	// Show shows another reading of it.
	Show(a *model.Article) tea.Cmd
}

// UndoHint says how a change is undone.
func (c *Corrections) UndoHint() string { return c.key("undo") + " takes it back." }

// WhyHere opens the overlay for the first part of the article in view.
func (c *Corrections) WhyHere() tea.Cmd {
	at := c.text.FirstPart()
	if at == 0 {
		return c.app.Notify("There is no part of the article in view.")
	}
	return c.app.Push(newMenu(c, at))
}

// correct makes a correction and reads the article again.
func (c *Corrections) correct(fix model.Correction) tea.Cmd {
	by := c.app.Corrector
	return c.again(fileName(fix.File)+" now says "+string(fix.Kind)+" = "+fix.Value+". "+c.UndoHint(), false,
		func() (func() error, error) {
			return by.Correct(fix)
		})
}

// takeBack takes the last correction back and reads the article again.
func (c *Corrections) takeBack() tea.Cmd {
	last := len(c.Made) - 1
	undo := c.Made[last]
	c.Made = c.Made[:last]
	return c.again("The correction is taken back.", false, func() (func() error, error) {
		if err := undo(); err != nil {
			return undo, err // it can be tried again
		}
		return nil, nil
	})
}

// ShowEverything shows all that is on the article's page, or the article alone again.
func (c *Corrections) ShowEverything(whole bool) tea.Cmd {
	told := "Only the article again."
	if whole {
		told = "Everything on the page. " + c.key("why") +
			" corrects, and goes to what is left out; q is back at the article."
	}
	return c.again(told, whole, func() (func() error, error) { return nil, nil })
}

// again changes something and reads the article again.
func (c *Corrections) again(told string, whole bool, change func() (undo func() error, err error)) tea.Cmd {
	ctx, request := c.page.Asked()
	by, a := c.app.Corrector, c.text.Items.Article
	msg := CorrectedMsg{Request: request, told: told, whole: whole}
	return func() tea.Msg {
		if msg.undo, msg.err = change(); msg.err != nil {
			return msg
		}
		return reread(ctx, by, a, msg)
	}
}

func reread(ctx context.Context, by ui.Corrector, a *model.Article, msg CorrectedMsg) tea.Msg {
	article, err := by.Reread(ctx, a, msg.whole)
	if err != nil {
		msg.err = err
		return msg
	}
	msg.Article = &article
	return msg
}

// Corrected shows the article as it is now, at the same place.
func (c *Corrections) Corrected(msg CorrectedMsg) tea.Cmd {
	if _, request := c.page.Asked(); msg.Request != request {
		return nil
	}
	if msg.undo != nil {
		c.Made, c.Marked = append(c.Made, msg.undo), 0
	}
	if msg.err != nil {
		return c.app.Fail("correct the article", msg.err)
	}
	c.Everything = msg.whole
	stay := c.text.StayNear()
	cmd := c.page.Show(msg.Article)
	stay()
	return tea.Batch(cmd, c.app.Notify(msg.told))
}

// UndoHere takes back what was done last: a correction, or a change of the library.
func (c *Corrections) UndoHere() tea.Cmd {
	if len(c.Made) > 0 && c.Marked == 0 {
		return c.takeBack()
	}
	c.Marked = max(0, c.Marked-1)
	return ui.Undo(c.app.Store)
}

package library

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"

	"lede/model"
	"lede/ui/uitest"
)

func TestSelectionStaysOnItsEntry(t *testing.T) {
	es := uitest.Courier()
	a := shelf(uitest.Serving(es[3:]), 80, 24)
	l := theList(a)
	uitest.Drive(a, uitest.Press("j", "j")...)
	want := l.selected().Ref
	check := func(after string) {
		t.Helper()
		if got := l.selected(); got == nil || got.Ref != want {
			t.Errorf("after %s the cursor is on %v, want %s", after, got, want)
		}
	}
	for range sortings {
		uitest.Drive(a, uitest.Press("S")...)
		check("sorting " + l.listing.sort.String())
	}
	uitest.Drive(a, entriesListedMsg{request: l.request, rows: digest(es[:3]), done: true})
	check("a batch of newer entries")
	uitest.Drive(a, uitest.Press("/", "x", "y", "z", "esc")...)
	check("a filter that was dropped")
	more := es[5]
	more.Topics = append(more.Topics, model.Topic{Name: "memory"})
	uitest.Drive(a, entriesListedMsg{request: l.request, rows: digest([]model.Entry{more}), done: true})
	check("topics that came later")
	if l.selected().Topics[len(l.selected().Topics)-1].Name != "memory" {
		t.Error("the later topics are not there")
	}
}

func TestCursorStaysOnTopUntilItIsMoved(t *testing.T) {
	es := uitest.Courier()
	a := shelf(uitest.Serving(es[5:]), 80, 24)
	l := theList(a)
	uitest.Drive(a, entriesListedMsg{request: l.request, rows: digest(es[:5]), done: true})
	if got := l.selected().Ref; got != es[0].Ref {
		t.Errorf("the cursor is on %s, want the newest, %s", got, es[0].Ref)
	}
}

// holding is a library whose batches come when the test sends them.
type holding struct {
	uitest.FakeLibrary
	steps chan model.Batch
}

func (h holding) List(context.Context) <-chan model.Batch { return h.steps }

func TestKeysWorkWhileTheListIsRead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := holding{steps: make(chan model.Batch, 10)}
		h.steps <- model.Batch{Entries: someEntries(1200), Done: 1200, Total: 10000, Stage: "reading"}
		a := shelf(h, 80, 24)
		defer a.Close()
		if got := uitest.ScreenText(a); !strings.Contains(got, "reading 1,200 of 10,000") {
			t.Errorf("no progress:\n%s", got)
		}
		uitest.Drive(a, uitest.Press("G", "T", "enter", "/", "r", "e", "p", "enter", "esc", "esc", "esc", "esc")...)
		l := theList(a)
		if len(a.Stack) != 1 || len(l.listing.shown) != 1200 {
			t.Errorf("while reading, esc leaves %d screens and %d rows", len(a.Stack), len(l.listing.shown))
		}
		l.Close()
		if l.ctx.Err() == nil {
			t.Error("closing the list does not end the reading")
		}
	})
}

func TestBatchesThatComeTogetherAreOne(t *testing.T) {
	steps := make(chan model.Batch, 10)
	for i := range 5 {
		steps <- model.Batch{Entries: someEntries(5)[i : i+1], Done: i + 1, Total: 5, Errs: []error{errors.New("x")}, Gone: []string{"x"}}
	}
	close(steps)
	msg := awaitEntries(t.Context(), 1, steps)().(entriesListedMsg)
	if len(msg.rows) != 5 || msg.batch.Done != 5 || len(msg.batch.Errs) != 5 || len(msg.batch.Gone) != 5 || !msg.done {
		t.Errorf("got %d rows, done %d, %d errors, last %v", len(msg.rows), msg.batch.Done, len(msg.batch.Errs), msg.done)
	}
}

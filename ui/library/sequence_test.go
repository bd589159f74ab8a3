package library

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui"
	"lede/ui/action"
	"lede/ui/uitest"
)

// mapped is an app with keys of the user's own. What waits for its time is in late.
func mapped(keys action.Keymap) (a *ui.App, late *[]tea.Msg) {
	late = new([]tea.Msg)
	o := uitest.HomeOptions(uitest.NewFakeStore(walkedEntries()))
	o.First, o.Screens, o.Keys = First, Rows(), keys
	o.After = func(_ time.Duration, msg tea.Msg) tea.Cmd {
		if _, rests := msg.(askRestedMsg); rests {
			return func() tea.Msg { return msg }
		}
		*late = append(*late, msg)
		return nil
	}
	return uitest.Start(o, 100, 30), late
}

func TestASequenceOfKeysIsOneKey(t *testing.T) {
	a, late := mapped(action.Keymap{"move.top": {"g g"}, "library.search": {"g /"}, "library.column": {"g"}})
	l := theLibrary(a)
	uitest.Drive(a, uitest.Press("G", "g", "g")...)
	if l.rows.At != 0 || l.column.focus {
		t.Errorf("gg leaves row %d, column %v", l.rows.At, l.column.focus)
	}
	if uitest.Drive(a, uitest.Press("g", "/")...); !l.typing.on {
		t.Error("g/ does not search")
	}
	uitest.Drive(a, uitest.Press("g", "esc")...)
	*late = nil
	if uitest.Drive(a, uitest.Press("g")...); l.column.focus {
		t.Error("g acts at once, though gg could come")
	}
	if uitest.Drive(a, *late...); !l.column.focus {
		t.Error("g alone does nothing after its time")
	}
	uitest.Drive(a, uitest.Press("tab")...)
	uitest.Drive(a, *late...)
	if l.column.focus {
		t.Error("the time of a key that has been taken does it again")
	}
}

func TestAnotherKeyEndsASequence(t *testing.T) {
	a, _ := mapped(action.Keymap{"move.top": {"W W"}})
	l := theLibrary(a)
	uitest.Drive(a, uitest.Press("W", "j")...)
	if l.rows.At != 1 {
		t.Errorf("j after W is lost: row %d", l.rows.At)
	}
}

func TestNextUnreadGoesRound(t *testing.T) {
	a, _ := mapped(nil)
	l := theLibrary(a)
	l.pages.each(func(r *model.Row) { r.Status.Read = true })
	if uitest.Drive(a, uitest.Press(">")...); uitest.LastLine(a) != " There is no other unread article here." {
		t.Errorf("the footer says %q", uitest.LastLine(a))
	}
	last := l.pages.len() - 1
	l.pages.row(last).Status.Read, l.pages.row(1).Status.Read = false, false
	uitest.Drive(a, uitest.Press("j", "j", ">")...)
	if l.rows.At != last {
		t.Errorf("the cursor is at %d, want %d", l.rows.At, last)
	}
	if uitest.Drive(a, uitest.Press("n")...); l.rows.At != 1 {
		t.Errorf("the cursor is at %d, want 1", l.rows.At)
	}
}

func TestAllThatIsShownIsMarkedAsRead(t *testing.T) {
	a, _ := mapped(nil)
	l := theLibrary(a)
	uitest.Drive(a, uitest.Press("M")...)
	l.pages.each(func(r *model.Row) {
		if !r.Status.Read {
			t.Errorf("%q is unread", r.Title)
		}
	})
	uitest.Drive(a, uitest.Press("U")...)
}

package library

import (
	"slices"
	"strings"
	"testing"
	"time"

	"lede/model"
	"lede/ui/render"
	"lede/ui/uitest"
)

func TestTheLineOfARowIsWhereItIsDrawn(t *testing.T) {
	f, _ := uitest.Begun()
	a := home(f, 80, 24)
	l := theLibrary(a)
	o, lines := l.layout(), strings.Split(uitest.ScreenText(a), "\n")
	for y := o.rows.Y; y < o.rows.Y+o.rows.H-1; y++ {
		i := l.rowAt(o, y)
		if i < 0 || !strings.Contains(lines[y], "●") && !strings.Contains(lines[y], "◐") {
			continue
		}
		if title := l.pages.row(i).Title; !strings.Contains(lines[y], title[:10]) {
			t.Errorf("line %d is said to be of %q: %q", y, title, lines[y])
		}
	}
	if len(l.pages.head) == 0 {
		t.Fatal("there is nothing to go on with")
	}
}

func TestRowsTakeOneLineOrTwo(t *testing.T) {
	a := home(uitest.Kept(), 120, 40)
	two := theLibrary(a).rows.Page
	uitest.Drive(a, uitest.Press("z")...)
	if one := theLibrary(a).rows.Page; one != 2*two && one != 2*two+1 {
		t.Errorf("%d rows of two lines fit, and %d of one", two, one)
	}
	whole := func(line string) bool {
		return strings.Contains(line, "Harbour towns") && strings.Contains(line, "North Coast Courier ") &&
			strings.Contains(line, " 3 May")
	}
	if got := uitest.ScreenText(a); !slices.ContainsFunc(strings.Split(got, "\n"), whole) {
		t.Errorf("a row has not got its site and date on its line:\n%s", got)
	}
	if uitest.Drive(a, uitest.Press("z")...); theLibrary(a).rows.Page != two {
		t.Error("z does not go back")
	}
}

func TestARowHasThreeTopicsAsTheLibrarySpellsThem(t *testing.T) {
	l := theLibrary(home(uitest.Kept(), 120, 40))
	l.spell([]model.TopicCount{{Key: "nato", Name: "NATO"}})
	row := &model.Row{Entry: model.Entry{Title: "A pact", Site: "Courier"}}
	for _, name := range []string{"Nato", "ferries", "tides", "quays"} {
		row.Topics = append(row.Topics, model.NewTopic(name, "", model.Inferred))
	}
	d := drawing{l, l.layout()}
	if got := render.Plain(d.detail(row, 0, 80)); strings.TrimSpace(got) != "Courier · NATO, ferries, tides" {
		t.Errorf("got %q", got)
	}
}

func TestAnUndatedArticleSaysWhenItWasAdded(t *testing.T) {
	l := theLibrary(home(uitest.Kept(), 120, 40))
	now := l.app.Now()
	d := drawing{l, l.layout()}
	for arrived, want := range map[time.Time]string{
		now:                   " added today",
		now.AddDate(0, -1, 0): now.AddDate(0, -1, 0).Format(" added 2 Jan"),
		now.AddDate(-2, 0, 0): now.AddDate(-2, 0, 0).Format("  added 2006"),
		(time.Time{}):         strings.Repeat(" ", dateCells),
	} {
		row := &model.Row{Status: model.Status{Arrived: arrived}}
		got := render.Plain(d.date(row))
		if render.Width(got) != dateCells || strings.TrimSpace(got) != strings.TrimSpace(want) {
			t.Errorf("added %v: got %q, want %q", arrived, got, want)
		}
	}
}

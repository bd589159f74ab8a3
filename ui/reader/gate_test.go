package reader

import (
	"strings"
	"testing"

	"lede/model"
	"lede/model/clean"
	"lede/ui"
	"lede/ui/uitest"
)

const evil = uitest.Evil

// evilArticle has it in all its parts, as if it had come round the door.
func evilArticle() model.Article {
	text := "The quay" + evil + " stood under water [for a night](https://a.example/b), and the wall" + evil + " held."
	return model.Article{
		Entry: model.Entry{
			ID: model.NewID("evil"), Ref: "evil", URL: "https://courier.example/evil", Title: "Quay" + evil,
			Site:   "The Courier" + evil,
			Byline: []string{"Ada" + evil}, Dateline: "WESTHAVEN" + evil, Summary: "Water" + evil,
			Topics: []model.Topic{{Key: "quay", Name: "quay" + evil}},
		},
		Source: text,
		Format: model.Markdown,
		Sections: []model.Section{
			{Blocks: []model.Block{
				uitest.Paragraph(text),
				model.Post{Network: model.X, Author: "Harbour" + evil, Handle: "@harbour" + evil, Source: "Water" + evil},
				model.Related{
					Label: "ALSO READ" + evil,
					Links: []model.Link{{Title: "Wall" + evil, URL: "https://courier.example/wall"}},
				},
			}},
			{Title: "Part" + evil, Level: 2, Blocks: []model.Block{
				model.Code{Source: "x := 1" + evil},
				model.Notice{Source: "Subscribe" + evil},
				model.Image{Alt: "A picture" + evil, URL: "https://a.example/p.png"},
			}},
		},
	}
}

// watched is an app that shows the article, and all that it has handed over to the clipboard.
type watched struct {
	*ui.App
	copied []string
}

func watching() *watched {
	w := &watched{}
	o := uitest.One(evilArticle())
	o.Corrector = uitest.NewCorrector()
	o.Copy = func(text string) error {
		w.copied = append(w.copied, text)
		return nil
	}
	w.App = showing(o, 110, 24)
	return w
}

// keys are those of all that can be done now. A new action is among them.
func (w *watched) keys() (all []string) {
	for _, set := range w.Top().Actions() {
		for b := range set {
			all = append(all, b.Keys...)
		}
	}
	return all
}

func (w *watched) check(t *testing.T, keys ...string) {
	t.Helper()
	if len(w.Stack) == 0 {
		return
	}
	v := w.View()
	for where, text := range map[string]string{
		"the screen": uitest.ScreenText(w.App), "the title": v.WindowTitle, "the clipboard": strings.Join(w.copied, "\n"),
	} {
		if clean.Text(text) != text {
			t.Errorf("after %q %s holds forbidden characters: %q", keys, where, text)
		}
	}
}

// TestNoActionShowsForbiddenCharacters does all that can be done with an article full of them, and with what opens
// then.
func TestNoActionShowsForbiddenCharacters(t *testing.T) {
	copied := 0
	for _, key := range watching().keys() {
		w := watching()
		uitest.Drive(w.App, uitest.Press(key)...)
		w.check(t, key)
		copied += len(w.copied)
		if len(w.Stack) == 0 {
			continue
		}
		for _, next := range w.keys() {
			w := watching()
			uitest.Drive(w.App, uitest.Press(key, next)...)
			w.check(t, key, next)
			copied += len(w.copied)
		}
	}
	if copied < 4 {
		t.Errorf("only %d texts were copied", copied)
	}
}

package reading

import (
	"lede/content/fetch"
	"lede/content/parse"
	"lede/content/parse/page"
	"lede/model"
)

const (
	inBrowser = "Open it in the browser"
	logIn     = "Log in to it in the browser"
)

// walls are what is wrong with a page of each kind that is no article, and what to do.
var walls = map[page.WallKind]struct{ problem, advice string }{
	page.NetworkWall:  {"this network wants you to log in first", logIn + ", then try again"},
	page.RobotWall:    {"the site wants to see that you are not a program", inBrowser},
	page.ConsentWall:  {"the site asks for your consent first", inBrowser},
	page.LoginWall:    {"the site asks you to log in", logIn},
	page.RedirectWall: {"it only leads on, to ", "Open that address"},
	page.ScriptWall:   {"it is made by a script, which lede does not run", inBrowser},
	page.EmptyWall:    {"there is no text in it", inBrowser},
	page.BareWall:     {"no article was found in it", inBrowser},
}

// wall is the sentence for a page that is no article: one that is made by a script, leads on, or stands before the
// page that was asked for, or one that ended before its text came. It is nil for an article.
func wall(from origin, a model.Article) error {
	if a.Format != parse.HTML {
		return nil
	}
	found := page.WallOf(a)
	w, ok := walls[found.Kind]
	if !ok {
		return nil
	}
	switch found.Kind {
	case page.EmptyWall, page.BareWall, page.ScriptWall:
		if err := from.tooShort(); err != nil {
			return err
		}
	case page.RedirectWall:
		w.problem += fetch.Shown(found.Address)
	}
	return fetch.NewError(from.ref, w.problem, w.advice, nil)
}

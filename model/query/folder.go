package query

import (
	"slices"
	"strings"

	"lede/model"
)

// In holds when the article has come by a feed in the folder, or in a folder below it: see model.Subscription.In. With
// Hidden it holds when the article has come by hidden feeds alone, whatever their folders.
type In struct {
	Folder string
	Hidden bool
}

func readFolder(_ *parser, v string) (Expr, string) {
	folder := strings.Trim(strings.ReplaceAll(v, `"`, ""), "/ ")
	if folder == "" {
		return nil, "There is no folder in it to look for"
	}
	return In{Folder: folder}, ""
}

func (In) term() {}

func (i In) write(bool) string {
	if i.Hidden {
		return "is:hidden"
	}
	return "folder:" + quoted(i.Folder, strings.ContainsAny(i.Folder, " \t()"))
}

func (i In) holds(r model.Record) bool {
	if i.Hidden {
		shown := func(f model.Subscription) bool { return !f.Hidden }
		return len(r.Feeds) > 0 && !slices.ContainsFunc(r.Feeds, shown)
	}
	return slices.ContainsFunc(r.Feeds, func(f model.Subscription) bool { return f.In(i.Folder) })
}

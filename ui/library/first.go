package library

import (
	"slices"

	"lede/ui"
	"lede/ui/action"
	"lede/ui/reader"
)

// First returns the screen to start with: the article that is named, or the list of articles.
func First(a *ui.App) ui.Screen {
	if a.Ref != "" {
		return reader.NewReader(a, a.Ref)
	}
	return newLibrary(a)
}

// Rows returns what can be done on all screens, in the order of the help.
func Rows() []action.Row { return slices.Concat(reader.ReaderRows(), libraryRows()) }

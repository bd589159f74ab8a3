package library

import (
	"slices"

	"lede/ui"
	"lede/ui/action"
	"lede/ui/reader"
)

// First returns the screen to start with: the article that is named, the library, or the list of what was named.
func First(a *ui.App) ui.Screen {
	switch {
	case a.Ref != "":
		return reader.NewReader(a, a.Ref)
	case !a.Files:
		return newLibrary(a)
	}
	return newList(a)
}

// Rows returns what can be done on all screens, in the order of the help.
func Rows() []action.Row { return slices.Concat(reader.ReaderRows(), libraryRows(), listRows()) }

package settings

import (
	"errors"
	"io/fs"
	"os"
	"slices"

	"lede/model"
	"lede/model/clean"
)

// AddQuery writes a query with its name at the end of a file of settings, which it makes if there is none. The rest
// of the file is not touched. The error is a *WriteError.
func AddQuery(path string, q model.NamedQuery) error {
	if path == "" {
		return correctError("config.toml", "there is no home for settings: set HOME", nil)
	}
	if err := NoPipe(path); err != nil {
		return correctError(path, err.Error(), err)
	}
	before, err := os.ReadFile(path) //nolint:gosec // the user named it
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return correctError(path, "you may not read it", err)
	}
	after := []byte(tomlText{string(before)}.ended() + tableOf(q))
	c, err := parseConfig(after)
	switch {
	case err != nil:
		return correctError(path, clean.Line(err.Error())+". Write it there yourself: query = "+quoted(q.Query), err)
	case slices.ContainsFunc(c.Queries[:len(c.Queries)-1], func(o model.NamedQuery) bool { return o.Name == q.Name }):
		return correctError(path, "it has a query of that name. Take another name", nil)
	}
	if err := replaceFile(path, after); err != nil {
		return correctError(path, "you may not write there", err)
	}
	return nil
}

// tableOf is a query as a table of TOML.
func tableOf(q model.NamedQuery) string {
	return "\n[[query]]\nname = " + quoted(clean.Line(q.Name)) + "\nquery = " + quoted(clean.Line(q.Query)) + "\n"
}

package settings

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"lede/model"
)

// AddQueries writes queries with a name to the end of a file of settings, which is made when it is not there. A query
// that the file has already is not written again; one whose name is taken gets a number. The error is a *WriteError.
func AddQueries(path string, queries []model.NamedQuery) error {
	if err := NoPipe(path); err != nil {
		return correctError(path, err.Error(), err)
	}
	before, err := os.ReadFile(path) //nolint:gosec // the user's own settings
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return correctError(path, "you may not read it", err)
	}
	config, err := parseConfig(before)
	if err != nil {
		return correctError(path, "mend it first", err)
	}
	after := string(before)
	for _, q := range queries {
		if slices.ContainsFunc(config.Queries, func(old model.NamedQuery) bool { return old.Query == q.Query }) {
			continue
		}
		q.Name = freeName(config.Queries, q.Name)
		config.Queries = append(config.Queries, q)
		if after != "" {
			after = strings.TrimRight(after, "\n") + "\n\n"
		}
		after += "[[query]]\nname = " + quoted(q.Name) + "\nquery = " + quoted(q.Query) + "\n"
	}
	if after == string(before) {
		return nil
	}
	if _, err := parseConfig([]byte(after)); err != nil {
		return correctError(path, "no query can be added to it", err)
	}
	if err := replaceFile(path, []byte(after)); err != nil {
		return correctError(path, "you may not write there", err)
	}
	return nil
}

// freeName is a name that no query has yet.
func freeName(queries []model.NamedQuery, name string) string {
	free := name
	taken := func(q model.NamedQuery) bool { return strings.EqualFold(q.Name, free) }
	for n := 2; slices.ContainsFunc(queries, taken); n++ {
		free = fmt.Sprintf("%s %d", name, n)
	}
	return free
}

// Package settings reads what the user has set: config.toml with its labels, and a file of rules for each site. It
// checks them, names the line of a mistake, and writes corrections into them without touching anything else.
//
// Start with Read, ForSite and Correct.
package settings

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"lede/model"
)

// maxConfig limits a file of settings, in bytes.
const maxConfig = 1 << 20

// Path returns where the settings are: lede/config.toml in $XDG_CONFIG_HOME or ~/.config; "" without a home folder.
func Path(getenv func(string) string) string {
	base := getenv("XDG_CONFIG_HOME")
	if !filepath.IsAbs(base) {
		home := getenv("HOME")
		if home == "" {
			return ""
		}
		base = filepath.Join(home, ".config")
	}
	return filepath.Join(base, "lede", "config.toml")
}

// Read reads the settings at path: TOML with the keys of model.Config. What the file leaves out keeps its
// default. check, which may be nil, returns a *ValueError for a setting that only the caller can judge.
//
// If there is no such file, the error is fs.ErrNotExist; any other error is an *Error. The defaults come with both.
func Read(path string, check func(model.Config) error) (model.Config, error) {
	file, err := Open(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return model.DefaultConfig(), err
	case errors.Is(err, ErrPipe):
		return model.DefaultConfig(), &Error{Path: path, Problem: err.Error(), Err: err}
	}
	if err != nil {
		return model.DefaultConfig(), &Error{Path: path, Problem: "you may not read it", Err: err}
	}
	defer file.Close() //nolint:errcheck // it was only read
	data, err := io.ReadAll(io.LimitReader(file, maxConfig+1))
	if err != nil || len(data) > maxConfig {
		return model.DefaultConfig(), &Error{Path: path, Problem: "it is not a settings file", Err: err}
	}
	c, err := parseConfig(data)
	if check != nil {
		err = errors.Join(append(Each(err), onlyNew(Each(err), check(c))...)...)
	}
	if err != nil {
		return model.DefaultConfig(), inFile(path, data, err)
	}
	return c, nil
}

// parseConfig reads TOML on top of the defaults. The error is all that is wrong, joined.
func parseConfig(data []byte) (model.Config, error) {
	c, wrong := decoded(data)
	nameEntries(&c)
	return c, errors.Join(append(wrong, onlyNew(wrong, validate(c))...)...)
}

// lineOf returns the line that sets key: in its own table where that is written as one, that of the head where key is
// a table, else the first with its last part; 0 for none. "rule[2].query" is the query of the third [[rule]], whose
// first line it is where that has none.
func lineOf(data []byte, key string) int {
	last := key[strings.LastIndexByte(key, '.')+1:]
	n, first, table := 0, 0, ""
	entries := map[string]int{}
	for line := range strings.Lines(string(data)) {
		n++
		if text := strings.TrimSpace(line); strings.HasPrefix(text, "[") {
			table, _, _ = strings.Cut(strings.TrimLeft(text, "[ "), "]")
			table = strings.NewReplacer(" ", "", `"`, "", "'", "").Replace(table)
			if strings.HasPrefix(text, "[[") {
				entries[table]++
				table += fmt.Sprintf("[%d]", entries[table]-1)
			}
			if table == key {
				return n
			}
			table += "."
			if table+last == key && strings.HasSuffix(table, "].") {
				first = n
			}
			continue
		}
		name, _, ok := strings.Cut(line, "=")
		name = strings.Trim(strings.TrimSpace(name), `"'`)
		switch {
		case !ok:
		case table+name == key:
			return n
		case name == last && first == 0 && !strings.Contains(key, "["):
			first = n
		}
	}
	return first
}

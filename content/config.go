package content

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"lede/content/fetch"
	"lede/model"
)

// maxConfig is the most that a file of settings may hold, in bytes.
const maxConfig = 1 << 20

// ConfigPath is where settings are kept: lede/config.toml below $XDG_CONFIG_HOME, or ~/.config. "" when there is
// no home.
func ConfigPath(getenv func(string) string) string {
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

// ReadConfig reads the settings at path: TOML with the keys of model.Config. What the file does not name keeps its
// default. check, which may be nil, returns a *model.ConfigError for a setting that it alone can judge. A file that is
// not there is an error that is fs.ErrNotExist; any other error is a *SettingsError, and the defaults come with it.
func ReadConfig(path string, check func(model.Config) error) (model.Config, error) {
	file, err := fetch.OpenOwn(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return model.DefaultConfig(), err
	case errors.Is(err, fetch.ErrPipe):
		return model.DefaultConfig(), &SettingsError{Path: path, Problem: err.Error(), Err: err}
	}
	if err != nil {
		return model.DefaultConfig(), &SettingsError{Path: path, Problem: "you may not read it", Err: err}
	}
	defer file.Close() //nolint:errcheck // it was only read
	data, err := io.ReadAll(io.LimitReader(file, maxConfig+1))
	if err != nil || len(data) > maxConfig {
		return model.DefaultConfig(), &SettingsError{Path: path, Problem: "it is no file of settings", Err: err}
	}
	c, err := parseConfig(data)
	if err == nil && check != nil {
		err = check(c)
	}
	if err != nil {
		return model.DefaultConfig(), inFile(path, data, err)
	}
	return c, nil
}

// parseConfig reads TOML over the defaults.
func parseConfig(data []byte) (model.Config, error) {
	c := model.DefaultConfig()
	d := toml.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&c); err != nil {
		return c, err
	}
	return c, c.Validate()
}

// inFile turns what is wrong with data into a sentence that names the line and the key.
func inFile(path string, data []byte, err error) error {
	var value *model.ConfigError
	if errors.As(err, &value) {
		return &SettingsError{Path: path, Line: lineOf(data, value.Key), Problem: value.Error(), Err: err}
	}
	return tomlError(path, "setting", err)
}

// lineOf finds the line that sets the last part of key, 0 when there is none.
func lineOf(data []byte, key string) int {
	last := key[strings.LastIndexByte(key, '.')+1:]
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		name, _, ok := strings.Cut(line, "=")
		if ok && strings.Trim(strings.TrimSpace(name), `"'`) == last {
			return n
		}
	}
	return 0
}

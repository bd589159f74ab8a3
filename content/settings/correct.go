package settings

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lede/content/lang"
	"lede/model"
	"lede/model/clean"
)

// Correct writes a correction into its file, as a site rule or as a label, and returns a function that undoes it.
// A new file is readable by its owner alone; the rest of an existing one is not touched. The error is a *WriteError.
func Correct(c model.Correction) (undo func() error, err error) {
	table, key, first := placeOf(c.Kind)
	if err := NoPipe(c.File); err != nil {
		return nil, correctError(c.File, err.Error(), err)
	}
	before, err := os.ReadFile(c.File)
	missing := errors.Is(err, fs.ErrNotExist)
	if err != nil && !missing {
		return nil, correctError(c.File, "you may not read it", err)
	}
	after, err := withValue(before, table, key, c.Value, first)
	if err == nil {
		err = usable(c.File, after, table == "")
	}
	if err != nil {
		yourself := ". Write it there yourself: " + key + " = [" + quoted(c.Value) + "]"
		return nil, correctError(c.File, clean.Line(err.Error())+yourself, err)
	}
	if err := replaceFile(c.File, after); err != nil {
		return nil, correctError(c.File, "you may not write there", err)
	}
	return func() error {
		now, err := os.ReadFile(c.File)
		switch {
		case err != nil || !bytes.Equal(now, after):
			return correctError(c.File, "it has been changed since. Take the line with "+quoted(c.Value)+" out yourself", err)
		case missing:
			return os.Remove(c.File)
		}
		return replaceFile(c.File, before)
	}, nil
}

// placeOf returns where a correction goes: the table ("" for the top of the file), the key, and whether it comes
// before the values that are there.
func placeOf(kind model.CorrectionKind) (table, key string, first bool) {
	key = string(kind)
	switch {
	case kind == model.LabelsLinks, kind == model.LabelsText:
		return "labels", key, false
	case strings.HasPrefix(key, model.LabelsNotice):
		return "labels.notices", strings.TrimPrefix(key, model.LabelsNotice), false
	}
	return "", key, kind == model.TitleHere || kind == model.BylineHere || kind == model.DateHere
}

// WithLabel returns labels with the label of a correction added, or taken away again. A correction without a label
// changes nothing.
func WithLabel(labels lang.Labels, c model.Correction, add bool) lang.Labels {
	change := func(list []string) []string {
		if add {
			return append(slices.Clip(list), c.Value)
		}
		return list[:max(0, len(list)-1)]
	}
	switch table, key, _ := placeOf(c.Kind); {
	case c.Kind == model.LabelsLinks:
		labels.Related = change(labels.Related)
	case c.Kind == model.LabelsText:
		labels.Text = change(labels.Text)
	case table != "":
		notices := map[model.NoticeKind][]string{}
		maps.Copy(notices, labels.Notices)
		notices[model.NoticeKind(key)] = change(notices[model.NoticeKind(key)])
		labels.Notices = notices
	}
	return labels
}

// usable returns what is wrong with the data of a file that is about to be written.
func usable(path string, data []byte, site bool) error {
	if site {
		_, err := parseSiteRules(path, data)
		return err
	}
	_, err := parseConfig(data)
	return err
}

func correctError(path, problem string, cause error) error {
	return &WriteError{Path: path, Problem: problem, Err: cause}
}

// WriteError says in one sentence why a correction could not be written.
type WriteError struct {
	Path, Problem string
	Err           error
}

// Error returns the sentence. It is clean.
func (e *WriteError) Error() string {
	name := filepath.Join(filepath.Base(filepath.Dir(e.Path)), filepath.Base(e.Path))
	return fmt.Sprintf("Cannot change %s: %s.", clean.Line(name), clean.Line(e.Problem))
}

// Unwrap returns the cause.
func (e *WriteError) Unwrap() error { return e.Err }

// replaceFile replaces a file in one step, so that nobody sees half of it. Folder and file are for the owner alone.
func replaceFile(path string, data []byte) error {
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	if to, err := filepath.EvalSymlinks(path); err == nil {
		path, folder = to, filepath.Dir(to) // a link stays one
	}
	f, err := os.CreateTemp(folder, ".lede-*") // 0600
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) //nolint:errcheck // it has been renamed
	_, err = f.Write(data)
	err = errors.Join(err, f.Sync(), f.Close())
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

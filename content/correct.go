package content

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

	"lede/content/fetch"
	"lede/content/lang"
	"lede/model"
	"lede/model/clean"
)

// WriteCorrection writes a correction into its file, as a rule for the site or as a label, and returns what takes it back. The file is made for
// its owner alone; what else stands in it stays. The error is a *RuleWriteError.
func WriteCorrection(c model.Correction) (undo func() error, err error) {
	table, key, first := placeOf(c.Kind)
	if err := fetch.NoPipe(c.File); err != nil {
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
		return nil, correctError(c.File, clean.Line(err.Error())+". Write it there yourself: "+key+" = ["+quoted(c.Value)+"]", err)
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

// placeOf is where a correction goes: the table of the file, "" for its top, the key, and whether it stands before the values there.
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

// CorrectLabels adds the label of a correction to those that texts are read with, or takes it away again. A correction that names no label
// changes nothing.
func CorrectLabels(labels lang.Labels, c model.Correction, add bool) lang.Labels {
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

// usable returns what is wrong with a file as it is about to be written.
func usable(path string, data []byte, site bool) error {
	if site {
		_, err := parseSiteRules(path, data)
		return err
	}
	_, err := parseConfig(data)
	return err
}

func correctError(path, problem string, cause error) error {
	return &RuleWriteError{Path: path, Problem: problem, Err: cause}
}

// RuleWriteError says in one sentence why a correction could not be written.
type RuleWriteError struct {
	Path, Problem string
	Err           error
}

// Error is the sentence. It is clean.
func (e *RuleWriteError) Error() string {
	name := filepath.Join(filepath.Base(filepath.Dir(e.Path)), filepath.Base(e.Path))
	return fmt.Sprintf("Cannot change %s: %s.", clean.Line(name), clean.Line(e.Problem))
}

// Unwrap returns the cause.
func (e *RuleWriteError) Unwrap() error { return e.Err }

// replaceFile puts data in a file's place at once, so that nobody sees a half of it. Folder and file are the owner's alone.
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

package cli

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"

	"lede/content/fetch"
	"lede/model"
	"lede/ui"
	"lede/ui/cli/console"
)

// editor prepares the program that $VISUAL or else $EDITOR names, which lend runs in the terminal.
func editor(getenv func(string) string, lend func(*exec.Cmd) error) ui.Editor {
	return func(ref, text string, format model.Format) (ui.Editing, error) {
		words, err := console.EditorWords(getenv)
		if err != nil {
			return ui.Editing{}, err
		}
		if info, err := os.Stat(ref); err == nil && info.Mode().IsRegular() {
			path, err := filepath.Abs(ref) // a name that begins with - is no flag
			return ui.Editing{ExecCommand: &edit{words: words, path: path, lend: lend}, Own: true}, err
		}
		return ui.Editing{ExecCommand: &edit{words: words, name: copyName(format), text: text, lend: lend}}, nil
	}
}

// copyName is the name of a copy of a text, by which editors know what it is.
func copyName(format model.Format) string {
	switch format {
	case model.Markdown:
		return "source.md"
	case model.HTML:
		return "source.html"
	}
	return "source.txt"
}

// edit is a run of an editor on a file, or on a copy of a text, which it removes.
type edit struct {
	words      []string
	path       string
	name, text string
	lend       func(*exec.Cmd) error
}

// Run implements tea.ExecCommand.
func (e *edit) Run() error {
	path := e.path
	if path == "" {
		dir, err := os.MkdirTemp("", "lede-edit-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir) //nolint:errcheck // the system clears what is left
		path = filepath.Join(dir, e.name)
		if err := os.WriteFile(path, []byte(e.text), 0o600); err != nil {
			return err
		}
	}
	args := append(e.words[1:len(e.words):len(e.words)], path)
	cmd := exec.Command(e.words[0], args...) //nolint:gosec,noctx // the user's own, who ends it
	if err := e.lend(cmd); err != nil {
		var ended *exec.ExitError
		if errors.As(err, &ended) {
			return nil // how the user leaves it is their own affair
		}
		return errors.New(fetch.Cause(err))
	}
	return nil
}

// SetStdin implements tea.ExecCommand: the editor gets the terminal itself.
func (e *edit) SetStdin(io.Reader) {}

// SetStdout implements tea.ExecCommand.
func (e *edit) SetStdout(io.Writer) {}

// SetStderr implements tea.ExecCommand.
func (e *edit) SetStderr(io.Writer) {}

package ui

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/model/clean"
)

// maxTerminalCopy is how many bytes the terminal is asked to put on the clipboard.
const maxTerminalCopy = 100_000

// errNoCopier says that no program was found that writes to the clipboard.
var errNoCopier = errors.New("no clipboard tool was found (wl-copy, xclip, xsel, pbcopy)")

// clipboardTools put what they read on the clipboard, the one to try first first.
func clipboardTools() [][]string {
	return [][]string{
		{"pbcopy"},
		{"wl-copy"},
		{"xclip", "-selection", "clipboard"},
		{"xsel", "--clipboard", "--input"},
		{"clip.exe"},
	}
}

// copyBySystem puts a text on the clipboard by the first tool that is found and works.
func copyBySystem(text string) error {
	err := errNoCopier
	for _, tool := range clipboardTools() {
		path, lookErr := exec.LookPath(tool[0])
		if lookErr != nil {
			continue
		}
		if err = pipeTo(text, path, tool[1:]...); err == nil {
			return nil
		}
	}
	return err
}

// copyPatience is how long a clipboard tool may take. Without a display some wait for ever.
const copyPatience = 2 * time.Second

// pipeTo runs a clipboard tool with a text as its input, and ends it when it takes too long.
func pipeTo(text, tool string, args ...string) error {
	ctx, end := context.WithTimeout(context.Background(), copyPatience)
	defer end()
	cmd := exec.CommandContext(ctx, tool, args...) //nolint:gosec // One of the tools above.
	detach(cmd)
	cmd.WaitDelay = time.Second / 10
	cmd.Stdin = strings.NewReader(text)
	err := cmd.Run()
	if ctx.Err() != nil {
		return fmt.Errorf("%s did not answer", filepath.Base(tool))
	}
	return err
}

// textCopiedMsg says that a text was handed to the system's tool.
type textCopiedMsg struct {
	what    string
	byOSC52 bool // the terminal was asked too
	err     error
}

// CopyText puts a text on the clipboard, by the terminal and by a tool of the system: one of them may be far from
// the screen. what names the text in the notice. Nothing goes there that may not be shown: a clipboard is pasted into
// terminals.
func (a *App) CopyText(what, text string) tea.Cmd {
	if text == "" {
		return a.Notify("There is no " + what + " to copy.")
	}
	text = clean.Text(text)
	short := len(text) <= maxTerminalCopy
	cmds := []tea.Cmd{handToSystem(a.Copy, what, text, short)}
	if short {
		cmds = append(cmds, tea.SetClipboard(text))
	}
	return tea.Batch(cmds...)
}

// CopyMade puts a text on the clipboard that takes long to make, by a tool of the system.
func (a *App) CopyMade(what string, text func() string) tea.Cmd {
	put := a.Copy
	return func() tea.Msg { return textCopiedMsg{what, false, put(clean.Text(text()))} }
}

func handToSystem(put func(string) error, what, text string, byOSC52 bool) tea.Cmd {
	return func() tea.Msg { return textCopiedMsg{what, byOSC52, put(text)} }
}

// tell reports how a copy went. A missing tool is not a failure when the terminal was asked.
func (msg textCopiedMsg) tell(a *App) tea.Cmd {
	if msg.err != nil && !msg.byOSC52 {
		return a.Fail("copy the "+msg.what, msg.err)
	}
	return a.Notify("Copied the " + msg.what + ".")
}

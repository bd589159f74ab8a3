package console

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"

	"lede/model/argv"
	"lede/ui/cli/terminal"
)

// EditorWords are the editor that $VISUAL or else $EDITOR names, and its arguments.
func EditorWords(getenv func(string) string) ([]string, error) {
	words, err := argv.Split(cmp.Or(getenv("VISUAL"), getenv("EDITOR")))
	if err == nil && len(words) == 0 {
		err = errors.New("no editor is named; set VISUAL or EDITOR in the environment")
	}
	return words, err
}

// Edit opens a file in the editor that the environment names.
func (c *Console) Edit(ctx context.Context, path string) error {
	words, err := EditorWords(os.Getenv)
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, words[0], append(words[1:], path)...) //nolint:gosec // the user's editor
	cmd.Stdin, cmd.Stdout, cmd.Stderr = c.Stdin, c.Stdout, c.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("the editor %s has failed: %w. Name another one in EDITOR", words[0], err)
	}
	return nil
}

// Ask asks on the terminal for one of some answers, counted from 1. ok is false without a terminal, or an answer.
func (c *Console) Ask(question string, answers int) (answer int, ok bool) {
	if !terminal.IsTerminal(c.Stdin) || !terminal.IsTerminal(c.Stderr) {
		return 0, false
	}
	_, _ = fmt.Fprint(c.Stderr, question+" ")
	line, _ := bufio.NewReader(c.Stdin).ReadString('\n')
	n, err := strconv.Atoi(strings.TrimSpace(line))
	return n - 1, err == nil && n >= 1 && n <= answers
}

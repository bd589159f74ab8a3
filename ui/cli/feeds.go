package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lede/ui/cli/feedcmd"
	"lede/ui/cli/terminal"
)

// feedCommands are the commands of feeds, in this command line. They are a package of their own, since this one has
// as many files as a reader can survey.
func (p *program) feedCommands() []*cobra.Command {
	b := p.newBar()
	return feedcmd.New(feedcmd.Frame{
		Library: p.kept, Now: time.Now,
		Tell: p.tell, JSON: p.jsonLine, Lines: p.lines,
		Say: func(sentence string) { p.report(errors.New(sentence)) }, Show: b.show, Clear: b.clear,
		Until: p.interruptible, Ended: endOf, Edit: p.edit, Ask: p.pick,
		Misused: misused, Nothing: nothingFound, Failed: exitError(failed),
	})
}

// edit opens a file in the editor that the environment names.
func (c *console) edit(ctx context.Context, path string) error {
	words, err := editorWords(os.Getenv)
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, words[0], append(words[1:], path)...) //nolint:gosec // the user's editor
	cmd.Stdin, cmd.Stdout, cmd.Stderr = c.stdin, c.stdout, c.stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("the editor %s has failed: %w. Name another one in EDITOR", words[0], err)
	}
	return nil
}

// pick asks on the terminal for one of some answers, counted from 1. ok is false without a terminal, or an answer.
func (c *console) pick(question string, answers int) (answer int, ok bool) {
	if !terminal.IsTerminal(c.stdin) || !terminal.IsTerminal(c.stderr) {
		return 0, false
	}
	_, _ = fmt.Fprint(c.stderr, question+" ")
	line, _ := bufio.NewReader(c.stdin).ReadString('\n')
	n, err := strconv.Atoi(strings.TrimSpace(line))
	return n - 1, err == nil && n >= 1 && n <= answers
}

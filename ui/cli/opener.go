package cli

import (
	"fmt"
	"os/exec"
	"strings"
)

// opener is what opens an address by the program that the reader has set, nil when none is set. The template is split
// into words once; %u in a word stands for the address, which is never more than a part of that word. No shell
// sees it, and nothing that the program writes reaches the screen.
func opener(template string) func(url string) error {
	words := strings.Fields(template)
	if len(words) == 0 {
		return nil
	}
	return func(url string) error {
		if strings.HasPrefix(url, "-") {
			return fmt.Errorf("open %q: it looks like an option", url)
		}
		args := make([]string, len(words)-1)
		for i, w := range words[1:] {
			args[i] = strings.ReplaceAll(w, "%u", url)
		}
		cmd := exec.Command(words[0], args...) //nolint:gosec // the reader's own setting
		detach(cmd)
		if err := cmd.Start(); err != nil {
			return fmt.Errorf("start %s: %w", words[0], err)
		}
		return cmd.Process.Release()
	}
}

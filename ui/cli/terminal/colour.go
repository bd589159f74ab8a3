package terminal

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/colorprofile"
)

// Profile returns which colours the terminal has, from its environment alone: asking the terminal, its data base or
// tmux would cost time before the first line. NO_COLOR with any value, and CLICOLOR=0, leave bold and its like.
//
// See https://no-color.org and https://bixense.com/clicolors.
func Profile(env []string) colorprofile.Profile {
	get := lookup(env)
	known := colorprofile.Env(env)
	forced := get("CLICOLOR_FORCE") != "" && get("CLICOLOR_FORCE") != "0"
	if get("NO_COLOR") != "" || get("CLICOLOR") == "0" && !forced {
		return min(known, colorprofile.ASCII)
	}
	return known
}

func lookup(env []string) func(string) string {
	return func(key string) string {
		for _, e := range env {
			if name, value, ok := strings.Cut(e, "="); ok && name == key {
				return value
			}
		}
		return ""
	}
}

// KnowsLinks reports whether the terminal is known to follow hyperlinks (OSC 8); one that is not may show them as
// rubbish.
func KnowsLinks(getenv func(string) string) bool {
	if vte, err := strconv.Atoi(getenv("VTE_VERSION")); err == nil && vte >= 5000 {
		return true
	}
	if getenv("WT_SESSION") != "" || getenv("KONSOLE_VERSION") != "" {
		return true
	}
	switch getenv("TERM_PROGRAM") {
	case "iTerm.app", "WezTerm", "vscode", "ghostty", "rio", "Tabby", "Hyper":
		return true
	}
	for _, name := range []string{"kitty", "alacritty", "foot", "ghostty", "wezterm", "contour"} {
		if strings.Contains(getenv("TERM"), name) {
			return true
		}
	}
	return false
}

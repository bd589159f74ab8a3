package arrive

import (
	"strings"
	"unicode/utf8"
)

// newsboatActions are what newsboat calls things that lede can do, with lede's names of them.
func newsboatActions() map[string][]string {
	lists := func(name string) []string { return []string{"library." + name, "article." + name} }
	return map[string][]string{
		"open": {"move.open"}, "quit": {"move.back"}, "hard-quit": {"everywhere.quit"},
		"up": {"move.up"}, "down": {"move.down"}, "pageup": {"move.page-up"}, "pagedown": {"move.page-down"},
		"halfpageup": {"move.half-up"}, "halfpagedown": {"move.half-down"}, "home": {"move.top"}, "end": {"move.bottom"},
		"next": {"article.next-article"}, "prev": {"article.previous-article"}, "next-unread": lists("next-unread"),
		"reload": {"library.refresh"}, "reload-all": {"library.refresh"},
		"mark-feed-read": {"library.read-all", "column.read-feed"}, "mark-all-feeds-read": {"library.read-all"},
		"toggle-article-read": lists("read"), "edit-flags": {"library.tag"}, "bookmark": lists("star"),
		"delete-article": {"library.remove"}, "sort": {"library.sort"}, "rev-sort": {"library.sort"},
		"open-search": {"library.search"}, "set-filter": {"library.search"}, "clear-filter": {"library.clear"},
		"select-tag": {"library.topics"}, "show-urls": {"article.follow"}, "goto-url": {"article.follow"},
		"toggle-source-view": {"article.source"}, "help": {"everywhere.help"}, "cmdline": {"everywhere.commands"},
		"open-in-browser": lists("browse"), "open-in-browser-and-mark-read": lists("browse"),
		"open-in-browser-noninteractively": lists("browse"),
	}
}

// oldKey is a key as bind-key and macro write it, in lede's words; "" for one that no terminal sends to it.
func oldKey(s string) string {
	named := map[string]string{
		"ENTER": "enter", "SPACE": "space", " ": "space", "ESC": "esc", "TAB": "tab", "UP": "up", "DOWN": "down",
		"LEFT": "left", "RIGHT": "right", "HOME": "home", "END": "end", "PAGEUP": "pgup", "PAGEDOWN": "pgdown",
		"BACKSPACE": "backspace", "DELETE": "delete", "DEL": "delete", "INSERT": "insert",
	}
	switch control, is := strings.CutPrefix(s, "^"); {
	case named[s] != "":
		return named[s]
	case is && len(control) == 1:
		return "ctrl+" + strings.ToLower(control)
	case len(s) > 1 && s[0] == 'F' && strings.Trim(s[1:], "0123456789") == "":
		return "f" + s[1:]
	case utf8.RuneCountInString(s) == 1:
		return s
	}
	return ""
}

// newKey is a sequence of keys as bind writes it, such as "gg" or "<C-x><ENTER>", in lede's words.
func newKey(s string) string {
	var keys []string
	for s != "" {
		key, rest := s[:runeLen(s)], s[runeLen(s):]
		if end := strings.IndexByte(s, '>'); s[0] == '<' && end > 1 {
			key, rest = special(s[1:end]), s[end+1:]
		}
		if key = oldKey(key); key == "" {
			return ""
		}
		keys, s = append(keys, key), rest
	}
	return strings.Join(keys, " ")
}

func runeLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// special is a key between angle brackets as bind-key would write it.
func special(name string) string {
	switch control, is := strings.CutPrefix(name, "C-"); {
	case is:
		return "^" + control
	case name == "LT":
		return "<"
	case name == "GT":
		return ">"
	}
	return name
}

// configSteps parts a line of the configuration at the semicolons outside of quotes, and each part into words. What
// stands behind -- describes the line; a # begins a comment.
func configSteps(line string) [][]string {
	var steps [][]string
	var words []string
	for {
		line = strings.TrimLeft(line, " \t\r\n")
		ends := " \t\r\n;"
		if len(steps) == 0 && len(words) < 2 {
			ends = " \t\r\n" // the key of a line may be a semicolon
		}
		word, rest, quoted := configWord(line, ends)
		switch end := line == "" || line[0] == '#' || !quoted && word == "--"; {
		case end && len(words) > 0:
			return append(steps, words)
		case end:
			return steps
		case word == "" && !quoted: // a semicolon
			if rest = line[1:]; len(words) > 0 {
				steps, words = append(steps, words), nil
			}
		default:
			words = append(words, word)
		}
		line = rest
	}
}

// configWord is the first word of a line, which one of ends ends unless it is in quotes.
func configWord(line, ends string) (word, rest string, quoted bool) {
	if strings.HasPrefix(line, `"`) {
		word, rest = quotedWord(line[1:])
		return word, rest, true
	}
	if end := strings.IndexAny(line, ends); end >= 0 {
		return line[:end], line[end:], false
	}
	return line, "", false
}

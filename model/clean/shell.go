package clean

import "strings"

// Shell writes s, cleaned and on one line, as one word of a POSIX shell: as it is where no sign of it means anything
// to the shell, else in single quotes. It is for commands that a message offers to paste.
func Shell(s string) string {
	s = Line(s)
	const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:@%+,="
	if s != "" && strings.Trim(s, plain) == "" && !strings.HasPrefix(s, "-") && !strings.HasPrefix(s, "=") {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// ShellOr is Shell, or the words for what is to be written there where s is "".
func ShellOr(s, words string) string {
	if s == "" {
		return words
	}
	return Shell(s)
}

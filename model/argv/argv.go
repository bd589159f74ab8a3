// Package argv parts a command that a user has written into the program and its arguments.
package argv

import (
	"errors"
	"strings"
)

// ErrQuote is returned for a quote that has no end.
var ErrQuote = errors.New("a quote has no end")

// Split parts a command as a shell would: at spaces that stand outside of quotes. Inside of ' every character means
// itself; inside of " and outside of quotes \ takes the meaning from the character behind it. Nothing is expanded, and
// no shell is needed to run what comes out.
func Split(command string) ([]string, error) {
	var words []string
	var word strings.Builder
	begun, escaped, quote := false, false, rune(0)
	for _, r := range command {
		switch {
		case escaped:
			word.WriteRune(r)
			escaped = false
		case r == '\\' && quote != '\'':
			begun, escaped = true, true
		case r == quote:
			quote = 0
		case quote == 0 && (r == '\'' || r == '"'):
			begun, quote = true, r
		case quote == 0 && (r == ' ' || r == '\t' || r == '\n'):
			if begun {
				words = append(words, word.String())
				word.Reset()
			}
			begun = false
		default:
			begun = true
			word.WriteRune(r)
		}
	}
	if quote != 0 || escaped {
		return nil, ErrQuote
	}
	if begun {
		words = append(words, word.String())
	}
	return words, nil
}

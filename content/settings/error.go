package settings

import (
	"errors"
	"fmt"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"lede/model/clean"
)

// Error says in one sentence what is wrong with a file of settings or of site rules. Its text is clean.
type Error struct {
	Path    string
	Line    int // from 1; 0 when it is not known
	Problem string
	Site    bool // it is a file of site rules, and a page was read without them
	Err     error
}

// Error returns the sentence, and the next step where there is one.
func (e *Error) Error() string {
	what, next := "settings", ""
	if e.Site {
		what, next = "site rules", " The page was read without them: mend the file and open the page again."
	}
	at := clean.Line(e.Path)
	if e.Line > 0 {
		at += fmt.Sprintf(" line %d", e.Line)
	}
	return "Cannot use the " + what + " in " + at + ": " + clean.Line(e.Problem) + "." + next
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// tomlError turns an error of the TOML decoder into a sentence that names the line and the key. entry is what a key of
// the file is called.
func tomlError(path, entry string, err error) *Error {
	var strict *toml.StrictMissingError
	var decode *toml.DecodeError
	switch {
	case errors.As(err, &strict) && len(strict.Errors) > 0:
		line, _ := strict.Errors[0].Position()
		return &Error{Path: path, Line: line, Problem: unknownKeys(entry, strict.Errors), Err: err}
	case errors.As(err, &decode):
		line, _ := decode.Position()
		return &Error{Path: path, Line: line, Problem: decodeProblem(decode), Err: err}
	}
	return &Error{Path: path, Problem: err.Error(), Err: err}
}

// maxUnknown is how many unknown keys of a file are named.
const maxUnknown = 5

// unknownKeys says which keys there are not, a sentence each, those after the first with their lines.
func unknownKeys(entry string, unknown []toml.DecodeError) string {
	var b strings.Builder
	for i := range unknown[:min(len(unknown), maxUnknown)] {
		if line, _ := unknown[i].Position(); i > 0 {
			fmt.Fprintf(&b, ". Line %d: ", line)
		}
		b.WriteString(unknownKey(entry, &unknown[i]))
	}
	if more := len(unknown) - maxUnknown; more > 0 {
		fmt.Fprintf(&b, ". %d more are unknown", more)
	}
	return b.String()
}

// unknownKey says that there is no such key.
func unknownKey(entry string, unknown *toml.DecodeError) string {
	key := strings.Join(unknown.Key(), ".")
	return "there is no " + entry + " " + key + nearest(key)
}

func decodeProblem(e *toml.DecodeError) string {
	problem := strings.TrimPrefix(e.Error(), "toml: ")
	key := strings.Join(e.Key(), ".")
	if wrong := kindProblem(key, problem); wrong != "" {
		return wrong
	}
	if key != "" && !strings.Contains(problem, key) {
		return key + ": " + problem
	}
	return problem
}

package cli

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"lede/model/clean"
)

// The exit statuses. A program that a signal ends returns 128 and the signal's number.
const (
	done    = 0
	failed  = 1 // what was tried did not work; one line says why
	misuse  = 2 // an unknown command or flag; also after a crash
	nothing = 3 // there is no post, no link, no topic, no article
)

// misuseError is a command line that cannot be understood.
type misuseError struct{ error }

func (e misuseError) Unwrap() error { return e.error }

// nothingError says that what was asked for is not in the article.
type nothingError struct{ what string }

func (e nothingError) Error() string { return e.what }

// misused makes an error one of wrong use.
func misused(err error) error { return misuseError{err} }

// nothingFound is the error of a command that has found nothing, which a sentence says.
func nothingFound(sentence string) error { return nothingError{sentence} }

// oneRef asks for one reference.
func oneRef(c *cobra.Command, args []string) error {
	switch len(args) {
	case 0:
		return misused(fmt.Errorf("%s needs a file or an address to read; see %s --help", c.Name(), c.CommandPath()))
	case 1:
		return nil
	default:
		return misused(fmt.Errorf("%s reads one article, and %d were named", c.Name(), len(args)))
	}
}

// meantCommand is the error for a first word that names no file and is nearly a command.
func meantCommand(c *cobra.Command, refs []string) error {
	if len(refs) == 0 || strings.ContainsAny(refs[0], "./:") {
		return nil
	}
	if _, err := os.Lstat(refs[0]); err == nil || len(refs[0]) < 3 {
		return nil
	}
	near := c.SuggestionsFor(refs[0])
	switch {
	case refs[0] == "version":
		near = []string{"--version"}
	case len(near) == 0:
		return nil
	}
	meant := []string{near[0]}
	for _, word := range refs[1:] {
		meant = append(meant, clean.Shell(word))
	}
	return misused(fmt.Errorf("there is no file %s; did you mean the command: lede %s",
		clean.Line(refs[0]), strings.Join(meant, " ")))
}

// report says on standard error what went wrong and returns the exit status.
func (c *console) report(err error) int {
	if err == nil {
		return done
	}
	var silent exitError
	if errors.As(err, &silent) {
		return int(silent)
	}
	c.log.failure(err)
	_, _ = fmt.Fprintln(c.stderr, "lede: "+lower(clean.Line(err.Error())))
	var wrong misuseError
	var none nothingError
	switch {
	case errors.As(err, &wrong):
		return misuse
	case errors.As(err, &none):
		return nothing
	default:
		return failed
	}
}

// exitError is an exit status whose cause has been told already.
type exitError int

func (e exitError) Error() string { return fmt.Sprintf("exit status %d", int(e)) }

// lower makes a sentence the continuation of "lede: ". A name written in capitals stays.
func lower(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[n:])
	if unicode.IsUpper(second) || strings.HasPrefix(s, "I ") {
		return s
	}
	return string(unicode.ToLower(first)) + s[n:]
}
